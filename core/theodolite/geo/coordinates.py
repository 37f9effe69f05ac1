"""Coordinates as people write them: read without guessing, written with honest precision.

Formats: decimal degrees (also with decimal commas), degrees and minutes, degrees minutes seconds, with
hemisphere letters or signs, ``geo:`` URIs (RFC 5870) and the coordinate part of map addresses. Text around a
coordinate is refused: two numbers in a sentence are not a place.
"""

from __future__ import annotations

import math
import re
from urllib.parse import unquote

from theodolite.errors import InputError

EXAMPLE = "Write it as 43.4682, 11.8802 or 43°28'06\"N 11°52'49\"E."
NUMBER = r"\d{1,3}(?:[.,]\d+)?"
PART = re.compile(
    rf"""\s*(?P<before>[NSEWO])?\s*(?P<sign>[+\-−])?\s*(?P<deg>{NUMBER})\s*(?:°|º|deg|d(?=\s*\d|\s*$))?
    (?:\s*(?P<min>\d{{1,2}}(?:[.,]\d+)?)\s*(?:'|′|’|m(?=\s|\d|$)))?
    (?:\s*(?P<sec>\d{{1,2}}(?:[.,]\d+)?)\s*(?:"|″|”|''|′′|s(?=\s|$)))?\s*(?(before)|(?P<after>[NSEWO])?)\s*""",
    re.VERBOSE | re.IGNORECASE,
)
GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:[,;?].*)?$", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:/@|[?&#](?:q|ll|query|center|destination|mlat=[^&]*&mlon)=(?:loc:)?|#map=\d+(?:\.\d+)?/)"
    r"(-?\d{1,2}(?:\.\d+)?)(?:,|/|%2C)\s*(-?\d{1,3}(?:\.\d+)?)"
)
MLAT = re.compile(r"[?&]mlat=(-?\d+(?:\.\d+)?)&mlon=(-?\d+(?:\.\d+)?)")


def parse(text: str) -> tuple[float, float]:
    """Latitude and longitude (WGS84 degrees); raises InputError that says what is missing or ambiguous."""
    given = text.strip()
    if not given:
        raise InputError(f"There is no coordinate. {EXAMPLE}")
    special = GEO.match(given) if given.lower().startswith("geo:") else None
    if given.lower().startswith(("http://", "https://")):
        given = unquote(given)
        special = MLAT.search(given) or ADDRESS.search(given)
        if special is None:
            raise InputError("That address holds no coordinate that we know how to read.")
    if special is not None:
        return checked(float(special.group(1)), float(special.group(2)), text)
    return _pair(given, text)


def _pair(given: str, text: str) -> tuple[float, float]:
    first = PART.match(given)
    if first is None:
        raise InputError(f"{_shown(text)} is not a coordinate. {EXAMPLE}")
    rest = given[first.end() :]
    if re.match(r"\s*[,;/]\s*", rest):
        rest = re.sub(r"^\s*[,;/]\s*", "", rest)
    second = PART.fullmatch(rest)
    if second is None:
        # '43,4682 11,8802' and '43,4682, 11,8802' are decimal commas; '43,4682' alone is two numbers.
        plain = re.fullmatch(r"\s*([+\-−]?\d{1,3})\s*,\s*([+\-−]?\d{1,3})\s*", given)
        if plain is None:
            raise InputError(f"{_shown(text)} is not a coordinate. {EXAMPLE}")
        return checked(_signed(plain.group(1)), _signed(plain.group(2)), text)
    if "," in (first.group("deg") or "") and "," not in (second.group("deg") or "") and "." not in rest:
        raise InputError(f"{_shown(text)} can be read in more than one way. {EXAMPLE}")
    return _joined(first, second, text)


def _joined(first: re.Match[str], second: re.Match[str], text: str) -> tuple[float, float]:
    letters = [_letter(part, text) for part in (first, second)]
    values = [_value(part, text) for part in (first, second)]
    kinds = ["lat" if letter in ("N", "S") else "lon" if letter else "" for letter in letters]
    if kinds[0] and kinds[0] == kinds[1]:
        raise InputError(f"{_shown(text)} names the same direction twice. {EXAMPLE}")
    if kinds == ["lon", ""] or kinds == ["", "lat"] or kinds == ["lon", "lat"]:
        values, letters = values[::-1], letters[::-1]
    lat, lon = (-abs(v) if letter in ("S", "W") else v for v, letter in zip(values, letters, strict=True))
    return checked(lat, lon, text)


def _letter(part: re.Match[str], text: str) -> str:
    letter = (part.group("before") or part.group("after") or "").upper()
    if letter == "O":
        raise InputError("O can stand for Ost (east) or Ouest (west): write E or W.")
    if letter and part.group("sign") in ("-", "−"):
        raise InputError(f"{_shown(text)} has both a minus sign and a direction: use one of them.")
    return letter


def _value(part: re.Match[str], text: str) -> float:
    degrees, minutes, seconds = (_number(part.group(name)) for name in ("deg", "min", "sec"))
    if minutes >= 60 or seconds >= 60:
        raise InputError(f"{_shown(text)} has minutes or seconds of 60 or more.")
    if part.group("min") and degrees != int(degrees):
        raise InputError(f"{_shown(text)} has both decimal degrees and minutes.")
    value = degrees + minutes / 60 + seconds / 3600
    return -value if part.group("sign") in ("-", "−") else value


def _number(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0


def _signed(text: str) -> float:
    return float(text.replace("−", "-"))


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
