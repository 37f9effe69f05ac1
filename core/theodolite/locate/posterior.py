"""The one formula, in integers (posterior.md, One formula, Image scores, Exactness).

    Z = sum_p pi_p K(p);   l(p) = log((1 - e) K(p) / Z + e);   q = rint(2^20 l)

score = q_0 + sum of q: integer sums, so any order of sources gives the same bits, and the posterior is
always recomputed from the active set.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from theodolite.domain import AlternativesReach, Reach
from theodolite.errors import InputError
from theodolite.locate import kernels
from theodolite.locate.candidates import Places
from theodolite.locate.kernels import Kernel
from theodolite.locate.parameters import DEFAULT, Parameters
from theodolite.locate.places import Q, quantised
from theodolite.locate.sources import Group, Part, Retrieval
from theodolite.locate.sphere import F8, I8, arc, sums, unit

UNPLACEABLE = 1e-15
CONTRADICTED = 1e-12
RETRIEVAL_SCALES_KM = (1.0, 25.0, 200.0, 750.0)
# A reference with less of the softmax than this moves no log-likelihood by 2^-20.
NEGLIGIBLE_SHARE = 1e-15
BLOCK = 200_000

Mask = NDArray[np.bool_]
# Where the kernels of a reach over the support and over the candidates come from (a cache, usually).
KernelOf = Callable[[Places, Reach], Kernel]


@dataclass(frozen=True, eq=False)
class Vector:
    """q over the places of a question: ``table[zone]`` except ``value`` at ``where``; or all in ``dense``."""

    table: I8
    where: I8
    value: I8
    dense: I8 | None = None

    def at(self, places: I8, zones: I8) -> I8:
        """q at ``places`` [k], which lie in ``zones`` [k]."""
        if self.dense is not None:
            return self.dense[places]
        found = self.table[zones]
        if len(self.where):
            position = np.minimum(np.searchsorted(self.where, places), len(self.where) - 1)
            hit = self.where[position] == places
            found[hit] = self.value[position[hit]]
        return found


@dataclass(frozen=True, eq=False)
class Evidence:
    """What one group says: cumulative vectors of its parts in order, so that differences are the parts'.

    ``steps[j]`` is q of parts 0..j together, None while they say nothing. ``unplaceable`` and ``aside``
    are numbers of parts: those that fit no place, and those set aside because the parts contradict.
    ``lacking``: what the parts among the unplaceable ones need that need something, by their number.
    """

    steps: tuple[Vector | None, ...]
    unplaceable: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()
    lacking: tuple[tuple[int, str], ...] = ()

    @property
    def whole(self) -> Vector | None:
        return self.steps[-1] if self.steps else None

    def contributions(self, places: I8, zones: I8) -> I8:
        """q of each part at ``places`` [parts, k]: telescoping differences that add up to the group's q."""
        sums_so_far = np.zeros((len(self.steps) + 1, len(places)), dtype=np.int64)
        for number, step in enumerate(self.steps):
            if step is not None:
                sums_so_far[number + 1] = step.at(places, zones)
        return np.diff(sums_so_far, axis=0)


def mean(places: Places, kernel: Kernel) -> float:
    """Z = sum_p pi_p K(p)."""
    if kernel.sparse:
        return float((places.pi[kernel.where] * kernel.value).sum())
    total = float((places.zone_pi * kernel.table).sum())
    if len(kernel.where):
        change = kernel.value - kernel.table[places.zone[kernel.where]]
        total += float((places.pi[kernel.where] * change).sum())
    return total


def over(places: Places, on_support: Kernel, on_candidates: F8) -> Kernel:
    """One kernel over support and candidates; every candidate is listed by itself."""
    n, c = len(places.support), len(places.candidates)
    if not c:
        return on_support
    where = np.concatenate([on_support.where, np.arange(n, n + c)])
    value = np.concatenate([on_support.value, on_candidates])
    return Kernel(on_support.table, where, value, on_support.lacking)


def combined(places: Places, reach: Reach, kernel_of: KernelOf) -> Kernel:
    """K over the places of the question; readings by share: sum_a q_a K_a / Z_a over its maximum."""
    if not isinstance(reach, AlternativesReach):
        return kernel_of(places, reach)
    where, value = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for share, option in sorted(reach.options, key=lambda o: (o[1].lat, o[1].lon, o[1].sd_km, o[0])):
        kernel = kernel_of(places, option)
        z = mean(places, kernel)
        if z >= UNPLACEABLE and share > 0:
            where.append(kernel.where)
            value.append(share * kernel.value / z)
    listed, slot = np.unique(np.concatenate(where), return_inverse=True)
    total = sums(slot, np.concatenate(value), len(listed))
    top = float(total.max(initial=0.0))
    table = np.zeros(len(places.support.zone_codes))
    return Kernel(table, listed, total / top if top > 0 else total)


