"""From what is measured in a photograph to the sun's elevation and azimuth, each with its tolerance.

Tolerances go in and come out as half of a 95 % interval; standard deviations are that over 1.96. Nothing
is assumed in silence: what was not given is listed among ``inputs`` as assumed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from theodolite.errors import InputError

#: Half of a 95 % interval in standard deviations.
HALF_95 = 1.959963984540054
#: What is assumed where nothing is said: 95 % half-widths.
LENGTH_TOLERANCE = 0.05
ELEVATION_TOLERANCE = 2.0
AZIMUTH_TOLERANCE = 10.0
BEARING_TOLERANCE = 10.0
DIRECTION_TOLERANCE = 5.0
#: The edge of a shadow is blurred by the sun's disc (radius .27 degrees).
EDGE_TOLERANCE = 0.27
#: Finer than this is not what refraction near a real horizon allows.
LEAST_SD = 0.05


@dataclass(frozen=True, slots=True)
class SunObservation:
    """The sun as a photograph shows it: elevation as seen (with refraction), azimuth from true north.

    Degrees; at least one of the two is given. ``inputs``: every raw value, in words.
    """

    elevation: float | None
    elevation_sd: float
    azimuth: float | None
    azimuth_sd: float
    inputs: tuple[tuple[str, str], ...] = ()

    @property
    def measured(self) -> int:
        """How many of elevation and azimuth there are."""
        return (self.elevation is not None) + (self.azimuth is not None)

    @property
    def limit(self) -> float:
        """Standard deviations that each measured quantity may be off for 95 % of both together."""
        return HALF_95 if self.measured == 1 else 2.2364766445

    @property
    def text(self) -> str:
        """'sun at 34.2° ± 1.5°, azimuth 210° ± 10°' (95 %)."""
        parts = []
        if self.elevation is not None:
            parts.append(f"elevation {self.elevation:.1f}° ± {HALF_95 * self.elevation_sd:.1f}°")
        if self.azimuth is not None:
            parts.append(f"azimuth {self.azimuth:.0f}° ± {HALF_95 * self.azimuth_sd:.0f}°")
        return ", ".join(parts)


class _Inputs:
    """Collects raw values and says which were assumed."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str]] = []

    def value(self, name: str, value: float, unit: str = "") -> float:
        if not math.isfinite(value):
            raise InputError(f"The {name} is not a number.")
        self.rows.append((name, f"{value:g}{unit}"))
        return value

    def tolerance(self, name: str, given: float | None, default: float, unit: str) -> float:
        used = default if given is None else given
        if not (math.isfinite(used) and used >= 0):
            raise InputError(f"The tolerance of the {name} is a number, 0 or more.")
        shown = f"±{100 * used:g} %" if unit == "%" else f"±{used:g}{unit}"
        self.rows.append((f"{name}, 95 %", shown if given is not None else f"{shown} (assumed)"))
        return used


