"""Investigations in the real window with the real engine, from what is dropped to what is reported.

One window; each journey on a case of its own. The photographs are those of the sample case.
"""

from __future__ import annotations

import hashlib
import html
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from tests.e2e import closing, comparing, mapping
from tests.e2e.examiner import CONTROL, LEFT, NONE, Examiner, choosing
from tests.e2e.tower import GPS_IFD, LATITUDE, LATITUDE_REF, LONGITUDE, LONGITUDE_REF, sexagesimal
from theodolite.domain import Status
from theodolite_desktop.views.dialogs import CaseForm
from theodolite_desktop.views.leave_dialog import LeaveDialog
from theodolite_desktop.views.verdict_dialog import VerdictDialog

pytestmark = [pytest.mark.packs, pytest.mark.alone]
INDEPENDENT = True
TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"
AREZZO = (43.4649, 11.8826)
SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def desk(examiner: Examiner, monkeypatch: pytest.MonkeyPatch) -> Iterator[Examiner]:
    """Somebody without a case at first; nothing that they do opens a browser."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(f"{url} would be opened"))
    yield examiner
    examiner.shut_case()


# --- what each journey does -------------------------------------------------------------------------------


def begin(examiner: Examiner, folder: Path, question: str) -> None:
    """Ctrl+N, a title and a question."""

    def fill(form: CaseForm) -> None:
        examiner.qtbot.keyClicks(form.title, folder.stem)
        examiner.qtbot.keyClicks(form.question, question)
        examiner.button(form, "Choose a folder…")

    with choosing(folder), examiner.answering(CaseForm, fill):
        examiner.press(Key.Key_N, CONTROL)
    examiner.wait(lambda: examiner.controller.snapshot is not None and examiner.controller.desk.prepared)
    examiner.rest()


def mark(examiner: Examiner, box: tuple[float, float, float, float], *written: str) -> str:
    """B, a box drawn over the picture in shares of it, what is written about it; the clue's id."""
    examiner.press(Key.Key_F2)
    canvas, form = examiner.shell.image.canvas, examiner.shell.image.form
    examiner.wait(lambda: canvas.picture is not None)
    known = {clue.id for clue in examiner.snapshot.clues}
    canvas.setFocus()
    examiner.press(Key.Key_B)
    width, height = canvas.size_of_image
    start, end = (
        QPoint(*map(round, canvas.viewport.to_view(x * width, y * height))) for x, y in (box[:2], box[2:])
    )
    examiner.qtbot.mousePress(canvas, LEFT, NONE, start)
    examiner.qtbot.mouseMove(canvas, end)
    examiner.qtbot.mouseRelease(canvas, LEFT, NONE, end)
    assert form.isVisible()
    fields = (form.observation, form.inference, form.source, form.place)
    for field, text in zip(fields, written, strict=False):
        write(field, text)
    examiner.button(form, "Add clue")
    examiner.wait(lambda: not form.isVisible())
    examiner.rest()
    (added,) = [clue.id for clue in examiner.snapshot.clues if clue.id not in known]
    return added


def report(examiner: Examiner, out: Path) -> dict[str, Any]:
    """F5, Ctrl+E, what leaves is read and agreed to; what the report says to programs.

    What it says to people says it too: every text asked for with :func:`printed`.
    """
    examiner.press(Key.Key_F5)
    examiner.wait(lambda: examiner.shell.report.settled)
    examiner.rest()
    formats = examiner.shell.report.options.formats
    examiner.shell.report.options.show_step("Files")
    for name, box in formats.items():
        if box.isEnabled() and box.isChecked() != (name in ("html", "json")):
            box.click()
    go = partial(examiner.button, text="Choose a folder…")
    with choosing(out), examiner.answering(LeaveDialog, go):
        examiner.press(Key.Key_E, CONTROL)
    examiner.wait(lambda: any(t.startswith("Report written") for t in examiner.texts(examiner.shell.status)))
    examiner.rest()
    found: dict[str, Any] = json.loads((out / "report.json").read_text("utf-8"))
    found["printed"] = html.unescape((out / "report.html").read_text("utf-8"))
    return found


