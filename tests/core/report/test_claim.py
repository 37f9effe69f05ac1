"""A claim's place and time are answered apart, by what persons verified, citing clues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from theodolite.chronology import WhenFinding
from theodolite.domain import (
    PROTECTED,
    AreaReach,
    CaseState,
    ClueOpinion,
    Contradiction,
    PointReach,
    Ranking,
    Review,
    TimeSpan,
)
from theodolite.report.choices import Choices
from theodolite.report.parts import ClaimAnswer
from theodolite.report.value import Report

Make = Callable[..., Report]
DAY = TimeSpan("2008-10-22T00:00:00Z", "2008-10-23T00:00:00Z")
FLORENCE = PointReach(43.7696, 11.2558, 5.0, "Florence")
AREZZO = PointReach(43.4645, 11.8815, 5.0, "Arezzo")


def claiming(state: CaseState, **changes: Any) -> CaseState:
    return replace(state, case=replace(state.case, **changes))


def answered(report: Report) -> ClaimAnswer:
    (found,) = report.claim
    return found


@pytest.mark.parametrize(
    ("claimed", "answer"),
    [
        (FLORENCE, "contradicted"),
        (AREZZO, "supported"),
        (AreaReach("country", ("IT",)), "supported"),
        (AreaReach("country", ("FR",)), "contradicted"),
        (AreaReach("country", ("IT",), negated=True), "contradicted"),
        (AreaReach("admin1", ("IT.16",)), "not established"),
    ],
)
def test_a_verified_place_answers_where(
    make_report: Make, case_state: CaseState, claimed: Any, answer: str
) -> None:
    part = answered(make_report(claiming(case_state, claimed_place=claimed))).place
    assert part is not None
    assert part.answer == answer
    assert part.clues == ("C3", "retrieval", "C1", "C2", "C9"), (
        "clues that speak for it, no hint, strongest first"
    )


def test_a_ranking_alone_answers_nothing(
    make_report: Make, case_state: CaseState, make_ranking: Callable[..., Ranking]
) -> None:
    from theodolite.domain import Status

    ranking = make_ranking()
    unverified = tuple(replace(c, status=Status.SUGGESTED) for c in ranking.candidates)
    state = replace(claiming(case_state, claimed_place=FLORENCE), verdicts=())
    part = answered(make_report(state, replace(ranking, candidates=unverified))).place
    assert part is not None and part.answer == "not established"
    assert "no person has verified" in part.sentence


def test_a_contradiction_between_sources_leaves_it_open(
    make_report: Make,
    case_state: CaseState,
    make_ranking: Callable[..., Ranking],
    contradiction: Contradiction,
) -> None:
    part = answered(
        make_report(
            claiming(case_state, claimed_place=FLORENCE), make_ranking(contradictions=(contradiction,))
        )
    ).place
    assert part is not None and part.answer == "not established"


@pytest.mark.parametrize(
    ("status", "span", "answer"),
    [
        ("established", ("2008-10-22T08:00:00Z", "2008-10-22T09:00:00Z"), "supported"),
        ("established", ("2009-01-01T00:00:00Z", "2009-01-02T00:00:00Z"), "contradicted"),
        ("established", ("2008-01-01T00:00:00Z", "2009-01-02T00:00:00Z"), "not established"),
        ("claimed", ("2008-10-22T08:00:00Z", "2008-10-22T09:00:00Z"), "not established"),
        ("contradicted", None, "not established"),
    ],
)
def test_time_is_answered_apart(
    make_report: Make, case_state: CaseState, status: Any, span: tuple[str, str] | None, answer: str
) -> None:
    finding = WhenFinding(status, TimeSpan(*span) if span else None, "x", ("C1", "C2"))
    report = make_report(
        claiming(case_state, claimed_place=FLORENCE, claimed_time=DAY), times={"E1": finding}
    )
    found = answered(report)
    assert found.time is not None and found.place is not None
    assert (found.time.answer, found.time.clues) == (answer, finding.for_)
    assert found.place.answer == "contradicted"


def test_a_claim_that_nobody_read_is_said_to_be_unread(make_report: Make, case_state: CaseState) -> None:
    found = answered(make_report(case_state))
    assert found.place is not None and found.time is not None
    assert "Nobody has recorded" in found.place.sentence and "Nobody has recorded" in found.time.sentence
    assert make_report(claiming(case_state, claim="")).claim == ()


def test_a_blind_second_examiner_confirms_and_dissent_is_printed(
    make_report: Make, case_state: CaseState
) -> None:
    from theodolite.report import html

    opinions = (ClueOpinion("C1", "agree"), ClueOpinion("C3", "unsure", "weak at best"))
    review = Review("R1", "E1", "B. Second", "2026", True, "Arezzo", 43.46, 11.88, 2.0, opinions, "", True)
    report = make_report(replace(case_state, reviews=(review,)))
    assert report.answers[0].finding.word == "confirmed"
    (row,) = report.reviews
    assert row.counts == "1 of 2 clues agreed, 0 disagreed, 1 unsure"
    assert "weak at best" in html.render(report)
    for other in (replace(review, blind=False), replace(review, agrees=False), replace(review, agrees=None)):
        assert make_report(replace(case_state, reviews=(other,))).answers[0].finding.word == "probable"
    against = replace(review, opinions=(ClueOpinion("C3", "disagree"), ClueOpinion("C99", "disagree")))
    finding = make_report(replace(case_state, reviews=(against,))).answers[0].finding
    assert finding.word == "probable", "the same place, but not for these clues"
    assert finding.reason.endswith("but disputes C3.")


@pytest.mark.parametrize("km", [1.0, 25.0, 100.0, 1000.0])
@pytest.mark.parametrize(("claimed", "answer"), [(FLORENCE, "contradicted"), (AREZZO, "supported")])
def test_reduced_precision_answers_alike(
    make_report: Make,
    case_state: CaseState,
    make_ranking: Callable[..., Ranking],
    claimed: PointReach,
    answer: str,
    km: float,
) -> None:
    state = claiming(case_state, claimed_place=claimed, claimed_place_text="Somewhere")
    chosen = Choices(disclose=frozenset(PROTECTED), precision_km=km)
    ranking = make_ranking()
    named = tuple(replace(c, id=f"{c.lat:.4f},{c.lon:.4f}") for c in ranking.candidates)
    ranking = replace(ranking, candidates=named)
    fine, coarse = make_report(state, ranking), make_report(state, ranking, choices=chosen)
    for report in (fine, coarse):
        part = answered(report).place
        assert part is not None and part.answer == answer
    one, other = fine.answers[0].finding, coarse.answers[0].finding
    assert (one.word, one.person, one.reason) == (other.word, other.person, other.reason)
    assert ("not supported" in one.sentence) == ("not supported" in other.sentence)
    assert [row.reference for row in fine.pairs] == [row.reference for row in coarse.pairs]
    told = answered(coarse).place
    assert told is not None and "km from the place claimed" not in told.sentence


@pytest.mark.parametrize(("sd_km", "answer"), [(5.0, "not established"), (50.0, "supported")])
def test_a_wide_place_does_not_bear_out_a_narrow_claim(
    make_report: Make, case_state: CaseState, make_ranking: Callable[..., Ranking], sd_km: float, answer: str
) -> None:
    ranking = make_ranking()
    wide = tuple(replace(c, radius_km=25.0) for c in ranking.candidates)
    verdicts = tuple(replace(v, radius_km=25.0) for v in case_state.verdicts)
    state = claiming(case_state, claimed_place=PointReach(43.4645, 11.95, sd_km, "Near Arezzo"))
    part = answered(make_report(replace(state, verdicts=verdicts), replace(ranking, candidates=wide))).place
    assert part is not None and part.answer == answer


@pytest.mark.parametrize(
    ("lat", "answer"), [(43.50, "supported"), (43.66, "not established"), (44.1, "contradicted")]
)
def test_the_next_town_is_not_the_town_that_a_claim_names(
    make_report: Make, case_state: CaseState, lat: float, answer: str
) -> None:
    state = claiming(case_state, claimed_place=PointReach(lat, 11.8815, 25.0, "As a hint is read"))
    part = answered(make_report(state)).place
    assert part is not None and part.answer == answer


def test_the_columns_of_the_comparison_add_up(make_report: Make, case_state: CaseState) -> None:
    (found,) = make_report(case_state).comparisons
    for column, total in enumerate(found.totals):
        tenths = sum(row.tenths[column] for row in found.rows)
        assert f"{abs(tenths) / 10:.1f}" == total.lstrip("+−")
