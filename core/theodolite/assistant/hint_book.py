"""How one language says hints: a table of patterns and words, compiled when first needed.

A pattern is a regular expression with slots in braces (:data:`SLOTS`), and must fit a whole clause. The kind
of a rule says what is done with the slots (:mod:`hint_phrases`). Longer words win over shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any

from theodolite.assistant.hint_cases import normal
from theodolite.domain import Strength
from theodolite.geo.names import fold

#: Rules that say where; they may stand after "the photograph was taken" and the like.
PLACED = frozenset(
    (
        *("in", "out", "near", "within", "between", "bearing", "above", "below", "band"),
        *("coast", "off coast", "inland", "shore", "off shore", "season", "season in month", "time"),
    )
)
_MARK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """One language. Text fields are alternatives divided by "|"; names are compared folded.

    ``marker``: a word without which nothing in the sentence is of this language (saves reading it).
    ``lead`` and ``tail`` may stand before and after a rule that says where. ``within``: what introduces a
    radius after a place. ``again``: what may be repeated before the second of two places. ``joined``: words
    stand without spaces between them. ``cases``: how names are declined (:mod:`hint_cases`).
    """

    code: str
    marker: str
    certain: str
    likely: str
    weak: str
    unlikely: str
    negation: str
    lead: str
    tail: str
    joins: str
    any_of: str
    within: str
    again: str
    article: str
    rules: tuple[tuple[str, str], ...]
    units: Mapping[str, float]
    directions: Mapping[str, float]
    seasons: Mapping[str, str]
    months: Mapping[str, int]
    times: Mapping[str, str]
    #: What follows a radius after a place (Chinese 以内).
    within_after: str = ""
    region_of: str = ""
    town_of: str = ""
    region_after: str = ""
    nouns: str = ""
    stop: frozenset[str] = frozenset()
    countries: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    #: Cities with their country in English, where namesakes would obscure them.
    cities: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    #: Folded name -> English name of AMBIGUOUS.
    ambiguous: Mapping[str, str] = field(default_factory=dict)
    cases: str = ""
    decimal_comma: bool = True
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A strength phrase, or one that says "likely not" (``strength`` None)."""

    strength: Strength | None


@cache
def marker(book: Book) -> re.Pattern[str]:
    """Finds any word of the language's small words."""
    return re.compile(normal(book.marker, book.code), re.I)


@cache
def values(book: Book, table: str) -> Mapping[str, str | int | float]:
    """One of the book's tables by folded word."""
    found: Mapping[str, str | int | float] = getattr(book, table)
    return {fold(word): value for word, value in found.items()}


def levelled(book: Book) -> Book:
    """The book in the spelling in which sentences of its language are read (see :func:`normal`)."""
    plain: dict[str, Any] = {
        one.name: normal(value, book.code)
        for one in fields(book)
        if isinstance(value := getattr(book, one.name), str) and one.name != "code"
    }
    return replace(book, **plain)


def key(word: str) -> str:
    """How the tables of words are asked."""
    return fold(word)


@cache
def rules(book: Book) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(kind, pattern), in the order of the table."""
    return tuple((kind, _compiled(kind, pattern, book)) for kind, pattern in book.rules)


def _compiled(kind: str, pattern: str, book: Book) -> re.Pattern[str]:
    seen: list[str] = []

    def slot(match: re.Match[str]) -> str:
        seen.append(match[1])
        times = seen.count(match[1])
        return _slot(match[1], book, f"__{times}" if times > 1 else "")

    body = _MARK.sub(slot, pattern)
    gap = "" if book.joined else r"\s+"
    if kind in PLACED:
        lead = rf"(?:(?:{book.lead}){gap})?" if book.lead else ""
        tail = rf"(?:{gap}(?:{book.tail}))?" if book.tail else ""
        return re.compile(normal(rf"^{lead}(?:{body}){tail}$", book.code), re.I)
    return re.compile(normal(rf"^(?:{body})$", book.code), re.I)


def words(names: Iterable[str]) -> str:
    """An alternative of the words, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def slots(match: re.Match[str]) -> dict[str, str]:
    """What stood in the slots of a rule; a slot may occur in several of its alternatives."""
    return {name.split("__")[0]: value for name, value in match.groupdict().items() if value is not None}


def _slot(name: str, book: Book, again: str) -> str:
    kind, number = name.rstrip("0123456789"), name[len(name.rstrip("0123456789")) :]
    inside = {
        "p": r"\S.*?",  # a place
        "c": r"\S.*?",  # a country or region: never a town
        "l": r"[^\W\d][^\d,;]*?",  # a language
        "x": r"\S.*?",  # anything
        "n": r"\d+(?:[.,\u00a0 ]\d+)*",
        "k": r"C\d+",
        "e": rf"E\d+(?:(?:\s*,\s*|\s*,?\s*(?:{book.joins}|&)\s*)E\d+)*",
        "u": words(book.units),
        "d": words(book.directions),
        "s": words(book.seasons),
        "m": words(book.months),
        "t": words(book.times),
        "noun": book.nouns or r"(?!)",
        "adj": r"(?-i:[^\W\d_A-Z][^\d,;:.!?A-Z]*?)",
    }[kind]
    if kind in ("u", "d", "s", "m", "t") and not book.joined:
        inside = rf"(?:{inside})(?!\w)"
    if kind == "noun":
        return rf"(?:{inside})"
    return rf"(?P<{kind}{number}{again}>{inside})"


@cache
def strengths(book: Book) -> tuple[re.Pattern[str], Mapping[str, Said]]:
    """Finds phrases of strength, and what each says."""
    table: dict[str, Said] = {}
    for text, said in (
        (book.certain, Said(Strength.CERTAIN)),
        (book.likely, Said(Strength.LIKELY)),
        (book.weak, Said(Strength.WEAK)),
        (book.unlikely, Said(None)),
    ):
        table |= {
            normal(phrase, book.code).casefold(): said
            for phrase in text.replace("\n", "|").split("|")
            if phrase
        }
    edges = ("", "") if book.joined else (r"(?<![\w'])", r"(?![\w'])")
    return re.compile(f"{edges[0]}(?:{words(table)}){edges[1]}", re.I), table


def number(text: str, book: Book) -> float | None:
    """A number as the language writes it; None when it can be read in two ways.

    So can "1,500" in German and "1.500" in English.
    """
    plain = re.sub(r"[\u00a0 ](?=\d{3}(?!\d))", "", text)
    if " " in plain or "\u00a0" in plain:
        return None
    decimal, thousand = (",", ".") if book.decimal_comma else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousand)}\d{{3}})+", plain):
        return float(plain.replace(thousand, ""))
    if re.fullmatch(rf"[1-9]\d{{0,2}}{re.escape(decimal)}\d{{3}}", plain):
        return None
    if re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        return float(plain.replace(",", "."))
    return None
