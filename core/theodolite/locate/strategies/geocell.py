"""``geocell``: a classifier over cells of the globe (PlaNet, CPlaNet, ISNs or PIGEON, by its pack).

The score of a cell is the classifier's own probability (for PIGEON after its refinement); it says how the
classifier shares its weight, not how often it is right.
"""

from __future__ import annotations

from theodolite.cells import folder
from theodolite.cells.tasks import Answered
from theodolite.domain import StrategyAnswer
from theodolite.errors import PackMissing, TheodoliteError
from theodolite.jobs import Job
from theodolite.locate.strategies import needs, settings
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import Pack
from theodolite.vision.width import width_of
from theodolite.workers import Call

MEASURE = "the classifier's share for the cell"
ANSWERS = 5
_NONE = (
    "geocell needs trained geocells. Make your own with: theodolite cells build TABLE --out FOLDER, then "
    "cells train and cells export; install them with: theodolite packs import FILE"
)


class Geocell:
    """Settings: ``answers`` (5), how many cells are listed; ``refine`` (1; 0: the centroids of the cells);
    ``model``, ``encoder``: packs by name."""

    name = "geocell"
    purpose = "a classifier over cells of the globe: PlaNet, CPlaNet, ISNs or PIGEON"

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        try:
            _encoder(tools, _cells(tools, ""), "")
        except TheodoliteError as error:
            return (str(error),)
        return ()

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        """Raises PackMissing, PackError, InputError for settings, and what the decoding raises."""
        settings.known(self.name, asked.settings, ("answers", "refine", "model", "encoder"))
        count = settings.whole(self.name, asked.settings, "answers", ANSWERS, 1, 1000)
        refine = settings.whole(self.name, asked.settings, "refine", 1, 0, 1)
        cells = _cells(tools, asked.settings.get("model", ""))
        encoder = _encoder(tools, cells, asked.settings.get("encoder", ""))
        found: Answered = yield from tools.vision.run(
            Call(
                "theodolite.cells.tasks:locate",
                {
                    "path": asked.path,
                    "encoder_pack": str(encoder.path),
                    "cells_folder": str(cells.path),
                    "top": count,
                    "refined": bool(refine),
                },
            )
        )
        config = folder.read_about(cells.path).config
        return StrategyAnswer(
            strategy=self.name,
            exhibit=asked.exhibit,
            measure=MEASURE,
            guesses=found.guesses,
            counts=(
                ("cells", found.cells),
                ("refined", int(found.refined)),
                ("refinements given up", int(bool(found.given_up))),
            ),
            seed=asked.seed,
            settings=(("answers", str(count)), ("refine", str(refine)), ("style", config.name)),
            packs=(needs.use(cells), needs.use(encoder)),
        )


def _cells(tools: Tools, named: str) -> Pack:
    found = [tools.pack(named)] if named else needs.every(tools, folder.KIND)
    for pack in found:
        if pack is not None:
            return pack
    raise PackMissing(f"The geocells {named} are not installed. {_NONE}" if named else _NONE)


def _encoder(tools: Tools, cells: Pack, named: str) -> Pack:
    """The encoder that the classifier was trained on, as far as that is recorded; else one of its width."""
    trained = folder.read_trained(cells.path)
    found = [tools.pack(named)] if named else needs.every(tools, needs.ENCODER)
    for pack in found:
        if pack is None:
            continue
        if pack.sha256 == trained.encoder_sha256 if trained.encoder_sha256 else _fits(pack, trained.dim):
            return pack
    raise PackMissing(
        f"The geocells {cells.name} take the {trained.dim} numbers of the image encoder they were trained on "
        f"({trained.encoder_sha256[:16] or 'not recorded'}), which is not installed. Import it with: "
        "theodolite packs import FILE"
    )


def _fits(pack: Pack, dim: int) -> bool:
    return width_of(pack) in (dim, None)
