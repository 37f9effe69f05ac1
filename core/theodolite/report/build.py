"""A case, its rankings and what is known of this machine, as one :class:`Report`. Pure."""

from __future__ import annotations

import base64
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from theodolite import __version__
from theodolite.chronology import WhenFinding
from theodolite.domain import CaseState, Disclosure, LogRecord, PackUse, Ranking, Status, Verification
from theodolite.report import (
    beside,
    claim,
    compared,
    custody,
    drawing,
    findings,
    ground,
    kept_desk,
    methods,
    people,
    protection,
    redact,
    rows,
    seen,
    strategies,
    talk,
    wording,
    words,
)
from theodolite.report import places as places_of
from theodolite.report.choices import SECTIONS, Choices, checked
from theodolite.report.parts import Look
from theodolite.report.protect import Guard
from theodolite.report.value import FORMAT, Answer, Head, Integrity, PackRow, Report
from theodolite.report.wording import say

EXPORTED = "report exported"


def build(
    state: CaseState,
    rankings: Sequence[Ranking],
    *,
    verification: Verification,
    log: Sequence[LogRecord],
    choices: Choices | None = None,
    hint_effects: Mapping[str, str] | None = None,
    times: Mapping[str, WhenFinding] | None = None,
    thumbnails: Mapping[str, bytes] | None = None,
    references: Mapping[str, tuple[bytes, str]] | None = None,
    beside_pictures: compared.Pictures | None = None,
    checks: Mapping[str, str] | None = None,
    clock: Sequence[str] = (),
    summary: str = "",
    packs: Iterable[PackUse] = (),
    software: Sequence[tuple[str, str]] = (),
    sandbox: str = "",
    refused: Sequence[str] = (),
    borders: Mapping[str, Any] | None = None,
    borders_source: str = "",
    places: Iterable[tuple[str, float, float, int]] = (),
    generated_utc: str = "",
    preview: bool = False,
) -> Report:
    """Everything a report says, with nothing in it that ``choices`` hold back.

    ``rankings``: the main one first; the map draws that one. ``log``: all records, oldest first.
    ``hint_effects``: hint id to its effect ('▲2 ▼1'). ``times``: exhibit id to the finding of its time.
    ``thumbnails``: exhibit id to JPEG or PNG bytes, upright, masked, a long side of about 640.
    ``references``: id of a reference to its picture and the SHA-256 of its file; ``beside_pictures``: the
    same of what stands in kept comparisons, by subject. ``checks``: signature id to what its check found.
    ``clock``: warnings about the clocks. ``packs``: what took part beyond the rankings'
    own. ``software``: (name, value) pairs added to program, Python and system. ``sandbox``: the state of the
    browser sandbox in words, '' when no browser took part. ``borders``: GeoJSON of countries;
    ``places``: (name, lat, lon, population), the largest first. ``preview``: the hashes were not recomputed.
    """
    chosen = checked(choices or Choices())
    given = Given(
        state,
        tuple(rankings),
        tuple(log),
        verification,
        dict(hint_effects or {}),
        dict(times or {}),
        dict(checks or {}),
        tuple(clock),
        summary,
        tuple(software),
        sandbox,
        tuple(refused),
    )
    exact = _fit(given, chosen)
    km = chosen.precision_km
    shown = exact
    if km is not None:
        log = redact.coarse_log(exact.log, km)
        shown = replace(redact.coarse(replace(exact, log=()), km), log=log)
    with wording.speaking(chosen.language):
        report = _build(shown, exact, chosen, generated_utc or _now(), dict(references or {}))
        if km is not None:  # once more: now for the digits that a text deserves
            report = places_of.coarse(redact.coarse(report, km), km)
        whole = replace(
            report,
            drawing=drawing.draw(shown.state, shown.rankings, borders, places),
            drawing_source=borders_source,
            exhibits=rows.with_pictures(report.exhibits, thumbnails or {}),
            pairs=beside.with_pictures(report.pairs, references or {}),
            kept=compared.with_pictures(
                report.kept, beside_pictures or {}, thumbnails or {}, maps=km is None
            ),
            packs=_packs(shown, packs),
            carried=ground.carried(_left(shown.state, exact.state), km),
            look=_look(chosen),
            integrity=replace(report.integrity, checked=not preview),
        )
    return whole


