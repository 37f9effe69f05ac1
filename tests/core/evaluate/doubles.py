"""What the mechanics of an evaluation are tested with: strategies without models, a world of two halves."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image

from theodolite.domain import Ranking, StrategyAnswer
from theodolite.domain.strategy import Guess
from theodolite.errors import TheodoliteError
from theodolite.evaluate.naming import Naming
from theodolite.jobs import Job, Progress
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.workers import Call

Row = tuple[str, float, float]


class Halves:
    """A world of two countries: WE west of Greenwich, EA east of it."""

    def country_of(self, lat: ArrayLike, lon: ArrayLike) -> list[str]:
        return ["WE" if value < 0 else "EA" for value in np.asarray(lon)]


class Nobody:
    """A worker that must not be asked."""

    def run(self, call: Call) -> Job[Any]:
        raise AssertionError(f"{call} was asked of a worker")


TOOLS = Tools(Nobody(), Nobody(), lambda _: None)
NAMING = Naming(Halves(), None)


class Stating:
    """Answers with a ranking, as the fusion does: it states probabilities."""

    name, purpose = "fusion", "states probabilities"

    def __init__(self, rank: Callable[[Asked], Ranking]) -> None:
        self._rank = rank

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        return ()

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        yield Progress("ranking")
        return StrategyAnswer(self.name, asked.exhibit, "probability", (), ranking=self._rank(asked))


class Fixed:
    """Answers with one point, whatever it is shown; remembers what it was asked."""

    purpose = "a fixed point"

    def __init__(
        self,
        at: tuple[float, float] | None = (10.0, 20.0),
        *,
        name: str = "fixed",
        unknown: str = "",
        fails: Callable[[Asked], TheodoliteError | None] = lambda _: None,
        lacks: tuple[str, ...] = (),
    ) -> None:
        self.name, self.asked = name, list[Asked]()
        self._at, self._unknown, self._fails, self._lacks = at, unknown, fails, lacks

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        return self._lacks

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        yield Progress("thinking")
        self.asked.append(asked)
        error = self._fails(asked)
        if error is not None:
            raise error
        guesses = () if self._at is None else (Guess(*self._at, 0.5, "fixed"),)
        return StrategyAnswer(self.name, asked.exhibit, "trust", guesses, unknown=self._unknown)


def photograph(path: Path, seed: int = 0) -> Path:
    """A small picture of blobs, different for each seed."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 255, (6, 8, 3), dtype=np.uint8))
    path.parent.mkdir(parents=True, exist_ok=True)
    small.resize((160, 120), Image.Resampling.BICUBIC).save(path)
    return path


def table(folder: Path, rows: Sequence[Row], *, pictures: bool = True, extra: str = "") -> Path:
    """A CSV of image, lat, lon in ``folder``, with its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "places.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("image", "lat", "lon"))
        for number, (name, lat, lon) in enumerate(rows):
            writer.writerow((name, repr(lat), repr(lon)))
            if pictures:
                photograph(folder / name, number)
    return path
