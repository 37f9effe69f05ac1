"""The one signature of all strategies.

A strategy is asked about one photograph and answers with points that carry its own scores. Heavy work runs
in the two workers; the same code serves the window, the command line and the evaluation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from theodolite.domain import StrategyAnswer
from theodolite.jobs import Job
from theodolite.packs.library import Pack
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.locate.rank import Locator


@dataclass(frozen=True, slots=True)
class Asked:
    """One photograph. ``path``: its bytes; ``indexes``: folders of indexes that may be searched.

    ``exclude``: SHA-256 of photographs that may not answer (its own, its family's in an evaluation).
    ``settings``: options of the strategy by name ('prompts', 'answers', 'retrieved', ...).
    """

    exhibit: str
    path: str
    indexes: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    seed: int = 7
    settings: Mapping[str, str] = field(default_factory=dict)


class Runs(Protocol):
    """What runs a call: a worker process, or in tests the call itself."""

    def run(self, call: Call) -> Job[Any]: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What a strategy may use. ``pack(name or kind)`` gives an installed pack, None where there is none.

    ``locator``: the posterior over the places of the world, where it is open. ``prepare(pack hash)``: encodes
    those places for an aligned model, once; without that its looks would say nothing.
    """

    vision: Runs
    language: Runs
    pack: Callable[[str], Pack | None]
    locator: Callable[[], Locator] | None = None
    prepare: Callable[[str], Job[None]] | None = None


class Strategy(Protocol):
    """A named way from a photograph to ranked points."""

    @property
    def name(self) -> str: ...

    @property
    def purpose(self) -> str:
        """One line for the list of strategies."""
        ...

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        """What it would need and is not there, each a sentence with the next step; empty when it can run."""
        ...

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        """Raises what its parts raise: DecodeFailed, PackError kinds, IndexDamaged, WorkerDied."""
        ...
