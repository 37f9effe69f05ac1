"""Leads and filed references; what a pasted address says of a reference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.domain import FiledReference, Lead
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job
from theodolite_desktop.collecting import held
from theodolite_desktop.desk import Desk
from theodolite_desktop.pictures import Picture, picture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from theodolite.engine import Changes

THUMBNAIL = 256


def put_lead(*, desk: Desk, lead: Lead) -> Changes:
    """Add a lead (id ''), or change one."""
    return desk.session.put_lead(lead)


def remove_lead(*, desk: Desk, lead: str) -> Changes:
    """Take a lead out of the case; undoable."""
    return desk.session.remove_lead(lead)


def read_address(*, desk: Desk, reference: FiledReference, address: str) -> tuple[FiledReference, str]:
    """What a pasted address says of a reference, and what to know about that. The engine may still sleep."""
    with held():
        from theodolite.engine.deskwork import filled
    return filled(reference, address)


def file_reference(
    *, desk: Desk, reference: FiledReference, picture: Path | bytes | None = None, name: str = "picture"
) -> Job[Changes]:
    """Put a reference on record, with its picture in the vault if there is one."""
    return desk.session.file_reference(reference, picture, name)


def change_reference(
    *, desk: Desk, reference: FiledReference, picture: Path | bytes | None = None, name: str = "picture"
) -> Job[Changes]:
    """Change what is known of a reference; one without a picture can be given one."""
    changes = desk.session.change_reference(reference)
    if picture is not None:
        changes = changes | (yield from desk.session.picture_reference(reference.id, picture, name))
    return changes


def withdraw_reference(*, desk: Desk, reference: str, withdrawn: bool) -> Changes:
    """Take a reference out of consideration, or back into it."""
    return desk.session.withdraw_reference(reference, withdrawn)


def filed_thumbnail(*, desk: Desk, reference: str) -> QImage:
    """A small image of a filed reference; a null image where there is none."""
    from PySide6.QtGui import QImage

    try:
        return QImage.fromData(desk.session.filed_thumbnail(reference, THUMBNAIL))
    except TheodoliteError:
        return QImage()


def filed_picture(*, desk: Desk, reference: str, max_side: int | None) -> Job[Picture]:
    """The upright picture of a filed reference, decoded in the sandbox."""
    pixels = yield from desk.session.filed_pixels(reference, max_side)
    return picture(pixels.width, pixels.height, pixels.rgb)
