"""Dates in the text: what their order, marks, calendar and month names say about the country, and when.

A date in a picture is that of an event, a founding, an inspection or a price list as often as that of the
picture. Only a stamp with a time of day, as cameras print it, is taken for the time of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from theodolite.clues import calendars, monthnames, record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.domain import Strength, TimeSpan

METHOD = "date formats (CLDR)"
KIND = "text.date"

_IRAN = {"IR": 1.0, "AF": 0.5}

#: Where digits of a script are written on signs (CLDR default and native numbering systems).
_DIGITS = {
    "ARABIC-INDIC": "EG SA IQ SY SD YE JO:0.8 OM:0.8 KW:0.8 LB:0.7 QA:0.6 BH:0.6 AE:0.5 PS:0.6 LY:0.3",
    "EXTENDED ARABIC-INDIC": "IR AF PK:0.3",
    "DEVANAGARI": "NP IN:0.7",
    "BENGALI": "BD IN:0.3",
    "THAI": "TH",
    "KHMER": "KH",
    "LAO": "LA",
    "MYANMAR": "MM",
    "TIBETAN": "CN BT",
}
_BEFORE = r"(?<![\p{L}\p{Nd}./:,+-]|\p{Nd}\s)"
_AFTER = r"(?![\p{L}\p{Nd}/:+-]|[.,]\p{Nd}|\s\p{Nd}{3,})"
_CLOCK = r"(?P<clock>[T\s]{0,2}(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[AP]M)?)?"

_NUMERIC = regex.compile(
    _BEFORE
    + r"(?:(?P<y1>\p{Nd}{4})\s?(?P<s1>[./-])\s?(?P<m1>\p{Nd}{1,2})\s?(?P=s1)\s?(?P<d1>\p{Nd}{1,2})\.?"
    + r"|(?P<a>\p{Nd}{1,2})\s?(?P<s2>[./-])\s?(?P<b>\p{Nd}{1,2})\s?(?P=s2)\s?(?P<y2>\p{Nd}{4}))"
    + _CLOCK
    + r"(?![\p{L}\p{Nd}/+-]|[.,]\p{Nd})"
)
_ERA = "|".join(name for name, _, _, _ in calendars.ERAS)
_EAST = regex.compile(
    rf"(?P<era>{_ERA}|中華民國|中华民国|民國|民国|西暦)?\s?(?P<y>\d{{1,4}}|元)\s?年\s?(?P<m>\d{{1,2}})\s?月"
    r"(?:\s?(?P<d>\d{1,2})\s?[日号號])?"
)
_ERA_YEAR = regex.compile(rf"(?P<era>{_ERA}|中華民國|民國)\s?(?P<y>\d{{1,3}}|元)\s?年(?!\s?\d{{1,2}}\s?月)")
_KOREAN = regex.compile(r"(?P<y>\d{4})\s?년\s?(?P<m>\d{1,2})\s?월(?:\s?(?P<d>\d{1,2})\s?일)?")
_THAI = regex.compile(r"พ\.?\s?ศ\.?\s?(?P<y>\p{Nd}{4})")
_PAST = regex.compile(
    r"(?<!\p{L})(?:since|est\.?|established|founded|seit|gegr(?:\.|ündet)?|depuis|fond[ée]e? en|desde|dal|"
    r"fundad[oa] en|fondat[oa] nel|anno|sinds|sedan|siden|od roku|zał\.|основан[ао]?|с|©|copyright)\s?"
    r"(?:in\s|im\s|en\s|©\s?|\(c\)\s?)?(?P<y>1[5-9]\d\d|20\d\d)(?!\p{Nd})",
    flags=regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as read. ``first`` to ``last``: the days it may mean; ``stamp``: it carries a time of day."""

    text: str
    style: str
    weights: dict[str, float]
    first: date | None
    last: date | None
    stamp: bool = False
    since: bool = False
    telling: bool = False


def _numeric(text: str) -> Iterator[Written]:
    plain = calendars.plain_digits(text)
    for match in _NUMERIC.finditer(plain):
        shown = text[slice(*match.span())].strip()
        stamp = bool(match["clock"])
        script = calendars.digit_script(shown)
        if match["y1"]:
            year, month, day, mark = int(match["y1"]), int(match["m1"]), int(match["d1"]), match["s1"]
            found = calendars.gregorian(year, month, day)
            if found is None:
                persian = calendars.solar_hijri(year, month, day)
                if persian and (script.startswith("EXTENDED") or (mark == "/" and year >= 1350)):
                    yield Written(shown, "Solar Hijri", _IRAN, persian, persian, stamp, False, True)
                continue
            orders = frozenset({"ymd"})
            # The international form says nothing by itself (ISO 8601).
            weights = {} if mark == "-" else monthnames.style_weights(orders, mark)
            weights = _digits(script) or weights
            if script == "DEVANAGARI":
                continue  # mostly Bikram Sambat, which needs tables to convert
            yield Written(shown, "year first", weights, found, found, stamp)
            continue
        a, b, year, mark = int(match["a"]), int(match["b"]), int(match["y2"]), match["s2"]
        if 2500 <= year <= 2600 and calendars.gregorian(year - 543, b, a):
            found = calendars.gregorian(year - 543, b, a)
            yield Written(shown, "Buddhist year", {"TH": 1.0, "LA": 0.02}, found, found, stamp, False, True)
            continue
        days = {"dmy": calendars.gregorian(year, b, a), "mdy": calendars.gregorian(year, a, b)}
        if mark == ".":
            days.pop("mdy")  # nobody writes the month first with dots
        possible = {order: day for order, day in days.items() if day is not None}
        if not possible:
            continue
        weights = monthnames.style_weights(frozenset(possible), mark)
        weights = _digits(script) or weights
        style = "day first" if "mdy" not in possible else "month first"
        style = "day or month first" if len(set(possible.values())) > 1 else style
        if a == b and mark != ".":
            style = "day or month first"
        yield Written(shown, style, weights, min(possible.values()), max(possible.values()), stamp)


