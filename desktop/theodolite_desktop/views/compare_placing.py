"""Points that a person sets in a comparison: anchors that align the pictures, numbers found again."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from theodolite.domain import Box, Clue, CounterMark, MarkShape
from theodolite_desktop import aligning
from theodolite_desktop.aligning import Pair
from theodolite_desktop.language import tr, trn
from theodolite_desktop.side_by_side import ANCHORS
from theodolite_desktop.views.canvas import MarkBox
from theodolite_desktop.views.compare_board import Board
from theodolite_desktop.views.compare_pane import Pane

Tool = Literal["", "anchor", "mark"]


class Placing(QObject):
    """What the next click means. ``toolChanged`` also when the pairs of anchors are others."""

    toolChanged = Signal()
    said = Signal(str)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self.tool: Tool = ""
        self._clues: tuple[Clue, ...] = ()
        self.selected = ""
        for number, pane in enumerate(board.panes):
            pane.canvas.pointPicked.connect(lambda x, y, n=number: self._on_point(n, x, y))

    def set_tool(self, tool: Tool) -> None:
        """Take the next clicks for ``tool``; the same one again, or '', ends it."""
        if tool == "mark" and tool != self.tool and self._numbered(self.selected) is None:
            self.said.emit(tr("Choose a numbered clue first: its number is placed on the reference."))
            tool = ""
        self.tool = "" if tool == self.tool else tool
        for number, pane in enumerate(self._board.panes):
            pane.canvas.set_pointing(self.tool == "anchor" or (self.tool == "mark" and number > 0))
        if self.tool == "anchor":
            self.said.emit(
                tr("Click the same spot in each picture, or go there with the arrows and press Enter.")
            )
        elif self.tool == "mark":
            self.said.emit(
                tr("Click where it is on the reference, or go there with the arrows and press Enter.")
            )
        self.toolChanged.emit()

    def pick(self, pane: Pane) -> bool:
        """The keyboard's click in a pane; whether a point was asked for."""
        if pane.canvas.pointing and pane.canvas.picture is not None:
            pane.canvas.pick()
            return True
        return False

    # --- anchors -------------------------------------------------------------------------------------

    def pairs(self, pane: Pane) -> tuple[Pair, ...]:
        setup = self._board.setup
        return tuple(zip(setup.anchors, setup.side(pane.key).anchors, strict=False))

    def clear(self) -> None:
        """Take the anchors of the exhibit and of what is in view away; the alignment stays."""
        board = self._board
        board.change(anchors=())
        for pane in board.panes[1:]:
            if pane.key:
                board.put_side(pane.key, replace(board.setup.side(pane.key), anchors=()))
        self.draw()
        self.toolChanged.emit()

    def _on_point(self, number: int, x: float, y: float) -> None:
        if self.tool == "anchor":
            self._anchor(number, x, y)
        elif self.tool == "mark" and number:
            self.place(self._board.panes[number], x, y)
            self.set_tool("")

    def _anchor(self, number: int, x: float, y: float) -> None:
        board = self._board
        pane = board.panes[number]
        if number == 0:
            if len(board.setup.anchors) < ANCHORS:
                board.change(anchors=(*board.setup.anchors, (x, y)))
        elif pane.key:
            side = board.setup.side(pane.key)
            if len(side.anchors) < ANCHORS:
                board.put_side(pane.key, replace(side, anchors=(*side.anchors, (x, y))))
        for other in board.panes[1:] if number == 0 else (pane,):
            self._align(other)
        self.draw()
        self.toolChanged.emit()
        if self._complete():
            self.set_tool("")

    def _align(self, pane: Pane) -> None:
        """With as many anchors there as on the exhibit, the picture is laid over them."""
        board = self._board
        pairs = self.pairs(pane)
        if not pairs or len(board.setup.side(pane.key).anchors) != len(board.setup.anchors):
            return
        known = board.relation(pane)
        if known is None:
            return
        aligned = aligning.from_anchors(pairs, known)
        board.align(pane, aligned)
        off = aligning.misfit(pairs, aligned)
        found = trn("Aligned by %n anchors", len(pairs), one="Aligned by %n anchor")
        if len(pairs) == ANCHORS:
            found = tr("{aligned}, at most {pixels} pixels apart", aligned=found, pixels=f"{off:.1f}")
        self.said.emit(found)

    def _complete(self) -> bool:
        shown = [pane for pane in self._board.shown[1:] if pane.key]
        return bool(shown) and all(len(self.pairs(pane)) == ANCHORS for pane in shown)

    # --- numbers -------------------------------------------------------------------------------------

    def show_clues(self, clues: tuple[Clue, ...]) -> None:
        self._clues = clues
        self.draw()

    def select(self, clue: str) -> None:
        """Emphasise a clue wherever its number stands, and bring it into view on the exhibit."""
        self.selected = clue
        self.draw()
        box = next((c.box for c in self._clues if c.id == clue), None)
        canvas = self._board.first.canvas
        if box is not None and canvas.picture is not None:
            canvas.show_box(box)

    def place(self, pane: Pane, x: float, y: float) -> None:
        """The number of the chosen clue at a pixel of the reference there."""
        clue = self._numbered(self.selected)
        if clue is None or not pane.key:
            return
        width, height = pane.canvas.size_of_image
        spot = (min(1.0, max(0.0, x / width)), min(1.0, max(0.0, y / height)))
        board = self._board
        board.setup = board.setup.with_mark(CounterMark(clue.id, pane.key, MarkShape("point", (spot,))))
        board.changed.emit()
        self.draw()
        self.said.emit(tr("Number {number} is on both pictures.", number=clue.mark))

    def place_aligned(self) -> None:
        """The number of the chosen clue where the alignment has it on the reference."""
        board, clue = self._board, self._numbered(self.selected)
        aligned = board.relation(board.facing)
        if clue is None or clue.box is None or aligned is None:
            self.said.emit(tr("Choose a numbered clue first: its number is placed on the reference."))
            return
        width, height = board.first.canvas.size_of_image
        x, y = aligned(*_middle(clue, width, height))
        across, down = board.facing.canvas.size_of_image
        if 0 <= x <= across and 0 <= y <= down:
            self.place(board.facing, x, y)
        else:
            self.said.emit(tr("The alignment has that spot outside the reference."))

    def remove(self) -> None:
        """Take the number of the chosen clue off the reference."""
        board = self._board
        setup = board.setup.without_mark(board.facing.key, self.selected)
        if setup != board.setup:
            board.setup = setup
            board.changed.emit()
            self.draw()

    def draw(self) -> None:
        """Anchors and numbers as they are now."""
        board = self._board
        shown = [
            MarkBox(c.id, c.mark or 0, c.box, c.shape)
            for c in self._clues
            if c.box is not None and c.rejected_reason is None
        ]
        board.first.canvas.set_marks(tuple(shown), self.selected)
        board.first.canvas.set_anchors(board.setup.anchors)
        numbers = {c.id: c.mark for c in self._clues if c.mark and c.rejected_reason is None}
        for pane in board.panes[1:]:
            side = board.setup.side(pane.key)
            pane.canvas.set_anchors(side.anchors)
            found = tuple(
                MarkBox(m.clue, numbers[m.clue] or 0, _around(m.shape), m.shape)
                for m in side.marks
                if m.clue in numbers
            )
            pane.canvas.set_marks(found, self.selected)

    def _numbered(self, clue: str) -> Clue | None:
        return next((c for c in self._clues if c.id == clue and c.mark), None)


def _middle(clue: Clue, width: float, height: float) -> tuple[float, float]:
    points = clue.shape.points if clue.shape is not None else ()
    if points:
        return sum(x for x, _ in points) / len(points) * width, sum(y for _, y in points) / len(
            points
        ) * height
    assert clue.box is not None
    return (clue.box.left + clue.box.right) / 2 * width, (clue.box.top + clue.box.bottom) / 2 * height


def _around(shape: MarkShape) -> Box:
    xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
    return Box(min(xs), min(ys), max(xs), max(ys))
