"""What the conversations come to: by kind, quality and strength, over rates of error, against baselines.

Intervals are bootstrap intervals by image (evaluate.bootstrap): turns of one image belong together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from theodolite.evaluate.bootstrap import Interval, draws
from theodolite.evaluate.interactive.investigator import MANNERS, STRENGTHS
from theodolite.evaluate.interactive.records import HIT_KM, Turn
from theodolite.evaluate.interactive.said import KINDS, QUALITIES
from theodolite.evaluate.interactive.shares import harmed, interval_of, misled, obey_harmed, rate_of
from theodolite.evaluate.metrics import THRESHOLDS_KM, Calibration, calibration
from theodolite.locate.sphere import F8

#: Edges of the bins of turn 0's P(true country), and how they are called.
BIN_EDGES, BINS = (0.2, 0.5, 0.8), ("<.2", ".2-.5", ".5-.8", ">.8")
#: A hinted area with less probability than this before is one that the evidence speaks against.
UNLIKELY = 0.05
#: Over all conversations; the model is asked again in some, and compared with these there.
SYSTEMS = ("ours", "ignore", "obey")
MODEL = "model"


@dataclass(frozen=True, slots=True)
class Change:
    """A mean before and after, and the interval of the difference (of sums over turns by image)."""

    before: float
    after: float
    difference: Interval


@dataclass(frozen=True, slots=True)
class Cell:
    """The turns of one kind, quality, strength and bin; '' is all of them.

    ``hits``: at 1, 25, 200, 750, 2500 km, of turns whose truth is a position. ``helped`` is of right and
    vague hints, ``harmed`` of wrong ones: shares of all such turns. ``kept_wrong`` ("stubborn"): wrong
    before and after a right hint. ``obeyed``: the leading country became the hinted one. NaN: no such turn.
    """

    manner: str
    kind: str
    quality: str
    strength: str
    bin: str
    turns: int
    images: int
    hits: tuple[Change, ...]
    country: Change
    score: Change
    helped: Interval
    harmed: Interval
    kept_wrong: Interval
    obeyed: Interval
    km_change: float


@dataclass(frozen=True, slots=True)
class Point:
    """One system at one rate, after the last turn."""

    manner: str
    rate: float
    system: str
    images: int
    hit: Interval
    country: Interval
    harm: Interval
    harm_if_right: Interval


@dataclass(frozen=True, slots=True)
class Flagging:
    """The contradiction flag: of flagged hints, how many are wrong; of wrong ones, how many are flagged.

    ``*_unlikely``: among hints whose area had less than .05 before.
    """

    manner: str
    precision: Interval
    recall: Interval
    precision_unlikely: Interval
    recall_unlikely: Interval
    flagged: int


@dataclass(frozen=True, slots=True)
class Trust:
    """After the last turn at one rate: ``coverage`` (share of answers that name anything), ``risk`` (share of
    those farther than 200 km off, or in another country), and the calibration of the leading country."""

    manner: str
    rate: float
    coverage: Interval
    risk: Interval
    before: Calibration
    after: Calibration


@dataclass(frozen=True, slots=True)
class Recovery:
    """``restored``: share of conversations whose ranking came back bit for bit. ``undone``: of answers that a
    wrong hint harmed, those that a true "not in" put right; ``undone_p``: median share of the lost
    probability that came back."""

    conversations: int
    restored: float
    harmed: int
    undone: Interval
    undone_p: float


@dataclass(frozen=True, slots=True)
class Even:
    """The rate of wrong hints at which five turns change nothing: ``rate`` infinite where even the greatest
    studied gains, 0 where the least loses. Only at studied rates; between them a straight line."""

    manner: str
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Numbers:
    cells: tuple[Cell, ...]
    curves: tuple[Point, ...]
    asked_again: tuple[Point, ...]
    flags: tuple[Flagging, ...]
    trust: tuple[Trust, ...]
    recovery: Recovery
    even: tuple[Even, ...]


def bin_of(p: float) -> str:
    return BINS[int(np.searchsorted(BIN_EDGES, p, side="right"))]


def summarise(turns: Sequence[Turn]) -> Numbers:
    """All numbers of a study. Raises InputError for no turns."""
    manners = [manner for manner in MANNERS if any(t.manner == manner for t in turns)]
    by_manner = {manner: [t for t in turns if t.manner == manner] for manner in manners}
    return Numbers(
        cells=tuple(cell for manner in manners for cell in _cells(manner, by_manner[manner])),
        curves=tuple(point for manner in manners for point in _curves(manner, by_manner[manner], SYSTEMS)),
        asked_again=tuple(
            point
            for manner in manners
            for point in _curves(manner, _asked_again(by_manner[manner]), (*SYSTEMS, MODEL))
        ),
        flags=tuple(_flagging(manner, by_manner[manner]) for manner in manners),
        trust=tuple(one for manner in manners for one in _trust(manner, by_manner[manner])),
        recovery=_recovery(turns),
        even=tuple(_even(manner, by_manner[manner]) for manner in manners),
    )


# --- cells ---------------------------------------------------------------------------------------------


def _cells(manner: str, turns: Sequence[Turn]) -> list[Cell]:
    said = [turn for turn in turns if turn.said]
    wanted: list[tuple[str, str, str, str]] = [("", "", "", "")]
    strengths = [one.value for one in STRENGTHS]
    wanted += [("", quality, "", "") for quality in QUALITIES]
    wanted += [("", quality, strength, "") for quality in QUALITIES for strength in strengths]
    wanted += [("", quality, "", bin_) for quality in QUALITIES for bin_ in BINS]
    wanted += [("", quality, s, bin_) for quality in QUALITIES for s in strengths for bin_ in BINS]
    wanted += [(kind, quality, "", "") for kind in KINDS for quality in QUALITIES]
    wanted += [(kind, quality, s, "") for kind in KINDS for quality in QUALITIES for s in strengths]
    groups: dict[tuple[str, str, str, str], list[Turn]] = {key: [] for key in wanted}
    for turn in said:
        bin_ = bin_of(turn.start_p)
        for kind in ("", turn.kind):
            for quality in ("", turn.quality):
                for strength in ("", turn.strength):
                    for one in ("", bin_):
                        if (group := groups.get((kind, quality, strength, one))) is not None:
                            group.append(turn)
    return [_cell(manner, key, group) for key, group in groups.items() if group]


def _cell(manner: str, key: tuple[str, str, str, str], turns: list[Turn]) -> Cell:
    placed = [turn for turn in turns if turn.placed]
    hits = tuple(
        _change(placed, lambda t, r=radius: t.km_before < r, lambda t, r=radius: t.km_after < r)  # type: ignore[misc]
        for radius in THRESHOLDS_KM
    )
    moved = [_moved(turn) for turn in placed]
    return Cell(
        manner,
        *key,
        len(turns),
        len({turn.row for turn in turns}),
        hits,
        _change(turns, lambda t: t.top_before == t.true_country, lambda t: t.top_after == t.true_country),
        _change(placed, lambda t: t.score_before, lambda t: t.score_after),
        rate_of(placed, _true, lambda t: not t.hit_before and t.hit_after),
        rate_of(placed, misled, harmed),
        rate_of(placed, _true, lambda t: not t.hit_before and not t.hit_after),
        rate_of(turns, lambda t: t.wrong, lambda t: t.to_hinted),
        float(np.median(moved)) if moved else math.nan,
    )


def _true(turn: Turn) -> bool:
    return turn.quality in ("right", "vague")


def _moved(turn: Turn) -> float:
    """Change of the error in km; 0 where there is no answer before and after."""
    if math.isinf(turn.km_before) and math.isinf(turn.km_after):
        return 0.0
    return turn.km_after - turn.km_before


def _change(turns: Sequence[Turn], before: Callable[[Turn], float], after: Callable[[Turn], float]) -> Change:
    if not turns:
        nothing = Interval(math.nan, math.nan, math.nan)
        return Change(math.nan, math.nan, nothing)
    first = np.array([float(before(turn)) for turn in turns])
    second = np.array([float(after(turn)) for turn in turns])
    by_image: dict[int, list[int]] = {}
    for number, turn in enumerate(turns):
        by_image.setdefault(turn.row, []).append(number)
    difference = second - first
    top = np.array([float(difference[rows].sum()) for rows in by_image.values()])
    count = np.array([float(len(rows)) for rows in by_image.values()])
    return Change(float(first.mean()), float(second.mean()), interval_of(top, count))


# --- over rates ----------------------------------------------------------------------------------------


def last(turns: Sequence[Turn], rate: float) -> list[Turn]:
    """The last turn of every conversation at one rate."""
    final = max((turn.turn for turn in turns), default=0)
    return [turn for turn in turns if turn.rate == rate and turn.turn == final]


def rates_of(turns: Sequence[Turn]) -> list[float]:
    return sorted({turn.rate for turn in turns})


def _answer(turn: Turn, system: str) -> tuple[float, str]:
    """(km, country) after the turn."""
    match system:
        case "ours":
            return turn.km_after, turn.top_after
        case "ignore":
            return turn.start_km, turn.start_top
        case "obey":
            return turn.obey_km_after, turn.obey_top_after
        case _:
            return turn.model_km_after, turn.model_top


def _harm(turn: Turn, system: str) -> bool:
    match system:
        case "ours":
            return harmed(turn)
        case "obey":
            return obey_harmed(turn)
        case "model":
            return turn.model_km_before < HIT_KM <= turn.model_km_after
        case _:
            return False


def _right_before(turn: Turn, system: str) -> bool:
    km = {"ours": turn.km_before, "ignore": turn.start_km, "obey": turn.obey_km_before}
    return km.get(system, turn.model_km_before) < HIT_KM


def _asked_again(turns: Sequence[Turn]) -> list[Turn]:
    """The conversations in which the model was asked again, whole."""
    asked = {t.talk for t in turns if t.model_top or not math.isnan(t.model_km_after)}
    return [turn for turn in turns if turn.talk in asked]


def _curves(manner: str, turns: Sequence[Turn], systems: Sequence[str]) -> list[Point]:
    """Every system on the same conversations."""
    found = []
    for rate in rates_of(turns):
        asked = last(turns, rate)
        spoken = [turn for turn in turns if turn.rate == rate]
        for system in systems:
            found.append(
                Point(
                    manner,
                    rate,
                    system,
                    len({turn.row for turn in asked}),
                    rate_of(asked, lambda t: t.placed, lambda t, s=system: _answer(t, s)[0] < HIT_KM),  # type: ignore[misc]
                    rate_of(
                        asked,
                        lambda t: True,
                        lambda t, s=system: _answer(t, s)[1] == t.true_country,  # type: ignore[misc]
                    ),
                    rate_of(spoken, misled, lambda t, s=system: _harm(t, s)),  # type: ignore[misc]
                    rate_of(
                        spoken,
                        lambda t, s=system: misled(t) and _right_before(t, s),  # type: ignore[misc]
                        lambda t, s=system: _harm(t, s),  # type: ignore[misc]
                    ),
                )
            )
    return found


def _even(manner: str, turns: Sequence[Turn]) -> Even:
    """Where the mean change of hits at 200 km over the conversation crosses 0."""
    rates = rates_of(turns)
    table: dict[int, list[list[float]]] = {}
    for number, rate in enumerate(rates):
        for turn in last(turns, rate):
            if turn.placed:
                rows = table.setdefault(turn.row, [[] for _ in rates])
                rows[number].append(float(turn.hit_after) - float(turn.start_km < HIT_KM))
    values = np.array([[float(np.mean(c)) for c in row] for row in table.values() if all(row)])
    if not len(values):
        return Even(manner, math.nan, math.nan, math.nan)
    whole = _crossing(rates, values.mean(axis=0))
    drawn = np.sort(
        [_crossing(rates, mean) for counts in draws(len(values)) for mean in counts @ values / len(values)]
    )
    edge = int(0.025 * (len(drawn) - 1))
    return Even(manner, whole, float(drawn[edge]), float(drawn[len(drawn) - 1 - edge]))


def _crossing(rates: Sequence[float], change: F8) -> float:
    if change[0] < 0.0:
        return 0.0
    for left in range(len(rates) - 1):
        if change[left] >= 0.0 > change[left + 1]:
            at = change[left] / (change[left] - change[left + 1])
            return float(rates[left] + at * (rates[left + 1] - rates[left]))
    return math.inf


# --- flags, trust, recovery ----------------------------------------------------------------------------


def _flagging(manner: str, turns: Sequence[Turn]) -> Flagging:
    said = [turn for turn in turns if turn.said]
    unlikely = [turn for turn in said if turn.said_p < UNLIKELY]

    def both(some: Sequence[Turn]) -> tuple[Interval, Interval]:
        return (
            rate_of(some, lambda t: bool(t.flagged), lambda t: t.wrong),
            rate_of(some, lambda t: t.wrong, lambda t: t.flagged),
        )

    return Flagging(manner, *both(said), *both(unlikely), sum(turn.flagged for turn in said))


def _trust(manner: str, turns: Sequence[Turn]) -> list[Trust]:
    found = []
    for rate in rates_of(turns):
        final = last(turns, rate)

        def far(turn: Turn) -> bool:
            return not turn.hit_after if turn.placed else turn.top_after != turn.true_country

        stated = [min(1.0, turn.top_p_after) for turn in final]
        first = {turn.row: turn for turn in turns if turn.turn == 1 and turn.rate == rate}.values()
        found.append(
            Trust(
                manner,
                rate,
                rate_of(final, lambda t: True, lambda t: t.level_after != "unknown"),
                rate_of(final, lambda t: t.level_after != "unknown", far),
                calibration(
                    [min(1.0, t.top_p_before) for t in first], [t.top_before == t.true_country for t in first]
                ),
                calibration(stated, [turn.top_after == turn.true_country for turn in final]),
            )
        )
    return found


def _recovery(turns: Sequence[Turn]) -> Recovery:
    ended = [turn for turn in turns if turn.restored >= 0]
    lost = [turn for turn in turns if turn.said and turn.wrong and not math.isnan(turn.undone_p)]
    shares = [turn.undone_p for turn in lost]
    return Recovery(
        len(ended),
        float(np.mean([turn.restored for turn in ended])) if ended else math.nan,
        len(lost),
        rate_of(lost, lambda t: t.hit_before and not t.hit_after, lambda t: t.undone_km < HIT_KM),
        float(np.median(shares)) if shares else math.nan,
    )
