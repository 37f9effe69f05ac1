"""Comparisons kept for the report, and the pictures that stand beside an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.domain import Comparison
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.pictures import Picture, picture

if TYPE_CHECKING:
    from theodolite.engine import Changes


def put_comparison(*, desk: Desk, comparison: Comparison) -> Changes:
    """Keep it (id '') or change it (B1); undoable."""
    return desk.session.put_comparison(comparison)


def remove_comparison(*, desk: Desk, comparison: str) -> Changes:
    return desk.session.remove_comparison(comparison)


def keep_map_view(*, desk: Desk, exhibit: str, subject: str, png: bytes) -> None:
    """Keep the picture of a map view beside an exhibit; nothing of it is evidence."""
    desk.session.keep_map_view(exhibit, subject, png)


def map_view(*, desk: Desk, exhibit: str, subject: str) -> Job[Picture]:
    """The picture of a map view that was kept."""
    pixels = yield from desk.session.map_view(exhibit, subject)
    return picture(pixels.width, pixels.height, pixels.rgb)


def filed_picture(*, desk: Desk, reference: str, max_side: int | None = None) -> Job[Picture]:
    """The picture of a filed reference (F1)."""
    pixels = yield from desk.session.filed_pixels(reference, max_side)
    return picture(pixels.width, pixels.height, pixels.rgb)
