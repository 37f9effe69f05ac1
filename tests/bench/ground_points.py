"""Measures a million points on the real map; run as a program, prints one JSON line (test_ground.py)."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import numpy as np
from PySide6.QtWidgets import QApplication

from tests.desktop.map import ground_page as real
from theodolite.geo import landscape
from theodolite_desktop.map.ground import GroundScene
from theodolite_desktop.map.scene import MapScene
from theodolite_desktop.map.seal import register_scheme

COUNT = 1_000_000
VIEWS = {"world": (20.0, 10.0, 2.0), "continent": (48.0, 10.0, 5.0), "city": (48.85, 2.35, 10.0)}


def anonymous_mb(pid: int) -> float:
    text = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(text.partition("RssAnon:")[2].split()[0]) / 1024


def main() -> None:
    register_scheme()
    app = QApplication([])
    page = real.Page(Path(sys.argv[1]))
    pid = page.view._page.renderProcessPid()
    page.view.set_scene(MapScene(theme="light"))
    page.view.ground.put(GroundScene())
    page.go(20, 10, 2)
    drawn = np.random.default_rng(7)
    # Half of them in two hundred cities, half anywhere: as photographs are.
    towns = drawn.uniform((-50, -170), (65, 170), (200, 2))
    near = towns[drawn.integers(0, 200, COUNT // 2)] + drawn.normal(0, 0.1, (COUNT // 2, 2))
    far = drawn.uniform((-60, -179), (70, 179), (COUNT - COUNT // 2, 2))
    lat, lon = np.concatenate([near, far]).T
    found: dict[str, object] = {}
    began = time.perf_counter()
    points = landscape.packed_points(lat, lon, 2_000_000)
    found["packed_s"] = round(time.perf_counter() - began, 3)
    before = anonymous_mb(pid)
    page.beat.begin()
    began = time.perf_counter()
    page.view.ground.show_points(points)
    page.until(lambda: page.view.ground.last.points == COUNT)
    found["shown_s"] = round(time.perf_counter() - began, 3)
    found["points"] = page.view.ground.last.points
    found["shown_stall_ms"] = round(page.beat.longest, 1)
    page.beat.begin()
    views = {}
    for name, where in VIEWS.items():
        page.go(*where)
        views[name] = round(float(page.ask("probe.redraw('points')")[0]), 1)
    found["view_ms"] = views
    found["moved_stall_ms"] = round(page.beat.longest, 1)
    found["page_mb"] = round(anonymous_mb(pid) - before, 1)
    weights = []
    for _ in range(24):
        page.view.ground.show_points(b"")
        page.until(lambda: page.view.ground.last.points == 0)
        page.view.ground.show_points(points)
        page.until(lambda: page.view.ground.last.points == COUNT)
        weights.append(anonymous_mb(pid))
    found["again_mb"] = [round(weight - before, 1) for weight in weights[3::4]]
    page.view.shut()
    print(json.dumps(found), flush=True)
    del app
    os._exit(0)


main()
