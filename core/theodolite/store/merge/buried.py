"""What was destroyed here does not come back with another copy of the case that still has it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from theodolite.codec import from_plain
from theodolite.store import log
from theodolite.store.case_store import CaseStore
from theodolite.store.destruction import Plan, struck_out
from theodolite.store.kinds import KINDS

Rows = Mapping[tuple[str, str], Any]


@dataclass(frozen=True)
class Buried:
    """``exhibits``: ids that were destroyed here; ``digests`` of values that went with them; ``plans``: what
    would go in the other copy, for each destroyed exhibit that is still in it."""

    exhibits: frozenset[str]
    digests: frozenset[str]
    plans: tuple[Plan, ...]

    def kept_out(self, theirs: Rows, base: Rows) -> tuple[dict[tuple[str, str], Any], list[str]]:
        """``theirs`` without rows and words of what is destroyed here, and in words what was left out.

        A row that goes with an exhibit counts as unchanged since ``base``, or as never written.
        """
        found, left_out = dict(theirs), []
        for plan in self.plans:
            for at in plan.taken_out:
                if at in base:
                    found[at] = base[at]
                elif found.pop(at, None) is not None:
                    left_out.append(f"{at[1]} of the other copy is about an exhibit that was destroyed here.")
        for plan in self.plans:
            for at, value in found.items():
                if value != base.get(at):
                    found[at] = _struck(at[0], value, plan)
        return found, left_out


def buried(ours: CaseStore, theirs: CaseStore) -> Buried:
    """What of ``theirs`` was destroyed in ``ours``; bytes that were taken into ours again are not."""
    stones = ours.state().tombstones
    if not stones:
        return Buried(frozenset(), frozenset(), ())
    digests: set[str] = set()
    for record in ours.log_rows():
        if '"destroyed":' in record.payload:
            for one in json.loads(record.payload).get("destroyed", ()):
                digests.update(one["digests"])
    alive = {item.sha256 for item in ours.state().exhibits}
    hashes = {stone.sha256 for stone in stones} - alive
    plans = tuple(theirs.destruction(item.id) for item in theirs.state().exhibits if item.sha256 in hashes)
    return Buried(
        frozenset(stone.exhibit for stone in stones if stone.sha256 in hashes),
        frozenset(digests.union(*(plan.digests for plan in plans))),
        plans,
    )


def _struck(kind: str, value: Any, plan: Plan) -> Any:
    plain = log.plain(value)
    struck = struck_out(kind, plain, plan.words)
    return value if struck == plain else from_plain(KINDS[kind], struck)
