"""``fusion``: everything the photograph itself says, through the posterior (locate/posterior.py).

What a file claims about itself (metadata, content credentials, name, tracks) is left out here: this is the
way to ask about bare pixels, as an evaluation must. In a case the claims, hints and links count too, and the
ranking is made from the case's own records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.domain import (
    AlignedLook,
    Clue,
    Exhibit,
    Guess,
    Metadata,
    PackUse,
    Ranking,
    ReferenceSearch,
    StrategyAnswer,
)
from theodolite.errors import DecodeFailed, PackMissing
from theodolite.evidence.decode import Decoder
from theodolite.evidence.loose import exhibit_of
from theodolite.jobs import Job, Progress
from theodolite.locate.question import Question, ask
from theodolite.locate.sources import counts
from theodolite.locate.strategies import needs, settings
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import Pack
from theodolite.workers import Call

MEASURE = "probability within the radius that holds half of the mass near it"
GAZETTEER, ENCODER = "gazetteer", "vision-starter"
#: Sources that repeat what the file claims about itself.
CLAIMS = ("metadata", "conflict", "provenance", "video", "filename", "copies")
EXHIBIT = "E1"


class Fusion:
    """No settings. Indexes, aligned models and the gazetteer are used as far as they are there."""

    name = "fusion"
    purpose = "Everything that is known, through the posterior"

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            f"fusion needs the pack {name}. Get it with: theodolite packs fetch {name}"
            for name in (GAZETTEER, "gallery")
            if tools.pack(name) is None
        )

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        found = yield from gather(asked, tools)
        assert tools.locator is not None
        ranking = tools.locator().answer(found.question, packs=found.packs)
        blind = sum(not tools.locator().sees(look.pack_sha256) for look in found.question.looks)
        looks = len(found.question.looks) - blind, blind
        return answer(ranking, asked, found.question.searches, looks)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that the pixels say, as it is asked of the posterior, and the packs that took part."""

    question: Question
    packs: tuple[PackUse, ...]


def gather(asked: Asked, tools: Tools) -> Job[Gathered]:
    """What the photograph says, before anything is ranked. Raises what :meth:`Fusion.run` raises."""
    settings.known(Fusion.name, asked.settings, ())
    for lack in Fusion().missing(tools, asked.indexes):
        raise PackMissing(lack)
    if tools.locator is None:
        raise PackMissing("fusion needs the places of the posterior, which are not open here.")
    exhibit = yield from _bare(Path(asked.path), asked.exhibit or EXHIBIT)
    clues = yield from _clues(exhibit, asked.path, tools)
    searches = yield from _searches(exhibit.id, asked, tools)
    looks, models = yield from _looks(exhibit.id, asked.path, tools)
    question = ask(clues=clues, searches=searches, looks=looks, exhibits=(exhibit.id,), prior="mixed")
    names = (GAZETTEER, "gallery", *((ENCODER,) if searches else ()))
    used = [pack for name in names if (pack := tools.pack(name)) is not None]
    packs = {pack.sha256: needs.use(pack) for pack in (*used, *models)}
    return Gathered(question, tuple(packs.values()))


def answer(
    ranking: Ranking, asked: Asked, searches: Sequence[ReferenceSearch], looks: tuple[int, int]
) -> StrategyAnswer:
    """The candidates with their probabilities; the ranking itself comes along. ``looks``: of how many aligned
    models the look counts, and of how many it does not, because the places were not encoded for them."""
    guesses = tuple(
        Guess(c.lat, c.lon, c.probability, f"candidate {c.rank}") for c in ranking.candidates if c.probability
    )
    return StrategyAnswer(
        strategy=Fusion.name,
        exhibit=asked.exhibit,
        measure=MEASURE,
        guesses=guesses,
        unknown="" if guesses else "no evidence of the place in the picture",
        seed=asked.seed,
        counts=(
            ("references searched", sum(search.total for search in searches)),
            ("aligned models", looks[0]),
            ("aligned models without the places", looks[1]),
        ),
        indexes=tuple(one for search in searches for one in search.indexes),
        packs=ranking.packs,
        ranking=ranking,
    )


def _bare(path: Path, name: str) -> Job[Exhibit]:
    """The file as an exhibit that claims nothing; only how it is turned is kept."""
    yield Progress(f"Looking at {path.name}")
    with Decoder() as decoder:
        seen = decoder.inspect(path)
    if seen.error_code is not None:
        raise DecodeFailed(seen.error_text or "The picture could not be decoded.")
    turned = Metadata(orientation=seen.metadata.orientation)
    return exhibit_of(path, seen, name, name="", metadata=turned)


def _clues(exhibit: Exhibit, path: str, tools: Tools) -> Job[tuple[Clue, ...]]:
    names = tools.pack(GAZETTEER)
    found = yield from tools.vision.run(
        Call(
            "theodolite.clues.extract:extract",
            {
                "exhibit": exhibit,
                "path": path,
                "gazetteer_db": "" if names is None else str(names.file("gazetteer.db")),
                "off": list(CLAIMS),
            },
        )
    )
    speaking = [clue for clue in found.clues if counts(clue)]
    return tuple(replace(clue, id=f"C{number}") for number, clue in enumerate(speaking, 1))


def _searches(exhibit: str, asked: Asked, tools: Tools) -> Job[tuple[ReferenceSearch, ...]]:
    pack = tools.pack(ENCODER)
    if pack is None:
        return ()
    try:
        fit = needs.searchable(asked.indexes, None, pack, plain=True, strategy=Fusion.name)
    except PackMissing:
        return ()  # no index of this encoder's: the other evidence stands
    found = yield from tools.vision.run(
        Call(
            "theodolite.index.search:search_file",
            {
                "exhibit": exhibit,
                "path": asked.path,
                "indexes": list(fit.folders),
                "pack": str(pack.path),
                "exclude": list(asked.exclude),
            },
        )
    )
    return (found,)


def _looks(exhibit: str, path: str, tools: Tools) -> Job[tuple[tuple[AlignedLook, ...], list[Pack]]]:
    """What aligned models see, and the packs they are. Raises PackError for a model that is damaged."""
    found, used = [], []
    for kind in (needs.ALIGNMENT, needs.GALLERY):
        try:
            model = needs.aligned(tools, {}, kind, Fusion.name)
        except PackMissing:
            continue  # without a model there is no look; the other evidence stands
        look: AlignedLook = yield from tools.vision.run(_look(exhibit, path, model.encoder, model.model))
        if tools.prepare is not None:
            yield from tools.prepare(look.pack_sha256)
        found.append(look)
        used += [model.model, model.encoder]
    return tuple(found), used


def _look(exhibit: str, path: str, encoder: Pack, model: Pack) -> Call:
    return Call(
        "theodolite.align.tasks:look",
        {
            "exhibit": exhibit,
            "path": path,
            "encoder_pack": str(encoder.path),
            "model_folder": str(model.path),
        },
    )
