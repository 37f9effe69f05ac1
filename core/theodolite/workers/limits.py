"""What a decoder process may use. Set before it sees the first untrusted byte.

Memory is limited as private memory (RLIMIT_DATA, which Linux counts for anonymous mappings since 4.7)
and, more loosely, as address space, because shared libraries and thread stacks take address space that is
never used. No file may be written, few may be open, no core is dumped, and CPU seconds are granted anew for
each file. Where the platform has no such limits (Windows), the time-out of the parent is what is left.
"""

from __future__ import annotations

import ctypes
import math
import sys
import time

MEMORY = 2 * 1024**3
CPU_SECONDS = 20
DESCRIPTORS = 32

if sys.platform != "win32":
    import resource


def apply(memory: int = MEMORY) -> dict[str, int]:
    """Lower this process's limits for good; returns what is in force by name."""
    if sys.platform == "win32":
        return {}
    wanted = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": DESCRIPTORS,
        "RLIMIT_DATA": memory,
        "RLIMIT_AS": memory + 1024**3,
    }
    in_force = {}
    for name, value in wanted.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        hard = resource.getrlimit(kind)[1]
        limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (limit, limit))
        except (ValueError, OSError):  # macOS refuses an address-space limit
            continue
        in_force[name] = limit
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    return in_force


def grant_cpu(seconds: int = CPU_SECONDS) -> None:
    """Allow ``seconds`` more of CPU from now; the kernel ends the process beyond them."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + seconds, hard))
