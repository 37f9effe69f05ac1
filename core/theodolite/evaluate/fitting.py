"""Fitting the posterior to labelled photographs, with its guards (posterior.md, Fitting).

Fewer than 30 photographs: nothing is fitted. Fewer than 200: one common temperature only. A fit is accepted
when it gains more than one standard error on photographs it has not seen; *calibrated* is said only from
200 photographs on, with a held-out country error of at most .05.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from theodolite.codec import to_plain
from theodolite.domain import source_of
from theodolite.evaluate.labelled import Labelled, data_hash, families, folds
from theodolite.evaluate.scores import LEAST as LEAST_MASS
from theodolite.evaluate.scores import RADII_KM, calibration_error, log_score
from theodolite.jobs import Job, Progress
from theodolite.locate.parameters import DEFAULT, RETRIEVAL, Parameters
from theodolite.locate.places import Q
from theodolite.locate.rank import Locator
from theodolite.locate.sources import counts
from theodolite.locate.sphere import distances, unit

LEAST, MANY = 30, 200
MAX_ECE = 0.05
#: Standard deviations of the Gaussian penalties: log w (and log T), log tau, logit e, softmax b.
PENALTY = {"w": 0.5, "T": 0.5, "tau": 0.5, "e": 1.0, "b": 1.0}
STEP = 1e-2
F8 = NDArray[np.float64]
MakeLocator = Callable[[Parameters], Locator]
Loss = Callable[[F8], float]


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of fitting. Scores are means of posterior.md's objective over held-out photographs (nats).

    ``refused``: what was not fitted, each with its reason. ``fitted``: names of the numbers that were.
    """

    parameters: Parameters
    photographs: int
    families: int
    data_sha256: str
    support_sha256: str
    fitted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    held_out_before: float | None = None
    held_out_after: float | None = None
    standard_error: float | None = None
    ece_before: float | None = None
    ece_after: float | None = None
    accepted: bool = False

    @property
    def gain(self) -> float | None:
        if self.held_out_before is None or self.held_out_after is None:
            return None
        return self.held_out_after - self.held_out_before


def fit(labelled: Sequence[Labelled], make: MakeLocator) -> Job[Fit]:
    """Fit what the data carry. ``make``: a locator with given parameters, over one support."""
    family = families(labelled) if labelled else np.zeros(0, dtype=np.int64)
    base = Fit(
        DEFAULT,
        len(labelled),
        len(set(family.tolist())),
        data_hash(labelled),
        make(DEFAULT).support.sha256,
    )
    if len(labelled) < LEAST:
        why = f"{len(labelled)} labelled photographs; below {LEAST} nothing is fitted"
        return replace(base, refused=(why,))
    if base.families < 2:
        return replace(base, refused=("All photographs belong to one family, so nothing can be held out",))
    names, refused = unknowns(labelled)
    if not names:
        return replace(base, refused=(*refused, "No photograph has evidence beside its own position"))
    division = folds(family)
    before, after = _rows(labelled, make(DEFAULT)), _Rows.empty(len(labelled))
    for number in range(int(division.max()) + 1):
        yield Progress(f"Fitting without part {number + 1}", number, int(division.max()) + 2)
        seen = [one for one, fold in zip(labelled, division, strict=True) if fold != number]
        theta = yield from _solve(seen, names, make)
        held = np.flatnonzero(division == number)
        after.put(held, _rows([labelled[int(i)] for i in held], make(parameters(names, theta))))
    yield Progress("Fitting all photographs", int(division.max()) + 1, int(division.max()) + 2)
    theta = yield from _solve(labelled, names, make)
    return _judged(replace(base, fitted=names, refused=refused), names, theta, before, after)


