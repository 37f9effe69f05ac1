"""What the investigator reads instead of the machine: it stays with its place on the image.

A correction belongs to a box, not to a line number: when the exhibit is examined again, by a newer reader
perhaps, it is laid on the line that stands there, or on a line of its own where none was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from theodolite.clues.recognise.lines import Reading, TextLine, Unreadable
from theodolite.domain import Box, Clue
from theodolite.errors import TheodoliteError

#: Share of the area of both boxes together that is common, from which they are one place.
SAME_PLACE = 0.5

_READ, _READER, _CORRECTED, _BY = "read as", "read by", "corrected to", "corrected by"


class EmptyCorrection(TheodoliteError):
    """A correction must have text; writing that is none is rejected instead."""

    code = "empty-correction"


@dataclass(frozen=True, slots=True)
class Correction:
    """``read``: the text as the machine read it, '' where it read none; ``box``: where on the image."""

    read: str
    box: Box
    corrected: str
    operator: str
    recogniser: str = ""

    @property
    def text(self) -> tuple[str, str]:
        """What the machine read, and which."""
        return (self.read, self.recogniser)

    @property
    def inputs(self) -> tuple[tuple[str, str], ...]:
        """For the record of each clue, and enough to find the correction again."""
        return (
            (_READ, self.read),
            (_READER, self.recogniser),
            (_CORRECTED, self.corrected),
            (_BY, self.operator),
        )


def correction(read: str, box: Box, corrected: str, operator: str, recogniser: str = "") -> Correction:
    """A correction with white space made plain. Raises :class:`EmptyCorrection`."""
    text = " ".join(corrected.split())
    if not text:
        raise EmptyCorrection("A corrected line needs text. If nothing is written, reject the clue.")
    return Correction(read, box, text, operator, recogniser)


def corrections_of(clues: Iterable[Clue], exhibit: str) -> tuple[Correction, ...]:
    """The corrections recorded in the clues of ``exhibit``, each once, from top to bottom."""
    found: dict[Box, Correction] = {}
    for clue in clues:
        inputs = dict(clue.inputs)
        if (
            clue.exhibit == exhibit
            and clue.box is not None
            and clue.line is not None
            and _CORRECTED in inputs
        ):
            found[clue.box] = Correction(
                inputs.get(_READ, ""),
                clue.box,
                inputs[_CORRECTED],
                inputs.get(_BY, ""),
                inputs.get(_READER, ""),
            )
    return tuple(sorted(found.values(), key=lambda item: (item.box.top, item.box.left)))


def applied(
    reading: Reading, corrections: Sequence[Correction]
) -> tuple[tuple[TextLine, ...], dict[int, Correction], tuple[Unreadable, ...]]:
    """(lines with the corrected texts, line number -> its correction, what remains unreadable).

    A line that carries a correction counts as surely read (confidence 1).
    """
    lines = list(reading.lines)
    unreadable = list(reading.unreadable)
    by_number: dict[int, Correction] = {}
    for item in corrections:
        free = [line for line in lines if line.number not in by_number]
        line = max(free, key=lambda line: (_common(line.box, item.box), line.text == item.read), default=None)
        if line is not None and _common(line.box, item.box) >= SAME_PLACE:
            recogniser = line.recogniser or item.recogniser
            kept = replace(item, read=line.text, recogniser=recogniser, box=line.box)
            lines[lines.index(line)] = replace(line, text=item.corrected, confidence=1.0)
            by_number[line.number] = kept
            continue
        number = max((line.number for line in lines), default=0) + 1
        lines.append(TextLine(number, item.corrected, 1.0, _corners(item.box)))
        by_number[number] = item
        unreadable = [seen for seen in unreadable if _common(seen.box, item.box) < SAME_PLACE]
    return tuple(lines), by_number, tuple(unreadable)


def same_place(first: Box, second: Box) -> bool:
    """Whether two boxes are one place on the image."""
    return _common(first, second) >= SAME_PLACE


def _corners(box: Box) -> tuple[tuple[float, float], ...]:
    return (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )


def _common(first: Box, second: Box) -> float:
    """Intersection over union of two boxes, in [0, 1]."""
    wide = min(first.right, second.right) - max(first.left, second.left)
    high = min(first.bottom, second.bottom) - max(first.top, second.top)
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    areas = [(box.right - box.left) * (box.bottom - box.top) for box in (first, second)]
    return both / (areas[0] + areas[1] - both)
