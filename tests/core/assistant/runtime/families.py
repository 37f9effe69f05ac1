"""Tiny random models of the families that look at photographs in their own ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.core.packs.models import making
from theodolite.assistant.request import ModelFiles

INNER, PATCH, SIDE = 32, 14, 56


def qwen(folder: Path) -> ModelFiles:
    """Positions in three dimensions (M-RoPE), images of their own proportions: Qwen2-VL."""

    def sections(writer: Any) -> None:
        writer.add_rope_dimension_sections([2, 3, 3, 0])

    model = making.model(folder / "qwen.gguf", architecture="qwen2vl", change=sections)
    writer = _tower(folder / "mmproj-qwen.gguf", "qwen2vl_merger")
    add = _adder(writer)
    add("v.patch_embd.weight", INNER, 3, PATCH, PATCH)
    add("v.patch_embd.weight.1", INNER, 3, PATCH, PATCH)
    _blocks(add)
    add("mm.0.weight", 4 * INNER, 4 * INNER)
    add("mm.0.bias", 4 * INNER)
    add("mm.2.weight", making.WIDTH, 4 * INNER)
    add("mm.2.bias", making.WIDTH)
    return ModelFiles(str(model), str(_written(writer)))


def gemma(folder: Path, merge: int = 2) -> ModelFiles:
    """The tokens of an image see each other, later ones too; most layers see a window only: Gemma 3.

    ``merge`` patches a side become one token.
    """
    norms: dict[str, tuple[int, ...]] = {}
    for layer in range(making.LAYERS):
        for name, size in (
            ("post_attention_norm", making.WIDTH),
            ("post_ffw_norm", making.WIDTH),
            ("attn_q_norm", making.HEAD),
            ("attn_k_norm", making.HEAD),
        ):
            norms[f"blk.{layer}.{name}.weight"] = (size,)

    def window(writer: Any) -> None:
        writer.add_sliding_window(64)
        writer.add_key_length(making.HEAD)
        writer.add_value_length(making.HEAD)

    model = making.model(folder / "gemma.gguf", architecture="gemma3", change=window, shape=norms)
    writer = _tower(folder / "mmproj-gemma.gguf", "gemma3")
    writer.add_uint32("clip.vision.projector.scale_factor", merge)
    add = _adder(writer)
    add("v.patch_embd.weight", INNER, 3, PATCH, PATCH)
    add("v.patch_embd.bias", INNER)
    add("v.position_embd.weight", (SIDE // PATCH) ** 2, INNER)
    add("v.post_ln.weight", INNER)
    add("v.post_ln.bias", INNER)
    _blocks(add)
    add("mm.input_projection.weight", INNER, making.WIDTH)
    add("mm.soft_emb_norm.weight", INNER)
    return ModelFiles(str(model), str(_written(writer)))


def _tower(path: Path, kind: str) -> Any:
    import gguf

    writer = gguf.GGUFWriter(str(path), "clip")
    writer.add_type("mmproj")
    writer.add_file_type(0)
    writer.add_bool("clip.has_vision_encoder", True)
    writer.add_string("clip.projector_type", kind)
    writer.add_bool("clip.use_gelu", True)
    for name, value in (
        ("image_size", SIDE),
        ("patch_size", PATCH),
        ("embedding_length", INNER),
        ("feed_forward_length", 2 * INNER),
        ("block_count", 2),
        ("attention.head_count", 2),
        ("projection_dim", making.WIDTH),
    ):
        writer.add_uint32(f"clip.vision.{name}", value)
    writer.add_float32("clip.vision.attention.layer_norm_epsilon", 1e-5)
    writer.add_array("clip.vision.image_mean", [0.5, 0.5, 0.5])
    writer.add_array("clip.vision.image_std", [0.5, 0.5, 0.5])
    return writer


def _adder(writer: Any) -> Any:
    rng = np.random.default_rng(5)

    def add(name: str, *shape: int) -> None:
        writer.add_tensor(name, rng.standard_normal(shape).astype(np.float32) / 6)

    return add


def _blocks(add: Any) -> None:
    for block in range(2):
        for name in ("attn_q", "attn_k", "attn_v", "attn_out"):
            add(f"v.blk.{block}.{name}.weight", INNER, INNER)
            add(f"v.blk.{block}.{name}.bias", INNER)
        for name in ("ln1", "ln2"):
            add(f"v.blk.{block}.{name}.weight", INNER)
            add(f"v.blk.{block}.{name}.bias", INNER)
        add(f"v.blk.{block}.ffn_up.weight", 2 * INNER, INNER)
        add(f"v.blk.{block}.ffn_up.bias", 2 * INNER)
        add(f"v.blk.{block}.ffn_down.weight", INNER, 2 * INNER)
        add(f"v.blk.{block}.ffn_down.bias", INNER)


def _written(writer: Any) -> Path:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return Path(writer.path)
