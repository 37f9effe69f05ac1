"""The properties of an XMP packet, parsed without entities or external references.

ISO 16684-1. Names get the prefixes that the standards use for their namespaces, whatever the packet calls
them; a namespace we do not know keeps the packet's own prefix.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/xmp/note/": "xmpNote",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://www.dji.com/drone-dji/1.0/": "drone-dji",
    "http://www.parrot.com/drone-parrot/1.0/": "drone-parrot",
    "http://pix4d.com/camera/1.0": "Camera",
    "http://pix4d.com/camera/1.0/": "Camera",
    "http://ns.google.com/photos/1.0/camera/": "GCamera",
    "http://ns.google.com/photos/1.0/container/": "Container",
    "http://ns.google.com/photos/1.0/container/item/": "Item",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
}
_OWN = re.compile(rb"""xmlns:([A-Za-z][\w.-]{0,30})\s*=\s*["']([^"'<>]{1,200})["']""")
_MAX_PACKET = 4 * 1024 * 1024
_MAX_VALUE = 2000
_MAX_PROPERTIES = 2000
_MAX_DEPTH = 6


def parse(packet: bytes) -> dict[str, str]:
    """Properties as ``{'exif:GPSLatitude': '0,4.2S', ...}``; the first value of each wins.

    Items of a list after the first are ``dc:subject[2]``, fields of a structure
    ``xmpMM:History[1]/stEvt:action``: they describe other things (earlier files, regions, faces) and never
    take the name of a property of the picture. Raises ValueError when the packet is no well-formed XML or
    uses entities.
    """
    text = packet[:_MAX_PACKET].strip(b"\x00 \r\n\t")
    try:
        root = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise ValueError(f"the XMP packet is not readable: {error}") from error
    found = _Found({match[2].decode("latin-1"): match[1].decode() for match in _OWN.finditer(text)})
    rdf = root if root.tag == _RDF + "RDF" else root.find(_RDF + "RDF")
    for description in rdf if rdf is not None else ():
        if description.tag == _RDF + "Description":
            found.fields(description, "", 0)
    return found.properties


class _Found:
    """What was found so far; at most 2000 properties, nested at most 6 deep."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.properties: dict[str, str] = {}
        self._prefixes = prefixes | _PREFIXES

    def fields(self, element: Element, path: str, depth: int) -> None:
        for name, value in element.attrib.items():
            self._keep(self._named(name, path), value)
        for child in element:
            self._value(child, self._named(child.tag, path), depth + 1)

    def _value(self, element: Element, name: str, depth: int) -> None:
        """A plain value, a list, a structure, or one of these inside an ``rdf:Description``."""
        if not name or depth > _MAX_DEPTH:
            return
        self._keep(name, element.text or "")
        for attribute, value in element.attrib.items():
            if not attribute.startswith((_RDF, _XML)):
                self._keep(self._named(attribute, name + "/"), value)
            elif attribute == _RDF + "resource":
                self._keep(name, value)
        for child in element:
            if child.tag in (_RDF + "Alt", _RDF + "Bag", _RDF + "Seq"):
                self._items(child, name, depth)
            elif child.tag == _RDF + "Description":
                self.fields(child, name + "/", depth)
            else:
                self._value(child, self._named(child.tag, name + "/"), depth + 1)

    def _items(self, container: Element, name: str, depth: int) -> None:
        for number, item in enumerate(container, 1):
            if item.tag != _RDF + "li":
                continue
            plain = (item.text or "").strip()
            if plain and number == 1:
                self._keep(name, plain)
            else:
                self._value(item, f"{name}[{number}]", depth + 1)
            if len(self.properties) >= _MAX_PROPERTIES:
                return

    def _named(self, tag: str, path: str) -> str:
        """'{http://ns.adobe.com/tiff/1.0/}Make' -> 'tiff:Make' below ``path``; '' for RDF's own names."""
        space, closed, local = tag.removeprefix("{").partition("}")
        if not closed or tag.startswith((_RDF, _XML)):
            return ""
        prefix = self._prefixes.get(space, "other")
        return f"{path}{prefix}:{local}"

    def _keep(self, name: str, value: str) -> None:
        if name and value.strip() and len(self.properties) < _MAX_PROPERTIES:
            self.properties.setdefault(name, value.strip()[:_MAX_VALUE])
