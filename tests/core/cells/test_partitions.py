"""What must hold for the cells of every style, for any points."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from theodolite.cells import administrative, config, s2
from theodolite.cells.build import build
from theodolite.cells.config import CellsConfig
from theodolite.cells.partition import adaptive, centres, spots
from theodolite.cells.scheme import Scheme
from theodolite.errors import InputError
from theodolite.geo.geodesy import distance_km
from theodolite.jobs import run_to_end

LEAST, MOST = 4, 10
STYLES = {
    "planet": CellsConfig("planet", "planet", LEAST, (MOST,)),
    "isns": CellsConfig("isns", "isns", LEAST, (40, 20, MOST)),
    "cplanet": CellsConfig("cplanet", "cplanet", LEAST, (30,), base=6, classes=8, partitions=3),
    "pigeon": CellsConfig("pigeon", "pigeon", LEAST, (MOST,), optics=((3, 0.05), (4, 0.02))),
}
TOWNS = [(0.0, 179.99), (89.99, 0.0), (-90.0, 0.0), (43.0, 11.0), (-33.9, 151.2)]
GLOBE = [(a, b) for a in (-90.0, -89.9, -41.3, 0.0, 52.1, 90.0) for b in (-180.0, -77.7, 0.0, 15.2, 179.99)]


@st.composite
def places(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Towns of several sizes, some at the antimeridian or a pole, some photographs at one coordinate."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    lat, lon = [np.empty(0)], [np.empty(0)]
    for _ in range(draw(st.integers(1, 5))):
        where = draw(
            st.sampled_from([(0.0, 179.99), (89.99, 0.0), (-90.0, 0.0), (43.0, 11.0), (-33.9, 151.2)])
        )
        count, spread = draw(st.integers(1, 40)), draw(st.sampled_from([0.0, 1e-7, 0.01, 3.0, 40.0]))
        lat.append(np.clip(where[0] + random.normal(0, spread, count), -90, 90))
        lon.append(where[1] + random.normal(0, spread, count))
    return np.concatenate(lat), np.concatenate(lon)


def areas(lat: np.ndarray, lon: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Made-up regions and countries, functions of the coordinate."""
    lon = s2.checked(lat, lon)[1]
    country = (lat > 0).astype(np.int64)
    return country * 10 + np.floor(lon / 60).astype(np.int64), country


def made(style: str, lat: np.ndarray, lon: np.ndarray) -> Scheme:
    region, country = areas(lat, lon)
    return run_to_end(build(lat, lon, STYLES[style], region=region, country=country))


def same_coordinate(lat: np.ndarray, lon: np.ndarray) -> int:
    """How many points share the most frequent coordinate."""
    return max(Counter(map(tuple, spots(lat, lon).tolist())).values())


