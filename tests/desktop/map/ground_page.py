"""The real map over packs of the tests, looked at pixel by pixel: ``ground_page.py FOLDER SEED``.

Prints one JSON line: what stood where, what the page said, and how long the event loop was held up.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from theodolite_desktop import sealed_env

sealed_env.seal()

import numpy as np  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from theodolite import packs  # noqa: E402
from theodolite.engine import figure, placenames  # noqa: E402
from theodolite.geo import landscape  # noqa: E402
from theodolite.geo.topology import Area, Topology  # noqa: E402
from theodolite.tiles import TileReader  # noqa: E402
from theodolite_desktop.map.ground import GroundScene, TilePack  # noqa: E402
from theodolite_desktop.map.scene import MapScene  # noqa: E402
from theodolite_desktop.map.seal import register_scheme  # noqa: E402
from theodolite_desktop.map.view import MapView  # noqa: E402
from theodolite_desktop.map.words import words_json  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]
PROBE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


class Page:
    """The map, and what a person would do and see."""

    def __init__(self, folder: Path) -> None:
        self.view = MapView((made(folder), ROOT / "resources" / "map", packs.installed("map-ui").path))
        self.view.set_words(words_json(1.0))
        self.troubles: list[str] = []
        self.problems: list[str] = []
        self.view.ground.troubled.connect(self.troubles.append)
        self.view.problemFound.connect(self.problems.append)
        self.view.resize(900, 600)
        self.view.show()
        ready: list[bool] = []
        self.view.ready.connect(lambda: ready.append(True))
        self.until(lambda: bool(ready))
        self.view._page.runJavaScript(PROBE)
        self.beat = Beat()

    def until(self, true: Callable[[], bool], seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                raise TimeoutError(f"{self.view.ground.last} {self.troubles} {self.problems}")
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()

    def go(self, lat: float, lon: float, zoom: float) -> Any:
        """Look there, and wait until every tile in view is drawn."""
        seen: list[Any] = []
        self.view.ground.drawn.connect(seen.append)
        self.view.show_place(lat, lon, zoom)
        self.until(lambda: bool(seen) and seen[-1].settled and abs(seen[-1].zoom - zoom) < 0.01)
        self.view.ground.drawn.disconnect(seen.append)
        return seen[-1]

    def ask(self, script: str) -> Any:
        got: list[Any] = []
        self.view._page.runJavaScript(f"JSON.stringify({script})", got.append)
        self.until(lambda: bool(got))
        return json.loads(got[0]) if got[0] else None

    def pixel(self, layer: str, x: int, y: int) -> list[int]:
        """What a layer has drawn at a point of the view: red, green, blue, opacity."""
        return [int(value) for value in self.ask(f"probe.pixel('{layer}', {x}, {y})")]


class Beat:
    """The longest time between two turns of the event loop, in milliseconds, since :meth:`begin`."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


def made(folder: Path) -> Path:
    """The files of the page over a world of one square island."""
    out = folder / "made"
    out.mkdir(exist_ok=True)
    ring = np.array([[-20.0, -10.0], [20.0, -10.0], [20.0, 30.0], [-20.0, 30.0], [-20.0, -10.0]])
    island = Topology((Area("XX", "Island", False, "", (((0,),),)),), [ring], {})
    (out / "land.bin").write_bytes(landscape.packed(island))
    (out / "names.bin").write_bytes(placenames.packed([("Island", 10.0, 0.0, 1600.0)], ""))
    page = figure.build()
    for name, text in (*page.files, ("index.html", page.html)):
        (out / name).write_text(text, encoding="utf-8")
    return out


def scene_of(folder: Path, reader: TileReader, points: bytes = b"") -> GroundScene:
    """The archives in ``folder`` as a ground, in the order of their names."""
    found = []
    for number, path in enumerate(sorted(folder.glob("*.*tiles"))):
        facts = reader.facts(path)
        found.append(
            TilePack(
                number, facts.name or path.stem, path, facts.vector, facts.min_zoom, facts.max_zoom,
                facts.west, facts.south, facts.east, facts.north, facts.credits,
            )
        )  # fmt: skip
    lines = folder / "boundaries.json"
    return GroundScene(tuple(found), lines if lines.exists() else None, points, (), reader)


def looked(page: Page, folder: Path, seed: int) -> Iterator[tuple[str, Any]]:
    """Each finding by its name."""
    reader = TileReader()
    page.view.set_scene(MapScene(theme="light"))
    page.go(10, 0, 3)
    yield "land", page.pixel("land", 440, 290)
    yield "water", page.pixel("land", 880, 300)
    page.view.ground.put(scene_of(folder, reader))
    page.until(lambda: page.view.ground.last.serial >= 2)
    page.beat.begin()
    yield "raster", [page.go(10, 0, 4).filled, page.pixel("detail", 440, 290)]
    yield "above", page.pixel("detail", 440, 100)
    yield "beyond", page.go(10, 0, 10).nodata
    yield "hatched", page.pixel("detail", 440, 290)[3]
    yield "notice", page.ask("probe.notice()")
    street = page.go(0.001, 0.001, 14)
    yield "street", [street.filled, street.nodata]
    yield "names", page.ask("probe.names()")
    centre = page.ask("probe.origin()")
    x, y = (int(v) for v in centre)
    yield "sea", page.pixel("detail", x + 128, y + 40)
    yield "park", page.pixel("detail", x + 20, y + 150)
    yield "hole", page.pixel("detail", x + 48, y + 176)
    yield "road", page.pixel("detail", x + 150, y + 192)
    page.view.set_scene(MapScene(theme="dark"))
    page.go(0.001, 0.001, 14)
    yield "dark sea", page.pixel("detail", x + 128, y + 40)
    page.view.set_scene(MapScene(theme="light"))
    page.go(60, 100, 4)
    yield "damaged", page.troubles
    yield "stall", page.beat.longest
    drawn = np.random.default_rng(seed)
    lat, lon = drawn.uniform(-60, 60, 50_000), drawn.uniform(-179, 179, 50_000)
    page.view.ground.show_points(landscape.packed_points(lat, lon, 40_000))
    page.until(lambda: page.view.ground.last.points > 0)
    told = page.go(0, 0, 3)
    yield "points", [told.points, told.total]
    yield "dots", page.ask("probe.inked()")
    page.view.ground.show_points(b"")
    page.until(lambda: page.view.ground.last.points == 0)
    yield "no dots", page.ask("probe.inked()")
    tile = base64.b64encode(Path(__file__).with_name("street.mvt").read_bytes()).decode()
    yield "fuzz", page.ask(f"probe.fuzz('{tile}', {seed & 0x7FFFFFFF}, 3000)")
    yield "problems", page.problems
    yield "blocked", page.view.interceptor.blocked
    child = reader._child
    page.view.shut()
    yield "ended", child is not None and child.poll() is not None


def main() -> None:
    register_scheme()
    app = QApplication([])
    folder = Path(sys.argv[1])
    page = Page(folder)
    print(json.dumps(dict(looked(page, folder, int(sys.argv[2])))), flush=True)
    del app
    os._exit(0)


if __name__ == "__main__":
    main()
