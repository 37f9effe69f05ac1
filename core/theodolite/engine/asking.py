"""Strategies and aligned models at work on an exhibit of a case; what they say is kept in the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite import packs
from theodolite.domain import AlignedLook, Exhibit, StrategyAnswer
from theodolite.engine import aligned
from theodolite.errors import InputError, PackMissing
from theodolite.jobs import Job
from theodolite.locate.strategies.signature import Asked, Strategy, Tools
from theodolite.packs.library import Pack

if TYPE_CHECKING:
    from theodolite.engine.engine import Engine
    from theodolite.engine.session import Session

FUSION = "fusion"


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """A strategy for a list: ``missing`` says what it would need, each a sentence with the next step."""

    name: str
    purpose: str
    missing: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        return not self.missing


def tools(engine: Engine) -> Tools:
    """The engine's workers, its packs by name or else by kind, and its posterior."""

    def prepare(pack_sha256: str) -> Job[None]:
        yield from aligned.prepare(engine.vision, pack_sha256, engine.locator.support)

    return Tools(engine.vision, engine.language, installed, lambda: engine.locator, prepare)


def installed(name: str) -> Pack | None:
    """The pack of that name, else the first installed one of that kind, else None."""
    try:
        return packs.installed(name)
    except (PackMissing, InputError):
        return next(iter(packs.of_kind(name)), None)


def rows(engine: Engine, indexes: tuple[str, ...]) -> tuple[StrategyRow, ...]:
    """Every strategy, those whose packs are missing too."""
    return tuple(
        StrategyRow(one.name, one.purpose, one.missing(tools(engine), indexes)) for one in registry().values()
    )


def registry() -> Mapping[str, Strategy]:
    """All strategies by name; their module is not needed before somebody asks."""
    from theodolite.locate.strategies import STRATEGIES

    return STRATEGIES


def run(
    session: Session, item: Exhibit, name: str, settings: Mapping[str, str] | None = None, seed: int = 7
) -> Job[StrategyAnswer]:
    """Ask a strategy about an exhibit; the answer, with every prompt and raw text, is put on record.

    Raises PackMissing naming what is not there, InputError for an exhibit without pixels or for ``fusion``,
    which is the ranking of the case itself.
    """
    if name == FUSION:
        raise InputError("fusion is the ranking of the case itself; it is always there.")
    if not item.readable:
        raise InputError(f"{item.id} has no readable image.")
    strategy = registry()[session.engine.check_strategy(name)]
    indexes = session.state.indexes
    lacks = strategy.missing(tools(session.engine), indexes)
    if lacks:
        raise PackMissing(" ".join(lacks))
    with (yield from session.store.confirm(item)) as path:
        asked = Asked(item.id, str(path), indexes, (item.sha256,), seed, dict(settings or {}))
        answer = yield from strategy.run(asked, tools(session.engine))
    session.store.put_seen(answer)
    return answer


def look(session: Session, item: Exhibit) -> Job[tuple[AlignedLook, ...]]:
    """What every installed aligned model sees in an exhibit that it has not looked at yet.

    The places of the posterior are encoded by the model once, which takes minutes the first time.
    """
    seen = {(one.model, one.pack_sha256) for one in session.state.looks if one.exhibit == item.id}
    found = []
    for model in aligned.models():
        if aligned.described(model) in seen or not item.readable:
            continue
        one = yield from aligned.look(session.store, session.engine.vision, item, model)
        yield from session.engine.prepare()
        yield from aligned.encode_places(session.engine.vision, model, session.engine.locator.support)
        session.store.put_seen(one)
        found.append(one)
    return tuple(found)
