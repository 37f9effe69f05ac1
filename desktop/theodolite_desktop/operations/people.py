"""Who works on a case and who gave material; what the case is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from theodolite.domain import Person, Source
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def put_person(*, desk: Desk, person: Person) -> Changes:
    """Add someone (id ''), or change what is known of them."""
    return desk.session.put_person(person)


def put_source(*, desk: Desk, source: Source) -> Changes:
    """Add a source (id ''), or change what is known of it."""
    return desk.session.put_source(source)


def set_properties(*, desk: Desk, place_text: str, time_text: str, values: dict[str, Any]) -> Changes:
    """Change what the case is about. The claim's place and time are read first: nothing changes when a
    person wrote what cannot be read."""
    from theodolite.chronology import parse_span, shown

    case = desk.session.state.case
    place, when = place_text.strip(), time_text.strip()
    if place != case.claimed_place_text:
        values["claimed_place"] = desk.session.read_place(place) if place else None
        values["claimed_place_text"] = place
    if when != (shown(case.claimed_time) if case.claimed_time else ""):
        values["claimed_time"] = parse_span(when) if when else None
    changed = {name: value for name, value in values.items() if getattr(case, name) != value}
    return desk.session.set_case(**changed) if changed else _nothing()


def _nothing() -> Changes:
    from theodolite.engine import Changes

    return Changes()
