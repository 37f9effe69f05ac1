"""Authenticated encryption of files of any size, in chunks, so that no file is ever held whole.

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizar, CRYPTO 2015) with AES-256-GCM. A file is 12
bytes that name the format, a random salt of 32 bytes, then chunks of 65,536 bytes of content, each with a tag
of 16 bytes. Every file has a key of its own (from the salt); a chunk's nonce is its number (11 bytes,
big-endian) and one byte that is 1 for the last chunk. The last chunk is bound to what the file is (``bound``:
its name, which follows from the SHA-256 of an original). So a chunk changed, moved, left out or added is
found, and so is one whole file in the place of another.
"""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from theodolite.errors import CaseDamaged

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"THEODOLITE\x00\x01"
CHUNK = 65_536
_SALT, _TAG = 32, 16
_START = len(MAGIC) + _SALT
_STRIDE = CHUNK + _TAG

KeyOf = Callable[[bytes], bytes]
"""The key of a file from its salt."""


def sealed_size(plain: int) -> int:
    """Bytes that a file of ``plain`` bytes takes on the disk."""
    return _START + plain + _TAG * max(1, -(-plain // CHUNK))


class Writer:
    """Encrypts what is written into ``raw``. Without :meth:`finish` the file opens for nobody."""

    def __init__(self, raw: IO[bytes], key_of: KeyOf) -> None:
        salt = secrets.token_bytes(_SALT)
        self._raw, self._cipher = raw, _cipher(key_of(salt))
        self._waiting, self._number = bytearray(), 0
        _write_all(raw, MAGIC + salt)

    def write(self, data: bytes | memoryview) -> int:
        """Take all of ``data``; a chunk is written once it is known not to be the last."""
        self._waiting += data
        done = 0
        while len(self._waiting) - done > CHUNK:
            self._chunk(bytes(self._waiting[done : done + CHUNK]), last=False)
            done += CHUNK
        del self._waiting[:done]
        return len(data)

    def finish(self, bound: str) -> None:
        """Write the last chunk; the file opens only for who knows ``bound``."""
        self._chunk(bytes(self._waiting), last=True, bound=bound)
        self._waiting.clear()

    def _chunk(self, plain: bytes, *, last: bool, bound: str = "") -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last), plain, bound.encode("utf-8"))
        _write_all(self._raw, sealed)
        self._number += 1


class Reader(io.RawIOBase):
    """The content of a sealed file: readable and seekable, one chunk in memory. Closes ``raw`` with itself.

    Length and ``bound`` are checked at once, each chunk when it is read; CaseDamaged when one is not genuine.
    """

    def __init__(self, raw: IO[bytes], key_of: KeyOf, bound: str) -> None:
        super().__init__()
        self._raw, self._bound = raw, bound.encode("utf-8")
        self._position, self._loaded, self._plain = 0, -1, b""
        try:
            start = raw.read(_START)
            payload = os.fstat(raw.fileno()).st_size - _START
            if len(start) < _START or not start.startswith(MAGIC) or payload < _TAG:
                raise CaseDamaged(f"The file {self._label} is no file of an encrypted case.")
            self._count = -(-payload // _STRIDE)
            self._size = payload - self._count * _TAG
            self._cipher = _cipher(key_of(start[len(MAGIC) :]))
            self._load(self._count - 1)
            if self._count > 1 and not self._plain:
                raise self._broken()
        except BaseException:
            raw.close()
            raise

    @property
    def size(self) -> int:
        """Bytes of content."""
        return self._size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError("a position before the start")
        self._position = start + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        if self._position >= self._size:
            return 0
        number, offset = divmod(self._position, CHUNK)
        self._load(number)
        part = memoryview(self._plain)[offset : offset + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)

    def close(self) -> None:
        if not self.closed:
            self._plain = b""
            self._raw.close()
        super().close()

    def _load(self, number: int) -> None:
        if number == self._loaded:
            return
        from cryptography.exceptions import InvalidTag

        last = number == self._count - 1
        self._raw.seek(_START + number * _STRIDE)
        sealed = _read_all(self._raw, _STRIDE)
        try:
            plain = self._cipher.decrypt(_nonce(number, last), sealed, self._bound if last else b"")
        except (InvalidTag, ValueError) as error:  # ValueError: shorter than a tag
            raise self._broken() from error
        self._plain, self._loaded = plain, number

    @property
    def _label(self) -> str:
        return Path(str(getattr(self._raw, "name", "of a case"))).name

    def _broken(self) -> CaseDamaged:
        return CaseDamaged(f"The encrypted file {self._label} is not what was stored.")


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _write_all(raw: IO[bytes], data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[raw.write(view) :]


def _read_all(raw: IO[bytes], size: int) -> bytes:
    """Up to ``size`` bytes, fewer only at the end of the file: an unbuffered read may stop early."""
    parts = []
    while size and (part := raw.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