def observe(
    *,
    height: float | None = None,
    shadow: float | None = None,
    height_tolerance: float | None = None,
    shadow_tolerance: float | None = None,
    elevation: float | None = None,
    elevation_tolerance: float | None = None,
    edge_tolerance: float | None = None,
    slope_tolerance: float | None = None,
    azimuth: float | None = None,
    azimuth_tolerance: float | None = None,
    camera_bearing: float | None = None,
    bearing_tolerance: float | None = None,
    shadow_direction: float | None = None,
    direction_tolerance: float | None = None,
) -> SunObservation:
    """What was measured, in one of several ways; raises InputError for what does not fit together.

    Elevation: ``height`` of an upright object and length of its ``shadow`` on level ground in one unit,
    with relative tolerances (0.05: 5 %); or ``elevation`` in degrees. ``slope_tolerance``: degrees by which
    the ground may not be level along the shadow. Azimuth: ``azimuth`` in degrees from true north; or
    ``camera_bearing`` (true north, of the middle of the picture) with ``shadow_direction``: the way the
    shadow points, degrees clockwise from the way the camera looks, as seen from above (0 away from the
    camera, 90 to the right, 180 towards it). The sun is opposite.
    """
    inputs = _Inputs()
    if (height is None) != (shadow is None):
        raise InputError("A shadow needs both the height of the object and the length of the shadow.")
    if (camera_bearing is None) != (shadow_direction is None):
        raise InputError("A direction needs both the bearing of the camera and the way the shadow points.")
    seen: float | None = None
    seen_sd = 1.0
    if height is not None and shadow is not None:
        if elevation is not None:
            raise InputError("Give either lengths or an elevation, not both.")
        seen, seen_sd = _from_lengths(
            inputs, height, shadow, height_tolerance, shadow_tolerance, edge_tolerance, slope_tolerance
        )
    elif elevation is not None:
        seen = inputs.value("sun elevation", elevation, "°")
        tolerance = inputs.tolerance("sun elevation", elevation_tolerance, ELEVATION_TOLERANCE, "°")
        seen_sd = max(tolerance / HALF_95, LEAST_SD)
    if seen is not None and not 0.0 <= seen <= 90.0:
        raise InputError("The sun's elevation lies between 0 and 90 degrees.")
    from_north: float | None = None
    north_sd = 3.0
    if azimuth is not None:
        if camera_bearing is not None:
            raise InputError("Give either an azimuth or a bearing with the shadow's direction, not both.")
        from_north = inputs.value("sun azimuth", azimuth, "°") % 360.0
        tolerance = inputs.tolerance("sun azimuth", azimuth_tolerance, AZIMUTH_TOLERANCE, "°")
        north_sd = max(tolerance / HALF_95, LEAST_SD)
    elif camera_bearing is not None and shadow_direction is not None:
        bearing = inputs.value("camera bearing", camera_bearing, "°")
        first = inputs.tolerance("camera bearing", bearing_tolerance, BEARING_TOLERANCE, "°")
        way = inputs.value("shadow direction", shadow_direction, "°")
        second = inputs.tolerance("shadow direction", direction_tolerance, DIRECTION_TOLERANCE, "°")
        from_north = (bearing + way + 180.0) % 360.0
        north_sd = max(math.hypot(first, second) / HALF_95, LEAST_SD)
    if seen is None and from_north is None:
        raise InputError("Nothing was measured: give a shadow, an elevation or an azimuth.")
    return SunObservation(seen, seen_sd, from_north, north_sd, tuple(inputs.rows))


def _from_lengths(
    inputs: _Inputs,
    height: float,
    shadow: float,
    height_tolerance: float | None,
    shadow_tolerance: float | None,
    edge_tolerance: float | None,
    slope_tolerance: float | None,
) -> tuple[float, float]:
    """atan(height / shadow) and its sd: half the 95 % interval of the ratio, blurred edge, ground's slope.

    The interval of the ratio is taken through the arctangent, not its derivative: it stays within
    0 and 90 degrees for rough lengths too.
    """
    inputs.value("object height", height)
    inputs.value("shadow length", shadow)
    if height <= 0 or shadow < 0:
        raise InputError("The height is more than 0 and the shadow not less than 0.")
    first = inputs.tolerance("object height", height_tolerance, LENGTH_TOLERANCE, "%")
    second = inputs.tolerance("shadow length", shadow_tolerance, LENGTH_TOLERANCE, "%")
    edge = inputs.tolerance("shadow edge", edge_tolerance, EDGE_TOLERANCE, "°")
    slope = inputs.tolerance("level ground", slope_tolerance, 0.0, "°")
    spread = math.exp(math.hypot(first, second))
    low, high = (math.degrees(math.atan2(height * f, shadow)) for f in (1.0 / spread, spread))
    half = math.hypot((high - low) / 2.0, edge, slope)
    return math.degrees(math.atan2(height, shadow)), max(half / HALF_95, LEAST_SD)
