"""Just enough protocol-buffer reading to find ONNX tensors that live outside their file.

The ``onnx`` package is not needed for that: a model is walked message by message along the fields that
can hold tensors (onnx.proto: ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto,
SparseTensorProto, FunctionProto); tensor data itself is skipped, so a model of any size takes little.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path

# message -> field number -> message of that field (onnx.proto)
_CHILDREN: dict[str, dict[int, str]] = {
    "Model": {7: "Graph", 20: "Training", 25: "Function"},
    "Training": {1: "Graph", 2: "Graph"},
    "Function": {7: "Node", 11: "Attribute"},
    "Graph": {1: "Node", 5: "Tensor", 15: "Sparse"},
    "Node": {5: "Attribute"},
    "Attribute": {5: "Tensor", 6: "Graph", 10: "Tensor", 11: "Graph", 22: "Sparse", 23: "Sparse"},
    "Sparse": {1: "Tensor", 2: "Tensor"},
    "Tensor": {},
}
_TENSOR_NAME, _TENSOR_EXTERNAL, _TENSOR_LOCATION = 8, 13, 14
_MODEL_IR_VERSION, _MODEL_GRAPH = 1, 7
_DEEPEST = 64


def external_data(path: Path) -> str | None:
    """The name of the first tensor of the model at ``path`` that is stored in another file, or None.

    :class:`ValueError` if the bytes are no well-formed ONNX model.
    """
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            raise ValueError("empty")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _walk(data, 0, len(data), "Model", 0)


def _walk(data: mmap.mmap, at: int, end: int, message: str, depth: int) -> str | None:
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    children = _CHILDREN[message]
    seen: set[int] = set()
    name, outside = "", False
    while at < end:
        key, at = _varint(data, at, end)
        field, wire = key >> 3, key & 7
        seen.add(field)
        value, start, at = _skip(data, at, end, wire)
        if message == "Tensor":
            if field == _TENSOR_NAME and wire == 2:
                name = data[start:at].decode("utf-8", "replace")
            if field == _TENSOR_EXTERNAL or (field == _TENSOR_LOCATION and value != 0):
                outside = True
        elif field in children:
            if wire != 2:
                raise ValueError("a message is not length-delimited")
            found = _walk(data, start, at, children[field], depth + 1)
            if found is not None:
                return found
    if message == "Model" and not {_MODEL_IR_VERSION, _MODEL_GRAPH} <= seen:
        raise ValueError("no graph in it")
    return (name or "(unnamed)") if outside else None


def fields(data: mmap.mmap, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """(field number, value if a varint, start and end of the content) of one message, in order.

    :class:`ValueError` for bytes that are no message.
    """
    while at < end:
        key, at = _varint(data, at, end)
        value, start, at = _skip(data, at, end, key & 7)
        yield key >> 3, value, start, at


def _skip(data: mmap.mmap, at: int, end: int, wire: int) -> tuple[int, int, int]:
    """(value if a varint, start of the content, end of the field)."""
    start = at
    match wire:
        case 0:
            value, at = _varint(data, at, end)
            return value, start, at
        case 1:
            at += 8
        case 2:
            length, start = _varint(data, at, end)
            at = start + length
        case 5:
            at += 4
        case _:
            raise ValueError(f"wire type {wire}")
    if at > end:
        raise ValueError("truncated")
    return 0, start, at


def _varint(data: mmap.mmap, at: int, end: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= end:
            raise ValueError("truncated")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("number too long")
