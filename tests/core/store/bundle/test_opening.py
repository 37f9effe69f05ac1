"""A bag from a stranger: every trick with names, links, sizes and manifests is refused, and named."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.errors import BundleRefused, NotFound, TheodoliteError
from theodolite.jobs import run_to_end
from theodolite.store.bundle import layout
from theodolite.store.bundle.bag import Bag
from theodolite.store.bundle.opening import open_bag

#: Names that some system reads as another place, another file or a device.
NAMES = (
    "../outside",
    "data/../../outside",
    "data/./log.jsonl",
    "/etc/passwd",
    "//server/share/file",
    "C:/windows/win.ini",
    "C:windows",
    "data\\..\\outside",
    "\\\\?\\c:\\outside",
    "~/outside",
    "~root/outside",
    "data//log.jsonl",
    "data/",
    "./data/log.jsonl",
    "data/..",
    "..",
    ".",
    "data/log.jsonl:stream",
    "data/con",
    "data/CON.txt",
    "data/nul",
    "data/aux.jsonl",
    "data/COM1",
    "data/lpt9.log",
    "data/prn.",
    "data/trailing.",
    "data/trailing ",
    " data/leading",
    "data/.hidden",
    "data/nul\0byte",
    "data/line\nfeed",
    "data/return\rcarriage",
    "data/tab\there",
    "data/bell\x07",
    "data/delete\x7f",
    "data/right\u202eleft",
    "data/n\u0303",
    "data/\u00f1",
    "data/\uff0e\uff0e/outside",
    "data/\u2024\u2024/outside",
    "data/zero\u200bwidth",
    "data/%2e%2e/outside",
    "data/$(touch outside)",
    "data/`touch outside`",
    "data/a;b",
    "data/a|b",
    "data/*",
    "data/?",
    "data/" + "x" * 300,
    "data/" + "d/" * 40 + "deep",
)
LOG = b'{"a":1}\n'


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """These bags need not survive a power loss."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


def a_bag(folder: Path, **files: bytes) -> Path:
    folder.mkdir()
    bag = Bag(folder)
    bag.write(layout.LOG, LOG)
    for name, data in files.items():
        bag.write(name.replace("__", "/"), data)
    bag.write("README.txt", b"read me\n")
    bag.close({layout.FORMAT_TAG: layout.FORMAT})
    return folder


def remade(folder: Path, manifest: str, change: Callable[[str], str]) -> None:
    """Rewrite a manifest as a forger would, with the manifest above it made to fit."""
    path = folder / manifest
    path.write_bytes(change(path.read_bytes().decode()).encode("utf-8", "surrogatepass"))
    if manifest == layout.TAG_MANIFEST:
        return
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    tags = folder / layout.TAG_MANIFEST
    lines = [line for line in tags.read_text().splitlines() if not line.endswith(f"  {manifest}")]
    tags.write_text("\n".join([*lines, f"{digest}  {manifest}"]) + "\n")


def test_a_bag_of_ours_is_read(tmp_path: Path) -> None:
    bag = open_bag(a_bag(tmp_path / "bag", data__state__hint=b"x"))
    run_to_end(bag.check())
    assert set(bag.payload) == {layout.LOG, "data/state/hint"}
    with bag.reading(layout.LOG) as stream:
        assert list(stream.lines()) == [LOG.rstrip()]


def test_names_in_a_manifest_that_lead_elsewhere_are_refused(tmp_path: Path) -> None:
    folder = a_bag(tmp_path / "bag")
    before = {name: (folder / name).read_bytes() for name in (layout.MANIFEST, layout.TAG_MANIFEST)}
    for name in NAMES:
        assert layout.problem(name), name
        encoded = name.replace("\n", "%0A").replace("\r", "%0D")
        for manifest in before:
            remade(folder, manifest, lambda text, e=encoded: text + f"{'0' * 64}  {e}\n")  # type: ignore[misc]
            with pytest.raises(BundleRefused):
                open_bag(folder)
            for written, data in before.items():
                (folder / written).write_bytes(data)
    run_to_end(open_bag(folder).check())
    assert [path.name for path in tmp_path.iterdir()] == ["bag"]


def test_files_of_such_names_are_refused(tmp_path: Path) -> None:
    folder = a_bag(tmp_path / "bag")
    made = 0
    for name in NAMES:
        path = folder / "data" / name.rsplit("/", 1)[-1]
        try:
            path.touch(exist_ok=False)
        except (OSError, ValueError):
            continue  # no file of this name can be there on this system
        made += 1
        with pytest.raises(BundleRefused):
            open_bag(folder)
        path.unlink()
    assert made > 10
    run_to_end(open_bag(folder).check())


def two_lines(text: str) -> str:
    return text + text


def link(folder: Path) -> None:
    (folder / layout.LOG).unlink()
    (folder / layout.LOG).symlink_to("/etc/passwd")


def link_above(folder: Path) -> None:
    (folder / "data").rename(folder.parent / "data")
    (folder / "data").symlink_to(folder.parent / "data")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "data" / "pipe")


