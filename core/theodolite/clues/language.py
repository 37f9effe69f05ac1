"""The language of the text in an exhibit, and what it says about the country.

Latin script through lingua, restricted to languages written in that script that are official somewhere;
its confidence values are kept as a distribution, so a doubtful language says little:
K(country) = sum over languages of P(language | text) P(language on a sign | country).
Kana settle Japanese; Han characters are told apart by the national character sets; Greek by its letters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from theodolite.clues import scripts
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import language_weights, shares

#: A language is named when it has at least this much of the distribution.
NAMED = 0.5
#: A line alone in another language than the rest is believed from here.
ALONE = 0.85
#: Languages of inscriptions and friends of languages, at home in no country.
NOWHERE = frozenset({"la", "eo"})
#: Fewer letters than this say nothing about a language.
MIN_LETTERS = 5

Distribution = dict[str, float]
Detector = Callable[[str], Distribution]


@dataclass(frozen=True, slots=True)
class LanguageReading:
    """``distribution``: P(language | text), sums to 1; ``lines``: numbers of the lines it was read from."""

    distribution: tuple[tuple[str, float], ...]
    lines: tuple[int, ...]

    @property
    def best(self) -> tuple[str, float]:
        return max(self.distribution, key=lambda item: (item[1], item[0]), default=("", 0.0))

    def weights(self) -> dict[str, float]:
        """P(text | country) up to a factor, for every country with more than nothing."""
        total: dict[str, float] = {}
        for code, share in self.distribution:
            if share < 0.005 or code in NOWHERE:
                continue
            for country, weight in language_weights(code).items():
                total[country] = total.get(country, 0.0) + share * weight
        return total


@cache
def _official() -> frozenset[str]:
    return frozenset(
        code for languages in shares().values() for (code, _), share in languages.items() if share > 0.02
    )


@cache
def _latin_detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    chosen = [
        language
        for language in sorted(Language.all_with_latin_script(), key=lambda item: str(item.name))
        if language.iso_code_639_1.name.lower() in _official() | NOWHERE
    ]
    return LanguageDetectorBuilder.from_languages(*chosen).build()


def latin_language(text: str) -> Distribution:
    """lingua's confidence values by ISO 639-1 code. The models load on first use (seconds, 0.9 GB)."""
    values = _latin_detector().compute_language_confidence_values(text)
    return {value.language.iso_code_639_1.name.lower(): float(value.value) for value in values}


def latin_words(text: str) -> str:
    """The words of ``text`` lingua can judge: letters only, at least two, no web addresses, no numbers."""
    without = regex.sub(r"\S*(?:://|www\.|@)\S*|\S*\d\S*", " ", text)
    return " ".join(regex.findall(r"\p{Latin}[\p{Latin}'’-]+", without))


def read_languages(lines: Sequence[TextLine], detect: Detector = latin_language) -> list[LanguageReading]:
    """The languages of an exhibit: one reading for each writing system, and each clear exception.

    All lines of a writing system are judged together first, because a sign is too short to judge line by
    line. When together they name no language (or disagree), lines that are clear alone are kept.
    """
    readings: list[LanguageReading] = []
    east = [line for line in lines if scripts.dominant(line.text) in ("Hira", "Kana", "Hani")]
    if east:
        kinds = scripts.han_kinds(" ".join(line.text for line in east))
        readings.append(_reading(kinds, east))
    greek = [
        line for line in lines if scripts.dominant(line.text) == "Grek" and not scripts.ambiguous(line.text)
    ]
    if greek and sum(scripts.counts(line.text).get("Grek", 0) for line in greek) >= 3:
        readings.append(_reading({"el": 1.0}, greek))
    readings += _latin(lines, detect)
    return readings


def _latin(lines: Sequence[TextLine], detect: Detector) -> list[LanguageReading]:
    usable = [
        (line, words)
        for line in lines
        if (words := latin_words(line.text)) and len(words) >= 2 and not scripts.ambiguous(line.text)
    ]
    together = " ".join(words for _, words in usable)
    if len(together.replace(" ", "")) < MIN_LETTERS:
        return []
    whole = _reading(detect(_small(together)), [line for line, _ in usable])
    if whole.best[1] >= NAMED and (whole.best[1] >= ALONE or _agreed(whole, usable, detect)):
        odd = [
            reading
            for line, words in usable
            if len(words) >= 3 * MIN_LETTERS
            and (reading := _reading(detect(_small(words)), [line])).best[1] >= ALONE
            and reading.best[0] != whole.best[0]
        ]
        return [whole, *odd]
    single = [_reading(detect(_small(words)), [line]) for line, words in usable if len(words) >= MIN_LETTERS]
    return [reading for reading in single if reading.best[1] >= ALONE]


def _agreed(whole: LanguageReading, usable: Sequence[tuple[TextLine, str]], detect: Detector) -> bool:
    """Whether any line alone says the same: a mixture of two languages looks like a third."""
    bests = {_reading(detect(_small(words)), [line]).best[0] for line, words in usable}
    return whole.best[0] in bests


def _small(text: str) -> str:
    """Small letters: capitals carry no language (İ must lose its dot by hand)."""
    return text.replace("İ", "i").lower()


def _reading(distribution: Distribution, lines: Sequence[TextLine]) -> LanguageReading:
    ordered = sorted(distribution.items(), key=lambda item: (-item[1], item[0]))
    kept = tuple((code, round(share, 4)) for code, share in ordered if share >= 0.002)
    return LanguageReading(kept, tuple(line.number for line in lines))
