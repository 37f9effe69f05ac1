"""What a step is made again from: its record, and the case before and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.domain import Exhibit
from theodolite.engine.replay import past
from theodolite.errors import NotFound
from theodolite.jobs import Job

if TYPE_CHECKING:
    from theodolite.engine.session import Session

Pairs = list[tuple[str, Any, Any]]


@dataclass
class Context:
    """A record, its payload, and the rows before and after it. ``indexes``: folders by their SHA-256."""

    session: Session
    action: str
    payload: dict[str, Any]
    before: past.Rows
    after: past.Rows
    indexes: Mapping[str, Path]

    @property
    def detail(self) -> dict[str, Any]:
        return dict(self.payload.get("detail") or {})

    def exhibit(self, name: str) -> Exhibit:
        found = self.after.get(("exhibit", name))
        if not isinstance(found, Exhibit):
            raise NotFound(f"{name} is not in this copy of the case.")
        if not self.session.store.vault_path(found.sha256).exists():
            raise NotFound(f"The original of {name} is not in this copy of the case.")
        return found


#: A step made again: pairs of (name, value on record, value now). What cannot be repeated here raises a
#: TheodoliteError whose words say why.
Again = Callable[[Context], Job[Pairs]]


def index_folder(at: Context, sha256: str) -> Path:
    """Where the index with this hash is now; NotFound says how to name it."""
    if sha256 in at.indexes:
        return at.indexes[sha256]
    raise NotFound(
        f"The index {sha256[:12]} that was searched is not here. Name its folder with --index to repeat this."
    )
