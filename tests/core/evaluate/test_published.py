"""Published rows: shares that can only grow with the distance, and an ablation that belongs to its method."""

from __future__ import annotations

import itertools

from theodolite.evaluate import published
from theodolite.evaluate.datasets import KINDS


def test_every_row_grows_with_the_distance_and_names_its_source() -> None:
    for row in (*published.ROWS, *published.ABLATIONS):
        assert all(0.0 < a < b < 100.0 for a, b in itertools.pairwise(row.percents)), row
        assert row.source in ("seed", "page") and row.dataset in KINDS


def test_a_row_stands_once_and_both_benchmarks_have_all_ten_methods() -> None:
    for dataset in ("im2gps3k", "yfcc4k"):
        methods = [row.method for row in published.rows(dataset)]
        assert len(set(methods)) == len(methods) >= 10
        assert methods[:10] == [row.method for row in published.rows("yfcc4k")]


def test_the_full_row_of_the_ablation_is_the_published_method_and_no_part_helps_by_going() -> None:
    for dataset in ("im2gps3k", "yfcc4k"):
        (g3,) = [row for row in published.rows(dataset) if row.method == "G3 (GPT-4V)"]
        rows = {row.method: row.percents for row in published.ablations(dataset)}
        assert set(rows) == {"", "geo-a", "geo-d", "geo-v"} and rows[""] == g3.percents
        for part in ("geo-a", "geo-d", "geo-v"):
            assert all(less < whole for less, whole in zip(rows[part], rows[""], strict=True))
