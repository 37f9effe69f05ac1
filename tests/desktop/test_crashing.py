"""A fault in the window: what is typed is kept, its report has no word of the case, the next window knows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.fake_engine import FakeEngine
from theodolite_desktop import app as composition
from theodolite_desktop import crashing
from theodolite_desktop.aftermath import BROKEN, ENDED, Aftermath

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
WORD = "Kassiopeia-the-witness.jpg"
#: Process numbers end below this on every system here.
NOBODY = 4_194_304 + 17


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def after(window: composition.Window) -> Iterator[Aftermath]:
    made = Aftermath(window)
    yield made
    made.end()


def fails() -> None:
    raise ValueError(f"cannot read {WORD}")


def test_a_report_names_the_place_of_the_fault_and_no_word_of_the_case() -> None:
    try:
        fails()
    except ValueError as problem:
        text = crashing.described(type(problem), problem.__traceback__, "MainThread", NOW)
    assert "builtins.ValueError in thread MainThread" in text
    assert "test_crashing.py" in text
    assert " fails" in text
    assert WORD not in text
    assert str(Path.home()) not in text


def test_the_newest_reports_are_kept(home: Path) -> None:
    for minute in range(crashing.KEPT + 5):
        crashing.write(str(minute), NOW.replace(minute=minute))
    texts = {file.read_text() for file in (home / crashing.FOLDER).glob("*.txt")}
    assert texts == {str(minute) for minute in range(5, crashing.KEPT + 5)}
    twice = {crashing.write("a", NOW.replace(minute=50)), crashing.write("b", NOW.replace(minute=50))}
    assert {file.read_text() for file in twice} == {"a", "b"}


def test_a_fault_keeps_what_is_typed_and_is_told_once(
    after: Aftermath, opened: composition.Window, qtbot: QtBot, idle: Callable[[], None], home: Path
) -> None:
    qtbot.keyClicks(opened.shell.hint_line.field, "in Ita")
    for _ in range(3):
        try:
            fails()
        except ValueError as problem:
            after.watch._report(type(problem), problem.__traceback__, __import__("threading").main_thread())
    qtbot.waitUntil(lambda: bool(opened.shell.banner.text(BROKEN)))
    idle()
    assert opened.controller.desk.session.view_state()["drafts"]["hint"] == "in Ita"
    reports = list((home / crashing.FOLDER).glob("*.txt"))
    assert len(reports) == 1
    assert WORD not in reports[0].read_text()


def test_a_full_disk_does_not_hide_the_fault(
    after: Aftermath, window: composition.Window, qtbot: QtBot, home: Path
) -> None:
    home.mkdir()
    (home / crashing.FOLDER).write_text("a file where the folder should be")
    try:
        fails()
    except ValueError as problem:
        after.watch._report(type(problem), problem.__traceback__, __import__("threading").main_thread())
    qtbot.waitUntil(lambda: bool(window.shell.banner.text(BROKEN)))
    assert "report" not in window.shell.banner.text(BROKEN)


def test_a_case_that_was_open_is_offered_again(
    after: Aftermath, window: composition.Window, home: Path, tmp_path: Path
) -> None:
    case = tmp_path / "left open.case"
    case.mkdir()
    (home / crashing.WINDOWS).mkdir(parents=True)
    (home / crashing.WINDOWS / f"{NOBODY}.json").write_text(json.dumps({"case": str(case)}))
    (home / crashing.WINDOWS / f"{os.getppid()}.json").write_text(json.dumps({"case": "runs still"}))
    after.begin()
    assert "left open.case" in window.shell.banner.text(ENDED)
    assert crashing.ended_badly() == (), "it is told once"
    assert (home / crashing.WINDOWS / f"{os.getppid()}.json").exists(), "another window that still runs"


@pytest.mark.parametrize("encrypted", [False, True])
def test_which_case_is_open_is_noted_unless_it_is_encrypted(
    after: Aftermath,
    engine: FakeEngine,
    opened: composition.Window,
    idle: Callable[[], None],
    home: Path,
    encrypted: bool,
) -> None:
    opened.controller.desk.encrypted = encrypted
    after._noted = None
    opened.controller.refresh()
    idle()
    noted = json.loads((home / crashing.WINDOWS / f"{os.getpid()}.json").read_text())
    assert (noted["case"] == "") is encrypted
    after.end()
    assert list((home / crashing.WINDOWS).glob("*.json")) == []


def test_a_process_that_dies_leaves_its_way_for_the_next_window(home: Path) -> None:
    """Control: one that ends well leaves nothing."""
    code = (
        "import faulthandler; from theodolite_desktop import crashing; "
        "w = crashing.Watch(lambda: None, lambda f: None); w.install(); crashing.note_open('x'); {}"
    )
    died = subprocess.run(
        [sys.executable, "-c", code.format("faulthandler._sigsegv()")], capture_output=True, timeout=60
    )
    assert died.returncode < 0
    (ended,) = crashing.ended_badly()
    assert "Segmentation fault" in Path(ended.report).read_text()
    well = subprocess.run(
        [sys.executable, "-c", code.format("w.remove(); crashing.note_closed()")], timeout=60, check=True
    )
    assert well.returncode == 0
    assert crashing.ended_badly() == ()