def write(field: QWidget, text: str) -> None:
    """In any script, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def said(examiner: Examiner, text: str) -> None:
    """Wait until the status bar says so."""
    examiner.wait(lambda: text in examiner.shell.status.notice.text())


def plain(words: list[str]) -> str:
    return " ".join(words)


# --- the journeys -----------------------------------------------------------------------------------------


def test_from_the_drop_to_a_bundle_that_a_stranger_checks(desk: Examiner, tmp_path: Path) -> None:
    """Two pictures are dropped and read; a clue names the place; two origins verify it; report and bundle."""
    begin(desk, tmp_path / "square.case", "Where was square.jpg taken?")
    desk.drop(TOWER / "square.jpg", TOWER / "forwarded.jpg")
    desk.wait(lambda: len(desk.snapshot.exhibits) == 2 and all(e.examined for e in desk.snapshot.exhibits))
    desk.rest()
    desk.open_exhibit("E1")
    desk.inspect("Candidates")
    first = desk.cards()[0].candidate
    assert (first.label.endswith("(GPS of E1)"), first.status) == (True, Status.SUGGESTED)
    name = first.label.partition(" (")[0]
    clue = mark(
        desk,
        (0.35, 0.10, 0.55, 0.60),
        "square tower",
        "Pieve di Santa Maria",
        "printed guide",
        "43.4649, 11.8826",
    )
    desk.inspect("Candidates")
    desk.choose(name)
    with desk.answering(VerdictDialog, partial(desk.button, text="Verify")) as asked:
        desk.press(Key.Key_V)
    desk.rest()
    assert any(line.startswith("2 clues that share no origin") for line in asked), asked
    assert desk.cards()[0].candidate.status is Status.VERIFIED
    written = report(desk, tmp_path / "out")
    assert [one["status"] for one in written["verdicts"]] == ["verified"]
    assert clue in [one["id"] for one in written["clues"]]
    assert "square tower" in written["printed"] and "Verified" in written["printed"]
    with choosing(tmp_path / "square.bundle"):
        closing.bundle(desk, telling=False)
    check = [sys.executable, "-I", "-S", str(tmp_path / "square.bundle" / "verify.py")]
    done = subprocess.run(
        [*check, str(tmp_path / "square.bundle")], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout
    kept = next((tmp_path / "square.bundle").rglob(desk.snapshot.exhibits[0].sha256))
    kept.chmod(0o644)
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    done = subprocess.run(
        [*check, str(tmp_path / "square.bundle")], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1 and "E1" in done.stdout


def test_found_in_native_script_and_in_latin_letters(desk: Examiner, sample: Path, tmp_path: Path) -> None:
    """Ctrl+F finds a sign by the letters on it and by their sound, and leads to its region on the picture."""
    desk.open_exhibit("E4")
    shop = mark(
        desk, (0.62, 0.10, 0.80, 0.30), "вывеска «Аптека Лермонтова»", "Russian is written here", "I read it"
    )
    desk.open_exhibit("E1")
    panel = desk.commands.find.panel
    for typed in ("аптека лермонтова", "apteka lermontova"):
        desk.press(Key.Key_F, CONTROL)
        desk.wait(lambda: panel.field.hasFocus())
        write(panel.field, typed)
        desk.wait(lambda typed=typed: panel._found.query == typed and desk.controller.runner.idle())
        assert [row.hit.id for row in panel.model.rows if row.hit and row.hit.kind == "clue"] == [shop]
    desk.qtbot.keyClick(panel.field, Key.Key_Return)
    desk.wait(lambda: desk.snapshot.exhibit == "E4")
    desk.rest()
    assert (desk.shell.centre, desk.shell.inspector.current) == ("Image", "Clues")
    assert desk.window.wiring.selection.clue == shop
    canvas = desk.shell.image.canvas
    desk.wait(lambda: canvas.picture is not None and canvas._selected == shop)
    box = next(one.box for one in canvas._marks if one.id == shop)
    width, height = canvas.size_of_image
    middle = canvas.viewport.to_view((box.left + box.right) / 2 * width, (box.top + box.bottom) / 2 * height)
    assert canvas.rect().contains(QPoint(*map(round, middle))), "its region is in view"
    panel.field.clear()
    desk.qtbot.keyClicks(panel.field, "farmacia")  # read off the picture, not written by anybody
    desk.wait(lambda: any(row.hit and row.hit.id == "C5" for row in panel.model.rows))
    desk.qtbot.keyClick(panel.field, Key.Key_Escape)
    assert "вывеска «Аптека Лермонтова»" in report(desk, tmp_path / "out")["printed"]


def test_forty_exhibits_are_sorted_out(desk: Examiner, tmp_path: Path) -> None:
    """As a table: a filter, all that it leaves are tagged at once, two are withdrawn, one is taken back."""
    folder = tmp_path / "forty"
    folder.mkdir()
    for number in range(40):
        picture = Image.new("RGB", (48, 36), (6 * number, 255 - 6 * number, 128))
        exif = Image.Exif()
        if number % 3 == 0:
            gps = exif.get_ifd(GPS_IFD)
            gps[LATITUDE_REF], gps[LATITUDE] = "N", sexagesimal(43.0 + number / 100)
            gps[LONGITUDE_REF], gps[LONGITUDE] = "E", sexagesimal(11.5)
        picture.save(folder / f"IMG_{number:04}.jpg", exif=exif)
    begin(desk, tmp_path / "forty.case", "Which of them carry a position?")
    desk.drop(folder)
    desk.wait(lambda: len(desk.snapshot.exhibits) == 40)
    desk.wait(lambda: any(title == "Reading exhibits" for _, title, _ in desk.controller.runner.jobs()))
    desk.qtbot.mouseClick(desk.shell.status.stop, LEFT)  # the pictures show nothing that could be read
    desk.rest()
    pane = desk.shell.exhibits
    desk.qtbot.mouseClick(pane._forms["table"], LEFT)
    assert pane.view() is pane.table and pane.table.isVisible()
    desk.press(Key.Key_F, SHIFT)
    assert pane.filter.field.hasFocus()
    desk.qtbot.keyClicks(pane.filter.field, "has:gps")
    assert "14 of 40" in desk.texts(pane)
    pane.filter.field.setFocus()
    desk.qtbot.keyClick(pane.filter.field, Key.Key_Down)
    assert pane.table.hasFocus()
    desk.press(Key.Key_A, CONTROL)
    assert len(pane.chosen()) == 14
    desk.press(Key.Key_3)
    desk.rest()
    tagged = {e.id for e in desk.snapshot.exhibits if 3 in e.tags}
    assert tagged == {f"E{n + 1}" for n in range(0, 40, 3)} == set(pane.chosen())
    pane.filter.field.clear()
    desk.qtbot.keyClicks(pane.filter.field, "tag:3")
    assert len(pane.model.rows) == 14
    pane.table.setFocus()
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.chosen() == ("E1", "E4")
    desk.press(Key.Key_Delete)
    desk.rest()
    assert {e.id for e in desk.snapshot.state.exhibits if e.withdrawn} == {"E1", "E4"}
    assert len(pane.model.rows) == 12
    desk.press(Key.Key_Z, CONTROL)
    desk.rest()
    assert len([e for e in desk.snapshot.state.exhibits if e.withdrawn]) == 1
    written = report(desk, tmp_path / "out")
    (gone,) = [e.id for e in desk.snapshot.state.exhibits if e.withdrawn]
    assert gone in ("E1", "E4")
    listed = {one["id"]: one["withdrawn"] for one in written["exhibits"]}
    assert len(listed) == 40 and [name for name, away in listed.items() if away] == [gone]
    desk.qtbot.mouseClick(pane._forms["list"], LEFT)


def test_a_street_view_is_filed_compared_and_printed(
    desk: Examiner, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pasted address fills the record; its picture is hashed; beside the exhibit, and in the report."""
    picture = TOWER / "references" / "arezzo-1.jpg"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(picture), "")))
    desk.open_exhibit("E1")
    desk.shell.commands.run("desk.reference")
    dialog = desk.commands.desk.references.dialog
    assert dialog is not None
    form = dialog.form
    address = "https://www.google.com/maps/@43.4649,11.8826,3a,75y,200.5h,95t/data=!3m1!1e1"
    QGuiApplication.clipboard().setText(address)
    form.address.setFocus()
    desk.qtbot.keyClick(form.address, Key.Key_V, CONTROL)
    desk.wait(lambda: form.numbers["heading"].text())
    desk.rest()
    numbers = {name: field.text() for name, field in form.numbers.items()}
    assert (numbers["heading"], numbers["pitch"], numbers["field_of_view"]) == ("200.5", "5", "75")
    assert (form.position.text(), form.about.text()) == ("43.4649, 11.8826", "E1")
    assert form.texts["provider"].text(), "no reference without a provider"
    desk.qtbot.keyClicks(form.texts["imagery_date"], "2019-07")
    desk.button(dialog, "Choose picture…")
    desk.button(dialog, "File reference")
    desk.wait(lambda: desk.snapshot.state.filed)
    desk.rest()
    (filed,) = desk.snapshot.state.filed
    assert filed.sha256 == hashlib.sha256(picture.read_bytes()).hexdigest()
    desk.button(dialog, "Compare")
    page = desk.shell.compare
    desk.wait(lambda: page.current == "filed:F1" and page.right.canvas.picture is not None)
    desk.rest()
    width, height = page.left.canvas.size_of_image
    across, down = page.right.canvas.size_of_image
    pairs = [
        ((0.35 * width, 0.3 * height), (0.4 * across, 0.3 * down)),
        ((0.6 * width, 0.5 * height), (0.6 * across, 0.55 * down)),
    ]
    comparing.anchors(desk, pairs)
    assert comparing.off(desk) < 1.0
    comparing.keep(desk, "the same tower from the other side")
    written = report(desk, tmp_path / "out")
    (row,) = written["filed"]
    assert (row["sha256"], row["imagery_date"], row["provider"]) == (filed.sha256, "2019-07", filed.provider)
    (kept,) = written["kept"]
    assert (kept["anchors"], kept["note"]) == (2, "the same tower from the other side")
    assert [side["subject"] for side in kept["sides"]] == ["filed:F1"]
    for text in (filed.sha256[:8], filed.sha256[-8:], filed.provider, kept["note"]):
        assert text in written["printed"]


