"""The tables under ``resources/clues``: written from public facts, each row with its source."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache

import regex

from theodolite import paths
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import country_codes
from theodolite.geo import regions

#: Letters that look alike in Latin, Cyrillic and Greek capitals, as Latin.
ALIKE = str.maketrans("АВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXISJABEZHIKMNOPTYX")


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``resources/clues/<name>.csv`` by column; lines that begin with '#' are comments."""
    path = paths.resources() / "clues" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))


def split(cell: str) -> tuple[str, ...]:
    """The words of a cell."""
    return tuple(cell.split())


def weights(cell: str) -> dict[str, float]:
    """'GB US:0.2' -> {'GB': 1.0, 'US': 0.2}."""
    pairs = (word.partition(":") for word in cell.split())
    return {code: float(value or 1.0) for code, _, value in pairs}


def all_but(few: Mapping[str, float]) -> dict[str, float]:
    """Weight 1 for every country, but for those in ``few``."""
    return dict(sorted({**dict.fromkeys(country_codes(), 1.0), **few}.items()))


def areas(country: str, names: Iterable[str]) -> tuple[str, ...]:
    """Codes of the first-level regions of ``country`` that bear a name or ISO 3166-2 code, ordered."""
    found = set()
    for name in names:
        code = name if "-" in name[:3] else f"{country}-{name}"
        hits = regions.lookup(code) or regions.lookup(name.replace("_", " "))
        found |= {hit for hit in hits if hit.startswith(f"{country}.")}
    return tuple(sorted(found))


def words(text: str) -> int:
    """How many words of two letters and more a line has."""
    return len(regex.findall(r"\p{L}[\p{L}\p{M}]+", text))


def near(lines: tuple[TextLine, ...], line: TextLine, reach: int = 3) -> str:
    """The text of the lines around ``line`` (and itself), for context words."""
    return "\n".join(other.text for other in lines if abs(other.number - line.number) <= reach)
