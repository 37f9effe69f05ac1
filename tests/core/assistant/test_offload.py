"""Layers for graphics processors: the choice on made-up devices, the way down on openers that refuse."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from theodolite.assistant import offload
from theodolite.assistant.offload import Device, layers, open_first, open_model, refuse_too_large, steps
from theodolite.errors import ModelTooLarge, TheodoliteError
from theodolite.jobs import run_to_end
from theodolite.packs.models.facts import ModelFacts
from theodolite.packs.models.memory import Machine, need
from theodolite.workers import Call, Worker

GIB = 1 << 30
BLOCKS = 36
BIG = ModelFacts(
    role="model",
    architecture="qwen2vl",
    name="Made up",
    licence="",
    quantisation="Q4_K_M",
    parameters=3_000_000_000,
    size=2 * GIB,
    weights=2 * GIB,
    layers=BLOCKS,
    layer_bytes=(50 << 20,) * BLOCKS,
    context=32_768,
    width=2048,
    vocabulary=151_936,
    kv_heads=2,
    cache=BLOCKS * 2 * 128 * 2 * 2,
)
EYE = ModelFacts("projector", "clip", "Eye", "", "Q8_0", 1, 1, weights=800 << 20, sees=True, projector="mlp")
CPU = Device("CPU", "a processor", "CPU", "processor", 16 * GIB, 16 * GIB)


def gpu(free: float, total: float = 24.0, kind: offload.Kind = "graphics") -> Device:
    return Device("CUDA0", "a card", "CUDA", kind, int(free * GIB), int(total * GIB))


def test_what_fits_is_given_and_no_more() -> None:
    assert layers(BIG, (CPU,), 4096) == 0
    assert layers(BIG, (CPU, gpu(20)), 4096) == BLOCKS + 1
    some = layers(BIG, (CPU, gpu(2, 4)), 4096)
    assert 0 < some < BLOCKS + 1
    assert layers(BIG, (CPU, gpu(0.2, 4)), 4096) == 0
    assert layers(BIG, (gpu(2, 4),), 32_768) < some  # the longer conversation takes room
    assert layers(BIG, (gpu(2, 4),), 4096, EYE) < some  # so does the projector
    assert layers(BIG, (gpu(2, 4), gpu(2, 4)), 4096) > some


def test_a_driver_that_does_not_say_is_tried_with_all() -> None:
    assert layers(BIG, (gpu(0, 0),), 4096) == BLOCKS + 1


def test_graphics_of_its_own_goes_before_shared_memory() -> None:
    shared, own = gpu(8, 16, "shared"), gpu(8, 8)
    assert offload.graphics((CPU, shared, own)) == (own,)
    assert offload.graphics((CPU, shared)) == (shared,)
    assert offload.graphics((CPU, gpu(8, 8, "accelerator"))) == ()


def test_the_choice_never_exceeds_what_is_free_and_grows_with_it(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(200):
        total = rng.uniform(0.5, 32)
        free = sorted(rng.uniform(0, total) for _ in range(2))
        context = rng.randrange(256, 32_768)
        few, many = (layers(BIG, (gpu(amount, total),), context) for amount in free)
        assert few <= many
        wanted = need(BIG, None, context)
        blocks = max(0, many - 1)
        used = blocks * (BIG.layer_bytes[0] + wanted.cache // BLOCKS) + (wanted.compute if many else 0)
        used += BIG.weights - sum(BIG.layer_bytes) if many else 0
        assert used <= free[1] * GIB


@pytest.mark.parametrize(
    ("first", "tried"), [(37, (37, 27, 18, 9, 0)), (2, (2, 1, 0)), (1, (1, 0)), (0, (0,))]
)
def test_the_way_down_ends_without_the_card(first: int, tried: tuple[int, ...]) -> None:
    assert steps(first) == tried


def refusing(limit: int, error: type[Exception], tried: list[int]) -> Callable[[int], str]:
    def opener(count: int) -> str:
        tried.append(count)
        if count > limit:
            raise error("no room")
        return f"with {count}"

    return opener


@pytest.mark.parametrize("error", [ValueError, RuntimeError, MemoryError, TheodoliteError])
def test_refusals_are_followed_by_fewer_and_said(error: type[Exception]) -> None:
    tried: list[int] = []
    opened = open_first(refusing(20, error, tried), steps(37), BLOCKS)
    assert tried == [37, 27, 18]
    assert (opened.model, opened.gpu_layers) == ("with 18", 18)
    assert opened.note == "The graphics processor refused 37, 27 of 37 layers; 18 of 37 layers are on it."
    opened = open_first(refusing(0, error, []), steps(37), BLOCKS)
    assert opened.note.endswith("the processor computes alone.")
    with pytest.raises(error, match="no room"):
        open_first(refusing(-1, error, []), steps(37), BLOCKS)


def test_an_error_that_is_no_refusal_is_not_swallowed() -> None:
    def opener(count: int) -> str:
        raise KeyError(count)

    with pytest.raises(KeyError):
        open_first(opener, steps(9), 8)


def test_opening_with_a_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Everything but the card is real: the file is read, the room counted, fewer layers tried."""
    pytest.importorskip("gguf")
    from tests.core.packs.models import making

    path = making.model(tmp_path / "tiny.gguf", layers=8)
    monkeypatch.delenv(offload.SETTING, raising=False)
    monkeypatch.setattr(offload, "devices", lambda: (CPU, gpu(8, 8)))
    tried: list[int] = []
    opened = open_model(refusing(5, ValueError, tried), path, context=2048)
    assert tried == [9, 6, 4]
    assert opened.gpu_layers == 4
    assert "refused 9, 6 of 9 layers" in opened.note
    monkeypatch.setattr(offload, "devices", lambda: (CPU, gpu(0.01, 8)))
    opened = open_model(refusing(5, ValueError, []), path, context=2048)
    assert (opened.gpu_layers, "too little free memory" in opened.note) == (0, True)
    monkeypatch.setenv(offload.SETTING, "3")
    assert open_model(refusing(5, ValueError, []), path, context=2048).gpu_layers == 3
    monkeypatch.setattr(offload, "devices", lambda: (CPU,))
    assert open_model(refusing(5, ValueError, []), path, context=2048) == offload.Opened("with 0", 0)


def test_a_conversation_that_cannot_fit_is_refused_before_anything_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from tests.core.packs.models import making

    monkeypatch.setattr(offload, "devices", lambda: (CPU,))
    path = making.model(tmp_path / "tiny.gguf")
    tried: list[int] = []
    with pytest.raises(ModelTooLarge, match=r"tiny\.gguf with room for 4000000000000 tokens needs .* GB"):
        open_model(refusing(99, ValueError, tried), path, context=4_000_000_000_000)
    assert tried == []


def test_memory_of_a_card_counts() -> None:
    small = Machine(2 * GIB, 3 * GIB)
    with pytest.raises(ModelTooLarge):
        refuse_too_large("big.gguf", BIG, None, 16_384, Machine(GIB // 2, GIB))
    refuse_too_large("big.gguf", BIG, None, 16_384, small, (gpu(20),))
    refuse_too_large("big.gguf", BIG, None, 16_384, Machine(0, 0))


def test_this_build_says_what_it_computes_on() -> None:
    """In a worker, where llama.cpp belongs."""
    with Worker("language") as worker:
        found: tuple[Device, ...] = run_to_end(worker.run(Call("theodolite.assistant.offload:devices", {})))
    assert any(device.kind == "processor" for device in found)
    for device in found:
        assert device.name
        assert 0 <= device.free <= device.total
