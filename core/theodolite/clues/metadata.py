"""What a file says about itself. Every value is a claim: anyone can write any of them."""

from __future__ import annotations

from theodolite.clues import record
from theodolite.domain import Clue, Exhibit, PointReach, Strength

METHOD = "EXIF and XMP"

#: Standard deviation of a claimed satellite position (posterior.md, Compatibility by reach).
GPS_SD_KM = 0.05

_TURNS = {
    2: "mirrored left to right",
    3: "turned by 180 degrees",
    4: "mirrored top to bottom",
    5: "mirrored and turned",
    6: "turned by 90 degrees",
    7: "mirrored and turned",
    8: "turned by 270 degrees",
}


def metadata_clues(exhibit: Exhibit) -> list[Clue]:
    """Position, time, camera and orientation as claimed; one ``none.metadata`` when nothing is there."""
    found = [
        made
        for made in (_gps(exhibit), _time(exhibit), _camera(exhibit), _orientation(exhibit))
        if made is not None
    ]
    problems = "; ".join(exhibit.metadata.problems)
    if not found:
        reason = "The metadata could not be used" if problems else "The file carries no metadata we can use"
        found.append(record.nothing(exhibit, "metadata", reason, method=METHOD, note=problems))
    elif exhibit.metadata.gps is None:
        reason = "The metadata claims no usable position"
        found.append(record.nothing(exhibit, "gps", reason, method=METHOD, note=problems))
    return found


def _gps(exhibit: Exhibit) -> Clue | None:
    gps = exhibit.metadata.gps
    if gps is None:
        return None
    text = f"GPS claimed: {gps.lat:.6f}, {gps.lon:.6f}"
    if gps.altitude_m is not None:
        text += f", altitude {gps.altitude_m:.0f} m"
    if gps.direction is not None:
        text += f", camera pointing {gps.direction:.0f}°"
    doubtful = any(
        word in problem.lower()
        for problem in exhibit.metadata.problems
        for word in ("gps", "latitude", "longitude")
    )
    return record.clue(
        exhibit,
        "exif.gps",
        observation=text,
        inference="the file claims to have been taken there",
        strength=Strength.LIKELY if doubtful else Strength.CERTAIN,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        reach=PointReach(gps.lat, gps.lon, GPS_SD_KM, "claimed GPS position"),
        note="; ".join(exhibit.metadata.problems),
    )


def _time(exhibit: Exhibit) -> Clue | None:
    taken = exhibit.metadata.taken_at
    if not taken:
        return None
    zoned = taken.endswith("Z") or "+" in taken[10:] or "-" in taken[10:]
    zone = "time zone as stated" if zoned else "time zone unknown"
    return record.clue(
        exhibit,
        "exif.time",
        observation=f"Time claimed: {taken}",
        inference=f"the camera's clock showed this when the picture was taken; {zone}",
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
    )


def _camera(exhibit: Exhibit) -> Clue | None:
    metadata = exhibit.metadata
    if not (metadata.camera or metadata.serial):
        return None
    text = f"Camera claimed: {metadata.camera or 'unnamed'}"
    if metadata.serial:
        text += f", serial number {metadata.serial}"
    return record.clue(
        exhibit,
        "exif.camera",
        observation=text,
        inference="pictures of this camera are not independent of each other",
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
    )


def _orientation(exhibit: Exhibit) -> Clue | None:
    turn = _TURNS.get(exhibit.metadata.orientation)
    if turn is None:
        return None
    return record.clue(
        exhibit,
        "exif.orientation",
        observation=f"Orientation claimed: {exhibit.metadata.orientation} ({turn})",
        inference="the picture is shown upright as the file claims",
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
    )
