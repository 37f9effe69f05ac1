"""A case, its rankings and what is known of this machine, as one :class:`Report`. Pure."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from theodolite import __version__
from theodolite.domain import CaseState, LogRecord, PackUse, Ranking, Status, Verification
from theodolite.report import custody, drawing, findings, methods, rows, seen, strategies, talk, words
from theodolite.report.value import FORMAT, Answer, Head, Integrity, PackRow, Report


def build(
    state: CaseState,
    rankings: Sequence[Ranking],
    *,
    verification: Verification,
    log: Sequence[LogRecord],
    hint_effects: Mapping[str, str] | None = None,
    thumbnails: Mapping[str, bytes] | None = None,
    summary: str = "",
    packs: Iterable[PackUse] = (),
    software: Sequence[tuple[str, str]] = (),
    sandbox: str = "",
    refused: Sequence[str] = (),
    borders: Mapping[str, Any] | None = None,
    borders_source: str = "",
    places: Iterable[tuple[str, float, float, int]] = (),
    generated_utc: str = "",
) -> Report:
    """Everything a report says.

    ``rankings``: the main one first; the map draws that one. ``log``: all records, oldest first.
    ``hint_effects``: hint id to its effect ('▲2 ▼1'). ``thumbnails``: exhibit id to JPEG or PNG bytes,
    upright, a long side of about 640. ``packs``: what took part beyond the rankings' own.
    ``software``: (name, value) pairs added to program, Python and system. ``sandbox``: the state of the
    browser sandbox in words, '' when no browser took part. ``borders``: GeoJSON of countries;
    ``places``: (name, lat, lon, population), the largest first.
    """
    answers = tuple(_answer(state, ranking) for ranking in rankings)
    asked = (pack for answer in state.answers for pack in answer.packs)
    took_part = (*packs, *(p for ranking in rankings for p in ranking.packs), *asked)
    used = {pack.name: pack for pack in took_part}
    own = (
        ("Theodolite", __version__),
        ("Python", platform.python_version()),
        ("Operating system", f"{platform.system()} {platform.release()} ({platform.machine()})"),
        ("Clock", "this machine's clock, in UTC; its offset was not checked"),
    )
    given = {name for name, _ in software}
    return Report(
        format=FORMAT,
        head=_head(state, rankings, generated_utc or _now()),
        answers=answers,
        not_shown=methods.not_shown(state, rankings),
        summary=summary,
        drawing=drawing.draw(state, rankings, borders, places),
        drawing_source=borders_source,
        legend=drawing.legend(state, rankings),
        exhibits=rows.exhibits(state, thumbnails or {}),
        clues=rows.clues(state),
        hints=rows.hints(state.hints, hint_effects or {}),
        conflicts_seen=seen.conflicts(log),
        verdicts=rows.verdicts(state.verdicts),
        references=rows.references(state),
        strategies=strategies.rows(state),
        conversation=talk.conversation(state),
        said_of_pictures=talk.said_of_pictures(state),
        exchanges=talk.exchanges(state),
        scale=tuple(words.SCALE.items()),
        methods=methods.steps(state, rankings),
        limits=methods.limits(state, rankings),
        packs=tuple(
            PackRow(p.name, p.version, p.sha256) for p in sorted(used.values(), key=lambda p: p.name)
        ),
        software=(*(pair for pair in own if pair[0] not in given), *software),
        sandbox=sandbox,
        refused_connections=tuple(refused),
        integrity=Integrity(
            verification.intact,
            verification.files,
            verification.records,
            verification.problems,
            verification.head or state.log_head,
            verification.records or state.log_length,
        ),
        custody=custody.rows(log),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _head(state: CaseState, rankings: Sequence[Ranking], generated: str) -> Head:
    missing = ["mandate", "reviewer", "signatures"]
    if not state.case.question:
        missing.insert(0, "question")
    decided = any(v.status in (Status.VERIFIED, Status.REJECTED) for v in state.verdicts)
    if not decided:
        missing.append("a person's verdict")
    return Head(
        title=state.case.title,
        question=state.case.question,
        claim=state.case.claim,
        claim_source=state.case.claim_source,
        operator=state.case.operator,
        case_created_utc=state.case.created_utc,
        generated_utc=generated,
        standing="DRAFT",
        missing=tuple(missing),
    )


def _answer(state: CaseState, ranking: Ranking) -> Answer:
    listed = rows.candidates(ranking, state)
    return Answer(
        finding=findings.finding(state, ranking, listed),
        candidates=listed,
        countries=rows.countries(ranking),
        conflicts=tuple(rows.conflict(found) for found in ranking.contradictions),
        unplaceable=ranking.unplaceable,
        strategy=ranking.strategy,
        prior=ranking.prior,
        support_sha256=ranking.support_sha256,
        scores_sha256=ranking.scores_sha256,
    )
