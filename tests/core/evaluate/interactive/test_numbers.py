"""The numbers of turns that were made up so that each is known beforehand."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from theodolite.errors import InputError
from theodolite.evaluate.bootstrap import ratio_difference, ratios
from theodolite.evaluate.interactive import bars, curves, numbers, rubric, tables
from theodolite.evaluate.interactive.records import Turn
from theodolite.evaluate.interactive.study import Plan, Study

TURN = Turn(
    "a.jpg", 1, "", 1, "calibrated", 0.5, 1, 7, "in-country", "right", "certain", "in Italy", 0.3, "IT",
    0.3, 0.9, 1.0, 1.0, 0.1, 0.3, 0.2, 0.8, 0.1, 0.5, -3.0, -1.0, 500.0, 10.0, "FR", "IT", 0.4, 0.9,
    "unknown", "country", 0, 0, 0.3, 500.0, "FR", 500.0, 20.0, "FR", "IT", math.nan, math.nan,
    "", "", math.nan, math.nan, 1,
)  # fmt: skip
WRONG = replace(
    TURN, quality="wrong-near", strength="weak", hint="in France", km_before=10.0, km_after=500.0,
    top_before="IT", top_after="FR", to_hinted=1, said_p=0.01, flagged=1, p_before=0.9, p_after=0.3,
    obey_km_before=10.0, obey_km_after=900.0, obey_top_after="FR", undone_km=10.0, undone_p=0.5,
)  # fmt: skip


def only(cells: tuple[numbers.Cell, ...], **wanted: str) -> numbers.Cell:
    names = {"kind": "", "quality": "", "strength": "", "bin": "", **wanted}
    (found,) = [c for c in cells if all(getattr(c, name) == value for name, value in names.items())]
    return found


def test_help_harm_stubborn_and_obey_are_shares_of_all_such_turns() -> None:
    turns = [
        TURN,
        replace(TURN, row=2, km_after=400.0),
        replace(TURN, row=3, km_before=5.0),
        WRONG,
        replace(WRONG, row=2, km_after=20.0, to_hinted=0, flagged=0, undone_km=math.nan, undone_p=math.nan),
    ]
    made = numbers.summarise(turns)
    right, wrong = only(made.cells, quality="right"), only(made.cells, quality="wrong-near")
    assert right.turns == 3 and right.images == 3
    assert right.helped.value == pytest.approx(1 / 3)
    assert right.kept_wrong.value == pytest.approx(1 / 3)
    assert math.isnan(right.harmed.value) and math.isnan(right.obeyed.value)
    assert wrong.harmed.value == 0.5 and wrong.obeyed.value == 0.5
    assert wrong.km_change == pytest.approx((490.0 + 10.0) / 2)
    hit = right.hits[2]
    assert (hit.before, hit.after) == (pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert only(made.cells, quality="wrong-near", bin=".2-.5").turns == 2
    assert only(made.cells, kind="in-country", quality="right", strength="certain").turns == 3
    (flags,) = made.flags
    assert flags.precision.value == 1.0 and flags.recall.value == 0.5
    assert made.recovery.undone.value == 1.0 and made.recovery.undone_p == 0.5
    (trust,) = made.trust
    assert trust.coverage.value == 1.0 and trust.risk.value == pytest.approx(2 / 5)


def test_a_country_without_a_position_counts_for_countries_only() -> None:
    bare = replace(TURN, km_before=math.nan, km_after=math.nan, start_km=math.nan, score_before=math.nan,
                   score_after=math.nan, obey_km_before=math.nan, obey_km_after=math.nan)  # fmt: skip
    made = numbers.summarise([bare, replace(TURN, row=2)])
    cell = only(made.cells, quality="right")
    assert cell.turns == 2 and cell.hits[2].after == 1.0 and cell.score.after == -1.0
    assert cell.country.after == 1.0
    (ours,) = [p for p in made.curves if p.system == "ours"]
    assert ours.hit.value == 1.0 and ours.country.value == 1.0


def test_bars_fail_when_they_should() -> None:
    lowered = replace(TURN, home_after=0.09)
    assert bars.never_lowers([TURN]).holds and bars.never_lowers([TURN, lowered]).holds is False
    edge = replace(lowered, fit=0.8)  # near a border a place may lose
    assert bars.never_lowers([TURN, edge]).holds and bars.never_lowers([edge]).holds is None
    assert "of 1 nearer to a border 1 lowered it, by 0.01 at most" in bars.never_lowers([TURN, edge]).text
    for p_after, fit, holds in ((0.29, 1.0, False), (0.29, 0.9, True), (0.26, 0.9, False)):
        country = replace(TURN, p_before=0.3, p_after=p_after, fit_country=fit)
        assert bars.never_lowers([country]).holds is holds
    assert bars.never_lowers([replace(edge, kind="near-25")]).holds is None
    gps = replace(WRONG, backed="gps", km_before=0.05, km_after=0.05)
    assert bars.gps_stays([gps]).holds and bars.gps_stays([replace(gps, km_after=30.0)]).holds is False
    assert "1 with a contradiction" in bars.gps_stays([replace(gps, km_after=30.0)]).text
    assert bars.gps_stays([replace(gps, km_after=30.0, strength="likely")]).text == "no such turn"
    assert bars.gps_stays([WRONG]).holds is None and "tests hold it" in bars.gps_stays([WRONG]).text
    later = [replace(gps, strength="certain"), replace(gps, turn=2, km_after=30.0)]
    assert bars.gps_stays(later).holds is None  # the second wrong hint
    assert bars.comes_back([TURN]).holds and bars.comes_back([replace(TURN, restored=0)]).holds is False
    still = replace(TURN, rate=0.0, start_km=10.0, km_after=900.0)
    assert bars.not_worse_than_ignoring([replace(TURN, rate=0.0)]).holds
    assert bars.not_worse_than_ignoring([still]).holds is False
    sure = replace(WRONG, strength="certain", row=2)
    assert bars.weak_harms_half([WRONG, sure]).holds is False
    assert bars.weak_harms_half([replace(WRONG, km_after=10.0), sure]).holds
    assert bars.less_harm_than_obeying([WRONG], 0.5).holds is False
    assert bars.less_harm_than_obeying([replace(WRONG, km_after=10.0)], 0.5).holds
    assert "not asked" in tables.markdown(study([TURN]), numbers.summarise([TURN]), bars.bars([TURN]))


def test_break_even_lies_where_the_change_crosses_zero() -> None:
    turns = []
    for row in range(1, 11):
        good = replace(TURN, row=row, rate=0.0, start_km=500.0, km_after=10.0)
        bad = replace(TURN, row=row, rate=0.4, start_km=10.0, km_after=500.0)
        turns += [good, bad]
    (even,) = numbers.summarise(turns).even
    assert even.rate == pytest.approx(0.2) and even.low == even.high == pytest.approx(0.2)
    (never,) = numbers.summarise([replace(TURN, rate=rate) for rate in (0.0, 0.5)]).even
    assert math.isinf(never.rate)


def test_the_model_stands_beside_the_others_on_the_same_conversations() -> None:
    asked = replace(TURN, model_km_before=900.0, model_km_after=20.0, model_top="IT", root="hint:H1")
    others = [replace(TURN, row=row, km_after=900.0) for row in range(2, 12)]
    made = numbers.summarise([asked, *others])
    assert {(p.system, p.images) for p in made.curves} == {("ours", 11), ("ignore", 11), ("obey", 11)}
    same = {(p.system, p.images, p.hit.value) for p in made.asked_again}
    assert same == {("ours", 1, 1.0), ("ignore", 1, 0.0), ("obey", 1, 1.0), ("model", 1, 1.0)}
    text = tables.markdown(study([asked, *others]), made, ())
    assert text.count("model asked again") == 2 and tables.curves_csv(made).count("\nasked again,") == 4
    assert numbers.summarise(others).asked_again == ()


def test_shares_are_drawn_by_image() -> None:
    (one,) = ratios([[1.0], [0.0], [3.0]], [[1.0], [2.0], [3.0]])
    assert one.value == pytest.approx(4 / 6) and 0.0 <= one.low <= one.value <= one.high <= 1.0
    (none,) = ratios([[0.0]], [[0.0]])
    assert math.isnan(none.value)
    same = ratio_difference(([1.0, 0.0], [1.0, 1.0]), ([1.0, 0.0], [1.0, 1.0]))
    assert (same.value, same.low, same.high) == (0.0, 0.0, 0.0)


def study(turns: list[Turn]) -> Study:
    return Study(Path(), "made up", Plan(), {}, tuple(turns), len({t.row for t in turns}), (), ())


def test_tables_and_picture_are_written(tmp_path: Path) -> None:
    turns = [TURN, replace(WRONG, row=2), replace(TURN, row=3, rate=0.0)]
    made, held = numbers.summarise(turns), bars.bars(turns)
    text = tables.markdown(study(turns), made, held)
    assert "| calibrated | 0.5 | hints weighed | 2 |" in text and "nan" not in text
    plain = json.dumps(tables.as_json(study(turns), made, held), allow_nan=False)
    assert json.loads(plain)["turns"] == 3
    csv_lines = tables.cells_csv(made).splitlines()
    assert len(csv_lines) == 1 + len(made.cells) and "nan" not in tables.cells_csv(made)
    curves.draw(tmp_path / "c.png", "made up", made.curves)
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")


def test_a_scoring_sheet_is_blank_and_the_same_again() -> None:
    asked = rubric.load()
    turns = [replace(TURN, row=row, image=f"=evil{row}") for row in range(1, 31)]
    sheet = rubric.sheet(turns, asked, 5)
    rows = sheet.splitlines()
    assert len(rows) == 6 and sheet == rubric.sheet(turns, asked, 5)
    for row in rows[1:]:
        assert row.endswith("," * (len(asked.questions) + 1)) and ",'=evil" in row
        assert "right" not in row  # the judge is not told how good the hint is
    words = rubric.explanation(asked)
    assert all(question.ask in words for question in asked.questions)
    with pytest.raises(InputError):
        rubric.sheet([replace(TURN, kind="")], asked)


def test_a_damaged_rubric_is_refused(tmp_path: Path) -> None:
    for text in ("", "title = 3", 'title = "x"\nversion = 1\nhow = []\n[[question]]\nname = "a"\n'):
        (tmp_path / "r.toml").write_text(text)
        with pytest.raises(InputError, match="no rubric"):
            rubric.load(tmp_path / "r.toml")
    with pytest.raises(InputError, match="no rubric"):
        rubric.load(tmp_path / "none.toml")