def softened(places: Places, kernel: Kernel, z: float, extra: float) -> Kernel:
    """A part with doubt of its own: ((1 - x) K/Z + x) scaled into [0, 1]."""
    if extra <= 0.0:
        return kernel
    top = (1.0 - extra) / z + extra
    return Kernel(
        ((1.0 - extra) * kernel.table / z + extra) / top,
        kernel.where,
        ((1.0 - extra) * kernel.value / z + extra) / top,
    )


def vector(kernel: Kernel, z: float, doubt: float) -> Vector:
    """q of one source with compatibility ``kernel``, whose mean under the prior is ``z``, and doubt e."""
    if kernel.sparse:
        table = np.full(len(kernel.table), quantised(np.log(np.array(doubt))))
    else:
        table = quantised(np.log((1.0 - doubt) * kernel.table / z + doubt))
    value = quantised(np.log((1.0 - doubt) * kernel.value / z + doubt))
    return Vector(table, kernel.where, value)


def weigh(places: Places, group: Group, kernel_of: KernelOf) -> Evidence:
    """The vectors of one group. Contradicting parts: the most specific stays, the rest is set aside."""
    usable: dict[int, Kernel] = {}
    specific: dict[int, float] = {}
    unplaceable: list[int] = []
    lacking: list[tuple[int, str]] = []
    for number, part in enumerate(group.parts):
        if part.implied:
            continue
        kernel = _part_kernel(places, part, kernel_of)
        z = mean(places, kernel)
        if z < UNPLACEABLE:
            unplaceable.append(number)
            if kernel.lacking:
                lacking.append((number, kernel.lacking))
            continue
        usable[number], specific[number] = softened(places, kernel, z, part.extra), z
    together = _product(places, usable.values())
    aside: list[int] = []
    if len(usable) > 1 and together is not None and mean(places, together) < CONTRADICTED:
        kept = min(usable, key=lambda number: (specific[number], -number))
        aside = [number for number in usable if number != kept]
        usable = {kept: usable[kept]}
    steps: list[Vector | None] = []
    current: Kernel | None = None
    for number in range(len(group.parts)):
        if number not in usable:
            steps.append(steps[-1] if steps else None)
            continue
        part = group.parts[number]
        if current is None:
            current = usable[number]
            z = specific[number] if part.extra <= 0.0 else mean(places, current)
        else:
            current = kernels.product(current, usable[number], places.zone)
            z = mean(places, current)
        steps.append(vector(current, z, group.doubt))
    whole = _weighted(places, steps, group.parts)
    return Evidence(whole, tuple(unplaceable), tuple(aside), tuple(lacking))


def _weighted(
    places: Places, steps: Sequence[Vector | None], parts: Sequence[Part]
) -> tuple[Vector | None, ...]:
    """What each part adds, scaled by its weight w: rint(w (q(1..j) - q(1..j-1))), summed again."""
    if all(part.weight == 1.0 for part in parts):
        return tuple(steps)
    total: Vector | None = None
    before: Vector | None = None
    found: list[Vector | None] = []
    for step, part in zip(steps, parts, strict=True):
        if step is not None and step is not before:
            total = _added(places, total, before, step, part.weight)
            before = step
        found.append(total)
    return tuple(found)


def _added(places: Places, total: Vector | None, before: Vector | None, now: Vector, weight: float) -> Vector:
    zero = Vector(np.zeros_like(now.table), now.where[:0], now.value[:0])
    base, last = total or zero, before or zero
    where = np.union1d(np.union1d(base.where, last.where), now.where)
    zones = places.zone[where]
    change = np.rint(weight * (now.at(where, zones) - last.at(where, zones))).astype(np.int64)
    table = base.table + np.rint(weight * (now.table - last.table)).astype(np.int64)
    return Vector(table, where, base.at(where, zones) + change)


def _part_kernel(places: Places, part: Part, kernel_of: KernelOf) -> Kernel:
    kernel = combined(places, part.reach, kernel_of)
    return kernel if part.supports else kernel.negated()


def _product(places: Places, parts: Iterable[Kernel]) -> Kernel | None:
    result: Kernel | None = None
    for kernel in parts:
        result = kernel if result is None else kernels.product(result, kernel, places.zone)
    return result


# --- image scores -------------------------------------------------------------------------------------


