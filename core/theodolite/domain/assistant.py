"""What passes between the investigator, the records and the local language model.

Nothing a model writes is evidence by itself: a text is kept verbatim with all that was asked, and what is
read out of it says whether the records confirm it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.domain.answer import PackUse
from theodolite.domain.reach import Box

Mode = Literal["perceive", "clues", "dialogue", "hint", "phrase"]
Finish = Literal["stop", "length", "stopped"]


@dataclass(frozen=True, slots=True)
class Batch:
    """One evaluation: ``count`` tokens (or the tokens of one image) from position ``start`` on.

    ``sha256``: of the token ids as little-endian int32, or of the image's pixels for ``kind`` 'image'.
    """

    kind: Literal["tokens", "image"]
    start: int
    count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A piece of what was asked. ``kind``: 'ours' (instructions), 'quoted' (evidence, or a person's words,
    which the model sees as data) or 'picture' (``text`` is the SHA-256 of the exhibit shown)."""

    role: str
    kind: Literal["ours", "quoted", "picture"]
    text: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request to the language model and all that came back, verbatim, so that it can be made again.

    ``sees``: whether a photograph was shown. ``plan``: the batches in which everything in the model's memory
    was evaluated, from its beginning, when the first token of ``text`` was drawn. ``told``: ids of the hints
    and clues that the model was shown. ``most_tokens``, ``context``, ``schema`` (as JSON, '' for free text):
    the limits that it wrote under. ``finish`` 'stopped': a person or a fault ended it; then there is no plan,
    and it cannot be made again. ``invalid``: why nothing could be read out of the text, '' if all was.
    """

    id: str
    mode: Mode
    exhibit: str
    utc: str
    asked: tuple[AskedPart, ...]
    text: str
    finish: Finish
    seed: int
    temperature: float
    sees: bool
    packs: tuple[PackUse, ...]
    model_sha256: str
    projector_sha256: str
    threads: int
    gpu_layers: int
    build: str
    plan: tuple[Batch, ...]
    prompt_tokens: int
    tokens: int
    most_tokens: int | None = None
    context: int = 4096
    schema: str = ""
    told: tuple[str, ...] = ()
    invalid: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the model. ``cites``: records that it names and that exist; ``unknown``: numbers and
    names in it that no record holds. Without a citation it is the model's own."""

    text: str
    cites: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Perceived:
    """One place that the model names. ``stated``: the probability as it states it, in [0, 1], uncalibrated.

    ``lat`` and ``lon``: where the gazetteer finds it, None where it finds nothing or more than one.
    """

    country: str
    region: str
    city: str
    stated: float
    code: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Perception:
    """What the model makes of a photograph as a whole; best first. ``scene``: one of a fixed list.

    ``dropped``: (reason, how many) of what it wrote and what cannot be meant, a probability of 7 for one.
    """

    exhibit: str
    exchange: str
    sees: bool
    places: tuple[Perceived, ...]
    scene: str
    pack: str
    pack_sha256: str
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Observed:
    """A clue as the model puts it. ``standing``: 'confirmed' or 'contradicted' by the clue records named in
    ``cites``, else 'own': the model's own word. ``why``: what agrees or disagrees with which record."""

    observation: str
    inference: str
    standing: Literal["confirmed", "contradicted", "own"]
    cites: tuple[str, ...] = ()
    box: Box | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Observations:
    """The clues that a model names in one exhibit. ``dropped``: (reason, how many) of what is none."""

    exhibit: str
    exchange: str
    sees: bool
    clues: tuple[Observed, ...]
    pack: str
    pack_sha256: str
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to look for next, and why it would tell. ``cites``: records that it rests on."""

    text: str
    why: str
    cites: tuple[str, ...] = ()
