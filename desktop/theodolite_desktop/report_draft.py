"""What a person chose for the report, and what it still lacks. Pure: the page draws this, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from theodolite.domain import PROTECTED, CaseState, Protected
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr, trn

#: Formats in the order they are offered: name, file, what it is for.
FORMATS: tuple[tuple[str, str, str], ...] = (
    ("pdf", "PDF", mark("for reading and printing; pages and fonts as they are")),
    ("html", "HTML", mark("one file, opens in any browser without a network")),
    ("json", "JSON", mark("everything the report says, for programs")),
    ("kml", "KML", mark("places for a globe or map program")),
    ("geojson", "GeoJSON", mark("places for a geographic information system")),
    ("gpx", "GPX", mark("places as waypoints")),
    ("csv", "CSV", mark("clues and candidates as a table")),
    ("case", "CASE JSON-LD", mark("CASE/UCO for forensic tools")),
)
ALWAYS = ("pdf", "html", "json")

#: What leaves only when it is chosen, in words, with what it means for a source.
PROTECTION: dict[Protected, tuple[str, str]] = {
    "path": (mark("Source paths"), mark("Folders and drives of the files")),
    "name": (mark("File names"), mark("Original names; else only E1, E2 …")),
    "serial": (mark("Serial numbers"), mark("They link pictures to one camera")),
    "owner": (mark("Owner and author names"), mark("As written into the files")),
    "account": (mark("Names of persons"), mark("Who worked on it; else P1, P2 …")),
    "source": (mark("Names of sources"), mark("Who gave material; else S1, S2 …")),
}

#: Precision in kilometres, None as computed.
PRECISIONS: tuple[tuple[float | None, str], ...] = (
    (None, mark("As found")),
    (0.1, "100 m"),
    (1.0, "1 km"),
    (10.0, "10 km"),
    (100.0, "100 km"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. ``fixed``: printed whatever is chosen, because a report without it misleads."""

    id: str
    title: str
    on: bool = True
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything the builder holds. ``exhibits``: those that are answered for, () for all. ``precision_km``
    None: as found. ``graphic``: exhibits marked graphic are shown as they are. ``author`` and ``reviewer``:
    P codes."""

    sections: tuple[Section, ...] = ()
    exhibits: tuple[str, ...] = ()
    disclose: frozenset[Protected] = frozenset()
    precision_km: float | None = None
    masks: bool = True
    graphic: bool = False
    final: bool = False
    author: str = ""
    reviewer: str = ""
    header: str = ""
    footer: str = ""
    logo: bytes = b""
    formats: tuple[str, ...] = ALWAYS

    def switched(self, section: str, on: bool) -> Draft:
        """With one section in or out; a fixed one stays in."""
        return replace(
            self,
            sections=tuple(replace(s, on=on or s.fixed) if s.id == section else s for s in self.sections),
        )

    def disclosing(self, field: Protected, on: bool) -> Draft:
        return replace(self, disclose=self.disclose | {field} if on else self.disclose - {field})

    def with_format(self, name: str, on: bool) -> Draft:
        chosen = {*self.formats, name} if on else set(self.formats) - {name}
        return replace(self, formats=tuple(known for known, _, _ in FORMATS if known in chosen))


def missing(state: CaseState, reviewer: str = "") -> tuple[str, ...]:
    """What a final report needs and the case does not have. ``reviewer``: who is named as one."""
    case = state.case
    reviewed = bool(reviewer or state.reviews)
    return (
        *(() if case.question.strip() else (mark("question"),)),
        *(() if case.mandate.strip() else (mark("mandate"),)),
        *(() if reviewed else (mark("reviewer"),)),
    )


def standing(lacking: Sequence[str], *, final: bool) -> str:
    """The line above the page: what it is, and what a final one still lacks."""
    if lacking:
        return tr(
            "Draft. Missing for a final report: {lacking}.", lacking=", ".join(tr(what) for what in lacking)
        )
    return tr("Final.") if final else tr("Draft. Nothing is missing for a final report.")


def leaves(
    draft: Draft,
    masks: int,
    unseen: Sequence[str] = (),
    *,
    bundled: bool = False,
    telling: Sequence[str] = (),
    originals: bool | None = False,
) -> tuple[tuple[str, str, str], ...]:
    """What the export takes out of the case: (what, how, tone 'ok' or 'warn'), to be read before it is done.

    ``masks``: how many regions copies cover, proposed ones included; ``unseen``: exhibits with proposed
    masks that nobody has decided on. ``bundled``: a bundle, whose log holds the values as they are, with
    ``originals`` (None: not chosen yet) that hold the fields ``telling`` in their own bytes.
    """
    rows: list[tuple[str, str, str]] = []
    for field in PROTECTED:
        title = tr(PROTECTION[field][0])
        given = field in draft.disclose
        said, tone = (tr("leave the case"), "warn") if given else (tr("stay in the case"), "ok")
        if field in telling and not given and originals is not False:
            said, tone = (tr("leave in the originals") if originals else tr("leave if originals do")), "warn"
        rows.append((title, said, tone))
    how = (
        tr("as found")
        if draft.precision_km is None
        else tr("to {distance}", distance=wording.distance(draft.precision_km))
    )
    rows.append((tr("Coordinates"), how, "warn" if draft.precision_km is None else "ok"))
    if bundled and draft.precision_km is not None:
        rows[-1] = (
            tr("Coordinates"),
            tr("{how} in the report; as found in the values of the log", how=how),
            "warn",
        )
    if draft.masks and masks:
        bare = bundled and bool(originals)
        filled = (
            trn(
                "%n regions filled in the report, not in the originals",
                masks,
                one="%n region filled in the report, not in the originals",
            )
            if bare
            else trn("%n regions filled in every copy", masks, one="%n region filled in every copy")
        )
        rows.append((tr("Masks"), filled, "warn" if bare else "ok"))
    else:
        said = tr("masked regions are shown") if masks else tr("no region is masked")
        rows.append((tr("Masks"), said, "warn"))
    if unseen:
        rows.append(
            (tr("Proposed masks"), tr("applied unseen on {unseen}", unseen=", ".join(unseen)), "warn")
        )
    return tuple(rows)


def covering(state: CaseState) -> int:
    """How many regions copies cover; a proposed one counts until a person removes it."""
    live = {e.id for e in state.exhibits if not e.withdrawn}
    return sum(1 for mask in state.masks if mask.exhibit in live)


def masked(state: CaseState) -> str:
    """How many regions are covered and how many of them only proposed, in words."""
    count = covering(state)
    said = trn("%n regions covered", count, one="%n region covered") if count else tr("No region is covered")
    proposed = sum(1 for mask in state.masks if mask.proposed)
    return (
        tr("{said}, {proposed} of them proposed and not looked at yet.", said=said, proposed=proposed)
        if proposed
        else f"{said}."
    )


def undecided(state: CaseState) -> tuple[str, ...]:
    """Exhibits with a proposed mask that nobody has kept or refused."""
    return tuple(dict.fromkeys(mask.exhibit for mask in state.masks if mask.proposed))
