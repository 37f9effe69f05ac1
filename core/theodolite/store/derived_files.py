"""``derived/ab/<sha256>/<name>``: what can be made again from an original, kept so that it is made once.

In an encrypted case both names are HMACs and the content is encrypted; it is bound to its name, so that one
thumbnail cannot be put in the place of another.
"""

from __future__ import annotations

import io
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.errors import CaseDamaged
from theodolite.store import faults, vault

if TYPE_CHECKING:
    from theodolite.store.cipher.keys import CaseKeys

MOST = 64 * 1024 * 1024
"""Bytes above which a derived file is not read: ours are small."""


def folder_of(case: Path, sha256: str, keys: CaseKeys | None = None) -> Path:
    """Where everything derived from this original is."""
    name = vault.path_of(case, sha256, keys).name
    return case / "derived" / name[:2] / name


def path_of(case: Path, sha256: str, name: str, keys: CaseKeys | None = None) -> Path:
    """Where one derived file is, or would be. InputError for what cannot be a name."""
    vault.check_derived_name(name)
    return folder_of(case, sha256, keys) / (keys.name(f"{sha256}/{name}") if keys else name)


def keep(case: Path, sha256: str, name: str, data: bytes, keys: CaseKeys | None = None) -> None:
    """Write it beside and rename it. Raises StorageFailed."""
    path = path_of(case, sha256, name, keys)
    sealed = _sealed(data, path.name, keys) if keys else data
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    with faults.mapped(case):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(sealed)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def kept(case: Path, sha256: str, name: str, most: int = MOST, keys: CaseKeys | None = None) -> bytes | None:
    """Its content; None when there is none of at most ``most`` bytes that we wrote."""
    path = path_of(case, sha256, name, keys)
    try:
        with vault.open_stored(path, keys) as stream:
            data = stream.read(most + 1)
    except (CaseDamaged, OSError):
        return None
    return data if len(data) <= most else None


def _sealed(data: bytes, bound: str, keys: CaseKeys) -> bytes:
    packed = io.BytesIO()
    writer = keys.writer(packed)
    writer.write(data)
    writer.finish(bound)
    return packed.getvalue()
