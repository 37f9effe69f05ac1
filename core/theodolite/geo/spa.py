"""The sun's position by the Solar Position Algorithm (Reda and Andreas, NREL/TP-560-34302, 2008) of pvlib.

Only pvlib's module ``spa`` is loaded, straight from its file: it needs nothing but numpy, while importing
the package would bring pandas and an HTTP client (a second of time) for functions that are not used here.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.errors import InputError
from theodolite.geo.geodesy import wrap_lon

F8 = NDArray[np.float64]

#: Air at the place: pressure in millibars and temperature in degrees Celsius (the library's own defaults).
PRESSURE_MB, TEMPERATURE_C = 1013.25, 12.0
#: Refraction at sunrise and sunset that decides where the correction ends, degrees (SPA, section 3.14).
HORIZON_REFRACTION = 0.5667
#: Photographs are no older; the difference between Earth's clock and ours is extrapolated after the end.
FIRST_YEAR, LAST_YEAR = 1820, 2100


@cache
def _spa() -> ModuleType:
    package = importlib.util.find_spec("pvlib")
    if package is None or package.origin is None:
        raise InputError("The sun needs the library pvlib, which is not installed.")
    path = Path(package.origin).with_name("spa.py")
    spec = importlib.util.spec_from_file_location("theodolite_pvlib_spa", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def checked(year: int) -> None:
    """Raises InputError for a year the algorithm is not for."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(f"The sun is computed for the years {FIRST_YEAR} to {LAST_YEAR} only.")


def seconds(moments: Sequence[datetime]) -> F8:
    """Unix times; moments without a zone are UTC. Raises InputError for years the algorithm is not for."""
    for moment in moments:
        checked(moment.year)
    aware = (m if m.tzinfo else m.replace(tzinfo=UTC) for m in moments)
    return np.array([m.timestamp() for m in aware], dtype=np.float64)


def delta_t(unix: F8) -> F8:
    """Terrestrial minus universal time, seconds (polynomials of Espenak and Meeus)."""
    months = unix.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    found = _spa().calculate_deltat(1970 + months // 12, months % 12 + 1)
    return np.asarray(found, dtype=np.float64)


def subsolar(unix: F8) -> tuple[F8, F8]:
    """Where the sun stands overhead at ``unix`` [n]: declination and minus the hour angle of Greenwich.

    Degrees: latitude [n], longitude in [-180, 180) [n].
    """
    sidereal, right_ascension, declination = _spa().solar_position(
        unix, 0.0, 0.0, 0.0, PRESSURE_MB, TEMPERATURE_C, delta_t(unix), HORIZON_REFRACTION, 1, True
    )
    return np.asarray(declination), np.asarray(wrap_lon(right_ascension - sidereal))


def position(
    lat: ArrayLike,
    lon: ArrayLike,
    unix: F8,
    *,
    height_m: float = 0.0,
    pressure_mb: float = PRESSURE_MB,
    temperature_c: float = TEMPERATURE_C,
) -> tuple[F8, F8]:
    """Apparent topocentric elevation and azimuth (degrees, from true north clockwise) [n].

    ``lat`` and ``lon`` broadcast with ``unix`` [n]. The elevation holds refraction, as a shadow shows it.
    """
    lat, lon = np.broadcast_to(lat, unix.shape), np.broadcast_to(lon, unix.shape)
    _, _, apparent, _, azimuth, _ = _spa().solar_position(
        unix, lat, lon, height_m, pressure_mb, temperature_c, delta_t(unix), HORIZON_REFRACTION, 1
    )
    return np.asarray(apparent), np.asarray(azimuth)
