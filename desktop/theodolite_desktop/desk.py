"""What lies on the store thread's desk: the engine, made when first needed, and the open case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.errors import InputError
from theodolite_desktop.collecting import held
from theodolite_desktop.language import tr

if TYPE_CHECKING:
    from theodolite.chronology import WhenFinding
    from theodolite.domain import Exhibit
    from theodolite.engine import Engine, Session
    from theodolite.relations import Relation
    from theodolite_desktop.snapshot import Support


@dataclass(frozen=True, slots=True)
class Related:
    """The relations of ``exhibits``, found once for them."""

    exhibits: tuple[Exhibit, ...]
    relations: tuple[Relation, ...]


class Desk:
    """Touched by the store thread only. ``make_engine`` imports the engine, so not before it is needed."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._engine: Engine | None = None
        self._session: Session | None = None
        self.prepared = False
        self.unprepared_reason = tr("Opening the places of the world")
        self.encrypted = False
        self.related: Related | None = None
        self.dated: tuple[object, WhenFinding] | None = None
        self.supported: tuple[tuple[object, ...], tuple[Support, ...]] | None = None

    @property
    def engine(self) -> Engine:
        if self._engine is None:
            with held():
                self._engine = self._make_engine()
        return self._engine

    @property
    def session(self) -> Session:
        if self._session is None:
            raise InputError("No case is open.")
        return self._session

    @property
    def has_case(self) -> bool:
        return self._session is not None

    def put_case(self, session: Session | None) -> None:
        """Close the case that lies open, then lay ``session`` there."""
        if self._session is not None:
            self._session.close()
        self._session = session
        self.encrypted = session is not None and _is_encrypted(session.path)
        self.related = self.dated = self.supported = None

    def clear(self) -> None:
        """Close the case and end the workers."""
        self.put_case(None)
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None


def _is_encrypted(path: str) -> bool:
    from theodolite import store

    return store.is_encrypted(Path(path))
