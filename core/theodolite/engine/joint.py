"""The ranking of linked exhibits together, beside that of each single one (docs/decisions/0015)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from theodolite.domain import CaseState, Hint, HintState, LinkReach, Ranking
from theodolite.errors import InputError
from theodolite.locate.rank import Locator

Evidence = Callable[[CaseState, tuple[str, ...]], dict[str, Any]]


def rankings(
    hint: Hint, state: CaseState, locator: Locator, evidence: Evidence
) -> dict[str, tuple[Ranking, Ranking]]:
    """Exhibit -> (its ranking as if ``hint`` had never been given, the one with it on).

    Withdrawn exhibits are left out. Raises InputError where the hint is no link of exhibits.
    """
    if not isinstance(hint.reach, LinkReach):
        raise InputError(f"{hint.id} is no link: it does not say that exhibits show one place.")
    present = {item.id for item in state.exhibits if not item.withdrawn}
    others = tuple(one for one in state.hints if one.id != hint.id)
    linked = (*others, replace(hint, state=HintState.ON))

    def ranked(exhibit: str, hints: tuple[Hint, ...]) -> Ranking:
        seen = replace(state, hints=hints)
        return locator.rank(
            exhibits=(exhibit,),
            prior=state.case.prior,
            settings=state.case.sources,
            **evidence(seen, (exhibit,)),
        )

    return {
        name: (ranked(name, others), ranked(name, linked)) for name in hint.reach.exhibits if name in present
    }
