"""The interactive evaluation of a dataset: the evidence of each image once, then investigators talk.

Resumable as every evaluation is: what lies in the folder is not done again, another question is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite import __version__, packs
from theodolite.errors import IndexDamaged, InputError, PackError, StorageFailed, TheodoliteError
from theodolite.evaluate import records as lines
from theodolite.evaluate.datasets import Dataset
from theodolite.evaluate.interactive import dialogue, reasked
from theodolite.evaluate.interactive.dialogue import Photograph, Setting
from theodolite.evaluate.interactive.ground import Ground
from theodolite.evaluate.interactive.investigator import MANNERS, RATES, Manner
from theodolite.evaluate.interactive.reasked import Model
from theodolite.evaluate.interactive.records import Turn
from theodolite.evaluate.interactive.said import KINDS, Kind
from theodolite.evaluate.lists import Item
from theodolite.index.blocks import sha256_of
from theodolite.index.layout import MANIFEST, read_manifest
from theodolite.jobs import Job, Progress
from theodolite.locate.rank import Memory
from theodolite.locate.strategies import fusion
from theodolite.locate.strategies.signature import Asked, Tools

SEEDS = (1, 2, 3)
#: The model is asked again about so many images at most, in one conversation each: an answer takes seconds.
ASKED_IMAGES, ASKED_RATE = 10, 0.2
_FATAL = (PackError, IndexDamaged, StorageFailed)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is studied. ``asked_images``: how many images the language model is asked about again."""

    seeds: tuple[int, ...] = SEEDS
    rates: tuple[float, ...] = RATES
    manners: tuple[Manner, ...] = MANNERS
    turns: int = dialogue.TURNS
    kinds: tuple[Kind, ...] = KINDS
    asked_images: int = ASKED_IMAGES

    def settings(self) -> tuple[Setting, ...]:
        """All conversations about one image; those that begin alike are neighbours."""
        return tuple(
            Setting(seed, manner, rate, self.turns, self.kinds)
            for seed in self.seeds
            for manner in self.manners
            for rate in self.rates
        )

    @property
    def asked_setting(self) -> tuple[int, str, float]:
        """In which conversation the model is asked again: the first, at the rate nearest to .2."""
        return self.seeds[0], self.manners[0], min(self.rates, key=lambda rate: abs(rate - ASKED_RATE))

    def plain(self) -> dict[str, Any]:
        return {
            "seeds": list(self.seeds),
            "rates": list(self.rates),
            "investigators": list(self.manners),
            "turns": self.turns,
            "kinds": list(self.kinds),
            "images asked of the model": self.asked_images,
        }


@dataclass(frozen=True, slots=True)
class Study:
    """All turns, image by image. ``left_out``: images that could not be used, each with the reason."""

    folder: Path
    title: str
    plan: Plan
    header: Mapping[str, Any]
    turns: tuple[Turn, ...]
    images: int
    left_out: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


ModelOf = Callable[[Photograph], Job[Model]]


def study(
    dataset: Dataset,
    tools: Tools,
    out: Path,
    plan: Plan,
    *,
    indexes: Sequence[str] = (),
    model: ModelOf | None = None,
    model_sha256: str = "",
    no_model: str = "",
    fresh: bool = False,
) -> Job[Study]:
    """Every conversation about every image of ``dataset``, answered by everything the pixels say (fusion).

    ``model``: makes the language model ready for an image; None: it is not asked, ``no_model`` says why.
    Raises InputError, PackError kinds, IndexDamaged, StorageFailed.
    """
    if tools.locator is None:
        raise InputError("The places of the posterior are not open here.")
    for lack in fusion.Fusion().missing(tools, tuple(indexes)):
        raise InputError(lack)
    ground = Ground(tools.locator())
    header = _header(dataset, ground, plan, indexes, model_sha256)
    left_out: list[tuple[str, str]] = []
    found: list[Turn] = []
    with lines.opened_of(Turn, out, header, fresh=fresh) as kept:
        asked = 0
        for number, item in enumerate(dataset.items):
            step = Progress("Talking about images", number, len(dataset.items))
            yield step
            done = _complete(plan, item.row, kept)
            ask_model = model if asked < plan.asked_images else None
            asked += 1
            if done is None:
                try:
                    photograph = yield from _quiet(step, gather(item, tools, ground, indexes))
                except _FATAL:
                    raise
                except TheodoliteError as error:
                    left_out.append((item.name, str(error)))
                    asked -= 1
                    continue
                done = yield from _quiet(step, talk(ground, photograph, plan, ask_model))
                kept.extend(done)
            found += done
        yield Progress("Done", len(dataset.items), len(dataset.items))
    images = len({turn.row for turn in found})
    notes = (*dataset.notes, *([no_model] if no_model else ()))
    return Study(out, dataset.title, plan, header, tuple(found), images, tuple(left_out), notes)


