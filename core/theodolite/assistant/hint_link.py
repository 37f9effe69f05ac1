"""The rule for links: "E1 and E2 show one place within 2 km"."""

from __future__ import annotations

import re

from theodolite.assistant import hint_nature
from theodolite.assistant.hint_rule import Context, Read
from theodolite.assistant.hint_words_en import BOOK
from theodolite.domain import LinkReach
from theodolite.errors import HintNotUnderstood

#: "One place" without a radius: the photographers stood within sight of the same thing.
DEFAULT_KM = 1.0
#: Beyond this it is a region, which "in ..." says better, and the blur of points alone would mislead.
MOST_KM = 50.0
LEAST_KM = 0.01

_UNITS = {"m": 0.001, "km": 1.0, "mi": 1.609344}
_LIST = r"E\d+(?:\s*,\s*E\d+)*(?:\s*,?\s*(?:and|&)\s*E\d+)*"
_ONE = r"(?:one|the\s+same|a\s+single)\s+(?:place|spot|location|scene)"
_RADIUS = (
    r"(?:[\s,(]+(?:within|to\s+within|up\s+to)\s+(?P<number>\d+(?:[.,]\d+)*)\s*"
    r"(?P<unit>km|kilomet(?:er|re)s?|m|met(?:er|re)s?|mi|miles?)(?:\s+of\s+each\s+other)?\)?)?"
)
_PATTERNS = (
    rf"^(?P<ids>{_LIST})\s+(?:all\s+|both\s+)?(?:show|depict|are\s+of|were\s+taken\s+(?:at|in|from)|"
    rf"are\s+(?:at|from))\s+{_ONE}{_RADIUS}$",
    rf"^(?P<ids>E\d+)\s+(?:shows|is\s+of|was\s+taken\s+(?:at|in|from))\s+{_ONE}\s+as\s+"
    rf"(?P<others>{_LIST}){_RADIUS}$",
)


def link(text: str, _context: Context, unlikely: bool) -> Read | None:
    """Which exhibits show one place, and how near to each other they were taken."""
    for pattern in _PATTERNS:
        match = re.match(pattern, text, flags=re.I)
        if match is None:
            continue
        groups = match.groupdict()
        if unlikely:
            raise HintNotUnderstood(
                "A link says that exhibits show one place; where they do not, leave it out."
            )
        return linked(
            f"{groups['ids']} {groups.get('others') or ''}", _radius(groups.get("number"), groups.get("unit"))
        )
    return None


def linked(ids: str, radius: float | None) -> Read:
    """The exhibits named in ``ids`` show one place; ``radius`` in km."""
    named = re.findall(r"E\d+", ids, flags=re.I)
    exhibits = tuple(f"E{number}" for number in sorted({int(name[1:]) for name in named}))
    if len(exhibits) < 2:
        raise HintNotUnderstood("A link needs two exhibits or more.")
    radius = DEFAULT_KM if radius is None else round(radius, 3 if radius < 1 else 2)
    if not LEAST_KM <= radius <= MOST_KM:
        raise HintNotUnderstood(f"A link's radius lies between 10 m and {MOST_KM:.0f} km.")
    return Read(f"{_listed(exhibits)} show one place, within {_km(radius)}", LinkReach(exhibits, radius))


def _radius(number: str | None, unit: str | None) -> float | None:
    if number is None or unit is None:
        return None
    short = unit.lower()
    short = "km" if short.startswith("k") else "mi" if short.startswith("mi") else "m"
    return hint_nature.number(number, BOOK) * _UNITS[short]


def _listed(exhibits: tuple[str, ...]) -> str:
    return f"{', '.join(exhibits[:-1])} and {exhibits[-1]}"


def _km(radius: float) -> str:
    return f"{radius:g} km" if radius >= 1.0 else f"{1000 * radius:g} m"
