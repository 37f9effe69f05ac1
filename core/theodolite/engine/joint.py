"""Rankings without a hint and with it; of linked exhibits each alone and together (docs/decisions/0015)."""

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
    named = [name for name in hint.reach.exhibits if name in present]
    return {name: without_and_with(hint, state, (name,), locator, evidence) for name in named}


def without_and_with(
    hint: Hint, state: CaseState, scope: tuple[str, ...], locator: Locator, evidence: Evidence
) -> tuple[Ranking, Ranking]:
    """The ranking of ``scope`` as if ``hint`` had never been given, and the one with it on."""
    others = tuple(one for one in state.hints if one.id != hint.id)

    def ranked(hints: tuple[Hint, ...]) -> Ranking:
        return locator.rank(
            exhibits=scope,
            prior=state.case.prior,
            settings=state.case.sources,
            **evidence(replace(state, hints=hints), scope),
        )

    return ranked(others), ranked((*others, replace(hint, state=HintState.ON)))
