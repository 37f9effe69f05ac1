"""Contradictions (posterior.md, Contradiction): shown with both rankings, never averaged away in silence."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

import numpy as np

from theodolite.domain import Contradiction
from theodolite.locate.pixels import doubt
from theodolite.locate.posterior import Vector, alone
from theodolite.locate.sphere import F8

if TYPE_CHECKING:
    from theodolite.locate.candidates import Places
    from theodolite.locate.parameters import Parameters
    from theodolite.locate.rank import Solution
    from theodolite.locate.sources import Group

SURE = 0.8
SHOWN = 5
Remember = Callable[[Hashable, Callable[[], F8]], F8]


def of(solution: Solution, remember: Remember, parameters: Parameters) -> tuple[Contradiction, ...]:
    """Roots that alone put at least .8 on different countries, and lines whose parts contradict."""
    places = solution.posterior.places
    said: list[tuple[str, str, F8]] = []
    most = float(places.countries(places.zone_pi).max())
    for group, evidence in zip(solution.groups, solution.evidence, strict=True):
        # Alone a source leaves at least its doubt times the prior on what it does not say.
        if evidence.whole is not None and (1.0 - group.doubt) + group.doubt * most >= SURE:
            key = (places.serial, "group", group.content)
            said.append((_ids(group), _text(group), _country_mass(places, evidence.whole, key, remember)))
    for seen, look in zip(solution.seen, solution.looks, strict=True):
        e = doubt(seen, parameters)
        if (1.0 - e) + e * most >= SURE:
            key = (places.serial, f"look {seen.source}", seen.content)
            mass = _country_mass(places, look, key, remember)
            said.append((seen.source, seen.text, mass))
    sure = [(ids, text, mass) for ids, text, mass in said if float(mass.max()) >= SURE]
    found = []
    for number, (ids, text, mass) in enumerate(sure):
        for other_ids, other_text, other in sure[number + 1 :]:
            first, second = int(np.argmax(mass)), int(np.argmax(other))
            if first != second:
                names = places.support.country_names
                found.append(
                    Contradiction(
                        f"{ids} alone says {names[first]} ({mass[first]:.2f}): {text}. "
                        f"{other_ids} alone says {names[second]} ({other[second]:.2f}): {other_text}.",
                        ids,
                        other_ids,
                        ranking(places, mass),
                        ranking(places, other),
                    )
                )
    return (*found, *_within_lines(solution, remember))


def _country_mass(places: Places, one: Vector, key: Hashable, remember: Remember) -> F8:
    return remember(key, lambda: alone(places, one))


def _within_lines(solution: Solution, remember: Remember) -> list[Contradiction]:
    """Groups whose parts fit no common place: the most specific counts, the others are set aside."""
    places, found = solution.posterior.places, []
    for group, evidence in zip(solution.groups, solution.evidence, strict=True):
        if not evidence.aside or evidence.whole is None:
            continue
        kept = next(
            part
            for number, part in enumerate(group.parts)
            if number not in evidence.aside and number not in evidence.unplaceable and not part.implied
        )
        dropped = [group.parts[number] for number in evidence.aside]
        mass = _country_mass(places, evidence.whole, (places.serial, "group", group.content), remember)
        found.append(
            Contradiction(
                f"The parts of one source fit no common place; {kept.source} ({kept.text}) counts, "
                + ", ".join(f"{part.source} ({part.text})" for part in dropped)
                + " does not.",
                kept.source,
                ", ".join(part.source for part in dropped),
                ranking(places, mass),
                (),
            )
        )
    return found


def ranking(places: Places, mass: F8) -> tuple[tuple[str, float], ...]:
    """The first five countries by name."""
    order = np.lexsort((np.arange(len(mass)), -mass))[:SHOWN]
    return tuple((places.support.country_names[int(i)], float(mass[i])) for i in order if mass[i] > 0.0)


def _ids(group: Group) -> str:
    return ", ".join(dict.fromkeys(part.source for part in group.parts if not part.implied))


def _text(group: Group) -> str:
    return "; ".join(dict.fromkeys(part.text for part in group.parts if not part.implied))
