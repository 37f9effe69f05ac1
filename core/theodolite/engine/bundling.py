"""A case as a bundle for somebody else, a bundle as a case, and two copies of one case as one."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from theodolite.domain import Metadata, Protected
from theodolite.engine.changes import Changes
from theodolite.engine.recorded import Recorded
from theodolite.errors import CaseDamaged, InputError, TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.store import CaseStore, beside
from theodolite.store.merge.joining import Joined, join, resolve

if TYPE_CHECKING:
    from theodolite.engine.session import Session
    from theodolite.report.choices import Choices

FORMATS = ("html", "pdf", "json")
BAG = "bagit.txt"


class Bundling(Recorded):
    """The part of a session that concerns bundles and other copies of the case."""

    def bundle(
        self,
        out: Path,
        *,
        choices: Choices | None = None,
        originals: bool = True,
        formats: Sequence[str] = FORMATS,
        exhibits: Sequence[str] = (),
    ) -> Job[Path]:
        """Write the case as a bundle into ``out``: log, values, report, CASE/UCO, verifier, and the originals
        or (``originals`` False) only their hashes. ``choices`` say what of protected fields may leave.

        Every hash is recomputed first. ``formats`` () for no report, which needs no pack either. Raises
        CaseDamaged when the case does not verify, InputError during a blind review.
        """
        return (yield from _bundled(cast("Session", self), out, choices, originals, formats, exhibits))

    def telling(self, disclose: frozenset[Protected]) -> tuple[str, ...]:
        """Fields that originals and pictures of filed references hold in their own bytes, such as 'serial',
        and that are not disclosed."""
        from theodolite.report.secrets import tag_field

        held: set[str | None] = set()
        for told in (*(item.metadata for item in self.store.state().exhibits), *self._of_references()):
            held |= {tag_field(name) for name, value in told.fields if value.strip()}
            held |= {"serial"} if told.serial else set()
        return tuple(sorted(name for name in held if name is not None and name not in disclose))

    def _of_references(self) -> Iterator[Metadata]:
        """What the pictures of filed references say about themselves; an unreadable one says nothing."""
        for sha256 in sorted({one.sha256 for one in self.store.state().filed} - {""}):
            with contextlib.suppress(TheodoliteError), self.store.original(sha256) as path:
                yield self.engine.decoder.metadata(path)

    def merge(self, other: Path, *, passphrase: str | None = None) -> Job[Joined]:
        """Bring in what was done in another copy of this case, a case folder or a bundle; it is only read.

        What both copies changed is listed as a conflict and stays as it is here. InputError during a blind
        review.
        """
        cast("Session", self).open_eyed("a merge")
        with _copy(other, self.store.folder.parent, passphrase, self.store.encrypted) as opening:
            theirs = yield from opening
            try:
                found = yield from join(self.store, theirs, operator=self.store.operator)
            finally:
                theirs.close()
        return found

    def resolve_conflict(self, conflict: str, choice: str, reason: str) -> Changes:
        """Decide what a merge left open, 'ours' or 'theirs', with the reason."""
        cast("Session", self).open_eyed("deciding a conflict")
        resolve(self.store, conflict, choice, reason)
        return Changes.everything()


def _bundled(
    session: Session,
    out: Path,
    choices: Choices | None,
    originals: bool,
    formats: Sequence[str],
    exhibits: Sequence[str],
) -> Job[Path]:
    from theodolite.engine import reporting
    from theodolite.report import rendering
    from theodolite.report.build import EXPORTED
    from theodolite.report.choices import Choices, checked
    from theodolite.report.protect import Guard
    from theodolite.store import bundle

    chosen = checked(choices or Choices())
    if session.reviewer:
        raise InputError("A blind review is in progress: finish it before a bundle is made.")
    wanted, scope = rendering.checked((*formats, "case")), session.scope(exhibits)
    if formats:
        reporting.ready(session, chosen)
        for name in scope:  # what the report answers is on record, so that it can be made again
            session.record_located(session.ranking((name,)))
    yield Progress("Checking every hash", waiting=True)
    verification = yield from session.verify()
    if not verification.intact:
        raise CaseDamaged(f"The case does not verify, so nothing left it: {verification.problems[0]}")
    files: dict[str, bytes] = {}
    if formats:
        report = yield from reporting.gather(session, verification, scope, chosen)
        made = yield from reporting.rendered(session, report, wanted)
        files = {rendering.FORMATS[name][0]: data for name, data in made.items()}
        session.store.record(EXPORTED, reporting.exported(report, chosen, made))
    jsonld = files.pop(rendering.FORMATS["case"][0], b"")
    guard = Guard(session.store.state(), session.store.log(), chosen.disclose)
    return (
        yield from bundle.export(
            session.store,
            out,
            disclose=chosen.disclose,
            originals=originals,
            report=files,
            jsonld=jsonld,
            conceals=_conceals(guard.text),
        )
    )


def _conceals(shown: Callable[[str], str]) -> Callable[[str], bool]:
    return lambda text: shown(text) != text


@contextlib.contextmanager
def _copy(other: Path, where: Path, passphrase: str | None, hidden: bool) -> Iterator[Job[CaseStore]]:
    """A case opened for reading; one that comes as a bundle is made in a hidden folder in ``where``, beside
    ours, and is gone afterwards, or with the next merge where this one is killed.
    ``hidden``: ours is encrypted, and so is what is made, under a passphrase that nobody keeps."""
    held = contextlib.ExitStack()

    def opened() -> Job[CaseStore]:
        from theodolite.engine.engine import operator_name
        from theodolite.store import bundle

        if not (other / BAG).exists():
            return CaseStore.open(other, read_only=True, passphrase=passphrase)
        folder = held.enter_context(beside.folder(where, beside.MERGING))
        own = secrets.token_urlsafe(32) if hidden else None
        case = yield from bundle.read(other, folder / "copy.case", operator=operator_name(), passphrase=own)
        return CaseStore.open(case, read_only=True, passphrase=own)

    with held:
        yield opened()
