"""The language of the text in an exhibit, and what it says about the country.

Four scripts are told apart by lingua (Latin, Cyrillic, Arabic, Devanagari), restricted to languages that are
official somewhere; its confidence values are kept as a distribution, so a doubtful language says little:
K(country) = sum over languages of P(language | text) P(language on a sign in this script | country).
Letters that a language does not have count against it, languages lingua does not know are in the sum by
their letters, and a part stays with 'other'. Kana settle Japanese; Han characters are told apart by the
national character sets; the remaining scripts have one language, or their letters decide.

Measured on names of CLDR, which lingua was not made from (tests/core/clues/test_language_held_out.py): with
the letters the confidence is the share that is right without a temperature.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from theodolite.clues import orthography, scripts
from theodolite.clues.alphabets import INVENTORIES, WORDS
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import language_name, language_weights, script_languages, shares

#: A language is named when it has at least this much of the distribution.
NAMED = 0.5
#: A line alone in another language than the rest is believed from here.
ALONE = 0.85
#: Languages of inscriptions and friends of languages, at home in no country.
NOWHERE = frozenset({"la", "eo"})
#: Fewer letters than this say nothing about a language ...
MIN_LETTERS = 5
#: ... in scripts with many vowels left out or few languages.
MIN_LETTERS_OTHER = 3
#: Lines that are judged alone as well, the longest of a page.
MAX_ALONE = 40
#: All languages of the script that are not named one by one.
OTHER = "other"
#: Bounds of what is left for languages lingua does not know.
LEAST_OTHER, MOST_OTHER = 0.03, 0.30

#: Languages that lingua's short texts cannot tell apart: named together.
KIN = (frozenset({"bs", "hr", "sr"}), frozenset({"id", "ms"}), frozenset({"nb", "nn"}))
#: Written in this script like another language, which lingua knows.
_TWINS = {("bs", "Cyrl"): "sr", ("sr", "Latn"): "bs"}
#: Norwegian is kept in CLDR as one.
_SAME = {"no": "nb", "fil": "tl"}
#: Scripts whose languages lingua tells apart.
LINGUA = ("Latn", "Cyrl", "Arab", "Deva")
_EAST = ("Hira", "Kana", "Hani")

Distribution = dict[str, float]
#: (text in small letters, ISO 15924 code) -> P(language | text); {} when it cannot say.
Detector = Callable[[str, str], Distribution]


@dataclass(frozen=True, slots=True)
class LanguageReading:
    """``distribution``: P(language | text), sums to 1; ``lines``: numbers of the lines it was read from."""

    distribution: tuple[tuple[str, float], ...]
    lines: tuple[int, ...]
    script: str = ""

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest language with the share of all its kin; ('', 0) when none is likelier than others."""
        totals = [(self._kin_share(code), share, code) for code, share in self.distribution if code != OTHER]
        top = max(totals, default=(0.0, 0.0, ""))
        return (top[2], min(top[0], 1.0))

    @property
    def name(self) -> str:
        """'French'; 'Croatian or Bosnian' where kin cannot be told apart."""
        best, share = self.best
        kin = next((group for group in KIN if best in group), frozenset({best}))
        members = [
            (value, code) for code, value in self.distribution if code in kin and value >= 0.15 * share
        ]
        members.sort(key=lambda row: (-row[0], row[1] != best, row[1]))
        return " or ".join(language_name(code) for _, code in members)

    def _kin_share(self, code: str) -> float:
        kin = next((group for group in KIN if code in group), frozenset({code}))
        return round(sum(share for other, share in self.distribution if other in kin), 4)

    @property
    def method(self) -> str:
        if self.script in _EAST:
            return "national character sets"
        return "lingua and letters" if self.script in LINGUA else "languages of the script"

    def weights(self) -> dict[str, float]:
        """P(text | country) up to a factor, for every country with more than nothing."""
        total: dict[str, float] = {}
        for code, share in self.distribution:
            if share < 0.005 or code in NOWHERE:
                continue
            for country, weight in _weights(code, self.script).items():
                total[country] = total.get(country, 0.0) + share * weight
        return total


