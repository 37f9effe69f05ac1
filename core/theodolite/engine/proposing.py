"""Regions that might have to be covered, proposed by detection; a person keeps, moves or removes each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite import packs
from theodolite.domain import Box, CaseState, Exhibit
from theodolite.engine.changes import Changes
from theodolite.errors import InputError, PackMissing
from theodolite.jobs import Job, Progress
from theodolite.vision import faces
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.engine.picturing import MaskKind, Picturing

MARGIN = 0.2  # of a face's width and height on each side: hair, ears, chin
PLATE_MARGIN = 0.1
COVERED = 0.5  # share of a box under a mask from which it is not proposed again
PLATES = "text.plate"
WITHOUT = (
    "Faces cannot be proposed: the detector is not installed. Get it with: theodolite packs fetch faces. "
    "Until then draw the regions by hand."
)


def sought() -> tuple[tuple[MaskKind, str], ...]:
    """What can be proposed on this machine: (kind, '' or why it cannot be), for the window to say."""
    try:
        packs.installed(faces.PACK)
        why = ""
    except PackMissing:
        why = WITHOUT
    plates = "Only plates whose writing was read are proposed; draw the others by hand."
    return (("face", why), ("plate", plates))


def propose(session: Picturing, item: Exhibit) -> Job[Changes]:
    """See :meth:`Picturing.propose_masks`."""
    if not item.readable:
        raise InputError(f"{item.id} has no readable image.")
    yield Progress(f"Looking for what to cover in {item.id}", waiting=True)
    found: list[tuple[MaskKind, Box]] = [("plate", box) for box in plates(session.state, item.id)]
    try:
        pack = packs.installed(faces.PACK)
    except PackMissing:
        if not found:
            raise PackMissing(WITHOUT) from None
        used = ""
    else:
        used = f"{pack.name} {pack.version}"
        with (yield from session.store.confirm(item)) as path:
            seen: tuple[faces.Face, ...] = yield from session.engine.vision.run(
                Call("theodolite.vision.tasks:faces_in", {"path": str(path), "pack": str(pack.path)})
            )
        found += [("face", widened(face.box, MARGIN)) for face in seen]
    made = 0
    for kind, box in found:
        if not any(covers(mask.box, box) for mask in session.masks_of(item.id)):
            session.put_proposed(item.id, box, kind)
            made += 1
    detail = {"exhibit": item.id, "found": len(found), "proposed": made, "pack": used}
    session.store.record("regions to be covered sought", detail)
    return Changes(exhibits=True)


def plates(state: CaseState, exhibit: str) -> tuple[Box, ...]:
    """Where writing was read that has the form of a vehicle plate."""
    return tuple(
        widened(clue.box, PLATE_MARGIN)
        for clue in state.clues
        if clue.exhibit == exhibit and clue.kind == PLATES and clue.box is not None
    )


def widened(box: Box, margin: float) -> Box:
    """``box`` with ``margin`` of its size added on each side, inside the picture."""
    across, down = (box.right - box.left) * margin, (box.bottom - box.top) * margin
    return Box(
        max(0.0, box.left - across),
        max(0.0, box.top - down),
        min(1.0, box.right + across),
        min(1.0, box.bottom + down),
    )


def covers(mask: Box, box: Box) -> bool:
    """Whether ``mask`` hides at least half of ``box``."""
    across = min(mask.right, box.right) - max(mask.left, box.left)
    down = min(mask.bottom, box.bottom) - max(mask.top, box.top)
    area = (box.right - box.left) * (box.bottom - box.top)
    return across > 0 and down > 0 and across * down >= COVERED * area
