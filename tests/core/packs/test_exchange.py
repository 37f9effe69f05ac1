"""Packs as files: what was exported can be imported elsewhere, and a hostile file cannot."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.packs.making import GGUF, Shelf, digest, left_behind
from tests.core.packs.test_fetch import make_wheel, wheel_entry
from theodolite.errors import NotFound, PackError, PackHashMismatch
from theodolite.jobs import Job, run_to_end
from theodolite.packs import Library
from theodolite.packs.builders import BUILDERS
from theodolite.packs.exchange import export, import_file
from theodolite.packs.install import fetch


@pytest.fixture
def exported(shelf: Shelf) -> tuple[Library, Path]:
    """(an empty library with the same lock, the exported file)."""
    shelf.pack("small", [shelf.local("model.gguf", GGUF), shelf.local("images/a.txt", b"hello")])
    library = shelf.library()
    run_to_end(fetch(library, "small"))
    path = run_to_end(export(library, "small", shelf.folder))
    return Library(shelf.folder / "elsewhere", library.lock), path


def rewritten(path: Path, change: Callable[[zipfile.ZipFile, dict[str, bytes]], None]) -> Path:
    """The exported file with its entries changed."""
    with zipfile.ZipFile(path) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    target = path.with_name("changed-1.pack.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        change(new, entries)
        for name, data in entries.items():
            new.writestr(name, data)
    return target


def test_round_trip(exported: tuple[Library, Path]) -> None:
    library, path = exported
    assert path.name == "small-1.pack.zip"
    pack = run_to_end(import_file(library, path))
    assert pack.file("model.gguf").read_bytes() == GGUF
    assert library.installed("small") == pack
    assert run_to_end(library.verify("small")) == []


def test_the_same_pack_exports_to_the_same_bytes(exported: tuple[Library, Path]) -> None:
    library, path = exported
    run_to_end(import_file(library, path))
    first = path.read_bytes()
    assert run_to_end(export(library, "small", path.parent)).read_bytes() == first


def test_a_path_that_leaves_the_folder_is_refused(exported: tuple[Library, Path]) -> None:
    library, path = exported

    def add(new: zipfile.ZipFile, entries: dict[str, bytes]) -> None:
        new.writestr("files/../../../escaped.txt", b"out")

    with pytest.raises(PackError, match="outside its folder"):
        run_to_end(import_file(library, rewritten(path, add)))
    assert left_behind(library) == []
    assert not list(path.parent.rglob("escaped.txt"))


def test_a_link_is_refused(exported: tuple[Library, Path]) -> None:
    library, path = exported

    def link(new: zipfile.ZipFile, entries: dict[str, bytes]) -> None:
        info = zipfile.ZipInfo("files/link")
        info.external_attr = 0o120777 << 16
        new.writestr(info, b"/etc/passwd")

    with pytest.raises(PackError, match="outside its folder"):
        run_to_end(import_file(library, rewritten(path, link)))


def test_an_extra_file_is_refused(exported: tuple[Library, Path]) -> None:
    library, path = exported
    changed = rewritten(path, lambda new, entries: new.writestr("files/extra.txt", b"x"))
    with pytest.raises(PackError, match=r"extra\.txt"):
        run_to_end(import_file(library, changed))


@pytest.mark.parametrize("data", [GGUF[:-1] + b"?", GGUF + bytes(10**7), b""])
def test_changed_bytes_are_refused(exported: tuple[Library, Path], data: bytes) -> None:
    library, path = exported
    changed = rewritten(path, lambda new, entries: entries.update({"files/model.gguf": data}))
    with pytest.raises(PackHashMismatch, match="not the file the lock names"):
        run_to_end(import_file(library, changed))
    assert left_behind(library) == []


def test_a_size_that_lies_writes_no_more_than_the_lock_allows(exported: tuple[Library, Path]) -> None:
    """The table of contents claims the locked size; the stream behind it is a bomb of 50 MB."""
    library, path = exported
    changed = rewritten(path, lambda new, entries: entries.update({"files/model.gguf": bytes(50_000_000)}))
    raw = bytearray(changed.read_bytes())
    honest, lie = (50_000_000).to_bytes(4, "little"), len(GGUF).to_bytes(4, "little")
    assert raw.count(honest) == 2
    changed.write_bytes(raw.replace(honest, lie))
    with pytest.raises(PackError):
        run_to_end(import_file(library, changed))
    assert left_behind(library) == []


def test_a_truncated_file_is_refused(exported: tuple[Library, Path]) -> None:
    library, path = exported
    for keep in (0, 10, len(path.read_bytes()) // 2):
        short = path.with_name("short.pack.zip")
        short.write_bytes(path.read_bytes()[:keep])
        with pytest.raises(PackError, match="damaged or no zip"):
            run_to_end(import_file(library, short))


def test_an_unknown_or_older_pack_is_named(exported: tuple[Library, Path]) -> None:
    library, path = exported

    def older(new: zipfile.ZipFile, entries: dict[str, bytes]) -> None:
        entries["pack.json"] = json.dumps({"name": "small", "version": "0"}).encode()

    with pytest.raises(PackError, match="version 0"):
        run_to_end(import_file(library, rewritten(path, older)))
    changed = rewritten(
        path, lambda new, entries: entries.update({"pack.json": b'{"name": "x", "version": "1"}'})
    )
    with pytest.raises(NotFound, match="no pack called"):
        run_to_end(import_file(library, changed))
    changed = rewritten(path, lambda new, entries: entries.update({"pack.json": b"[" * 2000}))
    with pytest.raises(PackError, match="no exported pack"):
        run_to_end(import_file(library, changed))


def test_a_wheel_can_be_carried_too(shelf: Shelf) -> None:
    shelf.pack("small", [wheel_entry(shelf, "smallpack==1.0")])
    library = shelf.library()
    pack = run_to_end(import_file(library, make_wheel(shelf.folder / "stick")))
    assert pack.file("model.gguf").read_bytes() == GGUF


def test_a_single_file_is_known_by_its_hash(shelf: Shelf) -> None:
    shelf.pack("small", [{"name": "model.gguf", "origin": "import", "note": "by hand", "size": len(GGUF)}])
    path = shelf.source("whatever.gguf", GGUF)
    with pytest.raises(
        PackError, match=r"whatever\.gguf is a GGUF file of version 50462976, which is not read"
    ):
        run_to_end(import_file(shelf.library(), path))
    table = shelf.source("table.csv", b"a,b")
    with pytest.raises(PackError, match="No pack of the lock has a file with the hash"):
        run_to_end(import_file(shelf.library(), table))
    shelf.entries.clear()
    entry = {"name": "model.gguf", "origin": "import", "note": "by hand"}
    shelf.pack("small", [{**entry, "size": len(GGUF), "sha256": digest(GGUF)}])
    assert run_to_end(import_file(shelf.library(), path)).name == "small"
    with pytest.raises(NotFound):
        run_to_end(import_file(shelf.library(), path.with_name("absent")))


def test_what_is_built_travels_only_if_the_lock_has_its_hash(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []

    def doubling(originals: Path, folder: Path) -> Job[None]:
        yield from ()
        built.append(folder.name)
        (folder / "twice.txt").write_bytes((originals / "secret.pth").read_bytes() * 2)

    monkeypatch.setitem(BUILDERS, "doubling", doubling)
    members = [shelf.local("secret.pth", b"ab", keep=False), shelf.local("a.txt", b"a")]
    shelf.pack(
        "small",
        members,
        builder="doubling",
        built=[{"name": "twice.txt", "size": 4, "sha256": digest(b"abab")}],
    )
    library = shelf.library()
    pack = run_to_end(fetch(library, "small"))
    assert {entry.name for entry in pack.files} == {"a.txt", "twice.txt"}
    assert not (pack.path / "secret.pth").exists()
    path = run_to_end(export(library, "small", shelf.folder))
    elsewhere = Library(shelf.folder / "elsewhere", library.lock)
    again = run_to_end(import_file(elsewhere, path))
    assert again.sha256 == pack.sha256
    assert again.file("twice.txt").read_bytes() == b"abab"
    assert len(built) == 1


def test_a_damaged_pack_is_not_exported(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF)])
    library = shelf.library()
    pack = run_to_end(fetch(library, "small"))
    changed = bytearray(GGUF)
    changed[200] ^= 1
    pack.file("model.gguf").write_bytes(changed)
    with pytest.raises(PackError, match="was not exported"):
        run_to_end(export(library, "small", shelf.folder))
    assert not list(shelf.folder.glob("*.zip"))
