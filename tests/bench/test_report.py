"""Report time for 5, 50 and 500 exhibits, and the memory that the window and the desk worker take for it."""

from __future__ import annotations

import io
import resource
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from theodolite.engine import Engine
from theodolite.jobs import Job, run_to_end

pytestmark = [pytest.mark.bench, pytest.mark.packs]


def photograph(seed: int) -> bytes:
    """A JPEG of 1600 x 1200 that compresses as photographs do, unlike any other."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (60, 80, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(small).resize((1600, 1200), Image.Resampling.BICUBIC).save(out, "JPEG", quality=85)
    return out.getvalue()


def resident_mb(pid: int | None) -> float:
    """The most a process has held so far, MB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


class Watch(threading.Thread):
    """The desk worker's peak, also when it ends on its own."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(daemon=True)
        self.engine, self.peak, self.over = engine, 0.0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.05):
            self.peak = max(self.peak, resident_mb(self.engine.desk.pid))


def timed(job: Job[object]) -> float:
    begin = time.perf_counter()
    run_to_end(job)
    return time.perf_counter() - begin


@pytest.mark.parametrize("count", [5, 50, 500])
def test_report_time(count: int, tmp_path: Path) -> None:
    engine = Engine()
    watch = Watch(engine)
    watch.start()
    try:
        run_to_end(engine.prepare())
        files = [tmp_path / f"photo-{number:03}.jpg" for number in range(count)]
        for number, file in enumerate(files):
            file.write_bytes(photograph(number))
        session = engine.new_case(tmp_path / "many", question="Where?", operator="A. Examiner")
        run_to_end(session.add_files(files))
        first = ("E1",)
        seconds = {
            name: timed(session.report(tmp_path / name, (name,), first)) for name in ("html", "json", "pdf")
        }
        sizes = {name: (tmp_path / name / f"report.{name}").stat().st_size / 1e6 for name in seconds}
        session.close()
    finally:
        watch.over.set()
        watch.join()
        engine.dispose()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = ", ".join(f"{name} {seconds[name]:.1f} s ({sizes[name]:.1f} MB)" for name in seconds)
    print(f"\n{count} exhibits: {told}; peak {own:.0f} MB here, {watch.peak:.0f} MB in the desk worker")
    assert all(size > 0 for size in sizes.values())
