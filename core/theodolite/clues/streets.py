"""Street-type words: 'rue', '-straße', 路. They say which language a street sign is written in."""

from __future__ import annotations

import regex

from theodolite.clues import record, scripts
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import language_name, language_weights
from theodolite.clues.words import HAN_STREETS, STREET_ENDINGS, STREET_WORDS
from theodolite.domain import Strength

METHOD = "street-type words"

_TOKEN = regex.compile(r"[\p{L}\p{M}'’-]+\.?")


def street_words(text: str) -> list[tuple[str, tuple[str, ...], tuple[int, int]]]:
    """Street-type words of a line: (word as read, languages, span in ``text``)."""
    found: list[tuple[str, tuple[str, ...], tuple[int, int]]] = []
    tokens = list(_TOKEN.finditer(text))
    for token in tokens:
        word = token.group().lower().replace("i̇", "i")
        languages = STREET_WORDS.get(word) or STREET_WORDS.get(word.rstrip("."))
        # A word that is a whole line names no street; neither does 'via' or 'drive' in a long sentence.
        if languages and 2 <= len(tokens) <= 6 and (token.group()[0].isupper() or len(tokens) <= 4):
            found.append((token.group(), languages, token.span()))
            continue
        for ending, codes in STREET_ENDINGS.items():
            if word.endswith(ending) and len(word) >= len(ending) + 3 and token.group()[0].isupper():
                found.append((token.group(), codes, token.span()))
                break
    return found or _han_streets(text)


def _han_streets(text: str) -> list[tuple[str, tuple[str, ...], tuple[int, int]]]:
    found = []
    for run in regex.finditer(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]{3,8}", text):
        kana = scripts.dominant(run.group()) in ("Hira", "Kana")
        for ending, codes in HAN_STREETS.items():
            chinese = "ja" not in codes
            if run.group().endswith(ending) and not (kana and chinese):
                found.append((run.group(), codes, run.span()))
                break
    return found


def findings(lines: tuple[TextLine, ...], *, japanese: bool = False) -> list[Finding]:
    """One finding a line that holds a street-type word. ``japanese``: other lines are, 路 is no clue then."""
    found = []
    for line in lines:
        words = street_words(line.text)
        if japanese:
            words = [entry for entry in words if not any(code.startswith("zh") for code in entry[1])]
        if not words:
            continue
        word, languages, _ = words[0]
        weights: dict[str, float] = {}
        for code in languages:
            for country, weight in language_weights(code).items():
                weights[country] = max(weights.get(country, 0.0), weight)
        names = " or ".join(language_name(code) for code in languages)
        found.append(
            Finding(
                line.number,
                "text.street",
                observation=f"“{line.text}” with the street word “{word}”",
                inference=f"a street name in {names}: {record.countries_in_words(weights)}",
                # English and romanised street words stand on signs all over the world.
                strength=Strength.WEAK if languages == ("en",) else Strength.LIKELY,
                method=METHOD,
                key=f"street:{','.join(languages)}",
                reach=record.graded("street word", weights),
                confidence=line.confidence,
            )
        )
    return found
