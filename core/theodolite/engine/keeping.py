"""Exhibits as a whole: withdrawal, graphic content, tags, notes, who saw them; and what undo names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from theodolite.domain import LogRecord, Note
from theodolite.engine.changes import Changes
from theodolite.engine.destroying import Destroying
from theodolite.errors import InputError, legible

#: Tags are the number keys.
TAGS = range(1, 10)
#: Notes were part of the window's look, which is not logged, in cases made before notes were rows.
FORMER = "notes"
VIEWED = "original viewed"


class Keeping(Destroying):
    """The part of a session that concerns exhibits as they are kept."""

    _seen: set[tuple[str, str]] | None = None

    def restore(self, exhibit: str) -> Changes:
        """Take a withdrawn exhibit into consideration again."""
        self.store.update_exhibit(replace(self.exhibit(exhibit), withdrawn=False), "exhibit restored")
        return Changes(exhibits=True, clues=True, candidates=True)

    def set_graphic(self, exhibit: str, on: bool) -> Changes:
        """Whether an exhibit is shown gray and blurred until a person asks for it."""
        action = "marked graphic" if on else "graphic mark removed"
        self.store.update_exhibit(replace(self.exhibit(exhibit), graphic=on), action)
        return Changes(exhibits=True)

    def set_tags(self, exhibit: str, tags: Iterable[int]) -> Changes:
        """The tags of an exhibit from now on; InputError for a number that is not 1 to 9."""
        chosen = tuple(sorted(set(tags)))
        if any(tag not in TAGS for tag in chosen):
            raise InputError("Tags are the numbers 1 to 9.")
        self.store.update_exhibit(replace(self.exhibit(exhibit), tags=chosen), "tags changed")
        return Changes(exhibits=True)

    def write_note(self, exhibit: str, text: str) -> Changes:
        """What is noted about an exhibit, or ('') about the whole case, from now on; '' for nothing."""
        text = legible(text)
        if text != self.note(exhibit):
            self.store.put_note(self.exhibit(exhibit).id if exhibit else "", text)
            former = self._former()
            if former.pop(exhibit, None) is not None:
                self.store.set_view_state({**self.store.view_state(), FORMER: former})
        return Changes()

    def note(self, exhibit: str) -> str:
        """What is noted about an exhibit, or ('') about the whole case, '' for nothing; also in cases made
        before notes were recorded."""
        found: Note | None = next((one for one in self.state.notes if one.exhibit == exhibit), None)
        return found.text if found is not None else str(self._former().get(exhibit, ""))

    def _former(self) -> dict[str, object]:
        former = self.store.view_state().get(FORMER, {})
        return dict(former) if isinstance(former, dict) else {}

    def record_view(self, exhibit: str) -> bool:
        """Put on record that a person sees an original for the first time; later views are not logged.

        Whether this was the first one. Nothing is recorded in a case that is open read-only.
        """
        who, name = self.viewer(), self.exhibit(exhibit).id
        if self.store.read_only or (who, name) in self._views():
            return False
        self.store.record(VIEWED, {"exhibit": name}, operator=who)
        self._views().add((who, name))
        return True

    def viewer(self) -> str:
        """Who looks at the case in this session."""
        return self.store.operator

    def _views(self) -> set[tuple[str, str]]:
        """Who has seen which original, read from the log once a session."""
        if self._seen is None:
            found = (record for record in self.store.log() if record.action == VIEWED)
            self._seen = {(record.operator, _exhibit_of(record)) for record in found}
        return self._seen

    def next_steps(self) -> tuple[str, str]:
        """What undo would take back and what redo would do again, as actions; '' for nothing."""
        return self.store.next_step(back=True), self.store.next_step(back=False)


def _exhibit_of(record: LogRecord) -> str:
    """The exhibit that a view is of; '' where the record says nothing any more."""
    detail = json.loads(record.payload).get("detail")
    return str(detail.get("exhibit", "")) if isinstance(detail, dict) else ""
