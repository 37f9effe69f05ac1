"""Which recorded actions computed something, and how each is made again."""

from __future__ import annotations

from theodolite.engine.replay import answers, seen
from theodolite.engine.replay.context import Again

#: What a record says was done -> how it is done again. Others hold nothing that was computed.
STEPS: dict[str, Again] = {
    "bytes stored": seen.stored,
    "exhibit added": seen.framed,
    "exhibit read": seen.read,
    "exhibit examined": seen.examined,
    "references searched": seen.searched,
    "seen by a geo-aligned model": seen.looked,
    "strategy run": answers.answered,
    "located": answers.located,
    "conflict shown": answers.contradicted,
    "hint added": answers.hinted,
    "clue added": answers.measured,
    "derived picture made": seen.derived,
}
MODEL = "language model:"


def step_for(action: str) -> Again | None:
    """How a recorded action is made again; None where there is nothing to compute."""
    return answers.written if action.startswith(MODEL) else STEPS.get(action)
