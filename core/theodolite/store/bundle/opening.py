"""A bag from anybody, opened without trusting it: names, kinds, sizes and hashes before anything is used.

Nothing is ever fetched, followed or run. A name is checked whether it is that of a file on the disk or only
stands in a manifest. Files are opened without following links and hashed while they are read, so that the
bytes used are the bytes that were checked.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from theodolite.errors import BundleRefused, NotFound
from theodolite.jobs import Job, Progress
from theodolite.store import faults
from theodolite.store.bundle import layout

_CHUNK = 1 << 20
_ENTRY = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)\Z")
_OXUM = re.compile(r"([0-9]{1,18})\.([0-9]{1,9})\Z")


@dataclass(frozen=True)
class OpenedBag:
    """``payload`` and ``tags``: SHA-256 by name; ``sizes``: bytes by name, as found on the disk."""

    folder: Path
    payload: dict[str, str]
    tags: dict[str, str]
    info: dict[str, str]
    sizes: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def reading(self, name: str) -> Iterator[Checked]:
        """A file of the bag for reading to its end; BundleRefused where it is not what the manifest says."""
        expected = self.payload.get(name) or self.tags.get(name)
        if expected is None:
            raise BundleRefused(f"The bundle has no {name}.")
        with faults.mapped(self.folder), _opened(self.folder, name) as stream:
            checked = Checked(stream, name, self.sizes[name])
            yield checked
            checked.finish(expected)

    def check(self, besides: str = "") -> Job[None]:
        """Hash every file of the bag, but those in the folder ``besides``; BundleRefused names the first that
        differs."""
        every = {**self.payload, **self.tags}
        names = sorted(name for name in every if not besides or not name.startswith(f"{besides}/"))
        for number, name in enumerate(names):
            yield Progress("Checking the bundle", number, len(names))
            with self.reading(name) as stream:
                count = 0
                while stream.read(_CHUNK):
                    count += 1
                    if count % 8 == 0:
                        yield Progress("Checking the bundle", number, len(names))


class Checked:
    """A file of a bag while it is read. Never gives more bytes than the file had when it was listed."""

    def __init__(self, stream: IO[bytes], name: str, size: int) -> None:
        self._stream, self._name, self._left = stream, name, size
        self._sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes (all that is left for a negative one)."""
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._stream.read(wanted) if wanted else b""
        self._left -= len(data)
        self._sha256.update(data)
        return data

    def lines(self) -> Iterator[bytes]:
        """The lines without their ends; BundleRefused for one longer than any of ours."""
        rest = b""
        while chunk := self.read(_CHUNK):
            *whole, rest = (rest + chunk).split(b"\n")
            yield from whole
            if len(rest) > layout.LONGEST_LINE:
                raise BundleRefused(f"{self._name} holds a line that is too long.")
        if rest:
            yield rest

    def finish(self, expected: str) -> None:
        """Read what is left and compare."""
        while self.read(_CHUNK):
            pass
        if self._left or self._stream.read(1):
            raise BundleRefused(f"{self._name} changed while it was being read.")
        found = self._sha256.hexdigest()
        if found != expected:
            raise BundleRefused(f"{self._name} is not what the manifest says: its SHA-256 is {found}.")


def open_bag(folder: Path) -> OpenedBag:
    """The bag in ``folder``, its structure checked; contents are hashed as they are read.

    Raises NotFound where there is none, BundleRefused naming what is wrong.
    """
    with faults.mapped(folder):
        if folder.is_file():
            raise BundleRefused(f"{folder} is a file. A bundle is a folder: unpack it first, then name that.")
        if not folder.is_dir() or not (folder / layout.DECLARATION).exists():
            raise NotFound(f"{folder} is no bundle: it has no {layout.DECLARATION}.")
        sizes = _listed(folder)
        if layout.FETCH in sizes:
            raise BundleRefused(
                f"The bundle has a {layout.FETCH}: parts of it would have to be fetched from elsewhere, and "
                "nothing ever is. Ask for a bundle that is whole."
            )
        _declared(_text(folder, sizes, layout.DECLARATION))
        info = dict(_tags(_text(folder, sizes, layout.INFO), layout.INFO))
        payload = _manifest(_text(folder, sizes, layout.MANIFEST), layout.MANIFEST)
        tags = _manifest(_text(folder, sizes, layout.TAG_MANIFEST), layout.TAG_MANIFEST)
    _complete(sizes, payload, tags, info)
    return OpenedBag(folder, payload, tags, info, sizes)


def _listed(folder: Path) -> dict[str, int]:
    """Every file below ``folder`` with its size; links, devices and pipes are refused by name."""
    found: dict[str, int] = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                name = f"{prefix}{entry.name}"
                _named(name, "The bundle")
                kind = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(kind.st_mode):
                    waiting.append(f"{name}/")
                elif stat.S_ISREG(kind.st_mode):
                    found[name] = kind.st_size
                else:
                    raise BundleRefused(f"The bundle holds {_shown(name)}, which is no ordinary file.")
                if len(found) + len(waiting) > layout.MOST_FILES:
                    raise BundleRefused(f"The bundle holds more than {layout.MOST_FILES:,} files.")
    _distinct(found, "The bundle")
    return found


