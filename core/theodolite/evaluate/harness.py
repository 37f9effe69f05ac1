"""One evaluation: every image is asked of every strategy, without seeing its own place.

What a strategy never sees of an evaluated photograph: the position its file claims (strategies get pixels;
the fusion is asked with all claims of the file off), references with its own bytes, references that are the
same photograph stored otherwise, and, when families are left out, every photograph of its family
(theodolite.evaluate.labelled: one photographer, or within 50 km on what may be one day).
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from theodolite import __version__, packs
from theodolite.errors import IndexDamaged, InputError, PackError, StorageFailed, TheodoliteError, WorkerDied
from theodolite.evaluate import records
from theodolite.evaluate.datasets import Dataset
from theodolite.evaluate.labelled import Labelled, families
from theodolite.evaluate.leaks import Leaks
from theodolite.evaluate.lists import Item
from theodolite.evaluate.metrics import error_km
from theodolite.evaluate.naming import Names, Naming
from theodolite.evaluate.records import Record
from theodolite.evaluate.subjects import SEED, Outcome, Subject
from theodolite.index.blocks import sha256_of
from theodolite.index.layout import MANIFEST, read_manifest
from theodolite.jobs import Job, Progress, T
from theodolite.locate.question import Question
from theodolite.locate.strategies.signature import Tools
from theodolite.workers import Call

#: Families are found by comparing all pairs.
MOST_FOR_FAMILIES = 10_000
#: What ends the evaluation, since every other image would fail the same way.
_FATAL = (PackError, IndexDamaged, StorageFailed)


@dataclass(frozen=True, slots=True)
class Result:
    """A whole evaluation, as it lies in ``folder``. ``notes``: what a reader of the numbers must know."""

    folder: Path
    dataset: Dataset
    strategies: tuple[str, ...]
    header: Mapping[str, Any]
    records: tuple[Record, ...]
    notes: tuple[str, ...]

    def of(self, strategy: str) -> tuple[Record, ...]:
        """Its records in the order of the dataset."""
        return tuple(r for r in self.records if r.strategy == strategy)


@dataclass(frozen=True, slots=True)
class _Look:
    """One image before any strategy is asked: its hash, and what must not answer for it; or why it fails."""

    sha256: str = ""
    exclude: tuple[str, ...] = ()
    unseen: int = 0
    failure: str = ""
    detail: str = ""


def evaluate(
    dataset: Dataset,
    subjects: Sequence[Subject],
    tools: Tools,
    out: Path,
    *,
    naming: Naming,
    indexes: Sequence[str] = (),
    leave_families_out: bool = False,
    fresh: bool = False,
) -> Job[Result]:
    """Ask every subject about every image; what an earlier run in ``out`` answered is not asked again.

    Each answer is on disk before the next image. An image that is missing or cannot be read, an error and an
    abstention are recorded and count as wrong. Raises InputError (nothing to ask, strategies that cannot run,
    another evaluation in ``out``), PackError kinds, IndexDamaged and StorageFailed.
    """
    _require(subjects)
    header = _header(dataset, subjects, indexes, leave_families_out)
    names = tuple(subject.name for subject in subjects)
    with records.opened(out, header, fresh=fresh) as kept:
        yield Progress("Preparing", 0, len(dataset.items))
        looks = (yield from _families(dataset, tools, indexes)) if leave_families_out else {}
        unseen = 0
        for number, item in enumerate(dataset.items):
            open_ones = [subject for subject in subjects if (item.row, subject.name) not in kept.done]
            if not open_ones:
                continue
            step = Progress("Asking about images", number, len(dataset.items))
            look = looks.get(item.row) or (yield from _under(step, _look(item, tools, indexes)))
            unseen = max(unseen, look.unseen)
            for subject in open_ones:
                kept.append((yield from _under(step, _ask(subject, item, look, naming))))
        yield Progress("Done", len(dataset.items), len(dataset.items))
        done = tuple(kept.done[item.row, name] for name in names for item in dataset.items)
    return Result(out, dataset, names, header, done, _notes(dataset, unseen, leave_families_out, naming))


def _under(step: Progress, job: Job[T]) -> Job[T]:
    """``job`` shown as one step: thousands of images would drown in what each of them does."""
    try:
        yield step
        while True:
            try:
                inner = next(job)
            except StopIteration as stop:
                result: T = stop.value
                return result
            yield replace(step, waiting=inner.waiting)
    finally:
        job.close()


def _require(subjects: Sequence[Subject]) -> None:
    if not subjects:
        raise InputError("Name a strategy to evaluate.")
    names = [subject.name for subject in subjects]
    if len(set(names)) < len(names):
        raise InputError("A strategy is named twice.")
    lacking = [(subject.name, missing) for subject in subjects if (missing := subject.missing())]
    if lacking:
        raise InputError(" ".join(f"{name} cannot run: {' '.join(why)}" for name, why in lacking))


def _header(
    dataset: Dataset, subjects: Sequence[Subject], indexes: Sequence[str], families_out: bool
) -> dict[str, Any]:
    """What decides the answers; indexes and packs by their hash: a rebuilt one is another question."""
    hashes = []
    for folder in indexes:
        read_manifest(Path(folder))  # names what is wrong with it
        hashes.append(sha256_of(Path(folder) / MANIFEST))
    return {
        "version": __version__,
        "dataset": {"kind": dataset.kind, "images": len(dataset.items), "sha256": dataset.sha256},
        "strategies": [{"name": s.name, "settings": dict(sorted(s.settings.items()))} for s in subjects],
        "indexes": hashes,
        "packs": {row.name: row.sha256 for row in packs.rows() if row.state in ("installed", "own")},
        "seed": SEED,
        "families left out": families_out,
    }


def _notes(dataset: Dataset, unseen: int, families_out: bool, naming: Naming) -> tuple[str, ...]:
    notes = list(dataset.notes)
    if unseen:
        notes.append(
            f"{unseen} references have no outline of their photograph: copies of an evaluated image among "
            "them can only be excluded where the bytes are the same."
        )
    if families_out:
        notes.append("Each image was answered without the photographs of its family.")
    if not naming.towns:
        notes.append("Without the gazetteer pack only countries were looked up.")
    return tuple(notes)


def _families(dataset: Dataset, tools: Tools, indexes: Sequence[str]) -> Job[Mapping[int, _Look]]:
    """By row: a look that excludes all images of its family in the whole list, and copies of any of them.

    A sample's images have relatives outside the sample, and those may be among the references too.
    """
    everyone = dataset.whole
    if len(everyone) > MOST_FOR_FAMILIES:
        raise InputError(f"Families can be left out of lists of up to {MOST_FOR_FAMILIES} images.")
    bare = Question((), (), (), (), (), "mixed", ())
    labelled = [Labelled(item.name, bare, item.lat, item.lon, item.author, item.day) for item in everyone]
    family = families(labelled).tolist()
    looks: list[_Look] = []
    members: dict[int, set[str]] = {}
    for number, (item, group) in enumerate(zip(everyone, family, strict=True)):
        step = Progress("Finding families", number, len(everyone))
        looks.append((yield from _under(step, _look(item, tools, indexes))))
        members.setdefault(group, set()).update(looks[-1].exclude)
    return {
        item.row: replace(look, exclude=tuple(sorted(members[group])))
        for item, look, group in zip(everyone, looks, family, strict=True)
    }


def _look(item: Item, tools: Tools, indexes: Sequence[str]) -> Job[_Look]:
    path = Path(item.path)
    try:
        sha256 = sha256_of(path)
    except OSError as error:
        return _Look(failure="missing", detail=f"{item.path}: {error.strerror or 'cannot be read'}.")
    if not indexes:
        return _Look(sha256, (sha256,))
    call = Call("theodolite.evaluate.leaks:find", {"path": item.path, "indexes": list(indexes)})
    try:
        leaks: Leaks = yield from _twice(lambda: tools.vision.run(call))
    except _FATAL:
        raise
    except TheodoliteError as error:
        return _Look(sha256, (sha256,), failure=error.code, detail=str(error))
    return _Look(sha256, tuple(sorted({sha256, *leaks.ids})), leaks.unseen)


def _twice(make: Callable[[], Job[Any]]) -> Job[Any]:
    """A worker that died is started again, once."""
    try:
        return (yield from make())
    except WorkerDied:
        return (yield from make())


def _ask(subject: Subject, item: Item, look: _Look, naming: Naming) -> Job[Record]:
    began = time.monotonic()
    outcome, failure, detail = Outcome(), look.failure, look.detail
    if not failure:
        try:
            outcome = yield from _twice(lambda: subject.ask(item, look.exclude))
            if not _is_position(outcome):
                detail = f"({outcome.lat}, {outcome.lon}) is no position on the Earth."
                outcome, failure = Outcome(), "no-position"
        except _FATAL:
            raise
        except TheodoliteError as error:
            failure, detail = error.code, str(error)
    return _record(subject.name, item, look, naming, outcome, failure, detail, time.monotonic() - began)


def _is_position(outcome: Outcome) -> bool:
    """A point, or none at all; never half of one or one off the Earth."""
    if math.isnan(outcome.lat) and math.isnan(outcome.lon):
        return True
    return abs(outcome.lat) <= 90.0 and abs(outcome.lon) <= 360.0


def _record(
    name: str,
    item: Item,
    look: _Look,
    naming: Naming,
    outcome: Outcome,
    failure: str,
    detail: str,
    seconds: float,
) -> Record:
    at = (outcome.lat, outcome.lon, item.lat, item.lon)
    there = not math.isnan(outcome.lat)
    km, sphere = (float(error_km(*at, sphere=s)[0]) if there else math.nan for s in (False, True))
    true = naming.of(item.lat, item.lon)
    found = naming.of(outcome.lat, outcome.lon) if there else Names()
    return Record(
        row=item.row,
        image=item.name,
        sha256=look.sha256,
        strategy=name,
        true_lat=item.lat,
        true_lon=item.lon,
        lat=outcome.lat,
        lon=outcome.lon,
        km=km,
        sphere_km=sphere,
        score=outcome.score,
        measure=outcome.measure,
        origin=outcome.origin,
        abstained=outcome.abstained,
        failure=failure,
        detail=detail,
        true_country=true.country,
        true_region=true.region,
        true_city=true.city,
        country=found.country,
        region=found.region,
        city=found.city,
        countries=json.dumps(outcome.countries) if outcome.countries else "",
        excluded=len(look.exclude),
        seconds=round(seconds, 3),
    )
