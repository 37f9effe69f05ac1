"""Names of places in the text, against a gazetteer with native-script and alternate names.

A name is one clue however many places bear it: the ambiguity stays in it as alternatives with shares. What
is likelier an ordinary word ('market', 'palais'), a street's name ('Rue de Paris') or too obscure is
either not taken, or recorded switched off for a person to judge. A name may be inflected or misread by the
recogniser; each step away from what is written asks for a more populous place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import regex

from theodolite.clues import scripts
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.place_areas import area_findings, is_area
from theodolite.clues.place_phrases import Phrase, ends_as_place, phrases, unspaced
from theodolite.clues.place_signs import Home, agreement, distance_to, inside, joined, pairs
from theodolite.clues.territories import country_name, territory_names
from theodolite.clues.words import BUSINESSES, ORDINARY
from theodolite.domain import AlternativesReach, PointReach, Strength
from theodolite.geo import regions
from theodolite.geo.names import is_east

__all__ = ["Home", "Lookup", "Phrase", "Place", "agreement", "distance_to", "findings", "phrases"]

METHOD = "gazetteer of place names"

#: Standard deviations of a named place, km, by its people: a village, a town, a city, a city of a million.
VILLAGE_SD_KM, TOWN_SD_KM, CITY_SD_KM = 1.5, 5.0, 25.0
VILLAGE, CITY = 2_000, 100_000
_LARGE, _MIDDLE_SD_KM = 1_000_000, 15.0

#: At most so many readings of one name.
MAX_READINGS = 12

#: People a place needs to be believed: the name is the whole line, is several words, stands among others;
#: and where the language of the text is one of its country.
ALONE, SEVERAL, AMONG, AT_HOME = 15_000, 5_000, 100_000, 1_000
#: A nat of cost (an ending, a misread letter: gazetteer_forms, gazetteer_errors) asks so much more people.
_PER_NAT = 0.8
#: Look-ups with reading errors in one exhibit; letters a name needs for them.
MOST_FUZZY, _LEAST_LETTERS = 80, 5
#: A reading this much less likely than the best one is left out.
_LEAST_SHARE = 0.005
#: How much likelier a namesake is that lies in a region or country named beside it.
_BESIDE = 10.0


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer that bears the name; ``main``: it is its main name, not an alternate one.

    ``cost``: nats away from what is written, 0 for as written; ``way``: 'written', 'form' (an ending or
    'station' taken off) or 'misread'; ``matched``: its name that fitted. ``admin1``: its region's code.
    """

    id: str
    name: str
    region: str
    country: str
    lat: float
    lon: float
    population: int
    main: bool
    cost: float = 0.0
    way: str = "written"
    matched: str = ""
    admin1: str = ""


class Lookup(Protocol):
    """A name to every place that bears it (case and accents aside); ``fuzzy``: inflected or misread too."""

    def __call__(self, name: str, *, fuzzy: bool = False) -> Sequence[Place]: ...


Named = tuple[Phrase, Sequence[Place]]


def believable(phrase: Phrase, places: Sequence[Place], home: Home) -> bool:
    """Whether the name more likely means one of these places than something else."""
    top = max(home.values(), default=0.0)
    for place in places:
        at_home = top > 0 and home.get(place.country, 0.0) >= 0.5 * top
        if phrase.east and top > 0 and not at_home:
            continue  # two characters in passing are not a place in another country
        need = _people_needed(phrase, at_home)
        if not place.main and not phrase.east and not at_home:
            need *= 2
        if not place.main and not phrase.east:
            if len(phrase.text) < 4:
                continue
            if len(phrase.text) < 6 and not phrase.marked:
                need = max(need, CITY)
        if phrase.text[0].islower() and phrase.text[0].upper() != phrase.text[0] and not _caseless(phrase):
            need = max(need, CITY)
        if phrase.guessed:
            need = max(need, CITY)
        if place.population >= need * math.exp(_PER_NAT * place.cost):
            return True
    return False


def _people_needed(phrase: Phrase, at_home: bool) -> int:
    if phrase.east:
        han = bool(regex.search(r"\p{Han}", phrase.text))
        named = phrase.whole or phrase.marked or ends_as_place(phrase) or phrase.text.endswith(("区", "市"))
        if at_home and named:
            return AT_HOME
        return AT_HOME if at_home and han and len(phrase.text) >= 3 else ALONE if phrase.marked else AMONG
    if phrase.whole or phrase.words > 1 or phrase.marked:
        usual = SEVERAL if phrase.marked or (phrase.words > 1 and not phrase.whole) else ALONE
        return AT_HOME if at_home else usual
    return ALONE if at_home else AMONG


def _caseless(phrase: Phrase) -> bool:
    return bool(regex.match(r"\p{Georgian}", phrase.text))


