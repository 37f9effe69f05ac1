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
#: Probabilities of two rankings are compared with the rounding of 2^-20 nats in mind.
ROUNDING = 1e-6
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
    """A right "in" or "not in" never lowers the probability of the true country.

    Borders are soft: where the evidence points at a border, a hint about a wider area may cost the true
    country some of its share to a neighbour inside; those ("vague") are counted beside it.
    """
    name = "a right in / not-in hint never lowers P(true country)"
    asked = [t for t in turns if t.kind in AREAS and t.quality == "right"]
    worst = min(asked, key=lambda t: t.p_after - t.p_before, default=None)
    if worst is None:
        return Bar(name, None, "no such hint", 0)
    lowered = [t for t in asked if t.p_after < t.p_before - ROUNDING]
    text = f"{len(lowered)} of {len(asked)} lowered it"
    if lowered:
        text += f"; worst {worst.p_before:.6f} to {worst.p_after:.6f} ({worst.image}: {worst.hint})"
    vague = [t for t in turns if t.kind in AREAS and t.quality == "vague"]
    most = max((t.p_before - t.p_after for t in vague), default=0.0)
    if most > ROUNDING:
        text += f"; of {len(vague)} vague ones the worst by {most:.6f}"
    return Bar(name, not lowered, text, len(asked))


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
    """One weak wrong hint does not displace a place that an undoubted position of the file backs."""
    name = "one weak wrong hint never displaces a place backed by GPS"
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
        return Bar(name, None, "no such turn", 0)
    text = f"{len(moved)} of {asked} displaced"
    if moved:
        text += f", first {moved[0].image}: {moved[0].hint}"
    return Bar(name, not moved, text, asked)


def comes_back(turns: Sequence[Turn]) -> Bar:
    """Taking the hints away restores turn 0 bit for bit."""
    name = "taking all hints away restores the ranking bit for bit"
    ended = [t for t in turns if t.restored >= 0]
    right = sum(t.restored for t in ended)
    return Bar(
        name, right == len(ended) if ended else None, f"{right} of {len(ended)} conversations", len(ended)
    )
