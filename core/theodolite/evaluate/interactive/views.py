"""A ranking measured against the truth, and the answer of somebody who obeys hints."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from theodolite.domain import AlternativesReach, AnswerLevel, AreaReach, Hint, PointReach, Reach
from theodolite.evaluate.interactive.ground import Flags, Ground, Truth
from theodolite.evaluate.interactive.said import Said
from theodolite.evaluate.metrics import error_km
from theodolite.locate import answers, listing, masks
from theodolite.locate.candidates import Places
from theodolite.locate.effects import of_hint
from theodolite.locate.places import LIST_KM
from theodolite.locate.posterior import Posterior
from theodolite.locate.question import Question
from theodolite.locate.rank import Listed
from theodolite.locate.sphere import sums

RADII = (1.0, 25.0, 200.0, 750.0)
FLOOR = 1e-6


@dataclass(frozen=True, eq=False)
class View:
    """One ranking. ``within``: probability within each of ``RADII`` of the truth; NaN where the truth is only
    a country. ``km``: error of the first candidate, infinite without one. ``home``: probability of the one
    known place that stands for the truth."""

    question: Question
    listed: Listed
    level: AnswerLevel
    top: str
    top_p: float
    p: float
    within: tuple[float, ...]
    km: float
    home: float

    @property
    def posterior(self) -> Posterior:
        return self.listed.solution.posterior

    @property
    def score(self) -> float:
        """Mean over the radii of log(mass within R of the truth + 1e-6) (posterior.md, Fitting)."""
        return float(np.mean([math.log(mass + FLOOR) for mass in self.within]))


def view(ground: Ground, truth: Truth, question: Question) -> View:
    """Rank and measure; the same code path as every answer of the program. Raises InputError for an
    all-excluding mask."""
    locator = ground.locator
    listed = locator.listed(question)
    posterior = listed.solution.posterior
    first = next(((c.lat, c.lon) for c in listed.candidates if c.probability > 0.0), None)
    contradicted = bool(locator.contradictions(listed.solution))
    level = answers.level(
        posterior, listed.mass, first, contradicted, calibrated=locator.parameters.calibrated
    )
    country = posterior.country_mass
    top = int(np.argmax(country))
    within, km = (math.nan,) * len(RADII), math.nan
    if truth.exact:
        within = listing.mass_round(posterior.places, listed.mass, truth.lat, truth.lon, RADII)
        km = math.inf if first is None else float(error_km(*first, truth.lat, truth.lon)[0])
    p = float(country[ground.support.country_index[truth.country]])
    home = float(posterior.probability[ground.home(truth)])
    return View(question, listed, level, str(ground.codes[top]), float(country[top]), p, within, km, home)


def flagged(ground: Ground, question: Question) -> bool:
    """Whether the last hint is answered with a contradiction: against the rest, or against another root."""
    hint, number = question.hints[-1], len(question.hints) - 1
    effect = of_hint(ground.locator, question, number)
    if effect is not None and effect.conflict is not None:
        return True
    found = ground.locator.contradictions(ground.locator.listed(question).solution)
    return any(hint.id in f"{one.first}, {one.second}".split(", ") for one in found)


def hinted(ground: Ground, said: Said, places: View) -> tuple[float, frozenset[str]]:
    """(probability of what the hint names, countries that it names) in a ranking; NaN for no area.

    Countries: those most of whose prior lies inside; that of the place of a point.
    """
    if said.exclude:
        own = places.posterior.places
        return float(places.posterior.probability[~rejected(own, said.reach)].sum()), frozenset()
    return float(_mass(ground, places, said.reach)), _countries(ground, said.reach)


def fit(ground: Ground, truth: Truth, reach: Reach, ranking: View) -> tuple[float, float]:
    """(K at the place that stands for the truth, mean of K over the true country in a ranking), both in
    [0, 1]; NaN for what is no area with borders.

    Borders are soft (posterior.md, Compatibility by reach), so K is below 1 near them. A hint multiplies the
    probability of each place by something that grows with K: what has the greatest K there is never loses,
    and a country keeps at least this mean of what it had.
    """
    if not isinstance(reach, AreaReach):
        return math.nan, math.nan
    posterior, places = ranking.posterior, ranking.posterior.places
    value = ground.locator.kernel(places, reach).dense(places.zone)
    own = ground.support.zone_country[places.zone] == ground.support.country_index[truth.country]
    weight = np.where(own, posterior.probability, 0.0)
    total = float(weight.sum())
    mean = float((value * weight).sum()) / total if total > 0.0 else 1.0
    return float(value[ground.home(truth)]), min(1.0, mean)


def _mass(ground: Ground, places: View, reach: Reach) -> float:
    within = ground.inside(places.posterior.places, reach)
    return math.nan if within is None else float(places.posterior.probability[within].sum())


def _countries(ground: Ground, reach: Reach) -> frozenset[str]:
    if isinstance(reach, PointReach):
        return frozenset({ground.support.countries[ground.locator.country_at(reach.lat, reach.lon)]})
    within = ground.inside(ground.places, reach)
    if within is None:
        return frozenset()
    mass = np.bincount(
        ground.support.country, weights=np.where(within, ground.places.pi, 0.0), minlength=len(ground.codes)
    )
    most = mass > 0.5 * ground.country_prior
    if not most.any() and mass.any():
        most[int(np.argmax(mass))] = True  # a region: its country
    return frozenset(str(code) for code in ground.codes[most]) - {""}


def rejected(places: Places, reach: Reach) -> Flags:
    """The places within 25 km of any of the listed ones that were rejected."""
    assert isinstance(reach, AlternativesReach)
    found = [masks.round_point(places, one.lat, one.lon, LIST_KM) for _, one in reach.options]
    return np.asarray(np.any(found, axis=0))


# --- who obeys ------------------------------------------------------------------------------------------


def obeyed(
    ground: Ground, truth: Truth, start: View, hints: Sequence[tuple[Said, Hint]]
) -> tuple[float, str]:
    """(error in km, country) of the top-ranked place of turn 0 inside all that was said.

    Hints that leave no place together give way to later ones; a point outside the known places is itself
    the answer. A clue that was said to be wrong is dropped.
    """
    corrections = tuple(hint for said, hint in hints if said.reach.kind == "clue")
    if corrections:
        start = view(ground, truth, replace(start.question, hints=corrections))
    places = start.posterior.places
    kept = np.ones(len(places), dtype=np.bool_)
    for said, _ in reversed(hints):
        within = ~rejected(places, said.reach) if said.exclude else ground.inside(places, said.reach)
        if within is None:
            continue
        if not (kept & within).any():
            if said is hints[-1][0] and isinstance(said.reach, PointReach):
                return _error(truth, said.reach.lat, said.reach.lon), _at(ground, said.reach)
            continue
        kept &= within
    probability = np.where(kept, start.posterior.probability, 0.0)
    total = float(probability.sum())
    probability = probability / total if total > 0.0 else kept * places.pi / float((kept * places.pi).sum())
    mass = listing.masses(places, probability)
    picks = listing.listed(places, start.listed.solution.near, mass, limit=1, least=0.0)
    if not picks:
        return math.inf if truth.exact else math.nan, ""
    zones = sums(places.zone, probability, len(ground.support.zone_codes))
    top = int(np.argmax(places.countries(zones)))
    return _error(truth, *places.position(picks[0].place)), str(ground.codes[top])


def _error(truth: Truth, lat: float, lon: float) -> float:
    return float(error_km(lat, lon, truth.lat, truth.lon)[0]) if truth.exact else math.nan


def _at(ground: Ground, reach: PointReach) -> str:
    return ground.support.countries[ground.locator.country_at(reach.lat, reach.lon)]


# --- taken away again -----------------------------------------------------------------------------------


def restored(ground: Ground, start: View, last: Question, off: Sequence[Hint]) -> bool:
    """Whether the ranking is that of turn 0 bit for bit once the hints are switched ``off``, and once they
    are gone: solved anew by a locator that remembers neither."""
    for hints in (tuple(off), ()):
        fresh = ground.locator.using(ground.locator.parameters)
        again, two = fresh.solve(replace(last, hints=hints)).posterior, start.posterior
        if not np.array_equal(again.score, two.score):
            return False
        if not np.array_equal(again.probability, two.probability):
            return False
    return True
