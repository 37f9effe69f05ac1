"""Intervals of time: spans as clues carry them, windows as they are computed with.

A clock or a calendar of unknown zone is some civil time of the world, which runs from UTC+14 to UTC-12
(tz database): "22 October" began at 21 October 10:00 UTC at the earliest and ended at 23 October 12:00 UTC at
the latest. A span is always wide enough for that.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from theodolite.domain import TimeSpan
from theodolite.errors import InputError

AHEAD = timedelta(hours=14)
BEHIND = timedelta(hours=12)

#: First and last second since 1970-01-01 UTC, or minus and plus infinity where open.
Window = tuple[float, float]
EVER: Window = (-math.inf, math.inf)


def utc_span(start: datetime | None, end: datetime | None, inside: bool = True) -> TimeSpan:
    """A span between two instants (with a zone); None is open."""
    return TimeSpan(_iso(start), _iso(end), inside)


def local_span(start: datetime | None, end: datetime | None, inside: bool = True) -> TimeSpan:
    """A span between two readings of a clock whose zone nobody states; None is open.

    What is *not* inside is narrowed instead of widened: only what holds in every zone is excluded.
    """
    ahead, behind = (AHEAD, BEHIND) if inside else (-BEHIND, -AHEAD)
    return TimeSpan(_iso(_moved(start, -ahead)), _iso(_moved(end, behind)), inside)


def _moved(moment: datetime | None, by: timedelta) -> datetime | None:
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=UTC) + by
    except OverflowError:
        return None


def _iso(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def bounds(span: TimeSpan) -> Window:
    """Seconds since 1970; raises InputError for a time that is none, or an end before its start."""
    low = _seconds(span.start) if span.start else -math.inf
    high = _seconds(span.end) if span.end else math.inf
    if low > high:
        raise InputError(f"The time from {span.start} to {span.end} ends before it begins.")
    return low, high


def _seconds(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is not a time.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def span_of(window: Window) -> TimeSpan:
    """The inverse of :func:`bounds`, to the microsecond."""
    return TimeSpan(_iso(_moment(window[0])), _iso(_moment(window[1])))


def _moment(seconds: float) -> datetime | None:
    if not math.isfinite(seconds):
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def windows(spans: Iterable[TimeSpan]) -> tuple[Window, ...]:
    """All times that every span allows, as disjoint windows in order; () when they cannot all be true.

    An instant is excluded with the ends of what is excluded; a window keeps its own ends.
    """
    kept = list(spans)
    low, high = EVER
    for span in kept:
        if span.inside:
            start, end = bounds(span)
            low, high = max(low, start), min(high, end)
    if low > high:
        return ()
    found = [(low, high)]
    for start, end in sorted(bounds(span) for span in kept if not span.inside):
        found = [piece for window in found for piece in _without(window, start, end)]
    return tuple(found)


def _without(window: Window, start: float, end: float) -> list[Window]:
    low, high = window
    if low == high:
        return [] if start <= low <= end else [window]
    if end <= low or start >= high:
        return [window]
    pieces = []
    if low < start:
        pieces.append((low, start))
    if end < high:
        pieces.append((end, high))
    return pieces
