"""The model that is tuned: a folder as published, safetensors only, whose code is never run."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.errors import InputError, NotFound
from theodolite.vision import towers

EXTRA = "pip install 'theodolite[tune]'"
_NEEDED = ("transformers", "peft", "gguf", "safetensors")
#: Kinds of models whose adapters can be written for llama.cpp -> its name of the architecture.
ARCHITECTURES = {"llama": "llama", "mistral": "llama", "qwen2": "qwen2"}


@dataclass(frozen=True, slots=True)
class Base:
    """``sha256``: over config.json and all weights. ``kind``: the model type as its configuration says."""

    folder: Path
    kind: str
    layers: int
    heads: int
    kv_heads: int
    sha256: str

    @property
    def architecture(self) -> str:
        return ARCHITECTURES[self.kind]


def require() -> None:
    """Raises InputError with the line that installs what is missing."""
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise InputError(f"Tuning needs {', '.join(missing)}. Install what it takes with: {EXTRA}")


def describe(folder: Path) -> Base:
    """What the folder holds. Raises NotFound; InputError for pickles, foreign code, another architecture."""
    config = folder / "config.json"
    if not config.is_file():
        raise NotFound(f"{folder} holds no model: there is no config.json.")
    try:
        plain: dict[str, Any] = json.loads(config.read_text(encoding="utf-8"))
        kind, layers, heads = (
            plain["model_type"],
            int(plain["num_hidden_layers"]),
            plain["num_attention_heads"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"The config.json in {folder} cannot be read: {error!r}.") from error
    if "auto_map" in plain:
        raise InputError(f"The model in {folder} brings code of its own, which is never run.")
    if kind not in ARCHITECTURES:
        raise InputError(
            f"The model in {folder} is of the kind {kind}. Adapters are made for {', '.join(ARCHITECTURES)}."
        )
    weights = sorted(folder.glob("*.safetensors"))
    if not weights:
        raise InputError(f"{folder} holds no weights as safetensors; other formats may run code when read.")
    digest = hashlib.sha256(config.read_bytes())
    for path in weights:
        with path.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return Base(
        folder, kind, layers, int(heads), int(plain.get("num_key_value_heads") or heads), digest.hexdigest()
    )


def load(base: Base) -> Any:
    """The model with frozen weights: in float32 on a CPU, in bfloat16 on a GPU where there is one."""
    import torch

    towers.torchvision()
    from transformers import AutoModelForCausalLM
    from transformers.utils import logging

    silence: Any = logging.disable_progress_bar
    silence()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        model: Any = AutoModelForCausalLM.from_pretrained(
            str(base.folder),
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=torch.bfloat16 if device == "cuda" else torch.float32,
        )
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise InputError(f"The model in {base.folder} cannot be loaded: {error}") from error
    return model.to(device).eval().requires_grad_(False)
