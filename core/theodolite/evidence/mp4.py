"""The few boxes of an ISO base media file that PyAV does not hand on (ISO/IEC 14496-12, section 4.2).

Runs inside the video sandbox. Boxes are walked by their stated sizes and only as deep and as often as a
real file needs; a size that leads outside its parent ends the walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_MOST_BOXES = 10_000
_INSIDE = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}


def sample_formats(stream: BinaryIO) -> dict[int, str]:
    """Track id to the four letters of its first sample entry, for example ``{1: 'avc1', 3: 'gpmd'}``.

    Empty when ``stream`` is no such file. Leaves the stream anywhere.
    """
    stream.seek(0, 2)
    found: dict[int, str] = {}
    track = 0
    for kind, start, size in _boxes(stream, 0, stream.tell(), [_MOST_BOXES]):
        if kind == b"tkhd":
            stream.seek(start)
            head = stream.read(24)
            at = 20 if head[:1] == b"\x01" else 12
            track = int.from_bytes(head[at : at + 4], "big")
        elif kind == b"stsd" and size >= 16:
            stream.seek(start + 12)
            found.setdefault(track, stream.read(4).decode("latin-1"))
    return found


def _boxes(stream: BinaryIO, start: int, end: int, left: list[int]) -> Iterator[tuple[bytes, int, int]]:
    """(kind, offset of the content, size of the content), parents before their children."""
    at = start
    while at + 8 <= end and left[0] > 0:
        left[0] -= 1
        stream.seek(at)
        head = stream.read(16)
        if len(head) < 8:
            return
        size, kind, offset = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1 and len(head) == 16:
            size, offset = int.from_bytes(head[8:], "big"), 16
        elif size == 0:
            size = end - at
        if size < offset or at + size > end:
            return
        yield kind, at + offset, size - offset
        if kind in _INSIDE:
            yield from _boxes(stream, at + offset, at + size, left)
        at += size
