"""The language model: which there are, what it is asked, and what it suggests to look for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop import wording
from theodolite_desktop.assistant_rows import LanguageModel, effect_tables, leads
from theodolite_desktop.desk import Desk
from theodolite_desktop.together_rows import JointTable

if TYPE_CHECKING:
    from theodolite.domain import Contradiction, Suggestion
    from theodolite.engine import Changes

SUGGESTED = 4


@dataclass(frozen=True, slots=True)
class HintEffect:
    """Who leads without a hint and with it, and by how much; both rankings as tables."""

    without: str
    with_hint: str
    tables: tuple[JointTable, ...]


@dataclass(frozen=True, slots=True)
class WorkerState:
    """``alive``: the process of the language model runs. ``restarts``: how often it was started anew."""

    alive: bool
    restarts: int


def models(*, desk: Desk) -> tuple[LanguageModel, ...]:
    """Every language model of the packs, those in use and installed first."""
    rows = [
        LanguageModel(
            row.name, row.title, row.sha256, row.sees, row.installed, row.fits, row.note, row.chosen
        )
        for row in desk.engine.language_models()
    ]
    return tuple(sorted(rows, key=lambda row: (not row.chosen, not row.usable, not row.installed)))


def use_model(*, desk: Desk, name: str) -> tuple[LanguageModel, ...]:
    """Ask this model from now on."""
    desk.engine.use_language_model(name)
    return models(desk=desk)


def worker_state(*, desk: Desk) -> WorkerState:
    worker = desk.engine.language
    return WorkerState(worker.pid is not None, worker.restarts)


def ask(*, desk: Desk, text: str, exhibit: str) -> Job[Changes]:
    """A question of the person; the answer's sentences say what they rest on."""
    return desk.session.ask(text, (exhibit,) if exhibit else ())


def perceive(*, desk: Desk, exhibit: str) -> Job[Changes]:
    """Let the model look at a photograph as a whole: places with stated probabilities, scene."""
    return desk.session.perceive(exhibit)


def observe(*, desk: Desk, exhibit: str) -> Job[Changes]:
    """Let the model name clues; each is checked against the clue records."""
    return desk.session.observe(exhibit)


def read_with_model(*, desk: Desk, text: str, exhibit: str) -> Job[Changes]:
    """What the rules did not read, read by the model; chips it leads to are proposed and marked."""
    return desk.session.read_with_model(text, (exhibit,) if exhibit else ())


def suggestions(*, desk: Desk, exhibit: str) -> tuple[Suggestion, ...]:
    """What to look for next, from the records alone."""
    if not desk.prepared or not exhibit:
        return ()
    found = desk.session.suggestions((exhibit,))
    return tuple(
        replace(one, text=wording.visible(one.text, 240), why=wording.visible(one.why, 240))
        for one in found[:SUGGESTED]
    )


def effect(*, desk: Desk, hint: str, exhibit: str, conflict: Contradiction | None) -> HintEffect:
    """The ranking of ``exhibit`` without the hint and with it, and the two sides of a conflict."""
    before, after = desk.session.effect(hint, (exhibit,))
    return HintEffect(leads(before), leads(after), effect_tables(exhibit, before, after, conflict))
