"""The sentence and the word: decided by persons and evidence, never stronger than they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from theodolite.domain import AnswerLevel, CaseState, Contradiction, Ranking, Status, Verification
from theodolite.report import words
from theodolite.report.value import Report

Make = Callable[..., Report]


def undecided(ranking: Ranking) -> Ranking:
    """The same ranking before any person gave a verdict."""
    plain = tuple(replace(c, status=Status.SUGGESTED, reason="") for c in ranking.candidates)
    return replace(ranking, candidates=plain)


def test_verified_on_independent_clues_is_probable(make_report: Make) -> None:
    finding = make_report().answers[0].finding
    assert finding.sentence == (
        "E1 was taken in Arezzo, Tuscany, Italy, within about 1 km; probable."
        " Florence is not supported. The time is not established."
    )
    assert finding.definition == words.SCALE["probable"]
    assert finding.person == "A. Examiner"
    assert finding.place is not None
    assert finding.place.dd == "43.464, 11.881", "no more digits than 1 km deserves"


def test_a_sentence_does_not_name_where_a_position_was_taken_from(
    make_report: Make, make_ranking: Callable[..., Ranking], case_state: CaseState
) -> None:
    ranking, shot = make_ranking(), case_state.searches[0].references[0].name
    for taken, told in (("GPS of E2", ""), (shot, ""), ("north door", " (north door)")):
        named = tuple(replace(c, label=f"Arezzo ({taken})") for c in ranking.candidates)
        report = make_report(None, replace(ranking, candidates=named))
        assert report.answers[0].finding.sentence.startswith(f"E1 was taken in Arezzo{told}, Italy, within")


def test_an_override_is_never_more_than_possible(make_report: Make, case_state: CaseState) -> None:
    verdicts = tuple(replace(v, override=True, reason="told by phone") for v in case_state.verdicts)
    finding = make_report(replace(case_state, verdicts=verdicts)).answers[0].finding
    assert finding.word == "possible"
    assert "told by phone" in finding.reason


def test_a_contradiction_keeps_it_possible(
    make_report: Make, make_ranking: Callable[..., Ranking], contradiction: Contradiction
) -> None:
    report = make_report(None, make_ranking(contradictions=(contradiction,)))
    assert report.answers[0].finding.word == "possible"
    assert report.answers[0].conflicts[0].first_ranking[0] == ("Florence", "0.910")


def test_one_origin_is_not_probable(make_report: Make, case_state: CaseState) -> None:
    one = tuple(replace(clue, origins=case_state.clues[0].origins) for clue in case_state.clues)
    report = make_report(replace(case_state, clues=one, searches=()))
    assert report.answers[0].candidates[0].independent == 1
    assert report.answers[0].finding.word == "possible"


def test_levels_without_a_verdict(
    make_report: Make, case_state: CaseState, make_ranking: Callable[..., Ranking]
) -> None:
    state = replace(case_state, verdicts=())
    expected = {
        AnswerLevel.POINT: "E1 was taken in Arezzo, Tuscany, Italy, within about 1 km; possible.",
        AnswerLevel.REGION: "E1 was taken in the region of Arezzo, Tuscany, Italy, within about 1 km;"
        " possible.",
        AnswerLevel.COUNTRY: "E1 was taken in Italy; possible. No place in it is established.",
        AnswerLevel.UNKNOWN: "Where E1 was taken is not established.",
    }
    for level, sentence in expected.items():
        finding = make_report(state, undecided(make_ranking(level=level))).answers[0].finding
        assert finding.sentence == f"{sentence} The time is not established."
        assert (finding.place is None) == (level in (AnswerLevel.COUNTRY, AnswerLevel.UNKNOWN))


def test_nothing_at_all(make_report: Make, case_state: CaseState) -> None:
    empty = CaseState(case_state.path, case_state.case)
    none = Ranking(
        *((), "fusion", AnswerLevel.UNKNOWN, (), (), (), (), (), (), "mixed", "", "", 0.0),
    )
    report = make_report(empty, none, log=(), thumbnails={}, verification=Verification(True, 0, 1, "ab", ()))
    assert report.answers[0].finding.word == "not established"
    assert report.drawing == ""
    assert "a person's verdict" in report.head.missing


def test_time_is_kept_apart_and_only_claimed(make_report: Make) -> None:
    time = make_report().answers[0].finding.time
    assert time.startswith("Not established. E1 claims no time.")
    assert "E2 claims 2008-10-22 16:46:53" in time


def test_rejected_things_and_their_reasons_are_kept(make_report: Make) -> None:
    report = make_report()
    assert [c.status for c in report.answers[0].candidates].count("rejected") == 1
    assert [v.status for v in report.verdicts] == ["rejected", "verified"]
    assert [c.state for c in report.clues].count("rejected") == 1


def test_groups_join_through_shared_origins(make_report: Make) -> None:
    groups = {clue.id: clue.group for clue in make_report().clues}
    assert groups["C1"] == groups["C2"] != groups["C3"]


def test_printed_rows_add_up(make_report: Make) -> None:
    for candidate in make_report().answers[0].candidates:
        *body, total = candidate.scores
        assert sum(row.tenths for row in body) == total.tenths
