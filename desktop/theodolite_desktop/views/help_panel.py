"""The Help panel: a list of pages with a search field, and the page in plain text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.help_text import KEYS, Page, Section, search
from theodolite_desktop.language import tr
from theodolite_desktop.theme import Theme
from theodolite_desktop.views.chips import FlowBox
from theodolite_desktop.views.handing import hand_focus
from theodolite_desktop.views.label import Label

#: (group, ((keys, what they do), ...)): the page that is made of the table of commands.
Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
NARROW = 560
READABLE = 640
NAME = int(Qt.ItemDataRole.UserRole)


class HelpPanel(QWidget):
    """``keys``: those in force when their page is shown."""

    pageShown = Signal(str)

    def __init__(self, theme: Theme, pages: tuple[Page, ...], keys: Callable[[], Groups]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._pages, self._keys = theme, pages, keys
        self._shown = ("", "", "")
        self._heads: dict[str, QWidget] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search the help"))
        self.field.setAccessibleName(tr("Search the help"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._list())
        self.field.returnPressed.connect(lambda: self._open(self.list.item(0)))
        self.list: QListWidget = QListWidget()
        self.list.setAccessibleName(tr("Pages of the help"))
        self.list.setFont(theme.font("body"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self.side = QWidget()
        theme.fix(self.side, width=220)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Page of the help"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.area, 1)
        hand_focus(self, self.area)
        self._list()
        theme.changed.connect(self._age)

    # --- what is shown ---------------------------------------------------------------------------------

    def show_page(self, topic: str, about: str = "") -> None:
        """Page ``topic`` ('points#total' scrolls there), under it what ``about`` says of the number asked."""
        name, _, section = topic.partition("#")
        if name != KEYS and self._page(name) is None:
            name, section = self._pages[0].name, ""
        self._shown = (name, section, about)
        self._draw()
        self._choose_row(name)
        self.pageShown.emit(name)

    @property
    def page(self) -> str:
        return self._shown[0]

    def text(self) -> str:
        """What stands on the page, for tests and the clipboard."""
        page = self.area.widget()
        return "" if page is None else "\n".join(label.text() for label in page.findChildren(Label))

    def _page(self, name: str) -> Page | None:
        return next((page for page in self._pages if page.name == name), None)

    # --- the list --------------------------------------------------------------------------------------

    def _list(self) -> None:
        words = self.field.text().strip()
        self.list.clear()
        if words:
            for page, section in search(self._pages, words):
                self._item(page.title, f"{page.name}#{section.name}", section.title)
            if not self.list.count():
                item = QListWidgetItem(tr("No page holds these words."))
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(item)
        else:
            for page in self._pages:
                self._item(page.title, page.name, "")
            self._item(tr("Keyboard"), KEYS, "")
            self._choose_row(self._shown[0])

    def _item(self, title: str, topic: str, section: str) -> None:
        item = QListWidgetItem(f"{title}: {section}" if section else title)
        item.setData(NAME, topic)
        item.setToolTip(item.text())
        item.setSizeHint(QSize(0, self._theme.scaled(28)))
        self.list.addItem(item)

    def _choose_row(self, name: str) -> None:
        for number in range(self.list.count()):
            if str(self.list.item(number).data(NAME)).partition("#")[0] == name:
                self.list.setCurrentRow(number)
                return

    def _open(self, item: QListWidgetItem | None) -> None:
        topic = item.data(NAME) if item is not None else None
        if topic:
            self.show_page(str(topic))

    def _age(self) -> None:
        """Other colours, or another size of text."""
        self.list.setFont(self._theme.font("body"))
        self._list()
        self._draw()

    # --- the page --------------------------------------------------------------------------------------

    def _draw(self) -> None:
        name, section, about = self._shown
        if not name:
            return
        sheet = QWidget()
        sheet.setObjectName("panel")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        self._heads = {}
        page = self._page(name)
        if page is not None:
            self._write(column, page, about)
        else:
            self._write_keys(column)
        column.addStretch(1)
        for label in sheet.findChildren(Label):
            label.setMaximumWidth(self._theme.scaled(READABLE))
        self.area.setWidget(sheet)
        head = self._heads.get(section)
        if head is not None:
            QTimer.singleShot(0, head, lambda: self.area.verticalScrollBar().setValue(head.y() - 8))
        else:
            self.area.verticalScrollBar().setValue(0)

    def _write(self, column: QVBoxLayout, page: Page, about: str) -> None:
        column.addWidget(Label(self._theme, page.title, "title", wrap=True))
        if about:
            here = QFrame()
            here.setObjectName("card")
            inside = QVBoxLayout(here)
            inside.setContentsMargins(12, 8, 12, 8)
            inside.addWidget(Label(self._theme, tr("Here"), "strong", "text2"))
            said = Label(self._theme, about, "body", wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(said)
            here.setMaximumWidth(self._theme.scaled(READABLE))
            column.addWidget(here)
        for section in page.sections:
            self._section(column, section)
        if page.also:
            row = FlowBox(gap=4, below=2)
            row.flow.addWidget(Label(self._theme, tr("See also"), "meta", "text2"))
            for name in page.also:
                other = self._page(name)
                title = other.title if other is not None else tr("Keyboard")
                button = QPushButton(title)
                button.setObjectName("cite")
                button.setAccessibleName(tr("Page of the help: {title}", title=title))
                button.clicked.connect(lambda _on=False, name=name: self.show_page(name))
                row.flow.addWidget(button)
            row.setMaximumWidth(self._theme.scaled(READABLE))
            column.addWidget(row)

    def _section(self, column: QVBoxLayout, section: Section) -> None:
        if section.title:
            head = Label(self._theme, section.title, "strong", wrap=True)
            head.setContentsMargins(0, 8, 0, 0)
            self._heads[section.name] = head
            column.addWidget(head)
        for block in section.blocks:
            if block.kind == "text":
                column.addWidget(Label(self._theme, block.text, "body", wrap=True))
                continue
            row = QHBoxLayout()
            row.setSpacing(8)
            sign = Label(self._theme, block.sign, "body", "text2")
            self._theme.fix(sign, min_width=16)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(self._theme, block.text, "body", wrap=True), 1)
            row.addStretch(0)
            column.addLayout(row)

    def _write_keys(self, column: QVBoxLayout) -> None:
        column.addWidget(Label(self._theme, tr("Keyboard"), "title"))
        lead = tr("Single letters act only where their view has the focus, never in a text field.")
        column.addWidget(Label(self._theme, lead, "body", wrap=True))
        for group, rows in self._keys():
            head = Label(self._theme, group, "strong")
            head.setContentsMargins(0, 8, 0, 0)
            column.addWidget(head)
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(2)
            grid.setColumnMinimumWidth(0, self._theme.scaled(150))
            grid.setColumnStretch(1, 1)
            for number, (keys, what) in enumerate(rows):
                grid.addWidget(Label(self._theme, keys, "mono", "text2"), number, 0)
                grid.addWidget(Label(self._theme, what, "body", wrap=True), number, 1)
            column.addLayout(grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the list makes way for the page."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._theme.scaled(NARROW)
        self.side.setVisible(wide or not self._shown[0])
        if wide and not self._shown[0]:
            self.show_page(KEYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Slash:
            self.side.show()
            self.field.setFocus()
            return
        super().keyPressEvent(event)