def readings(
    places: Sequence[Place], home: Home, within: frozenset[str] = frozenset()
) -> tuple[tuple[float, Place], ...]:
    """Every place with its share: root of the population, the main name before alternates, the language,
    how near the name is to what is written, and regions or countries named beside it."""
    top = max(home.values(), default=0.0)
    weighed = []
    for place in {place.id: place for place in reversed(places)}.values():
        weight = math.sqrt(place.population + 500) * (1.0 if place.main else 0.6) * math.exp(-place.cost)
        if top > 0:
            weight *= 0.1 + 0.9 * home.get(place.country, 0.0) / top
        if place.country in within or place.admin1 in within:
            weight *= _BESIDE
        weighed.append((weight, place))
    weighed.sort(key=lambda item: (-item[0], item[1].id))
    kept = [item for item in weighed[:MAX_READINGS] if item[0] >= _LEAST_SHARE * weighed[0][0]]
    total = sum(weight for weight, _ in kept)
    return tuple((weight / total, place) for weight, place in kept)


def sd_km(population: int) -> float:
    """How far what a sign names may be from the middle of a place of so many people (0: not known)."""
    if population >= CITY:
        return CITY_SD_KM if population >= _LARGE else _MIDDLE_SD_KM
    return VILLAGE_SD_KM if 0 < population < VILLAGE else TOWN_SD_KM


def reach(options: Sequence[tuple[float, Place]], away: float | None = None) -> AlternativesReach:
    """The readings as alternatives; shares sum to 1. ``away``: kilometres a direction sign states."""
    return AlternativesReach(tuple((share, point(place, away)) for share, place in options))


def point(place: Place, away: float | None = None) -> PointReach:
    """The place with the deviation of its size, widened to the stated distance from it."""
    return PointReach(place.lat, place.lon, max(sd_km(place.population), away or 0.0), label(place))


def label(place: Place) -> str:
    """'Minato City, Tokyo', 'Paris 01 Louvre, Île-de-France'; the country follows by its code."""
    country = country_name(place.country)
    region = [place.region] if place.region not in ("", place.name, country) else []
    return ", ".join([place.name, *region, country])


