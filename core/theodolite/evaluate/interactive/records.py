"""One line a turn: what was said, and what it did."""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from theodolite.evaluate.records import Line

FILE = "turns.csv"


@dataclass(frozen=True, slots=True)
class Turn(Line):
    """One turn of one conversation; before and after the hint. NaN (an empty cell): not there.

    ``backed``: 'gps' or 'doubtful gps' where a position of the file counts. ``rate``: P(wrong) m. ``hint``:
    the words; '' when nothing could be said. ``said_p``: probability of the hinted area before. ``p``:
    probability of the true country; ``home``: of the one known place that stands for the truth. ``fit``: of
    an area with borders, how well the hint fits that place (K in [0, 1]); ``fit_country``: the mean of K over
    the true country, weighed by the ranking before. ``near``: probability of what lies within 200 km of the
    truth; ``place``: within 25 km; ``score``: the log score of the posterior (fitting). ``km``: of the first
    candidate, WGS84; infinite without one. ``top`` and ``top_p``: the leading country and its probability.
    ``level``: how much the answer names. ``to_hinted``: 1 where the leading country became one of the hinted.
    ``flagged``: 1 where a contradiction was shown. ``start``: turn 0. ``obey``: the top-ranked place inside
    the hints.
    ``model``: the language model asked again with the hints in its prompt, whose answer rests on all of
    ``root`` ('hint:H1;hint:H2').
    ``undone_km``, ``undone_p``: after a hint that harmed, a true "not in" its country was given.
    ``restored``: on last turns 1 where all hints were switched off and taken away and every score and
    probability was that of turn 0, bit for bit, 0 where not; -1 on the others.
    """

    FILE: ClassVar[str] = FILE

    image: str
    row: int
    backed: str
    seed: int
    manner: str
    rate: float
    turn: int
    hint_seed: int
    kind: str
    quality: str
    strength: str
    hint: str
    said_p: float
    true_country: str
    p_before: float
    p_after: float
    fit: float
    fit_country: float
    home_before: float
    home_after: float
    near_before: float
    near_after: float
    place_before: float
    place_after: float
    score_before: float
    score_after: float
    km_before: float
    km_after: float
    top_before: str
    top_after: str
    top_p_before: float
    top_p_after: float
    level_before: str
    level_after: str
    to_hinted: int
    flagged: int
    start_p: float
    start_km: float
    start_top: str
    obey_km_before: float
    obey_km_after: float
    obey_top_before: str
    obey_top_after: str
    model_km_before: float
    model_km_after: float
    model_top: str
    root: str
    undone_km: float
    undone_p: float
    restored: int

    @property
    def key(self) -> Hashable:
        return (*self.talk, self.turn)

    @property
    def talk(self) -> tuple[int, int, str, float]:
        """The conversation that the turn is of."""
        return (self.row, self.seed, self.manner, self.rate)

    @property
    def said(self) -> bool:
        return bool(self.kind)

    @property
    def wrong(self) -> bool:
        return self.quality.startswith("wrong")

    @property
    def placed(self) -> bool:
        """Whether the truth is a position, not only a country."""
        return not math.isnan(self.km_before)

    @property
    def order(self) -> bool:
        """Whether the hint rejects places or a clue: an order, which the strength does not change."""
        return self.kind in ("none-of-these", "clue-correction")

    @property
    def hit_before(self) -> bool:
        return self.km_before < HIT_KM

    @property
    def hit_after(self) -> bool:
        return self.km_after < HIT_KM


#: Right or wrong is decided at this distance.
HIT_KM = 200.0
