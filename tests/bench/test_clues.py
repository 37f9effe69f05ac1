"""`make bench`, the clue engine: seconds an image, and of which source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median

import pytest

from theodolite.domain import CLUE_SOURCES
from theodolite.engine import Engine, Session
from theodolite.jobs import run_to_end

pytestmark = [pytest.mark.bench, pytest.mark.packs]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    engine = Engine()
    made = engine.new_case(tmp_path / "bench.case", question="How fast?")
    yield made
    made.close()
    engine.dispose()


@pytest.mark.parametrize("kind", ["signs", "photographs"])
def test_seconds_of_each_source(session: Session, corpora: Path, kind: str) -> None:
    if kind == "signs":
        files = sorted((corpora / "ocr").rglob("*.jpg"))
    else:
        files = sorted((corpora / "photos" / "exif-py").rglob("*.jpg"))[:40]
    run_to_end(session.add_files(files))
    names = [item.id for item in session.state.exhibits if item.readable]
    run_to_end(session.examine(names[0]))  # the models are loaded once
    run_to_end(session.examine_all(names))
    spent: dict[str, list[float]] = defaultdict(list)
    totals = []
    for item in session.state.exhibits:
        if item.id in names[1:]:
            totals.append(sum(run.seconds for run in item.runs))
            for run in item.runs:
                spent[run.source].append(run.seconds)
    assert totals, "nothing was examined"
    print(f"\nclue engine, {len(totals)} {kind}: median {median(totals):.2f} s, mean {mean(totals):.2f} s")
    for source in CLUE_SOURCES:
        if source in spent:
            share = sum(spent[source]) / sum(totals)
            print(f"  {CLUE_SOURCES[source]:38} {1000 * mean(spent[source]):8.1f} ms  {share:6.1%}")