def _weights(code: str, script: str) -> dict[str, float]:
    if code == OTHER:
        return _other_weights(script)
    return language_weights(code, "" if script in ("", *_EAST) else script)


@cache
def _other_weights(script: str) -> dict[str, float]:
    """P(a sign in ``script`` in a language that is not named | country)."""
    named = set(_candidates(script)) | {_SAME.get(code, code) for code in _candidates(script)}
    found: dict[str, float] = {}
    for code in script_languages(script):
        if code not in named:
            for country, weight in language_weights(code, script, everywhere=False).items():
                found[country] = found.get(country, 0.0) + weight
    return found


@cache
def _official() -> frozenset[str]:
    return frozenset(
        code for languages in shares().values() for (code, _), share in languages.items() if share > 0.02
    )


@cache
def _lingua_languages(script: str) -> tuple[str, ...]:
    from lingua import Language

    sets = {
        "Latn": Language.all_with_latin_script,
        "Cyrl": Language.all_with_cyrillic_script,
        "Arab": Language.all_with_arabic_script,
        "Deva": Language.all_with_devanagari_script,
    }
    codes = sorted(language.iso_code_639_1.name.lower() for language in sets[script]())
    return tuple(code for code in codes if script != "Latn" or code in _official() | NOWHERE)


@cache
def _lingua(script: str) -> Any:
    from lingua import Language, LanguageDetectorBuilder

    codes = _lingua_languages(script)
    chosen = [item for item in Language.all() if item.iso_code_639_1.name.lower() in codes]
    return LanguageDetectorBuilder.from_languages(*sorted(chosen, key=lambda item: str(item.name))).build()


def detected(text: str, script: str) -> Distribution:
    """lingua's confidence values by ISO 639-1 code. The models load on first use (seconds, 0.9 GB)."""
    values = _lingua(script).compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): float(value.value) for value in values}


@cache
def _extras(script: str) -> tuple[str, ...]:
    """Languages lingua does not know that their letters or words give away."""
    size = script_languages(script)
    table, words = INVENTORIES.get(script, {}), WORDS.get(script, {})
    found = []
    for code in table:
        telling = bool(orthography.letters_of(code, script)) or code in words
        rare = size.get(code, 0.0) <= 0.02 and script in LINGUA
        if telling and not rare and code not in _lingua_languages(script) and (code, script) not in _TWINS:
            found.append(code)
    return tuple(found)


@cache
def _candidates(script: str) -> tuple[str, ...]:
    if script not in LINGUA:
        return tuple(code for code in script_languages(script) if code in _official())
    twins = tuple(code for code, system in _TWINS if system == script)
    return (*_lingua_languages(script), *_extras(script), *twins)


@cache
def _unknown_share(script: str) -> float:
    """How much of the signs of the world in ``script`` is in languages lingua does not know."""
    size = script_languages(script)
    total = sum(size.values())
    known = {code for code in _candidates(script) if code not in _extras(script)}
    return min(max(1 - sum(size.get(code, 0.0) for code in known) / total, LEAST_OTHER), MOST_OTHER)


def judged(text: str, script: str, detect: Detector = detected) -> Distribution:
    """P(language | text in ``script``), equal before, with 'other'; {} when nothing can be said."""
    base = detect(small(text), script) if script in LINGUA else _of_script(script)
    if not base:
        return {}
    total = sum(base.values()) or 1.0
    if script in LINGUA:
        unknown, extras = _unknown_share(script), _extras(script)
        found = {code: value / total * (1 - unknown) for code, value in base.items()}
        for (code, system), twin in _TWINS.items():
            if system == script and twin in found:
                found[code] = found[twin]
        found |= dict.fromkeys(extras, unknown / 2 / max(len(extras), 1))
        found[OTHER] = unknown / 2 if extras else unknown
    else:
        found = dict(base)
    for code in found:
        found[code] *= orthography.fit(text, code, script) if code != OTHER else 1.0
    if orthography.special(text, script) and OTHER in found:
        found[OTHER] *= 0.1
    total = sum(found.values())
    return {code: value / total for code, value in found.items()}