def retrieval_kernels(xyz: F8, sd_km: F8, retrieval: Retrieval, tau: float = DEFAULT.retrieval_tau) -> F8:
    """Kbar_m = sum_j a_j K(p; reference j, sd m) for the four scales, [4, places]; a = softmax(s / tau).

    Scales of references that come through a link are blurred by its radius r: sqrt(m^2 + r^2).
    """
    scales = [math.hypot(scale, retrieval.blur_km) for scale in RETRIEVAL_SCALES_KM]
    cosine = np.array([reference.cosine for reference in retrieval.references])
    share = np.exp((cosine - cosine.max()) / tau)
    share /= share.sum()
    where = unit(
        np.array([reference.lat for reference in retrieval.references]),
        np.array([reference.lon for reference in retrieval.references]),
    )
    kept = share >= NEGLIGIBLE_SHARE
    share, where = share[kept], where[kept]
    total = np.zeros((len(RETRIEVAL_SCALES_KM), len(xyz)))
    if not len(xyz):
        return total
    block = max(1, BLOCK // len(xyz))
    for first in range(0, len(share), block):
        weight, some = share[first : first + block], where[first : first + block]
        # |p - r| of unit vectors, exact near zero; [references, places]
        km = arc(np.sqrt(sum((xyz[None, :, axis] - some[:, axis, None]) ** 2 for axis in range(3))))
        for row, scale in enumerate(scales):
            reference, place = np.nonzero(km * km <= 2.0 * kernels.TAIL * (scale * scale + sd_km * sd_km))
            value = kernels.gaussian(km[reference, place], scale, sd_km[place])
            total[row] += sums(place, weight[reference] * value, len(xyz))
    return total


def weigh_retrieval(
    places: Places,
    on_support: F8,
    on_candidates: F8,
    extra: float = 0.0,
    parameters: Parameters = DEFAULT,
    weight: float = 1.0,
) -> Vector:
    """exp(l) = e + sum_m b_m Kbar_m / Zbar_m. A scale that reaches no place leaves its share to e.

    ``extra`` x is a doubt beside e: b_m is scaled by 1 - x, e becomes 1 - (1 - e)(1 - x). ``weight`` is w.
    """
    n = len(places.support)
    likelihood = np.full(len(places), 1.0 - (1.0 - parameters.retrieval_doubt) * (1.0 - extra))
    for row, whole in enumerate(parameters.retrieval_shares):
        share = whole * (1.0 - extra)
        z = float((places.pi[:n] * on_support[row]).sum() + (places.pi[n:] * on_candidates[row]).sum())
        if z < UNPLACEABLE:
            likelihood += share
            continue
        likelihood[:n] += (share / z) * on_support[row]
        likelihood[n:] += (share / z) * on_candidates[row]
    nothing = np.zeros(0, dtype=np.int64)
    return Vector(nothing, nothing, nothing, quantised(weight * np.log(likelihood)))


# --- the sum ------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Posterior:
    """Scores (2^20 per nat) and probabilities of every place; masked places have probability 0."""

    places: Places
    score: I8
    masked: Mask
    probability: F8
    log_total: float

    @cached_property
    def information(self) -> float:
        """KL(P || pi) in nats."""
        gain = float((self.probability * (self.score - self.places.q0)).sum()) / Q
        return max(0.0, gain - self.log_total)

    @cached_property
    def zone_mass(self) -> F8:
        zones = len(self.places.support.zone_codes)
        return sums(self.places.zone, self.probability, zones)

    @cached_property
    def country_mass(self) -> F8:
        return self.places.countries(self.zone_mass)


def solve(places: Places, vectors: Iterable[Vector], masked: Mask) -> Posterior:
    """P = exp((S - max S) / 2^20) over the places that are not masked, divided by its sum.

    Raises InputError where every place is masked.
    """
    if masked.all():
        raise InputError("These exclusions leave no place in the world; remove one of them.")
    score = places.q0.copy()
    table = np.zeros(len(places.support.zone_codes), dtype=np.int64)
    for one in vectors:
        if one.dense is not None:
            score += one.dense
            continue
        table += one.table
        if len(one.where):
            score[one.where] += one.value - one.table[places.zone[one.where]]
    score += table[places.zone]
    top = int(score.max() if not masked.any() else score[~masked].max())
    probability = np.exp((score - top) / Q)
    if masked.any():
        probability[masked] = 0.0
    total = float(probability.sum())
    probability /= total
    return Posterior(places, score, masked, probability, top / Q + float(np.log(total)))


def alone(places: Places, one: Vector) -> F8:
    """Country probabilities from the prior and this source only, no masks [countries]."""
    if one.dense is not None:
        weight = places.pi * np.exp(one.dense / Q)
        zones = sums(places.zone, weight, len(places.support.zone_codes))
    else:
        table = np.exp(one.table / Q)
        zones = places.zone_pi * table
        there = places.zone[one.where]
        change = places.pi[one.where] * (np.exp(one.value / Q) - table[there])
        zones += sums(there, change, len(zones))
    mass = np.maximum(places.countries(zones), 0.0)
    return np.asarray(mass / mass.sum(), dtype=np.float64)
