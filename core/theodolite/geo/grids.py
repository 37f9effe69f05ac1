"""UTM and MGRS (WGS84) and Plus Codes, with the limits of each.

UTM and MGRS are defined from 80 degrees south to 84 north; the polar grid (UPS) beyond is refused by name.
Zone 32V is widened and 31V narrowed for Norway; 31X, 33X, 35X, 37X cover Svalbard, 32X, 34X, 36X do not exist
(NGA.STND.0037). MGRS letters are those of GEOTRANS through the library mgrs.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from theodolite.errors import InputError
from theodolite.geo.coordinates import Ambiguous, Position, checked
from theodolite.geo.geodesy import wrap_lon

SOUTH, NORTH = -80.0, 84.0
BANDS = "CDEFGHJKLMNPQRSTUVWX"
POLAR = "UTM and MGRS end at 80° south and 84° north; the polar grid (UPS) is not read or written here."
_UTM = re.compile(
    r"(?:utm\s*)?(?:zone\s*)?(?P<zone>\d{1,2})\s*(?P<band>[C-HJ-NP-X])?\s*(?P<half>north|south)?[\s,;]+"
    r"(?P<east>\d{6}(?:\.\d+)?)\s*(?:m?\s*E\b)?[\s,;]*(?P<north>\d{1,8}(?:\.\d+)?)\s*(?:m?\s*N)?",
    re.IGNORECASE,
)
_MGRS = re.compile(
    r"(?:mgrs\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z]{2})\s*(?:(\d{1,5})\s+(\d{1,5})|(\d*))",
    re.IGNORECASE,
)
_UPS = re.compile(r"(?:mgrs\s*)?[ABYZ]\s*[A-HJ-NP-Z]{2}\s*\d[\d ]*", re.IGNORECASE)
_PLUS = re.compile(r"([23456789CFGHJMPQRVWX]{2,8}0{0,6}\+[23456789CFGHJMPQRVWX]{0,7})(\s*,?\s+\S.*)?", re.I)


@dataclass(frozen=True, slots=True)
class Utm:
    """Zone 1 to 60, latitude band, metres."""

    zone: int
    band: str
    easting: float
    northing: float

    def text(self, step_m: float = 1.0) -> str:
        """'32T 732975E 4816839N'; in band S, which southern zones are also called by, with 'north'."""
        decimals = max(0, math.ceil(-math.log10(step_m) - 1e-9))
        east, north = (round(v / step_m) * step_m for v in (self.easting, self.northing))
        side = " north" if self.band == "S" else ""
        return f"{self.zone:02}{self.band}{side} {east:.{decimals}f}E {north:.{decimals}f}N"


def zone_of(lat: float, lon: float) -> int:
    """The UTM zone, with the exceptions of Norway and Svalbard."""
    zone = int((lon + 180.0) // 6.0) % 60 + 1
    if 56.0 <= lat < 64.0 and 3.0 <= lon < 12.0:
        return 32
    if lat >= 72.0 and 0.0 <= lon < 42.0:
        return 31 if lon < 9.0 else 33 if lon < 21.0 else 35 if lon < 33.0 else 37
    return zone


def band_of(lat: float) -> str:
    """The letter of the latitude band, C to X; X reaches from 72 to 84 degrees."""
    return BANDS[min(19, int((lat - SOUTH) // 8.0))]


def limited(lat: float) -> None:
    """Raises InputError outside the limits of UTM and MGRS."""
    if not SOUTH <= lat <= NORTH:
        raise InputError(POLAR)


def to_utm(lat: float, lon: float) -> Utm:
    """UTM coordinates in the zone that the place lies in; raises InputError near the poles."""
    limited(lat)
    lat, lon = _steady(lat, lon)
    zone = zone_of(lat, lon)
    east, north = _proj(zone, lat < 0)(lon, lat)
    return Utm(zone, band_of(lat), float(east), float(north))


@cache
def _proj(zone: int, south: bool) -> Any:
    from pyproj import Proj

    return Proj(proj="utm", zone=zone, ellps="WGS84", south=south)


def _from_utm(zone: int, south: bool, east: float, north: float) -> tuple[float, float]:
    lon, lat = _proj(zone, south)(east, north, inverse=True)
    return float(lat), float(wrap_lon(lon))


def to_mgrs(lat: float, lon: float, digits: int = 5) -> str:
    """The square of 10^(5 - digits) metres that holds the place; raises InputError near the poles."""
    limited(lat)
    lat, lon = _steady(lat, lon)
    # A hair south of the equator the library writes a square that does not exist.
    return str(_mgrs().toMGRS(0.0 if -1e-6 < lat < 0 else lat, lon, True, digits))


@cache
def _mgrs() -> Any:
    from mgrs import MGRS

    return MGRS()


def to_plus(lat: float, lon: float, length: int = 12) -> str:
    """The Plus Code (Open Location Code) of that many digits."""
    from openlocationcode import openlocationcode

    return str(openlocationcode.encode(*_steady(lat, lon), length))


def _steady(lat: float, lon: float) -> tuple[float, float]:
    """To a tenth of a millimetre, so that a zone does not hang on the last bit of a longitude."""
    return round(lat, 9), float(wrap_lon(round(lon, 9)))


def read(given: str, text: str, reference: tuple[float, float] | None) -> Position | None:
    """A grid reference or code; None when it is none; raises InputError for one that cannot be."""
    plus = _PLUS.fullmatch(given)
    if plus is not None:
        return _read_plus(plus[1].upper(), plus[2], reference)
    if _UPS.fullmatch(given):
        raise InputError(POLAR)
    mgrs = _MGRS.fullmatch(given)
    if mgrs is not None:
        return _read_mgrs(mgrs, text)
    utm = _UTM.fullmatch(given)
    return _read_utm(utm, text) if utm is not None else None


def _read_plus(code: str, beside: str | None, reference: tuple[float, float] | None) -> Position:
    from openlocationcode import openlocationcode as olc

    if not olc.isValid(code):
        raise InputError(f"{code} is not a Plus Code: it has a wrong length or letter.")
    if olc.isShort(code):
        if reference is None:
            raise InputError(
                f"{code} is a short Plus Code, which repeats every few kilometres: "
                f"{'name' if not beside else 'give the coordinates of'} a place near it as reference."
            )
        code = olc.recoverNearest(code, *reference)
    area = olc.decode(code)
    metres = 111_320.0 * max(
        area.latitudeHi - area.latitudeLo,
        (area.longitudeHi - area.longitudeLo) * math.cos(math.radians(area.latitudeCenter)),
    )
    lat, lon = checked(area.latitudeCenter, float(wrap_lon(area.longitudeCenter)), code)
    return Position(lat, lon, metres, "Plus Code", "the middle of the code's area")


def _zone(number: str, band: str, text: str) -> int:
    zone = int(number)
    if not 1 <= zone <= 60:
        raise InputError(f"{text!r}: zones are numbered 1 to 60.")
    if band == "X" and zone in (32, 34, 36):
        raise InputError(f"{text!r}: there is no zone {zone}X; Svalbard lies in 31X, 33X, 35X and 37X.")
    return zone


def _read_mgrs(found: re.Match[str], text: str) -> Position:
    zone, band = _zone(found[1], found[2].upper(), text), found[2].upper()
    digits = found[4] + found[5] if found[4] else (found[6] or "")
    if len(digits) % 2 or len(digits) > 10 or (found[4] and len(found[4]) != len(found[5])):
        raise InputError(f"{text!r}: an MGRS reference has as many digits east as north, up to five each.")
    name = f"{zone:02}{band}{found[3].upper()}{digits}"
    try:
        number, half, east, north = _mgrs().MGRSToUTM(name)
    except Exception as error:  # the library's own error is not importable by name in all versions
        raise InputError(f"{text!r} names no square of the grid.") from error
    size = 10.0 ** (5 - len(digits) // 2)
    # Squares at the edge of a zone or band are cut: the middle may lie beyond the cut.
    lat, lon = _from_utm(int(number), str(half).upper() != "N", float(east), float(north))
    lat, lon = checked(lat, lon, text)
    return Position(lat, lon, size, "MGRS", "the middle of the square")


def _read_utm(found: re.Match[str], text: str) -> Position:
    band = (found["band"] or "").upper()
    zone, half = _zone(found["zone"], band, text), (found["half"] or "").lower()
    if not band and not half:
        raise InputError(f"{text!r}: say which hemisphere, as in 32T or 32 north.")
    east, north = float(found["east"]), float(found["north"])
    if not 100_000 <= east < 900_000 or north > 10_000_000:
        raise InputError(f"{text!r}: eastings run from 100000 to 899999, northings to 10000000.")
    points = {}
    # 'N' and 'S' after the zone name a hemisphere as often as a band.
    for south in (False, True):
        if half and south != (half == "south"):
            continue
        lat, lon = _from_utm(zone, south, east, north)
        if not SOUTH - 0.01 <= lat <= NORTH + 0.01 or ((lat < 0) != south and abs(lat) > 1e-3):
            continue
        as_band = band and abs(_band_gap(lat, band)) <= 0.01
        as_half = band == ("S" if south else "N")
        if (half and not band) or as_band or as_half:
            points[lat, lon] = (half and not band) or as_band
    if not points:
        raise InputError(f"{text!r}: that northing is not in band {band or half}.")
    if len(points) > 1:
        raise Ambiguous(text, points, " (S: band or southern hemisphere); write 'north' or 'south'")
    ((lat, lon),) = points
    lat, lon = checked(lat, lon, text)
    decimals = min(len(found[name].partition(".")[2]) for name in ("east", "north"))
    return Position(lat, lon, 10.0**-decimals, "UTM")


def _band_gap(lat: float, band: str) -> float:
    """Degrees that a latitude lies outside a band."""
    low = SOUTH + 8.0 * BANDS.index(band)
    high = NORTH if band == "X" else low + 8.0
    return max(low - lat, lat - high, 0.0)
