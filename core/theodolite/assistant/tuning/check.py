"""Whether llama.cpp makes of an adapter what transformers makes of it, on one and the same text."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError

F4 = NDArray[np.float32]
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Check:
    """Over the logits of ``tokens`` positions: ``changed``, the largest change by the adapter in llama.cpp;
    ``apart``, the largest difference between llama.cpp with the adapter and transformers with it merged;
    ``change_apart``: how far the two *changes* differ, relative to their size (a quantised base differs from
    the original by itself, the change hardly does).
    """

    tokens: int
    changed: float
    apart: float
    change_apart: float


def llama_logits(model: Path, tokens: list[int], adapter: Path | None = None) -> F4:
    """Logits [tokens, vocabulary] by llama.cpp. Raises InputError for files that it does not load."""
    import llama_cpp

    try:
        loaded = llama_cpp.Llama(
            str(model),
            n_ctx=max(64, len(tokens)),
            n_batch=max(64, len(tokens)),
            n_threads=1,
            n_threads_batch=1,
            n_gpu_layers=0,
            logits_all=True,
            type_k=llama_cpp.GGML_TYPE_F32,  # what is kept of former tokens is not rounded either
            type_v=llama_cpp.GGML_TYPE_F32,
            verbose=False,
        )
    except (ValueError, RuntimeError) as error:
        raise InputError(f"llama.cpp does not load {model.name}.") from error
    with contextlib.closing(loaded), _beside(loaded, adapter):
        loaded.eval(tokens)
        return np.array(loaded.scores[: len(tokens)], dtype=np.float32)


@contextlib.contextmanager
def _beside(loaded: Any, adapter: Path | None) -> Iterator[None]:
    """The adapter in force. Raises InputError when it is not for this model."""
    import llama_cpp

    if adapter is None:
        yield
        return
    found = llama_cpp.llama_adapter_lora_init(loaded.model, str(adapter).encode())
    if not found:
        raise InputError(f"llama.cpp does not load {adapter.name} beside this model: it is for another one.")
    try:
        adapters = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(found)
        if llama_cpp.llama_set_adapters_lora(loaded.ctx, adapters, 1, (ctypes.c_float * 1)(1.0)):
            raise InputError(f"llama.cpp cannot use {adapter.name} beside this model.")
        yield
    finally:
        llama_cpp.llama_set_adapters_lora(loaded.ctx, None, 0, None)
        llama_cpp.llama_adapter_lora_free(found)


def merged_logits(model: Any, tokens: list[int]) -> tuple[F4, F4]:
    """Logits by transformers without and with the adapters of a peft model, merged into the weights.

    The model is merged for good.
    """
    import torch

    ids = torch.tensor([tokens], device=next(model.parameters()).device)
    with torch.no_grad():
        with model.disable_adapter():
            without = model(input_ids=ids).logits[0].float().cpu().numpy()
        merged = model.merge_and_unload()
        return without, merged(input_ids=ids).logits[0].float().cpu().numpy()


def compare(model: Any, gguf: Path, adapter: Path, tokens: list[int]) -> Check:
    """Load ``adapter`` beside the base model's ``gguf`` and compare. Merges the peft ``model`` for good.

    Raises InputError when the files do not fit each other, or the adapter changes nothing.
    """
    tokens = tokens[:_LONGEST]
    plain, tuned = llama_logits(gguf, tokens), llama_logits(gguf, tokens, adapter)
    before, after = merged_logits(model, tokens)
    if plain.shape != before.shape:
        raise InputError(
            f"{gguf.name} is another model: it knows {plain.shape[1]} tokens, not {before.shape[1]}."
        )
    changed = float(np.abs(tuned - plain).max())
    if changed == 0.0:
        raise InputError("llama.cpp loads the adapter, but it changes nothing.")
    change = after - before
    off = float(np.linalg.norm((tuned - plain) - change) / max(float(np.linalg.norm(change)), 1e-30))
    return Check(len(tokens), changed, float(np.abs(tuned - after).max()), off)
