"""Geo-verification: every candidate has a score; ties, single candidates and not-a-numbers are defined."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.align import reference

from theodolite.align.verification import best, ties, verify
from theodolite.errors import InputError


def scene(
    seed: int, count: int = 30, dim: int = 24
) -> tuple[np.ndarray, np.ndarray, list[tuple[float, float, str]]]:
    made = np.random.default_rng(seed)
    image = made.normal(size=dim) * 7.0
    places = made.normal(size=(count, dim)) * made.uniform(0.1, 9.0, (count, 1))
    candidates = [
        (float(a), float(b), f"answer {i}.0") for i, (a, b) in enumerate(made.uniform(-80, 80, (count, 2)))
    ]
    return image, places, candidates


@given(st.integers(0, 2**32 - 1))
def test_scores_are_cosines_of_all_candidates(seed: int) -> None:
    image, places, candidates = scene(seed)
    scores = verify(image, places)
    assert np.abs(scores - [reference.cosine(image, place) for place in places]).max() < 1e-12
    ordered = best(scores, candidates)
    assert len(ordered) == len(candidates)
    assert ordered[0].score == round(float(scores.max()), 6)
    assert [row.score for row in ordered] == sorted((row.score for row in ordered), reverse=True)


@given(st.integers(0, 2**32 - 1))
def test_the_ranking_does_not_depend_on_device_length_or_order(seed: int) -> None:
    """What another device changes: float32 against float64, lengths, and the order of the sum."""
    image, places, candidates = scene(seed, count=8)
    wanted = best(verify(image, places), candidates)
    gaps = np.diff(np.sort(verify(image, places)))
    if gaps.min() < 2e-6:
        return
    single = best(verify(image.astype(np.float32), places.astype(np.float32)), candidates)
    turned = np.random.default_rng(seed).permutation(image.size)
    rolled = best(verify(image[turned] * 1e-3, places[:, turned] * 1e3), candidates)
    shuffled = np.random.default_rng(seed + 1).permutation(len(candidates))
    mixed = best(verify(image, places[shuffled]), [candidates[i] for i in shuffled])
    for other in (single, rolled, mixed):
        assert [row.origin for row in other] == [row.origin for row in wanted]


def test_torch_on_the_cpu_and_in_half_the_precision_ranks_alike() -> None:
    import torch

    image, places, candidates = scene(3)
    wanted = [row.origin for row in best(verify(image, places), candidates)]
    a, b = torch.from_numpy(image).float(), torch.from_numpy(places).float()
    unit = torch.nn.functional.normalize(b, dim=1) @ torch.nn.functional.normalize(a, dim=0)
    assert [row.origin for row in best(unit.numpy(), candidates)] == wanted
    if torch.cuda.is_available():
        on_card = verify(a.cuda().cpu().numpy(), b.cuda().cpu().numpy())
        assert [row.origin for row in best(on_card, candidates)] == wanted


def test_ties_go_by_place_then_origin() -> None:
    image = np.array([1.0, 0.0])
    places = np.array([[1.0, 0.0], [2.0, 0.0], [1.0, 1e-9], [0.0, 1.0], [3.0, 0.0]])
    given_ = [(5.0, 1.0, "b"), (5.0, 1.0, "a"), (-5.0, 9.0, "c"), (0.0, 0.0, "d"), (5.0, 0.5, "e")]
    for order in (range(5), reversed(range(5))):
        rows = list(order)
        ordered = best(verify(image, places[rows]), [given_[row] for row in rows])
        assert [row.origin for row in ordered] == ["c", "e", "a", "b", "d"]
        assert ties(ordered) == 3
    assert ties(()) == 0


def test_one_candidate_and_none() -> None:
    scores = verify(np.array([3.0, 4.0]), np.array([[4.0, 3.0]]))
    (only,) = best(scores, [(1.0, 2.0, "retrieved 1")])
    assert (only.lat, only.lon, only.score, only.origin) == (1.0, 2.0, 0.96, "retrieved 1")
    assert ties((only,)) == 0
    assert verify(np.ones(4), np.empty((0, 4))).shape == (0,)
    assert best(np.empty(0), []) == ()


@pytest.mark.parametrize("wrong", [math.nan, math.inf, 0.0])
def test_no_not_a_number_can_win(wrong: float) -> None:
    """In the reference code numpy's argmax selects it."""
    places = np.ones((3, 4))
    places[1] = wrong
    with pytest.raises(InputError, match="The vector of candidate 2 has no direction"):
        verify(np.ones(4), places)
    with pytest.raises(InputError, match="photograph's vector has no direction"):
        verify(np.full(4, wrong), np.ones((3, 4)))


def test_what_does_not_go_together_is_refused() -> None:
    with pytest.raises(InputError, match=r"one width, not \[3\] and \[2, 4\]"):
        verify(np.ones(3), np.ones((2, 4)))
    with pytest.raises(InputError, match="2 scores do not go with 1 candidates"):
        best(np.ones(2), [(0.0, 0.0, "a")])
    with pytest.raises(InputError, match=r"Candidate 2 .* no number"):
        best(np.array([0.5, math.nan]), [(0.0, 0.0, "a"), (1.0, 1.0, "b")])
    with pytest.raises(InputError, match="Candidate 1"):
        best(np.array([0.5]), [(math.nan, 0.0, "a")])
