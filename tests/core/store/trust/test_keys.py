"""Examiners' keys: made, found, opened, refused; never readable where they should not be."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from theodolite.errors import InputError, KeyringMissing, NotFound, PassphraseNeeded, WrongPassphrase
from theodolite.store.trust import keys, rings

WORDS = "correct horse battery"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of its own, and a key derivation that costs a test nothing."""
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path))
    monkeypatch.setattr(keys, "COST", {"memory_kib": 64, "passes": 1, "lanes": 1})
    return tmp_path


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_found_by_name_and_by_its_first_digits_and_signs_the_same_each_time(home: Path) -> None:
    made = keys.make("Ada", WORDS)
    for name in ("Ada", made.public[:10], made.public):
        again = keys.load(name, WORDS)
        assert again == made
        assert again.sign(b"text") == made.sign(b"text")
    assert [(one.name, one.kept) for one in keys.list_()] == [("Ada", "file")]


def test_the_secret_is_nowhere_in_plain_text_and_the_file_is_the_owners_alone(home: Path) -> None:
    made = keys.make("Ada", WORDS)
    (path,) = (home / "keys").iterdir()
    assert made.seed.hex() not in path.read_text() and made.seed not in path.read_bytes()
    assert made.seed.hex() not in repr(made) and repr(made.seed) not in repr(made)
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.name == "nt" or stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_wrong_passphrase_and_none_are_told_apart() -> None:
    keys.make("Ada", WORDS)
    with pytest.raises(WrongPassphrase, match="Ada"):
        keys.load("Ada", WORDS + " ")
    with pytest.raises(PassphraseNeeded, match="give it"):
        keys.load("Ada")
    with pytest.raises(NotFound, match="Ada"):
        keys.load("Bob", WORDS)


@pytest.mark.parametrize("part", ["name", "public", "made_utc", "kdf", "nonce", "sealed", "cipher"])
def test_every_part_of_the_file_is_authenticated(home: Path, part: str) -> None:
    made = keys.make("Ada", WORDS)
    (path,) = (home / "keys").iterdir()
    whole = json.loads(path.read_text())
    if part == "kdf":
        whole["kdf"]["passes"] = 2
    elif part in ("nonce", "sealed", "public"):
        whole[part] = whole[part][:-1] + ("0" if whole[part][-1] != "0" else "1")
    else:
        whole[part] += "x"
    path.write_text(json.dumps(whole))
    with pytest.raises(WrongPassphrase):
        keys.load(made.public[: keys.SHORT], WORDS)


@pytest.mark.parametrize(
    "kdf",
    [
        {"name": "argon2id", "salt": "00" * 16, "memory_kib": 1 << 40, "passes": 1, "lanes": 1},
        {"name": "argon2id", "salt": "00" * 16, "memory_kib": 64, "passes": 1 << 30, "lanes": 1},
        {"name": "scrypt", "salt": "00" * 16, "memory_kib": 64, "passes": 1, "lanes": 1},
        {"name": "argon2id", "salt": "00", "memory_kib": 64, "passes": 1, "lanes": 1},
        None,
    ],
)
def test_a_hostile_key_derivation_is_refused_before_it_runs(home: Path, kdf: object) -> None:
    keys.make("Ada", WORDS)
    (path,) = (home / "keys").iterdir()
    path.write_text(json.dumps({**json.loads(path.read_text()), "kdf": kdf}))
    with pytest.raises(InputError, match="damaged"):
        keys.load("Ada", WORDS)


def test_files_that_are_no_keys_are_passed_over(home: Path) -> None:
    keys.make("Ada", WORDS)
    for name, text in {"a.json": "", "b.json": "[]", "c.json": '{"format": 3}', "d.json": "[" * 9999}.items():
        (home / "keys" / name).write_text(text)
    assert [one.name for one in keys.list_()] == ["Ada"]


def test_names_and_passphrases_that_cannot_be(ring: Ring) -> None:
    keys.make("Ada", WORDS)
    with pytest.raises(InputError, match="already"):
        keys.make("Ada", WORDS)
    with pytest.raises(InputError, match="at least"):
        keys.make("Bob", "short")
    with pytest.raises(InputError, match="name"):
        keys.make("  ", WORDS)
    for both in ({"passphrase": WORDS, "keyring": True}, {"passphrase": None, "keyring": False}):
        with pytest.raises(InputError, match="either"):
            keys.make("Bob", **both)  # type: ignore[arg-type]


def test_another_passphrase_and_forgetting(home: Path) -> None:
    made = keys.make("Ada", WORDS)
    keys.change_passphrase("Ada", WORDS, "other words entirely")
    assert keys.load("Ada", "other words entirely") == made
    with pytest.raises(WrongPassphrase):
        keys.load("Ada", WORDS)
    keys.remove("Ada")
    assert keys.list_() == () and list((home / "keys").iterdir()) == []


def test_a_key_in_the_keyring_leaves_no_secret_in_its_file(home: Path, ring: Ring) -> None:
    made = keys.make("Ada", keyring=True)
    (path,) = (home / "keys").iterdir()
    assert "sealed" not in path.read_text() and made.seed.hex() not in path.read_text()
    assert keys.load("Ada") == made
    ring.locked = True
    with pytest.raises(KeyringMissing, match="locked"):
        keys.load("Ada")
    ring.locked = False
    ring.kept[rings.SERVICE, made.public] = "00" * 32
    with pytest.raises(InputError, match="another public key"):
        keys.load("Ada")
    keys.remove("Ada")
    assert ring.kept == {}


def test_a_machine_without_a_keyring_says_what_to_do_instead(ring: Ring) -> None:
    ring.priority = 0.5  # type: ignore[misc,assignment]  # keyring's number for secrets in plain files
    assert not rings.available()
    with pytest.raises(KeyringMissing, match="under a passphrase instead"):
        keys.make("Ada", keyring=True)
    assert keys.list_() == ()
