"""Names of places in the text, against a gazetteer with native-script and alternate names.

A name is one clue however many places bear it: the ambiguity stays in it as alternatives with shares. What
is likelier an ordinary word ('market', 'palais'), a street's name ('Rue de Paris') or too obscure is
either not taken, or recorded switched off for a person to judge.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import regex

from theodolite.clues import scripts
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.streets import street_words
from theodolite.clues.territories import country_name, territory_names
from theodolite.clues.words import BUSINESSES, HAN_PLACES, ORDINARY
from theodolite.domain import AlternativesReach, AreaReach, PointReach, Strength

METHOD = "gazetteer of place names"

#: Standard deviations of a named place, km (posterior.md): a town, a city of 100,000 people and more.
TOWN_SD_KM, CITY_SD_KM, CITY = 5.0, 25.0, 100_000

#: At most so many readings of one name.
MAX_READINGS = 12

#: People a place needs to be believed: the name is the whole line, is several words, stands among others;
#: and where the language of the text is one of its country.
ALONE, SEVERAL, AMONG, AT_HOME = 15_000, 5_000, 100_000, 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer that bears the name; ``main``: it is its main name, not an alternate one."""

    id: str
    name: str
    region: str
    country: str
    lat: float
    lon: float
    population: int
    main: bool


