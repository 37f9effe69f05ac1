"""What one strategy answers about one photograph, apart from the posterior: points with its own scores.

The published methods (G3, GeoCLIP, Img2Loc, kNN, cell classifiers) rank points by a score of their own.
Such a score is no probability, and nothing here turns it into one.
"""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain.answer import PackUse, Ranking


@dataclass(frozen=True, slots=True)
class Guess:
    """A point that a strategy proposes. ``score`` is ``StrategyAnswer.measure``, higher is better.

    ``origin`` says where the point comes from: 'reference <id>', 'answer <prompt>.<number>', 'gallery <row>',
    'cell <id>', 'density'.
    """

    lat: float
    lon: float
    score: float
    origin: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer of the language model to one prompt of geo-diversification, kept whole.

    ``references``: coordinates that the prompt listed, similar ones first, each 'similar' or 'dissimilar';
    ``text``: what the model wrote, verbatim. ``lat`` and ``lon`` are None where ``invalid`` says why.
    """

    prompt: int
    number: int
    asked: str
    references: tuple[tuple[str, float, float], ...]
    text: str
    seed: int
    lat: float | None = None
    lon: float | None = None
    invalid: str = ""


@dataclass(frozen=True, slots=True)
class StrategyAnswer:
    """The points of one strategy for one exhibit, best first, with all scores of all candidates.

    ``measure`` names the score ('cosine of photograph and place'). ``counts``: what was counted on the way
    ('invalid answers', 'ties', ...). ``unknown`` is not empty when the strategy says that it does not know,
    and why ('nearest of 32 references in 2 towns'). ``settings``: name and value of what was configured.
    ``ranking``: of a strategy that goes through the posterior and so has probabilities (fusion).
    """

    strategy: str
    exhibit: str
    measure: str
    guesses: tuple[Guess, ...]
    spoken: tuple[Spoken, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    unknown: str = ""
    seed: int = 0
    settings: tuple[tuple[str, str], ...] = ()
    indexes: tuple[tuple[str, str], ...] = ()
    packs: tuple[PackUse, ...] = ()
    ranking: Ranking | None = None


@dataclass(frozen=True, slots=True)
class AlignedLook:
    """A photograph seen by a geo-aligned model: evidence for the posterior (posterior.md, Image scores).

    ``vector`` [d]: the unit vector of the image-to-GPS head; the model's location encoder gives that of any
    place, so that cos = vector . place. ``scale`` is alpha, the exponential of the logit scale.
    """

    exhibit: str
    model: str
    pack: str
    pack_sha256: str
    encoder_sha256: str
    scale: float
    vector: tuple[float, ...]
