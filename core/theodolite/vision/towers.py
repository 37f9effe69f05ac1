"""The one door to torchvision and open_clip.

A torchvision built for another torch (the CPU build beside the CUDA one, which is what an installer may
pick) cannot load its C++ operators; importing it then fails, because it registers shapes for operators
that do not exist. The image towers use none of them. So the two operators that are registered without
asking are declared here, without an implementation, when they are missing; calling one still fails.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

_SCHEMAS = {
    "nms": "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms": "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
}
_libraries: list[Any] = []  # torch forgets the declarations when their library object goes


def declare_missing_operators() -> tuple[str, ...]:
    """Make torchvision importable; names of the operators that had to be declared."""
    torch: Any = importlib.import_module("torch")
    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        return ()
    for library in sorted(Path(spec.origin).parent.glob("_C*.so")):
        try:
            torch.ops.load_library(str(library))
        except (OSError, ImportError):
            continue  # built for another torch
    missing = tuple(name for name in _SCHEMAS if not hasattr(torch.ops.torchvision, name))
    if missing:
        fragment = torch.library.Library("torchvision", "FRAGMENT")
        for name in missing:
            fragment.define(_SCHEMAS[name])
        _libraries.append(fragment)
    return missing


def torchvision() -> ModuleType:
    """The torchvision module, whatever torch it was built for."""
    declare_missing_operators()
    return importlib.import_module("torchvision")


def open_clip() -> ModuleType:
    """The open_clip module, which imports torchvision."""
    torchvision()
    return importlib.import_module("open_clip")
