"""What reading a picture yields: lines that count as text, and places where writing could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.clues import scripts
from theodolite.clues.recognise.tessdata import by_hand
from theodolite.domain import Box

#: Reasons of :class:`Unreadable`.
NOT_READ = "could not be read"
NOT_INSTALLED = "not installed"
NO_RECOGNISER = "no recogniser"

_OTHER = {"Hani": "Chinese or Japanese", "Cans": "Canadian syllabics", "Tfng": "Tifinagh"}

Polygon = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as read: ``number`` from 1 in reading order, ``confidence`` in [0, 1].

    ``polygon`` holds four corners as fractions of width and height of the upright image. ``script``: ISO
    15924 code of the letters ("Hani" where kana is among them too; "Zyyy" for numbers; "" not told).
    ``recogniser``: who read it. ``angle``: degrees clockwise the line is turned from upright, in (-180, 180];
    an upright column of characters has 0.
    """

    number: int
    text: str
    confidence: float
    polygon: Polygon
    script: str = ""
    recogniser: str = ""
    angle: float = 0.0

    @property
    def box(self) -> Box:
        return box_of(self.polygon)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Where writing was seen that is not reported as text.

    ``script``: ISO 15924 code as told from the shape, '' when unsure. ``reason``: :data:`NOT_READ`,
    :data:`NOT_INSTALLED` (then ``command`` gets what is missing) or :data:`NO_RECOGNISER` (none exists).
    """

    box: Box
    script: str = ""
    reason: str = NOT_READ
    command: str = ""

    @property
    def observation(self) -> str:
        """One sentence for a person: what was seen and why there is no text."""
        if not self.script:
            return "Something that looks like writing could not be read"
        name = _OTHER.get(self.script) or scripts.SCRIPTS.get(self.script, self.script)
        if self.reason == NOT_INSTALLED:
            return f"Writing that looks like {name}: the data that reads {name} is not installed"
        if self.reason == NO_RECOGNISER:
            return f"Writing that looks like {name}: there is no recogniser for {name}"
        return f"Writing that looks like {name} could not be read surely enough"

    @property
    def note(self) -> str:
        """The next step."""
        if self.reason == NOT_INSTALLED:
            return f"Get it with: {self.command}. {by_hand(self.script)}".strip()
        return "Add what you read yourself."


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader saw, in reading order."""

    lines: tuple[TextLine, ...]
    unreadable: tuple[Unreadable, ...] = ()


def box_of(polygon: Polygon) -> Box:
    """The upright rectangle around ``polygon``, inside the image."""
    xs = [min(max(x, 0.0), 1.0) for x, _ in polygon]
    ys = [min(max(y, 0.0), 1.0) for _, y in polygon]
    return Box(round(min(xs), 5), round(min(ys), 5), round(max(xs), 5), round(max(ys), 5))
