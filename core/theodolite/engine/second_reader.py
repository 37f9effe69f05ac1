"""The model as second reader of a hint that the rules did not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from theodolite.assistant import hint_model
from theodolite.assistant.request import Request
from theodolite.domain import Hint, HintState, Message, PointReach
from theodolite.engine import speaking
from theodolite.engine.changes import Changes
from theodolite.engine.engine import utc_now
from theodolite.errors import HintNotUnderstood, InputError
from theodolite.jobs import Job

if TYPE_CHECKING:
    from theodolite.assistant.hints import ParsedHint
    from theodolite.engine.session import Session


def read_hint(session: Session, text: str, listed: Sequence[PointReach], seed: int = 7) -> Job[Changes]:
    """Let the model read a hint that the rules did not; what it reads becomes proposed chips, marked as its.

    It may only choose among the sentences that the rules read, with names and numbers that were said, and
    with records that exist. The message says which exchange it came out of.
    """
    pack = speaking.pack_in_use()
    request = Request(
        speaking.files_of(pack),
        hint_model.turns(text),
        seed=seed,
        temperature=0.0,
        schema=hint_model.SCHEMA,
        context=speaking.CONTEXT,
    )
    reply = yield from speaking.said(session, "hint", "", pack, request)
    engine = session.engine
    read: tuple[ParsedHint, ...] = ()
    invalid = ""
    try:
        found = hint_model.read(reply.text, text, engine.world, engine.gazetteer, listed)
        session.named_exist(one.reach for one in found)
        read = found
    except (InputError, HintNotUnderstood) as error:
        invalid = str(error)
    kept = session.store.add_exchange(speaking.exchange("hint", "", pack, request, reply, invalid=invalid))
    said = f'The model did not read a hint in "{text}" either. Say it in other words.'
    if read:
        readings = " and ".join(f'"{one.reading}"' for one in read)
        said = f'The model reads {readings} in "{text}". It counts only if you apply it.'
    session.store.add_message(
        Message("", "system", said, utc_now(), pack.name, pack.sha256, exchange=kept.id)
    )
    for one in read:
        session.store.add_hint(
            Hint(
                id="",
                text=text,
                reading=one.reading,
                reach=one.reach,
                strength=one.strength,
                state=HintState.PROPOSED,
                created_utc=utc_now(),
                exclude=one.exclude,
                parsed_by="model",
            )
        )
    return Changes(messages=True, hints=bool(read))
