"""GeoJSON (RFC 7946): a point for every place, and its radius as a polygon where it has one."""

from __future__ import annotations

import json
from typing import Any

from theodolite.report.exports.places import Place, circle, places, visible
from theodolite.report.value import Report


def render(report: Report) -> bytes:
    """A FeatureCollection, UTF-8, in WGS84 (longitude first).

    ``<``, ``>`` and ``&`` are written as JSON escapes: the values stay what they are, and the file can
    stand inside a web page.
    """
    features: list[dict[str, Any]] = []
    for place in places(report):
        features += _features(place)
    collection = {
        "type": "FeatureCollection",
        "features": features,
        "title": visible(report.head.title),
        "standing": report.head.standing,
        "generated_utc": report.head.generated_utc,
        "log_head": report.integrity.log_head,
        "log_length": report.integrity.log_length,
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8") + b"\n"


def _features(place: Place) -> list[dict[str, Any]]:
    said: dict[str, Any] = {"kind": place.kind, "name": visible(place.name)}
    said |= {name: visible(value) for name, value in place.facts}
    if place.radius_km is not None:
        said["radius_km"] = place.radius_km
    point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    made = [_feature(place.id, point, said)]
    rings = circle(place)
    if len(rings) == 1:
        area: dict[str, Any] = {"type": "Polygon", "coordinates": [rings[0]]}
    else:
        area = {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
    if rings:
        made.append(_feature(f"{place.id}/radius", area, said | {"kind": f"radius of a {place.kind}"}))
    return made


def _feature(key: str, geometry: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": said}
