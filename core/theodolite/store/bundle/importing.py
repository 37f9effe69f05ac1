"""A bundle back into a case: checked as a stranger's, rebuilt from its records, verified before use."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import IO, Any, cast

from theodolite.errors import BundleRefused, CaseDamaged, InputError, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.store import faults, vault
from theodolite.store.bundle import layout, rows
from theodolite.store.bundle.export import EXPORTED
from theodolite.store.bundle.opening import OpenedBag, open_bag
from theodolite.store.case_store import CaseStore
from theodolite.store.check import verify_case
from theodolite.store.cipher.keys import CaseKeys
from theodolite.store.leaving import left_out_hash

IMPORTED = "bundle imported"
_SPARE = 64 * 1024 * 1024


def read(bundle: Path, out: Path, *, operator: str, passphrase: str | None = None) -> Job[Path]:
    """Make the case of ``bundle`` in ``out``, which must be missing or empty, and return its folder.

    The last record of the case says that it was imported and what was withheld from it. ``operator``: who
    imports. ``passphrase``: encrypt the case.

    Raises NotFound for no bundle, BundleRefused naming what is wrong with it, CaseDamaged where it is whole
    but does not verify, StorageFailed where it would not fit. Then nothing is left behind.
    """
    out = out.absolute()
    bag = open_bag(bundle.absolute())
    with faults.mapped(out):
        if out.is_relative_to(bag.folder):
            raise InputError("A case does not belong inside the bundle that it is made from.")
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise InputError(f"{out} exists and is not an empty folder.")
        out.parent.mkdir(parents=True, exist_ok=True)
        need = sum(bag.sizes.values()) + _SPARE
        if shutil.disk_usage(out.parent).free < need:
            raise StorageFailed(f"The case needs {need // 1_000_000} MB, and {out.parent} has less.")
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        case = beside / "case"
        keys = yield from _made(bag, case, passphrase)
        yield from _recorded(bag, case, operator, keys)
        with faults.mapped(out):
            if out.exists():
                out.rmdir()
            case.rename(out)
            vault.sync_folder(out.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return out


def withheld_of(bag: OpenedBag) -> dict[str, Any]:
    """What the bundle says was left out: ``digests``, ``records``, ``originals``, ``fields``."""
    if bag.sizes.get(layout.WITHHELD, 0) > layout.LARGEST_TAG_FILE:
        raise BundleRefused(f"{layout.WITHHELD} is too large.")
    with bag.reading(layout.WITHHELD) as stream:
        data = stream.read()
    try:
        found = json.loads(data.decode("utf-8"))
        said = {name: list(found.get(name, ())) for name in ("digests", "fields", "originals", "records")}
        texts = [*said["digests"], *said["fields"], *said["originals"]]
        if not all(isinstance(text, str) for text in texts):
            raise ValueError("a text is none")
        if not all(type(number) is int for number in said["records"]):
            raise ValueError("a number is none")
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BundleRefused(f"{layout.WITHHELD} of the bundle cannot be read.") from error
    return said


def _made(bag: OpenedBag, case: Path, passphrase: str | None) -> Job[CaseKeys | None]:
    from theodolite.store import rebuild

    for name in (layout.LOG, layout.SEALED, layout.WITHHELD):
        if name not in bag.payload:
            raise BundleRefused(f"The bundle has no {name}.")
    yield Progress("Checking the bundle", waiting=True)
    yield from bag.check(besides=layout.ORIGINALS)  # originals are, while they are copied
    yield Progress("Rebuilding the case from its records", waiting=True)
    with bag.reading(layout.LOG) as log, bag.reading(layout.SEALED) as sealed:
        keys = rebuild(case, rows.records(log.lines()), rows.sealed(sealed.lines()), passphrase)
    names = [name for name in bag.payload if layout.sha256_of(name)]
    with CaseStore(case, keys=keys) as store:
        _as_it_left(bag, store)
        sizes = store.held()
        for number, name in enumerate(sorted(names)):
            yield Progress("Copying the originals", number, len(names))
            sha256 = layout.sha256_of(name) or ""
            if sizes.get(sha256) not in (None, bag.sizes[name]) or sha256 not in sizes:
                raise BundleRefused(f"{name} of the bundle is not what its log says was stored.")
            with bag.reading(name) as stream:
                yield from store.restore_original(cast(IO[bytes], stream), sha256)
    return keys


def _as_it_left(bag: OpenedBag, store: CaseStore) -> None:
    """The files beside the log are those that its last record names."""
    last = store.log(1)[0]
    try:
        payload = json.loads(last.payload)
        files, left_out = dict(payload["detail"]["files"]), payload["left_out"]
    except (ValueError, KeyError, TypeError) as error:
        raise CaseDamaged("The last record of the bundle does not say what left with it.") from error
    if last.action != EXPORTED:
        raise CaseDamaged("The last record of the bundle does not say that it left.")
    there = {**bag.tags, **bag.payload}
    for name, sha256 in files.items():
        if there.get(name) != sha256:
            raise CaseDamaged(f"{name} of the bundle is not the file that was put on record when it left.")
    for name in sorted(set(bag.payload) - set(files) - {layout.LOG, layout.SEALED, layout.WITHHELD}):
        if layout.sha256_of(name) is None:
            raise CaseDamaged(f"{name} did not leave with the bundle: its log has no record of it.")
    withheld = withheld_of(bag)
    if left_out_hash(withheld) != left_out:
        raise CaseDamaged(f"{layout.WITHHELD} is not what was put on record when the bundle left.")


def _recorded(bag: OpenedBag, case: Path, operator: str, keys: CaseKeys | None) -> Job[None]:
    """Put the import on record, then verify what was made."""
    withheld = withheld_of(bag)
    with CaseStore(case, keys=keys) as store:
        head = store.state().log_head
        store.import_recorded(IMPORTED, {"log_head": head}, withheld, operator=operator)
    found = yield from verify_case(case, keys=keys)
    if not found.intact:
        raise CaseDamaged(f"The bundle does not verify: {found.problems[0]}")
