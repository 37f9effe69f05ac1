"""The way a video states it took: positions in its data tracks (GoPro, Google camera motion, captions).

The container's single position is metadata like any other and has its clue there. A track is what the
recording device wrote while it recorded; anyone can write one afterwards.
"""

from __future__ import annotations

from math import cos, hypot, radians
from pathlib import Path
from typing import Protocol

from theodolite.clues import record
from theodolite.domain import Clue, Exhibit, PointReach, Strength, TimeSpan
from theodolite.errors import TheodoliteError
from theodolite.evidence.formats import is_video
from theodolite.evidence.video_track import Track

METHOD = "positions in the tracks of the video"

#: A container position within the track, or this near to it, is the same statement.
SAME_KM = 1.0
_NAMES = {
    "GPMF": "GoPro telemetry (GPMF)",
    "CAMM": "camera motion track (CAMM)",
    "NMEA": "NMEA sentences",
    "text": "captions",
}


class Tracks(Protocol):
    """The sandboxed decoder, as far as this source needs it."""

    def video_track(self, path: Path) -> tuple[Track | None, tuple[str, ...]]: ...


def video_clues(exhibit: Exhibit, path: Path, decoder: Tracks) -> list[Clue]:
    """The track of a video as one clue; nothing for a picture. Never raises for what the file holds."""
    if not is_video(exhibit.media_type):
        return []
    try:
        found, problems = decoder.video_track(path)
    except TheodoliteError as error:
        reason = "The tracks of the video could not be read"
        return [record.nothing(exhibit, "video", reason, method=METHOD, note=str(error))]
    if found is None:
        reason = "The video carries no track of positions that we can read"
        return [record.nothing(exhibit, "video", reason, method=METHOD, note="; ".join(problems))]
    return [track_clue(exhibit, found, problems)]


def track_clue(exhibit: Exhibit, found: Track, problems: tuple[str, ...] = ()) -> Clue:
    """The clue of a track: its centre, as wide as its extent."""
    label = "centre of the video's track"
    when = TimeSpan(found.start_utc, found.end_utc) if found.start_utc else None
    same = _same(exhibit, found)
    return record.clue(
        exhibit,
        "video.track",
        observation=_observed(found),
        inference="the video claims to have been recorded along this way",
        strength=Strength.CERTAIN if not problems else Strength.LIKELY,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256) if same else f"video:{exhibit.sha256}",
        reach=PointReach(round(found.centre[0], 7), round(found.centre[1], 7), round(found.sd_km, 4), label),
        note="; ".join(problems),
        when=when,
        inputs=(
            ("track", found.source),
            ("positions", str(found.count)),
            ("first", _pair(found.first)),
            ("last", _pair(found.last)),
            ("south-west", _pair(found.south_west)),
            ("north-east", _pair(found.north_east)),
            ("length", f"{found.length_km:.3f} km"),
            ("way", "; ".join(f"{at:.1f} s {_pair((lat, lon))}" for at, lat, lon in found.points[:50])),
        ),
    )


def _observed(found: Track) -> str:
    text = f"{_NAMES.get(found.source, found.source)}: {found.count} positions"
    text += f" from {_pair(found.first)} to {_pair(found.last)}, {found.length_km:.2f} km of way"
    if found.start_utc:
        text += f", {found.start_utc} to {found.end_utc}"
    return text


def _pair(point: tuple[float, float]) -> str:
    return f"{point[0]:.6f}, {point[1]:.6f}"


def _same(exhibit: Exhibit, found: Track) -> bool:
    """Whether the container's position lies on the track, so that both are one statement with one doubt."""
    gps = exhibit.metadata.gps
    if gps is None:
        return False
    reach = max(SAME_KM, 3 * found.sd_km)
    return any(_km(gps.lat, gps.lon, *point) <= reach for point in (found.first, found.last, found.centre))


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance of near points (plane approximation)."""
    east = ((other_lon - lon + 540) % 360 - 180) * cos(radians(lat))
    return hypot(other_lat - lat, east) * 111.195
