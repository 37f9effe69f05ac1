"""The land each place represents, for the equal-area part of the prior (posterior.md, Prior).

A lattice of points 20 km apart covers the Earth; each point on land stands for 400 square kilometres. It
gives them to the places within 25 km in proportion to r_p^2 (the room each has among its neighbours), or
to the nearest place when none is that near. Land farther than 500 km from every place (Antarctica, inner
Greenland) is represented by none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from theodolite.jobs import Job, Progress
from theodolite.locate.sphere import EARTH_KM, F8, chord, sums, unit

if TYPE_CHECKING:
    from theodolite.geo.world import World

STEP_KM = 20.0
SHARED_KM = 25.0
FARTHEST_KM = 500.0
BATCH = 50_000


def lattice(step_km: float = STEP_KM) -> tuple[F8, F8]:
    """Degrees of points ``step_km`` apart, row by row from south to north."""
    rows = round(np.pi * EARTH_KM / step_km)
    lat = (np.arange(rows) + 0.5) * 180.0 / rows - 90.0
    counts = np.maximum(1, np.rint(2 * np.pi * EARTH_KM * np.cos(np.radians(lat)) / step_km)).astype(np.int64)
    number = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(lat, counts), (number + 0.5) * 360.0 / np.repeat(counts, counts) - 180.0


def polygons(world: World) -> NDArray[Any]:
    """Every polygon of every country's land."""
    shapes = [world.geometry(code) for code in sorted(world.countries)]
    found: NDArray[Any] = shapely.get_parts(np.array(shapes, dtype=object))
    shapely.prepare(found)
    return found


def on_land(lat: F8, lon: F8, land: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether each point lies in one of the polygons ``land``."""
    dry = np.zeros(len(lat), dtype=np.bool_)
    _, number = shapely.STRtree(shapely.points(lon, lat)).query(land, predicate="intersects")
    dry[number] = True
    return dry


def represented(xyz: F8, sd_km: F8, land: NDArray[Any], step_km: float = STEP_KM) -> Job[F8]:
    """Square kilometres of land each place [n, 3] represents [n]."""
    tree, room = cKDTree(xyz), sd_km * sd_km
    area = np.zeros(len(xyz))
    lat, lon = lattice(step_km)
    for first in range(0, len(lat), BATCH):
        yield Progress("Measuring land", first, len(lat))
        part = slice(first, first + BATCH)
        dry = on_land(lat[part], lon[part], land)
        points = unit(lat[part][dry], lon[part][dry])
        if not len(points):
            continue
        apart, nearest = tree.query(points, distance_upper_bound=float(chord(FARTHEST_KM)), workers=2)
        close = apart <= float(chord(SHARED_KM))
        alone = np.isfinite(apart) & ~close
        area += sums(nearest[alone], np.full(int(alone.sum()), step_km**2), len(xyz))
        lists = tree.query_ball_point(points[close], float(chord(SHARED_KM)), return_sorted=True, workers=2)
        if not len(lists):
            continue
        counts = np.array([len(near) for near in lists])
        member = np.concatenate([np.asarray(near, dtype=np.int64) for near in lists])
        owner = np.repeat(np.arange(len(lists)), counts)
        share = room[member] / sums(owner, room[member], len(lists))[owner]
        area += sums(member, share * step_km**2, len(xyz))
    return area
