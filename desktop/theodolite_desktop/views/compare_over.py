"""What is drawn over the exhibit: the reference at a slider, more or less opaque, blinking, subtracted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from theodolite_desktop import aligning
from theodolite_desktop.covering import Cover
from theodolite_desktop.side_by_side import Mode
from theodolite_desktop.views.compare_board import Board
from theodolite_desktop.views.compare_canvas import Overlay


class Over(QObject):
    """``changed``: another mode or opacity. Nothing of a covered picture shows through."""

    #: Slower than what is known to harm people who react to flashes.
    BLINK_MS = 500
    changed = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self.exhibit, self.cover = "", Cover()
        self._on = False
        self._timer = QTimer(self)
        self._timer.setInterval(self.BLINK_MS)
        self._timer.timeout.connect(self._tick)

    # --- what a person asks for ----------------------------------------------------------------------

    def toggle_mode(self, mode: Mode) -> None:
        """Slider or difference, or the pictures side by side again."""
        self._stop()
        self._board.change(mode="side by side" if self._board.setup.mode == mode else mode)
        self._done()

    def set_opacity(self, opacity: int) -> None:
        opacity = min(100, max(0, opacity))
        self._stop()
        self._board.change(opacity=opacity, mode="opacity" if opacity else "side by side")
        self._done()

    def set_split(self, share: float) -> None:
        """Where the slider stands, as a share of the width."""
        self._board.change(split=share)
        self.refresh()

    @property
    def opacity(self) -> int:
        """0 to 100; 0 in every other mode."""
        setup = self._board.setup
        return setup.opacity if setup.mode == "opacity" else 0

    def toggle_ab(self) -> None:
        """The exhibit, or the reference in its place."""
        self.set_opacity(0 if self.opacity == 100 else 100)

    def fade(self, step: int) -> None:
        self.set_opacity(self.opacity + step)

    @property
    def blinking(self) -> bool:
        return self._timer.isActive()

    def toggle_blink(self) -> None:
        self.set_blinking(not self.blinking)

    def set_blinking(self, on: bool) -> None:
        if on != self.blinking:
            self._on = on
            self._timer.start() if on else self._timer.stop()
            self._done()

    def _stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        self._on = not self._on
        self.refresh()

    def _done(self) -> None:
        self.refresh()
        self.changed.emit()

    # --- what is seen ----------------------------------------------------------------------------------

    @property
    def shown(self) -> bool:
        """Whether the reference is drawn over the exhibit, now or at the next blink."""
        return self.blinking or self._board.first.canvas.overlay is not None

    def refresh(self) -> None:
        """Draw over the exhibit what belongs there now."""
        self._board.first.canvas.put_over(self._overlay())

    def _overlay(self) -> Overlay | None:
        board, setup = self._board, self._board.setup
        pane = board.facing
        picture, aligned = pane.canvas.picture, board.relation(pane)
        if picture is None or aligned is None or self.cover.hides_key(pane.key, self.exhibit):
            return None
        view = aligning.over(board.first.canvas.viewport, aligned)
        if self.blinking:
            return Overlay(picture, view, "opacity") if self._on else None
        if setup.mode == "opacity":
            return Overlay(picture, view, "opacity", setup.opacity / 100) if setup.opacity else None
        if setup.mode == "side by side":
            return None
        return Overlay(picture, view, setup.mode, split=setup.split)
