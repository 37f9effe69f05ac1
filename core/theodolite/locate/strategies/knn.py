"""``knn``: the published baseline [L]kNN (sigma = 4) over the indexes of a case. The method: :mod:`density`.

One difference to the published rows comes from the search: near-duplicates of one photograph at one place
count as one neighbour here.
"""

from __future__ import annotations

from pathlib import Path

from theodolite.domain import ReferenceSearch
from theodolite.domain.answer import PackUse
from theodolite.domain.strategy import Guess, StrategyAnswer
from theodolite.errors import IndexDamaged, InputError, PackMissing
from theodolite.index.layout import read_manifest
from theodolite.jobs import Job
from theodolite.locate.strategies import density, needs, settings
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import Pack
from theodolite.workers import Call

MEASURE = "density of the nearest photographs (share of their weight in a cell of 1 degree)"
NO_INDEX = "knn needs an index of photographs. Make one with: theodolite index build FOLDER --out NAME.index"
ANSWERS = 5


class Knn:
    """Settings: ``neighbours`` (100) and ``answers`` (5), how many dense places are listed."""

    name = "knn"
    purpose = "[L]kNN, sigma 4: where the 100 most similar photographs are densest"

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        if not indexes:
            return (NO_INDEX,)
        try:
            _searched(indexes, tools)
        except (PackMissing, IndexDamaged) as error:
            return (str(error),)
        return ()

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        """Raises InputError without an index, and what the search raises."""
        if not asked.indexes:
            raise InputError(NO_INDEX)
        settings.known(self.name, asked.settings, ("neighbours", "answers"))
        neighbours = settings.whole(self.name, asked.settings, "neighbours", density.NEIGHBOURS, 1, 1000)
        answers = settings.whole(self.name, asked.settings, "answers", ANSWERS, 1, 100)
        folders, pack = _searched(asked.indexes, tools)
        found: ReferenceSearch = yield from tools.vision.run(
            Call(
                "theodolite.index.search:search_file",
                {
                    "exhibit": asked.exhibit,
                    "path": asked.path,
                    "indexes": list(folders),
                    "pack": str(pack.path),
                    "k": neighbours,
                    "exclude": list(asked.exclude),
                },
            )
        )
        return answer(found, asked, needs.use(pack), neighbours, answers)


def answer(
    found: ReferenceSearch, asked: Asked, pack: PackUse, neighbours: int, answers: int
) -> StrategyAnswer:
    """The dense places among references that were found; no reference, no place, and it says so."""
    references = found.references
    places = (
        density.peaks(
            [reference.cosine for reference in references],
            [reference.lat for reference in references],
            [reference.lon for reference in references],
            neighbours=neighbours,
            answers=answers,
        )
        if references
        else ()
    )
    guesses = tuple(
        Guess(
            place.lat,
            place.lon,
            place.share,
            "density" if place.neighbour is None else f"reference {references[place.neighbour].id}",
        )
        for place in places
    )
    return StrategyAnswer(
        strategy=Knn.name,
        exhibit=asked.exhibit,
        measure=MEASURE,
        guesses=guesses,
        counts=(("references searched", found.total), ("neighbours", len(references))),
        unknown="" if references else "no reference to compare with",
        seed=asked.seed,
        settings=(("neighbours", str(neighbours)), ("answers", str(answers))),
        indexes=found.indexes,
        packs=(pack,),
    )


def _searched(indexes: tuple[str, ...], tools: Tools) -> tuple[tuple[str, ...], Pack]:
    """The indexes of the encoder's own vectors, and the encoder that made them. Raises PackMissing."""
    made_by = read_manifest(Path(indexes[0]))
    for pack in needs.every(tools, needs.ENCODER):
        if pack.sha256 == made_by.pack_sha256:
            return needs.searchable(indexes, None, pack, plain=True, strategy=Knn.name).folders, pack
    raise PackMissing(
        f"The index {Path(indexes[0]).name} was made with the pack {made_by.pack or '?'}, which is not "
        f"installed in that version. Get it with: theodolite packs fetch {made_by.pack or 'NAME'}"
    )
