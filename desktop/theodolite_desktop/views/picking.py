"""Clicks in the photograph that name points: the three of a shadow, one for a sighting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.canvas import Canvas
from theodolite_desktop.views.label import Label

SHADOW = (
    mark("1 of 3: click the foot of an upright object. Esc cancels."),
    mark("2 of 3: click its top."),
    mark("3 of 3: click the end of its shadow."),
)
SIGHTING = (mark("Click where the point stands in the photograph. Esc cancels."),)
Point = tuple[float, float]


class Picking(QObject):
    """Collects as many points as there are instructions; fractions of the upright picture.

    ``picked`` carries them; ``ended`` comes in any case. The lines from the first point stay in view until
    :meth:`clear`.
    """

    picked = Signal(object)
    ended = Signal(bool)

    def __init__(self, theme: Theme, canvas: Canvas, page: QWidget) -> None:
        super().__init__(page)
        self._canvas, self._page = canvas, page
        self._steps: tuple[str, ...] = ()
        self._points: list[Point] = []
        self.guide = Label(theme, "", "strong", "guide", parent=page)
        self.guide.hide()
        canvas.pointPicked.connect(self._on_point)

    @property
    def active(self) -> bool:
        return bool(self._steps)

    def begin(self, steps: tuple[str, ...]) -> bool:
        """Take the next clicks; False where there is no picture to click in."""
        if self._canvas.picture is None or not self._canvas.isVisible():
            return False
        self.cancel()
        self._steps, self._points = steps, []
        self._canvas.set_pointing(True)
        self._canvas.setFocus()
        self._show()
        return True

    def cancel(self) -> None:
        """Forget the points; nothing is announced but the end."""
        if self.active:
            self._end(done=False)
        self.clear()

    def clear(self) -> None:
        self._points = []
        self._canvas.set_trace((), live=False)

    def redraw(self) -> None:
        """After the view was turned or mirrored."""
        self._trace()

    def _on_point(self, x: float, y: float) -> None:
        if not self.active:
            return
        width, height = self._canvas.size_of_image
        self._points.append((x / width, y / height))
        if len(self._points) < len(self._steps):
            self._show()
        else:
            points = tuple(self._points)
            self._end(done=True)
            self._trace()
            self.picked.emit(points)

    def _end(self, *, done: bool) -> None:
        self._steps = ()
        self._canvas.set_pointing(False)
        self.guide.hide()
        self.ended.emit(done)

    def _show(self) -> None:
        self.say(tr(self._steps[len(self._points)]))
        self._trace()

    def say(self, text: str) -> None:
        """What to do next, over the picture."""
        self.guide.setText(text)
        self.guide.setAccessibleName(self.guide.text())
        self.guide.adjustSize()
        at = self._canvas.mapTo(self._page, self._canvas.rect().topLeft())
        self.guide.move(at.x() + (self._canvas.width() - self.guide.width()) // 2, at.y() + 12)
        self.guide.show()
        self.guide.raise_()

    def _trace(self) -> None:
        width, height = self._canvas.size_of_image
        points = tuple((x * width, y * height) for x, y in self._points)
        self._canvas.set_trace(points, live=self.active)
