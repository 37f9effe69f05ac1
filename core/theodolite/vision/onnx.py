"""ONNX models of packs on the CPU."""

from __future__ import annotations

import hashlib
from typing import Any

from theodolite.errors import PackHashMismatch
from theodolite.packs.library import Pack
from theodolite.workers import threads


def checked(pack: Pack) -> bytes:
    """The pack's one ONNX file; PackHashMismatch when it is not the one that was installed."""
    model = pack.one(".onnx")
    expected = next(entry.sha256 for entry in pack.files if entry.name == model.name)
    data = model.read_bytes()
    actual = hashlib.sha256(data).hexdigest()
    if actual != expected:
        raise PackHashMismatch(f"{model.name} of the pack {pack.name} has sha256 {actual}, not {expected}.")
    return data


def session(data: bytes) -> Any:
    """An inference session with as many threads as this machine lends; raises what onnxruntime raises."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
