"""Every place that a report names, once for all exports, with texts that are safe where they end up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from theodolite.geo import geodesy
from theodolite.report import words
from theodolite.report.value import Report

Kind = Literal["candidate", "verdict", "review", "reference", "claimed by a file"]

CORNERS = 72
LARGEST_KM = 5000.0
_DD = re.compile(r"(-?\d+(?:\.\d+)?), (-?\d+(?:\.\d+)?)")
_ADDRESS = re.compile(r"\b([a-zA-Z][a-zA-Z0-9+.\-]*)://")


@dataclass(frozen=True, slots=True)
class Place:
    """One place. ``lat`` and ``lon``: WGS84 degrees, the numbers that the report prints.

    ``radius_km``: the uncertainty it states, None where it states none. ``facts``: (name, value) pairs.
    """

    id: str
    kind: Kind
    name: str
    lat: float
    lon: float
    radius_km: float | None = None
    facts: tuple[tuple[str, str], ...] = field(default=())


def places(report: Report) -> tuple[Place, ...]:
    """Candidates of every answer, verdicts, reviews, references and what files claim, in this order.

    Ids are unique: a candidate's begins with the exhibits of its answer, and where a report with reduced
    precision calls two alike, the second gets ``#2``.
    """
    found: list[Place] = []
    times: dict[str, int] = {}
    for place in (
        *_candidates(report),
        *_verdicts(report),
        *_reviews(report),
        *_references(report),
        *_claims(report),
    ):
        times[place.id] = again = times.get(place.id, 0) + 1
        found.append(place if again == 1 else replace(place, id=f"{place.id}#{again}"))
    return tuple(found)


def _candidates(report: Report) -> Iterator[Place]:
    for answer in report.answers:
        about = "+".join(answer.finding.exhibits)
        for row in answer.candidates:
            lat, lon = _parsed(row.place.dd) or (row.place.lat, row.place.lon)
            yield Place(
                id=f"{about}/{row.id}",
                kind="candidate",
                name=row.place.label or row.place.dd,
                lat=lat,
                lon=lon,
                radius_km=row.place.radius_km,
                facts=_facts(
                    ("exhibits", words.listed(answer.finding.exhibits)),
                    ("rank", str(row.rank)),
                    ("status", row.status),
                    ("reason", row.reason),
                    ("country", row.place.country_name),
                    ("uncertainty", row.place.radius),
                    ("likelihood", row.likelihood),
                    ("for", str(row.supporting)),
                    ("against", str(row.contradicting)),
                ),
            )


def _verdicts(report: Report) -> Iterator[Place]:
    for row in report.verdicts:
        if (at := _parsed(row.dd)) is not None:
            facts = _facts(
                ("exhibits", row.exhibit),
                ("status", row.status),
                ("reason", row.reason),
                ("person", row.person),
                ("utc", row.utc),
            )
            yield Place(row.id, "verdict", row.label or row.dd, *at, None, facts)


def _reviews(report: Report) -> Iterator[Place]:
    for row in report.reviews:
        if (at := _parsed(row.dd)) is not None:
            facts = _facts(
                ("exhibits", row.exhibit),
                ("person", row.person),
                ("utc", row.utc),
                ("blind", "yes" if row.blind else "no"),
                ("agreement", row.agreement),
            )
            yield Place(row.id, "review", row.label or row.dd, *at, None, facts)


def _references(report: Report) -> Iterator[Place]:
    for row in report.references:
        if (at := _parsed(row.dd)) is not None:
            facts = _facts(("exhibits", row.exhibit), ("provider", row.provider), ("resemblance", row.cosine))
            yield Place(f"{row.exhibit}/reference-{row.rank}", "reference", row.name, *at, None, facts)


def _claims(report: Report) -> Iterator[Place]:
    for row in report.exhibits:
        for name, text in row.claims:
            if name == "Place" and (at := _parsed(text)) is not None:
                facts = _facts(("exhibits", row.id), ("claimed", "by the file itself; not proven"))
                yield Place(f"{row.id}/claimed", "claimed by a file", f"{row.id} claims", *at, None, facts)
                break


def _facts(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in pairs if value)


def _parsed(dd: str) -> tuple[float, float] | None:
    """Latitude and longitude at the start of a text that the report prints, None for anything else."""
    found = _DD.match(dd)
    if found is None:
        return None
    lat, lon = float(found[1]), float(found[2])
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None


def circle(place: Place) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Rings of (lon, lat) round a place at its radius, closed, counterclockwise; two where the antimeridian
    cuts it (RFC 7946, 3.1.9). None at all for no radius, a very large one, or a circle that holds a pole."""
    km = place.radius_km
    if km is None or not 0 < km <= LARGEST_KM or (90.0 - abs(place.lat)) * 111.0 <= km * 1.01:
        return ()
    ring = []
    for corner in range(CORNERS):
        lat, lon = geodesy.destination(place.lat, place.lon, -360.0 * corner / CORNERS, km)
        east = (lon - place.lon + 180.0) % 360.0 - 180.0
        ring.append((round(place.lon + east, 6), round(lat, 6)))
    west, east = min(lon for lon, _ in ring), max(lon for lon, _ in ring)
    if west >= -180.0 and east <= 180.0:
        return ((*ring, ring[0]),)
    return tuple(_parts(ring))


def _parts(ring: list[tuple[float, float]]) -> Iterator[tuple[tuple[float, float], ...]]:
    from shapely.geometry import Polygon, box
    from shapely.geometry.polygon import orient

    whole = Polygon(ring)
    for shift in (-360.0, 0.0, 360.0):
        part = whole.intersection(box(-180.0 + shift, -90.0, 180.0 + shift, 90.0))
        if not part.is_empty and part.geom_type == "Polygon":
            turned = orient(part, 1.0)
            yield tuple((round(lon - shift, 6), round(lat, 6)) for lon, lat in turned.exterior.coords)


def visible(text: str) -> str:
    """Text in which characters that hide (controls, direction marks, surrogates) are code points."""
    return "".join(f"[{part}]" if hidden else part for hidden, part in words.parts(text, lines=True))


def inert(text: str) -> str:
    """As :func:`visible`, and no address in it is one that a program would open or load by itself."""
    return _ADDRESS.sub(lambda found: f"{found[1]}[:]//", visible(text))
