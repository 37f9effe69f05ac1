"""The worked investigation on real photographs, in the real window with the real engine and packs.

One case from the first step to the last: the tests run in their order, each goes on from those before it.
The kills of step 19 are in test_kills.py.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton

from tests.e2e import closing, comparing, tower
from tests.e2e.examiner import CONTROL, LEFT, NONE, Examiner, choosing
from tests.e2e.leaks import leaks, pages
from theodolite.domain import Box, HintState, Ranking, Status
from theodolite.geo.geodesy import distance_km
from theodolite.store.trust import keys
from theodolite_desktop.views.dialogs import CaseForm, Question
from theodolite_desktop.views.joint_dialog import JointDialog
from theodolite_desktop.views.leave_dialog import LeaveDialog
from theodolite_desktop.views.verdict_dialog import VerdictDialog

pytestmark = [pytest.mark.packs, pytest.mark.corpora, pytest.mark.alone]
NO_METADATA = "This file carries no metadata. That is common after messaging apps and proves nothing."
NOT_ENOUGH = "Not enough evidence to name a place. Add a hint or reference photographs."
#: Of E2, E3, the best reference and mark 1: finer than a report with a precision of 1 km may name.
FINE = ("43.46824", "11.88017", "43.7696", "43.46601", "11.87911", "11.8815")
KEPT: dict[str, Ranking] = {}
REPORT: dict[str, Any] = {}


def test_step_01_a_new_case_with_its_question_and_claim(examiner: Examiner, folder: Path) -> None:
    def fill(form: CaseForm) -> None:
        for field, text in (
            (form.title, "The tower photograph"),
            (form.operator, "A. Examiner"),
            (form.question, "Where was forwarded.jpg taken?"),
            (form.claim, "Florence, 22 Oct 2008"),
            (form.source, "S1"),
        ):
            examiner.qtbot.keyClicks(field, text)
        examiner.button(form, "Choose a folder…")

    with choosing(folder / "tower.case"), examiner.answering(CaseForm, fill):
        examiner.press(Qt.Key.Key_N, CONTROL)
    examiner.wait(lambda: examiner.controller.snapshot is not None and examiner.controller.desk.prepared)
    examiner.rest()
    assert examiner.shell.windowTitle() == "The tower photograph – Theodolite"
    examiner.look_at("Report")
    examiner.rest()
    said = examiner.texts(examiner.shell.report)
    assert "Where was forwarded.jpg taken?" in said
    assert "Florence, 22 Oct 2008 (source S1)" in said
    examiner.look_at("Image")


def test_step_02_bytes_are_hashed_before_anything_decodes_them(
    examiner: Examiner, material: tower.Material
) -> None:
    examiner.drop(*material.exhibits)
    examiner.wait(lambda: len(examiner.snapshot.exhibits) == 3)
    examiner.wait(lambda: all(e.examined for e in examiner.snapshot.exhibits))
    examiner.rest()
    assert [(row.id, row.name) for row in examiner.shell.exhibits.model.rows] == [
        (f"E{n}", path.name) for n, path in enumerate(material.exhibits, 1)
    ]
    actions = [action for action, _ in examiner.log()]
    per_file = ["bytes stored", "exhibit added", "exhibit read"]
    assert [action for action in actions if action in per_file] == per_file * 3
    vault = examiner.controller.desk.session.store.vault_path
    for exhibit, path in zip(examiner.snapshot.exhibits, material.exhibits, strict=True):
        original = path.read_bytes()
        assert exhibit.sha256 == hashlib.sha256(original).hexdigest()
        assert vault(exhibit.sha256).read_bytes() == original
        assert vault(exhibit.sha256).stat().st_mode & 0o777 == 0o444
    examiner.inspect("Custody")
    stored = examiner.shell.inspector.custody.model.rows
    assert sum("bytes stored" in " ".join(row) for row in stored) == 3


def test_step_03_no_metadata_proves_nothing_and_no_place_is_named(examiner: Examiner) -> None:
    examiner.open_exhibit("E1")
    examiner.inspect("Metadata")
    assert NO_METADATA in examiner.texts(examiner.shell.inspector)
    examiner.picture("step-03-metadata")
    examiner.inspect("Candidates")
    assert examiner.ranking.abstained
    assert examiner.cards() == []
    assert NOT_ENOUGH in examiner.texts(examiner.shell.inspector)
    examiner.picture("step-03-candidates")


@pytest.mark.parametrize(
    ("name", "place", "time"),
    [("E2", "43.46824° N, 11.88017° E", "16:46:53"), ("E3", "43.76960° N, 11.25580° E", "16:28:39")],
)
def test_steps_04_and_05_what_a_file_says_is_a_claim(
    examiner: Examiner, name: str, place: str, time: str
) -> None:
    examiner.open_exhibit(name)
    examiner.inspect("Metadata")
    said = examiner.texts(examiner.shell.inspector)
    claimed = said[said.index("Claimed by the file") :]
    assert claimed[claimed.index("GPS") + 1] == place
    assert claimed[claimed.index("Time") + 1] == f"2008-10-22T{time}, zone unknown"
    when = examiner.shell.inspector.metadata.when
    assert when.status.text() == "Time: claimed, not established"
    assert when.text.text().startswith(f"22 Oct 2008, {time} by a clock of unknown zone, claimed by C")
    assert claimed[claimed.index("Camera") + 1] == "NIKON COOLPIX P6000"
    examiner.inspect("Clues")
    rows = {row.kind: row for row in examiner.shell.inspector.clues.model.rows}
    assert rows["exif.gps"].observation.startswith(f"GPS claimed: {place[:6]}")
    assert "claims" in rows["exif.gps"].inference
    assert examiner.cards()[0].candidate.label.endswith(f"(GPS of {name})")
    examiner.picture(f"step-0{int(name[1]) + 2}")


def test_step_06_the_journey_is_worded_and_nothing_is_called_false(examiner: Examiner) -> None:
    examiner.inspect("Metadata")
    rows = {row.kind: row for row in examiner.shell.inspector.metadata.relations.rows}
    journey = "E3 to E2 is 60.5 km in 18 min 14 s, 199 km/h; neither is called false"
    assert journey in examiner.texts(examiner.shell.inspector)
    assert rows["travel"].text == journey
    assert rows["travel"].conflict
    assert rows["same camera"].text == "E2 and E3 claim one make and model of camera: NIKON COOLPIX P6000"
    assert next(iter(rows.values())).conflict, "what does not go together comes first"
    assert "false" not in rows["travel"].detail.replace("neither is called false", "")
    examiner.picture("step-06")
    examiner.open_exhibit("E1")
    examiner.inspect("Metadata")
    assert "travel" not in {row.kind for row in examiner.shell.inspector.metadata.relations.rows}
    examiner.open_exhibit("E3")


def add_references(examiner: Examiner, index: Path, total: int) -> None:
    """Case › Add index, and the search that follows for each exhibit."""
    with choosing(index):
        examiner.shell.commands.actions["case.references"].trigger()
    examiner.wait(lambda: {s.total for s in examiner.snapshot.state.searches} == {total})
    examiner.wait(lambda: len(examiner.snapshot.state.searches) == 3)
    examiner.rest()


def test_step_07_a_best_match_alone_names_no_place(examiner: Examiner, material: tower.Material) -> None:
    """The negative control: E1 among photographs of Lund and Berlin."""
    examiner.open_exhibit("E1")
    examiner.inspect("Candidates")
    add_references(examiner, material.elsewhere, 32)
    search = examiner.snapshot.search
    assert search is not None
    assert "berlin" in search.references[0].name
    assert search.references[0].cosine == pytest.approx(0.69, abs=0.02)
    assert examiner.ranking.abstained
    assert any(text.startswith(NOT_ENOUGH) for text in examiner.texts(examiner.shell.inspector))
    examiner.picture("step-07")


def test_step_08_references_from_arezzo_put_arezzo_first(
    examiner: Examiner, material: tower.Material
) -> None:
    add_references(examiner, material.arezzo, 38)
    search = examiner.snapshot.search
    assert search is not None
    best = search.references[:3]
    assert [r.name.removesuffix(".jpg") for r in best] == ["DSCN0025", "DSCN0038", "DSCN0040"]
    assert [r.cosine for r in best] == pytest.approx([0.87, 0.83, 0.80], abs=0.02)
    first = examiner.cards()[0].candidate
    assert first.label.startswith("Arezzo, Tuscany")
    assert first.country == "IT"
    assert float(distance_km(first.lat, first.lon, *tower.TRUTH)) < 1.0
    KEPT["step 8"] = examiner.ranking
    examiner.picture("step-08")


def test_step_09_the_bars_of_a_card_add_up_to_its_printed_total(examiner: Examiner) -> None:
    card = examiner.choose("Arezzo")
    *parts, total = card.bars
    assert total.kind == "total"
    assert parts[-1].kind == "prior"
    assert round(sum(bar.points for bar in parts), 1) == total.points
    assert [bar.kind for bar in parts].count("part") >= 1
    assert all(bar.help.endswith("Uncalibrated.") for bar in parts if bar.kind == "part")
    assert any("Uncalibrated." in text for text in examiner.texts(examiner.shell.inspector))
    assert not any("%" in text for text in (card.likelihood, card.counts))
    examiner.picture("step-09")


def test_step_10_a_hint_that_fights_the_evidence_is_shown_as_a_conflict(examiner: Examiner) -> None:
    examiner.say("in Florence, certain")
    chip = examiner.chip().chip
    assert (chip.state, chip.text) == (HintState.PROPOSED, "in or near Florence, Tuscany, Italy")
    assert examiner.ranking == KEPT["step 8"], "a proposed hint counts for nothing"
    examiner.picture("step-10-proposed")
    examiner.click_chip("apply")
    chip = examiner.chip().chip
    assert chip.state is HintState.ON
    assert chip.conflict is not None
    assert examiner.cards()[0].candidate.label.startswith("Florence")
    with examiner.answering(JointDialog, lambda box: examiner.button(box, "Close")) as said:
        examiner.click_chip("conflict")
    assert said[0] == "Conflict"
    words = " ".join(said)
    assert "nats" in words
    assert "Without H1" in words
    first, second = KEPT["step 8"].candidates[0].label, examiner.ranking.candidates[0].label
    assert "Arezzo" in first
    assert "Florence" in second
    assert {first, second} <= set(said)
    assert "In conflict" in said
    examiner.picture("step-10-conflict")


def test_step_11_without_the_hint_every_bit_is_as_before(examiner: Examiner) -> None:
    examiner.click_chip("remove")
    assert examiner.shell.conversation.chips() == ()
    assert examiner.ranking.scores_sha256 == KEPT["step 8"].scores_sha256
    assert examiner.ranking == KEPT["step 8"]
    steps = [action for action, _ in examiner.log() if action.startswith(("hint", "conflict"))]
    assert steps == ["hint added", "hint on", "conflict shown", "hint removed"]


def test_step_12_a_hint_that_fits_keeps_arezzo_first(examiner: Examiner) -> None:
    examiner.say("in Italy, likely")
    assert examiner.chip().chip.state is HintState.PROPOSED
    examiner.chip().setFocus()
    examiner.press(Qt.Key.Key_Space)
    examiner.rest()
    chip = examiner.chip().chip
    assert (chip.state, chip.conflict) == (HintState.ON, None)
    assert chip.effect
    assert examiner.cards()[0].candidate.label.startswith("Arezzo")
    assert not examiner.ranking.abstained
    assert examiner.ranking.countries[0][0] == "IT"
    examiner.picture("step-12")


def verify(examiner: Examiner, then: Callable[[Question], None] | None = None) -> tuple[list[str], list[str]]:
    """V on the chosen candidate, Yes; ``then`` answers the second question, if there is one."""
    with ExitStack() as stack:
        after: list[list[str]] = [[]]

        def agree(box: VerdictDialog) -> None:
            examiner.button(box, "Verify")
            if then is not None:
                after[0] = stack.enter_context(examiner.answering(Question, then))

        with examiner.answering(VerdictDialog, agree) as asked:
            examiner.press(Qt.Key.Key_V)
    examiner.rest()
    return asked, after[0]


def test_step_13_one_camera_on_one_day_is_one_origin(examiner: Examiner) -> None:
    examiner.open_exhibit("E1")
    examiner.inspect("Candidates")
    before = examiner.choose("Arezzo").candidate.status
    length = len(examiner.log())
    asked, refused = verify(examiner, lambda box: examiner.button(box, "Leave it"))
    assert asked[0] == "Verify candidate"
    assert refused[0] == "Not verified"
    (why,) = [line for line in refused if line.startswith("Verified needs 2 clues")]
    assert "that share no origin; Arezzo, Tuscany" in why
    assert " has 1 (" in why
    assert "E2 and the references share camera model and day: NIKON COOLPIX P6000, 2008-10-22" in why
    assert examiner.choose("Arezzo").candidate.status is before is not Status.VERIFIED
    assert "verdict" not in " ".join(action for action, _ in examiner.log()[length:])
    examiner.picture("step-13")


def test_step_14_a_mark_drawn_by_hand(examiner: Examiner) -> None:
    examiner.press(Qt.Key.Key_F2)
    canvas, form = examiner.shell.image.canvas, examiner.shell.image.form
    canvas.setFocus()
    examiner.press(Qt.Key.Key_B)
    width, height = canvas.size_of_image
    corners = [QPoint(*map(round, canvas.viewport.to_view(x * width, y * height)))
               for x, y in ((0.37, 0.04), (0.55, 0.60))]  # fmt: skip
    examiner.qtbot.mousePress(canvas, LEFT, NONE, corners[0])
    examiner.qtbot.mouseMove(canvas, corners[1])
    examiner.qtbot.mouseRelease(canvas, LEFT, NONE, corners[1])
    assert form.isVisible()
    written = ("square tower, five rows of paired windows", "Pieve di Santa Maria, Arezzo", "printed guide")
    fields = (form.observation, form.inference, form.source, form.place)
    for field, text in zip(fields, (*written, "43.4645, 11.8815"), strict=True):
        assert field.hasFocus()
        examiner.qtbot.keyClicks(field, text)
        examiner.press(Qt.Key.Key_Tab)
    examiner.picture("step-14-form")
    examiner.press(Qt.Key.Key_Return)
    examiner.wait(lambda: not form.isVisible())
    examiner.rest()
    clue = examiner.snapshot.clues[-1]
    assert (clue.observation, clue.inference) == written[:2]
    assert [origin.key for origin in clue.origins] == ["printed guide"]
    assert clue.mark == 1
    assert clue.by_person
    assert clue.box is not None
    assert [clue.box.left, clue.box.bottom] == pytest.approx([0.37, 0.60], abs=0.01)
    row = examiner.shell.inspector.clues.model.rows[0]
    assert (row.mark, row.observation) == (1, written[0])
    assert [mark.number for mark in canvas._marks if mark.number] == [1]
    examiner.picture("step-14")


STYLE = "same street style, not the same spot"


def test_step_15_the_offset_that_a_person_made_is_kept(examiner: Examiner) -> None:
    """Two anchors align scale and turn; unlocked each picture moves alone, and relocking resumes them."""
    comparing.open_beside(examiner, "DSCN0025")
    page = examiner.shell.compare
    (wide, high), (across, down) = page.left.canvas.size_of_image, page.right.canvas.size_of_image
    # Two eaves of the street; by hand, so they are no two points of one building.
    comparing.anchors(
        examiner,
        [
            ((0.30 * wide, 0.42 * high), (0.34 * across, 0.40 * down)),
            ((0.70 * wide, 0.50 * high), (0.62 * across, 0.52 * down)),
        ],
    )
    made = page.setup.side(page.current).aligned
    assert made is not None and page.locked
    assert comparing.off(examiner) < 1.0
    examiner.press(Qt.Key.Key_K)
    assert not page.locked
    comparing.drag(examiner, page.right, (70, -35))
    page.left.canvas.setFocus()
    examiner.press(Qt.Key.Key_Plus)
    assert comparing.off(examiner) > 20.0, "unlocked, they went apart"
    examiner.press(Qt.Key.Key_K)
    assert page.locked
    assert comparing.off(examiner) < 1.0
    assert page.setup.side(page.current).aligned == made
    comparing.drag(examiner, page.left, (-40, 25))
    assert comparing.off(examiner) < 1.0, "they move together again"
    examiner.picture("step-15")
    said = comparing.keep(examiner, STYLE)
    assert any("Aligned by 2 anchors" in line for line in said)
    (kept,) = examiner.snapshot.state.comparisons
    assert (kept.exhibit, kept.note, kept.locked) == ("E1", STYLE, True)
    assert [pane.subject for pane in kept.panes] == ["exhibit:E1", page.current]
    assert [len(points) for points in kept.anchors] == [2, 2]


def drawn(examiner: Examiner, selector: str) -> int:
    """How many things of this kind the map page holds now."""
    found: list[int] = []
    script = f"document.querySelectorAll({selector!r}).length"
    examiner.shell.map.map._page.runJavaScript(script, 0, found.append)  # type: ignore[union-attr]
    examiner.wait(lambda: found)
    return found[0]


def test_step_16_the_claimed_place_is_rejected_with_a_reason_and_stays(examiner: Examiner) -> None:
    examiner.press(Qt.Key.Key_F4)
    examiner.wait(lambda: examiner.shell.map.map is not None and examiner.shell.map.map._loaded)
    claim = examiner.snapshot.exhibits[2].metadata.gps
    assert claim is not None
    QGuiApplication.clipboard().setText(f"{claim.lat:.5f}° N, {claim.lon:.5f}° E")
    examiner.press(Qt.Key.Key_V, CONTROL)
    examiner.wait(lambda: any(card.candidate.label.startswith("Florence") for card in examiner.cards()))
    examiner.rest()
    card = examiner.choose("Florence")
    assert float(distance_km(card.candidate.lat, card.candidate.lon, *tower.FLORENCE)) < 0.01
    reason = "only E3's claimed GPS; conflicts with E2"

    def reject(box: VerdictDialog) -> None:
        assert not box.yes.isEnabled(), "no rejection without a reason"
        field = box.focusWidget()
        assert isinstance(field, QComboBox)
        examiner.qtbot.keyClicks(field, reason)
        examiner.button(box, "Reject")

    with examiner.answering(VerdictDialog, reject):
        examiner.press(Qt.Key.Key_X)
    examiner.rest()
    listed = examiner.cards()[-1].candidate
    assert listed.label.startswith("Florence")
    assert (listed.status, listed.reason) == (Status.REJECTED, reason)
    assert examiner.cards()[0].candidate.label.startswith("Arezzo")
    examiner.choose("Florence")
    examiner.press(Qt.Key.Key_Return)
    examiner.wait(lambda: drawn(examiner, ".leaflet-marker-icon.mark-rejected path") == 1)
    assert drawn(examiner, ".leaflet-marker-icon.mark-claim") == 2
    examiner.wait(lambda: drawn(examiner, ".leaflet-zoom-anim, .leaflet-pan-anim") == 0)
    examiner.picture("step-16")


def test_step_17_two_origins_verify(examiner: Examiner) -> None:
    card = examiner.choose("Arezzo")
    asked, _ = verify(examiner)
    assert any("A. Examiner marks Arezzo" in line and "within about 1 km" in line for line in asked), asked
    assert any(line.startswith("2 clues that share no origin") for line in asked), asked
    assert card.candidate.status is not Status.VERIFIED
    assert examiner.choose("Arezzo").candidate.status is Status.VERIFIED
    examiner.wait(lambda: drawn(examiner, ".leaflet-marker-icon.mark-verified") >= 1)
    examiner.picture("step-17")


def test_step_18_the_time_of_the_first_picture_is_not_established(examiner: Examiner) -> None:
    examiner.inspect("Metadata")
    when = examiner.shell.inspector.metadata.when
    assert when.isVisible()
    assert when.status.text() == "Time: not established"
    text = "22 Oct 2008, claimed by E2 and E3 only."
    assert when.text.text() == text
    names = [button.text() for button in when.findChildren(QPushButton) if button.isVisible()]
    assert names == ["E2", "E3"]
    examiner.inspect("Candidates")
    assert text in examiner.texts(examiner.shell.inspector)
    assert examiner.cards()[0].candidate.status is Status.VERIFIED, "place and time are separate findings"
    examiner.picture("step-18")


def test_step_20_the_second_examiner_answers_blind(examiner: Examiner) -> None:
    first, second = tower.EXAMINERS
    closing.properties(
        examiner, "for the desk", "Florence", "22 Oct 2008", person=second, source=tower.SOURCE
    )
    people = {person.name or person.account: person.id for person in examiner.snapshot.state.persons}
    assert people == {first: "P1", second: "P2"}
    examiner.open_exhibit("E1")
    examiner.inspect("Candidates")
    (clue,) = [clue.id for clue in examiner.snapshot.clues if clue.mark == 1]
    blind, statuses, both = closing.review(examiner, "P2", "Arezzo", clue, "weak, not likely")
    assert any(text.endswith("what was concluded before is out of sight.") for text in blind)
    assert {*statuses} == {"suggested"}
    words = " ".join(blind).lower()
    assert not [word for word in ("verified", "rejected", "only e3", first.lower()) if word in words]
    assert "Both name the same place." in both
    assert "differ" in both and "weak, not likely" in both
    (review,) = examiner.snapshot.state.reviews
    assert (review.person, review.blind, review.agrees) == ("P2", True, True)
    assert examiner.cards()[0].candidate.status is Status.VERIFIED


def test_step_21_what_is_protected_stays(examiner: Examiner) -> None:
    plates = (1, Box(0.29, 0.80, 0.37, 0.88)), (1, Box(0.02, 0.90, 0.20, 0.99))
    closing.mask(examiner, "E2", (0, Box(0.45, 0.78, 0.53, 0.86)), *plates)
    assert [mask.kind for mask in examiner.snapshot.state.masks] == ["face", "plate", "plate"]
    examiner.press(Qt.Key.Key_F5)
    report = examiner.shell.report
    examiner.wait(lambda: report.settled)
    examiner.rest()
    options = report.options
    assert not any(box.isChecked() for box in options.fields.values()), "nothing is disclosed by default"
    assert options.masked.text() == "3 regions covered."
    before = report.html
    options.show_step("Form")
    closing.choose(examiner, options.final, 1)
    options.show_step("Protect")
    closing.choose(examiner, options.precision, 2)
    examiner.wait(lambda: report.html not in (before, b""))
    examiner.rest()
    assert report.draft.text() == "Final."
    assert not [word for word in tower.PLANTED if word.encode() in report.html]
    options.show_step("Files")
    for box in options.formats.values():
        if not box.isChecked():
            box.click()
    examiner.picture("step-21")


def test_step_23_both_sign_and_the_report_holds_what_speaks_against_it(
    examiner: Examiner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "folder", lambda: folder / "keys")
    first, second = tower.EXAMINERS
    closing.sign(examiner, first)
    closing.sign(examiner, second, examiner.snapshot.state.reviews[0].id)
    assert [signature.person for signature in examiner.snapshot.state.signatures] == ["P1", "P2"]
    go = partial(examiner.button, text="Choose a folder…")
    with choosing(folder / "out"), examiner.answering(LeaveDialog, go) as said:
        examiner.press(Qt.Key.Key_E, CONTROL)
    assert said.count("stay in the case") == 6
    assert {"Final.", "to 1 km", "3 regions filled in every copy"} <= set(said)
    examiner.wait(
        lambda: any(label.startswith("Report written") for label in examiner.texts(examiner.shell.status))
    )
    examiner.rest()
    examiner.button(examiner.shell.report, "Verify now")
    examiner.wait(lambda: "8 files are as they were written" in examiner.texts(examiner.shell.report))
    examiner.picture("step-23")
    REPORT.update(json.loads((folder / "out" / "report.json").read_text("utf-8")))
    data = REPORT
    page = html.unescape((folder / "out" / "report.html").read_text("utf-8"))
    (rejected,) = [verdict for verdict in data["verdicts"] if verdict["status"] == "rejected"]
    assert rejected["label"].startswith("Florence")
    assert rejected["reason"] in page
    assert any(c["status"] == "rejected" for c in data["answers"][0]["candidates"])
    (seen,) = data["conflicts_seen"]
    assert seen["conflict"]["first_ranking"][0][0].startswith("Arezzo")
    assert seen["conflict"]["second_ranking"][0][0].startswith("Florence")
    assert "Conflicts shown during the work" in page
    (kept,) = data["kept"]
    assert (kept["exhibit"], kept["anchors"], kept["note"]) == ("E1", 2, STYLE)
    (beside,) = kept["sides"]
    assert beside["name"].startswith("DSCN0025") and beside["thumbnail"]
    assert STYLE in page
    done = [row["action"] for row in data["custody"]]
    hints = [action for action in done if action.startswith("hint")]
    assert hints == ["hint added", "hint on", "hint removed", "hint added", "hint on"]
    (review,) = data["reviews"]
    assert review["opinions"][0]["opinion"] == "disagree"
    assert review["first"].startswith("Arezzo") and review["signed"] == "G2"
    assert review["opinions"][0]["remark"] in page
    assert all(": good, " in signature["checked"] for signature in data["signatures"])
    head = data["integrity"]["log_head"]
    assert data["integrity"]["intact"] and head in page
    *_, last = pages((folder / "out" / "report.pdf").read_bytes())
    assert f"log head {head[:12]}" in last


def test_step_22_the_finding_says_where_how_far_and_how_sure() -> None:
    finding = REPORT["answers"][0]["finding"]
    assert finding["sentence"] == (
        "E1 was taken in Arezzo, Tuscany, Italy, within about 1 km; probable."
        " Florence, Tuscany is not supported. The time is not established."
    )
    assert (finding["person"], finding["reason"][:14]) == ("P1", "P1 verified it")
    assert finding["reason"].endswith("P2 came to the same place without having seen it, but disputes C31.")
    claimed = next(answer for answer in REPORT["claim"] if answer["exhibits"] == ["E1"])
    assert claimed["place"]["answer"] == "contradicted" and "C31" in claimed["place"]["clues"]
    assert claimed["time"]["answer"] == "not established"


def test_step_21_nothing_planted_is_in_what_left(examiner: Examiner, folder: Path) -> None:
    out = folder / "out"
    assert {path.suffix for path in out.iterdir()} >= {".html", ".pdf", ".json", ".kml", ".gpx", ".csv"}
    assert leaks(out, (*tower.PLANTED, str(folder))) == []
    assert leaks(out, FINE) == [], "nothing finer than 1 km"
    (shown,) = [exhibit for exhibit in REPORT["exhibits"] if exhibit["id"] == "E2"]
    with Image.open(BytesIO(base64.b64decode(shown["thumbnail"]))) as copy:
        for mask in examiner.snapshot.state.masks:
            sides = (mask.box.left, mask.box.top, mask.box.right, mask.box.bottom)
            corners = [round(side * (copy.width, copy.height)[n % 2]) for n, side in enumerate(sides)]
            inside = (corners[0] + 2, corners[1] + 2, corners[2] - 2, corners[3] - 2)
            spread = ImageStat.Stat(copy.crop(inside).convert("L")).stddev[0]
            assert spread < 2, "a solid fill"
    with choosing(folder / "tower.bundle"):
        said = closing.bundle(examiner)
    assert (said.count("stay in the case"), said.count("leave if originals do")) == (4, 2)
    assert "to 1 km in the report; as found in the values of the log" in said
    assert leaks(folder / "tower.bundle", (*tower.PLANTED, str(folder)), but="data/originals") == []
    control = leaks(folder / "tower.bundle", tower.PLANTED)
    assert {word for _, word in control} == {tower.SERIAL, tower.OWNER}, "an original is as it came"


def test_step_24_a_stranger_checks_the_bundle(
    examiner: Examiner, folder: Path, material: tower.Material
) -> None:
    bag, damaged = folder / "tower.bundle", folder / "damaged.bundle"
    again = tower.begin("replay", bag, "--index", material.elsewhere, "--index", material.arezzo, "--json")
    shutil.copytree(bag, damaged)
    printed = REPORT["integrity"]["log_head"]

    def check(which: Path, head: str = printed) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-I", "-S", str(bag / "verify.py"), str(which), "--head", head]
        return subprocess.run(words, capture_output=True, text=True, timeout=120)

    log = [json.loads(line) for line in (bag / "data" / "log.jsonl").read_text("utf-8").splitlines()]
    exported, own = [record for record in log if record["action"] == "report exported"]
    assert exported["previous"] == printed, "the head in a report is the one before its own record"
    inside = json.loads((bag / "data" / "report" / "report.json").read_text("utf-8"))
    assert own["previous"] == inside["integrity"]["log_head"]
    for intact in (bag, Path(examiner.controller.path)):
        assert check(intact).returncode == 0, check(intact).stdout
    assert check(bag, printed[::-1]).returncode == 1
    (second,) = [e for e in examiner.snapshot.exhibits if e.id == "E2"]
    (kept,) = damaged.rglob(second.sha256)
    kept.chmod(0o644)
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    wrong = check(damaged)
    assert wrong.returncode == 1
    assert any("E2" in line and second.sha256 in line for line in wrong.stdout.splitlines()), wrong.stdout
    replayed = json.loads(tower.finished(again))["data"]
    assert [step for step in replayed["steps"] if step["outcome"] != "same"] == []
    made = {step["action"] for step in replayed["steps"]}
    assert made >= {"exhibit examined", "references searched", "conflict shown", "located", "hint added"}
    assert sum(step["values"] for step in replayed["steps"]) > 3000
    assert replayed["packs"] == []
    assert REPORT["refused_connections"] == []
