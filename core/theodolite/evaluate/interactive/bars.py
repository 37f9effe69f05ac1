"""What must hold, and whether it does: each bar with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.evaluate.bootstrap import Interval, ratio_difference
from theodolite.evaluate.interactive.numbers import last, rates_of
from theodolite.evaluate.interactive.records import HIT_KM, Turn
from theodolite.evaluate.interactive.shares import harmed, misled, obey_harmed, share
from theodolite.locate.places import LIST_KM

#: Kinds that say "in" or "not in" an area with a border.
AREAS = ("in-country", "not-country", "in-admin1")
#: Well inside its borders a hint fits a place like this, or better.
FITS = 1.0 - 1e-6
#: What a probability may lose beside that: scores are rounded to 2^-20 nats, here and elsewhere.
ROUNDING = 4e-6
#: A place is backed by GPS where the first candidate lies within the one of the truth, and displaced where
#: it then lies beyond the other: what is nearer is the same place in every list (posterior.md, Reported).
GPS_KM, SAME_KM = 1.0, LIST_KM


@dataclass(frozen=True, slots=True)
class Bar:
    """``holds`` None: nothing in this study could break it. ``bound``: the interval of what must not exceed
    0 (a difference of shares), where there is one; ``turns``: how many turns it rests on."""

    name: str
    holds: bool | None
    text: str
    turns: int
    bound: Interval | None = None


def bars(turns: Sequence[Turn]) -> tuple[Bar, ...]:
    """Every bar of the protocol, by what the turns show."""
    return (
        never_lowers(turns),
        not_worse_than_ignoring(turns),
        *(weak_harms_half(turns),),
        *(less_harm_than_obeying(turns, rate) for rate in rates_of(turns) if rate > 0.0),
        gps_stays(turns),
        comes_back(turns),
    )


def never_lowers(turns: Sequence[Turn]) -> Bar:
    """A true "in" or "not in" never lowers the true place where the place lies well inside the borders.

    Borders are soft. Nearer to one a place may lose a little; and a country loses where the evidence points
    at its side of a border, though never more than the mean fit of its places explains. Both are counted and
    told with their size; more than that breaks the bar.
    """
    name = "well inside borders, a true in / not-in hint never lowers P(true place)"
    asked = [t for t in turns if t.kind in AREAS and not t.wrong]
    inside = [t for t in asked if t.fit >= FITS]
    if not asked:
        return Bar(name, None, "no such hint", 0)
    broken = [t for t in inside if lowered(t.home_before, t.home_after)]
    text = f"{len(broken)} of {len(inside)} lowered it"
    if broken:
        text += f", first {broken[0].image}: {broken[0].hint}"
    near = [(t.home_before, t.home_after) for t in asked if t.fit < FITS]
    if near:
        text += f"; of {len(near)} nearer to a border {_lost(near)}"
    text += f"; P(true country): of {len(asked)} {_lost([(t.p_before, t.p_after) for t in asked])}"
    more = [t for t in asked if lowered(t.p_before, t.p_after, t.fit_country)]
    if more:
        text += f", {len(more)} more than the border explains, first {more[0].image}: {more[0].hint}"
    return Bar(name, not broken and not more if inside or more else None, text, len(inside))


def lowered(before: float, after: float, kept: float = 1.0) -> bool:
    """Whether less than the share ``kept`` of a probability is left, rounding aside."""
    return after < before * kept * (1.0 - ROUNDING) - 1e-15


def _lost(pairs: Sequence[tuple[float, float]]) -> str:
    lost = [before - after for before, after in pairs if lowered(before, after)]
    return f"{len(lost)} lowered it" + (f", by {max(lost):.2g} at most" if lost else "")


def not_worse_than_ignoring(turns: Sequence[Turn]) -> Bar:
    """With true hints only, the answer after the last turn is at least as good as without any."""
    name = "at m = 0 hints do not make the answer worse than ignoring them"
    final = [t for t in last(turns, 0.0) if t.placed]
    if not final:
        return Bar(name, None, "no conversation without wrong hints", 0)
    bound = ratio_difference(
        share(final, lambda t: True, lambda t: t.start_km < HIT_KM),
        share(final, lambda t: True, lambda t: t.hit_after),
    )
    ours = sum(t.hit_after for t in final) / len(final)
    ignored = sum(t.start_km < HIT_KM for t in final) / len(final)
    text = f"within 200 km: {100 * ours:.1f} % with hints, {100 * ignored:.1f} % without"
    return Bar(name, bound.value <= 0.0, text, len(final), bound)


def weak_harms_half(turns: Sequence[Turn]) -> Bar:
    """A wrong hint said weakly harms at most half as often as one said with certainty.

    Rejections of places and of clues are orders; their strength changes nothing, so they are left out.
    """
    name = "a weak wrong hint harms at most half as often as a certain one"
    wrong = [t for t in turns if misled(t) and not t.order]
    weak, sure = ([t for t in wrong if t.strength == s] for s in ("weak", "certain"))
    if not weak or not any(harmed(t) for t in sure):
        return Bar(name, None, "no wrong hint of both strengths that harmed", len(weak))
    bound = ratio_difference(
        share(wrong, lambda t: t.strength == "weak", harmed),
        share(wrong, lambda t: t.strength == "certain", harmed),
        factor=0.5,
    )
    one, two = (sum(harmed(t) for t in some) / len(some) for some in (weak, sure))
    return Bar(
        name, bound.value <= 0.0, f"harm {100 * one:.1f} % weak, {100 * two:.1f} % certain", len(wrong), bound
    )


def less_harm_than_obeying(turns: Sequence[Turn], rate: float) -> Bar:
    """Weighing a wrong hint harms less often than obeying it."""
    name = f"at m = {rate:g} hints harm less often than when they are obeyed"
    wrong = [t for t in turns if misled(t) and t.rate == rate]
    if not any(obey_harmed(t) or harmed(t) for t in wrong):
        return Bar(name, None, "no answer was harmed", len(wrong))
    bound = ratio_difference(share(wrong, lambda t: True, harmed), share(wrong, lambda t: True, obey_harmed))
    one, two = (sum(f(t) for t in wrong) / len(wrong) for f in (harmed, obey_harmed))
    return Bar(
        name, bound.value < 0.0, f"harm {100 * one:.1f} % ours, {100 * two:.1f} % obeying", len(wrong), bound
    )


def gps_stays(turns: Sequence[Turn]) -> Bar:
    """One weak wrong hint does not displace a place that an undoubted position of the file backs.

    Where a second source is wrong the same way it can; how many of those were called a contradiction is told.
    """
    name = "one weak wrong hint never displaces a place backed by GPS (more than 25 km)"
    misled_before: set[tuple[int, int, str, float]] = set()
    asked, moved = 0, []
    for turn in sorted(turns, key=lambda t: t.turn):
        if not turn.wrong:
            continue
        first = turn.talk not in misled_before
        misled_before.add(turn.talk)
        if not (first and turn.backed == "gps" and turn.strength == "weak" and not turn.order):
            continue
        if turn.km_before < GPS_KM:
            asked += 1
            if turn.km_after >= SAME_KM:
                moved.append(turn)
    if not asked:
        backed = any(turn.backed for turn in turns)
        told = "no such turn" if backed else "what files claim is left out here; the program's tests hold it"
        return Bar(name, None, told, 0)
    text = f"{len(moved)} of {asked} displaced"
    if moved:
        flagged = sum(turn.flagged for turn in moved)
        text += f", {flagged} with a contradiction shown; first {moved[0].image}: {moved[0].hint}"
    return Bar(name, not moved, text, asked)


def comes_back(turns: Sequence[Turn]) -> Bar:
    """Taking the hints away restores turn 0 bit for bit."""
    name = "taking all hints away restores the ranking bit for bit"
    ended = [t for t in turns if t.restored >= 0]
    right = sum(t.restored for t in ended)
    return Bar(
        name, right == len(ended) if ended else None, f"{right} of {len(ended)} conversations", len(ended)
    )
