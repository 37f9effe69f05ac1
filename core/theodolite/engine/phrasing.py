"""The summary of a case in the words of the language model, where those say nothing beyond the records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from theodolite import packs
from theodolite.assistant import phrase
from theodolite.domain import Message
from theodolite.engine.engine import utc_now
from theodolite.jobs import Job
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.engine.session import Session

MODEL_SILENCE_S = 120.0  # a model that has said nothing for so long hangs


def phrased(session: Session, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Message]:
    """Let the language model phrase the summary; dropped when it says what no record says."""
    state, ranking = session.state, session.ranking(exhibits)
    pack = packs.installed("language-starter")
    model = pack.one(".gguf")
    answer = yield from session.engine.language.run(
        Call(
            "theodolite.assistant.llama:generate",
            {
                "model_path": str(model),
                "messages": phrase.prompt(state, ranking),
                "max_tokens": 220,
                "seed": seed,
            },
            silence_s=MODEL_SILENCE_S,
        )
    )
    check = phrase.allowed(answer.text, phrase.facts(state, ranking))
    text = answer.text if not check else phrase.dropped(check)
    message = Message("", "model" if not check else "system", text, utc_now(), pack.name, pack.sha256)
    return session.store.add_message(message, raw=answer.text)
