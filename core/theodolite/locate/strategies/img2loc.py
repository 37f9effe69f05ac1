"""``img2loc``: one prompt with the 16 most and the 16 least similar coordinates, answered in free text.

As the published code does, with two differences. The reference searches with the encoder's vector as it
comes, not over its length; under an inner product that multiplies all scores by one number and changes no
order, so ours searches with unit vectors, whose scores are cosines. And it takes the first two decimals of
any text; ours reads coordinates (:mod:`assistant.reading`), and an answer without one is no answer.
"""

from __future__ import annotations

from theodolite.assistant.diversify import Answers, invalid_counts
from theodolite.assistant.model_files import files_of
from theodolite.assistant.prompts_g3 import IMG2LOC_REFERENCES, img2loc
from theodolite.domain import Guess, StrategyAnswer
from theodolite.errors import PackError, PackMissing, TheodoliteError
from theodolite.jobs import Job
from theodolite.locate.strategies import choosing, needs, settings
from theodolite.locate.strategies.g3 import PICTURE_SIDE, SILENCE_S, asking, points
from theodolite.locate.strategies.looking import Seen
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import Pack
from theodolite.workers import Call

MEASURE = "the one answer of the language model (1, no comparison)"
_NAMES = ("temperature", "encoder", "language")


class Img2Loc:
    """Settings: ``temperature`` (0.7, as for G3), ``encoder``, ``language``: packs by name."""

    name = "img2loc"
    purpose = "Img2Loc: a language model answers once, given the most and least similar coordinates"

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        lacks = []
        try:
            self._searchable(tools, {}, indexes)
        except TheodoliteError as error:
            lacks.append(str(error))
        try:
            needs.language(tools, {}, self.name)
        except PackError as error:
            lacks.append(str(error))
        return tuple(lacks)

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        settings.known(self.name, asked.settings, _NAMES)
        temperature = settings.real(self.name, asked.settings, "temperature", 0.7, 0.0, 5.0)
        encoder, where = self._searchable(tools, asked.settings, asked.indexes)
        speaker = needs.language(tools, asked.settings, self.name)
        files = files_of(speaker)
        seen: Seen = yield from tools.vision.run(
            Call(
                "theodolite.locate.strategies.looking:see",
                {
                    "path": asked.path,
                    "encoder_pack": str(encoder.path),
                    "model_folder": None,
                    "indexes": list(where.folders),
                    "layout": where.layout,
                    "align_sha256": "",
                    "near": IMG2LOC_REFERENCES,
                    "far": IMG2LOC_REFERENCES,
                    "exclude": list(asked.exclude),
                    "picture_side": PICTURE_SIDE if files.projector else 0,
                },
            )
        )
        prompt = img2loc(points(seen.similar), points(seen.dissimilar), sees=seen.picture is not None)
        answers: Answers = yield from tools.language.run(
            Call(
                "theodolite.assistant.diversify:ask",
                {
                    **asking(files, seen.picture),
                    "prompts": (prompt,),
                    "answers": 1,
                    "seed": asked.seed,
                    "temperature": temperature,
                    "form": "free",
                },
                silence_s=SILENCE_S,
            )
        )
        (said,) = answers.spoken
        guesses = tuple(Guess(one.lat, one.lon, 1.0, one.origin) for one in choosing.pool((said,), ()))
        return StrategyAnswer(
            strategy=self.name,
            exhibit=asked.exhibit,
            measure=MEASURE,
            guesses=guesses,
            spoken=answers.spoken,
            counts=(
                ("references searched", seen.total),
                ("similar references", len(seen.similar)),
                ("dissimilar references", len(seen.dissimilar)),
                *invalid_counts(answers.spoken),
            ),
            unknown="" if guesses else f"the answer of the language model holds no point ({said.invalid})",
            seed=asked.seed,
            settings=(
                ("temperature", f"{temperature:g}"),
                ("photograph shown to the language model", "yes" if answers.sees else "no"),
                ("language model file", answers.model_sha256),
            ),
            indexes=seen.indexes,
            packs=(needs.use(encoder), needs.use(speaker)),
        )

    def _searchable(
        self, tools: Tools, given: settings.Given, indexes: tuple[str, ...]
    ) -> tuple[Pack, needs.Indexes]:
        """The encoder that made the plain indexes, and those indexes."""
        lacking: PackMissing | None = None
        named = given.get("encoder", "")
        for encoder in [tools.pack(named)] if named else needs.every(tools, needs.ENCODER):
            if encoder is None:
                raise PackMissing(
                    f"The pack {named} is not installed. Get it with: theodolite packs fetch {named}"
                )
            try:
                return encoder, needs.searchable(indexes, None, encoder, plain=True, strategy=self.name)
            except PackMissing as error:
                lacking = lacking or error
        raise lacking or PackMissing(
            f"{self.name} needs an image encoder. Get one with: theodolite packs fetch vision-starter"
        )
