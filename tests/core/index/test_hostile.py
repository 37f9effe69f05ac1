"""An index whose manifest vouches for what it should not: nothing in it is believed before it is checked."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from theodolite.errors import IndexDamaged
from theodolite.index import build, layout, search, store
from theodolite.index.layout import Entry

DIM, COUNT = 4, 3
Change = Callable[[bytearray], None]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A sound index of three vectors, made without an encoder."""
    names = sorted(hashlib.sha256(bytes([n])).hexdigest() for n in range(COUNT))
    entries = [Entry(name, f"a\u2028{n}.jpg", 10.0 + n, 20.0, "") for n, name in enumerate(names)]
    vectors = np.eye(COUNT, DIM, dtype=np.float32)
    ids = np.array([layout.short_id(name) for name in names], np.int64)
    files = build._write_parts(tmp_path, entries, [], ids, vectors)
    manifest = layout.Manifest(
        layout.SCHEMA, "2026-01-01T00:00:00Z", "/nowhere", "", "p", "1", "00", DIM, COUNT, 0, "flat", files
    )
    layout.write_manifest(tmp_path, manifest)
    return tmp_path


def forge(folder: Path, part: str, change: Change) -> None:
    """Change a part and let the manifest vouch for the change."""
    manifest = layout.read_manifest(folder)
    file = manifest.file(part)
    data = bytearray((folder / file.name).read_bytes())
    change(data)
    (folder / file.name).write_bytes(data)
    forged = replace(file, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    files = tuple(forged if one is file else one for one in manifest.files)
    layout.write_manifest(folder, replace(manifest, files=files))


def write(at: int, data: bytes) -> Change:
    def change(content: bytearray) -> None:
        content[at : at + len(data)] = data

    return change


def test_a_sound_index_opens(index: Path) -> None:
    opened = store.open_index(index)
    total, found = search.search([str(index)], np.eye(1, DIM, dtype=np.float32)[0], "00", k=2)
    assert total == opened.first_stage.ntotal == COUNT
    assert found[0].cosine == 1.0


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("faiss", write(0, b"IwFl")),
        ("faiss", write(4, struct.pack("<i", 1 << 30))),
        ("faiss", write(8, struct.pack("<q", 1 << 40))),
        ("faiss", write(74, struct.pack("<Q", 1 << 60))),
        ("faiss", write(74 + 8 + 4 * DIM * COUNT, struct.pack("<Q", 1 << 60))),
        ("faiss", lambda data: data.extend(b"more")),
        ("references", lambda data: data.__setitem__(slice(None), b"[" * 100_000)),
        ("references", lambda data: data.__setitem__(slice(None), b'{"id": 1}\n' * COUNT)),
    ],
)
def test_a_forged_part_is_named(index: Path, part: str, change: Change) -> None:
    forge(index, part, change)
    with pytest.raises(IndexDamaged, match=part):
        store.open_index(index)


def test_places_that_are_none_and_vectors_without_length(index: Path) -> None:
    forge(
        index, "vectors", lambda data: data.__setitem__(slice(-8, None), np.full(4, np.nan, "<f2").tobytes())
    )
    with pytest.raises(IndexDamaged, match="length"):
        search.search([str(index)], np.eye(1, DIM, dtype=np.float32)[0], "00", k=3)
    forge(
        index, "coordinates", lambda data: data.__setitem__(slice(-16, None), np.array([91.0, 0.0]).tobytes())
    )
    with pytest.raises(IndexDamaged, match="coordinates"):
        store.open_index(index)
