"""Angles of a photograph: its field of view from what the file claims, bearings of pixels, the wedge seen.

A pinhole camera without distortion whose axis meets the middle of the uncropped picture. Pixels are those of
the upright picture, x to the right and y down; bearings are degrees from true north.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from theodolite.domain import Optics
from theodolite.errors import InputError
from theodolite.geo.geodesy import destination

#: Diagonal of a 36 x 24 mm frame.
FILM_DIAGONAL = math.hypot(36.0, 24.0)
#: The 35 mm equivalent is a whole number, and some makers count by width instead of the diagonal (4 %).
ROUNDED_MM, CONVENTION = 1.0 / math.sqrt(12.0), 0.02
#: Focal lengths and sensor sizes are nominal.
NOMINAL = 0.02
SAME_SHAPE = 0.01


@dataclass(frozen=True, slots=True)
class FieldOfView:
    """Angles in degrees; ``focal_px``: focal length in pixels of this picture, ``relative_sd`` of it.

    ``source``: what it was computed from; ``notes``: what may be wrong with it.
    """

    horizontal: float
    vertical: float
    diagonal: float
    focal_px: float
    relative_sd: float
    width: int
    height: int
    source: str
    notes: tuple[str, ...] = ()


def of_focal(
    focal_px: float, width: int, height: int, relative_sd: float, source: str, notes: tuple[str, ...] = ()
) -> FieldOfView:
    """The field of view of a picture whose focal length in pixels is known."""
    if not (math.isfinite(focal_px) and focal_px > 0 and width > 0 and height > 0):
        raise InputError("A field of view needs a picture with a size and a focal length above 0.")
    angles = (
        math.degrees(2 * math.atan(side / (2 * focal_px)))
        for side in (width, height, math.hypot(width, height))
    )
    horizontal, vertical, diagonal = angles
    return FieldOfView(horizontal, vertical, diagonal, focal_px, relative_sd, width, height, source, notes)


def field_of_view(
    optics: Optics,
    width: int,
    height: int,
    *,
    claimed_size: tuple[int, int] | None = None,
    orientation: int = 1,
) -> FieldOfView:
    """From the file's claims; ``width`` and ``height`` of the upright picture, ``claimed_size`` as stored.

    A picture of the claimed shape but another size was resized; one of another shape was cropped, and then
    its pixels are taken for the camera's own. Raises InputError that names what the file does not say.
    """
    if optics.panorama:
        raise InputError("The picture is a panorama: it has no single focal length.")
    if min(width, height, *(claimed_size or (1, 1))) <= 0:
        raise InputError("A picture without a size, such as one that cannot be read, has no field of view.")
    stored = (height, width) if orientation in (5, 6, 7, 8) else (width, height)
    notes: list[str] = []
    frame = claimed_size or stored
    scale = 1.0
    if claimed_size is not None and claimed_size != stored:
        ratio = (stored[0] / claimed_size[0]) / (stored[1] / claimed_size[1])
        turned = (stored[1] / claimed_size[0]) / (stored[0] / claimed_size[1])
        if abs(ratio - 1) <= SAME_SHAPE:
            scale = stored[0] / claimed_size[0]
        elif abs(turned - 1) <= SAME_SHAPE:
            scale = stored[1] / claimed_size[0]
        else:
            notes.append("cropped: its middle need not be that of the camera's picture")
            if stored[0] > claimed_size[0] or stored[1] > claimed_size[1]:
                raise InputError(
                    "The picture is larger than its camera made it: its field of view is unknown."
                )
    zoom = optics.digital_zoom or 1.0
    if optics.focal_mm and optics.sensor_mm:
        focal = optics.focal_mm / optics.sensor_mm[0] * frame[0] * scale * zoom
        source = f"focal length {optics.focal_mm:g} mm, sensor {optics.sensor_mm[0]:.2f} mm wide"
        spread = NOMINAL
    elif optics.focal_35mm:
        focal = optics.focal_35mm / FILM_DIAGONAL * math.hypot(*frame) * scale
        source = f"{optics.focal_35mm:g} mm in terms of 35 mm film"
        spread = math.hypot(ROUNDED_MM / optics.focal_35mm, CONVENTION)
        if zoom != 1.0:
            notes.append(f"digital zoom {zoom:g}: makers differ in whether the 35 mm figure holds it")
    else:
        missing = "sensor size" if optics.focal_mm else "focal length"
        raise InputError(f"The file does not state its {missing}; give the field of view by hand.")
    return of_focal(focal, width, height, spread, source, tuple(notes))


def of_angle(horizontal: float, width: int, height: int, sd: float = 0.0) -> FieldOfView:
    """The field of view stated by a person, horizontally, with the sd of that angle in degrees."""
    if not 0 < horizontal < 180:
        raise InputError("A horizontal field of view lies between 0 and 180 degrees.")
    half = math.radians(horizontal / 2)
    relative = math.radians(sd) / 2 / (math.sin(half) * math.cos(half))
    return of_focal(width / 2 / math.tan(half), width, height, relative, f"stated as {horizontal:g}°")


def pixel_angle(
    fov: FieldOfView, x: float, y: float | None = None, pitch: float = 0.0, roll: float = 0.0
) -> float:
    """Horizontal angle of a pixel from the camera's axis, degrees clockwise seen from above.

    ``pitch``: degrees the camera looks up; ``roll``: degrees it is turned clockwise. With both 0 the angle
    does not depend on ``y``; without ``y`` the middle row is meant.
    """
    right, up = x - fov.width / 2.0, 0.0 if y is None else fov.height / 2.0 - y
    turned = math.radians(roll)
    right, up = (
        right * math.cos(turned) + up * math.sin(turned),
        up * math.cos(turned) - right * math.sin(turned),
    )
    raised = math.radians(pitch)
    ahead = fov.focal_px * math.cos(raised) - up * math.sin(raised)
    return math.degrees(math.atan2(right, ahead))


def bearing_of(
    fov: FieldOfView, x: float, known_x: float, known_bearing: float, *, pitch: float = 0.0
) -> float:
    """Bearing of a column, from the bearing of another: a compass heading is that of the middle column."""
    return (known_bearing + pixel_angle(fov, x, pitch=pitch) - pixel_angle(fov, known_x, pitch=pitch)) % 360.0


def angle_sd(fov: FieldOfView, x: float, known_x: float, pixel_sd: float) -> float:
    """Sd in degrees of the angle between two columns: that of the focal length and of both readings."""
    angles = [math.radians(pixel_angle(fov, column)) for column in (x, known_x)]
    slope = [0.5 * math.sin(2 * a) for a in angles]
    focal = (slope[0] - slope[1]) * fov.relative_sd
    reading = math.hypot(*(math.cos(a) ** 2 * pixel_sd / fov.focal_px for a in angles))
    return math.degrees(math.hypot(focal, reading))


def wedge(
    lat: float, lon: float, bearing: float, horizontal: float, range_km: float, *, count: int = 24
) -> tuple[tuple[float, float], ...]:
    """What the camera sees as a closed ring of (longitude, latitude), along geodesics of ``range_km``.

    Longitudes run on past 180 where the wedge crosses the date line, so that the ring stays one piece.
    """
    if not (0 < horizontal < 360 and range_km > 0):
        raise InputError("A wedge needs an angle between 0 and 360 degrees and a range above 0.")
    ring = [(lon, lat)]
    for turn in np.linspace(bearing - horizontal / 2, bearing + horizontal / 2, count + 1):
        y, x = destination(lat, lon, float(turn) % 360.0, range_km)
        ring.append((lon + (x - lon + 180.0) % 360.0 - 180.0, y))
    return (*ring, ring[0])
