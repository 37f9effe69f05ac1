"""A file that could run code or read others is refused, whatever its name and however right its hash."""

from __future__ import annotations

import contextlib
import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.packs.making import GGUF, Shelf, left_behind, onnx
from theodolite.errors import PackError
from theodolite.jobs import run_to_end
from theodolite.packs.guard import refuse_unsafe
from theodolite.packs.install import fetch
from theodolite.packs.onnx import external_data


def torch_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("archive/data.pkl", pickle.dumps({}))
    return out.getvalue()


def object_array() -> bytes:
    out = io.BytesIO()
    np.save(out, np.array([{}], dtype=object), allow_pickle=True)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("model.pkl", b"anything", "pickle"),
        ("model.pth", b"anything", "pickle"),
        ("words.json", pickle.dumps({"a": 1}), "pickle"),
        ("model.gguf", torch_zip(), "pickle"),
        ("table.npy", object_array(), "Python objects"),
        ("model.gguf", b"GGML" + bytes(100), "first bytes are not those"),
        ("model.exe", b"MZ", "no kind that a pack may hold"),
        ("words.txt", b"a\x00b", "not text"),
        ("model.safetensors", b"\xff" * 100, "safetensors"),
        ("model.onnx", onnx(outside=True), "external data"),
        ("model.onnx", onnx(outside=True, nested=True), "external data"),
        ("model.onnx", onnx(outside=False)[:-3], "no readable ONNX"),
        ("model.onnx", b"", "no readable ONNX"),
        ("model.onnx", b"hello world, this is no model", "no readable ONNX"),
    ],
)
def test_refused_though_its_hash_is_right(shelf: Shelf, name: str, data: bytes, why: str) -> None:
    shelf.pack("small", [shelf.local("good.gguf", GGUF), shelf.local(name, data)])
    library = shelf.library()
    with pytest.raises(PackError, match=why):
        run_to_end(fetch(library, "small"))
    assert left_behind(library) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("model.gguf", GGUF),
        ("model.onnx", onnx(outside=False)),
        ("model.onnx", onnx(outside=False, nested=True)),
        ("a.json", b"{}"),
    ],
)
def test_plain_files_pass(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    refuse_unsafe(path)


def test_numbers_and_tensors_pass(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    np.save(tmp_path / "a.npy", np.zeros((3, 2)))
    save_file({"w": np.zeros((2, 2), dtype=np.float32)}, tmp_path / "a.safetensors")
    refuse_unsafe(tmp_path / "a.npy")
    refuse_unsafe(tmp_path / "a.safetensors")
    (tmp_path / "short.safetensors").write_bytes((tmp_path / "a.safetensors").read_bytes()[:-4])
    with pytest.raises(PackError, match="do not fill the file"):
        refuse_unsafe(tmp_path / "short.safetensors")


@given(st.binary(max_size=300))
def test_no_bytes_break_the_onnx_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.onnx"
    path.write_bytes(data)
    with contextlib.suppress(ValueError):
        external_data(path)


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    from tests.core.packs.making import chunk, number

    graph = chunk(2, b"x")
    for _ in range(200):
        graph = chunk(1, chunk(5, chunk(6, graph)))
    path = tmp_path / "deep.onnx"
    path.write_bytes(number(1, 8) + chunk(7, graph))
    with pytest.raises(ValueError, match="nested too deeply"):
        external_data(path)