def test_ground_is_searched_cell_by_cell(desk: Examiner, sample: Path, tmp_path: Path) -> None:
    """An area drawn with three clicks; cells judged by keys and undone one by one; its state is reported."""
    mapping.open_map(desk)
    mapping.go(desk, *AREZZO, 12)
    mapping.surface(desk)
    desk.press(Key.Key_W)
    mapping.until(desk, "Atlas.drawing.tool", "area")
    for number, (north, east) in enumerate(((0.02, -0.03), (0.02, 0.03), (-0.02, 0.0)), 1):
        mapping.click(desk, AREZZO[0] + north, AREZZO[1] + east)
        mapping.until(desk, "Atlas.drawing.points", number)
    mapping.key(desk, Key.Key_Return)
    desk.wait(lambda: desk.commands.maps.dialog is not None and desk.commands.maps.dialog.isVisible())
    dialog = desk.commands.maps.dialog
    assert dialog is not None
    desk.wait(lambda: dialog.size_text.text())
    desk.qtbot.keyClicks(dialog.title, "Old town")
    dialog.cell.clear()
    desk.qtbot.keyClicks(dialog.cell, "1000")
    desk.wait(lambda: desk.controller.runner.idle() and dialog.yes.isEnabled())
    cells = int(dialog.size_text.text().split()[0])
    desk.button(dialog, "Draw")
    desk.wait(lambda: desk.snapshot.state.areas)
    desk.rest()
    (area,) = desk.snapshot.state.areas
    assert (area.id, area.title, area.cell_m, area.cells) == ("W1", "Old town", 1000.0, ())
    desk.press(Key.Key_J)
    mapping.until(desk, "Boolean(Atlas.judging)", True)
    judged = [("1", "searched"), ("2", "excluded"), ("3", "unclear")]
    for number, (typed, _) in enumerate(judged, 1):
        mapping.key(desk, getattr(Key, f"Key_{typed}"))
        desk.wait(lambda number=number: len(desk.snapshot.state.areas[0].cells) == number)
        desk.rest()
        mapping.key(desk, Key.Key_Down if number == 1 else Key.Key_Right)
    assert sorted(state for _, _, state in desk.snapshot.state.areas[0].cells) == [
        "excluded",
        "searched",
        "unclear",
    ]
    mapping.key(desk, Key.Key_Escape)
    mapping.until(desk, "Boolean(Atlas.judging)", False)
    desk.press(Key.Key_Z, CONTROL)
    desk.wait(lambda: len(desk.snapshot.state.areas[0].cells) == 2)
    desk.rest()
    (row,) = report(desk, tmp_path / "out")["searched"]
    assert (row["title"], row["cells"], row["searched"], row["excluded"]) == ("Old town", cells, 1, 1)
    assert (row["unclear"], row["left"]) == (0, cells - 2)


