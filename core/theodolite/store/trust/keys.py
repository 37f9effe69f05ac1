"""Examiners' keys: Ed25519 (RFC 8032), one small file a key below ``keys/`` of the user's data folder.

The secret is in the operating system's keyring, or in the key's file under a passphrase: sealed with
AES-256-GCM under a key that Argon2id (RFC 9106) derives. A key belongs to a person, never to a case.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from theodolite import paths
from theodolite.errors import InputError, NotFound, PassphraseNeeded, StorageFailed, WrongPassphrase, legible
from theodolite.store.log import canonical, utc_now
from theodolite.store.trust import rings

FORMAT = "theodolite-key/1"
SHORT = 16
#: Argon2id: 64 MiB, three passes (the second recommended option of RFC 9106, section 4).
COST = {"memory_kib": 65536, "passes": 3, "lanes": 4}
#: A file that asks for more than this is not one of ours.
MOST = {"memory_kib": 1 << 20, "passes": 16, "lanes": 16}
LEAST_LETTERS = 8
Kept = Literal["keyring", "file"]


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """A key as it is listed; ``public`` is the public key, 64 lower-case hex digits."""

    name: str
    public: str
    kept: Kept
    made_utc: str


@dataclass(frozen=True, slots=True)
class ExaminerKey:
    """A key that can sign; ``seed`` is the private key (32 bytes) and is never shown or written."""

    name: str
    public: str
    seed: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """The signature of ``message``: 64 bytes, the same each time (RFC 8032, section 5.1.6)."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def folder() -> Path:
    """Where key files are."""
    return paths.home() / "keys"


def make(name: str, passphrase: str | None = None, *, keyring: bool = False) -> ExaminerKey:
    """Make a key for the person ``name``, kept under ``passphrase`` or in the ``keyring``: exactly one.

    Raises InputError for a name in use, a short passphrase, or a machine whose keyring cannot be used.
    """
    name = legible(name).strip()
    if not name:
        raise InputError("A key needs the name of the person who signs with it.")
    if any(one.name == name for one in list_()):
        raise InputError(f"There is a key of {name} already; choose another name, or sign with that one.")
    if keyring == (passphrase is not None):
        raise InputError(
            "A key is kept either under a passphrase or in the keyring of this machine: say which."
        )
    seed = secrets.token_bytes(32)
    key = ExaminerKey(name, _public(seed), seed)
    head = {"format": FORMAT, "name": name, "public": key.public, "made_utc": utc_now()}
    if passphrase is None:
        rings.put(key.public, seed.hex())
        _write({**head, "kept": "keyring"})
    else:
        _write(_sealed({**head, "kept": "file"}, seed, passphrase))
    return key


