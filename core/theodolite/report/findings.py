"""The finding: one sentence, one word of the fixed scale, and the reason for it. Pure.

Decided from what persons and evidence said, in this order: a place a person verified, else what the
ranking's answer level allows. A model's word never decides.
"""

from __future__ import annotations

import math

from theodolite.domain import AnswerLevel, Candidate, CaseState, Ranking, Status, Verdict
from theodolite.report import words
from theodolite.report.places import country_name, named, place_of
from theodolite.report.value import CandidateRow, Finding, Place


def finding(state: CaseState, ranking: Ranking, rows: tuple[CandidateRow, ...]) -> Finding:
    """The answer for the exhibits of ``ranking``; ``rows`` are its candidates as printed."""
    subject = words.listed(ranking.exhibits) or "the photograph"
    verdicts = _latest(state, ranking)
    verified = next((c for c in ranking.candidates if c.status is Status.VERIFIED), None)
    best = verified or next((c for c in ranking.candidates if c.status is not Status.REJECTED), None)
    place: Place | None = None
    if verified is not None:
        verdict = _near(verdicts, verified)
        word, reason = _verified(verified, verdict, rows, ranking)
        # A verdict never widens what the evidence says.
        km = min(verified.radius_km, verdict.radius_km if verdict is not None else math.inf)
        place = place_of(verified, km)
        where = f"{subject} {_was(ranking)} taken in {named(place)}, within {place.radius}; {word}."
    elif best is None or ranking.level is AnswerLevel.UNKNOWN:
        word, verdict = "not established", None
        reason = "The evidence recorded so far does not favour one country, region or place clearly enough."
        where = f"Where {subject} {_was(ranking)} taken is not established."
    else:
        word, verdict = "possible", None
        place = place_of(best, best.radius_km)
        where, reason = _unverified(subject, best, place, ranking)
        if ranking.level is AnswerLevel.COUNTRY:
            place = None
    refuted = [v.label or "A place" for v in verdicts if v.status is Status.REJECTED and not _is(v, verified)]
    against = (
        f" {words.listed(refuted)} {'is' if len(refuted) == 1 else 'are'} not supported." if refuted else ""
    )
    return Finding(
        exhibits=ranking.exhibits,
        sentence=f"{where}{against} The time is not established.",
        word=word,
        definition=words.SCALE[word],
        reason=reason,
        level=ranking.level.value,
        place=place,
        time=_time(state, ranking),
        person=verdict.person if verdict is not None else "",
        calibrated=ranking.calibrated,
    )


def _was(ranking: Ranking) -> str:
    return "were" if len(ranking.exhibits) > 1 else "was"


def _verified(
    candidate: Candidate, verdict: Verdict | None, rows: tuple[CandidateRow, ...], ranking: Ranking
) -> tuple[str, str]:
    row = next(row for row in rows if row.id == candidate.id)
    who = f"{verdict.person} verified it" if verdict is not None else "A person verified it"
    clues = (
        f"{row.supporting} source{'s' * (row.supporting != 1)} in its favour, {row.independent} independent"
    )
    if verdict is not None and verdict.override:
        return "possible", f"{who} without two independent clues; stated reason: {verdict.reason}"
    if ranking.contradictions:
        return "possible", f"{who}, with {clues}; but sources contradict each other (see Contradictions)."
    if row.independent < 2:
        return "possible", f"{who}, with {clues}: fewer than two origins support it now."
    return "probable", f"{who}, with {clues}, {row.contradicting} against."


def _unverified(subject: str, best: Candidate, place: Place, ranking: Ranking) -> tuple[str, str]:
    verb = f"{subject} {_was(ranking)} taken"
    reason = "The recorded evidence favours it; no person has verified it."
    if ranking.level is AnswerLevel.POINT:
        return f"{verb} in {named(place)}, within {place.radius}; possible.", reason
    if ranking.level is AnswerLevel.REGION:
        return f"{verb} in the region of {named(place)}, within {place.radius}; possible.", reason
    code = ranking.countries[0][0] if ranking.countries else best.country
    return f"{verb} in {country_name(code)}; possible. No place in it is established.", reason


def _latest(state: CaseState, ranking: Ranking) -> list[Verdict]:
    """The last verdict on each place that concerns these exhibits or the whole case."""
    kept: list[Verdict] = []
    for verdict in state.verdicts:
        if verdict.exhibit and verdict.exhibit not in ranking.exhibits:
            continue
        kept = [old for old in kept if _km(old.lat, old.lon, verdict.lat, verdict.lon) > verdict.radius_km]
        kept.append(verdict)
    return kept


def _near(verdicts: list[Verdict], candidate: Candidate) -> Verdict | None:
    return next((v for v in verdicts if v.status is candidate.status and _is(v, candidate)), None)


def _is(verdict: Verdict, candidate: Candidate | None) -> bool:
    if candidate is None:
        return False
    return _km(verdict.lat, verdict.lon, candidate.lat, candidate.lon) <= verdict.radius_km


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on the mean sphere; within 0.6 % of the geodesic, enough to match verdicts."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = (
        math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


def _time(state: CaseState, ranking: Ranking) -> str:
    """When, kept apart from where: what files claim, and that a claim is not a finding."""
    dated = [(e.id, e.metadata.taken_at) for e in state.exhibits if e.metadata.taken_at and not e.withdrawn]
    own = [f"{key} claims {when}" for key, when in dated if key in ranking.exhibits]
    others = [f"{key} claims {when}" for key, when in dated if key not in ranking.exhibits]
    if own:
        return f"Not established. In its metadata {words.listed(own)}; zone unknown unless stated."
    subject = words.listed(ranking.exhibits) or "The photograph"
    tail = f" Other exhibits: {words.listed(others)}." if others else ""
    verb = "claim" if len(ranking.exhibits) > 1 else "claims"
    return f"Not established. {subject} {verb} no time.{tail}"
