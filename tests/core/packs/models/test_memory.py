"""What models need of memory, against llama.cpp's own plan, and what this machine has."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.core.packs.models.test_facts import described
from theodolite.jobs import run_to_end
from theodolite.packs import Pack
from theodolite.packs.models.memory import BATCH, IMAGE_BATCH, Machine, Need, fit, machine, need, size
from theodolite.packs.models.reading import facts

# llama.cpp plans the model and its context without allocating them, and logs what they would take.
PLAN = """
import sys
from llama_cpp import llama_cpp as bindings
model = bindings.llama_model_default_params()
model.no_alloc, model.load_mode, model.n_gpu_layers = True, bindings.LLAMA_LOAD_MODE_NONE, 0
loaded = bindings.llama_model_load_from_file(sys.argv[1].encode(), model)
for context in map(int, sys.argv[3:]):
    params = bindings.llama_context_default_params()
    params.n_ctx, params.n_batch, params.n_ubatch = context, int(sys.argv[2]), int(sys.argv[2])
    assert bindings.llama_init_from_model(loaded, params)
"""


def test_batches_are_those_of_the_worker() -> None:
    from theodolite.assistant.runtime import loading, planning

    assert (BATCH, IMAGE_BATCH) == (planning.PROMPT_PART, loading.IMAGE_PART)


@pytest.mark.packs
def test_the_need_is_that_of_llama_cpp(starter: Callable[[str], Pack]) -> None:
    path = starter("language-starter").one(".gguf")
    known = run_to_end(facts(path))
    contexts = (2048, 8192, 1_000_000)
    command = [sys.executable, "-c", PLAN, str(path), str(BATCH), *map(str, contexts)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stderr
    cache = [float(found) for found in re.findall(r"llama_kv_cache: size = +([\d.]+) MiB", said)]
    compute = [float(found) for found in re.findall(r"compute buffer size = +([\d.]+) MiB", said)]
    assert len(cache) == len(compute) == len(contexts)
    for context, kept, computed in zip(contexts, cache, compute, strict=True):
        wanted = need(known, None, context)
        assert wanted.cache / 2**20 == pytest.approx(kept, rel=1e-3)
        assert computed <= wanted.compute / 2**20 <= 1.3 * computed


def test_fits() -> None:
    wanted = Need(weights=4 << 30, cache=1 << 30, compute=1 << 28)
    assert fit(wanted, Machine(16 << 30, 32 << 30)) == "fits"
    assert fit(wanted, Machine(2 << 30, 32 << 30)) == "tight"
    assert fit(wanted, Machine(2 << 30, 4 << 30)) == "too large"
    assert fit(wanted, Machine(0, 0)) is None


def test_a_projector_adds_to_it() -> None:
    model = described(**{"llama.block_count": 2})
    assert need(model, model).total > need(model).total


def test_this_machine_has_memory() -> None:
    here = machine()
    assert 0 < here.free <= here.total


def test_sizes_in_words() -> None:
    assert [size(number) for number in (1_930_000_000, 546_000_000)] == ["1.9 GB", "546 MB"]
