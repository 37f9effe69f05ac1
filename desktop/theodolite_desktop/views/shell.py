"""The main window: a grid of panes, nothing decided here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from theodolite_desktop.theme import Theme, tokens
from theodolite_desktop.views.banner import Banner
from theodolite_desktop.views.compare import ComparePage
from theodolite_desktop.views.conversation import ConversationPane
from theodolite_desktop.views.exhibits import ExhibitsPane
from theodolite_desktop.views.hint_line import HintLine
from theodolite_desktop.views.image_page import ImagePage
from theodolite_desktop.views.inspector import Inspector, tab_row
from theodolite_desktop.views.map_page import Factory, MapPage
from theodolite_desktop.views.menus import Actions
from theodolite_desktop.views.packs_page import PacksPage
from theodolite_desktop.views.report_page import PaperFactory, ReportPage
from theodolite_desktop.views.status import StatusBar

CENTRE = ("Image", "Compare", "Map", "Report")


def dropped_paths(mime: QMimeData) -> tuple[Path, ...]:
    """Local files and folders of a drop; addresses of elsewhere are never followed."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


class Shell(QMainWindow):
    """Left exhibits, centre tabs, right inspector over conversation, hint line always in view."""

    filesDropped = Signal(object)
    imageDropped = Signal(object)
    centreChanged = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme, map_factory: Factory, paper_factory: PaperFactory) -> None:
        super().__init__()
        self.theme = theme
        self.setWindowTitle("Theodolite")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(*tokens.MINIMUM))
        self._compact: bool | None = None
        self._left_full = False
        self.exhibits = ExhibitsPane(theme)
        self.image = ImagePage(theme)
        self.compare = ComparePage(theme)
        self.map = MapPage(theme, map_factory)
        self.report = ReportPage(theme, paper_factory)
        self.packs = PacksPage(theme)
        self.inspector = Inspector(theme)
        self.conversation = ConversationPane(theme)
        self.hint_line = HintLine(theme)
        self.status = StatusBar(theme)
        self.banner = Banner(theme)
        scopes = {
            "exhibits": self.exhibits,
            "image": self.image,
            "clues": self.inspector.clues,
            "candidates": self.inspector.candidates,
            "compare": self.compare,
            "report": self.report.options.list,
        }
        self.map.setObjectName("canvas")
        self.commands = Actions(self, theme, scopes)
        self.menus = self.commands.fill_menus(self)
        self._build()
        self._apply_layout(compact=False)
        self.resize(1440, 900)

    def _build(self) -> None:
        self._bar = self.commands.toolbar()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Views")
        self.tabs.setExpanding(False)
        for name in CENTRE:
            self.tabs.addTab(name)
        centre = QWidget()
        self._centre = QStackedLayout()
        for page in (self.image, self.compare, self.map, self.report):
            self._centre.addWidget(page)
        self.tabs.currentChanged.connect(self._on_centre)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tab_row(self.tabs))
        column.addLayout(self._centre, 1)
        self._right_split = QSplitter(Qt.Orientation.Vertical)
        self._right_split.setHandleWidth(tokens.SPLITTER)
        self._right_split.setChildrenCollapsible(False)
        self._right_split.addWidget(self.inspector)
        self._right_split.addWidget(self.conversation)
        self._right_split.setStretchFactor(0, 1)
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._right_split, 1)
        right.addWidget(self.hint_line)
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setHandleWidth(tokens.SPLITTER)
        self._body.setChildrenCollapsible(False)
        for widget in (self.exhibits, centre, self.right):
            self._body.addWidget(widget)
        self._body.setStretchFactor(1, 1)
        self.right.setMinimumWidth(280)
        centre.setMinimumWidth(320)
        main = QWidget()
        self._main = QStackedLayout()
        self._main.addWidget(self._body)
        self._main.addWidget(self.packs)
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.banner)
        layout.addLayout(self._main, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(main)

    # --- layout --------------------------------------------------------------------------------------

    def _apply_layout(self, *, compact: bool) -> None:
        if compact == self._compact:
            return
        self._compact = compact
        which = 1 if compact else 0
        self._bar.setFixedHeight(tokens.TOOLBAR[which])
        self.status.setFixedHeight(tokens.STATUS[which])
        if compact:
            self.inspector.take_in(self.conversation)
        else:
            self.inspector.let_go(self.conversation)
            self._right_split.addWidget(self.conversation)
            self.conversation.show()
        self._set_left()
        self._size_panes()

    def _set_left(self) -> None:
        rail = bool(self._compact) and not self._left_full
        self.exhibits.set_rail(rail)
        self.image.set_inviting(rail)
        self.exhibits.setMinimumWidth(64 if rail else 180)
        self.exhibits.setMaximumWidth(64 if rail else 480)
        self.commands.check("view.left", self.exhibits.isVisibleTo(self) and not rail)

    def _size_panes(self) -> None:
        which = 1 if self._compact else 0
        left = tokens.LEFT[0] if self._left_full else tokens.LEFT[which]
        right = tokens.RIGHT[which]
        spare = self.width() - left - right - 2 * tokens.SPLITTER
        self._body.setSizes([left, max(320, spare), right])
        if not self._compact:
            below = tokens.CONVERSATION - tokens.HINT_LINE
            height = self.height() - tokens.MENU - tokens.TOOLBAR[0] - tokens.STATUS[0]
            self._right_split.setSizes([max(100, height - tokens.CONVERSATION - tokens.SPLITTER), below])

    def reset_layout(self) -> None:
        self._left_full = False
        self._set_left()
        self._size_panes()

    def toggle_left(self) -> None:
        """Wide: hide or show the list. Narrow: rail or list."""
        if self._compact:
            self._left_full = not self._left_full
        else:
            self.exhibits.setVisible(not self.exhibits.isVisible())
        self._set_left()
        self._size_panes()

    def toggle_right(self) -> None:
        self.right.setVisible(not self.right.isVisible())
        self.commands.check("view.right", self.right.isVisible())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_layout(compact=event.size().width() < tokens.COMPACT_BELOW)
        if event.oldSize().width() != event.size().width():
            self._size_panes()

    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in order."""
        page = self._centre.currentWidget()
        return tuple(
            w
            for w in (self.exhibits, page, self.inspector.bar, self.conversation.transcript, self.hint_line)
            if w is not None and w.isVisible()
        )

    def next_pane(self, step: int) -> None:
        panes = self.panes()
        focus = self.focusWidget()
        at = next((n for n, p in enumerate(panes) if focus is not None and p.isAncestorOf(focus)), -1)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- pages ---------------------------------------------------------------------------------------

    def show_centre(self, name: str) -> None:
        if name in CENTRE:
            self.tabs.setCurrentIndex(CENTRE.index(name))
        self.show_packs(False)

    @property
    def centre(self) -> str:
        return CENTRE[self.tabs.currentIndex()]

    def show_packs(self, on: bool) -> None:
        self._main.setCurrentWidget(self.packs if on else self._body)

    def packs_shown(self) -> bool:
        return self._main.currentWidget() is self.packs

    def _on_centre(self, number: int) -> None:
        self._centre.setCurrentIndex(number)
        self.centreChanged.emit(CENTRE[number])

    def dress(self) -> None:
        """Fetch icons for the menus, after the first paint."""
        from theodolite_desktop.actions import COMMANDS

        for record in COMMANDS:
            if record.icon and record.menu:
                self.commands.actions[record.id].setIcon(self.theme.icon(record.icon))
        self.status.dress()
        self.setFocus()  # nobody's: the ring appears with the first Tab

    # --- dropping and closing --------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.filesDropped.emit(paths)
        elif event.mimeData().hasImage():
            event.acceptProposedAction()
            self.imageDropped.emit(event.mimeData().imageData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()

    def geometry_state(self) -> str:
        """Size and place, as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry(self, text: str) -> None:
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode("ascii"))))
