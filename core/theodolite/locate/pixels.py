"""What models make of the pixels of an exhibit (posterior.md, Image scores and Dependence).

Similar references, geo-aligned models and the points a language model named all look at the same pixels. They
share one root and are pooled log-linearly: q = sum_m w_m l_m with w_m = w/M for M of them, where w is the
weight of the source (a person's times the fitted one).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from theodolite.domain import AlignedLook, Perception, Reference, SourceSetting, StrategyAnswer
from theodolite.locate.candidates import Places
from theodolite.locate.parameters import RETRIEVAL, Parameters
from theodolite.locate.places import quantised
from theodolite.locate.posterior import UNPLACEABLE, Vector
from theodolite.locate.sources import Retrieval, in_order
from theodolite.locate.sphere import F8

ALIGNMENT = "alignment"
ANSWERS = "answers"
SOURCES = (RETRIEVAL, ALIGNMENT, ANSWERS)
ALIGNED_DOUBT = 0.40
ALIGNED_TEMPERATURE = 2.0
ANSWERS_DOUBT = 0.60


class PlaceVectors(Protocol):
    """A geo-aligned model's view of places: unit vectors."""

    def cosines(self, vector: F8) -> F8:
        """cos of ``vector`` [d] and every place of the support, float64 [n]."""
        ...

    def cosines_at(self, vector: F8, lat: F8, lon: F8) -> F8:
        """cos of ``vector`` [d] and some positions, float64 [k]."""
        ...


#: The view of the model with this pack hash; None where it is not installed.
VectorsOf = Callable[[str], PlaceVectors | None]


@dataclass(frozen=True, slots=True)
class Aligned:
    """What one geo-aligned model makes of one exhibit."""

    root: str
    text: str
    look: AlignedLook
    source: str = ALIGNMENT

    @property
    def content(self) -> tuple[object, ...]:
        return (self.look.pack_sha256, self.look.scale, self.look.vector)


Seen = Retrieval | Aligned


def aligned(looks: Iterable[AlignedLook]) -> tuple[Aligned, ...]:
    """One source a look, in fixed order."""
    found = [
        Aligned(f"pixels:{look.exhibit}", f"{look.model} compares {look.exhibit} with every place", look)
        for look in looks
    ]
    return tuple(sorted(found, key=lambda one: (in_order(one.root), one.content)))


def spoken(answers: Iterable[StrategyAnswer]) -> tuple[Retrieval, ...]:
    """The valid points that a language model named, equally weighed: the mixture of retrieval with e = .6."""
    found = []
    for answer in answers:
        points = [s for s in answer.spoken if s.lat is not None and s.lon is not None]
        references = tuple(
            Reference(
                id=f"{answer.strategy}:{s.prompt}.{s.number}",
                index="",
                name=f"answer {s.prompt}.{s.number}",
                path="",
                lat=float(s.lat or 0.0),
                lon=float(s.lon or 0.0),
                cosine=0.0,
            )
            for s in points
        )
        if references:
            text = (
                f"{len(references)} answers of the language model about {answer.exhibit} ({answer.strategy})"
            )
            found.append(Retrieval(f"pixels:{answer.exhibit}", ANSWERS, text, references))
    return tuple(sorted(found, key=lambda r: (in_order(r.root), r.content)))


def perceived(
    perceptions: Iterable[Perception], told: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[Retrieval, ...], tuple[str, ...]]:
    """What models that saw a photograph named, as the same mixture, and what is said of those left out.

    A model that was shown hints or clues repeats them: its answer shares their root and is left out. Of the
    other perceptions of one exhibit by one model the last counts: asking again is no new evidence. The
    probabilities that a model states are not calibrated, so every place it names counts the same.
    """
    last: dict[tuple[str, str], Perception] = {}
    left_out: set[str] = set()
    for one in sorted(perceptions, key=lambda p: (in_order(p.exchange), p.exhibit)):
        if not one.sees:
            continue
        shown = told.get(one.exchange)
        if shown == ():
            last[one.exhibit, one.pack_sha256] = one
        elif _points(one):
            why = (
                "what it was shown is not recorded"
                if shown is None
                else f"it was shown {' and '.join(shown)}"
            )
            left_out.add(f"{one.pack} on {one.exhibit} does not count: {why}")
    found = []
    for one in last.values():
        points = _points(one)
        if not points:
            continue
        references = tuple(
            Reference(f"{one.exchange}:{n}", "", f"{name}, named by {one.pack}", "", lat, lon, 0.0)
            for n, ((lat, lon), name) in enumerate(points.items())
        )
        number = f"{len(points)} places" if len(points) > 1 else "1 place"
        text = f"{one.pack}, which saw {one.exhibit}, names {number}"
        found.append(Retrieval(f"pixels:{one.exhibit}", ANSWERS, text, references))
    ordered = sorted(found, key=lambda r: (in_order(r.root), r.content, r.text))
    return tuple(ordered), tuple(sorted(left_out, key=in_order))


def _points(perception: Perception) -> dict[tuple[float, float], str]:
    """The places that the gazetteer knows, each once, with their names."""
    return {
        (place.lat, place.lon): ", ".join(filter(None, (place.city, place.region, place.country)))
        for place in perception.places
        if place.lat is not None and place.lon is not None
    }


def doubt(seen: Seen, parameters: Parameters) -> float:
    """e of one source."""
    if isinstance(seen, Aligned):
        return ALIGNED_DOUBT
    own = ANSWERS_DOUBT if seen.source == ANSWERS else parameters.retrieval_doubt
    return 1.0 - (1.0 - own) * (1.0 - seen.extra)


def weights(
    seen: Sequence[Seen], settings: Iterable[SourceSetting], parameters: Parameters
) -> tuple[float, ...]:
    """w/M of each source; 0 for one that is switched off, which is not among the M."""
    chosen = {one.source: (min(one.weight, 1.0) if one.on else 0.0) for one in settings}
    own = [max(chosen.get(one.source, 1.0), 0.0) * parameters.weight(one.source) for one in seen]
    pooled = Counter(one.root for one, weight in zip(seen, own, strict=True) if weight > 0.0)
    return tuple(weight / max(1, pooled[one.root]) for one, weight in zip(seen, own, strict=True))


def of_answers(parameters: Parameters) -> Parameters:
    """The shares of the four scales scaled to the doubt of a language model's answers."""
    factor = (1.0 - ANSWERS_DOUBT) / (1.0 - parameters.retrieval_doubt)
    a, b, c, d = (share * factor for share in parameters.retrieval_shares)
    return replace(parameters, retrieval_doubt=ANSWERS_DOUBT, retrieval_shares=(a, b, c, d))


def weigh_aligned(places: Places, on_support: F8, on_candidates: F8, scale: float, weight: float) -> Vector:
    """K = exp((alpha / T)(cos_p - max cos)), then the one formula with e = .4; cosines [n] and [c].

    An InfoNCE logit estimates log p(image | place) up to a constant, so the prior is not divided out again.
    """
    cosine = np.concatenate([on_support, on_candidates])
    kernel = np.exp(scale / ALIGNED_TEMPERATURE * (cosine - cosine.max()))
    z = float((places.pi * kernel).sum())
    nothing = np.zeros(0, dtype=np.int64)
    if not z >= UNPLACEABLE:
        return Vector(nothing, nothing, nothing, np.zeros(len(places), dtype=np.int64))
    likelihood = (1.0 - ALIGNED_DOUBT) * kernel / z + ALIGNED_DOUBT
    return Vector(nothing, nothing, nothing, quantised(weight * np.log(likelihood)))
