"""The leak guard: no text of Clue or Dialog may tell the position that the file or the table claims.

The clue sources that read what a file says of itself are off, and the image is examined without its
metadata. This is the second look, at what was written: numbers that are the position. A number with three
digits or more after its point that is the latitude or longitude to that precision tells it; so does a pair
of two-digit ones, and degrees, minutes and seconds that come to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_DECIMAL = re.compile(r"(?<![\d.])(\d{1,3})[.,](\d{2,})(?!\d)")
_SEXAGESIMAL = re.compile(
    r"(?<!\d)(\d{1,3})\s*[°º]\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’](?:\s*(\d{1,2}(?:[.,]\d+)?)\s*[\"″”])?"
)
#: Degrees that minutes and seconds may be off.
_SECONDS = 1.0 / 3600.0

Position = tuple[float, float]


def tells(texts: Iterable[str], positions: Iterable[Position]) -> bool:
    """Whether any text gives one of ``positions`` (latitude, longitude in degrees; signs do not matter)."""
    known = [(abs(lat), abs(lon)) for lat, lon in positions]
    return any(_one(text, lat, lon) for text in texts for lat, lon in known)


def _one(text: str, lat: float, lon: float) -> bool:
    coarse = [False, False]
    for value, digits in _decimals(text):
        # What is written may be rounded or cut off: one unit of its last digit away at most.
        match = [abs(value - axis) < 10.0**-digits for axis in (lat, lon)]
        if any(match) and digits >= 3:
            return True
        coarse = [had or now for had, now in zip(coarse, match, strict=True)]
    return all(coarse) or any(
        abs(value - axis) <= within for value, within in _angles(text) for axis in (lat, lon)
    )


def _decimals(text: str) -> Iterator[tuple[float, int]]:
    for match in _DECIMAL.finditer(text):
        yield float(f"{match[1]}.{match[2]}"), len(match[2])


def _angles(text: str) -> Iterator[tuple[float, float]]:
    for degrees, minutes, seconds in _SEXAGESIMAL.findall(text):
        value = float(degrees) + float(minutes.replace(",", ".")) / 60.0
        if seconds:
            yield value + float(seconds.replace(",", ".")) / 3600.0, _SECONDS
        else:
            yield value, 1.0 / 60.0 if "." not in minutes and "," not in minutes else _SECONDS
