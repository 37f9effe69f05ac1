"""Coordinates as people write them: read without guessing, written with honest precision.

Formats: decimal degrees (also with decimal commas), degrees and minutes, degrees minutes seconds, with
hemisphere letters or signs, latitude first where nothing says which is which. :mod:`formats` adds grids,
codes and addresses. Text around a coordinate is refused: two numbers in a sentence are not a place. What
can be read in two ways is asked back, with the readings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

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
#: Metres of latitude in a degree, rounded up.
METRES_A_DEGREE = 111_320.0


class Ambiguous(InputError):
    """A coordinate that can be read in several ways; ``readings`` are points (latitude, longitude)."""

    code = "ambiguous-coordinate"

    def __init__(self, text: str, readings: Iterable[tuple[float, float]], why: str = "") -> None:
        self.readings = tuple(sorted(set(readings)))
        named = " or as ".join(format_dms(*reading, decimals=2) for reading in self.readings)
        what = "can be read as" if len(self.readings) > 1 else "can mean"
        super().__init__(
            f"{_shown(text)} {what} {named}{why or ', among others'}: "
            "write degree signs or the letters N, S, E, W."
        )


@dataclass(frozen=True, slots=True)
class Position:
    """A point as it was written. ``precision_m``: metres that one step of its last digit spans."""

    lat: float
    lon: float
    precision_m: float
    format: str
    note: str = ""


def parse(text: str) -> tuple[float, float]:
    """Latitude and longitude (WGS84 degrees) of any format; raises InputError (:func:`formats.read`)."""
    from theodolite.geo.formats import read

    found = read(text)
    return found.lat, found.lon


@dataclass(frozen=True, slots=True)
class _Half:
    """One number of a pair in degrees; ``axis`` 'lat', 'lon' or '' when nothing says which; ``step``:
    degrees of its last digit; ``parts``: 1 degrees, 2 with minutes, 3 with seconds."""

    value: float
    axis: str
    decimal: bool
    step: float
    parts: int


def pair(given: str, text: str) -> Position:
    """The one reading of the whole text as a pair, with decimal points or with decimal commas."""
    plain = given.translate(_MARKS).strip()
    if plain[:1] + plain[-1:] in ("()", "[]"):
        plain = plain[1:-1]
    commas = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    found = _readings(plain, text)
    if commas != plain and "." not in plain:
        # A comma is a decimal mark in both numbers or in neither.
        marked = _readings(commas, text, marked=True)
        if re.search(r"\d,\d", plain) and found and re.fullmatch(r"[\d+\-, ]*", plain):
            on_globe = {*_points({**found, **marked}), *_bare(plain)}
            if not on_globe:
                raise InputError(f"{_shown(text)} is no point on the globe. {EXAMPLE}")
            raise Ambiguous(text, on_globe)
        found |= marked
    if not found:
        bare = _bare(plain)
        if bare:
            raise Ambiguous(text, bare)
        raise InputError(f"{_shown(text)} is not a coordinate. {EXAMPLE}")
    if len(found) > 1 and _points(found):
        raise Ambiguous(text, _points(found))
    ((lat, lon), (step, parts)) = found.popitem()
    lat, lon = checked(lat, lon, text)
    return Position(lat, lon, step * METRES_A_DEGREE, ("DD", "DDM", "DMS")[parts - 1])


# Points and what they were written with: the coarser step in degrees, the most parts of a half.
_Found = dict[tuple[float, float], tuple[float, int]]


def _points(found: _Found) -> list[tuple[float, float]]:
    return [point for point in found if abs(point[0]) <= 90 and abs(point[1]) <= 180]


def _bare(plain: str) -> set[tuple[float, float]]:
    """What numbers without any mark could mean: '10 20 30 40', '43,46,11,88'."""
    if not re.fullmatch(r"[+-]?\d+(?:\.\d+)?(?:[ ,]+\d+(?:\.\d+)?){2,5}", plain):
        return set()
    numbers = re.findall(r"[+-]?\d+(?:\.\d+)?", plain)
    found = set()
    for cut in range(1, len(numbers)):
        halves = (numbers[:cut], numbers[cut:])
        ways = [(_sexagesimal(half), _decimal(half) if "," in plain else None) for half in halves]
        for way in (0, 1):
            lat, lon = ways[0][way], ways[1][way]
            if lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180:
                found.add((lat, lon))
    return found


def _sexagesimal(half: list[str]) -> float | None:
    if len(half) > 3 or any("." in number for number in half[:-1]):
        return None
    degrees, minutes, seconds = (float(number) for number in (*half, "0", "0")[:3])
    if minutes >= 60 or seconds >= 60:
        return None
    value = abs(degrees) + minutes / 60 + seconds / 3600
    return -value if half[0].startswith("-") else value


def _decimal(half: list[str]) -> float | None:
    return float(".".join(half)) if len(half) <= 2 and not any("." in number for number in half) else None


def _readings(plain: str, text: str, *, marked: bool = False) -> _Found:
    """Every way to split the text into two numbers. ``marked``: both have to have decimals."""
    tokens = _tokens(plain)
    if tokens is None:
        return {}
    apart = [at for at, (kind, _) in enumerate(tokens) if kind == "apart"]
    if len(apart) > 1:
        return {}
    cuts = [(at, at + 1) for at in apart] or [(at, at) for at in range(1, len(tokens))]
    found: _Found = {}
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
        found[first.value, second.value] = max(first.step, second.step), max(first.parts, second.parts)
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
    decimals = len(numbers[-1].partition(".")[2])
    step = 10.0**-decimals / 60.0 ** (len(numbers) - 1)
    return _Half(-value if negative else value, axis or named, decimals > 0, step, len(numbers))


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


def format_ddm(lat: float, lon: float, decimals: int = 4) -> str:
    """Degrees and decimal minutes with hemisphere letters; rounding never shows 60."""
    return f"{_ddm(lat, 'NS', decimals)} {_ddm(lon, 'EW', decimals)}"


def _ddm(value: float, letters: str, decimals: int) -> str:
    unit = 10**decimals
    degrees, minutes = divmod(round(abs(value) * 60 * unit), 60 * unit)
    width = 3 + decimals if decimals else 2
    return f"{degrees}°{minutes / unit:0{width}.{decimals}f}'{letters[value < 0]}"


def _dms(value: float, letters: str, decimals: int) -> str:
    unit = 10**decimals
    total = round(abs(value) * 3600 * unit)
    degrees, rest = divmod(total, 3600 * unit)
    minutes, seconds = divmod(rest, 60 * unit)
    width = 3 + decimals if decimals else 2
    return f"{degrees}°{minutes:02}'{seconds / unit:0{width}.{decimals}f}\"{letters[value < 0]}"
