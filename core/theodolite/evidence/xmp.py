"""The simple properties of an XMP packet, parsed without entities or external references."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
}
_MAX_PACKET = 4 * 1024 * 1024
_MAX_VALUE = 2000


def parse(packet: bytes) -> dict[str, str]:
    """Properties as ``{'exif:GPSLatitude': '0,4.2S', ...}``; the first value of each wins.

    Raises ValueError when the packet is no well-formed XML or uses entities. Only properties directly on
    an ``rdf:Description`` of the packet count: nested structures describe other things (history, regions).
    """
    text = packet[:_MAX_PACKET].strip(b"\x00 \r\n\t")
    try:
        root = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ValueError(f"the XMP packet is not readable: {error}") from error
    found: dict[str, str] = {}
    rdf = root if root.tag == _RDF + "RDF" else root.find(_RDF + "RDF")
    for description in rdf if rdf is not None else ():
        if description.tag != _RDF + "Description":
            continue
        for name, value in description.attrib.items():
            _keep(found, name, value)
        for child in description:
            _keep(found, child.tag, _value(child))
    return found


def _value(element: Element) -> str:
    """Text of a simple property, or of the first item of an Alt, Bag or Seq."""
    if element.text and element.text.strip():
        return element.text.strip()
    item = next(element.iter(_RDF + "li"), None)
    return (item.text or "").strip() if item is not None else ""


def _keep(found: dict[str, str], name: str, value: str) -> None:
    space, _, local = name.removeprefix("{").partition("}")
    prefix = _PREFIXES.get(space)
    if prefix and value.strip():
        found.setdefault(f"{prefix}:{local}", value.strip()[:_MAX_VALUE])
