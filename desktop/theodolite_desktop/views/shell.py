"""The main window: views put together, nothing decided here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedLayout,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from theodolite_desktop.theme import Theme, tokens
from theodolite_desktop.views.banner import Banner
from theodolite_desktop.views.centre import CENTRE, CentreArea
from theodolite_desktop.views.compare import ComparePage
from theodolite_desktop.views.conversation import ConversationPane
from theodolite_desktop.views.exhibits import ExhibitsPane
from theodolite_desktop.views.hint_line import HintLine
from theodolite_desktop.views.image_page import ImagePage
from theodolite_desktop.views.inspector import Inspector
from theodolite_desktop.views.layout import Layout
from theodolite_desktop.views.map_page import Factory, MapPage
from theodolite_desktop.views.menus import Actions
from theodolite_desktop.views.packs_page import PacksPage
from theodolite_desktop.views.panel import Panel
from theodolite_desktop.views.report_page import PaperFactory, ReportPage
from theodolite_desktop.views.status import StatusBar
from theodolite_desktop.views.workbench import Area

__all__ = ["CENTRE", "Shell", "dropped_paths"]


def dropped_paths(mime: QMimeData) -> tuple[Path, ...]:
    """Local files and folders of a drop; addresses of elsewhere are never followed."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def no_drops(widget: QWidget) -> None:
    """A photograph dropped on a field is dropped on the window, not a path written into the field."""
    for one in (widget, *widget.findChildren(QWidget)):
        one.setAcceptDrops(False)


class Shell(QMainWindow):
    """Toolbar, banner, body and status bar. The body is a workbench of panels round the centre."""

    filesDropped = Signal(object)
    imageDropped = Signal(object)
    centreChanged = Signal(str)
    layoutChanged = Signal()
    closing = Signal()
    helpAsked = Signal(str, str)

    def __init__(self, theme: Theme, map_factory: Factory, paper_factory: PaperFactory) -> None:
        super().__init__()
        self.theme = theme
        self.setWindowTitle("Theodolite")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(*tokens.MINIMUM))
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
        pages = dict(zip(CENTRE, (self.image, self.compare, self.map, self.report), strict=True))
        self.centre_area = CentreArea(theme, pages)
        self.tabs = self.centre_area.bars[0]
        scopes = {
            "exhibits": self.exhibits,
            "image": self.image,
            "map": self.map,
            "clues": self.inspector.clues,
            "candidates": self.inspector.candidates,
            "compare": self.compare.area,
            "report": self.report.options.list,
        }
        self.map.setObjectName("canvas")
        self.commands = Actions(self, theme, scopes)
        self.menus = self.commands.fill_menus(self)
        self._bar = self.commands.toolbar()
        self.layout_of_panes = Layout(self)
        self._build()
        self.centre_area.changed.connect(self.centreChanged)
        self.centre_area.splitChanged.connect(lambda _on: self.layoutChanged.emit())
        self.layout_of_panes.changed.connect(self.layoutChanged)
        theme.changed.connect(self._apply_layout)
        self.resize(1440, 900)
        self._apply_layout()
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
            for field in self.findChildren(kind):
                no_drops(field)
        self.map.made.connect(no_drops)

    def _build(self) -> None:
        main = QWidget()
        self._main = QStackedLayout()
        self._main.addWidget(self.layout_of_panes.body)
        self._main.addWidget(self.packs)
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.banner)
        layout.addLayout(self._main, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(main)

    # --- layout --------------------------------------------------------------------------------------------

    def add_panel(
        self, name: str, title: str, widget: QWidget, area: Area = "bottom", *, icon: str = ""
    ) -> Panel:
        """A panel that is closed at first; the View menu lists it. ``title`` is translated already."""
        panel = self.layout_of_panes.bench.add(name, title, widget, area)
        panel.hide()
        self.commands.add_panel_entry(panel, icon)
        return panel

    def show_panel(self, name: str, on: bool = True) -> None:
        """Open a panel, in front and with the focus, or close it."""
        panel = self.layout_of_panes.bench.panels[name]
        if on:
            self.layout_of_panes.bench.raise_panel(name)
            content = panel.widget()
            if content is not None:
                content.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            inside = self._focus_in(panel)
            panel.close()
            if inside:
                self.centre_area.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_panel(self, name: str) -> None:
        """Open it, or bring it to the front; close it when it is in front."""
        self.show_panel(name, not self.layout_of_panes.bench.panels[name].isVisible())

    def _focus_in(self, panel: Panel) -> bool:
        focus = self.focusWidget() if not panel.isFloating() else panel.focusWidget()
        return focus is not None and panel.isAncestorOf(focus)

    @property
    def right(self) -> Panel:
        """The panel of the inspector."""
        return self.layout_of_panes.inspector

    def _apply_layout(self) -> None:
        self.commands.fit_menu_bar(self)
        self.layout_of_panes.fit(self.width())

    def set_heights(self, toolbar: int, status: int) -> None:
        """Of the rows above and below the body, in pixels of the design."""
        self._bar.set_height(toolbar)
        self.theme.fix(self.status, height=status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._apply_layout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.layout_of_panes.settle()

    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in order."""
        parts = [self.exhibits]
        parts += [self.page(name) for name in self.centre_area.sides()]  # type: ignore[misc]
        parts += [self.inspector.bar, self.conversation.transcript, self.hint_line]  # type: ignore[list-item]
        panels = self.layout_of_panes.bench.panels.values()
        others = [p.widget() for p in panels if not p.bare and p.widget() is not None]
        return tuple(w for w in (*parts, *others) if w is not None and w.isVisible())

    def page(self, name: str) -> QWidget:
        pages = {"Image": self.image, "Compare": self.compare, "Map": self.map, "Report": self.report}
        return pages[name]

    def next_pane(self, step: int) -> None:
        panes = self.panes()
        focus = self.focusWidget()
        at = next((n for n, p in enumerate(panes) if focus is not None and p.isAncestorOf(focus)), -1)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- pages ---------------------------------------------------------------------------------------------

    def show_centre(self, name: str) -> None:
        self.centre_area.show_page(name)
        self.show_packs(False)

    @property
    def centre(self) -> str:
        """The page in front: of two side by side, the one that had the focus last."""
        return self.centre_area.current

    def shows(self, name: str) -> bool:
        """Whether a page of the centre is in view, be it the one in front or beside it."""
        return self.centre_area.shows(name)

    def show_packs(self, on: bool) -> None:
        self._main.setCurrentWidget(self.packs if on else self.layout_of_panes.body)

    def packs_shown(self) -> bool:
        return self._main.currentWidget() is self.packs

    def dress(self) -> None:
        """Fetch icons for the menus, after the first paint."""
        self.commands.dress()
        self.status.dress()
        self.setFocus()  # nobody's: the ring appears with the first Tab

    # --- dropping and closing ------------------------------------------------------------------------------

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and hasattr(self, "commands"):
            self.commands.check("view.full", self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()

    def geometry_state(self) -> str:
        """Size and place, as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry(self, text: str) -> None:
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode("ascii"))))
