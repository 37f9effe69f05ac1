"""Road numbers: 'A 7', 'I-95', '国道1号', 'E45', where the sign around them shows that they are roads.

'A4' is paper and 'B12' a vitamin, so the short forms count only beside a second road number, a distance or
a word of traffic signs on the same picture. Even then several countries share most of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from theodolite.clues import record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.domain import Strength

METHOD = "road numbers"
KIND = "text.road"

#: Road numbers stand on signs, not in sentences.
MAX_WORDS = 6

_E_ROAD = regex.compile(r"(?<![\p{L}\d.,/-])E\s?-?(?P<n>0?\d{1,2})(?![\p{L}\d/°%-]|[.,]\d)")
_SIGN = regex.compile(
    r"(?<![\d.,])\d{1,3}\s?(?:km|км|公里|miles?)(?![\p{L}/])"
    # Words for exits are left out: they stand over doors and in car parks, beside 'A1'.
    r"|(?<!\p{L})(?:richtung|(?:autobahn|auto)?kreuz|(?:autobahn)?dreieck|péage|peaje|pedágio|kierunek|"
    r"exit \d{1,3}|junction|motorway|freeway|turnpike|toll|next exit|autobahn|autoroute|autostrada|autopista|"
    r"autovía|高速|国道|국도|방면)(?!\p{L})",
    flags=regex.IGNORECASE,
)
_HAN = regex.compile(r"\p{Han}{2,}")

#: Sizes of paper, vitamins and fuels: these do not support another number.
_THINGS = regex.compile(r"[AB]\d|B10|B12|E5|E10|E85")

#: Sold on shirts and bar signs everywhere.
_SOUVENIRS = regex.compile(r"route\s?66", flags=regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Road:
    """A way of writing road numbers; ``context``: '' stands by itself, else 'road' or 'han'."""

    key: str
    pattern: regex.Pattern[str]
    context: str
    weights: dict[str, float]
    strength: Strength
    meaning: str


@cache
def roads() -> tuple[Road, ...]:
    """The table ``roads.csv``."""
    return tuple(
        Road(
            row["key"],
            regex.compile(row["pattern"]),
            row["context"],
            tables.weights(row["countries"]),
            Strength(row["strength"]),
            row["meaning"],
        )
        for row in tables.rows("roads")
    )


@cache
def e_roads() -> dict[int, dict[str, float]]:
    """Number of a European road -> the countries it runs through."""
    return {int(row["number"]): tables.weights(row["countries"]) for row in tables.rows("eroads")}


@dataclass(frozen=True, slots=True)
class _Seen:
    line: TextLine
    text: str
    span: tuple[int, int]
    road: Road


def _seen(line: TextLine) -> list[_Seen]:
    if tables.words(line.text) > MAX_WORDS or _SOUVENIRS.search(line.text):
        return []
    found = []
    for match in _E_ROAD.finditer(line.text):
        number = int(match["n"])
        if number in e_roads():
            road = Road(f"E{number}", _E_ROAD, "road", e_roads()[number], Strength.WEAK, "a European road")
            found.append(_Seen(line, match.group(), match.span(), road))
    for road in roads():
        found += [
            _Seen(line, match.group(), match.span(), road) for match in road.pattern.finditer(line.text)
        ]
    return found


def _supported(item: _Seen, seen: list[_Seen], lines: tuple[TextLine, ...]) -> bool:
    """Whether the picture shows by something else that ``item`` is the number of a road."""
    if not item.road.context:
        return True
    around = tables.near(lines, item.line)
    if item.road.context == "han" and not _HAN.search(around):
        return False
    rest = around.replace(item.text, " ")
    if _SIGN.search(rest):
        return True
    return any(
        other.road.weights.keys() & item.road.weights.keys()
        and not _THINGS.fullmatch(other.text)
        and (other.line is not item.line or other.span != item.span)
        and abs(other.line.number - item.line.number) <= 3
        and _kind(other.text) != _kind(item.text)
        for other in seen
    )


def _kind(text: str) -> str:
    return str(regex.sub(r"[\d\s-]", "", text)).upper()


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """One finding a road number a line; of several readings of one number all countries stay."""
    seen = [item for line in lines for item in _seen(line)]
    kept = [item for item in seen if _supported(item, seen, lines)]
    found = []
    for line in lines:
        here = [item for item in kept if item.line is line]
        for span in sorted({item.span for item in here}):
            if not _inside(span, {item.span for item in here}):
                found.append(_finding(line, [item for item in here if item.span == span]))
    return found


def _inside(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last and (first, last) != span for first, last in others)


def _finding(line: TextLine, readings: list[_Seen]) -> Finding:
    weights: dict[str, float] = {}
    for item in readings:
        for country, weight in item.road.weights.items():
            weights[country] = max(weights.get(country, 0.0), weight)
    shown = readings[0].text.strip()
    meaning = " or ".join(dict.fromkeys(item.road.meaning for item in readings[:3]))
    alone = len(readings) == 1
    return Finding(
        line.number,
        KIND,
        observation=f"road number “{shown}”",
        inference=f"{meaning}: {record.countries_in_words(weights)}",
        strength=readings[0].road.strength if alone else Strength.WEAK,
        method=METHOD,
        key=f"road:{shown.replace(' ', '')}",
        reach=record.graded("road number", weights),
        confidence=line.confidence,
    )
