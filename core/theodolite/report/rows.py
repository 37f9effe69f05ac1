"""Case values to report rows: exhibits, clues, hints, candidates, verdicts, references. Pure."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace

from theodolite import points
from theodolite.domain import (
    AnswerLevel,
    Candidate,
    CaseState,
    Clue,
    Contradiction,
    Exhibit,
    Hint,
    Origin,
    Ranking,
    Verdict,
)
from theodolite.domain.exhibit import graphic
from theodolite.geo import coordinates
from theodolite.report import origins, words
from theodolite.report.places import country_name, place_of
from theodolite.report.value import (
    CandidateRow,
    ClueRow,
    ConflictRow,
    ExhibitRow,
    HintRow,
    Mark,
    ReferenceRow,
    ScoreRow,
    VerdictRow,
)
from theodolite.report.wording import say

REFERENCES_SHOWN = 10
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def exhibits(state: CaseState) -> tuple[ExhibitRow, ...]:
    """Every exhibit, withdrawn ones too; still without pictures."""
    hidden = graphic(state.exhibits)
    return tuple(replace(_exhibit(item, state), graphic=item.id in hidden) for item in state.exhibits)


def with_pictures(found: tuple[ExhibitRow, ...], pictures: Mapping[str, bytes]) -> tuple[ExhibitRow, ...]:
    """The rows with their thumbnails, each only if it really is a JPEG or PNG."""
    return tuple(replace(row, thumbnail=picture(pictures.get(row.id, b""))) for row in found)


def picture(data: bytes) -> str:
    """Base64 of a JPEG or PNG, '' for anything else."""
    return base64.b64encode(data).decode("ascii") if data.startswith(_IMAGES) else ""


def _exhibit(item: Exhibit, state: CaseState) -> ExhibitRow:
    marks = tuple(
        Mark(
            clue.mark,
            clue.box.left,
            clue.box.top,
            clue.box.right,
            clue.box.bottom,
            clue.shape.kind if clue.shape is not None else "box",
            clue.shape.points if clue.shape is not None else (),
        )
        for clue in state.clues
        if clue.exhibit == item.id and clue.box is not None and clue.mark is not None
    )
    condition = say("readable")
    if not item.readable:
        condition = say("not readable: {why}", why=item.error_text or item.error_code or "?")
    return ExhibitRow(
        id=item.id,
        name=item.name,
        media_type=item.media_type,
        size=item.size,
        sha256=item.sha256,
        md5=item.md5,
        width=item.width,
        height=item.height,
        source=item.source,
        added_utc=item.added_utc,
        operator=item.operator,
        condition=condition,
        withdrawn=item.withdrawn,
        claims=_claims(item),
        problems=item.metadata.problems,
        marks=tuple(sorted(marks, key=lambda mark: mark.number)),
        thumbnail="",
        parent=item.parent,
        recipe=item.recipe,
        file_time=item.file_time,
        masked=sum(mask.exhibit == item.id for mask in state.masks),
        note=next((note.text for note in state.notes if note.exhibit == item.id), ""),
    )


def _claims(item: Exhibit) -> tuple[tuple[str, str], ...]:
    """What the file says about itself; none of it is proven."""
    data = item.metadata
    found: list[tuple[str, str]] = []
    if data.gps is not None:
        text = coordinates.format_dd(data.gps.lat, data.gps.lon)
        if data.gps.direction is not None:
            text = say("{place}, facing {degrees}°", place=text, degrees=f"{data.gps.direction:.0f}")
        found.append(("Place", text))
    for name, value in (("Time", data.taken_at), ("Camera", data.camera), ("Software", data.software)):
        if value:
            found.append((name, value))
    return tuple(found)


def clues(state: CaseState) -> tuple[ClueRow, ...]:
    """Every clue, rejected and contradicting ones too."""
    group = origins.of_case(state.clues, state.searches)
    withdrawn = {item.id for item in state.exhibits if item.withdrawn}
    return tuple(
        ClueRow(
            id=clue.id,
            exhibit=clue.exhibit,
            mark=clue.mark,
            kind=clue.kind,
            observation=clue.observation,
            inference=clue.inference,
            strength=words.strength(clue.strength),
            direction=_direction(clue),
            group=group[clue.id],
            origins=tuple(_origin(origin) for origin in clue.origins),
            method=" ".join(part for part in (clue.method, clue.version) if part),
            by_person=clue.by_person,
            state=_clue_state(clue, withdrawn=clue.exhibit in withdrawn),
            reason=clue.rejected_reason or "",
            note=clue.note,
        )
        for clue in state.clues
    )


def origin_groups(found: tuple[ClueRow, ...]) -> tuple[tuple[str, str], ...]:
    """(letter, what its clues share) of every origin group."""
    shared: dict[str, dict[str, None]] = {}
    for clue in found:
        if clue.group:
            shared.setdefault(clue.group, {}).update(dict.fromkeys(clue.origins))
    return tuple((letter, "; ".join(names)) for letter, names in sorted(shared.items(), key=_by_letter))


def _by_letter(item: tuple[str, object]) -> tuple[int, str]:
    return len(item[0]), item[0]


def _direction(clue: Clue) -> str:
    if clue.reach is None:
        return "says nothing about the place"
    return "for" if clue.supports else "against"


def _clue_state(clue: Clue, *, withdrawn: bool) -> str:
    if clue.rejected_reason is not None:
        return "rejected"
    if withdrawn:
        return "withdrawn"
    return "counts" if clue.active else "off"


def _origin(origin: Origin) -> str:
    key = origin.key[:12] if origin.kind == "file" and len(origin.key) == 64 else origin.key
    return f"{origin.kind} {key}"


def hints(
    found: tuple[Hint, ...], effects: Mapping[str, str], removed: tuple[Hint, ...] = ()
) -> tuple[HintRow, ...]:
    """Those of the case, then those that were taken back: what was tried stays on record."""
    return tuple(
        HintRow(
            id=hint.id,
            text=hint.text,
            reading=hint.reading,
            strength=words.strength(hint.strength),
            state=state or hint.state.value,
            effect=effects.get(hint.id, ""),
            exclude=hint.exclude,
            source=hint.source,
            created_utc=hint.created_utc,
            parsed_by=hint.parsed_by,
        )
        for hint, state in (*((hint, "") for hint in found), *((hint, "removed") for hint in removed))
    )


def candidates(ranking: Ranking, state: CaseState) -> tuple[CandidateRow, ...]:
    """Every candidate of the list, rejected ones at their place, with rows that add up."""
    group = origins.of_case([clue for clue in state.clues if clue.active], state.searches)
    return tuple(_candidate(candidate, ranking, group) for candidate in ranking.candidates)


def _candidate(candidate: Candidate, ranking: Ranking, group: Mapping[str, str]) -> CandidateRow:
    sources = [c for c in candidate.contributions if c.source != "prior"]
    for_it = [c.source for c in sources if c.log_likelihood > 0]
    return CandidateRow(
        id=candidate.id,
        rank=candidate.rank,
        place=place_of(candidate),
        status=candidate.status.value,
        reason=candidate.reason,
        likelihood=say(words.likelihood(candidate.probability, calibrated=ranking.calibrated)),
        supporting=len(for_it),
        contradicting=sum(c.log_likelihood < 0 for c in sources),
        independent=len({group[source] for source in for_it if group.get(source)}),
        scores=tuple(
            ScoreRow(row.kind, row.source, _score_text(row), row.tenths, row.printed)
            for row in points.rows(candidate)
        ),
    )


def _score_text(row: points.PointRow) -> str:
    """Texts of sources are the case's; those of the sum are ours."""
    if row.kind == "rest":
        return say("{count} smaller", count=row.text.split()[0])
    return row.text if row.kind == "source" else say(row.text)


