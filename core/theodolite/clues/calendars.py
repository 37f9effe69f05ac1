"""Calendars written on signs, as days of the Gregorian calendar; digits of other scripts as 0 to 9.

Buddhist years (Thailand) are 543 ahead, Minguo years (Taiwan) 1911 behind, Japanese years count from the
first year of an era. Solar Hijri (Iran, Afghanistan) follows the 33-year rule of leap years, which agrees
with the observed calendar from 1244 to 1472 (1865 to 2093).
"""

from __future__ import annotations

import calendar
import unicodedata
from datetime import date, timedelta

#: Japanese eras: (Han name, letter on forms, first Gregorian year, last or 0).
ERAS = (
    ("令和", "R", 2019, 0),
    ("平成", "H", 1989, 2019),
    ("昭和", "S", 1926, 1989),
    ("大正", "T", 1912, 1926),
    ("明治", "M", 1868, 1912),
)

#: First day of the year 1 by the 33-year rule, counted back from today's calendar: 21 March 622.
_HIJRI = date(622, 3, 21).toordinal()
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))


def plain_digits(text: str) -> str:
    """Every decimal digit of any script as an ASCII digit, character for character."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def digit_script(text: str) -> str:
    """'ARABIC-INDIC', 'EXTENDED ARABIC-INDIC', 'THAI' ... of the first digit that is not ASCII, else ''."""
    for character in text:
        if character.isdecimal() and not character.isascii():
            return unicodedata.name(character).partition(" DIGIT ")[0]
    return ""


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day, or None for one that does not exist or lies outside 1800 to 2100."""
    if not 1800 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def solar_hijri(year: int, month: int, day: int) -> date | None:
    """A day of the Solar Hijri calendar; None where it does not exist or lies outside 1244 to 1472."""
    length = 31 if month <= 6 else 30 if month < 12 or year % 33 in _LEAP else 29
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= length):
        return None
    cycles, rest = divmod(year - 1, 33)
    leaps = 8 * cycles + sum(1 for leap in _LEAP if leap <= rest)
    before = 31 * min(month - 1, 6) + 30 * max(0, month - 7)
    return date.fromordinal(_HIJRI + 365 * (year - 1) + leaps + before + day - 1)


def japanese(era: str, year: int, month: int, day: int) -> date | None:
    """A day of a Japanese era; ``era`` is its Han name or letter. None beyond the era's years."""
    for name, letter, first, last in ERAS:
        if era in (name, letter):
            western = first + year - 1
            if year < 1 or (last and western > last):
                return None
            return gregorian(western, month, day)
    return None


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def span(first: date, last: date) -> tuple[str, str]:
    """From the start of ``first`` to the end of ``last`` wherever on Earth, UTC (zones run -12 to +14)."""
    start = f"{first - timedelta(days=1)}T10:00:00Z"
    end = f"{last + timedelta(days=1)}T12:00:00Z"
    return start, end
