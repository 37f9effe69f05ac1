"""The finding: one sentence, one word of the fixed scale, and the reason for it. Pure.

Decided from what persons and evidence said, in this order: a place a person verified, else what the
ranking's answer level allows. A model's word never decides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from theodolite.chronology import WhenFinding
from theodolite.domain import AnswerLevel, Candidate, CaseState, Ranking, Status, Verdict
from theodolite.report import people, words
from theodolite.report.places import country_name, named, place_of
from theodolite.report.value import CandidateRow, Finding, Place
from theodolite.report.wording import say


def finding(
    state: CaseState,
    ranking: Ranking,
    rows: tuple[CandidateRow, ...],
    times: Mapping[str, WhenFinding] | None = None,
    exact: tuple[CaseState, Ranking] | None = None,
    least_km: float = 0.0,
) -> Finding:
    """The answer for the exhibits of ``ranking``; ``rows`` are its candidates as printed.

    ``times``: what is known of the time of each exhibit; without it only what files claim is told.
    ``exact``: both before their coordinates were made coarse, to tell which verdict is about which place;
    ``least_km``: to how much they were made so.
    """
    sharp, places = exact or (state, ranking)
    verdicts = _latest(sharp, places)
    verified = next((c for c in ranking.candidates if c.status is Status.VERIFIED), None)
    known = _same(verified, ranking, places)
    best = verified or next((c for c in ranking.candidates if c.status is not Status.REJECTED), None)
    place: Place | None = None
    if verified is not None:
        verdict = _near(verdicts, known)
        word, reason = _verified(verified, verdict, rows, ranking)
        review = people.same_place(state, ranking.exhibits)
        if word == "probable" and review is not None:
            speaking = {c.source for c in verified.contributions if c.log_likelihood > 0}
            disputed = people.disputed(review, speaking)
            word = "probable" if disputed else "confirmed"
            text = "{who} came to the same place without having seen it."
            if disputed:
                text = "{who} came to the same place without having seen it, but disputes {clues}."
            reason += " " + say(text, who=review.person, clues=words.listed(disputed))
        km = radius_km(sharp, places, known or verified)
        place = place_of(verified, max(km, least_km))
        where = _said(
            ranking,
            "{subject} was taken in {place}, within {radius}; {word}.",
            "{subject} were taken in {place}, within {radius}; {word}.",
            place=_told(place, state),
            radius=place.radius,
            word=say(word),
        )
    elif best is None or ranking.level is AnswerLevel.UNKNOWN:
        word, verdict = "not established", None
        reason = say(
            "The evidence recorded so far does not favour one country, region or place clearly enough."
        )
        where = _said(
            ranking,
            "Where {subject} was taken is not established.",
            "Where {subject} were taken is not established.",
        )
    else:
        word, verdict = "possible", None
        place = place_of(best, best.radius_km)
        where, reason = _unverified(best, place, ranking, state)
        if ranking.level is AnswerLevel.COUNTRY:
            place = None
    refuted = [
        v.label or say("A place") for v in verdicts if v.status is Status.REJECTED and not _is(v, known)
    ]
    against = ""
    if refuted:
        one = len(refuted) == 1
        text = "{places} is not supported." if one else "{places} are not supported."
        against = " " + say(text, places=words.listed(refuted))
    when = next((f for name in ranking.exhibits if (f := (times or {}).get(name)) is not None), None)
    dated = when is not None and when.status == "established" and len(ranking.exhibits) == 1
    time = say("The time: {text}", text=when.text) if dated and when else say("The time is not established.")
    return Finding(
        exhibits=ranking.exhibits,
        sentence=f"{where}{against} {time}",
        word=word,
        definition=say(words.SCALE[word]),
        reason=reason,
        level=ranking.level.value,
        place=place,
        time=_when(ranking, times) or _time(state, ranking),
        person=verdict.person if verdict is not None else "",
        calibrated=ranking.calibrated,
    )


def radius_km(state: CaseState, ranking: Ranking, verified: Candidate) -> float:
    """The radius of a verified place: a verdict never widens what the evidence says."""
    verdict = _near(_latest(state, ranking), verified)
    return min(verified.radius_km, verdict.radius_km if verdict is not None else math.inf)


def _same(candidate: Candidate | None, ranking: Ranking, places: Ranking) -> Candidate | None:
    """The candidate at its position in ``places``; its id may be a coordinate, made coarse as well."""
    if candidate is None:
        return None
    return places.candidates[ranking.candidates.index(candidate)]


def _told(place: Place, state: CaseState) -> str:
    """A place in a sentence: without the reference or exhibit that its position was taken from."""
    takers = {r.name for search in state.searches for r in search.references}
    takers |= {f"GPS of {exhibit.id}" for exhibit in state.exhibits}
    label, _, inside = place.label.rpartition(" (")
    known = label and inside.endswith(")") and inside[:-1] in takers
    return named(replace(place, label=label) if known else place)


def _said(ranking: Ranking, one: str, several: str, **values: object) -> str:
    """A sentence about the exhibits of a ranking, in the singular or the plural."""
    subject = words.listed(ranking.exhibits) or say("the photograph")
    return say(several if len(ranking.exhibits) > 1 else one, subject=subject, **values)


def _verified(
    candidate: Candidate, verdict: Verdict | None, rows: tuple[CandidateRow, ...], ranking: Ranking
) -> tuple[str, str]:
    row = next(row for row in rows if row.rank == candidate.rank)
    who = verdict.person if verdict is not None else say("A person")
    text = "{count} source in its favour, {independent} independent"
    if row.supporting != 1:
        text = "{count} sources in its favour, {independent} independent"
    clues = say(text, count=row.supporting, independent=row.independent)
    if verdict is not None and verdict.override:
        return "possible", say(
            "{who} verified it without two independent clues; stated reason: {reason}",
            who=who,
            reason=verdict.reason,
        )
    if ranking.contradictions:
        return "possible", say(
            "{who} verified it, with {clues}; but sources contradict each other (see Contradictions).",
            who=who,
            clues=clues,
        )
    if row.independent < 2:
        return "possible", say(
            "{who} verified it, with {clues}: fewer than two origins support it now.", who=who, clues=clues
        )
    return "probable", say(
        "{who} verified it, with {clues}, {count} against.", who=who, clues=clues, count=row.contradicting
    )


def _unverified(best: Candidate, place: Place, ranking: Ranking, state: CaseState) -> tuple[str, str]:
    reason = say("The recorded evidence favours it; no person has verified it.")
    if ranking.level is AnswerLevel.POINT:
        return _said(
            ranking,
            "{subject} was taken in {place}, within {radius}; possible.",
            "{subject} were taken in {place}, within {radius}; possible.",
            place=_told(place, state),
            radius=place.radius,
        ), reason
    if ranking.level is AnswerLevel.REGION:
        return _said(
            ranking,
            "{subject} was taken in the region of {place}, within {radius}; possible.",
            "{subject} were taken in the region of {place}, within {radius}; possible.",
            place=_told(place, state),
            radius=place.radius,
        ), reason
    code = ranking.countries[0][0] if ranking.countries else best.country
    return _said(
        ranking,
        "{subject} was taken in {country}; possible. No place in it is established.",
        "{subject} were taken in {country}; possible. No place in it is established.",
        country=country_name(code),
    ), reason


def _latest(state: CaseState, ranking: Ranking) -> list[Verdict]:
    """The last verdict on each place that concerns these exhibits or the whole case."""
    kept: list[Verdict] = []
    for verdict in state.verdicts:
        if verdict.exhibit and verdict.exhibit not in ranking.exhibits:
            continue
        kept = [old for old in kept if _km(old.lat, old.lon, verdict.lat, verdict.lon) > verdict.radius_km]
        kept.append(verdict)
    return kept


def _near(verdicts: list[Verdict], candidate: Candidate | None) -> Verdict | None:
    near = (v for v in verdicts if candidate is not None and v.status is candidate.status)
    return next((v for v in near if _is(v, candidate)), None)


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


def _when(ranking: Ranking, times: Mapping[str, WhenFinding] | None) -> str:
    """The finding of each exhibit about its time, in the words of the chronology."""
    found = [(name, times[name]) for name in ranking.exhibits if times and name in times]
    if not found:
        return ""
    texts = []
    for name, one in found:
        text = one.text if one.status == "established" else say("Not established. {text}", text=one.text)
        texts.append(f"{name}: {text}" if len(found) > 1 else text)
    return " ".join(texts)


def _time(state: CaseState, ranking: Ranking) -> str:
    """When, kept apart from where: what files claim, and that a claim is not a finding."""
    claims = "{name} claims {when}"
    dated = [(e.id, e.metadata.taken_at) for e in state.exhibits if e.metadata.taken_at and not e.withdrawn]
    own = [say(claims, name=key, when=when) for key, when in dated if key in ranking.exhibits]
    others = [say(claims, name=key, when=when) for key, when in dated if key not in ranking.exhibits]
    if own:
        return say(
            "Not established. In its metadata {claims}; zone unknown unless stated.", claims=words.listed(own)
        )
    tail = " " + say("Other exhibits: {claims}.", claims=words.listed(others)) if others else ""
    none = _said(ranking, "{subject} claims no time.", "{subject} claim no time.")
    return say("Not established. {none}", none=none[0].upper() + none[1:]) + tail
