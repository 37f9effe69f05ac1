"""The workspace: what stands where at each size, what moves, what is kept, settings, keys, jobs, printing."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.desktop.fake_engine import FakeEngine
from theodolite.engine import naming
from theodolite.jobs import Progress
from theodolite_desktop import keymap, pack_fetching
from theodolite_desktop.actions import COMMANDS, command
from theodolite_desktop.app import Window
from theodolite_desktop.arranging import LEAST_CENTRE, arrangement, halves
from theodolite_desktop.job_log import JobLog
from theodolite_desktop.operations import printing
from theodolite_desktop.packs_install import PacksInstall
from theodolite_desktop.settings import InMemory, Settings
from theodolite_desktop.theme import qss, sizes, tokens
from theodolite_desktop.views.settings_dialog import SettingsDialog
from theodolite_desktop.views.snapshot_dialog import SnapshotDialog

Idle = Callable[[], None]


# --- pure ---------------------------------------------------------------------------------------------------


@given(st.integers(960, 4000), st.sampled_from(sizes.SCALES))
def test_every_width_and_text_size_leaves_room_for_the_centre(width: int, scale: float) -> None:
    found = arrangement(width, scale)
    beside = {"wide": found.left + found.right, "compact": found.left + found.right, "small": found.left + 88}
    assert width - beside[found.mode] - 2 * tokens.SPLITTER >= LEAST_CENTRE
    assert found.overlay_left < width
    assert found.overlay_right < width


@given(st.integers(10, 5000), st.floats(-1, 2))
def test_two_halves_and_the_splitter_are_the_whole(width: int, ratio: float) -> None:
    first, second = halves(width, ratio)
    assert first + second + tokens.SPLITTER == max(width, 6)
    assert min(first, second) >= min(LEAST_CENTRE, (max(width, 6) - tokens.SPLITTER) // 2)


@given(st.integers(1, 2000), st.sampled_from(sizes.SCALES))
def test_a_scaled_length_is_known_again(pixels: int, scale: float) -> None:
    assert sizes.designed(round(pixels * scale), scale) == pixels


def test_the_sheet_grows_what_holds_text_and_leaves_the_rest() -> None:
    once, twice = qss.build(tokens.LIGHT), qss.build(tokens.LIGHT, 2.0)
    assert "min-height: 30px; max-height: 30px" in once
    assert "min-height: 60px; max-height: 60px" in twice
    assert "max-height: 6px" in once
    assert "max-height: 6px" in twice
    assert "~" not in once + twice


def test_the_keys_of_the_table_meet_nowhere_and_single_ones_can_be_off() -> None:
    keys = keymap.assigned(COMMANDS, {})
    assert keymap.conflicts(COMMANDS, keys) == ()
    off = keymap.assigned(COMMANDS, {}, single=False)
    left = [key for keys in off.values() for key in keys]
    assert not any(keymap.is_single(key) for key in left)
    assert {key for keys in keys.values() for key in keys if not keymap.is_single(key)} == set(left)


def test_a_key_that_is_taken_is_given_up_by_the_other_and_can_be_had_back() -> None:
    box, turn = command("image.box"), command("image.turn")
    keys = keymap.assigned(COMMANDS, {})
    assert keymap.taken_by(COMMANDS, keys, box, "R") == turn
    assert keymap.taken_by(COMMANDS, keys, command("clues.reject"), "R") is None
    changed = keymap.with_key({}, box, "R", give_up=turn)
    assert keymap.conflicts(COMMANDS, keymap.assigned(COMMANDS, changed)) == ()
    assert changed == {"image.box": ("R",), "image.turn": ()}
    assert keymap.with_key(keymap.with_key({}, box, "Q"), box, "B") == {}


def test_settings_come_back_and_what_cannot_be_read_is_as_at_first() -> None:
    keeper = InMemory()
    settings = Settings(keeper)
    settings.scale, settings.single_keys, settings.keys = 1.5, False, {"image.box": ("Q",)}
    settings.recheck_minutes, settings.appearance = 120, "dark"
    again = Settings(keeper)
    assert (again.scale, again.single_keys, again.keys) == (1.5, False, {"image.box": ("Q",)})
    assert (again.recheck_minutes, again.appearance) == (120, "dark")
    for name in ("text-scale", "keys", "recheck-minutes", "appearance"):
        keeper.setValue(name, "][")
    assert (again.scale, again.keys, again.recheck_minutes, again.appearance) == (1.0, {}, 30, "system")


def test_a_job_says_what_is_left_only_when_it_can_be_known() -> None:
    now = [100.0]
    log = JobLog(lambda: now[0], lambda: None)
    log.begin(1, "Reading")
    log.begin(2, "")
    assert [line.id for line in log] == [1]
    now[0] = 101.0
    log.progress(1, Progress("", 50, 100))
    (line,) = log
    assert line.left(now[0]) is None
    now[0] = 110.0
    log.progress(1, Progress("", 25, 100))
    (line,) = log
    assert line.left(now[0]) == pytest.approx(30.0)
    ended = log.end(1, "failed", "why")
    assert ended is not None
    assert (ended.seconds(999.0), ended.left(999.0), ended.why) == (10.0, None, "why")
    for number in range(3, 100):
        log.begin(number, "x")
        log.end(number, "finished")
    assert len(list(log)) == 60
    log.forget_ended()
    assert list(log) == []


def test_what_the_fetching_program_prints_is_read() -> None:
    from theodolite.cli.output import line

    found = pack_fetching.read_line(line(Progress("Fetching vision-starter", 31_000_000, 89_632_703)))
    assert found == pack_fetching.Fetch("running", "Fetching vision-starter", 31_000_000, 89_600_000)
    found = pack_fetching.read_line(line(Progress("Writing the heights")))
    assert found == pack_fetching.Fetch("running", "Writing the heights")
    assert pack_fetching.read_line("theodolite: Checksum differs.") is None
    assert pack_fetching.problem("theodolite: Checksum differs.", "no") == "Checksum differs."


def test_a_name_for_a_moment_is_checked() -> None:
    assert naming.checked("  before   the review ") == "before the review"
    for bad in ("", "  ", "x" * 121):
        with pytest.raises(naming.InputError):
            naming.checked(bad)


# --- what stands where --------------------------------------------------------------------------------------


def test_list_and_inspector_open_over_the_centre_where_there_is_no_room(opened: Window, qtbot: QtBot) -> None:
    shell, layout = opened.shell, opened.shell.layout_of_panes
    shell.resize(1024, 700)
    qtbot.waitUntil(lambda: layout.mode == "compact")
    shell.commands.run("view.left")
    assert layout.over_left.open
    assert shell.exhibits.width() >= 250
    assert shell.centre_area.width() == 632
    assert shell.commands.actions["view.left"].isChecked()
    layout.over_left.leave()
    qtbot.waitUntil(lambda: shell.exhibits.width() == 64)
    opened.theme.set_scale(2.0)
    try:
        qtbot.waitUntil(lambda: layout.mode == "small")
        assert not layout.inspector.isVisible()
        assert layout.rail.isVisible()
        assert shell.hint_line.isVisible()
        assert shell.hint_line.parentWidget() is layout.foot
        qtbot.mouseClick(layout.rail.findChildren(QWidget)[1], Qt.MouseButton.LeftButton)
        assert layout.over_right.open
        assert shell.inspector.isVisible()
        assert layout.escape()
        assert not layout.over_right.open
    finally:
        opened.theme.set_scale(1.0)
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: layout.mode == "wide")
    assert shell.hint_line.parentWidget() is layout.talk_slot


def test_the_hint_line_stays_in_view_when_panels_close(opened: Window) -> None:
    shell, layout = opened.shell, opened.shell.layout_of_panes
    layout.talk.close()
    assert shell.hint_line.isVisible()
    assert shell.hint_line.parentWidget() is layout.right_slot
    shell.commands.run("view.right")
    assert not layout.inspector.shown
    assert shell.hint_line.parentWidget() is layout.foot
    shell.commands.run("view.right")
    assert layout.inspector.shown
    assert shell.hint_line.parentWidget() is layout.talk_slot


def test_a_panel_detaches_and_comes_back(opened: Window, qtbot: QtBot) -> None:
    layout = opened.shell.layout_of_panes
    opened.shell.commands.run("view.arrange")
    assert layout.inspector._title.isVisible()
    assert opened.shell.commands.actions["view.arrange"].isChecked()
    opened.shell.commands.run("view.arrange")
    assert not layout.inspector._title.isVisible()
    layout.talk.detach()
    assert layout.talk.isFloating()
    assert layout.talk._title.isVisible()
    assert opened.shell.conversation.isVisible()
    opened.shell.resize(1024, 700)
    qtbot.waitUntil(lambda: layout.mode == "compact")
    assert layout.talk.isFloating()
    assert opened.shell.conversation.parentWidget() is layout.talk_slot
    layout.talk.detach()
    assert not layout.talk.isFloating()
    assert opened.shell.conversation.parentWidget() is not layout.talk_slot
    opened.shell.resize(1440, 900)


def test_the_centre_splits_without_giving_a_page_another_parent(opened: Window, qtbot: QtBot) -> None:
    shell, area = opened.shell, opened.shell.centre_area
    parents = [page.parentWidget() for page in (shell.image, shell.compare, shell.map, shell.report)]
    assert parents == [area] * 4
    shell.show_centre("Report")
    shell.commands.run("view.split")
    assert area.sides() == ("Report", "Image")
    assert shell.report.isVisible()
    assert shell.image.isVisible()
    assert shell.centre == "Report"
    area.bars[1].setCurrentIndex(1)
    assert area.sides() == ("Report", "Compare")
    assert shell.centre == "Compare"
    area.bars[1].setCurrentIndex(3)
    assert area.sides() == ("Compare", "Report")
    shell.image.isVisibleTo(shell)
    shell.commands.run("view.split")
    assert area.sides() == ("Report",)
    assert [p.parentWidget() for p in (shell.image, shell.compare, shell.map, shell.report)] == [area] * 4


def test_the_layout_comes_back_with_the_case_and_can_be_reset(
    opened: Window, idle: Idle, tmp_path: Path
) -> None:
    shell, layout = opened.shell, opened.shell.layout_of_panes
    shell.centre_area.set_sides(("Report", "Image"), 0.7)
    layout.bench.set_widths({"inspector": 420})
    layout.exhibits.close()
    opened.wiring._keep_view()
    idle()
    first = opened.controller.path
    opened.controller.new_case(tmp_path / "two.case", title="Two", question="?")
    idle()
    layout.reset()
    assert shell.centre_area.sides() == ("Image",)
    assert (shell.exhibits.width(), shell.right.width()) == (256, 360)
    assert layout.exhibits.shown
    opened.controller.open_case(Path(first))
    idle()
    assert shell.centre_area.sides() == ("Report", "Image")
    assert shell.centre_area.ratio == pytest.approx(0.7)
    assert not layout.exhibits.shown
    assert shell.right.width() == 420
    layout.reset()


def test_right_to_left_the_panes_stand_the_other_way_round(window: Window, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window.shell.layout_of_panes.reset()
        window.shell.centre_area.set_sides(("Image", "Report"))
        shell = window.shell

        def left(widget: QWidget) -> int:
            return widget.mapTo(shell, widget.rect().topLeft()).x()

        qtbot.waitUntil(lambda: left(shell.inspector) < left(shell.exhibits))
        assert left(shell.report) < left(shell.image)
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        window.shell.layout_of_panes.reset()


def test_text_of_twice_the_size_reaches_every_label_and_goes_back(opened: Window) -> None:
    from theodolite_desktop.views.label import Label

    labels = [one for one in opened.shell.findChildren(Label) if one.font().pixelSize() > 0]
    before = {id(one): one.font().pixelSize() for one in labels}

    def are(times: int) -> bool:
        there = [one for one in labels if isValid(one)]
        return [one.font().pixelSize() for one in there] == [times * before[id(one)] for one in there]

    opened.commands.settings.set_scale(2.0)
    try:
        assert are(2)
        for one in (one for one in labels if isValid(one)):
            one.set_tone(one.objectName())
        assert are(2)
    finally:
        opened.commands.settings.set_scale(1.0)
    assert are(1)


# --- settings, jobs, snapshots, printing --------------------------------------------------------------------


def test_a_key_changed_in_the_settings_acts_and_single_letters_can_be_off(opened: Window) -> None:
    commands = opened.commands.settings
    dialog = SettingsDialog(opened.shell, opened.theme, commands.settings, [("en", "English")])
    dialog.keysChosen.connect(commands._change_keys)
    dialog.singleChosen.connect(commands._set_single)
    dialog.keys.filter.setText("mark a clue with a box")
    assert dialog.keys.current() == command("image.box")
    dialog.keys.field.setKeySequence(QKeySequence("R"))
    assert "Rotate view right" in dialog.keys.note.text()
    dialog.keys._set()
    action = opened.shell.commands.actions
    assert action["image.box"].shortcut().toString() == "R"
    assert action["image.turn"].shortcut().toString() == ""
    dialog.single.setChecked(False)
    assert action["image.box"].shortcut().toString() == ""
    assert action["case.open"].shortcut().toString() == "Ctrl+O"
    dialog.single.setChecked(True)
    dialog.keys._all_back()
    assert action["image.box"].shortcut().toString() == "B"
    dialog.deleteLater()


def test_jobs_are_listed_with_what_is_left_can_be_stopped_and_end_without_taking_the_focus(
    opened: Window, qtbot: QtBot
) -> None:
    runner, shell, panel = opened.controller.runner, opened.shell, opened.commands.jobs.panel
    shell.hint_line.setFocus()
    focus = shell.focusWidget()

    def forever():  # type: ignore[no-untyped-def]
        for number in range(100_000):
            time.sleep(0.001)
            yield Progress("", number, 100_000)

    def bad():  # type: ignore[no-untyped-def]
        yield Progress("", 0, 2)
        raise printing.InputError("No room is left.")

    runner.start("Building", forever)
    runner.start("Writing", bad, failed=lambda _why: None)
    toast = opened.commands.jobs.toast
    qtbot.waitUntil(toast.isVisible)
    assert "Writing failed: No room is left." in toast.text.text()
    assert shell.focusWidget() is focus
    shell.commands.run("view.jobs")
    assert panel.isVisible()
    qtbot.waitUntil(lambda: [line.outcome for line in panel.lines()][:2] == ["running", "failed"])
    row = panel._rows[panel.lines()[0].id]
    qtbot.waitUntil(lambda: " of 100000" in row.state.text())
    qtbot.mouseClick(row.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.lines()[0].outcome == "cancelled")
    qtbot.waitUntil(lambda: "Stopped after" in row.state.text())
    shell.commands.run("view.jobs")
    assert not panel.isVisible()


def test_hashes_are_checked_again_while_a_case_is_open(opened: Window, idle: Idle, qtbot: QtBot) -> None:
    settings = opened.commands.settings
    assert settings._recheck.isActive()
    checked: list[object] = []
    opened.controller.verified.connect(checked.append)
    settings._recheck.timeout.emit()
    qtbot.waitUntil(lambda: len(checked) == 1)
    settings._set_recheck(0)
    assert not settings._recheck.isActive()
    settings._set_recheck(30)
    opened.controller.close_case()
    idle()
    assert not settings._recheck.isActive()


def test_control_s_names_a_moment_of_the_log(
    opened: Window, engine: FakeEngine, idle: Idle, qtbot: QtBot
) -> None:
    def name() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SnapshotDialog):
            QTimer.singleShot(10, name)
            return
        assert not dialog.record.isEnabled()
        dialog.field.setText("before the review")
        dialog.record.click()

    QTimer.singleShot(0, name)
    opened.shell.commands.run("case.saved")
    idle()
    assert "before the review" in opened.shell.status.notice.text()
    record = engine.sessions[opened.controller.path].records[-1]
    assert record.action == naming.SNAPSHOT


def test_a_snapshot_is_a_record_of_the_log_that_verifies(tmp_path: Path) -> None:
    from theodolite.engine import Engine

    engine = Engine()
    session = engine.new_case(tmp_path / "a.case", title="A", operator="P1")
    head = session.state.log_head
    session.snapshot("before the review")
    session.snapshot("after it")
    first, second = session.snapshots()
    assert (first.name, first.head, first.records) == ("before the review", head, first.sequence - 1)
    assert second.head == session.store.log()[first.sequence - 1].hash
    session.close()
    engine.dispose()


def test_printers_are_those_of_the_service_here_and_a_refusal_names_the_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    path = tmp_path / "s"
    said = tmp_path / "said"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        for name, text in (
            ("lpstat", 'echo "Office accepting requests since today"; echo "Hall accepting requests"'),
            (
                "lp",
                f'echo "$CUPS_SERVER $@" > {said}; [ "$2" = Office ] || {{ echo "no paper" >&2; exit 1; }}',
            ),
        ):
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\n{text}\n")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        monkeypatch.setattr(printing, "SOCKETS", (path,))
        assert printing.queues(desk=None) == ("Office", "Hall")  # type: ignore[arg-type]
        sheet = printing.Written("/x/report.pdf", 1, "00")
        printing._send(sheet, "Office")
        assert said.read_text() == f"{path} -d Office -- /x/report.pdf\n"
        with pytest.raises(printing.InputError, match=r"Hall did not take the report: no paper\. The PDF"):
            printing._send(sheet, "Hall")
    monkeypatch.setattr(printing, "SOCKETS", ())
    assert printing.queues(desk=None) == ()  # type: ignore[arg-type]


def test_a_pack_that_fails_says_so_in_its_row_and_the_next_goes_on(
    window: Window, idle: Idle, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a program that prints what the real one prints."""
    program = tmp_path / "fetch"
    program.write_text(
        "#!/bin/sh\n"
        'echo "[###...]  50%  Fetching $1, 45.0 of 90.0 MB"\n'
        '[ "$1" = faces ] && { echo "theodolite: Checksum differs: file refused." >&2; exit 1; }\n'
        '[ "$1" = gallery ] && exec sleep 60\n'
        "exit 0\n"
    )
    program.chmod(0o700)
    monkeypatch.setattr(
        "theodolite_desktop.packs_install.fetch_command", lambda names: [str(program), *names]
    )
    packs: PacksInstall = window.commands.packs
    packs.show()
    idle()
    page = window.shell.packs
    assert {"faces", "gallery", "map-ui"} <= set(page._rows)
    packs.fetch(("faces", "gallery", "map-ui"))
    qtbot.waitUntil(lambda: page._rows["faces"].trouble.isVisible())
    assert page._rows["faces"].problem.text() == "Checksum differs: file refused."
    row = page._rows["gallery"]
    qtbot.waitUntil(lambda: row.amount.text() == "45.0 MB of 90.0 MB")
    assert page._rows["map-ui"].amount.text() == "Waiting for its turn"
    button = row.cancel
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: packs._process is None and not packs._line)
    idle()
    assert set(packs._fetches) == {"faces"}
    outcomes = {line.title: line.outcome for line in window.controller.runner.log}
    assert outcomes["Fetching faces"] == "failed"
    assert outcomes["Fetching gallery"] == "cancelled"
    assert outcomes["Fetching map-ui"] == "finished"
