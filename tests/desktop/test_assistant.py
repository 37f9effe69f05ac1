"""The conversation with the model in the window: asking, looking, waiting in line, stopping, following."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.fake_assistant import EYES
from tests.desktop.fake_engine import FakeEngine, FakeSession
from tests.desktop.fake_values import UTC
from theodolite.domain import Case, CaseState, HintState, Message, Sentence
from theodolite_desktop.app import Window
from theodolite_desktop.views.chips import ChipView
from theodolite_desktop.views.conversation import ConversationPane
from theodolite_desktop.views.joint_dialog import JointDialog
from theodolite_desktop.views.messages import TAG, LiveView, MessageView, NoticeView, OfferView
from theodolite_desktop.views.model_cards import AS_STATED, ObservationsView, PerceptionView
from theodolite_desktop.views.model_dialog import ModelDialog
from theodolite_desktop.views.model_text import ModelText
from theodolite_desktop.views.transcript import MOST, PAGE

Idle = Callable[[], None]
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(opened: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[opened.controller.path]


@pytest.fixture
def seeing(opened: Window, engine: FakeEngine, idle: Idle) -> Window:
    """The model in use sees photographs."""
    engine.use_language_model(EYES.name)
    opened.commands.assistant.refresh()
    idle()
    return opened


def enter(window: Window, qtbot: QtBot, text: str) -> None:
    field = window.shell.hint_line.field
    field.setText(text)
    qtbot.keyClick(field, KEY.Key_Return)


def views(window: Window, kind: type) -> list[QWidget]:
    return [view for view in window.shell.conversation.transcript.views() if isinstance(view, kind)]


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(widget: QWidget, name: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == name)


def test_the_model_is_named_always_and_what_it_cannot_do_is_said_why(
    opened: Window, idle: Idle, engine: FakeEngine, session: FakeSession, qtbot: QtBot
) -> None:
    able = opened.shell.conversation.abilities
    assert not able.perceive.isEnabled() and not able.observe.isEnabled()
    assert "text only" in able.why.text() and "text only" in able.perceive.accessibleDescription()
    opened.shell.commands.run("talk.look")
    assert "text only" in opened.shell.status.notice.text()
    assert not opened.commands.assistant.line.busy
    bar = opened.shell.conversation.identity
    assert (bar.name.text(), bar.sha256.text(), bar.sees.text()) == (
        "language-starter",
        "3f2a9b1c",
        "cannot see images",
    )
    engine.use_language_model(EYES.name)
    opened.commands.assistant.refresh()
    idle()
    assert (bar.name.text(), bar.sees.text()) == (EYES.name, "sees images")
    engine.models = ()
    opened.commands.assistant.refresh()
    idle()
    assert bar.name.text() == "Hints work without a language model."
    assert bar.packs.isVisible() and not bar.choose.isVisible()
    assert not opened.shell.conversation.abilities.isVisible()
    engine.models = ()
    opened.commands.assistant.refresh()
    idle()
    enter(opened, qtbot, "Where is it?")
    idle()
    idle()
    assert session.state.messages[-1].author == "system" and not views(opened, OfferView)
    enter(opened, qtbot, "in Italy, likely")
    idle()
    assert len(opened.shell.conversation.chips()) == 1


def test_enter_sends_shift_enter_breaks_the_line_and_up_edits_the_last(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    field = opened.shell.hint_line.field
    low = opened.shell.hint_line.height()
    field.setFocus()
    qtbot.keyClicks(field, "in Italy,")
    qtbot.keyClick(field, KEY.Key_Return, SHIFT)
    qtbot.keyClicks(field, "likely")
    assert field.text() == "in Italy,\nlikely" and session.state.messages == ()
    assert opened.shell.hint_line.height() > low
    qtbot.keyClick(field, KEY.Key_Return)
    idle()
    assert session.state.messages[0].text == "in Italy,\nlikely"
    assert field.text() == "" and opened.shell.hint_line.height() == low
    qtbot.keyClick(field, KEY.Key_Up)
    assert field.text() == "in Italy,\nlikely"
    qtbot.keyClick(field, KEY.Key_Up)
    assert field.text() == "in Italy,\nlikely"


def test_a_question_is_answered_sentence_by_sentence(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    enter(opened, qtbot, "Why Arezzo and not Bologna?")
    idle()
    idle()
    person, model = views(opened, MessageView)
    assert TAG not in words(person) and TAG in words(model)
    (text,) = model.findChildren(ModelText)
    assert text.links() == ("C1", "E1")
    shown = text.toPlainText()
    assert "the model's own" in shown.split("\n")[2] and "own" not in shown.split("\n")[0]
    assert "Bologna?" in shown and "No record of this case holds: Bologna." in words(model)
    opened.shell.inspector.show_tab("Metadata")
    text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(text, KEY.Key_Return)
    assert opened.shell.inspector.current == "Clues" and opened.wiring.clue == "C1"
    opened.controller.select_exhibit("E2")
    idle()
    text.follow(1)
    idle()
    assert opened.controller.exhibit == "E1"


def test_what_a_model_writes_is_never_markup(opened: Window, session: FakeSession, idle: Idle) -> None:
    attack = "<b>bold</b> <a href='http://127.0.0.1:9/x'>C1</a><img src='http://127.0.0.1:9/y'>"
    message = Message("M1", "model", attack, UTC, "m", "3f", "X1", (Sentence(attack, (), ("bold",)),))
    session.change("message added", messages=(message,))
    opened.controller.refresh()
    idle()
    (view,) = views(opened, MessageView)
    (text,) = view.findChildren(ModelText)
    assert text.links() == () and "<b>" in text.toPlainText() and "<img" in text.toPlainText()
    for label in view.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_places_and_clues_are_cards_with_their_worth(seeing: Window, idle: Idle, qtbot: QtBot) -> None:
    assert seeing.shell.conversation.abilities.perceive.isEnabled()
    qtbot.mouseClick(seeing.shell.conversation.abilities.perceive, LEFT)
    idle()
    idle()
    (card,) = views(seeing, PerceptionView)
    text = words(card)
    assert TAG in text and AS_STATED in text and "0.62" in text and "%" not in text
    assert "street in a town" in text and "Spain" in text
    places = [b.text() for b in card.findChildren(QPushButton)]
    assert places == ["Arezzo, Tuscany, Italy", "Perugia, Umbria, Italy"]  # Spain has no place on the map
    seeing.shell.commands.run("talk.clues")
    idle()
    idle()
    (card,) = views(seeing, ObservationsView)
    text = words(card)
    for word in ("Confirmed by", "Contradicted by", "The model's own"):
        assert word in text
    seeing.shell.show_centre("Report")
    regions = [b for b in card.findChildren(QPushButton) if b.text() == "Region"]
    regions[-1].click()
    image = seeing.shell.image
    assert seeing.shell.centre == "Image" and image.canvas._pointed is not None
    assert image.canvas._pointed.left == pytest.approx(0.5)
    seeing.shell.grab()
    image.stop()
    assert image.canvas._pointed is None
    button(card, "C1").click()
    assert seeing.wiring.clue == "C1"
    before = len(seeing.shell.conversation.transcript.views())
    seeing.commands.appear("dark")
    seeing.shell.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not seeing.shell.grab().isNull()
    assert len(seeing.shell.conversation.transcript.views()) == before
    seeing.shell.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    seeing.commands.appear("light")


def test_one_request_at_a_time_and_the_others_wait_in_view(
    seeing: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    session.hold = True
    pane, line = seeing.shell.conversation, seeing.commands.assistant.line
    enter(seeing, qtbot, "Where is it?")
    seeing.shell.commands.run("talk.look")
    seeing.shell.commands.run("talk.clues")
    seeing.shell.commands.run("talk.clues")  # the same wish twice is one
    assert "waiting" in seeing.shell.status.notice.text()
    qtbot.waitUntil(lambda: bool(views(seeing, LiveView)))
    qtbot.waitUntil(lambda: "Italian" in words(views(seeing, LiveView)[0]))
    assert [one.title for one in line.waiting] == ["Looking at E1", "Naming clues in E1"]
    assert "Waiting: Looking at E1" in words(pane.work) and pane.work.stop.isVisible()
    assert pane.abilities.state.text() == "Busy"
    line.cancel(line.waiting[0].number)
    assert "Looking" not in words(pane.work)
    session.hold = False
    idle()
    idle()
    assert len(session.state.observations) == 1 and session.state.perceptions == ()
    assert not pane.work.isVisible() and not views(seeing, LiveView)
    session.hold = True
    enter(seeing, qtbot, "Where is it?")
    seeing.shell.commands.run("talk.look")
    qtbot.waitUntil(lambda: bool(views(seeing, LiveView)))
    seeing.controller.close_case()
    idle()
    assert session.writing == 0 and not seeing.commands.assistant.line.busy
    assert seeing.shell.conversation.transcript.views() == ()
    assert not seeing.shell.conversation.work.isVisible()


def test_escape_stops_the_model_within_two_seconds(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    session.hold = True
    stop = opened.shell.commands.actions["talk.stop"]
    assert not stop.isEnabled()
    enter(opened, qtbot, "Where is it?")
    qtbot.waitUntil(lambda: bool(views(opened, LiveView)))
    begin = time.monotonic()
    opened.shell.activateWindow()
    qtbot.waitUntil(opened.shell.isActiveWindow, timeout=3000)
    qtbot.keyClick(opened.shell.hint_line.field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not opened.commands.assistant.line.busy, timeout=2000)
    assert time.monotonic() - begin < 2
    idle()
    assert session.writing == 0 and [m.author for m in session.state.messages] == ["person"]
    assert not views(opened, LiveView) and not stop.isEnabled()
    assert len(views(opened, MessageView)) == 1
    assert "Stopped" in words(views(opened, NoticeView)[0])
    assert "Where is it?" in words(views(opened, MessageView)[0])
    session.hold = False
    button(views(opened, NoticeView)[0], "Ask again").click()
    idle()
    idle()
    assert [m.author for m in session.state.messages] == ["person", "person", "model"]
    assert not views(opened, NoticeView)
    session.hold = True
    enter(opened, qtbot, "Where is it?")
    qtbot.waitUntil(lambda: bool(views(opened, LiveView)))
    opened.shell.image.begin_box()
    opened.shell.commands.run("talk.stop")
    assert not opened.shell.image.canvas.drawing and opened.commands.assistant.line.busy
    session.hold = False
    idle()


def test_what_the_rules_cannot_read_is_offered_and_a_dead_worker_is_told(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot
) -> None:
    enter(opened, qtbot, "the roofs there are red")
    idle()
    (offer,) = views(opened, OfferView)
    button(offer, "Ask the model to read it").click()
    idle()
    idle()
    assert not views(opened, OfferView)
    (chip,) = opened.shell.conversation.chips()
    assert chip.by_model and chip.state is HintState.PROPOSED
    view = next(v for v in opened.shell.conversation.findChildren(ChipView) if v.isVisible())
    assert "read by the model" in view.accessibleName()
    assert view._parts()[2][0] == "model"
    session.die = True
    enter(opened, qtbot, "Where is it?")
    idle()
    (notice,) = views(opened, NoticeView)
    assert "language worker ended" in words(notice)
    assert "language worker ended" in opened.shell.status.notice.text()
    button(notice, "Ask again").click()
    idle()
    idle()
    assert [m.author for m in session.state.messages] == [
        "person",
        "system",
        "system",
        "person",
        "person",
        "model",
    ]


def test_the_chooser_lists_what_fits_and_why_not(
    opened: Window, engine: FakeEngine, idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def choose(self: ModelDialog) -> int:
        said.append(words(self))
        self.choose("qwen2.5-vl-7b")  # does not fit, so it cannot be chosen
        assert self.chosen == "language-starter"
        self.choose(EYES.name)
        return 1

    monkeypatch.setattr(ModelDialog, "exec", choose)
    opened.shell.commands.run("talk.model")
    idle()
    assert "Does not fit" in said[0] and "Needs about 9 GB" in said[0] and "Not installed" in said[0]
    assert opened.shell.conversation.identity.name.text() == EYES.name
    assert next(row.name for row in engine.models if row.chosen) == EYES.name


def test_suggestions_effects_and_none_of_these(
    opened: Window, session: FakeSession, idle: Idle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = opened.shell.conversation.suggestions
    assert bar.isVisible() and not bar.folded
    enter(opened, qtbot, "in Italy, likely")
    idle()
    assert bar.folded
    bar.fold.click()
    assert not bar.folded
    from theodolite_desktop.views.suggestions import SuggestionRow

    rows = bar.findChildren(SuggestionRow)
    qtbot.keyClick(rows[1], KEY.Key_Return)
    assert opened.wiring.clue == "C1"
    qtbot.mouseClick(rows[0], LEFT)
    assert "telephone" in opened.shell.status.notice.text()
    shown: list[str] = []
    monkeypatch.setattr(JointDialog, "exec", lambda self: shown.append(words(self)))
    view = next(v for v in opened.shell.conversation.findChildren(ChipView) if v.isVisible())
    qtbot.keyClick(view, KEY.Key_B)
    idle()
    assert "Without" in shown[0] and "With the hint" in shown[0] and "Arezzo" in shown[0]
    opened.shell.inspector.show_tab("Candidates")
    opened.shell.inspector.candidates.none.click()
    idle()
    assert session.state.messages[-2].text == "none of these"


def test_of_a_thousand_messages_only_the_last_have_widgets(window: Window, qtbot: QtBot) -> None:
    sentences = (Sentence("C1 is Italian [C1].", ("C1",)), Sentence("It looks warm."))
    many = tuple(
        Message(f"M{n}", ("person", "model")[n % 2], f"text {n}", UTC, sentences=sentences if n % 2 else ())  # type: ignore[arg-type]
        for n in range(1000)
    )
    state = CaseState("", Case("T", "", "tester", UTC), messages=many)
    pane = ConversationPane(window.theme)
    qtbot.addWidget(pane)
    pane.resize(360, 500)
    pane.show()
    begin = time.process_time()
    pane.show_state(state)
    qtbot.wait(1)
    first = time.process_time() - begin
    assert len(pane.transcript.views()) == PAGE
    begin = time.process_time()
    pane.show_state(replace(state, messages=(*many, Message("M1000", "person", "the newest", UTC))))
    qtbot.wait(1)
    more = time.process_time() - begin
    print(f"\n1000 messages: first drawn in {1000 * first:.0f} ms, one more in {1000 * more:.0f} ms of work")
    assert pane.transcript.earlier.text() == f"{1000 - PAGE} earlier"
    assert "the newest" in words(pane.transcript.views()[-1])
    bar = pane.transcript.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    pane.transcript.show_earlier()
    assert len(pane.transcript.views()) == 2 * PAGE + 1
    assert pane.transcript.earlier.text() == f"{1000 - 2 * PAGE} earlier"
    pane.transcript._at_end = True
    for number in range(2 * MOST):
        later = tuple(Message(f"N{n}", "person", "more", UTC) for n in range(number + 1))
        pane.show_state(replace(state, messages=(*many, *later)))
    assert len(pane.transcript.views()) <= MOST
