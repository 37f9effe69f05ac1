"""Names of months in the languages of signs (CLDR through babel), and how each country writes dates."""

from __future__ import annotations

from functools import cache

import regex
from babel import Locale, UnknownLocaleError

from theodolite.clues.territories import country_codes, language_weights, shares

#: Languages with a share of a country's signs below this do not form its dates.
_SHARE = 0.04

#: Names of months that are words or first names of their own; they need a day and a year beside them.
COMMON_WORDS = """
may mai mar mars march sept dec set out abril april juni june augusta avril lis
"""
COMMON = frozenset(COMMON_WORDS.split())

_NUMERIC = regex.compile(r"^\W*(d|M|y)+[^dMy]+(d|M|y)+[^dMy]+(d|M|y)+", flags=regex.IGNORECASE)


def _locale(language: str, country: str = "") -> Locale | None:
    try:
        return Locale.parse(f"{language}_{country}" if country else language)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def names() -> dict[str, tuple[tuple[str, int], ...]]:
    """Lower-case name or abbreviation of a month -> (language, month 1 to 12), of languages on signs."""
    found: dict[str, set[tuple[str, int]]] = {}
    languages = {code for table in shares().values() for (code, _), part in table.items() if part >= _SHARE}
    for language in sorted(languages):
        locale = _locale(language)
        if locale is None:
            continue
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[form][width].items():
                    plain = str(name).lower().strip(" .")
                    if len(plain) >= 3 and regex.fullmatch(r"[\p{L}\p{M}.’' ]+", plain):
                        found.setdefault(plain, set()).add((language, month))
    return {name: tuple(sorted(rows)) for name, rows in found.items() if len({m for _, m in rows}) == 1}


@cache
def pattern() -> str:
    """A regular expression of every name, the longest first."""
    return "|".join(regex.escape(name) for name in sorted(names(), key=lambda name: (-len(name), name)))


@cache
def numeric_styles() -> dict[str, dict[tuple[str, str], float]]:
    """Country -> {(order 'dmy' 'mdy' 'ymd', separator): share}, from CLDR's short and medium dates."""
    table: dict[str, dict[tuple[str, str], float]] = {}
    for country in country_codes():
        weights: dict[tuple[str, str], float] = {}
        for (language, _), part in shares().get(country, {}).items():
            locale = _locale(language, country) if part >= _SHARE else None
            if locale is None:
                continue
            for width in ("short", "medium"):
                shape = str(locale.date_formats[width].pattern)
                if "MMM" in shape or not _NUMERIC.match(shape):
                    continue
                letters = regex.sub(r"(.)\1*", r"\1", regex.sub(r"[^dMy]", "", shape)).lower()
                marks = regex.findall(r"[./-]", shape)
                if sorted(letters) == ["d", "m", "y"] and marks:
                    key = (letters, marks[0])
                    weights[key] = weights.get(key, 0.0) + part
        total = sum(weights.values())
        if total:
            table[country] = {key: value / total for key, value in weights.items()}
    return table


def style_weights(orders: frozenset[str], mark: str) -> dict[str, float]:
    """P(a numeric date is written in one of ``orders`` with ``mark`` | country), up to a factor.

    0.3 where only the order is usual (people write other marks), 0.02 where neither is.
    """
    found = {}
    for country, styles in numeric_styles().items():
        exact = sum(part for (order, sign), part in styles.items() if order in orders and sign == mark)
        order = sum(part for (order, _), part in styles.items() if order in orders)
        found[country] = max(0.02, 0.7 * exact + 0.3 * order)
    return found


def language_countries(languages: tuple[str, ...]) -> dict[str, float]:
    """P(the name of a month is in one of ``languages`` | country): the likeliest of them."""
    found: dict[str, float] = {}
    for language in languages:
        for country, weight in language_weights(language).items():
            found[country] = max(found.get(country, 0.0), weight)
    return found
