"""Hints about positions, coasts and directions, about the list itself and about single clues."""

from __future__ import annotations

import math

import numpy as np

from theodolite.domain import (
    AlternativesReach,
    BearingReach,
    ClueReach,
    CoastReach,
    GradedReach,
    LinkReach,
    PointReach,
    Reach,
)
from theodolite.evaluate.interactive.said import Kind, Quality, Said, Scene, number, rounded
from theodolite.geo.geodesy import azimuth, destination
from theodolite.locate.sources import counts
from theodolite.locate.sphere import distances

#: "Near R km": s = R / 1.5 (posterior.md); a list of none of these names so many.
SD_OF_RADIUS, LISTED = 1.5, 3
COAST_KM, INLAND_KM, WIDE_COAST_KM, ANY_COAST_KM = 25.0, 50.0, 200.0, 1000.0
#: From how far away a direction is given, and its two grains: eight points of the compass, four.
SEEN_KM = (50.0, 1500.0)
WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
#: K at the truth over its mean beyond which a clue is plainly right, and below which it is plainly wrong.
FOR, AGAINST = 2.0, 0.5


def near_25(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    return _near("near-25", 25.0, scene, quality, rng)


def near_200(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    return _near("near-200", 200.0, scene, quality, rng)


def _near(kind: Kind, km: float, scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    truth = scene.truth
    if not truth.exact or quality == "irrelevant":
        return None
    at: tuple[float, float] | None
    if quality in ("right", "vague"):
        km = 750.0 if quality == "vague" else km
        north, east = rng.normal(0.0, km / 3.0, 2)
        direction = math.degrees(math.atan2(east, north)) % 360.0
        at = destination(truth.lat, truth.lon, direction, math.hypot(north, east))
    elif quality == "wrong-near":
        at = destination(truth.lat, truth.lon, rng.uniform(0.0, 360.0), rng.uniform(2.0 * km, 5.0 * km))
    elif quality == "wrong-far":
        at = scene.ground.places.position(scene.ground.elsewhere(truth, rng))
    else:
        at = scene.false_place()
    if at is None:
        return None
    lat, lon = rounded(*at)
    reach = PointReach(lat, lon, km / SD_OF_RADIUS, f"{lat:.4f}, {lon:.4f}")
    return Said(kind, quality, f"within {number(km)} of {lat:.4f}, {lon:.4f}", reach)


def coast(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    """By the sea (25 km) or inland (50 km off); between the two nothing plain can be said."""
    truth, ground = scene.truth, scene.ground
    if not truth.exact:
        return None
    sea, land = CoastReach(COAST_KM), CoastReach(INLAND_KM, inland=True)
    if quality in ("vague", "irrelevant"):
        wide = WIDE_COAST_KM if quality == "vague" else ANY_COAST_KM
        reach = CoastReach(wide)
        enough = quality == "vague" or ground.compatible(reach) > 0.9
        true = enough and ground.holds(reach, truth)
        return Said("coast", quality, f"within {number(wide)} of the sea", reach) if true else None
    by_sea, inland = ground.holds(sea, truth), ground.holds(land, truth)
    if by_sea == inland:
        return None
    if (quality == "right") == by_sea:
        return Said("coast", quality, "by the sea", sea)
    return Said("coast", quality, "inland", land)


def direction(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    """From a place that people live at or photograph, 50 to 1500 km off, drawn from the prior.

    Wrong: a quarter turn off (near), half a turn (far), or where the false place lies (plausible).
    """
    truth, ground = scene.truth, scene.ground
    if not truth.exact or quality == "irrelevant":
        return None
    km = distances(ground.support.xyz, ground.support.xyz[ground.home(truth)])
    lat, lon = rounded(*ground.places.position(ground.drawn((km >= SEEN_KM[0]) & (km <= SEEN_KM[1]), rng)))
    if quality == "wrong-plausible":
        place = scene.false_place()
        if place is None:
            return None
        towards = azimuth(lat, lon, *place)
    else:
        towards = azimuth(lat, lon, truth.lat, truth.lon)
    if quality == "wrong-near":
        towards += 90.0 if rng.random() < 0.5 else -90.0
    elif quality == "wrong-far":
        towards += 180.0
    points = 4 if quality == "vague" else 8
    wind = round(towards % 360.0 / (360.0 / points)) % points
    name = WINDS[wind * (8 // points)]
    reach = BearingReach(lat, lon, wind * (360.0 / points), 360.0 / points / 4.0, f"{lat:.4f}, {lon:.4f}")
    if (quality in ("right", "vague")) != ground.holds(reach, truth):
        return None  # the false place may lie the same way as the truth
    return Said("direction", quality, f"{name} of {lat:.4f}, {lon:.4f}", reach)


def none_of_these(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    """The first three of the list rejected; wrong where the truth is one of them."""
    first = scene.named()[:LISTED]
    if not first or quality in ("vague", "irrelevant"):
        return None
    if any(scene.near_truth(c) for c in first) == (quality == "right"):
        return None
    options = tuple(
        (1.0 / len(first), PointReach(round(c.lat, 5), round(c.lon, 5), 1.0, c.label)) for c in first
    )
    text = f"none of these: {'; '.join(c.label for c in first)}"
    return Said("none-of-these", quality, text, AlternativesReach(options), exclude=True)


def clue_correction(scene: Scene, quality: Quality, rng: np.random.Generator) -> Said | None:
    """A clue is said to be wrong that is (right), that is not (wrong), or that says nothing (irrelevant)."""
    if quality == "vague":
        return None
    favour: dict[str, float] = {}
    for clue in scene.question.clues:
        if counts(clue) and clue.reach is not None and not isinstance(clue.reach, LinkReach):
            favour[clue.id] = _favour(scene, clue.reach, clue.supports)
    if quality == "right":
        fit = [name for name, value in favour.items() if value < AGAINST]
    elif quality == "irrelevant":
        fit = [c.id for c in scene.question.clues if c.id not in favour and c.rejected_reason is None]
    else:
        fit = [name for name, value in favour.items() if value > FOR]
        if quality == "wrong-plausible" and fit:
            fit = [max(fit, key=lambda name: favour[name])]
    if not fit:
        return None
    chosen = fit[int(rng.integers(len(fit)))]
    return Said("clue-correction", quality, f"{chosen} is wrong", ClueReach(chosen))


def _favour(scene: Scene, reach: Reach, supports: bool) -> float:
    if isinstance(reach, GradedReach) or scene.truth.exact:
        return scene.ground.favour(reach, supports, scene.truth)
    return scene.ground.favour(reach, supports, scene.truth) if reach.kind == "area" else 1.0
