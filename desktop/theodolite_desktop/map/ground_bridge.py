"""The typed channel for what lies under the marks: the page says what it drew, and asks for a pack."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the page shows of the ground: tiles in view, how many of them packs filled, and whether some are
    without data; reference points of how many; names; at which zoom."""

    serial: int = 0
    zoom: float = 0.0
    tiles: int = 0
    filled: int = 0
    nodata: bool = False
    settled: bool = False
    points: int = 0
    total: int = 0
    names: int = 0


class GroundBridge(QObject):
    """Signals of the first group go to the page; its calls come out as those of the second."""

    groundChanged = Signal(str)
    pointsShown = Signal(bool)

    loaded = Signal()
    drawn = Signal(object)
    importAsked = Signal()
    troubled = Signal(str)

    @Slot()
    def ready(self) -> None:
        self.loaded.emit()

    @Slot(str)
    def drew(self, text: str) -> None:
        found = read_drawn(text)
        if found is not None:
            self.drawn.emit(found)

    @Slot()
    def importPack(self) -> None:
        self.importAsked.emit()

    @Slot(str)
    def trouble(self, text: str) -> None:
        self.troubled.emit("".join(c for c in text[:_LONGEST] if c.isprintable()))


def read_drawn(text: str) -> Drawn | None:
    """What a page says it drew; None for anything else that it says."""
    try:
        table = json.loads(text[:10_000])
        whole = {name: int(table[name]) for name in ("serial", "tiles", "filled", "points", "total", "names")}
        zoom, nodata, settled = float(table["zoom"]), table["nodata"] is True, table["settled"] is True
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return Drawn(zoom=zoom, nodata=nodata, settled=settled, **whole) if math.isfinite(zoom) else None
