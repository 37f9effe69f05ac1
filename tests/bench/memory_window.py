"""A window that opens and closes one case again and again and prints what it holds after each time.

``python -m tests.bench.memory_window CASE TIMES``: a JSON object a line, bytes of anonymous memory (RssAnon
of /proc/PID/status) of the window's process and, apart, of the processes of its web view.
"""

from __future__ import annotations

import gc
import json
import re
import sys
from pathlib import Path

import psutil

from tests.bench.driving import ranked, real_window, until
from theodolite_desktop.app import application

VIEWS = ("Image", "Compare", "Map", "Report")


def anonymous(pid: int) -> int:
    """Bytes of anonymous resident memory; 0 where the process is gone."""
    try:
        found = re.search(r"RssAnon:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return 1024 * int(found[1]) if found else 0


def web_view() -> int:
    children = psutil.Process().children(recursive=True)
    return sum(anonymous(child.pid) for child in children if "QtWebEngine" in child.name())


def main(case: str, times: int) -> None:
    app = application(["memory-window"])
    with real_window(app, Path(case).parent) as window:
        controller, shell = window.controller, window.shell
        drawn: list[int] = []
        shell.map.made.connect(lambda view: view.drawn.connect(drawn.append))
        for _ in range(times):
            controller.open_case(Path(case))
            until(lambda: ranked(window))
            for name in VIEWS:
                shell.show_centre(name)
                if name == "Compare" and not shell.compare.current:
                    shell.compare.step(1)
                if name == "Map":
                    until(lambda: bool(drawn))
                until(controller.runner.idle)
            until(lambda: shell.report.settled)
            shell.show_centre("Image")
            controller.close_case()
            until(lambda: not controller.path and controller.runner.idle())
            gc.collect()
            print(json.dumps({"window": anonymous(psutil.Process().pid), "web": web_view()}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
