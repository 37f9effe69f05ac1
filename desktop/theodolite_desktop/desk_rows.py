"""Rows of the Notes tab: leads, filed references, and what speaks of the exhibit in view. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.domain import CaseState, FiledReference, Lead
from theodolite.domain.links import Said
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr

STATE_WORD = {
    "open": mark("Open"),
    "in work": mark("In work"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
STATE_ICON = {
    "open": ("circle-outline", "accent"),
    "in work": ("progress-clock", "warn"),
    "done": ("check-circle-outline", "ok"),
    "dropped": ("close-circle-outline", "text2"),
}
STATES = tuple(STATE_WORD)
KIND_WORD = {
    "photograph": mark("Photograph"),
    "satellite": mark("Satellite picture"),
    "street view": mark("Street view"),
    "map": mark("Map"),
}
KIND_ICON = {
    "photograph": "camera-outline",
    "satellite": "satellite-variant",
    "street view": "road-variant",
    "map": "map-outline",
}
SAID_ICON = {
    "note": "note-text-outline",
    "clue": "text-recognition",
    "lead": "flag-outline",
    "reference": "image-search-outline",
    "area": "selection-search",
    "comparison": "compare",
    "verdict": "gavel",
    "hint": "message-text-outline",
    "candidate": "map-marker-outline",
}
SAID_WORD = {
    "note": mark("Note"),
    "clue": mark("Clue"),
    "lead": mark("Lead"),
    "reference": mark("Reference"),
    "area": mark("Search area"),
    "comparison": mark("Comparison"),
    "verdict": mark("Verdict"),
    "hint": mark("Hint"),
    "candidate": mark("Candidate"),
}
LONGEST = 300


@dataclass(frozen=True, slots=True)
class DeskRow:
    """``kind``: 'head', 'lead', 'reference' or 'said'. ``id``: the record, '' of a heading and of the note on
    the case. ``state``: of a lead."""

    key: str
    kind: Literal["head", "lead", "reference", "said"]
    id: str
    title: str
    line: str = ""
    icon: str = ""
    tone: str = "text2"
    state: str = ""

    @property
    def head(self) -> bool:
        return self.kind == "head"

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.line) if part)


def desk_rows(state: CaseState, said: Mapping[str, Sequence[Said]], exhibit: str = "") -> tuple[DeskRow, ...]:
    """For an exhibit what is about it, for the whole case ('') everything; open leads first."""
    leads = [one for one in state.leads if not exhibit or _concerns(one.id, one.about, state, said, exhibit)]
    filed = [one for one in state.filed if not exhibit or _concerns(one.id, one.about, state, said, exhibit)]
    leads.sort(key=lambda one: STATES.index(one.state))
    rows = [*_section(tr("Leads"), [lead_row(one) for one in leads])]
    rows += _section(tr("Filed references"), [reference_row(one) for one in filed])
    spoken = [one for one in said.get(exhibit, ()) if one.where not in ("lead", "reference")]
    rows += _section(tr("Spoken of in"), [said_row(one, number) for number, one in enumerate(spoken)])
    return tuple(rows)


def _concerns(
    record: str, about: Sequence[str], state: CaseState, said: Mapping[str, Sequence[Said]], exhibit: str
) -> bool:
    clues = {clue.id for clue in state.clues if clue.exhibit == exhibit}
    return exhibit in about or bool(clues & set(about)) or any(s.id == record for s in said.get(exhibit, ()))


def _section(title: str, rows: list[DeskRow]) -> list[DeskRow]:
    if not rows:
        return []
    return [DeskRow(f"head:{rows[0].kind}", "head", "", title, str(len(rows))), *rows]


def lead_row(lead: Lead) -> DeskRow:
    icon, tone = STATE_ICON[lead.state]
    parts = [tr(STATE_WORD[lead.state]), lead.owner, " ".join(lead.about)]
    head = " · ".join(part for part in (lead.id, *parts) if part)
    text = f"{lead.text} → {lead.outcome}" if lead.outcome else lead.text
    shown = wording.visible(text, LONGEST)
    return DeskRow(f"lead:{lead.id}", "lead", lead.id, head, shown, icon, tone, lead.state)


def reference_row(one: FiledReference) -> DeskRow:
    head = " · ".join(
        part
        for part in (
            one.id,
            tr("withdrawn") if one.withdrawn else "",
            tr(KIND_WORD[one.kind]),
            wording.visible(one.provider, 60),
            one.imagery_date,
        )
        if part
    )
    return DeskRow(
        f"reference:{one.id}",
        "reference",
        one.id,
        head,
        wording.visible(one.title, LONGEST),
        KIND_ICON[one.kind],
    )


def said_row(said: Said, number: int = 0) -> DeskRow:
    if said.where == "note":
        head = tr("Note on {exhibit}", exhibit=said.id) if said.id else tr("Note on the case")
    else:
        head = f"{tr(SAID_WORD[said.where])} {said.id}"
    key = f"said:{number}:{said.where}:{said.id}"
    return DeskRow(key, "said", said.id, head, wording.visible(said.text, LONGEST), SAID_ICON[said.where])


def as_ids(text: str) -> tuple[str, ...]:
    """'E1, C4 #3' as it is typed for what a record is about: the ids in it, each once."""
    return tuple(dict.fromkeys(part.upper() for part in text.replace(",", " ").split()))
