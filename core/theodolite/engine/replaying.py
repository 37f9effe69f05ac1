"""A request to the language model made again as it is on record: same files, parts, seed and batches."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.assistant.request import ModelFiles, Picture, Request
from theodolite.domain import Exchange
from theodolite.engine import speaking
from theodolite.errors import InputError, NotFound, TheodoliteError
from theodolite.jobs import Job

if TYPE_CHECKING:
    from theodolite.engine.session import Session


@dataclass(frozen=True, slots=True)
class Replayed:
    """``same``: the text is the recorded one, byte for byte. ``why``: what differs and may explain it."""

    exchange: str
    same: bool
    text: str
    why: str = ""

    @property
    def problem(self) -> TheodoliteError | None:
        return None if self.same else TheodoliteError(f"{self.exchange} was written otherwise. {self.why}")


def replayed(session: Session, exchange: str) -> Job[Replayed]:
    """Evaluate from an empty memory in the recorded batches.

    Raises NotFound for an unknown exchange or a model that is not installed, InputError for a photograph
    that is no longer there.
    """
    item = next((one for one in session.state.exchanges if one.id == exchange), None)
    if item is None:
        raise NotFound(f"There is no exchange {exchange} in this case.")
    if item.finish == "stopped":
        raise InputError(f"{exchange} was stopped before it was finished; it cannot be made again.")
    pictures: dict[str, Picture] = {}
    for part in item.asked:
        if part.kind == "picture" and part.text not in pictures:
            shown = next((e for e in session.state.exhibits if e.sha256 == part.text), None)
            if shown is None:
                raise InputError(f"The photograph that {exchange} was shown is not in this case.")
            pictures[part.text] = yield from speaking.picture(session, shown)
    request = Request(
        _files(item),
        speaking.turns_of(item.asked, pictures),
        seed=item.seed,
        temperature=item.temperature,
        max_tokens=item.most_tokens,
        schema=json.loads(item.schema) if item.schema else None,
        context=item.context,
        fresh=True,
        plan=item.plan,
    )
    reply = yield from speaking.speak(session.engine, request)
    changed = [
        f"{name} was {then}, is {now}"
        for name, then, now in (
            ("the build of llama.cpp", item.build, reply.build),
            ("the number of threads", item.threads, reply.threads),
            ("the number of layers on a graphics processor", item.gpu_layers, reply.gpu_layers),
        )
        if then != now
    ]
    same = reply.text == item.text
    why = "" if same else "; ".join(changed) or "Nothing that is on record explains it."
    return Replayed(exchange, same, reply.text, why)


def _files(item: Exchange) -> ModelFiles:
    """The files of the recorded model, wherever they are installed now."""
    for pack in speaking.installed():
        files = speaking.files_of(pack)
        if files.model_sha256 == item.model_sha256 and (
            not item.sees or files.projector_sha256 == item.projector_sha256
        ):
            return files
    names = ", ".join(use.name for use in item.packs)
    raise NotFound(f"The model that wrote {item.id} ({names}, {item.model_sha256[:8]}) is not installed.")
