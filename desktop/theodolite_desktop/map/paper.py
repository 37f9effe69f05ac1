"""The report as it will be, in a sealed web view of its own: no script of the page, nothing fetched."""

from __future__ import annotations

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWebEngineCore import QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedLayout, QWidget

from theodolite_desktop.language import tr
from theodolite_desktop.map.routes import REPORT_POLICY, Routes
from theodolite_desktop.map.seal import SealedPage, sealed_profile

PAGE = "pack://map/report.html"
PAPER_WIDTH = 210 / 25.4 * 96 + 2
"""A4 in CSS pixels, with its hairlines."""
MARGIN = 24
LEAST_ZOOM = 0.5
# Ours, in a world apart from the page's: how elements look is its to change, whatever policy the page has.
_DRESS = (
    "for (const one of document.querySelectorAll('img, svg image'))"
    " one.style.filter = %s ? 'grayscale(1) blur(14px)' : '';"
    " document.documentElement.style.background = '%s';"
)
# A page without scripts never gives its collector a reason to run: each report would stay in memory.
_LET_GO = "if (typeof gc === 'function') gc();"
_WORLD = int(QWebEngineScript.ScriptWorldId.ApplicationWorld.value)


class PaperView(QWidget):
    """Shows one page of HTML as paper, as wide as there is room; keeps the place a reader has come to."""

    loaded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = b""
        self._covered = False
        self._ground = QColor("white")
        self._scroll = (0.0, 0.0)
        self._profile, self.interceptor = sealed_profile(
            Routes((), {"report.html": lambda: self._html}), self, REPORT_POLICY
        )
        self._profile.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)
        self._view = QWebEngineView(self)
        self._view.setAcceptDrops(False)  # what is dropped is an exhibit for the window
        self._page = SealedPage(self._profile, self._view)
        self._view.setPage(self._page)
        self._view.setAccessibleName(tr("Report as it will be written"))
        self._view.setContextMenuPolicy(self._view.contextMenuPolicy().NoContextMenu)
        self._page.loadFinished.connect(self._on_loaded)
        layout = QStackedLayout(self)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)

    def show_html(self, html: bytes) -> None:
        """Draw ``html`` (UTF-8); ``loaded`` follows."""
        at = self._page.scrollPosition()
        self._scroll = (at.x(), at.y()) if self._html else (0.0, 0.0)
        self._html = html
        QTimer.singleShot(0, self, self._load)  # starting the browser is a turn of its own

    def _load(self) -> None:
        self._page.load(QUrl(PAGE))

    def set_ground(self, colour: QColor) -> None:
        """The colour around the paper, and before a page is there."""
        self._ground = QColor(colour)
        self._page.setBackgroundColor(self._ground)
        self._dress()

    def set_covered(self, covered: bool) -> None:
        """Pictures gray and blurred, as everywhere in the window."""
        self._covered = covered
        self._dress()

    def _dress(self) -> None:
        covered = "true" if self._covered else "false"
        self._page.runJavaScript(_DRESS % (covered, self._ground.name()), _WORLD)

    def _on_loaded(self, done: bool) -> None:
        self._fit()
        if done:
            self._dress()
            x, y = self._scroll
            self._page.runJavaScript(f"window.scrollTo({x:.0f}, {y:.0f});", _WORLD)
            self._page.runJavaScript(_LET_GO, _WORLD)
        self.loaded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        zoom = (self.width() - 16) / (PAPER_WIDTH + MARGIN)
        self._page.setZoomFactor(max(LEAST_ZOOM, min(1.0, zoom)))

    def shut(self) -> None:
        """Let the page go before its profile, in the order Chromium asks for."""
        self._view.setPage(None)  # type: ignore[arg-type]
        self._page.deleteLater()
