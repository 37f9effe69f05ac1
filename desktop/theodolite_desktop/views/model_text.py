"""A model's sentences as text that runs: citations to click, its own words and unknown names marked.

Everything is inserted as plain text with a character format, so nothing a model writes becomes markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from theodolite.domain import Sentence
from theodolite_desktop import assistant_rows
from theodolite_desktop.assistant_rows import Piece
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme

OWN = "◇"
THIN, NO_BREAK = "\u2009", "\u00a0"


class ModelText(QTextEdit):
    """As high as its text. Tab goes from citation to citation, Enter shows what is cited."""

    citeChosen = Signal(str)

    def __init__(self, theme: Theme, sentences: Sequence[Sentence]) -> None:
        super().__init__()
        self._theme = theme
        self._links: list[tuple[int, int, str]] = []
        self._link = -1
        self._pressed = ""
        self.setObjectName("running")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self._write(sentences)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._links else Qt.FocusPolicy.ClickFocus)

    def _write(self, sentences: Sequence[Sentence]) -> None:
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(20, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        block.setBottomMargin(4)
        cursor.setBlockFormat(block)
        plain = self._format("body", "text")
        for number, sentence in enumerate(sentences):
            if number:
                cursor.insertBlock(block)
            for piece in assistant_rows.pieces(sentence):
                self._piece(cursor, piece, plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _piece(self, cursor: QTextCursor, piece: Piece, plain: QTextCharFormat) -> None:
        if piece.kind == "text":
            cursor.insertText(piece.text, plain)
        elif piece.kind == "unknown":
            marked = self._format("body", "text")
            marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            marked.setUnderlineColor(self._theme.color("warn"))
            marked.setToolTip(tr("No record of this case holds this."))
            cursor.insertText(piece.text, marked)
            cursor.insertText("?", self._format("meta", "warn"))
        elif piece.kind == "cite":
            chip = self._format("meta", "accent")
            chip.setBackground(self._theme.color("selected"))
            chip.setAnchor(True)
            chip.setAnchorHref(f"cite:{piece.text}")
            chip.setToolTip(tr("Show {text}", text=assistant_rows.cite_name(piece.text)))
            cursor.insertText(NO_BREAK, plain)
            start = cursor.position()
            cursor.insertText(f"{THIN}[{piece.text}]{THIN}", chip)
            self._links.append((start, cursor.position(), piece.text))
        else:
            said = piece.text.replace(" ", NO_BREAK)  # never broken in two
            cursor.insertText(f" {OWN}{NO_BREAK}{said}", self._format("meta", "model"))

    def _format(self, role: str, tone: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._theme.font(role))
        made.setForeground(self._theme.color(tone))
        return made

    # --- citations -------------------------------------------------------------------------------------

    def links(self) -> tuple[str, ...]:
        """What is cited, in order."""
        return tuple(cite for _, _, cite in self._links)

    def follow(self, number: int) -> None:
        self.citeChosen.emit(self._links[number][2])

    def _at(self, point: QPoint) -> str:
        return self.anchorAt(point).removeprefix("cite:")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed and self._at(event.position().toPoint()) == self._pressed:
            self.citeChosen.emit(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = bool(self._at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if enter and 0 <= self._link < len(self._links):
            self.follow(self._link)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        to = self._link + (1 if forward else -1)
        if self.hasFocus() and 0 <= to < len(self._links):
            self._emphasise(to)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._emphasise(len(self._links) - 1)
        elif event.reason() == Qt.FocusReason.TabFocusReason:
            self._emphasise(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._emphasise(-1)

    def _emphasise(self, number: int) -> None:
        """The citation that Enter would show; -1: none."""
        self._link = number if 0 <= number < len(self._links) else -1
        if self._link < 0:
            self.setExtraSelections([])
            return
        start, end, cite = self._links[self._link]
        marked = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked.cursor = cursor
        marked.format.setBackground(self._theme.color("accent"))
        marked.format.setForeground(self._theme.color("on-accent"))
        self.setExtraSelections([marked])
        self.setAccessibleDescription(tr("Enter: show {cite}", cite=assistant_rows.cite_name(cite)))

    # --- size ------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        self.document().setTextWidth(max(80, width))
        height = int(self.document().size().height() + 0.999)
        if height != self.height():
            self.setFixedHeight(height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the conversation scrolls, never a message in it
