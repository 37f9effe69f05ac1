"""The numbers of the posterior that labelled photographs may change (posterior.md, Fitting)."""

from __future__ import annotations

from dataclasses import dataclass

#: The source name under which retrieval is weighed.
RETRIEVAL = "retrieval"


@dataclass(frozen=True, slots=True)
class Parameters:
    """The defaults are conservative; until a fit is accepted nothing is called calibrated.

    ``weights``: w of each clue source and of retrieval, 1 where not listed. ``retrieval_shares``: b at
    1, 25, 200 and 750 km; with ``retrieval_doubt`` e they sum to 1. ``fit``: SHA-256 of the fit they come
    from, '' for the defaults.
    """

    weights: tuple[tuple[str, float], ...] = ()
    text_doubt: float = 0.15
    retrieval_doubt: float = 0.50
    retrieval_tau: float = 0.02
    retrieval_shares: tuple[float, float, float, float] = (0.05, 0.15, 0.15, 0.15)
    fit: str = ""
    calibrated: bool = False

    def weight(self, source: str) -> float:
        return dict(self.weights).get(source, 1.0)


DEFAULT = Parameters()
