"""What a model needs of this machine's memory, and whether it has that. Bytes throughout.

The parts of a need: the weights as they lie in the file; the model's own memory of what it has read, which
grows with the context; and what llama.cpp computes in. The last follows llama.cpp's own plan (its log, for
contexts of 2,048 to 40 million tokens): for a batch of b tokens it holds b rows of the vocabulary as float32
and b rows of the context as float16, plus some rows of the model's width.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from theodolite.packs.models.facts import ModelFacts

Fit = Literal["fits", "tight", "too large"]

BATCH = 128  # tokens in one evaluation (assistant.runtime.planning.PROMPT_PART)
IMAGE_BATCH = 512  # of a model that sees (assistant.runtime.loading.IMAGE_PART)
CONTEXT = 8192
_VISION = 256 << 20  # what an image is computed in; an allowance, not a measurement
_PROGRAM = 200 << 20  # the worker itself: the interpreter and its libraries
_LEFT = 0.9  # of what is free: the window, the other worker and the system go on living


@dataclass(frozen=True, slots=True)
class Need:
    """``cache``: keys and values of the whole context. ``exact`` False: from approximate sizes."""

    weights: int
    cache: int
    compute: int
    projector: int = 0
    exact: bool = True

    @property
    def total(self) -> int:
        return self.weights + self.cache + self.compute + self.projector + _PROGRAM


@dataclass(frozen=True, slots=True)
class Machine:
    """Memory of the machine, or of the part of it that this process may use. 0: the system does not say."""

    free: int
    total: int


def need(facts: ModelFacts, projector: ModelFacts | None = None, context: int = CONTEXT) -> Need:
    """What the model, its projector and a conversation of ``context`` tokens take."""
    return Need(
        weights=facts.weights,
        cache=facts.cache * context,
        compute=compute(facts.vocabulary, facts.width, context, BATCH if projector is None else IMAGE_BATCH),
        projector=projector.weights + _VISION if projector is not None else 0,
    )


def compute(vocabulary: int, width: int, context: int, batch: int = BATCH) -> int:
    """Bytes that llama.cpp plans for one evaluation of ``batch`` tokens."""
    return batch * (4 * vocabulary + 2 * context + 32 * width)


def described(weights: int, projector: int, cache: int, vocabulary: int, width: int, context: int) -> Need:
    """The need of a model that is not here, from what was published about it."""
    vision = projector + _VISION if projector else 0
    batch = IMAGE_BATCH if projector else BATCH
    return Need(weights, cache * context, compute(vocabulary, width, context, batch), vision, exact=False)


def fit(wanted: Need, machine: Machine) -> Fit | None:
    """Whether it fits into what is free now ('fits'), into the machine ('tight': close other programs), or
    not at all; None when the system does not say how much it has."""
    if not machine.total:
        return None
    if wanted.total <= _LEFT * machine.free:
        return "fits"
    return "tight" if wanted.total <= _LEFT * machine.total else "too large"


def machine() -> Machine:
    """This machine's memory, or the limit of the container if that is lower."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        table = {
            name: int(rest.split()[0]) << 10 for name, _, rest in (line.partition(":") for line in lines)
        }
        free, total = table["MemAvailable"], table["MemTotal"]
    except (OSError, ValueError, KeyError, IndexError):
        return _by_sysconf()
    limit, used = _number("/sys/fs/cgroup/memory.max"), _number("/sys/fs/cgroup/memory.current")
    if limit is not None and limit < total:
        return Machine(min(free, max(0, limit - (used or 0))), limit)
    return Machine(free, total)


def _by_sysconf() -> Machine:
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        total = page * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return Machine(0, 0)
    try:
        return Machine(page * os.sysconf("SC_AVPHYS_PAGES"), total)
    except (ValueError, OSError):
        return Machine(total // 2, total)  # a system that does not say what is free


def _number(path: str) -> int | None:
    try:
        return int(Path(path).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def size(count: int) -> str:
    """'1.9 GB', '546 MB'."""
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"
