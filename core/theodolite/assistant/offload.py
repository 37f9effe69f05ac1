"""How many layers of a model go to a graphics processor, and what is done when it refuses them.

llama.cpp is asked which devices this build knows and what memory each has free (``ggml_backend_dev_*``). The
choice is a pure function of that, of the model's layers and of the context; opening tries it, then fewer,
then none, and the answer says what was tried in vain. n layers for llama.cpp means the output and the n - 1
last blocks, so everything is one more than there are blocks.

Runs in the language worker.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from theodolite.errors import ModelTooLarge, PackError, TheodoliteError
from theodolite.packs.models.facts import ModelFacts, understood
from theodolite.packs.models.memory import Machine, machine, need, size

T = TypeVar("T")
Kind = Literal["processor", "graphics", "shared", "accelerator"]

SETTING = "THEODOLITE_GPU_LAYERS"
_KINDS: dict[int, Kind] = {0: "processor", 1: "graphics", 2: "shared", 3: "accelerator"}
_SPARE = 256 << 20  # bytes left on each device: the screen, the driver, fragments
_SPARE_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Device:
    """A device that this build of llama.cpp can compute on. ``backend``: 'CPU', 'CUDA', 'Vulkan', 'MTL'...

    ``free`` and ``total``: bytes; both 0 where the driver does not say. ``shared``: graphics that take their
    memory from the machine's.
    """

    name: str
    title: str
    backend: str
    kind: Kind
    free: int
    total: int


@dataclass(frozen=True, slots=True)
class Opened(Generic[T]):
    """What an opener gave. ``gpu_layers``: as llama.cpp counts them; ``note``: what was tried, or why not
    all are there; "" when there is nothing to say."""

    model: T
    gpu_layers: int
    note: str = ""


def devices() -> tuple[Device, ...]:
    """The devices of the llama.cpp that is installed, the processor included."""
    from llama_cpp._ggml import libggml as library

    count = library.ggml_backend_dev_count
    count.restype, count.argtypes = ctypes.c_size_t, []
    get = _declared(library.ggml_backend_dev_get, ctypes.c_void_p, ctypes.c_size_t)
    return tuple(_device(library, get(index)) for index in range(count()))


def _device(library: Any, device: int) -> Device:
    pointer = ctypes.c_void_p
    text = ctypes.c_char_p
    free, total = ctypes.c_size_t(0), ctypes.c_size_t(0)
    memory = library.ggml_backend_dev_memory
    memory.restype = None
    memory.argtypes = [pointer, ctypes.POINTER(ctypes.c_size_t), ctypes.POINTER(ctypes.c_size_t)]
    memory(device, ctypes.byref(free), ctypes.byref(total))
    name = _declared(library.ggml_backend_dev_name, text, pointer)(device)
    title = _declared(library.ggml_backend_dev_description, text, pointer)(device)
    kind = int(_declared(library.ggml_backend_dev_type, ctypes.c_int, pointer)(device)) & 0xFF
    registry = _declared(library.ggml_backend_dev_backend_reg, pointer, pointer)(device)
    backend = _declared(library.ggml_backend_reg_name, text, pointer)(registry) if registry else name
    return Device(
        name=_text(name),
        title=_text(title),
        backend=_text(backend),
        kind=_KINDS.get(kind, "accelerator"),
        free=int(free.value),
        total=int(total.value),
    )


def _declared(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    function.restype, function.argtypes = result, list(arguments)
    found: Callable[..., Any] = function
    return found


def _text(value: bytes | None) -> str:
    return (value or b"").decode("utf-8", "replace")


def graphics(found: Sequence[Device]) -> tuple[Device, ...]:
    """Those that take layers: graphics with memory of their own, or else those that share the machine's."""
    own = tuple(device for device in found if device.kind == "graphics")
    return own or tuple(device for device in found if device.kind == "shared")


def layers(
    facts: ModelFacts, found: Sequence[Device], context: int, projector: ModelFacts | None = None
) -> int:
    """How many layers fit on the devices, in [0, blocks + 1].

    Each layer takes its weights and its share of the cache; before any, the devices hold what is computed in,
    the projector, and some room that stays free. A device whose driver does not say what it has gets all: if
    that is too much, opening says so and takes fewer.
    """
    taking = graphics(found)
    if not taking or not facts.layers:
        return 0
    if not all(device.total for device in taking):
        return facts.layers + 1
    room = sum(max(0, device.free - _SPARE - int(_SPARE_SHARE * device.total)) for device in taking)
    wanted = need(facts, projector, context)
    room -= wanted.compute * len(taking) + wanted.projector
    cache = wanted.cache // facts.layers
    # The output first, then the last block, the one before it ...: the order in which llama.cpp gives them.
    costs = [
        facts.weights - sum(facts.layer_bytes),
        *(taken + cache for taken in reversed(facts.layer_bytes)),
    ]
    count = 0
    for cost in costs:
        if cost > room:
            break
        room -= cost
        count += 1
    return count


