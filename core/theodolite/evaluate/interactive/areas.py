"""Hints about countries and regions: in, not in, the language heard, the side they drive on."""

from __future__ import annotations

from typing import Literal

import numpy as np

from theodolite.assistant import hint_reach
from theodolite.assistant.hint_words_en import ENGLISH
from theodolite.clues.territories import language_name
from theodolite.domain import AreaReach, GradedReach
from theodolite.evaluate.interactive.said import WRONG, Kind, Quality, Said, Scene
from theodolite.geo import countries

TRIES = 20
#: A language is false where fewer speak it, true where at least this share of the people does.
STRANGE, HEARD = 0.02, 0.10


def in_country(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    ground, truth = scene.ground, scene.truth
    match quality:
        case "right":
            code = truth.country
        case "vague":
            return _wider("in-country", scene, quality, rng)
        case "irrelevant":
            return None  # no country holds nine tenths of the prior
        case _:
            code = _false_country(scene, quality, rng)
    return Said("in-country", quality, f"in {ground.name(code)}", ground.area([code]))


def _wider(kind: Kind, scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    name, codes = scene.ground.wider(scene.truth.country, ("subregion", "continent")[int(rng.integers(2))])
    return Said(kind, quality, f"in {name}", scene.ground.area(codes)) if len(codes) > 1 else None


def _false_country(scene: Scene, quality: Quality, rng: np.random.Generator) -> str:
    ground, truth = scene.ground, scene.truth
    if quality == "wrong-near":
        near = ground.neighbours(truth)
        return near[int(rng.integers(len(near)))]
    if quality == "wrong-far":
        return ground.country_of(ground.elsewhere(truth, rng))
    return scene.country_mass()[0][0]


def not_country(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    """Every wrong denial denies the truth: its country, its continent (far) or its subregion (plausible)."""
    ground, truth = scene.ground, scene.truth
    if quality in ("right", "irrelevant"):
        false = scene.country_mass()
        mass = np.array([m for _, m in false])
        prior = np.array([ground.country_prior[ground.support.country_index[code]] for code, _ in false])
        if quality == "irrelevant":  # a country that neither the system nor the prior thinks of
            mass = np.where((mass < 0.01) & (prior < 0.1), prior, 0.0)
        if not mass.sum() > 0.0:
            return None
        code = false[int(rng.choice(len(false), p=mass / mass.sum()))][0]
        return Said("not-country", quality, f"not in {ground.name(code)}", ground.area([code], negated=True))
    name: str
    codes: tuple[str, ...]
    if quality == "wrong-near":
        name, codes = ground.name(truth.country), (truth.country,)
    elif quality == "vague":
        name, codes = ground.wider(scene.country_mass()[0][0], "subregion")
        if not codes or truth.country in codes:
            return None
    else:
        name, codes = ground.wider(truth.country, "continent" if quality == "wrong-far" else "subregion")
        if not codes:
            return None
    return Said("not-country", quality, f"not in {name}", ground.area(codes, negated=True))


def in_admin1(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    ground, truth, support = scene.ground, scene.truth, scene.ground.support
    if not truth.region or quality == "irrelevant":
        return None
    if quality == "vague":
        return Said("in-admin1", quality, f"in {ground.name(truth.country)}", ground.area([truth.country]))
    if quality == "right":
        code = truth.region
    elif quality == "wrong-near":
        own = support.zone_index[truth.region]
        others = (support.country == support.country_index[truth.country]) & (support.zone != own)
        members = np.flatnonzero(others)
        if not len(members):
            return None
        near = members[np.argmax(support.xyz[members] @ support.xyz[ground.home(truth)])]
        code = support.zone_codes[int(support.zone[near])]
    elif quality == "wrong-far":
        code = support.zone_codes[int(support.zone[ground.elsewhere(truth, rng)])]
    else:
        country = support.country_index[scene.country_mass()[0][0]]
        mass = np.where(support.zone_country == country, scene.listed.solution.posterior.zone_mass, -1.0)
        code = support.zone_codes[int(np.argmax(mass))]
    if not code.partition(".")[2]:
        return None
    name = ground.region_name(code)
    return Said("in-admin1", quality, f"in {name}", AreaReach("admin1", (code,))) if name else None


# --- people ---------------------------------------------------------------------------------------------


def _main(country: str) -> str:
    found = countries.languages(country)
    return found[0][0].split("_")[0] if found else ""


def _spoken(language: str, quality: Quality) -> Said | None:
    """By the name of a language all are meant that go by it: "Chinese" is also Cantonese. None where it
    has no name that hints are read by."""
    name = language_name(language)
    codes = hint_reach.language_codes(name, ENGLISH)
    if not codes:
        return None
    return _said(quality, f"people speak {name}", hint_reach.spoken(codes, negated=False))


def _share_of(said: Said, country: str) -> float:
    assert isinstance(said.reach, GradedReach)
    return dict(said.reach.weights).get(country, 0.0)


def _said(quality: Quality, text: str, reach: GradedReach | None) -> Said | None:
    return None if reach is None else Said("language", quality, text, reach)


def language(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    truth, ground = scene.truth, scene.ground
    if quality == "right":
        heard = [(code.split("_")[0], share) for code, share in countries.languages(truth.country)]
        heard = [(code, share) for code, share in heard if share >= HEARD]
        if not heard:
            return None
        share = np.array([s for _, s in heard])
        return _spoken(heard[int(rng.choice(len(heard), p=share / share.sum()))][0], quality)
    if quality == "vague":
        name, codes = ground.wider(truth.country, "subregion")
        main = tuple(sorted({_main(code) for code in codes} - {""}))
        if not main or not _main(truth.country):
            return None
        return _said(quality, f"people speak a language of {name}", hint_reach.spoken(main, negated=False))
    if quality == "irrelevant":
        found = _spoken("en", quality)
        wide = found is not None and ground.compatible(found.reach) > 0.9
        return found if found is not None and wide and ground.holds(found.reach, truth) else None
    for country in _where_else(scene, quality, rng):
        main_one = _main(country)
        found = _spoken(main_one, quality) if main_one else None
        if found is not None and _share_of(found, truth.country) < STRANGE:
            return found
    return None


def _where_else(scene: Scene, quality: Quality, rng: np.random.Generator) -> list[str]:
    if quality == "wrong-near":
        near = list(scene.ground.neighbours(scene.truth))
        return [near[int(i)] for i in rng.permutation(len(near))]
    if quality == "wrong-far":
        return [scene.ground.country_of(scene.ground.elsewhere(scene.truth, rng)) for _ in range(TRIES)]
    return [code for code, _ in scene.country_mass()[:TRIES]]


def driving(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    """There is one wrong side; it is near, far and plausible at once."""
    side = countries.driving_side(scene.truth.country)
    if not side or quality not in ("right", *WRONG):
        return None
    left = (side == "left") == (quality == "right")
    chosen: Literal["left", "right"] = "left" if left else "right"
    return Said(
        "driving",
        quality,
        f"drives on the {chosen}",
        hint_reach.driving(chosen, negated=False),
    )
