"""What a write changed, so that only the views concerned draw again."""

from __future__ import annotations

from dataclasses import dataclass, fields

from theodolite.domain import Contradiction


@dataclass(frozen=True, slots=True)
class Changes:
    """One flag for each kind of thing a view may show; combine with ``|``."""

    exhibits: bool = False
    clues: bool = False
    hints: bool = False
    candidates: bool = False
    messages: bool = False
    references: bool = False
    case: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))

    @classmethod
    def everything(cls) -> Changes:
        return cls(*(True for _ in fields(cls)))


@dataclass(frozen=True, slots=True)
class HintEffect:
    """What a hint does to the ranking: ``text`` such as '▲2 ▼1' or '=', and a conflict if it has one."""

    hint: str
    text: str
    conflict: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class Pixels:
    """An upright image as packed RGB, ``3 * width * height`` bytes, rows without padding."""

    width: int
    height: int
    rgb: bytes
