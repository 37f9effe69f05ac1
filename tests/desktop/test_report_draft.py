"""What the builder decides, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from theodolite.domain import PROTECTED, Box, Case, CaseState, Mask, MergeConflict, Review
from theodolite.errors import InputError
from theodolite.report import rendering
from theodolite.report.choices import KEPT, SECTIONS, checked
from theodolite_desktop import conflict_rows, report_draft
from theodolite_desktop.conflict_rows import FieldRow
from theodolite_desktop.operations import report
from theodolite_desktop.operations.reviewing import kilometres
from theodolite_desktop.report_draft import Draft

CASE = Case("One", "", "tester", "2026-11-21T05:00:00Z")
REVIEW = Review("R1", "E1", "P2", "2026-11-21T05:00:00Z", True, "Arezzo", 43.46, 11.88, 1.0)


def state(case: Case = CASE, **parts: object) -> CaseState:
    return replace(CaseState("/x.case", case), **parts)  # type: ignore[arg-type]


def test_what_is_offered_is_what_can_be_written() -> None:
    assert tuple(name for name, _, _ in report_draft.FORMATS) == tuple(rendering.FORMATS)
    assert set(report_draft.ALWAYS) <= set(rendering.FORMATS)
    assert tuple(report_draft.PROTECTION) == PROTECTED
    assert [s.id for s in report.sections()] == list(SECTIONS)


def test_a_new_draft_discloses_nothing_and_is_accepted_by_the_engine() -> None:
    made = checked(report.choices(Draft(sections=report.sections())))
    assert made.disclose == frozenset()
    assert made.redact and not made.graphic and not made.final
    assert made.sections == frozenset(SECTIONS)


@pytest.mark.parametrize("name", SECTIONS)
def test_what_speaks_against_the_finding_cannot_be_left_out(name: str) -> None:
    draft = Draft(sections=report.sections()).switched(name, False)
    assert (name in report.choices(draft).sections) == (name in KEPT)
    assert draft.switched(name, True).sections == report.sections()


def test_formats_keep_their_order_and_fields_are_chosen_one_by_one() -> None:
    draft = Draft().with_format("kml", True).with_format("html", False)
    assert draft.formats == ("pdf", "json", "kml")
    open_ = draft.disclosing("name", True).disclosing("path", True).disclosing("name", False)
    assert report.choices(open_).disclose == {"path"}


def test_a_final_report_needs_question_mandate_and_reviewer() -> None:
    assert report_draft.missing(state()) == ("question", "mandate", "reviewer")
    asked = replace(CASE, question="Where?", mandate="for the desk")
    assert report_draft.missing(state(asked)) == ("reviewer",)
    assert report_draft.missing(state(asked), "P2") == ()
    assert report_draft.missing(state(asked, reviews=(REVIEW,))) == ()
    assert report_draft.standing((), final=True) == "Final."
    assert "mandate" in report_draft.standing(("mandate",), final=True)


def test_what_leaves_is_said_field_by_field() -> None:
    draft = Draft(disclose=frozenset({"name"}), precision_km=1.0)
    said = {what: (how, tone) for what, how, tone in report_draft.leaves(draft, 2, ("E2",))}
    assert said["File names"] == ("leave the case", "warn")
    assert said["Source paths"] == ("stay in the case", "ok")
    assert said["Coordinates"] == ("to 1 km", "ok")
    assert said["Masks"][1] == "ok"
    assert "E2" in said["Proposed masks"][0]
    bundled = {what: (how, tone) for what, how, tone in report_draft.leaves(draft, 2, bundled=True)}
    assert bundled["Coordinates"] == ("to 1 km in the report; as found in the values of the log", "warn")
    assert bundled["Masks"] == ("2 regions filled in every copy", "ok")
    rows = report_draft.leaves(draft, 2, bundled=True, telling=("serial",), originals=True)
    original = {what: (how, tone) for what, how, tone in rows}
    assert original["Serial numbers"] == ("leave in the originals", "warn")
    assert original["Owner and author names"] == ("stay in the case", "ok")
    assert original["Masks"] == ("2 regions filled in the report, not in the originals", "warn")
    shown = {what: tone for what, _, tone in report_draft.leaves(replace(draft, masks=False), 2)}
    assert shown["Masks"] == "warn"


def test_masks_are_counted_with_those_proposed() -> None:
    one = Mask("K1", "E1", Box(0, 0, 1, 1), "face", "", "tester")
    held = state(masks=(one, replace(one, id="K2", proposed=True)))
    assert report_draft.undecided(held) == ("E1",)
    assert report_draft.masked(held).startswith("No region")  # E1 is not under consideration


@pytest.mark.parametrize(("text", "km"), [("1", 1), ("0.5 km", 0.5), ("300 m", 0.3), ("2,5 km", 2.5)])
def test_a_radius_is_read_with_its_unit(text: str, km: float) -> None:
    assert kilometres(text) == pytest.approx(km)


@pytest.mark.parametrize("text", ["", "far", "-1", "0", "99999"])
def test_a_radius_that_is_none_is_asked_back(text: str) -> None:
    with pytest.raises(InputError, match="for example"):
        kilometres(text)


def test_only_the_fields_that_two_copies_say_differently_are_shown() -> None:
    ours, theirs = '{"strength":"weak","text":"a","gone":1}', '{"strength":"likely","text":"a"}'
    conflict = MergeConflict("X1", "clue", "C3", ours, theirs)
    assert conflict_rows.title(conflict) == "clue C3"
    assert conflict_rows.differing(conflict) == (
        FieldRow("strength", "weak", "likely"),
        FieldRow("gone", "1", "(not there)"),
    )
    (whole,) = conflict_rows.differing(replace(conflict, theirs=""))
    assert whole.theirs == "(not there)"
    assert conflict_rows.undecided((conflict, replace(conflict, chosen="ours"))) == (conflict,)
