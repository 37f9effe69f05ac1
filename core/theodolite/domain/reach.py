"""How evidence constrains places: one small union, stored as JSON; what it rests on, where it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PointReach:
    """A point with standard deviation ``sd_km`` (GPS 0.05, street 0.3, town 5, city 25)."""

    lat: float
    lon: float
    sd_km: float
    label: str = ""
    kind: Literal["point"] = "point"


@dataclass(frozen=True, slots=True)
class AreaReach:
    """A country (``scope='country'``, code 'IT') or first-level region ('admin1', code 'IT.16')."""

    scope: Literal["country", "admin1"]
    codes: tuple[str, ...]
    negated: bool = False
    kind: Literal["area"] = "area"


@dataclass(frozen=True, slots=True)
class GradedReach:
    """P(observation | country) for the countries listed, ISO alpha-2 -> weight > 0; others 0."""

    attribute: str
    weights: tuple[tuple[str, float], ...]
    kind: Literal["graded"] = "graded"


@dataclass(frozen=True, slots=True)
class AlternativesReach:
    """Several readings of one observation, each a point with its share q (sum 1)."""

    options: tuple[tuple[float, PointReach], ...]
    kind: Literal["alternatives"] = "alternatives"


Reach = PointReach | AreaReach | GradedReach | AlternativesReach


@dataclass(frozen=True, slots=True)
class Origin:
    """What a clue rests on. Two clues that share any origin are not independent."""

    kind: Literal["file", "camera", "series", "reference", "person"]
    key: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the upright image (EXIF orientation applied), as fractions in [0, 1]."""

    left: float
    top: float
    right: float
    bottom: float
