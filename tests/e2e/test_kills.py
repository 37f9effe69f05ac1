"""Step 19 of the worked investigation: workers and window die by SIGKILL, and nothing confirmed is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import tower
from tests.e2e.examiner import LEFT, Examiner
from theodolite_desktop.views.messages import LiveView

pytestmark = [pytest.mark.packs, pytest.mark.corpora, pytest.mark.alone]
CONFIRMED = 6


def kill(pid: int | None) -> None:
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def notice(examiner: Examiner) -> str:
    return examiner.shell.status.notice.text()


def test_the_vision_worker_dies_while_it_reads(examiner: Examiner, material: tower.Material) -> None:
    engine = examiner.controller.desk.engine
    examiner.drop(*material.exhibits)
    examiner.wait(
        lambda: any(e.examined for e in examiner.snapshot.exhibits) if examiner.controller.snapshot else False
    )
    examiner.wait(
        lambda: any(title == "Reading exhibits" for _, title, _ in examiner.controller.runner.jobs())
    )
    kill(engine.vision.pid)
    examiner.wait(lambda: "vision worker ended unexpectedly" in notice(examiner))
    assert "Nothing that was confirmed is lost" in notice(examiner)
    assert examiner.shell.isVisible()
    examiner.rest()
    examiner.picture("vision-worker-killed")
    read = [exhibit.examined for exhibit in examiner.snapshot.exhibits]
    assert len(read) == 3
    assert not all(read)
    examiner.shell.commands.actions["exhibit.examine"].trigger()
    examiner.wait(lambda: all(exhibit.examined for exhibit in examiner.snapshot.exhibits))
    examiner.rest()
    examiner.open_exhibit("E2")
    assert examiner.cards()[0].candidate.label.endswith("(GPS of E2)")


def test_the_language_worker_dies_while_it_writes(examiner: Examiner) -> None:
    talk, engine = examiner.shell.conversation, examiner.controller.desk.engine

    def writing() -> list[LiveView]:
        return [view for view in talk.transcript.views() if isinstance(view, LiveView)]

    examiner.qtbot.mouseClick(talk.abilities.phrase, LEFT)
    examiner.wait(lambda: writing() and writing()[0].text.text().strip())
    examiner.picture("model-writing")
    kill(engine.language.pid)
    examiner.wait(lambda: "language worker ended unexpectedly" in notice(examiner))
    examiner.rest()
    assert examiner.shell.isVisible()
    kept = examiner.snapshot.state.messages  # what it had written before it died, if it had written anything
    assert all("was stopped after" in message.text and message.exchange for message in kept)
    assert len(kept) <= 1
    assert not writing()
    examiner.qtbot.mouseClick(talk.abilities.phrase, LEFT)
    examiner.wait(lambda: len(examiner.snapshot.state.messages) == len(kept) + 1)
    examiner.rest()
    message = examiner.snapshot.state.messages[-1]
    assert message.author in ("model", "system")
    said = examiner.texts(talk)
    names = " ".join(view.accessibleName() for view in talk.transcript.views())
    assert message.text.split("\n")[0] in names
    if message.author == "model":
        assert any(text.startswith("Model text, not evidence") for text in said)
    examiner.picture("model-wrote")


def test_the_window_dies_while_a_person_works(examiner: Examiner, tmp_path: Path) -> None:
    case = Path(examiner.controller.path)
    examiner.shell.commands.run("case.close")
    examiner.wait(lambda: not examiner.controller.path)
    examiner.rest()
    confirmed = work_until_killed(case)
    assert "view E2 Report Custody" in confirmed
    hints = [line.removeprefix("hint ") for line in confirmed if line.startswith("hint ")]
    assert len(hints) >= CONFIRMED
    examiner.controller.open_case(case)
    examiner.wait(lambda: examiner.controller.snapshot is not None)
    examiner.rest()
    kept = [hint.text for hint in examiner.snapshot.state.hints]
    assert kept[: len(hints)] == hints
    assert len(kept) <= len(hints) + 1, "at most what was being said when it died"
    assert [view.chip.id for view in map(examiner.chip, range(len(kept)))] == [
        f"H{n + 1}" for n in range(len(kept))
    ]
    assert [e.name for e in examiner.snapshot.exhibits] == ["forwarded.jpg", "DSCN0029.jpg", "DSCN0010.jpg"]
    seen = (examiner.snapshot.exhibit, examiner.shell.centre, examiner.shell.inspector.current)
    assert seen == ("E2", "Report", "Custody")
    examiner.picture("window-reopened")
    copy = tmp_path / "copy.case"
    shutil.copytree(case, copy)
    assert json.loads(tower.command("verify", str(copy), "--json"))["data"]["intact"]


def work_until_killed(case: Path) -> list[str]:
    """What a window in a process of its own had confirmed when it was killed in mid-work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.dying_window", str(case)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.strip())
        if len(lines) > CONFIRMED:
            process.kill()
            break
    rest, problems = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, problems[-3000:]
    return [*lines, *rest.split("\n")[:-1]]
