"""The part of the engine in memory that concerns custody: kept, covered, destroyed, signed and derived."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.desktop.fake_values import UTC, Changes
from theodolite.domain import (
    CaseState,
    Derived,
    Exhibit,
    LogRecord,
    Note,
    Stamp,
    Step,
    Tombstone,
)
from theodolite.errors import InputError, NotFound, StorageFailed, WrongPassphrase
from theodolite.jobs import Job, Progress

Parts = dict[str, Any]


@dataclass(frozen=True)
class SignatureCheck:
    id: str
    person: str
    good: bool
    known: bool
    text: str


@dataclass(frozen=True)
class ClockWarning:
    about: str
    text: str


def jpeg(width: int = 64, height: int = 48) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    image, buffer = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0xFF88AA66)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class Custody:
    """Undo goes over whole states, as far back as the steps that the real engine can take back."""

    state: CaseState
    records: list[LogRecord]
    passphrase: str | None = None
    fails: str = ""

    def _begin(self) -> None:
        self.past: list[tuple[str, Parts]] = []
        self.future: list[tuple[str, Parts]] = []
        self.views: list[str] = []

    def note_action(self, action: str, payload: str = "{}") -> Changes:
        raise NotImplementedError

    def step(self, action: str, **parts: Any) -> Changes:
        """A step that undo takes back."""
        if self.fails:
            raise StorageFailed(self.fails)
        before = {name: getattr(self.state, name) for name in parts}
        self.past.append((action, before))
        self.future.clear()
        self.state = replace(self.state, **parts)
        return self.note_action(action)

    def next_steps(self) -> tuple[str, str]:
        return (self.past[-1][0] if self.past else "", self.future[-1][0] if self.future else "")

    def _go(self, source: list[tuple[str, Parts]], target: list[tuple[str, Parts]], verb: str) -> Changes:
        if not source:
            raise InputError(f"There is nothing to {verb}.")
        action, parts = source.pop()
        target.append((action, {name: getattr(self.state, name) for name in parts}))
        self.state = replace(self.state, **parts)
        return self.note_action(f"{verb}: {action}")

    def undo(self) -> Changes:
        return self._go(self.past, self.future, "undo")

    def redo(self) -> Changes:
        return self._go(self.future, self.past, "redo")

    def exhibit(self, exhibit: str) -> Exhibit:
        found = next((e for e in self.state.exhibits if e.id == exhibit), None)
        if found is None:
            raise NotFound(f"There is no exhibit {exhibit} in this case.")
        return found

    def _set(self, exhibit: str, action: str, **values: Any) -> Changes:
        changed = replace(self.exhibit(exhibit), **values)
        return self.step(
            action, exhibits=tuple(changed if e.id == exhibit else e for e in self.state.exhibits)
        )

    def withdraw(self, exhibit: str) -> Changes:
        return self._set(exhibit, "exhibit withdrawn", withdrawn=True)

    def restore(self, exhibit: str) -> Changes:
        return self._set(exhibit, "exhibit restored", withdrawn=False)

    def set_graphic(self, exhibit: str, on: bool) -> Changes:
        return self._set(exhibit, "marked graphic" if on else "graphic mark removed", graphic=on)

    def set_tags(self, exhibit: str, tags: Iterable[int]) -> Changes:
        return self._set(exhibit, "tags changed", tags=tuple(sorted(tags)))

    def record_view(self, exhibit: str) -> bool:
        first = exhibit not in self.views
        self.views.append(exhibit)
        return first

    def note(self, exhibit: str) -> str:
        return next((one.text for one in self.state.notes if one.exhibit == exhibit), "")

    def write_note(self, exhibit: str, text: str) -> Changes:
        others = tuple(one for one in self.state.notes if one.exhibit != exhibit)
        return self.step("note written", notes=(*others, Note(exhibit, text)))

    def destruction_of(self, exhibit: str) -> tuple[str, ...]:
        item = self.exhibit(exhibit)
        return (f"the original, {item.size} bytes", "its thumbnails", f"2 records that name {item.name}")

    def destroy(self, exhibit: str, reason: str, *, confirmed: str) -> Job[Changes]:
        yield Progress("Destroying", 1, 2)
        item = self.exhibit(exhibit)
        if confirmed != item.sha256[:8]:
            raise InputError("The characters are not those of the SHA-256.")
        stone = Tombstone(exhibit, item.sha256, reason, "P1", UTC)
        self.state = replace(
            self.state,
            exhibits=tuple(e for e in self.state.exhibits if e.id != exhibit),
            tombstones=(*self.state.tombstones, stone),
        )
        return self.note_action("exhibit destroyed")

    # --- signatures and stamps ---------------------------------------------------------------------

    def signature_checks(self) -> tuple[SignatureCheck, ...]:
        return tuple(
            SignatureCheck(one.id, one.person, True, True, f"{one.id} by {one.person}: good")
            for one in self.state.signatures
        )

    def clock_warnings(self) -> tuple[ClockWarning, ...]:
        return ()

    def import_stamp(self, path: Path, certificates: Any = (), headers: Any = ()) -> Changes:
        if path.suffix not in (".tsr", ".ots"):
            raise InputError(
                "This file is neither an RFC 3161 answer (.tsr) nor an OpenTimestamps proof (.ots)."
            )
        state = "confirmed" if certificates else "pending"
        stamp = Stamp(
            f"Z{len(self.state.stamps) + 1}",
            "rfc3161",
            self.state.log_head,
            "0" * 64,
            "",
            state,  # type: ignore[arg-type]
            UTC,
            "Sound; the certificate that would confirm it is not here.",
            UTC,
        )
        self.state = replace(self.state, stamps=(*self.state.stamps, stamp))
        return self.note_action("time stamp imported")

    def change_passphrase(self, old: str, new: str) -> Changes:
        if old != self.passphrase:
            raise WrongPassphrase("The passphrase does not open this case.")
        self.passphrase = new
        return self.note_action("passphrase changed")

    # --- derived pictures --------------------------------------------------------------------------

    def preview(self, exhibit: str, steps: Sequence[Step] = (), side: int = 1024) -> Job[bytes]:
        yield Progress("Drawing", waiting=True)
        if not steps:
            raise InputError("A recipe needs at least one step.")
        for step in steps:
            if step.operation == "crop" and len(step.parameters) != 4:
                raise InputError("The region of the step crop is empty.")
        self.previewed = (exhibit, tuple(steps))
        return jpeg(200, 150)

    def derive(self, exhibit: str, steps: Sequence[Step], title: str) -> Job[Changes]:
        yield Progress("Making", waiting=True)
        if not title.strip():
            raise InputError("Give the picture a title.")
        found = next((d for d in self.state.derived if d.id == exhibit), None)
        item = self.exhibit(found.exhibit if found else exhibit)
        whole = (*(found.steps if found else ()), *steps)
        digest = hashlib.sha256(repr(whole).encode()).hexdigest()
        name = f"D{len(self.state.derived) + 1}"
        value = Derived(name, item.id, item.sha256, whole, digest, 200, 150, title, "tester", UTC)
        return self.step("derived picture made", derived=(*self.state.derived, value))

    def derived_png(self, derived: str) -> Job[bytes]:
        yield Progress("Making", waiting=True)
        return jpeg(200, 150)

    def replay_derived(self, derived: str) -> Job[bool]:
        yield Progress("Making", waiting=True)
        self.note_action("derived picture made again")
        return True

    def export_derived(self, derived: str, out: Path) -> Job[Path]:
        yield Progress("Writing", waiting=True)
        out.write_bytes(jpeg())
        return out

    def remove_derived(self, derived: str) -> Changes:
        return self.step(
            "derived picture removed", derived=tuple(d for d in self.state.derived if d.id != derived)
        )