def list_() -> tuple[KeyInfo, ...]:
    """Every key on this machine, by name; files that are no keys are passed over."""
    found = []
    for path in sorted(folder().glob("*.json")) if folder().is_dir() else ():
        try:
            head = _read(path)
            found.append(KeyInfo(head["name"], head["public"], head["kept"], head["made_utc"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError, InputError):
            continue
    return tuple(sorted(found, key=lambda one: (one.name, one.public)))


def find(name: str) -> KeyInfo:
    """The key of this person, or whose public key begins so; NotFound says which keys there are."""
    known = list_()
    exact = [one for one in known if one.name == name]
    close = [one for one in known if len(name) >= SHORT // 2 and one.public.startswith(name.lower())]
    found = exact or close
    if len(found) != 1:
        there = ", ".join(f"{one.name} ({one.public[:SHORT]})" for one in known)
        raise NotFound(
            f"There is no key {name!r} on this machine. Keys: {there or 'none yet; make one first'}."
        )
    return found[0]


def load(name: str, passphrase: str | None = None) -> ExaminerKey:
    """Open the key ``name`` (see :func:`find`). PassphraseNeeded, WrongPassphrase, NotFound, InputError."""
    info = find(name)
    if info.kept == "keyring":
        seed = _seed(rings.get(info.public))
    elif passphrase is None:
        raise PassphraseNeeded(f"The key of {info.name} is kept under a passphrase: give it.")
    else:
        seed = _opened(_read(_path(info.public)), passphrase)
    if _public(seed) != info.public:
        raise InputError(f"The key file of {info.name} names another public key than its secret gives.")
    return ExaminerKey(info.name, info.public, seed)


def change_passphrase(name: str, old: str, new: str) -> None:
    """Keep the key under another passphrase from now on; copies of its file still open with the old one."""
    key, head = load(name, old), _read(_path(find(name).public))
    if head["kept"] != "file":
        raise InputError(f"The key of {key.name} is in the keyring of this machine and has no passphrase.")
    fixed = {part: head[part] for part in ("format", "name", "public", "made_utc", "kept")}
    _write(_sealed(fixed, key.seed, new))


def remove(name: str) -> None:
    """Forget a key for good; what it signed can still be checked, for that needs the public key only."""
    info = find(name)
    if info.kept == "keyring":
        rings.remove(info.public)
    with paths.storing(_path(info.public)):
        _path(info.public).unlink()


# --- files -------------------------------------------------------------------------------------------


def _path(public: str) -> Path:
    return folder() / f"{public[:SHORT]}.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        head: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise StorageFailed(f"{path} cannot be read: {error.strerror}.") from error
    good = (
        isinstance(head, dict)
        and head.get("format") == FORMAT
        and all(isinstance(head.get(part), str) for part in ("name", "public", "made_utc"))
        and head.get("kept") in ("keyring", "file")
        and len(bytes.fromhex(head["public"])) == 32
        and path.name == f"{head['public'][:SHORT]}.json"
    )
    if not good:
        raise InputError(f"{path} is no key file of ours.")
    return head


def _write(head: Mapping[str, Any]) -> None:
    """Whole or not at all, and readable by nobody else."""
    path = _path(head["public"])
    beside = path.with_suffix(".tmp")
    with paths.storing(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(json.dumps(head, indent=1, sort_keys=True).encode() + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)


# --- passphrases -------------------------------------------------------------------------------------


def _derived(passphrase: str, salt: bytes, cost: Mapping[str, int]) -> bytes:
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            passphrase.encode("utf-8", "surrogatepass"),
            salt,
            time_cost=cost["passes"],
            memory_cost=cost["memory_kib"],
            parallelism=cost["lanes"],
            hash_len=32,
            type=Type.ID,
        )
    except HashingError as error:
        raise ValueError(str(error)) from error


def _sealed(head: Mapping[str, Any], seed: bytes, passphrase: str) -> dict[str, Any]:
    """``head`` with the seed in it, sealed; everything else in it is authenticated with it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < LEAST_LETTERS:
        raise InputError(f"A passphrase has at least {LEAST_LETTERS} letters; several words are better.")
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    whole = {**head, "kdf": {"name": "argon2id", "salt": salt.hex(), **COST}, "cipher": "AES-256-GCM"}
    lock = AESGCM(_derived(passphrase, salt, COST))
    sealed = lock.encrypt(nonce, seed, canonical(whole).encode())
    return {**whole, "nonce": nonce.hex(), "sealed": sealed.hex()}


def _opened(whole: Mapping[str, Any], passphrase: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        kdf = whole["kdf"]
        cost = {part: int(kdf[part]) for part in COST}
        if kdf["name"] != "argon2id" or any(not 1 <= cost[part] <= MOST[part] for part in COST):
            raise ValueError("its key derivation is none of ours")
        head = {part: whole[part] for part in whole if part not in ("nonce", "sealed")}
        lock = AESGCM(_derived(passphrase, bytes.fromhex(kdf["salt"]), cost))
        return lock.decrypt(
            bytes.fromhex(whole["nonce"]), bytes.fromhex(whole["sealed"]), canonical(head).encode()
        )
    except InvalidTag as error:
        raise WrongPassphrase(
            f"This passphrase does not open the key of {whole['name']}, or its file was changed."
        ) from error
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise InputError(f"The key file of {whole['name']} is damaged: {error}.") from error


def _public(seed: bytes) -> str:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()


def _seed(text: str) -> bytes:
    try:
        seed = bytes.fromhex(text)
    except ValueError:
        seed = b""
    if len(seed) != 32:
        raise InputError("What the keyring keeps for this key is no key.")
    return seed
