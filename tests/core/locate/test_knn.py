"""[L]kNN against a slow computation written from the published description, and its edges."""

from __future__ import annotations

import hashlib
import itertools
import math
import shutil
from collections.abc import Callable, Generator
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate import tiny
from theodolite.domain import Reference, ReferenceSearch
from theodolite.errors import InputError
from theodolite.geo.geodesy import distance_km
from theodolite.index import build
from theodolite.index.layout import PLAIN, Manifest
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.locate.strategies import density, knn, needs
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import Pack
from theodolite.workers import Call

# --- the reference: plain loops, dense grids, padded convolutions --------------------------------------


def kernel(sigma: float) -> list[float]:
    reach = math.ceil(2 * sigma)
    values = [math.exp(-(i * i) / (2 * sigma * sigma)) for i in range(-reach, reach + 1)]
    return [value / sum(values) for value in values]


def smooth(grid: np.ndarray, sigma: float, wrap: bool) -> np.ndarray:
    line, reach = np.array(kernel(sigma)), math.ceil(2 * sigma)
    padded = np.pad(grid, ((reach, reach), (0, 0)), mode="edge")
    grid = np.stack([np.convolve(column, line, mode="valid") for column in padded.T], axis=1)
    padded = np.pad(grid, ((0, 0), (reach, reach)), mode="wrap" if wrap else "edge")
    return np.stack([np.convolve(row, line, mode="valid") for row in padded])


def highest(grid: np.ndarray) -> tuple[int, int]:
    top = grid.max()
    for column in range(grid.shape[1]):
        for row in range(grid.shape[0]):
            if grid[row, column] >= top * (1 - 1e-9):
                return row, column
    raise AssertionError


def arc_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def slow(neighbours: list[tuple[float, float, float]]) -> tuple[float, float]:
    """``neighbours``: cosine, latitude, longitude; best first."""
    top = neighbours[:100]
    distances = [max(2 - 2 * cosine, 1e-6) for cosine, _, _ in top]
    nearest = min(distances)
    weight = [(nearest / d) ** 10 for d in distances]
    world = np.zeros((180, 360))
    for w, (_, lat, lon) in zip(weight, top, strict=True):
        world[max(0, math.ceil(lat) + 89), (math.ceil(lon) + 179) % 360] += w
    row, column = highest(smooth(world, 4, wrap=True))
    fine = np.zeros((1800, 3600))
    for w, (_, lat, lon) in zip(weight, top, strict=True):
        fine[max(0, math.ceil(lat * 10) + 899), (math.ceil(lon * 10) + 1799) % 3600] += w
    # The window: 20 degrees either side of the upper edges of the densest cell, kept on the map.
    low = min(max(10 * (row + 1) - 200 - 1, 0), 1800 - 401)
    west = 10 * (column + 1) - 200 - 1
    columns = [(west + i) % 3600 for i in range(401)]
    row, column = highest(smooth(fine[low : low + 401][:, columns], 40, wrap=False))
    lat, lon = (low + row + 1) / 10 - 90, (columns[column] + 1) / 10 - 180
    for _, at, along in top:
        if arc_km(lat, lon, at, along) < 100:
            return at, along
    return lat, lon


