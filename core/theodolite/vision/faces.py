"""Where faces are in a picture, so that they can be covered. Nobody is recognised: it gives positions only.

The model is CenterFace (Xu, Yan, Yang et al., CenterFace: Joint Face Detection and Alignment Using Face as
Point, Scientific Programming 2020): a heat map of face centres at a quarter of the size, with width, height
and offset for each cell. It was published for one input size; the sizes in the file are freed in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import Box
from theodolite.errors import PackError
from theodolite.packs.library import Pack, read_manifest
from theodolite.vision import onnx

PACK = "faces"
KIND = "face-detector"
INPUT = "input.1"
OUTPUTS = ("537", "538", "539")
SIDES = (640, 1600)
"""Longer sides at which a picture is looked at: large faces show in the small one, small faces in the large.
A small picture is enlarged to twice its size at most."""

LEAST_SCORE = 0.35
_CELL = 4
_STEP = 32
_OVERLAP = 0.3
_FREE = (0, 2, 3)  # batch, height, width

Boxes = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Face:
    """A face's box on the upright picture, and how sure the model is, [0, 1]."""

    box: Box
    score: float


class Finder:
    """A loaded model."""

    def __init__(self, pack: Pack) -> None:
        data = onnx.checked(pack)
        try:
            self._session = onnx.session(any_size(data))
        except (ValueError, RuntimeError) as error:
            raise PackError(
                f"{pack.one('.onnx').name} is no face detector that can be used: {error}."
            ) from error

    def find(self, pixels: NDArray[np.uint8]) -> tuple[Face, ...]:
        """Faces in uint8 [h, w, 3], the surest first."""
        largest = 2 * max(pixels.shape[:2])
        rows = np.concatenate([self._at(pixels, side) for side in sorted({min(n, largest) for n in SIDES})])
        return tuple(
            Face(Box(*(float(min(1.0, max(0.0, edge))) for edge in row[:4])), float(row[4]))
            for row in apart(rows)
        )

    def _at(self, pixels: NDArray[np.uint8], side: int) -> Boxes:
        """Boxes [n, 5] (left, top, right, bottom as fractions, score) at one size."""
        from PIL import Image

        scale = side / max(pixels.shape[:2])
        height, width = (max(_STEP, round(n * scale / _STEP) * _STEP) for n in pixels.shape[:2])
        small = Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
        blob = np.asarray(small, np.float32).transpose(2, 0, 1)[None]
        heat, size, offset = self._session.run(list(OUTPUTS), {INPUT: np.ascontiguousarray(blob)})
        rows, columns = np.nonzero(heat[0, 0] >= LEAST_SCORE)
        tall, wide = (np.exp(size[0, n, rows, columns]) * _CELL for n in (0, 1))
        top = (rows + offset[0, 0, rows, columns] + 0.5) * _CELL - tall / 2
        left = (columns + offset[0, 1, rows, columns] + 0.5) * _CELL - wide / 2
        found = np.stack(
            [
                left / width,
                top / height,
                (left + wide) / width,
                (top + tall) / height,
                heat[0, 0, rows, columns],
            ],
            axis=1,
        )
        return found.astype(np.float32)


def apart(rows: Boxes) -> Boxes:
    """Of boxes [n, 5] that overlap by more than 0.3 (intersection over union) the surest stays."""
    kept: list[int] = []
    areas = (rows[:, 2] - rows[:, 0]) * (rows[:, 3] - rows[:, 1])
    for one in np.argsort(-rows[:, 4], kind="stable"):
        if kept:
            across = np.minimum(rows[kept, 2], rows[one, 2]) - np.maximum(rows[kept, 0], rows[one, 0])
            down = np.minimum(rows[kept, 3], rows[one, 3]) - np.maximum(rows[kept, 1], rows[one, 1])
            common = np.clip(across, 0, None) * np.clip(down, 0, None)
            if (common > _OVERLAP * (areas[kept] + areas[one] - common)).any():
                continue
        kept.append(int(one))
    return rows[kept]


def any_size(model: bytes) -> bytes:
    """The ONNX model with batch, height and width of its input and outputs left open.

    ``TensorShapeProto.Dimension`` holds either ``dim_value`` (field 1) or ``dim_param`` (field 2). A value
    below 128 takes two bytes, and so does an empty parameter, so no length changes. ValueError for a file
    that is none of the kind.
    """
    made = bytearray(model)
    freed = 0
    for graph in _members(made, 0, len(made), 7):
        for number in (11, 12):
            for info in _members(made, *graph, number):
                names = [
                    bytes(made[start:end]).decode("utf-8", "replace")
                    for start, end in _members(made, *info, 1)
                ]
                if names and names[0] in (INPUT, *OUTPUTS):
                    freed += _free(made, info)
    if freed != len(_FREE) * (1 + len(OUTPUTS)):
        raise ValueError("its input and outputs are not those of the published model")
    return bytes(made)


def _free(data: bytearray, info: tuple[int, int]) -> int:
    dims = [
        dim
        for kind in _members(data, *info, 2)
        for tensor in _members(data, *kind, 1)
        for shape in _members(data, *tensor, 2)
        for dim in _members(data, *shape, 1)
    ]
    freed = 0
    for index in _FREE:
        if index < len(dims) and dims[index][1] - dims[index][0] == 2 and data[dims[index][0]] == 0x08:
            data[dims[index][0] : dims[index][1]] = b"\x12\x00"
            freed += 1
    return freed


def _members(data: bytearray, at: int, end: int, wanted: int) -> Iterator[tuple[int, int]]:
    """Where the length-delimited fields ``wanted`` of a message begin and end."""
    while at < end:
        key, at = _varint(data, at, end)
        wire = key & 7
        if wire == 0:
            _, at = _varint(data, at, end)
        elif wire == 1:
            at += 8
        elif wire == 5:
            at += 4
        elif wire == 2:
            size, at = _varint(data, at, end)
            if at + size > end:
                raise ValueError("cut short")
            if key >> 3 == wanted:
                yield at, at + size
            at += size
        else:
            raise ValueError("no protocol buffer")
    if at != end:
        raise ValueError("cut short")


def _varint(data: bytearray, at: int, end: int) -> tuple[int, int]:
    value = shift = 0
    while at < end and shift < 64:
        value |= (data[at] & 0x7F) << shift
        at += 1
        if not data[at - 1] & 0x80:
            return value, at
        shift += 7
    raise ValueError("cut short")


@lru_cache(maxsize=1)
def load(folder: str) -> Finder:
    """The detector of the pack in ``folder``, loaded once."""
    from pathlib import Path

    return Finder(read_manifest(Path(folder)))
