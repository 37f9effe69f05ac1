"""The real starter model in the real worker."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite import packs
from theodolite.assistant.llama import Generated
from theodolite.errors import InputError, NotFound, PackHashMismatch, PackMissing, TheodoliteError, WorkerDied
from theodolite.jobs import Progress, run_to_end
from theodolite.workers import Call, Partial, Worker

pytestmark = pytest.mark.packs
ASK = [{"role": "user", "content": "Say hello to Arezzo in one sentence."}]
LONG = [{"role": "user", "content": "Write a long story about a tower. " * 60}]


@pytest.fixture(scope="module")
def model() -> Path:
    pytest.importorskip("llama_cpp")
    try:
        pack = packs.installed("language-starter")
    except PackMissing as missing:
        pytest.skip(str(missing))
    return next(path for path in pack.path.iterdir() if path.suffix == ".gguf")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("language") as started:
        yield started


def generate(model: Path, **kwargs: object) -> Call:
    return Call(
        "theodolite.assistant.llama:generate",
        {"model_path": str(model), "messages": ASK, "max_tokens": 40} | kwargs,
        silence_s=120,
    )


def test_streams_its_text_and_repeats_it_for_the_same_seed(worker: Worker, model: Path) -> None:
    steps: list[Progress] = []
    first: Generated = run_to_end(worker.run(generate(model, seed=1)), steps.append)
    pieces = [step for step in steps if isinstance(step, Partial)]
    assert "".join(piece.value for piece in pieces).strip() == first.text
    assert [piece.done for piece in pieces] == list(range(1, first.tokens + 1))
    assert first.text
    assert first.finish == "stop"
    assert len(first.model_sha256) == 64
    assert first.load_s > 0
    assert first.tokens_per_s > 1
    assert any(step.text.startswith("checking the language model") for step in steps)
    again: Generated = run_to_end(worker.run(generate(model, seed=1)))
    assert again.text == first.text
    assert again.load_s == 0
    assert again.model_sha256 == first.model_sha256


def test_stops_at_the_token_limit(worker: Worker, model: Path) -> None:
    result: Generated = run_to_end(worker.run(generate(model, messages=LONG, max_tokens=5)))
    assert result.finish == "length"
    assert result.tokens <= 5


def test_cancelling_in_the_middle_keeps_the_model_loaded(worker: Worker, model: Path) -> None:
    run_to_end(worker.run(generate(model, max_tokens=2)))
    pid = worker.pid
    job = worker.run(generate(model, messages=LONG, max_tokens=2000))
    while not isinstance(next(job), Partial):
        pass
    job.close()
    result: Generated = run_to_end(worker.run(generate(model, seed=1)))
    assert worker.pid == pid
    assert result.load_s == 0


def test_a_killed_worker_is_said_and_the_next_request_works(worker: Worker, model: Path) -> None:
    job = worker.run(generate(model, messages=LONG, max_tokens=2000))
    while not isinstance(next(job), Partial):
        pass
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    with pytest.raises(WorkerDied, match="language worker"):
        run_to_end(job)
    assert run_to_end(worker.run(generate(model, seed=1))).text


def test_what_cannot_be_done_is_said(worker: Worker, model: Path, tmp_path: Path) -> None:
    data = model.read_bytes()
    cut, foreign = tmp_path / "cut.gguf", tmp_path / "foreign.gguf"
    cut.write_bytes(data[: len(data) // 2])
    foreign.write_bytes(b"no model at all" * 100)
    for path, error, text in (
        (cut, TheodoliteError, r"cut\.gguf cannot be loaded: the file is cut short"),
        (foreign, TheodoliteError, r"foreign\.gguf is not a GGUF"),
        (tmp_path / "nothing.gguf", NotFound, r"no model file nothing\.gguf"),
    ):
        with pytest.raises(error, match=text):
            run_to_end(worker.run(generate(path)))
    with pytest.raises(InputError, match=r"too long for the model"):
        run_to_end(worker.run(generate(model, messages=[{"role": "user", "content": "tower " * 6000}])))
    with pytest.raises(InputError, match="Nothing to write"):
        run_to_end(worker.run(generate(model, messages=[])))
    with pytest.raises(PackHashMismatch):
        run_to_end(worker.run(generate(model, expected_sha256="0" * 64)))
    assert run_to_end(worker.run(generate(model, seed=1))).text


def test_says_whether_a_gpu_can_be_used(worker: Worker, model: Path) -> None:
    offload = run_to_end(worker.run(Call("theodolite.assistant.llama:gpu_offload_supported")))
    assert isinstance(offload, bool)
    result: Generated = run_to_end(worker.run(generate(model, max_tokens=2)))
    assert offload or result.gpu_layers == 0
