"""Where the camera stood: the field of view that a file claims, the result as words, the clue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.domain import Exhibit, Optics
from theodolite.errors import InputError
from theodolite_desktop.desk import Desk
from theodolite_desktop.drafts import CameraDraft, CameraFound, number
from theodolite_desktop.language import tr, trn

if TYPE_CHECKING:
    from theodolite.engine import Changes
    from theodolite.geo.camera import FieldOfView
    from theodolite.geo.resection import Line, MapPoint, Sighting

#: What is assumed where nothing is typed: sd of map points in metres, of angles in degrees, of a heading.
POINT_M, ANGLE, HEADING = 5.0, 0.2, 5.0
#: A picked column is this good, pixels.
PIXEL_SD = 3.0
Given = tuple["tuple[Line, ...]", "tuple[Sighting, ...]", "tuple[float, float] | None"]


def field_of_view(item: Exhibit, focal: str = "") -> FieldOfView:
    """From ``focal`` (mm in terms of 35 mm film) or else from what the file claims; raises InputError."""
    from theodolite.geo import camera

    typed = number(focal, tr("Focal length"))
    if typed is not None:
        if typed <= 0:
            raise InputError("Focal length: a number above 0 is needed.")
        return camera.field_of_view(Optics(focal_35mm=typed), item.width, item.height)
    meta = item.metadata
    return camera.field_of_view(
        meta.optics,
        item.width,
        item.height,
        claimed_size=meta.claimed_size,
        orientation=meta.orientation,
    )


def seen_field(*, desk: Desk, exhibit: str) -> str:
    """The field of view in words, or what the file does not state."""
    try:
        fov = field_of_view(desk.session.exhibit(exhibit))
    except InputError as error:
        return str(error)
    notes = f" ({'; '.join(fov.notes)})" if fov.notes else ""
    return tr(
        "{horizontal}° wide, claimed: {source}{notes}",
        horizontal=f"{fov.horizontal:.1f}",
        source=fov.source,
        notes=notes,
    )


def given(item: Exhibit, draft: CameraDraft) -> Given:
    """What a draft measures; raises InputError that names the row."""
    from theodolite.geo.camera import angle_sd, pixel_angle
    from theodolite.geo.resection import Line, Sighting

    sd_m = _positive(draft.points, tr("Map points, tolerance"), POINT_M)
    sd = _positive(draft.angles, tr("Angles, tolerance"), ANGLE)
    lines = tuple(
        Line(
            _point(one.near, tr("Pair {n}, near point", n=n), sd_m),
            _point(one.far, tr("Pair {n}, far point", n=n), sd_m),
            sd,
        )
        for n, one in enumerate(draft.pairs, 1)
    )
    sights = []
    fov = field_of_view(item, draft.focal) if draft.sights else None
    for n, one in enumerate(draft.sights, 1):
        assert fov is not None
        if one.x is None:
            raise InputError(f"Point {n}: pick where it stands in the photograph.")
        column = one.x * fov.width
        angle = pixel_angle(fov, column, None if one.y is None else one.y * fov.height)
        known = max(sd, angle_sd(fov, column, fov.width / 2, PIXEL_SD))
        sights.append(
            Sighting(_point(one.place, tr("Point {n}", n=n), sd_m), round(angle, 4), round(known, 4))
        )
    bearing = number(draft.heading.value, tr("Heading"))
    heading = None
    if bearing is not None:
        heading = bearing % 360.0, _positive(draft.heading.tolerance, tr("Heading, tolerance"), HEADING)
    return lines, tuple(sights), heading


def _positive(text: str, name: str, default: float) -> float:
    value = number(text, name)
    if value is None:
        return default
    if value <= 0:
        raise InputError(f"{name}: a number above 0 is needed.")
    return value


def _point(text: str, name: str, sd_m: float) -> MapPoint:
    from theodolite.geo import coordinates
    from theodolite.geo.resection import MapPoint

    try:
        lat, lon = coordinates.parse(text)
    except InputError as error:
        raise InputError(f"{name}: {error}") from error
    return MapPoint(lat, lon, sd_m)


def find_camera(*, desk: Desk, exhibit: str, draft: CameraDraft) -> CameraFound:
    """Where the camera stood, without keeping it; raises InputError and Degenerate."""
    from theodolite.geo.coordinates import format_dd
    from theodolite.geo.resection import resect

    found = resect(*given(desk.session.exhibit(exhibit), draft))
    error = found.error
    lines = [
        tr(
            "95 % ellipse {long} x {short} m, long axis {orientation}°",
            long=f"{1000 * error.major_km:.0f}",
            short=f"{1000 * error.minor_km:.0f}",
            orientation=f"{error.orientation:.0f}",
        )
    ]
    if found.heading is not None and found.heading_sd is not None:
        lines.append(
            tr(
                "Looking {heading}° ± {tolerance}°",
                heading=f"{found.heading:.1f}",
                tolerance=f"{1.96 * found.heading_sd:.1f}",
            )
        )
    if found.freedom:
        lines.append(
            trn(
                "Misfit {misfit} over %n spare measurements",
                found.freedom,
                one="Misfit {misfit} over %n spare measurement",
                misfit=f"{found.misfit:.1f}",
            )
        )
    else:
        lines.append(tr("No measurement to spare: nothing tests these points."))
    return CameraFound(format_dd(found.lat, found.lon, error.major_km), tuple(lines), found.notes)


def add_camera(*, desk: Desk, exhibit: str, draft: CameraDraft) -> Changes:
    """The same as a clue."""
    lines, sightings, heading = given(desk.session.exhibit(exhibit), draft)
    return desk.session.add_resection(
        exhibit, lines=lines, sightings=sightings, heading=heading, strength=draft.strength
    )
