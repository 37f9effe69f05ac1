"""Files in memory lent to workers: read there, by whoever was asked, and given back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite.jobs import run_to_end
from theodolite.store.cipher.lent import lend
from theodolite.workers import Call, Worker
from theodolite.workers.lending import lent

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="files in memory are Linux's")

IN_A_NAMESPACE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from theodolite.jobs import run_to_end
from theodolite.store.cipher.lent import lend
from theodolite.workers import Call, Worker
with Worker("test") as worker, lend(b"secret") as path:
    read = run_to_end(worker.run(Call("lending_jobs:read", {"path": str(path)})))[0]
    spelled = str(path).replace("/fd/", "/./fd/")  # not recognised, so not lent
    directly = run_to_end(worker.run(Call("lending_jobs:through", {"parent": spelled})))
    print(json.dumps([read.decode(), directly, worker.isolated]))
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with pytest.MonkeyPatch.context() as patch, Worker("test") as started:
        patch.syspath_prepend(str(HERE))
        yield started


def test_a_worker_reads_what_is_lent_and_gives_it_back(worker: Worker) -> None:
    counts = set()
    for number in range(5):
        with lend(f"one {number}".encode()) as one, lend(b"two" * 90_000) as two:
            call = Call("lending_jobs:read", {"path": str(one), "other": str(two)})
            first, second, count = run_to_end(worker.run(call))
            assert (first, second) == (f"one {number}".encode(), b"two" * 90_000)
            counts.add(count)
    assert len(counts) == 1, "nothing piles up in the worker"


def test_after_a_cancelled_request_the_right_file_is_read(worker: Worker) -> None:
    with lend(b"first") as one:
        job = worker.run(Call("lending_jobs:slowly", {"path": str(one)}))
        for step in job:
            if not step.waiting:
                break
        job.close()
    with lend(b"second") as two:
        assert run_to_end(worker.run(Call("lending_jobs:read", {"path": str(two)})))[0] == b"second"


def test_a_new_worker_after_a_kill_is_lent_files_too(worker: Worker) -> None:
    with lend(b"content") as path:
        call = Call("lending_jobs:read", {"path": str(path)})
        run_to_end(worker.run(call))
        assert worker.pid is not None
        os.kill(worker.pid, 9)
        while worker.pid is not None:
            time.sleep(0.01)
        assert run_to_end(worker.run(call))[0] == b"content"


def test_ordinary_paths_are_left_alone(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"plain")
    others = {"path": str(tmp_path / "x"), "number": 7, "self": "/proc/self/fd/3", "long": "/proc/1/fd/3x"}
    assert lent(Call("m:f", others)) == {}
    assert run_to_end(worker.run(Call("lending_jobs:read", {"path": others["path"]})))[0] == b"plain"


def test_a_worker_in_a_user_namespace_of_its_own() -> None:
    """What an ordinary user's workers are in: the parent's descriptors are closed to them, lent ones not."""
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("there is no setpriv to give up the powers of root")
    powerless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    command = [*powerless, sys.executable, "-c", IN_A_NAMESPACE, str(HERE)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    read, directly, isolated = json.loads(ran.stdout)
    assert read == "secret"
    if not isolated:
        pytest.skip("this kernel gives no namespaces to ordinary users")
    assert directly == "PermissionError"
