"""Dates with the month in letters: '12. März 2019', 'March 12, 2019', '12 มีนาคม 2562'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from theodolite.clues import calendars, monthnames

if TYPE_CHECKING:
    from theodolite.clues.dates import Written

#: Countries that write the month first in English (CLDR long dates of English locales).
_MONTH_FIRST = {"US": 1.0, "PH": 0.9, "CA": 0.6, "PR": 1.0, "GU": 1.0, "VI": 1.0, "AS": 1.0, "MP": 1.0}


@cache
def _pattern() -> regex.Pattern[str]:
    name = f"(?P<name>{monthnames.pattern()})"
    return regex.compile(
        rf"(?<![\p{{L}}\p{{Nd}}.,])(?:(?P<d1>\p{{Nd}}{{1,2}})(?:\.|º|st|nd|rd|th|er)?(?:\s?de|\s?d['’]|-)?\s?"
        rf"{name}\.?(?:\s?del?|,|-)?\s?(?P<y1>\p{{Nd}}{{4}})?"
        rf"|(?P<m2>{monthnames.pattern()})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})"
        rf"|(?P<m3>{monthnames.pattern()})\.?(?:\sde)?,?\s(?P<y3>\p{{Nd}}{{4}}))(?![\p{{L}}\p{{Nd}}:])",
        flags=regex.IGNORECASE,
    )


def _year(text: str, languages: tuple[str, ...]) -> int:
    year = int(calendars.plain_digits(text))
    return year - 543 if 2400 <= year <= 2600 and "th" in languages else year


def worded(text: str) -> Iterator[Written]:
    """Dates whose month is a word. Without a year only a day and an unmistakable month count, undated."""
    from theodolite.clues.dates import Written

    if not regex.search(r"\p{Nd}", text):
        return
    for match in _pattern().finditer(text):
        word = (match["name"] or match["m2"] or match["m3"]).lower().strip(".")
        rows = monthnames.names()[word]
        languages = tuple(sorted({language for language, _ in rows}))
        month = rows[0][1]
        day_text, year_text = match["d1"] or match["d2"], match["y1"] or match["y2"] or match["y3"]
        # 'May 2019' and '12 mar' are too often something else; without a year a full name is asked for.
        if (not day_text or not year_text) and (word in monthnames.COMMON or len(word) < 4):
            continue
        day = int(calendars.plain_digits(day_text)) if day_text else 1
        weights = monthnames.language_countries(languages)
        style = "month in letters"
        if "en" in languages and (match["d1"] or match["d2"]):
            first = bool(match["m2"])
            style = "month first, in English" if first else "day first, in English"
            weights = {
                country: weight * (_MONTH_FIRST.get(country, 0.1) if first else 1.05 - _usual(country))
                for country, weight in weights.items()
            }
        begin = end = None
        if year_text:
            begin = calendars.gregorian(_year(year_text, languages), month, day)
            if begin is None:
                continue
            end = begin if day_text else calendars.month_end(begin)
        elif not 1 <= day <= 31 or calendars.gregorian(2000, month, day) is None:
            continue
        telling = len(languages) == 1 and "en" not in languages
        yield Written(match.group().strip(), style, weights, begin, end, telling=telling)


def _usual(country: str) -> float:
    return 0.9 * _MONTH_FIRST.get(country, 0.0)
