"""What a spoken language and a driving side say about countries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from babel import Locale
from babel.core import get_global

from theodolite.assistant.hint_rule import either
from theodolite.assistant.hint_words import Words
from theodolite.assistant.hint_words_en import ENGLISH
from theodolite.clues.territories import country_codes, language_weights
from theodolite.domain import AreaReach, GradedReach
from theodolite.geo import countries
from theodolite.geo.names import fold

#: A share below this is noise of the statistics, not somebody who speaks.
_LEAST = 1e-4


@cache
def spoken_weights(language: str) -> dict[str, float]:
    """P(a person speaks ``language`` | country): CLDR's share of the population that uses it.

    ``language`` without script ('zh', 'pa'): its written forms are one spoken language.
    """
    found: dict[str, float] = {}
    for country in country_codes():
        languages = get_global("territory_languages").get(country, {})
        share = max(
            (
                facts["population_percent"] / 100
                for code, facts in languages.items()
                if code.split("_")[0] == language
            ),
            default=0.0,
        )
        if share >= _LEAST:
            found[country] = min(1.0, share)
    return found


def language_codes(name: str, words: Words) -> tuple[str, ...]:
    """CLDR codes of a language by its English name or one of the table; () when nobody counts it."""
    key = fold(name)
    return _own_names(words).get(key) or _by_name().get(key, ())


@cache
def _own_names(words: Words) -> dict[str, tuple[str, ...]]:
    return {fold(name): codes for name, codes in words.languages.items()}


def spoken(codes: Sequence[str], *, negated: bool) -> GradedReach | None:
    """Somebody speaks one of ``codes`` (or: speaks none of them); None when no country is left."""
    return _either("language spoken", [spoken_weights(code) for code in codes], negated)


def written(codes: Sequence[str], *, negated: bool) -> GradedReach | None:
    """A text is in one of ``codes``; weights are those of signs (clues.territories)."""
    forms = [
        form for code in codes for form in (("zh_Hans", "zh_Hant") if code in ("zh", "yue") else (code,))
    ]
    return _either("language written", [language_weights(form) for form in dict.fromkeys(forms)], negated)


def driving(side: Literal["left", "right"], *, negated: bool) -> AreaReach:
    """The countries where traffic keeps to ``side``."""
    return AreaReach("country", countries.driving_on(side), negated=negated)


def _either(attribute: str, tables: Sequence[dict[str, float]], negated: bool) -> GradedReach | None:
    """P(at least one of them), or of none; a country that no statistics name keeps nothing of the former."""
    weights: list[tuple[str, float]] = []
    for country in sorted(country_codes()):
        none_of_them = 1.0
        for table in tables:
            none_of_them *= 1.0 - table.get(country, 0.0)
        weight = none_of_them if negated else 1.0 - none_of_them
        if weight > 1e-9:
            weights.append((country, weight))
    return GradedReach(attribute, tuple(weights)) if weights else None


def spoken_codes(code: str) -> tuple[str, ...]:
    """The codes that somebody means by one: Norwegian has three, "Chinese" is also Cantonese."""
    return {"no": ("nb", "nn", "no"), "nb": ("nb", "nn", "no"), "zh": ("zh", "yue")}.get(code, (code,))


def language_label(groups: Sequence[tuple[str, ...]]) -> str:
    """English names that :func:`language_codes` turns back into the same codes: 'Italian or French'."""
    return either([_english_name(codes) for codes in groups])


@cache
def _english_name(codes: tuple[str, ...]) -> str:
    for name, known in (*_by_name().items(), *_own_names(ENGLISH).items()):
        if known == codes and language_codes(name, ENGLISH) == codes:
            return " ".join(word[:1].upper() + word[1:] for word in name.split())
    return " or ".join(Locale("en").languages.get(code, code) for code in codes)


@cache
def counted_languages() -> frozenset[str]:
    """Languages, without script, that CLDR counts speakers of."""
    return frozenset(
        code.split("_")[0] for table in get_global("territory_languages").values() for code in table
    )


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    """Folded English names of every language that CLDR counts speakers of."""
    english = Locale("en").languages
    return {
        fold(english[code]): (code,) for code in sorted(counted_languages(), reverse=True) if code in english
    }
