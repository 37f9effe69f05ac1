"""The words of a case as frozen values. No behaviour beyond what a value can say about itself.

Coordinates are WGS84 degrees, latitude in [-90, 90], longitude in [-180, 180). Times are ISO 8601
strings, UTC when they end in ``Z``. Distances are kilometres, log-likelihoods natural logarithms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Strength(StrEnum):
    """How far a clue or hint is trusted. Doubt e: certain .02, likely .20, weak .50 (posterior.md)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    WEAK = "weak"

    @property
    def doubt(self) -> float:
        return {"certain": 0.02, "likely": 0.20, "weak": 0.50}[self.value]


class Status(StrEnum):
    """The state of a candidate. Only a person moves it away from SUGGESTED."""

    SUGGESTED = "suggested"
    UNDER_REVIEW = "under review"
    VERIFIED = "verified"
    REJECTED = "rejected"


class HintState(StrEnum):
    """PROPOSED and OFF never count."""

    PROPOSED = "proposed"
    ON = "on"
    OFF = "off"


class AnswerLevel(StrEnum):
    """How much the evidence names (posterior.md, Answer level)."""

    POINT = "point"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


# --- how evidence constrains places: one small union, stored as JSON -------------------------------


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


# --- the case --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """An investigation. ``claim_source`` is a code such as S1, never a name."""

    title: str
    question: str
    operator: str
    created_utc: str
    claim: str = ""
    claim_source: str = ""
    prior: Literal["mixed", "photo", "population", "land"] = "mixed"


@dataclass(frozen=True, slots=True)
class GpsClaim:
    """What a file claims about where it was taken; ``direction`` degrees from true north, if given."""

    lat: float
    lon: float
    altitude_m: float | None = None
    direction: float | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; every value is a claim. ``fields`` are (name, raw value) pairs."""

    gps: GpsClaim | None = None
    taken_at: str | None = None
    camera: str | None = None
    serial: str | None = None
    orientation: int = 1
    software: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file under custody. ``width`` and ``height`` are pixels of the upright image, 0 if unreadable."""

    id: str
    name: str
    sha256: str
    md5: str
    size: int
    media_type: str
    source: str
    added_utc: str
    operator: str
    readable: bool
    error_code: str | None = None
    error_text: str | None = None
    width: int = 0
    height: int = 0
    metadata: Metadata = Metadata()
    examined: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Clue:
    """Something observed in an exhibit.

    ``root`` names what the clue rests on for the posterior: clues with one root share one doubt.
    ``reach`` None: the clue is recorded but says nothing about places by itself.
    """

    id: str
    exhibit: str
    kind: str
    observation: str
    inference: str
    strength: Strength
    method: str
    version: str
    root: str
    origins: tuple[Origin, ...]
    reach: Reach | None = None
    supports: bool = True
    box: Box | None = None
    mark: int | None = None
    note: str = ""
    confidence: float | None = None
    by_person: bool = False
    active: bool = True
    rejected_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Something the investigator says. ``exclude`` masks instead of weighing; only a person may."""

    id: str
    text: str
    reading: str
    reach: Reach
    strength: Strength
    state: HintState
    created_utc: str
    exclude: bool = False
    source: str = ""
    parsed_by: Literal["rules", "model"] = "rules"


@dataclass(frozen=True, slots=True)
class Reference:
    """A geotagged photograph of an index that resembles an exhibit. ``cosine`` in [-1, 1]."""

    id: str
    index: str
    name: str
    path: str
    lat: float
    lon: float
    cosine: float
    provider: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceSearch:
    """The latest search of an exhibit in the indexes of the case: at most 100 references, best first."""

    exhibit: str
    indexes: tuple[tuple[str, str], ...]
    pack: str
    pack_sha256: str
    total: int
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """An explicit candidate named by a person, for one exhibit or ('') the whole case."""

    id: str
    exhibit: str
    lat: float
    lon: float
    radius_km: float
    label: str
    origin: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's word on a place. Applies to the listed candidate within 25 km of it."""

    id: str
    exhibit: str
    lat: float
    lon: float
    label: str
    status: Status
    reason: str
    person: str
    utc: str
    radius_km: float = 25.0
    override: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of the conversation. Model text is never evidence."""

    id: str
    author: Literal["person", "model", "system"]
    text: str
    utc: str
    model: str = ""
    model_sha256: str = ""


@dataclass(frozen=True, slots=True)
class CaseState:
    """Everything a view needs to draw a case, at one moment."""

    path: str
    case: Case
    exhibits: tuple[Exhibit, ...] = ()
    clues: tuple[Clue, ...] = ()
    hints: tuple[Hint, ...] = ()
    pins: tuple[Pin, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    messages: tuple[Message, ...] = ()
    searches: tuple[ReferenceSearch, ...] = ()
    indexes: tuple[str, ...] = ()
    log_head: str = ""
    log_length: int = 0


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One link of the audit chain, as shown in Custody. ``payload`` is RFC 8785 JSON text."""

    sequence: int
    utc: str
    operator: str
    action: str
    payload: str
    previous: str
    hash: str


# --- answers ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contribution:
    """One named part of a candidate's score: ``log_likelihood`` is q / 2^20 exactly.

    ``source`` is a stable id: 'prior', a clue id 'C3', a hint id 'H1', 'retrieval'.
    """

    source: str
    text: str
    log_likelihood: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible place. Prior and contributions sum to ``score`` exactly.

    ``probability`` is the mass within ``radius_km`` (1, 25, 200 or 750).
    """

    id: str
    rank: int
    lat: float
    lon: float
    label: str
    country: str
    probability: float
    radius_km: float
    score: float
    contributions: tuple[Contribution, ...]
    status: Status = Status.SUGGESTED
    reason: str = ""
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """Part of a credible region: centre and radius in km."""

    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Region:
    """The smallest set of places holding ``level`` of the probability, drawn as discs."""

    level: float
    mass: float
    area_km2: float
    discs: tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sources that alone say different things, with both rankings (label, probability)."""

    text: str
    first: str
    second: str
    first_ranking: tuple[tuple[str, float], ...]
    second_ranking: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PackUse:
    """A pack that took part in a result."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answer for a set of exhibits: what `locate` returns and every view draws."""

    exhibits: tuple[str, ...]
    strategy: str
    level: AnswerLevel
    countries: tuple[tuple[str, float], ...]
    regions: tuple[tuple[str, float], ...]
    candidates: tuple[Candidate, ...]
    credible: tuple[Region, ...]
    contradictions: tuple[Contradiction, ...]
    unplaceable: tuple[str, ...]
    prior: str
    support_sha256: str
    scores_sha256: str
    information_nats: float
    packs: tuple[PackUse, ...] = ()
    calibrated: bool = False

    @property
    def abstained(self) -> bool:
        return self.level is AnswerLevel.UNKNOWN


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of recomputing every hash of a case. ``problems`` in order; empty: intact."""

    intact: bool
    files: int
    records: int
    head: str
    problems: tuple[str, ...]
