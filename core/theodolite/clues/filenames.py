"""Dates that a file name claims, and the program whose habit such a name is.

Names are chosen by cameras, telephones and services, and by anyone who renames a file. Each pattern says what
its date means: a camera writes when it took the picture, a messenger when it was sent or received.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from theodolite.chronology import local_span, shown, utc_span
from theodolite.clues import record
from theodolite.domain import Clue, Exhibit, Strength, TimeSpan

METHOD = "file name"
_DAY = timedelta(days=1)
#: Earlier names than the oldest digital photographs are numbers, not dates.
FIRST_YEAR = 1990

_DATE = r"(?P<date>(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01]))"
_DAY_FIRST = r"(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>\d{4})"
_TIME = r"(?P<time>(?:[01]\d|2[0-3])[-_.:h]?[0-5]\d(?:[-_.:m]?[0-5]\d)?)"


@dataclass(frozen=True, slots=True)
class Habit:
    """A kind of name. ``sent``: its date is when the picture was sent or received, or saved, not when taken.

    ``utc``: its time is UTC. ``copy``: such a file is what a service or a screen made of a picture.
    ``vague``: the name says a day and not of what, so it bounds no time.
    """

    program: str
    pattern: re.Pattern[str]
    meaning: str
    sent: bool = False
    utc: bool = False
    copy: bool = False
    vague: bool = False


def _habit(program: str, pattern: str, meaning: str, **more: bool) -> Habit:
    return Habit(program, re.compile(pattern, re.IGNORECASE), meaning, **more)


_SENT = "the day it was sent or received"
_SAVED = "when the picture was saved from the program"
_TAKEN = "when the picture was taken"
_SHOWN = "when the screen was copied"
_UNKNOWN = "a day, but not what happened on it"

_SHOT = r"^(?:Screenshot|Screen[ _-]?Shot|Bildschirmfoto|スクリーンショット)"
_CAMERA = r"^(?:IMG|VID|DSC|PANO|BURST|MVIMG|P|DJI|GOPR|REC|Photo|PIC)"

#: The first that fits counts. Sources: the names these programs give, as published in their help pages and
#: seen in files; none of them is a standard, and each may change with a version.
HABITS = (
    _habit("WhatsApp", rf"^(?:IMG|VID|STK)-{_DATE}-WA\d{{4}}", _SENT, sent=True, copy=True),
    _habit("WhatsApp", rf"^WhatsApp (?:Image|Video) {_DATE} at {_TIME}", _SAVED, sent=True, copy=True),
    _habit("Telegram", rf"^(?:photo|video)_(?:\d+@)?{_DATE}[_ -]{_TIME}", _SENT, sent=True, copy=True),
    _habit("Telegram", rf"^(?:photo|video)_(?:\d+@)?{_DAY_FIRST}_{_TIME}", _SENT, sent=True, copy=True),
    _habit("Signal", rf"^signal-{_DATE}(?:[-_]{_TIME})?", _SENT, sent=True, copy=True),
    _habit("Instagram", rf"^Instagram[ _-]{_DATE}", _SAVED, sent=True, copy=True),
    _habit("Snapchat", rf"^Snapchat-{_DATE}", _SAVED, sent=True, copy=True),
    _habit("a screenshot", rf"{_SHOT}[ _-]*(?:from |vom )?{_DATE}(?:(?: at | um |[ _-]+){_TIME})?", _SHOWN,
           sent=True, copy=True),
    _habit("a Pixel telephone", rf"^PXL_{_DATE}_(?P<time>\d{{6}})\d{{3}}", _TAKEN, utc=True),
    _habit("a camera or telephone", rf"{_CAMERA}[-_ ]?{_DATE}(?:[-_ T]*{_TIME}\d{{0,3}})?(?!\d)", _TAKEN),
    _habit("a camera or telephone", rf"^{_DATE}[-_ T]+{_TIME}(?!\d)", _TAKEN),
    _habit("nobody in particular", rf"(?<!\d){_DATE}(?:[-_ T]+{_TIME})?(?!\d)", _UNKNOWN, vague=True),
)  # fmt: skip

#: Names without a date that a service gives.
PLATFORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Facebook", re.compile(r"^\d{5,}_\d{8,}_\d{8,}_[nobstaq](?:\.|_|$)", re.IGNORECASE)),
    ("Facebook", re.compile(r"^FB_IMG_\d{10,13}", re.IGNORECASE)),
    ("X", re.compile(r"^[A-Z][\w-]{14}(?:\.(?:jpe?g|png|webp))?[-_:](?:large|orig|small|4096x4096)(?:\.|$)")),
    ("Messenger", re.compile(r"^(?:received|inbound)_\d{8,}", re.IGNORECASE)),
    ("WeChat", re.compile(r"^mmexport\d{13}", re.IGNORECASE)),
    ("Viber", re.compile(r"^viber_(?:image|изображение)", re.IGNORECASE)),
    ("Line", re.compile(r"^LINE_(?:ALBUM_|P20)", re.IGNORECASE)),
    ("a screenshot", re.compile(_SHOT, re.IGNORECASE)),
)  # fmt: skip

#: Milliseconds or seconds since 1970 in a name, with the program that writes them.
_STAMPS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("WeChat", re.compile(r"^mmexport(?P<stamp>1\d{12})", re.IGNORECASE), 1e-3),
    ("Facebook", re.compile(r"^FB_IMG_(?P<stamp>1\d{12})", re.IGNORECASE), 1e-3),
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name claims: ``day``, and ``clock`` with a time of day; the rest as in :class:`Habit`."""

    program: str
    meaning: str
    sent: bool
    day: datetime
    clock: datetime | None
    utc: bool = False
    vague: bool = False

    @property
    def span(self) -> TimeSpan | None:
        """When the picture can have been taken if the name is true: a sent picture not after it was sent."""
        if self.vague:
            return None
        build: Callable[[datetime | None, datetime | None], TimeSpan] = utc_span if self.utc else local_span
        if self.clock is not None:
            start, end = self.clock, self.clock + timedelta(seconds=1)
        else:
            start, end = self.day, self.day + _DAY
        if self.utc:
            start, end = start.replace(tzinfo=UTC), end.replace(tzinfo=UTC)
        return build(None if self.sent else start, end)

    @property
    def text(self) -> str:
        moment = self.clock or self.day
        date = f"{moment:%Y-%m-%d}" if self.clock is None else f"{moment:%Y-%m-%d %H:%M:%S}"
        return f"{date}{' UTC' if self.utc else ''}"


