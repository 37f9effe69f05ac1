"""Leads, filed references and the note on the case, as rows of the report."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain import CaseState, FiledReference, Lead
from theodolite.geo import coordinates
from theodolite.report.wording import say

#: Leads in the order in which a reader asks: what was not done first.
ORDER = ("open", "in work", "done", "dropped")


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A lead. ``still``: it was not followed to its end."""

    id: str
    text: str
    state: str
    still: bool
    owner: str
    about: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A filed reference. ``dd``: what it shows, '' unknown; ``view``: heading, pitch, field of view and zoom
    in words; ``address``: where it was found, '' where this report names places coarsely; ``sha256``: of its
    picture in the vault, '' for none."""

    id: str
    kind: str
    title: str
    provider: str
    dd: str
    view: str
    imagery_date: str
    captured_utc: str
    licence: str
    address: str
    sha256: str
    note: str
    about: tuple[str, ...]
    withdrawn: bool


def leads(state: CaseState) -> tuple[LeadRow, ...]:
    """Every lead, open ones first; the names of owners are as the report may print them."""
    return tuple(_lead(one) for one in sorted(state.leads, key=lambda one: ORDER.index(one.state)))


def _lead(one: Lead) -> LeadRow:
    still = one.state in ("open", "in work")
    return LeadRow(one.id, one.text, say(one.state), still, one.owner, one.about, one.outcome)


def filed(state: CaseState, km: float | None) -> tuple[FiledRow, ...]:
    """Every filed reference, withdrawn ones too. ``km``: the finest place that the report may name: an
    address and a direction of view would tell a finer one."""
    return tuple(_filed(one, coarse=km is not None) for one in state.filed)


def _filed(one: FiledReference, *, coarse: bool) -> FiledRow:
    there = one.lat is not None and one.lon is not None
    return FiledRow(
        id=one.id,
        kind=say(one.kind),
        title=one.title,
        provider=one.provider,
        dd=coordinates.format_dd(one.lat or 0.0, one.lon or 0.0) if there else "",
        view="" if coarse else _view(one),
        imagery_date=one.imagery_date,
        captured_utc=one.captured_utc,
        licence=one.licence,
        address="" if coarse else one.address,
        sha256=one.sha256,
        note=one.note,
        about=one.about,
        withdrawn=one.withdrawn,
    )


def _view(one: FiledReference) -> str:
    parts = []
    if one.heading is not None:
        parts.append(say("facing {degrees}°", degrees=f"{one.heading:.4g}"))
    if one.pitch is not None:
        parts.append(say("pitch {degrees}°", degrees=f"{one.pitch:.4g}"))
    if one.field_of_view is not None:
        parts.append(say("{degrees}° across", degrees=f"{one.field_of_view:.4g}"))
    if one.zoom is not None:
        parts.append(say("zoom {zoom}", zoom=f"{one.zoom:.1f}"))
    return ", ".join(parts)


def case_note(state: CaseState) -> str:
    """What is noted on the whole case, '' for nothing."""
    return next((note.text for note in state.notes if not note.exhibit), "")
