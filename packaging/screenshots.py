"""Pictures of every view, panel and dialog of the window, to be looked at: `make screenshots`.

``python packaging/screenshots.py OUT``: builds the sample case, then walks through the window once for each
appearance and language. ``--only LANGUAGE APPEARANCE`` walks once, on the case named by ``--case``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from theodolite_desktop.views.shell import Shell

WALKS = (("en", "light"), ("en", "dark"), ("de", "light"), ("ar", "light"), ("ar", "dark"))
TABS = ("Metadata", "Clues", "Candidates", "Notes", "Custody")
VIEWS = ("Image", "Compare", "Map", "Report")
PANELS = ("jobs", "find", "help", "desk")
#: Commands that ask in a dialog.
ASKING = (
    *("case.new", "case.question", "case.make_index", "case.sources", "case.saved", "case.redact"),
    *("case.review", "case.sign", "case.bundle", "case.stamp", "edit.palette", "edit.goto", "app.settings"),
    *("exhibit.kept", "exhibit.destroy", "image.derive", "camera.sun", "camera.times", "camera.stand"),
    *("candidates.verify", "candidates.reject", "talk.model", "desk.lead", "desk.reference", "help.keys"),
    *("compare.keep", "map.carry", "case.print", "desk.references"),
)
SIZES = ((1440, 900), (1024, 700))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs=2, metavar=("LANGUAGE", "APPEARANCE"))
    parser.add_argument("--case", type=Path)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.only:
        return walk(options.case, options.out, *options.only)
    shutil.rmtree(options.out, ignore_errors=True)
    case = options.out / "sample.case"
    subprocess.run([sys.executable, "-m", "theodolite.cli", "sample", "build", str(case)], check=True)
    worst = 0
    for language, appearance in WALKS:
        copy = options.out / f"{language}-{appearance}.case"
        shutil.copytree(case, copy)
        command = [
            sys.executable,
            __file__,
            str(options.out / f"{language}-{appearance}"),
            "--case",
            str(copy),
        ]
        worst = max(worst, subprocess.run([*command, "--only", language, appearance]).returncode)
        shutil.rmtree(copy)
    shutil.rmtree(case)
    print(f"{len(list(options.out.rglob('*.png')))} pictures in {options.out}")
    return worst


def walk(case: Path, out: Path, language: str, appearance: str) -> int:
    """One window; every picture is named for what it shows."""
    from PySide6.QtWidgets import QWidget

    from theodolite_desktop import app as composition
    from theodolite_desktop.tour import settle, wait_for

    out.mkdir(parents=True, exist_ok=True)
    app = composition.application(["screenshots"])
    composition.speak(app, language)
    window = composition.build(app, appearance=appearance)
    shell, controller = window.shell, window.controller

    def save(widget: QWidget, name: str) -> None:
        widget.grab().save(str(out / f"{name}.png"))

    def rest() -> None:
        wait_for(controller.runner.idle, 60)
        settle(250)

    shell.show()
    shell.dress()
    settle(300)
    save(shell, "empty")
    shell.commands.run("packs.show")
    rest()
    save(shell, "first-run")
    shell.show_packs(False)
    controller.open_case(case)
    ready = wait_for(lambda: controller.snapshot is not None and controller.snapshot.ranking is not None)
    rest()
    for width, height in SIZES:
        shell.resize(width, height)
        for tab in TABS:
            shell.show_centre("Image")
            shell.inspector.show_tab(tab)
            rest()
            save(shell, f"image-{tab.lower()}-{width}")
        for view in VIEWS[1:]:
            shell.show_centre(view)
            shell.inspector.show_tab("Candidates")
            if view == "Compare" and not shell.compare.current:
                shell.compare.step(1)
            if view == "Report":
                wait_for(lambda: shell.report.settled, 60)
            rest()
            settle(2500 if view == "Map" else 500)
            save(shell, f"{view.lower()}-{width}")
    shell.resize(1440, 900)
    shell.show_centre("Image")
    for name in PANELS:
        if name in shell.layout_of_panes.bench.panels:
            shell.show_panel(name)
            rest()
            save(shell, f"panel-{name}")
            shell.show_panel(name, False)
    if "exhibit.table" in shell.commands.actions:
        shell.commands.run("exhibit.table")
        rest()
        save(shell, "triage")
        shell.commands.run("exhibit.list")
    for name in ASKING:
        if name not in shell.commands.actions:
            print(f"no command {name}")
            continue

        shots = dialogs_of(shell, name)
        for number, picture in enumerate(shots):
            picture.save(
                str(out / f"dialog-{name.replace('.', '-')}{f'-{number + 1}' if number else ''}.png")
            )
        if not shots:
            print(f"{name} asks nothing here")
        rest()
    composition.close(window)
    return 0 if ready else 1


def dialogs_of(shell: Shell, name: str) -> list[QPixmap]:
    """Run command ``name`` and say no to what it asks; the pictures of that, none where it asked nothing."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog

    from theodolite_desktop.tour import settle, wait_for

    shots: list[QPixmap] = []
    watch = QTimer(interval=50)

    def look() -> None:
        boxes = [QApplication.activeModalWidget(), *QApplication.topLevelWidgets()]
        for box in boxes:
            if isinstance(box, QDialog) and box.isVisible():
                watch.stop()
                settle(250)
                shots.append(box.grab())
                box.reject()
                watch.start()
                return

    watch.timeout.connect(look)
    watch.start()
    shell.commands.run(name)
    wait_for(lambda: bool(shots), 2)
    settle(150)
    watch.stop()
    return shots


if __name__ == "__main__":
    sys.exit(main())
