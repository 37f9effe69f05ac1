"""Exactness against OSV-5M's own table of two predictors, and the edges of every metric."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from theodolite.errors import InputError
from theodolite.evaluate import metrics
from theodolite.evaluate.naming import Naming
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World
from theodolite.packs import Pack

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


@pytest.fixture(scope="module")
def table(corpora: Path) -> dict[str, list[str]]:
    with (corpora / "osv5m/osv5m/game/select.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {name: [row[name] for row in rows] for name in rows[0]}


def numbers(table: dict[str, list[str]], name: str) -> Any:
    return np.array([float(text) for text in table[name]])


def names(table: dict[str, list[str]], name: str) -> list[str | None]:
    return [text or None for text in table[name]]


@pytest.mark.corpora
@pytest.mark.parametrize("predictor", ["", "_base"])
def test_every_distance_and_score_of_osv5m_is_reproduced(table: dict[str, list[str]], predictor: str) -> None:
    at = [numbers(table, n) for n in (f"pred_lat{predictor}", f"pred_lon{predictor}", "true_lat", "true_lon")]
    assert len(at[0]) == 50
    km = metrics.error_km(*at, sphere=True)
    assert np.abs(km - numbers(table, f"distance{predictor}")).max() < 1e-6
    assert np.abs(metrics.geoscore(km) - numbers(table, f"score{predictor}")).max() < 1e-6


@pytest.mark.corpora
@pytest.mark.parametrize("predictor", ["", "_base"])
def test_beside_it_the_geodesic_differs_by_up_to_half_a_percent(
    table: dict[str, list[str]], predictor: str
) -> None:
    at = [numbers(table, n) for n in (f"pred_lat{predictor}", f"pred_lon{predictor}", "true_lat", "true_lon")]
    sphere, geodesic = metrics.error_km(*at, sphere=True), metrics.error_km(*at)
    off = np.abs(geodesic / sphere - 1.0)
    assert 1e-4 < off.max() < 0.0065
    straight = Geod(ellps="WGS84").inv(at[1], at[0], at[3], at[2])[2] / 1000.0
    assert np.abs(geodesic - straight).max() < 1e-9


@pytest.mark.corpora
@pytest.mark.parametrize("predictor", ["", "_base"])
@pytest.mark.parametrize("grain", metrics.GRAINS)
def test_every_hit_and_running_accuracy_of_osv5m_is_reproduced(
    table: dict[str, list[str]], grain: str, predictor: str
) -> None:
    """With its two quirks: a missing name hits a missing name, and row i averages the rows before it."""
    theirs = np.array([text == "True" for text in table[f"{grain}_hit{predictor}"]])
    hit = metrics.osv5m_hits(names(table, f"pred_{grain}{predictor}"), names(table, grain))
    assert (hit == theirs).all()
    running = metrics.osv5m_running(hit)
    assert np.abs(running - numbers(table, f"accuracy_{grain}{predictor}")).max() < 1e-9


@pytest.mark.corpora
def test_our_own_accuracy_leaves_null_truths_out(table: dict[str, list[str]]) -> None:
    truth, predicted = names(table, "area"), names(table, "pred_area")
    known, hit = metrics.named_hits(predicted, truth)
    quirk = metrics.osv5m_hits(predicted, truth)
    assert truth.count(None) == 26 and int(known.sum()) == 24
    assert not hit[~known].any() and (quirk[known] == hit[known]).all()
    assert quirk[~known].any()  # what the quirk counts and we do not
    for grain in ("country", "region", "city"):  # nothing is null there: both agree
        mine = metrics.named_hits(names(table, f"pred_{grain}"), names(table, grain))
        assert mine[0].all()
        assert (mine[1] == metrics.osv5m_hits(names(table, f"pred_{grain}"), names(table, grain))).all()


@pytest.mark.packs
@pytest.mark.corpora
@pytest.mark.parametrize(("predictor", "agreed"), [("", (50, 49, 48)), ("_base", (49, 50, 49))])
def test_our_look_up_of_names_agrees_with_osv5ms_hits(
    table: dict[str, list[str]],
    starter: Callable[[str], Pack],
    predictor: str,
    agreed: tuple[int, int, int],
) -> None:
    """In how many of the 50 rows both say hit or both say miss, names being looked up by us on both sides.

    All 50 true countries are named alike. Where they differ a point at sea has no country here, or the list
    of towns is another one.
    """
    naming = Naming(World.load(), Gazetteer(starter("gazetteer").file("gazetteer.db")))
    truth = [
        naming.of(*at) for at in zip(numbers(table, "true_lat"), numbers(table, "true_lon"), strict=True)
    ]
    assert [one.country for one in truth] == table["country"]
    at = zip(numbers(table, f"pred_lat{predictor}"), numbers(table, f"pred_lon{predictor}"), strict=True)
    found = [naming.of(*point) for point in at]
    for grain, least in zip(("country", "region", "city"), agreed, strict=True):
        named = [(getattr(f, grain), getattr(t, grain)) for f, t in zip(found, truth, strict=True)]
        ours = [first == second != "" for first, second in named]
        theirs = [text == "True" for text in table[f"{grain}_hit{predictor}"]]
        both = sum(a == b for a, b in zip(ours, theirs, strict=True))
        assert both >= least, grain


def test_a_threshold_itself_is_no_hit() -> None:
    at = np.array(metrics.THRESHOLDS_KM)
    assert not np.diag(metrics.hits(at)).any()
    assert np.diag(metrics.hits(np.nextafter(at, 0.0))).all()


def test_no_answer_is_wrong_everywhere_and_scores_nothing() -> None:
    km = metrics.error_km([math.nan, 10.0], [math.nan, 20.0], [0.0, 10.0], [0.0, 20.0])
    assert km.tolist() == [math.inf, 0.0]
    assert metrics.hits(km).tolist() == [[False] * 5, [True] * 5]
    assert metrics.geoscore(km).tolist() == [0.0, 5000.0]


def test_across_the_antimeridian_the_short_way_is_measured() -> None:
    for sphere in (False, True):
        near = metrics.error_km([-17.0], [179.9], [-17.0], [-179.9], sphere=sphere)
        same = metrics.error_km([-17.0], [0.1], [-17.0], [-0.1], sphere=sphere)
        assert near[0] == pytest.approx(same[0], abs=1e-6) and near[0] < 25.0
        assert metrics.error_km([5.0], [180.0], [5.0], [-180.0], sphere=sphere)[0] == pytest.approx(
            0, abs=1e-6
        )
        assert metrics.error_km([5.0], [370.0], [5.0], [10.0], sphere=sphere)[0] == pytest.approx(0, abs=1e-6)
        assert metrics.error_km([90.0], [0.0], [90.0], [77.0], sphere=sphere)[0] == pytest.approx(0, abs=1e-6)


@given(LATS, LONS, LATS, LONS)
def test_both_measures_agree_within_the_flattening(a: float, b: float, c: float, d: float) -> None:
    geodesic = metrics.error_km([a], [b], [c], [d])[0]
    sphere = metrics.error_km([a], [b], [c], [d], sphere=True)[0]
    back = metrics.error_km([c], [d], [a], [b])[0]
    assert geodesic == pytest.approx(back, abs=1e-6)
    assert geodesic == pytest.approx(sphere, rel=0.0065, abs=1e-6)
    assert 0.0 <= geodesic < 20004.0


@pytest.mark.parametrize(
    "row", [(91.0, 0.0), (math.inf, 0.0), (0.0, math.inf), (math.nan, 0.0), (0.0, math.nan)]
)
def test_what_is_no_position_is_refused(row: tuple[float, float]) -> None:
    with pytest.raises(InputError):
        metrics.error_km([row[0]], [row[1]], [0.0], [0.0])


def test_a_truth_that_is_no_position_is_refused() -> None:
    with pytest.raises(InputError):
        metrics.error_km([0.0], [0.0], [math.nan], [math.nan])


def test_calibration_by_hand() -> None:
    stated = [0.5] * 10 + [0.9] * 10
    right = [True] * 5 + [False] * 5 + [True] * 6 + [False] * 4
    found = metrics.calibration(stated, right, bins=2)
    assert found.error == pytest.approx(0.15)  # (10 x 0 + 10 x .3) / 20
    assert [b.images for b in found.bins] == [10, 10]
    assert [v for b in found.bins for v in (b.stated, b.right)] == pytest.approx([0.5, 0.5, 0.9, 0.6])


def test_a_probability_outside_its_range_is_refused() -> None:
    for bad in (-0.1, 1.1, math.nan):
        with pytest.raises(InputError):
            metrics.calibration([bad], [True])
