"""A video through PyAV: what its container says, its frames, its data tracks. Runs in the sandbox only.

Frames are made upright RGB by libswscale with exact rounding on one thread, so that the same bytes give the
same pixels. One demuxer may look at a file, the one its leading bytes name; it opens no other file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from PIL import Image

from theodolite.errors import DecodeFailed, ImageTooLarge
from theodolite.evidence import mp4, video_fixes
from theodolite.evidence.video_fixes import Fix

MAX_PIXELS = 200_000_000
FORMATS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/x-matroska": "matroska",
    "video/webm": "matroska",
    "video/x-msvideo": "avi",
}
MAX_FIXES = 200_000
_MAX_ERROR = 160
_HD = 720
_UNSPECIFIED, _BT709 = 2, 1


@dataclass(frozen=True, slots=True)
class Moment:
    """Which frame: ``pts`` in units of ``time_base`` where it has one, and its number in decode order."""

    pts: int | None
    index: int
    seconds: float


@contextmanager
def opened(stream: BinaryIO, media_type: str) -> Iterator[Any]:
    """The container. Raises DecodeFailed with a reason in words."""
    import av

    stream.seek(0)
    name = FORMATS.get(media_type)
    if name is None:
        raise DecodeFailed(f"No demuxer for {media_type}.")
    try:
        container = av.open(stream, mode="r", format=name, metadata_errors="replace")
    except (av.FFmpegError, ValueError, OSError, EOFError) as error:
        raise DecodeFailed(f"The video cannot be opened: {reason(error)}.") from error
    try:
        yield container
    finally:
        container.close()


def reason(error: BaseException) -> str:
    """The library's words, short, without the name of a file."""
    words = str(getattr(error, "strerror", None) or error) or type(error).__name__
    log = getattr(error, "log", None)
    if isinstance(log, tuple) and len(log) == 3:
        words += f" ({log[2]})"
    return " ".join(words.split())[:_MAX_ERROR]


def picture(container: Any) -> Any:
    """The stream of moving pictures (a cover image is none). Raises DecodeFailed or ImageTooLarge."""
    from av.stream import Disposition

    for stream in container.streams.video:
        if stream.disposition & Disposition.attached_pic:
            continue
        width, height = stream.codec_context.width, stream.codec_context.height
        if width * height > MAX_PIXELS:
            raise ImageTooLarge(f"{width} x {height} pixels are more than {MAX_PIXELS // 1_000_000} million.")
        stream.codec_context.thread_count = 1
        stream.codec_context.thread_type = "NONE"
        return stream
    if not len(container.streams):
        text = "its index is missing or damaged, as in a file that was cut short"
        raise DecodeFailed(f"The video cannot be opened: {text}.")
    raise DecodeFailed("The file holds no moving picture.")


def decoded(container: Any, stream: Any, problems: list[str]) -> Iterator[tuple[Moment, Any]]:
    """Frames in order with their moment; broken packets are counted in ``problems`` and skipped."""
    import av

    broken, index = 0, 0
    base, start = float(stream.time_base or 0), stream.start_time or 0
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            break
        except (av.FFmpegError, ValueError, OSError, EOFError) as error:
            problems.append(f"the video ends early: {reason(error)}")
            break
        try:
            frames = packet.decode()
        except (av.FFmpegError, ValueError, EOFError):
            broken += 1
            continue
        for frame in frames:
            pts = frame.pts
            rate = float(stream.average_rate or 0)
            seconds = (pts - start) * base if pts is not None else (index / rate if rate else 0.0)
            yield Moment(pts, index, round(seconds, 6)), frame
            index += 1
    if broken:
        problems.append(f"{broken} packets of the video could not be decoded")


def upright(frame: Any) -> Image.Image:
    """The frame as RGB, turned as its display matrix says. Raises ImageTooLarge."""
    if frame.width * frame.height > MAX_PIXELS:
        raise ImageTooLarge(
            f"{frame.width} x {frame.height} pixels are more than {MAX_PIXELS // 1_000_000} million."
        )
    rgb = _rgb(frame, frame.width, frame.height)
    turn = round(frame.rotation / 90) * 90 % 360
    turns = {
        90: Image.Transpose.ROTATE_90,
        180: Image.Transpose.ROTATE_180,
        270: Image.Transpose.ROTATE_270,
    }
    image = Image.fromarray(rgb)
    return image.transpose(turns[turn]) if turn in turns else image


