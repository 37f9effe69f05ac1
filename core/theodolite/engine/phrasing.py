"""The summary of a case in the words of the language model, where those say nothing beyond the records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from theodolite.assistant import phrase
from theodolite.assistant.request import Request
from theodolite.domain import Message
from theodolite.engine import speaking
from theodolite.engine.engine import utc_now
from theodolite.jobs import Job

if TYPE_CHECKING:
    from theodolite.engine.session import Session

TOKENS = 220


def phrased(session: Session, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Message]:
    """Let the language model phrase the summary; dropped when it says what no record says."""
    state, ranking = session.state, session.ranking(exhibits)
    pack = speaking.pack_in_use()
    request = Request(
        speaking.files_of(pack),
        phrase.turns(state, ranking),
        seed=seed,
        max_tokens=TOKENS,
        context=speaking.CONTEXT,
    )
    reply = yield from speaking.said(session, "phrase", "", pack, request)
    kept = session.store.add_exchange(speaking.exchange("phrase", "", pack, request, reply))
    said = reply.text.strip()
    check = phrase.allowed(said, phrase.facts(state, ranking))
    author: Literal["system", "model"] = "system" if check else "model"
    text = phrase.dropped(check) if check else said
    message = Message("", author, text, utc_now(), pack.name, pack.sha256, exchange=kept.id)
    return session.store.add_message(message, raw=reply.text)
