"""Words of the Custody tab, covers and recipes: pure."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import Box, Case, CaseState, Exhibit, Signature, Stamp, Step, Verification
from theodolite.evidence import recipes
from theodolite.jobs import Progress
from theodolite.store.cipher.header import SHORTEST
from theodolite_desktop import covering, custody_rows, recipe_rows
from theodolite_desktop.covering import Cover
from theodolite_desktop.custody_rows import Checked, Trust
from theodolite_desktop.snapshot import LogLine
from theodolite_desktop.theme import tokens
from theodolite_desktop.theme.contrast import contrast
from theodolite_desktop.views.passphrases import LEAST, advice

UTC = "2026-11-21T05:00:00Z"
ITEM = Exhibit(
    "E1", "a.jpg", "a" * 64, "b" * 32, 4321, "image/jpeg", "/x/a.jpg", UTC, "Ann", True, width=40, height=30
)
STATE = CaseState("/x", Case("One", "", "Ann", UTC), log_head="d" * 64)


def test_the_chain_of_an_exhibit_holds_the_records_that_name_it_and_no_other() -> None:
    log = (
        LogLine(1, UTC, "Ann", "exhibit added", "E1 a.jpg"),
        LogLine(2, UTC, "Ann", "exhibit added", "E12 other.jpg"),
        LogLine(3, UTC, "Bob", "exhibit withdrawn", "E1, E2"),
    )
    rows = dict(custody_rows.facts(ITEM, log))
    assert rows["SHA-256"] == "a" * 64 and rows["Taken in"] == "2026-11-21 05:00:00 UTC"
    assert [name for name in rows if name.startswith("#")] == ["#1", "#3"]
    assert rows["#3"] == "2026-11-21 05:00:00 UTC, Bob: exhibit withdrawn"
    assert rows["Condition"] == "readable, 40 × 30 pixels"
    marked = replace(ITEM, graphic=True, withdrawn=True, readable=False)
    assert custody_rows.condition(marked) == "not readable; kept as it is, withdrawn, marked graphic"


def test_a_signature_is_called_good_only_when_it_was_checked() -> None:
    signed = replace(STATE, signatures=(Signature("G1", "P1", UTC, "d" * 64, 9, "c" * 64, "0" * 128),))
    titles = []
    for found in ((), (Checked("G1", True, True, "good"),), (Checked("G1", True, False, "other key"),)):
        (row,) = custody_rows.signature_rows(signed, Trust(found))
        titles.append((row.title, row.tone))
    (bad,) = custody_rows.signature_rows(signed, Trust((Checked("G1", False, True, "no"),)))
    assert titles == [
        ("P1 signed · Not checked yet", "text2"),
        ("P1 signed · Good", "ok"),
        ("P1 signed · Good, by another key", "warn"),
    ]
    assert (bad.title, bad.tone) == ("P1 signed · Bad", "error") and "records 1 to 9" in bad.text


@pytest.mark.parametrize("state", ["confirmed", "pending", "invalid"])
def test_a_stamp_says_its_state_in_word_and_colour(state: str) -> None:
    one = Stamp("Z1", "rfc3161", "d" * 64, "0" * 64, "", state, UTC, "why", UTC)  # type: ignore[arg-type]
    (row,) = custody_rows.stamp_rows((one,), STATE)
    assert state.capitalize() in row.title and row.tone == custody_rows.STAMP_LOOK[state][0]
    assert "of the head now" in row.text and "why" in row.text


def test_what_a_check_found_names_files_and_destructions() -> None:
    found = Verification(True, 3, 20, "", ())
    assert custody_rows.integrity(found, "10:00:00 UTC", 1) == (
        "Intact at 10:00:00 UTC: 3 files and 20 records match their hashes, with 1 destruction.",
        "ok",
    )
    broken = Verification(False, 3, 20, "", ("E2 b.jpg has changed.", "another"))
    text, tone = custody_rows.integrity(broken, "", 0)
    assert text == "Not intact: E2 b.jpg has changed. And 1 more." and tone == "error"
    assert custody_rows.running(Progress("", 3, 12)) == "Verifying 3 of 12"


def test_a_cover_hides_what_was_marked_what_was_made_from_it_and_its_copies() -> None:
    items = (ITEM, replace(ITEM, id="E2", graphic=True), replace(ITEM, id="E3", parent="E2"))
    cover = Cover(covering.graphic(items))
    assert [cover.hides(name) for name in ("E1", "E2", "E3", "")] == [False, True, True, False]
    assert cover.hides_key("exhibit:E2") and not cover.hides_key("reference:r1", "E2")
    assert cover.hides_key("derived:D1", "E2") and not cover.hides_key("derived:D1", "E1")
    assert not replace(cover, marked=False).hides("E2")
    assert replace(cover, everything=True).hides_key("reference:r1")


def test_a_new_passphrase_is_used_only_when_both_are_the_same() -> None:
    assert LEAST == SHORTEST, "the window asks for what the case asks for"
    refused = (("", ""), ("1234567", "1234567"), ("12345678", ""), ("12345678", "12345679"))
    assert not any(advice(*pair)[2] for pair in refused)
    assert advice("12345678", "12345678") == (advice("12345678", "12345678")[0], "warn", True)
    assert advice("a long enough one", "a long enough one")[1:] == ("ok", True)


def test_the_button_that_destroys_is_readable() -> None:
    for theme in (tokens.LIGHT, tokens.DARK):
        assert contrast(theme["on-accent"], theme["error"]) >= 4.5
        assert contrast(theme["on-accent"], theme["against"]) >= 4.5


@given(
    st.lists(st.floats(0.0, 1.0), min_size=4, max_size=4),
    st.floats(-360.0, 360.0),
    st.integers(2, 8),
)
def test_steps_made_here_are_steps_of_the_engine(sides: list[float], degrees: float, factor: int) -> None:
    """Whatever the forms give is a recipe that can be done, and its size is foreseen."""
    left, right = sorted(sides[:2])
    top, bottom = sorted(sides[2:])
    steps = [
        recipe_rows.step("rotate", degrees=round(degrees, 2)),
        recipe_rows.step("enlarge", factor=float(factor)),
    ]
    if right - left > 0.05 and bottom - top > 0.05:
        steps.insert(0, recipe_rows.crop(Box(left, top, right, bottom)))
    pixels = np.zeros((30, 40, 3), np.uint8)
    made = recipes.apply(pixels, steps)
    width, height = recipe_rows.size_after((40, 30), steps)
    slack = 3 * factor  # whole pixels are lost or won at each edge, and then enlarged
    assert abs(made.shape[1] - width) <= slack and abs(made.shape[0] - height) <= slack


def test_straightening_and_marks_are_steps_of_the_engine() -> None:
    flat = recipe_rows.perspective(((0.1, 0.1), (0.9, 0.2), (0.8, 0.9), (0.2, 0.8)), (400, 300))
    size = dict(flat.parameters)
    assert int(size["width"]) == round(math.hypot(0.8 * 400, 0.1 * 300))
    drawn = [
        recipe_rows.annotate("arrow", "#e8112d", (0.1, 0.1), (0.5, 0.5)),
        recipe_rows.annotate("label", "#0D826F", (0.2, 0.2), None, "sign"),
    ]
    assert recipes.check((flat, *drawn)) == (flat, *drawn)
    made = recipes.apply(np.zeros((300, 400, 3), np.uint8), (flat, *drawn))
    assert made.shape[:2] == (int(size["height"]), int(size["width"])) and made.any()
    assert recipe_rows.step("crop", left=1e-7) == Step("crop", (("left", "0.0"),))
