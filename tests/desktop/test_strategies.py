"""The window on the engine in memory: by what candidates are ranked, what a strategy lacks, running one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.desktop.fake_engine import FakeEngine, FakeSession
from theodolite_desktop import rows
from theodolite_desktop.app import Window
from theodolite_desktop.snapshot import FUSION
from theodolite_desktop.views.candidates import CandidatesTab

Idle = Callable[[], None]


@pytest.fixture
def tab(opened: Window, idle: Idle) -> CandidatesTab:
    opened.shell.inspector.show_tab("Candidates")
    idle()
    return opened.shell.inspector.candidates


def choose(tab: CandidatesTab, name: str, idle: Idle) -> None:
    number = tab.strategies.box.findData(name)
    tab.strategies.box.setCurrentIndex(number)
    tab.strategies.box.activated.emit(number)
    idle()


def session(window: Window, engine: FakeEngine) -> FakeSession:
    return engine.sessions[window.controller.path]


def test_all_strategies_are_offered_and_fusion_is_chosen(tab: CandidatesTab) -> None:
    box = tab.strategies.box
    assert [box.itemData(n) for n in range(box.count())] == [FUSION, "knn", "g3"]
    assert tab.strategies.current == FUSION and tab.strategies.isVisible()
    assert "(not ready)" in box.itemText(2) and box.accessibleName() == "Ranked by"


def test_what_is_missing_is_said_where_the_person_looks(tab: CandidatesTab, idle: Idle) -> None:
    choose(tab, "g3", idle)
    assert tab.empty.isVisible() and not tab.empty.button.isVisible()
    assert tab.empty.sentence.text() == "g3 needs an aligned model. Train one with: theodolite align train"


def test_a_strategy_is_asked_once_and_shown_without_probabilities(
    opened: Window, engine: FakeEngine, tab: CandidatesTab, idle: Idle
) -> None:
    choose(tab, "knn", idle)
    assert tab.empty.button.text() == "Ask kNN" and tab.empty.button.isVisible()
    tab.empty.button.click()
    idle()
    assert session(opened, engine).asked == [("E1", "knn")]
    snapshot = opened.controller.snapshot
    assert snapshot is not None and snapshot.ranking is not None and snapshot.ranking.measure
    (card,) = rows.cards(snapshot.ranking)
    assert card.likelihood == "Score 0.25" and card.counts == "reference 12"
    assert tab.answer.text() == "Points ranked by a score, not by probability."
    assert "2 towns" in tab.places.text()
    assert tab.strategies.again.isVisible()
    choose(tab, FUSION, idle)
    assert "names a place" in tab.answer.text() and not tab.strategies.again.isVisible()


def test_from_the_palette(opened: Window, engine: FakeEngine, tab: CandidatesTab, idle: Idle) -> None:
    opened.shell.commands.run("candidates.run")
    idle()
    assert session(opened, engine).asked == [], "fusion is never run"
    choose(tab, "knn", idle)
    opened.shell.commands.run("candidates.run")
    idle()
    assert session(opened, engine).asked == [("E1", "knn")]