def test_agrees_with_the_slow_computation(seed: int, repeat: int) -> None:
    random = np.random.default_rng(seed)
    for trial in range(max(10, repeat // 5)):
        count = int(random.integers(1, 140))
        centres = random.uniform((-90, -180), (90, 180), (4, 2))
        if trial % 3 == 0:
            centres[0] = (random.choice([-89.9, 88.0, 12.0]), 179.9)
        spread = random.choice([0.05, 1.0, 6.0])
        at = centres[random.integers(0, 4, count)] + random.normal(0, spread, (count, 2))
        lat = np.clip(at[:, 0], -89.99, 90)
        lon = (at[:, 1] + 180) % 360 - 180
        cosine = np.sort(1 - random.uniform(0.2, 0.3, count))[::-1]
        found = density.peaks(cosine, lat, lon)[0]
        expected = slow(list(zip(cosine.tolist(), lat.tolist(), lon.tolist(), strict=True)))
        assert (found.lat, found.lon) == pytest.approx(expected, abs=1e-9), (seed, trial)
        if found.neighbour is not None:
            assert (found.lat, found.lon) == (lat[found.neighbour], lon[found.neighbour])


def test_the_kernel_ends_at_two_sigma_and_replicates_its_edge() -> None:
    matrix = density._smoothing(180, 4.0, False)
    np.testing.assert_allclose(matrix.sum(axis=1), 1.0)
    assert np.count_nonzero(matrix[90]) == 17
    assert matrix[90, 90] == pytest.approx(kernel(4)[8])
    assert matrix[0, 0] == pytest.approx(sum(kernel(4)[:9]))  # all that lies beyond the edge is the edge
    wrapped = density._smoothing(360, 4.0, True)
    assert wrapped[0, 359] == pytest.approx(kernel(4)[7])
    assert np.count_nonzero(density._smoothing(401, 40.0, False)[200]) == 161


@pytest.mark.parametrize(
    ("degrees", "cell"), [(-90.0, 0), (-89.5, 0), (-89.0, 0), (-88.99, 1), (0.0, 89), (0.01, 90), (90.0, 179)]
)
def test_a_cell_ends_with_its_upper_edge(degrees: float, cell: int) -> None:
    assert density._cell(np.array([degrees]), 1, 180)[0] == cell


def test_the_antimeridian_is_no_border() -> None:
    """Two halves of one town on both sides outweigh one larger heap elsewhere."""
    cosine = [0.9] * 5
    lat, lon = [-17.0] * 4 + [40.0], [179.9, 179.8, -179.9, -179.8, 10.0]
    (place,) = density.peaks(cosine, lat, lon)
    assert abs(place.lon) > 179.7
    single = density.peaks([0.9], [-17.0], [179.9])[0]
    assert place.share > 3.5 * 0.2 * single.share
    straddling = density.peaks([0.9, 0.9], [0.0, 0.0], [179.6, -179.4])[0]
    inland = density.peaks([0.9, 0.9], [0.0, 0.0], [9.6, 10.6])[0]
    assert straddling.share == pytest.approx(inland.share)


def test_a_copy_of_the_query_has_a_finite_weight() -> None:
    weights = density.weights([1.0, 1.0 + 1e-7, 0.99, -1.0])
    assert np.isfinite(weights).all()
    assert weights[0] == weights[1] == pytest.approx(0.5)
    assert weights[2] == pytest.approx(0.5 * (1e-6 / 0.02) ** 10)
    place = density.peaks([1.0, 0.7], [48.0, -33.0], [2.0, 151.0])[0]
    assert (place.lat, place.lon, place.neighbour) == (48.0, 2.0, 0)


def test_weights_are_the_tenth_power_of_the_squared_distance() -> None:
    weights = density.weights([0.9, 0.8])
    assert weights[0] / weights[1] == pytest.approx((0.4 / 0.2) ** 10)


def test_only_the_hundred_nearest_count() -> None:
    cosine = np.concatenate([np.full(100, 0.5), np.full(400, 0.499)])
    lat = np.concatenate([np.full(100, 10.0), np.full(400, -40.0)])
    assert density.peaks(cosine, lat, np.zeros(500))[0].lat == 10.0
    assert density.peaks(cosine, lat, np.zeros(500), neighbours=500)[0].lat == -40.0


def test_further_places_come_with_falling_share() -> None:
    cosine = [0.9] * 6
    found = density.peaks(cosine, [50, 50, 50, 0, 0, -40], [0, 0, 0, 100, 100, -60], answers=5)
    assert [place.lat for place in found] == [50, 0, -40]
    assert [place.share for place in found] == sorted((place.share for place in found), reverse=True)


COORDINATES = st.tuples(
    st.floats(-1, 1), st.sampled_from([-90.0, 90.0, 0.0]) | st.floats(-90, 90), st.floats(-720, 720)
)


@given(st.lists(COORDINATES, min_size=1, max_size=30))
def test_any_neighbours_have_a_place(rows: list[tuple[float, float, float]]) -> None:
    cosine, lat, lon = zip(*rows, strict=True)
    found = density.peaks(cosine, lat, lon, answers=len(rows))
    assert 1 <= len(found) <= len(rows)
    for place in found:
        assert -90 <= place.lat <= 90 and math.isfinite(place.lon) and 0 < place.share <= 1
    shares = [place.share for place in found]
    assert all(a >= b * (1 - 1e-9) for a, b in itertools.pairwise(shares))


@pytest.mark.parametrize(
    "rows", [([], [], []), ([1.0], [1.0], []), ([math.nan], [1.0], [1.0]), ([0.5], [91.0], [0.0])]
)
def test_refuses_what_is_no_neighbour(rows: tuple[list[float], list[float], list[float]]) -> None:
    with pytest.raises(InputError):
        density.peaks(*rows)


# --- the strategy ---------------------------------------------------------------------------------------


class Searched:
    """Stands for the vision worker: answers the search with references, remembers what was asked."""

    def __init__(self, found: ReferenceSearch) -> None:
        self.found, self.calls = found, list[Call]()

    def run(self, call: Call) -> Job[Any]:
        self.calls.append(call)
        return self._answer()

    def _answer(self) -> Generator[Progress, None, ReferenceSearch]:
        yield Progress("searching")
        return self.found


def asked_of(tmp_path: Path, references: tuple[Reference, ...]) -> tuple[Searched, Tools, str]:
    """An index of which only the manifest is there: the search is answered by :class:`Searched`."""
    found = ReferenceSearch("e", (("i", "0"),), "made-up", "a" * 64, 32, references)
    vision = Searched(found)
    pack = Pack("made-up", "1", "image-encoder", "MIT", tmp_path, "a" * 64, ())
    return vision, Tools(vision, vision, lambda name: pack if name == "image-encoder" else None), "i"


def manifest_of(sha256: str) -> Manifest:
    known = {"pack": "made-up", "pack_sha256": sha256, "layout": PLAIN}
    values = {field.name: known.get(field.name, "") for field in fields(Manifest)}
    return Manifest(**values)  # type: ignore[arg-type]


def test_the_strategy_answers_with_the_densest_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town = [Reference(f"{i}", "i", f"{i}.jpg", "", 43.0 + i / 100, 11.0, 0.8 - i / 100) for i in range(6)]
    references = (*town, Reference("far", "i", "far.jpg", "", -20.0, 140.0, 0.79))
    vision, tools, folder = asked_of(tmp_path, references)
    for module in (knn, needs):
        monkeypatch.setattr(module, "read_manifest", lambda _: manifest_of("a" * 64))
    asked = Asked("e", "x.jpg", (folder,), exclude=("own",))
    answer = run_to_end(knn.Knn().run(asked, tools))
    assert answer.guesses[0].origin == "reference 0"
    assert (answer.guesses[0].lat, answer.guesses[0].lon) == (43.0, 11.0)
    scores = [guess.score for guess in answer.guesses]
    assert len(scores) == 2 and scores[0] > scores[1]
    assert vision.calls[0].kwargs["k"] == 100 and vision.calls[0].kwargs["exclude"] == ["own"]
    assert answer.packs[0].sha256 == "a" * 64 and not answer.unknown

    none = run_to_end(knn.Knn().run(asked, asked_of(tmp_path, ())[1]))
    assert none.guesses == () and none.unknown


def test_the_strategy_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, tools, folder = asked_of(tmp_path, ())
    assert "index build" in knn.Knn().missing(tools, ())[0]
    assert "no index" in knn.Knn().missing(tools, (str(tmp_path),))[0]
    for module in (knn, needs):
        monkeypatch.setattr(module, "read_manifest", lambda _: manifest_of("b" * 64))
    assert "packs fetch made-up" in knn.Knn().missing(tools, (folder,))[0]
    with pytest.raises(InputError, match="whole number"):
        run_to_end(knn.Knn().run(Asked("e", "x", (folder,), settings={"neighbours": "-1"}), tools))


@pytest.mark.packs
@pytest.mark.corpora
def test_a_real_photograph_is_found_among_others_of_its_town(
    corpora: Path, starter: Callable[[str], Pack], tmp_path: Path
) -> None:
    """Lund and Berlin: the town of a photograph, its own file left out of the index."""
    pack, here = starter("vision-starter"), tiny.Here()
    source, index = tmp_path / "photographs", tmp_path / "two.index"
    source.mkdir()
    for town, count in (("lund", 6), ("berlin", 3)):
        for number in range(1, count + 1):
            image = corpora / f"photos/OpenSfM/data/{town}/images/{number:02}.jpg"
            shutil.copy(image, source / f"{town}{number}.jpg")
    run_to_end(build.build(str(source), str(index), str(pack.path)))
    tools = tiny.tools(here, here, pack)
    assert knn.Knn().missing(tools, (str(index),)) == ()
    for name, place in (("lund3.jpg", (55.70, 13.19)), ("berlin2.jpg", (52.52, 13.40))):
        own = hashlib.sha256((source / name).read_bytes()).hexdigest()
        asked = Asked("e", str(source / name), (str(index),), exclude=(own,))
        answer = run_to_end(knn.Knn().run(asked, tools))
        best = answer.guesses[0]
        assert distance_km(best.lat, best.lon, *place) < 25, name
        assert best.origin.startswith("reference ") and own not in best.origin
        assert dict(answer.counts)["neighbours"] == 8
