"""The sun's band in the posterior."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.worlds import clue, random_band, world
from theodolite.domain import Strength, SunPosition, SunReach
from theodolite.geo import sun
from theodolite.geo.geodesy import distance_km
from theodolite.locate import Locator, Support, kernels
from theodolite.locate.band import values
from theodolite.locate.places import Q
from theodolite.locate.question import ask

SMALL = world(31, 240)
seeds = st.integers(0, 2**32 - 1)


def brute(support: Support, reach: SunReach, place: int) -> float:
    """K of one place: the average of the plain Gaussian over many points of its blob."""
    rng = np.random.default_rng(place)
    n = 4000
    way, far = rng.uniform(0, 2 * np.pi, n), rng.rayleigh(support.sd_km[place], n) / 111.195
    lat = support.lat[place] + far * np.cos(way)
    lon = support.lon[place] + far * np.sin(way) / np.cos(np.radians(support.lat[place]))
    seen = sun.SunObservation(reach.elevation, reach.elevation_sd, reach.azimuth, reach.azimuth_sd)
    best = 0.0
    for at in reach.positions:
        first, second, _ = sun.residuals(seen, at, lat, lon)
        best = max(best, float(np.exp(-(first**2 + second**2) / 2).mean()))
    return best


def test_the_kernel_is_the_average_over_the_blob() -> None:
    rng = np.random.default_rng(4)
    compared = 0
    for _ in range(60):
        place = int(rng.integers(len(SMALL)))
        reach = random_band(rng, float(SMALL.lat[place]), float(SMALL.lon[place]))
        reach = replace(reach, positions=(replace(reach.positions[0], offset_minutes=None),))
        seen = sun.SunObservation(reach.elevation, reach.elevation_sd, reach.azimuth, reach.azimuth_sd)
        y, x = SMALL.lat[place : place + 1], SMALL.lon[place : place + 1]
        _, _, up = sun.residuals(seen, reach.positions[0], y, x)
        if not 5 < up[0] < 75 or abs(SMALL.lat[place]) > 60 or reach.elevation is not None is reach.azimuth:
            continue
        if reach.elevation is not None and reach.azimuth is not None:
            continue  # over a blob the two are not independent; K takes the product
        got = float(values(SMALL.points, SMALL.clocks, reach)[place])
        assert got == pytest.approx(brute(SMALL, reach, place), rel=0.08, abs=0.01)
        compared += 1
    assert compared > 10


def test_support_and_candidates_are_weighed_alike() -> None:
    rng = np.random.default_rng(5)
    for _ in range(30):
        place = int(rng.integers(len(SMALL)))
        reach = random_band(rng, float(SMALL.lat[place]), float(SMALL.lon[place]))
        kernel = kernels.evaluate(SMALL, SMALL.points, reach)
        assert (kernel.dense(SMALL.zone) == kernels.at_candidates(SMALL, SMALL.points, reach)).all()
        assert (kernel.value > 0).all() and kernel.value.max(initial=0.0) <= 1.0


@given(seeds)
def test_alone_it_is_a_likelihood(seed: int) -> None:
    """sum pi exp(l) = 1 and no order: the general property, for bands alone."""
    rng = np.random.default_rng(seed)
    place = int(rng.integers(len(SMALL)))
    bands = [random_band(rng, float(SMALL.lat[place]), float(SMALL.lon[place])) for _ in range(3)]
    clues = [clue(i, reach, kind="sun.shadow", root=f"sun:x:{i}") for i, reach in enumerate(bands)]
    solution = Locator(SMALL).solve(ask(clues=clues))
    places = solution.posterior.places
    for one in solution.evidence:
        if one.whole is not None:
            q = one.whole.at(np.arange(len(places)), places.zone)
            assert abs((places.pi * np.exp(q / Q)).sum() - 1.0) < 1e-5
            assert q.min() / Q >= np.log(Strength.LIKELY.doubt) - 2.0**-20
    again = Locator(SMALL).solve(ask(clues=clues[::-1]))
    assert (again.posterior.score == solution.posterior.score).all()


def test_civil_time_counts_for_the_places_that_keep_it() -> None:
    at = SunPosition("2024-06-21T12:00:00Z", 23.4, 0.0, None)
    everywhere = values(SMALL.points, SMALL.clocks, SunReach((at,), elevation=40.0, elevation_sd=10.0))
    from theodolite.geo.clock import offsets_at

    offsets = np.array(offsets_at(SMALL.clocks, at.utc))[SMALL.clock]
    for offset in np.unique(offsets):
        own = SunReach((replace(at, offset_minutes=int(offset)),), elevation=40.0, elevation_sd=10.0)
        found = values(SMALL.points, SMALL.clocks, own)
        assert (found == np.where(offsets == offset, everywhere, 0.0)).all()


def test_without_sun_there_is_no_shadow() -> None:
    """An azimuth alone says that it was day."""
    reach = SunReach((SunPosition("2024-06-21T12:00:00Z", 0.0, 0.0),), azimuth=90.0, azimuth_sd=60.0)
    found = values(SMALL.points, SMALL.clocks, reach)
    night = distance_km(SMALL.lat, SMALL.lon, 0.0, 0.0) > 10_600
    assert night.any() and found[night].max() < 1e-6


@given(seeds)
def test_two_shadows_raise_the_true_place(seed: int) -> None:
    """Two shadows of one day, measured exactly, speak for the true place."""
    rng = np.random.default_rng(seed)
    place = int(rng.integers(len(SMALL)))
    lat, lon = float(SMALL.lat[place]), float(SMALL.lon[place])
    noon = datetime(2024, 6, 21, 12, tzinfo=UTC) - timedelta(minutes=round(4 * lon))
    clues = []
    for number, hours in enumerate((-2, 2)):
        at = noon + timedelta(hours=hours)
        elevation, _ = sun.position(lat, lon, at)
        if not 2 < elevation < 88:
            return
        seen = sun.observe(elevation=elevation, elevation_tolerance=1.0)
        reach = sun.reach(seen, sun.Moment(at.replace(tzinfo=None), "utc"))
        clues.append(clue(number, reach, kind="sun.shadow", root=f"sun:x:{number}"))
    posterior = Locator(SMALL).solve(ask(clues=clues)).posterior
    gain = posterior.probability / posterior.places.pi
    assert gain[place] >= 1.0
