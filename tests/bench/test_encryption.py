"""`make bench`, encryption at rest: what it costs, beside the same work in a plain case and `sha256sum`."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from theodolite.domain import AreaReach, Case, Exhibit, Hint, HintState, Strength
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case
from theodolite.store.cipher import header

pytestmark = pytest.mark.bench
SIZE = 64_000_000
PASSPHRASE = "a passphrase for measuring"
CASE = Case("Bench", "How fast?", "A. Examiner", "2026-01-01T00:00:00.000Z")


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    found = action()
    return time.perf_counter() - begin, found


def test_unlocking(tmp_path: Path) -> None:
    made, _ = timed(lambda: header.make(tmp_path, PASSPHRASE))
    opened, _ = timed(lambda: header.unlock(tmp_path, PASSPHRASE))
    memory = header.COST.memory >> 10
    print(f"\nkey from a passphrase: {made:.2f} s to make, {opened:.2f} s to open ({memory} MiB)")


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_originals(tmp_path: Path, passphrase: str | None) -> None:
    """One original of 64 MB, in, out and verified; the ratio is to `sha256sum` of the same file."""
    source = tmp_path / "film.mov"
    source.write_bytes(random.randbytes(SIZE))
    summed, _ = timed(lambda: subprocess.run(["sha256sum", source], check=True, capture_output=True))
    with CaseStore.create(tmp_path / "a.case", CASE, passphrase) as store:
        taken, kept = timed(lambda: run_to_end(store.take(source)))
        item = store.add_exhibit(Exhibit("", "film.mov", *kept, "video/mp4", "", "2026", "A", True))

        def read() -> None:
            with store.read_original(item.sha256) as stream:
                while stream.read(1 << 20):
                    pass

        def confirm() -> None:
            with run_to_end(store.confirm(item)):
                pass

        streamed, _ = timed(read)
        confirmed, _ = timed(confirm)
        verified, result = timed(lambda: run_to_end(verify_case(store.folder, keys=store.keys)))
    assert result.intact
    rows = (("intake", taken), ("read", streamed), ("confirm and lend", confirmed), ("verify", verified))
    words = [f"{name} {SIZE / one / 1e6:.0f} MB/s, {summed / one:.2f} of sha256sum" for name, one in rows]
    print(f"\n{'encrypted' if passphrase else 'plain'}: {'; '.join(words)} ({SIZE / summed / 1e6:.0f} MB/s)")


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_edits(tmp_path: Path, passphrase: str | None) -> None:
    hint = Hint("", "t", "t", AreaReach("country", ("IT",)), Strength.WEAK, HintState.ON, "2026")
    with CaseStore.create(tmp_path / "a.case", CASE, passphrase) as store:
        taken, _ = timed(lambda: [store.add_hint(hint) for _ in range(200)])
    print(
        f"\n{'encrypted' if passphrase else 'plain'}: {taken / 200 * 1000:.2f} ms an edit that is confirmed"
    )
