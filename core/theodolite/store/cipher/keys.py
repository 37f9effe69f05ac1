"""The keys of an encrypted case: all follow from one random key by HKDF (RFC 5869), none is stored."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import IO

from theodolite.store.cipher import chunks

SIZE = 32  # bytes of every key: AES-256, HMAC-SHA-256


class CaseKeys:
    """What opens one case, once its passphrase was right. Kept in memory only; ``repr`` shows nothing."""

    __slots__ = ("_files", "_master", "_names", "database")

    def __init__(self, master: bytes) -> None:
        if len(master) != SIZE:
            raise ValueError("a case key has 32 bytes")
        self._master = master
        self.database = derived(master, b"theodolite case database")
        self._files = derived(master, b"theodolite case files")
        self._names = derived(master, b"theodolite case names")

    @property
    def master(self) -> bytes:
        """The key itself, to be wrapped under another passphrase."""
        return self._master

    def name(self, plain: str) -> str:
        """What the file is called that holds ``plain`` (a SHA-256, or the name of a derived file).

        64 hexadecimal digits: HMAC-SHA-256, so that a known photograph cannot be looked for by its hash.
        """
        return hmac.new(self._names, plain.encode("utf-8"), hashlib.sha256).hexdigest()

    def writer(self, raw: IO[bytes]) -> chunks.Writer:
        """Encrypts what is written, into ``raw``."""
        return chunks.Writer(raw, self._for_file)

    def reader(self, raw: IO[bytes], bound: str) -> chunks.Reader:
        """Decrypts ``raw``, which must have been finished with ``bound``; CaseDamaged when it was not."""
        return chunks.Reader(raw, self._for_file, bound)

    @property
    def _for_file(self) -> Callable[[bytes], bytes]:
        files = self._files
        return lambda salt: derived(files, b"theodolite file 1", salt)


def derived(key: bytes, purpose: bytes, salt: bytes | None = None) -> bytes:
    """A key of 32 bytes for ``purpose``: HKDF-SHA-256."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=SIZE, salt=salt, info=purpose).derive(key)
