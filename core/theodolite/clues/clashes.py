"""Times that contradict each other. Pure rules over what a file claims; nothing here says which is wrong.

A satellite receiver writes the time of its fix, which is the moment of the picture or some time before it:
between the two a quarter of an hour is allowed (corpora: from 0 s to 2 min 26 s), the other way two
minutes, for the camera's clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from theodolite.clues import moments
from theodolite.clues.moments import Moment
from theodolite.domain import Exhibit, Strength
from theodolite.errors import InputError
from theodolite.evidence.times import iso_time
from theodolite.geo import clock

FIX_AGE = timedelta(minutes=15)
CLOCK_AHEAD = timedelta(minutes=2)
_DAY = timedelta(days=1)
_ROLLOVER = timedelta(weeks=1024)
_ROUNDING = timedelta(seconds=2)  # FAT file systems keep even seconds
_SAME = timedelta(seconds=60)
_FIRST_GPS = datetime(1990, 1, 1, tzinfo=UTC)
_FIRST_DIGITAL = 1990


@dataclass(frozen=True, slots=True)
class Clash:
    """``what``: the last part of the clue's kind; ``innocent``: how it comes about without anyone's doing."""

    what: str
    observation: str
    inference: str
    innocent: str
    strength: Strength
    inputs: tuple[tuple[str, str], ...] = ()


def times(exhibit: Exhibit, zone: str = "") -> list[Clash]:
    """Every contradiction between the times of ``exhibit``.

    ``zone``: IANA name of the time zone at the claimed place, '' when not known.
    """
    metadata = exhibit.metadata
    taken, gps = moments.read(metadata.taken_at), moments.read(metadata.gps_utc)
    found = list(_satellite(gps, taken, exhibit))
    if taken is None:
        return found
    quarrel = list(_against_satellite(taken, gps)) if gps is not None else []
    found += quarrel
    if not str(metadata.taken_at).endswith("Z"):
        # "Z" is an instant in UTC, as every video container states it, and no clock's zone.
        found += _against_zone(taken, gps, zone)
    fix = gps.earliest if gps is not None and not quarrel else taken.earliest
    found += _against_file(exhibit, taken, max(fix, taken.earliest))
    found += _within(exhibit, taken)
    return found


def offset_between(taken: Moment, gps: Moment) -> tuple[timedelta | None, int]:
    """(the clock's offset from UTC, days by which the GPS date is late) that make both times right.

    The offset is None when none in civil use does, not even with the date left aside.
    """
    for days in (0, 1, -1):
        offset = _civil(taken, taken.local - gps.local + days * _DAY)
        if offset is not None:
            return offset, days
    return None, 0


def _civil(taken: Moment, difference: timedelta) -> timedelta | None:
    """The offset in civil use that explains ``difference``, allowing for the age of the fix."""
    for minutes in clock.civil_offsets(taken.local):
        if _fits(difference - timedelta(minutes=minutes)):
            return timedelta(minutes=minutes)
    return None


def _fits(late: timedelta) -> bool:
    return -CLOCK_AHEAD <= late <= FIX_AGE


def _satellite(gps: Moment | None, taken: Moment | None, exhibit: Exhibit) -> Iterator[Clash]:
    """A satellite time in the future or before there were receivers in cameras."""
    if gps is None:
        return
    added = moments.read(exhibit.added_utc)
    future = added is not None and gps.earliest > added.latest
    if not future and gps.earliest >= _FIRST_GPS:
        return
    rolled = gps.local + _ROLLOVER
    weeks = ""
    if taken is not None and abs(rolled - taken.local) < 2 * _DAY:
        weeks = " 1024 weeks later it agrees with the camera's clock: the receiver's week number ran over."
    when = "lies after the file was taken in" if future else "is older than any receiver in a camera"
    yield Clash(
        "gps-time",
        f"GPS time claimed: {gps.local:%Y-%m-%d %H:%M:%S} UTC; it {when}",
        "the satellite time cannot be that of the picture",
        f"Receivers count weeks and start again after 1024; before a fix they show any date.{weeks}",
        Strength.LIKELY,
    )


def _against_satellite(taken: Moment, gps: Moment) -> Iterator[Clash]:
    inputs = (("camera", moments.shown(taken)), ("satellites", f"{gps.local:%Y-%m-%d %H:%M:%S} UTC"))
    if taken.offset is not None:
        late = taken.earliest - gps.earliest
        if _fits(late):
            return
        said = f"they are {moments.words(late)} apart"
    else:
        offset, days = offset_between(taken, gps)
        if offset is not None and days == 0:
            return
        if offset is None:
            said = "no time zone makes both right"
        else:
            zone = moments.offset_text(offset)
            which = "later" if days > 0 else "earlier"
            said = f"the times of day fit {zone}, but the GPS date is one day {which}"
    yield Clash(
        "time-gps",
        f"Time claimed {moments.shown(taken)}, GPS time claimed {gps.local:%Y-%m-%d %H:%M:%S} UTC: {said}",
        "at least one of the two clocks was wrong or was written later; which one is not known",
        "A camera's clock set by hand, a stale fix, or a receiver that had not yet learned the date.",
        Strength.LIKELY,
        inputs,
    )


def _against_zone(taken: Moment, gps: Moment | None, zone: str) -> Iterator[Clash]:
    """The camera's clock against the clocks of the claimed place."""
    offset = taken.offset
    if offset is None and gps is not None:
        offset, _ = offset_between(taken, gps)
    if not zone or offset is None:
        return
    instant = taken.local.replace(tzinfo=UTC) - offset
    try:
        there = timedelta(minutes=clock.offsets_at((zone,), moments.stamp(instant))[0])
    except InputError:
        return
    if there == offset:
        return
    kept, local = moments.offset_text(offset), moments.offset_text(there)
    yield Clash(
        "zone",
        f"Time claimed {taken.local:%Y-%m-%d %H:%M:%S} by a clock at {kept}; {zone} had {local} at that time",
        "the camera's clock did not show the time of the claimed place",
        "A traveller's camera often keeps the time of home, and few people set it for summer time.",
        Strength.WEAK,
        (("clock", kept), ("zone of the place", zone), ("its offset", local)),
    )


def _against_file(exhibit: Exhibit, taken: Moment, first: datetime) -> Iterator[Clash]:
    """The claimed time against that of the file and of intake; ``first``: the earliest it can have been."""
    added = moments.read(exhibit.added_utc)
    if added is not None and taken.earliest > added.latest:
        yield Clash(
            "time-future",
            f"Time claimed {moments.shown(taken)}: after the file was taken in ({exhibit.added_utc})",
            "the camera's clock was wrong or the time was written later",
            "A clock set by hand; also this computer's own clock, if it is slow.",
            Strength.LIKELY,
        )
        return
    written = moments.read(exhibit.file_time)
    if written is None or written.latest + _ROUNDING >= first:
        return
    yield Clash(
        "time-file",
        f"Time claimed {moments.shown(taken)}, but the file was last changed {exhibit.file_time}, "
        f"{moments.words(first - written.earliest)} before any reading of it",
        "the claimed time and the time of the file cannot both be right",
        "A memory card keeps local time without a zone, and copying tools may set a file's time.",
        Strength.WEAK,
        (("file", exhibit.file_time), ("claimed", moments.shown(taken))),
    )


def _within(exhibit: Exhibit, taken: Moment) -> Iterator[Clash]:
    metadata = exhibit.metadata
    if taken.local.year < _FIRST_DIGITAL:
        yield Clash(
            "time-early",
            f"Time claimed {moments.shown(taken)}: before digital cameras wrote such times",
            "the camera's clock was never set, or the time was typed in",
            "The scan of an old picture may well carry the date of the picture.",
            Strength.WEAK,
        )
    changed = moments.read(metadata.modified_at)
    if changed is not None and changed.latest < taken.earliest:
        yield Clash(
            "time-order",
            f"Time claimed {moments.shown(taken)}, but last changed {moments.shown(changed)}, before that",
            "a file cannot have been changed before it was taken: one of the times is wrong",
            "A computer's or a camera's clock set by hand.",
            Strength.LIKELY,
        )
    digitised = moments.read(metadata.digitised_at)
    if digitised is not None and _apart(digitised, taken):
        yield Clash(
            "time-digitised",
            f"Time claimed {moments.shown(taken)}, but digitised {moments.shown(digitised)}",
            "a digital camera writes both at once: a scan, or one of them was changed",
            "Scans, and programs that correct a wrong clock in one field only.",
            Strength.WEAK,
        )
    for name, text in _elsewhere(exhibit):
        other = moments.read(text)
        if other is not None and _apart(other, taken):
            yield Clash(
                "time-differs",
                f"Time claimed {moments.shown(taken)} in EXIF, {moments.shown(other)} in {name}",
                "the file names two times for one picture; EXIF's is used",
                "Programs that correct or convert a time in one place only.",
                Strength.WEAK,
            )


def _apart(first: Moment, second: Moment) -> bool:
    """No reading of the two is within a minute of the other; two clocks without a zone are one clock."""
    if first.offset is None and second.offset is None:
        return abs(first.local - second.local) > _SAME
    return first.latest + _SAME < second.earliest or second.latest + _SAME < first.earliest


def _elsewhere(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """The time of taking as XMP and IPTC state it, beside the one in use."""
    fields = dict(exhibit.metadata.fields)
    if "EXIF DateTimeOriginal" not in fields and "Image DateTimeOriginal" not in fields:
        return
    for name in ("XMP exif:DateTimeOriginal", "XMP photoshop:DateCreated"):
        if moment := iso_time(fields.get(name, "")):
            yield name.replace(" ", "'s ", 1), moment
            return
    date, time = fields.get("IPTC DateCreated", ""), fields.get("IPTC TimeCreated", "")
    if len(date) == 8 and date.isdigit() and len(time) >= 6 and time[:6].isdigit():
        clocked = f"{date[:4]}-{date[4:6]}-{date[6:]} {time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}"
        if moment := iso_time(clocked):
            yield "IPTC", moment
