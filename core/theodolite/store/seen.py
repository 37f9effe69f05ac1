"""What was seen in an exhibit, as rows of the case: searches, looks of models, answers of strategies."""

from __future__ import annotations

from theodolite.domain import AlignedLook, Observations, Perception, ReferenceSearch, StrategyAnswer

Seen = ReferenceSearch | AlignedLook | StrategyAnswer | Perception | Observations


def row(seen: Seen) -> tuple[str, str, str]:
    """Kind and key of its row (one an exhibit and model or strategy), and the action that the log names."""
    match seen:
        case ReferenceSearch():
            return "search", seen.exhibit, "references searched"
        case AlignedLook():
            return "look", f"{seen.exhibit}:{seen.model}", "seen by a geo-aligned model"
        case StrategyAnswer():
            return "answer", f"{seen.exhibit}:{seen.strategy}", "strategy run"
        case Perception():
            return "perception", seen.exhibit, "perceived by a language model"
        case Observations():
            return "observations", seen.exhibit, "clues named by a language model"
