"""Bootstrap intervals by image: how far a mean or a median could be off, had other images been drawn.

Percentile intervals (Efron 1979): images are drawn again with replacement, as many as there are, and the
statistic is taken of each draw. Two strategies are compared on the *same* draws (paired), so what makes an
image hard for both cancels. The same seed gives the same interval.

Where every value is the same (no hit at all), every draw is too, and the interval has no width: that says
that the sample is too small to see a hit, not that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.errors import InputError

RESAMPLES, LEVEL, SEED = 2000, 0.95, 7
#: Values of one block of draws: bounds the memory, not the result.
_BLOCK = 2_000_000

F8 = NDArray[np.float64]
Statistic = Literal["mean", "median"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The statistic of the sample itself and the ``LEVEL`` percentile interval of its draws."""

    value: float
    low: float
    high: float


def single(
    values: ArrayLike,
    *,
    statistic: Statistic = "mean",
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    seed: int = SEED,
) -> Interval:
    """The interval of the mean (or median) of ``values`` [n], one an image.

    A median may have infinite values (images without an answer). Raises InputError for no values or NaN.
    """
    (found,) = columns(
        np.asarray(values)[:, None], statistic=statistic, resamples=resamples, level=level, seed=seed
    )
    return found


def paired(
    first: ArrayLike,
    second: ArrayLike,
    *,
    statistic: Statistic = "mean",
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    seed: int = SEED,
) -> Interval:
    """The interval of statistic(first) - statistic(second), both [n] over the same images in one order.

    The difference of two infinite medians is 0. Raises InputError where the lengths differ.
    """
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if one.shape != two.shape or one.ndim != 1:
        raise InputError("A paired comparison needs one value of each side for each image.")
    both = _checked(np.stack([one, two], axis=1), statistic)
    drawn = _drawn(both, statistic, resamples, seed)
    (sample,) = _statistic(both, np.ones((1, len(both))), statistic)
    return _interval(_less(sample[0], sample[1]), _less(drawn[:, 0], drawn[:, 1]), level)


def columns(
    values: ArrayLike,
    *,
    statistic: Statistic = "mean",
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    seed: int = SEED,
) -> tuple[Interval, ...]:
    """The interval of each column of ``values`` [n, k], all from the same draws of images."""
    table = _checked(np.asarray(values, dtype=np.float64), statistic)
    drawn = _drawn(table, statistic, resamples, seed)
    (sample,) = _statistic(table, np.ones((1, len(table))), statistic)
    return tuple(_interval(sample[k], drawn[:, k], level) for k in range(table.shape[1]))


def ratios(
    numerators: ArrayLike,
    denominators: ArrayLike,
    *,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    seed: int = SEED,
) -> tuple[Interval, ...]:
    """The interval of sum(numerators) / sum(denominators) of each column [n, k], all from the same draws.

    For shares of what happens several times an image: a share of turns, say. A draw in which a denominator
    is 0 says nothing of that column. NaN where the sample itself has none.
    """
    top = _checked(np.asarray(numerators, dtype=np.float64), "mean")
    bottom = _checked(np.asarray(denominators, dtype=np.float64), "mean")
    if top.shape != bottom.shape or resamples < 1:
        raise InputError("A share needs as many numerators as denominators, and at least one draw.")
    drawn = np.concatenate([_share(c @ top, c @ bottom) for c in draws(len(top), resamples, seed)])
    whole = _share(top.sum(axis=0), bottom.sum(axis=0))
    return tuple(_of_some(whole[k], drawn[:, k], level) for k in range(top.shape[1]))


def ratio_difference(
    first: tuple[ArrayLike, ArrayLike],
    second: tuple[ArrayLike, ArrayLike],
    factor: float = 1.0,
    *,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    seed: int = SEED,
) -> Interval:
    """The interval of share(first) - factor * share(second), each (numerators, denominators) [n], paired."""
    columns_ = [_checked(np.asarray(c, dtype=np.float64)[:, None], "mean") for c in (*first, *second)]
    table = np.concatenate(columns_, axis=1)
    drawn = np.concatenate([c @ table for c in draws(len(table), resamples, seed)])
    sums = np.concatenate([table.sum(axis=0)[None, :], drawn])
    found = _share(sums[:, 0], sums[:, 1]) - factor * _share(sums[:, 2], sums[:, 3])
    return _of_some(float(found[0]), found[1:], level)


def _share(top: F8, bottom: F8) -> F8:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(bottom > 0.0, top / bottom, np.nan))


def _of_some(value: float, drawn: F8, level: float) -> Interval:
    kept = drawn[~np.isnan(drawn)]
    if np.isnan(value) or not len(kept):
        return Interval(float("nan"), float("nan"), float("nan"))
    return _interval(value, kept, level)


def draws(n: int, resamples: int = RESAMPLES, seed: int = SEED) -> Iterator[F8]:
    """How often each of ``n`` images is in each draw, in blocks [b, n] that sum to n a row."""
    rng = np.random.default_rng([seed, n])
    block = max(1, _BLOCK // n)
    for first in range(0, resamples, block):
        rows = min(block, resamples - first)
        chosen = rng.integers(0, n, size=(rows, n))
        chosen += n * np.arange(rows)[:, None]
        yield np.bincount(chosen.ravel(), minlength=rows * n).reshape(rows, n).astype(np.float64)


def _drawn(values: F8, statistic: Statistic, resamples: int, seed: int) -> F8:
    """The statistic of each draw, [resamples, k]."""
    if resamples < 1:
        raise InputError("A bootstrap needs at least one draw.")
    return np.concatenate(
        [_statistic(values, counts, statistic) for counts in draws(len(values), resamples, seed)]
    )


def _statistic(values: F8, counts: F8, statistic: Statistic) -> F8:
    """[b, k] of ``values`` [n, k] where row i is there ``counts[b, i]`` times; rows of counts sum to n."""
    if statistic == "mean":
        return np.asarray(counts @ values / len(values))
    n, found = len(values), np.empty((len(counts), values.shape[1]))
    for column in range(values.shape[1]):
        order = np.argsort(values[:, column], kind="stable")
        upto = np.cumsum(counts[:, order], axis=1)
        lower = values[order, column][np.argmax(upto > (n - 1) // 2, axis=1)]
        upper = values[order, column][np.argmax(upto > n // 2, axis=1)]
        found[:, column] = np.where(lower == upper, lower, (lower + upper) / 2.0)
    return found


def _less(one: F8, two: F8) -> F8:
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(one == two, 0.0, one - two))


def _interval(value: ArrayLike, drawn: F8, level: float) -> Interval:
    """Order statistics, not interpolated: an infinite draw stays infinite."""
    if not 0.0 < level < 1.0:
        raise InputError("The level of an interval lies between 0 and 1.")
    ordered, tail = np.sort(drawn), (1.0 - level) / 2.0
    last = len(ordered) - 1
    return Interval(
        float(np.asarray(value)),
        float(ordered[int(np.floor(tail * last))]),
        float(ordered[int(np.ceil((1.0 - tail) * last))]),
    )


def _checked(values: F8, statistic: Statistic) -> F8:
    if values.ndim != 2 or not len(values):
        raise InputError("An interval needs at least one image.")
    if np.isnan(values).any() or (statistic == "mean" and not np.isfinite(values).all()):
        raise InputError("A value is not a number (or a mean has an infinite one): no interval can be given.")
    return values
