"""The child that reads one video: ``python -m theodolite.evidence.video_child MEMORY REQUEST``.

The video is its standard input, open for reading only, so that a file of any size is never copied into
memory; answers go to standard output (protocol.py), one or more, the last with ``end``. It has no network
where the kernel allows that to be taken away, may write no file, and lives for one request.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

from theodolite import offline

_UNSHARED = offline.unshare_network() if __name__ == "__main__" else False

from theodolite import codec  # noqa: E402 - the namespace must come before the first thread
from theodolite.domain import Metadata  # noqa: E402
from theodolite.errors import DecodeFailed  # noqa: E402
from theodolite.evidence import (  # noqa: E402
    c2pa_read,
    video_claims,
    video_read,
    video_scenes,
    video_track,
)
from theodolite.workers import limits, protocol  # noqa: E402

CPU_SECONDS = 600
ALL_FRAMES_PIXELS = 3_000_000_000
"""Up to this many pixels of moving picture every frame is looked at, beyond it key frames only."""

_MOST_SIGNATURES = 20_000
_REPORT_SECONDS = 0.25

Answer = tuple[dict[str, Any], bytes]


def main() -> None:
    """Answer the one request of the command line."""
    offline.install("video worker")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a decoder that prints must not speak into the protocol
    video = os.fdopen(0, "rb")
    import av
    import c2pa  # noqa: F401 - loaded while files may still be opened freely

    av.logging.set_level(av.logging.PANIC)
    request = json.loads(sys.argv[2])
    limits.apply(int(sys.argv[1]))
    limits.grant_cpu(CPU_SECONDS)
    for header, body in answers(request, video):
        protocol.write_header(out, header | {"body": len(body)})
        out.write(body)
        out.flush()


def answers(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    """What ``request`` asks of ``video``; problems with the file are answers, not exceptions."""
    work = {"look": _look, "first": _first, "key": _key, "frame": _frame, "track": _track, "c2pa": _c2pa}
    try:
        yield from work[request["operation"]](request, video)
    except DecodeFailed as error:
        yield {"end": True, "error": error.code, "text": str(error)}, b""
    except MemoryError:
        yield {"end": True, "error": "too-large", "text": "Decoding this video needs too much memory."}, b""
    except Exception as error:  # PyAV raises whatever its parsing meets
        text = f"The video cannot be read: {type(error).__name__}: {video_read.reason(error)}."
        yield {"end": True, "error": DecodeFailed.code, "text": text}, b""


def _look(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    """Metadata, size and whether the first frame decodes."""
    claims = Metadata()
    try:
        with video_read.opened(video, request["type"]) as container:
            rows = [(f"{stream.type} {stream.index}", stream.metadata) for stream in container.streams]
            claims = video_claims.claims(container.metadata, rows)
            stream = video_read.picture(container)
            problems: list[str] = []
            first = next(video_read.decoded(container, stream, problems), None)
            if first is None:
                raise DecodeFailed("No frame of this video could be decoded.")
            image = video_read.upright(first[1])
            header: dict[str, Any] = {"width": image.width, "height": image.height}
            header["video"] = _facts(container, stream, first[1])
    except DecodeFailed as error:
        header = {"error": error.code, "text": str(error)}
    yield header | {"metadata": codec.to_plain(claims), "end": True}, b""


def _facts(container: Any, stream: Any, frame: Any) -> dict[str, str]:
    duration = (container.duration or 0) / 1_000_000
    return {
        "duration": f"{duration:.3f} s",
        "codec": stream.codec_context.name,
        "frame rate": f"{float(stream.average_rate or 0):.3f}",
        "rotation": str(frame.rotation),
        "tracks": ", ".join(track.type for track in container.streams)[:200],
    }


def _first(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    """The first frame as RGB, or as JPEG when ``jpeg`` is asked; at most ``max_side`` pixels."""
    with video_read.opened(video, request["type"]) as container:
        stream = video_read.picture(container)
        first = next(video_read.decoded(container, stream, []), None)
        if first is None:
            raise DecodeFailed("No frame of this video could be decoded.")
        image = video_read.upright(first[1])
    side = request.get("max_side")
    if side:
        image.thumbnail((side, side))
    body = image.tobytes()
    if request.get("jpeg"):
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=85)
        body = packed.getvalue()
    yield {"end": True, "width": image.width, "height": image.height}, body


def _key(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    """Progress while the video is measured, then the chosen frames, each as PNG."""
    problems: list[str] = []
    moments: list[video_read.Moment] = []
    signatures: list[Any] = []
    with video_read.opened(video, request["type"]) as container:
        stream = video_read.picture(container)
        total = (container.duration or 0) / 1_000_000
        every = _few(stream, total)
        if not every:
            stream.codec_context.skip_frame = "NONKEY"
        told = time.monotonic()
        for moment, frame in video_read.decoded(container, stream, problems):
            pixels = video_read.small(frame, video_scenes.WIDTH, video_scenes.HEIGHT)
            moments.append(moment)
            signatures.append(video_scenes.signature(pixels))
            if time.monotonic() - told > _REPORT_SECONDS:
                told = time.monotonic()
                yield {"seconds": moment.seconds, "of": total}, b""
            if len(moments) >= _MOST_SIGNATURES:
                problems.append(f"only the first {_MOST_SIGNATURES} frames were measured")
                break
    if not moments:
        raise DecodeFailed("No frame of this video could be decoded.")
    chosen = video_scenes.choose(signatures, int(request["most"]))
    early = total - moments[-1].seconds
    if every and total and early > max(2.0, 0.1 * total):
        problems.append(f"the video ends {early:.1f} s before the {total:.1f} s that it states")
    for number in chosen:
        # Without time stamps the number counts, and it counts all frames, not key frames.
        asked = moments[number]
        if asked.pts is None and not every:
            continue
        yield _made(request["type"], video, asked.pts, asked.index, asked.seconds, len(chosen))
    way = "every frame" if every else "key frames only"
    yield {"end": True, "problems": problems[:20], "measured": len(moments), "way": way}, b""


def _few(stream: Any, total: float) -> bool:
    """Whether every frame can be looked at in reasonable time."""
    count = stream.frames or total * float(stream.average_rate or 0)
    area = stream.codec_context.width * stream.codec_context.height
    return bool(0 < count * area <= ALL_FRAMES_PIXELS)


def _frame(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    """One frame again, as a recipe names it."""
    yield _made(request["type"], video, request["pts"], int(request["index"]), 0.0, 1)
    yield {"end": True}, b""


def _made(
    media_type: str, video: BinaryIO, pts: int | None, index: int, seconds: float, count: int
) -> Answer:
    """A frame as PNG with the hash of its pixels; one code path for making and making again."""
    with video_read.opened(video, media_type) as container:
        stream = video_read.picture(container)
        image = video_read.upright(video_read.frame_at(container, stream, pts, index, []))
        base = str(stream.time_base)
    pixels = hashlib.sha256(image.tobytes()).hexdigest()
    header = {"pts": pts, "index": index, "time_base": base, "seconds": seconds, "count": count}
    return {"frame": header | {"width": image.width, "height": image.height, "pixels": pixels}}, (
        video_read.png(image)
    )


def _track(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    problems: list[str] = []
    source, rows = video_read.fixes(video, request["type"], problems)
    found = video_track.track(source, rows)
    plain = None if found is None else codec.to_plain(found)
    yield {"end": True, "track": plain, "problems": problems[:20]}, b""


def _c2pa(request: dict[str, Any], video: BinaryIO) -> Iterator[Answer]:
    found = c2pa_read.read(video, request["type"], str(request.get("anchors") or ""))
    yield {"end": True, "provenance": codec.to_plain(found)}, b""


if __name__ == "__main__":
    main()
