"""`make bench`, the engine: what this machine does per file, per image, per query."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

from theodolite.engine import Engine, Session
from theodolite.jobs import run_to_end

pytestmark = [pytest.mark.bench, pytest.mark.packs]
TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"


def timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def session(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    made = engine.new_case(tmp_path_factory.mktemp("bench") / "bench.case", question="How fast?")
    yield made
    made.close()


def photographs(corpora: Path) -> list[Path]:
    return sorted((corpora / "photos" / "OpenSfM").rglob("*.jpg"))


def test_intake(session: Session, corpora: Path) -> None:
    files = photographs(corpora)
    size = sum(file.stat().st_size for file in files)
    taken = timed(lambda: run_to_end(session.add_files(files)))
    print(f"\nintake: {len(files) / taken:.1f} files/s, {size / taken / 1e6:.1f} MB/s (hash, store, inspect)")


def test_clues_per_image(session: Session, corpora: Path) -> None:
    signs = sorted((corpora / "ocr" / "EasyOCR" / "examples").glob("*.jpg"))
    run_to_end(session.add_files(signs))
    names = [item.id for item in session.state.exhibits if item.name in {file.name for file in signs}]
    run_to_end(session.examine(names[0]))
    times = [timed(lambda name=name: run_to_end(session.examine(name))) for name in names]
    print(f"\nclue extraction: median {median(times):.2f} s an image over {len(names)} images of signs")


def test_encoding_and_query(engine: Engine, session: Session, corpora: Path, tmp_path: Path) -> None:
    from theodolite import packs
    from theodolite.workers import Call

    pack, files = packs.installed("vision-starter"), photographs(corpora)
    call = Call(
        "theodolite.index.build:build",
        {"folder": str(files[0].parent), "out": str(tmp_path / "i"), "pack": str(pack.path)},
    )
    count = len(list(files[0].parent.glob("*.jpg")))
    taken = timed(lambda: run_to_end(engine.vision.run(call)))
    print(f"\nindex build: {1000 * taken / count:.0f} ms an image, decoding and encoding, {count} images")
    session.add_index(tmp_path / "i")
    first = session.state.exhibits[0].id
    run_to_end(session.search(first))
    times = [timed(lambda: run_to_end(session.search(first))) for _ in range(5)]
    print(f"search of one exhibit, decoding and encoding included: median {1000 * median(times):.0f} ms")
