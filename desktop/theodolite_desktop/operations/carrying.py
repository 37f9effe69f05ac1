"""What leaves a case by hand: shown before it leaves, recorded as it does. Nothing is opened."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.domain import Box, Step
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.drafts import Carry

if TYPE_CHECKING:
    from theodolite_desktop.pictures import Picture

THUMBNAIL = 96


def choices(*, desk: Desk) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Map services (name, what it shows), and what is often looked for (words, tags)."""
    from theodolite.geo import carrying

    return tuple((one.name, one.shows) for one in carrying.SERVICES), carrying.WANTED


def shown(*, desk: Desk, carry: Carry) -> str:
    """The text that would leave; nothing is recorded. Raises InputError."""
    from theodolite.engine.carrying import rounded
    from theodolite.geo import carrying

    lat, lon = rounded(carry.lat, carry.lon, carry.precision_km)
    places = carrying.digits(carry.precision_km)
    if carry.what == "link":
        return carrying.address(carry.service, lat, lon, carry.precision_km)
    if carry.what == "coordinates":
        return f"{lat:z.{places}f}, {lon:z.{places}f}"
    if carry.outline:
        from theodolite.engine.carrying import outline_of

        return carrying.overpass(
            carry.tags, outline=outline_of(carry.outline, carry.precision_km), places=places
        )
    wider = carry.radius_m + 1000.0 * (carry.precision_km or 0.0)
    return carrying.overpass(carry.tags, around=(lat, lon, wider), places=places)


def carry_out(*, desk: Desk, carry: Carry) -> str:
    """The text, after it was put on record as a disclosure."""
    session = desk.session
    if carry.what == "link":
        return session.carry_link(carry.lat, carry.lon, carry.service, carry.precision_km, carry.about)
    if carry.what == "coordinates":
        return session.carry_coordinates(carry.lat, carry.lon, carry.precision_km, carry.about)
    return session.carry_query(
        carry.tags,
        point=None if carry.outline else (carry.lat, carry.lon),
        radius_m=carry.radius_m,
        outline=carry.outline,
        precision_km=carry.precision_km,
        about=carry.about,
    )


def carry_crop(*, desk: Desk, exhibit: str, box: Box, out: Path | None) -> Job[str]:
    """A crop as a file (its SHA-256 comes back) or as a ``data:`` text; recorded."""
    return desk.session.carry_crop(exhibit, box, out)


def crop_preview(*, desk: Desk, exhibit: str, box: Box) -> Job[Picture]:
    """What a crop would show, small; masks are filled in. Nothing is recorded."""
    from PySide6.QtGui import QImage

    from theodolite.evidence import recipes
    from theodolite_desktop.pictures import of_image

    masks = (mask for mask in desk.session.state.masks if mask.exhibit == exhibit)
    covering = [recipes.cover_step(mask.box) for mask in masks]
    sides = (("left", box.left), ("top", box.top), ("right", box.right), ("bottom", box.bottom))
    step = Step("crop", tuple((name, repr(float(value))) for name, value in sides))
    data = yield from desk.session.preview(exhibit, (*covering, step), 480)
    return of_image(QImage.fromData(data))


def export_map(*, desk: Desk, out: Path, data: bytes, what: str) -> Path:
    """Write what the map shows to a file; the log says which left and under which hash."""
    return desk.session.export_map(out, data, what)


def reference_thumbnail(*, desk: Desk, path: str) -> Job[str]:
    """A small picture of a reference photograph as a ``data:`` address."""
    from PySide6.QtGui import QImage

    pixels = yield from desk.session.reference_pixels(path, 2 * THUMBNAIL)
    image = QImage(pixels.rgb, pixels.width, pixels.height, 3 * pixels.width, QImage.Format.Format_RGB888)
    return data_address(image)


def filed_thumbnail(*, desk: Desk, reference: str) -> str:
    """A small picture of a filed reference as a ``data:`` address."""
    return _address(desk.session.filed_thumbnail(reference, THUMBNAIL))


def data_address(image: object) -> str:
    """An image as JPEG in a ``data:`` address, at most :data:`THUMBNAIL` pixels."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    small = image.scaled(
        THUMBNAIL,
        THUMBNAIL,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", 80)  # type: ignore[call-overload]
    return _address(bytes(buffer.data().data()))


def _address(jpeg: bytes) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")


def tags_of(text: str) -> Sequence[str]:
    """Tags as typed: by line, comma or semicolon."""
    parts = text.replace(";", "\n").replace(",", "\n").splitlines()
    return tuple(part.strip() for part in parts if part.strip())
