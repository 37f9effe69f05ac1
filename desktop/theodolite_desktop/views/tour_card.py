"""The card of the tour and the ring round the part that it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.controls import IconButton
from theodolite_desktop.views.label import Label

WIDTH, GAP = 340, 12


class Ring(QWidget):
    """Drawn over the window; clicks go through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("focus"), 3))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()


class TourCard(QFrame):
    """``moved`` carries the step, forward or back. Esc ends, Left and Right go on and back."""

    moved = Signal(int)
    ended = Signal()

    def __init__(self, shell: QWidget, theme: Theme) -> None:
        super().__init__(shell)
        self._shell = shell
        self._part: QWidget | None = None
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ring = Ring(shell, theme)
        self.ring.hide()
        theme.fix(self, width=WIDTH)
        self.number = Label(theme, "", "caption", "text2")
        self.title = Label(theme, "", "subhead", wrap=True)
        self.text = Label(theme, "", "body", wrap=True)
        close = IconButton(theme, "close", tr("End the tour"), key="Esc", size=16, action=self.ended.emit)
        self.back = QPushButton(tr("Back"))
        self.on = QPushButton(tr("Next"))
        self.on.setObjectName("primary")
        self.back.clicked.connect(lambda _on=False: self.moved.emit(-1))
        self.on.clicked.connect(lambda _on=False: self.moved.emit(1))
        head = QHBoxLayout()
        head.addWidget(self.number, 1)
        head.addWidget(close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(foot)
        shell.installEventFilter(self)

    def show_stop(self, number: int, of: int, title: str, text: str) -> None:
        self.number.setText(tr("Tour, {number} of {total}", number=number, total=of))
        self.title.setText(title)
        self.text.setText(text)
        self.back.setEnabled(number > 1)
        self.on.setText(tr("Next") if number < of else tr("End"))
        self.setAccessibleName(f"{self.number.text()}. {title}. {text}")
        self.show()
        self.raise_()
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_beside(self, part: QWidget | None) -> None:
        """Where most room is beside ``part``; over its middle where there is none, None: mid window."""
        self._part = part
        width = self.maximumWidth()
        self.resize(width, max(self.minimumSizeHint().height(), self._column.totalHeightForWidth(width)))
        window = self._shell.rect()
        if part is None:
            self.ring.hide()
            self.move(window.center() - self.rect().center())
            return
        spot = QRect(part.mapTo(self._shell, QPoint(0, 0)), part.size()).intersected(window)
        self.ring.setGeometry(spot)
        self.ring.show()
        self.ring.raise_()
        self.move(beside(spot, self.size(), window))
        self.raise_()

    def leave(self) -> None:
        """Gone, with its ring."""
        self._shell.removeEventFilter(self)
        self.ring.hide()
        self.ring.deleteLater()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, lambda: self.stand_beside(self._part))
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right as they are read: from right to left Left goes on."""
        onward = -1 if self.isRightToLeft() else 1
        step = {Qt.Key.Key_Right: onward, Qt.Key.Key_Left: -onward}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


def beside(spot: QRect, size: QSize, window: QRect) -> QPoint:
    """Where a card of ``size`` stands beside ``spot`` in ``window``: the side with room, else inside it."""
    y = max(window.top() + GAP, min(spot.top() + GAP, window.bottom() - size.height() - GAP))
    if window.right() - spot.right() >= size.width() + 2 * GAP:
        return QPoint(spot.right() + GAP, y)
    if spot.left() - window.left() >= size.width() + 2 * GAP:
        return QPoint(spot.left() - size.width() - GAP, y)
    x = max(
        window.left() + GAP, min(spot.center().x() - size.width() // 2, window.right() - size.width() - GAP)
    )
    if spot.top() - window.top() >= size.height() + 2 * GAP:
        return QPoint(x, spot.top() - size.height() - GAP)
    return QPoint(x, window.bottom() - size.height() - 4 * GAP)
