"""A case folder, open: the only code that writes state tables, the log and the vault.

Layout: ``case.db``, ``vault/ab/<sha256>`` (originals, read-only), ``derived/ab/<sha256>/<name>`` (what
can be made again from an original). Nothing else.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, TypeVar

from theodolite import __version__
from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Derived,
    Exchange,
    Exhibit,
    Hint,
    LogRecord,
    Mask,
    MergeConflict,
    Message,
    Note,
    Person,
    Pin,
    Review,
    Signature,
    Source,
    SourceRun,
    Stamp,
    Verdict,
)
from theodolite.errors import CaseDamaged, InputError, NotFound, StorageFailed
from theodolite.jobs import Job, run_to_end
from theodolite.store import faults, schema, vault
from theodolite.store.clue_rows import merged
from theodolite.store.journal import Change, Journal
from theodolite.store.kinds import PREFIX, IndexFolder
from theodolite.store.lock import WriterLock
from theodolite.store.seen import Seen, row
from theodolite.store.vault import Stored

Row = TypeVar(
    "Row",
    Exhibit,
    Clue,
    Hint,
    Pin,
    Verdict,
    Message,
    Exchange,
    Person,
    Source,
    Review,
    Signature,
    Stamp,
    Derived,
    Mask,
    MergeConflict,
)

STORED = "bytes stored"
FOUND = "unfinished intake found"


class CaseStore:
    """Every method that writes is one transaction: the state change and its audit record.

    ``operator`` defaults to the case's. Add methods take a value whose id is '' and return it with the
    id it got; update methods raise ``NotFound`` for an id that the case does not hold.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Use :meth:`create` or :meth:`open`."""
        self.folder = folder
        self.read_only = read_only
        with faults.mapped(folder):
            if not (folder / schema.FILE_NAME).is_file():
                raise NotFound(f"{folder} is not a case: it has no {schema.FILE_NAME}.")
            self._lock = None if read_only else WriterLock(folder)
        try:
            with faults.mapped(folder):
                db = schema.connect(folder, read_only=read_only)
                try:
                    self._journal = Journal(db, folder, read_only=read_only)
                    if self._journal.get("case", "case") is None or self._journal.length == 0:
                        raise CaseDamaged(f"{folder} holds no case record.")
                except BaseException:
                    db.close()
                    raise
            if not read_only:
                self._recover()
        except BaseException:
            self._unlock()
            raise

    @classmethod
    def create(cls, folder: Path, case: Case) -> CaseStore:
        """Make a case in ``folder``, which must be missing or empty, and open it for writing.

        It is built beside and renamed, so that a folder is a whole case or none.
        """
        folder = folder.absolute()
        with faults.mapped(folder):
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise InputError(f"{folder} exists and is not an empty folder.")
            folder.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            with faults.mapped(folder):
                (beside / "vault").mkdir()
                (beside / "derived").mkdir()
                schema.build(beside)
                journal = Journal(schema.connect(beside, read_only=False), beside, read_only=False)
                made_by = {"program": "theodolite", "version": __version__}
                journal.write(case.operator, "case created", [("case", "case", case)], detail=made_by)
                journal.close()
                vault.sync_folder(beside)
                beside.chmod(0o700)
                beside.rename(folder)
                vault.sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        return cls(folder)

    @classmethod
    def open(cls, folder: Path, read_only: bool = False) -> CaseStore:
        """Open an existing case. Raises ``NotFound``, ``CaseLocked``, ``CaseDamaged``, ``StorageFailed``."""
        return cls(folder.absolute(), read_only=read_only)

    def close(self) -> None:
        """Let go of the database and the lock; harmless when called twice."""
        if not self._closed:
            self._journal.close()
        self._unlock()

    @property
    def _closed(self) -> bool:
        return self._lock is None and not self.read_only

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> CaseStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _recover(self) -> None:
        """After a kill: drop partial copies, and put whole files that no record names on record."""
        known = {str(d.get("sha256")) for action in (STORED, FOUND) for d in self._journal.details(action)}
        known |= {exhibit.sha256 for exhibit in self._journal.rows("exhibit")}
        with faults.mapped(self.folder):
            found = vault.unrecorded(self._vault, known)
        for measured in found:
            self.record(FOUND, measured._asdict())

    # --- reading -----------------------------------------------------------------------------------

    @property
    def _vault(self) -> Path:
        return self.folder / "vault"

    def state(self) -> CaseState:
        """The whole case as one frozen value; cheap (nothing is read again by a writer)."""
        journal = self._journal
        with faults.mapped(self.folder):
            journal.refresh()
        return CaseState(
            path=str(self.folder),
            case=self._case,
            exhibits=journal.rows("exhibit"),
            clues=journal.rows("clue"),
            hints=journal.rows("hint"),
            pins=journal.rows("pin"),
            verdicts=journal.rows("verdict"),
            messages=journal.rows("message"),
            searches=journal.rows("search"),
            looks=journal.rows("look"),
            answers=journal.rows("answer"),
            exchanges=journal.rows("exchange"),
            perceptions=journal.rows("perception"),
            observations=journal.rows("observations"),
            persons=journal.rows("person"),
            given_by=journal.rows("source"),
            reviews=journal.rows("review"),
            signatures=journal.rows("signature"),
            stamps=journal.rows("stamp"),
            tombstones=journal.rows("tombstone"),
            derived=journal.rows("derived"),
            masks=journal.rows("mask"),
            merge_conflicts=journal.rows("conflict"),
            notes=journal.rows("note"),
            indexes=tuple(index.path for index in journal.rows("index")),
            log_head=journal.head,
            log_length=journal.length,
        )

    @property
    def _case(self) -> Case:
        case = self._journal.get("case", "case")
        assert isinstance(case, Case)
        return case

    def holding(self, sha256: str) -> Exhibit | None:
        """The exhibit with these bytes, if the case has it; quick in a case of any size."""
        return next((item for item in self._journal.each("exhibit") if item.sha256 == sha256), None)

    @property
    def operator(self) -> str:
        """Who works on the case when nobody else is named."""
        return self._case.operator

    def log(self, limit: int | None = None) -> tuple[LogRecord, ...]:
        """The last ``limit`` records (None: all), oldest first."""
        with faults.mapped(self.folder):
            return self._journal.log(limit)

    def next_id(self, prefix: str) -> str:
        """The id of the next row with this prefix ('E' -> 'E4'); never one used before."""
        return self._journal.next_id(prefix)

    # --- bytes -------------------------------------------------------------------------------------

    def take(self, path: Path, *, operator: str | None = None) -> Job[Stored]:
        """Copy a file into the vault; the record 'bytes stored' follows before anything decodes it."""
        with vault.open_source(path) as stream:
            return (yield from self.store_job(stream, name=str(path), operator=operator))

    def store_job(self, stream: IO[bytes], *, name: str = "", operator: str | None = None) -> Job[Stored]:
        """Copy an open stream into the vault and record it; ``name`` is where it came from."""
        if self.read_only:
            raise StorageFailed(f"{self.folder} is open read-only.")
        shown = name or str(getattr(stream, "name", "") or "the image")
        stored = yield from vault.copy(stream, self._vault, shown)
        self.record(STORED, {**stored._asdict(), "source": name}, operator=operator)
        return stored

    def store_bytes(self, stream: IO[bytes], **named: str) -> Stored:
        """:meth:`store_job` in one go."""
        return run_to_end(self.store_job(stream, **named))

    @contextmanager
    def original(self, exhibit: Exhibit | str) -> Iterator[Path]:
        """A path at which decoders and workers may read an original (an exhibit, or its SHA-256) meanwhile.

        Whoever needs the bytes as they are in the file itself uses :meth:`read_original`.
        """
        yield self.vault_path(exhibit if isinstance(exhibit, str) else exhibit.sha256)

    @contextmanager
    def read_original(self, sha256: str) -> Iterator[IO[bytes]]:
        """The bytes of an original as a stream, never whole in memory."""
        path = self.vault_path(sha256)
        with vault.open_stored(path) as stream:
            yield stream

    def vault_path(self, sha256: str) -> Path:
        """Where the file of the original with this hash is; to read it, see :meth:`original`."""
        return vault.path_of(self._vault, sha256)

    def confirm(self, exhibit: Exhibit) -> Job[AbstractContextManager[Path]]:
        """As :meth:`original`, after hashing it again; CaseDamaged when it has changed."""
        yield from vault.confirm(self.vault_path(exhibit.sha256), exhibit.sha256, exhibit.id)
        return self.original(exhibit)

    def derived(self, sha256: str, name: str) -> Path:
        """Where a derived file of this original belongs; its folder exists unless the case is read-only."""
        vault.check_derived_name(name)
        vault.path_of(self._vault, sha256)
        folder = self.folder / "derived" / sha256[:2] / sha256
        if not self.read_only:
            with faults.mapped(self.folder):
                folder.mkdir(parents=True, exist_ok=True)
        return folder / name

    # --- writing -----------------------------------------------------------------------------------

    def _write(
        self,
        operator: str | None,
        action: str,
        changes: Iterable[Change],
        undoable: bool = True,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        self._journal.write(operator or self.operator, action, changes, detail=detail, undoable=undoable)

    def _add(
        self,
        kind: str,
        value: Row,
        action: str,
        operator: str | None,
        undoable: bool,
        detail: Mapping[str, Any] | None = None,
    ) -> Row:
        named: Row = replace(value, id=value.id or self.next_id(PREFIX[kind]))
        if self._journal.get(kind, named.id) is not None:
            raise InputError(f"The case already holds {named.id}.")
        self._write(operator, action, [(kind, named.id, named)], undoable, detail)
        stored = self._journal.get(kind, named.id)
        assert isinstance(stored, type(value))
        return stored

    def _known(self, kind: str, key: str) -> Any:
        found = self._journal.get(kind, key)
        if found is None:
            raise NotFound(f"The case holds no {kind} {key}.")
        return found

    def record(self, action: str, payload: Mapping[str, Any], *, operator: str | None = None) -> None:
        """A step that changes no state: located, exported, viewed, a model run."""
        self._journal.write(operator or self._case.operator, action, detail=payload)

    def set_case(self, case: Case, *, operator: str | None = None) -> None:
        self._write(operator, "case changed", [("case", "case", case)])

    def add_exhibit(self, exhibit: Exhibit, *, operator: str | None = None) -> Exhibit:
        return self._add("exhibit", exhibit, "exhibit added", operator, False)

    def update_exhibit(
        self, exhibit: Exhibit, action: str = "exhibit changed", *, operator: str | None = None
    ) -> None:
        """Undoable exactly when nothing changes but what a person sets: the bytes and hashes are facts."""
        before = self._known("exhibit", exhibit.id)
        facts = ("sha256", "md5", "size", "name", "source", "added_utc")
        if any(getattr(before, fact) != getattr(exhibit, fact) for fact in facts):
            raise InputError(f"What intake recorded of {exhibit.id} never changes.")
        ours = {name: getattr(before, name) for name in ("withdrawn", "graphic", "tags")}
        undoable = replace(exhibit, **ours) == before
        self._write(operator, action, [("exhibit", exhibit.id, exhibit)], undoable)

    def put_clues(
        self,
        exhibit: str,
        clues: Iterable[Clue],
        action: str = "exhibit examined",
        *,
        runs: tuple[SourceRun, ...] = (),
        fingerprint: tuple[str, ...] = (),
        undoable: bool = False,
        operator: str | None = None,
    ) -> tuple[Clue, ...]:
        """Replace the machine clues of an exhibit and mark it examined, in one record.

        ``undoable``: it is a person's edit, not an examination. A clue observed before keeps its id, its
        mark, and what a person decided about it.
        """
        item = self._known("exhibit", exhibit)
        mine = [clue for clue in self._journal.rows("clue") if clue.exhibit == exhibit]
        first = int(self.next_id("C")[1:])
        rows = merged(mine, [replace(clue, exhibit=exhibit, by_person=False) for clue in clues], first)
        gone = {clue.id for clue in mine if not clue.by_person} - {clue.id for clue in rows}
        changes: list[Change] = [("clue", clue.id, clue) for clue in rows]
        changes += [("clue", key, None) for key in sorted(gone)]
        examined = replace(item, examined=True, runs=runs, fingerprint=fingerprint or item.fingerprint)
        changes.append(("exhibit", exhibit, examined))
        self._write(operator, action, changes, undoable=undoable)
        return tuple(self._known("clue", clue.id) for clue in rows)

    def add_clue(self, clue: Clue, action: str = "clue added", *, operator: str | None = None) -> Clue:
        """A boxed clue without a mark gets the next mark of its exhibit."""
        if clue.box is not None and clue.mark is None:
            marks = [c.mark or 0 for c in self._journal.rows("clue") if c.exhibit == clue.exhibit]
            clue = replace(clue, mark=max(marks, default=0) + 1)
        return self._add("clue", clue, action, operator, True)

    def update_clue(self, clue: Clue, action: str = "clue changed", *, operator: str | None = None) -> None:
        self._known("clue", clue.id)
        self._write(operator, action, [("clue", clue.id, clue)])

    def add_hint(self, hint: Hint, action: str = "hint added", *, operator: str | None = None) -> Hint:
        return self._add("hint", hint, action, operator, True)

    def update_hint(self, hint: Hint, action: str = "hint changed", *, operator: str | None = None) -> None:
        self._known("hint", hint.id)
        self._write(operator, action, [("hint", hint.id, hint)])

    def remove_hint(self, hint: str, *, operator: str | None = None) -> None:
        """A recorded retraction: the hint leaves the state, the log keeps it."""
        self._known("hint", hint)
        self._write(operator, "hint removed", [("hint", hint, None)])

    def add_pin(self, pin: Pin, *, operator: str | None = None) -> Pin:
        return self._add("pin", pin, "candidate added", operator, True)

    def remove_pin(self, pin: str, *, operator: str | None = None) -> None:
        self._known("pin", pin)
        self._write(operator, "candidate removed", [("pin", pin, None)])

    def add_verdict(self, verdict: Verdict, *, operator: str | None = None) -> Verdict:
        """Verdicts are never replaced; the latest near a place counts."""
        return self._add("verdict", verdict, f"verdict: {verdict.status.value}", operator, True)

    def add_message(self, message: Message, *, raw: str | None = None) -> Message:
        """``raw``: what a model really said, when it is not what is shown; kept in the log."""
        return self._add("message", message, "message", None, False, {} if raw is None else {"raw": raw})

    def put_seen(self, seen: Seen, *, operator: str | None = None) -> None:
        """What was searched, looked at or answered about an exhibit; the one before stays in the log."""
        self._known("exhibit", seen.exhibit)
        kind, key, action = row(seen)
        self._write(operator, action, [(kind, key, seen)], undoable=False)

    def add_exchange(self, exchange: Exchange) -> Exchange:
        """What a model was asked and wrote, verbatim; never changed and never undone."""
        return self._add("exchange", exchange, f"language model: {exchange.mode}", None, False)

    def add(self, kind: str, value: Row, action: str, *, undoable: bool, operator: str | None = None) -> Row:
        """A new row of a kind without rules of its own: persons, reviews, signatures, masks ..."""
        return self._add(kind, value, action, operator, undoable)

    def change(
        self,
        kind: str,
        key: str,
        value: Any | None,
        action: str,
        *,
        undoable: bool,
        operator: str | None = None,
    ) -> None:
        """A new value for the row ``key``, None to take it out of the state."""
        self._known(kind, key)
        self._write(operator, action, [(kind, key, value)], undoable)

    def add_index(self, path: str, *, operator: str | None = None) -> None:
        """Search this index from now on; adding one twice is nothing new."""
        if any(index.path == path for index in self._journal.rows("index")):
            return
        row = ("index", self.next_id("X"), IndexFolder(path))
        self._write(operator, "index added", [row], undoable=False)

    def put_note(self, exhibit: str, text: str, *, operator: str | None = None) -> None:
        """What is noted about an exhibit from now on; '' takes the note out of the state."""
        self._known("exhibit", exhibit)
        note = Note(exhibit, text) if text else None
        self._write(operator, "note written", [("note", exhibit, note)])

    def next_step(self, *, back: bool) -> str:
        """The action that :meth:`undo` (or :meth:`redo`) would take back (or do again), '' for none."""
        with faults.mapped(self.folder):
            return self._journal.next_step(back=back)

    def undo(self, *, operator: str | None = None) -> str:
        """Take back the last edit of hints, clues, verdicts, pins, case or withdrawal; returns its action."""
        with faults.mapped(self.folder):
            return self._journal.take_back(operator or self._case.operator, back=True)

    def redo(self, *, operator: str | None = None) -> str:
        """Do again what was undone last; returns its action."""
        with faults.mapped(self.folder):
            return self._journal.take_back(operator or self._case.operator, back=False)

    def view_state(self) -> dict[str, Any]:
        """How the window looked; not part of the evidence and not logged."""
        return self._journal.view_state()

    def set_view_state(self, state: Mapping[str, Any]) -> None:
        self._journal.set_view_state(state)
