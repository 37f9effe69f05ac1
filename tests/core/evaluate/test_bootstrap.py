"""Intervals by image: against a plain loop, against theory, and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from theodolite.errors import InputError
from theodolite.evaluate import bootstrap


def test_the_mean_agrees_with_a_plain_loop_over_the_same_draws(seed: int) -> None:
    values = np.random.default_rng(seed).exponential(size=57)
    counts = np.concatenate(list(bootstrap.draws(57, 300, seed=5)))
    assert (counts.sum(axis=1) == 57).all()
    loop = np.sort([np.repeat(values, row.astype(int)).mean() for row in counts])
    found = bootstrap.single(values, resamples=300, seed=5)
    assert found.value == pytest.approx(values.mean())
    assert (found.low, found.high) == pytest.approx((loop[7], loop[292]))


@pytest.mark.parametrize("n", [1, 2, 7, 40])
def test_the_median_agrees_with_numpy_over_the_same_draws(n: int, seed: int) -> None:
    values = np.random.default_rng(seed).exponential(size=n)
    counts = np.concatenate(list(bootstrap.draws(n, 200, seed=5)))
    loop = np.sort([np.median(np.repeat(values, row.astype(int))) for row in counts])
    found = bootstrap.single(values, statistic="median", resamples=200, seed=5)
    assert found.value == pytest.approx(np.median(values))
    assert (found.low, found.high) == pytest.approx((loop[4], loop[195]))


def test_the_interval_of_a_share_has_its_nominal_coverage() -> None:
    rng = np.random.default_rng(1)
    inside = 0
    for trial in range(300):
        found = bootstrap.single(rng.random(200) < 0.4, resamples=300, seed=trial)
        inside += found.low <= 0.4 <= found.high
    assert 0.91 <= inside / 300 <= 0.98  # 95 % nominal, standard error 1.3 points


def test_pairing_takes_out_what_both_share(seed: int) -> None:
    rng = np.random.default_rng(seed)
    hard = rng.normal(scale=10.0, size=400)
    first, second = hard + 0.5 + rng.normal(scale=0.1, size=400), hard
    found = bootstrap.paired(first, second)
    assert 0.4 < found.low < found.value < found.high < 0.6
    alone = bootstrap.single(first)
    assert alone.high - alone.low > 20 * (found.high - found.low)


def test_the_same_seed_gives_the_same_interval_and_another_another() -> None:
    values = np.random.default_rng(0).random(100)
    assert bootstrap.single(values, seed=3) == bootstrap.single(values, seed=3)
    assert bootstrap.single(values, seed=3) != bootstrap.single(values, seed=4)


def test_blocks_do_not_change_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(0).random((64, 3))
    whole = bootstrap.columns(values, resamples=150)
    monkeypatch.setattr(bootstrap, "_BLOCK", 64 * 7)
    for one, other in zip(bootstrap.columns(values, resamples=150), whole, strict=True):
        assert (one.value, one.low, one.high) == pytest.approx(
            (other.value, other.low, other.high), abs=1e-12
        )


def test_images_without_an_answer_make_a_median_infinite_and_never_not_a_number() -> None:
    km = np.array([1.0, 2.0, np.inf, np.inf, np.inf])
    found = bootstrap.single(km, statistic="median")
    assert found.value == np.inf and found.high == np.inf and found.low < np.inf
    both = bootstrap.paired(km, km, statistic="median")
    assert (both.value, both.low, both.high) == (0.0, 0.0, 0.0)


def test_no_values_nan_and_unequal_sides_are_refused() -> None:
    with pytest.raises(InputError):
        bootstrap.single([])
    with pytest.raises(InputError):
        bootstrap.single([1.0, float("nan")])
    with pytest.raises(InputError):
        bootstrap.single([1.0, float("inf")])
    with pytest.raises(InputError):
        bootstrap.paired([1.0], [1.0, 2.0])
