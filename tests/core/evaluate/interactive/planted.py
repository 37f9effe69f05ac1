"""Photographs that nobody took: truths drawn from the prior, and clues drawn from the truth with noise.

What sources of the program get wrong, these get wrong as often or more: a language of another country, a
place name that is another place of the name, references from elsewhere.
"""

from __future__ import annotations

import numpy as np

from theodolite.assistant import hint_reach
from theodolite.domain import (
    AlternativesReach,
    Clue,
    GradedReach,
    PointReach,
    Reach,
    Reference,
    ReferenceSearch,
    Strength,
)
from theodolite.evaluate.interactive.dialogue import Photograph
from theodolite.evaluate.interactive.ground import Ground
from theodolite.geo import countries
from theodolite.geo.geodesy import destination
from theodolite.locate.question import ask

LIKELY, WEAK = Strength.LIKELY, Strength.WEAK
#: How often each source says something, and how often that is wrong.
LANGUAGE, PLACE, ROADS, REFERENCES = (0.5, 0.1), (0.3, 0.2), (0.25, 0.1), (0.6, 0.4)


def photographs(
    ground: Ground, count: int, seed: int, gps: float = 0.0, *, contested: bool = False
) -> tuple[Photograph, ...]:
    """``count`` of them; a share ``gps`` has a position in its metadata.

    Nothing else speaks against that position, unless ``contested``: then their pictures may also show a
    language, a side of the road or a name of another place, or resemble references elsewhere, as those
    without a position do.
    """
    rng = np.random.default_rng([31, seed])
    return tuple(_one(ground, number, rng, gps, contested) for number in range(1, count + 1))


def _one(ground: Ground, number: int, rng: np.random.Generator, gps: float, contested: bool) -> Photograph:
    while True:
        place = ground.drawn(np.ones(len(ground.support), dtype=bool), rng)
        lat, lon = float(ground.support.lat[place]), float(ground.support.lon[place])
        lat, lon = destination(lat, lon, rng.uniform(0, 360), abs(rng.normal(0, ground.support.sd_km[place])))
        truth = ground.truth(lat, lon)
        if truth.country and countries.continent(truth.country):
            break
    clues: list[Clue] = []
    backed = bool(rng.random() < gps)
    alone = backed and not contested

    def add(kind: str, reach: Reach | None, strength: Strength, text: str) -> None:
        if reach is not None:
            name = f"C{len(clues) + 1}"
            root = f"planted:{name}"
            clues.append(Clue(name, "E1", kind, text, text, strength, "planted", "1", root, (), reach))

    def other() -> str:
        return ground.country_of(ground.drawn(np.ones(len(ground.support), dtype=bool), rng))

    if rng.random() < LANGUAGE[0]:
        country = other() if rng.random() < LANGUAGE[1] and not alone else truth.country
        spoken = countries.languages(country)
        if spoken:
            code = spoken[0][0].split("_")[0]
            reach = hint_reach.written((code,), negated=False)
            if not alone or (reach is not None and _favours(reach, truth.country)):
                add("text.language", reach, LIKELY, f"text in {code}")
    if rng.random() < PLACE[0]:
        options = [(0.5, PointReach(*ground.places.position(ground.elsewhere(truth, rng)), 5.0, "homonym"))]
        if alone:
            options = []  # the other place of the name is a second source that points away
        if rng.random() >= PLACE[1] or alone:
            at = destination(truth.lat, truth.lon, rng.uniform(0, 360), abs(rng.normal(0, 5.0)))
            options.append((0.5, PointReach(*at, 5.0, "the place")))
        total = sum(share for share, _ in options)
        named = AlternativesReach(tuple((share / total, point) for share, point in options))
        add("text.place", named, LIKELY, "a place name")
    if rng.random() < ROADS[0]:
        country = other() if rng.random() < ROADS[1] and not alone else truth.country
        if side := countries.driving_side(country):
            add("hand.driving", hint_reach.driving(side, negated=False), WEAK, f"drives on the {side}")
    if backed:
        at = destination(truth.lat, truth.lon, rng.uniform(0, 360), abs(rng.normal(0, 0.03)))
        add("exif.gps", PointReach(*at, 0.05, "GPS"), Strength.CERTAIN, "GPS of the file")
    searches: list[ReferenceSearch] = []
    if rng.random() < REFERENCES[0]:
        searches.append(_search(ground, truth.lat, truth.lon, rng, alone=alone))
    question = ask(clues=clues, searches=searches, exhibits=("E1",))
    return Photograph(f"planted-{number}", number, question, truth)


def _favours(reach: GradedReach, country: str) -> bool:
    """Whether what is said speaks for a country about as much as for any other."""
    weights = dict(reach.weights)
    return weights.get(country, 0.0) >= 0.2 * max(weights.values())


def _search(ground: Ground, lat: float, lon: float, rng: np.random.Generator, alone: bool) -> ReferenceSearch:
    good = alone or bool(rng.random() >= REFERENCES[1])
    found = []
    for rank in range(12):
        if alone or (good and rng.random() < 0.5):
            at = destination(lat, lon, rng.uniform(0, 360), rng.exponential(5.0 if alone else 60.0))
        else:
            at = ground.places.position(ground.drawn(np.ones(len(ground.support), dtype=bool), rng))
        cosine = 0.7 - 0.01 * rank + rng.normal(0, 0.005)
        found.append(Reference(f"{rank:064x}", "", f"reference {rank}", "", *at, round(cosine, 6)))
    return ReferenceSearch("E1", (), "planted", "0" * 64, 12, tuple(sorted(found, key=lambda r: -r.cosine)))