def dated(name: str) -> Named | None:
    """The date a file name claims, by the most specific habit; None without one."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    for program, pattern, factor in _STAMPS:
        if match := pattern.match(stem):
            at = datetime.fromtimestamp(int(int(match["stamp"]) * factor), UTC).replace(tzinfo=None)
            return Named(program, _SAVED, True, at, at, True)
    for habit in HABITS:
        match = habit.pattern.search(stem)
        if match is None:
            continue
        day = _day(match.groupdict())
        if day is not None:
            clock = _clock(day, match)
            return Named(habit.program, habit.meaning, habit.sent, day, clock, habit.utc, habit.vague)
    return None


def platform(name: str) -> str:
    """The program that makes copies under such names; '' for none we know."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    for habit in HABITS:
        if habit.copy and habit.pattern.search(stem):
            return habit.program
    return next((program for program, pattern in PLATFORMS if pattern.search(stem)), "")


def _day(groups: dict[str, str | None]) -> datetime | None:
    if text := groups.get("date"):
        digits = re.sub(r"\D", "", text)
        parts = (int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    else:
        parts = tuple(int(groups[key] or 0) for key in ("year", "month", "day"))  # type: ignore[assignment]
    try:
        found = datetime(*parts)  # noqa: DTZ001 - what a name says has no zone
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None


def _clock(day: datetime, match: re.Match[str]) -> datetime | None:
    text = match.groupdict().get("time")
    digits = re.sub(r"\D", "", text or "")
    if len(digits) < 4:
        return None
    hour, minute, second = int(digits[:2]), int(digits[2:4]), int(digits[4:6] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return day.replace(hour=hour, minute=minute, second=second)


def filename_clues(exhibit: Exhibit) -> list[Clue]:
    """The time that the name claims; a record says so where it claims none."""
    found = dated(exhibit.name)
    if found is None or found.day.date() > _added(exhibit):
        return [record.nothing(exhibit, "filename", "The file name claims no date", method=METHOD)]
    span = found.span
    inference = f"the name claims {found.meaning}"
    if found.sent and span is not None:
        inference += f"; if so it was taken {shown(span, by_day=True)}"
    return [
        record.clue(
            exhibit,
            "file.name_date",
            observation=f"The file name {exhibit.name!r} claims {found.text}"
            + ("" if found.vague else f", as {found.program} writes it"),
            inference=inference,
            strength=Strength.WEAK,
            method=METHOD,
            root=f"name:{exhibit.sha256}",
            when=span,
            note="anyone can rename a file, and programs name copies by the clock of the machine",
        )
    ]


def _added(exhibit: Exhibit) -> date:
    """The day after the exhibit was taken into custody: a later date is a number, not a date."""
    try:
        return (datetime.fromisoformat(exhibit.added_utc) + _DAY).date()
    except (ValueError, OverflowError):
        return date.max
