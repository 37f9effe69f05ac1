"""Tiny GGUF files: whole language models and projectors with random weights, and files that lie."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
WIDTH, HEADS, KV_HEADS, INNER, LAYERS, CONTEXT = 64, 4, 2, 96, 2, 2048
HEAD = WIDTH // HEADS

Change = Callable[[Any], None]


def vocabulary() -> list[str]:
    """The 256 bytes as GPT-2 spells them, one merge, and the marks of ChatML."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    spelled = {byte: chr(byte) for byte in printable}
    others = [byte for byte in range(256) if byte not in spelled]
    spelled |= {byte: chr(256 + number) for number, byte in enumerate(others)}
    return ["<|endoftext|>", "<|im_start|>", "<|im_end|>", *(spelled[byte] for byte in range(256)), "th"]


def model(path: Path, *, template: str | None = CHATML, change: Change | None = None, **keys: Any) -> Path:
    """A llama of two layers that llama.cpp loads. ``keys``: name, licence, architecture, layers, drop (a
    tensor left out), shape (name: shape of a tensor that lies)."""
    import gguf

    rng = np.random.default_rng(int(keys.get("seed", 7)))
    architecture = str(keys.get("architecture", "llama"))
    writer = gguf.GGUFWriter(str(path), architecture)
    writer.add_type("model")
    if keys.get("name", "Tiny Surveyor"):
        writer.add_name(str(keys.get("name", "Tiny Surveyor")))
    if keys.get("licence", "mit"):
        writer.add_license(str(keys.get("licence", "mit")))
    layers = int(keys.get("layers", LAYERS))
    writer.add_block_count(layers)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(HEAD)
    writer.add_file_type(0)
    words = vocabulary()
    writer.add_vocab_size(len(words))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(words)
    writer.add_token_types([3, 3, 3] + [1] * (len(words) - 3))
    writer.add_token_merges(["t h"])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    if template is not None:
        writer.add_chat_template(template)
    if change is not None:
        change(writer)
    shapes = {"token_embd.weight": (len(words), WIDTH), "output_norm.weight": (WIDTH,)}
    for layer in range(layers):
        small = HEAD * KV_HEADS
        for name, shape in (
            ("attn_norm", (WIDTH,)),
            ("attn_q", (WIDTH, WIDTH)),
            ("attn_k", (small, WIDTH)),
            ("attn_v", (small, WIDTH)),
            ("attn_output", (WIDTH, WIDTH)),
            ("ffn_norm", (WIDTH,)),
            ("ffn_gate", (INNER, WIDTH)),
            ("ffn_up", (INNER, WIDTH)),
            ("ffn_down", (WIDTH, INNER)),
        ):
            shapes[f"blk.{layer}.{name}.weight"] = shape
    shapes.update(keys.get("shape", {}))
    for name, shape in shapes.items():
        if name == keys.get("drop"):
            continue
        data = rng.standard_normal(shape).astype(np.float32) / 8
        writer.add_tensor(name, np.ones(shape, np.float32) if "norm" in name else data)
    return _written(writer, path)


def projector(path: Path, *, kind: str = "mlp", width: int = WIDTH, **keys: Any) -> Path:
    """A vision tower of two blocks for 56 pixels, with a projector of that kind and width."""
    import gguf

    rng = np.random.default_rng(3)
    side, patch, inner = 56, 14, 32
    writer = gguf.GGUFWriter(str(path), "clip")
    writer.add_type("mmproj")
    writer.add_name("Tiny Eye")
    writer.add_file_type(0)
    writer.add_bool("clip.has_vision_encoder", bool(keys.get("sees", True)))
    writer.add_bool("clip.has_audio_encoder", bool(keys.get("hears", False)))
    writer.add_string("clip.projector_type", kind)
    writer.add_uint32("clip.vision.image_size", side)
    writer.add_uint32("clip.vision.patch_size", patch)
    writer.add_uint32("clip.vision.embedding_length", inner)
    writer.add_uint32("clip.vision.feed_forward_length", 2 * inner)
    writer.add_uint32("clip.vision.block_count", 2)
    writer.add_uint32("clip.vision.attention.head_count", 2)
    writer.add_uint32("clip.vision.projection_dim", int(keys.get("stated", width)))
    writer.add_float32("clip.vision.attention.layer_norm_epsilon", 1e-5)
    writer.add_bool("clip.use_gelu", True)
    writer.add_array("clip.vision.image_mean", [0.5, 0.5, 0.5])
    writer.add_array("clip.vision.image_std", [0.5, 0.5, 0.5])

    def add(name: str, *shape: int) -> None:
        writer.add_tensor(name, rng.standard_normal(shape).astype(np.float32) / 8)

    add("v.patch_embd.weight", inner, 3, patch, patch)
    add("v.class_embd", inner)
    add("v.position_embd.weight", (side // patch) ** 2 + 1, inner)
    add("v.pre_ln.weight", inner)
    add("v.pre_ln.bias", inner)
    for block in range(2):
        for name in ("attn_q", "attn_k", "attn_v", "attn_out"):
            add(f"v.blk.{block}.{name}.weight", inner, inner)
            add(f"v.blk.{block}.{name}.bias", inner)
        for name in ("ln1", "ln2"):
            add(f"v.blk.{block}.{name}.weight", inner)
            add(f"v.blk.{block}.{name}.bias", inner)
        add(f"v.blk.{block}.ffn_down.weight", 2 * inner, inner)
        add(f"v.blk.{block}.ffn_down.bias", 2 * inner)
        add(f"v.blk.{block}.ffn_up.weight", inner, 2 * inner)
        add(f"v.blk.{block}.ffn_up.bias", inner)
    add("mm.0.weight", width, inner)
    add("mm.0.bias", width)
    add("mm.2.weight", width, width)
    add("mm.2.bias", width)
    return _written(writer, path)


def adapter(path: Path) -> Path:
    """A LoRA adapter's header: no model by itself."""
    import gguf

    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_type("adapter")
    writer.add_tensor("blk.0.attn_q.weight.lora_a", np.zeros((4, WIDTH), np.float32))
    return _written(writer, path)


def cut(whole: Path, path: Path, share: float) -> Path:
    """The first part of a file."""
    data = whole.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def header(path: Path, tensors: int, keys: int, rest: bytes = b"") -> Path:
    """A header alone, with counts that need not be true."""
    path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, tensors, keys) + rest)
    return path


def _written(writer: Any, path: Path) -> Path:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
