"""A candidate as a printed place."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from theodolite.domain import Candidate
from theodolite.geo import coordinates, countries, formats
from theodolite.report import words
from theodolite.report.value import Place


def country_name(code: str) -> str:
    """English name of an ISO 3166-1 alpha-2 code; the code itself when it has none; '' at sea."""
    return countries.name(code) or code


def place_of(candidate: Candidate, radius_km: float | None = None) -> Place:
    """Coordinates in every format we print, with the radius that goes with them.

    A point that somebody named is printed as it was named. Without ``radius_km`` that holds for explicit
    candidates; with it, or for the model's own, no more digits are printed than the radius deserves.
    """
    km = candidate.radius_km if radius_km is None else radius_km
    honest = None if candidate.explicit and radius_km is None else km
    dd = coordinates.format_dd(candidate.lat, candidate.lon, honest)
    lat, lon = (float(part) for part in dd.split(","))
    return Place(
        label=candidate.label,
        country=candidate.country,
        country_name=country_name(candidate.country),
        lat=candidate.lat,
        lon=candidate.lon,
        dd=dd,
        dms=coordinates.format_dms(lat, lon, 1 if honest is None else 0),
        radius_km=km,
        radius=words.radius(km),
        mgrs=dict(formats.formats_of(lat, lon, 1.0 if honest is None else honest * 1000)).get("MGRS", ""),
    )


def coarse(value: Any, km: float) -> Any:
    """Every printed place inside ``value`` written anew, with no more digits than ``km`` deserves."""
    if isinstance(value, Place):
        found = dict(formats.formats_of(value.lat, value.lon, km * 1000))
        radius = max(value.radius_km, km)
        return replace(
            value,
            dd=coordinates.format_dd(value.lat, value.lon, km),
            dms=found["DMS"],
            mgrs=found.get("MGRS", ""),
            radius_km=radius,
            radius=words.radius(radius),
        )
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: coarse(getattr(value, f.name), km) for f in fields(value)})
    return tuple(coarse(item, km) for item in value) if isinstance(value, tuple) else value


def named(place: Place) -> str:
    """'Arezzo, Italy', saying the country once."""
    if not place.country_name or place.label.endswith(place.country_name):
        return place.label or place.country_name
    return f"{place.label}, {place.country_name}" if place.label else place.country_name
