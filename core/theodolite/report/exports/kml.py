"""KML 2.2 (OGC 07-147r2): placemarks with their radius as an outline, no icon, no link, no script.

A viewer renders a description as HTML, so the text in it is escaped once for HTML and once for XML; addresses
that were part of a text are broken. Icons are left out, since the usual ones are loaded from a server.
"""

from __future__ import annotations

import html
from itertools import groupby
from xml.etree import ElementTree as Tree

from theodolite.report.exports.places import Place, circle, inert, places
from theodolite.report.value import Report

NAMESPACE = "http://www.opengis.net/kml/2.2"
#: Line colours are aabbggrr; the status is always said in words too.
_COLOURS = {
    "candidate": "ff00a5ff",
    "verdict": "ff3cb44b",
    "review": "ffc83cf0",
    "reference": "ffc8823c",
    "claimed by a file": "ff808080",
}


def render(report: Report) -> bytes:
    """The report's places as a KML document, UTF-8."""
    root = Tree.Element("kml", {"xmlns": NAMESPACE})
    document = _child(root, "Document")
    _child(document, "name", inert(report.head.title))
    _child(document, "description", _escaped(_about(report)))
    for kind, colour in _COLOURS.items():
        style = _child(document, "Style", id=_style(kind))
        _child(_child(style, "IconStyle"), "scale", "0")
        _child(_child(style, "LineStyle"), "color", colour)
        _child(_child(style, "PolyStyle"), "fill", "0")
    for found, group in groupby(places(report), key=lambda place: place.kind):
        folder = _child(document, "Folder")
        _child(folder, "name", found)
        for place in group:
            _placemark(folder, place)
    Tree.indent(root)
    body: bytes = Tree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _about(report: Report) -> str:
    return (
        f"{report.head.standing}. Made {report.head.generated_utc}; audit log head "
        f"{report.integrity.log_head}, {report.integrity.log_length} records. Datum WGS84."
    )


def _placemark(folder: Tree.Element, place: Place) -> None:
    mark = _child(folder, "Placemark")
    _child(mark, "name", inert(place.name))
    _child(mark, "description", _escaped("; ".join(f"{name}: {value}" for name, value in place.facts)))
    _child(mark, "styleUrl", f"#{_style(place.kind)}")
    data = _child(mark, "ExtendedData")
    radius = () if place.radius_km is None else (("radius_km", repr(place.radius_km)),)
    for name, value in (("id", place.id), ("kind", place.kind), *radius, *place.facts):
        _child(_child(data, "Data", name=name), "value", _escaped(value))
    shapes = _child(mark, "MultiGeometry")
    _child(_child(shapes, "Point"), "coordinates", f"{place.lon!r},{place.lat!r}")
    for ring in circle(place):
        line = _child(_child(_child(shapes, "Polygon"), "outerBoundaryIs"), "LinearRing")
        _child(line, "coordinates", " ".join(f"{lon!r},{lat!r}" for lon, lat in ring))


def _style(kind: str) -> str:
    return kind.replace(" ", "-")


def _escaped(text: str) -> str:
    return html.escape(inert(text))


def _child(parent: Tree.Element, tag: str, text: str = "", **attributes: str) -> Tree.Element:
    element = Tree.SubElement(parent, tag, attributes)
    if text:
        element.text = text
    return element
