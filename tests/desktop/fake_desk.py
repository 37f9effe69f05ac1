"""The part of the engine in memory that concerns leads and filed references."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.desktop.fake_custody import jpeg
from tests.desktop.fake_values import Changes, Pixels
from theodolite.domain import CaseState, FiledReference, Lead
from theodolite.errors import InputError, NotFound
from theodolite.jobs import Job, Progress


class DeskWork:
    """As engine/deskwork.py, without the checks that its own tests cover."""

    state: CaseState
    step: Callable[..., Changes]

    def put_lead(self, lead: Lead) -> Changes:
        if lead.state == "dropped" and not lead.outcome:
            raise InputError("Say why the lead is dropped.")
        known = {one.id for one in (*self.state.exhibits, *self.state.clues)}
        for name in lead.about:
            if name not in known:
                raise NotFound(f"There is no record {name} in this case.")
        named = lead if lead.id else replace(lead, id=f"L{1 + len(self.state.leads)}")
        others = [named if one.id == named.id else one for one in self.state.leads]
        rows = others if lead.id else [*others, named]
        return self.step(f"lead {lead.state}" if lead.id else "lead added", leads=tuple(rows))

    def remove_lead(self, lead: str) -> Changes:
        rows = tuple(one for one in self.state.leads if one.id != lead)
        return self.step("lead taken out", leads=rows)

    def filed(self, reference: str) -> FiledReference:
        return next(one for one in self.state.filed if one.id == reference)

    def file_reference(
        self, reference: FiledReference, picture: Path | bytes | None = None, name: str = "picture"
    ) -> Job[Changes]:
        yield Progress("Copying", 1, 2)
        if not reference.provider:
            raise InputError("Name the provider of the reference: who made or publishes the picture.")
        value = replace(reference, id=f"F{1 + len(self.state.filed)}")
        if picture is not None:
            data = picture if isinstance(picture, bytes) else str(picture).encode()
            digest = hashlib.sha256(data).hexdigest()
            value = replace(value, sha256=digest, media_type="image/png", width=64, height=48)
        return self.step("reference filed", filed=(*self.state.filed, value))

    def change_reference(self, reference: FiledReference) -> Changes:
        rows = tuple(reference if one.id == reference.id else one for one in self.state.filed)
        return self.step("reference changed", filed=rows)

    def withdraw_reference(self, reference: str, withdrawn: bool = True) -> Changes:
        return self.change_reference(replace(self.filed(reference), withdrawn=withdrawn))

    def filed_thumbnail(self, reference: str, side: int = 256) -> bytes:
        return jpeg()

    def filed_pixels(self, reference: str, max_side: int | None = None) -> Job[Pixels]:
        yield Progress("Decoding", 1, 1)
        return Pixels(64, 48, b"\x40\x60\x80" * (64 * 48))
