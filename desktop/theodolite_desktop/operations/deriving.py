"""Pictures made from originals by a recipe: look first, put it on record, make it again, save a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.domain import Step
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.pictures import Picture, of_image, picture

if TYPE_CHECKING:
    from theodolite.engine import Changes


@dataclass(frozen=True)
class Preview:
    """What the steps would make, small, and each step in words."""

    picture: Picture
    lines: tuple[str, ...]


def preview(*, desk: Desk, exhibit: str, steps: Sequence[Step], side: int) -> Job[Preview]:
    """Nothing is recorded. Without a step yet: the picture as it is."""
    from PySide6.QtGui import QImage

    if not steps:
        pixels = yield from desk.session.pixels(exhibit, side)
        return Preview(picture(pixels.width, pixels.height, pixels.rgb), ())
    from theodolite.evidence.recipes import describe

    data = yield from desk.session.preview(exhibit, tuple(steps), side)
    return Preview(of_image(QImage.fromData(data)), tuple(describe(step) for step in steps))


def derive(*, desk: Desk, exhibit: str, steps: Sequence[Step], title: str) -> Job[Changes]:
    """Put the recipe and the hash that it gives on record."""
    return desk.session.derive(exhibit, tuple(steps), title)


def derived_picture(*, desk: Desk, derived: str) -> Job[Picture]:
    """A derived picture, made again from its original; refused when its hash is another one."""
    from PySide6.QtGui import QImage

    data = yield from desk.session.derived_png(derived)
    return of_image(QImage.fromData(data))


def replay(*, desk: Desk, derived: str) -> Job[bool]:
    """Make it again; whether its hash is the one on record."""
    return desk.session.replay_derived(derived)


def export(*, desk: Desk, derived: str, out: Path) -> Job[Path]:
    """A copy as PNG outside the case; the log says so."""
    return desk.session.export_derived(derived, out)


def remove(*, desk: Desk, derived: str) -> Changes:
    """Take the recipe out of the case; undoable."""
    return desk.session.remove_derived(derived)
