"""What was carried out and which ground was searched: in the report, and never finer than it names places."""

from __future__ import annotations

from theodolite.domain import Disclosure, SearchArea
from theodolite.report import ground

UTC = "2026-11-21T05:00:00Z"
SQUARE = ((43.0, 11.0), (43.0, 11.1), (43.1, 11.1), (43.1, 11.0))
EXACT = Disclosure("J1", "link", "E1", "OpenStreetMap", None, "text", "…#map=17/43.46824/11.88017", "A", UTC)
COARSE = Disclosure("J2", "link", "E1", "Bing Maps", 10.0, "text", "…cp=43.5~11.9", "A", UTC)
CROP = Disclosure("J3", "crop", "E1", "", None, "file", "ab" * 32, "A", UTC)


def test_everything_that_left_is_listed_with_its_precision() -> None:
    rows = ground.carried((EXACT, COARSE, CROP), None)
    assert [row.id for row in rows] == ["J1", "J2", "J3"]
    assert [row.precision for row in rows] == [
        "as exact as in the case",
        "to 10 km",
        "pixels only, no metadata",
    ]
    assert [row.text for row in rows] == [EXACT.text, COARSE.text, CROP.text]


def test_a_coarser_report_leaves_out_the_finer_texts_only() -> None:
    texts = [row.text for row in ground.carried((EXACT, COARSE, CROP), 5.0)]
    assert texts == ["", COARSE.text, CROP.text]
    texts = [row.text for row in ground.carried((EXACT, COARSE, CROP), 50.0)]
    assert texts == ["", "", CROP.text]


def test_cells_of_an_area_are_counted_and_add_up() -> None:
    cells = ((0, 0, "searched"), (0, 1, "searched"), (1, 0, "excluded"), (2, 2, "unclear"))
    (row,) = ground.areas([SearchArea("W1", "Valley", SQUARE, 1000.0, cells, "by day")])  # type: ignore[arg-type]
    assert (row.cells, row.searched, row.excluded, row.unclear) == (12 * 9, 2, 1, 1)
    assert row.searched + row.excluded + row.unclear + row.left == row.cells
    assert (row.km2, row.cell_m, row.note) == ("90.56", "1000", "by day")


def test_an_area_that_cannot_be_drawn_is_named_all_the_same() -> None:
    (row,) = ground.areas([SearchArea("W1", "Broken", ((0.0, 0.0),), 1000.0)])
    assert (row.title, row.cells, row.km2) == ("Broken", 0, "")
