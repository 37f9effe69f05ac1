"""Finding in the window: rows as they are shown, the panel by keys alone, and where each match leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite.domain import LogRecord, Status
from theodolite.finding import KINDS as CORE_KINDS
from theodolite.finding import Found, Hit
from theodolite_desktop import app as composition
from theodolite_desktop.actions import command
from theodolite_desktop.finding_rows import KINDS, find_rows, nothing, said, shown
from theodolite_desktop.views.find_delegate import in_view, units
from theodolite_desktop.views.find_panel import FindPanel

Window = composition.Window


def panel(window: Window) -> FindPanel:
    return window.commands.find.panel


def session(engine: FakeEngine) -> FakeSession:
    return next(iter(engine.sessions.values()))


def find(window: Window, qtbot: QtBot, words: str) -> None:
    """Ctrl+F and the words, as typed; back when the answer is drawn."""
    window.shell.commands.run("edit.find")
    qtbot.keyClicks(panel(window).field, words)
    qtbot.waitUntil(lambda: panel(window)._found.query == words)


# --- pure --------------------------------------------------------------------------------------------------


def test_every_kind_has_a_name_and_an_icon() -> None:
    assert tuple(KINDS) == tuple(CORE_KINDS)
    assert [name for name, _ in KINDS.values()] == list(CORE_KINDS.values())


def test_matches_stand_under_the_heading_of_their_kind() -> None:
    hits = (
        Hit("text", "C1", "E1", "read", "Via", ((0, 3),)),
        Hit("note", "E1", "E1", "note", "a\u202eb\nc via", ((6, 9),)),
    )
    rows = find_rows(Found("via", hits, (("text", 1), ("note", 3)), 2))
    assert [row.head for row in rows if row.head] == ["Recognised text: 1", "Notes: 3, the first 1"]
    assert [row.name for row in rows if row.hit] == ["E1 · C1", "E1"]
    assert "\u202e" not in rows[3].text and rows[3].text[slice(*rows[3].spans[0])] == "via"
    assert said(Found("via", hits, (("text", 1),), 2, 3)) == "1 match · 3 passages not yet in Latin letters"
    assert nothing(Found("x", exhibits=12)) == "No match in 12 exhibits, notes, clues and log."
    assert len(shown("\u202e\n\tab")) == 5


def test_a_match_far_into_a_text_is_brought_into_view() -> None:
    text, spans = in_view("x" * 100 + "needle" + "y" * 50, ((100, 106),), 40)
    assert text[slice(*spans[0])] == "needle" and spans[0][0] < 40
    assert units("a\U00020000b", 2) == 3


# --- in the window -----------------------------------------------------------------------------------------


def test_ctrl_f_finds_while_typing_and_esc_leaves(
    opened: Window, qtbot: QtBot, idle: Callable[[], None], engine: FakeEngine
) -> None:
    assert command("edit.find").keys == ("Ctrl+F",)
    find(opened, qtbot, "cesalpino")
    box = panel(opened)
    assert box.isVisible() and box.field.hasFocus()
    assert box.count.text().endswith("matches")
    assert {row.kind for row in box.model.rows if row.hit} >= {"text"}
    first = box.list.currentIndex().row()
    assert not box.model.rows[first].head
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    assert box.list.currentIndex().row() == first + 1
    qtbot.keyClick(box.field, Qt.Key.Key_Up)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    idle()
    assert opened.shell.inspector.current == "Clues" and opened.shell.centre == "Image"
    assert opened.wiring.clue == "C1"
    assert box.isVisible()
    box.field.setFocus()
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_kind_can_be_kept_alone(opened: Window, idle: Callable[[], None], qtbot: QtBot) -> None:
    find(opened, qtbot, "e1")
    idle()  # the answer comes again once the case is prepared, with buttons of its own
    box = panel(opened)
    buttons = [b for b in box.kinds.children() if b.property("kind")]
    assert len(buttons) > 1
    last = buttons[-1].property("kind")
    buttons[-1].click()
    assert {row.kind for row in box.model.rows} == {last}
    kept = [b for b in box.kinds.children() if b.property("kind") == last and b.isChecked()]
    kept[-1].click()
    assert len({row.kind for row in box.model.rows}) == len(buttons)
    for appearance in ("light", "dark"):
        opened.commands.appear(appearance)  # type: ignore[arg-type]
        box.list.setFocus()
        image = box.grab().toImage()
        points = ((x, y) for x in range(0, image.width(), 7) for y in range(image.height()))
        assert len({image.pixelColor(*point).name() for point in points}) > 8
    box.field.clear()
    find(opened, qtbot, "zzzz")
    assert box.empty.sentence.text() == "No match in 2 exhibits, notes, clues and log."
    assert box.empty.isVisible()


def test_matches_lead_to_their_records(
    opened: Window,
    idle: Callable[[], None],
    engine: FakeEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held, go = session(engine), opened.commands.find.go
    places: list[tuple[float, float, float]] = []
    monkeypatch.setattr(opened.wiring.map, "go_to", lambda *place: places.append(place))
    held.write_note("E2", "a needle")
    opened.controller.say("in Italy")
    held.set_verdict("E1", opened.controller.snapshot.ranking.candidates[0], Status.REJECTED, "no needle")
    held.records[0] = LogRecord(1, "2026-01-01T00:00:00Z", "tester", "needle begun", "{}", "", "0" * 64)
    opened.controller.refresh()
    idle()
    idle()
    tabs = opened.shell.inspector
    go(Hit("note", "E2", "E2", "note", "a needle", ()))
    idle()
    assert (opened.controller.exhibit, tabs.current) == ("E2", "Notes")
    go(Hit("metadata", "E1", "E1", "SHA-256", "x", ()))
    idle()
    assert (opened.controller.exhibit, tabs.current) == ("E1", "Metadata")
    go(Hit("hint", "H1", "", "said", "in Italy", ()))
    assert any(view.hasFocus() for view in opened.shell.conversation.chip_area.views())
    go(Hit("candidate", "V1", "E1", "rejected", "no needle", ()))
    idle()
    assert tabs.current == "Candidates" and len(places) == 1 and places[0][2] == 25_000.0
    go(Hit("log", "1", "", "", "needle begun", ()))
    idle()
    assert tabs.current == "Custody"
    assert tabs.custody.table.currentIndex().siblingAtColumn(0).data() == "1"
    go(Hit("message", "M1", "", "person", "in Italy", ()))
    asked: list[str] = []
    opened.commands.find.recordWanted.connect(asked.append)
    go(Hit("lead", "L1", "", "open", "needle", ()))
    assert asked == ["L1"]


def test_a_record_older_than_the_list_is_fetched(
    opened: Window, idle: Callable[[], None], engine: FakeEngine
) -> None:
    held = session(engine)
    for _ in range(230):
        held.note_action("step")
    opened.controller.refresh()
    idle()
    opened.commands.find.go(Hit("log", "3", "", "", "x", ()))
    idle()
    custody = opened.shell.inspector.custody
    assert custody.table.currentIndex().siblingAtColumn(0).data() == "3"


def test_matches_follow_the_case_and_go_with_it(
    opened: Window, qtbot: QtBot, idle: Callable[[], None], engine: FakeEngine
) -> None:
    find(opened, qtbot, "needle")
    assert panel(opened).model.rows == ()
    session(engine).write_note("E1", "a needle <img src=x>")
    opened.controller.refresh()
    qtbot.waitUntil(lambda: bool(panel(opened).model.rows))
    assert panel(opened).model.rows[1].text == "a needle <img src=x>"
    opened.controller.close_case()
    idle()
    assert panel(opened).model.rows == () and not panel(opened).field.isEnabled()
