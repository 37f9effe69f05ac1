"""GPX 1.1: a waypoint for every place. The format knows no circle, so the radius stands in the comment."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from theodolite import __version__
from theodolite.report.exports.places import inert, places
from theodolite.report.value import Report

NAMESPACE = "http://www.topografix.com/GPX/1/1"


def render(report: Report) -> bytes:
    """The report's places as waypoints, UTF-8; texts hold no address that a program would open."""
    root = Tree.Element("gpx", {"xmlns": NAMESPACE, "version": "1.1", "creator": f"Theodolite {__version__}"})
    about = Tree.SubElement(root, "metadata")
    _text(about, "name", inert(report.head.title))
    _text(about, "desc", f"{report.head.standing}; audit log head {report.integrity.log_head}")
    _text(about, "time", report.head.generated_utc)
    for place in places(report):
        point = Tree.SubElement(root, "wpt", {"lat": repr(place.lat), "lon": repr(place.lon)})
        radius = () if place.radius_km is None else (("radius_km", repr(place.radius_km)),)
        _text(point, "name", inert(place.name))
        _text(point, "cmt", inert(place.id))
        _text(point, "desc", inert("; ".join(f"{name}: {value}" for name, value in (*radius, *place.facts))))
        _text(point, "type", place.kind)
    Tree.indent(root)
    body: bytes = Tree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _text(parent: Tree.Element, tag: str, text: str) -> None:
    if text:
        Tree.SubElement(parent, tag).text = text
