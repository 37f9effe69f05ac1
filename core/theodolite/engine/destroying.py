"""Lawful destruction by a person: what would go, and the step that cannot be taken back."""

from __future__ import annotations

from theodolite.engine.changes import Changes
from theodolite.engine.recorded import Recorded
from theodolite.errors import legible
from theodolite.jobs import Job


class Destroying(Recorded):
    """The part of a session that destroys exhibits. The ordinary way is to withdraw one, which undo takes
    back."""

    def destruction_of(self, exhibit: str) -> tuple[str, ...]:
        """What would go with an exhibit, in words, a line for each thing; nothing is changed."""
        return self.store.destruction_of(self.exhibit(exhibit).id)

    def destroy(self, exhibit: str, reason: str, *, confirmed: str) -> Job[Changes]:
        """Destroy the bytes of an exhibit, all that was made of it and every text that repeats its words.

        A tombstone stays, and the case verifies with one destruction. ``confirmed``: the first eight
        characters of the exhibit's SHA-256. InputError for another text, and without a reason.
        """
        yield from self.store.destroy(
            self.exhibit(exhibit).id, legible(reason), confirmed=confirmed.strip().lower()
        )
        return Changes.everything()
