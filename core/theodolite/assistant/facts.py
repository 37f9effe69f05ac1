"""What a model's phrasing may say: no number and no name that the records do not hold.

The check is on the side of dropping. It cannot see a wrong sentence made of right words; that is why model
text is labelled, never evidence, and why the template summary stands beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_NUMBER = re.compile(r"(?<![^\W_])\d+(?:[.,:/\-\u2013]\d+)*(?![^\W_])")
_WORD = re.compile(r"[^\W_]*[^\W\d_][^\W_]*(?:['\u2019][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;\u2026]['\")\]]*\s+$|\n\s*$|^\W*$")

_NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000", "dozen": "12",
    "twice": "2", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "half": "0.5", "percent": "%",
    "hundreds": "100", "thousands": "1000", "millions": "1000000", "dozens": "12",
}  # fmt: skip

#: Words that open a sentence with a capital and name nothing.
_OPENING_WORDS = """
a about according additionally after against all also although among an and another any as at available
based because before besides between both but by claims clues conclusion conflict considered currently
despite due during each either even evidence examined examining exhibit exhibits finally first for four
from further furthermore given hence here hints however i if in indeed information instead investigators
investigation it its lastly likewise looking many meanwhile metadata moreover most neither nevertheless
next no none not note notably notes nothing now of on once one only or other others our overall people
perhaps photo photograph photographs photos possibly question several similarly since so some
specifically still such summary taken text that the their then there therefore these they this those
though three thus to together two under unfortunately unless until up we what when whether where which
while who why with within without yet clue hint place region country position time
image images picture pictures
"""
_OPENERS = frozenset(_OPENING_WORDS.split())


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers (digits, with one way of writing) and the words (folded) that the records hold."""

    numbers: frozenset[str]
    words: frozenset[str]


def _spaced(text: str) -> str:
    """Dates and times of ISO 8601 as two words."""
    return re.sub(r"(?<=\d)T(?=\d)", " ", text)


def collect(texts: Iterable[str]) -> Facts:
    """The facts of all ``texts`` together."""
    numbers: set[str] = set()
    words: set[str] = set()
    for text in map(_spaced, texts):
        found, named = _numbers(text), {fold(m.group()) for m in _WORD.finditer(text)}
        numbers.update(found)
        words.update(named)
        words.update(part for word in named for part in re.split(r"['\u2019]", word))
        if "%" in text:
            numbers.add("%")
    return Facts(frozenset(numbers), frozenset(words))


def allowed(text: str, facts: Facts) -> tuple[str, ...]:
    """The numbers and names of ``text`` that the records do not hold, in order; empty: it may be shown.

    A name is a capitalised word (also one that opens a sentence, unless it is a word that often does), a
    word in a script without capitals, or the name of a country in any case.
    """
    text = _spaced(text)
    offending: list[str] = []
    for number in _NUMBER.finditer(text):
        if not _numbers(number.group()) <= facts.numbers:
            offending.append(number.group())
    if "%" in text and "%" not in facts.numbers:
        offending.append("%")
    for match in _WORD.finditer(text):
        word = match.group()
        if not _known(word, text[: match.start()], facts):
            offending.append(word)
    return tuple(dict.fromkeys(offending))


def fold(word: str) -> str:
    """Without case, accents and possessive."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"['\u2019]s?$", "", bare)


def _known(word: str, before: str, facts: Facts) -> bool:
    folded = fold(word)
    if folded in facts.words:
        return True
    if any(c.isdigit() for c in word):  # an exhibit number, a file name, "17th"
        return False
    if folded in _NUMBER_WORDS:
        return _NUMBER_WORDS[folded] in facts.numbers
    opens = bool(_SENTENCE_END.search(before[-80:]))
    if (
        opens
        and word[1:] == word[1:].lower()
        and (folded in _OPENERS or re.split(r"['\u2019]", folded)[0] in _OPENERS)
    ):
        return True
    if word[0].isupper() or word != word.lower():
        return word in ("I", "A") and opens
    if not word[0].islower():  # a script without capitals: it cannot be told from a name
        return False
    return folded not in _country_words()


def _numbers(text: str) -> set[str]:
    """Every number in ``text``, and the parts of composed ones (dates, times), without leading zeros."""
    found: set[str] = set()
    for match in _NUMBER.finditer(text):
        whole = match.group()
        if re.fullmatch(r"\d{1,3}(,\d{3})+", whole):
            whole = whole.replace(",", "")
        found.add(_plain(whole))
        if re.search(r"[:/\-\u2013]", whole):
            found.update(_plain(part) for part in re.split(r"[:/\-\u2013]", whole))
    return found


def _plain(number: str) -> str:
    number = number.lstrip("0") or "0"
    return "0" + number if number.startswith(".") else number


@cache
def _country_words() -> frozenset[str]:
    """Names of countries of one word, folded: a name stays a name when the model writes it small."""
    from babel import Locale

    names = Locale("en").territories
    single = {fold(name) for code, name in names.items() if len(code) == 2 and _WORD.fullmatch(name)}
    return frozenset(single - {"turkey", "chad", "jersey", "guinea"})