def _named(name: str, where: str) -> None:
    wrong = layout.problem(name)
    if wrong:
        raise BundleRefused(f"{where} names {_shown(name)}, which {wrong}.")


def _distinct(names: dict[str, int] | dict[str, str], where: str) -> None:
    """Two names that one file system would take for one are refused (case, composed characters)."""
    seen: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            raise BundleRefused(f"{where} names {_shown(seen[folded])} and {_shown(name)}, which may be one.")
        seen[folded] = name


def _text(folder: Path, sizes: dict[str, int], name: str) -> str:
    if name not in sizes:
        raise BundleRefused(f"The bundle has no {name}.")
    if sizes[name] > layout.LARGEST_TAG_FILE:
        raise BundleRefused(f"{name} of the bundle is too large.")
    with _opened(folder, name) as stream:
        data = stream.read(sizes[name] + 1)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BundleRefused(f"{name} of the bundle is no UTF-8 text.") from error


@contextmanager
def _opened(folder: Path, name: str) -> Iterator[IO[bytes]]:
    """Open a file whose name was checked; a link or pipe that took its place since is refused."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(folder / name, flags)
    except FileNotFoundError as error:
        raise BundleRefused(f"{name} vanished from the bundle.") from error
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise BundleRefused(f"{name} of the bundle is no ordinary file.")
        yield stream


def _declared(text: str) -> None:
    """RFC 8493 section 2.1.1: two lines, in this order."""
    tags = list(_tags(text, layout.DECLARATION))
    names = [name for name, _ in tags]
    if names != ["BagIt-Version", "Tag-File-Character-Encoding"]:
        raise BundleRefused(f"{layout.DECLARATION} is not that of a bag.")
    version, encoding = (value for _, value in tags)
    if version not in ("0.97", "1.0") or encoding.upper() != "UTF-8":
        raise BundleRefused(f"The bag is of version {_shown(version)} in {_shown(encoding)}; none we read.")


def _tags(text: str, name: str) -> Iterator[tuple[str, str]]:
    """RFC 8493 section 2.2.2: ``label: value``, a line that begins with white space goes on."""
    waiting: list[str] = []
    for line in (*text.splitlines(), "end:"):
        if line[:1] in (" ", "\t") and waiting:
            waiting[1] += f" {line.strip()}"
            continue
        if waiting:
            yield waiting[0], waiting[1]
            waiting = []
        if not line.strip():
            continue
        label, colon, value = line.partition(":")
        if not colon or not label.strip():
            raise BundleRefused(f"{name} of the bundle holds a line that is no tag.")
        waiting = [label.strip(), value.strip()]


def _manifest(text: str, where: str) -> dict[str, str]:
    """RFC 8493 section 2.1.3: checksum and path a line, %0A, %0D and %25 in a path being encoded."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        if not line.strip("\r"):
            continue
        entry = _ENTRY.match(line.rstrip("\r"))
        if entry is None:
            raise BundleRefused(f"{where} of the bundle holds a line that is no entry: {_shown(line)}.")
        name = re.sub("%0A|%0D|%25", lambda m: {"%0A": "\n", "%0D": "\r"}.get(m[0], "%"), entry[2])
        _named(name, where)
        if name in found:
            raise BundleRefused(f"{where} of the bundle names {name} twice.")
        found[name] = entry[1].lower()
        if len(found) > layout.MOST_FILES:
            raise BundleRefused(f"{where} of the bundle names more than {layout.MOST_FILES:,} files.")
    _distinct(found, where)
    return found


def _complete(
    sizes: dict[str, int], payload: dict[str, str], tags: dict[str, str], info: dict[str, str]
) -> None:
    """Exactly the files that the manifests name are there, and as many bytes as the bag says."""
    there = {name for name in sizes if name.startswith("data/")}
    for name in sorted(set(payload) ^ there):
        what = "is missing" if name in payload else f"is not in {layout.MANIFEST}"
        raise BundleRefused(f"{name} of the bundle {what}.")
    others = set(sizes) - there - {layout.TAG_MANIFEST}
    for name in sorted(set(tags) ^ others):
        what = "is missing" if name in tags else f"is not in {layout.TAG_MANIFEST}"
        raise BundleRefused(f"{name} of the bundle {what}.")
    for name in sorted(set(tags) - layout.ROOT):
        raise BundleRefused(f"{_shown(name)} does not belong at the root of a bundle: it is on no record.")
    oxum = _OXUM.match(info.get("Payload-Oxum", ""))
    measured = (sum(sizes[name] for name in payload), len(payload))
    if oxum is None or (int(oxum[1]), int(oxum[2])) != measured:
        raise BundleRefused("The payload of the bundle is not as large as it says (Payload-Oxum).")
    if info.get(layout.FORMAT_TAG) != layout.FORMAT:
        raise BundleRefused(
            "This bag is no bundle of a case, or one of a newer version of Theodolite: "
            f"{layout.INFO} must say {layout.FORMAT_TAG}: {layout.FORMAT}."
        )


def _shown(name: str) -> str:
    """A name from outside, fit for a sentence."""
    return repr(name[:80])
