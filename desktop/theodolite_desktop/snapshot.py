"""What the views draw: a case at one moment with the answer for the exhibits in question."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain import CaseState, Clue, Contradiction, Exhibit, Ranking, ReferenceSearch

#: The strategy that is always there: the posterior over everything known.
FUSION = "fusion"


@dataclass(frozen=True, slots=True)
class Choice:
    """A strategy to rank by. ``missing``: what it lacks, each a sentence with the next step."""

    name: str
    title: str
    purpose: str
    missing: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Effect:
    """What hint ``hint`` does to the ranking, '▲2 ▼1' or '='."""

    hint: str
    text: str
    conflict: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """A record of the audit log as shown: ``text`` says what it held, in one line."""

    sequence: int
    utc: str
    operator: str
    action: str
    text: str


@dataclass(frozen=True, slots=True)
class WhenRow:
    """The time of the exhibit in view, apart from its place. ``for_`` ...: ids of clues.

    ``status``: established, claimed, not established or contradicted. ``elsewhere``: exhibits whose claims
    do not count for this one.
    """

    status: str
    text: str
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation of the exhibit in view: ``others`` are the exhibits it has it with."""

    kind: str
    text: str
    detail: str
    others: tuple[str, ...]
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """How many clues that share no origin speak for ``candidate``; ``shared`` says what others share."""

    candidate: str
    independent: int
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``ranking`` None: ``reason`` says why there is none yet. ``exhibit`` '' : nothing chosen.

    ``unrelated``: the relations shown are those of an earlier moment, the newest are still to be found.
    ``undo``, ``redo``: the action that each would concern now, '' for none. ``reviewer``: who reviews
    blind in this session, '' for nobody.
    """

    state: CaseState
    exhibit: str = ""
    ranking: Ranking | None = None
    reason: str = ""
    effects: tuple[Effect, ...] = ()
    log: tuple[LogLine, ...] = ()
    countries: tuple[tuple[str, float], ...] = ()
    notes: str = ""
    when: WhenRow | None = None
    relations: tuple[RelationRow, ...] = ()
    unrelated: bool = False
    strategy: str = FUSION
    support: tuple[Support, ...] = ()
    read_only: bool = False
    encrypted: bool = False
    undo: str = ""
    redo: str = ""
    reviewer: str = ""

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Those under consideration, in the order they came."""
        return tuple(e for e in self.state.exhibits if not e.withdrawn)

    @property
    def current(self) -> Exhibit | None:
        return next((e for e in self.exhibits if e.id == self.exhibit), None)

    @property
    def clues(self) -> tuple[Clue, ...]:
        """Clues of the current exhibit."""
        return tuple(c for c in self.state.clues if c.exhibit == self.exhibit)

    @property
    def search(self) -> ReferenceSearch | None:
        """The latest search for references of the current exhibit."""
        return next((s for s in reversed(self.state.searches) if s.exhibit == self.exhibit), None)


def is_video(item: Exhibit) -> bool:
    return item.media_type.startswith("video/")
