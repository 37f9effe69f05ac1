"""A case folder, open: the only code that writes state tables, the log and the vault.

Layout: ``case.db``, ``vault/ab/<sha256>`` (originals, read-only), ``derived/ab/<sha256>/<name>`` (what
can be made again from an original). Nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Comparison,
    Derived,
    Disclosure,
    Exchange,
    Exhibit,
    FiledReference,
    Hint,
    Lead,
    LogRecord,
    Mask,
    MergeConflict,
    Message,
    Note,
    Person,
    Pin,
    Review,
    SearchArea,
    Signature,
    Source,
    SourceRun,
    Stamp,
    Verdict,
)
from theodolite.errors import InputError
from theodolite.store import faults
from theodolite.store.clue_rows import merged
from theodolite.store.destroying import Destroying
from theodolite.store.journal import Change
from theodolite.store.kinds import CASE_NOTE, PREFIX, IndexFolder
from theodolite.store.seen import Seen, row
from theodolite.store.uniting import Uniting

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
    Lead,
    FiledReference,
    SearchArea,
    Comparison,
    Disclosure,
)


class CaseStore(Uniting, Destroying):
    """Every method that writes is one transaction: the state change and its audit record.

    ``operator`` defaults to the case's. Add methods take a value whose id is '' and return it with the
    id it got; update methods raise ``NotFound`` for an id that the case does not hold.
    """

    # --- reading -----------------------------------------------------------------------------------

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
            leads=journal.rows("lead"),
            filed=journal.rows("filed"),
            areas=journal.rows("area"),
            comparisons=journal.rows("comparison"),
            disclosures=journal.rows("disclosure"),
            indexes=tuple(index.path for index in journal.rows("index")),
            log_head=journal.head,
            log_length=journal.length,
        )

    def holding(self, sha256: str) -> Exhibit | None:
        """The exhibit with these bytes, if the case has it; quick in a case of any size."""
        return next((item for item in self._journal.each("exhibit") if item.sha256 == sha256), None)

    def log(self, limit: int | None = None) -> tuple[LogRecord, ...]:
        """The last ``limit`` records (None: all), oldest first."""
        with faults.mapped(self.folder):
            return self._journal.log(limit)

    def details(self, action: str) -> list[dict[str, Any]]:
        """What the records of this action say, oldest first; quick in a case with a long log."""
        with faults.mapped(self.folder):
            return self._journal.details(action)

    def next_id(self, prefix: str) -> str:
        """The id of the next row with this prefix ('E' -> 'E4'); never one used before."""
        return self._journal.next_id(prefix)

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
        """What is noted about an exhibit, or ('') the whole case, from now on; '' takes the note out of the
        state."""
        if exhibit:
            self._known("exhibit", exhibit)
        note = Note(exhibit, text) if text else None
        self._write(operator, "note written", [("note", exhibit or CASE_NOTE, note)])

    def next_step(self, *, back: bool) -> str:
        """The action that :meth:`undo` (or :meth:`redo`) would take back (or do again), '' for none."""
        with faults.mapped(self.folder):
            return self._journal.next_step(back=back)

    def undo(self, *, operator: str | None = None) -> str:
        """Take back the last edit of hints, clues, verdicts, pins, case or withdrawal; returns its action."""
        with faults.mapped(self.folder):
            return self._journal.take_back(operator or self.operator, back=True)

    def redo(self, *, operator: str | None = None) -> str:
        """Do again what was undone last; returns its action."""
        with faults.mapped(self.folder):
            return self._journal.take_back(operator or self.operator, back=False)

    def view_state(self) -> dict[str, Any]:
        """How the window looked; not part of the evidence and not logged."""
        return self._journal.view_state()

    def set_view_state(self, state: Mapping[str, Any]) -> None:
        self._journal.set_view_state(state)
