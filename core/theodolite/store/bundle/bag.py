"""Writing a bag (RFC 8493): payload first, each file hashed while it is written, then the tag files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from theodolite.errors import InputError
from theodolite.jobs import Job, Progress
from theodolite.store import faults, vault
from theodolite.store.bundle import layout

_CHUNK = 1 << 20
_REPORT_EVERY = 4


class Bag:
    """A bag being written into ``folder``, which exists and is empty.

    Every file is flushed to the disk; the folder is renamed into place by the caller when :meth:`close` is
    done. ``hashes``: SHA-256 by name, of everything written so far.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hashes: dict[str, str] = {}
        self.sizes: dict[str, int] = {}

    @contextmanager
    def writing(self, name: str) -> Iterator[_Hashing]:
        """A new file of the bag, open for writing bytes."""
        wrong = layout.problem(name)
        if wrong or name in self.hashes:
            raise InputError(f"{name!r} cannot be a file of a bundle: it {wrong or 'is there already'}.")
        path = self.folder / name
        with faults.mapped(self.folder):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                hashing = _Hashing(stream)
                yield hashing
                stream.flush()
                os.fsync(stream.fileno())
        self.hashes[name], self.sizes[name] = hashing.sha256.hexdigest(), hashing.size

    def write(self, name: str, data: bytes) -> None:
        """A whole small file."""
        with self.writing(name) as target:
            target.write(data)

    def copy(self, name: str, source: IO[bytes], shown: str) -> Job[str]:
        """Copy a stream and return its SHA-256."""
        chunks = 0
        with self.writing(name) as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
                chunks += 1
                if chunks % _REPORT_EVERY == 0:
                    yield Progress(f"Copying {shown}", target.size)
        return self.hashes[name]

    def lines(self, name: str, lines: Iterable[str]) -> Job[int]:
        """Write text lines as UTF-8 and return how many there were."""
        count = 0
        with self.writing(name) as target:
            for line in lines:
                target.write(line.encode("utf-8", "backslashreplace") + b"\n")
                count += 1
                if count % 500 == 0:
                    yield Progress(f"Writing {name}", count)
        return count

    def close(self, info: Mapping[str, str]) -> None:
        """Write the tag files; ``info`` are lines of ``bag-info.txt`` beside the payload's size."""
        payload = {name: hash_ for name, hash_ in self.hashes.items() if name.startswith("data/")}
        octets = sum(self.sizes[name] for name in payload)
        lines = {**info, "Payload-Oxum": f"{octets}.{len(payload)}"}
        self._text(layout.DECLARATION, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        self._text(layout.INFO, "".join(f"{tag}: {_one_line(text)}\n" for tag, text in lines.items()))
        self._text(layout.MANIFEST, _manifest(payload))
        tags = {name: hash_ for name, hash_ in self.hashes.items() if not name.startswith("data/")}
        self._text(layout.TAG_MANIFEST, _manifest(tags))
        with faults.mapped(self.folder):
            (self.folder / "data").mkdir(exist_ok=True)
            for path in (self.folder, *sorted(p for p in self.folder.rglob("*") if p.is_dir())):
                vault.sync_folder(path)

    def _text(self, name: str, text: str) -> None:
        self.write(name, text.encode("utf-8"))


class _Hashing:
    """Bytes on their way into a file, hashed and counted."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.sha256 = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self.sha256.update(data)
        self.size += len(data)


def _manifest(hashes: Mapping[str, str]) -> str:
    return "".join(f"{hash_}  {name}\n" for name, hash_ in sorted(hashes.items()))


def _one_line(text: str) -> str:
    return " ".join(text.split())
