"""From the records of an evaluation to its numbers, with intervals by image.

Every image is in every denominator. What failed and what abstained is wrong, and is counted apart; how good
the answers alone are is said beside it, since a system that knows when it does not know is worth more.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.evaluate import bootstrap
from theodolite.evaluate.bootstrap import Interval
from theodolite.evaluate.datasets import Dataset
from theodolite.evaluate.harness import Result
from theodolite.evaluate.metrics import THRESHOLDS_KM, Calibration, calibration, geoscore, hits
from theodolite.evaluate.naming import same_country
from theodolite.evaluate.records import Record

F8 = NDArray[np.float64]
#: Grains that local data can look up; areas (second level) cannot.
LOOKED_UP = ("country", "region", "city")
#: Fewest images of a bin of the calibration; at most ten bins.
IN_A_BIN = 10


@dataclass(frozen=True, slots=True)
class Grain:
    """Accuracy of a name over the images whose truth has one. ``images``: how many those are."""

    grain: str
    images: int
    accuracy: Interval | None


@dataclass(frozen=True, slots=True)
class Row:
    """One strategy. ``hits``: shares in [0, 1] at the thresholds; ``median_km`` may be infinite.

    ``answered_hits``: shares among the answered images only, None where none was; ``would_be``: shares had
    abstentions counted with their best points. ``failures``: code and how often.
    """

    strategy: str
    images: int
    answered: int
    abstained: int
    failed: int
    failures: tuple[tuple[str, int], ...]
    hits: tuple[Interval, ...]
    median_km: Interval
    score: Interval
    grains: tuple[Grain, ...]
    answered_hits: tuple[float, ...] | None
    would_be: tuple[float, ...]
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class Difference:
    """``strategy`` minus ``other`` on the same images: shares at the thresholds, and the score."""

    strategy: str
    other: str
    hits: tuple[Interval, ...]
    score: Interval


@dataclass(frozen=True, slots=True)
class Summary:
    """All numbers of an evaluation. ``sphere``: distances on OSV-5M's sphere instead of WGS84.

    ``differences``: every later strategy minus the first; ``ablation``: one without a part minus the
    whole.

    ``labels``: of how many images the list names the country, and in how many our look-up of the true place
    agrees with it; None where the list has no such column.
    """

    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]
    ablation: tuple[Difference, ...]
    sphere: bool
    labels: tuple[int, int] | None


def summarise(
    result: Result,
    *,
    sphere: bool = False,
    whole: Mapping[str, str] | None = None,
    resamples: int = bootstrap.RESAMPLES,
) -> Summary:
    """The rows of all strategies, and their differences on the same images.

    ``whole``: for strategies that lack a part, the name of the one that has it (an ablation).
    """
    whole = whole or {}
    of = {name: result.of(name) for name in result.strategies}
    rows = tuple(_row(name, found, result.dataset, sphere, resamples) for name, found in of.items())

    def less(name: str, other: str) -> Difference:
        return difference(name, of[name], other, of[other], sphere=sphere, resamples=resamples)

    first, *others = (name for name in result.strategies if name not in whole)
    differences = tuple(less(name, first) for name in others)
    ablation = tuple(less(name, whole[name]) for name in result.strategies if name in whole)
    return Summary(rows, differences, ablation, sphere, _labels(of[first], result.dataset))


def effective_km(records: Sequence[Record], *, sphere: bool = False) -> F8:
    """The error of each image; infinite where it failed or abstained."""
    return np.array(
        [(r.sphere_km if sphere else r.km) if r.answered else math.inf for r in records], dtype=np.float64
    )


def difference(
    name: str,
    first: Sequence[Record],
    other: str,
    second: Sequence[Record],
    *,
    sphere: bool = False,
    resamples: int = bootstrap.RESAMPLES,
) -> Difference:
    """The paired difference of two strategies over the same images."""
    one, two = effective_km(first, sphere=sphere), effective_km(second, sphere=sphere)
    a, b = hits(one).astype(np.float64), hits(two).astype(np.float64)
    shares = tuple(bootstrap.paired(a[:, t], b[:, t], resamples=resamples) for t in range(len(THRESHOLDS_KM)))
    score = bootstrap.paired(_scores(first), _scores(second), resamples=resamples)
    return Difference(name, other, shares, score)


def _row(name: str, found: Sequence[Record], dataset: Dataset, sphere: bool, resamples: int) -> Row:
    km = effective_km(found, sphere=sphere)
    hit = hits(km).astype(np.float64)
    answered = np.array([r.answered for r in found], dtype=np.bool_)
    failures: dict[str, int] = {}
    for record in found:
        if record.failure:
            failures[record.failure] = failures.get(record.failure, 0) + 1
    best = np.array([r.sphere_km if sphere else r.km for r in found], dtype=np.float64)
    best = np.where(np.isnan(best), np.inf, best)
    return Row(
        strategy=name,
        images=len(found),
        answered=int(answered.sum()),
        abstained=sum(1 for r in found if not r.answered and not r.failure),
        failed=sum(failures.values()),
        failures=tuple(sorted(failures.items())),
        hits=bootstrap.columns(hit, resamples=resamples),
        median_km=bootstrap.single(km, statistic="median", resamples=resamples),
        score=bootstrap.single(_scores(found), resamples=resamples),
        grains=tuple(_grain(grain, found, dataset, resamples) for grain in LOOKED_UP),
        answered_hits=tuple(hit[answered].mean(axis=0).tolist()) if answered.any() else None,
        would_be=tuple(hits(best).mean(axis=0).tolist()),
        calibration=_calibration(found),
    )


def _scores(records: Sequence[Record]) -> F8:
    """OSV-5M's score is defined on its sphere, whatever the distances are shown on."""
    return geoscore(effective_km(records, sphere=True))


def _grain(grain: str, found: Sequence[Record], dataset: Dataset, resamples: int) -> Grain:
    """Over images whose truth has a name: in the list where it has the column, and in our look-up."""
    stated: Mapping[int, str | None] = {item.row: getattr(item, grain) for item in dataset.items}
    rows = [
        r
        for r in found
        if getattr(r, f"true_{grain}") and (grain not in dataset.named or stated[r.row] is not None)
    ]
    if not rows:
        return Grain(grain, 0, None)
    right = [r.answered and getattr(r, grain) == getattr(r, f"true_{grain}") for r in rows]
    return Grain(grain, len(rows), bootstrap.single(np.array(right, dtype=np.float64), resamples=resamples))


def stated_countries(found: Sequence[Record]) -> tuple[F8, NDArray[np.bool_]]:
    """(stated probability of the leading country, whether it is the true one) of records that state any."""
    stated, right = [], []
    for record in found:
        if record.countries and record.true_country:
            code, probability = max(json.loads(record.countries), key=lambda pair: pair[1])
            stated.append(float(probability))
            right.append(code == record.true_country)
    return np.array(stated, dtype=np.float64), np.array(right, dtype=np.bool_)


def _calibration(found: Sequence[Record]) -> Calibration | None:
    stated, right = stated_countries(found)
    # Bins of a few images measure noise, not calibration.
    bins = max(1, min(10, len(stated) // IN_A_BIN))
    return calibration(stated, right, bins) if len(stated) else None


def _labels(found: Sequence[Record], dataset: Dataset) -> tuple[int, int] | None:
    if "country" not in dataset.named:
        return None
    label = {item.row: item.country for item in dataset.items}
    same = [same_country(text, r.true_country) for r in found if (text := label[r.row]) is not None]
    known = [agrees for agrees in same if agrees is not None]
    return len(known), sum(known)