def small(frame: Any, width: int, height: int) -> Any:
    """A copy of ``width`` x ``height`` for measuring, RGB uint8 [height, width, 3]."""
    return _rgb(frame, width, height)


def _rgb(frame: Any, width: int, height: int) -> Any:
    from av.video.reformatter import Interpolation

    exact = Interpolation.ACCURATE_RND | Interpolation.BITEXACT
    way = Interpolation.AREA if width != frame.width else Interpolation.BICUBIC
    source = frame.colorspace
    if source == _UNSPECIFIED and frame.height >= _HD:
        source = _BT709
    options = {} if source == _UNSPECIFIED else {"src_colorspace": source}
    made = frame.reformat(
        width=width, height=height, format="rgb24", interpolation=int(way | exact), threads=1, **options
    )
    return made.to_ndarray()


def frame_at(container: Any, stream: Any, pts: int | None, index: int, problems: list[str]) -> Any:
    """The one frame with this time stamp (without one: this number). Raises DecodeFailed.

    Seeks to the key frame before it and decodes from there; where that does not lead to the frame, it
    decodes from the beginning.
    """
    import av

    for seek in (True, False) if pts is not None else (False,):
        try:
            container.seek(pts if seek else stream.start_time or 0, stream=stream, backward=True)
        except (av.FFmpegError, ValueError) as error:
            if seek:
                continue
            raise DecodeFailed(f"The video cannot be read again: {reason(error)}.") from error
        for moment, frame in decoded(container, stream, problems):
            if (moment.pts == pts) if pts is not None else (moment.index == index):
                return frame
            if pts is not None and moment.pts is not None and moment.pts > pts:
                break
    raise DecodeFailed("The frame of that time was not found in the video.")


def png(image: Image.Image) -> bytes:
    """PNG without metadata; level 6 and no search, so that it depends on the pixels and zlib alone."""
    packed = io.BytesIO()
    image.save(packed, "PNG", compress_level=6)
    return packed.getvalue()


def fixes(stream: BinaryIO, media_type: str, problems: list[str]) -> tuple[str, list[tuple[float, Fix]]]:
    """(source, rows of seconds and fix) of the first data or text track that holds positions."""
    import av
    from av.stream import Discard

    formats = mp4.sample_formats(stream) if FORMATS.get(media_type) == "mov" else {}
    with opened(stream, media_type) as container:
        readers = {}
        for track in container.streams:
            kind = {"gpmd": "GPMF", "camm": "CAMM"}.get(formats.get(track.id, ""))
            if kind is None and track.type == "subtitle":
                kind = "text"
            elif kind is None and track.type == "data":
                kind = "data"
            if kind is not None:
                readers[track.index] = kind
            else:
                track.discard = Discard.all
        found: dict[tuple[int, str], list[tuple[float, Fix]]] = {}
        wanted = [track for track in container.streams if track.index in readers]
        try:
            for packet in container.demux(wanted) if wanted else ():
                seconds = float((packet.pts or 0) * (packet.time_base or 0))
                for source, fix in _read(readers[packet.stream.index], bytes(packet)):
                    found.setdefault((packet.stream.index, source), []).append((seconds, fix))
                if sum(map(len, found.values())) > MAX_FIXES:
                    problems.append(f"only the first {MAX_FIXES} positions of the data track were read")
                    break
        except (av.FFmpegError, ValueError, OSError, EOFError) as error:
            problems.append(f"the data track ends early: {reason(error)}")
    if not found:
        return "", []
    best = max(found, key=lambda key: (len(found[key]), -key[0]))
    return best[1], found[best]


def _read(kind: str, data: bytes) -> list[tuple[str, Fix]]:
    if kind == "CAMM":
        return [(kind, fix) for fix in video_fixes.camm(data)]
    if kind == "GPMF" or data[:4] == b"DEVC":
        return [("GPMF", fix) for fix in video_fixes.gpmf(data)]
    return [("NMEA" if b"$G" in data else "text", fix) for fix in video_fixes.text(data)]
