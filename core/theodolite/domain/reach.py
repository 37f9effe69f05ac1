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


@dataclass(frozen=True, slots=True)
class SunPosition:
    """Where the sun stood overhead at ``utc`` (ISO 8601, Z): latitude and longitude of that place, degrees.

    ``offset_minutes``: the time zone (minutes east of UTC) whose clock gives this ``utc``, for a local time
    whose zone is that of the place; None when the instant is the same for every place.
    """

    utc: str
    lat: float
    lon: float
    offset_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class SunReach:
    """A band: places where the sun stood at ``elevation`` and/or ``azimuth`` (degrees, azimuth from true
    north clockwise) within the standard deviations given, at one of ``positions``."""

    positions: tuple[SunPosition, ...]
    elevation: float | None = None
    elevation_sd: float = 1.0
    azimuth: float | None = None
    azimuth_sd: float = 3.0
    label: str = ""
    kind: Literal["sun"] = "sun"


@dataclass(frozen=True, slots=True)
class LinkReach:
    """These exhibits show one place, within ``radius_km``: what speaks for one speaks for all."""

    exhibits: tuple[str, ...]
    radius_km: float
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class BearingReach:
    """Places seen from a point in a direction: ``azimuth`` in degrees from true north, clockwise."""

    lat: float
    lon: float
    azimuth: float
    sd_degrees: float
    label: str = ""
    kind: Literal["bearing"] = "bearing"


@dataclass(frozen=True, slots=True)
class BetweenReach:
    """Places on the way from one point to another: the detour over them is small."""

    first: PointReach
    second: PointReach
    kind: Literal["between"] = "between"


@dataclass(frozen=True, slots=True)
class CoastReach:
    """Within ``within_km`` of the sea, or (``inland``) farther from it than that."""

    within_km: float
    inland: bool = False
    kind: Literal["coast"] = "coast"


@dataclass(frozen=True, slots=True)
class ElevationReach:
    """Metres above sea level, from ``low`` to ``high``; None: open on that side."""

    low: float | None
    high: float | None
    kind: Literal["elevation"] = "elevation"


@dataclass(frozen=True, slots=True)
class LatitudeReach:
    """Degrees of latitude, from ``low`` to ``high`` (a season in a month tells the hemisphere)."""

    low: float
    high: float
    kind: Literal["latitude"] = "latitude"


@dataclass(frozen=True, slots=True)
class ClueReach:
    """The investigator says that a clue is wrong: while this counts, the clue does not."""

    clue: str
    kind: Literal["clue"] = "clue"


@dataclass(frozen=True, slots=True)
class RemarkReach:
    """Said and kept, without saying anything about places by itself."""

    about: Literal["season", "time of day", "remark"]
    text: str
    kind: Literal["remark"] = "remark"


Reach = (
    PointReach
    | AreaReach
    | GradedReach
    | AlternativesReach
    | SunReach
    | LinkReach
    | BearingReach
    | BetweenReach
    | CoastReach
    | ElevationReach
    | LatitudeReach
    | ClueReach
    | RemarkReach
)


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
