"""Coordinates as people write and want them."""

from __future__ import annotations

from theodolite.errors import InputError
from theodolite_desktop.desk import Desk
from theodolite_desktop.drafts import PlaceRead
from theodolite_desktop.language import tr


def read_place(*, desk: Desk, text: str) -> PlaceRead:
    """A coordinate in any format; what can be read in several ways comes back with its readings."""
    from theodolite.geo.coordinates import Ambiguous, format_dms
    from theodolite.geo.formats import formats_of, read

    try:
        found = read(text)
    except Ambiguous as error:
        readings = tuple((lat, lon, format_dms(lat, lon, decimals=2)) for lat, lon in error.readings)
        return PlaceRead(text, problem=str(error), readings=readings)
    except InputError as error:
        return PlaceRead(text, problem=str(error))
    formats = formats_of(found.lat, found.lon, float(f"{found.precision_m:.2g}"))
    note = (
        tr("Read as {format}: {note}.", format=found.format, note=found.note)
        if found.note
        else tr("Read as {format}.", format=found.format)
    )
    return PlaceRead(text, found.lat, found.lon, found.precision_m, formats, note)


def formats_at(*, desk: Desk, lat: float, lon: float, precision_m: float) -> tuple[tuple[str, str], ...]:
    """A point in every format, no finer than ``precision_m`` deserves."""
    from theodolite.geo.formats import formats_of

    return formats_of(lat, lon, float(f"{precision_m:.2g}"))