@dataclass(frozen=True, slots=True)
class Given:
    """What a report is made of, before and after it was made fit to leave the case."""

    state: CaseState
    rankings: tuple[Ranking, ...]
    log: tuple[LogRecord, ...]
    verification: Verification
    effects: dict[str, str]
    times: dict[str, WhenFinding]
    checks: dict[str, str]
    clock: tuple[str, ...]
    summary: str
    software: tuple[tuple[str, str], ...]
    sandbox: str
    refused: tuple[str, ...]


def _fit(given: Given, choices: Choices) -> Given:
    """What may be printed: words under masks covered, protected values as codes; places as fine as known."""
    state, log = given.state, given.log
    covered: tuple[str, ...] = ()
    if choices.redact and state.masks:
        covered = redact.covered_words(state)
        log, state = redact.covered_log(state, log), redact.covered(state)
    guard = Guard(given.state, given.log, choices.disclose, covered)
    return replace(guard.hide(replace(given, log=())), state=guard.state(state), log=guard.log(log))


def _build(
    given: Given, exact: Given, choices: Choices, generated: str, references: Mapping[str, tuple[bytes, str]]
) -> Report:
    """``exact``: the same before places were made coarse. What lies where is decided by it, never printed."""
    state, rankings, log = given.state, given.rankings, given.log
    answers = tuple(
        _answer(state, ranking, given.times, (exact.state, fine), choices.precision_km or 0.0)
        for ranking, fine in zip(rankings, exact.rankings, strict=True)
    )
    clues = rows.clues(state)
    verified = any(answer.finding.person for answer in answers)
    return Report(
        format=FORMAT,
        head=_head(state, choices, log, generated),
        answers=answers,
        not_shown=methods.not_shown(state, rankings, given.times),
        summary=given.summary,
        drawing="",
        drawing_source="",
        legend=tuple((shape, say(text)) for shape, text in drawing.legend(state, rankings)),
        exhibits=rows.exhibits(state),
        clues=clues,
        origins=rows.origin_groups(clues),
        hints=rows.hints(state.hints, given.effects, seen.removed_hints(log)),
        conflicts_seen=seen.conflicts(log),
        verdicts=rows.verdicts(state.verdicts),
        references=rows.references(state),
        strategies=strategies.rows(state),
        conversation=talk.conversation(state),
        said_of_pictures=talk.said_of_pictures(state),
        exchanges=talk.exchanges(state),
        scale=tuple((say(word), say(text)) for word, text in words.SCALE.items()),
        methods=methods.steps(state, rankings),
        limits=(*methods.limits(state, rankings), *given.clock),
        packs=(),
        software=_software(given),
        sandbox=given.sandbox,
        refused_connections=given.refused,
        integrity=_integrity(given.verification, state),
        custody=custody.rows(log),
        sections=tuple(section for section in SECTIONS if choices.shows(section)),
        claim=claim.answers(
            exact.state, exact.rankings, answers, given.times, coarse=choices.precision_km is not None
        ),
        pairs=beside.pairs(state, beside.paired(exact.state, exact.rankings), references),
        kept=compared.rows(state, exact.state),
        filed=kept_desk.filed(state, choices.precision_km),
        leads=kept_desk.leads(state),
        case_note=kept_desk.case_note(state),
        comparisons=beside.comparisons(answers),
        derived=beside.derived(state.derived),
        people=people.people(state, choices),
        reviews=people.reviews(state),
        signatures=people.signatures(state, given.checks),
        stamps=people.stamps(state),
        tombstones=people.tombstones(state),
        six=protection.six(state, given.verification),
        gaps=protection.gaps(state, log),
        would_change=protection.would_change(state, verified),
        protection=protection.protection(state, choices),
        carried=(),
        searched=ground.areas(exact.state.areas),
        kit=protection.kit(state.log_head, stamped=bool(state.stamps), signed=bool(state.signatures)),
    )


