"""An adapter on disk: peft's form (safetensors) and GGUF, as llama.cpp's own converter writes it.

In GGUF an adapter says ``general.type = adapter``, ``adapter.type = lora`` and ``adapter.lora.alpha``; each
matrix W of the base has ``W.lora_a`` [rank, in] and ``W.lora_b`` [out, rank], and W + alpha / rank * B A is
what counts. llama.cpp keeps the rows of LLaMA's query and key matrices in another order (the two halves of a
rotation side by side), so the rows of their B are put in that order too.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align import checkpoint
from theodolite.assistant.tuning.base import Base
from theodolite.errors import InputError, StorageFailed

WEIGHTS, CONFIG, GGUF = "adapter_model.safetensors", "adapter_config.json", "adapter.gguf"
_NAME = re.compile(r"^base_model\.model\.(.+)\.lora_([AB])\.weight$")

Matrices = dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]


def save(model: Any, folder: Path) -> None:
    """The adapters of a peft model, with their configuration, in ``folder``. Raises StorageFailed."""
    from safetensors.torch import save as encoded

    try:
        folder.mkdir(parents=True, exist_ok=True)
        plain = {
            name: tensor.detach().cpu().float().contiguous() for name, tensor in sorted(_state(model).items())
        }
        checkpoint.replace(folder / WEIGHTS, encoded(plain, metadata={"format": "pt"}))
        model.peft_config["default"].save_pretrained(str(folder))
    except OSError as error:
        raise StorageFailed(f"{folder} cannot be written: {error.strerror or error}.") from error


def _state(model: Any) -> dict[str, Any]:
    """The adapters' tensors. Asked about embeddings, peft would look for the base model on the network."""
    from peft import get_peft_model_state_dict

    found: dict[str, Any] = get_peft_model_state_dict(model, save_embedding_layers=False)
    return found


def matrices(folder: Path) -> Matrices:
    """A and B of each adapted matrix, by transformers' name of the matrix. Raises InputError."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors = load_file(str(folder / WEIGHTS))
    except (OSError, ValueError, SafetensorError) as error:
        raise InputError(f"{folder} holds no adapter that can be read: {error}.") from error
    halves: dict[str, dict[str, NDArray[np.float32]]] = {}
    for name, tensor in tensors.items():
        match = _NAME.match(name)
        if match is None:
            raise InputError(f"{name} in {folder / WEIGHTS} is no part of a LoRA adapter.")
        halves.setdefault(match[1], {})[match[2]] = np.asarray(tensor, dtype=np.float32)
    if any(set(pair) != {"A", "B"} for pair in halves.values()):
        raise InputError(f"{folder / WEIGHTS} holds half of a matrix only.")
    return {name: (pair["A"], pair["B"]) for name, pair in sorted(halves.items())}


def write_gguf(folder: Path, base: Base, alpha: float, path: Path) -> None:
    """The adapter in ``folder`` as the GGUF file ``path``. Raises InputError, StorageFailed."""
    import gguf

    names = gguf.get_tensor_name_map(
        {"llama": gguf.MODEL_ARCH.LLAMA, "qwen2": gguf.MODEL_ARCH.QWEN2}[base.architecture], base.layers
    )
    beside = path.with_name(f".{path.name}.writing")
    try:
        writer = gguf.GGUFWriter(beside, base.architecture)
        writer.add_type(gguf.GGUFType.ADAPTER)
        writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
        writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, alpha)
        writer.add_name(f"adapter of {base.folder.name}")
        for name, (a, b) in matrices(folder).items():
            there = names.get_name(f"{name}.weight", try_suffixes=(".weight",))
            if there is None:
                raise InputError(f"llama.cpp has no matrix for {name}.")
            writer.add_tensor(f"{there}.lora_a", a)
            writer.add_tensor(f"{there}.lora_b", np.ascontiguousarray(_ordered(name, b, base)))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        beside.replace(path)
    except OSError as error:
        raise StorageFailed(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        beside.unlink(missing_ok=True)


def rotated(rows: NDArray[np.float32], heads: int) -> NDArray[np.float32]:
    """Rows [heads * d, n] in llama.cpp's order: within a head, row i + j d / 2 goes to row 2 i + j."""
    half = rows.shape[0] // heads // 2
    moved = rows.reshape(heads, 2, half, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)
    return np.asarray(moved)


def _ordered(name: str, b: NDArray[np.float32], base: Base) -> NDArray[np.float32]:
    if base.architecture != "llama":
        return b
    if name.endswith(".q_proj"):
        return rotated(b, base.heads)
    return rotated(b, base.kv_heads) if name.endswith(".k_proj") else b
