"""Clue: pairs of an observation and what follows from it.

Two bases, never mixed. *picture*: what a clue source read in the pixels of this very image, with its box.
*gazetteer*: what would tell the country where the image was taken, if it were seen: a table of facts read
backwards. Such a pair says nothing of what the image shows, and its words do not either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from theodolite.clues.territories import (
    currency_countries,
    language_name,
    language_weights,
    shares,
    size_rank,
)
from theodolite.domain import Clue
from theodolite.evaluate.mggeo.truth import Truth, holds
from theodolite.geo import countries

#: A language with less of a country's signs is no fact about its streets.
_SIGNS = 0.1
#: Lists of more countries are counted, not spelt out.
LISTED = 40


def seen(clues: Iterable[Clue], truth: Truth) -> list[dict[str, Any]]:
    """Pairs of the clues that say something about places, in their order.

    ``agrees``: whether the place is where the clue says, null where that cannot be told. A misread line
    makes a clue that does not; it is kept and marked, so that whoever trains can choose.
    """
    return [
        {
            "id": one.id,
            "observation": one.observation,
            "inference": one.inference,
            "basis": "picture",
            "source": f"{one.kind}: {one.method}",
            "box": _box(one),
            "strength": one.strength.value,
            "agrees": holds(one.reach, truth),
            "countries": None,
        }
        for one in clues
        if one.active and one.reach is not None
    ]


def known(truth: Truth, city: str | None, bearers: Sequence[str]) -> list[dict[str, Any]]:
    """Pairs that tables of facts hold for the country of ``truth``; none where it has no country.

    ``bearers``: country codes of all places that are called like ``city``, with repetitions.
    """
    code = truth.country
    if not code:
        return []
    found = [pair for pair in (_side(code), *_languages(code), *_money(code), _calling(code)) if pair]
    domain = countries.domain(code)
    if domain:
        found.append(_fact(f"An internet address that ends in .{domain}", [code], "GeoNames country table"))
    if city and code in bearers:
        places = "One place is" if len(bearers) == 1 else f"{len(bearers)} places are"
        pair = _fact(f"A sign that names {city}", sorted(set(bearers)), "GeoNames place names")
        found.append(pair | {"inference": f"{places} called so, in {_words(set(bearers), code)}."})
    return found


def _side(code: str) -> dict[str, Any] | None:
    side = countries.driving_side(code)
    if not side:
        return None
    return _fact(f"Traffic that keeps to the {side}", countries.driving_on(side), "national road rules")


def _languages(code: str) -> list[dict[str, Any]]:
    weights: dict[str, float] = {}
    for (language, _), share in shares().get(code, {}).items():
        weights[language] = weights.get(language, 0.0) + share
    used = [language for language, share in weights.items() if share >= _SIGNS and language != "und"]
    return [
        _fact(f"Signs in {language_name(language)}", _written_in(language), "languages (Unicode CLDR)")
        for language in sorted(used, key=lambda language: (-weights[language], language))
    ]


@cache
def _written_in(language: str) -> tuple[str, ...]:
    """Countries where a good part of the signs is in ``language``."""
    weights = language_weights(language, everywhere=False)
    return tuple(sorted(code for code, share in weights.items() if share >= _SIGNS))


def _money(code: str) -> list[dict[str, Any]]:
    return [
        _fact(f"Prices in {_money_name(money)} ({money})", there, "legal tender (Unicode CLDR)")
        for money, there in _tenders()
        if code in there
    ]


def _calling(code: str) -> dict[str, Any] | None:
    import phonenumbers

    number = phonenumbers.country_code_for_region(code)
    if not number:
        return None
    there = sorted(set(phonenumbers.region_codes_for_country_code(number)) & set(countries.codes()))
    return _fact(f"Phone numbers that begin with +{number}", there, "numbering plans (phonenumbers)")


def _fact(observation: str, codes: Iterable[str], source: str) -> dict[str, Any]:
    there = sorted(set(codes))
    return {
        "id": None,
        "observation": observation,
        "inference": f"The country is {_words(there)}.",
        "basis": "gazetteer",
        "source": source,
        "box": None,
        "strength": None,
        "agrees": None,
        "countries": there if len(there) <= LISTED else None,
    }


def _words(codes: Iterable[str], first: str = "") -> str:
    """'Austria, Germany or Italy'; the most populous first, no more than six named."""
    ordered = sorted(codes, key=lambda code: (code != first, size_rank(code), code))
    names = [countries.name(code) for code in ordered]
    if len(names) == 1:
        return names[0]
    if len(names) > 6:
        return f"one of {len(names)} countries and territories, {', '.join(names[:3])} among them"
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _box(clue: Clue) -> list[float] | None:
    box = clue.box
    if box is None:
        return None
    return [round(min(max(side, 0.0), 1.0), 4) for side in (box.left, box.top, box.right, box.bottom)]


@cache
def _money_name(money: str) -> str:
    from babel import Locale

    return str(Locale("en").currencies.get(money, money))


@cache
def _tenders() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every currency in use with the countries where it is tender."""
    from babel.core import get_global

    rows = get_global("territory_currencies")  # type: ignore[arg-type, unused-ignore]
    current = {code for there in rows.values() for code, _, end, tender in there if tender and end is None}
    return tuple((money, currency_countries(money)) for money in sorted(current))