def fetch(folder: Path) -> None:
    (folder / "fetch.txt").write_text("http://localhost:9/x 8 data/log.jsonl\n")


TRICKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "link": (link, "no ordinary file"),
    "linked folder": (link_above, "no ordinary file"),
    "pipe": (pipe, "no ordinary file"),
    "fetch": (fetch, "fetch.txt"),
    "unnamed file": (lambda f: (f / "data" / "more").write_bytes(b"x"), "data/more of the bundle is not in"),
    "unnamed tag file": (lambda f: (f / "run.sh").write_bytes(b"x"), "run.sh of the bundle is not in"),
    "missing file": (lambda f: (f / layout.LOG).unlink(), "is missing"),
    "no manifest": (lambda f: (f / layout.MANIFEST).unlink(), "has no manifest-sha256.txt"),
    "named twice": (lambda f: remade(f, layout.MANIFEST, two_lines), "twice"),
    "another case": (
        lambda f: remade(f, layout.MANIFEST, lambda t: t + t.replace("log.jsonl", "LOG.jsonl")),
        "may be one",
    ),
    "no entry": (lambda f: remade(f, layout.MANIFEST, lambda t: t + "hello\n"), "no entry"),
    "short hash": (lambda f: remade(f, layout.MANIFEST, lambda t: t[3:]), "no entry"),
    "not text": (lambda f: (f / layout.MANIFEST).write_bytes(b"\xff\xfe"), "no UTF-8"),
    "grown": (lambda f: (f / layout.LOG).write_bytes(LOG * 2), "Payload-Oxum"),
    "declaration": (lambda f: (f / layout.DECLARATION).write_text("hello: you\n"), "not that of a bag"),
    "version": (
        lambda f: (f / layout.DECLARATION).write_text(
            "BagIt-Version: 9.9\nTag-File-Character-Encoding: UTF-8\n"
        ),
        "version",
    ),
    "encoding": (
        lambda f: (f / layout.DECLARATION).write_text(
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-7\n"
        ),
        "version",
    ),
    "another bag": (
        lambda f: remade(f, layout.INFO, lambda t: t.replace(layout.FORMAT_TAG, "Other")),
        "no bundle of a case",
    ),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_is_refused_and_named(tmp_path: Path, trick: str) -> None:
    change, named = TRICKS[trick]
    folder = a_bag(tmp_path / "bag")
    change(folder)
    with pytest.raises(BundleRefused) as refused:
        run_to_end(open_bag(folder).check())
    assert named in str(refused.value)


def test_a_flipped_bit_is_named_by_its_file(tmp_path: Path) -> None:
    folder = a_bag(tmp_path / "bag")
    (folder / layout.LOG).write_bytes(LOG.replace(b"1", b"2"))
    with pytest.raises(BundleRefused, match=r"data/log\.jsonl is not what the manifest says"):
        run_to_end(open_bag(folder).check())


def test_bytes_that_change_while_they_are_read_are_refused(tmp_path: Path) -> None:
    """What is used is what was checked, and never more of it than was there when it was listed."""
    folder = a_bag(tmp_path / "bag")
    bag = open_bag(folder)
    (folder / layout.LOG).write_bytes(LOG + b"x" * 5_000_000)
    with pytest.raises(BundleRefused, match="changed"), bag.reading(layout.LOG) as stream:
        assert len(stream.read()) == len(LOG)
    (folder / layout.LOG).unlink()
    with pytest.raises(BundleRefused, match="vanished"), bag.reading(layout.LOG):
        pass
    (folder / layout.LOG).symlink_to(folder / "README.txt")
    with pytest.raises(TheodoliteError), bag.reading(layout.LOG):
        pass


def test_a_line_without_an_end_takes_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "LONGEST_LINE", 1 << 20)
    bag = open_bag(a_bag(tmp_path / "bag", data__long=b"x" * (3 << 20)))
    with pytest.raises(BundleRefused, match="too long"), bag.reading("data/long") as stream:
        list(stream.lines())


def test_more_files_than_any_case_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "MOST_FILES", 20)
    folder = a_bag(tmp_path / "bag")
    for number in range(30):
        (folder / "data" / f"f{number}").touch()
    with pytest.raises(BundleRefused, match="more than 20 files"):
        open_bag(folder)


def test_no_bag_is_not_found(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(NotFound):
            open_bag(folder)
    (tmp_path / "bundle.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises(BundleRefused, match="unpack it first"):
        open_bag(tmp_path / "bundle.zip")


@given(st.binary(max_size=200))
def test_any_tag_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = a_bag(tmp_path_factory.mktemp("bags") / "bag")
    for name in (layout.DECLARATION, layout.INFO, layout.MANIFEST, layout.TAG_MANIFEST):
        before = (folder / name).read_bytes()
        (folder / name).write_bytes(data)
        with pytest.raises(BundleRefused):
            run_to_end(open_bag(folder).check())
        (folder / name).write_bytes(before)
