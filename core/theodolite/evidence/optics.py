"""What a file claims of lens and sensor. Pure rules over raw values.

Exif 2.32 section 4.6.5: FocalPlaneResolutionUnit counts inches unless it says otherwise; a focal length of
0 and an equivalent of 0 mean unknown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from theodolite.domain import Optics
from theodolite.evidence import motion
from theodolite.evidence import tags as tag
from theodolite.evidence.tags import Tags

_UNIT_MM = {2: 25.4, 3: 10.0, 4: 1.0, 5: 0.001}
_FILM_DIAGONAL_MM = math.hypot(36.0, 24.0)
_AGREE = 1.35  # how far a sensor may be from what the 35 mm equivalent makes of the focal length
_SERIALS = (
    "EXIF BodySerialNumber",
    "MakerNote SerialNumber",
    "MakerNote InternalSerialNumber",
    "Image CameraSerialNumber",
)


def read(tags: Tags, properties: Mapping[str, str], size: tuple[int, int] | None) -> Optics:
    focal = _between(
        tag.number(tags, "EXIF FocalLength")
        or motion.ratio(motion.fraction(properties.get("exif:FocalLength"))),
        0.5,
        5000,
    )
    film = _between(
        tag.number(tags, "EXIF FocalLengthIn35mmFilm")
        or tag.number(tags, "Image FocalLengthIn35mmFilm")
        or motion.number(properties.get("exif:FocalLengthIn35mmFilm")),
        3,
        10000,
    )
    return Optics(
        focal_mm=focal,
        focal_35mm=film,
        sensor_mm=_sensor(tags, size, focal, film),
        digital_zoom=_between(tag.number(tags, "EXIF DigitalZoomRatio"), 1, 100),
        lens=_lens(tags, properties),
        panorama=tag.clean(properties.get("GPano:ProjectionType", "")),
    )


def claimed_size(tags: Tags, properties: Mapping[str, str]) -> tuple[int, int] | None:
    """PixelXDimension and PixelYDimension, before the picture is turned upright."""
    width = tag.integer(tags, "EXIF ExifImageWidth")
    height = tag.integer(tags, "EXIF ExifImageLength")
    if width is None or height is None:
        across = motion.number(properties.get("exif:PixelXDimension"))
        down = motion.number(properties.get("exif:PixelYDimension"))
        width, height = int(across or 0), int(down or 0)
    return (width, height) if 0 < width < 1_000_000 and 0 < height < 1_000_000 else None


def camera(tags: Tags, properties: Mapping[str, str]) -> str | None:
    """Make and model, the make once."""
    make = tag.first(tags, "Image Make", "EXIF Make") or tag.clean(properties.get("tiff:Make", ""))
    model = tag.first(tags, "Image Model", "EXIF Model") or tag.clean(properties.get("tiff:Model", ""))
    if not make or not model:
        return model or make or None
    return model if model.startswith(make) else f"{make} {model}"


def serial(tags: Tags, properties: Mapping[str, str]) -> str | None:
    """The body's serial number; zeros and dashes are what cameras write that have none."""
    named = [tag.text(tags, name) for name in _SERIALS]
    named += [properties.get("exifEX:BodySerialNumber"), properties.get("aux:SerialNumber")]
    return next((tag.clean(text) for text in named if text and text.strip("0-. ") and text != "[]"), None)


def _lens(tags: Tags, properties: Mapping[str, str]) -> str:
    model = tag.first(tags, "EXIF LensModel", "MakerNote LensModel") or tag.clean(
        properties.get("exifEX:LensModel") or properties.get("aux:Lens") or ""
    )
    make = tag.first(tags, "EXIF LensMake") or ""
    if model:
        return model if not make or model.lower().startswith(make.lower()) else f"{make} {model}"
    limits = tag.rationals(tags, "EXIF LensSpecification") or ()
    near, far = (*(motion.ratio(part) for part in limits[:2]), None, None)[:2]
    if not near or not far:
        return make
    return f"{near:g} mm" if near == far else f"{near:g}-{far:g} mm"


def _sensor(
    tags: Tags, size: tuple[int, int] | None, focal: float | None, film: float | None
) -> tuple[float, float] | None:
    """Width and height in mm; None where resolution, size and equivalent cannot all be true.

    The usual reason is a picture made smaller by a program that left the resolution as it was.
    """
    across = tag.number(tags, "EXIF FocalPlaneXResolution")
    down = tag.number(tags, "EXIF FocalPlaneYResolution")
    unit = _UNIT_MM.get(tag.integer(tags, "EXIF FocalPlaneResolutionUnit") or 2, 25.4)
    if size is None or not across or not down or across <= 0 or down <= 0:
        return None
    width, height = size[0] / across * unit, size[1] / down * unit
    if not (1 <= width <= 120 and 1 <= height <= 120):
        return None
    if focal and film:
        expected = _FILM_DIAGONAL_MM * focal / film
        if not 1 / _AGREE <= math.hypot(width, height) / expected <= _AGREE:
            return None
    return round(width, 3), round(height, 3)


def _between(value: float | None, low: float, high: float) -> float | None:
    return value if value is not None and low <= value <= high else None
