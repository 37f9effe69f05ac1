"""What stands around a name on a sign: how far it is, the region or country it is in, the line below it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import territory_names
from theodolite.domain import AreaReach, Box, GradedReach, Reach
from theodolite.geo import regions
from theodolite.geo.names import is_east

#: Country -> how well it agrees with something else in the photograph, up to a factor.
Home = dict[str, float]

_DISTANCE = regex.compile(
    r"(?<![\d.,])(\d{1,4})(?:[.,]\d)?\s?(km|км|كم|ק״מ|公里|キロ|กม|miles|mi)\.?(?![\p{L}/])",
    flags=regex.IGNORECASE,
)
#: 'Lyon 45': a name and a bare number.
_BARE = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\s'’.-]{2,}?\s(\d{1,4})")
#: How near (fractions of the image, between centres) a distance stands to the name it belongs to.
_NEAR = 0.35
_MILE_KM = 1.609344
_MILES = frozenset(("GB", "US", "LR"))


def distance_to(line: TextLine, lines: Sequence[TextLine], home: Home | None = None) -> float | None:
    """Kilometres a direction sign states for the name in ``line``: on the line itself or nearest to it.

    A bare number counts when two lines of the photograph or more are a name and a number; it is miles where
    ``home`` is best for a country that signs in miles.
    """
    own = _DISTANCE.search(line.text)
    if own:
        return _km(own)
    number = _bare_number(line.text)
    if number and sum(_bare_number(other.text) is not None for other in lines) >= 2:
        best = max(home, key=lambda code: home[code]) if home else ""
        return number * (_MILE_KM if best in _MILES else 1.0)
    x, y = _centre(line)
    nearest: tuple[float, float] | None = None
    for other in lines:
        stated = _stated(other.text)
        if stated is not None:
            u, v = _centre(other)
            apart = math.hypot(u - x, v - y)
            if apart <= _NEAR and (nearest is None or apart < nearest[0]):
                nearest = (apart, stated)
    return nearest[1] if nearest else None


@lru_cache(maxsize=4096)
def _bare_number(text: str) -> float | None:
    """The number of a line that is a name and a number from 1 to 1999."""
    match = _BARE.fullmatch(text.strip())
    return float(match.group(1)) if match and 0 < int(match.group(1)) < 2000 else None


@lru_cache(maxsize=4096)
def _stated(text: str) -> float | None:
    """Kilometres of a line that is nothing but a distance."""
    match = _DISTANCE.fullmatch(regex.sub(r"[^\p{L}\d.,\s״]", "", text).strip())
    return _km(match) if match else None


def _km(match: regex.Match[str]) -> float:
    return float(match.group(1)) * (_MILE_KM if match.group(2).lower().startswith("mi") else 1.0)


def _centre(line: TextLine) -> tuple[float, float]:
    box = line.box
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def agreement(reaches: Iterable[Reach | None]) -> Home:
    """What countries of other findings (phone, domain, currency, street words) say, multiplied together.

    Each finding leaves every country at least a tenth of its best: none can exclude one. {} when none
    speaks of countries.
    """
    total: dict[str, float] = {}
    floor = 1.0
    for reach in reaches:
        weights: dict[str, float] = {}
        if isinstance(reach, GradedReach):
            weights = dict(reach.weights)
        elif isinstance(reach, AreaReach) and not reach.negated:
            weights = {code.partition(".")[0]: 1.0 for code in reach.codes}
        top = max(weights.values(), default=0.0)
        if top <= 0:
            continue
        scaled = {code: 0.1 + 0.9 * weight / top for code, weight in weights.items()}
        total = {
            code: total.get(code, floor) * scaled.get(code, 0.1) for code in total.keys() | scaled.keys()
        }
        floor *= 0.1
    return total


def joined(one: Home, other: Home) -> Home:
    """Two agreements as one; either may be empty."""
    if not one or not other:
        return one or other
    tops = max(one.values()), max(other.values())
    return {
        code: (0.1 + 0.9 * one.get(code, 0.0) / tops[0]) * (0.1 + 0.9 * other.get(code, 0.0) / tops[1])
        for code in one.keys() | other.keys()
    }


def inside(text: str) -> frozenset[str]:
    """Countries and regions (codes) that a line names beside a place: 'Springfield, IL', 'Paris, France'."""
    found: set[str] = set()
    parts = [part.strip() for part in regex.split(r"[,()/\n]| - ", text) if part.strip()]
    for part in parts[1:]:
        bare = regex.sub(r"[\d\s]+$", "", part)
        if regex.fullmatch(r"[A-Z]{2}", bare):
            found.update(regions.lookup(f"US-{bare}"))
            continue
        if len(bare) >= 4:
            found.update(regions.lookup(bare))
        code = territory_names().get(bare.lower(), "")
        if code.isalpha():
            found.add(code)
    return frozenset(found)


def pairs(lines: Sequence[TextLine]) -> list[tuple[TextLine, int, str]]:
    """Neighbouring lines as one, for names written over two: 'NEW' above 'YORK', 'Düssel-' above 'dorf'.

    The second stands right below the first (or right of it) in letters of about the same height. Each is
    (the line with number and place of the first, number of the second, what stands at the joint).
    """
    found = []
    short = [(line, line.box) for line in lines if len(line.text.split()) <= 3]
    for one, a in short:
        for other, b in short:
            if other.number == one.number or not _continues(a, b):
                continue
            first, second = one.text.strip(), other.text.strip()
            if not first or not second:
                continue
            last, begin = first.split()[-1], second.split()[0]
            if first.endswith("-"):
                text, joint = first[:-1] + second, last[:-1] + begin
            elif is_east(first[-1]) and is_east(second[0]):
                text, joint = first + second, first[-1] + second[0]
            else:
                text, joint = f"{first} {second}", f"{last} {begin}"
            found.append((replace(one, text=text), other.number, joint))
    return found


def _continues(a: Box, b: Box) -> bool:
    """Whether the line in ``b`` stands right below or right of the one in ``a``, of about its height."""
    high, low = a.bottom - a.top, b.bottom - b.top
    if not high or not low or not 0.6 <= low / high <= 1.67:
        return False
    below = 0 <= b.top - a.bottom + 0.3 * high <= 1.3 * high
    shared = min(a.right, b.right) - max(a.left, b.left)
    if below and shared > 0.5 * min(a.right - a.left, b.right - b.left):
        return True
    level = abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < 0.4 * high
    return level and 0 <= b.left - a.right + 0.2 * high <= 1.5 * high
