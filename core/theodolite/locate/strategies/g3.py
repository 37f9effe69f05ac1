"""``g3``: retrieval, diversification, verification (G3, NeurIPS 2024), as far as published, without the traps
of the reference code: no answer becomes (0, 0), no score is a not-a-number, no row is matched by position.

Where the indexes are not in G3's layout, references are found by the image encoder alone, and that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.assistant.diversify import MOST_ANSWERS, Answers, invalid_counts
from theodolite.assistant.model_files import files_of
from theodolite.assistant.prompts_g3 import Point, diversified, ladder
from theodolite.assistant.request import ModelFiles, Picture
from theodolite.domain import Guess, Reference, StrategyAnswer
from theodolite.errors import InputError, PackError, TheodoliteError
from theodolite.jobs import Job
from theodolite.locate.strategies import choosing, needs, settings
from theodolite.locate.strategies.looking import Seen
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.workers import Call

ABLATIONS = ("geo-a", "geo-d", "geo-v")
MEASURE = "cosine of photograph and place, by the aligned model"
MEASURE_UNVERIFIED = "chance in a uniform draw (no verification)"
SILENCE_S = 300.0
PICTURE_SIDE = 1536  # pixels: what the projectors of today take in at most
_NAMES = ("prompts", "answers", "retrieved", "temperature", "references", "ablate", *settings.PACKS)


@dataclass(frozen=True, slots=True)
class Setup:
    """``rungs``: how many similar and dissimilar references each prompt lists. Defaults of the G3 code,
    with the temperature that it uses for an open model (LLaVA)."""

    rungs: tuple[int, ...] = (0, 5, 10, 15)
    answers: int = 5
    retrieved: int = 1
    temperature: float = 0.7
    ablate: tuple[str, ...] = ()

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """As StrategyAnswer.settings has it."""
        return (
            ("prompts", str(len(self.rungs))),
            ("references", ",".join(map(str, self.rungs))),
            ("answers", str(self.answers)),
            ("retrieved", str(self.retrieved)),
            ("temperature", f"{self.temperature:g}"),
            ("ablate", ",".join(self.ablate)),
        )


def setup(given: Mapping[str, str]) -> Setup:
    """The settings as text. ``references``: the rungs themselves, '0,5,10,15'; ``ablate``: any of geo-a
    (search by the encoder's vectors, verification kept), geo-d (one prompt with 10 references, one answer,
    one retrieved), geo-v (a uniform draw among the valid candidates). Raises InputError."""
    settings.known("g3", given, _NAMES)
    ablate = tuple(sorted({name.strip() for name in given.get("ablate", "").split(",") if name.strip()}))
    for name in ablate:
        if name not in ABLATIONS:
            raise InputError(f"g3 can be run without {', '.join(ABLATIONS)}, not without {name!r}.")
    temperature = settings.real("g3", given, "temperature", 0.7, 0.0, 5.0)
    if "geo-d" in ablate:
        return Setup((10,), 1, 1, temperature, ablate)
    rungs = settings.wholes("g3", given, "references", 0, 100)
    rungs = rungs or ladder(settings.whole("g3", given, "prompts", 4, 1, 16))
    answers = settings.whole("g3", given, "answers", 5, 1, MOST_ANSWERS)
    return Setup(rungs, answers, settings.whole("g3", given, "retrieved", 1, 0, 100), temperature, ablate)


class G3:
    """Settings: see :func:`setup`, and ``model``, ``encoder``, ``language``: packs by name."""

    name = "g3"
    purpose = "G3: a language model proposes places from similar photographs, an aligned model chooses"

    def missing(self, tools: Tools, indexes: tuple[str, ...]) -> tuple[str, ...]:
        lacks = []
        try:
            model = needs.aligned(tools, {}, needs.ALIGNMENT, self.name, indexes)
            needs.searchable(indexes, model, model.encoder, plain=False, strategy=self.name)
        except TheodoliteError as error:
            lacks.append(str(error))
        try:
            needs.language(tools, {}, self.name)
        except PackError as error:
            lacks.append(str(error))
        return tuple(lacks)

    def run(self, asked: Asked, tools: Tools) -> Job[StrategyAnswer]:
        how = setup(asked.settings)
        model = needs.aligned(tools, asked.settings, needs.ALIGNMENT, self.name, asked.indexes)
        raw = "geo-a" in how.ablate
        where = needs.searchable(asked.indexes, model, model.encoder, plain=raw, strategy=self.name)
        speaker = needs.language(tools, asked.settings, self.name)
        files, folder = files_of(speaker), str(model.model.path)
        seen: Seen = yield from tools.vision.run(
            Call(
                "theodolite.locate.strategies.looking:see",
                {
                    "path": asked.path,
                    "encoder_pack": str(model.encoder.path),
                    "model_folder": folder,
                    "indexes": list(where.folders),
                    "layout": where.layout,
                    "align_sha256": where.align_sha256,
                    "near": max(*how.rungs, how.retrieved, 1),
                    "far": max(how.rungs),
                    "exclude": list(asked.exclude),
                    "picture_side": PICTURE_SIDE if files.projector else 0,
                },
            )
        )
        prompts = diversified(
            points(seen.similar), points(seen.dissimilar), how.rungs, sees=seen.picture is not None
        )
        answers: Answers = yield from tools.language.run(
            Call(
                "theodolite.assistant.diversify:ask",
                {
                    **asking(files, seen.picture),
                    "prompts": prompts,
                    "answers": how.answers,
                    "seed": asked.seed,
                    "temperature": how.temperature,
                },
                silence_s=SILENCE_S,
            )
        )
        retrieved = [(one.id, one.lat, one.lon) for one in seen.similar[: how.retrieved]]
        pooled = choosing.pool(answers.spoken, retrieved)
        if "geo-v" in how.ablate:
            guesses = choosing.any_of(pooled, asked.seed)
        elif pooled:
            cosines = yield from tools.vision.run(
                Call(
                    "theodolite.locate.strategies.looking:scores",
                    {
                        "image_gps": seen.image_gps,
                        "model_folder": folder,
                        "points": [(one.lat, one.lon) for one in pooled],
                    },
                )
            )
            guesses = choosing.ranked(pooled, cosines)
        else:
            guesses = ()
        used = tuple(map(needs.use, (model.encoder, model.model, speaker)))
        return StrategyAnswer(
            strategy=self.name,
            exhibit=asked.exhibit,
            measure=MEASURE_UNVERIFIED if "geo-v" in how.ablate else MEASURE,
            guesses=guesses,
            spoken=answers.spoken,
            counts=counts(answers, seen, pooled, guesses),
            unknown="" if guesses else "no valid answer of the language model, and no reference",
            seed=asked.seed,
            settings=(
                *how.listed,
                ("layout", where.layout),
                ("photograph shown to the language model", "yes" if answers.sees else "no"),
                ("language model file", answers.model_sha256),
            ),
            indexes=seen.indexes,
            packs=used,
        )


def asking(files: ModelFiles, picture: Picture | None) -> dict[str, Any]:
    """Which model is asked, and what it is shown, as ``diversify.ask`` takes it."""
    return {
        "model_path": files.model,
        "projector": files.projector,
        "model_sha256": files.model_sha256,
        "projector_sha256": files.projector_sha256,
        "picture": picture,
    }


def points(references: Sequence[Reference]) -> list[Point]:
    """Their coordinates, in order."""
    return [(one.lat, one.lon) for one in references]


def counts(
    answers: Answers, seen: Seen, pooled: Sequence[choosing.Pooled], guesses: Sequence[Guess]
) -> tuple[tuple[str, int], ...]:
    """What was counted on the way; 'repeated candidates': proposals beyond the first of one point.

    Nothing that depends on what the workers had done before: the same question gives the same answer.
    """
    return (
        ("references searched", seen.total),
        ("similar references", len(seen.similar)),
        ("dissimilar references", len(seen.dissimilar)),
        *invalid_counts(answers.spoken),
        ("candidates", len(pooled)),
        ("repeated candidates", sum(one.times for one in pooled) - len(pooled)),
        ("ties", choosing.ties(guesses)),
        ("prompt tokens", answers.prompt_tokens),
        ("answer tokens", answers.written),
    )
