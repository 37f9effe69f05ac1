"""What a person typed or drew about sun and camera, before it is read. Plain values, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from theodolite.domain import Box, MarkShape, Strength
from theodolite.errors import InputError

Point = tuple[float, float]
#: A mark is at least this large, as a fraction of the picture.
LEAST = 0.005


@dataclass(frozen=True, slots=True)
class Shadow:
    """Foot and top of an upright object and the end of its shadow, fractions of the upright picture."""

    foot: Point
    top: Point
    end: Point

    def lengths(self, width: int, height: int) -> tuple[float, float]:
        """The object's height and its shadow's length in pixels of a picture of that size."""
        up, along = (
            math.hypot((at[0] - self.foot[0]) * width, (at[1] - self.foot[1]) * height)
            for at in (self.top, self.end)
        )
        return up, along

    @property
    def shape(self) -> MarkShape:
        """From the top over the foot to the end of the shadow."""
        return MarkShape("line", (self.top, self.foot, self.end))

    @property
    def box(self) -> Box:
        """The bounding box of the three points, never without an area."""
        left, right = _span([self.foot[0], self.top[0], self.end[0]])
        top, bottom = _span([self.foot[1], self.top[1], self.end[1]])
        return Box(left, top, right, bottom)


def _span(values: list[float]) -> tuple[float, float]:
    low, high = max(0.0, min(values)), min(1.0, max(values))
    if high - low < LEAST:
        low = min(max(0.0, low - LEAST / 2), 1.0 - LEAST)
        high = low + LEAST
    return low, high


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its tolerance (95 % half-width), as typed; '' for what was left open."""

    value: str = ""
    tolerance: str = ""


@dataclass(frozen=True, slots=True)
class SunDraft:
    """A sun measurement as typed. ``height_by`` and ``way_by`` say which of the numbers count."""

    height_by: Literal["lengths", "elevation", "none"] = "lengths"
    height: Measured = Measured()
    shadow: Measured = Measured()
    elevation: Measured = Measured()
    way_by: Literal["none", "camera", "azimuth"] = "none"
    bearing: Measured = Measured()
    direction: Measured = Measured()
    azimuth: Measured = Measured()
    time: str = ""
    zone: str = "unknown"
    minutes: str = ""
    claimed: bool = False
    pixels: bool = False
    strength: Strength = Strength.LIKELY
    ground: str = ""
    box: Box | None = None
    shape: MarkShape | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A drawn shadow on the level ground of the horizon ``clue``: lengths in heights of the camera,
    tolerances as 95 % half-widths (of the ratio in per cent, of the direction in degrees)."""

    clue: str
    height: str
    shadow: str
    ratio_tolerance: str
    direction: str
    direction_tolerance: str


@dataclass(frozen=True, slots=True)
class SunStart:
    """What a file says that the form begins with; '' for what it does not say.

    ``ground``: the drawn shadow on the ground of a drawn horizon; ``groundless``: why there is none.
    """

    time: str = ""
    zone: str = "unknown"
    bearing: str = ""
    ground: Ground | None = None
    groundless: str = ""


@dataclass(frozen=True, slots=True)
class PairDraft:
    """Two map points that line up, the near one first, as typed."""

    near: str
    far: str


@dataclass(frozen=True, slots=True)
class SightDraft:
    """A map point and where it stands in the picture: ``x`` and ``y`` are fractions of its sides."""

    place: str
    x: float | None
    y: float | None = None


@dataclass(frozen=True, slots=True)
class CameraDraft:
    """A resection as typed. ``focal``: millimetres in terms of 35 mm film, '' for what the file says."""

    pairs: tuple[PairDraft, ...] = ()
    sights: tuple[SightDraft, ...] = ()
    focal: str = ""
    heading: Measured = Measured()
    points: str = ""
    angles: str = ""
    strength: Strength = Strength.LIKELY


@dataclass(frozen=True, slots=True)
class CameraFound:
    """What a resection came to, in words."""

    place: str
    lines: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A coordinate read from text: ``formats`` in every notation, or ``problem`` and its ``readings``."""

    text: str
    lat: float | None = None
    lon: float | None = None
    precision_m: float = 1.0
    formats: tuple[tuple[str, str], ...] = ()
    note: str = ""
    problem: str = ""
    readings: tuple[tuple[float, float, str], ...] = ()


def number(text: str, name: str) -> float | None:
    """A typed number, with a decimal point or comma; None for ''. Raises InputError that names it."""
    plain = text.strip().rstrip("°%").strip().replace("−", "-")
    if not plain:
        return None
    if "," in plain and "." not in plain:
        plain = plain.replace(",", ".", 1)
    try:
        value = float(plain)
    except ValueError as error:
        raise InputError(f"{name}: {text.strip()[:40]!r} is not a number.") from error
    if not math.isfinite(value):
        raise InputError(f"{name}: {text.strip()[:40]!r} is not a number.")
    return value


@dataclass(frozen=True, slots=True)
class Carry:
    """What a person wants to carry out of the case, before it leaves. ``outline`` instead of the point, for a
    query inside an area; ``precision_km`` None: as exact as it is."""

    what: Literal["link", "coordinates", "query"]
    lat: float
    lon: float
    service: str = ""
    precision_km: float | None = None
    tags: tuple[str, ...] = ()
    radius_m: float = 1000.0
    outline: tuple[tuple[float, float], ...] = ()
    about: str = ""