def talk(ground: Ground, photograph: Photograph, plan: Plan, model: ModelOf | None = None) -> Job[list[Turn]]:
    """All conversations about one image."""
    memory = Memory(len(plan.rates) * (plan.turns + 1))
    found: list[Turn] = []
    for setting in plan.settings():
        yield Progress(f"Talking about {photograph.name}")
        turns: Sequence[Turn] = dialogue.converse(ground, photograph, setting, memory)
        if model is not None and (setting.seed, setting.manner, setting.rate) == plan.asked_setting:
            ready = yield from model(photograph)
            turns = yield from reasked.asked_again(ready, ground, photograph, turns)
        found += turns
    return found


def gather(item: Item, tools: Tools, ground: Ground, indexes: Sequence[str] = ()) -> Job[Photograph]:
    """The evidence of one image without anything that its file claims."""
    path = Path(item.path)
    try:
        own = sha256_of(path)
    except OSError as error:
        raise InputError(f"{item.path}: {error.strerror or 'cannot be read'}.") from error
    asked = Asked("E1", item.path, tuple(indexes), (own,))
    found = yield from fusion.gather(asked, tools)
    return Photograph(item.name, item.row, found.question, ground.truth(item.lat, item.lon))


def _complete(plan: Plan, row: int, kept: lines.Records[Turn]) -> list[Turn] | None:
    """The turns of an image where all of them are there."""
    found = []
    for setting in plan.settings():
        for number in range(1, plan.turns + 1):
            turn = kept.done.get((row, setting.seed, setting.manner, setting.rate, number))
            if turn is None:
                return None
            found.append(turn)
    return found


def _quiet(step: Progress, job: Job[Any]) -> Job[Any]:
    """``job`` shown as one step of the whole."""
    try:
        while True:
            try:
                inner = next(job)
            except StopIteration as stop:
                return stop.value
            yield Progress(step.text, step.done, step.total, waiting=inner.waiting)
    finally:
        job.close()


def _header(
    dataset: Dataset, ground: Ground, plan: Plan, indexes: Sequence[str], model_sha256: str
) -> dict[str, Any]:
    hashes = []
    for folder in indexes:
        read_manifest(Path(folder))  # names what is wrong with it
        hashes.append(sha256_of(Path(folder) / MANIFEST))
    return {
        "version": __version__,
        "dataset": {"kind": dataset.kind, "images": len(dataset.items), "sha256": dataset.sha256},
        "strategies": [{"name": "fusion", "settings": {}}],
        "interactive": plan.plain(),
        "indexes": hashes,
        "places": ground.support.sha256,
        "fit": ground.locator.parameters.fit,
        "packs": {row.name: row.sha256 for row in packs.rows() if row.state in ("installed", "own")},
        "language model": model_sha256,
    }


def conversations(turns: Sequence[Turn]) -> Iterator[tuple[Turn, ...]]:
    """Turns by conversation, in order."""
    talks: dict[tuple[int, int, str, float], list[Turn]] = {}
    for turn in turns:
        talks.setdefault(turn.talk, []).append(turn)
    for one in talks.values():
        yield tuple(sorted(one, key=lambda turn: turn.turn))