def steps(first: int) -> tuple[int, ...]:
    """What is tried, most first: all that should fit, three quarters, half, a quarter, none."""
    return tuple(dict.fromkeys((first, first * 3 // 4, first // 2, first // 4, 0)))


def open_first(opener: Callable[[int], T], tries: Sequence[int], blocks: int) -> Opened[T]:
    """What ``opener`` gives for the first number of layers that it does not refuse.

    It refuses with ValueError, RuntimeError, MemoryError or TheodoliteError; the last try's error is raised.
    """
    refused: list[int] = []
    for count in tries:
        try:
            model = opener(count)
        except (ValueError, RuntimeError, MemoryError, TheodoliteError):
            if count == tries[-1]:
                raise
            refused.append(count)
        else:
            return Opened(model, count, _note(refused, count, blocks))
    raise ValueError("no number of layers to try")


def _note(refused: Sequence[int], count: int, blocks: int) -> str:
    """What to tell: refusals, and that not everything is on the device."""
    whole = blocks + 1
    there = "the processor computes alone" if not count else f"{count} of {whole} layers are on it"
    if refused:
        tried = ", ".join(map(str, refused))
        return f"The graphics processor refused {tried} of {whole} layers; {there}."
    if 0 < count < whole:
        return f"Not everything fits on the graphics processor: {there}, the others on the processor."
    return ""


def open_model(
    opener: Callable[[int], T], path: Path, *, context: int, projector: Path | None = None
) -> Opened[T]:
    """The model opened with as many layers on graphics processors as fit and are accepted.

    ``opener``: opens the model (and its context) with so many GPU layers; refuses as in :func:`open_first`.
    The environment variable THEODOLITE_GPU_LAYERS sets the first try (0: never a graphics processor).
    Raises ModelTooLarge before anything is opened, and what the opener raises at its last try.
    """
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")  # an abort would start a debugger to print a trace
    found = graphics(devices())
    facts, sight = _header(path), _header(projector) if projector else None
    if facts is not None:
        refuse_too_large(path.name, facts, sight, context, machine(), found)
    if not found:
        return Opened(opener(0), 0)
    blocks = facts.layers if facts is not None else 0
    setting = os.environ.get(SETTING, "")
    if setting.isdigit():
        first = min(int(setting), blocks + 1) if blocks else int(setting)
        return open_first(opener, steps(first), blocks)
    if facts is None:
        return open_first(opener, (0,), 0)
    first = layers(facts, found, context, sight)
    opened = open_first(opener, steps(first), blocks)
    if first or opened.note:
        return opened
    free = size(sum(device.free for device in found))
    return Opened(opened.model, 0, f"The graphics processor has too little free memory ({free}).")


def refuse_too_large(
    name: str,
    facts: ModelFacts,
    projector: ModelFacts | None,
    context: int,
    here: Machine,
    found: Sequence[Device] = (),
) -> None:
    """ModelTooLarge when model and context cannot fit: the system would end a process, and not always ours.

    What is written (the cache, what is computed in) must be free now; weights are mapped from the file, so
    they only have to fit at all.
    """
    if not here.total:
        return
    wanted = need(facts, projector, context)
    own = [device for device in found if device.kind == "graphics"]
    free = here.free + sum(device.free for device in own)
    total = here.total + sum(device.total for device in own)
    if wanted.cache + wanted.compute <= 0.9 * free and wanted.total <= total:
        return
    raise ModelTooLarge(
        f"{name} with room for {context} tokens needs {size(wanted.total)} of memory; this machine has "
        f"{size(total)}, {size(free)} of it free. Take a smaller model, or close other programs."
    )


def _header(path: Path) -> ModelFacts | None:
    """The facts, read in this process, which is about to give the file to llama.cpp anyway."""
    from theodolite.packs.models import read

    try:
        return understood(read.header(str(path), limited=False))
    except (PackError, OSError):
        return None  # the opener says it better
