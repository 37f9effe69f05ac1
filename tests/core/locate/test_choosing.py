"""The pool of candidates and the choice among them, on vectors alone."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import Spoken
from theodolite.errors import InputError
from theodolite.locate.strategies import choosing
from theodolite.locate.strategies.choosing import Pooled


def said(prompt: int, number: int, point: tuple[float, float] | None, invalid: str = "") -> Spoken:
    lat, lon = point or (None, None)
    reason = invalid or ("" if point else "not JSON")
    return Spoken(prompt, number, "?", (), "text", 1, lat, lon, reason)


def test_the_pool_is_answers_then_references_each_point_once() -> None:
    spoken = [said(1, 1, (1.0, 2.0)), said(1, 2, None), said(2, 1, (3.0, 4.0)), said(2, 2, (1.0, 2.0))]
    retrieved = [("a" * 64, 5.0, 6.0), ("b" * 64, 3.0, 4.0)]
    assert choosing.pool(spoken, retrieved) == (
        Pooled(1.0, 2.0, "answer 1.1", 2),
        Pooled(3.0, 4.0, "answer 2.1", 2),
        Pooled(5.0, 6.0, "reference " + "a" * 64, 1),
    )


def test_twenty_answers_and_one_reference_are_twenty_one_candidates_not_twenty_five_rows() -> None:
    spoken = [said(p, n, (float(p), float(n))) for p in range(1, 5) for n in range(1, 6)]
    pooled = choosing.pool(spoken, [("r", 50.0, 60.0)])
    assert len(pooled) == 21
    assert sum(one.times for one in pooled) == 21


def test_a_failed_answer_never_becomes_a_place() -> None:
    assert choosing.pool([said(1, 1, None), said(1, 2, None, "out of range")], []) == ()
    assert choosing.pool([said(1, 1, None)], [("r", 1.0, 2.0)]) == (Pooled(1.0, 2.0, "reference r"),)
    # ... while a place that was really said is one, (0, 0) included
    assert choosing.pool([said(1, 1, (0.0, 0.0))], []) == (Pooled(0.0, 0.0, "answer 1.1"),)


def slow(image: np.ndarray, places: np.ndarray) -> list[float]:
    """Cosines by plain loops."""
    scores = []
    for place in places.tolist():
        dot = math.fsum(a * b for a, b in zip(image.tolist(), place, strict=True))
        scores.append(dot / math.hypot(*image.tolist()) / math.hypot(*place))
    return scores


@given(st.integers(0, 2**32), st.integers(1, 30), st.integers(2, 24))
def test_the_choice_is_the_highest_cosine_and_all_scores_are_kept(seed: int, count: int, dim: int) -> None:
    draw = np.random.default_rng(seed)
    pooled = [Pooled(float(n), float(-n), f"answer 1.{n}") for n in range(1, count + 1)]
    image, places = draw.normal(size=dim), draw.normal(size=(count, dim)) * draw.uniform(0.1, 9, (count, 1))
    guesses = choosing.verified(pooled, image.astype(np.float32), places.astype(np.float32))
    expected = slow(image.astype(np.float32).astype(float), places.astype(np.float32).astype(float))
    assert {guess.origin: pytest.approx(guess.score, abs=2e-6) for guess in guesses} == {
        one.origin: pytest.approx(score, abs=2e-6) for one, score in zip(pooled, expected, strict=True)
    }
    assert guesses[0].score == pytest.approx(max(expected), abs=2e-6)
    assert [guess.score for guess in guesses] == sorted((guess.score for guess in guesses), reverse=True)


def test_ties_go_by_coordinates_in_whatever_order_candidates_came() -> None:
    pooled = [Pooled(5.0, 1.0, "a"), Pooled(-3.0, 9.0, "b"), Pooled(-3.0, 2.0, "c"), Pooled(8.0, 8.0, "d")]
    vectors = {"a": [1.0, 0.0], "b": [1.0, 0.0], "c": [1.0, 0.0], "d": [0.0, 1.0]}
    for order in itertools.permutations(pooled):
        places = np.array([vectors[one.origin] for one in order])
        guesses = choosing.verified(order, np.array([1.0, 0.0]), places)
        assert [guess.origin for guess in guesses] == ["c", "b", "a", "d"]
        assert choosing.ties(guesses) == 2


def test_a_single_candidate_and_none() -> None:
    (only,) = choosing.verified([Pooled(1.0, 2.0, "a")], np.array([0.0, 2.0]), np.array([[0.0, -5.0]]))
    assert (only.lat, only.lon, only.score) == (1.0, 2.0, -1.0)
    assert choosing.ties([only]) == 0
    assert choosing.verified([], np.ones(2), np.empty((0, 2))) == ()
    assert choosing.any_of([], 7) == ()
    assert choosing.ties([]) == 0


def test_a_score_that_is_no_number_is_refused_instead_of_chosen() -> None:
    pooled = [Pooled(1.0, 2.0, "a"), Pooled(3.0, 4.0, "b")]
    with pytest.raises(InputError, match="no number"):
        choosing.ranked(pooled, np.array([0.5, np.nan]))
    with pytest.raises(InputError, match="direction"):
        choosing.verified(pooled, np.ones(2), np.array([[1.0, 0.0], [np.inf, 0.0]]))
    with pytest.raises(InputError, match="do not go with"):
        choosing.ranked(pooled, np.array([0.5]))


def test_without_verification_every_candidate_is_drawn_equally_often_and_the_same_again() -> None:
    pooled = [Pooled(float(n), 0.0, f"answer 1.{n}", times=n) for n in range(1, 8)]
    first = Counter(choosing.any_of(pooled, seed)[0].origin for seed in range(7000))
    assert set(first) == {one.origin for one in pooled}
    assert max(abs(count - 1000) for count in first.values()) < 150  # 5 standard deviations of 29
    for seed in range(20):
        guesses = choosing.any_of(pooled, seed)
        assert guesses == choosing.any_of(pooled, seed)
        assert sorted(guess.origin for guess in guesses) == [one.origin for one in pooled]
        assert {guess.score for guess in guesses} == {1 / 7}


def test_without_verification_another_photograph_is_another_draw() -> None:
    """An evaluation has one seed for all photographs: their candidates make the difference."""
    places = np.random.default_rng(5).uniform(-60, 60, (2100, 7, 2)).tolist()
    first: Counter[int] = Counter()
    for candidates in places:
        pooled = [Pooled(lat, lon, str(number)) for number, (lat, lon) in enumerate(candidates)]
        first[int(choosing.any_of(pooled, 7)[0].origin)] += 1
    assert sorted(first) == list(range(7))
    assert max(abs(count - 300) for count in first.values()) < 80  # 5 standard deviations of 16
