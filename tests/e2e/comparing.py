"""What an examiner does in Compare: chooses, sets anchors, locks, drags, keeps; and how far it is off."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt

from tests.e2e.examiner import CONTROL, LEFT, NONE, Examiner
from theodolite_desktop.views.compare_keep import KeepDialog
from theodolite_desktop.views.compare_pane import Pane

Pair = tuple[tuple[float, float], tuple[float, float]]


def open_beside(examiner: Examiner, name: str) -> None:
    """Compare the exhibit in view with what the menu of the reference's pane calls so."""
    examiner.press(Qt.Key.Key_F3)
    examiner.rest()
    page = examiner.shell.compare
    assert page.isVisible()
    menu = page.standing.menu(1)
    entries = [action for action in menu.actions() if name in action.text()]
    assert len(entries) == 1, [action.text() for action in menu.actions()]
    entries[0].trigger()
    menu.close()
    examiner.wait(lambda: all(p.canvas.picture is not None for p in (page.left, page.right)))
    examiner.rest()
    page.left.canvas.setFocus()


def anchors(examiner: Examiner, pairs: Sequence[Pair]) -> None:
    """A, then a click on each spot in both pictures; ``pairs`` in pixels of the exhibit, of the reference."""
    page = examiner.shell.compare
    examiner.press(Qt.Key.Key_A)
    for number, (here, there) in enumerate(pairs, 1):
        for pane, spot in ((page.left, here), (page.right, there)):
            at = QPoint(*map(round, pane.canvas.viewport.to_view(*spot)))
            assert pane.canvas.rect().contains(at)
            examiner.qtbot.mouseMove(pane.canvas, at)
            examiner.qtbot.mouseClick(pane.canvas, LEFT, NONE, at)
        assert page.anchors() == number
    page.left.canvas.setFocus()
    examiner.press(Qt.Key.Key_A)
    assert page.tools.anchor.text() == f"{len(pairs)}/3"


def drag(examiner: Examiner, pane: Pane, by: tuple[int, int], modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Take hold of a picture in its middle and move it."""
    start = pane.canvas.rect().center()
    examiner.qtbot.mousePress(pane.canvas, LEFT, modifiers, start)
    for part in (0.5, 1.0):
        at = start + QPoint(round(by[0] * part), round(by[1] * part))
        examiner.qtbot.mouseMove(pane.canvas, at)
    examiner.qtbot.mouseRelease(pane.canvas, LEFT, modifiers, at)


def off(examiner: Examiner) -> float:
    """How far the anchors of both pictures are from lying at one place of their panes, at most; in pixels of
    the larger-scaled picture's source."""
    page = examiner.shell.compare
    left, right = page.left.canvas, page.right.canvas
    found = []
    for here, there in zip(page.setup.anchors, page.setup.side(page.current).anchors, strict=True):
        (ax, ay), (bx, by) = left.viewport.to_view(*here), right.viewport.to_view(*there)
        dx = (ax - left.width() / 2) - (bx - right.width() / 2)
        dy = (ay - left.height() / 2) - (by - right.height() / 2)
        found.append(math.hypot(dx, dy) / min(left.viewport.scale, right.viewport.scale))
    return max(found)


def keep(examiner: Examiner, note: str) -> list[str]:
    """Ctrl+Enter, a conclusion, Keep; what the dialog said before."""

    def conclude(box: KeepDialog) -> None:
        assert box.focusWidget() is box.field
        examiner.qtbot.keyClicks(box.field, note)
        examiner.button(box, "Keep")

    examiner.shell.compare.left.canvas.setFocus()
    with examiner.answering(KeepDialog, conclude) as said:
        examiner.press(Qt.Key.Key_Return, CONTROL)
    examiner.rest()
    return said
