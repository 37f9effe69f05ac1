"""The places of the world, joined from the gallery and the gazetteer (posterior.md, Places and Prior).

Distinct gallery rows, each with how often it occurs, and the gazetteer places of at least 5,000 people
more than 5 km from any of them. People: each gazetteer place of that size gives population^0.5 to itself,
or in equal parts to the gallery rows within 5 km that stand for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from theodolite.errors import InputError
from theodolite.geo.clock import known, nautical
from theodolite.geo.countries import name as country_name
from theodolite.jobs import Job, Progress
from theodolite.locate.assemble import Survey, blob_sd
from theodolite.locate.borders import Triples, near_by_places, reach_km, triples
from theodolite.locate.land import polygons, represented
from theodolite.locate.sphere import F8, I8, chord, unit

if TYPE_CHECKING:
    from theodolite.geo.gazetteer import Columns, Gazetteer
    from theodolite.geo.world import World

LEAST_PEOPLE = 5000
APART_KM = 5.0
NAMED_KM = 50.0


@dataclass(frozen=True, eq=False)
class Joined:
    """The places in the order gallery rows, gazetteer places; ``row`` is the nearest gazetteer row."""

    lat: F8
    lon: F8
    xyz: F8
    photo: F8
    population: F8
    gallery: int
    big: NDArray[np.intp]


def join(gallery: F8, towns: Columns) -> Joined:
    """Gallery rows [k, 2] and towns (see the module's head) as places with their weights."""
    if gallery.ndim != 2 or gallery.shape[1] != 2 or not np.isfinite(gallery).all():
        raise InputError("The gallery holds no list of coordinates.")
    rows, times = np.unique(gallery, axis=0, return_counts=True)
    tree, towns_xyz = cKDTree(unit(rows[:, 0], rows[:, 1])), unit(towns.lat, towns.lon)
    apart, _ = tree.query(towns_xyz, workers=2)
    far = np.flatnonzero(apart > float(chord(APART_KM)))
    far = far[np.unique(np.stack([towns.lat[far], towns.lon[far]], axis=1), axis=0, return_index=True)[1]]
    weight = np.sqrt(towns.population.astype(np.float64))
    population = np.zeros(len(rows) + len(far))
    population[len(rows) :] = weight[far]
    covered = np.flatnonzero(apart <= float(chord(APART_KM)))
    near = tree.query_ball_point(towns_xyz[covered], float(chord(APART_KM)), return_sorted=True)
    for town, members in zip(covered, near, strict=True):
        population[members] += weight[town] / len(members)
    lat = np.concatenate([rows[:, 0], towns.lat[far]])
    lon = np.concatenate([rows[:, 1], towns.lon[far]])
    photo = np.concatenate([times.astype(np.float64), np.zeros(len(far))])
    return Joined(lat, lon, unit(lat, lon), photo, population, len(rows), far)


def regions(joined: Joined, country: NDArray[np.str_], every: Columns) -> NDArray[np.str_]:
    """Region code of each place: that of the nearest gazetteer place of its country, 'IT.' without one."""
    tree = cKDTree(unit(every.lat, every.lon))
    _, nearest = tree.query(joined.xyz, k=8, workers=2)
    same = every.country[nearest] == country[:, None]
    first = np.argmax(same, axis=1)
    code = every.admin1[nearest[np.arange(len(first)), first]].astype(object)
    bare = np.char.add(country, ".")
    for place in np.flatnonzero(~same.any(axis=1)):
        members = np.flatnonzero(every.country == country[place])
        if not len(members):
            code[place] = ""
            continue
        cosine = unit(every.lat[members], every.lon[members]) @ joined.xyz[place]
        code[place] = every.admin1[members[int(np.argmax(cosine))]]
    found = code.astype(str)
    return np.where(np.char.str_len(found) > 0, found, bare)


def names(joined: Joined, gazetteer: Gazetteer) -> list[str]:
    """Name of the nearest gazetteer place within 50 km, '' where there is none."""
    every = gazetteer.all_places(0)
    apart, row = cKDTree(unit(every.lat, every.lon)).query(joined.xyz, workers=2)
    known: dict[int, str] = {}
    found = []
    for number, chords in zip(every.id[row], apart, strict=True):
        if chords > float(chord(NAMED_KM)):
            found.append("")
            continue
        identity = int(number)
        if identity not in known:
            place = gazetteer.place(identity)
            known[identity] = place.name if place else ""
        found.append(known[identity])
    return found


def time_zones(joined: Joined, country: NDArray[np.str_], every: Columns) -> tuple[tuple[str, ...], I8]:
    """Names of the time zones in use, and the number of each place's: that of the nearest gazetteer place
    of its country among eight, else of the nearest one; a ship's where that has none that we know."""
    _, nearest = cKDTree(unit(every.lat, every.lon)).query(joined.xyz, k=8, workers=2)
    same = every.country[nearest] == country[:, None]
    row = nearest[np.arange(len(nearest)), np.argmax(same, axis=1)]
    usable = np.isin(np.array(every.zones, dtype=np.str_), known(every.zones))
    named = np.array(every.zones, dtype=object)[every.zone[row]]
    for place in np.flatnonzero(~usable[every.zone[row]]):
        named[place] = nautical(float(joined.lon[place]))
    listed, number = np.unique(named.astype(str), return_inverse=True)
    return tuple(str(name) for name in listed), number.astype(np.int64)


def countries_of_rows(joined: Joined, every: Columns, world: World) -> NDArray[np.str_]:
    """Country of each gallery row: by the borders; at sea, and in territories that have a code of their own
    but share a country's land in the map, that of the nearest gazetteer place within 50 km."""
    rows = slice(0, joined.gallery)
    found = np.array(world.country_of(joined.lat[rows], joined.lon[rows]), dtype=np.str_)
    apart, nearest = cKDTree(unit(every.lat, every.lon)).query(joined.xyz[rows], workers=2)
    beside = every.country[nearest]
    without_land = np.array(sorted(set(every.country.tolist()) - set(world.countries)), dtype=np.str_)
    taken = (apart <= float(chord(NAMED_KM))) & ((found == "") | np.isin(beside, without_land))
    return np.where(taken, beside, found)


def near_box(lat: F8, lon: F8, reach: F8, box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    """Which points lie within ``reach`` km of a box in degrees (west, south, east, north), generously."""
    west, south, east, north = box
    high = reach / 110.0
    wide = high / np.maximum(np.cos(np.radians(np.minimum(np.abs(lat) + high, 89.0))), 0.02)
    level = (lat >= south - high) & (lat <= north + high)
    beside = np.zeros(len(lat), dtype=np.bool_)
    for turn in (-360.0, 0.0, 360.0):
        beside |= (lon + turn >= west - wide) & (lon + turn <= east + wide)
    return np.asarray(level & beside, dtype=np.bool_)


def country_borders(
    joined: Joined, sd_km: F8, country: I8, codes: tuple[str, ...], world: World
) -> Job[Triples]:
    """(country, place, km) for every country whose land lies within reach of a place of another."""
    reach = reach_km(sd_km)
    found: list[Triples] = []
    for number, code in enumerate(codes):
        if code not in world.countries:
            continue
        yield Progress("Measuring distances to borders", number, len(codes))
        box = world.geometry(code).bounds
        near = np.flatnonzero((country != number) & near_box(joined.lat, joined.lon, reach, box))
        if not len(near):
            continue
        farthest = float(reach[near].max())
        signed = world.signed_distance_km(joined.lat[near], joined.lon[near], code, farthest)
        outside = np.maximum(-signed, 0.0)
        kept = outside <= reach[near]
        found.append((np.full(int(kept.sum()), number, dtype=np.int64), near[kept], outside[kept]))
    return triples(found)


def survey(gallery: F8, gazetteer: Gazetteer, world: World) -> Job[Survey]:
    """Everything a support is assembled from."""
    yield Progress("Joining places")
    every, towns = gazetteer.all_places(0), gazetteer.all_places(LEAST_PEOPLE)
    joined = join(gallery, towns)
    sd_km = blob_sd(joined.xyz)
    yield Progress("Finding the country of each place")
    country = np.concatenate([countries_of_rows(joined, every, world), towns.country[joined.big]])
    zone_of = regions(joined, country, every)
    zone_codes, zone = np.unique(zone_of, return_inverse=True)
    zone_country_code = np.array([code.partition(".")[0] for code in zone_codes])
    codes, zone_country = np.unique(zone_country_code, return_inverse=True)
    countries = tuple(str(code) for code in codes)
    yield Progress("Naming places")
    called = names(joined, gazetteer)
    clocks, clock = time_zones(joined, country, every)
    near_zones = yield from near_by_places(joined.xyz, sd_km, zone, len(zone_codes))
    near_countries = yield from country_borders(joined, sd_km, zone_country[zone], countries, world)
    area = yield from represented(joined.xyz, sd_km, polygons(world))
    yield Progress("Measuring the way to the sea")
    coast_km = world.sea_km(joined.lat, joined.lon)
    return Survey(
        lat=joined.lat,
        lon=joined.lon,
        zone=zone,
        photo=joined.photo,
        population=joined.population,
        area_km2=area,
        names=called,
        zone_codes=tuple(str(code) for code in zone_codes),
        zone_names=tuple(gazetteer.admin1_name(str(code)) for code in zone_codes),
        zone_country=zone_country,
        countries=countries,
        country_names=tuple(country_name(code) if code else "" for code in countries),
        country_near=near_countries,
        zone_near=near_zones,
        clock=clock,
        clocks=clocks,
        coast_km=coast_km,
    )
