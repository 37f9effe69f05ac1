"""Small packs, a lock that names them, and the files they are made of."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from theodolite.packs import Library, read_lock

GGUF = b"GGUF" + bytes(range(256)) * 400


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass
class Shelf:
    """A folder with source files and a lock; :meth:`library` reads the lock as it is now."""

    folder: Path
    entries: list[str] = field(default_factory=list)

    def source(self, name: str, data: bytes) -> Path:
        path = self.folder / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def pack(self, name: str, files: list[dict[str, Any]], **more: Any) -> None:
        """Add a pack; each file is a table of the lock."""
        head = {"version": "1", "kind": "test", "licence": "CC0-1.0", "purpose": "a test", **more}
        built = head.pop("built", [])
        lines = [f"[pack.{name}]", *(f"{key} = {json.dumps(value)}" for key, value in head.items())]
        for section, tables in (("file", files), ("built", built)):
            for table in tables:
                lines.append(f"[[pack.{name}.{section}]]")
                lines += [f"{key} = {json.dumps(value)}" for key, value in table.items()]
        self.entries.append("\n".join(lines))

    def local(self, name: str, data: bytes, **more: Any) -> dict[str, Any]:
        """A file of the lock whose origin is a file on this machine, which is written too."""
        path = self.source(name, data)
        table = {"name": name, "origin": "file", "path": str(path), "size": len(data), "sha256": digest(data)}
        return {**table, **more}

    def library(self) -> Library:
        lock = self.folder / "packs.toml"
        lock.write_text("schema = 1\n\n" + "\n\n".join(self.entries) + "\n", encoding="utf-8")
        return Library(self.folder / "packs", read_lock(lock))


def left_behind(library: Library) -> list[str]:
    """Everything in the packs folder but the lock file: what a failed fetch must not leave."""
    if not library.root.exists():
        return []
    return sorted(
        str(path.relative_to(library.root)) for path in library.root.rglob("*") if path.name != ".lock"
    )


# --- protocol buffers, by hand: enough of ONNX to have tensors inside and outside ---------------------


def chunk(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


def number(field_number: int, value: int) -> bytes:
    return varint(field_number << 3) + varint(value)


def varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def onnx(*, outside: bool, nested: bool = False) -> bytes:
    """A model with one tensor, its data ``outside`` in another file, or ``nested`` in a subgraph."""
    tensor = number(1, 1) + number(2, 1) + chunk(8, b"weight")
    if outside:
        tensor += chunk(13, chunk(1, b"location") + chunk(2, b"../../etc/passwd")) + number(14, 1)
    else:
        tensor += chunk(9, struct.pack("<f", 1.0))
    if nested:
        attribute = chunk(1, b"value") + chunk(5, tensor)
        branch = chunk(1, b"then") + chunk(6, chunk(1, chunk(4, b"Constant") + chunk(5, attribute)))
        graph = chunk(1, chunk(4, b"If") + chunk(5, branch)) + chunk(2, b"main")
    else:
        graph = chunk(2, b"main") + chunk(5, tensor)
    return number(1, 8) + chunk(7, graph)
