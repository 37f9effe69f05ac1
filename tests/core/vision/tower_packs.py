"""Tiny CLIPs with random weights, saved as the packs that transformers and open_clip users have."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from theodolite.codec import to_plain
from theodolite.packs.library import PackFile
from theodolite.vision import towers

SIDE, DIM = 32, 24


def pack_of(folder: Path, name: str, kind: str = "image-encoder") -> Path:
    """``folder`` with the manifest that an installed pack of its files would have."""
    paths = sorted(path for path in folder.iterdir() if path.name != "pack.json")
    files = tuple(
        PackFile(p.name, hashlib.sha256(p.read_bytes()).hexdigest(), p.stat().st_size) for p in paths
    )
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in files)
    whole = hashlib.sha256("".join(lines).encode()).hexdigest()
    table = {"name": name, "version": "1", "kind": kind, "licence": "none", "sha256": whole}
    (folder / "pack.json").write_text(json.dumps({"schema": 1, **table, "files": to_plain(files)}))
    return folder


def transformers_clip(folder: Path, seed: int = 0, act: str = "quick_gelu") -> Any:
    """A two-layer CLIP saved as transformers does, with a tokenizer; the model itself."""
    towers.torchvision()
    import torch
    from safetensors.torch import save_file
    from transformers import CLIPConfig, CLIPModel

    torch.manual_seed(seed)
    # 64 numbers a head, as in every CLIP of OpenAI's
    sizes = {"hidden_size": 128, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2}
    sizes |= {"hidden_act": act, "projection_dim": DIM}
    words = vocabulary()
    text = {"vocab_size": len(words), "max_position_embeddings": 16, "bos_token_id": 0, "eos_token_id": 1}
    config = CLIPConfig(
        vision_config=sizes | {"image_size": SIDE, "patch_size": 8},
        text_config=sizes | text | {"pad_token_id": 1},
        projection_dim=DIM,
    )
    model = CLIPModel(config).eval()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config.to_dict() | {"model_type": "clip"}, default=str))
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, folder / "model.safetensors")
    (folder / "vocab.json").write_text(json.dumps(words))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return model


def vocabulary() -> dict[str, int]:
    """Bytes only: every letter is a token, with and without the end of its word."""
    letters = [chr(code) for code in range(33, 127)]
    tokens = ["<|startoftext|>", "<|endoftext|>", *letters, *(f"{letter}</w>" for letter in letters)]
    return {token: number for number, token in enumerate(tokens)}


def open_clip_clip(folder: Path, seed: int = 0) -> Any:
    """A two-layer CLIP saved as open_clip does; the model itself."""
    module = towers.open_clip()
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(seed)
    sizes = {
        "embed_dim": DIM,
        "quick_gelu": True,
        "vision_cfg": {"image_size": SIDE, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8},
        "text_cfg": {"context_length": 16, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 2},
    }
    model = module.CLIP(**sizes).eval()
    folder.mkdir(parents=True, exist_ok=True)
    steps = {"mean": [0.5, 0.5, 0.5], "std": [0.25, 0.25, 0.25]}
    (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": sizes, "preprocess_cfg": steps}))
    state = {key: value.contiguous().clone() for key, value in model.state_dict().items()}
    save_file(state, folder / "open_clip_model.safetensors")
    return model
