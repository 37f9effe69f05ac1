"""Comparisons in the report: numbers on both pictures, the alignment in words, nothing that is held back."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from theodolite.domain import CaseState, Comparison, CounterMark, FiledReference, MarkShape, PaneView
from theodolite.report import compared, html, json_
from theodolite.report.choices import Choices

PLACE = MarkShape("point", ((0.25, 0.75),))


def jpeg(width: int = 64, height: int = 48) -> bytes:
    packed = io.BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).save(packed, "JPEG")
    return packed.getvalue()


@pytest.fixture
def compared_case(case_state: CaseState) -> CaseState:
    """A kept comparison of E1 with a filed reference and a map view, C-number 1 found again on the former."""
    marked = next(c for c in case_state.clues if c.exhibit == "E1" and c.mark is not None)
    filed = FiledReference(
        "F1",
        "photograph",
        "The tower",
        "House archive",
        43.46561,
        11.88292,
        imagery_date="2019-07",
        sha256="ab" * 32,
    )
    kept = Comparison(
        "B1",
        "E1",
        (
            PaneView("exhibit:E1", 0.5, 1, 2, 350.0, True),
            PaneView("filed:F1", 0.75, -3, 4, 5.0, False),
            PaneView("map:43.46561,11.88292,14.0", 1.0),
        ),
        anchors=(((1.0, 2.0), (30.0, 40.0)), ((5.0, 6.0), (70.0, 80.0)), ((1.0, 1.0), (2.0, 2.0))),
        marks=(CounterMark(marked.id, "filed:F1", PLACE), CounterMark("C999", "filed:F1", PLACE)),
        note="<b>the same</b> tower",
    )
    return replace(case_state, filed=(filed,), comparisons=(kept,))


def test_rows_say_what_stood_there_and_how_it_lay(compared_case: CaseState) -> None:
    (row,) = compared.rows(compared_case, compared_case)
    first, second = row.sides
    assert (row.id, row.exhibit, row.anchors) == ("B1", "E1", 2)
    assert (first.name, first.provider, first.imagery_date) == ("F1 The tower", "House archive", "2019-07")
    assert first.view == "at 150.0 % of the exhibit's scale, turned 15.0° anticlockwise, mirrored"
    assert [mark.points for mark in first.marks] == [PLACE.points] and row.numbers == (first.marks[0].number,)
    assert (second.kind, second.name, second.dd) == ("", "map view at zoom 14.0", "43.46561, 11.88292")
    assert compared.subjects(compared_case) == (("E1", "filed:F1"), ("E1", "map:43.46561,11.88292,14.0"))


def test_a_withdrawn_exhibit_takes_its_comparisons_with_it(compared_case: CaseState) -> None:
    gone = tuple(replace(e, withdrawn=e.id == "E1") for e in compared_case.exhibits)
    without = replace(compared_case, exhibits=gone)
    assert compared.rows(without, without) == ()


@pytest.mark.parametrize("size", [(64, 48), (1, 300), (257, 1)])
def test_the_size_of_a_jpeg_is_read(size: tuple[int, int]) -> None:
    assert compared.jpeg_size(jpeg(*size)) == size
    assert compared.jpeg_size(jpeg(*size)[:30]) == (0, 0) and compared.jpeg_size(b"") == (0, 0)


def test_the_page_prints_both_pictures_with_the_number(compared_case: CaseState, make_report: Any) -> None:
    pictures = {"filed:F1": (jpeg(), ""), "map:43.46561,11.88292,14.0": (jpeg(80, 40), "")}
    report = make_report(compared_case, thumbnails={"E1": jpeg(40, 30)}, beside_pictures=pictures)
    page = html.render(report)
    part = page[page.index("Comparisons kept by a person") :]
    number = report.kept[0].numbers[0]
    first_pair = part[: part.index("Filed reference F1 The tower")]
    assert first_pair.count(f">{number}</text>") == 2, "on the exhibit and on the reference"
    assert "House archive" in part and "2019-07" in part
    assert "&lt;b&gt;the same&lt;/b&gt; tower" in part and "<b>the same" not in page
    assert base64.b64encode(jpeg(80, 40)).decode("ascii") in part


def test_a_coarse_report_shows_no_map_view_and_no_fine_coordinate(
    compared_case: CaseState, make_report: Any
) -> None:
    pictures = {"map:43.46561,11.88292,14.0": (jpeg(80, 40), "")}
    report = make_report(compared_case, choices=Choices(precision_km=25.0), beside_pictures=pictures)
    page = html.render(report)
    assert "Comparisons kept by a person" in page and "43.46561" not in page and "11.88292" not in page
    assert base64.b64encode(jpeg(80, 40)).decode("ascii") not in page
    assert "43.46561" not in json_.render(report) and "11.88292" not in json_.render(report)
    assert report.kept[0].sides[0].marks[0].points == PLACE.points, "a spot on a picture is no place"
