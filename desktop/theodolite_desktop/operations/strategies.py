"""Ways to rank places: which there are, what they lack, and running one on an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.collecting import held
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import mark, tr
from theodolite_desktop.snapshot import Choice

if TYPE_CHECKING:
    from theodolite.engine import Changes

TITLES = {"fusion": mark("Everything known"), "g3": "G3", "geoclip": "GeoCLIP", "img2loc": "Img2Loc"}
TITLES |= {"knn": "kNN", "geocell": mark("Geocells")}


def choices(*, desk: Desk) -> tuple[Choice, ...]:
    """Every strategy for the indexes of the open case."""
    with held():
        rows = desk.session.strategies()
    return tuple(Choice(r.name, tr(TITLES.get(r.name, r.name)), r.purpose, r.missing) for r in rows)


def run(*, desk: Desk, exhibit: str, strategy: str) -> Job[Changes]:
    """Ask a strategy about an exhibit; its answer goes on record."""
    return desk.session.run_strategy(exhibit, strategy)
