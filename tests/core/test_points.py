"""Printed rows add up to the printed total, whatever the numbers."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from theodolite import points
from theodolite.domain import Candidate, Contribution

Q = 2.0**20
quantised = st.integers(-60 * 2**20, 60 * 2**20).map(lambda q: q / Q)


def candidate(prior: float, *parts: float) -> Candidate:
    shares = (
        Contribution("prior", "prior", prior),
        *(Contribution(f"C{i}", f"clue {i}", part) for i, part in enumerate(parts)),
    )
    return Candidate("P1", 1, 0, 0, "x", "IT", 0.5, 1, math.fsum(s.log_likelihood for s in shares), shares)


@given(st.lists(st.floats(-1e4, 1e4), max_size=40))
def test_tenths_add_to_the_rounded_sum(values: list[float]) -> None:
    found = points.tenths(values)
    assert sum(found) == round(math.fsum(v * 10.0 for v in values))
    assert all(abs(n - 10 * v) < 1.0 + 1e-9 for n, v in zip(found, values, strict=True))


@given(quantised, st.lists(quantised, max_size=12))
def test_rows_add_up_to_the_total_of_the_score(prior: float, parts: list[float]) -> None:
    item = candidate(prior, *parts)
    *body, total = points.rows(item)
    assert total.kind == "total"
    assert sum(row.tenths for row in body) == total.tenths
    assert abs(total.tenths - 10 * points.to_points(item.score)) <= 0.5 + 1e-6
    assert len([row for row in body if row.kind == "source"]) <= points.SHOWN + 1


def test_order_and_the_sum_of_the_smaller() -> None:
    rows = points.rows(candidate(-10.0, 0.1, -3.0, 2.0, 0.2, 1.0, 0.3, 0.4))
    assert [row.text for row in rows] == [
        *("clue 1", "clue 2", "clue 4", "clue 6", "clue 5"),
        *("2 smaller", "Prior", "Total"),
    ]
    assert [row.kind for row in points.rows(candidate(0.0, *[0.5] * 6))].count("source") == 6


def test_printed_with_a_sign_and_a_real_minus() -> None:
    printed = [points.PointRow("source", "", "", n).printed for n in (115, -3, 0, -1204)]
    assert printed == ["+11.5", "−0.3", "0.0", "−120.4"]


def test_a_point_is_a_tenth_of_a_decade() -> None:
    assert math.isclose(points.to_points(math.log(10)), 10.0)
