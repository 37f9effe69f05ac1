"""The map: what it shows is near what matters, at any place of the globe."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import Candidate, CaseState, Disc, Ranking
from theodolite.report import drawing
from theodolite.report.value import Report
from theodolite.report.view import HEIGHT, WIDTH, View, view_of

degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 179.999))


@given(st.lists(degrees, min_size=1, max_size=6))
def test_the_best_candidate_is_always_inside(points: list[tuple[float, float]]) -> None:
    view = view_of(points, [])
    lat, lon = points[-1]
    x, y = view.project(lat, lon)
    if abs(lat) < 75:
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    assert view.scale > 0


def test_points_across_the_date_line_are_neighbours() -> None:
    view = view_of([(-17.0, 179.5), (-17.0, -179.5)], [])
    (first, _), (second, _) = view.project(-17.0, 179.5), view.project(-17.0, -179.5)
    assert first < second
    assert all(0 < x < WIDTH for x in (first, second))


def test_a_far_candidate_does_not_shrink_the_map() -> None:
    near = view_of([(43.0, 11.0), (43.5, 11.9)], [])
    with_far = view_of([(-33.0, 151.0), (43.0, 11.0), (43.5, 11.9)], [])
    assert with_far == near


@pytest.mark.parametrize("scale", [0.5, 5.0, 500.0])
def test_the_scale_bar_is_round_and_true(scale: float) -> None:
    view = View(0.0, 0.0, scale)
    text = drawing._scale(view)
    number, unit = re.search(r">([\d,]+) (km|m)<", text).groups()  # type: ignore[union-attr]
    km = float(number.replace(",", "")) / (1000 if unit == "m" else 1)
    start, _, end = re.search(r"M([\d.]+) ([\d.]+)V[\d.]+H([\d.]+)", text).groups()  # type: ignore[union-attr]
    assert float(end) - float(start) == pytest.approx(km * view.mm_per_km, abs=0.02)
    assert number.rstrip("0,") in ("1", "2", "5")


def test_it_is_well_formed_and_lists_only_what_is_drawn(make_report: Callable[..., Report]) -> None:
    report = make_report()
    root = ET.fromstring(report.drawing)
    assert not [e for e in root.iter() if "style" in e.attrib or "href" in e.attrib]
    assert {shape for shape, _ in report.legend} == {
        *("suggested", "under review", "verified", "rejected", "claimed", "region50", "region90"),
    }
    assert "Arezzo" in report.drawing


def test_fifty_thousand_discs_stay_a_small_drawing(
    case_state: CaseState, make_ranking: Callable[..., Ranking]
) -> None:
    ranking = make_ranking()
    discs = tuple(Disc(43 + i % 300 / 300, 11 + i / 50_000, 0.5) for i in range(50_000))
    wide = replace(ranking, credible=(replace(ranking.credible[0], discs=discs),))
    assert len(drawing.draw(case_state, [wide], None)) < 200_000


def test_at_the_pole_and_the_date_line(
    case_state: CaseState, make_ranking: Callable[..., Ranking], make_candidate: Callable[..., Candidate]
) -> None:
    ring = [[170, -20], [180, -20], [180, -10], [170, -10], [170, -20]]
    borders: dict[str, Any] = {
        "features": [{"properties": {"name": "Fiji"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]
    }
    for lat, lon in ((89.9, 0.0), (-90.0, -180.0), (-17.0, -179.99)):
        ranking = replace(make_ranking(), candidates=(make_candidate(1, "x", lat, lon),), credible=())
        text = drawing.draw(replace(case_state, exhibits=()), [ranking], borders)
        ET.fromstring(text)
        assert "nan" not in text


def test_a_region_without_candidates_is_drawn_and_nothing_is_not(
    case_state: CaseState, make_ranking: Callable[..., Ranking]
) -> None:
    state, ranking = replace(case_state, exhibits=()), make_ranking(candidates=())
    assert 'class="region90"' in drawing.draw(state, [ranking], None)
    empty = tuple(replace(region, discs=()) for region in ranking.credible)
    assert drawing.draw(state, [replace(ranking, credible=empty)], None) == ""


def test_a_candidate_keeps_its_number_where_its_name_does_not_fit(
    case_state: CaseState, make_ranking: Callable[..., Ranking], make_candidate: Callable[..., Candidate]
) -> None:
    crowd = tuple(make_candidate(i, "A long name of a place", 43.0 + i / 1e4, 11.0) for i in range(1, 6))
    ranking = replace(make_ranking(), candidates=crowd, credible=())
    text = drawing.draw(replace(case_state, exhibits=()), [ranking], None)
    labels = [e.text or "" for e in ET.fromstring(text).iter() if e.get("class") == "spot"]
    assert sorted(label.split()[0] for label in labels) == ["1", "2", "3", "4", "5"]
