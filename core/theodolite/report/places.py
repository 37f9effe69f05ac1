"""A candidate as a printed place."""

from __future__ import annotations

from theodolite.domain import Candidate
from theodolite.geo import coordinates, countries
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
    )


def named(place: Place) -> str:
    """'Arezzo, Italy', saying the country once."""
    if not place.country_name or place.label.endswith(place.country_name):
        return place.label or place.country_name
    return f"{place.label}, {place.country_name}" if place.label else place.country_name
