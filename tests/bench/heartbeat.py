"""How long the event loop was away: a timer ticks in the window's thread, the largest gap is the stall."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 2
SUSPICIOUS_S = 0.05


@dataclass(frozen=True)
class Gap:
    """``seconds`` without a tick during ``phase``; ``processor`` of them the thread itself was working."""

    phase: str
    seconds: float
    processor: float
    where: str = ""


class Heartbeat(QObject):
    """``with Heartbeat() as beat: beat.phase("opening"); ...`` and then ``beat.worst()`` by phase."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self._phase = "start"
        self._last = time.perf_counter()
        self._used = time.thread_time()
        self._seen = ""
        self._main = threading.get_ident()
        self._over = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._watch = threading.Thread(target=self._look, name="stall watch", daemon=True)

    def __enter__(self) -> Heartbeat:
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer.start()
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._tick()
        self._timer.stop()
        self._over.set()
        self._watch.join()

    def phase(self, name: str) -> None:
        """What follows belongs to ``name``."""
        self._tick()
        self._phase = name

    def _tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.gaps.append(Gap(self._phase, now - self._last, used - self._used, self._seen))
        self._last, self._used, self._seen = now, used, ""

    def _look(self) -> None:
        """Thread: where the window's thread is while it does not tick; only to say so."""
        while not self._over.wait(0.01):
            if time.perf_counter() - self._last > SUSPICIOUS_S and not self._seen:
                frame = sys._current_frames().get(self._main)
                lines = [
                    f"{s.filename.rsplit('/', 1)[-1]}:{s.lineno}" for s in traceback.extract_stack(frame)
                ]
                self._seen = " > ".join(lines[-6:])

    def worst(self) -> dict[str, Gap]:
        """The largest gap of each phase, in the order of the phases."""
        found: dict[str, Gap] = {}
        for gap in self.gaps:
            if gap.phase not in found or gap.seconds > found[gap.phase].seconds:
                found[gap.phase] = gap
        return found

    def report(self) -> str:
        lines = []
        for name, gap in self.worst().items():
            mine = [g.seconds for g in self.gaps if g.phase == name]
            long = sum(1 for seconds in mine if seconds > SUSPICIOUS_S)
            own = f"({1000 * gap.processor:.1f} its own work)"
            often = f"{long} above {1000 * SUSPICIOUS_S:.0f} ms in {sum(mine):.1f} s"
            lines.append(f"  {name:34} longest {1000 * gap.seconds:6.1f} ms {own}, {often}  {gap.where}")
        return "\n".join(lines)
