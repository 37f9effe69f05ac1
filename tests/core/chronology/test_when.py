"""Intervals meet in one, or the smallest set that cannot is named; each exhibit has its own time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.chronology import parse_span, shown, when, windows
from theodolite.chronology.spans import bounds, span_of
from theodolite.chronology.when import largest_agreement, smallest_conflict
from theodolite.domain import Clue, Origin, Strength, TimeSpan


def clue(number: int, text: str | TimeSpan, exhibit: str = "E1", *origins: str, **more: object) -> Clue:
    span = parse_span(text) if isinstance(text, str) else text
    made = Clue(
        id=f"C{number}",
        exhibit=exhibit,
        kind="hand",
        observation="o",
        inference="i",
        strength=Strength.LIKELY,
        method="m",
        version="1",
        root=f"r{number}",
        origins=tuple(Origin("file", key) for key in origins or (exhibit,)),
        when=span,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_step_18_of_the_tower_photograph() -> None:
    clues = [
        clue(1, "2008-10-22 16:46:53", "E2"),
        clue(2, "2008-10-22 16:28:39", "E3"),
    ]
    found = when(clues, "E1")
    assert found.status == "not established"
    assert found.text == "22 Oct 2008, claimed by E2 and E3 only: the time of E1 is not established."
    assert found.elsewhere == ("E2", "E3")
    assert found.span is None
    own = when(clues, "E2")
    assert own.status == "claimed"
    assert own.text.startswith("22 Oct 2008, 16:46:53 by a clock of unknown zone, claimed by C1")


def test_nothing_at_all() -> None:
    found = when([], "E1")
    assert found.status == "not established" and "nothing in this case" in found.text


def test_intervals_meet_in_one() -> None:
    found = when([clue(1, "2008-10-22"), clue(2, "not before 2005"), clue(3, "before 2015")], "E1")
    assert found.status == "claimed"
    assert found.span == parse_span("2008-10-22")
    assert found.for_ == ("C1", "C2", "C3")


def test_an_empty_meeting_names_the_smallest_conflict() -> None:
    clues = [clue(1, "2008-10-22"), clue(2, "not before 2005"), clue(3, "not before 2010"), clue(4, "2008")]
    found = when(clues, "E1")
    assert found.status == "contradicted"
    assert found.conflict == ("C1", "C3")
    assert found.for_ == ("C1", "C2", "C4") and found.against == ("C3",)
    assert "C1 (22 Oct 2008) and C3 (from 1 Jan 2010 on) cannot both be true of E1" in found.text
    assert found.span is None


def test_what_is_excluded_can_contradict_only_together() -> None:
    clues = [
        clue(1, TimeSpan("2008-01-01T00:00:00Z", "2010-01-01T00:00:00Z")),
        clue(2, TimeSpan("2007-01-01T00:00:00Z", "2009-01-01T00:00:00Z", False)),
        clue(3, TimeSpan("2008-12-01T00:00:00Z", "2011-01-01T00:00:00Z", False)),
    ]
    assert when(clues, "E1").conflict == ("C1", "C2", "C3")
    assert when(clues[:2], "E1").status == "claimed"


def test_a_clue_against_a_time_excludes_it() -> None:
    clues = [clue(1, "2008"), clue(2, "2007 to 2010", supports=False)]
    assert when(clues, "E1").status == "contradicted"


def test_off_rejected_and_senseless_clues_say_nothing() -> None:
    clues = [
        clue(1, "2008", active=False),
        clue(2, "2009", rejected_reason="a copy"),
        clue(3, TimeSpan("", "")),
        clue(4, TimeSpan("soon", "")),
    ]
    assert when(clues, "E1").status == "not established"


def test_two_sources_of_different_origin_establish_what_both_hold_to() -> None:
    clues = [clue(1, "2008-10-22 16:46:53", "E1", "file"), clue(2, "2008-10-22", "E1", "newspaper")]
    found = when(clues, "E1")
    assert found.status == "established"
    assert found.span == parse_span("2008-10-22")
    assert found.claimed == parse_span("2008-10-22 16:46:53")
    assert "within it 22 Oct 2008, 16:46:53" in found.text


def test_one_origin_however_often_is_a_claim() -> None:
    clues = [clue(n, "2008-10-22", "E1", "file", f"own {n}") for n in range(4)]
    assert when(clues, "E1").status == "claimed"
    open_sided = [clue(1, "2008-10-22", "E1", "file"), clue(2, "not before 2005", "E1", "map")]
    assert when(open_sided, "E1").status == "claimed"


def test_a_series_lends_its_time_roughly() -> None:
    clues = [clue(1, "2008-10-22 16:46:53Z", "E2")]
    found = when(clues, "E1", series=("E1", "E2"))
    assert found.status == "claimed"
    assert found.span == TimeSpan("2008-10-22T15:46:53Z", "2008-10-22T17:46:53Z")
    assert "of the same series as E2" in found.text
    excluded = [clue(1, "not in 2012", "E2")]
    assert when(excluded, "E1", series=("E2",)).status == "not established"


START = datetime(2000, 1, 1, tzinfo=UTC)
MOMENTS = st.one_of(st.none(), st.integers(0, 40))


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    sides = sorted((draw(st.integers(0, 40)), draw(st.integers(0, 40))))
    text = [f"{START + timedelta(days=side):%Y-%m-%dT%H:%M:%SZ}" for side in sides]
    open_ = draw(st.sampled_from(("", "start", "end")))
    inside = draw(st.booleans()) or bool(open_)
    return TimeSpan("" if open_ == "start" else text[0], "" if open_ == "end" else text[1], inside)


def allowed(many: list[TimeSpan], day: float) -> bool:
    moment = (START + timedelta(days=day)).timestamp()
    return all(
        (low <= moment <= high) if s.inside else not low < moment < high
        for s in many
        for low, high in [bounds(s)]
    )


@given(st.lists(spans(), max_size=7), st.randoms(use_true_random=False))
def test_windows_are_what_every_span_allows(many: list[TimeSpan], random: object) -> None:
    found = windows(many)
    for half in range(-3, 90):
        moment = (START + timedelta(days=half / 2)).timestamp()
        inside = any(low < moment < high for low, high in found)
        if inside:
            assert allowed(many, half / 2)
    # Between two ends everything is alike: a quarter of a day is never an end.
    for quarter in range(-3, 180):
        if quarter % 4:
            moment = (START + timedelta(days=quarter / 4)).timestamp()
            assert any(low < moment < high for low, high in found) == allowed(many, quarter / 4)
    random.shuffle(many)  # type: ignore[attr-defined]
    assert windows(many) == found


@given(st.lists(spans(), max_size=7))
def test_the_smallest_conflict_is_one_and_no_smaller_exists(many: list[TimeSpan]) -> None:
    found = smallest_conflict(many)
    if windows(many):
        assert found == ()
        return
    assert not windows(many[n] for n in found)
    for chosen in combinations(range(len(many)), len(found) - 1):
        assert windows(many[n] for n in chosen)
    agreeing = largest_agreement(many)
    assert len(agreeing) < len(many)


@given(st.lists(spans(), min_size=1, max_size=6))
def test_a_finding_loses_no_clue_and_its_span_is_allowed(many: list[TimeSpan]) -> None:
    clues = [clue(n, span) for n, span in enumerate(many)]
    found = when(clues, "E1")
    named = set(found.for_) | set(found.against)
    assert named == {c.id for c in clues if bounds(c.when) != (float("-inf"), float("inf"))} or not named  # type: ignore[arg-type]
    if found.status == "claimed":
        assert found.span == found.claimed is not None
        assert windows([*many, found.span]) == windows(many)
    assert when(clues[::-1], "E1").status == found.status
    assert found.text


@pytest.mark.parametrize("window", [(0.0, 10.0), (float("-inf"), 5.0), (5.0, float("inf"))])
def test_spans_and_windows_are_inverse(window: tuple[float, float]) -> None:
    assert bounds(span_of(window)) == window
    assert shown(span_of(window))
