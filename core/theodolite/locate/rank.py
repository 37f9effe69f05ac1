"""From the evidence of a case to a Ranking: a pure function of its arguments, recomputed each time.

A :class:`Locator` only remembers: the kernel of each reach over a support, the vectors of each group by
(content of the group, places), so that a new hint costs milliseconds. What it remembers never changes a
result.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any, TypeVar, Unpack

import numpy as np

from theodolite.domain import (
    AnswerLevel,
    Candidate,
    CoastReach,
    Contradiction,
    ElevationReach,
    HintState,
    PackUse,
    Ranking,
    Reach,
)
from theodolite.locate import answers as answering
from theodolite.locate import cards, conflicts, effects, kernels, links, listing, masks, pixels
from theodolite.locate.borders import Borders
from theodolite.locate.candidates import Claim, Explicit, Places, claim, collect, insert
from theodolite.locate.elevation import Heights, Span
from theodolite.locate.kernels import Kernel
from theodolite.locate.listing import Masses, Neighbourhood, neighbourhood
from theodolite.locate.parameters import DEFAULT, Parameters
from theodolite.locate.pixels import Aligned, Seen, VectorsOf
from theodolite.locate.places import Points, Support
from theodolite.locate.posterior import (
    Evidence,
    Posterior,
    Vector,
    over,
    retrieval_kernels,
    solve,
    weigh,
    weigh_retrieval,
)
from theodolite.locate.question import Given, Question, ask, concerning
from theodolite.locate.said import Said, inside
from theodolite.locate.sources import Group, Retrieval, groups, retrievals
from theodolite.locate.sphere import F8, degrees, unit

T = TypeVar("T")


class _Key:
    """A key whose hash is taken once: that of a whole question costs a third of a millisecond."""

    __slots__ = ("hash", "value")

    def __init__(self, value: Hashable) -> None:
        self.value, self.hash = value, hash(value)

    def __hash__(self) -> int:
        return self.hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.hash == other.hash and self.value == other.value


class Memory:
    """The most recently used results of one kind, at most ``room`` of them."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._kept: OrderedDict[_Key, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        hashed = _Key(key)
        found: T
        if hashed in self._kept:
            self._kept.move_to_end(hashed)
            found = self._kept[hashed]
        else:
            found = self._kept[hashed] = make()
            if len(self._kept) > self.room:
                self._kept.popitem(last=False)
        return found


@dataclass(frozen=True, eq=False)
class Solution:
    """A posterior with everything that led to it; ``left_out`` says what of the evidence does not count;
    ``heights``: whether the heights of places are known."""

    posterior: Posterior
    explicit: tuple[Explicit, ...]
    groups: tuple[Group, ...]
    evidence: tuple[Evidence, ...]
    seen: tuple[Seen, ...]
    looks: tuple[Vector, ...]
    near: Neighbourhood
    left_out: tuple[str, ...] = ()
    heights: bool = False


@dataclass(frozen=True, eq=False)
class Listed:
    """A solution, its candidates, and its probabilities as whole numbers."""

    solution: Solution
    candidates: tuple[Candidate, ...]
    mass: Masses


