"""A window on the engine in memory; every wait is for a condition, never for a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fake_report import FakePaper
from tests.leftovers import nothing_left
from theodolite_desktop import app as composition
from theodolite_desktop import sealed_env

HARMLESS = {
    f"This plugin does not support {what}"
    for what in ("propagateSizeHints()", "raise()", "grabbing the keyboard", "grabbing the mouse")
}
sealed_env.seal()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["theodolite-test"]


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test leaves a thread or a process behind; with ``--full`` no running timer either (slow to find)."""
    with nothing_left(also_timers=request.config.getoption("--full")):
        yield


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def window(
    qapp: Any, qtbot: QtBot, qtlog: Any, engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[composition.Window]:
    """A shown window without a case; closed with its store thread."""
    monkeypatch.setenv("THEODOLITE_CASES", str(tmp_path / "cases"))
    made = composition.build(qapp, appearance="light", engine_factory=lambda: engine, paper_factory=FakePaper)
    qtbot.addWidget(made.shell)
    made.shell.show()
    made.shell.dress()
    yield made
    composition.close(made)
    said = [record.message for record in qtlog.records if not record.ignored]
    assert [text for text in said if text not in HARMLESS] == []


@pytest.fixture
def idle(window: composition.Window, qtbot: QtBot) -> Callable[[], None]:
    """Wait until the store thread has nothing to do and everything was drawn."""

    def wait() -> None:
        qtbot.waitUntil(lambda: window.controller.runner.idle(), timeout=30000)

    return wait


@pytest.fixture
def opened(window: composition.Window, idle: Callable[[], None], tmp_path: Path) -> composition.Window:
    """The window with a case of two read exhibits."""
    window.controller.new_case(tmp_path / "one.case", title="One", question="Where?")
    idle()
    window.controller.add_files([Path("first.jpg"), Path("second-gps.jpg")])
    idle()
    idle()
    return window
