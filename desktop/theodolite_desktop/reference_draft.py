"""What is typed of a reference, and the record that it makes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from theodolite.domain import FiledReference
from theodolite.errors import InputError
from theodolite_desktop.desk_rows import as_ids
from theodolite_desktop.language import mark, tr

#: Fields of a record as they stand in the form, with what they are called and an example.
TEXTS: tuple[tuple[str, str, str], ...] = (
    ("provider", mark("Provider"), mark("who made or publishes it; needed")),
    ("title", mark("Title"), mark("Via Mariano, looking north")),
    ("imagery_date", mark("Imagery date"), "2019-07"),
    ("captured_utc", mark("Taken over on"), "2026-11-21T10:30Z"),
    ("licence", mark("Licence"), "CC BY-SA 4.0"),
)
#: Numbers, each with its unit.
NUMBERS: tuple[tuple[str, str, str], ...] = (
    ("heading", mark("Heading"), "°"),
    ("pitch", mark("Pitch"), "°"),
    ("field_of_view", mark("Field of view"), "°"),
    ("zoom", mark("Zoom"), ""),
)


def shown(value: float | None) -> str:
    """A number as it is edited: no more digits than it has, '' for unknown."""
    return "" if value is None else f"{value:.10g}"


def place_shown(one: FiledReference) -> str:
    return "" if one.lat is None or one.lon is None else f"{one.lat:.7g}, {one.lon:.8g}"


def record(before: FiledReference, typed: Mapping[str, str]) -> FiledReference:
    """``before`` as the form says; InputError for what is no number. ``typed`` has every name of TEXTS and
    NUMBERS, and 'position', 'about', 'note', 'kind' and 'address'."""
    values: dict[str, Any] = {name: _number(typed[name], tr(title)) for name, title, _ in NUMBERS}
    values |= {name: typed[name].strip() for name in ("kind", "address", "note")}
    values |= {name: typed[name].strip() for name, _, _ in TEXTS}
    lat, lon = (before.lat, before.lon)
    if typed["position"].strip() != place_shown(before):
        lat, lon = _position(typed["position"])
    return replace(before, lat=lat, lon=lon, about=as_ids(typed["about"]), **values)


def _number(text: str, name: str) -> float | None:
    clean = text.strip().rstrip("°").replace("−", "-").replace(",", ".")
    if not clean:
        return None
    try:
        return float(clean)
    except ValueError as error:
        raise InputError(tr("{name} is a number; {text} is none.", name=name, text=text.strip())) from error


def _position(text: str) -> tuple[float | None, float | None]:
    if not text.strip():
        return None, None
    from theodolite.geo import coordinates

    lat, lon = coordinates.parse(text)
    return lat, lon
