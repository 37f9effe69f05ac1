"""95 % error ellipses of a position."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.geo.geodesy import destination

#: sqrt of the 95 % point of chi-squared with two degrees of freedom.
SCALE_95 = 2.447746830680816


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Semi-axes in km of the 95 % ellipse; ``orientation`` of the longer one, degrees from true north in
    [0, 180)."""

    major_km: float
    minor_km: float
    orientation: float

    @property
    def sd_km(self) -> float:
        """One sd along the longer axis: as a round point it overstates the shorter one, never the reverse."""
        return self.major_km / SCALE_95

    def contains(self, east_km: float, north_km: float) -> bool:
        """Whether an offset from the centre lies inside."""
        turned = math.radians(self.orientation)
        along = east_km * math.sin(turned) + north_km * math.cos(turned)
        across = east_km * math.cos(turned) - north_km * math.sin(turned)
        return math.hypot(along / self.major_km, across / self.minor_km) <= 1.0

    def ring(self, lat: float, lon: float, count: int = 72) -> tuple[tuple[float, float], ...]:
        """The ellipse round a place as a closed ring of (longitude, latitude)."""
        turned = math.radians(self.orientation)
        points = []
        for t in np.linspace(0.0, 2 * math.pi, count + 1):
            along, across = self.major_km * math.cos(t), self.minor_km * math.sin(t)
            east = along * math.sin(turned) + across * math.cos(turned)
            north = along * math.cos(turned) - across * math.sin(turned)
            y, x = destination(lat, lon, math.degrees(math.atan2(east, north)), math.hypot(east, north))
            points.append((x, y))
        return tuple(points)


def ellipse(covariance: NDArray[np.float64]) -> Ellipse:
    """From a covariance of (east, north) in km^2, [2, 2]."""
    values, vectors = np.linalg.eigh(covariance)
    east, north = vectors[:, 1]
    major, minor = (SCALE_95 * math.sqrt(max(float(v), 1e-12)) for v in (values[1], values[0]))
    return Ellipse(major, minor, math.degrees(math.atan2(float(east), float(north))) % 180.0)
