"""``case.key``: the key of a case, wrapped under a passphrase.

The passphrase goes through Argon2id (RFC 9106) with a random salt; what comes out opens the wrapped key by
AES-256-GCM, which also proves that the parameters are those it was made with. A SHA-256 over the whole tells
a damaged file from a wrong passphrase. The file is there twice (``case.key.copy``), because without it the
case is lost. Another passphrase wraps the same key anew: nothing else is written again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from theodolite.errors import CaseDamaged, InputError, PassphraseNeeded, StorageFailed, WrongPassphrase
from theodolite.store import faults
from theodolite.store.cipher.keys import SIZE, CaseKeys
from theodolite.store.vault import sync_folder

FILE_NAME, COPY_NAME = "case.key", "case.key.copy"
FORMAT = "theodolite case key 1"
SHORTEST = 8  # characters
_LARGEST = 16_384  # bytes of a header


class Cost(NamedTuple):
    """Parameters of Argon2id: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


COST = Cost(memory=256 * 1024, passes=3, lanes=4)
"""Above the second recommended option of RFC 9106, section 4 (64 MiB, 3 passes, 4 lanes)."""

_MOST = Cost(memory=4 * 1024 * 1024, passes=64, lanes=64)  # a hostile header asks for no more than this


def is_encrypted(folder: Path) -> bool:
    """Whether the case in ``folder`` needs a passphrase."""
    return (folder / FILE_NAME).exists() or (folder / COPY_NAME).exists()


def check_new(passphrase: str) -> None:
    """InputError for what must not be chosen as a passphrase."""
    if len(_prepared(passphrase)) < SHORTEST:
        raise InputError(
            f"A passphrase has at least {SHORTEST} characters. Five or six words chosen at random are good."
        )


def make(folder: Path, passphrase: str) -> CaseKeys:
    """A fresh case key, wrapped into ``folder``."""
    keys = CaseKeys(secrets.token_bytes(SIZE))
    wrap(folder, keys, passphrase)
    return keys


def wrap(folder: Path, keys: CaseKeys, passphrase: str) -> None:
    """Write the header: from now on ``passphrase`` opens the case and no other does.

    Each copy is replaced as a whole, the first one first: whenever this ends, the case opens.
    """
    check_new(passphrase)
    text = _wrapped(keys.master, passphrase, COST)
    for name in (FILE_NAME, COPY_NAME):
        _write(folder / name, text)


def unlock(folder: Path, passphrase: str | None, *, mend: bool = False) -> CaseKeys | None:
    """The keys of the case in ``folder``, None when it is not encrypted; ``mend``: where one copy of the
    header is damaged or missing, write it again.

    Raises PassphraseNeeded, WrongPassphrase, or CaseDamaged when neither copy of the header is whole.
    """
    if not is_encrypted(folder):
        return None
    first, second = _read(folder / FILE_NAME), _read(folder / COPY_NAME)
    header = first or second
    if header is None:
        raise CaseDamaged(
            f"The key file {FILE_NAME} of {folder} and its copy are both damaged or missing. Without one of "
            f"them nobody can open this case: put {FILE_NAME} back from a copy of the case."
        )
    if not passphrase:
        raise PassphraseNeeded(f"{folder} is encrypted: its passphrase is needed.")
    keys = CaseKeys(_unwrapped(header, passphrase, folder))
    if mend and first != second:
        with contextlib.suppress(StorageFailed):  # one copy is there, and the case opens
            for name in (FILE_NAME, COPY_NAME):
                _write(folder / name, _text(header))
    return keys


def change(folder: Path, old: str, new: str) -> None:
    """Let ``new`` open the case instead of ``old``. Raises like :func:`unlock`."""
    check_new(new)
    keys = unlock(folder, old)
    if keys is None:
        raise InputError(f"{folder} is not encrypted. That is chosen when a case is made.")
    wrap(folder, keys, new)


def _prepared(passphrase: str) -> str:
    """The same text however it was typed (OpaqueString of RFC 8265: composed, one kind of space)."""
    text = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    text = unicodedata.normalize("NFC", text)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError("This passphrase holds a sign that is no text. Type it again.") from error
    return text


def _wrapped(master: bytes, passphrase: str, cost: Cost) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    named = {"memory_kib": cost.memory, "passes": cost.passes, "lanes": cost.lanes, "salt": salt.hex()}
    header: dict[str, Any] = {"format": FORMAT, "kdf": {"name": "argon2id", "version": 19, **named}}
    sealed = AESGCM(_stretched(passphrase, salt, cost)).encrypt(nonce, master, _canonical(header))
    header["wrapped"] = {"cipher": "aes-256-gcm", "nonce": nonce.hex(), "key": sealed.hex()}
    header["sha256"] = hashlib.sha256(_canonical(header)).hexdigest()
    return _text(header)


def _unwrapped(header: dict[str, Any], passphrase: str, folder: Path) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kdf, wrapped = header["kdf"], header["wrapped"]
    cost = Cost(kdf["memory_kib"], kdf["passes"], kdf["lanes"])
    key = _stretched(passphrase, bytes.fromhex(kdf["salt"]), cost)
    named = {"format": header["format"], "kdf": kdf}
    try:
        return AESGCM(key).decrypt(
            bytes.fromhex(wrapped["nonce"]), bytes.fromhex(wrapped["key"]), _canonical(named)
        )
    except InvalidTag as error:
        raise WrongPassphrase(
            f"This passphrase does not open {folder}. Try it again: capital letters and spaces count. Nobody "
            "can open the case without it."
        ) from error


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Argon2id (RFC 9106): as long and as much memory as ``cost`` says."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            _prepared(passphrase).encode("utf-8"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory,
            parallelism=cost.lanes,
            hash_len=SIZE,
            type=Type.ID,
        )
    except (HashingError, MemoryError) as error:
        need = f"{cost.memory // 1024} MiB"
        raise StorageFailed(
            f"Opening an encrypted case takes {need} of free memory, and that much is not there: close other "
            "programs and try again."
        ) from error


def _read(path: Path) -> dict[str, Any] | None:
    """The header at ``path``, None unless it is whole and asks for nothing absurd."""
    try:
        with path.open("rb") as stream:
            header = json.loads(stream.read(_LARGEST))
        stated = header.pop("sha256")
        whole = hashlib.sha256(_canonical(header)).hexdigest() == stated and header["format"] == FORMAT
        kdf, wrapped = header["kdf"], header["wrapped"]
        cost = Cost(kdf["memory_kib"], kdf["passes"], kdf["lanes"])
        sound = kdf["name"] == "argon2id" and kdf["version"] == 19 and wrapped["cipher"] == "aes-256-gcm"
        sound = sound and all(
            type(one) is int and 1 <= one <= most for one, most in zip(cost, _MOST, strict=True)
        )
        sound = sound and cost.memory >= 8 * cost.lanes
        sizes = [len(bytes.fromhex(text)) for text in (kdf["salt"], wrapped["nonce"], wrapped["key"])]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    header["sha256"] = stated
    return header if whole and sound and sizes == [16, 12, SIZE + 16] else None


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _text(header: dict[str, Any]) -> str:
    return json.dumps(header, sort_keys=True, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    """Beside, flushed, renamed: never half a header."""
    beside = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    with faults.mapped(path.parent):
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(path.parent)
