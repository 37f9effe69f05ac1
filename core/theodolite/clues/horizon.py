"""The horizon that a person drew, as a clue: how the camera was held, with every input."""

from __future__ import annotations

from dataclasses import replace

from theodolite.clues import record
from theodolite.clues.geometry import geometry_root
from theodolite.domain import Clue, Exhibit, MarkShape, Origin, Strength
from theodolite.errors import InputError
from theodolite.geo import horizon
from theodolite.geo.camera import FieldOfView, field_of_view
from theodolite.geo.horizon import GroundShadow
from theodolite.geo.shadow import HALF_95

KIND = "geometry.horizon"
METHOD = "pinhole camera, horizon of level ground"


def claimed_field(exhibit: Exhibit) -> FieldOfView:
    """From what the file claims; raises InputError that names what it does not say."""
    meta = exhibit.metadata
    try:
        return field_of_view(
            meta.optics,
            exhibit.width,
            exhibit.height,
            claimed_size=meta.claimed_size,
            orientation=meta.orientation,
        )
    except InputError as error:  # what could be typed elsewhere is no advice here
        raise InputError(f"{str(error).partition(';')[0].rstrip('.')}.") from error


def horizon_clue(
    exhibit: Exhibit,
    shape: MarkShape,
    by: str,
    *,
    number: int = 1,
    strength: Strength = Strength.LIKELY,
) -> Clue:
    """``shape``: the line of the horizon, two points as fractions of the picture. Raises InputError."""
    first, second = _pixels(exhibit, shape)
    note = ""
    fov: FieldOfView | None = None
    try:
        fov = claimed_field(exhibit)
    except InputError as error:
        note = f"The tilt is not known: {error}"
    found = horizon.level(first, second, exhibit.width, exhibit.height, fov)
    side = "clockwise" if found.roll >= 0 else "anticlockwise"
    said = f"camera rolled {abs(found.roll):.1f}° {side} (± {HALF_95 * found.roll_sd:.1f}°)"
    inputs = [
        ("horizon, pixels", f"{first[0]:.1f}, {first[1]:.1f} to {second[0]:.1f}, {second[1]:.1f}"),
        ("clicks, sd", f"{horizon.PIXEL_SD:g} pixels"),
        ("roll", f"{found.roll:.2f}°, sd {found.roll_sd:.2f}°"),
    ]
    if found.pitch is not None and fov is not None:
        way = "up" if found.pitch >= 0 else "down"
        said += f", looking {abs(found.pitch):.1f}° {way} (± {HALF_95 * found.pitch_sd:.1f}°)"
        inputs += [
            ("pitch", f"{found.pitch:.2f}°, sd {found.pitch_sd:.2f}°"),
            ("field of view, claimed", f"{fov.horizontal:.1f}° wide: {fov.source}"),
        ]
    made = record.clue(
        exhibit,
        KIND,
        observation="Horizon drawn across the picture",
        inference=f"{said}; says nothing about the place by itself",
        strength=strength,
        method=f"{METHOD}, drawn by {by}" if by else METHOD,
        root=geometry_root(exhibit.sha256, number) + ":horizon",
        note=note,
        inputs=tuple(inputs),
    )
    return replace(
        made,
        by_person=True,
        shape=shape,
        origins=(*made.origins, *((Origin("person", by),) if by else ())),
    )


def shadow_on_ground(
    exhibit: Exhibit,
    clue: Clue,
    foot: tuple[float, float],
    top: tuple[float, float],
    end: tuple[float, float],
) -> GroundShadow:
    """A shadow drawn in fractions of the picture, measured on the ground of the horizon ``clue``.

    Raises InputError where that cannot be done: no claimed focal length, points above the horizon.
    """
    if clue.kind != KIND or clue.shape is None:
        raise InputError(f"{clue.id} is no horizon.")
    drawn = [(x * exhibit.width, y * exhibit.height) for x, y in (foot, top, end)]
    return horizon.ground_shadow(
        _pixels(exhibit, clue.shape), drawn[0], drawn[1], drawn[2], claimed_field(exhibit)
    )


def _pixels(exhibit: Exhibit, shape: MarkShape) -> tuple[tuple[float, float], tuple[float, float]]:
    if len(shape.points) != 2:
        raise InputError("A horizon is a line between two points.")
    first, second = ((x * exhibit.width, y * exhibit.height) for x, y in shape.points)
    return first, second