def test_a_place_is_carried_out_no_finer_than_asked(desk: Examiner, sample: Path, tmp_path: Path) -> None:
    """Right click on the map, a link to 10 km: copied, on record, in the report, never opened."""
    desk.open_exhibit("E1")
    mapping.open_map(desk)
    mapping.go(desk, 43.4, 11.8, 9)
    mapping.click(desk, 43.5278, 11.6123, Qt.MouseButton.RightButton)
    places = desk.commands.places
    desk.wait(lambda: places.menu is not None)
    assert places.menu is not None
    mapping.choose(places.menu, "Carry out", "Link to a map service…")
    carry = desk.commands.maps.carry
    desk.wait(lambda: carry.dialog is not None and carry.dialog.isVisible())
    dialog = carry.dialog
    assert dialog is not None
    service = next(n for n in range(dialog.service.count()) if "OpenStreetMap" in dialog.service.itemText(n))
    closing.choose(desk, dialog.service, service)
    closing.choose(desk, dialog.precision, dialog.precision.findText("10 km"))
    desk.wait(lambda: desk.controller.runner.idle() and dialog.copy.isEnabled())
    shown = dialog.text.toPlainText()
    assert "openstreetmap.org" in shown and "43.5" in shown and "11.6" in shown
    assert "43.52" not in shown and "43.53" not in shown and "11.61" not in shown
    desk.button(dialog, "Record and copy")
    said(desk, "Nothing was opened")
    desk.rest()
    assert QGuiApplication.clipboard().text() == shown
    (left,) = desk.snapshot.state.disclosures
    assert (left.what, left.precision_km, left.text, left.about) == ("link", 10.0, shown, "E1")
    assert desk.log()[-1] == ("link carried out", f"{left.id} {shown}")
    desk.inspect("Custody")
    assert any(shown in plain(list(row)) for row in desk.shell.inspector.custody.model.rows)
    written = report(desk, tmp_path / "out")
    (row,) = written["carried"]
    assert (row["precision"], row["text"], row["about"]) == ("to 10 km", shown, "E1")
    assert shown in written["printed"]


