"""What to look for next: what would tell the leading countries apart, and what has not been used yet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from theodolite.clues.territories import country_name, currency_countries, language_name, shares
from theodolite.domain import CaseState, Clue, Exhibit, Ranking, Suggestion, source_of
from theodolite.geo import countries

MOST = 6
_LEAST_SHARE = 0.02
_LEAST_WRITTEN = 0.2


def suggestions(state: CaseState, ranking: Ranking) -> tuple[Suggestion, ...]:
    """At most six, those that settle a conflict first. Each says why."""
    exhibits = [e for e in state.exhibits if e.id in ranking.exhibits and not e.withdrawn]
    clues = [c for c in state.clues if c.exhibit in ranking.exhibits and c.active]
    found = [
        *_conflicts(ranking),
        *_unread(exhibits),
        *_apart(ranking, clues),
        *_unused(state, exhibits, clues),
    ]
    return tuple(found[:MOST])


def _conflicts(ranking: Ranking) -> Iterable[Suggestion]:
    for one in ranking.contradictions:
        yield Suggestion(
            f"Check which of {one.first} and {one.second} is wrong",
            one.text,
            tuple(word for word in (one.first, one.second) if word[:1].isalpha() and word[1:].isdigit()),
        )


def _unread(exhibits: Iterable[Exhibit]) -> Iterable[Suggestion]:
    for item in exhibits:
        if not item.readable:
            yield Suggestion(
                f"Ask for another copy of {item.id}", "This one is stored but cannot be read.", (item.id,)
            )
        elif not item.examined:
            yield Suggestion(f"Examine {item.id}", "Nothing has been read from it yet.", (item.id,))


def _apart(ranking: Ranking, clues: Iterable[Clue]) -> Iterable[Suggestion]:
    """Questions on which the two leading countries differ."""
    leading = [code for code, share in ranking.countries[:2] if share >= _LEAST_SHARE]
    if len(leading) < 2 or ranking.measure:
        return
    first, second = leading
    kinds = {source_of(clue.kind) for clue in clues}
    names = country_name(first), country_name(second)

    def told(a: str, b: str) -> str:
        return f"{a} in {names[0]}, {b} in {names[1]}."

    sides = countries.driving_side(first), countries.driving_side(second)
    if all(sides) and sides[0] != sides[1]:
        yield Suggestion("See which side traffic keeps to", told(sides[0], sides[1]))
    written = _scripts(first), _scripts(second)
    if "script" not in kinds and written[0] and written[1] and not set(written[0]) & set(written[1]):
        yield Suggestion("Look for writing, even a few letters", told(*map(_and, written)))
    tongues = countries.official_languages(first), countries.official_languages(second)
    if "language" not in kinds and tongues[0] and tongues[1] and not set(tongues[0]) & set(tongues[1]):
        spoken = tuple(_and(tuple(language_name(code) for code in codes[:3])) for codes in tongues)
        yield Suggestion("Look for words, or ask what is spoken there", told(*spoken))
    money = _currency(first), _currency(second)
    if "currency" not in kinds and money[0] and money[1] and money[0] != money[1]:
        yield Suggestion("Look for a price", told(money[0], money[1]))
    codes = _calling(first), _calling(second)
    if "phone" not in kinds and all(codes) and codes[0] != codes[1]:
        yield Suggestion("Look for a telephone number", told(f"+{codes[0]}", f"+{codes[1]}"))


def _unused(state: CaseState, exhibits: Iterable[Exhibit], clues: Iterable[Clue]) -> Iterable[Suggestion]:
    kinds = {(clue.exhibit, source_of(clue.kind)) for clue in clues}
    for item in exhibits:
        timed = item.metadata.taken_at or any(c.exhibit == item.id and c.when is not None for c in clues)
        if item.readable and timed and (item.id, "sun") not in kinds:
            yield Suggestion(
                f"Measure a shadow in {item.id}",
                "Its time is claimed: with a shadow the sun draws a band of possible places.",
                (item.id,),
            )
    if not state.indexes:
        yield Suggestion(
            "Add references: geotagged photographs of the places in question",
            "Nothing is compared with the exhibits yet.",
        )


@cache
def _scripts(country: str) -> tuple[str, ...]:
    """Names of the scripts that are written by a good part of the country."""
    from babel import Locale

    names = Locale("en").scripts
    found: dict[str, float] = {}
    for (_, script), share in shares().get(country, {}).items():
        found[script] = found.get(script, 0.0) + share
    return tuple(names.get(script, script) for script in sorted(found) if found[script] >= _LEAST_WRITTEN)


@cache
def _currency(country: str) -> str:
    from babel.core import get_global
    from babel.numbers import get_currency_name, get_territory_currencies

    if country not in get_global("territory_currencies"):
        return ""
    found = get_territory_currencies(country)
    return get_currency_name(found[0], locale="en") if found and currency_countries(found[0]) else ""


@cache
def _calling(country: str) -> int:
    import phonenumbers

    return int(phonenumbers.country_code_for_region(country))


def _and(words: tuple[str, ...]) -> str:
    return " and ".join(words)
