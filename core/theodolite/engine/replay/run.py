"""Going through the log of a case: each step that computed something is computed again and compared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from theodolite.domain import LogRecord
from theodolite.engine.replay import compare, past, steps
from theodolite.engine.replay.compare import Difference
from theodolite.engine.replay.context import Again, Context
from theodolite.errors import TheodoliteError
from theodolite.index.layout import read_manifest
from theodolite.jobs import Job, Progress
from theodolite.store.merge.past import follow

if TYPE_CHECKING:
    from theodolite.engine.session import Session


SUPPOSED = (
    "The settings of the case at this record are withheld here; with those recorded next to it, something"
    " comes out otherwise."
)


@dataclass(frozen=True, slots=True)
class Step:
    """One record made again. ``values``: how many were compared; ``text``: why it could not be repeated."""

    sequence: int
    action: str
    outcome: Literal["same", "differs", "not repeated"]
    values: int = 0
    differences: tuple[Difference, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Replay:
    """The whole log made again. ``packs``: name, SHA-256 on record and installed, of those that differ."""

    steps: tuple[Step, ...]
    packs: tuple[tuple[str, str, str], ...] = ()

    @property
    def same(self) -> bool:
        """Whether everything that could be repeated came out as it is on record."""
        return not any(step.outcome == "differs" for step in self.steps)

    def count(self, outcome: str) -> int:
        return sum(step.outcome == outcome for step in self.steps)


def replayed(session: Session, indexes: Sequence[Path] = ()) -> Job[Replay]:
    """Run the recorded steps of an open case again, in their order, from what each of them had.

    ``indexes``: where reference indexes are now, found by their SHA-256; those on record are tried first.
    Nothing is written into the case.
    """
    session.open_eyed("replaying the log")
    records = past.mended(session.store.log())
    folders = _indexes(session, indexes)
    rows: dict[tuple[str, str], Any] = {}
    found: list[Step] = []
    recorded: dict[str, str] = {}
    case, taken = past.first_case(records), False
    for number, record in enumerate(records):
        yield Progress(f"Replaying record {record.sequence}: {record.action}", number, len(records))
        before, supposed = dict(rows), taken
        follow(rows, record)
        taken = past.CASE not in rows and case is not None
        if taken:  # its settings are those of the nearest record that this copy can read
            rows[past.CASE] = case
        case = rows.get(past.CASE, case)
        again = steps.step_for(record.action)
        if again is None or not record.payload:
            continue
        payload = json.loads(record.payload)
        at = Context(session, record.action, payload, before, dict(rows), folders)
        step = yield from _step(record, at, again)
        if step is not None and supposed and step.outcome == "differs":
            step = Step(record.sequence, record.action, "not repeated", text=SUPPOSED)
        if step is not None:
            found.append(step)
        for pack in at.detail.get("packs") or ():
            recorded[pack["name"]] = pack["sha256"]
    installed = {use.name: use.sha256 for use in session.engine.pack_uses(tuple(recorded))}
    changed = [(name, then, installed.get(name, "")) for name, then in sorted(recorded.items())]
    return Replay(tuple(found), tuple(one for one in changed if one[1] != one[2]))


def _step(record: LogRecord, at: Context, again: Again) -> Job[Step | None]:
    try:
        pairs = yield from again(at)
    except TheodoliteError as error:
        return Step(record.sequence, record.action, "not repeated", text=str(error))
    except (KeyError, TypeError, ValueError) as error:
        text = f"The record does not hold what is needed to repeat it ({error})."
        return Step(record.sequence, record.action, "not repeated", text=text)
    if not pairs:
        return None
    differences = tuple(one for name, then, now in pairs for one in compare.differences(then, now, name))
    values = sum(compare.leaves(then) for _, then, _ in pairs)
    return Step(record.sequence, record.action, "differs" if differences else "same", values, differences)


def _indexes(session: Session, given: Sequence[Path]) -> dict[str, Path]:
    """Index folders by the SHA-256 of what they hold."""
    from theodolite.index.store import open_index

    found: dict[str, Path] = {}
    for folder in (*given, *map(Path, session.store.state().indexes)):
        try:
            read_manifest(folder)
            found.setdefault(open_index(str(folder)).sha256, folder)
        except (TheodoliteError, OSError):
            if folder in given:
                raise
    return found
