"""What the map shows as GeoJSON and KML: marks, regions, shapes and areas inside the view. No Qt, no web.

No file refers to anything outside itself: no icons, no links; texts from evidence are escaped.
"""

from __future__ import annotations

import html
import json
import math
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree as Tree

from theodolite.domain import Disc
from theodolite_desktop.map.areas import AreaGrid
from theodolite_desktop.map.scene import CREDITS, MapScene

Bounds = tuple[float, float, float, float]
CORNERS = 48
KML = "http://www.opengis.net/kml/2.2"
EARTH_KM = 6371.0088


def features(scene: MapScene, areas: Sequence[AreaGrid], bounds: Bounds) -> list[dict[str, Any]]:
    """GeoJSON features of what lies inside ``bounds`` (south, west, north, east), WGS84, longitude first."""
    found = [
        _feature(
            mark.id,
            {"type": "Point", "coordinates": [mark.lon, mark.lat]},
            {"kind": mark.group, "status": mark.kind if mark.group == "candidate" else "", "name": mark.label}
            | ({"rank": mark.rank} if mark.rank else {})
            | ({"heading": mark.heading} if mark.heading is not None else {}),
        )
        for mark in scene.marks
        if inside(mark.lat, mark.lon, bounds)
    ]
    for region in scene.regions:
        rings = [[ring(disc)] for disc in region.discs if _near(disc, bounds)]
        if rings:
            said = {"kind": "credible region", "level": region.level, "name": f"{region.level:.0%} region"}
            found.append(
                _feature(f"region-{region.level:g}", {"type": "MultiPolygon", "coordinates": rings}, said)
            )
    for number, shape in enumerate(scene.shapes, 1):
        points = [point for polygon in shape.polygons for one in polygon for point in one] + list(shape.line)
        if not any(inside(lat, lon, bounds) for lon, lat in points):
            continue
        said = {"kind": shape.kind, "name": shape.label}
        if shape.polygons:
            polygons = [[_closed(one) for one in polygon] for polygon in shape.polygons]
            geometry = {"type": "MultiPolygon", "coordinates": polygons}
            found.append(_feature(f"shape-{number}", geometry, said))
        if shape.line:
            line = {"type": "LineString", "coordinates": [list(point) for point in shape.line]}
            found.append(_feature(f"shape-{number}-bearing", line, said))
    for area in areas:
        if _overlaps(area, bounds):
            found += _area(area)
    return found


def geojson(scene: MapScene, areas: Sequence[AreaGrid], bounds: Bounds, title: str) -> bytes:
    """A FeatureCollection (RFC 7946), UTF-8; ``<``, ``>`` and ``&`` as JSON escapes."""
    collection = {
        "type": "FeatureCollection",
        "title": _visible(title),
        "credits": CREDITS,
        "features": features(scene, areas, bounds),
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8") + b"\n"


def kml(scene: MapScene, areas: Sequence[AreaGrid], bounds: Bounds, title: str) -> bytes:
    """The same as KML 2.2, without icons, links or scripts."""
    root = Tree.Element("kml", {"xmlns": KML})
    document = _child(root, "Document")
    _child(document, "name", _inert(title))
    for one in features(scene, areas, bounds):
        mark = _child(document, "Placemark")
        said = one["properties"]
        _child(mark, "name", _inert(str(said["name"])))
        data = _child(mark, "ExtendedData")
        for name, value in said.items():
            _child(_child(data, "Data", name=name), "value", html.escape(_inert(str(value))))
        _geometry(mark, one["geometry"])
    Tree.indent(root)
    body: bytes = Tree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _geometry(parent: Tree.Element, geometry: dict[str, Any]) -> None:
    kind, parts = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        _child(_child(parent, "Point"), "coordinates", _written([parts]))
    elif kind == "LineString":
        _child(_child(parent, "LineString"), "coordinates", _written(parts))
    else:
        many = _child(parent, "MultiGeometry")
        for polygon in parts if kind == "MultiPolygon" else [parts]:
            made = _child(many, "Polygon")
            for number, one in enumerate(polygon):
                side = _child(made, "innerBoundaryIs" if number else "outerBoundaryIs")
                _child(_child(side, "LinearRing"), "coordinates", _written(one))


def _written(points: Iterable[Sequence[float]]) -> str:
    return " ".join(f"{lon!r},{lat!r}" for lon, lat in points)


def _area(area: AreaGrid) -> list[dict[str, Any]]:
    outline = _closed(tuple((lon, lat) for lat, lon in area.outline))
    said = {"kind": "search area", "name": f"{area.id} {area.title}", "cell_m": area.cell_m, "km2": area.km2}
    made = [_feature(area.id, {"type": "Polygon", "coordinates": [outline]}, said)]
    for row, column, state in area.cells:
        if state:
            south, west = area.south + row * area.high, area.west + column * area.wide
            north, east = south + area.high, west + area.wide
            cell = [[west, south], [east, south], [east, north], [west, north], [west, south]]
            facts = {"kind": "searched cell", "name": f"{area.id} {row}:{column}", "state": state}
            key = f"{area.id}-{row}-{column}"
            made.append(_feature(key, {"type": "Polygon", "coordinates": [cell]}, facts))
    return made


def inside(lat: float, lon: float, bounds: Bounds) -> bool:
    """Whether a point is in view; longitudes of the view may run on beyond 180 degrees."""
    south, west, north, east = bounds
    return south <= lat <= north and (east - west >= 360.0 or (lon - west) % 360.0 <= east - west)


def ring(disc: Disc) -> list[list[float]]:
    """A disc as a closed ring of (longitude, latitude), counterclockwise, on the mean sphere."""
    lat, lon = math.radians(disc.lat), math.radians(disc.lon)
    arc, points = disc.radius_km / EARTH_KM, []
    for corner in range(CORNERS):
        way = -2 * math.pi * corner / CORNERS
        y = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(way))
        x = lon + math.atan2(
            math.sin(way) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(y)
        )
        points.append([round(math.degrees(x), 6), round(math.degrees(y), 6)])
    return [*points, points[0]]


def _near(disc: Disc, bounds: Bounds) -> bool:
    south, west, north, east = bounds
    reach = disc.radius_km / 111.0
    wide = reach / max(0.05, math.cos(math.radians(disc.lat)))
    return inside(disc.lat, disc.lon, (south - reach, west - wide, north + reach, east + wide))


def _overlaps(area: AreaGrid, bounds: Bounds) -> bool:
    south, west, north, east = bounds
    if area.south > north or area.south + area.rows * area.high < south:
        return False
    span = area.columns * area.wide
    return (area.west - west) % 360.0 <= east - west or (west - area.west) % 360.0 <= span


def _closed(one: Sequence[Sequence[float]]) -> list[list[float]]:
    points = [list(point) for point in one]
    return points if points[0] == points[-1] else [*points, points[0]]


def _feature(key: str, geometry: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    plain = {name: _visible(value) if isinstance(value, str) else value for name, value in said.items()}
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": plain}


def _visible(text: str) -> str:
    """Text whose characters that hide or steer are code points."""
    return "".join(letter if letter.isprintable() else f"[U+{ord(letter):04X}]" for letter in text)


def _inert(text: str) -> str:
    """As :func:`_visible`, and no address in it is one that a program would load by itself."""
    return _visible(text).replace("://", "[:]//")


def _child(parent: Tree.Element, tag: str, text: str = "", **attributes: str) -> Tree.Element:
    element = Tree.SubElement(parent, tag, attributes)
    if text:
        element.text = text
    return element
