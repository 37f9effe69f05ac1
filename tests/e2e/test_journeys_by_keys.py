"""Three investigations by keyboard alone, from the file to the report: no mouse event reaches the window.

One window, each journey on a case of its own; the photographs are those of the sample case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPushButton

from tests.e2e.examiner import CONTROL, Examiner, choosing
from tests.e2e.keyboard import Keyboard
from theodolite.domain import HintState, Status
from theodolite_desktop.views.dialogs import CaseForm
from theodolite_desktop.views.verdict_dialog import VerdictDialog

pytestmark = [pytest.mark.packs, pytest.mark.alone]
INDEPENDENT = True
TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def keys(examiner: Examiner) -> Iterator[Keyboard]:
    with Keyboard(examiner) as made:
        yield made
    examiner.shut_case()


def opening(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own dialog for files answers with these."""
    answer = staticmethod(lambda *_: ([str(file) for file in files], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)


def test_from_the_file_to_the_report(
    examiner: Examiner, keys: Keyboard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+N, Ctrl+I, read, a hint by Ctrl+L, its chip by Tab and Space, Ctrl+E."""

    def fill(form: CaseForm) -> None:
        keys.tab_to(form.title)
        keys.type("By keys")
        keys.tab_to(form.question)
        keys.type("Where was square.jpg taken?")
        keys.tab_to(lambda w: isinstance(w, QPushButton) and w.text() == "Choose a folder…")
        keys.press(Key.Key_Space)

    with choosing(tmp_path / "keys.case"), examiner.answering(CaseForm, fill):
        keys.press(Key.Key_N, CONTROL)
    examiner.wait(lambda: examiner.controller.snapshot is not None and examiner.controller.desk.prepared)
    examiner.rest()
    opening([TOWER / "square.jpg", TOWER / "forwarded.jpg"], monkeypatch)
    keys.press(Key.Key_I, CONTROL)
    examiner.wait(lambda: len(examiner.snapshot.exhibits) == 2)
    examiner.wait(lambda: all(one.examined for one in examiner.snapshot.exhibits))
    examiner.rest()
    keys.pane(examiner.shell.exhibits)
    keys.press(Key.Key_Down)
    examiner.wait(lambda: examiner.snapshot.exhibit == "E2")
    examiner.rest()
    before = examiner.ranking
    keys.press(Key.Key_L, CONTROL)
    keys.type("in Italy, likely")
    keys.press(Key.Key_Return)
    examiner.rest()
    (hint,) = examiner.snapshot.state.hints
    assert hint.state is HintState.PROPOSED
    chip = examiner.chip()
    keys.tab_to(chip, back=True)
    keys.press(Key.Key_Space)
    examiner.rest()
    assert examiner.snapshot.state.hints[0].state is HintState.ON
    assert examiner.ranking != before
    keys.press(Key.Key_Z, CONTROL)
    examiner.rest()
    assert examiner.ranking == before, "undo restores the former ranking bit for bit"
    assert "Where was E1 taken?" in json.dumps(reported(examiner, keys, tmp_path / "out")), (
        "no names of files"
    )


def reported(examiner: Examiner, keys: Keyboard, out: Path) -> dict[str, Any]:
    """F5, Ctrl+E, through the dialog to its default button by Tab; what the report says to programs."""

    def act(box: QDialog) -> None:
        keys.tab_to(lambda w: isinstance(w, QPushButton) and w.isDefault() and w.isEnabled())
        keys.press(Key.Key_Space)

    keys.press(Key.Key_F5)
    examiner.rest()
    assert examiner.shell.centre == "Report"
    with choosing(out), examiner.answering(QDialog, act):
        keys.press(Key.Key_E, CONTROL)
    examiner.wait(lambda: list(out.rglob("*.json")))
    examiner.rest()
    found: dict[str, Any] = json.loads(next(out.rglob("*.json")).read_text(encoding="utf-8"))
    return found


def test_a_mark_a_clue_and_what_it_does(
    examiner: Examiner, sample: Path, keys: Keyboard, tmp_path: Path
) -> None:
    """The arches are marked as a box drawn by arrow keys, written down, undone, redone, and reported."""
    keys.pane(examiner.shell.exhibits)
    keys.press(Key.Key_Home)
    examiner.wait(lambda: examiner.snapshot.exhibit == "E1")
    examiner.rest()
    keys.press(Key.Key_F2)
    known = {clue.id for clue in examiner.snapshot.clues}
    canvas = examiner.shell.image.canvas
    keys.pane(examiner.shell.image)
    assert canvas.hasFocus()
    keys.press(Key.Key_B)
    keys.press(Key.Key_Return)
    for _ in range(4):
        keys.press(Key.Key_Right, SHIFT)
        keys.press(Key.Key_Down, SHIFT)
    keys.press(Key.Key_Return)
    form = examiner.shell.image.form
    examiner.wait(form.isVisible)
    keys.tab_to(lambda w: isinstance(w, QLineEdit) and w.accessibleName() == "What do you see?")
    keys.type("a row of arches at street level")
    keys.press(Key.Key_Tab)
    keys.type("a town with arcades")
    keys.press(Key.Key_Tab)
    keys.type("printed guide")
    keys.tab_to(lambda w: isinstance(w, QPushButton) and w.text() == "Add clue")
    keys.press(Key.Key_Space)
    examiner.wait(lambda: {clue.id for clue in examiner.snapshot.clues} - known)
    examiner.rest()
    (added,) = [clue for clue in examiner.snapshot.clues if clue.id not in known]
    assert added.by_person
    assert added.box is not None
    assert added.observation == "a row of arches at street level"
    keys.press(Key.Key_Z, CONTROL)
    examiner.rest()
    assert {clue.id for clue in examiner.snapshot.clues} == known
    keys.press(Key.Key_Z, CONTROL | SHIFT)
    examiner.rest()
    assert added.id in {clue.id for clue in examiner.snapshot.clues}
    clues = reported(examiner, keys, tmp_path / "out")["clues"]
    assert added.observation in [clue["observation"] for clue in clues if clue["id"] == added.id]


def test_a_candidate_is_compared_and_rejected(
    examiner: Examiner, sample: Path, keys: Keyboard, tmp_path: Path
) -> None:
    """F3 compares with a reference; in the list of candidates X rejects one, with a reason; the report."""
    keys.press(Key.Key_F3)
    examiner.rest()
    compare = examiner.shell.compare
    assert compare.isVisible()
    keys.tab_to(compare.empty.button)
    keys.press(Key.Key_Space)
    examiner.wait(lambda: compare.current != "")
    examiner.rest()
    first = compare.current
    keys.pane(compare)
    keys.press(Key.Key_PageDown, SHIFT)
    examiner.wait(lambda: compare.current not in ("", first))
    examiner.rest()
    keys.press(Key.Key_F2)
    inspector = examiner.shell.inspector
    keys.pane(inspector)
    keys.tab_to(inspector.bar)
    for _ in range(inspector.bar.count()):
        if inspector.current == "Candidates":
            break
        keys.press(Key.Key_Right)
    assert inspector.current == "Candidates"
    keys.tab_to(inspector.candidates.area)
    listed = examiner.cards()
    wanted = next(n for n, card in enumerate(listed) if card.candidate.status is Status.SUGGESTED)
    keys.press(Key.Key_Down, times=len(listed))
    assert inspector.candidates.chosen()[0].candidate.id == listed[-1].candidate.id
    keys.press(Key.Key_Up, times=len(listed) - 1 - wanted)
    (chosen,) = inspector.candidates.chosen()
    assert chosen.candidate.id == listed[wanted].candidate.id
    reason = "the view does not match the place"

    def reject(box: VerdictDialog) -> None:
        keys.tab_to(lambda w: isinstance(w, QComboBox) and w.accessibleName() == "Reason")
        keys.type(reason)
        keys.tab_to(box.yes)
        keys.press(Key.Key_Space)

    with examiner.answering(VerdictDialog, reject) as said:
        keys.press(Key.Key_X)
    examiner.rest()
    label = chosen.candidate.label
    assert any(label in line for line in said)
    after = next(card.candidate for card in examiner.cards() if card.candidate.label == label)
    assert (after.status, after.reason) == (Status.REJECTED, reason)
    verdicts = reported(examiner, keys, tmp_path / "out")["verdicts"]
    assert reason in [verdict["reason"] for verdict in verdicts if verdict["label"] == label]
