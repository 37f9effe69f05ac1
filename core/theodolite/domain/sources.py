"""The clue sources: one name each, by which a case switches and weighs them."""

from __future__ import annotations

#: Name -> what it reads, for people. The order is that of the panel.
CLUE_SOURCES: dict[str, str] = {
    "metadata": "Metadata of the file",
    "conflict": "Conflicts within the metadata",
    "provenance": "Content credentials (C2PA)",
    "video": "Tracks in videos",
    "copies": "Signs of a copy of a copy",
    "filename": "File name",
    "text": "Writing in the picture",
    "script": "Writing system",
    "orthography": "Spelling and letters",
    "language": "Language",
    "street": "Street-type words",
    "place": "Names of places",
    "phone": "Phone numbers",
    "domain": "Internet addresses",
    "currency": "Currency and prices",
    "postal": "Postal codes",
    "plate": "Vehicle plates",
    "unit": "Units",
    "date": "Dates",
    "road": "Road numbers",
    "code": "Airline, rail and emergency codes",
    "sun": "Sun and shadow",
    "geometry": "Camera geometry",
    "hand": "Observed by a person",
    "retrieval": "Similar references",
    "alignment": "Geo-aligned models",
    "answers": "Points named by a language model",
}

_OF_FIRST = {"exif": "metadata", "c2pa": "provenance", "copy": "copies", "file": "filename"}
_OF_SECOND = {"line": "text", "gps": "metadata"}


def source_of(kind: str) -> str:
    """The source that makes clues of ``kind``: 'text.phone' -> 'phone', 'none.gps' -> 'metadata'."""
    first, _, rest = kind.partition(".")
    if first in ("text", "none") and rest:
        second = rest.partition(".")[0]
        return _OF_FIRST.get(second, _OF_SECOND.get(second, second))
    return _OF_FIRST.get(first, first)
