"""Clues as the list and the strip below it show them. Pure, tested without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theodolite import points
from theodolite.domain import CLUE_SOURCES, Candidate, Clue, Ranking, SourceSetting, Strength, source_of
from theodolite_desktop import wording
from theodolite_desktop.language import tr


@dataclass(frozen=True, slots=True)
class ClueRow:
    """One row of the clue list; ``effect`` is '' where the clue says nothing about places.

    ``readings``: name and text of what a line says, in the order they are shown; () for other clues.
    ``note``: why it arrived switched off, or what else is known. ``correctable``: writing that was read.
    """

    id: str
    kind: str
    mark: int | None
    observation: str
    inference: str
    effect: str
    active: bool
    rejected: bool
    quoted: bool
    missing: bool
    supports: bool
    detail: str
    strength: Strength = Strength.LIKELY
    readings: tuple[tuple[str, str], ...] = ()
    source: str = ""
    source_off: bool = False
    note: str = ""
    correctable: bool = False
    corrected: bool = False

    @property
    def dots(self) -> str:
        """The strength as it ends the second line; '' where it plays no part."""
        return "" if self.missing or self.rejected else self.strength.dots


def clue_rows(
    clues: Sequence[Clue], ranking: Ranking | None, settings: Sequence[SourceSetting] = ()
) -> tuple[ClueRow, ...]:
    """Clues first by mark, then in their order; the effect is that on the leading candidate."""
    lead = ranking.candidates[0] if ranking and ranking.candidates else None
    effects = effects_of(lead) if lead else {}
    off = {one.source for one in settings if not one.on or one.weight <= 0.0}
    rows = []
    for clue in clues:
        missing = clue.kind.startswith("none.")
        rejected = clue.rejected_reason is not None
        value = effects.get(clue.id)
        effect = f"{wording.short(lead.label)} {wording.signed(value)}" if lead and value is not None else ""
        source = source_of(clue.kind)
        rows.append(
            ClueRow(
                id=clue.id,
                kind=clue.kind,
                mark=clue.mark,
                observation=wording.visible(clue.observation, 400),
                inference=wording.visible(_second(clue, missing, source in off), 400),
                effect=effect if clue.active and value else "",
                active=clue.active,
                rejected=rejected,
                quoted=clue.kind.startswith("text.") and "“" not in clue.observation,
                missing=missing,
                supports=clue.supports,
                detail=detail(clue),
                strength=clue.strength,
                readings=readings(clue),
                source=tr(CLUE_SOURCES[source]) if source in CLUE_SOURCES else source,
                source_off=source in off,
                note=wording.visible(clue.note, 400),
                correctable=clue.line is not None and not clue.by_person,
                corrected=clue.line is not None and bool(clue.line.corrected),
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.missing, r.rejected)))


def _second(clue: Clue, missing: bool, source_off: bool) -> str:
    """The second line of a row: why it does not count, else inference and method; strength stands after."""
    if clue.rejected_reason is not None:
        return tr("Rejected: {reason}", reason=clue.rejected_reason)
    parts = [tr("Source switched off")] if source_off else []
    parts += [tr("Off")] if not (clue.active or missing or source_off) else []
    parts += [clue.inference] if clue.inference else []
    if missing:
        parts += [clue.note] if clue.note else []
    else:
        parts += [clue.method]
    return " · ".join(parts)


def readings(clue: Clue) -> tuple[tuple[str, str], ...]:
    """What a line of writing says: as read, as corrected, in Latin letters, in English."""
    line = clue.line
    if line is None:
        return ()
    shown = [
        (tr("Read by {recogniser}", recogniser=line.recogniser) if line.recogniser else tr("Read"), line.text)
    ]
    shown += [(tr("Corrected to"), line.corrected)] if line.corrected else []
    shown += (
        [(tr("In Latin letters ({romanised_by})", romanised_by=line.romanised_by), line.romanised)]
        if line.romanised
        else []
    )
    shown += [(tr("Means"), line.meaning)] if line.meaning else []
    return tuple((name, wording.visible(text, 400)) for name, text in shown)


def detail(clue: Clue) -> str:
    """The whole record of a clue as plain lines, for the tool tip and screen readers."""
    origins = ", ".join(f"{o.kind} {o.key[:24]}" for o in clue.origins) or tr("none stated")
    lines = [
        f"{clue.id} · {clue.kind}",
        wording.visible(clue.observation),
        wording.visible(clue.inference),
        tr("Strength: {strength} · speaks for", strength=tr(clue.strength.value))
        if clue.supports
        else tr("Strength: {strength} · speaks against", strength=tr(clue.strength.value)),
        tr(
            "Method: {method}, rules {version}",
            method=wording.visible(clue.method, 200),
            version=clue.version,
        ),
        tr("Origins: {origins}", origins=wording.visible(origins, 300)),
    ]
    lines += [f"{name}: {text}" for name, text in readings(clue)]
    lines += [f"{wording.visible(name, 60)}: {wording.visible(value, 200)}" for name, value in clue.inputs]
    if clue.reach is None:
        lines.append(tr("Says nothing about places by itself; it does not count in the ranking."))
    if clue.note:
        lines.append(wording.visible(clue.note))
    return "\n".join(line for line in lines if line)


def effects_of(candidate: Candidate) -> dict[str, float]:
    """Points of each source, as the card prints them where it does."""
    found = {c.source: points.to_points(c.log_likelihood) for c in candidate.contributions}
    return found | {r.source: r.tenths / 10 for r in points.rows(candidate) if r.kind == "source"}


def line_of(found: Sequence[Clue], corrected: Clue) -> str:
    """The clue that stands where ``corrected`` stood before its line was read anew; '' for none.

    One of the same kind if there is one; otherwise any that carries the correction.
    """
    there = [
        c
        for c in found
        if c.exhibit == corrected.exhibit
        and c.line is not None
        and (c.box == corrected.box or c.id == corrected.id)
    ]
    there.sort(key=lambda c: (c.id != corrected.id, c.kind != corrected.kind))
    return there[0].id if there else ""
