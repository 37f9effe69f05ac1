"""Small builders that give every control its icon, size and accessible name in one way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QToolButton, QWidget

from theodolite_desktop.theme import Theme, tokens

BODY = tokens.FONTS["body"][0]


class IconButton(QToolButton):
    """A tool button whose icon is fetched when first shown, and again when the theme changes."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        key: str = "",
        size: int = 20,
        checkable: bool = False,
        text: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._stale, self._size = theme, icon, True, size
        self.setIconSize(QSize(theme.scaled(size), theme.scaled(size)))
        self.setCheckable(checkable)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if text:
            self.setText(text)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if action is not None:
            self.clicked.connect(lambda _checked=False: action())
        theme.changed.connect(self._age)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._age()

    def _age(self) -> None:
        self._stale = True
        self.setIconSize(QSize(self._theme.scaled(self._size), self._theme.scaled(self._size)))
        if self.isVisible():
            QTimer.singleShot(0, self, self.dress)

    def dress(self) -> None:
        if self._stale:
            self._stale = False
            self.setIcon(self._theme.icon(self._icon))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale:
            QTimer.singleShot(0, self, self.dress)
        super().paintEvent(event)


class Choice(QComboBox):
    """A combo box with its arrow, which a style sheet takes away."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        x = 6 if self.isRightToLeft() else self.width() - 22
        self._theme.icon("chevron-down", "text2").paint(painter, QRect(x, (self.height() - 16) // 2, 16, 16))
        painter.end()


class Rule(QFrame):
    """A hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("line")


class VerticalRule(QWidget):
    """A short vertical hairline between groups of a toolbar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(9, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("border"))
        painter.drawLine(4, 2, 4, 22)
        painter.end()


class Strip(QWidget):
    """A row of a height of the design, in the multiple in which text is shown."""

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self._height = height
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fit()

    def set_height(self, height: int) -> None:
        """``height`` in pixels of the design, for text of the usual size."""
        self._height = height
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self._height * max(1.0, self.font().pixelSize() / BODY)))


def strip(name: str, height: int, left: int = 8, spacing: int = 4) -> tuple[Strip, QHBoxLayout]:
    """A row of ``height`` (of the design; more where text is larger) with the ground of ``name``."""
    row = Strip(name, height)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(left, 0, left, 0)
    layout.setSpacing(spacing)
    return row, layout