def _digits(script: str) -> dict[str, float]:
    return tables.weights(_DIGITS.get(script, ""))


def _eastern(text: str) -> Iterator[Written]:
    for match in _EAST.finditer(text):
        era = match["era"] or ""
        year = 1 if match["y"] == "元" else int(match["y"])
        month, day = int(match["m"]), int(match["d"] or 1)
        if era in ("", "西暦"):
            found = calendars.gregorian(year, month, day)
            weights = {"JP": 1.0, "CN": 1.0, "TW": 0.7, "HK": 0.8, "MO": 0.8, "SG": 0.1, "MY": 0.1}
            weights = {"JP": 1.0} if era else weights
            style = "year, month and day in Han characters"
        elif era in ("民國", "中華民國", "民国", "中华民国"):
            found, weights, style = calendars.gregorian(1911 + year, month, day), {"TW": 1.0}, "Minguo year"
        else:
            found, weights, style = calendars.japanese(era, year, month, day), {"JP": 1.0}, "Japanese era"
        if found is not None:
            last = found if match["d"] else calendars.month_end(found)
            yield Written(match.group(), style, weights, found, last, False, False, bool(era))
    for match in _ERA_YEAR.finditer(text):
        year = 1 if match["y"] == "元" else int(match["y"])
        taiwan = "民" in match["era"]
        found = (
            calendars.gregorian(1911 + year, 1, 1)
            if taiwan
            else calendars.japanese(match["era"], year, 12, 31)
        )
        if found is not None:
            code, style = ("TW", "Minguo year") if taiwan else ("JP", "Japanese era")
            first, last = found.replace(month=1, day=1), found.replace(month=12, day=31)
            yield Written(match.group(), style, {code: 1.0}, first, last, False, False, True)
    for match in _KOREAN.finditer(text):
        found = calendars.gregorian(int(match["y"]), int(match["m"]), int(match["d"] or 1))
        if found is not None:
            last = found if match["d"] else calendars.month_end(found)
            korea = {"KR": 1.0, "KP": 0.5}
            yield Written(match.group(), "a date in Korean", korea, found, last, False, False, True)
    for match in _THAI.finditer(text):
        year = int(calendars.plain_digits(match["y"])) - 543
        start, end = calendars.gregorian(year, 1, 1), calendars.gregorian(year, 12, 31)
        if start and end:
            yield Written(match.group(), "Buddhist year", {"TH": 1.0}, start, end, False, False, True)


def _since(text: str) -> Iterator[Written]:
    for match in _PAST.finditer(text):
        first = date(int(match["y"]), 1, 1)
        yield Written(match.group(), "a year of founding or copyright", {}, first, None, since=True)


def written(text: str) -> list[Written]:
    """Every date of a line."""
    from theodolite.clues.worded_dates import worded

    return [*_numeric(text), *_eastern(text), *worded(text), *_since(text)]


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """Dates of all lines, WEAK unless their calendar or language belongs to few countries."""
    found = []
    for line in lines:
        for item in written(line.text):
            found.append(_finding(line, item))
    return found


def _finding(line: TextLine, item: Written) -> Finding:
    reach = record.graded("date format", item.weights)
    when, said = None, "a date without a year"
    if item.first is not None:
        start, end = calendars.span(item.first, item.last or item.first)
        when = TimeSpan(start, end if item.last else "")
        days = f"{item.first}" if item.first == item.last else f"{item.first} to {item.last}"
        said = f"not before {item.first.year}" if item.since else f"a date is written in the picture: {days}"
    place = f"; as written in {record.countries_in_words(item.weights)}" if reach else ""
    note = (
        "Printed with a time of day, as cameras do; the camera's clock may be wrong."
        if item.stamp
        else "A date that is written may be of an event, an inspection or a founding, not of the picture."
    )
    return Finding(
        line.number,
        KIND,
        observation=f"“{item.text}”, {item.style}",
        inference=said + place,
        strength=Strength.LIKELY if item.telling else Strength.WEAK,
        method=METHOD,
        key=f"date:{item.style}:{','.join(code for code, _ in reach.weights[:5]) if reach else item.text}",
        reach=reach,
        confidence=line.confidence,
        note=note,
        when=when,
    )