class _Names:
    """The look-ups of one exhibit: as written first, with endings and errors for a bounded number."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup, self.left = lookup, MOST_FUZZY

    def places(self, phrase: Phrase, home: Home) -> Named:
        places = list(self.lookup(phrase.text))
        if places:
            return phrase, places
        if not phrase.east:
            readable = [text for text in scripts.other_readings(phrase.text) if text.lower() not in ORDINARY]
            places = [place for text in readable for place in self.lookup(text)]
            if places:
                return replace(phrase, guessed=True), places
        return phrase, self._near(phrase)

    def _near(self, phrase: Phrase) -> list[Place]:
        letters = len(regex.findall(r"[\p{L}\p{M}]", phrase.text))
        least = 3 if phrase.east else _LEAST_LETTERS - phrase.marked
        single = phrase.words == 1 and not phrase.east
        if self.left <= 0 or letters < least or not (phrase.whole or phrase.marked or single):
            return []
        self.left -= 1
        near = self.lookup(phrase.text, fuzzy=True)
        # Inside a line a misread name cannot be told from another word; an inflected one can. Nor can one of
        # three syllables.
        short = phrase.east and letters < 4 and not is_east(phrase.text)
        misread = (phrase.whole or phrase.marked) and not short
        return [place for place in near if place.way == "form" or misread]


def names_in(line: TextLine, names: _Names, home: Home, skip: str = "") -> tuple[list[Named], list[Named]]:
    """Names in one line: (believed, doubtful). A name inside a longer one that was taken is not looked at.

    ``skip``: a name already taken, over this line and a neighbour.
    """
    believed: list[Named] = []
    doubtful: list[Named] = []
    rest = unspaced(line.text)
    for phrase in phrases(rest):
        if phrase.text not in rest or phrase.text in skip or phrase.text.lower() in territory_names():
            continue
        phrase, places = names.places(phrase, home)
        if not places:
            continue
        if believable(phrase, places, home):
            believed.append((phrase, places))
            rest = rest.replace(phrase.text, "\n")
        elif any(place.way != "written" for place in places):
            continue
        elif (phrase.whole or (phrase.words > 1 and not phrase.east)) and phrase.text.lower() not in ORDINARY:
            doubtful.append((phrase, places))
            rest = rest.replace(phrase.text, "\n")
    return believed, doubtful


def findings(
    lines: Sequence[TextLine], lookup: Lookup, homes: dict[int, Home], beside: Home | None = None
) -> list[Finding]:
    """Place names of all lines; ``homes``: line number -> P(its language | country).

    ``beside``: what phone numbers, domains and the like of the same photograph say (:func:`agreement`).
    A line gives one counted finding: of two names on one line (a route, a list) the most populous counts.
    """
    found: list[Finding] = []
    names = _Names(lookup)
    taken_over: dict[int, str] = {}
    for whole, second, joint in pairs(lines):
        home = joined(homes.get(whole.number, {}), beside or {})
        for phrase, places in _over(whole, joint, lookup, home):
            taken_over[whole.number] = taken_over[second] = phrase.text
            options = readings(places, home, inside(whole.text))
            found.append(
                _finding(whole, phrase, options, home, None, counted=True, note=f"Goes on in line {second}.")
            )
            break
    for line in lines:
        home = joined(homes.get(line.number, {}), beside or {})
        if is_area(line.text):
            found += area_findings(line, home)
            continue
        away = distance_to(line, lines, home)
        within = inside(line.text)
        believed, doubtful = names_in(line, names, home, taken_over.get(line.number, ""))
        believed.sort(key=_by_people)
        business = any(word.lower() in BUSINESSES for word in regex.findall(r"\p{L}+", line.text))
        taken: set[str] = set()
        over = line.number in taken_over
        for phrase, places in _most_specific(believed, home, within):
            options = readings(places, home, within)
            ids = {place.id for _, place in options}
            if not ids & taken:
                counted = not taken and not over and (not business or phrase.marked)
                found.append(_finding(line, phrase, options, home, away, counted=counted))
            taken |= ids
        if not believed and not over:
            found += area_findings(line, home)
            for phrase, places in doubtful[:1]:
                options = readings(places, home, within)
                found.append(_finding(line, phrase, options, home, away, counted=False))
    return found


def _by_people(named: Named) -> tuple[bool, int]:
    return named[1][0].way == "misread", -max(place.population for place in named[1])


def _over(line: TextLine, joint: str, lookup: Lookup, home: Home) -> Iterable[Named]:
    """Names that run over the joint of two lines, exactly as written."""
    for phrase in phrases(line.text):
        if joint in phrase.text:
            places = lookup(phrase.text)
            if places and believable(phrase, places, home):
                yield phrase, places


def _most_specific(believed: list[Named], home: Home, within: frozenset[str]) -> list[Named]:
    """Of two names on a line where the smaller place lies in the larger ('東京都港区'), the smaller first."""
    if len(believed) < 2:
        return believed
    first = readings(believed[0][1], home, within)[0][1]
    for at, (_, places) in enumerate(believed[1:], 1):
        other = readings(places, home, within)[0][1]
        apart = math.hypot(other.lat - first.lat, (other.lon - first.lon) * math.cos(math.radians(first.lat)))
        if other.id != first.id and other.country == first.country and apart < 0.6:
            return [believed[at], *believed[:at], *believed[at + 1 :]]
    return believed


def _finding(
    line: TextLine,
    phrase: Phrase,
    options: Sequence[tuple[float, Place]],
    home: Home,
    away: float | None,
    *,
    counted: bool,
    note: str = "",
) -> Finding:
    shown = ", or ".join(label(place) for _, place in options[:3])
    more = len(options) - 3
    inference = f"names {shown}" + (f", or {more} more of this name" if more > 0 else "")
    best = options[0][1]
    if best.way == "misread":
        inference += f"; read as “{phrase.text}”, nearest to “{best.matched}”"
    elif best.way == "form":
        inference += f"; a form of “{best.matched}”"
    if away is not None:
        inference += f"; a direction sign, about {away:.3g} km from it"
    off = "Switched off: not plainly the name of this place. Switch on if you are sure."
    return Finding(
        line.number,
        "text.place",
        observation=f"“{phrase.text}”" + ("" if phrase.text == line.text else f" in “{line.text}”"),
        inference=inference,
        strength=Strength.LIKELY if counted and _plain(phrase, best, home) else Strength.WEAK,
        method=METHOD,
        key="place:" + ",".join(sorted(place.id for _, place in options[:3])),
        reach=reach(options, away),
        confidence=line.confidence,
        note=note if counted else off,
        active=counted,
    )


def _plain(phrase: Phrase, best: Place, home: Home) -> bool:
    """Whether the name is plainly that of this place: it stands alone or is marked, and is written as the
    place is called. An ending taken off and a short other name ('Pali' for Paris) need the language."""
    stands = phrase.whole or phrase.marked or (phrase.east and ends_as_place(phrase)) or _ward(phrase)
    if not stands or phrase.guessed or best.way == "misread":
        return False
    top = max(home.values(), default=0.0)
    if phrase.marked or (top > 0 and home.get(best.country, 0.0) >= 0.5 * top):
        return True
    if best.way == "form":
        return best.cost < 1.0
    latin = bool(regex.match(r"\p{Latin}", phrase.text))
    return best.main or not latin or len(phrase.text) >= 6


def _ward(phrase: Phrase) -> bool:
    return phrase.east and phrase.text.endswith(("区", "市", "區", "県", "縣", "町", "村", "府", "都", "州"))


def from_gazetteer(match: object) -> Place:
    """A match of :class:`theodolite.geo.gazetteer.Gazetteer` as a place of this module."""
    from theodolite.geo.gazetteer import PlaceMatch

    assert isinstance(match, PlaceMatch)
    place = match.place
    return Place(
        id=str(place.id),
        name=place.name,
        region=regions.name(place.admin1),
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        population=place.population,
        main=match.main,
        cost=0.0 if match.way == "written" else max(0.0, match.cost - (0.0 if match.main else 1.7)),
        way=match.way,
        matched=match.matched,
        admin1=place.admin1,
    )