def test_a_note_a_lead_and_the_way_back(desk: Examiner, sample: Path, tmp_path: Path) -> None:
    """'#7 like E2' becomes links; a lead with an owner; from the mark to the lead and back to the mark."""
    desk.open_exhibit("E1")
    notes = desk.shell.inspector.notes
    desk.inspect("Notes")
    notes.field.setFocus()
    desk.qtbot.keyClicks(notes.field, "#7 like E2")
    notes.keep()
    desk.rest()
    tower = next(clue.id for clue in desk.snapshot.clues if clue.mark == 7)
    links = [b for b in notes.links.findChildren(QPushButton) if b.isVisible()]
    assert [b.accessibleName().split()[2].rstrip(",") for b in links] == [tower, "E2"]
    desk.qtbot.mouseClick(links[1], LEFT)
    desk.wait(lambda: desk.snapshot.exhibit == "E2")
    desk.rest()
    desk.open_exhibit("E1")
    desk.inspect("Notes")
    (to_mark, _) = [b for b in notes.links.findChildren(QPushButton) if b.isVisible()]
    desk.qtbot.mouseClick(to_mark, LEFT)
    desk.wait(lambda: desk.window.wiring.selection.clue == tower)
    assert (desk.shell.centre, desk.shell.inspector.current) == ("Image", "Clues")
    desk.shell.commands.run("desk.lead")
    dialog = desk.commands.desk._lead
    assert dialog is not None and dialog.about.text() == f"E1 {tower}"
    desk.qtbot.keyClicks(dialog.text, "Ask the diocese when the tower of #7 was cleaned")
    closing.choose(desk, dialog.owner, dialog.owner.findData("P2"))
    desk.button(dialog, "Add lead")
    desk.wait(lambda: desk.snapshot.state.leads)
    desk.rest()
    (lead,) = desk.snapshot.state.leads
    assert (lead.id, lead.owner, lead.state, lead.about) == ("L1", "P2", "open", ("E1", tower))
    spoken = desk.shell.inspector.clues.detail.spoken
    (back,) = [b for b in spoken.buttons if "L1" in b.text()]
    desk.qtbot.mouseClick(back, LEFT)
    again = desk.commands.desk._lead
    assert again is not None and again.text.toPlainText() == lead.text
    again.state.setFocus()
    closing.choose(desk, again.state, again.state.findData("in work"))
    desk.button(again, "Keep lead")
    desk.wait(lambda: desk.snapshot.state.leads[0].state == "in work")
    desk.rest()
    written = report(desk, tmp_path / "out")
    (row,) = written["leads"]
    assert (row["id"], row["still"], row["owner"]) == ("L1", True, "P2")
    assert lead.text in written["printed"] and "#7 like E2" in written["printed"]