@cache
def _of_script(script: str) -> Distribution:
    """The languages of a script lingua does not split: by size when one has nearly all, else equal."""
    size = script_languages(script)
    total = sum(size.values())
    if not total:
        return {}
    top = max(size.values()) / total
    named = {code: value / total for code, value in size.items() if code in _official() or value >= 0.02}
    named |= {code: max(named.get(code, 0.0), 0.01) for code in INVENTORIES.get(script, {})}
    if top < 0.9:
        named = dict.fromkeys(named, 1 / len(named))
    return {**named, OTHER: max(0.01, 1 - sum(named.values()))}


@cache
def _word(script: str) -> Any:
    name = scripts.SCRIPTS[script]
    return regex.compile(rf"[\p{{{name}}}][\p{{{name}}}\p{{M}}'’-]+")


def words_of(text: str, script: str = "Latn") -> str:
    """The words of ``text`` that can be judged: letters of the script only, two and more, no addresses."""
    without = regex.sub(r"\S*(?:://|www\.|@)\S*|\S*\d\S*", " ", text)
    return " ".join(_word(script).findall(without))


def read_languages(lines: Sequence[TextLine], detect: Detector = detected) -> list[LanguageReading]:
    """The languages of an exhibit: one reading for each writing system, and each clear exception.

    All lines of a writing system are judged together first, because a sign is too short to judge line by
    line. When together they name no language (or disagree), lines that are clear alone are kept.
    """
    readings: list[LanguageReading] = []
    by_script: dict[str, list[TextLine]] = {}
    for line in lines:
        code = scripts.dominant(line.text)
        by_script.setdefault("Hani" if code in _EAST else code, []).append(line)
    east = by_script.pop("Hani", [])
    if east:
        kinds = scripts.han_kinds(" ".join(line.text for line in east))
        readings.append(_reading(kinds, east, "Hani"))
    by_script.pop("Latn", None)
    by_script.pop("", None)
    for script, own in sorted(by_script.items()):
        readings += _of_lines([line for line in own if not scripts.ambiguous(line.text)], script, detect)
    # Latin words stand on lines of other scripts too, and are judged there as well.
    return readings + _of_lines([line for line in lines if not scripts.ambiguous(line.text)], "Latn", detect)


def _of_lines(lines: Sequence[TextLine], script: str, detect: Detector) -> list[LanguageReading]:
    usable = [(line, words) for line in lines if len(words := words_of(line.text, script)) >= 2]
    together = " ".join(words for _, words in usable)
    least = MIN_LETTERS if script == "Latn" else MIN_LETTERS_OTHER
    if len(together.replace(" ", "")) < least:
        return []

    def read(words: str, own: Sequence[TextLine]) -> LanguageReading:
        return _reading(judged(words, script, detect), own, script)

    whole = read(together, [line for line, _ in usable])
    if script not in LINGUA:
        return [whole]
    longest = sorted(usable, key=lambda item: (-len(item[1]), item[0].number))[:MAX_ALONE]
    longest.sort(key=lambda item: item[0].number)
    single = [(words, read(words, [line])) for line, words in longest] if len(usable) > 1 else []
    agreed = not single or any(reading.best[0] == whole.best[0] for _, reading in single)
    if whole.best[1] >= NAMED and (whole.best[1] >= ALONE or agreed):
        odd = [
            reading
            for words, reading in single
            if len(words) >= 3 * MIN_LETTERS
            and reading.best[1] >= ALONE
            and not _same(reading.best[0], whole.best[0])
        ]
        return [whole, *odd]
    alone = single or [(together, whole)]
    return [reading for words, reading in alone if len(words) >= least and reading.best[1] >= ALONE]


def _same(first: str, second: str) -> bool:
    return first == second or any({first, second} <= group for group in KIN)


def small(text: str) -> str:
    """Small letters: capitals carry no language (İ must lose its dot by hand)."""
    return text.replace("İ", "i").lower()


def _reading(distribution: Distribution, lines: Sequence[TextLine], script: str) -> LanguageReading:
    ordered = sorted(distribution.items(), key=lambda item: (-item[1], item[0]))
    kept = tuple((code, round(share, 4)) for code, share in ordered if share >= 0.002)
    return LanguageReading(kept, tuple(line.number for line in lines), script)
