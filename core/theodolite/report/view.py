"""Which part of the world the report's map shows. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.domain import Disc

WIDTH, HEIGHT = 170, 90  # mm
_KM_PER_DEGREE = 111.195
_LEAST_KM = 60.0  # across: enough to recognise a coast or a border


@dataclass(frozen=True, slots=True)
class View:
    """Centre, scale in mm per degree of latitude, and the size of the figure in mm."""

    lat: float
    lon: float
    scale: float
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def squeeze(self) -> float:
        """Degrees of longitude are this much shorter than degrees of latitude."""
        return max(math.cos(math.radians(self.lat)), 0.15)

    @property
    def mm_per_km(self) -> float:
        return self.scale / _KM_PER_DEGREE

    @property
    def tolerance(self) -> float:
        """Detail below this many degrees would not be seen (a tenth of a millimetre)."""
        return 0.1 / self.scale

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees; west may lie below -180, east above 180."""
        across, along = self.width / 2 / self.scale / self.squeeze, self.height / 2 / self.scale
        return (
            max(self.lon - across, self.lon - 180),
            max(self.lat - along, -90),
            min(self.lon + across, self.lon + 180),
            min(self.lat + along, 90),
        )

    def project(self, lat: float, lon: float) -> tuple[float, float]:
        """Degrees to mm from the top left; longitudes take the shorter way round."""
        east = lon - self.lon
        if abs(east) > 180:
            east -= math.copysign(360, east)
        return (
            self.width / 2 + east * self.scale * self.squeeze,
            self.height / 2 - (lat - self.lat) * self.scale,
        )


def view_of(points: Sequence[tuple[float, float]], discs: Sequence[Disc]) -> View:
    """The smallest view that holds all points with a margin, and the discs while they stay regional.

    What lies more than 1,500 km from the last point (the best candidate is drawn last) is given up
    rather than shrinking everything to a world map.
    """
    wanted = list(points) or [(d.lat, d.lon) for d in discs]
    lat0, lon0 = wanted[-1]
    near = [(lat, lon) for lat, lon in wanted if _km(lat0, lon0, lat, lon) < 1500] if points else wanted
    near += [
        (d.lat + s * d.radius_km / _KM_PER_DEGREE, d.lon)
        for d in discs
        for s in (-1, 1)
        if _km(lat0, lon0, d.lat, d.lon) < 400
    ]
    lats = [lat for lat, _ in near]
    turns = [(lon - lon0 + 180) % 360 - 180 for _, lon in near]
    lat = min(max((min(lats) + max(lats)) / 2, -75), 75)
    lon = lon0 + (min(turns) + max(turns)) / 2
    squeeze = max(math.cos(math.radians(lat)), 0.15)
    least = _LEAST_KM / _KM_PER_DEGREE
    across = max((max(turns) - min(turns)) * squeeze * 1.5, least)
    along = max((max(lats) - min(lats)) * 1.6, least * HEIGHT / WIDTH)
    scale = min(WIDTH / across, HEIGHT / along)
    return View(lat, lon, max(scale, WIDTH / 360 / squeeze))


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    east = (lon2 - lon1 + 180) % 360 - 180
    return math.hypot(lat2 - lat1, east * math.cos(math.radians((lat1 + lat2) / 2))) * _KM_PER_DEGREE
