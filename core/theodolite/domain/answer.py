"""What the posterior answers: candidates with their contributions, regions, contradictions."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain.scales import AnswerLevel, Status


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
    """The answer for a set of exhibits: what `locate` returns and every view draws.

    ``fit``: SHA-256 of the fit whose numbers were used, '' for the defaults. ``measure``: '' for the
    posterior; else the score of a published strategy, whose candidates have no probability. ``note``: what is
    said of the answer ('nearest of 32 references in 2 towns').
    """

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
    fit: str = ""
    measure: str = ""
    note: str = ""

    @property
    def abstained(self) -> bool:
        return self.level is AnswerLevel.UNKNOWN


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of recomputing every hash of a case. ``problems`` in order; empty: intact.

    ``destructions``: exhibits that were lawfully destroyed; ``withheld``: values, records and originals that
    this copy of the case does not hold on purpose. ``note``: where the given head stands when that
    is only a copy that was merged in, not the main log.
    """

    intact: bool
    files: int
    records: int
    head: str
    problems: tuple[str, ...]
    destructions: int = 0
    withheld: int = 0
    note: str = ""
