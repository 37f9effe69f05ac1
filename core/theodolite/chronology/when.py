"""When an exhibit was taken: what its clues say together, and what they cannot all say.

Place and time are separate findings: nothing here looks at a place. What other exhibits claim does not
establish the time of this one, unless it is of the same series of captures, and then only roughly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from theodolite.chronology.spans import EVER, Window, bounds, span_of, windows
from theodolite.chronology.words import shown
from theodolite.domain import Clue, Origin, TimeSpan
from theodolite.errors import InputError

#: How far the other captures of a series may lie from this one, seconds.
SERIES_SLACK = 3600.0
#: Sets of conflicting clues are searched exhaustively up to this many clues.
_EXHAUSTIVE = 12

Status = Literal["established", "claimed", "not established", "contradicted"]


@dataclass(frozen=True, slots=True)
class WhenFinding:
    """The time of one exhibit.

    ``status``: *established*: two sources that share no origin each bound it on both sides, and ``span`` is
    the shortest that two of them hold to; *claimed*: ``span`` is what the clues leave together;
    *contradicted*: they cannot all be true, ``conflict`` is a smallest set that cannot; *not established*:
    nothing speaks about this exhibit. ``claimed``: the narrower span that all clues leave together.
    ``for_`` and ``against``: ids of clues; after a contradiction the largest set that can be true together,
    and the rest. ``elsewhere``: exhibits whose claims were seen and do not count for this one.
    """

    status: Status
    span: TimeSpan | None
    text: str
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    claimed: TimeSpan | None = None
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """One clue and the span that counts for the exhibit in question."""

    clue: Clue
    span: TimeSpan

    @property
    def id(self) -> str:
        return self.clue.id

    @property
    def note(self) -> str:
        return f"{self.id} ({shown(self.span)})"


def when(clues: Iterable[Clue], exhibit: str, series: Iterable[str] = ()) -> WhenFinding:
    """The time of ``exhibit`` from all clues of the case.

    ``series``: exhibits of the same series of captures (relations of that kind); what they claim counts here,
    an hour wider on both sides. Clues that are off, rejected or no time at all say nothing; a clue
    *against* a time excludes it.
    """
    counting = [clue for clue in clues if clue.active and clue.rejected_reason is None and _usable(clue.when)]
    related = set(series) - {exhibit}
    own = [_Said(clue, _stated(clue)) for clue in counting if clue.exhibit == exhibit]
    own += [
        _Said(clue, span)
        for clue in counting
        if clue.exhibit in related and (span := _widened(_stated(clue))) is not None
    ]
    if not own:
        return _elsewhere([clue for clue in counting if clue.exhibit != exhibit], exhibit)
    left = windows(one.span for one in own)
    if not left:
        return _contradicted(own, exhibit)
    claimed = span_of((left[0][0], left[-1][1]))
    for_ = tuple(one.id for one in own)
    if corroborated := _corroborated(own):
        span, names = corroborated
        text = f"{shown(span)}, by sources that share no origin ({' and '.join(names)})"
        if span != claimed:
            text += f"; within it {_several(left)} is claimed"
        return WhenFinding("established", span, f"{text}.", for_, claimed=claimed)
    text = f"{_several(left)}, claimed by {_named(own, exhibit)}; no source of another origin bears it out."
    return WhenFinding("claimed", claimed, text, for_, claimed=claimed)


def _usable(span: TimeSpan | None) -> bool:
    try:
        return span is not None and bounds(span) != EVER
    except InputError:
        return False


def _stated(clue: Clue) -> TimeSpan:
    """What a clue says; one that speaks against a time excludes it."""
    assert clue.when is not None
    span = clue.when
    return span if clue.supports else TimeSpan(span.start, span.end, not span.inside)


def _widened(span: TimeSpan) -> TimeSpan | None:
    """The span of another capture of the series; what that one excludes says nothing here."""
    if not span.inside:
        return None
    low, high = bounds(span)
    return span_of((low - SERIES_SLACK, high + SERIES_SLACK))


def _named(own: Sequence[_Said], exhibit: str) -> str:
    names = ", ".join(one.id for one in own)
    others = sorted({one.clue.exhibit for one in own} - {exhibit})
    return f"{names}, of the same series as {' and '.join(others)}" if others else names


def _several(left: Sequence[Window]) -> str:
    shown_ = [shown(span_of(window)) for window in left[:3]]
    return " or ".join(shown_) + (" or later" if len(left) > 3 else "")


def _elsewhere(others: Sequence[Clue], exhibit: str) -> WhenFinding:
    """Nothing speaks about the exhibit itself; what other exhibits claim is said, by whom, and no more."""
    claims: dict[str, list[str]] = {}
    for clue in others:
        span = _stated(clue)
        if span.inside and span.start and span.end:
            claims.setdefault(shown(span, by_day=True), []).append(clue.exhibit)
    if not claims:
        text = f"The time of {exhibit} is not established: nothing in this case says when it was taken."
        return WhenFinding("not established", None, text)
    said, names = [], set()
    for text, exhibits in sorted(claims.items(), key=lambda row: (-len(set(row[1])), row[0])):
        named = sorted(set(exhibits), key=_natural)
        names |= set(named)
        said.append(f"{text}, claimed by {_and(named)} only")
    text = f"{'; '.join(said[:3])}: the time of {exhibit} is not established."
    return WhenFinding("not established", None, text, elsewhere=tuple(sorted(names, key=_natural)))


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _natural(name: str) -> tuple[str, int, str]:
    digits = "".join(character for character in name if character.isdigit())
    return (name.rstrip("0123456789"), int(digits or 0), name)


# --- contradiction ----------------------------------------------------------------------------------


def _contradicted(own: Sequence[_Said], exhibit: str) -> WhenFinding:
    conflict = smallest_conflict([one.span for one in own])
    agreeing = largest_agreement([one.span for one in own])
    named = _and([own[number].note for number in conflict])
    both = "both" if len(conflict) == 2 else "all"
    text = f"{named} cannot {both} be true of {exhibit}: at least one is wrong."
    return WhenFinding(
        "contradicted",
        None,
        text,
        tuple(own[number].id for number in agreeing),
        tuple(one.id for number, one in enumerate(own) if number not in agreeing),
        tuple(own[number].id for number in conflict),
    )


def smallest_conflict(spans: Sequence[TimeSpan]) -> tuple[int, ...]:
    """Numbers of a smallest set of spans that cannot all be true; () when all can.

    Intervals that are pairwise together are all together (Helly, one dimension), so pairs suffice unless
    something is excluded. With many spans a set from which nothing can be left out is given instead.
    """
    if windows(spans):
        return ()
    numbers = range(len(spans))
    most = len(spans) if len(spans) <= _EXHAUSTIVE else 3
    for size in range(1, most + 1):
        for chosen in combinations(numbers, size):
            if not windows(spans[number] for number in chosen):
                return chosen
    kept = list(numbers)
    for number in numbers:
        rest = [other for other in kept if other != number]
        if not windows(spans[other] for other in rest):
            kept = rest
    return tuple(kept)


def largest_agreement(spans: Sequence[TimeSpan]) -> tuple[int, ...]:
    """Numbers of a largest set of spans that can all be true, the earliest of equals.

    Some moment is allowed by all of such a set: it is enough to try the ends of all spans and between them.
    """
    ends = sorted({side for span in spans for side in bounds(span) if math.isfinite(side)})
    between = [(a + b) / 2.0 for a, b in pairwise(ends)]
    outer = [ends[0] - 1.0, ends[-1] + 1.0] if ends else [0.0]
    best: tuple[int, ...] = ()
    for moment in sorted([*ends, *between, *outer]):
        allowed = tuple(number for number, span in enumerate(spans) if _allows(span, moment))
        if len(allowed) > len(best):
            best = allowed
    return best


def _allows(span: TimeSpan, moment: float) -> bool:
    low, high = bounds(span)
    return low <= moment <= high if span.inside else not low <= moment <= high


# --- corroboration ----------------------------------------------------------------------------------


def _corroborated(own: Sequence[_Said]) -> tuple[TimeSpan, tuple[str, str]] | None:
    """The shortest span that two sources without a common origin hold to, and the clues that bound it.

    What two sources hold to together reaches from the earlier beginning to the later end of theirs.
    """
    found: list[tuple[float, TimeSpan, tuple[str, str]]] = []
    held = [one for members in _apart(own) if (one := _held(members)) is not None]
    for (first, name), (second, other) in combinations(held, 2):
        hull = (min(first[0], second[0]), max(first[1], second[1]))
        found.append((hull[1] - hull[0], span_of(hull), (name, other)))
    if not found:
        return None
    _, span, names = min(found, key=lambda row: (row[0], row[2]))
    return span, names


def _held(members: Sequence[_Said]) -> tuple[Window, str] | None:
    """The window of one source and the clue that bounds it most; None where a side stays open."""
    left = windows(one.span for one in members)
    window = (left[0][0], left[-1][1])
    if not (math.isfinite(window[0]) and math.isfinite(window[1])):
        return None
    narrowest = min(members, key=lambda one: (_length(one.span), one.id))
    return window, narrowest.id


def _length(span: TimeSpan) -> float:
    low, high = bounds(span)
    return high - low if span.inside else math.inf


def _apart(own: Sequence[_Said]) -> list[list[_Said]]:
    """Clues by origin, joined through others; a clue without an origin corroborates nothing."""
    merged: list[tuple[set[Origin], list[_Said]]] = []
    for one in own:
        origins = set(one.clue.origins)
        if not origins:
            continue
        members = [one]
        rest = []
        for known, others in merged:
            if known & origins:
                origins |= known
                members = others + members
            else:
                rest.append((known, others))
        merged = [*rest, (origins, members)]
    return [members for _, members in merged]
