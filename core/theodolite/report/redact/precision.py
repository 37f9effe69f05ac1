"""Places named only as finely as was chosen: every coordinate becomes the middle of a cell of a fixed grid.

Coordinates stand in numbers and in texts (decimal, degrees with minutes and seconds, UTM, MGRS, Plus Codes,
``geo:`` and map addresses). The grid does not depend on the coordinate, so that asking twice, or naming two
places in one cell, tells nothing more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from theodolite.domain import LogRecord
from theodolite.geo.addresses import is_service
from theodolite.report.redact.texts import Rewriter

T = TypeVar("T")

KM_PER_DEGREE = 111.195  # of a great circle on the mean sphere (6,371.0 km)

_DD = re.compile(
    r"(?<![\w.])(?P<lat>[-+−]?\d{1,2}\.\d{2,})\s*(?:°\s*)?(?P<ns>[NSns])?\s*(?:[,;/~| ]|%2[CF])\s*"
    r"(?P<lon>[-+−]?\d{1,3}\.\d{2,})(?:\s*°)?(?:\s*(?P<ew>[EWew])\b)?(?![\w.]*\d)"
)
_DMS = re.compile(
    r"(?P<a>\d{1,2})\s*°\s*(?P<b>\d{1,2}(?:\.\d+)?)\s*[′'’]\s*(?:(?P<c>\d{1,2}(?:\.\d+)?)\s*(?:″|\"|''|”)\s*)?"
    r"(?P<ns>[NS])[\s,;]*"
    r"(?P<d>\d{1,3})\s*°\s*(?P<e>\d{1,2}(?:\.\d+)?)\s*[′'’]\s*(?:(?P<f>\d{1,2}(?:\.\d+)?)\s*(?:″|\"|''|”)\s*)?"
    r"(?P<ew>[EW])"
)
_GRIDS = re.compile(
    r"\b(?:\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}"  # MGRS
    r"|\d{1,2}\s?[C-HJ-NP-X]\s\d{5,6}(?:\.\d+)?\s?m?E?[ ,]+\d{6,8}(?:\.\d+)?\s?m?N?"  # UTM
    r"|[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,7})(?!\w)"  # Plus Codes
)
_GPS_TAG = re.compile(
    r"gps.*(latitude|longitude|position|coordinates|dest|area|h?positioningerror)|locationcreated|"
    r"location(iso6709)?$|sublocation|(?<!\w)(latitude|longitude)$",
    re.IGNORECASE,
)
_WRITTEN_WITH_COMMAS = re.compile(
    r"(?<![\w.,])(?P<lat>[-+−]?\d{1,2},\d{4,})\s*°?\s*(?P<ns>[NSns])?\s*[;/ ]\s*"
    r"(?P<lon>[-+−]?\d{1,3},\d{4,})(?:\s*°)?(?:\s*(?P<ew>[EWew])\b)?(?!\d)"
)
_SIDES_FIRST = re.compile(
    r"\b(?P<ns>[NS])\s*(?P<lat>\d{1,2}\.\d{2,})\s*°?[\s,;/]*(?P<ew>[EW])\s*(?P<lon>\d{1,3}\.\d{2,})(?!\d)"
)
_ADDRESS = re.compile(r"(?:\b(?:https?|maps|bingmaps)://|\b(?:www|maps)\.)[^\s\"'<>]+", re.IGNORECASE)
_LABELLED = re.compile(
    r"(\bm?(?:lat|lon|lng)(?:itude|gitude)?[\"'”]?\s*[:=]?\s*)[-+−]?\d{1,3}\.\d{2,}", re.IGNORECASE
)
HIDDEN = "[reduced]"


def cell(lat: float, lon: float, km: float) -> tuple[float, float]:
    """The middle of the cell that holds a point: cells are about ``km`` wide and high, anywhere on Earth."""
    step = km / KM_PER_DEGREE
    row = math.floor((lat + 90.0) / step)
    middle = min(90.0, max(-90.0, (row + 0.5) * step - 90.0))
    across = max(1, round(360.0 * math.cos(math.radians(middle)) / step))
    column = math.floor((lon + 180.0) % 360.0 / (360.0 / across))
    return round(middle, 6), round((column + 0.5) * 360.0 / across - 180.0, 6)


def coarse(value: T, km: float) -> T:
    """``value`` with every coordinate in it reduced to ``km``: a case, a ranking, or any value of them.

    Radii and standard deviations grow to at least ``km``. Tags of GPS positions are taken out.
    """
    return _Reducer(km).value(value)  # type: ignore[no-any-return]


def coarse_log(log: Iterable[LogRecord], km: float) -> tuple[LogRecord, ...]:
    """Records with payloads reduced in the same way; their hashes stay those of the case."""
    reducer = _Reducer(km)
    return tuple(
        replace(record, action=reducer.text(record.action), payload=reducer.payload(record.payload))
        for record in log
    )


class _Reducer(Rewriter):
    def __init__(self, km: float) -> None:
        self._km = km
        self._digits = max(0, min(4, math.ceil(-math.log10(km / KM_PER_DEGREE))))

    def text(self, text: str) -> str:
        """Coordinates in a text become the coarse ones, as decimal degrees; other notations the same."""
        text = _ADDRESS.sub(_service_hidden, text)
        if not any(letter.isdigit() for letter in text):
            return text
        text = _DMS.sub(self._dms, text)
        text = _SIDES_FIRST.sub(self._dd, text)
        text = _WRITTEN_WITH_COMMAS.sub(self._dd, text)
        text = _DD.sub(self._dd, text)
        text = _GRIDS.sub(HIDDEN, text)
        return _LABELLED.sub(lambda found: f"{found[1]}{HIDDEN}", text)

    def _shown(self, lat: float, lon: float) -> str:
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            return HIDDEN
        lat, lon = cell(lat, lon, self._km)
        return f"{lat:z.{self._digits}f}, {lon:z.{self._digits}f}"

    def _dd(self, match: re.Match[str]) -> str:
        lat, lon = (float(match[name].replace("−", "-").replace(",", ".")) for name in ("lat", "lon"))
        lat = -abs(lat) if (match["ns"] or "").upper() == "S" else lat
        lon = -abs(lon) if (match["ew"] or "").upper() == "W" else lon
        return self._shown(lat, lon)

    def _dms(self, match: re.Match[str]) -> str:
        lat = float(match["a"]) + float(match["b"]) / 60 + float(match["c"] or 0) / 3600
        lon = float(match["d"]) + float(match["e"]) / 60 + float(match["f"] or 0) / 3600
        return self._shown(-lat if match["ns"] == "S" else lat, -lon if match["ew"] == "W" else lon)

    def parts(self, old: tuple[Any, ...] | list[Any]) -> list[Any]:
        if len(old) == 2 and _is_gps_tag(*old):
            return [old[0], HIDDEN]
        if (point := _named_point(old)) is not None:
            reduced = cell(*point, self._km)
            return [old[0], _like(old[1], reduced[0]), _like(old[2], reduced[1])]
        return super().parts(old)

    def members(self, old: dict[str, Any]) -> dict[str, Any]:
        """Members by name: lat and lon together, radii at least the precision; reals of the log are text."""
        new = super().members(old)
        lat, lon = _real(old.get("lat")), _real(old.get("lon"))
        if lat is not None and lon is not None and -90 <= lat <= 90:
            for name, reduced in zip(("lat", "lon"), cell(lat, lon, self._km), strict=True):
                new[name] = _like(old[name], reduced)
        for name in ("radius_km", "sd_km"):
            radius = _real(old.get(name))
            if radius is not None and radius < self._km:
                new[name] = _like(old[name], float(self._km))
        return new


def _service_hidden(found: re.Match[str]) -> str:
    """An address of a map service tells its place by more than numbers: names, panoramas, short forms."""
    return HIDDEN if is_service(found[0]) else found[0]


def _is_gps_tag(name: Any, value: Any) -> bool:
    both = isinstance(name, str) and isinstance(value, str) and value != ""
    return both and _GPS_TAG.search(name.replace(" ", "")) is not None


def _named_point(value: Any) -> tuple[float, float] | None:
    """The point of (name, latitude, longitude), as records of a language model hold it."""
    if len(value) != 3 or not isinstance(value[0], str) or isinstance(value[1], int):
        return None
    lat, lon = _real(value[1]), _real(value[2])
    inside = lat is not None and lon is not None and -90 <= lat <= 90 and -180 <= lon <= 180
    written = all("." in str(part) for part in value[1:])
    return (lat, lon) if inside and written and lat is not None and lon is not None else None


def _real(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def _like(old: Any, new: float) -> Any:
    return repr(float(new)) if isinstance(old, str) else new
