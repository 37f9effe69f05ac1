"""The window on the engine in memory: what a person does, what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine
from theodolite.domain import HintState, Status, Strength
from theodolite_desktop.actions import COMMANDS
from theodolite_desktop.app import Window
from theodolite_desktop.views import dialogs
from theodolite_desktop.views.chips import ChipView
from theodolite_desktop.views.verdict_dialog import VerdictDialog

Idle = Callable[[], None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window: Window, *names: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names] + [QUrl("https://example.org/x.jpg")])
    action = Qt.DropAction.CopyAction
    window.shell.dropEvent(QDropEvent(QPointF(5, 5), action, mime, LEFT, NONE))


def session(window: Window, engine: FakeEngine):  # type: ignore[no-untyped-def]
    return engine.sessions[window.controller.path]


def test_the_grid_is_that_of_the_specification(window: Window, qtbot: QtBot) -> None:
    shell = window.shell
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: shell.width() == 1440)
    centre = shell.image.parentWidget()
    assert centre is not None
    assert (shell.exhibits.width(), centre.width(), shell.right.width()) == (256, 816, 360)
    assert (shell.menuBar().height(), shell.status.height()) == (28, 28)
    assert (shell.inspector.height(), shell.conversation.height() + shell.hint_line.height()) == (476, 320)
    assert shell.image.canvas.parentWidget() is shell.image
    shell.resize(1024, 700)
    qtbot.waitUntil(lambda: shell.exhibits.width() == 64)
    assert (centre.width(), shell.right.width(), shell.status.height()) == (632, 320, 24)
    qtbot.waitUntil(lambda: shell.inspector.height() == 36 + 528)
    assert shell.hint_line.isVisible()
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: shell.conversation.isVisible() and shell.exhibits.width() == 256)


def test_every_command_is_bound_and_visible_controls_have_names(opened: Window) -> None:
    assert set(opened.shell.commands.actions) == {c.id for c in COMMANDS}
    for kind in ("QToolButton", "QLineEdit", "QListView", "QTableView", "QSlider", "QScrollArea"):
        for widget in opened.shell.findChildren(QWidget):
            if widget.metaObject().className() == kind and widget.isVisible():
                assert widget.accessibleName() or widget.toolTip(), widget


def test_a_drop_with_no_case_open_begins_an_untitled_one(
    window: Window, engine: FakeEngine, idle: Idle, tmp_path: Path
) -> None:
    assert window.shell.exhibits.empty.isVisible()
    drop(window, "/x/first.jpg", "/x/notes.txt")
    idle()
    idle()
    assert Path(window.controller.path) == tmp_path / "cases" / "Untitled.case"
    assert [r.name for r in window.shell.exhibits.model.rows] == ["first.jpg"]
    assert "Refused notes.txt" in window.shell.status.notice.text()
    assert window.shell.image.canvas.picture is not None
    assert session(window, engine).state.exhibits[0].examined


def test_a_pasted_image_and_pasted_coordinates(opened: Window, engine: FakeEngine, idle: Idle) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF00)
    with pytest.MonkeyPatch.context() as nothing:  # as on a display where nothing was ever copied
        nothing.setattr(QGuiApplication.clipboard().__class__, "mimeData", lambda *_: None)
        opened.shell.commands.run("edit.paste")
    QGuiApplication.clipboard().setImage(image)
    opened.shell.commands.run("edit.paste")
    idle()
    assert [r.name for r in opened.shell.exhibits.model.rows][-1] == "pasted.png"
    QGuiApplication.clipboard().setText("43.7696, 11.2558")
    opened.shell.commands.run("edit.paste")
    idle()
    assert session(opened, engine).records[-1].action == "candidate added"


def test_choosing_an_exhibit_draws_everything_of_it(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    shell = opened.shell
    shell.exhibits.list.setCurrentIndex(shell.exhibits.model.index(1))
    idle()
    assert opened.controller.exhibit == "E2"
    assert "GPS: 43.46824° N, 11.88017° E" in shell.inspector.metadata.text()
    assert shell.image.name.text() == "E2  second-gps.jpg"
    assert [r.id for r in shell.inspector.clues.model.rows] == ["C2"]
    assert [c.candidate.label for c in shell.inspector.candidates._cards] == ["Arezzo", "Florence"]
    assert shell.inspector.custody.model.rowCount() > 3
    qtbot.waitUntil(lambda: shell.exhibits.has_thumbnail("E2"))


def test_boxes_and_rows_select_each_other(opened: Window, idle: Idle) -> None:
    shell = opened.shell
    shell.image.canvas.markPicked.emit("C1")
    assert shell.inspector.clues.current() == "C1"
    assert opened.wiring.clue == "C1"
    assert shell.image.canvas._selected == "C1"


def test_a_box_opens_the_form_and_becomes_a_numbered_clue(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    image = opened.shell.image
    opened.shell.commands.run("image.box")
    assert image.canvas.drawing
    view = image.canvas.viewport
    start, end = (QPointF(*view.to_view(*p)).toPoint() for p in ((50, 50), (200, 200)))
    qtbot.mousePress(image.canvas, LEFT, NONE, start)
    qtbot.mouseMove(image.canvas, end)
    qtbot.mouseRelease(image.canvas, LEFT, NONE, end)
    assert image.form.isVisible() and not image.canvas.drawing
    assert image.canvas._marks[-1].id == "new"
    image.form.source.setText("printed guide")
    image.form._submit()
    idle()
    assert image.form.isVisible() and image.form.problem.text() == "Write what you observed."
    image.form.observation.setText("square tower")
    image.form._submit()
    idle()
    assert not image.form.isVisible()
    snapshot = opened.controller.snapshot
    assert snapshot is not None
    clue = snapshot.clues[-1]
    assert clue.by_person and clue.mark == 3 and clue.box is not None
    assert clue.box.left == pytest.approx(50 / 400, abs=0.01)


def test_a_clue_is_switched_and_rejected(opened: Window, idle: Idle, monkeypatch: pytest.MonkeyPatch) -> None:
    clues = opened.shell.inspector.clues
    clues.select("C1")
    clues.switch_current()
    idle()
    assert not clues.model.rows[0].active
    monkeypatch.setattr(dialogs.Question, "exec", lambda self: self.set_reason("misread") or 1)
    clues.reject_current()
    idle()
    assert clues.model.rows[0].inference == "Rejected: misread"


def test_a_hint_is_proposed_applied_switched_weakened_removed(
    opened: Window, idle: Idle, qtbot: QtBot
) -> None:
    talk, line = opened.shell.conversation, opened.shell.hint_line
    line.field.setText("in Italy, likely")
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    idle()
    (chip,) = talk.chips()
    assert chip.state is HintState.PROPOSED and line.field.text() == ""

    def view() -> ChipView:
        return next(v for v in talk.findChildren(ChipView) if v.isVisible())

    qtbot.keyClick(view(), Qt.Key.Key_Return)  # Enter only edits: its words come back into the line
    assert line.field.text() == "in Italy, likely" and talk.chips()[0].state is HintState.PROPOSED
    line.field.clear()
    qtbot.keyClick(view(), Qt.Key.Key_Space)
    idle()
    assert talk.chips()[0].state is HintState.ON and talk.chips()[0].effect == "▲1"
    assert any(b.text == "in Italy" for b in opened.shell.inspector.candidates._cards[0].bars)
    qtbot.keyClick(view(), Qt.Key.Key_Space)
    idle()
    assert talk.chips()[0].state is HintState.OFF
    view()._act("strength")
    idle()
    assert talk.chips()[0].strength is Strength.WEAK
    qtbot.keyClick(view(), Qt.Key.Key_Delete)
    idle()
    assert talk.chips() == ()
    line.field.setText("blue sky")
    line._say()
    idle()
    snapshot = opened.controller.snapshot
    assert snapshot is not None and snapshot.state.messages[-1].text == "Not understood: blue sky"


def test_verified_is_refused_then_overridden_with_a_reason(
    opened: Window, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(self: dialogs.Question) -> int:
        asked.append(self.windowTitle())
        self.set_reason("two guides agree")
        return 1

    monkeypatch.setattr(dialogs.Question, "exec", answer)
    monkeypatch.setattr(VerdictDialog, "exec", answer)
    opened.shell.commands.run("candidates.verify")
    idle()
    idle()
    assert asked == ["Verify candidate", "Not verified"]
    card = opened.shell.inspector.candidates._cards[0]
    assert card.candidate.status is Status.VERIFIED and card.candidate.reason == "two guides agree"


def test_rejecting_several_with_one_reason(
    opened: Window, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VerdictDialog, "exec", lambda self: self.set_reason("the view does not match") or 1)
    tab = opened.shell.inspector.candidates
    tab._on_picked("Arezzo", False)
    tab._on_picked("Florence", True)
    tab.judge(Status.REJECTED)
    idle()
    assert [c.candidate.status for c in tab._cards] == [Status.REJECTED] * 2


def test_compare_keeps_the_offset_through_unlock_and_relock(opened: Window, idle: Idle) -> None:
    page = opened.shell.compare
    opened.shell.show_centre("Compare")
    assert page.empty.isVisible()
    opened.shell.commands.run("candidates.compare")
    idle()
    assert page.current == "reference:r-E1"
    assert page.left.title.text() == "EXHIBIT E1 · first.jpg"
    assert page.right.title.text().startswith("REFERENCE R1")
    left, right = page.left.canvas, page.right.canvas
    assert left.picture is not None and right.picture is not None
    page.toggle_lock()
    before = left.viewport
    right._move(right.viewport.__class__(right.viewport.scale, right.viewport.left + 40, right.viewport.top))
    assert left.viewport == before
    over = right.viewport.to_image(*left.viewport.to_view(30, 20))
    page.toggle_lock()
    left.zoom(1.25)
    assert right.viewport.to_image(*left.viewport.to_view(30, 20)) == pytest.approx(over, abs=1e-6)
    page.over.toggle_ab()
    assert page.opacity.value() == 100
    page.standing.step_subject(1)
    idle()
    assert page.current == "exhibit:E2"


def test_the_wheel_zooms_to_the_pointer_and_double_click_fits(opened: Window, qtbot: QtBot) -> None:
    canvas = opened.shell.image.canvas
    at = QPointF(200, 150)
    before = canvas.viewport.to_image(200, 150)
    canvas.wheelEvent(
        QWheelEvent(
            at,
            canvas.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert canvas.viewport.to_image(200, 150) == pytest.approx(before, abs=0.5)
    qtbot.mouseDClick(canvas, LEFT, NONE, QPoint(200, 150))
    assert canvas._fitted


def test_a_dead_worker_is_told_and_the_next_request_works(
    opened: Window, engine: FakeEngine, idle: Idle
) -> None:
    session(opened, engine).kill_next = True
    opened.controller.add_files([Path("third.jpg")])
    idle()
    idle()
    assert "The vision worker ended" in opened.shell.status.notice.text()
    opened.shell.commands.run("exhibit.examine")
    idle()
    assert opened.shell.inspector.clues.model.rowCount() == 1
    assert session(opened, engine).state.exhibits[2].examined


def test_notes_view_and_integrity_come_back(
    opened: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    shell, path = opened.shell, opened.controller.path
    shell.inspector.notes.field.setPlainText("#1 looks like Tuscany")
    shell.inspector.notes.keep()
    shell.show_centre("Report")
    shell.inspector.show_tab("Custody")
    qtbot.waitUntil(lambda: session(opened, engine).view.get("centre") == "Report", timeout=3000)
    assert "note written" in [r.action for r in session(opened, engine).records]
    opened.controller.verify_integrity()
    idle()
    assert shell.inspector.custody.integrity.text().startswith("Intact")
    opened.controller.close_case()
    idle()
    assert shell.exhibits.model.rowCount() == 0 and not shell.commands.actions["case.report"].isEnabled()
    opened.controller.open_case(Path(path))
    idle()
    idle()
    assert shell.centre == "Report" and shell.inspector.current == "Custody"
    assert shell.inspector.notes.field.toPlainText() == "#1 looks like Tuscany"


def test_a_missing_case_is_said_and_nothing_else_happens(window: Window, idle: Idle, tmp_path: Path) -> None:
    window.controller.open_case(tmp_path / "nothing.case")
    idle()
    assert "There is no case" in window.shell.status.notice.text()
    assert window.controller.path == ""


def test_covering_and_themes_change_only_the_drawing(opened: Window) -> None:
    opened.shell.commands.actions["view.cover_all"].trigger()
    assert opened.shell.image.canvas._cover is not None
    opened.commands.appear("dark")
    assert opened.theme.dark and opened.shell.commands.actions["view.dark"].isChecked()
    opened.shell.grab()
    opened.commands.appear("light")
    opened.shell.commands.actions["view.cover_all"].trigger()
    assert opened.shell.image.canvas._cover is None


def test_hostile_text_is_never_markup(opened: Window, idle: Idle) -> None:
    attack = "<img src=http://127.0.0.1:9/x><b>bold</b>\u202egpj.exe"
    opened.controller.add_files([Path(attack.replace("/", "_"))])
    idle()
    idle()
    row = opened.shell.exhibits.model.rows[-1]
    assert "<b>" in row.name and "\u202e" not in row.name
    opened.controller.select_exhibit("E3")
    idle()
    assert "<b>" in opened.shell.image.name.text()
    assert opened.shell.image.name.textFormat() == Qt.TextFormat.PlainText


def test_models_keep_the_rules_of_models(opened: Window, qtmodeltester: ModelTester) -> None:
    shell = opened.shell
    for model in (shell.exhibits.model, shell.inspector.clues.model, shell.inspector.custody.model):
        qtmodeltester.check(model)
        assert model.data(model.index(999, 0)) is None
        for role in range(20):
            model.data(model.index(0, 0), role)


def test_keys_act_where_their_view_has_the_focus(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    shell = opened.shell
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=3000)
    shell.image.canvas.setFocus()
    qtbot.keyClick(shell.image.canvas, Qt.Key.Key_B)
    assert shell.image.canvas.drawing
    shell.image.stop()
    shell.hint_line.field.setFocus()
    qtbot.keyClicks(shell.hint_line.field, "b1x")
    assert shell.hint_line.field.text() == "b1x" and not shell.image.canvas.drawing
    qtbot.keyClick(shell, Qt.Key.Key_F3)
    assert shell.centre == "Compare"


def test_chips_wrap_inside_their_pane_and_none_is_cut(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    for _ in range(3):
        opened.controller.say("in Italy, likely")
        idle()
    talk = opened.shell.conversation
    qtbot.waitUntil(lambda: len([v for v in talk.findChildren(ChipView) if v.isVisible()]) == 3)
    views = [v for v in talk.findChildren(ChipView) if v.isVisible()]
    # The pane grows to what it needs a turn of the event loop later.
    qtbot.waitUntil(lambda: max(v.mapTo(talk, v.rect().bottomLeft()).y() for v in views) < talk.height())
    assert max(v.mapTo(talk, v.rect().topRight()).x() for v in views) < talk.width()


def test_a_title_that_steers_its_line_is_visible_in_the_frame(
    window: Window, idle: Callable[[], None], tmp_path: Path
) -> None:
    window.controller.new_case(tmp_path / "t.case", title="a\u202ecba\u0000", question="Where?")
    idle()
    assert window.shell.windowTitle().startswith("a[U+202E]cba")
