"""The inspector by keys and pictures: clue rows, cards and their i, the timeline, what is being read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import Clue, Strength
from theodolite_desktop import app as composition
from theodolite_desktop.actions import command
from theodolite_desktop.clue_rows import clue_rows
from theodolite_desktop.inspector_commands import reading
from theodolite_desktop.snapshot import LogLine
from theodolite_desktop.timeline_rows import LOOKS, look, time_rows
from theodolite_desktop.views.clue_delegate import ClueDelegate
from theodolite_desktop.views.info import help_of

Window = composition.Window
Idle = Callable[[], None]


CLUE = Clue(
    *("C1", "E1", "text.street", "Via Cesalpino", "a street name", Strength.LIKELY, "test", "1", "r", ()),
    mark=3,
)


def session(engine: FakeEngine) -> FakeSession:
    return next(iter(engine.sessions.values()))


def line(number: int, utc: str, action: str, text: str) -> LogLine:
    return LogLine(number, utc, "ann", action, text)


# --- pure --------------------------------------------------------------------------------------------------


def test_a_timeline_has_a_heading_a_day_and_only_what_names_the_exhibit() -> None:
    log = (
        line(3, "2026-01-02T10:00:00Z", "verdict", "V1 E1 Rome"),
        line(1, "2026-01-01T09:00:00Z", "exhibit added", "E1 one.jpg"),
        line(2, "2026-01-01T09:30:00Z", "exhibit added", "E12 two.jpg"),
    )
    rows = time_rows(log, "E1")
    assert [(row.day[:10], row.number) for row in rows] == [
        ("2026-01-01", 0),
        ("", 1),
        ("2026-01-02", 0),
        ("", 3),
    ]
    assert [row.number for row in time_rows(log) if row.number] == [1, 2, 3]
    assert time_rows(log, "E3") == ()
    assert len({row.key for row in time_rows(log)}) == 5


def test_every_action_has_a_look() -> None:
    assert look("exhibit added")[0] == "tray-arrow-down" and look("something new")[0]
    assert len({word for word, _, _ in LOOKS}) == len(LOOKS)


def test_dots_end_the_second_line_and_are_away_where_strength_plays_no_part() -> None:
    clue = CLUE
    (row,) = clue_rows((clue,), None)
    assert row.dots == "●●○" and "●" not in row.inference
    (gone,) = clue_rows((replace(clue, active=False, rejected_reason="misread"),), None)
    assert gone.dots == "" and gone.inference == "Rejected: misread"
    (none,) = clue_rows((replace(clue, kind="none.text"),), None)
    assert none.dots == ""


def test_the_parts_of_a_clue_row_never_overlap(window: Window) -> None:
    shell, theme = window.shell, window.shell.theme
    (row,) = clue_rows((CLUE,), None)
    row = replace(row, effect="Arezzo +11.5")
    for scale in (1.0, 1.5, 2.0):
        theme.set_scale(scale)
        tall, effect, dots = theme.scaled(56), theme.scaled(80), theme.scaled(40)
        for width in range(round(230 * scale), 800, 13):
            parts = ClueDelegate(theme, shell).parts(QRect(0, 0, width, tall), row, effect, dots)
            boxes = list(parts.values())
            for n, one in enumerate(boxes):
                assert one.width() > 0 and QRect(0, 0, width, tall).contains(one)
                assert not any(one.intersects(other) for other in boxes[n + 1 :]), (width, scale, parts)
    theme.set_scale(1.0)
    option = QStyleOptionViewItem()
    option.direction = Qt.LayoutDirection.RightToLeft
    assert ClueDelegate(theme, shell).sizeHint(option, QModelIndex()).height() == 56
    inside = []  # of a rejected clue the badge is unfilled
    for one in (CLUE, replace(CLUE, active=False, rejected_reason="misread")):
        (row,) = clue_rows((one,), None)
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(theme.color("panel"))
        painter = QPainter(image)
        painter.setFont(QFont())
        ClueDelegate(theme, shell)._badge(painter, QRect(10, 10, 20, 20), row)
        painter.end()
        inside.append(image.pixelColor(14, 20).name())
    assert inside[1] == theme.color("panel").name() != inside[0]


# --- by keys -----------------------------------------------------------------------------------------------


def test_the_keys_of_the_clue_list(opened: Window, qtbot: QtBot, idle: Idle, engine: FakeEngine) -> None:
    keys = {"clues.weaker": ("Left",), "clues.stronger": ("Right",), "clues.note": ("N",)}
    assert {name: command(name).keys for name in keys} == keys
    tabs, run = opened.shell.inspector, opened.shell.commands.run
    tabs.show_tab("Clues")
    tabs.clues.list.setCurrentIndex(tabs.clues.model.index(0))
    held = session(engine)
    for step, strength in (
        ("stronger", "certain"),
        ("stronger", "certain"),
        ("weaker", "likely"),
        ("weaker", "weak"),
    ):
        run(f"clues.{step}")
        idle()
        assert held.state.clues[0].strength is Strength(strength)
    assert tabs.clues.detail.strength.word.text() == "weak"
    run("clues.note")
    assert tabs.current == "Notes"
    exhibit, text, _saved = tabs.notes.draft()
    assert (exhibit, text) == ("E1", "#1 ")
    tabs.notes.begin("C9")
    assert tabs.notes.draft()[1] == "#1 \nC9 "
    run("clues.switch")
    idle()
    before = held.state.clues[0].strength
    run("clues.stronger")
    idle()
    assert held.state.clues[0].strength is before  # what is off has no strength to change


def test_while_exhibits_are_read_the_empty_list_says_so_and_can_stop_it(
    opened: Window, idle: Idle, engine: FakeEngine
) -> None:
    tab = opened.shell.inspector.clues
    snapshot = opened.controller.snapshot
    assert snapshot is not None and reading(snapshot) == "Reading 2 of 2 exhibits"
    tab.set_rows((), "", read=False, exhibit="E1")
    tab.show_reading("Reading 1 of 2 exhibits")
    assert (tab.empty.sentence.text(), tab.empty.button.text()) == ("Reading 1 of 2 exhibits", "Stop")
    stopped: list[bool] = []
    tab.stopAsked.connect(lambda: stopped.append(True))
    tab.empty.button.click()
    assert stopped
    tab.show_reading("")
    assert tab.empty.button.text() == "Read clues"


# --- cards -------------------------------------------------------------------------------------------------


def test_the_i_of_a_card_and_f1_say_what_its_numbers_mean(opened: Window, qtbot: QtBot, idle: Idle) -> None:
    tab, panel = opened.shell.inspector.candidates, opened.commands.help.panel
    tab_view = tab._views[0]
    opened.shell.inspector.show_tab("Candidates")
    at = QPointF(tab_view._infos()["likelihood"].center()).toPoint()
    qtbot.mouseClick(tab_view, Qt.MouseButton.LeftButton, pos=at)
    assert panel.page == "likelihood" and tab._cards[0].likelihood in panel.text()
    at = tab_view._infos()["points"].center()
    qtbot.mouseClick(tab_view, Qt.MouseButton.LeftButton, pos=at)
    assert panel.page == "points" and "times more likely here" in panel.text()
    assert help_of(tab.area)[0] == "points"
    tab.expand()
    assert help_of(tab.area) == ("candidates", "")
    assert tab_view._info_at(QPoint(1, 1)) == ""


def test_with_large_text_labels_stand_above_their_bars(opened: Window) -> None:
    view, theme = opened.shell.inspector.candidates._views[0], opened.shell.theme
    view.resize(320, view.height())
    assert not view._stacked
    plain = view.height()
    theme.set_scale(2.0)
    assert view._stacked and view.height() > 2 * plain
    label, track, value = view._columns(0)
    assert label.bottom() < track.top() and track.right() < value.left()
    theme.set_scale(1.0)
    tab = opened.shell.inspector.candidates  # several chosen stay chosen when another view follows
    ids = [card.candidate.id for card in tab._cards]
    tab._on_picked(ids[0], False)
    tab._on_picked(ids[1], True)
    tab.select(ids[1])
    assert [card.candidate.id for card in tab.chosen()] == ids[:2]


def test_the_keys_leave_the_buttons_where_there_is_no_room(opened: Window, qtbot: QtBot) -> None:
    from theodolite_desktop.views.judge_bar import JudgeBar

    bar = JudgeBar((("Compare", "C", "Compare it", lambda: None), ("Reject", "X", "Reject it", lambda: None)))
    qtbot.addWidget(bar)
    bar.resize(500, 48)
    bar.show()
    assert [button.text() for button, _, _ in bar.buttons] == ["Compare (C)", "Reject (X)"]
    bar.resize(150, 48)
    qtbot.waitUntil(lambda: bar.buttons[0][0].text() == "Compare")
    assert "(C)" in bar.buttons[0][0].toolTip()


# --- timeline ----------------------------------------------------------------------------------------------


def test_a_step_of_the_timeline_leads_to_its_record(opened: Window, qtbot: QtBot, idle: Idle) -> None:
    custody = opened.shell.inspector.custody
    opened.shell.inspector.show_tab("Custody")
    custody.show_part("Timeline")
    view = custody.timeline
    view.whole.setChecked(True)
    numbers = [row.number for row in view.model.rows if row.number]
    assert numbers == sorted(numbers) and len(numbers) == len(custody.model._rows)
    view.list.setCurrentIndex(view.model.index(len(view.model.rows) - 1))
    view.list.activated.emit(view.list.currentIndex())
    assert custody.part == "Log"
    assert custody.table.currentIndex().siblingAtColumn(0).data() == str(numbers[-1])
    image = view.grab().toImage()
    assert not image.isNull()
