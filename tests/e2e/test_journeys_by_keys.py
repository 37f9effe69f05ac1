"""Three investigations by keyboard alone, from the file to the report: no mouse event reaches the window.

One window, each journey on a case of its own; the photographs are those of the sample case.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton

from tests.bench.driving import sample_case
from tests.e2e.examiner import CONTROL, Examiner, choosing
from tests.e2e.keyboard import Keyboard
from theodolite.domain import HintState, Status
from theodolite_desktop.views.dialogs import CaseForm
from theodolite_desktop.views.verdict_dialog import VerdictDialog

pytestmark = [pytest.mark.packs, pytest.mark.alone]
TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_case(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def keys(examiner: Examiner) -> Iterator[Keyboard]:
    with Keyboard(examiner) as made:
        yield made
    examiner.controller.close_case()
    examiner.wait(lambda: not examiner.controller.path)


@pytest.fixture
def sample(examiner: Examiner, built: Path, tmp_path: Path) -> Path:
    """A copy of the sample case, open, with its candidates."""
    case = tmp_path / "sample.case"
    shutil.copytree(built, case)
    examiner.controller.open_case(case)
    examiner.wait(lambda: examiner.controller.snapshot is not None and examiner.snapshot.ranking is not None)
    examiner.rest()
    return case


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
    keys.press(Key.Key_F5)
    examiner.rest()
    assert examiner.shell.centre == "Report"
    with choosing(tmp_path / "out"), answered_by_return(examiner, keys):
        keys.press(Key.Key_E, CONTROL)
    examiner.wait(lambda: list((tmp_path / "out").rglob("*.json")))
    examiner.rest()
    written = next((tmp_path / "out").rglob("*.json"))
    assert "Where was E1 taken?" in written.read_text(encoding="utf-8"), "names of files stay here"


def answered_by_return(examiner: Examiner, keys: Keyboard) -> Any:
    """Whatever dialog comes up is gone through to its default button by Tab, and taken."""

    def act(box: QDialog) -> None:
        keys.tab_to(lambda w: isinstance(w, QPushButton) and w.isDefault() and w.isEnabled())
        keys.press(Key.Key_Space)

    return examiner.answering(QDialog, act)


def test_a_mark_a_clue_and_what_it_does(examiner: Examiner, keys: Keyboard, sample: Path) -> None:
    """The tower is marked as a box drawn by arrow keys, written down, seen in the ranking, undone, redone."""
    examiner.shell.exhibits.list.setFocus()
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
    keys.tab_to(lambda w: isinstance(w, QLineEdit) and w.accessibleName() == "Observation")
    keys.type("a row of arches at street level")
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


def test_a_candidate_is_compared_rejected_and_kept(
    examiner: Examiner, keys: Keyboard, sample: Path, tmp_path: Path
) -> None:
    """F3 compares with the next reference; in the list of candidates X rejects one, with a reason."""
    keys.press(Key.Key_F3)
    examiner.rest()
    compare = examiner.shell.compare
    assert compare.isVisible()
    keys.press(Key.Key_PageDown)
    examiner.rest()
    examiner.wait(lambda: compare.current != "")
    keys.press(Key.Key_F2)
    candidates = examiner.shell.inspector.candidates
    examiner.shell.inspector.show_tab("Candidates")
    keys.pane(examiner.shell.inspector)
    keys.tab_to(lambda w: candidates.isAncestorOf(w))
    keys.press(Key.Key_Down)
    chosen = next(card for card in examiner.cards() if card.candidate.status is Status.SUGGESTED)

    def reject(box: VerdictDialog) -> None:
        keys.tab_to(lambda w: "eason" in w.accessibleName())
        keys.type("the view does not match the place")
        keys.tab_to(lambda w: isinstance(w, QPushButton) and w.isDefault())
        keys.press(Key.Key_Space)

    candidates.select(chosen.candidate.id)
    with examiner.answering(VerdictDialog, reject) as said:
        keys.press(Key.Key_X)
    examiner.rest()
    assert any(chosen.candidate.label in line for line in said)
    after = {card.candidate.id: card.candidate for card in examiner.cards()}
    assert after[chosen.candidate.id].status is Status.REJECTED
    record = [json.dumps(text) for action, text in examiner.log() if action.startswith("verdict")]
    assert any("the view does not match the place" in text for text in record)
