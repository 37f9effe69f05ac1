"""Shadows measured by a person: the form's first values, the clue, and the times of a place."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from theodolite.domain import Exhibit, Strength, SunReach, TimeSpan
from theodolite.errors import InputError
from theodolite_desktop.desk import Desk
from theodolite_desktop.drafts import Ground, Measured, Shadow, SunDraft, SunStart, number
from theodolite_desktop.language import tr

if TYPE_CHECKING:
    from theodolite.engine import Changes
    from theodolite.geo.clock import Moment
    from theodolite.geo.shadow import SunObservation

PIXELS = (
    "Lengths in pixels: true only where object and shadow are equally far away and the ground is seen "
    "squarely."
)


def sun_start(*, desk: Desk, exhibit: str, shadow: Shadow | None = None) -> SunStart:
    """What the file claims about time and bearing; ``shadow`` measured on the ground where it can be."""
    from theodolite.clues.sun import capture_moment

    item = desk.session.exhibit(exhibit)
    moment = capture_moment(item)
    gps = item.metadata.gps
    bearing = "" if gps is None or gps.direction is None else f"{gps.direction:g}"
    ground, groundless = _on_ground(desk, item, shadow) if shadow is not None else (None, "")
    if moment is None:
        return SunStart(bearing=bearing, ground=ground, groundless=groundless)
    said = f"{moment.shown:%Y-%m-%d %H:%M:%S}"
    return SunStart(said, moment.zone, bearing, ground, groundless)


def _on_ground(desk: Desk, item: Exhibit, shadow: Shadow) -> tuple[Ground | None, str]:
    """The shadow measured on the level ground of the latest horizon; why not, where there is one."""
    from theodolite.clues.horizon import KIND, shadow_on_ground
    from theodolite.geo.shadow import HALF_95

    drawn = [
        clue
        for clue in desk.session.state.clues
        if clue.exhibit == item.id and clue.kind == KIND and clue.active and clue.rejected_reason is None
    ]
    if not drawn:
        return None, ""
    try:
        found = shadow_on_ground(item, drawn[-1], shadow.foot, shadow.top, shadow.end)
    except InputError as error:
        return None, str(error)
    return (
        Ground(
            drawn[-1].id,
            f"{found.height:.3f}",
            f"{found.length:.3f}",
            f"{100 * HALF_95 * found.ratio_sd:.1f}",
            f"{found.direction:.0f}",
            f"{HALF_95 * found.direction_sd:.1f}",
        ),
        "",
    )


def observation(draft: SunDraft) -> SunObservation:
    """The measurement of a draft; raises InputError."""
    from theodolite.geo import sun

    given: dict[str, float | None] = {}

    def take(key: str, name: str, one: Measured, share: bool = False) -> None:
        given[key] = number(one.value, name)
        if given[key] is None:
            raise InputError(f"{name}: a number is missing.")
        key = "direction" if key == "shadow_direction" else "bearing" if key == "camera_bearing" else key
        tolerance = number(one.tolerance, tr("Tolerance: {name}", name=name))
        given[f"{key}_tolerance"] = tolerance / 100 if tolerance is not None and share else tolerance

    if draft.height_by == "lengths":
        take("height", tr("Object height"), draft.height, share=True)
        take("shadow", tr("Shadow length"), draft.shadow, share=True)
    elif draft.height_by == "elevation":
        take("elevation", tr("Sun elevation"), draft.elevation)
    if draft.way_by == "camera":
        take("camera_bearing", tr("Camera bearing"), draft.bearing)
        take("shadow_direction", tr("Shadow direction"), draft.direction)
    elif draft.way_by == "azimuth":
        take("azimuth", tr("Sun azimuth"), draft.azimuth)
    return sun.observe(**given)


def moment(draft: SunDraft) -> Moment:
    """The time of a draft; raises InputError."""
    from theodolite.geo import sun

    if not draft.time.strip():
        raise InputError("When: a time is missing. Without one, ask for the times at a place instead.")
    return sun.moment(draft.time, draft.zone, number(draft.minutes, tr("Clock tolerance")) or 0.0)


def add_sun(*, desk: Desk, exhibit: str, draft: SunDraft) -> Changes:
    """The drawn or typed measurement as a clue."""
    notes = [PIXELS] if draft.pixels and draft.height_by == "lengths" else []
    if draft.ground and draft.height_by == "lengths":
        notes.append(f"Lengths on level ground in heights of the camera, from the horizon {draft.ground}.")
    notes += ["The time is the one the file claims."] if draft.claimed else []
    return desk.session.add_sun(
        exhibit,
        observation(draft),
        moment(draft),
        strength=draft.strength,
        box=draft.box,
        shape=draft.shape,
        note=" ".join(notes),
    )


def _measured(desk: Desk, source: SunDraft | str) -> SunObservation:
    """From what is typed, or from the clue of that id."""
    from theodolite.geo.shadow import SunObservation

    if isinstance(source, SunDraft):
        return observation(source)
    clue = desk.session.clue(source)
    if not isinstance(clue.reach, SunReach):
        raise InputError(f"Clue {source} is no measurement of the sun.")
    reach = clue.reach
    kept = tuple(row for row in clue.inputs if row[0] not in ("clock", "zone", "clock, 95 %"))
    return SunObservation(reach.elevation, reach.elevation_sd, reach.azimuth, reach.azimuth_sd, kept)


def _asked(place: str, date: str, zone: str) -> tuple[float, float, datetime, datetime]:
    from theodolite.geo import coordinates, sun

    lat, lon = coordinates.parse(place)
    if not date.strip():
        raise InputError("A date is missing. Write 2024-06-21, 2024-06, 2024 or two with a slash.")
    return lat, lon, *sun.span(date, zone, lon)


def possible_times(
    *, desk: Desk, source: SunDraft | str, place: str, date: str, zone: str
) -> tuple[str, tuple[TimeSpan, ...]]:
    """The measurement in words, and when the sun stood so at ``place`` on ``date`` (days of ``zone``)."""
    from theodolite.geo import sun

    seen = _measured(desk, source)
    lat, lon, start, end = _asked(place, date, zone)
    return seen.text, sun.possible_times(lat, lon, start, end, seen)


def keep_times(
    *,
    desk: Desk,
    exhibit: str,
    source: SunDraft | str,
    place: str,
    date: str,
    zone: str,
    strength: Strength = Strength.LIKELY,
) -> Changes:
    """The same times as clues of when."""
    seen = _measured(desk, source)
    lat, lon, start, end = _asked(place, date, zone)
    return desk.session.add_sun_times(exhibit, seen, lat, lon, start, end, strength=strength)