def test_closed_in_the_middle_it_opens_in_the_middle(desk: Examiner, sample: Path) -> None:
    """Ctrl+W right after the last key and the last drag: the same view, alignment and note come back."""
    desk.open_exhibit("E1")
    comparing.open_beside(desk, "arezzo-2")
    page = desk.shell.compare
    width, height = page.left.canvas.size_of_image
    across, down = page.right.canvas.size_of_image
    pairs = [
        ((0.3 * width, 0.4 * height), (0.34 * across, 0.4 * down)),
        ((0.6 * width, 0.5 * height), (0.62 * across, 0.52 * down)),
    ]
    comparing.anchors(desk, pairs)
    comparing.drag(desk, page.left, (-40, 25))
    desk.inspect("Notes")
    desk.qtbot.keyClicks(desk.shell.inspector.notes.field, "not the same spot")
    before = page.setup, page.current, page.left.canvas.viewport
    ranking = desk.ranking
    desk.press(Key.Key_W, CONTROL)
    desk.wait(lambda: not desk.controller.path)
    desk.rest()
    assert not page.current and desk.shell.inspector.notes.field.text == ""
    desk.controller.open_case(sample)
    desk.wait(lambda: desk.controller.snapshot is not None)
    desk.wait(lambda: all(pane.canvas.picture is not None for pane in (page.left, page.right)))
    desk.rest()
    assert (desk.snapshot.exhibit, desk.shell.centre, desk.shell.inspector.current) == (
        "E1",
        "Compare",
        "Notes",
    )
    assert (page.setup, page.current, page.left.canvas.viewport) == before
    assert comparing.off(desk) < 1.0
    assert desk.shell.inspector.notes.field.text == "not the same spot"
    assert desk.ranking == ranking
