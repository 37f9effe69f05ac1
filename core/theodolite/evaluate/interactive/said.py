"""What a simulated investigator can say: kinds of hints, their quality, the situation they are said in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from theodolite.domain import Candidate, Reach, Status
from theodolite.evaluate.interactive.ground import Ground, Truth
from theodolite.evaluate.metrics import error_km
from theodolite.locate.question import Question
from theodolite.locate.rank import Listed

Kind = Literal[
    "in-country",
    "not-country",
    "in-admin1",
    "near-25",
    "near-200",
    "language",
    "driving",
    "coast",
    "direction",
    "none-of-these",
    "clue-correction",
]
Quality = Literal["right", "vague", "wrong-near", "wrong-far", "wrong-plausible", "irrelevant"]
KINDS: tuple[Kind, ...] = get_args(Kind)
QUALITIES: tuple[Quality, ...] = get_args(Quality)
WRONG: tuple[Quality, ...] = ("wrong-near", "wrong-far", "wrong-plausible")
FALSE_KM = 750.0


@dataclass(frozen=True, slots=True)
class Said:
    """One hint as it would be typed. ``exclude``: it masks instead of weighing, whatever its strength."""

    kind: Kind
    quality: Quality
    text: str
    reach: Reach
    exclude: bool = False

    @property
    def wrong(self) -> bool:
        return self.quality in WRONG


@dataclass(frozen=True, eq=False)
class Scene:
    """What the investigator looks at: the truth as they know it, and the ranking as it stands now."""

    ground: Ground
    truth: Truth
    question: Question
    listed: Listed

    def named(self) -> list[Candidate]:
        """The candidates that the ranking itself names, best first."""
        return [c for c in self.listed.candidates if c.probability > 0.0 and c.status is not Status.REJECTED]

    def country_mass(self) -> list[tuple[str, float]]:
        """(code, probability) of the false countries, greatest first."""
        mass = self.listed.solution.posterior.country_mass
        order = np.lexsort((np.arange(len(mass)), -mass))
        codes = ((str(self.ground.codes[i]), float(mass[i])) for i in order)
        return [(code, m) for code, m in codes if code not in ("", self.truth.country)]

    def false_place(self) -> tuple[float, float] | None:
        """Where the system ranks highest of what lies more than 750 km from the truth."""
        for candidate in self.named():
            at = candidate.lat, candidate.lon
            if float(error_km(*at, self.truth.lat, self.truth.lon)[0]) > FALSE_KM:
                return at
        posterior = self.listed.solution.posterior
        for place in np.argsort(-posterior.probability, kind="stable")[:2000]:
            lat, lon = posterior.places.position(int(place))
            if float(error_km(lat, lon, self.truth.lat, self.truth.lon)[0]) > FALSE_KM:
                return lat, lon
        return None

    def near_truth(self, candidate: Candidate, km: float = 25.0) -> bool:
        if not self.truth.exact:
            return candidate.country == self.truth.country
        return float(error_km(candidate.lat, candidate.lon, self.truth.lat, self.truth.lon)[0]) <= km


def rounded(lat: float, lon: float) -> tuple[float, float]:
    """As it would be typed: to 1e-4 degrees, eleven metres."""
    return round(lat, 4), round((lon + 180.0) % 360.0 - 180.0, 4)


def number(km: float) -> str:
    return f"{km:g} km" if math.isfinite(km) else "anywhere"
