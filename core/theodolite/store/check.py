"""The stand-alone verifier as a job."""

from __future__ import annotations

from pathlib import Path

from theodolite.domain import Verification
from theodolite.errors import CaseDamaged, PassphraseNeeded
from theodolite.jobs import Job, Progress
from theodolite.store import faults, verify
from theodolite.store.cipher.header import is_encrypted
from theodolite.store.cipher.keys import CaseKeys


def verify_case(folder: Path, *, head: str | None = None, keys: CaseKeys | None = None) -> Job[Verification]:
    """Recompute every hash of the case in ``folder``; ``head`` is one printed earlier, if there is one.

    An encrypted case is read through its ``keys``: PassphraseNeeded without them.
    """
    try:
        source = _source(folder, keys)
    except CaseDamaged as error:
        return Verification(False, 0, 0, "", (str(error),))
    steps = verify.check(folder, head, source)
    while True:
        try:
            step = next(steps)
        except StopIteration as stop:
            found: verify.Result = stop.value
            break
        yield Progress(step.text, step.done, step.total)
    return Verification(
        intact=not found.problems,
        files=found.files,
        records=found.records,
        head=found.head,
        problems=tuple(found.problems),
        destructions=found.destructions,
        withheld=found.withheld,
        note=found.note,
    )


def _source(folder: Path, keys: CaseKeys | None) -> verify.Folder | None:
    """What reads an encrypted case; None: the verifier itself sees what kind of folder it is."""
    if keys is None:
        if is_encrypted(folder):
            raise PassphraseNeeded(f"{folder} is encrypted: its passphrase is needed to verify it.")
        return None
    from theodolite.store.cipher.verifying import SealedFolder

    with faults.mapped(folder):
        return SealedFolder(folder, keys)
