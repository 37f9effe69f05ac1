"""The window on the engine in memory: time, relations and links, videos, refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.chronology import parse_span
from theodolite.relations import Relation
from theodolite_desktop.app import Window
from theodolite_desktop.operations import together
from theodolite_desktop.views import dialogs
from theodolite_desktop.views.chips import ChipView
from theodolite_desktop.views.joint_dialog import JointDialog
from theodolite_desktop.views.label import Label

Idle = Callable[[], None]
LEFT = Qt.MouseButton.LeftButton
HOSTILE = "<b>Cam</b><img src=http://127.0.0.1:9/x>\u202e"


def session(window: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[window.controller.path]


def said(widget: QWidget) -> list[str]:
    """What the labels in view say; new ones come into view with the next turn of the loop."""
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def links(widget: QWidget) -> list[QPushButton]:
    """Buttons with ids, without those on their way out."""
    found = [one for one in widget.findChildren(QPushButton) if one.objectName() == "link"]
    return [one for one in found if one.isVisibleTo(widget)]


@pytest.fixture
def related(opened: Window, engine: FakeEngine, idle: Idle) -> Window:
    """E1 and E2 of one camera whose name is hostile, and a journey that hardly goes."""
    session(opened, engine).related = (
        Relation("same camera", ("E1", "E2"), f"E1 and E2 claim one camera: {HOSTILE}", "no serial"),
        Relation("travel", ("E1", "E2"), "E1 and E2 are 800 km and one minute apart", conflict=True),
    )
    opened.controller.desk.related = None
    opened.controller.refresh()
    idle()
    return opened


# --- when ----------------------------------------------------------------------------------------------


def dated(window: Window, engine: FakeEngine, idle: Idle, *said: tuple[str, str]) -> None:
    one = session(window, engine)
    clues = [
        replace(one.state.clues[0], id=f"C{10 + n}", exhibit=exhibit, when=parse_span(text))
        for n, (exhibit, text) in enumerate(said)
    ]
    one.change("clue added", clues=(*one.state.clues, *clues))
    window.controller.refresh()
    idle()


def test_time_and_place_are_separate_findings(opened: Window, engine: FakeEngine, idle: Idle) -> None:
    tabs = opened.shell.inspector
    assert tabs.candidates.when.status.text() == tabs.metadata.when.status.text() == "Time: not established"
    dated(opened, engine, idle, ("E2", "22 Oct 2008"))
    strip = tabs.metadata.when
    assert strip.text.text() == "22 Oct 2008, claimed by E2 only."
    assert [one.text() for one in links(strip)] == ["E2"]
    links(strip)[0].click()
    idle()
    assert opened.controller.exhibit == "E2"
    assert strip.status.text() == "Time: claimed, not established"
    assert tabs.candidates.answer.text().startswith("The evidence names a place.")


def test_a_contradiction_warns_and_its_clues_are_one_click_away(
    opened: Window, engine: FakeEngine, idle: Idle
) -> None:
    dated(opened, engine, idle, ("E1", "22 Oct 2008"), ("E1", "before 2005"))
    tabs = opened.shell.inspector
    tabs.show_tab("Candidates")
    strip = tabs.candidates.when
    assert strip.status.objectName() == "warn" and "contradict" in strip.status.text()
    assert [one.text() for one in links(strip)] == ["C10", "C11"]
    links(strip)[1].click()
    assert tabs.current == "Clues" and tabs.clues.current() == "C11" and opened.wiring.clue == "C11"


def test_a_clue_of_another_exhibit_is_reached_too(opened: Window, engine: FakeEngine, idle: Idle) -> None:
    opened.wiring.go_to_clue("C2")
    idle()
    assert opened.controller.exhibit == "E2" and opened.shell.inspector.clues.current() == "C2"
    opened.wiring.go_to_clue("C99")
    assert opened.shell.inspector.clues.current() == "C2"


# --- relations and links -------------------------------------------------------------------------------


def test_relations_are_listed_with_conflicts_first_and_plain(
    related: Window, idle: Idle, qtbot: QtBot
) -> None:
    block = related.shell.inspector.metadata.relations
    assert [row.conflict for row in block.rows] == [True, False]
    related.shell.inspector.show_tab("Metadata")
    qtbot.waitUntil(lambda: len(said(block)) == 3, timeout=3000)
    shown = [label for label in block.findChildren(Label) if label.isVisible() and label is not block.head]
    assert shown[0].objectName() == "warn" and "800 km" in shown[0].text()
    assert "<b>Cam</b>" in shown[1].text() and "\u202e" not in shown[1].text()
    assert shown[1].textFormat() == Qt.TextFormat.PlainText and "<b>" not in shown[1].toolTip()
    links(block)[0].click()
    idle()
    assert related.controller.exhibit == "E2"
    assert [one.text() for one in links(block)] == ["E1", "E1"]


def test_one_place_is_proposed_said_and_its_rankings_shown(
    related: Window, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = related.shell
    rows = shell.exhibits
    offered = [a.text() for a in rows.menu().actions() if a.text()]
    assert offered[:2] == ["Open\tEnter", "Withdraw exhibit\tDelete"]
    assert offered[2:4] == ["Destroy exhibit…", "Tags"] and offered[-1] == "Graphic content\tShift+F9"
    both = QItemSelectionModel.SelectionFlag.Select
    rows.list.selectionModel().select(rows.model.index(1), both)
    related.controller.refresh()
    idle()
    assert rows.chosen() == ("E1", "E2")  # what is drawn anew leaves it
    action = rows.menu().actions()[0]
    assert action.text() == "E1 and E2 show one place…"
    action.trigger()
    assert shell.hint_line.field.text() == "E1 and E2 show one place within 1 km"
    shell.hint_line._say()
    idle()
    (chip,) = shell.conversation.chips()
    assert chip.link
    shown: list[list[Label]] = []
    monkeypatch.setattr(JointDialog, "exec", lambda self: shown.append(self.findChildren(Label)) or 1)
    view = next(v for v in shell.conversation.findChildren(ChipView) if v.isVisible())
    assert "J:" in view.accessibleName()
    view._act("joint")
    idle()
    texts = [label.text() for label in shown[0]]
    assert {"E1", "E2", "Alone", "With the link"} <= set(texts) and "0.700" in texts


def test_one_exhibit_is_too_few_for_a_link(opened: Window) -> None:
    opened.shell.commands.run("exhibit.one_place")
    assert opened.shell.hint_line.field.text() == ""
    assert "two exhibits" in opened.shell.status.notice.text()


def test_the_relation_row_proposes_the_link_too(related: Window) -> None:
    block = related.shell.inspector.metadata.relations
    block.onePlaceAsked.emit(("E1", "E2"))
    assert related.shell.hint_line.field.text() == "E1 and E2 show one place within 1 km"


# --- videos, verdicts ----------------------------------------------------------------------------------


def test_key_frames_stand_below_their_video(opened: Window, idle: Idle) -> None:
    opened.controller.add_files([Path("walk.mp4")])
    idle()
    idle()
    shell = opened.shell
    assert [(r.id, r.parent) for r in shell.exhibits.model.rows][2:] == [
        ("E3", ""),
        ("E5", "E3"),
        ("E4", "E3"),
    ]
    opened.controller.select_exhibit("E3")
    idle()
    assert shell.image.kind.text() == "Video, first frame" and shell.image.canvas.picture is not None
    opened.controller.select_exhibit("E4")
    idle()
    assert shell.image.kind.text() == "Key frame of E3 at 0:12"
    opened.controller.select_exhibit("E1")
    idle()
    assert shell.image.kind.isHidden()
    shell.grab()
    opened.controller.select_exhibit("E3")
    idle()
    shell.commands.run("exhibit.withdraw")
    idle()
    assert [(r.id, r.parent) for r in shell.exhibits.model.rows] == [(f"E{n}", "") for n in (1, 2, 4, 5)]


def test_a_long_refusal_is_wrapped_in_its_dialog(opened: Window, qtbot: QtBot) -> None:
    why = (
        "Verified needs 2 clues that share no origin; Arezzo has 1 ("
        + "C1 and C2 share one camera; " * 9
        + ")."
    )
    ask = dialogs.Question(
        opened.shell, opened.theme, "Not verified", [why], "Override", reasons=(), needs_reason=True
    )
    ask.show()
    label = next(one for one in ask.findChildren(Label) if one.text() == why)
    assert label.wordWrap() and ask.width() < 640
    assert label.height() >= label.heightForWidth(label.width())
    ask.close()


def test_relations_of_a_large_case_come_after_a_pause(
    related: Window, qtbot: QtBot, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "AT_ONCE", 1)
    block = related.shell.inspector.metadata.relations
    related.controller.desk.related = None
    related.controller._relate.setInterval(60_000)
    related.controller.refresh()
    idle()
    assert block.rows == () and related.controller._relate.isActive()
    related.controller._relate.setInterval(0)
    qtbot.waitUntil(lambda: len(block.rows) == 2, timeout=3000)
