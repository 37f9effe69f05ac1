"""The Metadata tab: what the file says about itself. Every value is a claim."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from theodolite.domain import Exhibit, GpsClaim
from theodolite_desktop import file_rows
from theodolite_desktop.language import mark, tr
from theodolite_desktop.snapshot import RelationRow, WhenRow
from theodolite_desktop.tables.pairs_model import PairsModel
from theodolite_desktop.theme import Theme
from theodolite_desktop.tips import in_every_format, plain_tip
from theodolite_desktop.views.controls import Rule
from theodolite_desktop.views.copy_table import CopyTable
from theodolite_desktop.views.empty import EmptyState
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import Label
from theodolite_desktop.views.together import Relations, WhenStrip

NOTHING = mark("This file carries no metadata. That is common after messaging apps and proves nothing.")
CHOOSE = mark("Choose an exhibit on the left.")


class MetadataTab(QWidget):
    """What the exhibit's time is and how it relates to others, then name and value in two columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._gps: GpsClaim | None = None
        self.empty = EmptyState(theme, "file-document-outline", tr(CHOOSE))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(tr("Metadata"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.when = WhenStrip(theme)
        self.relations = Relations(theme)
        self._rule = Rule()
        self._fields: QWidget | None = None
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.when, self.relations, self._rule):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.area)
        self.area.hide()
        hand_focus(self, self.area)

    def show_exhibit(self, exhibit: Exhibit | None) -> None:
        self.empty.setVisible(exhibit is None)
        self.area.setVisible(exhibit is not None)
        if exhibit is None:
            return
        shown = file_rows.metadata_rows(exhibit)
        carried = file_rows.carries_metadata(exhibit)
        if shown == self._shown:
            return
        self._shown, self._gps = shown, exhibit.metadata.gps
        if self._fields is not None:
            self._column.removeWidget(self._fields)
            self._fields.hide()
            self._fields.deleteLater()
        self._fields = self._page(shown, carried)
        self._column.insertWidget(self._column.count() - 1, self._fields)
        self.area.verticalScrollBar().setValue(0)

    def show_together(self, when: WhenRow | None, relations: tuple[RelationRow, ...], exhibit: str) -> None:
        """What this exhibit and others say together: its time, and how they relate."""
        self.when.show_when(when)
        self.relations.show_relations(relations, exhibit)
        self._rule.setVisible(when is not None or bool(relations))

    def show_field(self, name: str) -> bool:
        """Bring the field ``name`` into view, in the summary or the list of all; whether there is one."""
        if self._fields is None:
            return False
        for table in self._fields.findChildren(QTableView):
            model = table.model()
            row = next((n for n in range(model.rowCount()) if model.index(n, 0).data() == name), -1)
            if row >= 0:
                table.selectRow(row)
                QTimer.singleShot(0, table, lambda: self._reveal(table, row))  # noqa: B023  (it returns)
                return True
        for label in self._fields.findChildren(Label):
            if label.text().casefold() == name.casefold():
                self.area.ensureWidgetVisible(label, 0, 80)
                return True
        return False

    def _reveal(self, table: QTableView, row: int) -> None:
        at, page = table.visualRect(table.model().index(row, 0)).center(), self.area.widget()
        if page is not None:
            self.area.ensureVisible(0, table.mapTo(page, at).y(), 0, 80)

    def text(self) -> str:
        """All rows as lines, for tests and the clipboard."""
        return "\n".join(f"{name}: {value}" if value else name for name, value, _ in self._shown)

    def _page(self, shown: tuple[tuple[str, str, str], ...], carried: bool) -> QWidget:
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 88)
        grid.setColumnStretch(1, 1)
        number = 0
        for name, value, kind in shown[: file_rows.summary_length(shown)]:
            if kind == "head":
                head = Label(self._theme, name, "strong")
                head.setContentsMargins(0, 12 if number else 4, 0, 2)
                grid.addWidget(head, number, 0, 1, 2)
            else:
                self._row(grid, number, name, value, kind)
            number += 1
        if not carried:
            note = Label(self._theme, tr(NOTHING), "body", "notice-text", wrap=True)
            note.setContentsMargins(0, 16, 0, 0)
            grid.addWidget(note, number, 0, 1, 2)
            number += 1
        fields = [(name, value) for name, value, _ in shown[file_rows.summary_length(shown) :]]
        if fields:
            grid.addWidget(self._table(fields), number, 0, 1, 2)
            number += 1
        grid.setRowStretch(number, 1)
        return page

    def _table(self, fields: list[tuple[str, str]]) -> QTableView:
        """Hundreds of fields cost nothing in a table; whole values in the tool tips."""
        model = PairsModel((tr("Field"), tr("Value")), self)
        model.set_rows(fields, [f"{name}\n{value}" for name, value in fields])
        table = CopyTable()
        table.setModel(model)
        table.setAccessibleName(tr("All fields"))
        table.setFont(self._theme.font("meta"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(24)
        table.horizontalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(0, 140)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setFixedHeight(24 * len(fields) + 4)
        return table

    def _row(self, grid: QGridLayout, number: int, name: str, value: str, kind: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        title = Label(self._theme, name, "meta", "text2", wrap=True)
        title.setMaximumWidth(128)
        title.setContentsMargins(0, 2, 0, 0)
        grid.addWidget(title, number, 0, top)
        tone = "warn" if kind == "warn" else ""
        shown = _breakable(value) if kind == "mono" else value
        text = Label(self._theme, shown, "mono" if kind == "mono" else "body", tone, wrap=True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        claimed = tr("{name}: {value}, claimed", name=name, value=value)
        text.setAccessibleName(claimed if kind == "claim" else f"{name}: {value}")
        if kind == "mono" or name == "GPS":
            text.installEventFilter(self)
        text.setMinimumWidth(40)
        grid.addWidget(text, number, 1, top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copied hashes lose the breaks that only the narrow column needs; a place has all its notations."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._gps is not None:
            gps = self._gps
            tip = in_every_format(gps.lat, gps.lon, gps.error_m or 1.0)
            if isinstance(watched, Label) and watched.accessibleName().startswith("GPS:"):
                QToolTip.showText(event.globalPos(), plain_tip(tip), watched)
                return True
        if (
            isinstance(event, QKeyEvent)
            and isinstance(watched, Label)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            QGuiApplication.clipboard().setText(watched.selectedText().replace("\u200b", ""))
            return True
        return super().eventFilter(watched, event)


def _breakable(text: str) -> str:
    """Places where a long hash may break, every eight characters."""
    return "\u200b".join(text[i : i + 8] for i in range(0, len(text), 8))
