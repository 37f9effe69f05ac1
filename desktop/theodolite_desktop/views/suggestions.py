"""What to look for next: quiet rows below the conversation, folded until wanted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from theodolite.domain import Suggestion
from theodolite_desktop.language import mark, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.together import Icon

LEAST, MOST = 52, 168
TITLE = mark("What to look for next")


class SuggestionRow(QWidget):
    """What, and below it why. A click or Enter shows the record it is about, or begins a hint."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, suggestion: Suggestion) -> None:
        super().__init__()
        self._theme, self.suggestion = theme, suggestion
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName("quiet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(theme, suggestion.text, "body", wrap=True))
        if suggestion.why:
            column.addWidget(Label(theme, suggestion.why, "meta", "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(Icon(theme, "eye-arrow-right-outline"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{suggestion.text}. {suggestion.why}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.suggestion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.suggestion)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 1, -2, -1), 4, 4)
            painter.end()


class _Area(QScrollArea):
    """As high as its rows where there is room; else they scroll."""

    def sizeHint(self) -> QSize:
        page = self.widget()
        width = max(200, self.width())
        layout = page.layout() if page is not None else None
        high = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(width, min(MOST, max(LEAST, high)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class SuggestionsBar(QWidget):
    """A row that unfolds; nothing at all where there is nothing to suggest."""

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Suggestion, ...] = ()
        self._folded: bool | None = None
        self._quiet = False
        self.setObjectName("work")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.fold = IconButton(theme, "chevron-right", tr(TITLE), size=16, text=tr(TITLE), action=self._turn)
        self.fold.setObjectName("fold")
        page = QWidget()
        page.setObjectName("panel")
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, 0, 0, 4)
        self._rows.setSpacing(0)
        self._page = _Area()
        self._page.setWidget(page)
        self._page.setWidgetResizable(True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._page.setAccessibleName(tr(TITLE))
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 8, 0)
        head.addWidget(self.fold)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._page)
        self.hide()

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        self.setVisible(bool(suggestions))
        if suggestions == self._shown:
            return
        self._shown = suggestions
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in suggestions:
            row = SuggestionRow(self._theme, one)
            row.chosen.connect(self.chosen)
            self._rows.addWidget(row)
        self._rows.addStretch(1)
        self._page.updateGeometry()
        self._draw()

    def set_quiet(self, quiet: bool) -> None:
        """Folded unless a person unfolded it: while there is a conversation to read."""
        if quiet != self._quiet:
            self._quiet = quiet
            self._draw()

    @property
    def folded(self) -> bool:
        return self._quiet if self._folded is None else self._folded

    def _turn(self) -> None:
        self._folded = not self.folded
        self._draw()

    def _draw(self) -> None:
        self._page.setVisible(not self.folded)
        self.fold.set_icon("chevron-right" if self.folded else "chevron-down")
        self.fold.setText(f"{tr(TITLE)} ({len(self._shown)})")
        state = tr("folded") if self.folded else tr("unfolded")
        self.fold.setAccessibleName(f"{tr(TITLE)}, {len(self._shown)}, {state}")
        self.changed.emit()
