"""Letters that only some languages write: ß, ł, ħ, ў, ђ, ٹ. They speak where a text is too short to name
its language.

A language that does not have a letter of the text still shows it now and then, in a name or a loan word:
K(country) = sum over languages of P(language on a sign | country) * FOREIGN ** (letters it does not have).
When the language of the same text is named, the letters are already part of that and do not count again.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from theodolite.clues import record, scripts
from theodolite.clues.alphabets import CANTONESE, INVENTORIES, NOT_IN, WORDS
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import language_name, language_weights
from theodolite.domain import Strength

METHOD = "letters of alphabets"
KIND = "text.orthography"

#: How much rarer a letter stands in a text of a language whose alphabet lacks it.
FOREIGN = 0.05
#: More than so many foreign letters count as so many.
MOST_FOREIGN = 3
#: Letters that follow the data of the recogniser, not the text: Arabic or Persian kaf and yeh.
_RECOGNISERS_CHOICE = frozenset("كيىکی")
#: A letter that no more than so many languages write makes a clue likely.
RARE = 4
#: Letters of more languages than this (those with nine tenths of the signs) say nothing: é, ö, á.
WIDE = 5
#: A letter that more than this share of the script's languages has tells nothing.
COMMON = 0.6


@cache
def letters_of(language: str, script: str) -> frozenset[str]:
    """Letters of the alphabet of ``language`` in ``script`` beyond the shared ones; empty if unknown."""
    written = unicodedata.normalize("NFC", INVENTORIES.get(script, {}).get(language, ""))
    return frozenset(letter for letter in written if unicodedata.category(letter)[0] in "LM")


def known(language: str, script: str) -> bool:
    """Whether the alphabet of ``language`` in ``script`` is in the tables."""
    return language in INVENTORIES.get(script, {})


@cache
def _owners(script: str) -> dict[str, frozenset[str]]:
    """Letter -> languages of the script that write it, for every letter of the tables."""
    table = INVENTORIES.get(script, {})
    letters = {letter for language in table for letter in letters_of(language, script)}
    return {
        letter: frozenset(code for code in table if letter in letters_of(code, script)) for letter in letters
    }


@lru_cache(maxsize=4096)
def special(text: str, script: str) -> tuple[str, ...]:
    """The telling letters of ``text``, in order of appearance, each once; small letters."""
    small = unicodedata.normalize("NFC", _small(text))
    owners = _owners(script)
    limit = COMMON * len(INVENTORIES.get(script, {}))
    found = [
        letter
        for letter in small
        if letter in owners and len(owners[letter]) <= limit and letter not in _RECOGNISERS_CHOICE
    ]
    return tuple(dict.fromkeys(found))


def _small(text: str) -> str:
    # A capital I with a dot is the pair of the dotless one: either is Turkish or Azerbaijani.
    return text.replace("İ", "ı").lower()


def fit(text: str, language: str, script: str) -> float:
    """How well the letters of ``text`` fit ``language``, in (0, 1]; 1 when its alphabet is not known.

    Words that only another language writes count as foreign letters do.
    """
    if not known(language, script):
        return 1.0
    own = letters_of(language, script)
    foreign = sum(letter not in own for letter in special(text, script))
    foreign += sum(language != code for code in _worded(text, script))
    return float(FOREIGN ** min(foreign, MOST_FOREIGN))


def _worded(text: str, script: str) -> list[str]:
    table = WORDS.get(script)
    if not table:
        return []
    words = set(text.lower().split())
    return [code for code, own in table.items() if words & set(own.split())]


def languages(text: str, script: str) -> tuple[str, ...]:
    """Languages whose alphabets have every telling letter of ``text``; () when none tells or none fits."""
    letters = special(text, script)
    if not letters:
        return ()
    return tuple(code for code in INVENTORIES[script] if letters_of(code, script).issuperset(letters))


def weights(text: str, script: str) -> dict[str, float]:
    """P(these letters | country) up to a factor."""
    found: dict[str, float] = {}
    for code in INVENTORIES.get(script, {}):
        fitting = fit(text, code, script)
        for country, share in language_weights(code, script, everywhere=False).items():
            found[country] = found.get(country, 0.0) + share * fitting
    absent = {country for letter in special(text, script) for country in NOT_IN.get(letter, ())}
    return {country: value * (FOREIGN if country in absent else 1.0) for country, value in found.items()}


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """One finding a line with telling letters. LIKELY when one of them is rare."""
    found = []
    for line in lines:
        script = scripts.dominant(line.text)
        if script == "Hani":
            found += _cantonese(line)
            continue
        own = languages(line.text, script)
        if not own or _spread(own) > WIDE or not scripts.is_word(line.text) or scripts.ambiguous(line.text):
            continue
        letters = special(line.text, script)
        reach = weights(line.text, script)
        rare = any(len(_owners(script)[letter]) <= RARE for letter in letters)
        names = [language_name(code) for code in sorted(own, key=_size, reverse=True)]
        shown = ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
        found.append(
            Finding(
                line.number,
                KIND,
                observation=f"“{line.text}” has the letter{'s' * (len(letters) > 1)} {' '.join(letters[:6])}",
                inference=f"written in {shown}: {record.countries_in_words(reach)}",
                strength=Strength.LIKELY if rare and line.confidence >= 0.9 else Strength.WEAK,
                method=METHOD,
                key=f"orthography:{script}:{','.join(sorted(own))}",
                reach=record.graded("letters", reach),
                confidence=line.confidence,
            )
        )
    return found


@cache
def _spread(languages: tuple[str, ...]) -> int:
    """How many of ``languages``, the largest first, have nine tenths of the signs in all of them."""
    sizes = sorted((_size(code) for code in languages), reverse=True)
    reached = 0.0
    for number, size in enumerate(sizes, 1):
        reached += size
        if reached >= 0.9 * sum(sizes):
            return number
    return len(sizes)


@cache
def _size(language: str) -> float:
    return sum(language_weights(language).values())


#: P(written Cantonese | country), an order of magnitude: public signs of Hong Kong and Macau, shops abroad.
_CANTONESE = {"HK": 1.0, "MO": 0.8, "CN": 0.03, "MY": 0.02, "SG": 0.01, "TW": 0.005}


def _cantonese(line: TextLine) -> list[Finding]:
    letters = tuple(dict.fromkeys(letter for letter in line.text if letter in CANTONESE))
    if not letters:
        return []
    return [
        Finding(
            line.number,
            KIND,
            observation=f"“{line.text}” has the character{'s' * (len(letters) > 1)} {' '.join(letters[:6])}",
            inference=f"spoken Cantonese in writing: {record.countries_in_words(_CANTONESE)}",
            strength=Strength.LIKELY,
            method=METHOD,
            key="orthography:yue",
            reach=record.graded("letters", _CANTONESE),
            confidence=line.confidence,
        )
    ]
