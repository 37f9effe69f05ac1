"""What every part of a session rests on: the engine and the case store."""

from __future__ import annotations

from theodolite.domain import CaseState, Exhibit
from theodolite.engine.engine import Engine
from theodolite.errors import NotFound
from theodolite.store import CaseStore


class Recorded:
    """An engine and an open store; each writing method of a subclass is one recorded step."""

    def __init__(self, engine: Engine, store: CaseStore) -> None:
        self.engine = engine
        self.store = store

    @property
    def path(self) -> str:
        return str(self.store.folder)

    @property
    def state(self) -> CaseState:
        """Everything a view draws, at this moment."""
        return self.store.state()

    def exhibit(self, exhibit: str) -> Exhibit:
        for item in self.state.exhibits:
            if item.id == exhibit:
                return item
        raise NotFound(f"There is no exhibit {exhibit} in this case.")
