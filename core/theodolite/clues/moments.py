"""When a claimed time can have been, as a span of UTC.

A camera's clock without a zone may be anywhere: civil offsets run from -12 to +14 hours (tzdata), so the
instant lies between 14 hours before and 12 hours after the reading taken as UTC. With a stated offset it is
as exact as it is written: a time in whole seconds is the second that begins with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from theodolite.domain import TimeSpan

EAST = timedelta(hours=14)
WEST = timedelta(hours=12)
_FRACTION = re.compile(r"\.(\d+)")


@dataclass(frozen=True, slots=True)
class Moment:
    """``local``: what the clock showed; ``offset``: its distance from UTC where stated; both ends in UTC."""

    local: datetime
    offset: timedelta | None
    earliest: datetime
    latest: datetime

    @property
    def span(self) -> TimeSpan:
        return TimeSpan(stamp(self.earliest), stamp(self.latest))


def read(text: str | None) -> Moment | None:
    """A time as ``Metadata`` holds it; None for '' and what is no time."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    width = timedelta(seconds=1)
    if match := _FRACTION.search(text or ""):
        width = timedelta(microseconds=max(1, 10 ** (6 - min(6, len(match[1])))))
    local, offset = found.replace(tzinfo=None), found.utcoffset()
    try:
        instant = local.replace(tzinfo=UTC) - (offset or timedelta())
        if offset is not None:
            return Moment(local, offset, instant, instant + width)
        return Moment(local, None, instant - EAST, instant + WEST + width)
    except OverflowError:  # the first day of the year 1
        return None


def stamp(moment: datetime) -> str:
    """'2008-10-22T14:46:53Z', with decimals only where they say something."""
    spec = "microseconds" if moment.microsecond else "seconds"
    text = moment.astimezone(UTC).isoformat(timespec=spec).replace("+00:00", "")
    return (text.rstrip("0") if "." in text else text) + "Z"


def shown(moment: Moment) -> str:
    """'2008-10-22 16:46:53, zone unknown' or '..., UTC+02:00 as stated'."""
    clock = moment.local.isoformat(
        sep=" ", timespec="milliseconds" if moment.local.microsecond else "seconds"
    )
    if moment.offset is None:
        return f"{clock}, zone unknown"
    return f"{clock}, {offset_text(moment.offset)} as stated"


def offset_text(offset: timedelta) -> str:
    """'UTC+05:30'."""
    minutes = round(offset.total_seconds() / 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def words(distance: timedelta) -> str:
    """A distance in time for people: '1 day 2 h', '92 s', '3 h 5 min'."""
    seconds = abs(distance.total_seconds())
    if seconds < 120:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    days, minutes = divmod(minutes, 1440)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{days} day{'s' if days > 1 else ''}" if days else "", f"{hours} h" if hours else ""]
    parts.append(f"{minutes} min" if minutes and days < 30 else "")
    return " ".join(part for part in parts if part)
