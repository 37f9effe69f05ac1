"""The Notes tab: what is noted on the exhibit or the whole case, leads, references, what speaks of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain.links import Link
from theodolite_desktop.desk_rows import DeskRow
from theodolite_desktop.language import END, ISOLATE, mark, right_to_left, tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.theme.tokens import SPLITTER, TOOLS
from theodolite_desktop.tips import plain_tip
from theodolite_desktop.views.chips import FlowBox
from theodolite_desktop.views.controls import IconButton, strip
from theodolite_desktop.views.desk_list import DeskList
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.note_field import NoteField, Reader

PROMPT = mark("Write what you noticed; #1 links a mark, E1 an exhibit.")
CASE_PROMPT = mark("Write what concerns the whole case; E1 links an exhibit, L1 a lead.")
NO_LEADS = mark("Nothing is left to be done. A lead says what is, who does it, and what came of it.")
MOST_LINKS = 12


class NotesTab(QWidget):
    """Two notes, one in view: of the exhibit, and of the case.

    ``written`` carries exhibit ('' for the case) and text; ``followed`` a record that a link leads to;
    ``opened`` a row of the list; ``leadStated`` and ``leadRemoved`` a lead; ``leadAsked``: a new one.
    """

    written = Signal(str, str)
    followed = Signal(str)
    opened = Signal(object)
    leadAsked = Signal()
    referencesAsked = Signal()
    leadStated = Signal(str, str)
    leadRemoved = Signal(str)
    scopeChanged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._exhibit = ""
        self.whole = False
        self.field = NoteField(theme, tr("Notes"), tr(PROMPT))
        self.case_field = NoteField(theme, tr("Note on the case"), tr(CASE_PROMPT))
        self.field.written.connect(lambda text: self.written.emit(self._exhibit, text))
        self.case_field.written.connect(lambda text: self.written.emit("", text))
        for field in (self.field, self.case_field):
            field.followed.connect(self.followed)
            field.linked.connect(lambda _links: self._show_links())
        self.empty = EmptyState(theme, "note-text-outline", tr("Choose an exhibit on the left."))
        self.list = DeskList(theme, tr("Leads, references, and what speaks of it"))
        self.list.opened.connect(self.opened)
        self.list.stated.connect(self.leadStated)
        self.list.removed.connect(self.leadRemoved)
        self.none = EmptyState(theme, "flag-outline", tr(NO_LEADS), tr("New lead"))
        self.none.pressed.connect(self.leadAsked)
        self.links = FlowBox(gap=4)
        self.links.flow.setContentsMargins(12, 4, 12, 8)
        self._build()
        hand_focus(self, self.field)
        self._scope(whole=False)

    def _build(self) -> None:
        theme = self._theme
        head, row = strip("tools", TOOLS, 12, 4)
        row.setContentsMargins(12, 0, 8, 0)
        self._of_exhibit, self._of_case = QToolButton(), QToolButton()
        group = QButtonGroup(self)
        for button, text, whole in (
            (self._of_exhibit, tr("Exhibit"), False),
            (self._of_case, tr("Whole case"), True),
        ):
            button.setText(text)
            button.setObjectName("kind")
            button.setCheckable(True)
            button.setAccessibleName(tr("Note on the case") if whole else tr("Note on the exhibit"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, whole=whole: self.show_scope(whole=whole))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.references = IconButton(
            theme, "image-search-outline", tr("Filed references…"), action=self.referencesAsked.emit
        )
        self.new_lead = IconButton(theme, "flag-plus-outline", tr("New lead…"), action=self.leadAsked.emit)
        row.addWidget(self.references)
        row.addWidget(self.new_lead)
        top = QWidget()
        self._notes = QStackedLayout()
        for widget in (self.empty, self.field, self.case_field):
            self._notes.addWidget(widget)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addLayout(self._notes, 1)
        upper.addWidget(self.links)
        below = QWidget()
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._lists = QStackedLayout(below)
        self._lists.addWidget(self.none)
        self._lists.addWidget(self.list)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(SPLITTER)
        split.setChildrenCollapsible(False)
        split.addWidget(top)
        split.addWidget(below)
        split.setSizes([200, 236])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(split, 1)

    # --- notes ---------------------------------------------------------------------------------------------

    def show_notes(self, exhibit: str, text: str) -> None:
        """Notes of ``exhibit``; what is being typed is never overwritten."""
        if exhibit != self._exhibit:
            self.keep()
            self._exhibit = exhibit
            self.field.begin(text)
        else:
            self.field.follow(text)
        self._of_exhibit.setText(exhibit or tr("Exhibit"))
        self._scope(whole=self.whole)

    def show_case_note(self, text: str) -> None:
        """The note on the whole case."""
        self.case_field.follow(text)

    def forget(self) -> None:
        """Another case: nothing of the last one stays."""
        self.case_field.begin("")
        self.list.set_rows(())
        self._lists.setCurrentWidget(self.none)

    def set_reader(self, of_exhibit: Reader, of_case: Reader, titles: Mapping[str, str]) -> None:
        """How the links of each note are found."""
        self.field.set_reader(of_exhibit, titles)
        self.case_field.set_reader(of_case, titles)

    def draft(self) -> tuple[str, str, str]:
        """The exhibit, what the field holds, and what of it was handed on."""
        return self._exhibit, self.field.text, self.field.saved

    def resume(self, exhibit: str, text: str) -> None:
        """Put back what was being written when the window went away."""
        if exhibit == self._exhibit and text != self.field.text:
            self.field.setPlainText(text)

    def keep(self) -> None:
        """Say what was written, if it was not said yet."""
        if self._exhibit:
            self.field.keep()
        self.case_field.keep()

    def begin(self, about: str) -> None:
        """A new line of the exhibit's note that begins with what it is about (#3, C7), to be written on."""
        self.show_scope(whole=False)
        if self._exhibit and not self.field.isReadOnly():
            text = self.field.toPlainText()
            lead = "" if not text or text.endswith("\n") else "\n"
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.insertPlainText(f"{lead}{about} ")
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- the exhibit or the case ---------------------------------------------------------------------------

    def show_scope(self, *, whole: bool) -> None:
        """The note and the lists of the exhibit in view, or of the case."""
        self._scope(whole=whole)
        self.scopeChanged.emit()

    def _scope(self, *, whole: bool) -> None:
        self.whole = whole
        (self._of_case if whole else self._of_exhibit).setChecked(True)
        note = self.case_field if whole else self.field if self._exhibit else self.empty
        self._notes.setCurrentWidget(note)
        hand_focus(self, self.case_field if whole else self.field)
        self._show_links()

    def show_rows(self, rows: tuple[DeskRow, ...], *, writable: bool) -> None:
        """Leads, references and what speaks of the record in view."""
        self.list.writable = writable
        self.list.set_rows(rows)
        self._lists.setCurrentWidget(self.list if rows else self.none)
        for control in (self.new_lead, self.none.button):
            control.setEnabled(writable)
        for field in (self.field, self.case_field):
            field.setReadOnly(not writable)

    def choose(self, record: str) -> None:
        """Bring a lead or a reference into view, of the exhibit if it is about that one."""
        for whole in (self.whole, True):
            if whole != self.whole:
                self.show_scope(whole=whole)
            if self.list.choose(f"lead:{record}") or self.list.choose(f"reference:{record}"):
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # --- links ---------------------------------------------------------------------------------------------

    def _show_links(self) -> None:
        """A button for each record that the note in view names, for the keyboard and for a look."""
        field = self.case_field if self.whole else self.field
        flow = self.links.flow
        while flow.count():
            item = flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        links = field.links if self.whole or self._exhibit else ()
        for target in tuple(dict.fromkeys(link.target for link in links))[:MOST_LINKS]:
            flow.addWidget(self._link(field, target, links))
        self.links.setVisible(bool(links))
        self.links.updateGeometry()

    def _link(self, field: NoteField, target: str, links: tuple[Link, ...]) -> QPushButton:
        written = next(field.text[link.start : link.end] for link in links if link.target == target)
        title = field.title_of(target)
        button = QPushButton()
        button.setObjectName("cite")
        words = f"{written}  {title.partition('  ')[2]}"
        words = words if len(words) <= 28 else words[:27].rstrip() + "…"
        button.setText(f"{ISOLATE}{words}{END}" if right_to_left() else words)
        button.setAccessibleName(tr("Go to {record}", record=title))
        button.setToolTip(plain_tip(title))
        button.clicked.connect(lambda _on=False: self.followed.emit(target))
        return button

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)
