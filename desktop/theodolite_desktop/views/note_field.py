"""Where a note is written: records that it names are links."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from theodolite.domain.links import Link
from theodolite_desktop import wording
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import plain_tip

QUIET_MS = 1500
Reader = Callable[[str], tuple[Link, ...]]


class NoteField(QPlainTextEdit):
    """``followed`` carries a record that Ctrl+click or Ctrl+Enter asks for, ``linked`` the links now there,
    ``written`` the text, at most a second and a half after the last key."""

    followed = Signal(str)
    linked = Signal(object)
    written = Signal(str)

    def __init__(self, theme: Theme, name: str, prompt: str) -> None:
        super().__init__()
        self._theme = theme
        self._saved = ""
        self._read: Reader = lambda _text: ()
        self._titles: Mapping[str, str] = {}
        self.links: tuple[Link, ...] = ()
        self.setObjectName("bare")
        self.setPlaceholderText(prompt)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(theme.font("body"))
        self.document().setDocumentMargin(12)
        self.setMouseTracking(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.keep)
        self.textChanged.connect(self._timer.start)
        self.textChanged.connect(self._mark)
        theme.changed.connect(self._restyle)

    # --- text ----------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        return self.toPlainText()

    @property
    def saved(self) -> str:
        """What of it was handed on."""
        return self._saved

    def begin(self, text: str) -> None:
        """Another note: ``text`` as it is kept."""
        self._saved = text
        self._set(text)

    def follow(self, text: str) -> None:
        """The note as it is kept now; what is being typed is never overwritten."""
        if not self._timer.isActive() and self.text == self._saved and text != self._saved:
            self.begin(text)

    def keep(self) -> None:
        """Say what was written, if it was not said yet."""
        self._timer.stop()
        if self.text != self._saved:
            self._saved = self.text
            self.written.emit(self._saved)

    def _set(self, text: str) -> None:
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._mark()

    # --- links ---------------------------------------------------------------------------------------------

    def set_reader(self, read: Reader, titles: Mapping[str, str]) -> None:
        """How links are found in a text, and what each record is called."""
        self._read, self._titles = read, titles
        self._mark()

    def title_of(self, target: str) -> str:
        return wording.visible(f"{target}  {self._titles.get(target, '')}".strip(), 200)

    def _mark(self) -> None:
        found = self._read(self.text)
        changed, self.links = found != self.links, found
        shown = []
        for link in found:
            one = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setForeground(self._theme.color("accent"))
            style.setFontUnderline(True)
            cursor = QTextCursor(self.document())
            cursor.setPosition(_utf16(self.text, link.start))
            cursor.setPosition(_utf16(self.text, link.end), QTextCursor.MoveMode.KeepAnchor)
            one.cursor, one.format = cursor, style
            shown.append(one)
        self.setExtraSelections(shown)
        if changed:
            self.linked.emit(found)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self._mark()

    def link_at(self, position: int) -> Link | None:
        """The link at a position of the document, its end included."""
        at = len(self.text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
        return next((link for link in self.links if link.start <= at <= link.end), None)

    def _under(self, event: QMouseEvent | QHelpEvent) -> Link | None:
        point = event.position().toPoint() if isinstance(event, QMouseEvent) else event.pos()
        cursor = self.cursorForPosition(point)
        near = self.cursorRect(cursor).adjusted(-12, 0, 12, 0).contains(point)
        return self.link_at(cursor.position()) if near else None

    # --- events --------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self._under(event)
        if link is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.followed.emit(link.target)
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        hand = held and self._under(event) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            link = self.link_at(self.textCursor().position())
            if link is not None:
                self.followed.emit(link.target)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            link = self._under(event)
            if link is not None:
                QToolTip.showText(event.globalPos(), plain_tip(self.title_of(link.target)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()


def _utf16(text: str, at: int) -> int:
    """Where character ``at`` begins as Qt counts, in UTF-16 units."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
