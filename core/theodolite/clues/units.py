"""Units on signs: miles and miles per hour, degrees Fahrenheit, and how km/h is written in each language.

Only a number with its unit in a short line counts: a sentence that mentions miles stands anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from theodolite.clues import record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.domain import Strength

METHOD = "units of measure"
KIND = "text.unit"

#: Longer lines are prose or the small print of a package.
MAX_WORDS = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is written on signs: ``pattern`` with its number, and P(seen | country) up to a factor."""

    key: str
    pattern: regex.Pattern[str]
    weights: dict[str, float]
    strength: Strength
    meaning: str


@cache
def units() -> tuple[Unit, ...]:
    """The table ``units.csv``; countries '!US:0.1' means everywhere, but there with that weight."""
    found = []
    for row in tables.rows("units"):
        cell = row["countries"]
        few = tables.weights(cell.removeprefix("!"))
        found.append(
            Unit(
                row["key"],
                regex.compile(row["pattern"], regex.IGNORECASE if row["case"] == "any" else 0),
                tables.all_but(few) if cell.startswith("!") else few,
                Strength(row["strength"]),
                row["meaning"],
            )
        )
    return tuple(found)


def measures(text: str) -> list[tuple[str, Unit]]:
    """What is measured in a line: (as read, unit). The more telling unit of overlapping ones is kept."""
    found: list[tuple[str, Unit]] = []
    taken: list[tuple[int, int]] = []
    for unit in units():
        for match in unit.pattern.finditer(text):
            start, end = match.span()
            if not any(start < last and first < end for first, last in taken):
                found.append((match.group().strip(), unit))
                taken.append((start, end))
    return found


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """One finding a unit a line; LIKELY only where the wording belongs to few countries."""
    found = []
    for line in lines:
        if tables.words(line.text) > MAX_WORDS:
            continue
        for shown, unit in measures(line.text):
            found.append(
                Finding(
                    line.number,
                    KIND,
                    observation=f"“{shown}”",
                    inference=f"{unit.meaning}: {record.countries_in_words(unit.weights)}",
                    strength=unit.strength,
                    method=METHOD,
                    key=f"unit:{unit.key}",
                    reach=record.graded("unit of measure", unit.weights),
                    confidence=line.confidence,
                )
            )
    return found
