"""Strategies and the fusion, made ready to be evaluated with the engine's workers and packs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from theodolite import packs
from theodolite.domain import Ranking, ReferenceSearch
from theodolite.engine import labelling
from theodolite.engine.engine import Engine
from theodolite.errors import DecodeFailed, InputError, PackMissing
from theodolite.evaluate.lists import Item
from theodolite.evaluate.naming import Naming
from theodolite.evaluate.subjects import OfRanking, OfStrategy, Subject
from theodolite.index.layout import read_manifest
from theodolite.jobs import Job
from theodolite.locate.question import Question
from theodolite.locate.strategies import STRATEGIES, Tools, find
from theodolite.packs.library import Pack
from theodolite.workers import Call

FUSION = "fusion"
#: The parts of g3 that can be taken away, and how the rows without them are called.
PARTS = ("geo-a", "geo-d", "geo-v")
_PACKS = ("gallery", "gazetteer")


def tools(engine: Engine) -> Tools:
    """The engine's workers, and its packs by name or else by kind."""
    return Tools(engine.vision, engine.language, installed)


def installed(name: str) -> Pack | None:
    """The pack of that name, else the first installed one of that kind, else None."""
    names = [name, *(spec.name for spec in packs.available() if spec.kind == name)]
    for one in names:
        try:
            return packs.installed(one)
        except PackMissing:
            continue
    return None


def naming(engine: Engine) -> Naming:
    """Look-ups of countries, and of regions and towns where the gazetteer is installed."""
    try:
        return Naming(engine.world, engine.gazetteer)
    except PackMissing:
        return Naming(engine.world, None)


def names() -> tuple[str, ...]:
    """Everything that can be evaluated."""
    return (*STRATEGIES, FUSION)


def subjects(
    engine: Engine,
    chosen: Sequence[str],
    indexes: Sequence[str],
    *,
    settings: Mapping[str, str] | None = None,
    ablate: Sequence[str] = (),
) -> tuple[tuple[Subject, ...], dict[str, str]]:
    """What to ask, and for each row without a part the name of the whole one (an ablation of g3).

    Raises InputError for a part that g3 does not have or for an ablation without g3, NotFound for a name.
    """
    unknown = [part for part in ablate if part not in PARTS]
    if unknown:
        raise InputError(f"There is no part {unknown[0]!r} of g3 to leave out; there are {', '.join(PARTS)}.")
    if ablate and "g3" not in chosen:
        raise InputError("--ablate takes parts of g3 away: evaluate it with --strategy g3.")
    given, folders = dict(settings or {}), tuple(indexes)
    found: list[Subject] = []
    whole: dict[str, str] = {}
    for name in chosen:
        if name == FUSION:
            found.append(fusion(engine, indexes))
            continue
        strategy = find(name)
        found.append(OfStrategy(strategy, tools(engine), folders, given))
        if name != "g3":
            continue
        for part in ablate:
            label = f"g3 w/o {part}"
            found.append(
                OfStrategy(strategy, tools(engine), tuple(indexes), {**given, "ablate": part}, label)
            )
            whole[label] = name
    return tuple(found), whole


def fusion(engine: Engine, indexes: Sequence[str]) -> OfRanking:
    """The posterior of what a picture says and the references it resembles, never what its file claims."""
    by_pack: dict[str, list[str]] = {}
    for folder in indexes:
        by_pack.setdefault(read_manifest(Path(folder)).pack, []).append(folder)

    def rank(item: Item, exclude: tuple[str, ...]) -> Job[Ranking]:
        path = Path(item.path)
        seen = yield from engine.decoder.inspect_job(path)
        if seen.error_code is not None:
            raise DecodeFailed(seen.error_text or f"{item.name} cannot be decoded.")
        exhibit = labelling.exhibit_of(path, seen, "E1")
        clues = yield from labelling.clues_of_picture(engine, exhibit, path)
        searches = []
        for folders in by_pack.values():
            searches.append((yield from _search(engine, path, folders, exclude)))
        yield from engine.prepare()
        question = Question(clues, (), (), (), tuple(searches), "mixed", ("E1",))
        return engine.locator.answer(question, FUSION, engine.pack_uses())

    lacks = tuple(
        f"fusion needs the pack {name}. Get it with: theodolite packs fetch {name}"
        for name in _PACKS
        if installed(name) is None
    )
    return OfRanking(FUSION, rank, lacks=lacks)


def _search(engine: Engine, path: Path, folders: list[str], exclude: tuple[str, ...]) -> Job[ReferenceSearch]:
    """References of indexes that one encoder made."""
    pack = packs.installed(read_manifest(Path(folders[0])).pack)
    call = Call(
        "theodolite.index.search:search_file",
        {
            "exhibit": "E1",
            "path": str(path),
            "indexes": folders,
            "pack": str(pack.path),
            "exclude": list(exclude),
        },
    )
    found: ReferenceSearch = yield from engine.vision.run(call)
    return found
