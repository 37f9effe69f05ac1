"""The window on the engine in memory: corrected readings, clues that are off, strength, sources, times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import Strength
from theodolite.jobs import Job, Progress
from theodolite_desktop.app import Window
from theodolite_desktop.views.correct_dialog import BUSY
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.sources_dialog import SourcesDialog

Idle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton


def session(window: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[window.controller.path]


def said(widget: QWidget) -> list[str]:
    """What the labels in view say; new ones come into view with the next turn of the loop."""
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


# --- a reading is corrected ----------------------------------------------------------------------------


def test_a_reading_is_corrected_and_both_stay_in_view(
    opened: Window, idle: Idle, engine: FakeEngine, qtbot: QtBot
) -> None:
    tab = opened.shell.inspector.clues
    opened.shell.inspector.show_tab("Clues")
    opened.wiring.select_clue("C1")
    assert tab.detail.isVisible() and tab.detail.correct.isVisible()
    qtbot.mouseClick(tab.detail.correct, LEFT)
    dialog = opened.commands.clues._correcting
    assert dialog is not None and dialog.isVisible()
    assert dialog.read.text() == "“Via Cesalpino”" and dialog.field.text() == "Via Cesalpino"
    dialog.field.setText("   ")
    qtbot.mouseClick(dialog.save, LEFT)
    assert dialog.problem.text() == BUSY and not dialog.save.isEnabled()
    assert [title for _, title, _ in opened.controller.runner.jobs()] == ["Reading the line anew"]
    idle()
    assert dialog.isVisible() and dialog.save.isEnabled()
    assert dialog.problem.text().startswith("A corrected line needs text")
    assert dialog.problem.objectName() == "error"
    dialog.field.setText("Via Cavour")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    idle()
    idle()
    assert opened.commands.clues._correcting is None
    assert opened.wiring.clue == tab.current() == "C3"
    row = tab.model.rows[tab.model.row_of("C3")]
    assert [text for _, text in row.readings] == ["Via Cesalpino", "Via Cavour"]
    both = {"Read by latin reader: Via Cesalpino", "Corrected to: Via Cavour"}
    qtbot.waitUntil(lambda: both <= set(said(tab.detail)), timeout=3000)
    assert opened.shell.image.canvas._selected == "C3"


def test_the_key_corrects_and_a_clue_without_writing_says_why_not(
    opened: Window, idle: Idle, qtbot: QtBot, engine: FakeEngine
) -> None:
    tab, shell = opened.shell.inspector.clues, opened.shell
    shell.inspector.show_tab("Clues")
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=3000)
    opened.wiring.select_clue("C1")
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_E)
    dialog = opened.commands.clues._correcting
    assert dialog is not None
    dialog.reject()
    (correct,) = [a for a in tab.menu("C1").actions() if a.text() == "Correct the reading…\tE"]
    correct.trigger()
    dialog = opened.commands.clues._correcting
    assert dialog is not None
    dialog.reject()
    one = session(opened, engine)
    one.change("clue changed", clues=tuple(replace(c, line=None) for c in one.state.clues))
    opened.controller.refresh()
    idle()
    assert not tab.detail.correct.isVisible()
    assert "Correct the reading…\tE" not in [a.text() for a in tab.menu("C1").actions()]
    shell.commands.run("clues.correct")
    assert opened.commands.clues._correcting is None
    assert "nothing to correct" in shell.status.notice.text()


def test_a_correction_can_be_abandoned_while_it_is_read(
    opened: Window, idle: Idle, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(self: FakeSession, clue: str, text: str) -> Job[object]:
        while True:
            yield Progress("Reading", waiting=True)

    monkeypatch.setattr(FakeSession, "correct_reading", endless)
    dialog = opened.commands.clues.correct("C1")
    assert dialog is not None
    dialog.saved.emit("Via Cavour")
    assert not dialog.save.isEnabled()
    dialog.reject()
    idle()
    assert session(opened, engine).state.clues[0].observation == "Via Cesalpino"


def test_a_cancelled_correction_leaves_its_dialog_ready(
    opened: Window, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(self: FakeSession, clue: str, text: str) -> Iterator[Progress]:
        while True:
            yield Progress("Reading", waiting=True)

    monkeypatch.setattr(FakeSession, "correct_reading", endless)
    dialog = opened.commands.clues.correct("C1")
    assert dialog is not None
    dialog.saved.emit("Via Cavour")
    ((number, _, _),) = opened.controller.runner.jobs()
    opened.controller.runner.cancel(number)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=3000)
    assert dialog.problem.isHidden() and not dialog.field.isReadOnly()
    dialog.reject()


# --- on and off, strength, sources ---------------------------------------------------------------------


def test_what_arrived_switched_off_says_why_and_is_switched_on(
    opened: Window, idle: Idle, engine: FakeEngine, qtbot: QtBot
) -> None:
    one = session(opened, engine)
    why = "Another town of that name is nearer."
    one.change("clue changed", clues=tuple(replace(c, active=False, note=why) for c in one.state.clues))
    opened.wiring.select_clue("C1")
    opened.controller.refresh()
    idle()
    opened.shell.inspector.show_tab("Clues")
    detail = opened.shell.inspector.clues.detail
    qtbot.waitUntil(lambda: f"Off. {why}" in said(detail), timeout=3000)
    assert said(detail).count(f"Off. {why}") == 1 and why not in said(detail)
    assert detail.switch.isVisible() and detail.switch.text() == "Switch on"
    qtbot.mouseClick(detail.switch, LEFT)
    idle()
    assert one.state.clues[0].active and not detail.switch.isVisible()


def test_the_strength_is_chosen_below_the_list(
    opened: Window, idle: Idle, engine: FakeEngine, qtbot: QtBot
) -> None:
    opened.shell.inspector.show_tab("Clues")
    opened.wiring.select_clue("C1")
    detail = opened.shell.inspector.clues.detail
    slider = detail.strength.slider
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    idle()
    assert session(opened, engine).state.clues[0].strength is Strength.WEAK
    assert detail.strength.strength is Strength.WEAK and detail.strength.word.text() == "weak"
    assert slider.accessibleName() == "Strength weak"


def test_sources_are_switched_and_weighed(
    opened: Window, idle: Idle, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(dialog: SourcesDialog) -> int:
        switch = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Phone numbers")
        slider = next(
            one for one in dialog.findChildren(QSlider) if one.accessibleName() == "Weight of Language"
        )
        switch.click()
        slider.setValue(3)
        return 1

    monkeypatch.setattr(SourcesDialog, "exec", change)
    opened.shell.commands.run("case.sources")
    idle()
    kept = {one.source: one for one in session(opened, engine).state.case.sources}
    assert not kept["phone"].on and kept["language"].weight == pytest.approx(0.3)


def test_a_time_in_the_form_dates_the_clue_or_says_why_not(
    opened: Window, idle: Idle, engine: FakeEngine
) -> None:
    form = opened.shell.image.form
    opened.shell.image.write_clue()
    form.observation.setText("a poster")
    form.source.setText("the poster")
    form.time.setText("whenever")
    form._submit()
    idle()
    assert form.isVisible() and "did not understand the time" in form.problem.text()
    form.time.setText("before 2015")
    form._submit()
    idle()
    assert not form.isVisible()
    span = session(opened, engine).state.clues[-1].when
    assert span is not None and span.end.startswith(("2014-12-31", "2015-01-01"))
    opened.shell.image.write_clue()
    assert form.time.text() == ""
