"""What a file says about itself. Every value is a claim: anyone can write any of them."""

from __future__ import annotations

from theodolite.clues import clashes, moments, record
from theodolite.clues.lens import lens_clue
from theodolite.clues.software import software_clue
from theodolite.domain import AreaReach, Clue, Exhibit, GpsClaim, PointReach, Strength, TimeSpan
from theodolite.geo import countries

METHOD = "EXIF and XMP"

#: Standard deviation of a claimed satellite position (posterior.md, Compatibility by reach).
GPS_SD_KM = 0.05

#: The same where the datum is not WGS 84: older national datums are up to some hundred metres away.
OTHER_DATUM_SD_KM = 0.5

#: Faults that make a position doubtful; the others concern its direction or its clock.
_DOUBTS = frozenset(
    {"gps-differs", "gps-void", "gps-datum", "gps-reference", "gps-unreadable", "gps-outside"}
)

_TURNS = {
    2: "mirrored left to right",
    3: "turned by 180 degrees",
    4: "mirrored top to bottom",
    5: "mirrored and turned",
    6: "turned by 90 degrees",
    7: "mirrored and turned",
    8: "turned by 270 degrees",
}

#: Names of places as captioning programs write them, from the widest to the narrowest.
_PLACES = (
    ("country", ("IPTC Country-PrimaryLocationName", "XMP photoshop:Country")),
    ("code", ("IPTC Country-PrimaryLocationCode", "XMP Iptc4xmpCore:CountryCode")),
    ("state", ("IPTC Province-State", "XMP photoshop:State")),
    ("city", ("IPTC City", "XMP photoshop:City")),
    ("place", ("IPTC Sub-location", "XMP Iptc4xmpCore:Location")),
)
_CREATED = "XMP Iptc4xmpExt:LocationCreated[1]/Iptc4xmpExt:"
_CREATED_PARTS = {
    "country": "CountryName",
    "code": "CountryCode",
    "state": "ProvinceState",
    "city": "City",
    "place": "Sublocation",
}


def metadata_clues(exhibit: Exhibit) -> list[Clue]:
    """Position, times, camera, lens, place names, orientation and software as claimed.

    One ``none.metadata`` when nothing is there, one ``none.gps`` when there is no usable position.
    """
    made = (
        _gps(exhibit),
        _time(exhibit),
        _satellite_time(exhibit),
        _camera(exhibit),
        lens_clue(exhibit),
        _place(exhibit),
        _orientation(exhibit),
        software_clue(exhibit),
    )
    found = [clue for clue in made if clue is not None]
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
    doubtful = any(code in _DOUBTS for code, _ in exhibit.metadata.faults)
    return record.clue(
        exhibit,
        "exif.gps",
        observation=", ".join((f"GPS claimed: {gps.lat:.6f}, {gps.lon:.6f}", *_circumstances(gps))),
        inference="the file claims to have been taken there",
        strength=Strength.LIKELY if doubtful else Strength.CERTAIN,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        reach=PointReach(gps.lat, gps.lon, _sd_km(exhibit, gps), "claimed GPS position"),
        note="; ".join(exhibit.metadata.problems),
        inputs=_numbers(gps),
    )


def _circumstances(gps: GpsClaim) -> list[str]:
    """Height, direction, movement and quality, in words."""
    said = []
    if gps.altitude_m is not None:
        below = gps.altitude_m < 0
        said.append(f"altitude {abs(gps.altitude_m):.0f} m{' below sea level' if below else ''}")
    if gps.direction is not None:
        said.append(f"camera pointing {gps.direction:.0f}° from true north")
    elif gps.magnetic is not None:
        said.append(f"camera pointing {gps.magnetic:.0f}° from magnetic north")
    if gps.pitch is not None:
        side = "above" if gps.pitch >= 0 else "below"
        said.append(f"{abs(gps.pitch):.0f}° {side} the horizon")
    if gps.speed_kmh is not None and gps.speed_kmh >= 1:
        along = f" towards {gps.track:.0f}°" if gps.track is not None else ""
        said.append(f"moving at {gps.speed_kmh:.0f} km/h{along}")
    if gps.error_m is not None:
        said.append(f"within {gps.error_m:.0f} m as stated")
    elif gps.dop is not None:
        said.append(f"dilution of precision {gps.dop:.1f}")
    if gps.source == "drone":
        said.append("as the drone states")
    return said


