"""An encrypted case: nothing of it lies readable on the disk, and everything of it works."""

from __future__ import annotations

import io
import json
import os
import random
import secrets
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite.domain import (
    AreaReach,
    Case,
    Clue,
    Exhibit,
    Hint,
    HintState,
    Message,
    Origin,
    Person,
    Pin,
    Status,
    Strength,
    Verdict,
)
from theodolite.errors import (
    CaseDamaged,
    InputError,
    NotFound,
    PassphraseNeeded,
    StorageFailed,
    WrongPassphrase,
)
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, is_encrypted, verify_case
from theodolite.store.cipher import header

MARK = "Zeugin-Kassiopeia-9417"


def take(store: CaseStore, data: bytes, name: str = "a.jpg") -> Exhibit:
    kept = store.store_bytes(io.BytesIO(data), name=f"/secret/{MARK}/{name}")
    return store.add_exhibit(
        Exhibit("", name, kept.sha256, kept.md5, kept.size, "image/jpeg", f"/{MARK}", "2026", MARK, True)
    )


def fill(store: CaseStore, data: bytes) -> Exhibit:
    """Every kind of thing a person writes, each with the marker in it."""
    item = take(store, data, f"{MARK}.jpg")
    origins = (Origin("file", "f"),)
    clue = Clue("", item.id, "text.line", MARK, MARK, Strength.WEAK, "ocr", "1", "text:1", origins)
    store.put_clues(item.id, [clue])
    italy = AreaReach("country", ("IT",))
    store.add_hint(Hint("", MARK, MARK, italy, Strength.LIKELY, HintState.ON, "2026-01-01T00:00:00Z"))
    store.add_pin(Pin("", item.id, 43.46, 11.88, 5.0, MARK, MARK))
    store.add_verdict(Verdict("", item.id, 43.46, 11.88, MARK, Status.REJECTED, MARK, MARK, "2026"))
    store.add_message(Message("", "person", MARK, "2026"))
    store.put_note(item.id, MARK)
    store.add("person", Person("", MARK, name=MARK), "person added", undoable=False)
    store.record("exported", {"to": f"/{MARK}"})
    store.set_view_state({"draft": MARK})
    store.keep(item.sha256, f"{MARK}.npy", MARK.encode() * 40)
    store.undo()
    return item


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def holding(folder: Path, *wanted: bytes) -> list[str]:
    """The files whose bytes or path hold any of ``wanted``, as text of two encodings or in base 16."""
    words = [form for one in wanted for form in forms(one)]
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if any(word in data or word in os.fsencode(str(path.relative_to(folder))) for word in words):
            found.append(str(path.relative_to(folder)))
    return found


def forms(word: bytes) -> Iterator[bytes]:
    yield word
    yield word.hex().encode("ascii")
    try:
        yield word.decode("utf-8").encode("utf-16-le")
    except UnicodeDecodeError:
        return


@pytest.mark.parametrize("passphrase", [None, "Pieve di Santa Maria"])
def test_nothing_of_it_lies_readable(tmp_path: Path, passphrase: str | None) -> None:
    """The scan finds every marker in a plain case, so that it can find them; none in an encrypted one."""
    data = secrets.token_bytes(100_000)
    case = Case(MARK, MARK, MARK, "2026-01-01T00:00:00.000Z", claim=MARK)
    with CaseStore.create(tmp_path / "a.case", case, passphrase) as store:
        item = fill(store, data)
        words = (MARK.encode(), data[5000:5016], data[-16:], bytes.fromhex(item.sha256), item.md5.encode())
        while_open = holding(tmp_path, *words)  # the write-ahead file is there now
        assert (tmp_path / "a.case" / "case.db-wal").stat().st_size > 0
    after = holding(tmp_path, *words)
    if passphrase is None:
        assert {"a.case/case.db-wal", "a.case/case.db"} & set(while_open)
        assert len(after) >= 4
    else:
        assert while_open == after == []
        assert not (tmp_path / "a.case" / "case.db").read_bytes().startswith(b"SQLite")


def test_everything_comes_back(sealed_folder: Path, passphrase: str) -> None:
    data = random.randbytes(200_000)
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        assert store.encrypted
        item, state = fill(store, data), store.state()
    with CaseStore.open(sealed_folder, read_only=True, passphrase=passphrase) as reader:
        assert reader.state() == state
        assert reader.view_state() == {"draft": MARK}
        with reader.read_original(item.sha256) as stream:
            assert stream.read() == data
            assert stream.seek(70_000) == 70_000
            assert stream.read(10) == data[70_000:70_010]
        with reader.original(item) as path, reader.original(item.sha256) as second:
            assert path.read_bytes() == second.read_bytes() == data
        assert not path.exists()
        assert reader.kept(item.sha256, f"{MARK}.npy") == MARK.encode() * 40
        with reader.kept_path(item.sha256, f"{MARK}.npy") as kept:
            assert kept.read_bytes() == MARK.encode() * 40
        with pytest.raises(NotFound), reader.kept_path(item.sha256, "other"):
            raise AssertionError("there is no such file")
        with pytest.raises(StorageFailed, match="read-only"):
            reader.keep(item.sha256, "x", b"")
        result = run_to_end(verify_case(sealed_folder, keys=reader.keys))
        assert (result.intact, result.files) == (True, 1)
    with pytest.raises(PassphraseNeeded):
        run_to_end(verify_case(sealed_folder))


