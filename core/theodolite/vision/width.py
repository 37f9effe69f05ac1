"""How many numbers an installed image encoder gives a photograph, without loading it.

Read from what the pack carries: the configuration of a torch tower (transformers' ``projection_dim``,
open_clip's ``embed_dim``), or the output ``image_embeds`` of an ONNX model (onnx.proto: ModelProto.graph 7,
GraphProto.output 12, ValueInfoProto name 1 and type 2, tensor_type 1, shape 2, dim 1, dim_value 1).
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from theodolite.packs import onnx
from theodolite.packs.library import Pack
from theodolite.vision import clip_torch

_OUTPUT = b"image_embeds"


def width_of(pack: Pack) -> int | None:
    """The length of the pack's vectors; None where its files do not say."""
    names = {entry.name for entry in pack.files}
    models = sorted(pack.path / name for name in names if name.endswith(".onnx"))
    try:
        if models:
            return _stated(str(models[0]), models[0].stat().st_mtime_ns) if len(models) == 1 else None
        if clip_torch.OPEN_CLIP in names:
            return _number(_read(pack.path / clip_torch.OPEN_CLIP).get("model_cfg"), "embed_dim")
        if clip_torch.CONFIG in names:
            table = _read(pack.path / clip_torch.CONFIG)
            return _number(table, "projection_dim") or _number(table.get("vision_config"), "projection_dim")
    except (OSError, ValueError, RecursionError):
        pass  # loading the pack says what is wrong with it
    return None


def _read(path: Path) -> dict[str, Any]:
    table = json.loads(path.read_text(encoding="utf-8"))
    return table if isinstance(table, dict) else {}


def _number(table: object, name: str) -> int | None:
    value = table.get(name) if isinstance(table, dict) else None
    return value if isinstance(value, int) and value > 0 else None


@lru_cache(maxsize=8)
def _stated(path: str, _changed: int) -> int | None:
    with Path(path).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for at, end in _messages(data, 0, len(data), (7, 12)):
            if not any(data[start:stop] == _OUTPUT for start, stop in _messages(data, at, end, (1,))):
                continue
            widths = [_dim(data, *dim) for dim in _messages(data, at, end, (2, 1, 2, 1))]
            return widths[-1] if widths else None
    return None


def _dim(data: mmap.mmap, at: int, end: int) -> int | None:
    fixed = [value for field, value, _, _ in onnx.fields(data, at, end) if field == 1]
    return fixed[0] if fixed and fixed[0] > 0 else None


def _messages(data: mmap.mmap, at: int, end: int, way: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """(start, end) of every message that the field numbers ``way`` lead to."""
    for field, _, start, stop in onnx.fields(data, at, end):
        if field != way[0]:
            continue
        if len(way) == 1:
            yield start, stop
        else:
            yield from _messages(data, start, stop, way[1:])
