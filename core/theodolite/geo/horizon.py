"""The level of a photograph: roll and pitch of the camera from its horizon, and shadows on level ground.

The same pinhole camera as :mod:`theodolite.geo.camera`: pixels of the upright picture, x to the right and y
down, the axis through the middle. The horizon is that of level ground or sea seen from low above it; seen
from high up it lies lower by the dip (0.03 degrees times the square root of the height in metres), which is
not corrected. Standard deviations are propagated linearly, by differences.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from theodolite.errors import InputError
from theodolite.geo.camera import FieldOfView

Point = tuple[float, float]
#: A point clicked in a photograph is this good, pixels.
PIXEL_SD = 3.0
#: Two points of a horizon span at least this share of the width.
LEAST_SPAN = 0.05
MOST_ROLL = 60.0


@dataclass(frozen=True, slots=True)
class Level:
    """``roll``: degrees the camera is turned clockwise, ``pitch``: degrees it looks up; None where the
    focal length is not known. Each with its sd."""

    roll: float
    roll_sd: float
    pitch: float | None = None
    pitch_sd: float = 0.0


@dataclass(frozen=True, slots=True)
class GroundShadow:
    """An upright object and its shadow on level ground, lengths in heights of the camera above it.

    ``ratio_sd``: relative sd of height over length. ``direction``: the way the shadow points, degrees
    clockwise from the way the camera looks, seen from above.
    """

    height: float
    length: float
    ratio_sd: float
    direction: float
    direction_sd: float


def level(
    first: Point,
    second: Point,
    width: int,
    height: int,
    fov: FieldOfView | None = None,
    pixel_sd: float = PIXEL_SD,
) -> Level:
    """From two points of the horizon, pixels. Raises InputError for points that give no line across."""
    (x1, y1), (x2, y2) = sorted((first, second))
    if x2 - x1 < LEAST_SPAN * width:
        raise InputError("The two points of the horizon are too close together; draw it across the picture.")
    if abs(math.degrees(math.atan2(y2 - y1, x2 - x1))) > MOST_ROLL:
        raise InputError("This line is too steep for a horizon; draw it from left to right.")
    if fov is None:

        def rolled(values: Sequence[float]) -> tuple[float, ...]:
            return (_roll(values),)

        (roll,), (roll_sd,) = _propagated(rolled, (x1, y1, x2, y2), (pixel_sd,) * 4)
        return Level(roll, roll_sd)

    def both(values: Sequence[float]) -> tuple[float, ...]:
        return _level(values[:4], width, height, values[4])

    given = (x1, y1, x2, y2, fov.focal_px)
    (roll, pitch), (roll_sd, pitch_sd) = _propagated(
        both, given, (*(pixel_sd,) * 4, fov.relative_sd * fov.focal_px)
    )
    return Level(roll, roll_sd, pitch, pitch_sd)


def ground_shadow(
    horizon: tuple[Point, Point],
    foot: Point,
    top: Point,
    end: Point,
    fov: FieldOfView,
    pixel_sd: float = PIXEL_SD,
) -> GroundShadow:
    """Height of an upright object and its shadow, measured along the ground that the horizon belongs to.

    All points in pixels of the picture that ``fov`` is of. Raises InputError where foot or shadow do not lie
    below the horizon, or the top does not lie above the foot.
    """
    pair = sorted(horizon)
    level(pair[0], pair[1], fov.width, fov.height)  # refuses what is no horizon

    def measured(values: Sequence[float]) -> tuple[float, ...]:
        at = [(values[n], values[n + 1]) for n in range(0, 10, 2)]
        found = _measured((at[0], at[1]), at[2], at[3], at[4], fov.width, fov.height, values[10])
        return (*found[:2], math.log(found[0] / found[1]), found[2])

    flat = [value for point in (*pair, foot, top, end) for value in point]
    values, sds = _propagated(
        measured, (*flat, fov.focal_px), (*(pixel_sd,) * 10, fov.relative_sd * fov.focal_px), turns=(3,)
    )
    return GroundShadow(values[0], values[1], sds[2], values[3] % 360.0, sds[3])


def _roll(line: Sequence[float]) -> float:
    return math.degrees(math.atan2(line[1] - line[3], line[2] - line[0]))


def _level(line: Sequence[float], width: int, height: int, focal: float) -> tuple[float, float]:
    roll = _roll(line)
    _, up = _rolled(((line[0] + line[2]) / 2, (line[1] + line[3]) / 2), width, height, roll)
    return roll, -math.degrees(math.atan2(up, focal))


def _rolled(point: Point, width: int, height: int, roll: float) -> Point:
    """(right, up) of a pixel from the middle, as if the camera stood upright; as camera.pixel_angle."""
    right, up = point[0] - width / 2.0, height / 2.0 - point[1]
    cos, sin = math.cos(math.radians(roll)), math.sin(math.radians(roll))
    return right * cos + up * sin, up * cos - right * sin


def _ray(
    point: Point, width: int, height: int, focal: float, roll: float, pitch: float
) -> tuple[float, float, float]:
    """Direction of a pixel: to the right, up, and ahead along the ground."""
    right, up = _rolled(point, width, height, roll)
    cos, sin = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))
    return right, focal * sin + up * cos, focal * cos - up * sin


def _measured(
    horizon: tuple[Point, Point],
    foot: Point,
    top: Point,
    end: Point,
    width: int,
    height: int,
    focal: float,
) -> tuple[float, float, float]:
    """(height, length, direction); the camera stands one unit above the ground."""
    roll, pitch = _level((*horizon[0], *horizon[1]), width, height, focal)
    ground = []
    for name, point in (("foot of the object", foot), ("end of its shadow", end)):
        right, up, ahead = _ray(point, width, height, focal, roll, pitch)
        if up >= -1e-6 * focal or ahead <= 0:
            raise InputError(f"The {name} does not lie below the horizon: this ground cannot be measured.")
        ground.append((right / -up, ahead / -up))
    (foot_x, foot_z), (end_x, end_z) = ground
    right, up, ahead = _ray(top, width, height, focal, roll, pitch)
    along = (foot_x**2 + foot_z**2) / max(1e-9, right * foot_x + ahead * foot_z)
    tall = along * up + 1.0
    length = math.hypot(end_x - foot_x, end_z - foot_z)
    if tall <= 0:
        raise InputError("The top of the object does not lie above its foot.")
    if length <= 0:
        raise InputError("The shadow has no length.")
    return tall, length, math.degrees(math.atan2(end_x - foot_x, end_z - foot_z))


def _propagated(
    compute: Callable[[Sequence[float]], tuple[float, ...]],
    given: Sequence[float],
    spreads: Sequence[float],
    turns: tuple[int, ...] = (),
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Values and their sds by central differences of half an sd; values in ``turns`` are angles."""
    values = compute(given)
    sums = [0.0] * len(values)
    for number, spread in enumerate(spreads):
        if spread <= 0:
            continue
        sides = []
        for sign in (0.5, -0.5):
            moved = list(given)
            moved[number] += sign * spread
            sides.append(compute(moved))
        for at in range(len(values)):
            difference = sides[0][at] - sides[1][at]
            if at in turns:
                difference = (difference + 180.0) % 360.0 - 180.0
            sums[at] += difference**2
    return values, tuple(math.sqrt(one) for one in sums)
