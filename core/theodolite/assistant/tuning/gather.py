"""All conversations of a data set as tokens, and what was left out of it."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.assistant.tuning import encode, samples
from theodolite.assistant.tuning.encode import IGNORED
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress

_EVERY = 100


@dataclass(frozen=True, eq=False)
class Gathered:
    """``tokens`` and ``labels`` of each conversation, four bytes a number. ``left_out``: reason -> count."""

    tokens: list[array[int]]
    labels: list[array[int]]
    left_out: dict[str, int]
    sha256: str

    @property
    def count(self) -> int:
        return sum(len(one) for one in self.tokens)

    @property
    def answers(self) -> int:
        return sum(len(one) - one.count(IGNORED) for one in self.labels)


def gather(data: Path, tokens: Any, longest: int) -> Job[Gathered]:
    """Raises NotFound, InputError for data that cannot be read, or of which nothing is left."""
    left: dict[str, int] = {}
    found: list[array[int]] = []
    marks: list[array[int]] = []
    digest = hashlib.sha256()
    words = controls(tokens)
    for number, conversation in enumerate(samples.read(data)):
        if number % _EVERY == 0:
            yield Progress("Reading conversations", number)
        if any(word in line.content for line in conversation for word in words):
            _leave(left, "holds a control word of the model")
            continue
        made = encode.encode(conversation, tokens, longest)
        if made is None:
            _leave(left, "longer than max_length")
            continue
        if made.dropped:
            _leave(left, "shortened to max_length")
        found.append(array("i", made.tokens))
        marks.append(array("i", made.labels))
        digest.update(found[-1].tobytes() + marks[-1].tobytes())
    if not found:
        why = "; ".join(f"{count} {reason}" for reason, count in left.items()) or "it is empty"
        raise InputError(f"{data} has no conversation to tune on: {why}.")
    return Gathered(found, marks, left, digest.hexdigest())


def controls(tokens: Any) -> tuple[str, ...]:
    """Words that the tokeniser reads as commands: data that hold one are no plain text to it."""
    return tuple({*tokens.all_special_tokens, *tokens.get_added_vocab()} - {""})


def _leave(left: dict[str, int], reason: str) -> None:
    left[reason] = left.get(reason, 0) + 1
