"""From a survey of the world to a support: blob sizes, order, cells and what they can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from theodolite.errors import InputError
from theodolite.geo.clock import nautical
from theodolite.locate.places import (
    CELL_KM,
    DRAWING_EDGES,
    LIST_KM,
    MAX_SD_KM,
    MIN_SD_KM,
    Cells,
    Relations,
    Support,
    arrays_of,
    hash_of,
    share,
)
from theodolite.locate.sphere import F8, I8, arc, chord, unit


@dataclass(frozen=True, eq=False)
class Survey:
    """What a support is made of, in any order: n places with their zone, weights and label.

    ``country_near`` and ``zone_near`` are (area index, place index, km) triples: the distance of a place
    to areas it is not in. ``clock``: the number of each place's time zone in ``clocks``; None: as at sea.
    ``coast_km``: the way to the sea; None: no sea is known.
    """

    lat: F8
    lon: F8
    zone: I8
    photo: F8
    population: F8
    area_km2: F8
    names: Sequence[str]
    zone_codes: tuple[str, ...]
    zone_names: tuple[str, ...]
    zone_country: I8
    countries: tuple[str, ...]
    country_names: tuple[str, ...]
    country_near: tuple[I8, I8, F8]
    zone_near: tuple[I8, I8, F8]
    clock: I8 | None = None
    clocks: tuple[str, ...] = ()
    coast_km: F8 | None = None


def blob_sd(xyz: F8) -> F8:
    """r_p = clip(d_8 / 2, 0.1, 50) km for distinct places [n, 3]."""
    n = len(xyz)
    if n == 1:
        return np.full(1, MAX_SD_KM)
    found, _ = cKDTree(xyz).query(xyz, k=[min(9, n)], workers=2)
    return np.clip(arc(found[:, 0]) / 2.0, MIN_SD_KM, MAX_SD_KM)


def place_order(xyz: F8, lat: F8, lon: F8) -> tuple[I8, I8]:
    """The order of the support, and the start of each cell in it (with n at the end).

    Cells are the cubes of edge 12.5 km of a grid in space: no seam at the date line, no poles.
    """
    key = np.floor(xyz / chord(CELL_KM)).astype(np.int64)
    order = np.lexsort((lon, lat, key[:, 2], key[:, 1], key[:, 0]))
    key = key[order]
    first = np.ones(len(key), dtype=bool)
    first[1:] = (key[1:] != key[:-1]).any(axis=1)
    return order, np.append(np.flatnonzero(first), len(key)).astype(np.int64)


def make_cells(xyz: F8, sd_km: F8, start: I8) -> Cells:
    """Cells with their bounding balls and which cells can matter to which."""
    counts = np.diff(start)
    centre = np.add.reduceat(xyz, start[:-1], axis=0) / counts[:, None]
    owner = np.repeat(np.arange(len(counts)), counts)
    delta = xyz - centre[owner]
    radius = arc(np.sqrt(np.maximum.reduceat(np.einsum("ij,ij->i", delta, delta), start[:-1]))) + 1e-6
    reach = np.maximum.reduceat(np.maximum(sd_km, LIST_KM), start[:-1])
    pairs = cKDTree(centre).query_pairs(float(chord(2 * radius.max() + reach.max())), output_type="ndarray")
    both = np.concatenate([pairs, pairs[:, ::-1], np.repeat(np.arange(len(counts))[:, None], 2, axis=1)])
    apart = arc(np.sqrt(((centre[both[:, 0]] - centre[both[:, 1]]) ** 2).sum(axis=1)))
    # Arcs on the sphere obey the triangle inequality up to the depth of the centres below it.
    both = both[apart <= 1.001 * (radius[both[:, 0]] + reach[both[:, 0]] + radius[both[:, 1]]) + 1e-3]
    both = both[np.lexsort((both[:, 1], both[:, 0]))].astype(np.int64)
    near_start = np.searchsorted(both[:, 0], np.arange(len(counts) + 1)).astype(np.int64)
    return Cells(start, centre, radius, reach, near_start, both[:, 1].copy())


def drawing_cells(lat: F8, lon: F8) -> tuple[NDArray[np.int32], ...]:
    """For each edge of DRAWING_EDGES the number of the cell each place lies in [n]."""
    found = []
    for edge in DRAWING_EDGES:
        row = np.floor((lat + 90.0) / edge)
        width = edge / np.maximum(np.cos(np.radians((row + 0.5) * edge - 90.0)), 0.02)
        key = row * 100_000.0 + np.floor((lon + 180.0) / width)
        found.append(np.unique(key, return_inverse=True)[1].astype(np.int32))
    return tuple(found)


def at_sea(lon: F8) -> tuple[tuple[str, ...], I8]:
    """The names of the zones ships keep at these longitudes, and each place's number among them."""
    names, number = np.unique([nautical(float(degrees)) for degrees in lon], return_inverse=True)
    return tuple(str(name) for name in names), number.astype(np.int64)


def assemble(survey: Survey) -> Support:
    """Order the places of ``survey`` and complete the columns. Refuses an empty world."""
    if len(survey.lat) == 0:
        raise InputError("There are no places to locate anything in.")
    lat, lon = survey.lat.astype(np.float64), survey.lon.astype(np.float64)
    order, start = place_order(unit(lat, lon), lat, lon)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    lat, lon = lat[order], lon[order]
    xyz = unit(lat, lon)
    sd_km = blob_sd(xyz)
    area = np.maximum(survey.area_km2[order], np.minimum(np.pi * sd_km**2 / 2.0, 1.0))
    n = len(lat)

    clocks, clock = survey.clocks, survey.clock
    if clock is None:
        clocks, clock = at_sea(survey.lon)

    def relations(near: tuple[I8, I8, F8], areas: int) -> Relations:
        return Relations.make(near[0], rank[near[1]], near[2], areas, n)

    parts: dict[str, Any] = {
        "lat": lat,
        "lon": lon,
        "xyz": xyz,
        "sd_km": sd_km,
        "zone": survey.zone[order].astype(np.int64),
        "clock": clock[order].astype(np.int64),
        "photo": share(survey.photo[order]),
        "population": share(survey.population[order]),
        "land": share(area),
        "area_km2": area,
        "coast_km": np.full(n, np.inf) if survey.coast_km is None else survey.coast_km[order],
        "names": tuple(survey.names[i] for i in order),
        "clocks": clocks,
        "zone_codes": survey.zone_codes,
        "zone_names": survey.zone_names,
        "zone_country": survey.zone_country.astype(np.int64),
        "countries": survey.countries,
        "country_names": survey.country_names,
        "country_borders": relations(survey.country_near, len(survey.countries)),
        "zone_borders": relations(survey.zone_near, len(survey.zone_codes)),
        "cells": make_cells(xyz, sd_km, start),
        "drawing": drawing_cells(lat, lon),
    }
    return Support(**parts, sha256=hash_of(arrays_of(parts)))
