"""What the container of a video says about itself, as Metadata. Pure.

Names are those that FFmpeg gives (libavformat/mov.c): QuickTime metadata keys keep theirs
(``com.apple.quicktime...``), ``©xyz`` becomes ``location``. Positions are ISO 6709 strings (Annex H).
``creation_time`` is UTC by ISO/IEC 14496-12, 8.2.2, though some cameras write their local time there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from theodolite.domain import GpsClaim, Metadata

_POINT = re.compile(r"([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?(?:CRS\w*)?/?")
_APPLE = "com.apple.quicktime."
_PLACES = (_APPLE + "location.ISO6709", "location", "location-eng")
_MAKES = (_APPLE + "make", "make", "com.android.manufacturer", "manufacturer")
_MODELS = (_APPLE + "model", "model", "com.android.model")
_SOFTWARE = (_APPLE + "software", "software", "com.android.version", "encoder", "ENCODER")
_TIMES = (_APPLE + "creationdate", "creation_time", "date", "DATE", "ICRD")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_EARLIEST = 1990
_MAX_FIELDS = 400
_MAX_VALUE = 300
_MAX_ERROR_M = 100_000.0


def claims(container: Mapping[str, str], streams: Sequence[tuple[str, Mapping[str, str]]]) -> Metadata:
    """Metadata from the container's values and those of each stream (name such as ``video 0``, values)."""
    fields = [(f"container {name}", _clean(value)) for name, value in sorted(container.items())]
    for stream, values in streams:
        fields += [(f"{stream} {name}", _clean(value)) for name, value in sorted(values.items())]
    merged = dict(container)
    for _, values in streams:
        for name, value in values.items():
            merged.setdefault(name, value)
    problems: list[str] = []
    return Metadata(
        gps=_gps(container, problems),
        taken_at=_time(merged, problems),
        camera=_camera(merged),
        software=_first(merged, _SOFTWARE),
        fields=tuple((name, value) for name, value in fields if value)[:_MAX_FIELDS],
        problems=tuple(problems),
    )


def iso6709(text: str) -> tuple[float, float, float | None] | None:
    """Latitude, longitude, altitude from ``±DD.D±DDD.D±AAA/`` and its forms with minutes and seconds.

    None when it is no such string or no place on Earth.
    """
    match = _POINT.fullmatch(text.strip())
    if not match:
        return None
    lat, lon = _angle(match.group(1), 2), _angle(match.group(2), 3)
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    return lat, lon, float(match.group(3)) if match.group(3) else None


def _angle(text: str, width: int) -> float | None:
    """Degrees with ``width`` digits, then two each of minutes and seconds, a fraction on the last."""
    sign, whole, fraction = text[0], *(text[1:].partition(".")[::2])
    if len(whole) <= width:  # also without leading zeros, as some programs write it
        return float(text)
    if len(whole) not in (width + 2, width + 4):
        return None
    parts = [float(whole[:width]), *(float(whole[at : at + 2]) for at in range(width, len(whole), 2))]
    parts[-1] += float("0." + fraction) if fraction else 0.0
    if any(part >= 60 for part in parts[1:]):
        return None
    value = sum(part / unit for part, unit in zip(parts, (1, 60, 3600), strict=False))
    return -value if sign == "-" else value


def _gps(values: Mapping[str, str], problems: list[str]) -> GpsClaim | None:
    for name in _PLACES:
        text = values.get(name)
        if not text:
            continue
        point = iso6709(text)
        if point is None:
            problems.append(f"the GPS position {text[:40]!r} of the container is not readable; not used")
        elif point[:2] == (0, 0):
            problems.append("the GPS position of the container is 0, 0, which is no fix; not used")
        else:
            error = _number(values.get(_APPLE + "location.accuracy.horizontal"))
            return GpsClaim(*point, error_m=error, source="video container")
    return None


def _time(values: Mapping[str, str], problems: list[str]) -> str | None:
    for name in _TIMES:
        text = values.get(name, "").strip()
        if not text:
            continue
        try:
            moment = datetime.fromisoformat(re.sub(r"\.0+(?=Z|[+-]|$)", "", text))
        except ValueError:
            problems.append(f"the container's time {text[:40]!r} is no time")
            continue
        if moment.year < _EARLIEST:
            problems.append(f"the container's time {text[:40]!r} is an unset clock; not used")
        elif len(text) > 10:
            return moment.isoformat().replace("+00:00", "Z")
    return None


def _camera(values: Mapping[str, str]) -> str | None:
    make, model = _first(values, _MAKES), _first(values, _MODELS)
    if not make or not model:
        return model or make
    return model if model.startswith(make) else f"{make} {model}"


def _first(values: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((text for text in (_clean(values.get(name, "")) for name in names) if text), None)


def _number(text: str | None) -> float | None:
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*", text or "")
    return float(match.group(1)) if match and float(match.group(1)) <= _MAX_ERROR_M else None


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()[:_MAX_VALUE]
