"""Whether what is said of a place holds where the image was taken: by coordinates, borders and gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain import AlternativesReach, AreaReach, GradedReach, PointReach, Reach
from theodolite.evaluate.metrics import error_km

#: A point says where it is within so many standard deviations.
WITHIN_SD = 3.0


@dataclass(frozen=True, slots=True)
class Truth:
    """Where an image was taken. ``country``: ISO alpha-2; ``region``: GeoNames code ('IT.16'); '' nowhere."""

    lat: float
    lon: float
    country: str
    region: str = ""


def holds(reach: Reach, truth: Truth) -> bool | None:
    """Whether ``reach`` is true of ``truth``; None for what coordinates and names cannot tell.

    A point holds within three standard deviations, a graded reach in every country that it gives a weight.
    """
    match reach:
        case PointReach():
            return km(reach, truth) <= WITHIN_SD * reach.sd_km
        case AreaReach():
            code = truth.country if reach.scope == "country" else truth.region
            return None if not code else (code in reach.codes) != reach.negated
        case GradedReach():
            return None if not truth.country else truth.country in dict(reach.weights)
        case AlternativesReach():
            return any(holds(point, truth) for share, point in reach.options if share > 0)
    return None


def km(point: PointReach, truth: Truth) -> float:
    """From the centre of a point to the truth on the WGS84 geodesic."""
    return float(error_km([point.lat], [point.lon], [truth.lat], [truth.lon])[0])
