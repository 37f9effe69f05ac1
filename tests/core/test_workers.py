from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.conftest import on_ci
from theodolite import offline
from theodolite.errors import InputError, NetworkRefused, PackMissing, TheodoliteError, WorkerDied
from theodolite.jobs import Progress, run_to_end
from theodolite.workers import Call, Partial, Worker, cancelled, physical_cores, threads
from theodolite.workers.messages import encode
from theodolite.workers.parent import error_class

pytestmark = pytest.mark.alone

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _importable_in_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))


@pytest.fixture
def worker() -> Iterator[Worker]:
    before = set(threading.enumerate())
    with Worker("test") as started:
        yield started
    assert set(threading.enumerate()) <= before
    assert started.pid is None


def job(name: str, *, silence_s: float | None = None, **kwargs: Any) -> Call:
    return Call(f"worker_jobs:{name}", kwargs, silence_s)


def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.01)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_results_and_the_same_child_for_every_call(worker: Worker) -> None:
    assert worker.pid is None
    assert worker.isolated is None
    assert run_to_end(worker.run(job("add", a=2, b=3))) == 5
    assert run_to_end(worker.run(job("pid"))) == worker.pid != os.getpid()
    assert worker.restarts == 0


def test_progress_arrives_in_order_and_partials_carry_values(worker: Worker) -> None:
    steps: list[Progress] = []
    assert run_to_end(worker.run(job("count", n=4)), steps.append) == 4
    assert [step for step in steps if not step.waiting] == [Progress("numbers", i, 4) for i in range(4)]
    steps.clear()
    assert run_to_end(worker.run(job("spell", word="Arezzo")), steps.append) == "Arezzo"
    assert "".join(step.value for step in steps if isinstance(step, Partial)) == "Arezzo"
    assert Partial("x", "letters", 1, 2) == Partial("x", "letters", 1, 2)
    assert isinstance(Partial("x"), Progress)


def test_arrays_travel_beside_the_pickle_and_stay_writable(worker: Worker) -> None:
    array = np.arange(2_000_000, dtype=np.float32).reshape(2, -1)
    assert len(encode(array)[0]) < 1000
    result = run_to_end(worker.run(job("double", array=array)))
    np.testing.assert_array_equal(result, array * 2)
    result[0, 0] = 1.0
    empty = run_to_end(worker.run(job("double", array=np.zeros((0, 3), np.float32))))
    assert empty.shape == (0, 3)


def test_our_errors_come_back_as_themselves_and_others_with_their_text(worker: Worker) -> None:
    with pytest.raises(PackMissing, match="packs fetch gallery"):
        run_to_end(worker.run(job("refuse")))
    with pytest.raises(InputError, match="not like this"):
        run_to_end(worker.run(job("refuse_later")))
    with pytest.raises(TheodoliteError, match="ZeroDivisionError: nothing to divide") as caught:
        run_to_end(worker.run(job("break_down")))
    assert type(caught.value) is TheodoliteError
    assert "in break_down" in "".join(caught.value.__notes__)
    for name, text in (("leave", "SystemExit: 3"), ("unsendable", "pickle"), ("wrong_step", "not Progress")):
        with pytest.raises(TheodoliteError, match=text):
            run_to_end(worker.run(job(name)))
    for call in (Call("worker_jobs:nothing"), Call("no.such.module:f"), Call("nonsense")):
        with pytest.raises(TheodoliteError, match="No such work"):
            run_to_end(worker.run(call))
    assert run_to_end(worker.run(job("add", a=1, b=1))) == 2
    assert worker.restarts == 0
    assert error_class("no-such-code") is TheodoliteError


def test_what_cannot_be_sent_to_the_child_is_an_error_here(worker: Worker) -> None:
    with pytest.raises(Exception, match=r"(?i)pickle"):
        run_to_end(worker.run(job("add", a=lambda: 1, b=2)))
    assert run_to_end(worker.run(job("add", a=1, b=1))) == 2


def test_printing_does_not_disturb_the_protocol(worker: Worker) -> None:
    assert run_to_end(worker.run(job("chatter"))) == "quiet"


def test_no_step_blocks(worker: Worker) -> None:
    bound = 0.1 * (3 if on_ci() else 1)
    running = worker.run(job("wait_for_cancel"))
    next(running)
    slowest = 0.0
    for _ in range(60):
        start = time.perf_counter()
        assert next(running).waiting
        slowest = max(slowest, time.perf_counter() - start)
    assert slowest < bound
    start = time.perf_counter()
    running.close()
    assert time.perf_counter() - start < bound


