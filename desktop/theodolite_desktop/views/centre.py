"""The centre: one page, or two side by side. Pages are shown, hidden and moved, never given a new parent."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from theodolite_desktop.arranging import halves
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme, tokens
from theodolite_desktop.views.controls import IconButton, Strip, strip

CENTRE = (mark("Image"), mark("Compare"), mark("Map"), mark("Report"))
BESIDE = {"Image": "Map", "Compare": "Map", "Map": "Image", "Report": "Image"}
"""What a split shows beside a page."""

READING = ("Report", "Image", "Compare", "Map")
"""Of two side by side, which one comes first: the photograph before the map."""


class SplitHandle(QWidget):
    """The bar between two pages; ``dragged`` carries where it was taken to, in its parent."""

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).x())


class CentreArea(QWidget):
    """``changed`` carries the page in front when that is another one, ``splitChanged`` whether there are two.

    One side is the active one: where the focus was last, or a tab was chosen.
    """

    changed = Signal(str)
    splitChanged = Signal(bool)

    def __init__(self, theme: Theme, pages: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._pages = dict(pages)
        self._sides: list[str] = [CENTRE[0]]
        self._active, self._ratio = 0, 0.5
        self._told = CENTRE[0]
        for page in self._pages.values():
            page.setParent(self)
            page.hide()
        self._rows: list[Strip] = []
        self.bars: list[QTabBar] = []
        for side, name in enumerate((tr("Views"), tr("Views of the second pane"))):
            self._add_bar(theme, side, name)
        self._handle = SplitHandle(self)
        self._handle.dragged.connect(self._drag)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._show()

    def _add_bar(self, theme: Theme, side: int, name: str) -> None:
        row, layout = strip("tabrow", tokens.TABS, 0)
        row.setParent(self)
        bar = QTabBar()
        bar.setAccessibleName(name)
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setUsesScrollButtons(False)
        bar.setElideMode(Qt.TextElideMode.ElideRight)
        for page in CENTRE:
            bar.addTab(tr(page))
        bar.currentChanged.connect(lambda number, side=side: self._picked(side, number))
        bar.tabBarClicked.connect(lambda number, side=side: self._activate(side))
        layout.addWidget(bar)
        layout.addStretch(1)
        if side:
            button = IconButton(
                theme, "close", tr("Close the second pane"), key="Ctrl+\\", size=16, action=self._unsplit
            )
        else:
            button = IconButton(
                theme,
                "view-split-vertical",
                tr("Split the centre"),
                key="Ctrl+\\",
                size=18,
                action=self.toggle_split,
            )
            self._split_button = button
        layout.addWidget(button)
        layout.addSpacing(4)
        self._rows.append(row)
        self.bars.append(bar)

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The page of the active side."""
        return self._sides[self._active]

    @property
    def page(self) -> QWidget:
        return self._pages[self.current]

    def sides(self) -> tuple[str, ...]:
        """The pages in view, from the reading side."""
        return tuple(self._sides)

    @property
    def is_split(self) -> bool:
        return len(self._sides) == 2

    @property
    def ratio(self) -> float:
        return self._ratio

    def shows(self, name: str) -> bool:
        return name in self._sides

    def show_page(self, name: str) -> None:
        """Bring a page to the front: where it already is, else on the active side."""
        if name in self._sides:
            self._active = self._sides.index(name)
        elif name in self._pages:
            self._sides[self._active] = name
        self._show()

    def set_sides(self, names: tuple[str, ...], ratio: float = 0.5) -> None:
        """One or two pages; the first becomes the active one."""
        known = [name for name in names if name in self._pages][:2]
        if known:
            self._sides = list(dict.fromkeys(known))
            self._active, self._ratio = 0, min(max(ratio, 0.1), 0.9)
            self._show()

    def toggle_split(self) -> None:
        if self.is_split:
            self._unsplit()
        else:
            both = {self.current, BESIDE[self.current]}
            self._sides = sorted(both, key=READING.index)
            self._active = self._sides.index(self._told)
            self._show()

    def _unsplit(self) -> None:
        """The page of the active side stays."""
        self._sides, self._active = [self.current], 0
        self._show()

    def _picked(self, side: int, number: int) -> None:
        name = CENTRE[number]
        if side < len(self._sides) and self._sides[side] != name:
            if name in self._sides:  # the two change places
                self._sides.reverse()
            else:
                self._sides[side] = name
            self._active = side
            self._show()

    def _activate(self, side: int) -> None:
        if side < len(self._sides) and side != self._active:
            self._active = side
            self._show()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.is_split:
            return
        for side, name in enumerate(self._sides):
            page = self._pages[name]
            if page is new or page.isAncestorOf(new):
                self._activate(side)

    def _show(self) -> None:
        for side, bar in enumerate(self.bars):
            inside = side < len(self._sides)
            self._rows[side].setVisible(inside)
            if inside:
                bar.blockSignals(True)
                bar.setCurrentIndex(CENTRE.index(self._sides[side]))
                bar.blockSignals(False)
                _rename(bar, "" if side == self._active else "resting")
        self._split_button.setVisible(not self.is_split)
        was_split = not self._handle.isHidden()
        self._handle.setVisible(self.is_split)
        self._arrange()
        for name, page in self._pages.items():
            page.setVisible(name in self._sides)
        if was_split != self.is_split:
            self.splitChanged.emit(self.is_split)
        if self._told != self.current:
            self._told = self.current
            self.changed.emit(self.current)

    # --- where it is shown ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        widths = halves(width, self._ratio) if self.is_split else (width,)
        left = 0
        for side, name in enumerate(self._sides):
            top = self._rows[side].height()
            self._rows[side].setGeometry(self._mirrored(QRect(left, 0, widths[side], top)))
            self._pages[name].setGeometry(self._mirrored(QRect(left, top, widths[side], height - top)))
            left += widths[side] + tokens.SPLITTER
        if self.is_split:
            self._handle.setGeometry(self._mirrored(QRect(widths[0], 0, tokens.SPLITTER, height)))
            self._handle.raise_()

    def _mirrored(self, rect: QRect) -> QRect:
        """Right to left, the first side is at the right."""
        if self.isRightToLeft():
            return QRect(QPoint(self.width() - rect.x() - rect.width(), rect.y()), rect.size())
        return rect

    def _drag(self, x: int) -> None:
        x = self.width() - x if self.isRightToLeft() else x
        self._ratio = min(max(x / max(1, self.width()), 0.1), 0.9)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._arrange()


def _rename(widget: QWidget, name: str) -> None:
    """Another name is another rule of the style sheet."""
    if widget.objectName() != name:
        widget.setObjectName(name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
