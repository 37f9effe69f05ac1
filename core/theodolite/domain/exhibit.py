"""A file under custody, and what it claims about itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class GpsClaim:
    """What a file claims about where it was taken, and how the camera was held.

    ``direction`` and ``track`` (direction of movement): degrees clockwise from true north, [0, 360);
    ``magnetic`` instead of ``direction`` where the file refers to magnetic north. ``pitch`` and ``roll``:
    degrees, pitch above the horizon is positive. ``altitude_m``: metres, below sea level negative.
    ``dop``: dilution of precision; ``error_m``: horizontal error as stated. ``datum``: as written.
    """

    lat: float
    lon: float
    altitude_m: float | None = None
    direction: float | None = None
    magnetic: float | None = None
    track: float | None = None
    speed_kmh: float | None = None
    pitch: float | None = None
    roll: float | None = None
    dop: float | None = None
    error_m: float | None = None
    datum: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Optics:
    """What a file claims about lens and sensor; millimetres and pixels, None where it is silent.

    ``focal_35mm``: the focal length that gives the same field of view on 35 mm film (by the diagonal, CIPA
    DCG-001). ``sensor_mm``: width and height of the part of the sensor that made the picture as stored,
    computed from the focal plane resolution. ``digital_zoom``: factor, 1 for none. ``panorama``: the
    projection of a stitched picture, for which a field of view cannot be computed from a focal length.
    """

    focal_mm: float | None = None
    focal_35mm: float | None = None
    sensor_mm: tuple[float, float] | None = None
    digital_zoom: float | None = None
    lens: str = ""
    panorama: str = ""


@dataclass(frozen=True, slots=True)
class EmbeddedThumbnail:
    """The small picture a camera keeps beside the large one, and how far the two agree.

    ``likeness``: correlation of the brightness after the best of the eight turns, [-1, 1]; None: not
    compared. ``relation``: 'same', 'crop' (the picture is a part of what the thumbnail shows), 'mirrored',
    'differs', 'unclear' (too little detail to say), 'unreadable'.
    """

    width: int
    height: int
    relation: Literal["same", "crop", "mirrored", "differs", "unclear", "unreadable"]
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; every value is a claim. ``fields`` are (name, raw value) pairs.

    Times are ISO 8601: ``taken_at``, ``digitised_at`` and ``modified_at`` by the camera's clock, with the
    UTC offset only where the file states one; ``gps_utc`` ends in Z. ``claimed_size``: width and height in
    pixels as EXIF states them, before the picture is turned upright.
    ``faults``: (code, words) of what is wrong with a claim, codes as in ``evidence.gps``.
    """

    gps: GpsClaim | None = None
    taken_at: str | None = None
    camera: str | None = None
    serial: str | None = None
    orientation: int = 1
    software: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    digitised_at: str = ""
    modified_at: str = ""
    gps_utc: str = ""
    optics: Optics = Optics()
    claimed_size: tuple[int, int] | None = None
    thumbnail: EmbeddedThumbnail | None = None
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRun:
    """One clue source at work on one exhibit: how long it took, and what came of it in words."""

    source: str
    seconds: float
    clues: int
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file under custody. ``width`` and ``height`` are pixels of the upright image, 0 if unreadable.

    A derived exhibit names its ``parent`` and the ``recipe`` (operation and parameters) that makes it again;
    ``at_seconds`` is the moment of a video frame, seconds from the start. ``fingerprint``: perceptual hashes
    of the picture (relations.fingerprint), empty until examined.
    ``graphic``: to be shown gray and blurred until asked for. ``tags``: numbers 1 to 9 that a person gave it.
    ``file_time``: when the file it was taken from was last modified, as the file system said (ISO 8601, Z),
    '' if it had no file.
    """

    id: str
    name: str
    sha256: str
    md5: str
    size: int
    media_type: str
    source: str
    added_utc: str
    operator: str
    readable: bool
    error_code: str | None = None
    error_text: str | None = None
    width: int = 0
    height: int = 0
    metadata: Metadata = Metadata()
    examined: bool = False
    withdrawn: bool = False
    runs: tuple[SourceRun, ...] = ()
    parent: str = ""
    recipe: str = ""
    at_seconds: float | None = None
    fingerprint: tuple[str, ...] = ()
    file_time: str = ""
    graphic: bool = False
    tags: tuple[int, ...] = ()


def graphic(exhibits: Iterable[Exhibit]) -> frozenset[str]:
    """Those marked, and what was made from them: the frames of a video are as graphic as it is."""
    items = tuple(exhibits)
    found = {item.id for item in items if item.graphic}
    while more := {item.id for item in items if item.parent in found} - found:
        found |= more
    return frozenset(found)
