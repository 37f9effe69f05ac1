"""Exhibits that a person says show one place: what speaks for one speaks, blurred and doubted, for the other.

A link is a hint (docs/decisions/0015). A source with the doubt e that comes through a link with the doubt e_l
and the radius r arrives with 1 - (1 - e)(1 - e_l), its points with sqrt(sd^2 + r^2). Along a chain of links
doubts combine in the same way and radii add up. Areas and bands stay as they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from theodolite.domain import (
    AlternativesReach,
    Clue,
    Hint,
    HintState,
    LinkReach,
    PointReach,
    Reach,
    ReferenceSearch,
    SourceSetting,
)
from theodolite.locate.parameters import DEFAULT, Parameters
from theodolite.locate.sources import Group, Part, Retrieval, groups, in_order, retrievals


@dataclass(frozen=True, slots=True)
class Tie:
    """How an exhibit is linked to those asked for: the radii and doubts of all ``hints`` on the way."""

    exhibit: str
    radius_km: float
    doubt: float
    hints: tuple[str, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """The least doubt first, then the least radius; names last, so that there is no chance in it."""
        return (self.doubt, self.radius_km, tuple(in_order(name) for name in self.hints))


def ties(
    exhibits: Sequence[str], hints: Iterable[Hint], states: Iterable[HintState] = (HintState.ON,)
) -> tuple[Tie, ...]:
    """The exhibits linked to ``exhibits`` through hints in one of ``states``, nearest first.

    None when no exhibit is asked for: then all of them speak as they are.
    """
    counting = frozenset(states)
    links = [
        (hint, hint.reach)
        for hint in hints
        if isinstance(hint.reach, LinkReach) and hint.state in counting and not hint.exclude
    ]
    settled: dict[str, Tie] = {name: Tie(name, 0.0, 0.0, ()) for name in exhibits}
    waiting = dict(settled)
    while links and waiting:
        here = min(waiting.values(), key=lambda tie: (tie.order, in_order(tie.exhibit)))
        del waiting[here.exhibit]
        settled[here.exhibit] = here
        for hint, reach in links:
            if here.exhibit not in reach.exhibits:
                continue
            doubt = 1.0 - (1.0 - here.doubt) * (1.0 - hint.strength.doubt)
            radius = here.radius_km + reach.radius_km
            for name in reach.exhibits:
                found = Tie(name, radius, doubt, (*here.hints, hint.id))
                known = waiting.get(name) or settled.get(name)
                if known is None or (name in waiting and found.order < known.order):
                    waiting[name] = found
    asked = set(exhibits)
    linked = [tie for name, tie in settled.items() if name not in asked]
    return tuple(sorted(linked, key=lambda tie: (tie.order, in_order(tie.exhibit))))


def reached(exhibits: Sequence[str], hints: Iterable[Hint]) -> frozenset[str]:
    """The exhibits whose evidence may concern an answer about ``exhibits``: links on, or proposed."""
    found = ties(exhibits, hints, (HintState.ON, HintState.PROPOSED))
    return frozenset(exhibits) | {tie.exhibit for tie in found}


def borrowed_groups(
    found: Sequence[Tie],
    clues: Iterable[Clue],
    settings: Iterable[SourceSetting],
    own: Iterable[Group],
    parameters: Parameters = DEFAULT,
) -> tuple[Group, ...]:
    """The groups of linked exhibits as they arrive. What rests on a root that is there already is left out:
    one root is one doubt, and a link makes no second one of it."""
    known = {group.root for group in own}
    kept, chosen = tuple(clues), tuple(settings)
    result: list[Group] = []
    for tie in found:
        for group in groups((c for c in kept if c.exhibit == tie.exhibit), (), chosen, parameters):
            if group.root not in known:
                known.add(group.root)
                result.append(_arrived(group, tie))
    return tuple(result)


def borrowed_retrievals(found: Sequence[Tie], searches: Iterable[ReferenceSearch]) -> tuple[Retrieval, ...]:
    """The searches of linked exhibits as they arrive."""
    kept = tuple(searches)
    return tuple(
        replace(one, text=one.text + note(tie), blur_km=tie.radius_km, extra=tie.doubt)
        for tie in found
        for one in retrievals(s for s in kept if s.exhibit == tie.exhibit)
    )


def _arrived(group: Group, tie: Tie) -> Group:
    def moved(part: Part) -> Part:
        return replace(part, text=part.text + note(tie), reach=blurred(part.reach, tie.radius_km))

    doubt = 1.0 - (1.0 - group.doubt) * (1.0 - tie.doubt)
    return Group(group.root, doubt, tuple(moved(part) for part in group.parts))


def note(tie: Tie) -> str:
    """How the text of a borrowed source ends."""
    return f" (of {tie.exhibit}, linked by {' and '.join(tie.hints)})"


def blurred(reach: Reach, radius_km: float) -> Reach:
    """``reach`` as seen from up to ``radius_km`` away: sd -> sqrt(sd^2 + r^2) of every point."""
    match reach:
        case PointReach():
            return replace(reach, sd_km=math.hypot(reach.sd_km, radius_km))
        case AlternativesReach():
            options = tuple(
                (share, replace(option, sd_km=math.hypot(option.sd_km, radius_km)))
                for share, option in reach.options
            )
            return replace(reach, options=options)
        case _:
            return reach
