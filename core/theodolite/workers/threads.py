"""How many threads native libraries may use: one setting for llama.cpp, torch, onnxruntime and FAISS."""

from __future__ import annotations

import os
from pathlib import Path

_TOPOLOGY = "/sys/devices/system/cpu/cpu{}/topology/{}"


def physical_cores() -> int:
    """Physical cores this process may run on; hardware threads of one core count once."""
    try:
        usable = sorted(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        return os.cpu_count() or 1
    try:
        cores = {
            tuple(
                Path(_TOPOLOGY.format(cpu, item)).read_text() for item in ("physical_package_id", "core_id")
            )
            for cpu in usable
        }
    except OSError:
        return len(usable) or 1
    return len(cores) or 1


def threads() -> int:
    """max(1, physical cores - 1), or THEODOLITE_THREADS: two busy llama threads on two cores fall from
    174 to 34 tokens/s as soon as anything else runs."""
    setting = os.environ.get("THEODOLITE_THREADS", "")
    if setting.isdigit() and int(setting) > 0:
        return int(setting)
    return max(1, physical_cores() - 1)
