"""How wide the camera saw, as the file claims: nothing about the place, but what measuring needs."""

from __future__ import annotations

from theodolite.clues import record
from theodolite.domain import Clue, Exhibit, Strength
from theodolite.errors import InputError
from theodolite.geo import camera

METHOD = "EXIF and XMP"

_SAME_SHAPE = 0.02


def field_of_view(exhibit: Exhibit) -> camera.FieldOfView | None:
    """That of the upright picture; None where the file does not say enough.

    A stitched panorama sees more than its lens, and a picture cut after the camera sees less by an amount
    that nobody states, so neither gets a number.
    """
    metadata = exhibit.metadata
    if _cut(exhibit):
        return None
    try:
        return camera.field_of_view(
            metadata.optics,
            exhibit.width,
            exhibit.height,
            claimed_size=metadata.claimed_size,
            orientation=metadata.orientation,
        )
    except InputError:
        return None


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
        parts.append(f"field of view about {view.horizontal:.0f}° x {view.vertical:.0f}°")
    notes = ["no field of view: the picture was cut after the camera"] if _cut(exhibit) else []
    notes += view.notes if view else ()
    return record.clue(
        exhibit,
        "exif.lens",
        observation="Lens claimed: " + ", ".join(parts),
        inference="how wide the camera saw; angles can be measured in the picture" if view else "how it saw",
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        note="; ".join(notes),
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


def _inputs(exhibit: Exhibit, view: camera.FieldOfView | None) -> tuple[tuple[str, str], ...]:
    optics = exhibit.metadata.optics
    rows = [
        ("focal length, mm", optics.focal_mm),
        ("35 mm equivalent, mm", optics.focal_35mm),
        ("digital zoom", optics.digital_zoom),
        ("sensor width, mm", optics.sensor_mm[0] if optics.sensor_mm else None),
        ("sensor height, mm", optics.sensor_mm[1] if optics.sensor_mm else None),
        ("horizontal field of view, degrees", round(view.horizontal, 2) if view else None),
        ("its relative error (one sd)", round(view.relative_sd, 3) if view else None),
        ("vertical field of view, degrees", round(view.vertical, 2) if view else None),
    ]
    return tuple((name, f"{value:g}") for name, value in rows if value is not None)
