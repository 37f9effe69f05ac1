"""A time as a person types it: 'before 2015', 'northern summer 2019', 'between 2008-10-22 and 1 May 2009'.

What can be read in two ways is asked, never guessed: the order of day and month, the hemisphere of a season,
the year of a winter. Times without a zone are of an unknown zone (spans.local_span).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from theodolite.chronology.spans import local_span, utc_span
from theodolite.domain import TimeSpan
from theodolite.errors import InputError

EXAMPLES = "2008-10-22 · Oct 2008 · before 2015 · between 2008 and 2010 · northern summer 2019 · not in 2012"

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
#: First month of each season north of the equator (meteorological seasons, three whole months).
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS) + "|sept"
_ZONE = r"(?P<zone>\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?"
_CLOCK = rf"(?:[t ,]+(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}}))?{_ZONE})?"
_DAYS = (
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_CLOCK}",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<name>{_MONTH})\.?,?\s+(?P<year>\d{{4}}){_CLOCK}",
    rf"(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}",
)
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_SEASON = re.compile(
    r"(?:(?P<before>northern|southern)\s+)?(?P<season>spring|summer|autumn|fall|winter)"
    r"(?:\s+(?:of\s+)?(?P<year>\d{4})(?:\s*[/–-]\s*(?P<next>\d{2}|\d{4}))?)?"
    r"(?:[\s,(]+(?:in\s+the\s+)?(?P<after>north|south|northern|southern)(?:ern)?(?:\s+hemisphere)?\)?)?"
)

Local = tuple[datetime, datetime, bool]  # first moment, first moment after it, whether it is UTC


def parse_span(text: str, hemisphere: str = "") -> TimeSpan:
    """The span that ``text`` names; raises InputError with what is missing or ambiguous.

    ``hemisphere``: 'north' or 'south' for seasons that do not say it themselves.
    """
    said = " ".join(text.strip().rstrip(".").replace("\u2013", "-").split()).lower()
    if not said:
        raise InputError(f"Say a time. For example: {EXAMPLES}")
    for pattern, build in (
        (r"between (?P<a>.+?) and (?P<b>.+)", _from_to),
        (r"from (?P<a>.+?) (?:to|until|till) (?P<b>.+)", _from_to),
        (r"(?:not before|no earlier than|since|from)(?: the)? (?P<a>.+?)(?: on)?", _not_before),
        (r"(?:not after|no later than|until|till|up to|by)(?: the)? (?P<a>.+)", _not_after),
        (r"(?:before|earlier than)(?: the)? (?P<a>.+)", _before),
        (r"(?:after|later than)(?: the)? (?P<a>.+)", _after),
        (r"not (?:in |on |during )?(?:the )?(?P<a>.+)", _outside),
        (r"(?P<a>.+?) (?:to|until|till|-) (?P<b>.+)", _from_to),
        (r"(?:in |on |during )?(?:the )?(?P<a>.+)", _inside),
    ):
        match = re.fullmatch(pattern, said)
        if match is not None:
            try:
                parts = [_period(part, hemisphere) for part in match.groupdict().values()]
                return build(*parts)
            except OverflowError as error:
                raise InputError("The calendar used here runs from the year 1 to 9999.") from error
    raise InputError(f"I did not understand the time {text!r}. For example: {EXAMPLES}")


def _span(start: Local | None, end: Local | None, *, inside: bool = True) -> TimeSpan:
    """From the beginning of ``start`` to the end of ``end``."""
    return _joined(start and (start[0], start[2]), end and (end[1], end[2]), inside)


def _joined(
    start: tuple[datetime, bool] | None, end: tuple[datetime, bool] | None, inside: bool = True
) -> TimeSpan:
    sides = []
    for number, side in enumerate((start, end)):
        if side is None:
            sides.append("")
            continue
        moment, is_utc = side
        start_, end_ = (moment, None) if number == 0 else (None, moment)
        span = utc_span(start_, end_, inside) if is_utc else local_span(start_, end_, inside)
        sides.append(span.start if number == 0 else span.end)
    if all(sides) and sides[0] > sides[1]:
        if inside:
            raise InputError("That time ends before it begins.")
        raise InputError("That time is too short to be excluded without its time zone: give it with UTC.")
    return TimeSpan(sides[0], sides[1], inside)


def _from_to(first: Local, last: Local) -> TimeSpan:
    if last[1] <= first[0]:
        raise InputError("That time ends before it begins.")
    return _span(first, last)


def _not_before(period: Local) -> TimeSpan:
    return _span(period, None)


def _not_after(period: Local) -> TimeSpan:
    return _span(None, period)


def _before(period: Local) -> TimeSpan:
    return _joined(None, (period[0], period[2]))


def _after(period: Local) -> TimeSpan:
    return _joined((period[1], period[2]), None)


def _outside(period: Local) -> TimeSpan:
    return _span(period, period, inside=False)


def _inside(period: Local) -> TimeSpan:
    return _span(period, period)


# --- one period -----------------------------------------------------------------------------------------


def _period(text: str, hemisphere: str) -> Local:
    """A day, a time of day, a month, a season, a year or a decade."""
    text = text.strip(" ,")
    if match := re.fullmatch(r"\d{4}", text):
        return _years(int(text), 1)
    if match := re.fullmatch(r"(?:the )?(\d{3}0)s", text):
        return _years(int(match[1]), 10)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
        return _month(int(match[1]), int(match[2]))
    if match := re.fullmatch(rf"(?P<name>{_MONTH})\.?,? (?:of )?(?P<year>\d{{4}})", text):
        return _month(int(match["year"]), _number(match["name"]))
    for pattern in _DAYS:
        if match := re.fullmatch(pattern, text):
            return _day(match)
    if match := _SEASON.fullmatch(text):
        return _season(match, hemisphere)
    if match := _NUMERIC.fullmatch(text):
        return _numeric(*(int(part) for part in match.groups()))
    if re.match(r"(?:about|around|circa|ca\.?|roughly)\b", text):
        raise InputError("Say how far it may be off: between 2014 and 2016, for instance.")
    raise InputError(f"I did not understand the time {text!r}. For example: {EXAMPLES}")


def _first(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    """A reading of a clock; no time zone is meant."""
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
    except ValueError as error:
        raise InputError(f"There is no such time: {error}.") from error


def _years(year: int, count: int) -> Local:
    return _first(year), _first(year + count), False


def _month(year: int, month: int, count: int = 1) -> Local:
    start = _first(year, month)
    later = month - 1 + count
    return start, _first(year + later // 12, later % 12 + 1), False


def _number(name: str) -> int:
    return next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))


def _day(match: re.Match[str]) -> Local:
    parts = match.groupdict()
    month = _number(parts["name"]) if parts.get("name") else int(parts["month"])
    start = _first(int(parts["year"]), month, int(parts["day"]))
    if parts["hour"] is None:
        return start, start + timedelta(days=1), False
    second = parts["second"]
    at = _first(
        start.year, start.month, start.day, int(parts["hour"]), int(parts["minute"]), int(second or 0)
    )
    end = at + (timedelta(0) if second else timedelta(minutes=1))
    zone = (parts["zone"] or "").strip().replace(":", "")
    if not zone:
        return at, end, False
    if zone[0] not in "+-":
        return at.replace(tzinfo=UTC), end.replace(tzinfo=UTC), True
    hours, minutes = int(zone[1:3]), int(zone[3:5])
    if hours > 14 or minutes > 59:
        raise InputError(f"There is no time zone {zone}.")
    offset = timedelta(hours=hours, minutes=minutes) * (1 if zone[0] == "+" else -1)
    fixed = timezone(offset)
    return at.replace(tzinfo=fixed).astimezone(UTC), end.replace(tzinfo=fixed).astimezone(UTC), True


def _numeric(first: int, second: int, year: int) -> Local:
    if first <= 12 and second <= 12 and first != second:
        one, other = (f"{year}-{m:02}-{d:02}" for m, d in ((second, first), (first, second)))
        raise InputError(f"Day or month first? Write {one} or {other}.")
    month, day = (second, first) if second <= 12 else (first, second)
    start = _first(year, month, day)
    return start, start + timedelta(days=1), False


def _season(match: re.Match[str], hemisphere: str) -> Local:
    season, year, following = match["season"], match["year"], match["next"]
    half = (match["before"] or match["after"] or hemisphere).lower()[:5]
    if not year:
        raise InputError(f"Say the year of that {season}: northern {season} 2019, for instance.")
    if half not in ("north", "south"):
        months = {"north": _SEASONS[season], "south": (_SEASONS[season] + 5) % 12 + 1}
        said = " and ".join(
            f"{_MONTHS[first - 1].capitalize()} to {_MONTHS[(first + 1) % 12].capitalize()} {half_}"
            for half_, first in months.items()
        )
        raise InputError(
            f"A {season} is {said} of the equator: write northern {season} {year} "
            f"or southern {season} {year}."
        )
    first = _SEASONS[season] if half == "north" else (_SEASONS[season] + 5) % 12 + 1
    start_year = int(year)
    if first == 12:
        if following is None:
            short = f"{(start_year + 1) % 100:02}"
            raise InputError(
                f"That {season} begins in December: write {season} {start_year - 1}/{start_year % 100:02} "
                f"or {season} {start_year}/{short}."
            )
        if int(following) % 100 != (start_year + 1) % 100:
            raise InputError(f"A {season} lies in two years that follow each other.")
    elif following is not None:
        raise InputError(f"That {season} lies in one year.")
    return _month(start_year, first, 3)
