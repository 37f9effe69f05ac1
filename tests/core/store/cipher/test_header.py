"""The key file: the right passphrase opens, a wrong one is told from a damaged file, one copy is enough."""

from __future__ import annotations

import json
import random
import stat
from pathlib import Path

import pytest

from theodolite.errors import CaseDamaged, InputError, PassphraseNeeded, StorageFailed, WrongPassphrase
from theodolite.store.cipher import header
from theodolite.store.cipher.header import COPY_NAME, FILE_NAME, CaseKeys, Cost, is_encrypted, unlock

OLD, NEW = "correct horse battery", "another horse battery"


def master(folder: Path, passphrase: str, *, mend: bool = False) -> bytes:
    keys = unlock(folder, passphrase, mend=mend)
    assert isinstance(keys, CaseKeys)
    return keys.master


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = random.randrange(len(data))
    data[at] ^= 1 << random.randrange(7)
    path.write_bytes(data)


def test_the_passphrase_opens_and_no_other(tmp_path: Path) -> None:
    assert not is_encrypted(tmp_path)
    assert unlock(tmp_path, OLD) is None
    keys = header.make(tmp_path, OLD)
    assert is_encrypted(tmp_path)
    assert master(tmp_path, OLD) == keys.master
    for wrong in ("correct horse batterz", OLD.upper(), f"{OLD} ", "x" * 5000):
        with pytest.raises(WrongPassphrase, match="does not open"):
            unlock(tmp_path, wrong)
    for nothing in (None, ""):
        with pytest.raises(PassphraseNeeded, match="passphrase is needed"):
            unlock(tmp_path, nothing)
    for name in (FILE_NAME, COPY_NAME):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
        assert keys.master.hex() not in (tmp_path / name).read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME, COPY_NAME]


def test_the_same_words_typed_on_another_machine(tmp_path: Path) -> None:
    header.make(tmp_path, "Mu\u0308nchen\u00a0im Regen")
    assert master(tmp_path, "M\u00fcnchen im Regen")
    with pytest.raises(InputError, match="no text"):
        header.make(tmp_path, "lone surrogate \udc80")


def test_short_passphrases_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="at least 8"):
        header.make(tmp_path, "1234567")
    assert not is_encrypted(tmp_path)


def test_one_damaged_copy_is_mended_two_are_named(tmp_path: Path) -> None:
    keys = header.make(tmp_path, OLD)
    whole = (tmp_path / FILE_NAME).read_bytes()
    for name in (FILE_NAME, COPY_NAME):
        for harm in (damage, Path.unlink, lambda path: path.write_bytes(b"")):
            harm(tmp_path / name)
            assert master(tmp_path, OLD) == keys.master
            assert master(tmp_path, OLD, mend=True) == keys.master
            assert (tmp_path / FILE_NAME).read_bytes() == (tmp_path / COPY_NAME).read_bytes() == whole
    damage(tmp_path / FILE_NAME)
    damage(tmp_path / COPY_NAME)
    with pytest.raises(CaseDamaged, match="both damaged or missing"):
        unlock(tmp_path, OLD)


def test_no_damaged_byte_is_taken_for_a_wrong_passphrase(tmp_path: Path) -> None:
    header.make(tmp_path, OLD)
    (tmp_path / COPY_NAME).unlink()
    whole = (tmp_path / FILE_NAME).read_bytes()
    for at in random.sample(range(len(whole)), 60):
        (tmp_path / FILE_NAME).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            master(tmp_path, OLD)
        except CaseDamaged:
            continue
        # White space between members is no part of what they say.
        assert json.loads((tmp_path / FILE_NAME).read_bytes()) == json.loads(whole)


def test_another_passphrase(tmp_path: Path) -> None:
    keys = header.make(tmp_path, OLD)
    with pytest.raises(WrongPassphrase):
        header.change(tmp_path, NEW, "third horse battery")
    with pytest.raises(InputError, match="at least 8"):
        header.change(tmp_path, OLD, "short")
    header.change(tmp_path, OLD, NEW)
    assert master(tmp_path, NEW) == keys.master
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, OLD)


def test_a_change_that_was_interrupted_is_completed(tmp_path: Path) -> None:
    """Killed between the two copies: the new passphrase opens, and the old one is gone after that."""
    header.make(tmp_path, OLD)
    before = (tmp_path / COPY_NAME).read_bytes()
    header.change(tmp_path, OLD, NEW)
    (tmp_path / COPY_NAME).write_bytes(before)
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, OLD)
    assert master(tmp_path, NEW, mend=True)
    assert (tmp_path / COPY_NAME).read_bytes() == (tmp_path / FILE_NAME).read_bytes() != before


def test_a_strangers_header_asks_for_nothing_absurd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory of 1 TiB, no passes at all: named as damage before anything is allocated."""
    for cost in (Cost(1 << 30, 1, 1), Cost(64, 10_000, 1), Cost(64, 0, 1), Cost(64, 1, 65), Cost(8, 1, 4)):
        monkeypatch.setattr(header, "COST", cost)
        monkeypatch.setattr(header, "_stretched", lambda *_: bytes(32))
        header.wrap(tmp_path, CaseKeys(bytes(32)), OLD)
        monkeypatch.undo()
        with pytest.raises(CaseDamaged):
            unlock(tmp_path, OLD)


def test_too_little_memory_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import low_level
    from argon2.exceptions import HashingError

    header.make(tmp_path, OLD)

    def refuse(*_: object, **__: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(low_level, "hash_secret_raw", refuse)
    with pytest.raises(StorageFailed, match="free memory"):
        unlock(tmp_path, OLD)


def test_the_shipped_cost_is_that_of_the_standard_or_more() -> None:
    """RFC 9106, section 4, second recommended option: 64 MiB, 3 passes, 4 lanes."""
    import importlib

    shipped = importlib.util.find_spec("theodolite.store.cipher.header")
    assert shipped is not None
    assert shipped.origin is not None
    assert "COST = Cost(memory=256 * 1024, passes=3, lanes=4)" in Path(shipped.origin).read_text("utf-8")