def test_closing_cancels_cooperatively_and_the_next_call_uses_the_same_child(
    worker: Worker, tmp_path: Path
) -> None:
    marker = tmp_path / "closed"
    running = worker.run(job("count_forever", marker=str(marker)))
    while next(running).waiting:
        pass
    pid = worker.pid
    running.close()
    assert run_to_end(worker.run(job("add", a=1, b=1))) == 2
    assert marker.read_text() == "closed"
    assert worker.pid == pid
    plain = worker.run(job("wait_for_cancel"))
    until(lambda: not next(plain) or (worker._child is not None and not worker._child.idle))
    plain.close()
    assert run_to_end(worker.run(job("add", a=1, b=2))) == 3
    assert worker.pid == pid
    assert not cancelled()


def test_a_worker_that_does_not_stop_is_killed_after_two_seconds(worker: Worker) -> None:
    running = worker.run(job("hang"))
    until(lambda: next(running).waiting and worker._child is not None and worker._child._busy is not None)
    pid = worker.pid
    assert pid is not None
    start = time.monotonic()
    running.close()
    assert time.monotonic() - start < 0.1
    assert run_to_end(worker.run(job("add", a=1, b=1))) == 2
    assert 1.5 < time.monotonic() - start < 8
    assert worker.restarts == 1
    assert not alive(pid)


def test_kill_9_in_the_middle_is_said_and_the_next_request_works(worker: Worker) -> None:
    running = worker.run(job("hang"))
    until(lambda: next(running).waiting and worker._child is not None and worker._child._busy is not None)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    with pytest.raises(WorkerDied, match=r"test worker ended unexpectedly \(killed by SIGKILL\)"):
        run_to_end(running)
    assert run_to_end(worker.run(job("add", a=20, b=22))) == 42
    assert worker.restarts == 1


def test_kill_9_while_idle_is_not_even_noticed(worker: Worker) -> None:
    first = run_to_end(worker.run(job("pid")))
    os.kill(first, signal.SIGKILL)
    until(lambda: worker.pid is None)
    assert run_to_end(worker.run(job("pid"))) != first


def test_silence_counts_as_hung_when_asked(worker: Worker) -> None:
    with pytest.raises(WorkerDied, match=r"no answer for 0\.3 s"):
        run_to_end(worker.run(job("hang", silence_s=0.3)))
    assert run_to_end(worker.run(job("add", a=1, b=1))) == 2


def test_jobs_of_one_worker_wait_in_line(worker: Worker) -> None:
    first, second = worker.run(job("count", n=30)), worker.run(job("add", a=1, b=2))
    next(first)
    assert next(second).waiting
    assert run_to_end(first) == 30
    assert run_to_end(second) == 3
    third = worker.run(job("add", a=1, b=2))
    third.close()  # never started: takes no place in the line
    assert run_to_end(worker.run(job("add", a=1, b=4))) == 5


def test_close_with_a_job_open(worker: Worker) -> None:
    running = worker.run(job("hang"))
    until(lambda: next(running).waiting and worker._child is not None and worker._child._busy is not None)
    worker.close()
    with pytest.raises(WorkerDied):
        run_to_end(running)


def test_the_child_is_offline_nice_and_without_qt(worker: Worker) -> None:
    seen = run_to_end(worker.run(job("look_about")))
    assert seen["nice"] >= 10
    assert seen["hf"] == "1"
    assert seen["hook"]
    assert not seen["qt"]
    assert seen["uid"] == os.getuid()
    assert seen["threads"]
    if worker.isolated:
        assert seen["interfaces"] == ["lo"]
    with pytest.raises(NetworkRefused, match=r"192\.0\.2\.1:9"):
        run_to_end(worker.run(job("connect_somewhere")))
    assert "test worker: connect 192.0.2.1:9" in offline.take_refused()  # and forgotten: none but this did


PARENT = """
import sys
sys.path.insert(0, {here!r})
from theodolite.workers import Call, Worker
worker = Worker("orphan")
job = worker.run(Call("worker_jobs:hang"))
for _ in range(400):
    next(job)
    if worker._child and worker._child._busy: break
print(worker.pid, flush=True)
{end}
"""


@pytest.mark.parametrize("end", ["import os; os.kill(os.getpid(), 9)", "pass"])
def test_the_child_ends_with_its_parent(end: str) -> None:
    code = PARENT.format(here=str(HERE), end=end)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    pid = int(done.stdout)
    until(lambda: not alive(pid), 5)


def test_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THEODOLITE_THREADS", raising=False)
    assert threads() == max(1, physical_cores() - 1)
    assert 1 <= physical_cores() <= (os.cpu_count() or 1)
    monkeypatch.setenv("THEODOLITE_THREADS", "3")
    assert threads() == 3
