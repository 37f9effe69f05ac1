"""How wide the camera saw, as the file claims. Nothing about the place; what measuring in the picture needs.

From the sensor's size: 2 atan(side / (2 focal length)). From the 35 mm equivalent: the same with the sides
of a 43.27 mm diagonal cut to the shape of the picture (CIPA DCG-001, 3.3).
"""

from __future__ import annotations

import math

from theodolite.clues import record
from theodolite.domain import Clue, Exhibit, Strength

METHOD = "EXIF and XMP"

_FILM_DIAGONAL_MM = math.hypot(36.0, 24.0)
_SAME_SHAPE = 0.02


def field_of_view(exhibit: Exhibit) -> tuple[float, float] | None:
    """(horizontal, vertical) of the upright picture, degrees; None where the file does not say enough.

    For a straight-lined lens and an uncut picture: a fisheye and a stitched panorama see more, and a picture
    cut after the camera sees less, so neither gets a number.
    """
    optics, metadata = exhibit.metadata.optics, exhibit.metadata
    if optics.panorama or min(exhibit.width, exhibit.height) < 1 or _cut(exhibit):
        return None
    width, height = exhibit.width, exhibit.height
    if optics.sensor_mm and optics.focal_mm:
        across, down = optics.sensor_mm
        if metadata.orientation >= 5:
            across, down = down, across
        focal = optics.focal_mm * (optics.digital_zoom or 1.0)
    elif optics.focal_35mm:
        diagonal = math.hypot(width, height)
        across, down = (_FILM_DIAGONAL_MM * side / diagonal for side in (width, height))
        focal = optics.focal_35mm
    else:
        return None
    horizontal, vertical = (math.degrees(2 * math.atan(side / (2 * focal))) for side in (across, down))
    return horizontal, vertical


def lens_clue(exhibit: Exhibit) -> Clue | None:
    """Lens, focal length and field of view as claimed; None when the file names none of them."""
    optics = exhibit.metadata.optics
    parts = [optics.lens] if optics.lens else []
    if optics.focal_mm:
        parts.append(f"focal length {optics.focal_mm:g} mm")
    if optics.focal_35mm:
        parts.append(f"{optics.focal_35mm:g} mm on 35 mm film")
    if optics.digital_zoom and optics.digital_zoom > 1:
        parts.append(f"digital zoom {optics.digital_zoom:g}")
    if optics.panorama:
        parts.append(f"{optics.panorama} panorama")
    if not parts:
        return None
    view = field_of_view(exhibit)
    if view:
        parts.append(f"field of view about {view[0]:.0f}° x {view[1]:.0f}°")
    why = "the picture is not the whole of what the lens saw" if _cut(exhibit) else ""
    return record.clue(
        exhibit,
        "exif.lens",
        observation="Lens claimed: " + ", ".join(parts),
        inference="how wide the camera saw; angles can be measured in the picture" if view else "how it saw",
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        note=f"No field of view: {why}" if why else "",
        inputs=_inputs(exhibit, view),
    )


def _cut(exhibit: Exhibit) -> bool:
    """The picture has another shape than the camera says it wrote."""
    claimed = exhibit.metadata.claimed_size
    if claimed is None or min(exhibit.width, exhibit.height) < 1:
        return False
    before = max(claimed) / min(claimed)
    after = max(exhibit.width, exhibit.height) / min(exhibit.width, exhibit.height)
    return abs(before / after - 1) > _SAME_SHAPE


def _inputs(exhibit: Exhibit, view: tuple[float, float] | None) -> tuple[tuple[str, str], ...]:
    optics = exhibit.metadata.optics
    rows = [
        ("focal length, mm", optics.focal_mm),
        ("35 mm equivalent, mm", optics.focal_35mm),
        ("digital zoom", optics.digital_zoom),
        ("sensor width, mm", optics.sensor_mm[0] if optics.sensor_mm else None),
        ("sensor height, mm", optics.sensor_mm[1] if optics.sensor_mm else None),
        ("horizontal field of view, degrees", round(view[0], 2) if view else None),
        ("vertical field of view, degrees", round(view[1], 2) if view else None),
    ]
    return tuple((name, f"{value:g}") for name, value in rows if value is not None)
