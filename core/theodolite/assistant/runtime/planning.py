"""In which batches a prompt is evaluated: pure.

A batch of tokens is at most :data:`PROMPT_PART` long, counted from the beginning of its run of text; an
image is a batch by itself; the last token of the prompt is evaluated alone. So which batches a prompt has
depends on the prompt only, and what is kept of an earlier one was evaluated in the very batches that it would
be evaluated in again. llama.cpp gives the same bits for the same batches, and others for tokens one by one.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from theodolite.domain.assistant import Batch
from theodolite.errors import InputError

PROMPT_PART = 128  # tokens evaluated between two cancel checks


@dataclass(frozen=True, slots=True)
class Words:
    """A run of tokens."""

    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One image of a picture (some projectors cut one into several). ``pixels``: SHA-256 of the picture's
    pixels; ``number`` counts its images from 0; ``count``: its tokens; ``positions``: how far it moves on."""

    pixels: str
    number: int
    count: int
    positions: int


Piece = Words | Shown


@dataclass(frozen=True, slots=True)
class Step:
    """A batch and what is evaluated in it."""

    batch: Batch
    piece: Piece

    @property
    def end(self) -> int:
        """The position after it."""
        return self.batch.start + (
            len(self.piece.tokens) if isinstance(self.piece, Words) else self.piece.positions
        )


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same with neighbouring runs of tokens made one, empty ones left out."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Shown):
            found.append(piece)
        elif found and isinstance(found[-1], Words):
            found[-1] = Words(found[-1].tokens + piece.tokens)
        elif piece.tokens:
            found.append(piece)
    return tuple(found)


def total(pieces: Sequence[Piece]) -> int:
    """Tokens, those of images too."""
    return sum(len(piece.tokens) if isinstance(piece, Words) else piece.count for piece in pieces)


def steps(pieces: Sequence[Piece], part: int = PROMPT_PART) -> tuple[Step, ...]:
    """The batches of a prompt. Raises InputError when it does not end with text: nothing could follow."""
    pieces = joined(pieces)
    if not pieces or not isinstance(pieces[-1], Words):
        raise InputError("Nothing to write: there is no question.")
    found: list[Step] = []
    at = 0
    for number, piece in enumerate(pieces, start=1):
        if isinstance(piece, Shown):
            found.append(_shown(piece, at))
        else:
            body = len(piece.tokens) - (number == len(pieces))
            cuts = [*range(0, body, part), body]
            if body < len(piece.tokens):
                cuts.append(len(piece.tokens))
            found += (_words(piece.tokens[a:b], at + a) for a, b in pairwise(cuts) if a < b)
        at = found[-1].end
    return tuple(found)


def repeated(pieces: Sequence[Piece], plan: Sequence[Batch]) -> tuple[Step, ...]:
    """The batches that ``plan`` records; InputError where they are not those of this prompt."""
    found: list[Step] = []
    rest = list(joined(pieces))
    at = 0
    for batch in plan:
        if not rest:
            raise InputError(_OTHER)
        piece = rest.pop(0)
        if isinstance(piece, Words):
            if not 0 < batch.count <= len(piece.tokens):
                raise InputError(_OTHER)
            if batch.count < len(piece.tokens):
                rest.insert(0, Words(piece.tokens[batch.count :]))
            step = _words(piece.tokens[: batch.count], at)
        else:
            step = _shown(piece, at)
        if step.batch != batch:
            raise InputError(_OTHER)
        found.append(step)
        at = step.end
    if rest or not found or not isinstance(found[-1].piece, Words):
        raise InputError(_OTHER)
    return tuple(found)


def shared(evaluated: Sequence[Step], wanted: Sequence[Step]) -> int:
    """How many batches from the beginning are the same."""
    shortest = min(len(evaluated), len(wanted))
    return next((n for n in range(shortest) if evaluated[n].batch != wanted[n].batch), shortest)


def tokens_of(steps: Sequence[Step]) -> int:
    return sum(step.batch.count for step in steps)


_OTHER = (
    "This request cannot be repeated: its prompt is not the one that the recorded evaluation plan describes. "
    "The model file, the program or the question has changed."
)


def _words(tokens: tuple[int, ...], start: int) -> Step:
    digest = hashlib.sha256(_little(tokens)).hexdigest()
    return Step(Batch("tokens", start, len(tokens), digest), Words(tokens))


def _shown(piece: Shown, start: int) -> Step:
    return Step(Batch("image", start, piece.count, piece.pixels), piece)


def _little(tokens: Sequence[int]) -> bytes:
    """Token ids as little-endian int32."""
    packed = array("i", tokens)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()