def countries(ranking: Ranking) -> tuple[tuple[str, str], ...]:
    """The five likeliest countries with a worded likelihood; none when the answer is unknown."""
    if ranking.level is AnswerLevel.UNKNOWN:
        return ()
    return tuple(
        (country_name(code), say(words.likelihood(share, calibrated=ranking.calibrated)))
        for code, share in ranking.countries[:5]
    )


def conflict(found: Contradiction) -> ConflictRow:
    """Both rankings with their numbers: here they are what each source says *alone*."""

    def shares(ranking: tuple[tuple[str, float], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((label, f"{share:.3f}") for label, share in ranking[:5])

    first, second = shares(found.first_ranking), shares(found.second_ranking)
    return ConflictRow(found.text, found.first, found.second, first, second)


def verdicts(found: tuple[Verdict, ...]) -> tuple[VerdictRow, ...]:
    return tuple(
        VerdictRow(
            id=verdict.id,
            exhibit=verdict.exhibit or "case",
            label=verdict.label,
            dd=coordinates.format_dd(verdict.lat, verdict.lon),
            status=verdict.status.value,
            reason=verdict.reason,
            person=verdict.person,
            utc=verdict.utc,
            override=verdict.override,
        )
        for verdict in found
    )


def references(state: CaseState) -> tuple[ReferenceRow, ...]:
    """The best references of each exhibit's latest search."""
    return tuple(
        ReferenceRow(
            exhibit=search.exhibit,
            rank=rank,
            name=reference.name,
            provider=reference.provider,
            dd=coordinates.format_dd(reference.lat, reference.lon),
            cosine=f"{reference.cosine:.3f}",
        )
        for search in state.searches
        for rank, reference in enumerate(search.references[:REFERENCES_SHOWN], start=1)
    )
