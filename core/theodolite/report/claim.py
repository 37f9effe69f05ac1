"""The claim answered: place and time apart, each supported, contradicted or not established. Pure.

Only what a person verified answers a claim: a ranking alone never supports or contradicts it, and neither do
hints, which are words of the investigator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theodolite.chronology import WhenFinding, shown
from theodolite.chronology.spans import bounds
from theodolite.domain import AreaReach, Candidate, CaseState, PointReach, Ranking, Reach, Status, TimeSpan
from theodolite.errors import InputError
from theodolite.geo.geodesy import distance_km
from theodolite.report import findings, words
from theodolite.report.parts import ClaimAnswer, Part
from theodolite.report.places import country_name
from theodolite.report.value import Answer, Finding
from theodolite.report.wording import say

SUPPORTED, CONTRADICTED, OPEN = "supported", "contradicted", "not established"
_ENOUGH = ("confirmed", "probable")
#: The finest radius of a place, in km: a claim may be finer and still be borne out.
FINEST_KM = 1.0
#: A circle wider than this may lie in several countries, in km.
COUNTRY_KM = 25.0
#: How far around its middle a town that a claim names reaches, in km; as a hint it counts more loosely.
TOWN_KM = 10.0


def answers(
    state: CaseState,
    rankings: Sequence[Ranking],
    found: Sequence[Answer],
    times: Mapping[str, WhenFinding],
    *,
    coarse: bool = False,
) -> tuple[ClaimAnswer, ...]:
    """One for each ranking; none when the case starts from no claim. ``times``: exhibit to its time.

    ``state`` and ``rankings`` with the coordinates that are known, so that reduced precision changes no
    answer; ``coarse``: then no distance is told, which with the place claimed would give the place away.
    """
    case = state.case
    if not (case.claim or case.claimed_place or case.claimed_time):
        return ()
    return tuple(
        ClaimAnswer(
            ranking.exhibits,
            _place(state, ranking, answer.finding, coarse),
            _time(state, ranking.exhibits, times),
        )
        for ranking, answer in zip(rankings, found, strict=True)
    )


def _place(state: CaseState, ranking: Ranking, finding: Finding, coarse: bool) -> Part | None:
    case = state.case
    asked = case.claimed_place_text or _named(case.claimed_place) or case.claim
    if case.claimed_place is None:
        if case.claimed_time is not None and not case.claimed_place_text:
            return None  # the claim was read, and it speaks of the time only
        return Part(
            asked, OPEN, say("Nobody has recorded which place the claim names, so it was not compared.")
        )
    best = next((c for c in ranking.candidates if c.status is Status.VERIFIED), None)
    if best is None or finding.place is None:
        return Part(
            asked, OPEN, _unverified(ranking, case.claimed_place, coarse), _for(best or _first(ranking))
        )
    cites = _for(best)
    where = finding.place
    agrees, how = _compared(case.claimed_place, best, findings.radius_km(state, ranking, best), coarse)
    if agrees is None:
        text = say("A person verified {place}; {how}.", place=where.label, how=how)
        return Part(asked, OPEN, text, cites)
    if finding.word not in _ENOUGH or not cites:
        text = say(
            "A person verified {place}, but not on two independent clues that agree ({word}); {how}.",
            place=where.label,
            word=say(finding.word),
            how=how,
        )
        return Part(asked, OPEN, text, cites)
    if agrees:
        text = say("{place} was verified by a person; {how}.", place=where.label, how=how)
        return Part(asked, SUPPORTED, text, cites)
    text = say(
        "A person verified {place} instead; {how}. One photograph has one place.", place=where.label, how=how
    )
    return Part(asked, CONTRADICTED, text, cites)


def _unverified(ranking: Ranking, claimed: Reach, coarse: bool) -> str:
    best = _first(ranking)
    if ranking.abstained or best is None:
        return say(
            "The evidence does not single out a place, so it neither supports nor contradicts this one."
        )
    _, how = _compared(claimed, best, best.radius_km, coarse)
    return say(
        "The evidence favours {place}, which no person has verified; {how}.",
        place=best.label or country_name(best.country),
        how=how,
    )


def _first(ranking: Ranking) -> Candidate | None:
    return next((c for c in ranking.candidates if c.status is not Status.REJECTED), None)


def _for(candidate: Candidate | None) -> tuple[str, ...]:
    """Clues that speak for a candidate, the strongest first; hints and the prior are no clues."""
    if candidate is None:
        return ()
    found = [c for c in candidate.contributions if c.log_likelihood > 0]
    found.sort(key=lambda c: -c.log_likelihood)
    return tuple(c.source for c in found if c.source != "prior" and not c.source.startswith("H"))


def _compared(claimed: Reach, found: Candidate, radius_km: float, coarse: bool) -> tuple[bool | None, str]:
    """Whether the place found is the place claimed, None when that cannot be compared; and how it was."""
    if isinstance(claimed, PointReach):
        km = float(distance_km(found.lat, found.lon, claimed.lat, claimed.lon))
        reach = 2 * claimed.sd_km
        named = min(reach, TOWN_KM) if claimed.sd_km <= COUNTRY_KM else reach
        text = say(
            "that is {km} km from the place claimed, of which {room} km are uncertain",
            km=f"{km:,.0f}" if km >= 10 else f"{km:.1f}",
            room=f"{radius_km + named:,.0f}",
        )
        if coarse:
            text = say("compared before coordinates were made coarser for this report")
        if km > radius_km + reach:
            return False, text
        if km > radius_km + named:
            return None, say("{how}: too near to contradict the claim, too far to support it", how=text)
        if radius_km > max(named, FINEST_KM):
            return None, say("{how}: what is established is wider than the claim", how=text)
        return True, text
    if isinstance(claimed, AreaReach) and claimed.scope == "country" and radius_km > COUNTRY_KM:
        return None, say("what is established is too wide to tell its country")
    if isinstance(claimed, AreaReach) and claimed.scope == "country":
        inside = (found.country in claimed.codes) != claimed.negated
        names = words.listed([country_name(code) for code in claimed.codes])
        country = country_name(found.country) or say("no country")
        return inside, say("it lies in {country}, the claim names {names}", country=country, names=names)
    return None, say("the area that the claim names cannot be compared with a point by program")


def _named(reach: Reach | None) -> str:
    if isinstance(reach, PointReach):
        return reach.label
    if isinstance(reach, AreaReach) and reach.scope == "country":
        return words.listed([country_name(code) for code in reach.codes])
    return ""


def _time(state: CaseState, exhibits: Sequence[str], times: Mapping[str, WhenFinding]) -> Part | None:
    claimed = state.case.claimed_time
    if claimed is None:
        if state.case.claimed_place is not None:
            return None
        return Part(
            state.case.claim,
            OPEN,
            say("Nobody has recorded which time the claim names, so it was not compared."),
        )
    asked = shown(claimed)
    found = [times[name] for name in exhibits if name in times]
    if not found:
        return Part(asked, OPEN, say("No clue speaks of the time."))
    parts = [_of_one(claimed, one) for one in found]
    answer = parts[0][0] if len({part[0] for part in parts}) == 1 else OPEN
    cites = tuple(dict.fromkeys(clue for part in parts for clue in part[2]))
    return Part(asked, answer, " ".join(dict.fromkeys(part[1] for part in parts)), cites)


def _of_one(claimed: TimeSpan, found: WhenFinding) -> tuple[str, str, tuple[str, ...]]:
    if found.status != "established" or found.span is None:
        return OPEN, say("The time of the photograph is not established: {text}", text=found.text), found.for_
    try:
        (low, high), (first, last) = bounds(claimed), bounds(found.span)
    except InputError:
        return OPEN, found.text, found.for_
    within, apart = low <= first and last <= high, last < low or first > high
    if not claimed.inside:
        within, apart = apart, within
    if within:
        return SUPPORTED, say("Sources that share no origin agree on {text}", text=found.text), found.for_
    if apart:
        return (
            CONTRADICTED,
            say("Sources that share no origin say otherwise: {text}", text=found.text),
            found.for_,
        )
    return OPEN, say("What is established is wider than the claim: {text}", text=found.text), found.for_