SOME, FEW = (settings(max_examples=max(5, settings.default.max_examples // part)) for part in (4, 10))


@pytest.mark.parametrize("style", [style for style in STYLES if style != "pigeon"])
@SOME
@given(points=places())
def test_the_cells_of_a_style(style: str, points: tuple[np.ndarray, np.ndarray]) -> None:
    check(style, points)


@FEW
@given(points=places())
def test_administrative_cells(points: tuple[np.ndarray, np.ndarray]) -> None:
    check("pigeon", points)


def check(style: str, points: tuple[np.ndarray, np.ndarray]) -> None:
    lat, lon = s2.checked(*points)
    region, _ = areas(lat, lon)
    try:
        scheme = made(style, lat, lon)
    except InputError:
        # Only for want of points: no cell, or no merged group, reaches the minimum.
        assert style != "pigeon" or len(lat) < LEAST
        assume(False)
    labels = scheme.labels(lat, lon, region)
    assert labels.shape == (len(lat), len(scheme.levels))

    # Every training point, and every place of the globe, has exactly one fine cell and one class a level.
    fine = scheme.assign(lat, lon, region)
    assert ((fine >= 0) & (fine < len(scheme))).all()
    globe = np.array(GLOBE)
    for where, regions in ((globe, None), (globe, areas(*globe.T)[0])):
        found = scheme.assign(where[:, 0], where[:, 1], regions)
        assert found.shape == (len(globe),) and ((found >= 0) & (found < len(scheme))).all()
    # A member's fine cell is the one whose parents are its labels.
    inside = (labels >= 0).all(axis=1)
    assert (scheme.parents[fine[inside]] == labels[inside]).all()
    # Elsewhere it is the one with the nearest centroid.
    for row in np.flatnonzero(~inside):
        if style != "isns" or labels[row, -1] < 0:
            km = distance_km(lat[row], lon[row], scheme.lat, scheme.lon)
            assert km[fine[row]] <= km.min() + 1e-6

    # Counts: what is said is what is there, between the minimum and the maximum.
    for column, level in enumerate(scheme.levels):
        members = labels[:, column]
        assert np.bincount(members[members >= 0], minlength=len(level)).tolist() == level.count.tolist()
        assert level.count.min() >= LEAST
        most = STYLES[style].most[column if style == "isns" else 0]
        for cell in np.flatnonzero(level.count > most):
            own = members == cell
            repeated = same_coordinate(lat[own], lon[own])
            if style == "pigeon":
                assert repeated >= own.sum() - 2 * LEAST + 2
            else:  # one leaf of about 1 cm
                assert len(set(s2.leaves(lat[own], lon[own]).tolist())) == 1
    assert scheme.count.min() >= (1 if style == "cplanet" else LEAST)
    # PIGEON's cells drop nobody; every place then belongs to the cell of its nearest neighbour in its region.
    if style == "pigeon":
        assert inside.all()


@SOME
@given(places())
def test_points_stay_in_their_cell_whatever_their_order(points: tuple[np.ndarray, np.ndarray]) -> None:
    lat, lon = points
    assume(len(lat) >= LEAST)
    order = np.random.default_rng(len(lat)).permutation(len(lat))
    for style in ("planet", "cplanet"):
        try:
            one, other = made(style, lat, lon), made(style, lat[order], lon[order])
        except InputError:
            continue
        assert (one.assign(lat, lon)[order] == other.assign(lat[order], lon[order])).all()


@SOME
@given(places())
def test_nested_cells_lie_in_their_parents(points: tuple[np.ndarray, np.ndarray]) -> None:
    try:
        scheme = made("isns", *points)
    except InputError:
        assume(False)
    fine = scheme.levels[-1]
    first, last = s2.ends(fine.cells)
    for column, level in enumerate(scheme.levels):
        start, end = s2.ends(level.cells)
        parent = scheme.parents[:, column]
        assert (start[parent] <= first).all() and (last <= end[parent]).all()


def test_a_cell_answers_with_the_mean_on_the_sphere() -> None:
    count, lat, lon = centres(
        np.array([0, 0, 1, 1, -1]), *np.array([[0, 0, 10, 10, 50], [179, -179, 10, 10, 0.0]]), 2
    )
    assert count.tolist() == [2, 2]
    assert abs(lon[0]) == pytest.approx(180) and lat[0] == pytest.approx(0)
    assert (lat[1], lon[1]) == (pytest.approx(10), pytest.approx(10))
    opposite = centres(np.zeros(2, int), np.array([90.0, -90.0]), np.array([0.0, 0.0]), 1)
    assert opposite[1][0] == pytest.approx(90)


def test_planet_splits_and_drops_as_described() -> None:
    """120 photographs of one town and 3 of another: cut to at most 50, the 3 dropped (t2 = 5)."""
    random = np.random.default_rng(1)
    lat = np.concatenate([48.8 + random.normal(0, 0.05, 120), [-33.0, -33.001, -33.002]])
    lon = np.concatenate([2.3 + random.normal(0, 0.05, 120), [18.0, 18.0, 18.0]])
    found = adaptive(lat, lon, least=5, most=50)
    assert found.members([-33.0], [18.0]).tolist() == [-1]
    assert found.assign([-33.0], [18.0])[0] == np.argmin(distance_km(-33.0, 18.0, found.lat, found.lon))
    assert found.count.max() <= 50 and found.count.sum() >= 120 - 4 * 4
    # No cell could have stayed whole: its parent holds more than t1.
    leaves = s2.leaves(lat, lon)
    for cell in found.cells.tolist():
        step = cell & -cell
        parent = (cell & ~(step | step << 1)) | step << 2 if cell & -cell < 1 << 60 else None
        if parent is not None:
            low, high = (int(end[0]) for end in s2.ends([parent]))
            assert sum(low <= leaf <= high for leaf in leaves.tolist()) > 50


def test_coarse_partitions_differ_and_their_intersections_are_finer() -> None:
    random = np.random.default_rng(3)
    lat, lon = 45 + random.normal(0, 5, 3000), 10 + random.normal(0, 8, 3000)
    settings = CellsConfig("cplanet", "cplanet", 20, (400,), base=20, classes=30, partitions=4)
    scheme = run_to_end(build(lat, lon, settings))
    assert all(len(level) <= 30 for level in scheme.levels)
    assert len(scheme) > 3 * max(len(level) for level in scheme.levels)
    assert len({tuple(level.classes.tolist()) for level in scheme.levels}) == 4


def test_administrative_cells_respect_countries_where_they_can() -> None:
    """Two countries of 30 close to each other: no cell holds both; a country of 2 joins its neighbour."""
    random = np.random.default_rng(5)
    lat = np.concatenate([random.normal(50, 0.3, 30), random.normal(50, 0.3, 30), [10.0, 10.1]])
    lon = np.concatenate([random.normal(5, 0.3, 30), random.normal(6, 0.3, 30), [5.0, 5.1]])
    country = np.repeat([1, 2, 3], [30, 30, 2])
    scheme = run_to_end(build(lat, lon, STYLES["pigeon"], region=country, country=country))
    cell = scheme.levels[0].members(lat, lon, country)
    held = [set(country[cell == number].tolist()) for number in range(len(scheme))]
    assert not any({1, 2} <= lands for lands in held)
    assert any(3 in lands and len(lands) == 2 for lands in held)


def test_optics_cuts_out_a_town() -> None:
    """A dense town in a thin country becomes a cell of its own before anything is halved."""
    random = np.random.default_rng(7)
    lat = np.concatenate([random.uniform(40, 50, 200), random.normal(44.4, 0.003, 60)])
    lon = np.concatenate([random.uniform(0, 10, 200), random.normal(8.9, 0.003, 60)])
    town = np.arange(260) >= 200
    labels = administrative.clusters(lat, lon, 15, 0.05)
    assert (labels[town] >= 0).mean() > 0.9
    parts = administrative._cut(np.arange(260), lat, lon, 30, 120, 15, 0.05)
    assert parts is not None
    assert sum(50 <= len(part) <= 75 and town[part].mean() > 0.8 for part in parts) == 1
    assert sorted(np.concatenate(parts).tolist()) == list(range(260))


def test_optics_says_nothing_of_points_on_one_spot() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        labels = administrative.clusters(np.full(30, 5.0), np.full(30, 5.0), 8, 0.05)
    assert len(set(labels.tolist())) == 1


def test_names_and_constants() -> None:
    """Both sets of PIGEON's constants, and the numbers of the other papers."""
    assert set(config.NAMED) == {"planet", "cplanet", "isns", "pigeon", "pigeotto"}
    assert (config.PLANET.most, config.PLANET.least) == ((10_000,), 50)
    assert (config.ISNS.most, config.ISNS.least) == ((5000, 2000, 1000), 50)
    assert config.PIGEON.optics == ((8, 0.05), (10, 0.025), (15, 0.015))
    assert config.PIGEOTTO.optics == ((300, 0.05), (400, 0.005), (1000, 0.0001))
    assert (config.PIGEON.smoothing_km, config.PIGEOTTO.smoothing_km) == (75.0, 65.0)
    assert config.PIGEON.refinement == config.Refinement(5, 5, 1.6, 1000.0)
    assert config.PIGEOTTO.refinement == config.Refinement(40, 50, 0.6, None)
    assert (config.PIGEON.least, config.PIGEON.most) == (30, (60,))
    assert (config.PIGEOTTO.least, config.PIGEOTTO.most) == (1000, (2000,))
    with pytest.raises(AttributeError):
        config.PIGEON.least = 1  # type: ignore[misc]
    assert config.named("planet", least=3, most=(9,)).most == (9,)
    for wrong in (
        {"name": "hexagons"},
        {"name": "planet", "most": (9, 3)},
        {"name": "isns", "most": (9, 90)},
    ):
        with pytest.raises(InputError):
            config.named(**wrong)  # type: ignore[arg-type]


def test_refuses_what_makes_no_cells() -> None:
    empty = np.empty(0)
    with pytest.raises(InputError, match="training set"):
        run_to_end(build(empty, empty, config.PLANET))
    with pytest.raises(InputError, match="No cell has 50 points"):
        run_to_end(build(np.zeros(9), np.zeros(9), config.PLANET))
    with pytest.raises(InputError, match="do not fill"):
        run_to_end(build(np.zeros(9), np.zeros(9), config.PIGEON))
    with pytest.raises(InputError, match="twice"):
        run_to_end(build(np.zeros(9), np.zeros(9), CellsConfig("x", "pigeon", 5, (6,))))


@pytest.mark.corpora
@pytest.mark.parametrize("style", ["planet", "isns", "cplanet"])
def test_the_real_distribution_of_street_views(style: str, corpora: Path) -> None:
    """The 11,399 cells of OSV-5M's own quadtree (10 to 1000 images each), each by its mean place."""
    table = np.genfromtxt(
        corpora / "osv5m/osv5m/utils/quadtree_10_1000.csv", delimiter=",", names=True, dtype=np.float64
    )
    lat, lon = table["mean_lat"], table["mean_lon"]
    assert len(lat) == 11_399
    check(style, (lat, lon))
    # Its cells are boxes that hold their mean place; none of ours is so large that it would hold them all.
    found = made(style, lat, lon).assign(lat, lon)
    assert np.bincount(found).max() < len(lat) / 100
