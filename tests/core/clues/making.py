"""Values for the tests of the clue sources."""

from __future__ import annotations

from theodolite.clues.ocr import TextLine, clean
from theodolite.clues.places import Place
from theodolite.domain import Exhibit, Metadata

SHA = "ab" * 32


def exhibit(metadata: Metadata | None = None, *, readable: bool = True) -> Exhibit:
    return Exhibit(
        id="E1",
        name="sign.jpg",
        sha256=SHA,
        md5="",
        size=1,
        media_type="image/jpeg",
        source="",
        added_utc="2026-01-01T00:00:00Z",
        operator="A",
        readable=readable,
        metadata=metadata or Metadata(),
    )


def lines(*texts: str, confidence: float = 0.99) -> tuple[TextLine, ...]:
    """Lines under each other, each a tenth of the image high."""
    rows = []
    for number, text in enumerate(texts, 1):
        top, bottom = (number - 1) / 10, number / 10 - 0.02
        corners = ((0.1, top), (0.9, top), (0.9, bottom), (0.1, bottom))
        rows.append(TextLine(number, clean(text), confidence, corners))
    return tuple(rows)


def place(
    name: str, country: str, population: int, *, main: bool = True, lat: float = 0.0, lon: float = 0.0
) -> Place:
    return Place(f"{name}/{country}/{lat}", name, "", country, lat, lon, population, main)


def gazetteer(**names: list[Place]):  # type: ignore[no-untyped-def]
    """A look-up over the given names, in any case; underscores are spaces."""
    table = {key.replace("_", " ").lower(): found for key, found in names.items()}

    def lookup(name: str, *, fuzzy: bool = False) -> list[Place]:
        return table.get(name.lower(), [])

    return lookup
