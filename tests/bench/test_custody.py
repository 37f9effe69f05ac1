"""`make bench`, the store: intake and verification beside ``sha256sum``, and a case of 500 exhibits."""

from __future__ import annotations

import io
import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from tests.core.store.conftest import CASE
from tests.core.store.test_destruction import clue_of
from theodolite.domain import Exhibit, Metadata
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

pytestmark = pytest.mark.bench
SIZE, FILES, EXHIBITS = 64 << 20, 3, 500


def timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def _sha256sum(path: Path) -> None:
    subprocess.run(["sha256sum", path], check=True, capture_output=True)


def _take(store: CaseStore, path: Path) -> None:
    run_to_end(store.take(path))


def test_bytes_beside_sha256sum(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(FILES)]
    for path in paths:
        path.write_bytes(os.urandom(SIZE))
    alone = median([timed(partial(_sha256sum, path)) for path in paths])
    with CaseStore.create(tmp_path / "a.case", CASE) as store:
        taken = median([timed(partial(_take, store, path)) for path in paths])
    checked = timed(lambda: run_to_end(verify_case(tmp_path / "a.case"))) / FILES
    rate = SIZE / 1e6
    print(f"\nsha256sum {rate / alone:.0f} MB/s")
    print(f"intake (copy, SHA-256, MD5, flush) {rate / taken:.0f} MB/s, {alone / taken:.2f} of sha256sum")
    print(f"verification (SHA-256, MD5) {rate / checked:.0f} MB/s, {alone / checked:.2f} of sha256sum")


def test_a_case_of_500_exhibits(tmp_path: Path) -> None:
    folder = tmp_path / "a.case"
    store = CaseStore.create(folder, CASE)
    fields = tuple((f"EXIF:Tag{number}", f"value {number}") for number in range(80))

    def fill() -> None:
        for number in range(EXHIBITS):
            path = f"/home/anna/pictures/IMG_{number:04}.jpg"
            kept = store.store_bytes(io.BytesIO(f"bytes {number}".encode() * 50), name=path)
            metadata = Metadata(serial=f"S{number // 50}0012", fields=(*fields, ("EXIF:Artist", "Anna A.")))
            item = Exhibit("", Path(path).name, *kept, "image/jpeg", path, "2026", "A. Examiner", True)
            store.add_exhibit(replace(item, metadata=metadata))
            store.put_clues(f"E{number + 1}", [clue_of("E", f"line {number} {line}") for line in range(6)])

    taken = timed(fill)
    length = store.state().log_length
    first, again = timed(lambda: store.log(200)), timed(lambda: store.log(200))
    whole = timed(lambda: store.log())
    store.close()
    opened = timed(lambda: CaseStore.open(folder).close())
    verified = timed(lambda: run_to_end(verify_case(folder)))
    with CaseStore.open(folder) as store:
        sha256 = store.state().exhibits[6].sha256
        listed = timed(lambda: store.destruction_of("E7"))
        destroyed = timed(lambda: run_to_end(store.destroy("E7", "because", confirmed=sha256[:8])))
    size = (folder / "case.db").stat().st_size / 1e6
    print(f"\n{EXHIBITS} exhibits, {length} records, {size:.1f} MB: {EXHIBITS / taken:.0f} exhibits/s")
    print(f"open {opened:.2f} s, newest 200 records {first:.3f} s then {again:.3f} s, all {whole:.2f} s")
    print(f"verify {verified:.2f} s, list a destruction {listed:.2f} s, destroy {destroyed:.2f} s")
