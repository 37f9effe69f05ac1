"""Place names that need no data, for what does not depend on them; and a run to be killed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align.table import PLACES
from theodolite.evaluate import mp16
from theodolite.evaluate.mp16 import Built
from theodolite.jobs import run_to_end


class Halves:
    """Two countries: the north without a city, the far south nowhere."""

    def of(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
        found: dict[str, NDArray[Any]] = {name: np.full(len(lat), None, dtype=object) for name in PLACES}
        found["country"][lat > -60] = "South"
        found["country"][lat >= 0] = "North"
        south = np.flatnonzero((lat < 0) & (lat > -60))
        found["city"][south] = [f"C{int(lon[row])}" for row in south]
        return found


def build(table: Path, out: Path, places: Any = None, **settings: Any) -> Built:
    return run_to_end(mp16.build(table, out, places or Halves(), "test", **settings))
