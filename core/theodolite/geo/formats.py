"""Any way to write a place is read here, and a place is written in all of them.

Map addresses are taken apart as text: nothing is opened. Whose they are decides where their numbers stand
(:mod:`theodolite.geo.addresses`); for services that are not known only their shape counts.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from urllib.parse import unquote_plus

from theodolite.errors import InputError
from theodolite.geo import grids
from theodolite.geo.coordinates import (
    EXAMPLE,
    METRES_A_DEGREE,
    Ambiguous,
    Position,
    checked,
    format_ddm,
    format_dms,
    pair,
)

__all__ = ["Ambiguous", "Position", "formats_of", "missing", "read"]

_GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?((?:;[^;]*)*)", re.IGNORECASE)
_LAT = r"(-?\d{1,2}(?:\.\d+)?)"
_LON = r"(-?\d{1,3}(?:\.\d+)?)"
#: Coordinates in map addresses: what names a place before what only centres the map.
_PLACES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"!3d{_LAT}!4d{_LON}",
        rf"[?&#]mlat={_LAT}&mlon={_LON}",
        rf"[?&#](?:lat|latitude)={_LAT}&(?:lon|lng|long|longitude)={_LON}(?![\d.])",
        rf"[?&#](?:q|query|ll|sll|cbll|destination|daddr|saddr|origin|marker)=(?:loc:)?{_LAT}\s*,\s*{_LON}(?![\d.])",
        rf"/(?:place|search|dir/[^/]*)/{_LAT},\s*{_LON}(?![\d.])",
    )
)
_VIEWS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[?&#]cp={_LAT}~{_LON}",
        rf"/@{_LAT},{_LON}",
        rf"[?&#](?:center|c)={_LAT},{_LON}",
        rf"#(?:map=)?\d+(?:\.\d+)?/{_LAT}/{_LON}",
    )
)
#: Services disagree on the order of these two numbers.
_EITHER = re.compile(rf"[?&#]pt=(-?\d{{1,3}}(?:\.\d+)?),{_LON}")
_WRITTEN = re.compile(r"[?&#](?:q|query)=([^&#]+)")
#: Half the diagonal of a square of side 1: the rounding error of a pair, in steps of its last digit.
HALF_DIAGONAL = math.sqrt(0.5)
_PLUS_STEPS = {4: 1.0, 6: 0.05, 8: 0.0025, 10: 0.000125, 11: 0.000031250, 12: 0.0000078125}


def read(text: str, reference: tuple[float, float] | None = None) -> Position:
    """A place in any format; ``reference`` (latitude, longitude) completes short Plus Codes.

    Raises InputError that says what is missing, :class:`Ambiguous` with the readings where there are several.
    """
    given = text.strip()
    if not given:
        raise InputError(f"There is no coordinate. {EXAMPLE}")
    if given.lower().startswith("geo:"):
        return _geo(given, text)
    if given.lower().startswith(("http://", "https://")):
        return _map_address(given, text, reference)
    return grids.read(given, text, reference) or pair(given, text)


def _geo(given: str, text: str) -> Position:
    found = _GEO.fullmatch(given)
    if found is None:
        raise InputError(f"{text[:60]!r} is not a geo: address of the form geo:43.4682,11.8802.")
    rest = dict(part.partition("=")[::2] for part in found[3].lower().split(";") if part)
    if rest.get("crs", "wgs84") != "wgs84":
        raise InputError(f"The address counts in {rest['crs']!r}; only WGS84 is read.")
    lat, lon = checked(float(found[1]), float(found[2]), text)
    stated = re.fullmatch(r"\d+(?:\.\d+)?", rest.get("u", ""))
    return Position(lat, lon, float(stated[0]) if stated else _step(found[1], found[2]), "geo:")


def _map_address(given: str, text: str, reference: tuple[float, float] | None) -> Position:
    """By the rules of the service whose address it is, else by the shapes that addresses share."""
    from theodolite.geo import addresses

    if not addresses.is_service(given):
        with suppress(_Unreadable):
            return in_address(given, text, reference)
    found = addresses.parse(given, reference)
    if found.lat is None or found.lon is None:
        raise InputError(f"{found.note} {EXAMPLE}")
    note = found.note[:1].lower() + found.note[1:].rstrip(".")
    return Position(found.lat, found.lon, found.precision_m, "address", note)


def in_address(given: str, text: str, reference: tuple[float, float] | None = None) -> Position:
    """The coordinate in an address whose service is not known; raises InputError, Ambiguous."""
    plain = unquote_plus(given)
    for patterns, note in ((_PLACES, ""), (_VIEWS, "the middle of the map shown, not a marked place")):
        for pattern in patterns:
            found = pattern.search(plain)
            if found:
                lat, lon = checked(float(found[1]), float(found[2]), text)
                return Position(lat, lon, _step(found[1], found[2]), "address", note)
    either = _EITHER.search(plain)
    if either:
        first, second = float(either[1]), float(either[2])
        ways = [(y, x) for y, x in ((first, second), (second, first)) if abs(y) <= 90 and abs(x) <= 180]
        if len(ways) > 1:
            raise Ambiguous(text, ways, " (services differ in the order)")
        if ways:
            return Position(*checked(*ways[0], text), _step(either[1], either[2]), "address")
    written = _WRITTEN.search(given)
    if written:
        query = unquote_plus(written[1])
        try:
            found_inside = grids.read(query.strip(), query, reference) or pair(query, query)
        except Ambiguous:
            raise
        except InputError:
            found_inside = None
        if found_inside is not None:
            return found_inside
    raise _Unreadable(
        "That address holds no coordinate that we know how to read; addresses are never opened."
    )


class _Unreadable(InputError):
    """An address without a coordinate in any shape that is shared."""


def _step(first: str, second: str) -> float:
    """Metres of the last digit of the coarser of two decimal numbers."""
    decimals = min(len(number.partition(".")[2]) for number in (first, second))
    return METRES_A_DEGREE * 10.0**-decimals


def formats_of(lat: float, lon: float, precision_m: float = 1.0) -> tuple[tuple[str, str], ...]:
    """The place in every format, (name, text), with no more digits than keep the error within precision_m.

    UTM and MGRS are left out where they end (:func:`missing` says so). Every text is read back by
    :func:`read` to within ``precision_m``; not below 1 metre. Raises InputError off the globe.
    """
    lat, lon = checked(lat, lon)
    if not (math.isfinite(precision_m) and precision_m > 0):
        raise InputError("A precision is a number of metres above 0.")
    allowed = max(precision_m, 1.0) / HALF_DIAGONAL
    decimals = _decimals(METRES_A_DEGREE, allowed)
    dd = f"{lat + 0.0:.{decimals}f}, {lon + 0.0:.{decimals}f}"
    found = [
        ("DD", dd),
        ("DMS", _dms(lat, lon, allowed)),
        ("DDM", format_ddm(lat, lon, _decimals(METRES_A_DEGREE / 60, allowed))),
    ]
    if not missing(lat):
        power = min(5, max(0, math.floor(math.log10(allowed) + 1e-9)))
        found.append(("UTM", grids.to_utm(lat, lon).text(10.0**power)))
        found.append(("MGRS", grids.to_mgrs(lat, lon, 5 - power)))
    lengths = [n for n, step in _PLUS_STEPS.items() if step * METRES_A_DEGREE * _shape(n) <= allowed]
    found.append(("Plus Code", grids.to_plus(lat, lon, min(lengths))))
    found.append(("geo:", f"geo:{dd.replace(', ', ',')};u={max(precision_m, 1.0):g}"))
    return tuple(found)


def _dms(lat: float, lon: float, allowed: float) -> str:
    """Degrees, minutes and seconds; without seconds where a minute is fine enough."""
    if allowed >= METRES_A_DEGREE / 60:
        return format_ddm(lat, lon, 0)
    return format_dms(lat, lon, _decimals(METRES_A_DEGREE / 3600, allowed))


def _shape(length: int) -> float:
    """How much wider than high a Plus Code's area is, at the equator, as a factor on its diagonal."""
    high = {11: 0.8, 12: 0.64}.get(length, 1.0)
    return math.hypot(1.0, high) / math.sqrt(2.0)


def _decimals(unit_m: float, allowed_m: float) -> int:
    """Decimals after which a step of a unit of ``unit_m`` metres is at most ``allowed_m``."""
    return max(0, math.ceil(math.log10(unit_m / allowed_m) - 1e-9))


def missing(lat: float) -> str:
    """Why UTM and MGRS are not given at this latitude, '' where they are."""
    return "" if grids.SOUTH <= lat <= grids.NORTH else grids.POLAR
