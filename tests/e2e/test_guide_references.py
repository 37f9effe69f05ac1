"""The commands of the page on indexes are run."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.e2e.contract import Command
from tests.e2e.test_guide import GUIDE, TOWER, commands
from theodolite.engine import Engine, sample
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.xdist_group("sample")  # the index of the sample case is made once


@pytest.mark.packs
def test_the_commands_work(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    engine = Engine()
    try:
        run_to_end(sample.build(engine, tmp_path / "tower.case"))
    finally:
        engine.dispose()
    for folder, names in {"photographs": ("arezzo-1", "berlin-1"), "more-photographs": ("lund-1",)}.items():
        (tmp_path / folder).mkdir()
        for name in names:
            shutil.copyfile(TOWER / "references" / f"{name}.jpg", tmp_path / folder / f"{name}.jpg")
    shutil.copyfile(TOWER / "square.jpg", tmp_path / "forwarded.jpg")
    random = np.random.default_rng(1)
    table = {
        "id": [f"photo {row}" for row in range(50)],
        "lat": random.uniform(-60, 60, 50),
        "lon": random.uniform(-180, 180, 50),
        "embedding": list(random.normal(size=(50, 512)).astype(np.float32)),
    }
    pq.write_table(pa.table(table), tmp_path / "embeddings.parquet")
    counts = []
    for words in commands(GUIDE / "references.md"):
        code, document = command(*words)
        assert code == 0, (words, document)
        if words[0] == "index":
            counts.append((words[1], document["data"].get("count", document["data"].get("total"))))
    assert counts == [
        ("build", 2),
        ("search", 2),
        ("build", 50),
        ("append", 3),
        ("remove", 2),
        ("compact", 2),
        ("info", 2),
        ("verify", 2),
        ("search", 52),
        ("search", 2),
    ]