def _sd_km(exhibit: Exhibit, gps: GpsClaim) -> float:
    """Never narrower than a receiver is; wider where the file itself states so or uses another datum."""
    sd = max(GPS_SD_KM, min(50.0, (gps.error_m or 0.0) / 1000))
    if any(code == "gps-datum" for code, _ in exhibit.metadata.faults):
        sd = max(sd, OTHER_DATUM_SD_KM)
    return round(sd, 4)


def _numbers(gps: GpsClaim) -> tuple[tuple[str, str], ...]:
    rows = (
        ("altitude, m", gps.altitude_m),
        ("direction, degrees from true north", gps.direction),
        ("direction, degrees from magnetic north", gps.magnetic),
        ("pitch, degrees", gps.pitch),
        ("speed, km/h", gps.speed_kmh),
        ("track, degrees", gps.track),
        ("dilution of precision", gps.dop),
        ("horizontal error, m", gps.error_m),
    )
    found = [(name, f"{value:.7g}") for name, value in rows if value is not None]
    return (*found, ("datum", gps.datum)) if gps.datum else tuple(found)


def _time(exhibit: Exhibit) -> Clue | None:
    taken = moments.read(exhibit.metadata.taken_at)
    if taken is None:
        return None
    inference = "the camera's clock showed this when the picture was taken; time zone "
    if taken.offset is not None:
        inference += "as stated"
    else:
        inference += "unknown"
        gps = moments.read(exhibit.metadata.gps_utc)
        offset, days = clashes.offset_between(taken, gps) if gps else (None, 0)
        if offset is not None and days == 0:
            inference += f"; with the satellite time of the file it was {moments.offset_text(offset)}"
    return record.clue(
        exhibit,
        "exif.time",
        observation=f"Time claimed: {moments.shown(taken)}",
        inference=inference,
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        when=taken.span,
        inputs=_times(exhibit),
    )


def _times(exhibit: Exhibit) -> tuple[tuple[str, str], ...]:
    metadata = exhibit.metadata
    rows = (
        ("taken", metadata.taken_at or ""),
        ("digitised", metadata.digitised_at),
        ("changed", metadata.modified_at),
        ("satellites", metadata.gps_utc),
        ("file last modified", exhibit.file_time),
    )
    return tuple((name, value) for name, value in rows if value)


def _satellite_time(exhibit: Exhibit) -> Clue | None:
    """The receiver's clock. Its fix may be older than the picture, and its date may not have been known."""
    gps = moments.read(exhibit.metadata.gps_utc)
    if gps is None:
        return None
    taken = moments.read(exhibit.metadata.taken_at)
    contradicted = any(clash.what in ("gps-time", "time-gps") for clash in clashes.times(exhibit))
    inference = "the receiver's last fix; the picture was taken then or some minutes later"
    if contradicted:
        inference = "contradicted by other claims of the file, so it says nothing about when"
    # As wide as the comparison with the camera's clock allows, so that the two clues never quarrel alone.
    first, last = gps.earliest - clashes.CLOCK_AHEAD, gps.latest + clashes.FIX_AGE
    when = TimeSpan(moments.stamp(first), moments.stamp(last))
    return record.clue(
        exhibit,
        "exif.gps-time",
        observation=f"GPS time claimed: {gps.local:%Y-%m-%d %H:%M:%S} UTC",
        inference=inference,
        strength=Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        when=None if contradicted and taken is not None else when,
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


def _place(exhibit: Exhibit) -> Clue | None:
    """A place by name, as somebody or some program wrote it into a caption field."""
    fields = dict(exhibit.metadata.fields)
    named = {
        part: next(
            (fields[name] for name in (*names, _CREATED + _CREATED_PARTS[part]) if fields.get(name)), ""
        )
        for part, names in _PLACES
    }
    code = countries.lookup(named["code"]) if named["code"] else None
    code = code or (countries.lookup(named["country"]) if named["country"] else None)
    words = [named[part] for part in ("place", "city", "state")]
    words.append(named["country"] or named["code"])
    text = ", ".join(word for word in words if word)
    if not text:
        return None
    return record.clue(
        exhibit,
        "exif.place",
        observation=f"Place claimed in the caption fields: {text}",
        inference="whoever filled these fields named this place: the one shown, or the one of the desk",
        strength=Strength.WEAK,
        method="IPTC and XMP",
        root=record.metadata_root(exhibit.sha256),
        reach=AreaReach("country", (code,)) if code else None,
        inputs=tuple((part, value) for part, value in named.items() if value),
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
