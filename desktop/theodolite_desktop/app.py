"""Composition root: everything is made here and handed to what needs it. `theodolite-desktop [CASE]`."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite_desktop import sealed_env

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from theodolite.engine import Engine
    from theodolite_desktop.commands import Commands
    from theodolite_desktop.controller import Controller
    from theodolite_desktop.settings import Settings
    from theodolite_desktop.theme import Theme
    from theodolite_desktop.views.report_page import PaperFactory
    from theodolite_desktop.views.shell import Shell
    from theodolite_desktop.wiring import Wiring


@dataclass(frozen=True)
class Window:
    """The parts of a running window, for those who drive it (tests, the tour)."""

    theme: Theme
    shell: Shell
    controller: Controller
    wiring: Wiring
    commands: Commands


def make_engine() -> Engine:
    """Imported on the store thread only, after the first paint."""
    from theodolite.engine import Engine

    return Engine()


def cases_folder() -> Path:
    """Where untitled cases begin: the documents folder, unless THEODOLITE_CASES names another."""
    from PySide6.QtCore import QStandardPaths

    chosen = os.environ.get("THEODOLITE_CASES")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(chosen) if chosen else Path(documents or Path.home()) / "Theodolite"


def make_map(folders: tuple[Path, ...], parent: QWidget) -> QWidget:
    """The sealed web view over ``folders``; imported when the map is first shown."""
    from theodolite_desktop.map.seal import register_scheme
    from theodolite_desktop.map.view import MapView

    register_scheme()

    return MapView(folders, parent)


def make_paper(parent: QWidget) -> QWidget:
    """The sealed web view of the report; imported when the first page is laid out."""
    from theodolite_desktop.map.paper import PaperView
    from theodolite_desktop.map.seal import register_scheme

    register_scheme()

    return PaperView(parent)


def application(argv: list[str]) -> QApplication:
    """The one QApplication, with what the web view needs to be set before it exists."""
    sealed_env.seal()
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(argv)
    app.setApplicationName("Theodolite")
    app.setOrganizationName("Theodolite")
    app.setDesktopFileName("theodolite")
    return app


def speak(app: QApplication, code: str) -> None:
    """Put a language in force, before the first widget is made. English needs no translator."""
    if code != "en":
        from theodolite_desktop import translators

        translators.install(app, code)


def build(
    app: QApplication,
    *,
    appearance: str = "system",
    engine_factory: object = None,
    paper_factory: PaperFactory = make_paper,
    settings: Settings | None = None,
) -> Window:
    """A window with its store thread, not yet shown and with no case.

    ``settings``: what the person has chosen before, and where that is kept; None: nothing, and forgotten.
    """
    from theodolite_desktop.commands import Commands
    from theodolite_desktop.controller import Controller
    from theodolite_desktop.desk import Desk
    from theodolite_desktop.runner import Runner
    from theodolite_desktop.settings import Settings
    from theodolite_desktop.theme import Theme
    from theodolite_desktop.views.shell import Shell
    from theodolite_desktop.wiring import Wiring

    settings = settings or Settings()
    theme = Theme(app, appearance, settings.scale)  # type: ignore[arg-type]
    shell = Shell(theme, make_map, paper_factory)
    desk = Desk(engine_factory or make_engine)  # type: ignore[arg-type]
    controller = Controller(Runner(shell), desk, cases_folder())
    wiring = Wiring(shell, controller)
    commands = Commands(wiring, settings)
    theme.put_on()
    return Window(theme, shell, controller, wiring, commands)


def close(window: Window) -> None:
    """Keep what is being typed, end the store thread and the workers, let the map go."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if window.controller.path:
        window.controller.caseLeaving.emit()
    views = [v for v in (window.shell.map.map, window.shell.report.paper) if v and hasattr(v, "shut")]
    for view in views:
        view.shut()
    if views:
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.DeferredDelete.value
        )  # the page before its profile
    window.controller.shut()


def main(argv: list[str] | None = None) -> int:
    """Run the window; the exit code."""
    options = _options(sys.argv[1:] if argv is None else argv)
    if not options.tour:
        gc.disable()  # until the first paint, when nothing is garbage yet
    from theodolite import offline

    offline.install("window")
    if options.tour:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application(sys.argv[:1])
    from PySide6.QtCore import QSettings, QTimer

    from theodolite_desktop.aftermath import Aftermath
    from theodolite_desktop.first_paint import after_first_paint
    from theodolite_desktop.settings import Settings
    from theodolite_desktop.traces import forget_folders

    keeper = QSettings()
    settings = Settings(None if options.tour else keeper)
    if options.text_size:
        settings.scale = options.text_size / 100
    remembered = settings.appearance if not options.tour else "light"
    speak(app, options.language or settings.language)
    window = build(app, appearance=options.appearance or remembered, settings=settings)
    if options.tour:
        from theodolite_desktop.tour import tour

        code = tour(app, window, Path(options.case), Path(options.tour))
        close(window)
        return code
    _remember(window, keeper)
    forget_folders()  # of a window that was killed
    window.controller.caseOpened.connect(lambda _path: forget_folders())
    aftermath = Aftermath(window)
    after_first_paint(window.shell, partial(_settle, window, options.case))
    after_first_paint(window.shell, aftermath.begin)
    window.shell.show()
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    signal.signal(signal.SIGTERM, lambda *_: app.quit())
    wake = QTimer()
    wake.start(500)
    wake.timeout.connect(lambda: None)  # lets Python see signals
    code = app.exec()
    close(window)
    aftermath.end()
    forget_folders()
    return int(code)


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="theodolite-desktop", description="The window of Theodolite.")
    parser.add_argument("case", nargs="?", default="", help="case folder to open")
    parser.add_argument("--tour", default="", metavar="FOLDER", help="save a picture of each view and leave")
    parser.add_argument("--appearance", choices=("system", "light", "dark"), default="")
    parser.add_argument(
        "--language", default="", metavar="CODE", help="en, de, ar, pseudo (marks every text)"
    )
    parser.add_argument(
        "--text-size", type=int, default=0, metavar="PERCENT", help="size of text, 100 to 200"
    )
    options = parser.parse_args(argv)
    if options.tour and not options.case:
        parser.error("--tour needs a case")
    return options


COVERS = (("cover", True), ("cover_all", False))
"""What of the cover of graphic content is remembered, and how it is at first."""


def _remember(window: Window, settings: object) -> None:
    """Size and place of the window come back; nothing of a case is kept there."""
    from PySide6.QtCore import QSettings

    assert isinstance(settings, QSettings)
    geometry = settings.value("geometry", "")
    if isinstance(geometry, str) and geometry:
        window.shell.restore_geometry(geometry)

    covered = (settings.value(name, default) in (True, "true") for name, default in COVERS)
    window.commands.keeping.set_cover(marked=next(covered), everything=next(covered))

    def keep() -> None:
        settings.setValue("geometry", window.shell.geometry_state())
        cover = window.commands.keeping.cover
        for (name, _), on in zip(COVERS, (cover.marked, cover.everything), strict=True):
            settings.setValue(name, on)

    window.shell.closing.connect(keep)


def _settle(window: Window, case: str) -> None:
    """After the first paint: icons, then the engine; the window already takes drops."""
    from theodolite_desktop.operations import reading

    gc.freeze()  # what is there now stays: later collections need not look at it
    gc.enable()

    window.shell.dress()
    if case:
        window.controller.open_case(Path(case))
    else:
        make = partial(reading.pack_rows, desk=window.controller.desk)
        window.controller.runner.call(make, window.commands.packs.show_if_needed)


if __name__ == "__main__":
    sys.exit(main())
