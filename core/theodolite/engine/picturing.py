"""Pictures made from exhibits: derived ones by recipe, regions that copies must not show, gray veils.

No original is ever changed and no derived picture is kept: what is on record is the recipe and the SHA-256
that it gives, and the picture is made again whenever it is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from theodolite.domain import Box, Derived, Exhibit, Mask, Step
from theodolite.engine.changes import Changes
from theodolite.engine.engine import utc_now
from theodolite.engine.recorded import Recorded
from theodolite.engine.writing import whole
from theodolite.errors import InputError, NotFound, StorageFailed
from theodolite.evidence import recipes
from theodolite.evidence.pyramid import Pyramid
from theodolite.evidence.recipes.made import Made
from theodolite.jobs import Job

MaskKind = Literal["face", "plate", "name", "region"]

SHOWN_SIDE = 512  # pixels of a copy shown in the window
VEIL = Step("veil")
REASONS: dict[MaskKind, str] = {
    "face": "protects a person who is shown",
    "plate": "protects the holder of a vehicle",
    "name": "protects a person who is named",
}
"""Said of a covered region when nothing else is; any other region needs a reason."""


class Picturing(Recorded):
    """The part of a session that makes pictures and decides what copies show."""

    # --- originals ---------------------------------------------------------------------------------

    def levels(
        self, exhibit: str, max_side: int | None = None, most_bytes: int | None = None
    ) -> Job[Pyramid]:
        """The upright image of an exhibit in halves, as large as ``most_bytes`` allow; no videos."""
        with self.store.original(self.exhibit(exhibit)) as path:
            return (yield from self.engine.decoder.levels_job(path, max_side, most_bytes))

    def reference_levels(
        self, path: str, max_side: int | None = None, most_bytes: int | None = None
    ) -> Job[Pyramid]:
        """The same of any picture file."""
        return (yield from self.engine.decoder.levels_job(path, max_side, most_bytes))

    # --- derived pictures --------------------------------------------------------------------------

    def derive(self, exhibit: str, steps: Sequence[Step], title: str) -> Job[Changes]:
        """Put a derived picture on record: the recipe, and the hash of the PNG that it gives.

        ``exhibit`` may name a derived picture (D1): its steps come first, the parent is the original.
        """
        item, whole = self._recipe(exhibit, steps)
        if not title.strip():
            raise InputError("Give the picture a title.")
        made, packed = yield from self._made(item, whole)
        value = Derived(
            id="",
            exhibit=item.id,
            parent_sha256=item.sha256,
            steps=whole,
            sha256=hashlib.sha256(packed).hexdigest(),
            width=made.width,
            height=made.height,
            title=title.strip(),
            person=self.state.case.operator,
            utc=utc_now(),
        )
        self.store.add("derived", value, "derived picture made", undoable=True)
        return Changes(exhibits=True)

    def preview(self, exhibit: str, steps: Sequence[Step] = (), side: int = 1024) -> Job[bytes]:
        """A JPEG of what ``steps`` would make, at most ``side`` pixels; nothing is recorded."""
        item, whole = self._recipe(exhibit, steps)
        with self.store.original(item) as path:
            made = yield from self.engine.decoder.made_job(path, whole, side)
        return made.data

    def derived_png(self, derived: str) -> Job[bytes]:
        """A derived picture, made again; InputError when it is not what was recorded."""
        value = self.derived_picture(derived)
        _, packed = yield from self._made(self.exhibit(value.exhibit), value.steps)
        if hashlib.sha256(packed).hexdigest() != value.sha256:
            raise InputError(f"{derived} made again is not what was recorded. Verify the case.")
        return packed

    def replay_derived(self, derived: str) -> Job[bool]:
        """Make a derived picture again from its original; True when its hash is the one on record."""
        value = self.derived_picture(derived)
        _, packed = yield from self._made(self.exhibit(value.exhibit), value.steps)
        same = hashlib.sha256(packed).hexdigest() == value.sha256
        if not self.store.read_only:
            self.store.record("derived picture made again", {"derived": derived, "same": same})
        return same

    def export_derived(self, derived: str, out: Path, *, uncovered: bool = False) -> Job[Path]:
        """Write a derived picture as PNG to ``out``; the log says which left and under which hash.

        Regions that copies cover are covered in the original before the recipe's steps, so the file then has
        another hash than the recipe. ``uncovered``: the picture as it is on record.
        """
        value = self.derived_picture(derived)
        masks = () if uncovered else self.masks_of(value.exhibit)
        if masks:
            steps = (*(recipes.cover_step(mask.box) for mask in masks), *value.steps)
            _, packed = yield from self._made(self.exhibit(value.exhibit), steps)
        else:
            packed = yield from self.derived_png(derived)
        written = _written(out, packed)
        if not self.store.read_only:
            digest = hashlib.sha256(packed).hexdigest()
            detail = {"derived": derived, "sha256": digest, "covered": [mask.id for mask in masks]}
            self.store.record("derived picture exported", detail)
        return written

    def remove_derived(self, derived: str) -> Changes:
        """Take a recipe out of the case; the log keeps it, and undo brings it back."""
        self.derived_picture(derived)
        self.store.change("derived", derived, None, "derived picture removed", undoable=True)
        return Changes(exhibits=True)

    def derived_picture(self, derived: str) -> Derived:
        for value in self.state.derived:
            if value.id == derived:
                return value
        raise NotFound(f"There is no derived picture {derived} in this case.")

    def original_of(self, name: str) -> str:
        """The exhibit that a derived picture (D1) was made from; any other name as it is."""
        return next((value.exhibit for value in self.state.derived if value.id == name), name)

    def _recipe(self, name: str, steps: Sequence[Step]) -> tuple[Exhibit, tuple[Step, ...]]:
        """The original that ``name`` (E1 or D1) goes back to, and all steps from there."""
        first: tuple[Step, ...] = ()
        if (original := self.original_of(name)) != name:
            first = self.derived_picture(name).steps
        item = self.exhibit(original)
        if not item.readable:
            raise InputError(f"{item.id} has no readable image.")
        return item, recipes.check((*first, *steps))

    def _made(self, item: Exhibit, steps: tuple[Step, ...]) -> Job[tuple[Made, bytes]]:
        """The picture and its PNG, from an original that was hashed again just now."""
        import numpy as np

        with (yield from self.store.confirm(item)) as path:
            made = yield from self.engine.decoder.made_job(path, steps)
        pixels = np.frombuffer(made.data, np.uint8).reshape(made.height, made.width, 3)
        return made, recipes.png(pixels)

    # --- what copies must not show -----------------------------------------------------------------

    def add_mask(self, exhibit: str, box: Box, kind: MaskKind = "region", reason: str = "") -> Changes:
        """A region that no copy of the exhibit shows; ``reason`` is printed in the list of redactions."""
        item = self.exhibit(exhibit)
        value = Mask("", item.id, _within(box), kind, _why(kind, reason), self.state.case.operator)
        self.store.add("mask", value, "region to be covered", undoable=True)
        return Changes(exhibits=True)

    def put_proposed(self, exhibit: str, box: Box, kind: MaskKind) -> None:
        """A region that detection proposes: it is covered in copies until a person removes it."""
        value = Mask("", exhibit, _within(box), kind, _why(kind, ""), self.state.case.operator, proposed=True)
        self.store.add("mask", value, "region to be covered proposed", undoable=True)

    def change_mask(
        self,
        mask: str,
        *,
        box: Box | None = None,
        kind: MaskKind | None = None,
        reason: str | None = None,
    ) -> Changes:
        """Move, rename or explain a region; a proposed one that a person changes is that person's."""
        old = self.mask(mask)
        new = replace(
            old,
            box=old.box if box is None else _within(box),
            kind=kind or old.kind,
            reason=old.reason if reason is None else _why(kind or old.kind, reason),
            person=self.state.case.operator,
            proposed=False,
        )
        self.store.change("mask", mask, new, "region to be covered changed", undoable=True)
        return Changes(exhibits=True)

    def keep_mask(self, mask: str) -> Changes:
        """A person confirms a region that detection proposed."""
        return self.change_mask(mask)

    def remove_mask(self, mask: str) -> Changes:
        """Copies show the region again; the log keeps that it was covered."""
        self.mask(mask)
        self.store.change("mask", mask, None, "region no longer covered", undoable=True)
        return Changes(exhibits=True)

    def mask(self, mask: str) -> Mask:
        for value in self.state.masks:
            if value.id == mask:
                return value
        raise NotFound(f"There is no covered region {mask} in this case.")

    def propose_masks(self, exhibit: str) -> Job[Changes]:
        """Propose regions to be covered: faces that a detector finds, and plates among the writing read.

        Nobody is recognised. What a mask covers already is not proposed again. Without the pack of the
        detector plates are still proposed; PackMissing when there are none of them either.
        """
        from theodolite.engine import proposing

        return (yield from proposing.propose(self, self.exhibit(exhibit)))

    @staticmethod
    def proposable() -> tuple[tuple[MaskKind, str], ...]:
        """Kinds of regions that can be proposed here, each with what a person should know of it, or ''."""
        from theodolite.engine import proposing

        return proposing.sought()

    def masks_of(self, exhibit: str) -> tuple[Mask, ...]:
        """Every region of an exhibit that copies cover; proposed ones too, until a person removes them."""
        return tuple(mask for mask in self.state.masks if mask.exhibit == exhibit)

    def redacted(self, exhibit: str, side: int = SHOWN_SIDE) -> bytes:
        """A fresh JPEG of an exhibit or derived picture (D1) with its regions covered before all else.

        What the regions hold never leaves the decoder's sandbox: they are filled in the whole upright
        picture before it is made small. The file holds pixels only, no metadata.
        """
        steps: tuple[Step, ...] = ()
        if (original := self.original_of(exhibit)) != exhibit:
            steps = self.derived_picture(exhibit).steps
        item = self.exhibit(original)
        covering = tuple(recipes.cover_step(mask.box) for mask in self.masks_of(item.id))
        with self.store.original(item) as path:
            if covering or steps:
                return self.engine.decoder.made(path, (*covering, *steps), side).data
            return self.engine.decoder.thumbnail(path, side)

    def export_copy(self, exhibit: str, out: Path, side: int = 1600) -> tuple[Path, str]:
        """Write what :meth:`redacted` gives to ``out``; the file and its SHA-256, which the log keeps."""
        data = self.redacted(exhibit, side)
        digest = hashlib.sha256(data).hexdigest()
        written = _written(out, data)
        if not self.store.read_only:
            masks = [mask.id for mask in self.masks_of(self.original_of(exhibit))]
            self.store.record("copy exported", {"exhibit": exhibit, "sha256": digest, "covered": masks})
        return written, digest

    # --- what a viewer should not meet unprepared --------------------------------------------------

    def veiled(self, exhibit: str, side: int = 256) -> bytes:
        """A JPEG of an exhibit, gray and too coarse to be recognised at a glance; masked regions are covered
        before that."""
        item = self.exhibit(exhibit)
        covering = tuple(recipes.cover_step(mask.box) for mask in self.masks_of(item.id))
        with self.store.original(item) as path:
            return self.engine.decoder.made(path, (*covering, VEIL), side).data


def _within(box: Box) -> Box:
    """The part of ``box`` inside the picture, its corners in order; InputError when nothing is left."""
    left, right = sorted((min(1.0, max(0.0, box.left)), min(1.0, max(0.0, box.right))))
    top, bottom = sorted((min(1.0, max(0.0, box.top)), min(1.0, max(0.0, box.bottom))))
    if not (right > left and bottom > top):
        raise InputError("The region is empty. Draw it on the picture.")
    return Box(left, top, right, bottom)


def _why(kind: MaskKind, reason: str) -> str:
    found = reason.strip() or REASONS.get(kind, "")
    if not found:
        raise InputError("Say why the region is covered; the report lists the reason, never the content.")
    return found


def _written(out: Path, data: bytes) -> Path:
    try:
        return whole(out, data, ".picture-")
    except OSError as error:
        raise StorageFailed(f"The picture could not be written to {out}: {error.strerror}.") from error
