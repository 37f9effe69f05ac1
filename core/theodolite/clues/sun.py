"""Clues of sun and shadow, measured by a person; every raw input is kept, so that each can be made again.

Each shadow is a root of its own (``sun:<sha256>:<number>``): two shadows in one picture are two measurements,
but share the picture's bytes as origin, so that they do not count as independent for a verification.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from theodolite.clues import record
from theodolite.domain import Box, Clue, Exhibit, Origin, Strength, SunReach, TimeSpan
from theodolite.errors import InputError
from theodolite.geo import clock, sun
from theodolite.geo.coordinates import format_dd
from theodolite.geo.sun import Moment, SunObservation

METHOD = "NREL solar position algorithm"
#: More spans than this are told as one, from the first to the last.
MOST_GAPS = 8


def sun_root(sha256: str, number: int) -> str:
    return f"sun:{sha256}:{number}"


def sun_clue(
    exhibit: Exhibit,
    observation: SunObservation,
    moment: Moment,
    by: str,
    *,
    number: int = 1,
    strength: Strength = Strength.LIKELY,
    box: Box | None = None,
    note: str = "",
) -> Clue:
    """The band of places where the sun stood so at that time. ``number`` counts the shadows of the exhibit.

    Raises InputError when the time is too vague for the measurement.
    """
    reach = sun.reach(observation, moment)
    zone = {"place": "civil time of the place", "unknown": "a clock of unknown zone", "utc": "UTC"}
    said = zone.get(moment.zone, f"UTC{moment.zone}")
    off = f" ± {moment.tolerance_minutes:g} min" if moment.tolerance_minutes else ""
    made = record.clue(
        exhibit,
        "sun.shadow",
        observation=f"Sun at {observation.text} (95 %), {moment.shown:%Y-%m-%d %H:%M}{off}, {said}",
        inference=_where(reach),
        strength=strength,
        method=METHOD,
        root=sun_root(exhibit.sha256, number),
        reach=reach,
        box=box,
        note=note,
        inputs=(
            *observation.inputs,
            ("clock", moment.shown.isoformat(sep=" ")),
            ("zone", moment.zone),
            ("clock, 95 %", f"±{moment.tolerance_minutes:g} min"),
        ),
    )
    return _by(made, by)


def _where(reach: SunReach) -> str:
    if any(at.offset_minutes is not None for at in reach.positions):
        return "a band of places for each time zone"
    return "a band of places" if len(reach.positions) == 1 else "bands of places, one for each possible time"


def sun_time_clues(
    exhibit: Exhibit,
    observation: SunObservation,
    lat: float,
    lon: float,
    start: datetime,
    end: datetime,
    by: str,
    *,
    number: int = 1,
    strength: Strength = Strength.LIKELY,
) -> tuple[Clue, ...]:
    """When the picture can have been taken, if at this place and between ``start`` and ``end`` (UTC).

    The first clue holds the whole span, one more for each gap says when it was not (as between morning and
    afternoon). All share one root. Raises InputError when the sun never stood so in that time.
    """
    spans = sun.possible_times(lat, lon, start, end, observation)
    if not spans:
        raise InputError(
            f"Between {start:%Y-%m-%d} and {end:%Y-%m-%d} the sun never stood at {observation.text} there: "
            "the place, the time or the measurement is wrong."
        )
    where = format_dd(lat, lon)
    inputs = (
        *observation.inputs,
        ("place", where),
        ("from", start.isoformat()),
        ("to", end.isoformat()),
    )
    whole = TimeSpan(spans[0].start, spans[-1].end)
    gaps = sun.gaps(spans) if len(spans) <= MOST_GAPS + 1 else ()
    made = []
    for span in (whole, *gaps):
        words = f"{'' if span.inside else 'not '}{span.start} to {span.end}"
        made.append(
            record.clue(
                exhibit,
                "sun.time",
                observation=f"Sun at {observation.text} (95 %)",
                inference=f"if taken at {where}: {words}",
                strength=strength,
                method=METHOD,
                root=sun_root(exhibit.sha256, number),
                note="" if gaps or len(spans) == 1 else f"{len(spans)} spans between these times fit.",
                when=span,
                inputs=inputs,
            )
        )
    return tuple(_by(clue, by) for clue in made)


def capture_moment(exhibit: Exhibit, tolerance_minutes: float = 0.0) -> Moment | None:
    """What the camera's clock claims: with its offset where the file states one, else of unknown zone."""
    taken = exhibit.metadata.taken_at
    if not taken:
        return None
    try:
        return sun.moment(taken, "", tolerance_minutes)
    except InputError:
        pass
    try:
        return sun.moment(taken, "unknown", tolerance_minutes)
    except InputError:
        return None


def zone_words(moment: Moment) -> str:
    """'UTC+02:00 (37 offsets possible)' for a panel."""
    count = len(clock.offsets(moment))
    return moment.zone if count == 1 else f"{moment.zone} ({count} offsets possible)"


def _by(clue: Clue, by: str) -> Clue:
    """The same clue as the work of a person, who is an origin of it."""
    return replace(
        clue,
        by_person=True,
        method=f"{clue.method}, measured by {by}" if by else clue.method,
        origins=(*clue.origins, *((Origin("person", by),) if by else ())),
    )
