"""The index in the vision worker: progress travels, cancel stops it, a kill costs one request."""

from __future__ import annotations

import os
import shutil
import signal
import time

import pytest

from theodolite.errors import WorkerDied
from theodolite.index import store
from theodolite.jobs import run_to_end
from theodolite.workers import Call, Worker

LUND = "photos/OpenSfM/data/lund/images"


@pytest.fixture
def arguments(corpora, starter, tmp_path):
    folder = tmp_path / "photographs"
    folder.mkdir()
    for number in range(1, 9):
        shutil.copy(corpora / LUND / f"{number:02d}.jpg", folder)
    return {
        "folder": str(folder),
        "out": str(tmp_path / "index"),
        "pack": str(starter("vision-starter").path),
    }


def test_cancel_kill_and_finish(arguments) -> None:
    call = Call("theodolite.index.build:build", arguments)
    with Worker("vision") as worker:
        job = worker.run(call)
        for step in job:
            if step.text.startswith("Indexing") and step.done >= 2:
                break
        job.close()
        job = worker.run(call)
        with pytest.raises(WorkerDied):  # noqa: PT012 - the kill comes in the middle of the work
            for step in job:
                if step.text.startswith("Indexing") and step.done >= 4:
                    os.kill(worker.pid, signal.SIGKILL)
        time.sleep(0.2)  # its decoder goes with it and lets go of nothing we need
        info = run_to_end(worker.run(call))
        assert info.count == 8
        assert info.reused >= 3
        assert store.check(arguments["out"]).sha256 == info.sha256
        path = os.path.join(arguments["folder"], "01.jpg")  # noqa: PTH118
        found = run_to_end(
            worker.run(
                Call(
                    "theodolite.index.search:search_file",
                    {"exhibit": "E1", "path": path, "indexes": [arguments["out"]], "pack": arguments["pack"]},
                )
            )
        )
        assert found.references[0].name == "01.jpg"
