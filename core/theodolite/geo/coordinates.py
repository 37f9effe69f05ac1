"""Coordinates as people write them: read without guessing, written with honest precision.

Formats: decimal degrees (also with decimal commas), degrees and minutes, degrees minutes seconds, with
hemisphere letters or signs, ``geo:`` URIs (RFC 5870) and the coordinate part of map addresses. Text around a
coordinate is refused: two numbers in a sentence are not a place. What can be read in two ways is asked back.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from urllib.parse import unquote

from theodolite.errors import InputError

EXAMPLE = "Write it as 43.4682, 11.8802 or 43°28'06\"N 11°52'49\"E."

_MARKS = str.maketrans(
    {
        **dict.fromkeys("’‘′´`ʹ", "'"),
        **dict.fromkeys("”“″˝", '"'),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("−–‒", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\t\n", " "),
    }
)
_TOKEN = re.compile(
    r"""(?P<label>lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\.?\s*[:=]? | (?P<number>\d+(?:\.\d+)?)
    | (?P<degree>°|deg\b|d(?=[\s\d])) | (?P<second>"|\'\') | (?P<minute>\') | (?P<letter>[NSEWO])(?![a-z])
    | (?P<sign>[+-]) | (?P<apart>[,;/|]) | (?P<space>\s+)""",
    re.VERBOSE | re.IGNORECASE,
)
_GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;.*)?", re.IGNORECASE)
_NUMBER = r"(-?\d{1,2}(?:\.\d+)?)"
_LON = r"(-?\d{1,3}(?:\.\d+)?)"
#: Coordinates in map addresses, what names the place before what only centres the map.
_ADDRESSES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"!3d{_NUMBER}!4d{_LON}",
        rf"[?&]mlat={_NUMBER}&mlon={_LON}",
        rf"[?&#](?:q|query|ll|sll|destination|daddr|pt)=(?:loc:)?{_NUMBER}\s*,\s*{_LON}(?![\d.])",
        rf"[?&#]cp={_NUMBER}~{_LON}",
        rf"/@{_NUMBER},{_LON}",
        rf"[?&#](?:center|c)={_NUMBER},{_LON}",
        rf"#(?:map=)?\d+(?:\.\d+)?/{_NUMBER}/{_LON}",
    )
)


def parse(text: str) -> tuple[float, float]:
    """Latitude and longitude (WGS84 degrees); raises InputError that says what is missing or ambiguous."""
    given = text.strip()
    if not given:
        raise InputError(f"There is no coordinate. {EXAMPLE}")
    if given.lower().startswith("geo:"):
        special = _GEO.fullmatch(given)
        if special is None:
            raise InputError(f"{_shown(text)} is not a geo: address of the form geo:43.4682,11.8802.")
        return checked(float(special.group(1)), float(special.group(2)), text)
    if given.lower().startswith(("http://", "https://")):
        return _address(unquote(given), text)
    return _pair(given, text)


def _address(given: str, text: str) -> tuple[float, float]:
    for pattern in _ADDRESSES:
        found = pattern.search(given)
        if found:
            return checked(float(found.group(1)), float(found.group(2)), text)
    raise InputError("That address holds no coordinate that we know how to read.")


@dataclass(frozen=True, slots=True)
class _Half:
    """One number of a pair in degrees; ``axis`` 'lat', 'lon' or '' when nothing says which."""

    value: float
    axis: str
    decimal: bool


def _pair(given: str, text: str) -> tuple[float, float]:
    """The one reading of the whole text as a pair, with decimal points or with decimal commas."""
    plain = given.translate(_MARKS).strip()
    if plain[:1] + plain[-1:] in ("()", "[]"):
        plain = plain[1:-1]
    commas = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    found = _readings(plain, text)
    if commas != plain and "." not in plain:
        # A comma is a decimal mark in both numbers or in neither.
        found |= _readings(commas, text, marked=True)
        if re.search(r"\d,\d", plain) and _readings(plain, text) and re.fullmatch(r"[\d+\-, ]*", plain):
            raise InputError(f"{_shown(text)} can be read in more than one way. {EXAMPLE}")
    if not found:
        raise InputError(f"{_shown(text)} is not a coordinate. {EXAMPLE}")
    if len(found) > 1:
        raise InputError(f"{_shown(text)} can be read in more than one way. {EXAMPLE}")
    lat, lon = found.pop()
    return checked(lat, lon, text)


def _readings(plain: str, text: str, *, marked: bool = False) -> set[tuple[float, float]]:
    """Every way to split the text into two numbers. ``marked``: both have to have decimals."""
    tokens = _tokens(plain)
    if tokens is None:
        return set()
    apart = [at for at, (kind, _) in enumerate(tokens) if kind == "apart"]
    if len(apart) > 1:
        return set()
    cuts = [(at, at + 1) for at in apart] or [(at, at) for at in range(1, len(tokens))]
    found: set[tuple[float, float]] = set()
    refused: InputError | None = None
    for end, start in cuts:
        try:
            first, second = _half(tokens[:end], text), _half(tokens[start:], text)
        except InputError as error:
            refused = error
            continue
        if first is None or second is None or (marked and not (first.decimal and second.decimal)):
            continue
        if first.axis and first.axis == second.axis:
            raise InputError(f"{_shown(text)} names the same direction twice. {EXAMPLE}")
        if first.axis == "lon" or second.axis == "lat":
            first, second = second, first
        found.add((first.value, second.value))
    if refused is not None and not found:
        raise refused
    return found


def _tokens(plain: str) -> list[tuple[str, str]] | None:
    """Kinds and texts, spaces left out; None when something is no part of a coordinate."""
    tokens, at = [], 0
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        if match is None:
            return None
        kind = str(match.lastgroup)
        if kind == "sign" and plain[at - 1 : at].isdigit():
            return None  # '43-11' is a range, too
        if kind != "space":
            tokens.append((kind, match.group(kind).upper()))
        elif tokens and tokens[-1][0] == "sign":
            return None  # '43 - 11' is a range, not a coordinate
        at = match.end()
    return tokens


_SHAPE = re.compile(r"L?(H?)(S?)N(D?)(?:N(M?)(?:N(C?))?)?(H?)")
_CODES = {
    "label": "L",
    "letter": "H",
    "sign": "S",
    "number": "N",
    "degree": "D",
    "minute": "M",
    "second": "C",
}


def _half(tokens: list[tuple[str, str]], text: str) -> _Half | None:
    """One number in degrees from its tokens; None when they are not one."""
    shape = _SHAPE.fullmatch("".join(_CODES.get(kind, "?") for kind, _ in tokens))
    if shape is None or (shape.group(1) and shape.group(6)):
        return None
    numbers = [value for kind, value in tokens if kind == "number"]
    letter = next((value for kind, value in tokens if kind == "letter"), "")
    label = next((value for kind, value in tokens if kind == "label"), "")
    if len(numbers) > 1 and not (letter or shape.group(3)):
        return None  # '43 28' without a sign of being minutes
    if letter == "O":
        raise InputError("O can stand for Ost (east) or Ouest (west): write E or W.")
    if letter and shape.group(2):
        raise InputError(f"{_shown(text)} has both a sign and a direction: use one of them.")
    if len(numbers) > 1 and any("." in number for number in numbers[:-1]):
        raise InputError(f"{_shown(text)} has decimals before its minutes or seconds.")
    degrees, minutes, seconds = (float(number) for number in (*numbers, "0", "0")[:3])
    if minutes >= 60 or seconds >= 60:
        raise InputError(f"{_shown(text)} has minutes or seconds of 60 or more.")
    negative = letter in ("S", "W") or ("sign", "-") in tokens
    value = degrees + minutes / 60 + seconds / 3600
    axis = {"N": "lat", "S": "lat", "E": "lon", "W": "lon"}.get(letter, "")
    named = {"LA": "lat", "LO": "lon", "LN": "lon"}.get(label[:2], "")
    if axis and named and axis != named:
        raise InputError(f"{_shown(text)} calls one number both latitude and longitude. {EXAMPLE}")
    return _Half(-value if negative else value, axis or named, "." in numbers[-1])


def checked(lat: float, lon: float, text: str = "") -> tuple[float, float]:
    """The point if it is on the globe; 180° is written -180°. Raises InputError."""
    if not (math.isfinite(lat) and math.isfinite(lon)):
        raise InputError("A coordinate must be a finite number.")
    if abs(lat) > 90:
        swapped = " Latitude comes first." if abs(lon) <= 90 else ""
        raise InputError(f"Latitude {lat:g} is beyond 90 degrees.{swapped}")
    if abs(lon) > 180:
        raise InputError(f"Longitude {lon:g} is beyond 180 degrees.")
    return lat, -180.0 if lon == 180 else lon


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def format_dd(lat: float, lon: float, radius_km: float | None = None) -> str:
    """Decimal degrees, with no more decimals than ``radius_km`` deserves (5, about a metre, without one)."""
    decimals = (
        5 if radius_km is None else max(0, min(6, math.ceil(-math.log10(max(radius_km, 1e-4) / 111.2))))
    )
    return f"{lat:.{decimals}f}, {lon:.{decimals}f}"


def format_dms(lat: float, lon: float, decimals: int = 1) -> str:
    """Degrees, minutes and seconds with hemisphere letters; rounding never shows 60."""
    return f"{_dms(lat, 'NS', decimals)} {_dms(lon, 'EW', decimals)}"


def _dms(value: float, letters: str, decimals: int) -> str:
    unit = 10**decimals
    total = round(abs(value) * 3600 * unit)
    degrees, rest = divmod(total, 3600 * unit)
    minutes, seconds = divmod(rest, 60 * unit)
    width = 3 + decimals if decimals else 2
    return f"{degrees}°{minutes:02}'{seconds / unit:0{width}.{decimals}f}\"{letters[value < 0]}"
