"""The fixed scales of a case: strength, status, hint state, answer level."""

from __future__ import annotations

from enum import StrEnum


class Strength(StrEnum):
    """How far a clue or hint is trusted. Doubt e: certain .02, likely .20, weak .50 (posterior.md)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    WEAK = "weak"

    @property
    def doubt(self) -> float:
        return {"certain": 0.02, "likely": 0.20, "weak": 0.50}[self.value]

    @property
    def dots(self) -> str:
        """The strength as it is drawn beside its word."""
        return {"certain": "●●●", "likely": "●●○", "weak": "●○○"}[self.value]


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
