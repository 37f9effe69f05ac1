"""The report as a frozen value: every rendering prints this and nothing else.

Texts are as recorded, not escaped: each rendering makes them safe for itself. Field names are the keys of
the JSON rendering and stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.report.ground import AreaRow, CarriedRow
from theodolite.report.kept_desk import FiledRow, LeadRow
from theodolite.report.parts import (
    ClaimAnswer,
    Comparison,
    DerivedRow,
    Kit,
    Look,
    PairRow,
    Pairs,
    PersonRow,
    Protection,
    ReviewRow,
    SignatureRow,
    StampRow,
    TombstoneRow,
)
from theodolite.report.spoken import ExchangeRow, SaidOfPictureRow, SpokenRow, StrategyRow

FORMAT = "theodolite-report/1"


@dataclass(frozen=True, slots=True)
class Head:
    """What the report is about. ``standing``: DRAFT or FINAL; ``missing``: what a final report still needs.

    ``version``: which report of this case it is, from 1; ``claim_source`` is a code.
    """

    title: str
    question: str
    claim: str
    claim_source: str
    operator: str
    case_created_utc: str
    generated_utc: str
    standing: str
    missing: tuple[str, ...]
    number: str = ""
    mandate: str = ""
    legal_basis: str = ""
    classification: str = ""
    handling: str = ""
    distribution: str = ""
    version: int = 1
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Place:
    """A point in the formats a reader may want; datum WGS84; ``radius`` is worded."""

    label: str
    country: str
    country_name: str
    lat: float
    lon: float
    dd: str
    dms: str
    radius_km: float
    radius: str
    mgrs: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer for one set of exhibits. ``word`` is one of ``words.SCALE``."""

    exhibits: tuple[str, ...]
    sentence: str
    word: str
    definition: str
    reason: str
    level: str
    place: Place | None
    time: str
    person: str
    calibrated: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered mark on an exhibit, fractions of the upright image: its bounding box, and the ``points`` of
    what was drawn where ``kind`` is no box."""

    number: int
    left: float
    top: float
    right: float
    bottom: float
    kind: str = "box"
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class SideRow:
    """What stood beside the exhibit. ``thumbnail``: base64 of a JPEG, '' if it cannot be shown; ``width`` and
    ``height`` are those of the thumbnail. ``view``: how it lay over the exhibit, in words. ``marks`` carry
    the numbers of the clues found again on it."""

    subject: str
    kind: str
    name: str
    provider: str
    imagery_date: str
    licence: str
    dd: str
    sha256: str
    view: str
    marks: tuple[Mark, ...]
    thumbnail: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One comparison; ``anchors``: how many pairs of points it was aligned by."""

    id: str
    exhibit: str
    sides: tuple[SideRow, ...]
    anchors: int
    numbers: tuple[int, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """``thumbnail`` is base64 of a derived JPEG or PNG, '' if there is none."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    md5: str
    width: int
    height: int
    source: str
    added_utc: str
    operator: str
    condition: str
    withdrawn: bool
    claims: Pairs
    problems: tuple[str, ...]
    marks: tuple[Mark, ...]
    thumbnail: str
    parent: str = ""
    recipe: str = ""
    file_time: str = ""
    graphic: bool = False
    masked: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClueRow:
    """``group`` names the set of clues that share an origin: only different groups are independent."""

    id: str
    exhibit: str
    mark: int | None
    kind: str
    observation: str
    inference: str
    strength: str
    direction: str
    group: str
    origins: tuple[str, ...]
    method: str
    by_person: bool
    state: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class HintRow:
    """Something the investigator said, and what it changed."""

    id: str
    text: str
    reading: str
    strength: str
    state: str
    effect: str
    exclude: bool
    source: str
    created_utc: str
    parsed_by: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One printed row of a candidate's score, in tenths of a point; rows add up to the total."""

    kind: str
    source: str
    text: str
    tenths: int
    printed: str


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """``likelihood`` is a word while uncalibrated, a percentage after."""

    id: str
    rank: int
    place: Place
    status: str
    reason: str
    likelihood: str
    supporting: int
    contradicting: int
    independent: int
    scores: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Two sources that alone say different things."""

    text: str
    first: str
    second: str
    first_ranking: Pairs
    second_ranking: Pairs


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A conflict that a hint showed when it was applied; ``sequence`` is its record in the log."""

    sequence: int
    utc: str
    exhibits: tuple[str, ...]
    conflict: ConflictRow


@dataclass(frozen=True, slots=True)
class Answer:
    """One ranking: a finding and everything it rests on."""

    finding: Finding
    candidates: tuple[CandidateRow, ...]
    countries: Pairs
    conflicts: tuple[ConflictRow, ...]
    unplaceable: tuple[str, ...]
    strategy: str
    prior: str
    support_sha256: str
    scores_sha256: str


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A person's word on a place, every one that was given."""

    id: str
    exhibit: str
    label: str
    dd: str
    status: str
    reason: str
    person: str
    utc: str
    override: bool


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A similar photograph of a local index; a resemblance, not a proof."""

    exhibit: str
    rank: int
    name: str
    provider: str
    dd: str
    cosine: str


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One record of the audit log."""

    sequence: int
    utc: str
    operator: str
    action: str
    what: str
    hash: str


@dataclass(frozen=True, slots=True)
class PackRow:
    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Integrity:
    """The result of recomputing every hash just before the report was made; ``checked``: it was done."""

    intact: bool
    files: int
    records: int
    problems: tuple[str, ...]
    log_head: str
    log_length: int
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, in the order it says it. ``drawing`` is the map's SVG markup, ours."""

    format: str
    head: Head
    answers: tuple[Answer, ...]
    not_shown: tuple[str, ...]
    summary: str
    drawing: str
    drawing_source: str
    legend: Pairs
    exhibits: tuple[ExhibitRow, ...]
    clues: tuple[ClueRow, ...]
    hints: tuple[HintRow, ...]
    conflicts_seen: tuple[SeenRow, ...]
    verdicts: tuple[VerdictRow, ...]
    references: tuple[ReferenceRow, ...]
    strategies: tuple[StrategyRow, ...]
    conversation: tuple[SpokenRow, ...]
    said_of_pictures: tuple[SaidOfPictureRow, ...]
    exchanges: tuple[ExchangeRow, ...]
    scale: Pairs
    methods: Pairs
    limits: tuple[str, ...]
    packs: tuple[PackRow, ...]
    software: Pairs
    sandbox: str
    refused_connections: tuple[str, ...]
    integrity: Integrity
    custody: tuple[CustodyRow, ...]
    sections: tuple[str, ...] = ()
    claim: tuple[ClaimAnswer, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    origins: Pairs = ()
    pairs: tuple[PairRow, ...] = ()
    kept: tuple[KeptRow, ...] = ()
    filed: tuple[FiledRow, ...] = ()
    leads: tuple[LeadRow, ...] = ()
    case_note: str = ""
    derived: tuple[DerivedRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    signatures: tuple[SignatureRow, ...] = ()
    stamps: tuple[StampRow, ...] = ()
    tombstones: tuple[TombstoneRow, ...] = ()
    six: Pairs = ()
    gaps: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    protection: Protection | None = None
    kit: Kit | None = None
    look: Look | None = None
    carried: tuple[CarriedRow, ...] = ()
    searched: tuple[AreaRow, ...] = ()