def test_lent_bytes_are_sealed_and_taken_back(sealed: CaseStore) -> None:
    item = take(sealed, b"original" * 9000)
    opened = descriptors()
    with run_to_end(sealed.confirm(item)) as path:
        with path.open("rb") as stream:
            assert stream.read(8) == b"original"
        with pytest.raises(PermissionError), path.open("r+b") as stream:
            stream.write(b"x")
    job = sealed.confirm(item)
    next(job)
    job.close()  # cancelled half-way
    assert descriptors() == opened


def test_without_the_memory_it_is_said(sealed: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from theodolite.store.cipher import lent

    item = take(sealed, b"original")
    monkeypatch.setattr(lent, "_free", lambda: 1000)
    with pytest.raises(StorageFailed, match="MiB of memory"), sealed.original(item):
        raise AssertionError("there was no memory")
    monkeypatch.setattr(lent, "POSSIBLE", False)
    with pytest.raises(StorageFailed, match="Open the case on Linux"):
        run_to_end(sealed.confirm(item))
    with pytest.raises(InputError, match="without a passphrase"):
        CaseStore.create(sealed.folder.with_name("b.case"), sealed.state().case, "long enough words")
    assert not sealed.folder.with_name("b.case").exists()
    with sealed.read_original(item.sha256) as stream:
        assert stream.read() == b"original"


def test_passphrases_of_a_case(sealed_folder: Path, passphrase: str) -> None:
    assert is_encrypted(sealed_folder)
    for read_only in (False, True):
        with pytest.raises(PassphraseNeeded):
            CaseStore.open(sealed_folder, read_only)
        with pytest.raises(WrongPassphrase):
            CaseStore.open(sealed_folder, read_only, "not this passphrase")
    new = "quite another passphrase"
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        with pytest.raises(WrongPassphrase):
            store.change_passphrase(new, new)
        store.change_passphrase(passphrase, new)
        assert store.log(1)[0].action == "passphrase changed"
        assert new not in store.log(1)[0].payload
    with pytest.raises(WrongPassphrase):
        CaseStore.open(sealed_folder, passphrase=passphrase)
    reader = CaseStore.open(sealed_folder, passphrase=new, read_only=True)
    with reader, pytest.raises(StorageFailed):
        reader.change_passphrase(new, passphrase)


def test_a_case_that_is_not_encrypted(tmp_path: Path) -> None:
    with CaseStore.create(tmp_path / "a.case", Case("", "", "A", "2026")) as store:
        assert not store.encrypted
        with pytest.raises(InputError, match="not encrypted"):
            store.change_passphrase("one passphrase", "another passphrase")
    with CaseStore.open(tmp_path / "a.case", passphrase="given for nothing") as store:
        assert store.state().case.operator == "A"
    with pytest.raises(InputError, match="at least 8"):
        CaseStore.create(tmp_path / "b.case", Case("", "", "A", "2026"), "short")
    assert [path.name for path in tmp_path.iterdir()] == ["a.case"]


def test_the_key_file_is_gone(sealed_folder: Path, passphrase: str) -> None:
    for name in (header.FILE_NAME, header.COPY_NAME):
        (sealed_folder / name).unlink()
    with pytest.raises(CaseDamaged, match=r"case\.key is missing"):
        CaseStore.open(sealed_folder, passphrase=passphrase)


def test_a_page_of_the_database_that_was_changed(sealed_folder: Path, passphrase: str) -> None:
    """Every page is authenticated: a flipped bit anywhere is damage, by name."""
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        for _ in range(4):
            take(store, secrets.token_bytes(100))
    keys = header.unlock(sealed_folder, passphrase)
    path = sealed_folder / "case.db"
    whole = path.read_bytes()
    for at in random.sample(range(len(whole)), 6):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        found = run_to_end(verify_case(sealed_folder, keys=keys))
        assert not found.intact
        assert "case.db" in " ".join(found.problems) or "case database" in " ".join(found.problems)
        with pytest.raises(CaseDamaged, match="damaged"):
            CaseStore.open(sealed_folder, passphrase=passphrase)
    path.write_bytes(whole)
    assert run_to_end(verify_case(sealed_folder, keys=keys)).intact


def test_originals_that_were_changed_are_named(sealed_folder: Path, passphrase: str) -> None:
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        one, two = take(store, b"first" * 40_000), take(store, b"other" * 40_000)
        files = {item.id: store.vault_path(item.sha256) for item in (one, two)}
        keys = store.keys
    good = {name: path.read_bytes() for name, path in files.items()}

    def problems(**contents: bytes) -> list[str]:
        for name, data in {**good, **contents}.items():
            files[name].chmod(0o600)
            files[name].write_bytes(data)
        return list(run_to_end(verify_case(sealed_folder, keys=keys)).problems)

    at = random.randrange(len(good["E1"]))
    flipped = good["E1"][:at] + bytes([good["E1"][at] ^ 1]) + good["E1"][at + 1 :]
    assert problems() == []
    for changed in (
        problems(E1=flipped),
        problems(E1=good["E2"]),
        problems(E1=good["E1"][:-1]),
        problems(E1=b""),
    ):
        assert len(changed) == 1
        assert "E1: vault/" in changed[0]
    problems(E2=flipped)
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        with pytest.raises(CaseDamaged, match="E2"):
            run_to_end(store.confirm(two))
        with pytest.raises(CaseDamaged), store.original(two):
            raise AssertionError("it was opened")
    files["E2"].unlink()
    (sealed_folder / "vault" / "ab").mkdir(exist_ok=True)
    (sealed_folder / "vault" / "ab" / ("ab" * 32)).write_bytes(b"not ours")
    listed = list(run_to_end(verify_case(sealed_folder, keys=keys)).problems)
    assert len(listed) == 2
    assert "E2" in listed[0]
    assert "is missing" in listed[0]
    assert "is not in the log" in listed[1]


def test_after_a_kill_whole_originals_are_found_again(sealed_folder: Path, passphrase: str) -> None:
    """The bytes came in, the record did not: named by the HMAC of what they are, and by nothing else."""
    from theodolite.store import vault

    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        kept = run_to_end(vault.copy(io.BytesIO(b"orphan" * 30_000), store.folder / "vault", "x", store.keys))
        (store.folder / "vault" / f"{vault.INCOMING}half").write_bytes(b"half")
        strange = store.folder / "vault" / "00" / ("00" * 32)
        strange.parent.mkdir(exist_ok=True)
        strange.write_bytes(b"not ours")
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        last = store.log(1)[0]
        assert last.action == "unfinished intake found"
        assert json.loads(last.payload)["detail"]["sha256"] == kept.sha256
        assert not list((store.folder / "vault").glob(".incoming*"))
        result = run_to_end(verify_case(sealed_folder, keys=store.keys))
        assert [problem for problem in result.problems if "00" * 32 not in problem] == []


def test_64_mb_are_read_without_being_held(sealed: CaseStore) -> None:
    """An original of 64 MB goes in and comes out in pieces: no more than 8 MB of Python's memory at once."""
    size, block = 64_000_000, random.randbytes(1_000_000)

    class Source(io.RawIOBase):
        left = size

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:
            take = min(len(buffer), self.left, len(block))
            buffer[:take] = block[:take]
            self.left -= take
            return take

    tracemalloc.start()
    try:
        kept = sealed.store_bytes(io.BufferedReader(Source()), name="film.mov")
        total = 0
        with sealed.read_original(kept.sha256) as stream:
            while part := stream.read(1 << 20):
                total += len(part)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert total == kept.size == size
    assert peak < 8_000_000


def test_a_destroyed_exhibit_is_gone_from_an_encrypted_case_too(sealed_folder: Path, passphrase: str) -> None:
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        kept, gone = take(store, b"stays" * 1000, "stays.jpg"), take(store, b"goes" * 1000, "goes.jpg")
        for item in (kept, gone):
            store.keep(item.sha256, "thumbnail-64.jpg", b"small")
        path, derived = store.vault_path(gone.sha256), store.derived_folder(gone.sha256)
        assert path.is_file()
        assert len(list(derived.iterdir())) == 1
        run_to_end(store.destroy(gone.id, "a court ordered it", confirmed=gone.sha256[:8]))
        assert not path.exists()
        assert not derived.exists()
        assert store.kept(kept.sha256, "thumbnail-64.jpg") == b"small"
        assert [item.id for item in store.state().exhibits] == [kept.id]
        assert run_to_end(verify_case(sealed_folder, keys=store.keys)).intact
    with CaseStore.open(sealed_folder, passphrase=passphrase) as store:
        assert [stone.sha256 for stone in store.state().tombstones] == [gone.sha256]
