"""Spans of time in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from theodolite.chronology.spans import AHEAD, BEHIND
from theodolite.domain import TimeSpan

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def shown(span: TimeSpan, *, by_day: bool = False) -> str:
    """'22 Oct 2008', 'Oct 2008', '2008 to 2010', 'before 1 Jan 2015', '22 Oct 2008, 14:46:53 UTC'.

    A span as wide as a civil time of unknown zone is shown by that clock. ``by_day``: whole days only.
    """
    try:
        text = _civil(span, by_day) or _utc(span, by_day)
    except OverflowError:  # the first or last day of the calendar
        text = _utc(span, False)
    return text if span.inside else f"not {text}"


def _civil(span: TimeSpan, by_day: bool) -> str:
    """By the calendar or clock of an unknown zone; '' where the span was not made that way."""
    ahead, behind = (AHEAD, BEHIND) if span.inside else (-BEHIND, -AHEAD)
    start = _read(span.start) + ahead if span.start else None
    end = _read(span.end) - behind if span.end else None
    if start is not None and end is not None and end < start:
        return ""
    clock = not (by_day or (_midnight(start) and _midnight(end)))
    if start is None or end is None:
        return "" if clock else _open(start, end)
    if clock:
        if start.date() == end.date():
            times = f"{start:%H:%M:%S}" + ("" if end - start <= _SECOND else f" to {end:%H:%M:%S}")
            return f"{day(start)}, {times} by a clock of unknown zone"
        return f"{day(start)}, {start:%H:%M} to {day(end)}, {end:%H:%M} by a clock of unknown zone"
    last = end - _DAY if _midnight(end) and end > start else end
    return _days(start, last)


def _open(start: datetime | None, end: datetime | None) -> str:
    if start is not None:
        return f"from {day(start)} on"
    if end is None:
        return "any time"
    return f"before {day(end)}" if _midnight(end) else f"not after {day(end)}"


def _days(first: datetime, last: datetime) -> str:
    after = last + _DAY
    if first.date() == last.date():
        return day(first)
    if first.day == 1 and after.day == 1:
        if first.month == 1 and after.month == 1:
            return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return _month(first)
        return f"{_month(first)} to {_month(last)}"
    return f"{day(first)} to {day(last)}"


def _utc(span: TimeSpan, by_day: bool) -> str:
    start, end = (_read(side) if side else None for side in (span.start, span.end))
    if by_day and start is not None and end is not None:
        return _days(start, end)
    if start is None:
        return f"before {day(end)}, {end:%H:%M} UTC" if end is not None else "any time"
    if end is None:
        return f"from {day(start)}, {start:%H:%M} UTC on"
    if end - start <= _SECOND:  # a time in whole seconds is the second that begins with it
        return f"{day(start)}, {start:%H:%M:%S} UTC"
    if start.date() == end.date():
        return f"{day(start)}, {start:%H:%M:%S} to {end:%H:%M:%S} UTC"
    return f"{day(start)}, {start:%H:%M} to {day(end)}, {end:%H:%M} UTC"


def _read(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _midnight(moment: datetime | None) -> bool:
    return moment is None or (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def day(moment: datetime) -> str:
    """'22 Oct 2008' in English, whatever the machine's language."""
    return f"{moment.day} {_month(moment)}"


def _month(moment: datetime) -> str:
    return f"{_MONTHS[moment.month - 1]} {moment.year}"
