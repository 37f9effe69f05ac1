"""What the workers find in their own process; run there for `doctor`."""

from __future__ import annotations

from theodolite import offline, workers

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
    """Network namespace and whether this build of llama.cpp can offload to a GPU."""
    import llama_cpp

    offload = bool(llama_cpp.llama_supports_gpu_offload())
    text = "supported by this build" if offload else "not in this build: CPU only"
    return [_namespace(), ("GPU offload", text, True)]


def _namespace() -> Answer:
    apart = offline.network_is_empty()
    return ("network", "own empty namespace" if apart else "refused by the audit hook only", apart)
