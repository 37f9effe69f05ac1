"""Small worlds for the posterior's tests: clustered places in a few countries, borders hard or soft."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    BearingReach,
    BetweenReach,
    Clue,
    ClueReach,
    CoastReach,
    ElevationReach,
    GradedReach,
    Hint,
    HintState,
    LatitudeReach,
    PointReach,
    Reach,
    Reference,
    ReferenceSearch,
    RemarkReach,
    Strength,
    SunPosition,
    SunReach,
)
from theodolite.geo import sky
from theodolite.jobs import run_to_end
from theodolite.locate.assemble import Survey, assemble, blob_sd
from theodolite.locate.borders import near_by_places
from theodolite.locate.elevation import SHAPE, Heights
from theodolite.locate.places import Support
from theodolite.locate.sphere import unit

COUNTRIES = ("AA", "BB", "CC", "DD", "EE", "FF")
ZONES_EACH = 3


def world(seed: int, n: int = 240, *, hard: bool = True, spread: float = 2.0) -> Support:
    """``n`` places, clustered round the centres of 18 zones in six countries. ``hard``: no border is near."""
    rng = np.random.default_rng(seed)
    countries = len(COUNTRIES)
    centre_lat = np.repeat(rng.uniform(-60, 70, countries), ZONES_EACH)
    centre_lon = np.repeat(rng.uniform(-180, 180, countries), ZONES_EACH)
    zones = countries * ZONES_EACH
    centre_lat += rng.normal(0, spread, zones)
    centre_lon += rng.normal(0, spread, zones)
    zone = np.concatenate([np.arange(zones), rng.integers(0, zones, max(0, n - zones))])[:n]
    lat = np.clip(centre_lat[zone] + rng.normal(0, spread / 3, n) * rng.pareto(2.0, n), -85, 85)
    lon = (centre_lon[zone] + rng.normal(0, spread / 3, n) * rng.pareto(2.0, n) + 180) % 360 - 180
    zone_country = np.repeat(np.arange(countries), ZONES_EACH)
    none = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    xyz = unit(lat, lon)
    sd_km = blob_sd(xyz)
    country_near, zone_near = none, none
    if not hard:
        country_near = run_to_end(near_by_places(xyz, sd_km, zone_country[zone], countries))
        zone_near = run_to_end(near_by_places(xyz, sd_km, zone, zones))
    return assemble(
        Survey(
            lat=lat,
            lon=lon,
            zone=zone,
            photo=rng.pareto(1.5, n) * (rng.random(n) < 0.7),
            population=rng.pareto(1.2, n),
            area_km2=rng.uniform(0, 100, n),
            names=[f"Place {i}" for i in range(n)],
            zone_codes=tuple(f"{COUNTRIES[c]}.{z}" for z, c in enumerate(zone_country)),
            zone_names=tuple(f"Region {z}" for z in range(zones)),
            zone_country=zone_country,
            countries=COUNTRIES,
            country_names=tuple(f"Country {c}" for c in COUNTRIES),
            country_near=country_near,
            zone_near=zone_near,
            coast_km=rng.pareto(0.7, n),
        )
    )


def clue(
    number: int,
    reach: Reach | None,
    *,
    kind: str = "hand",
    root: str | None = None,
    strength: Strength = Strength.LIKELY,
    supports: bool = True,
    exhibit: str = "E1",
    active: bool = True,
) -> Clue:
    return Clue(
        id=f"C{number}",
        exhibit=exhibit,
        kind=kind,
        observation=f"observation {number}",
        inference=f"inference {number}",
        strength=strength,
        method="test",
        version="1",
        root=root if root is not None else f"root {number}",
        origins=(),
        reach=reach,
        supports=supports,
        active=active,
    )


def hint(
    number: int,
    reach: Reach,
    *,
    strength: Strength = Strength.LIKELY,
    state: HintState = HintState.ON,
    exclude: bool = False,
    source: str = "",
) -> Hint:
    reading = f"reading {number}"
    return Hint(
        f"H{number}", "text", reading, reach, strength, state, "2026-01-01T00:00:00Z", exclude, source
    )


def search(points: Sequence[tuple[float, float, float]], exhibit: str = "E1") -> ReferenceSearch:
    """References at (lat, lon, cosine)."""
    references = tuple(
        Reference(f"r{i}", "index", f"r{i}.jpg", "", lat, lon, cosine)
        for i, (lat, lon, cosine) in enumerate(points)
    )
    return ReferenceSearch(exhibit, (("index", "0"),), "pack", "0", len(points), references)


def random_reach(rng: np.random.Generator, support: Support) -> Reach:
    """Any reach, anchored near a place of the support."""
    place = int(rng.integers(len(support)))
    lat = float(np.clip(support.lat[place] + rng.normal(0, 0.3), -89, 89))
    lon = float((support.lon[place] + rng.normal(0, 0.3) + 180) % 360 - 180)
    match int(rng.integers(9)):
        case 0:
            return PointReach(lat, lon, float(rng.choice([0.05, 0.3, 5.0, 25.0, 300.0])), f"point {place}")
        case 1:
            return AreaReach("country", (str(rng.choice(COUNTRIES)),), bool(rng.random() < 0.3))
        case 2:
            return AreaReach("admin1", (str(rng.choice(support.zone_codes)),), bool(rng.random() < 0.3))
        case 3:
            weights = tuple((c, float(w)) for c, w in zip(COUNTRIES, rng.random(6), strict=True) if w > 0.4)
            return GradedReach("language", weights or (("AA", 1.0),))
        case 4:
            return random_band(rng, lat, lon)
        case 5 | 6 | 7:
            return random_saying(rng, support, lat, lon)
        case _:
            others = rng.integers(len(support), size=3)
            share = rng.dirichlet(np.ones(3))
            return AlternativesReach(
                tuple(
                    (float(q), PointReach(float(support.lat[o]), float(support.lon[o]), 5.0, f"reading {o}"))
                    for q, o in zip(share, others, strict=True)
                )
            )


def random_saying(rng: np.random.Generator, support: Support, lat: float, lon: float) -> Reach:
    """A direction, a way, a coast, heights, latitudes, a correction or a remark."""
    other = int(rng.integers(len(support)))
    there = PointReach(float(support.lat[other]), float(support.lon[other]), float(rng.choice([5.0, 25.0])))
    match int(rng.integers(7)):
        case 0:
            return BearingReach(there.lat, there.lon, float(rng.uniform(0, 360)), 11.25)
        case 1:
            return BetweenReach(PointReach(lat, lon, 5.0), there)
        case 2:
            return CoastReach(float(rng.choice([5.0, 25.0, 50.0])), bool(rng.random() < 0.5))
        case 3:
            low = float(rng.uniform(-100, 3000))
            return ElevationReach(low, None if rng.random() < 0.5 else low + float(rng.uniform(10, 900)))
        case 4:
            return LatitudeReach(*((-90.0, 0.0) if rng.random() < 0.3 else (lat - 5.0, lat + 3.0)))
        case 5:
            return ClueReach(f"C{int(rng.integers(1, 13))}")
        case _:
            return RemarkReach("remark", "the roofs are red")


def heights(seed: int) -> Heights:
    """Plateaus, slopes and steps, -200 to 4000 m."""
    rng = np.random.default_rng(seed)
    coarse = rng.uniform(-200, 4000, (28, 55))
    grid = np.repeat(np.repeat(coarse, 80, axis=0), 80, axis=1)[: SHAPE[0], : SHAPE[1]]
    grid += np.linspace(0, 300, SHAPE[1])[None, :]
    return Heights(grid.astype(np.int16))


def random_band(rng: np.random.Generator, lat: float, lon: float) -> SunReach:
    """A sun measured near a point: elevation, azimuth or both, at one of one to three positions."""
    positions = []
    hours = (None,) if rng.random() < 0.5 else (60 * round(lon / 15.0), 0, 540)
    for offset in hours:
        sun_lat = float(rng.uniform(-23.4, 23.4))
        sun_lon = float((lon + rng.uniform(-60, 60) + 180) % 360 - 180)
        positions.append(SunPosition("2024-06-21T12:00:00Z", sun_lat, sun_lon, offset))
    at = positions[0]
    cosine = np.einsum("ij,j->i", unit(np.array([lat]), np.array([lon])), unit(at.lat, at.lon))
    elevation = float(sky.apparent_elevation(cosine)[0])
    azimuth = float(sky.azimuth(unit(np.array([lat]), np.array([lon])), unit(at.lat, at.lon), cosine)[0])
    what = int(rng.integers(3))
    return SunReach(
        tuple(positions),
        elevation if what != 1 else None,
        float(rng.choice([0.3, 1.0, 4.0])),
        azimuth if what != 0 else None,
        float(rng.choice([2.0, 8.0])),
    )


def random_evidence(
    rng: np.random.Generator, support: Support, count: int
) -> tuple[list[Clue], list[Hint], list[ReferenceSearch]]:
    """``count`` sources: clues (some sharing roots or a text line), hints, at most one search."""
    clues: list[Clue] = []
    hints: list[Hint] = []
    kinds = ("text.script", "text.language", "text.street", "text.place", "text.phone")
    strengths = list(Strength)
    for number in range(1, count + 1):
        reach, strength = random_reach(rng, support), strengths[int(rng.integers(3))]
        what = int(rng.integers(4))
        if what == 0:
            source = "S1" if rng.random() < 0.3 else ""
            hints.append(hint(number, reach, strength=strength, source=source))
        elif what == 1:
            line = int(rng.integers(2))
            kind = str(rng.choice(kinds))
            clues.append(clue(number, reach, kind=kind, root=f"text:x:{line}", strength=strength))
        else:
            supports = bool(rng.random() < 0.8)
            clues.append(clue(number, reach, strength=strength, supports=supports))
    searches = []
    if rng.random() < 0.5:
        some = rng.integers(len(support), size=6)
        cosines = rng.uniform(0.6, 0.95, 6)
        searches.append(
            search(
                [
                    (float(support.lat[p]) + 0.01, float(support.lon[p]), float(c))
                    for p, c in zip(some, cosines, strict=True)
                ]
            )
        )
    return clues, hints, searches
