"""Small videos for the tests: cuts between colours, data tracks, rotation."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

WIDTH, HEIGHT, RATE = 160, 96, 10
#: Seconds of each scene in :func:`scenes`.
SCENES = ((200, 30, 30), (20, 160, 40), (30, 40, 220))


def frame(colour: tuple[int, int, int], number: int) -> np.ndarray:
    """A plain scene with a bar that moves a little, so that frames of one scene differ slightly."""
    pixels = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    pixels[:] = colour
    pixels[: HEIGHT // 2, : WIDTH // 2] = [part // 2 for part in colour]  # top left is darker
    pixels[-8:, (number * 3) % (WIDTH - 4) :][:, :4] = 255
    return pixels


def scenes(
    path: Path,
    *,
    codec: str = "mpeg4",
    container: str = "mp4",
    colours: Sequence[tuple[int, int, int]] = SCENES,
    seconds: float = 1.0,
    metadata: dict[str, str] | None = None,
    data: Sequence[tuple[float, bytes]] = (),
    tag: str = "gpmd",
) -> Path:
    """A video of one scene a colour. ``data``: (seconds, payload) of a data track with that tag."""
    options = {"movflags": "use_metadata_tags"} if container in ("mp4", "mov") else {}
    with av.open(str(path), "w", format=container, options=options) as out:
        out.metadata.update(metadata or {})
        stream = out.add_stream(codec, rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.time_base = Fraction(1, RATE)
        track = out.add_data_stream("bin_data") if data else None
        if track is not None:
            track.time_base = Fraction(1, 1000)
        count = 0
        for colour in colours:
            for _ in range(int(seconds * RATE)):
                made = av.VideoFrame.from_ndarray(frame(colour, count), "rgb24")
                made.pts, made.time_base = count, Fraction(1, RATE)
                out.mux(stream.encode(made))
                count += 1
        out.mux(stream.encode())
        for at, payload in data:
            packet = av.Packet(payload)
            packet.stream, packet.time_base = track, Fraction(1, 1000)
            packet.pts = packet.dts = int(at * 1000)
            packet.duration = 1000
            out.mux(packet)
    if data and tag != "gpmd":
        raw = path.read_bytes()
        assert b"gpmd" in raw
        path.write_bytes(raw.replace(b"gpmd", tag.encode()))
    return path


def turned(path: Path, matrix: tuple[int, ...]) -> Path:
    """Write a display matrix (the nine numbers of ISO/IEC 14496-12, 8.3.2) into the first track's header."""
    raw = bytearray(path.read_bytes())
    at = raw.index(b"tkhd") + 4
    assert raw[at] == 0  # version 0
    struct.pack_into(">9i", raw, at + 40, *matrix)
    path.write_bytes(raw)
    return path


#: A quarter turn clockwise for display, as a phone held upright writes it.
CLOCKWISE = (0, 1 << 16, 0, -(1 << 16), 0, 0, HEIGHT << 16, 0, 1 << 30)


# --- GPMF -----------------------------------------------------------------------------------------------


def klv(key: str, kind: str, size: int, repeat: int, body: bytes) -> bytes:
    assert len(body) == size * repeat
    head = struct.pack(">4sBBH", key.encode("latin-1"), ord(kind) if kind else 0, size, repeat)
    return head + body + b"\0" * (-len(body) % 4)


def nest(key: str, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return klv(key, "", 1, len(body), body)


def gps5(points: Sequence[tuple[float, float, float]], utc: str = "230506070809.000", fix: int = 3) -> bytes:
    rows = b"".join(
        struct.pack(">5i", round(lat * 1e7), round(lon * 1e7), round(altitude * 1000), 0, 0)
        for lat, lon, altitude in points
    )
    scale = struct.pack(">5i", 10_000_000, 10_000_000, 1000, 1000, 100)
    stream = nest(
        "STRM",
        klv("STNM", "c", 3, 1, b"GPS"),
        klv("GPSF", "L", 4, 1, struct.pack(">I", fix)),
        klv("GPSU", "U", 16, 1, utc.encode()),
        klv("SCAL", "l", 4, 5, scale),
        klv("GPS5", "l", 20, len(points), rows),
    )
    accelerometer = nest("STRM", klv("SCAL", "s", 2, 1, b"\0\1"), klv("ACCL", "s", 6, 1, bytes(6)))
    return nest("DEVC", klv("DVNM", "c", 11, 1, b"Hero9 Black"), accelerometer, stream)


def gps9(points: Sequence[tuple[float, float, float, int]], days: int, milliseconds: int) -> bytes:
    rows = b"".join(
        struct.pack(
            ">7i2H",
            round(lat * 1e7),
            round(lon * 1e7),
            round(altitude * 1000),
            0,
            0,
            days,
            milliseconds,
            120,
            fix,
        )
        for lat, lon, altitude, fix in points
    )
    scale = struct.pack(">9i", 10_000_000, 10_000_000, 1000, 1000, 100, 1, 1000, 100, 1)
    kinds = klv("TYPE", "c", 1, 9, b"lllllllSS")
    return nest(
        "DEVC", nest("STRM", kinds, klv("SCAL", "l", 4, 9, scale), klv("GPS9", "?", 32, len(points), rows))
    )


# --- CAMM -----------------------------------------------------------------------------------------------


def camm5(lat: float, lon: float, altitude: float) -> bytes:
    return struct.pack("<HH3d", 0, 5, lat, lon, altitude)


def camm6(gps_seconds: float, lat: float, lon: float, altitude: float, error: float, fix: int = 3) -> bytes:
    return struct.pack("<HHdidd7f", 0, 6, gps_seconds, fix, lat, lon, altitude, error, 1.0, 0, 0, 0, 0.1)


def nmea(body: str) -> bytes:
    total = 0
    for letter in body:
        total ^= ord(letter)
    return f"${body}*{total:02X}\r\n".encode()
