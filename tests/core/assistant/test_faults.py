"""What can go wrong with a model file or a worker goes wrong here, with the real worker; then it works again.

The models are tiny and whole but for one fault each; the long prompt is read by the starter model.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.core.packs.models import making
from theodolite import offline
from theodolite.assistant.request import ModelFiles, Ours, Picture, Quoted, Reply, Request, Turn
from theodolite.errors import ModelTooLarge, TemplateRefused, TheodoliteError, WorkerDied
from theodolite.jobs import run_to_end
from theodolite.packs import Pack
from theodolite.workers import Call, Partial, Worker

pytestmark = pytest.mark.alone

LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}" + making.CHATML
ESCAPE = "{{ cycler.__init__.__globals__.os.popen('id').read() }}" + making.CHATML
BOMB = "{{ 'x'.ljust(9999999999) }}" + making.CHATML
CANCEL_S = 2.0

Fault = Callable[[Worker, "Models"], None]


@dataclass(frozen=True)
class Models:
    """Files with one fault each, and a good one."""

    good: Path
    cut: Path
    loop: Path
    escape: Path
    bomb: Path
    aborts: Path
    wide: Path


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Models:
    pytest.importorskip("llama_cpp")
    pytest.importorskip("gguf")
    folder = tmp_path_factory.mktemp("models")
    good = making.model(folder / "good.gguf")
    return Models(
        good=good,
        cut=making.cut(good, folder / "cut.gguf", 0.6),
        loop=making.model(folder / "loop.gguf", template=LOOP),
        escape=making.model(folder / "escape.gguf", template=ESCAPE),
        bomb=making.model(folder / "bomb.gguf", template=BOMB),
        aborts=making.model(folder / "aborts.gguf", change=below_zero),
        wide=making.projector(folder / "mmproj-wide.gguf", width=2 * making.WIDTH),
    )


def below_zero(writer: Any) -> None:
    """A norm with a negative epsilon: the file loads; an assertion ends the process at the first token."""
    for table in writer.kv_data:
        key = "llama.attention.layer_norm_rms_epsilon"
        if key in table:
            table[key].value = -1.0


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("language") as started:
        yield started


def speak(path: Path, text: str = "Where is this?", *, tokens: int = 8, context: int = 1024) -> Call:
    request = Request(
        ModelFiles(str(path)),
        (Turn("system", (Ours("Be brief."),)), Turn("user", (Ours("Read: "), Quoted(text)))),
        max_tokens=tokens,
        context=context,
    )
    return Call("theodolite.assistant.runtime:speak", {"request": request}, silence_s=60)


def look(path: Path, projector: Path) -> Call:
    """The same with a photograph of one colour."""
    picture = Picture("0" * 64, 56, 56, b"\x80" * (3 * 56 * 56))
    turn = Turn("user", (picture, Ours("Where is this?")))
    request = Request(ModelFiles(str(path), str(projector)), (turn,), max_tokens=8, context=1024)
    return Call("theodolite.assistant.runtime:speak", {"request": request}, silence_s=60)


def answer(worker: Worker, call: Call) -> Reply:
    reply: Reply = run_to_end(worker.run(call))
    return reply


def works(worker: Worker, models: Models, expected: str) -> None:
    assert answer(worker, speak(models.good)).text == expected


@pytest.fixture(scope="module")
def expected(worker: Worker, models: Models) -> str:
    return answer(worker, speak(models.good)).text


def killed(worker: Worker, models: Models) -> None:
    """kill -9 while it writes."""
    job = worker.run(speak(models.good, tokens=900))
    while not isinstance(next(job), Partial):
        pass
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    with pytest.raises(WorkerDied, match=r"language worker ended unexpectedly \(killed by SIGKILL"):
        run_to_end(job)


def cancelled(worker: Worker, models: Models) -> None:
    """Closed while it writes."""
    job = worker.run(speak(models.good, tokens=900))
    while not isinstance(next(job), Partial):
        pass
    job.close()


def refused(
    call: Callable[[Models], Call], error: type[Exception], text: str
) -> Callable[[Worker, Models], None]:
    def run(worker: Worker, models: Models) -> None:
        with pytest.raises(error, match=text):
            answer(worker, call(models))

    return run


FAULTS: dict[str, Fault] = {
    "cut": refused(lambda m: speak(m.cut), TheodoliteError, r"cut\.gguf"),
    "escape": refused(
        lambda m: speak(m.escape), TemplateRefused, r"escape\.gguf tries what no template may do"
    ),
    "bomb": refused(lambda m: speak(m.bomb), TemplateRefused, r"bomb\.gguf asks for too much memory"),
    "memory": refused(
        lambda m: speak(m.good, context=2_000_000_000), ModelTooLarge, r"good\.gguf with room for 2000000000"
    ),
    "projector": refused(
        lambda m: look(m.good, m.wide), TheodoliteError, r"mmproj-wide\.gguf cannot be loaded"
    ),
    "kill -9": killed,
    "cancel": cancelled,
    "abort": refused(lambda m: speak(m.aborts), WorkerDied, r"ended unexpectedly \(killed by SIGABRT"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_and_the_next_request_works(
    worker: Worker, models: Models, expected: str, fault: str
) -> None:
    FAULTS[fault](worker, models)
    works(worker, models, expected)


def test_a_template_without_end_is_stopped_in_time(worker: Worker, models: Models, expected: str) -> None:
    started = time.monotonic()
    with pytest.raises(TemplateRefused, match=r"loop\.gguf does not come to an end"):
        answer(worker, speak(models.loop))
    assert time.monotonic() - started < 3 * CANCEL_S + 3
    works(worker, models, expected)


def test_nothing_got_out(worker: Worker, models: Models) -> None:
    """The hostile files opened no connection and left no file."""
    before = set(models.good.parent.iterdir())
    FAULTS["escape"](worker, models)
    assert set(models.good.parent.iterdir()) == before
    assert not offline.refused()


def test_twenty_in_a_row_leave_nothing(worker: Worker, models: Models, expected: str) -> None:
    """Faults by turns, each followed by a request that works: processes, descriptors, memory as before."""
    works(worker, models, expected)
    order = [*FAULTS] * 3
    before = held()
    kept_alive = worker.restarts
    for fault in order[:20]:
        FAULTS[fault](worker, models)
        works(worker, models, expected)
    after = held()
    print(f"twenty faults: before {before}, after {after}")
    assert after.children == before.children == 1
    assert after.descriptors <= before.descriptors
    assert after.memory - before.memory < 8 << 20
    assert worker.restarts - kept_alive == 4  # killed twice, aborted twice; the rest it survived


def test_a_worker_that_survives_keeps_its_memory_level(worker: Worker, models: Models, expected: str) -> None:
    """Ten refusals in one process: the models that were opened in vain are given back."""
    quiet = [FAULTS[name] for name in ("cut", "escape", "bomb", "memory")]
    for fault in quiet:
        fault(worker, models)
        works(worker, models, expected)
    pid, before = worker.pid, resident(worker.pid)
    for number in range(12):
        quiet[number % len(quiet)](worker, models)
        works(worker, models, expected)
    assert worker.pid == pid
    assert resident(worker.pid) - before < 24 << 20


@pytest.mark.packs
def test_cancel_while_a_long_prompt_is_read(starter: Callable[[str], Pack], worker: Worker) -> None:
    """4,000 tokens: closed in the middle of reading them, the worker is free within two seconds."""
    path = starter("language-starter").one(".gguf")
    text = "tower " * 3990
    job = worker.run(speak(path, text, context=8192))
    for step in job:
        if "reading" in step.text and step.done >= 256:
            assert step.total is None or step.total >= 4000
            break
    started = time.monotonic()
    job.close()
    following = worker.run(speak(path, "a tower", tokens=2, context=8192))
    for step in following:
        if isinstance(step, Partial) or not step.waiting:
            break
    waited = time.monotonic() - started
    print(f"cancel in prefill of 4,000 tokens: the worker was free after {waited:.2f} s")
    assert waited < 3 * CANCEL_S
    assert run_to_end(following).tokens >= 1


@dataclass(frozen=True)
class Held:
    children: int
    descriptors: int
    memory: int


def held() -> Held:
    """Child processes of this one (zombies too), open descriptors, resident bytes."""
    gc.collect()
    me = os.getpid()
    children = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            children += int(fields[1]) == me
    return Held(children, len(list(Path("/proc/self/fd").iterdir())), resident(me))


def resident(pid: int | None) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
