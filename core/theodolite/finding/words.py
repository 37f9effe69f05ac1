"""How what is typed is compared with what is written: folding, romanised spellings, places of a match.

Everything here is pure. :func:`folded` equals :func:`theodolite.geo.names.fold`, only faster for ASCII. A
romanised word has many spellings ('Nizhny', 'Nizhnij'), so romanised text is compared by a :func:`skeleton`;
scripts that leave vowels out are compared by consonants alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from theodolite.geo import names

_ASCII = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum()} | {"'": "", "`": ""}
)
_QUOTED = re.compile(r"\"([^\"]*)\"|“([^”]*)”|(\S+)")
_RECORD = re.compile(r"[A-Z]{1,2}\d{1,7}")
_VOWELS = re.compile("[aeiou]")
_TWICE = re.compile(r"(.)\1+")
_SPELLINGS = (
    *(("shch", "s"), ("sch", "s"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "4")),
    *(("ts", "4"), ("tz", "4"), ("th", "t"), ("ph", "f"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k")),
    *(("w", "v"), ("x", "ks"), ("y", "i"), ("j", "i"), ("ou", "u"), ("ee", "i"), ("oo", "u")),
)
#: Scripts in which vowels are mostly not written.
_ABJADS = re.compile(
    "[\u0590-\u05ff\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u0780-\u07bf\ufb1d-\ufdff\ufe70-\ufefc]"
)
#: Shorter skeletons would fit everything.
LEAST_SKELETON, LEAST_CONSONANTS = 3, 3
MOST_WORDS = 12
#: A name that is typed as one word is romanised as so many at most.
MOST_PIECES = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word or "quoted phrase" of a query. ``text``: folded. ``record``: 'E4' where it names a record.

    ``skeleton`` and ``consonants`` are '' where the word is not Latin or too short to be compared so.
    """

    text: str
    record: str = ""
    skeleton: str = ""
    consonants: str = ""

    @property
    def needle(self) -> str:
        """What is looked for in text with a space at each end: a single letter stands alone."""
        return f" {self.text} " if len(self.text) == 1 and self.text.isascii() else self.text


def folded(text: str) -> str:
    """Case, diacritics, punctuation and width aside; '' when nothing is left."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    return names.fold(text)


def skeleton(latin: str) -> str:
    """Romanised text without what spellings differ in: 'Nizhnij' and 'Nizhny' agree; no spaces."""
    found = folded(latin).replace(" ", "")
    for spelling, plain in _SPELLINGS:
        found = found.replace(spelling, plain)
    return _TWICE.sub(r"\1", found)


def consonants(latin: str) -> str:
    """The same without vowels, for scripts that leave them out: 'Dimashq' and 'dmshq' agree."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", skeleton(latin)))


def is_abjad(text: str) -> bool:
    """Whether ``text`` holds letters of a script that leaves vowels out."""
    return bool(_ABJADS.search(text))


def wants_latin(text: str) -> bool:
    """Whether ``text`` holds letters that are not Latin, so that it has another form in Latin ones."""
    return not text.isascii() and not names.is_latin(text)


@lru_cache(maxsize=64)
def parse(query: str) -> tuple[Word, ...]:
    """The words of a query, at most twelve; () where nothing of it can be looked for."""
    found = []
    for match in _QUOTED.finditer(query):
        raw = next(part for part in match.groups() if part is not None)
        text = folded(raw)
        if text:
            latin = names.is_latin(raw)
            bones, bare = (skeleton(raw), consonants(raw)) if latin else ("", "")
            found.append(
                Word(
                    text,
                    raw.upper() if _RECORD.fullmatch(raw.upper()) else "",
                    bones if len(bones) >= LEAST_SKELETON else "",
                    bare if len(bare) >= LEAST_CONSONANTS else "",
                )
            )
    return tuple(found[:MOST_WORDS])


def spans(text: str, words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in ``text``: (start, end) of code points, in order, without overlaps."""
    letters, at = _letters(text)
    found = []
    for word in words:
        start = letters.find(word.text)
        while start >= 0:
            found.append((at[start], at[start + len(word.text) - 1] + 1))
            start = letters.find(word.text, start + len(word.text))
    return _joined(found)


def latin_spans(latin: str, words: tuple[Word, ...], *, abjad: bool) -> tuple[tuple[int, int], ...]:
    """The same for romanised text: whole words of it whose skeletons take part in a match."""
    pieces = [(match.start(), match.end()) for match in re.finditer(r"\S+", latin)]
    bones_of = consonants if abjad else skeleton
    found = []
    for word in words:
        wanted = word.consonants if abjad else word.skeleton
        for first in range(len(pieces) if wanted else 0):
            start = pieces[first][0]
            ends = (
                end for _, end in pieces[first : first + MOST_PIECES] if wanted in bones_of(latin[start:end])
            )
            end = next(ends, 0)
            if end and wanted not in bones_of(latin[pieces[first][1] : end]):  # it needs this word too
                found.append((start, end))
    return _joined(found) or spans(latin, words)


def _letters(text: str) -> tuple[str, list[int]]:
    """``text`` folded letter by letter, and for each letter of that which one of ``text`` it was."""
    letters: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(text):
        if letter == "'":
            continue
        for one in _letter(letter) or " ":
            if one == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(one)
            at.append(place)
    return "".join(letters), at


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    if unicodedata.category(letter)[0] == "M":
        return ""
    return folded(letter)


def _joined(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(set(found)):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
