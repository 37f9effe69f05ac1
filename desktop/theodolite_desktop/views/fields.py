"""What forms of numbers share: a field with its tolerance and unit, a head, a strength, a row of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from theodolite.domain import Strength
from theodolite_desktop import wording
from theodolite_desktop.drafts import Measured
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme, tokens
from theodolite_desktop.views.controls import Choice
from theodolite_desktop.views.label import Label


def scaled(px: int) -> int:
    """``px`` of the design at the size that text has now: the body font is 13 px in the design."""
    return round(px * QApplication.font().pixelSize() / tokens.FONTS["body"][0])


class _Scrolled(QObject):
    """Where a dialog needs more room than its window has, what is in it scrolls: nothing is cut."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._fold(watched)
        return False

    def _fold(self, dialog: QWidget) -> None:
        over, inside = dialog.parentWidget(), dialog.layout()
        if over is None or inside is None or self.property("done"):
            return
        room, needed = over.window().size(), inside.totalMinimumSize()
        high = max(needed.height(), inside.totalMinimumHeightForWidth(min(dialog.width(), room.width() - 32)))
        if needed.width() <= room.width() - 32 and high <= room.height() - 32:
            return
        self.setProperty("done", True)
        page = QWidget()
        page.setLayout(inside)
        area = QScrollArea()
        area.setObjectName("ground")
        page.setObjectName("ground")
        area.setAccessibleName(dialog.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        whole = QVBoxLayout(dialog)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        dialog.setMinimumSize(0, 0)
        width = max(dialog.width(), needed.width() + area.verticalScrollBar().sizeHint().width())
        dialog.resize(min(width, room.width() - 32), min(high, room.height() - 32))


def scroll_if_needed(dialog: QWidget) -> None:
    """From its first showing on, a dialog that is too large for its window scrolls."""
    if dialog.findChild(_Scrolled, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        dialog.installEventFilter(_Scrolled(dialog))


def at_least(dialog: QDialog, width: int) -> None:
    """No narrower than ``width`` of the design, nor wider than the window it stands over."""
    over = dialog.parentWidget()
    room = over.window().width() - 32 if over is not None else width * 2
    dialog.setMinimumWidth(min(scaled(width), room))
    scroll_if_needed(dialog)


def line(name: str, example: str = "", width: int = 0) -> QLineEdit:
    """A field with its accessible name."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    if width:
        field.setFixedWidth(scaled(width))
    return field


class NumberRow(QWidget):
    """[name 176][value][unit] ± [tolerance][unit]; the tolerance shows what is assumed where left empty."""

    def __init__(self, theme: Theme, name: str, unit: str, assumed: str, spread: str) -> None:
        super().__init__()
        self.value = line(name, "", 96)
        self.tolerance = line(tr("{name}, tolerance, 95 %", name=name), assumed, 72)
        self.unit = Label(theme, unit, "meta", "text2")
        self.unit.setMinimumWidth(scaled(48))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = Label(theme, name, "body", wrap=True)
        head.setFixedWidth(scaled(148))
        head.setBuddy(self.value)
        layout.addWidget(head)
        layout.addWidget(self.value)
        layout.addWidget(self.unit)
        layout.addWidget(Label(theme, "±", "body", "text2"))
        layout.addWidget(self.tolerance)
        layout.addWidget(Label(theme, spread, "meta", "text2"))
        layout.addStretch(1)

    def read(self) -> Measured:
        return Measured(self.value.text(), self.tolerance.text())


def named(theme: Theme, name: str, *widgets: QWidget) -> QWidget:
    """A row whose first column is as wide as that of :class:`NumberRow`."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    head = Label(theme, name, "body", wrap=True)
    head.setFixedWidth(scaled(148))
    layout.addWidget(head)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row


def strengths(theme: Theme) -> Choice:
    """A choice of strength, 'likely' first chosen; its data is the strength's value."""
    choice = Choice(theme, tr("Strength"))
    for strength in Strength:
        choice.addItem(f"{wording.dots(strength)}  {tr(strength.value)}", strength.value)
    choice.setCurrentIndex(choice.findData(Strength.LIKELY.value))
    choice.setMinimumWidth(scaled(150))
    return choice


def choice(theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> Choice:
    """A choice of (text, data)."""
    made = Choice(theme, name)
    for text, data in options:
        made.addItem(text, data)
    return made


def problem(theme: Theme) -> Label:
    """Where a form says what is wrong; hidden until then."""
    label = Label(theme, "", "meta", "error", wrap=True)
    label.hide()
    return label


def say(label: Label, text: str) -> None:
    """Show ``text`` there, or hide the label for ''."""
    label.setText(text)
    label.setAccessibleName(text)
    label.setVisible(bool(text))


def button(text: str, *, primary: bool = False) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(primary)
    if primary:
        made.setObjectName("primary")
        made.setDefault(True)
    return made


def column(parent: QWidget, margins: tuple[int, int, int, int] = (24, 20, 24, 20)) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    return layout


def while_open(dialog: QDialog, call: Callable[..., object]) -> Callable[..., None]:
    """``call``, but nothing once the dialog was closed: answers come later."""

    def passed_on(*values: object) -> None:
        if isValid(dialog) and dialog.isVisible():
            call(*values)

    return passed_on


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Begin that large, but no larger than the window it stands over, less a margin."""
    over = dialog.parentWidget()
    room = over.window().size() if over is not None else None
    if room is not None:
        width, height = min(width, room.width() - 32), min(height, room.height() - 32)
    dialog.resize(width, height)
    scroll_if_needed(dialog)


def beside(dialog: QWidget, window: QWidget) -> None:
    """Put ``dialog`` at the end of ``window``, over its inspector, so that the picture stays in view."""
    area = window.rect()
    room = max(0, area.width() - dialog.width() - 24)
    x = 24 if window.isRightToLeft() else room
    dialog.move(window.mapToGlobal(QPoint(x, min(112, max(0, area.height() - dialog.height() - 24)))))
