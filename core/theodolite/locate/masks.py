"""Exclusions: places the answer may not name (posterior.md, Hints). Kept apart from the scores.

Only a person sets a mask: a hint that says "exclude", or a rejected verdict, which excludes 25 km.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    GradedReach,
    Hint,
    HintState,
    PointReach,
    Reach,
    Status,
    Verdict,
)
from theodolite.errors import InputError
from theodolite.locate import kernels
from theodolite.locate.candidates import Places
from theodolite.locate.places import LIST_KM
from theodolite.locate.sphere import cos_of, cosines, distances, unit

Mask = NDArray[np.bool_]


def of(places: Places, hints: Iterable[Hint], verdicts: Sequence[Verdict]) -> Mask:
    """Which places are excluded [n + c]."""
    masked = np.zeros(len(places), dtype=bool)
    for hint in hints:
        if hint.exclude and hint.state is HintState.ON:
            masked |= excluded(places, hint.reach)
    for verdict in current(verdicts):
        if verdict.status is Status.REJECTED:
            masked |= round_point(places, verdict.lat, verdict.lon, LIST_KM)
    return masked


def excluded(places: Places, reach: Reach) -> Mask:
    """What excluding ``reach`` masks: the area, the countries listed, or at least 25 km round a point.

    "Within R km" is a point of sd R/1.5, so its circle is 1.5 sd.
    """
    match reach:
        case PointReach():
            return round_point(places, reach.lat, reach.lon, max(LIST_KM, 1.5 * reach.sd_km))
        case AlternativesReach():
            masked = np.zeros(len(places), dtype=bool)
            for _, option in reach.options:
                masked |= excluded(places, option)
            return masked
        case AreaReach():
            inside = kernels.inside_zones(places.support, reach)[places.zone]
            return ~inside if reach.negated else inside
        case GradedReach():
            return kernels.graded(places.support, reach).table[places.zone] > 0.0
        case _:
            raise InputError("Only places, areas and countries can be excluded.")


def round_point(places: Places, lat: float, lon: float, km: float) -> Mask:
    return np.asarray(cosines(places.xyz, unit(lat, lon)) >= float(cos_of(km)), dtype=np.bool_)


def current(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts that hold: a later one on the same exhibit within 25 km replaces an earlier one."""
    kept: list[Verdict] = []
    for verdict in verdicts:
        kept = [v for v in kept if v.exhibit != verdict.exhibit or apart(v, verdict) > LIST_KM]
        kept.append(verdict)
    return tuple(kept)


def apart(first: Verdict, second: Verdict) -> float:
    """Kilometres between two verdicts."""
    return float(distances(unit(first.lat, first.lon)[None, :], unit(second.lat, second.lon))[0])