#: A name to every place that bears it exactly (case and accents aside).
Lookup = Callable[[str], Sequence[Place]]
#: Country -> P(the text | country), or empty when its language is not known.
Home = dict[str, float]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a line that may be a name: ``words`` of it, and whether nothing else is on the line.

    ``guessed``: the name was found only after reading its letters in another script.
    """

    text: str
    words: int
    whole: bool
    east: bool
    guessed: bool = False


def phrases(text: str) -> list[Phrase]:
    """Stretches of a line that may be names, longest first."""
    return _east(text) + _west(text)


def _west(text: str) -> list[Phrase]:
    without = regex.sub(r"\S*(?:://|www\.|@)\S*", " ", text)
    blocked = {position for _, _, span in street_words(text) for position in range(*span)}
    if blocked:
        # A line with a street word names a street; the places streets are called after are elsewhere.
        return []
    tokens = regex.findall(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{M}][\p{L}\p{M}'’.-]*", without)
    words = [token.strip(".'’-") for token in tokens]
    words = [word for word in words if word and word.lower() not in ("km", "m")]
    small = sum(word[0].islower() and word.lower() not in _LINKING for word in words)
    prose = len(words) >= 4 and small * 2 >= len(words)
    found = []
    for size in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            whole = size == len(words)
            if not whole and (part[0][0].islower() or part[-1][0].islower()):
                continue
            if size > 1 and any(word[0].islower() and word.lower() not in _LINKING for word in part):
                continue
            if all(word.lower() in ORDINARY for word in part):
                continue
            if size == 1 and (len(part[0]) < 3 or (prose and start == 0)):
                continue
            phrase = " ".join(part)
            if len(phrase) < 4 and not whole:
                continue
            found.append(Phrase(phrase, size, whole, False))
    return found


_SMALL = "of the de du des la le les di da do del della van von am an der im in sur upon l d"
_LINKING = frozenset(_SMALL.split())


def _east(text: str) -> list[Phrase]:
    found: list[Phrase] = []
    runs = regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}ーヶ々]{2,}", text)
    streets = {word for word, _, _ in street_words(text)}
    for run in runs:
        if run in streets:
            continue
        whole = len(runs) == 1
        for size in range(min(8, len(run)), 1, -1):
            for start in range(len(run) - size + 1):
                part = run[start : start + size]
                kana = not scripts.counts(part).get("Hani")
                if kana and (size < 3 or part != run):
                    continue  # kana are grammar and foreign words far more often than names
                found.append(Phrase(part, 1, whole and part == run, True))
    return found


def believable(phrase: Phrase, places: Sequence[Place], home: Home) -> bool:
    """Whether the name more likely means one of these places than something else."""
    top = max(home.values(), default=0.0)
    for place in places:
        at_home = top > 0 and home.get(place.country, 0.0) >= 0.5 * top
        if phrase.east and top > 0 and not at_home:
            continue  # two characters in passing are not a place in another country
        if phrase.east:
            marked = phrase.text.endswith(HAN_PLACES) or len(phrase.text) >= 3
            need = AT_HOME if at_home and (marked or phrase.whole) else AMONG
        elif phrase.whole:
            need = AT_HOME if at_home else ALONE
        elif phrase.words > 1:
            need = AT_HOME if at_home else SEVERAL
        else:
            need = ALONE if at_home else AMONG
        if not place.main and not phrase.east and not at_home:
            need *= 2
        if not place.main and not phrase.east:
            if len(phrase.text) < 4:
                continue
            if len(phrase.text) < 6:
                need = max(need, CITY)
        if phrase.text[0].islower() or phrase.guessed:
            need = max(need, CITY)
        if place.population >= need:
            return True
    return False


def readings(places: Sequence[Place], home: Home) -> tuple[tuple[float, Place], ...]:
    """Every place with its share: root of the population, the main name before alternates, the language."""
    top = max(home.values(), default=0.0)
    weighed = []
    for place in {place.id: place for place in places}.values():
        weight = math.sqrt(place.population + 500) * (1.0 if place.main else 0.6)
        if top > 0:
            weight *= 0.1 + 0.9 * home.get(place.country, 0.0) / top
        weighed.append((weight, place))
    weighed.sort(key=lambda item: (-item[0], item[1].id))
    kept = weighed[:MAX_READINGS]
    total = sum(weight for weight, _ in kept)
    return tuple((weight / total, place) for weight, place in kept)


def reach(options: Sequence[tuple[float, Place]], away: float | None = None) -> AlternativesReach:
    """The readings as alternatives; shares sum to 1. ``away``: kilometres a direction sign states."""
    return AlternativesReach(tuple((share, point(place, away)) for share, place in options))


def point(place: Place, away: float | None = None) -> PointReach:
    """The place with the deviation of a town or city, widened to the stated distance from it."""
    sd = max(CITY_SD_KM if place.population >= CITY else TOWN_SD_KM, away or 0.0)
    return PointReach(place.lat, place.lon, sd, label(place))


def label(place: Place) -> str:
    """'Minato City, Tokyo', 'Paris 01 Louvre, Île-de-France'; the country follows by its code."""
    country = country_name(place.country)
    region = [place.region] if place.region not in ("", place.name, country) else []
    return ", ".join([place.name, *region, country])


def names_in(
    line: TextLine, lookup: Lookup, home: Home
) -> tuple[list[tuple[Phrase, Sequence[Place]]], list[tuple[Phrase, Sequence[Place]]]]:
    """Names in one line: (believed, doubtful). A name inside a longer one that was taken is not looked at."""
    believed: list[tuple[Phrase, Sequence[Place]]] = []
    doubtful: list[tuple[Phrase, Sequence[Place]]] = []
    rest = line.text
    for phrase in phrases(line.text):
        if phrase.text not in rest or phrase.text.lower() in territory_names():
            continue
        places = list(lookup(phrase.text))
        if not places and not phrase.east:
            readable = [text for text in scripts.other_readings(phrase.text) if text.lower() not in ORDINARY]
            places = [place for text in readable for place in lookup(text)]
            phrase = replace(phrase, guessed=True)
        if not places:
            continue
        if believable(phrase, places, home):
            believed.append((phrase, places))
            rest = rest.replace(phrase.text, "\n")
        elif (phrase.whole or (phrase.words > 1 and not phrase.east)) and phrase.text.lower() not in ORDINARY:
            doubtful.append((phrase, places))
            rest = rest.replace(phrase.text, "\n")
    return believed, doubtful


_DISTANCE = regex.compile(r"(?<![\d.,])(\d{1,4})(?:[.,]\d)?\s?km(?![\p{L}/])", flags=regex.IGNORECASE)
#: How near (fractions of the image, between centres) a distance stands to the name it belongs to.
_NEAR = 0.35


def distance_to(line: TextLine, lines: Sequence[TextLine]) -> float | None:
    """Kilometres stated on a direction sign for the name in ``line``: on the line itself or nearest to it."""
    own = _DISTANCE.search(line.text)
    if own:
        return float(own.group(1))
    x, y = _centre(line)
    best: tuple[float, float] | None = None
    for other in lines:
        match = _DISTANCE.fullmatch(regex.sub(r"[^\p{L}\d.,\s]", "", other.text).strip())
        if match:
            u, v = _centre(other)
            apart = math.hypot(u - x, v - y)
            if apart <= _NEAR and (best is None or apart < best[0]):
                best = (apart, float(match.group(1)))
    return best[1] if best else None


def _centre(line: TextLine) -> tuple[float, float]:
    box = line.box
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def findings(lines: Sequence[TextLine], lookup: Lookup, homes: dict[int, Home]) -> list[Finding]:
    """Place names of all lines; ``homes``: line number -> P(its language | country).

    A line gives one counted finding: of two names on one line (a route, a list) the most populous counts.
    """
    found = []
    for line in lines:
        home = homes.get(line.number, {})
        away = distance_to(line, lines)
        believed, doubtful = names_in(line, lookup, home)
        believed.sort(key=lambda item: -max(place.population for place in item[1]))
        business = any(word.lower() in BUSINESSES for word in regex.findall(r"\p{L}+", line.text))
        taken: set[str] = set()
        for phrase, places in believed:
            ids = {place.id for _, place in readings(places, home)}
            if not ids & taken:
                found.append(
                    _finding(line, phrase, readings(places, home), away, counted=not taken and not business)
                )
            taken |= ids
        if not believed:
            found += _country(line)
        for phrase, places in doubtful[: 0 if believed else 1]:
            found.append(_finding(line, phrase, readings(places, home), away, counted=False))
    return found


def _country(line: TextLine) -> list[Finding]:
    """A line that is the name of a country: weak, goods and flags are named after countries everywhere."""
    for phrase in phrases(line.text):
        code = territory_names().get(phrase.text.lower(), "")
        if phrase.whole and code:
            known = code.isalpha()
            return [
                Finding(
                    line.number,
                    "text.place",
                    observation=f"“{phrase.text}”",
                    inference=f"names {country_name(code)}",
                    strength=Strength.WEAK,
                    method="names of countries (CLDR)",
                    key=f"country:{code}",
                    reach=AreaReach("country", (code,)) if known else None,
                    confidence=line.confidence,
                )
            ]
    return []


def _finding(
    line: TextLine,
    phrase: Phrase,
    options: Sequence[tuple[float, Place]],
    away: float | None,
    *,
    counted: bool,
) -> Finding:
    shown = ", or ".join(label(place) for _, place in options[:3])
    more = len(options) - 3
    inference = f"names {shown}" + (f", or {more} more of this name" if more > 0 else "")
    if away is not None:
        inference += f"; a direction sign, about {away:g} km from it"
    certain = not phrase.guessed and (phrase.whole or (phrase.east and phrase.text.endswith(HAN_PLACES)))
    return Finding(
        line.number,
        "text.place",
        observation=f"“{phrase.text}”" + ("" if phrase.text == line.text else f" in “{line.text}”"),
        inference=inference,
        strength=Strength.LIKELY if certain and counted else Strength.WEAK,
        method=METHOD,
        key="place:" + ",".join(sorted(place.id for _, place in options[:3])),
        reach=reach(options, away),
        confidence=line.confidence,
        note=""
        if counted
        else "Switched off: not plainly the name of this place. Switch on if you are sure.",
        active=counted,
    )
