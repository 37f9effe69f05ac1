"""``geoclip``: the photograph against 100,000 places, in one matrix product (GeoCLIP, NeurIPS 2023).

The score is the published package's own: the softmax of exp(logit scale) times the cosine, over the whole
gallery. It is called a probability there; it says how the gallery shares its weight, not how often it is
right.
"""

from __future__ import annotations

from theodolite.domain import Guess, StrategyAnswer
from theodolite.errors import PackMissing, TheodoliteError
from theodolite.jobs import Job
from theodolite.locate.strategies import needs, settings
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import Pack
from theodolite.workers import Call

MEASURE = "share of the gallery's softmax (GeoCLIP's probability)"
PLACES = 50
COORDINATES = "coordinates.npy"


class GeoClip:
    """Settings: ``answers`` (50), how many places are listed; ``model``, ``encoder``: packs by name."""

    name = "geoclip"
    purpose = "GeoCLIP: compares the photograph with 100,000 places, without references"

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        try:
            self._gallery(tools)
            needs.aligned(tools, {}, needs.GALLERY, self.name)
        except TheodoliteError as error:
            return (str(error),)
        return ()

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        settings.known(self.name, asked.settings, ("answers", "model", "encoder"))
        places = settings.whole(self.name, asked.settings, "answers", PLACES, 1, 1000)
        gallery = self._gallery(tools)
        model = needs.aligned(tools, asked.settings, needs.GALLERY, self.name)
        guesses: list[Guess] = yield from tools.vision.run(
            Call(
                "theodolite.align.tasks:gallery_scores",
                {
                    "path": asked.path,
                    "encoder_pack": str(model.encoder.path),
                    "model_folder": str(model.model.path),
                    "coordinates": str(gallery.file(COORDINATES)),
                    "top": places,
                },
            )
        )
        used = {pack.name: needs.use(pack) for pack in (model.encoder, model.model, gallery)}
        return StrategyAnswer(
            strategy=self.name,
            exhibit=asked.exhibit,
            measure=MEASURE,
            guesses=tuple(guesses),
            seed=asked.seed,
            settings=(("answers", str(places)), ("model", model.config.name)),
            packs=tuple(used.values()),
        )

    def _gallery(self, tools: Tools) -> Pack:
        pack = tools.pack(needs.GALLERY)
        if pack is None:
            raise PackMissing(needs.no_model("", needs.GALLERY, self.name))
        return pack
