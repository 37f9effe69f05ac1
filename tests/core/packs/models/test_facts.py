"""What a GGUF file says about itself, and files that lie: the reader's child may end, its parent never."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.packs.models import making
from theodolite.errors import NotFound, PackError
from theodolite.jobs import run_to_end
from theodolite.packs import Pack
from theodolite.packs.models.facts import ModelFacts, understood
from theodolite.packs.models.read import Header, Tensor
from theodolite.packs.models.reading import facts, told
from theodolite.workers import Worker


@pytest.mark.packs
def test_the_starter_model_says_what_it_is(starter: Callable[[str], Pack]) -> None:
    found = run_to_end(facts(starter("language-starter").one(".gguf")))
    assert (found.role, found.architecture, found.licence) == ("model", "llama", "apache-2.0")
    assert (found.quantisation, found.parameters, found.size) == ("Q4_1", 134_515_008, 98_362_432)
    assert (found.layers, found.context, found.width, found.vocabulary) == (30, 8192, 576, 49_152)
    assert found.cache == 30 * 3 * 64 * 2 * 2  # layers, heads, numbers a head, keys and values, 16 bits
    assert len(found.layer_bytes) == 30
    assert sum(found.layer_bytes) < found.weights < found.size
    assert "<|im_start|>" in found.template


def test_a_model_and_a_projector(reader: Worker, tiny: Path) -> None:
    found = run_to_end(told(reader, tiny))
    assert (found.name, found.licence, found.quantisation) == ("Tiny Surveyor", "mit", "F32")
    assert (found.layers, found.width, found.kv_heads) == (making.LAYERS, making.WIDTH, making.KV_HEADS)
    assert found.cache == making.LAYERS * making.KV_HEADS * making.HEAD * 2 * 2
    assert found.parameters * 4 == found.weights
    sight = run_to_end(told(reader, tiny.with_name("mmproj-tiny.gguf")))
    assert (sight.role, sight.projector, sight.width) == ("projector", "mlp", making.WIDTH)
    assert (sight.image, sight.patch, sight.sees, sight.hears) == (56, 14, True, False)


def test_facts_are_remembered_until_the_file_changes(tmp_path: Path) -> None:
    path = making.model(tmp_path / "a.gguf", name="First")
    first = run_to_end(facts(path))
    assert run_to_end(facts(path)) is first
    making.model(path, name="The second")
    assert run_to_end(facts(path)).name == "The second"
    with pytest.raises(NotFound):
        run_to_end(facts(tmp_path / "none.gguf"))


@pytest.mark.parametrize("share", [0.00001, 0.0002, 0.02, 0.3, 0.999])
def test_a_file_that_is_cut_short_is_refused(
    reader: Worker, tiny: Path, tmp_path: Path, share: float
) -> None:
    path = making.cut(tiny, tmp_path / "cut.gguf", share)
    with pytest.raises(PackError, match=r"cut\.gguf (is cut short|cannot be read|is not a GGUF|is a GGUF)"):
        run_to_end(told(reader, path))


@pytest.mark.parametrize(
    ("tensors", "keys", "rest"),
    [
        (1 << 63, 0, b""),
        (0, 1 << 62, b""),
        (1, 1, b"\xff" * 64),
        (0, 1, struct.pack("<Q", 1 << 60) + b"x" * 64),  # a key longer than the world
        (0, 1, struct.pack("<Q", 1) + b"k" + struct.pack("<IIQ", 9, 4, 1 << 60)),  # an array likewise
        (0, 1, struct.pack("<Q", 1) + b"k" + struct.pack("<IIQ", 9, 9, 8)),  # an array of arrays
        (0, 1, struct.pack("<Q", 1) + b"k" + struct.pack("<IQ", 8, 1 << 40)),  # a text likewise
        (0, 1, struct.pack("<Q", 1) + b"k" + struct.pack("<I", 77)),  # a type that there is not
    ],
)
def test_counts_and_lengths_that_lie(
    reader: Worker, tmp_path: Path, tensors: int, keys: int, rest: bytes
) -> None:
    path = making.header(tmp_path / "liar.gguf", tensors, keys, rest)
    with pytest.raises(PackError, match=r"liar\.gguf"):
        run_to_end(told(reader, path))


def test_damaged_bytes_never_end_the_parent(
    reader: Worker, tiny: Path, tmp_path: Path, seed: int, repeat: int
) -> None:
    """Random bytes of the header changed: facts, or a refusal that names the file; the next file works."""
    rng = random.Random(seed)
    whole = tiny.read_bytes()
    for number in range(max(10, repeat)):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 12)):
            data[rng.randrange(4, 6000)] = rng.randrange(256)
        path = tmp_path / f"{number}.gguf"
        path.write_bytes(data)
        found, refusal = None, ""
        try:
            found = run_to_end(told(reader, path))
        except PackError as error:
            refusal = str(error)
        if found is None:
            assert path.name in refusal
        else:
            assert found.name.isprintable()
            assert 0 <= found.weights <= found.size
        path.unlink()
    assert run_to_end(told(reader, tiny)).layers == making.LAYERS


def described(**keys: object) -> ModelFacts:
    return understood(Header({"general.architecture": "llama", **keys}, {}, (), 0, 1000))  # type: ignore[dict-item]


def test_what_makes_no_sense_counts_as_not_said() -> None:
    nothing = described(**{"llama.block_count": -3, "general.name": 5})
    assert (nothing.role, nothing.name, nothing.cache) == ("other", "", 0)
    huge = described(**{"llama.block_count": 1 << 39, "llama.embedding_length": True})
    assert huge.layers == 4096
    assert huge.width == 0
    odd = described(**{"general.name": "a\u0000\u202eb\n" + "x" * 5000})
    assert odd.name.isprintable()
    assert len(odd.name) <= 200


def test_heads_may_differ_from_layer_to_layer() -> None:
    found = described(
        **{
            "llama.block_count": 3,
            "llama.embedding_length": 64,
            "llama.attention.head_count": 4,
            "llama.attention.head_count_kv": (0, 2, 4),
            "llama.attention.key_length": 32,
        }
    )
    assert found.cache == 2 * (32 + 16) * (0 + 2 + 4)
    assert found.kv_heads == 4


def test_the_width_of_a_projector_is_that_of_its_last_layer() -> None:
    tensors = (Tensor("mm.2.bias", "F32", (2048, 1, 1, 1), 0, 8192),)
    keys = {"general.architecture": "clip", "clip.vision.projector_type": "qwen2.5vl_merger"}
    stated = {**keys, "clip.vision.projection_dim": 1280, "clip.has_vision_encoder": True}
    assert understood(Header(stated, {}, tensors, 0, 9000)).width == 2048
    assert understood(Header({**stated, "clip.vision.projector_type": "new"}, {}, (), 0, 9)).width == 1280


def test_quantisation_of_a_file_that_does_not_say() -> None:
    tensors = (Tensor("a", "Q4_K", (256, 9, 1, 1), 0, 1296), Tensor("b", "F32", (9, 1, 1, 1), 1296, 36))
    assert understood(Header({"general.architecture": "llama"}, {}, tensors, 0, 2000)).quantisation == "Q4_K"
