"""What is typed and not yet confirmed is kept in the case every second, and comes back after a crash."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from theodolite_desktop.language import tr
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.wiring import Wiring

#: From the first key on, so that steady typing is kept too: at most this much is ever lost.
KEEP_MS = 1000
DRAFTS = "drafts"


class Drafts(QObject):
    """Hint line, the form of a new clue, notes. Kept beside the window's look: neither logged nor undone."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self._kept: dict[str, Any] = {}
        self._waiting: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep)
        form, notes = self.shell.image.form, self.shell.inspector.notes
        self.shell.hint_line.field.textChanged.connect(self._touch)
        notes.field.textChanged.connect(self._touch)
        notes.written.connect(lambda _exhibit, _text: self._touch())
        form.edited.connect(self._touch)
        form.closed.connect(self._touch)
        self.controller.viewRestored.connect(self._restore)
        self.controller.snapshotChanged.connect(self._resume)
        self.controller.caseLeaving.connect(self.keep)
        self.controller.caseClosed.connect(self._forget)
        self.controller.caseOpened.connect(lambda _path: self._forget())

    def now(self) -> dict[str, Any]:
        """Everything that is typed and not confirmed; {} for nothing."""
        found: dict[str, Any] = {}
        said = self.shell.hint_line.field.text()
        if said.strip():
            found["hint"] = said
        clue = self.shell.image.clue_draft()
        if clue:
            found["clue"] = {**clue, "exhibit": self.controller.exhibit}
        exhibit, text, written = self.shell.inspector.notes.draft()
        if exhibit and text != written:
            found["note"] = {"exhibit": exhibit, "text": text}
        return found

    def keep(self) -> None:
        """Hand it to the store, if it is not there yet."""
        found = self.now()
        if found != self._kept and self.controller.path:
            self._kept = found
            self.controller.keep_view({DRAFTS: found})

    def drop(self) -> None:
        """Keep nothing of what was typed so far: an exhibit goes for good, and drafts may name it."""
        self._kept = {}
        self.controller.keep_view({DRAFTS: {}})

    def _touch(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _restore(self, state: dict[str, Any]) -> None:
        kept = state.get(DRAFTS)
        if isinstance(kept, dict) and kept:
            self._kept = dict(kept)
            self._waiting = {
                name: kept[name] for name in ("clue", "note") if isinstance(kept.get(name), dict)
            }
            self.shell.hint_line.restore(str(kept.get("hint", "")))
            self.shell.status.say(tr("What you were typing is back."))

    def _resume(self, snapshot: Snapshot) -> None:
        """As soon as the exhibit that it is about is in view."""
        for name in list(self._waiting):
            draft = self._waiting[name]
            if draft.get("exhibit") != snapshot.exhibit:
                continue
            del self._waiting[name]
            if name == "clue":
                self.shell.image.resume_clue(draft)
            else:
                self.shell.inspector.notes.resume(snapshot.exhibit, str(draft.get("text", "")))

    def _forget(self) -> None:
        self._timer.stop()
        self._kept, self._waiting = {}, {}
