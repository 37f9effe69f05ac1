"""Refuses pack files that could run code or reach outside their folder when they are loaded.

A right hash says that a file is the one the lock names; it does not say that the lock named a harmless
one. So each file's bytes are looked at too: Python pickles (also inside a zip, as torch writes them, and
in numpy object arrays) and ONNX models that keep tensors in other files are refused, whatever their name.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import BinaryIO

from theodolite.errors import PackError
from theodolite.packs.onnx import external_data

_PICKLE_SUFFIXES = {".pkl", ".pickle", ".pt", ".pth", ".ckpt", ".joblib", ".bin"}
_TEXT_SUFFIXES = {".json", ".csv", ".txt", ".md", ".js", ".css"}
_MAGIC = {
    ".gguf": b"GGUF",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".pmtiles": b"PMTiles",
    ".npy": b"\x93NUMPY",
    ".db": b"SQLite format 3\x00",
    ".mbtiles": b"SQLite format 3\x00",
}
_SUFFIXES = _TEXT_SUFFIXES | set(_MAGIC) | {".onnx", ".safetensors"}


def refuse_unsafe(path: Path, name: str | None = None) -> None:
    """Raise :class:`PackError` unless ``path`` is a plain, self-contained file of a kind we load.

    ``name`` is the name the file will have, if it is not there yet. Reads the head of the file only,
    except for ONNX, whose structure is walked (without its tensor data).
    """
    name = name or path.name
    suffix = Path(name).suffix.lower()
    with path.open("rb") as file:
        head = file.read(4096)
        if suffix in _PICKLE_SUFFIXES or _is_pickle(head, path):
            raise PackError(f"{name} is a Python pickle: loading it could run code, so it is refused.")
        if suffix not in _SUFFIXES:
            raise PackError(f"{name} is of no kind that a pack may hold ({suffix or 'no suffix'}).")
        magic = _MAGIC.get(suffix)
        if magic is not None and not head.startswith(magic):
            raise PackError(
                f"{name} is not what its name says (its first bytes are not those of a {suffix} file)."
            )
        if suffix == ".npy" and b"'O'" in head[:128].replace(b"|", b""):
            raise PackError(f"{name} holds Python objects: loading it could run code, so it is refused.")
        if suffix == ".safetensors":
            _check_safetensors(file, path.stat().st_size, name)
    if suffix == ".onnx":
        _check_onnx(path, name)
    if suffix in _TEXT_SUFFIXES and b"\x00" in head:
        raise PackError(f"{name} is not text, as its name says.")


def _is_pickle(head: bytes, path: Path) -> bool:
    if len(head) >= 2 and head[0] == 0x80 and 2 <= head[1] <= 5:
        return True
    if not head.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return any(Path(entry).suffix in {".pkl", ".pickle"} for entry in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        return False


def _check_safetensors(file: BinaryIO, size: int, name: str) -> None:
    file.seek(0)
    length = int.from_bytes(file.read(8), "little")
    try:
        if length > min(size - 8, 100 << 20):
            raise ValueError("header longer than the file")
        header = json.loads(file.read(length))
        ends = [entry["data_offsets"][1] for key, entry in header.items() if key != "__metadata__"]
        if 8 + length + max(ends, default=0) != size:
            raise ValueError("tensors do not fill the file")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise PackError(f"{name} is no readable safetensors file ({error}).") from error


def _check_onnx(path: Path, name: str) -> None:
    try:
        outside = external_data(path)
    except ValueError as error:
        raise PackError(f"{name} is no readable ONNX model ({error}).") from error
    if outside:
        raise PackError(
            f"{name} keeps tensor “{outside}” in another file (ONNX external data): it could read any file "
            "of this machine, so it is refused."
        )
