"""The words of a case as frozen values. No behaviour beyond what a value can say about itself.

Coordinates are WGS84 degrees, latitude in [-90, 90], longitude in [-180, 180). Times are ISO 8601
strings, UTC when they end in ``Z``. Distances are kilometres, log-likelihoods natural logarithms.
"""

from theodolite.domain.answer import (
    Candidate,
    Contradiction,
    Contribution,
    Disc,
    PackUse,
    Ranking,
    Region,
    Verification,
)
from theodolite.domain.case import (
    Case,
    CaseState,
    Clue,
    Exhibit,
    GpsClaim,
    Hint,
    LogRecord,
    Message,
    Metadata,
    Pin,
    Reference,
    ReferenceSearch,
    Verdict,
)
from theodolite.domain.reach import AlternativesReach, AreaReach, Box, GradedReach, Origin, PointReach, Reach
from theodolite.domain.scales import AnswerLevel, HintState, Status, Strength

__all__ = [
    "AlternativesReach",
    "AnswerLevel",
    "AreaReach",
    "Box",
    "Candidate",
    "Case",
    "CaseState",
    "Clue",
    "Contradiction",
    "Contribution",
    "Disc",
    "Exhibit",
    "GpsClaim",
    "GradedReach",
    "Hint",
    "HintState",
    "LogRecord",
    "Message",
    "Metadata",
    "Origin",
    "PackUse",
    "Pin",
    "PointReach",
    "Ranking",
    "Reach",
    "Reference",
    "ReferenceSearch",
    "Region",
    "Status",
    "Strength",
    "Verdict",
    "Verification",
]
