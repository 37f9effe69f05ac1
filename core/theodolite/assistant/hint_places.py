"""Names in hints turned into countries, regions or towns; a name that could be two things is asked back.

A country wins over a region and a region over the towns in it: the wider reading is the weaker claim and
never wrong when the narrower is right. Where neither holds the other, nothing is chosen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from theodolite.assistant.hint_labels import country_label, division, label, region_label, regions_label
from theodolite.assistant.hint_words import AMBIGUOUS, GROUPS, NOT_ALONE, NOT_TOWNS, PARTS_OF_COUNTRIES, Words
from theodolite.errors import HintNotUnderstood
from theodolite.geo import countries, regions
from theodolite.geo.gazetteer import Gazetteer, Place
from theodolite.geo.geodesy import distance_km
from theodolite.geo.names import fold

#: People. A smaller town without its country is asked back: the name may mean a landscape ("Siberia").
_SMALL = 15_000
#: A name in small letters, or one that outweighs a region, needs a town this big.
_WELL_KNOWN = 100_000
#: The same for a capitalised name that is an ordinary word.
_ODD = 90_000
#: With so many times the people of any namesake the others are not meant ...
_DOMINANT = 8.0
#: ... and with so many times fewer than the largest a namesake is not meant.
_MINOR = 20.0
#: What a place weighs that bears the name only beside its main one (Lomé is Rome in some languages).
_OTHER_NAME = 0.02
#: A place that bears the name beside its main one (Odesa, "Odessa") with this share of the people of the
#: largest that is called so is asked back.
_AS_LARGE = 0.5
_OTHERWISE_CALLED = 0.95  # score of a name beside the main one that is not only a romanisation
_MOST_READINGS = 8
_SAME_TOWN_KM = 30.0
_LEAST_SCORE = 0.85
_NEARLY = 0.75  # of a name that a refusal may suggest

#: How several towns of one name are said back.
_ONE_OF = re.compile(r"^one of \d+ places called (.+?) \([^()]*\)$")

Kind = Literal["country", "region", "town"]


@dataclass(frozen=True, slots=True)
class Named:
    """What a name means: codes of countries or regions, or towns with their shares (sum 1)."""

    kind: Kind
    label: str
    codes: tuple[str, ...] = ()
    towns: tuple[tuple[float, Place], ...] = ()


def resolve(text: str, words: Words, gazetteer: Gazetteer | None, *, towns_only: bool = False) -> Named:
    """The meaning of one name, with qualifiers ("Florence, Italy"). Raises HintNotUnderstood."""
    again = _ONE_OF.match(text.strip())
    if again:
        return resolve(again[1], words, gazetteer, towns_only=True)
    base, *qualifiers = [part.strip() for part in re.split(r",|\s+in\s+", text.strip())]
    base, kind = _kind_said(base, words)
    if not base or not all(qualifiers):
        raise UnknownPlace(text)
    if towns_only and kind is None:
        kind = "town"
        _area_is_no_town(base, qualifiers, gazetteer)
        if not qualifiers and not again:
            region_is_no_town(base, gazetteer)
    elif not qualifiers and kind is None:
        not_alone(base)
    if not qualifiers and kind is None and fold(base) in AMBIGUOUS:
        raise HintNotUnderstood(f'"{base}" can be several things: {AMBIGUOUS[fold(base)]}.')
    within = [_qualifier(part, words, text) for part in qualifiers]
    if kind is None:
        _two_countries(base, within, qualifiers)
    found = None if within else _country(base, kind, gazetteer)
    found = found or _region_or_town(base, kind, within, gazetteer, ", ".join((base, *qualifiers)))
    if found is None:
        raise UnknownPlace(text)
    return found


def _area_is_no_town(name: str, qualifiers: Sequence[str], gazetteer: Gazetteer | None) -> None:
    """Nobody means Lebanon in Pennsylvania by "near Lebanon"; Singapore is its own town."""
    code = None if qualifiers else _lookup_country(name)
    if code is None:
        return
    towns = _towns(name, gazetteer, trusted=True)
    if not towns or towns[0][0].country != code or towns[0][0].population < _SMALL:
        raise HintNotUnderstood(f'"{name}" is a country: say "in" it, or name a town.')


def region_is_no_town(name: str, gazetteer: Gazetteer | None) -> None:
    """Nobody should settle whether "near Ontario" means a town in California; Naples lies in its region."""
    not_alone(name)
    areas, towns = _regions(name), _towns(name, gazetteer, trusted=True)
    if areas and towns and towns[0][0].admin1 not in areas:
        town = towns[0][0]
        raise HintNotUnderstood(
            f'"{name}" can be {region_label(areas[0])} or the town {label(town)}: say "in the region of '
            f'{name}" or name the town with its country.'
        )


def not_alone(name: str) -> None:
    if fold(name) in NOT_ALONE:
        raise HintNotUnderstood(f'"{name}" can be several things: {NOT_ALONE[fold(name)]}.')


def _two_countries(name: str, within: Sequence[_Within], qualifiers: Sequence[str]) -> None:
    """ "Luxembourg, Belgium" is a list as well as a province; the advice of AMBIGUOUS is not."""
    code = _lookup_country(name)
    if code is None or len(within) != 1 or not within[0].countries or code in within[0].countries:
        return
    if fold(name) in AMBIGUOUS or any(c.split(".")[0] in within[0].countries for c in _regions(name)):
        return
    raise HintNotUnderstood(
        f'"{name}, {qualifiers[0]}" names two countries: say "in {name} or {qualifiers[0]}", or name the '
        "town or region with the region that it lies in."
    )


def _kind_said(name: str, words: Words) -> tuple[str, Kind | None]:
    """The name without what says its kind ("the city of", "state"), and the kind."""
    name = re.sub(rf"^{words.article}\s+", "", name.strip(), flags=re.I)
    said: tuple[tuple[str, Kind], ...] = (
        (words.country_of, "country"),
        (words.region_of, "region"),
        (words.town_of, "town"),
    )
    for pattern, kind in said:
        match = re.match(rf"^{pattern}\s+(?:{words.article}\s+)?(\S.*)$", name, flags=re.I)
        # "Republic of Ireland", "District of Columbia" are names themselves
        if match and not _name_itself(name):
            return match.group(1), kind
    match = re.match(rf"^(\S.*?)\s+{words.region_after}$", name, flags=re.I)
    if match and not _name_itself(name):
        return match.group(1), "region"
    return name, None


def _name_itself(name: str) -> bool:
    return _lookup_country(name) is not None


def _lookup_country(name: str) -> str | None:
    """The country of this name. Codes of two or three letters are names only in capitals ("UK", "USA")."""
    key = fold(name)
    if len(key) <= 3 and key.isascii() and name != name.upper():
        return None
    if len(key) <= 2 and key.isascii() and key not in ("uk", "us"):
        return None
    code = countries.lookup(name)
    if code is not None and key in PARTS_OF_COUNTRIES:
        return None  # "not in Scotland" must not become "not in the United Kingdom"
    return code


@lru_cache(maxsize=512)
def _group(key: str) -> tuple[str, ...]:
    """Members of a continent or subregion; kept, because the search goes through every country."""
    return countries.group(key)


def _country(name: str, kind: Kind | None, gazetteer: Gazetteer | None) -> Named | None:
    if kind in ("region", "town"):
        return None
    if kind is None and fold(name) in GROUPS:
        return Named("country", *GROUPS[fold(name)])
    if kind is None and (members := _group(fold(name))):
        article = "the " if fold(name) in ("middle east", "balkans", "caribbean") else ""
        return Named("country", article + name.title(), members)
    code = _lookup_country(name)
    if code is None:
        return None
    if kind is None and fold(name) != fold(countries.name(code)):
        # "Granada" is Grenada in Spanish, and a town.
        for place, weight in _towns(name, gazetteer, trusted=False):
            if place.country != code and weight >= _ODD:
                raise HintNotUnderstood(
                    f'"{name}" can be {countries.name(code)} or the town {label(place)}: '
                    f'say "in the country of {countries.name(code)}" or "in {place.name}, '
                    f'{countries.name(place.country)}".'
                )
    return Named("country", country_label(code), (code,))


@dataclass(frozen=True, slots=True)
class _Within:
    """A qualifier: countries or regions that the named place must lie in."""

    countries: frozenset[str]
    areas: frozenset[str]

    def holds(self, country: str, region: str) -> bool:
        return country in self.countries or region in self.areas


def _qualifier(name: str, words: Words, text: str) -> _Within:
    name, kind = _kind_said(name, words)
    code = _lookup_country(name) if kind != "region" else None
    inside = frozenset(regions.lookup(name) if len(fold(name)) > 2 else ())
    if not inside and re.fullmatch(r"[A-Z]{2}", name):
        inside = frozenset(_regions(f"US-{name}"))
    if code is None and not inside:
        raise UnknownPlace(text, f'I do not know "{name}" in "{text}".')
    return _Within(frozenset((code,) if code else ()), inside)


def _regions(name: str) -> tuple[str, ...]:
    if fold(name) in NOT_TOWNS or len(fold(name)) < 3:
        return ()
    return regions.lookup(name)


def _region_or_town(
    name: str, kind: Kind | None, within: list[_Within], gazetteer: Gazetteer | None, said: str
) -> Named | None:
    areas: tuple[str, ...] = ()
    if kind in (None, "region"):
        areas = tuple(
            code
            for code in (regions.lookup(name) if within else _regions(name))
            if all(code.split(".")[0] in w.countries for w in within)
        )
    towns: list[tuple[Place, float]] = []
    if kind in (None, "town") or areas:
        towns = [
            (place, weight)
            for place, weight in _towns(name, gazetteer, trusted=kind == "town" or bool(within))
            if all(w.holds(place.country, place.admin1) for w in within)
        ]
    if areas:
        inside = max((weight for t, weight in towns if t.admin1 in areas), default=0.0)
        if len({code.split(".")[0] for code in areas}) > 1:
            inside = 0.0
        outside = [
            t
            for t, weight in towns
            if t.admin1 not in areas and weight >= max(_WELL_KNOWN, inside / _DOMINANT)
        ]
        if outside and kind == "region":
            return Named("region", f"the {division(areas)} of {regions_label(name, areas, True)}", areas)
        if outside:
            raise HintNotUnderstood(
                f'"{name}" can be {region_label(areas[0])} or the town {label(outside[0])}: '
                f'say "in the region of {name}" or "in {name}, {countries.name(outside[0].country)}".'
            )
        return Named("region", regions_label(name, areas, bool(within)), areas)
    if not towns:
        return None
    first, weight = towns[0]
    if not within and weight >= first.population:
        _called_so_elsewhere(name, towns, gazetteer)
    if not within and first.population < _SMALL:
        if weight < first.population:
            return None
        raise HintNotUnderstood(
            f'The largest "{name}" I know is {label(first)}, a small place: '
            f'say "in {first.name}, {countries.name(first.country)}" if it is meant.'
        )
    named = _town(said, towns)
    if kind is None and not within:  # all of them, however it was typed
        return _every_town(name, within, gazetteer, said)
    return named


def _called_so_elsewhere(
    name: str, towns: Sequence[tuple[Place, float]], gazetteer: Gazetteer | None
) -> None:
    """Odessa in Texas is not meant for certain where a larger town is called so in other languages."""
    first = towns[0][0]
    if gazetteer is None or _lookup_country(name) == first.country:
        return
    named = [town for town, weight in towns if weight >= town.population]
    for match in gazetteer.lookup(name, fuzzy=False, limit=60):
        place = match.place
        if (
            match.exact
            and not match.main
            and match.score >= _OTHERWISE_CALLED
            and place.population >= _AS_LARGE * first.population
            and len(_distinct([*((town, 0.0) for town in named), (place, 0.0)])) > len(named)
        ):
            raise HintNotUnderstood(
                f'"{name}" can be {label(first)} or {label(place)}: name the country or region too.'
            )


def _every_town(name: str, within: list[_Within], gazetteer: Gazetteer | None, said: str) -> Named:
    """Every town of the name, small ones too."""
    every = _towns(name, gazetteer, trusted=True)
    return _town(
        said, [item for item in every if all(w.holds(item[0].country, item[0].admin1) for w in within)]
    )


def _town(name: str, towns: list[tuple[Place, float]]) -> Named:
    first, most = towns[0]
    if len(towns) == 1 or most >= _DOMINANT * towns[1][1]:
        return Named("town", label(first), towns=((1.0, first),))
    meant = [(place, weight) for place, weight in towns if weight * _MINOR >= most]
    if len(meant) > _MOST_READINGS:
        raise HintNotUnderstood(f'{len(towns)} places are called "{name}": name the country or region too.')
    total = sum(math.sqrt(weight + 500) for _, weight in meant)
    shares = tuple((math.sqrt(weight + 500) / total, place) for place, weight in meant)
    named = " \u00b7 ".join(label(place) for place, _ in meant[:3]) + (
        " \u00b7 ..." if len(meant) > 3 else ""
    )
    return Named("town", f"one of {len(meant)} places called {name} ({named})", towns=shares)


def _towns(name: str, gazetteer: Gazetteer | None, *, trusted: bool) -> list[tuple[Place, float]]:
    """Places that bear exactly this name with their people (discounted for other names than the main one).

    The largest first, near namesakes merged.

    ``trusted``: a country or "the town of" was said as well, so that even small places count.
    """
    if gazetteer is None or len(fold(name)) < 2:
        return []
    least = 0
    if fold(name) in NOT_TOWNS:
        least = _ODD if name[:1].isupper() else 2**62
    elif not trusted and name == name.lower() and name != name.upper():
        least = _WELL_KNOWN
    matches = gazetteer.lookup(name, fuzzy=False, limit=60)
    found: dict[int, tuple[Place, float]] = {}
    for match in matches:
        if match.exact and match.score >= _LEAST_SCORE and match.place.population >= least:
            weight = match.place.population * (1.0 if match.main else _OTHER_NAME)
            found[match.place.id] = max(
                found.get(match.place.id, (match.place, 0.0)), (match.place, weight), key=lambda item: item[1]
            )
    return _distinct(sorted(found.values(), key=lambda item: (-item[1], item[0].id)))


def _distinct(places: Iterable[tuple[Place, float]]) -> list[tuple[Place, float]]:
    kept: list[tuple[Place, float]] = []
    for place, weight in places:
        if not any(
            abs(place.lat - other.lat) < 1
            and float(distance_km(place.lat, place.lon, other.lat, other.lon)) < _SAME_TOWN_KM
            for other, _ in kept
        ):
            kept.append((place, weight))
    return kept


class UnknownPlace(HintNotUnderstood):
    """Nothing bears the name ``name``."""

    def __init__(self, name: str, message: str = "") -> None:
        super().__init__(message or f'I know no place called "{name}".')
        self.name = name


def with_advice(error: UnknownPlace, gazetteer: Gazetteer | None) -> HintNotUnderstood:
    """The refusal a person reads: with a name that is written nearly so. Searched once a sentence."""
    if gazetteer is None:
        return HintNotUnderstood(
            f'I know no country or region called "{error.name}", and towns need the gazetteer pack: '
            "theodolite packs fetch gazetteer."
        )
    if len(error.name) <= 4 or fold(error.name) in NOT_TOWNS:
        return HintNotUnderstood(str(error))
    near = [match for match in gazetteer.lookup(error.name, limit=3) if match.score >= _NEARLY]
    advice = f" Did you mean {label(near[0].place)}?" if near else ""
    return HintNotUnderstood(f"{error}{advice}")
