"""Turns the published GeoCLIP files into ones that cannot run code. Runs as a child process.

``python -m theodolite.packs.convert FROM TO`` reads ``coordinates_100K.csv``,
``location_encoder_weights.pth`` and ``image_encoder_mlp_weights.pth`` in FROM and writes to TO

- ``coordinates.npy``: float64 [100000, 2], latitude and longitude in degrees, the order of the CSV;
- ``location_encoder.safetensors``, ``image_head.safetensors``: the state dicts, names as published.

The pickles are loaded with ``weights_only=True`` (tensors only, nothing is called) and never installed.
The output is the same bit for bit everywhere, so the lock holds its hashes too.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from theodolite import offline

_WEIGHTS = {
    "location_encoder_weights.pth": "location_encoder.safetensors",
    "image_encoder_mlp_weights.pth": "image_head.safetensors",
}


def main(source: Path, target: Path) -> None:
    table = np.loadtxt(source / "coordinates_100K.csv", dtype=np.float64, delimiter=",", skiprows=1)
    if table.ndim != 2 or table.shape[1] != 2 or not np.isfinite(table).all():
        raise ValueError(f"the gallery is not a table of coordinates: {table.shape}")
    if (np.abs(table) > (90.0, 180.0)).any():
        raise ValueError("a coordinate of the gallery is out of range")
    np.save(target / "coordinates.npy", table)
    for name, converted in _WEIGHTS.items():
        _write_safetensors(_tensors(source / name), target / converted)


def _tensors(path: Path) -> dict[str, np.ndarray[Any, np.dtype[Any]]]:
    import torch

    state = torch.load(path, map_location="cpu", weights_only=True)
    return {str(name): tensor.contiguous().numpy() for name, tensor in state.items()}


def _write_safetensors(tensors: dict[str, np.ndarray[Any, np.dtype[Any]]], path: Path) -> None:
    """The safetensors format (length, JSON header padded to 8 bytes, data), tensors in order of name."""
    header: dict[str, Any] = {}
    at = 0
    for name in sorted(tensors):
        array = tensors[name]
        kind = {"float32": "F32", "float64": "F64", "int64": "I64"}[array.dtype.name]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        at += array.nbytes
    text = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with path.open("wb") as out:
        out.write(len(text).to_bytes(8, "little") + text)
        for name in sorted(tensors):
            out.write(tensors[name].astype(tensors[name].dtype.newbyteorder("<")).tobytes())


if __name__ == "__main__":
    offline.install("converter")
    offline.unshare_network()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
