"""Custody in the window: encryption, read-only, graphic content, destruction, drafts, derived pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.desktop.fake_custody import SignatureCheck
from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import Box, Signature
from theodolite.errors import CaseLocked, StorageFailed
from theodolite_desktop.actions import COMMANDS, WRITES
from theodolite_desktop.app import Window
from theodolite_desktop.drafting import KEEP_MS
from theodolite_desktop.views import dialogs
from theodolite_desktop.views.derive_dialog import DeriveDialog
from theodolite_desktop.views.destroy_dialog import DestroyDialog
from theodolite_desktop.views.new_case import NewCaseForm
from theodolite_desktop.views.passphrases import ChangePassphrase, UnlockDialog

Idle = Callable[[], None]


def session(window: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[window.controller.path]


def shown(window: Window, kind: type) -> object:
    """The dialog of a kind that is open now."""
    return next(one for one in window.shell.findChildren(kind) if one.isVisible())


def gone(dialog: QWidget) -> bool:
    """Closed, and deleted as soon as the event loop came to it."""
    return not isValid(dialog) or not dialog.isVisible()


def test_an_encrypted_case_is_made_unlocked_and_given_another_passphrase(
    window: Window, engine: FakeEngine, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "secret.case"

    def fill(form: NewCaseForm) -> int:
        form.encrypt.setChecked(True)
        assert not form._go.isEnabled()
        form.secret.first.setText("correct horse battery")
        form.secret.second.setText("correct horse")
        assert not form._go.isEnabled()
        form.secret.second.setText("correct horse battery")
        assert form._go.isEnabled()
        return int(form.DialogCode.Accepted)

    monkeypatch.setattr(NewCaseForm, "exec", fill)
    ask = "theodolite_desktop.opening.QFileDialog.getSaveFileName"
    monkeypatch.setattr(ask, lambda *_args: (str(folder), ""))
    window.commands.opening.new_case()
    idle()
    assert session(window, engine).passphrase == "correct horse battery"
    window.controller.close_case()
    idle()
    window.controller.open_case(folder)
    idle()
    dialog = shown(window, UnlockDialog)
    assert isinstance(dialog, UnlockDialog) and window.controller.path == ""
    dialog.field.setText("wrong")
    dialog.yes.click()
    idle()
    assert dialog.problem.text() == "This passphrase does not open the case." and dialog.isVisible()
    dialog.field.setText("correct horse battery")
    dialog.yes.click()
    idle()
    assert window.controller.path == str(folder) and gone(dialog)
    window.commands.opening.change_passphrase()
    change = shown(window, ChangePassphrase)
    assert isinstance(change, ChangePassphrase)
    for field, text in (
        (change.old, "no"),
        (change.new.first, "another one"),
        (change.new.second, "another one"),
    ):
        field.setText(text)
    change.yes.click()
    idle()
    assert change.isVisible() and "does not open" in change.problem.text()
    change.old.setText("correct horse battery")
    change.yes.click()
    idle()
    assert session(window, engine).passphrase == "another one" and gone(change)


def test_a_case_open_elsewhere_is_offered_for_reading_and_nothing_can_be_changed(
    opened: Window, engine: FakeEngine, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell, folder = opened.shell, Path(opened.controller.path)
    opened.controller.close_case()
    idle()
    engine.refuses = CaseLocked(f"{folder} is open for writing in another window.")
    asked: list[str] = []

    def read_it(question: dialogs.Question) -> int:
        asked.append(question.windowTitle())
        return 1

    monkeypatch.setattr(dialogs.Question, "exec", read_it)
    opened.controller.open_case(folder)
    idle()
    idle()
    assert asked == ["Open for reading only?"]
    assert shell.banner.text("read-only").startswith("Read-only")
    assert [name for name in WRITES if shell.commands.actions[name].isEnabled()] == []
    assert not shell.hint_line.isEnabled() and shell.inspector.notes.field.isReadOnly()
    assert shell.commands.actions["case.report"].isEnabled(), "reading and exporting go on"
    engine.refuses = None
    opened.commands.opening._reopen()
    idle()
    idle()
    assert shell.banner.text("read-only") == "" and shell.hint_line.isEnabled()
    may = {c.id for c in COMMANDS if c.id in WRITES and not c.id.startswith(("edit.", "talk."))}
    assert all(shell.commands.actions[name].isEnabled() for name in may)
    folder.mkdir()  # a medium that takes no writing needs no question
    engine.refuses = StorageFailed(f"{folder} cannot be written: it is read-only.")
    opened.commands.opening._reopen()
    idle()
    idle()
    assert opened.controller.path == str(folder) and shell.banner.text("read-only") and len(asked) == 1


def test_a_full_disk_and_a_vanished_drive_are_told_apart_and_typed_words_stay(
    opened: Window, engine: FakeEngine, idle: Idle
) -> None:
    shell, folder = opened.shell, Path(opened.controller.path)
    folder.mkdir()
    (folder / "case.db").touch()
    session(opened, engine).fails = "The disk that holds it is full. Nothing was half-written."
    shell.hint_line.field.setText("in Italy, likely")
    shell.hint_line._say()
    idle()
    idle()
    assert shell.banner.text("storage").startswith("The disk that holds it is full")
    assert shell.hint_line.field.text() == "in Italy, likely"
    (folder / "case.db").unlink()
    folder.rmdir()
    shell.hint_line._say()
    idle()
    idle()
    assert "not there any more" in shell.banner.text("storage") and str(folder) in shell.banner.text(
        "storage"
    )
    opened.commands.opening._try_again()
    idle()
    idle()
    assert shell.banner.text("storage"), "still gone"
    session(opened, engine).fails = ""
    opened.commands.opening._try_again()
    idle()
    assert shell.banner.text("storage") == "" and not shell.banner.isVisible()


def test_undo_names_its_step_over_every_kind_of_edit(
    opened: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    shell, commands = opened.shell, opened.shell.commands
    commands.run("exhibit.graphic")
    idle()
    shell.exhibits.list.setFocus()
    qtbot.keyClick(shell.exhibits.list, Qt.Key.Key_3)
    idle()
    shell.inspector.notes.field.setPlainText("seen before")
    shell.inspector.notes.keep()
    idle()
    commands.run("image.derive")
    idle()
    dialog = shown(opened, DeriveDialog)
    assert isinstance(dialog, DeriveDialog)
    dialog.choose("gray")
    dialog.add_button.click()
    dialog.title.setText("gray")
    dialog.yes.click()
    idle()
    idle()
    assert session(opened, engine).state.derived[0].title == "gray" and gone(dialog)
    commands.run("exhibit.withdraw")
    idle()
    assert shell.exhibits.kept.text() == "1 withdrawn" and shell.exhibits.kept.isVisible()
    undo, told = commands.actions["edit.undo"], []
    while undo.text().startswith("Undo: ") and len(told) < 5:
        told.append(undo.text().removeprefix("Undo: "))
        commands.run("edit.undo")
        idle()
    assert told == [
        "exhibit withdrawn",
        "derived picture made",
        "note written",
        "tags changed",
        "marked graphic",
    ]
    assert commands.actions["edit.redo"].text() == "Redo: marked graphic"
    state = session(opened, engine).state
    assert not state.derived and not state.notes and not any(e.tags or e.graphic for e in state.exhibits)


def test_graphic_content_is_covered_everywhere_until_one_key_shows_it(
    opened: Window, engine: FakeEngine, idle: Idle
) -> None:
    shell = opened.shell
    opened.shell.commands.run("candidates.compare")
    idle()
    shell.commands.run("exhibit.graphic")
    idle()
    assert session(opened, engine).views == ["E1"], "seen once, before it was covered"
    views = (shell.image.canvas, shell.compare.left.canvas)
    assert all(view._cover is not None and view._cover_label.startswith("E1 ") for view in views)
    assert shell.exhibits._delegate.cover.hides("E1") and not shell.exhibits._delegate.cover.hides("E2")
    shell.image.turn(1)
    shell.compare.opacity.setValue(50)
    assert all(view._cover is not None for view in views), "a turned picture stays covered"
    shell.exhibits.list.setCurrentIndex(shell.exhibits.model.index(1))
    idle()
    assert shell.image.canvas._cover is None
    shell.compare.choose("exhibit:E1")
    idle()
    assert shell.compare.right.canvas._cover is not None
    assert shell.compare.left.canvas.overlay is None, "nothing of it shows through"
    shell.commands.actions["view.cover"].trigger()
    assert shell.compare.right.canvas._cover is None and shell.compare.left.canvas.overlay is not None
    shell.commands.actions["view.cover_all"].trigger()
    assert shell.image.canvas._cover is not None
    shell.grab()


def test_destruction_asks_twice_lists_what_goes_and_leaves_nothing_in_the_window(
    opened: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    shell = opened.shell
    qtbot.waitUntil(lambda: shell.exhibits.has_thumbnail("E1"))
    shell.commands.run("exhibit.destroy")
    idle()
    dialog = shown(opened, DestroyDialog)
    assert isinstance(dialog, DestroyDialog)
    said = {label.text() for label in dialog.findChildren(dialogs.Label)}
    assert {"the original, 1234 bytes", "2 records that name first.jpg"} <= said
    assert not dialog.go_on.isEnabled()
    dialog.reason.setCurrentText("ordered by a court")
    dialog.go_on.click()
    dialog.typed.setText("00000000")
    assert not dialog.yes.isEnabled()
    dialog.typed.setText(session(opened, engine).exhibit("E1").sha256[:8])
    dialog.yes.click()
    idle()
    idle()
    (stone,) = session(opened, engine).state.tombstones
    assert (stone.exhibit, stone.reason) == ("E1", "ordered by a court")
    assert not shell.exhibits.has_thumbnail("E1") and "exhibit:E1" not in opened.controller._pictures
    assert shell.exhibits.kept.text() == "1 destroyed"
    assert "with 1 destruction" in shell.inspector.custody.integrity.text()
    shell.commands.run("exhibit.withdraw")
    idle()
    kept = opened.commands.keeping.show_kept()
    assert kept is not None and shell.exhibits.kept.text() == "1 withdrawn, 1 destroyed"
    kept.restoreAsked.emit("E2")
    idle()
    assert [row.id for row in shell.exhibits.model.rows] == ["E2"]
    assert "ordered by a court" in {one.text() for one in kept.findChildren(dialogs.Label)}
    kept.reject()


def test_what_is_typed_comes_back_after_a_crash(
    opened: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    """The window dies without closing: another one on the same case shows what was typed in the first."""
    shell, path = opened.shell, opened.controller.path
    assert KEEP_MS <= 1500, "with the store's own time, less than two seconds"
    shell.hint_line.field.setText("near the sea, I th")
    shell.image.form.open_for(Box(0.1, 0.2, 0.3, 0.4))
    shell.image.form.observation.setText("square tower")
    shell.image.form.strength.setCurrentIndex(2)
    shell.inspector.notes.field.setPlainText("half a senten")
    shell.inspector.notes.field._timer.stop()  # typing goes on: it is not recorded yet
    qtbot.waitUntil(lambda: len(session(opened, engine).view.get("drafts", {})) == 3, timeout=5000)
    drafts = session(opened, engine).view["drafts"]
    opened.controller.close_case()
    idle()
    session_view = engine.sessions[path]
    session_view.view["drafts"] = drafts  # as the killed window left it
    session_view.state = replace(session_view.state, notes=())
    shell.hint_line.field.clear()
    shell.image.form.hide()
    opened.controller.open_case(Path(path))
    idle()
    idle()
    assert shell.hint_line.field.text() == "near the sea, I th"
    assert shell.image.form.isVisible() and shell.image.form.observation.text() == "square tower"
    assert shell.image.form.strength.currentIndex() == 2
    assert shell.image._pending == Box(0.1, 0.2, 0.3, 0.4)
    assert shell.inspector.notes.field.toPlainText() == "half a senten"
    shell.image.form.close_form()
    shell.hint_line.field.clear()
    shell.inspector.notes.keep()
    qtbot.waitUntil(lambda: session(opened, engine).view.get("drafts") == {}, timeout=5000)


def test_signatures_and_stamps_are_shown_as_checked_and_a_check_can_be_stopped(
    opened: Window, engine: FakeEngine, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, case = opened.shell.inspector.custody, session(opened, engine)
    signed = Signature("G1", "P1", "2026-11-21T05:00:00Z", "d" * 64, 3, "c" * 64, "0" * 128)
    case.state = replace(case.state, signatures=(signed,))
    monkeypatch.setattr(
        case, "signature_checks", lambda: (SignatureCheck("G1", "P1", False, True, "forged"),)
    )
    tab.show_part("Signatures")
    opened.controller.refresh()
    idle()
    idle()
    assert [row.title for _, _, rows in tab.trust.rows() for row in rows] == ["P1 signed · Bad"]
    dialog = opened.commands.custody.import_stamp()
    assert dialog is not None
    dialog.put("stamp", (tmp_path / "notes.txt",))
    dialog.yes.click()
    idle()
    assert dialog.isVisible() and "neither" in dialog.problem.text()
    dialog.put("stamp", (tmp_path / "head.tsr",))
    dialog.yes.click()
    idle()
    idle()
    assert gone(dialog)
    assert any("Pending" in row.title for _, _, rows in tab.trust.rows() for row in rows)
    tab.show_running(None)
    assert "stopped" in tab.integrity.text() and tab.verify_button.text() == "Verify"
    opened.controller.verify_integrity()
    idle()
    assert tab.integrity.text().startswith("Intact at")


def test_a_picture_is_made_step_by_step_shown_beside_its_original_and_made_again(
    opened: Window, engine: FakeEngine, idle: Idle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened.commands.custody.derive()
    assert dialog is not None
    idle()
    assert dialog.canvas.picture is not None and not dialog.yes.isEnabled()
    dialog.choose("crop")
    dialog._on_box(Box(0.25, 0.25, 0.75, 0.75))
    dialog.add_button.click()
    form = dialog.choose("annotate")
    dialog._on_point(20, 15)
    assert form.ready() is None
    dialog._on_point(100, 75)
    dialog._quiet.timeout.emit()
    idle()
    assert [step.operation for step in session(opened, engine).previewed[1]] == ["crop", "annotate"]
    dialog.add_button.click()
    idle()
    assert dialog.list.count() == 2, "what was looked at before it was added is listed too"
    dialog.title.setText("the arrow")
    dialog.yes.click()
    idle()
    idle()
    (made,) = session(opened, engine).state.derived
    assert dict(made.steps[0].parameters)["left"] == "0.25" and made.steps[1].operation == "annotate"
    item = opened.shell.inspector.custody.item
    assert opened.shell.inspector.custody.part == "Exhibit" and item._title.text().endswith("(1)")
    item.derivedOpened.emit("D1")
    idle()
    assert opened.shell.centre == "Compare" and opened.shell.compare.current == "derived:D1"
    assert opened.shell.compare.right.canvas.picture is not None
    item.replayAsked.emit("D1")
    idle()
    assert "gives the hash on record" in opened.shell.status.notice.text()
    out = tmp_path / "d1.png"
    ask = "theodolite_desktop.custody_commands.QFileDialog.getSaveFileName"
    monkeypatch.setattr(ask, lambda *_args: (str(out), ""))
    item.exportAsked.emit("D1")
    idle()
    assert out.is_file()
    item.removeAsked.emit("D1")
    idle()
    assert session(opened, engine).state.derived == ()
