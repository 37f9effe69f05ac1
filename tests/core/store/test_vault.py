"""Bytes enter whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from theodolite.domain import Case, Exhibit, Message
from theodolite.errors import CaseDamaged, InputError, NotFound, StorageFailed
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.store import CaseStore, verify_case

LIMITED = """
import io, resource, signal, sys
from pathlib import Path
from theodolite.errors import StorageFailed
from theodolite.store import CaseStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = CaseStore.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
try:
    store.store_bytes(io.BytesIO(bytes(5 << 20)))
except StorageFailed as error:
    print(error)
"""


def talk_for_ever(store: CaseStore) -> Job[None]:
    """Fill the database, one committed message a step."""
    while True:
        store.add_message(Message("", "person", "x" * 200_000, "2026"))
        yield Progress("Talking")


def files_in(store: CaseStore) -> list[str]:
    return sorted(path.name for path in (store.folder / "vault").rglob("*") if path.is_file())


def test_the_copy_is_identical_and_the_source_untouched(store: CaseStore, tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    data = os.urandom((9 << 20) + 17)
    source.write_bytes(data)
    before = source.stat()
    steps: list[Progress] = []
    kept = run_to_end(store.take(source), steps.append)
    assert store.vault_path(kept.sha256).read_bytes() == data
    assert kept == (hashlib.sha256(data).hexdigest(), hashlib.md5(data).hexdigest(), len(data))
    after = source.stat()
    assert (after.st_mtime_ns, after.st_mode, after.st_size) == (
        before.st_mtime_ns,
        before.st_mode,
        before.st_size,
    )
    assert [step.total for step in steps] == [len(data)] * 2


def test_the_same_bytes_are_kept_once(store: CaseStore) -> None:
    first = store.store_bytes(io.BytesIO(b"same"))
    second = store.store_bytes(io.BytesIO(b"same"))
    assert first == second
    assert files_in(store) == [first.sha256]


def test_a_truncated_vault_file_is_not_taken_for_the_original(store: CaseStore) -> None:
    kept = store.store_bytes(io.BytesIO(b"same"))
    path = store.vault_path(kept.sha256)
    path.chmod(0o644)
    path.write_bytes(b"s")
    with pytest.raises(CaseDamaged):
        store.store_bytes(io.BytesIO(b"same"))


def test_a_cancelled_copy_leaves_nothing(store: CaseStore, tmp_path: Path) -> None:
    source = tmp_path / "large.jpg"
    source.write_bytes(bytes(9 << 20))
    job = store.take(source)
    next(job)
    assert len(files_in(store)) == 1
    job.close()
    assert files_in(store) == []
    assert store.log()[-1].action == "case created"


@pytest.mark.parametrize("what", ["grown", "rewritten", "deleted", "cut"])
def test_a_source_that_changes_meanwhile_is_refused(store: CaseStore, tmp_path: Path, what: str) -> None:
    source = tmp_path / "large.jpg"
    source.write_bytes(bytes(9 << 20))
    job = store.take(source)
    next(job)
    if what == "grown":
        with source.open("ab") as stream:
            stream.write(b"more")
    elif what == "rewritten":
        with source.open("r+b") as stream:
            stream.write(b"other")
        os.utime(source, ns=(1, 1))
    elif what == "cut":
        os.truncate(source, 5 << 20)
    else:
        source.unlink()
    with pytest.raises(InputError, match=r"large\.jpg.*(changed|deleted)"):
        run_to_end(job)
    assert files_in(store) == []


def test_sources_that_are_no_files(store: CaseStore, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        run_to_end(store.take(tmp_path / "missing.jpg"))
    with pytest.raises(InputError):
        run_to_end(store.take(tmp_path))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError):
        run_to_end(store.take(tmp_path / "pipe"))


def test_a_source_that_fails_while_read(store: CaseStore) -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: Any) -> int:
            raise OSError(errno.EIO, "Input/output error")

    broken: IO[bytes] = io.BufferedReader(Broken())
    with pytest.raises(InputError, match="could not be read"):
        store.store_bytes(broken, name="card.jpg")
    assert files_in(store) == []


def test_a_full_disk_leaves_nothing_half_written(small_disk: Path, case: Case) -> None:
    store = CaseStore.create(small_disk / "a.case", case)
    kept = store.store_bytes(io.BytesIO(b"small"))
    with pytest.raises(StorageFailed, match="full"):
        store.store_bytes(io.BytesIO(bytes(4 << 20)))
    assert files_in(store) == [kept.sha256]
    with pytest.raises(StorageFailed, match="full"):
        run_to_end(talk_for_ever(store))
    state = store.state()
    store.close()
    with CaseStore.open(small_disk / "a.case") as again:
        assert again.state() == state
    assert run_to_end(verify_case(small_disk / "a.case")).intact


def test_a_file_size_limit_is_a_full_disk_too(folder: Path) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
    child = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder)], capture_output=True, text=True, check=True
    )
    assert "full" in child.stdout
    assert not [path for path in (folder / "vault").rglob("*") if path.is_file()]
    CaseStore.open(folder).close()


def test_a_read_only_medium(small_disk: Path, case: Case, intake: Callable[..., Exhibit]) -> None:
    folder = small_disk / "a.case"
    with CaseStore.create(folder, case) as store:
        item = intake(store, b"bytes")
        state = store.state()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(StorageFailed, match="read-only"):
        CaseStore.open(folder)
    with CaseStore.open(folder, read_only=True) as reader:
        assert reader.state() == state
        assert reader.vault_path(item.sha256).read_bytes() == b"bytes"
        with pytest.raises(StorageFailed):
            reader.store_bytes(io.BytesIO(b"more"))
    assert run_to_end(verify_case(folder)).intact


def test_partial_and_unrecorded_files_of_a_killed_program(folder: Path) -> None:
    data = b"renamed, but killed before its record"
    name = hashlib.sha256(data).hexdigest()
    (folder / "vault" / name[:2]).mkdir()
    (folder / "vault" / name[:2] / name).write_bytes(data)
    (folder / "vault" / ".incoming-0011").write_bytes(b"half")
    assert not run_to_end(verify_case(folder)).intact
    with CaseStore.open(folder) as store:
        assert files_in(store) == [name], "nothing whole is ever deleted"
        assert store.log()[-1].action == "unfinished intake found"
        length = store.state().log_length
    with CaseStore.open(folder) as store:
        assert store.state().log_length == length, "found once, recorded once"
    assert run_to_end(verify_case(folder)).intact
