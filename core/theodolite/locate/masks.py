"""Exclusions: places the answer may not name (posterior.md, Hints). Kept apart from the scores.

Only a person sets a mask: a hint that says "exclude", or a rejected verdict, which excludes 25 km.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    ClueReach,
    CoastReach,
    ElevationReach,
    GradedReach,
    Hint,
    HintState,
    LatitudeReach,
    PointReach,
    Reach,
    RemarkReach,
    Status,
    Verdict,
)
from theodolite.errors import InputError
from theodolite.locate import kernels
from theodolite.locate.candidates import Places
from theodolite.locate.places import LIST_KM
from theodolite.locate.said import Said
from theodolite.locate.sphere import cos_of, cosines, distances, unit

Mask = NDArray[np.bool_]


#: Which places lie in what is said of coasts, latitudes and heights; None where that is not known.
Inside = Callable[[Places, Said], Mask | None]


def of(places: Places, hints: Iterable[Hint], verdicts: Sequence[Verdict], inside: Inside) -> Mask:
    """Which places are excluded [n + c]."""
    masked = np.zeros(len(places), dtype=bool)
    for hint in hints:
        if hint.exclude and hint.state is HintState.ON:
            masked |= excluded(places, hint.reach, inside)
    for verdict in current(verdicts):
        if verdict.status is Status.REJECTED:
            masked |= round_point(places, verdict.lat, verdict.lon, LIST_KM)
    return masked


def excluded(places: Places, reach: Reach, inside: Inside) -> Mask:
    """What excluding ``reach`` masks: the area, the countries listed, or at least 25 km round a point.

    "Within R km" is a point of sd R/1.5, so its circle is 1.5 sd. Coasts, latitudes and heights mask what
    lies in them by itself; heights that are not known mask nothing, as do remarks and corrections of clues.
    Raises InputError for what has no border: directions, ways and the sun.
    """
    match reach:
        case PointReach():
            return round_point(places, reach.lat, reach.lon, max(LIST_KM, 1.5 * reach.sd_km))
        case AlternativesReach():
            masked = np.zeros(len(places), dtype=bool)
            for _, option in reach.options:
                masked |= excluded(places, option, inside)
            return masked
        case AreaReach():
            area = kernels.inside_zones(places.support, reach)[places.zone]
            return ~area if reach.negated else area
        case GradedReach():
            return kernels.graded(places.support, reach).table[places.zone] > 0.0
        case CoastReach() | LatitudeReach() | ElevationReach():
            within = inside(places, reach)
            return np.zeros(len(places), dtype=bool) if within is None else within
        case RemarkReach() | ClueReach():
            return np.zeros(len(places), dtype=bool)
        case _:
            raise InputError("Only places, areas, coasts, latitudes, heights and countries can be excluded.")


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
