"""What the workers find in their own process; run there for `doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite import offline, workers

if TYPE_CHECKING:
    from theodolite.assistant.offload import Device

Answer = tuple[str, str, bool]


def vision() -> list[Answer]:
    """Network namespace, torch and its device, ONNX providers, FAISS threads."""
    import faiss
    import onnxruntime
    import torch

    faiss.omp_set_num_threads(workers.threads())
    device = torch.cuda.get_device_name(0) if torch.cuda.is_available() else "CPU only"
    return [
        _namespace(),
        ("torch device", device, True),
        ("onnxruntime", ", ".join(onnxruntime.get_available_providers()), True),
        ("faiss threads", str(faiss.omp_get_max_threads()), True),
    ]


def language() -> list[Answer]:
    """Network namespace, what this build of llama.cpp computes on, and the memory of each device."""
    import llama_cpp

    from theodolite.assistant import offload

    found = offload.devices()
    taking = offload.graphics(found)
    backends = ", ".join(sorted({device.backend for device in found}))
    if llama_cpp.llama_supports_gpu_offload():
        text = "supported by this build" if taking else "supported by this build, but there is no device"
    else:
        text = "not in this build: CPU only"
    return [
        _namespace(),
        ("llama.cpp", f"{llama_cpp.__version__}; computes with {backends}", True),
        ("GPU offload", text, True),
        *((f"device {device.name}", _memory_of(device), True) for device in taking),
    ]


def _memory_of(device: Device) -> str:
    free = f"{device.free / 2**30:.1f} of {device.total / 2**30:.1f} GiB free" if device.total else "unknown"
    return f"{device.title} ({device.backend}), memory {free}"


def _namespace() -> Answer:
    apart = offline.network_is_empty()
    return ("network", "own empty namespace" if apart else "refused by the audit hook only", apart)
