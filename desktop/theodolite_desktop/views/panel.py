"""A panel: a dock that can be moved, detached to another screen and closed, with a title row of our own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.label import ElidedLabel

TITLE_ROW = 32


class Column(QWidget):
    """What a panel holds, one above the other, without margins."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for widget in widgets:
            self.put(widget)

    def put(self, widget: QWidget, stretch: int = 1) -> None:
        """At the end; taken out of wherever it was."""
        self._layout.addWidget(widget, stretch)


class Panel(QDockWidget):
    """``bare`` ones show no title row while they stand in the window, unless panels are being arranged.

    ``toggled`` carries whether it is to be seen, after that has changed by anybody.
    """

    toggled = Signal(bool)

    def __init__(self, theme: Theme, name: str, title: str, content: QWidget, *, bare: bool = False) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.bare = bare
        self._theme, self._arranging = theme, False
        self.setAcceptDrops(True)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.setWidget(content)
        self.setAccessibleName(title)
        self._none = QWidget()
        self._none.setFixedHeight(0)
        self._title, row = strip("paneltitle", TITLE_ROW, 12, 2)
        row.addWidget(ElidedLabel(theme, title, "strong", end=True), 1)
        self._detach = IconButton(
            theme, "dock-window", tr("Detach {name}", name=title), size=16, action=self.detach
        )
        close = IconButton(theme, "close", tr("Close {name}", name=title), size=16, action=self.close)
        for button in (self._detach, close):
            row.addWidget(button)
        row.setContentsMargins(12, 0, 4, 0)
        self.topLevelChanged.connect(self.dress)
        self.toggleViewAction().toggled.connect(self.toggled)

    @property
    def shown(self) -> bool:
        """Whether it is open, be the window itself shown or not."""
        return not self.isHidden()

    def detach(self) -> None:
        """Into a window of its own, or back to where it was."""
        self.setFloating(not self.isFloating())
        self.show()
        if self.isFloating():
            parent = self.parentWidget()
            if parent is not None:
                spot = parent.window().frameGeometry().center() - self.rect().center()
                self.move(spot)
            self.activateWindow()

    def set_arranging(self, on: bool) -> None:
        """Show the title row, by which it is moved."""
        self._arranging = on
        self.dress()

    def dress(self, _floating: bool = False) -> None:
        """The title row or none, once it stands in a window."""
        titled = not self.bare or self._arranging or self.isFloating()
        self.setTitleBarWidget(self._title if titled else self._none)
        self._title.setVisible(titled)
        name = tr("Attach {name}") if self.isFloating() else tr("Detach {name}")
        name = name.format(name=self.windowTitle())
        self._detach.setAccessibleName(name)
        self._detach.setToolTip(name)
        self._detach.set_icon("dock-right" if self.isFloating() else "dock-window")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._hand_on(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hand_on(event)

    def _hand_on(self, event: QDropEvent) -> None:
        """What is dropped on a detached panel is dropped on the window."""
        parent = self.parentWidget()
        if parent is not None:
            QApplication.sendEvent(parent.window(), event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a panel that has a title row."""
        if event.key() == Qt.Key.Key_Escape and not self.bare:
            self.close()
            event.accept()
            return
        super().keyPressEvent(event)
