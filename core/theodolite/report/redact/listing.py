"""What was covered in pictures and why, without saying what it was."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.domain import CaseState

KINDS = {"face": "a face", "plate": "a vehicle plate", "name": "a name", "region": "a region"}


@dataclass(frozen=True, slots=True)
class Redaction:
    """One covered region. ``share``: how much of the picture it covers, in percent; ``by``: who decided,
    or that detection proposed it and nobody has decided yet."""

    id: str
    exhibit: str
    what: str
    reason: str
    by: str
    share: str


def regions(state: CaseState) -> tuple[Redaction, ...]:
    """Every covered region of the case, in the order of exhibits."""
    order = {item.id: number for number, item in enumerate(state.exhibits)}
    return tuple(
        Redaction(
            id=mask.id,
            exhibit=mask.exhibit,
            what=KINDS[mask.kind],
            reason=mask.reason,
            by=f"{mask.person}, as detection proposed" if mask.proposed else mask.person,
            share=f"{100 * (mask.box.right - mask.box.left) * (mask.box.bottom - mask.box.top):.1f} %",
        )
        for mask in sorted(state.masks, key=lambda mask: order.get(mask.exhibit, len(order)))
    )