def _left(shown: CaseState, exact: CaseState) -> tuple[Disclosure, ...]:
    """What left, to the letter: a text that is coarse enough to be printed is not made coarse again."""
    pairs = zip(shown.disclosures, exact.disclosures, strict=True)
    return tuple(replace(one, text=given.text) for one, given in pairs)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def lacking(state: CaseState) -> tuple[str, ...]:
    """What a final report needs and the case does not have."""
    decided = any(v.status in (Status.VERIFIED, Status.REJECTED) for v in state.verdicts)
    wanted = (
        (bool(state.case.question.strip()), "question"),
        (bool(state.case.mandate.strip()), "mandate"),
        (bool(state.reviews), "reviewer"),
        (bool(state.signatures), "signatures"),
        (decided, "a person's verdict"),
    )
    return tuple(say(name) for there, name in wanted if not there)


def _head(state: CaseState, choices: Choices, log: Sequence[LogRecord], generated: str) -> Head:
    case = state.case
    return Head(
        title=case.title,
        question=case.question,
        claim=case.claim,
        claim_source=case.claim_source,
        operator=case.operator,
        case_created_utc=case.created_utc,
        generated_utc=generated,
        standing="FINAL" if choices.final else "DRAFT",
        missing=lacking(state),
        number=case.number,
        mandate=case.mandate,
        legal_basis=case.legal_basis,
        classification=case.classification,
        handling=case.handling,
        distribution=case.distribution,
        version=1 + sum(record.action == EXPORTED for record in log),
        authors=choices.authors or (case.operator,),
        reviewers=choices.reviewers or tuple(dict.fromkeys(r.person for r in state.reviews)),
        language=choices.language,
    )


def _answer(
    state: CaseState,
    ranking: Ranking,
    times: Mapping[str, WhenFinding],
    exact: tuple[CaseState, Ranking],
    least_km: float,
) -> Answer:
    listed = rows.candidates(ranking, state)
    return Answer(
        finding=findings.finding(state, ranking, listed, times, exact, least_km),
        candidates=listed,
        countries=rows.countries(ranking),
        conflicts=tuple(rows.conflict(found) for found in ranking.contradictions),
        unplaceable=ranking.unplaceable,
        strategy=ranking.strategy,
        prior=ranking.prior,
        support_sha256=ranking.support_sha256,
        scores_sha256=ranking.scores_sha256,
    )


def _packs(given: Given, packs: Iterable[PackUse]) -> tuple[PackRow, ...]:
    asked = (pack for answer in given.state.answers for pack in answer.packs)
    used = {p.name: p for p in (*packs, *(p for r in given.rankings for p in r.packs), *asked)}
    return tuple(PackRow(p.name, p.version, p.sha256) for p in sorted(used.values(), key=lambda p: p.name))


def _software(given: Given) -> tuple[tuple[str, str], ...]:
    checked = say("its offset was not checked") if not given.clock else say("see the warnings under Limits")
    own = (
        ("Theodolite", __version__),
        ("Python", platform.python_version()),
        (say("Operating system"), f"{platform.system()} {platform.release()} ({platform.machine()})"),
        (say("Clock"), say("this machine's clock, in UTC; {checked}", checked=checked)),
    )
    named = {name for name, _ in given.software}
    return (*(pair for pair in own if pair[0] not in named), *given.software)


def _integrity(verification: Verification, state: CaseState) -> Integrity:
    return Integrity(
        verification.intact,
        verification.files,
        verification.records,
        verification.problems,
        verification.head or state.log_head,
        verification.records or state.log_length,
    )


def _look(choices: Choices) -> Look:
    template, logo = choices.template, ""
    if template.logo:
        kind = "png" if template.logo.startswith(b"\x89PNG") else "jpeg"
        logo = f"data:image/{kind};base64,{base64.b64encode(template.logo).decode('ascii')}"
    return Look(logo, template.header, template.footer, template.accent)
