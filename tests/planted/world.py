"""The planted world: countries, states, cities, and photographs of which one knows what they show of a place.

A photograph's vector x is signal + nuisance + noise. Only the signal depends on the place; the nuisance (what
is in the picture: a beach, a bus, a wedding) is eight times as strong. An encoder that was never told about
places retrieves by nuisance; alignment has to learn to look past it. All draws come from one PCG64 stream,
``default_rng([20240, seed])``, in the order of :func:`build`.

Where its description leaves a choice, the plain one is taken, and it gives what a prototype measured: a
standard deviation holds in each of two directions; each length scale has a third of the signal's variance;
the cities of a country share its weight.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.geo.geodesy import RADIUS_KM, from_xyz, to_xyz

F4 = NDArray[np.float32]
F8 = NDArray[np.float64]
I8 = NDArray[np.int64]

ROOT_SEED = 20240
DIM = 256
COUNTRIES, STATES, CITIES = 60, 6, 8  # states of each country, cities of each state
LATITUDES = (-50.0, 65.0)
STATE_KM, CITY_KM, PHOTO_KM = 350.0, 90.0, 6.0  # standard deviation along each of two directions
SCALES_KM, SCALE_DIMS = (2500.0, 600.0, 150.0), (16, 24, 32)
SIGNAL, NUISANCE, NOISE = 1.0, 8.0, 6.0  # total variances
NUISANCE_DIM, SCENES, SHARED = 96, 400, 0.6
TEXT_CITY, TEXT_STATE, TEXT_COUNTRY = 0.8, 0.8, 1.0


@dataclass(frozen=True, slots=True)
class Places:
    """The cities [m = 60 * 6 * 8] in order of country and state. ``weight``: share of all photographs, sums
    to 1; ``xyz`` [m, 3] unit vectors."""

    xyz: F8
    country: I8
    state: I8
    weight: F8


@dataclass(frozen=True, slots=True)
class Photographs:
    """``x`` [n, 256] what an encoder sees, ``bare`` [n, 256] the same without the nuisance, ``text`` [n, 256]
    the sentence of the place, ``city`` [n] the city's number, ``lat`` and ``lon`` [n] in degrees."""

    x: F4
    bare: F4
    text: F4
    city: I8
    lat: F8
    lon: F8

    def __len__(self) -> int:
        return len(self.city)


@dataclass(frozen=True, slots=True)
class World:
    """Places, the photographs that are known (training set and references alike), and those asked about."""

    seed: int
    places: Places
    known: Photographs
    asked: Photographs


def build(seed: int, known: int = 50_000, asked: int = 2_000) -> World:
    """The world of ``seed``: the same on every machine up to the rounding of its mathematics library."""
    rng = np.random.default_rng([ROOT_SEED, seed])
    places = _places(rng)
    see = _Seeing(rng)
    names = rng.standard_normal((COUNTRIES * STATES * CITIES, DIM))
    names = TEXT_CITY * names
    names += TEXT_STATE * rng.standard_normal((COUNTRIES * STATES, DIM))[places.state]
    names += TEXT_COUNTRY * rng.standard_normal((COUNTRIES, DIM))[places.country]
    names /= np.sqrt(DIM)
    return World(seed, places, *(_photographs(rng, places, see, names, n) for n in (known, asked)))


def scatter(rng: np.random.Generator, centre: F8, sd_km: float) -> F8:
    """Unit vectors [n, 3] around ``centre`` [n, 3]: normal with ``sd_km`` to the north and to the east."""
    return moved(centre, rng.standard_normal((len(centre), 2)) * sd_km)


def moved(xyz: F8, step_km: F8) -> F8:
    """Unit vectors [..., 3] moved along great circles by steps [..., 2] north and east in km."""
    x, y, z = (xyz[..., i] for i in range(3))
    level = np.hypot(x, y)
    north = np.stack([-x * z, -y * z, level**2], axis=-1) / level[..., None]
    east = np.stack([-y, x, np.zeros_like(x)], axis=-1) / level[..., None]
    angle = np.linalg.norm(step_km, axis=-1, keepdims=True) / RADIUS_KM
    towards = (step_km[..., :1] * north + step_km[..., 1:] * east) / RADIUS_KM
    return np.asarray(np.cos(angle) * xyz + np.sinc(angle / np.pi) * towards)


def _places(rng: np.random.Generator) -> Places:
    low, high = np.sin(np.radians(LATITUDES))
    lat = np.degrees(np.arcsin(rng.uniform(low, high, COUNTRIES)))
    centres = to_xyz(lat, rng.uniform(-180.0, 180.0, COUNTRIES))
    states = scatter(rng, np.repeat(centres, STATES, axis=0), STATE_KM)
    cities = scatter(rng, np.repeat(states, CITIES, axis=0), CITY_KM)
    of_country = rng.permutation(np.arange(1, COUNTRIES + 1) ** -0.7)
    size = np.clip(rng.pareto(1.5, len(cities)), 0.05, 20.0)
    number = np.arange(len(cities))
    country = number // (STATES * CITIES)
    weight = of_country[country] * size / np.bincount(country, size)[country]
    return Places(cities, country, number // CITIES, weight / weight.sum())


class _Seeing:
    """How a place and a scene become a vector: frequencies, phases, shared scenes, mixing matrices."""

    def __init__(self, rng: np.random.Generator) -> None:
        scale = np.repeat(SCALES_KM, SCALE_DIMS) / RADIUS_KM
        self.frequencies = rng.standard_normal((3, len(scale))) / scale
        self.phases = rng.uniform(0.0, 2 * np.pi, len(scale))
        self.scenes = rng.standard_normal((SCENES, NUISANCE_DIM))
        share = np.repeat(SIGNAL / (len(SCALE_DIMS) * np.array(SCALE_DIMS)), SCALE_DIMS)  # alike a scale
        self.of_signal = np.sqrt(share / DIM)[:, None] * rng.standard_normal((len(scale), DIM))
        self.of_nuisance = rng.standard_normal((NUISANCE_DIM, DIM)) * np.sqrt(NUISANCE / (NUISANCE_DIM * DIM))

    def signal(self, xyz: F8) -> F8:
        return np.asarray(np.sqrt(2.0) * np.cos(xyz @ self.frequencies + self.phases) @ self.of_signal)


def _photographs(rng: np.random.Generator, places: Places, see: _Seeing, names: F8, n: int) -> Photographs:
    city = rng.choice(len(places.weight), n, p=places.weight)
    xyz = scatter(rng, places.xyz[city], PHOTO_KM)
    scene = np.sqrt(SHARED) * see.scenes[rng.integers(SCENES, size=n)]
    scene += np.sqrt(1.0 - SHARED) * rng.standard_normal((n, NUISANCE_DIM))
    bare = see.signal(xyz) + rng.standard_normal((n, DIM)) * np.sqrt(NOISE / DIM)
    x = bare + scene @ see.of_nuisance
    lat, lon = from_xyz(xyz)
    return Photographs(*(a.astype(np.float32) for a in (x, bare, names[city])), city, lat, lon)