class Locator:
    """Ranks the places of one support. Not thread-safe: one thread calls it."""

    def __init__(
        self,
        support: Support,
        world: Borders | None = None,
        parameters: Parameters = DEFAULT,
        vectors: VectorsOf = lambda _: None,
        heights: Heights | None = None,
    ) -> None:
        """``world`` tells the country of explicit candidates near borders, else the nearest place does.

        ``parameters``: of an accepted fit; the defaults are conservative and uncalibrated. ``vectors``: how
        geo-aligned models see the places; a look of a model that is not there says nothing. ``heights``: of
        the elevation pack; without it hints about heights say nothing, and why.
        """
        self.support = support
        self.world = world
        self.parameters = parameters
        self._vectors = vectors
        self.heights = heights
        self._spans = Memory(16)
        self._coasts = Memory(16)
        self._kernels = Memory(2000)
        self._claims = Memory(4000)
        self._places = Memory(16)
        self._near = Memory(16)
        self._evidence = Memory(2000)
        self._sums = Memory(8)
        self._retrievals = Memory(16)
        self._looks = Memory(16)
        self._alone = Memory(2000)
        self._listed = Memory(12)

    def using(self, parameters: Parameters, room: int = 0) -> Locator:
        """A locator over the same places with other numbers; what does not depend on them is shared.

        ``room``: how many retrievals' kernels are remembered, for work that comes back to each of many.
        """
        other = Locator(self.support, self.world, parameters, self._vectors, self.heights)
        self._sums.room = max(self._sums.room, room)
        other._kernels, other._claims, other._spans = self._kernels, self._claims, self._spans
        other._sums, other._retrievals = self._sums, self._retrievals
        return other

    def sees(self, pack_sha256: str) -> bool:
        """Whether the looks of that aligned model count: it is installed and has encoded the places."""
        return self._vectors(pack_sha256) is not None

    def rank(
        self, *, strategy: str = "fusion", packs: tuple[PackUse, ...] = (), **evidence: Unpack[Given]
    ) -> Ranking:
        """The answer for ``exhibits`` (all when empty). Raises InputError for an all-excluding mask."""
        return self.answer(ask(**evidence), strategy, packs)

    def answer(
        self, question: Question, strategy: str = "fusion", packs: tuple[PackUse, ...] = ()
    ) -> Ranking:
        """The ranking of a question."""
        listed = self.listed(question)
        solution, candidates, mass = listed.solution, listed.candidates, listed.mass
        posterior = solution.posterior
        found = self.contradictions(solution)
        first = next(((c.lat, c.lon) for c in candidates if c.probability > 0.0), None)
        level = answering.level(posterior, mass, first, bool(found), calibrated=self.parameters.calibrated)
        unknown = [one.unknown for one in solution.seen if isinstance(one, Retrieval) and one.unknown]
        if unknown and len(unknown) == len(solution.seen) and not solution.groups:
            level = AnswerLevel.UNKNOWN  # references of which none may be the place name no region
        unplaceable = [
            group.parts[number].source
            for group, evidence in zip(solution.groups, solution.evidence, strict=True)
            for number in evidence.unplaceable
        ]
        return Ranking(
            exhibits=question.exhibits,
            strategy=strategy,
            level=level,
            countries=answering.countries(posterior),
            regions=answering.regions(posterior),
            candidates=candidates,
            credible=answering.credible(posterior),
            contradictions=found,
            unplaceable=tuple(unplaceable),
            prior=question.prior,
            support_sha256=self.support.sha256,
            scores_sha256=hashlib.sha256(posterior.score.astype("<i8", copy=False).tobytes()).hexdigest(),
            information_nats=posterior.information,
            packs=packs,
            calibrated=self.parameters.calibrated,
            fit=self.parameters.fit,
            note="; ".join(dict.fromkeys(unknown)) if level is AnswerLevel.UNKNOWN else "",
        )

    def hint_effects(self, **evidence: Unpack[Given]) -> dict[str, effects.Effect]:
        """What each hint that is on does, and each proposed one would do, by hint id."""
        return effects.of_hints(self, ask(**evidence))

    def left_out(self, **evidence: Unpack[Given]) -> tuple[str, ...]:
        """What a language model said of the exhibits that does not count, and why, one sentence each."""
        return self._sources(concerning(ask(**evidence)))[2]

    def listed(self, question: Question) -> Listed:
        """The posterior of a question and its candidates; the last few are remembered."""
        hints = tuple(hint for hint in question.hints if hint.state is HintState.ON)
        asked = concerning(replace(question, hints=hints))

        def make() -> Listed:
            solution = self.solve(asked)
            mass = listing.masses(solution.posterior.places, solution.posterior.probability)
            return Listed(solution, cards.candidates(solution, asked, mass), mass)

        return self._listed.get(asked, make)

    # --- steps ------------------------------------------------------------------------------------

    def solve(self, question: Question) -> Solution:
        """The posterior of a question and what it was made from."""
        question = concerning(question)
        stated, seen, left_out = self._sources(question)
        pointing = tuple(one for one in seen if isinstance(one, Retrieval))
        explicit = collect(stated, pointing, question.pins)
        places = self.places(question.prior, explicit)
        evidence = tuple(
            self._evidence.get((places.serial, g.content), lambda g=g: weigh(places, g, self.kernel))  # type: ignore[misc]
            for g in stated
        )
        shares = pixels.weights(seen, question.settings, self.parameters)
        looks = tuple(self._look(places, one, w) for one, w in zip(seen, shares, strict=True))
        vectors = [one.whole for one in evidence if one.whole is not None]
        masked = masks.of(places, question.hints, question.verdicts, self._inside)
        posterior = solve(places, [*vectors, *looks], masked)
        near = self._near.get(places.serial, lambda: neighbourhood(places))
        return Solution(
            posterior, explicit, stated, evidence, seen, looks, near, left_out, self.heights is not None
        )

    def _sources(self, question: Question) -> tuple[tuple[Group, ...], tuple[Seen, ...], tuple[str, ...]]:
        """What is stated, own and through links, what models saw, and what is said of answers left out; what
        is switched off is not there.

        References come through links; what a model makes of another exhibit's pixels does not.
        """
        tied = links.ties(question.exhibits, question.hints)
        linked = {tie.exhibit for tie in tied}
        searches = tuple(s for s in question.searches if s.exhibit not in linked)
        clues = tuple(c for c in question.clues if c.exhibit not in linked)
        stated = groups(clues, question.hints, question.settings, self.parameters)
        seen = self._retrievals.get(searches, lambda: retrievals(searches))
        if tied:
            stated += links.borrowed_groups(tied, question.clues, question.settings, stated, self.parameters)
            seen += links.borrowed_retrievals(tied, question.searches)
        own = [one for one in question.looks if one.exhibit not in linked]
        known = [one for one in own if self._vectors(one.pack_sha256) is not None]
        said = [one for one in question.answers if one.exhibit not in linked]
        looked = [one for one in question.perceptions if one.exhibit not in linked]
        named, left_out = pixels.perceived(looked, dict(question.told))
        every: tuple[Seen, ...] = (*seen, *pixels.aligned(known), *pixels.spoken(said), *named)
        on = pixels.weights(every, question.settings, self.parameters)
        return stated, tuple(one for one, weight in zip(every, on, strict=True) if weight > 0.0), left_out

    def places(self, prior: str, explicit: tuple[Explicit, ...]) -> Places:
        """The support with these candidates inserted."""

        def make() -> Places:
            claims: list[Claim] = [
                self._claims.get(c, lambda c=c: claim(self.support, c, self.world))  # type: ignore[misc]
                for c in explicit
            ]
            return insert(self.support, prior, explicit, tuple(claims))

        return self._places.get((prior, explicit), make)

    def kernel(self, places: Places, reach: Reach) -> Kernel:
        """K of a simple reach over ``places``; its part over the support is remembered."""
        assert isinstance(reach, kernels.Simple)
        points, span, own = self.support.points, self._span(reach), places.points
        on_support = self._kernels.get(reach, lambda: kernels.evaluate(self.support, points, reach, span))
        if isinstance(reach, CoastReach):
            own = self._with_coast(places)
        here = self._span(reach, places)
        return over(places, on_support, kernels.at_candidates(self.support, own, reach, here))

    def _span(self, reach: Reach, places: Places | None = None) -> Span | None:
        """The heights round the support, or the candidates of ``places``, for a reach about heights."""
        heights = self.heights
        if not isinstance(reach, ElevationReach) or heights is None:
            return None
        points, key = (self.support.points, -1) if places is None else (places.points, places.serial)
        return self._spans.get(key, lambda: heights.span(points.xyz, points.sd_km))

    def _with_coast(self, places: Places) -> Points:
        """The candidates with their way to the sea; without borders that of the place nearest to each."""

        def measured() -> F8:
            if self.world is not None:
                return self.world.sea_km(*degrees(places.points.xyz))
            nearest = self.support.tree.query(places.points.xyz)[1] if len(places.candidates) else []
            return self.support.coast_km[np.asarray(nearest, dtype=np.int64)]

        return replace(places.points, coast_km=self._coasts.get(places.serial, measured))

    def _inside(self, places: Places, reach: Said) -> masks.Mask | None:
        on_support = inside(self.support.points, reach, self._span(reach))
        own = self._with_coast(places) if isinstance(reach, CoastReach) else places.points
        on_candidates = inside(own, reach, self._span(reach, places))
        if on_support is None or on_candidates is None:
            return None
        return np.concatenate([on_support, on_candidates])

    def _look(self, places: Places, seen: Seen, weight: float) -> Vector:
        if isinstance(seen, Aligned):
            make = self._aligned(places, seen, weight)
        else:
            make = self._retrieval(places, seen, weight)
        return self._looks.get((places.serial, seen.source, seen.content, weight), make)

    def _aligned(self, places: Places, seen: Aligned, weight: float) -> Callable[[], Vector]:
        def make() -> Vector:
            vectors = self._vectors(seen.look.pack_sha256)
            assert vectors is not None
            vector = np.array(seen.look.vector)
            on_support = self._sums.get(("cosines", seen.content), lambda: vectors.cosines(vector))
            lat, lon = (np.array([getattr(c, axis) for c in places.candidates]) for axis in ("lat", "lon"))
            on_candidates = vectors.cosines_at(vector, lat, lon)
            return pixels.weigh_aligned(places, on_support, on_candidates, seen.look.scale, weight)

        return make

    def _retrieval(self, places: Places, retrieval: Retrieval, weight: float) -> Callable[[], Vector]:
        chosen = self.parameters
        if retrieval.source == pixels.ANSWERS:
            chosen = pixels.of_answers(chosen)

        def sums() -> F8:
            return retrieval_kernels(self.support.xyz, self.support.sd_km, retrieval, chosen.retrieval_tau)

        def make() -> Vector:
            on_candidates = retrieval_kernels(
                places.points.xyz, places.points.sd_km, retrieval, chosen.retrieval_tau
            )
            on_support = self._sums.get((retrieval.content, chosen.retrieval_tau), sums)
            return weigh_retrieval(places, on_support, on_candidates, retrieval.extra, chosen, weight)

        return make

    def country_at(self, lat: float, lon: float) -> int:
        """Number of the country a position lies in: that of the borders, else of the nearest place."""
        if self.world is not None:
            (code,) = self.world.country_of([lat], [lon])
            if code in self.support.country_index:
                return self.support.country_index[code]
        _, nearest = self.support.tree.query(unit(lat, lon))
        return int(self.support.country[int(nearest)])

    def contradictions(self, solution: Solution) -> tuple[Contradiction, ...]:
        """Roots that alone name different countries, and lines whose parts contradict."""
        return conflicts.of(solution, self._alone.get, self.parameters)


def rank(support: Support, *, world: Borders | None = None, **evidence: Unpack[Given]) -> Ranking:
    """:meth:`Locator.rank` without memory."""
    return Locator(support, world).rank(**evidence)
