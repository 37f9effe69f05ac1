"""The leading candidates side by side, exhibits beside references, derived pictures with recipes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from theodolite.domain import CaseState, Derived, Ranking, Reference, Status
from theodolite.geo import coordinates
from theodolite.geo.geodesy import distance_km
from theodolite.report.parts import ComparedRow, Comparison, DerivedRow, PairRow
from theodolite.report.rows import picture
from theodolite.report.value import Answer, CandidateRow, ScoreRow
from theodolite.report.wording import say

COMPARED = 3
NEAR_KM = 25.0


def comparisons(found: Sequence[Answer]) -> tuple[Comparison, ...]:
    """For each answer with at least two candidates: the leading ones, and each source's points for all."""
    return tuple(made for answer in found if (made := _comparison(answer)) is not None)


def _comparison(answer: Answer) -> Comparison | None:
    chosen = list(answer.candidates[:COMPARED])
    for item in answer.candidates[COMPARED:]:  # what a person decided on is compared too
        if item.status in (Status.VERIFIED.value, Status.REJECTED.value) and len(chosen) < COMPARED + 1:
            chosen.append(item)
    if len(chosen) < 2:
        return None
    sources: dict[str, str] = {}
    for item in chosen:
        for row in item.scores:
            if row.kind == "source":
                sources.setdefault(row.source, row.text)
    rows = [
        _row(source, text, [next((r for r in item.scores if r.source == source), None) for item in chosen])
        for source, text in sources.items()
    ]
    rows.sort(key=lambda row: -max(abs(tenths) for tenths in row.tenths))
    for kind, text in (("rest", say("Smaller ones together")), ("prior", say("Prior"))):
        of_kind = [next((r for r in item.scores if r.kind == kind), None) for item in chosen]
        if any(of_kind):  # without them a column would not add up to its total
            rows.append(_row("", text, of_kind))
    return Comparison(
        exhibits=answer.finding.exhibits,
        heads=tuple(
            (str(i.rank), i.place.label or i.place.country_name, i.status, i.place.dd) for i in chosen
        ),
        facts=(
            (say("Likelihood"), tuple(i.likelihood for i in chosen)),
            (say("Radius"), tuple(i.place.radius for i in chosen)),
            (
                say("For, against, independent"),
                tuple(f"{i.supporting}, {i.contradicting}, {i.independent}" for i in chosen),
            ),
            (say("Stated reason"), tuple(i.reason for i in chosen)),
        ),
        rows=tuple(rows),
        totals=tuple(_total(item) for item in chosen),
    )


def _row(source: str, text: str, found: Sequence[ScoreRow | None]) -> ComparedRow:
    printed = tuple(row.printed if row is not None else "" for row in found)
    return ComparedRow(source, text, printed, tuple(row.tenths if row is not None else 0 for row in found))


def _total(item: CandidateRow) -> str:
    return next((row.printed for row in item.scores if row.kind == "total"), "")


def paired(state: CaseState, rankings: Sequence[Ranking]) -> tuple[tuple[str, Reference], ...]:
    """(exhibit, reference): the most similar reference near the leading place, else the most similar."""
    found = []
    for ranking in rankings:
        best = next((c for c in ranking.candidates if c.status is not Status.REJECTED), None)
        for search in state.searches:
            if search.exhibit not in ranking.exhibits or not search.references:
                continue
            near = [
                r
                for r in search.references
                if best is not None and float(distance_km(r.lat, r.lon, best.lat, best.lon)) <= NEAR_KM
            ]
            found.append((search.exhibit, (near or search.references)[0]))
    return tuple(dict.fromkeys(found))


def pairs(
    state: CaseState, found: Sequence[tuple[str, Reference]], pictures: Mapping[str, tuple[bytes, str]]
) -> tuple[PairRow, ...]:
    """``found``: as :func:`paired`, each printed as ``state`` has it. ``pictures``: reference id to its
    picture and the SHA-256 of its file; the rows have none yet."""
    rows = []
    printed = {(s.exhibit, r.id): r for s in state.searches for r in s.references}
    for exhibit, reference in ((name, printed[name, exact.id]) for name, exact in found):
        digest = pictures.get(reference.id, (b"", ""))[1]
        marks = sorted({c.mark for c in state.clues if c.exhibit == exhibit and c.mark is not None and c.box})
        rows.append(
            PairRow(
                exhibit=exhibit,
                reference=reference.name,
                provider=reference.provider,
                licence=say("as its provider states it; not recorded here"),
                dd=coordinates.format_dd(reference.lat, reference.lon),
                cosine=f"{reference.cosine:.3f}",
                taken_on=reference.taken_on,
                sha256=digest,
                picture="",
                marks=tuple(marks),
                key=reference.id,
            )
        )
    return tuple(rows)


def with_pictures(
    found: tuple[PairRow, ...], pictures: Mapping[str, tuple[bytes, str]]
) -> tuple[PairRow, ...]:
    return tuple(replace(row, picture=picture(pictures.get(row.key, (b"", ""))[0])) for row in found)


def derived(found: Sequence[Derived]) -> tuple[DerivedRow, ...]:
    return tuple(
        DerivedRow(
            id=item.id,
            exhibit=item.exhibit,
            title=item.title,
            parent_sha256=item.parent_sha256,
            steps=tuple(
                f"{step.operation} {step.version}"
                + (f": {', '.join(f'{name} {value}' for name, value in step.parameters)}")
                * bool(step.parameters)
                for step in item.steps
            ),
            sha256=item.sha256,
            width=item.width,
            height=item.height,
            person=item.person,
            utc=item.utc,
        )
        for item in found
    )
