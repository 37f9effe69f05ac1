"""What every rule for hints works with."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_words import Words
from theodolite.domain import PointReach, Reach, Strength
from theodolite.errors import HintNotUnderstood
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules read with; ``listed``: the candidates now shown, for "none of these"."""

    book: Book
    words: Words
    world: World
    gazetteer: Gazetteer | None
    listed: tuple[PointReach, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A clause that a rule fits."""

    reading: str
    reach: Reach
    strength: Strength | None = None
    exclude: bool = False


class NoRule(HintNotUnderstood):
    """No rule fits ``part``; other refusals know better what is wrong."""

    def __init__(self, part: str, advice: str = "") -> None:
        super().__init__(advice or f'I did not understand "{part}".')
        self.part = part
        self.advice = advice


def either(labels: list[str]) -> str:
    """'Italy', 'Italy or France', 'Italy, France or Spain'."""
    return ", ".join(labels[:-1]) + f" or {labels[-1]}" if len(labels) > 1 else labels[0]
