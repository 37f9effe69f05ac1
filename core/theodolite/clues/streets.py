"""Street-type words: 'rue', '-straße', 'вул.', 路, ถนน. They say which language a street sign is in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import regex

from theodolite.clues import record, scripts, streetwords
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import language_name, language_weights
from theodolite.domain import Strength

METHOD = "street-type words"

#: More words of Hangul than this are a sentence.
MAX_HANGUL = 3

#: (word as read, languages, span in the text)
StreetWord = tuple[str, tuple[str, ...], tuple[int, int]]

_TOKEN = regex.compile(r"[\p{L}\p{M}'’ʻ‘-]+\.?")
_EAST = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]{3,8}|\p{Hangul}{3,10}")


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return _inverted(streetwords.WORDS)


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The longest first."""
    return tuple(sorted(_inverted(streetwords.ENDINGS).items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _east_endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _inverted(streetwords.EAST_ENDINGS)
    return tuple(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))


def _inverted(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in table.items():
        for word in unicodedata.normalize("NFC", words).split():
            found[word] = (*found.get(word, ()), language)
    return found


def languages() -> frozenset[str]:
    """The languages whose street-type words are known."""
    tables = (streetwords.WORDS, streetwords.ENDINGS, streetwords.EAST_ENDINGS, streetwords.BEGINNINGS)
    return frozenset(language for table in tables for language in table)


def street_words(text: str) -> list[StreetWord]:
    """Street-type words of a line: (word as read, languages, span in ``text``)."""
    tokens = list(_TOKEN.finditer(text))
    found = [entry for token in tokens for entry in _of_token(token, len(tokens))]
    return found or [*_east_streets(text), *_begun(text)]


def _of_token(token: regex.Match[str], tokens: int) -> Iterator[StreetWord]:
    read = token.group()
    word = unicodedata.normalize("NFC", read.lower().replace("i̇", "i"))
    bare = word.rstrip(".")
    known = _words().get(word) or _words().get(bare)
    cased = read[0].isupper() or read[0] == read[0].upper() == read[0].lower()
    # A word that is a whole line names no street; neither does 'via' or 'drive' in a long sentence.
    if known and 2 <= tokens <= 6 and (cased or tokens <= 4):
        if bare not in streetwords.COMMON or (cased and tokens <= 4):
            yield (read, known, token.span())
        return
    if bare in streetwords.NO_STREETS or not read[0].isupper():
        return
    for ending, codes in _endings():
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            yield (read, codes, token.span())
            return


def _east_streets(text: str) -> Iterator[StreetWord]:
    """Streets in Han characters, kana and Hangul: the ending joins the name."""
    sentence = len(regex.findall(r"\p{Hangul}+", text)) > MAX_HANGUL
    for run in _EAST.finditer(text):
        if sentence and scripts.dominant(run.group()) == "Hang":
            continue  # 로 is a particle as well: '기술로', by technology
        kana = scripts.dominant(run.group()) in ("Hira", "Kana")
        for ending, codes in _east_endings():
            chinese = codes[0].startswith("zh")
            if run.group().endswith(ending) and not (kana and chinese):
                yield (run.group(), codes, run.span())
                break


def _begun(text: str) -> Iterator[StreetWord]:
    for language, words in streetwords.BEGINNINGS.items():
        for word in words.split():
            at = text.find(word)
            if at >= 0 and (at == 0 or not text[at - 1].isalpha()) and len(text) >= at + len(word) + 2:
                yield (word, (language,), (at, len(text)))
                break


def findings(lines: tuple[TextLine, ...], *, japanese: bool = False) -> list[Finding]:
    """One finding a line that holds a street-type word. ``japanese``: other lines are, 路 is no clue then."""
    found = []
    for line in lines:
        words = street_words(line.text)
        if japanese:
            words = [entry for entry in words if not any(code.startswith("zh") for code in entry[1])]
        if not words:
            continue
        word, codes, _ = words[0]
        weights: dict[str, float] = {}
        for code in codes:
            for country, weight in language_weights(code, _script(word)).items():
                weights[country] = max(weights.get(country, 0.0), weight)
        names = [language_name(code) for code in codes]
        shown = " or ".join(names) if len(names) <= 3 else f"{', '.join(names[:3])} or {len(names) - 3} more"
        found.append(
            Finding(
                line.number,
                "text.street",
                observation=f"“{line.text}” with the street word “{word}”",
                inference=f"a street name in {shown}: {record.countries_in_words(weights)}",
                # English and romanised street words stand on signs all over the world.
                strength=Strength.WEAK if codes == ("en",) else Strength.LIKELY,
                method=METHOD,
                key=f"street:{','.join(codes)}",
                reach=record.graded("street word", weights),
                confidence=line.confidence,
            )
        )
    return found


def _script(word: str) -> str:
    """The script of a street word, '' where one language is written in several of Unicode's."""
    code = scripts.dominant(word)
    return "" if code in ("Hira", "Kana", "Hani") else code
