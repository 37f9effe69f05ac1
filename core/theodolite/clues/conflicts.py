"""What in a file contradicts what else is in it. A conflict is a finding of its own and proves nothing alone.

Each has an innocent explanation, and it is said with it. None says anything about places (reach None);
which of two claims is wrong is for a person to find out.
"""

from __future__ import annotations

from theodolite.clues import clashes, record
from theodolite.clues.clashes import Clash
from theodolite.domain import Clue, Exhibit, Strength
from theodolite.evidence.formats import RAW_TYPES

METHOD = "comparison of the file's claims with each other"

#: Cameras pad to whole blocks and crop a few rows; up to this many pixels a size counts as the same.
_PADDING = 16
_SAME_SHAPE = 0.01
_DEEPEST_M, _HIGHEST_M = -450.0, 9000.0
_GPS = {
    "gps-reference": "without its letter the hemisphere is unknown, and the position is not used",
    "gps-unreadable": "the position is not used",
    "gps-outside": "there is no such place, and the position is not used",
    "gps-zero": "a receiver without a fix writes this; the position is not used",
    "gps-differs": "the file names two places for one picture",
    "gps-datum": "the same numbers mean a place up to some hundred metres away",
    "gps-void": "the receiver itself did not trust the position",
    "gps-clock": "the satellite time is not used",
    "gps-direction": "the direction may be from magnetic north",
}
_GPS_INNOCENT = {
    "gps-differs": "Programs that correct a position in one place only, or make it less exact on purpose.",
    "gps-datum": "Receivers can be set to the datum of a paper map.",
}


def conflict_clues(exhibit: Exhibit, *, zone: str = "") -> list[Clue]:
    """One clue a contradiction (``conflict.<what>``); one ``none.conflict`` when there is none.

    ``zone``: IANA name of the time zone at the claimed position, '' when not known.
    """
    found = [
        *clashes.times(exhibit, zone),
        *_gps(exhibit),
        *_size(exhibit),
        *_thumbnail(exhibit),
        *_camera(exhibit),
    ]
    if found:
        return [_clue(exhibit, clash) for clash in found]
    if exhibit.metadata.fields:
        reason = "The claims of the file do not contradict each other"
    else:
        reason = "The file claims nothing that could be compared"
    return [record.nothing(exhibit, "conflict", reason, method=METHOD)]


def _clue(exhibit: Exhibit, clash: Clash) -> Clue:
    return record.clue(
        exhibit,
        f"conflict.{clash.what}",
        observation=clash.observation,
        inference=clash.inference,
        strength=clash.strength,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        note=f"Without anyone's doing: {clash.innocent}" if clash.innocent else "",
        inputs=clash.inputs,
    )


def _gps(exhibit: Exhibit) -> list[Clash]:
    """What was wrong with the position, as the reader of the metadata noted it; and impossible heights."""
    found = [
        Clash(
            code,
            f"Claimed position: {words}",
            _GPS[code],
            _GPS_INNOCENT.get(code, "Cameras and programs that write the position carelessly."),
            Strength.LIKELY if code == "gps-differs" else Strength.WEAK,
        )
        for code, words in exhibit.metadata.faults
        if code in _GPS
    ]
    gps = exhibit.metadata.gps
    if gps is not None and gps.altitude_m is not None and not _DEEPEST_M <= gps.altitude_m <= _HIGHEST_M:
        where = "below the lowest shore" if gps.altitude_m < 0 else "above the highest summit"
        found.append(
            Clash(
                "altitude",
                f"Altitude claimed: {gps.altitude_m:.0f} m, {where} on Earth",
                "the altitude is wrong, or the picture was not taken on the ground",
                "An aircraft, a receiver with few satellites, or metres taken for feet.",
                Strength.WEAK,
            )
        )
    return found


def _size(exhibit: Exhibit) -> list[Clash]:
    """The pixels there are against the pixels the camera says it wrote. Raw files show a preview."""
    actual = (exhibit.width, exhibit.height)
    if min(actual) < 1 or exhibit.media_type in RAW_TYPES:
        return []
    for claimed in _claimed_sizes(exhibit):
        wide, high = sorted(claimed, reverse=True)
        across, down = sorted(actual, reverse=True)
        if abs(wide - across) <= _PADDING and abs(high - down) <= _PADDING:
            continue
        if abs((wide / high) / (across / down) - 1) <= _SAME_SHAPE:
            inference = f"the picture was made {'smaller' if across < wide else 'larger'} after the camera"
        else:
            inference = "the picture was cut, put together or replaced after the camera"
        then, now = (f"{size[0]} x {size[1]}" for size in (claimed, actual))
        return [
            Clash(
                "size",
                f"Size claimed: {then} pixels; the picture has {now}",
                inference,
                "Messengers shrink pictures and leave the claim; some panorama modes claim wrongly.",
                Strength.LIKELY,
                (("claimed", then), ("actual", now)),
            )
        ]
    return []


def _claimed_sizes(exhibit: Exhibit) -> list[tuple[int, int]]:
    """PixelXDimension, and ImageWidth where it is a claim and not how the file is read (TIFF)."""
    sizes = [exhibit.metadata.claimed_size] if exhibit.metadata.claimed_size else []
    if exhibit.media_type == "image/tiff":
        return sizes
    fields = dict(exhibit.metadata.fields)
    width, height = fields.get("Image ImageWidth", ""), fields.get("Image ImageLength", "")
    if width.isdigit() and height.isdigit() and int(width) and int(height):
        sizes.append((int(width), int(height)))
    return sizes


def _thumbnail(exhibit: Exhibit) -> list[Clash]:
    """The camera's small picture against the large one, as compared in the sandbox."""
    small = exhibit.metadata.thumbnail
    if small is None:
        return []
    said = {
        "differs": ("shows something else than the picture", "picture or thumbnail was replaced or changed"),
        "crop": ("shows more than the picture", "the picture was cut after the thumbnail was made"),
        "mirrored": ("shows the picture mirrored", "picture or thumbnail was mirrored after it was taken"),
    }.get(small.relation)
    if said is None:
        return []
    likeness = f" (likeness {small.likeness:.2f})" if small.likeness is not None else ""
    return [
        Clash(
            "thumbnail",
            f"The embedded thumbnail, {small.width} x {small.height} pixels, {said[0]}{likeness}",
            said[1],
            "Programs that cut or turn a picture and leave the camera's thumbnail behind.",
            Strength.LIKELY,
            (("relation", small.relation), ("likeness", f"{small.likeness or 0.0:.3f}")),
        )
    ]


def _camera(exhibit: Exhibit) -> list[Clash]:
    """EXIF's camera against XMP's."""
    fields = dict(exhibit.metadata.fields)
    found = []
    for what, first, second in (
        ("make", "Image Make", "XMP tiff:Make"),
        ("model", "Image Model", "XMP tiff:Model"),
    ):
        one, other = (" ".join(fields.get(name, "").split()) for name in (first, second))
        if one and other and one.lower() != other.lower():
            found.append(
                Clash(
                    "camera",
                    f"Camera {what} claimed: {one!r} in EXIF, {other!r} in XMP",
                    "the metadata was put together from two sources",
                    "Programs that copy XMP from one picture to another.",
                    Strength.LIKELY,
                )
            )
    return found
