"""The point that a language model wrote: JSON under a grammar, or a coordinate somewhere in free text.

A failed answer is nothing, never the point (0, 0): each function gives a point or the reason why not. The
reasons are a closed list, so that they can be counted.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, Literal

from theodolite.errors import InputError
from theodolite.geo import coordinates

Invalid = Literal["cut off", "not JSON", "not a point", "not finite", "out of range", "no coordinate"]
REASONS: tuple[Invalid, ...] = (
    "cut off",
    "not JSON",
    "not a point",
    "not finite",
    "out of range",
    "no coordinate",
)
Read = tuple[float, float] | Invalid


def json_point(text: str, *, cut: bool = False) -> Read:
    """The point of ``{"latitude": number, "longitude": number}``: exactly these keys, integers allowed.

    ``cut``: the model was stopped by its token limit, which explains text that is no JSON. Longitude 180 is
    -180; nothing else is wrapped or clamped.
    """
    try:
        found = json.loads(text, object_pairs_hook=_pairs, parse_int=float)
    except (ValueError, RecursionError):
        return "cut off" if cut else "not JSON"
    if not isinstance(found, _Members) or sorted(key for key, _ in found) != ["latitude", "longitude"]:
        return "not a point"
    values = dict(found)
    return _point(values["latitude"], values["longitude"])


class _Members(list[tuple[str, Any]]):
    """The members of one JSON object in order, a name that stands twice included."""


def _pairs(members: list[tuple[str, Any]]) -> _Members:
    return _Members(members)


def _point(lat: Any, lon: Any) -> Read:
    if not (isinstance(lat, float) and isinstance(lon, float)):
        return "not a point"
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return "not finite"
    try:
        return coordinates.checked(lat, lon)
    except InputError:
        return "out of range"


_DEGREE, _MINUTE, _SECOND = "[°º˚]", "['’‘′´]", "(?:[\"”“″]|'')"
_WORDS = r"(?:north|south|east|west)(?![A-Za-z])"
_LABEL = r"(?:\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b[\"'*]*\s*(?:is\s+|of\s+)?[:=]?\s*[\"'*]*\s*)"
_NUMBER = (
    r"[+\-−–]?\d{1,4}(?:\.\d+)?"
    rf"(?:\s*(?:{_DEGREE}|deg(?:rees?)?\b)"
    rf"(?:\s*\d{{1,2}}(?:\.\d+)?\s*{_MINUTE}(?:\s*\d{{1,2}}(?:\.\d+)?\s*{_SECOND})?)?)?"
)
# The letter of the direction stands before its number or after it.
_HALF = rf"{_LABEL}?(?:[NSEW]\s*{_NUMBER}|{_NUMBER}(?:\s*(?:{_WORDS}|[NSEW](?![A-Za-z])))?)"
# Two halves, with what may stand between them, and no digit or letter running on at either side.
_PAIR = re.compile(
    rf"(?<![\w.])(?P<first>{_HALF})[\"'*]*(?:\s*[,;/|]\s*(?:and\s+)?|\s+and\s+|\s+)[\"'*(]*(?P<second>{_HALF})"
    r"(?!\.?\d)(?![A-Za-z])",
    re.IGNORECASE,
)
_SURE = re.compile(rf"\.\d|{_DEGREE}|\bdeg|[NSEW](?![a-z])|{_WORDS}|lat|lon|lng", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = str.maketrans("−–", "--")


def free_point(text: str, *, cut: bool = False) -> Read:
    """The last coordinate in free text, as decimal degrees or degrees, minutes and seconds, with signs,
    letters or words for the four directions, or labels, in either order.

    Two bare integers are no coordinate: sentences are full of them. The last one counts, for a model that
    reasons names its references first and concludes then. ``cut`` as in :func:`json_point`.
    """
    reason: Invalid = "cut off" if cut else "no coordinate"
    at, found = 0, None
    while (match := _PAIR.search(text, at)) is not None:
        first, second = match["first"], match["second"]
        read = _pair(first, second) if _SURE.search(first) and _SURE.search(second) else None
        if isinstance(read, tuple):
            found, at = read, match.end()
            continue
        if read is not None:
            reason = read
        at = match.start("second")
    return found if found is not None else reason


def _pair(first: str, second: str) -> Read | None:
    """None where the two halves are no coordinate at all."""
    try:
        found = coordinates.pair(f"{_plain(first)}, {_plain(second)}", "")
    except coordinates.Ambiguous:
        return None
    except InputError:
        degrees = [float(number[0]) for half in (first, second) if (number := _DIGITS.search(half))]
        return "out of range" if max(degrees) > 90 else None
    return found.lat, found.lon


def _plain(half: str) -> str:
    """``half`` as :mod:`geo.coordinates` reads it: a bare label, one letter for a direction."""
    text = half.translate(_SIGNS)
    label = re.match(_LABEL, text, re.IGNORECASE)
    if label is not None:
        text = ("lat " if text[:2].lower() == "la" else "lon ") + text[label.end() :]
    text = re.sub(_WORDS, lambda word: word[0][0].upper(), text, flags=re.IGNORECASE)
    return re.sub(r"deg(?:rees?)?\b", "°", text, flags=re.IGNORECASE)
