"""Packs that a user made: they come as one file that describes itself, and are refused when it lies."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from tests.core.packs.making import Shelf, digest, left_behind
from theodolite.errors import InputError, NotFound, PackError, PackHashMismatch, PackMissing
from theodolite.jobs import run_to_end
from theodolite.packs import Library, own
from theodolite.packs.exchange import export, import_file
from theodolite.packs.install import fetch
from theodolite.packs.own import Label

FILES = ("align.json", "model.safetensors")
LABEL = Label("my-model", "alignment", "2", "CC0-1.0", "streets of Tuscany")

Entries = dict[str, bytes]


@pytest.fixture
def library(shelf: Shelf) -> Library:
    shelf.pack("locked", [shelf.local("a.txt", b"hello")])
    library = shelf.library()
    run_to_end(fetch(library, "locked"))
    return library


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "trained"
    folder.mkdir()
    (folder / "align.json").write_text('{"schema": 1}')
    save_file({"w": np.arange(6, dtype=np.float32)}, folder / "model.safetensors")
    return folder


@pytest.fixture
def made(model: Path, tmp_path: Path) -> Path:
    return run_to_end(own.write(model, FILES, LABEL, tmp_path / "my-model.pack.zip"))


def changed(path: Path, change: Callable[[Entries], None]) -> Path:
    with zipfile.ZipFile(path) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    change(entries)
    target = path.with_name("changed.pack.zip")
    with zipfile.ZipFile(target, "w") as new:
        for name, data in entries.items():
            new.writestr(name, data)
    return target


def said(**more: Any) -> Callable[[Entries], None]:
    """A change of what the manifest says."""

    def change(entries: Entries) -> None:
        table = json.loads(entries["pack.json"]) | more
        entries["pack.json"] = json.dumps(table).encode()

    return change


def with_file(name: str, data: bytes) -> Callable[[Entries], None]:
    """An honest manifest of a dishonest file: it is named, and its hash is right."""

    def change(entries: Entries) -> None:
        table = json.loads(entries["pack.json"])
        table["files"].append({"name": name, "sha256": digest(data), "size": len(data)})
        rows = [own.PackFile(row["name"], row["sha256"], row["size"]) for row in table["files"]]
        table["sha256"] = own.identity(rows)
        entries["pack.json"] = json.dumps(table).encode()
        entries[f"files/{name}"] = data

    return change


def test_an_own_pack_is_imported_listed_verified_and_found(library: Library, made: Path) -> None:
    pack = run_to_end(import_file(library, made))
    assert (pack.name, pack.version, pack.kind, pack.licence) == ("my-model", "2", "alignment", "CC0-1.0")
    assert library.installed("my-model") == pack
    assert library.of_kind("alignment") == (pack,)
    assert [spec.name for spec in library.of_kind("test")] == ["locked"]
    rows = {row.name: row for row in library.rows()}
    assert (rows["my-model"].state, rows["my-model"].purpose) == ("own", "streets of Tuscany")
    assert rows["my-model"].size == sum(entry.size for entry in pack.files)
    assert run_to_end(library.verify()) == []
    assert run_to_end(library.verify("my-model")) == []


def test_the_same_files_make_the_same_bytes(model: Path, made: Path, tmp_path: Path) -> None:
    again = run_to_end(own.write(model, FILES[::-1], LABEL, tmp_path / "again.pack.zip"))
    assert again.read_bytes() == made.read_bytes()


def test_an_own_pack_travels_on(library: Library, made: Path, tmp_path: Path) -> None:
    run_to_end(import_file(library, made))
    (tmp_path / "drive").mkdir()
    path = run_to_end(export(library, "my-model", tmp_path / "drive"))
    assert path.name == "my-model-2.pack.zip"
    assert path.read_bytes() == made.read_bytes()
    elsewhere = Library(tmp_path / "elsewhere", library.lock)
    assert run_to_end(import_file(elsewhere, path)).sha256 == library.installed("my-model").sha256


def test_a_newer_version_takes_the_place_of_the_older(library: Library, made: Path, model: Path) -> None:
    run_to_end(import_file(library, made))
    label = Label("my-model", "alignment", "3")
    newer = run_to_end(own.write(model, FILES, label, model.parent / "newer.pack.zip"))
    run_to_end(import_file(library, newer))
    assert library.installed("my-model").version == "3"
    assert [path.name for path in (library.root / "my-model").iterdir()] == ["3"]
    assert left_behind(library).count("my-model") == 1


def test_a_stranger_does_not_take_the_place_of_a_pack(library: Library, made: Path, model: Path) -> None:
    mine = run_to_end(import_file(library, made))
    run_to_end(import_file(library, made))  # the same again is no stranger
    (model / "align.json").write_text('{"schema": 1, "other": 1}')
    other = run_to_end(own.write(model, FILES, LABEL, model.parent / "other.pack.zip"))
    with pytest.raises(PackError, match="nothing was replaced"):
        run_to_end(import_file(library, other))
    (model / "cells.json").write_text("{}")
    cells = Label("my-model", "geocells", "9")
    kind = run_to_end(own.write(model, ["cells.json"], cells, model.parent / "kind.pack.zip"))
    with pytest.raises(PackError, match="of the kind alignment"):
        run_to_end(import_file(library, kind))
    assert library.installed("my-model").sha256 == mine.sha256


def test_a_folder_is_installed_at_once_and_removed(library: Library, model: Path) -> None:
    pack = run_to_end(own.install_folder(library, model, FILES, LABEL))
    assert pack.file("align.json").read_text() == '{"schema": 1}'
    assert (model / "align.json").is_file()
    run_to_end(own.remove(library, "my-model"))
    assert library.own() == ()
    with pytest.raises(NotFound, match="locked"):
        run_to_end(own.remove(library, "locked"))
    with pytest.raises(NotFound, match="my-model"):
        library.installed("my-model")


def test_damage_is_seen(library: Library, made: Path) -> None:
    pack = run_to_end(import_file(library, made))
    weights = pack.path / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    (problem,) = run_to_end(library.verify("my-model"))
    assert "model.safetensors" in problem
    with pytest.raises(PackError, match="not exported"):
        run_to_end(export(library, "my-model", made.parent))
    weights.write_bytes(data[:-1])
    assert {row.name: row.state for row in library.rows()}["my-model"] == "damaged"
    assert library.of_kind("alignment") == ()
    with pytest.raises(PackMissing, match="damaged"):
        library.installed("my-model")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda e: e.update({"files/align.json": b'{"schema": 2}'}), "not the file"),
        (lambda e: e.update({"files/align.json": b"{}"}), "not the file"),
        (lambda e: e.pop("files/align.json"), "missing"),
        (lambda e: e.update({"files/more.json": b"{}"}), "does not name"),
        (lambda e: e.update({"../escaped.json": b"{}"}), "outside its folder"),
        (with_file("../escaped.json", b"{}"), "outside its folder|refused"),
        (with_file("/escaped.json", b"{}"), "outside its folder|refused"),
        (with_file("..", b"{}"), "outside its folder|refused"),
        (with_file("model.pkl", b"\x80\x04."), "pickle"),
        (with_file("model.json", b"\x80\x04."), "pickle"),
        (with_file("run.py", b"print()"), "no kind"),
        (with_file("pack.json", b"{}"), "refused"),
        (with_file("ALIGN.json", b"{}"), "twice"),
        (said(name="locked"), "name of a pack of the program"),
        (said(name="../my"), "no name"),
        (said(name=""), "no name"),
        (said(name=7), "does not describe"),
        (said(version="../1"), "no version"),
        (said(kind="map-tiles"), "not made by users"),
        (said(licence="a\nb"), "one line"),
        (said(purpose="\u202egnp"), "one line"),
        (said(files=[]), "1 to 64"),
        (said(files=None), "does not describe"),
        (said(sha256="0" * 64), "contradicts"),
        (said(schema=2), "does not describe"),
        (said(own="yes"), "no pack called"),
    ],
)
def test_a_pack_that_lies_is_refused(
    library: Library, made: Path, change: Callable[[Entries], None], message: str
) -> None:
    before = left_behind(library)
    with pytest.raises((PackError, PackHashMismatch, NotFound), match=message):
        run_to_end(import_file(library, changed(made, change)))
    assert left_behind(library) == before
    assert not list(made.parent.rglob("escaped*"))


def test_a_kind_needs_its_files(model: Path, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"needs the file model\.safetensors"):
        run_to_end(own.write(model, ["align.json"], LABEL, tmp_path / "x.pack.zip"))
    assert not list(tmp_path.glob("*.zip"))


def test_bad_names_and_places_are_refused_before_anything_is_written(model: Path, tmp_path: Path) -> None:
    for label in (Label("My Model", "alignment"), Label("x", "gallery"), Label("x", "alignment", "..")):
        with pytest.raises(InputError):
            run_to_end(own.write(model, FILES, label, tmp_path / "x.pack.zip"))
    with pytest.raises(InputError, match=r"\.pack\.zip"):
        run_to_end(own.write(model, FILES, LABEL, tmp_path / "x.tar"))
    with pytest.raises(NotFound, match="folder"):
        run_to_end(own.write(model, FILES, LABEL, tmp_path / "none" / "x.pack.zip"))
    with pytest.raises(NotFound, match="absent"):
        run_to_end(own.write(model, ["absent.json"], LABEL, tmp_path / "x.pack.zip"))


def test_an_import_that_is_cancelled_leaves_the_pack_that_was_there(
    library: Library, made: Path, model: Path
) -> None:
    run_to_end(import_file(library, made))
    label = Label("my-model", "alignment", "3")
    newer = run_to_end(own.write(model, FILES, label, model.parent / "newer.pack.zip"))
    job = import_file(library, newer)
    next(job)
    job.close()
    assert library.installed("my-model").version == "2"
    assert run_to_end(library.verify("my-model")) == []


def test_a_kill_before_the_older_version_went_leaves_the_newer(library: Library, made: Path) -> None:
    run_to_end(import_file(library, made))
    newer, older = library.root / "my-model" / "2", library.root / "my-model" / "1"
    older.mkdir()
    for path in newer.iterdir():
        (older / path.name).write_bytes(path.read_bytes())
    table = json.loads((older / "pack.json").read_text()) | {"version": "1"}
    (older / "pack.json").write_text(json.dumps(table))
    os.utime(older / "pack.json", (0, 0))
    assert library.installed("my-model").version == "2"
