"""The baseline of asking the language model again, with the hints in its prompt.

What a hint says and what a model answers that was shown the hint rest on one root: the answer stands by
itself here, and is never added to the evidence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from theodolite.assistant import reading
from theodolite.assistant.grammar import POINT
from theodolite.assistant.request import ModelFiles, Ours, Part, Picture, Quoted, Reply, Request
from theodolite.assistant.request import Turn as Message
from theodolite.errors import InputError
from theodolite.evaluate.interactive.dialogue import Photograph
from theodolite.evaluate.interactive.ground import Ground
from theodolite.evaluate.interactive.records import Turn
from theodolite.evaluate.metrics import error_km
from theodolite.jobs import Job
from theodolite.locate.sources import counts
from theodolite.locate.strategies.signature import Runs
from theodolite.workers import Call

#: What a prompt shows of the clues.
MOST_CLUES, MOST_LETTERS = 12, 160
SILENCE_S = 300.0


@dataclass(frozen=True, slots=True)
class Model:
    """The model that is asked; ``picture`` of the photograph for one that sees."""

    files: ModelFiles
    language: Runs
    picture: Picture | None = None


def prompt(photograph: Photograph, hints: Sequence[str], picture: Picture | None) -> Message:
    """What the model is asked: the clues, what the investigator says, where it is. One message.

    Clues are shown by the names that hints call them by ("C3 is wrong").
    """
    parts: list[Part] = []
    if picture is not None:
        parts += [picture, Ours("\n")]
    parts.append(Ours("Where on Earth was this photograph taken?\nWhat was found in it:\n"))
    found = [clue for clue in photograph.question.clues if counts(clue)][:MOST_CLUES]
    for clue in found:
        parts += [Ours("- "), Quoted(f"{clue.id}: {clue.inference[:MOST_LETTERS]}"), Ours("\n")]
    if not found:
        parts.append(Ours("- nothing\n"))
    if hints:
        parts.append(Ours("What the investigator says:\n"))
    for hint in hints:
        parts += [Ours("- "), Quoted(hint[:MOST_LETTERS]), Ours("\n")]
    parts.append(Ours("Answer with latitude and longitude in degrees, as JSON."))
    return Message("user", tuple(parts))


def ask(
    model: Model, ground: Ground, photograph: Photograph, hints: Sequence[str], seed: int
) -> Job[tuple[float, str]]:
    """(km to the truth, country) of the answer; (infinite, '') for an answer that is no position."""
    request = Request(
        model.files, (prompt(photograph, hints, model.picture),), seed % 2**31, temperature=0.0, schema=POINT
    )
    reply: Reply = yield from model.language.run(
        Call("theodolite.assistant.runtime:speak", {"request": request}, silence_s=SILENCE_S)
    )
    point = reading.json_point(reply.text, cut=reply.finish == "length")
    if isinstance(point, str):
        return math.inf, ""
    country = ground.support.countries[ground.locator.country_at(*point)]
    if not photograph.truth.exact:
        return math.nan, country
    return float(error_km(*point, photograph.truth.lat, photograph.truth.lon)[0]), country


def asked_again(
    model: Model, ground: Ground, photograph: Photograph, turns: Sequence[Turn]
) -> Job[list[Turn]]:
    """The turns of one conversation with the model's answers, before any hint and after each.

    The ``root`` of an answer is every hint that was shown for it, so also on turns that say nothing new.
    """
    try:
        before, top = yield from ask(model, ground, photograph, (), turns[0].hint_seed)
    except InputError:
        return list(turns)
    said: list[str] = []
    roots: list[str] = []
    found: list[Turn] = []
    for turn in turns:
        after = before
        if turn.said:
            roots.append(f"hint:H{turn.turn}")
            said.append(f"{turn.hint} ({turn.strength})")
            after, top = yield from ask(model, ground, photograph, said, turn.hint_seed)
        found.append(
            replace(
                turn,
                model_km_before=before,
                model_km_after=after,
                model_top=top,
                root=";".join(roots),
            )
        )
        before = after
    return found