def _judged(base: Fit, names: tuple[str, ...], theta: F8, before: _Rows, after: _Rows) -> Fit:
    """Accept a fit that gains more than one standard error of the paired differences."""
    difference = after.score - before.score
    error = float(difference.std(ddof=1) / np.sqrt(len(difference)))
    accepted = bool(difference.mean() > error)
    ece = calibration_error(after.stated, after.right)
    result = replace(
        base,
        held_out_before=float(before.score.mean()),
        held_out_after=float(after.score.mean()),
        standard_error=error,
        ece_before=calibration_error(before.stated, before.right),
        ece_after=ece,
        accepted=accepted,
    )
    if not accepted:
        why = f"Not accepted: held-out gain {difference.mean():+.4f} nats, standard error {error:.4f}"
        return replace(result, refused=(*base.refused, why))
    calibrated = base.photographs >= MANY and ece <= MAX_ECE
    chosen = replace(parameters(names, theta), calibrated=calibrated)
    return replace(result, parameters=replace(chosen, fit=_hash_of(result, chosen)))


def _hash_of(result: Fit, chosen: Parameters) -> str:
    plain = to_plain((result.data_sha256, result.support_sha256, chosen), exact=True)
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


# --- the unknowns ---------------------------------------------------------------------------------------


def unknowns(labelled: Sequence[Labelled]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What can be fitted, and what is refused for lack of data, with the reason."""
    seen = occurrences(labelled)
    if not seen:
        return (), ()
    if len(labelled) < MANY:
        why = f"{len(labelled)} labelled photographs; below {MANY} only one common temperature is fitted"
        return ("T",), (why,)
    names = [f"w {source}" for source, n in sorted(seen.items()) if n >= LEAST]
    refused = [
        f"Weight of {source}: it speaks in {n} photographs, fewer than {LEAST}"
        for source, n in sorted(seen.items())
        if n < LEAST
    ]
    if seen.get(RETRIEVAL, 0) >= LEAST:
        names += ["tau", "e retrieval", *(f"b {m}" for m in range(4))]
    if any(n >= LEAST for source, n in seen.items() if source != RETRIEVAL):
        names.append("e text")
    return tuple(names), tuple(refused)


def occurrences(labelled: Sequence[Labelled]) -> Mapping[str, int]:
    """In how many photographs each source says anything about the place."""
    seen: dict[str, int] = {}
    for one in labelled:
        here = {source_of(clue.kind) for clue in one.question.clues if counts(clue)}
        if any(search.references for search in one.question.searches):
            here.add(RETRIEVAL)
        for source in here:
            seen[source] = seen.get(source, 0) + 1
    return seen


def parameters(names: Sequence[str], theta: F8) -> Parameters:
    """Parameters at ``theta`` [k]: 0 is the default of each unknown."""
    value = dict(zip(names, theta.tolist(), strict=True))
    if "T" in value:
        weight = float(np.exp(-value["T"]))
        return Parameters(weights=tuple((source, weight) for source in FITTED_TOGETHER))
    doubt = _moved(DEFAULT.retrieval_doubt, value.get("e retrieval", 0.0))
    beta = np.log(DEFAULT.retrieval_shares) + [value.get(f"b {m}", 0.0) for m in range(4)]
    share = (1.0 - doubt) * np.exp(beta - beta.max()) / np.exp(beta - beta.max()).sum()
    return Parameters(
        weights=tuple((n[2:], float(np.exp(v))) for n, v in sorted(value.items()) if n.startswith("w ")),
        text_doubt=_moved(DEFAULT.text_doubt, value.get("e text", 0.0)),
        retrieval_doubt=doubt,
        retrieval_tau=DEFAULT.retrieval_tau * float(np.exp(value.get("tau", 0.0))),
        retrieval_shares=(float(share[0]), float(share[1]), float(share[2]), float(share[3])),
    )


#: A weight never passes 1, and a temperature never falls below it: every source keeps its floor log e.
_LIMITS = {"w": (-3.0, 0.0), "T": (0.0, 3.0)}

#: What a common temperature cools: everything read from pixels. Claims of the file and hints have no labels.
FITTED_TOGETHER = (
    "script", "orthography", "language", "street", "place", "phone", "domain", "currency", "postal", "plate",
    "unit", "date", "road", "code", RETRIEVAL,
)  # fmt: skip


def _moved(doubt: float, by: float) -> float:
    """A doubt moved on the logit scale, kept within [.02, .98]."""
    logit = np.log(doubt / (1.0 - doubt)) + by
    return float(np.clip(1.0 / (1.0 + np.exp(-logit)), 0.02, 0.98))


def penalty(names: Sequence[str], theta: F8) -> float:
    """-log of the Gaussian penalties to the defaults, up to a constant (nats)."""
    sd = np.array([PENALTY[name.split()[0]] for name in names])
    return float(0.5 * ((theta / sd) ** 2).sum())


# --- solving --------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Rows:
    """By photograph [n]: the score, the probability of the leading country, and whether it was right."""

    score: F8
    stated: F8
    right: NDArray[np.bool_]

    @classmethod
    def empty(cls, n: int) -> _Rows:
        return cls(np.zeros(n), np.zeros(n), np.zeros(n, dtype=bool))

    def put(self, where: NDArray[np.int64], rows: _Rows) -> None:
        self.score[where], self.stated[where], self.right[where] = rows.score, rows.stated, rows.right


def _rows(labelled: Sequence[Labelled], locator: Locator) -> _Rows:
    rows = _Rows.empty(len(labelled))
    for number, one in enumerate(labelled):
        posterior = locator.solve(one.question).posterior
        mass = posterior.country_mass
        truth = locator.country_at(one.lat, one.lon)
        rows.score[number] = log_score(posterior, one.lat, one.lon)
        rows.stated[number] = float(mass.max())
        rows.right[number] = int(np.argmax(mass)) == truth
    return rows


def _solve(labelled: Sequence[Labelled], names: tuple[str, ...], make: MakeLocator) -> Job[F8]:
    """The most probable unknowns: L-BFGS on the summed objective less the penalties.

    Gradients by central differences of .01: scores are whole numbers of 2^-20, so finer steps are noise.
    """
    yield Progress("Fitting")
    score = _cooled(labelled, make) if names == ("T",) else _at(labelled, names, make)

    def loss(theta: F8) -> float:
        return penalty(names, theta) - score(theta)

    def slope(theta: F8) -> F8:
        found = np.zeros(len(theta))
        for number in range(len(theta)):
            step = np.zeros(len(theta))
            step[number] = STEP
            found[number] = (loss(theta + step) - loss(theta - step)) / (2.0 * STEP)
        return found

    limits = [_LIMITS.get(name.split()[0], (-3.0, 3.0)) for name in names]
    options = {"maxiter": 20, "ftol": 1e-6, "gtol": 1e-3}
    answer = minimize(
        loss, np.zeros(len(names)), jac=slope, method="L-BFGS-B", bounds=limits, options=options
    )
    return np.asarray(answer.x, dtype=np.float64)


def _at(labelled: Sequence[Labelled], names: tuple[str, ...], make: MakeLocator) -> Loss:
    """The summed objective at any unknowns, by ranking anew."""

    def score(theta: F8) -> float:
        locator = make(parameters(names, theta))
        return sum(log_score(locator.solve(o.question).posterior, o.lat, o.lon) for o in labelled)

    return score


def _cooled(labelled: Sequence[Labelled], make: MakeLocator) -> Loss:
    """The summed objective under one temperature, from the scores at the defaults.

    All evidence of labelled photographs is cooled together, so log P = log pi + S/T up to a constant.
    """
    locator = make(DEFAULT)
    rows: list[tuple[F8, F8, list[NDArray[np.int64]]]] = []
    for one in labelled:
        posterior = locator.solve(one.question).posterior
        prior = posterior.places.q0 / Q
        km = distances(posterior.places.xyz, unit(one.lat, one.lon))
        rows.append((prior, posterior.score / Q - prior, [np.flatnonzero(km <= r) for r in RADII_KM]))

    def score(theta: F8) -> float:
        weight, total = float(np.exp(-theta[0])), 0.0
        for prior, said, near in rows:
            logit = prior + weight * said
            mass = np.exp(logit - logit.max())
            mass /= mass.sum()
            total += float(np.mean([np.log(mass[inside].sum() + LEAST_MASS) for inside in near]))
        return total

    return score
