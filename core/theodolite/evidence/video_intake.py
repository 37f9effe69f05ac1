"""Key frames of a video as exhibits of their own: derived, hashed, in the vault, and made again at will.

A frame's exhibit names its ``parent``, the moment (``at_seconds``) and a ``recipe``: JSON that holds all that
:func:`again` needs, the SHA-256 of the parent, of the frame's file and of its pixels, and the versions of the
libraries. The pixels' hash is the lasting one: another zlib may pack the same pixels into other bytes.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from theodolite.domain import Exhibit
from theodolite.errors import DecodeFailed, DecoderDied, InputError
from theodolite.evidence import video_scenes
from theodolite.evidence.decode import Decoder
from theodolite.evidence.formats import is_video
from theodolite.evidence.intake import read_again
from theodolite.evidence.video import Answer, Question
from theodolite.jobs import Job, Progress
from theodolite.store import CaseStore

OPERATION = "video.frame"
_POLL_SECONDS = 0.01
_PNG = b"\x89PNG\r\n\x1a\n"


def frames(
    store: CaseStore,
    decoder: Decoder,
    exhibit: Exhibit,
    *,
    most: int = video_scenes.MOST,
    operator: str | None = None,
) -> Job[tuple[Exhibit, ...]]:
    """Key frames of the video ``exhibit`` as exhibits, at most ``most``, in their order.

    A frame that the case already holds is returned as it is. What was stored stays when the job is
    cancelled. A video that breaks on the way gives the frames before the break; the log says what was
    wrong. Raises DecodeFailed when no frame at all came out, InputError when ``exhibit`` is no video.
    """
    if not is_video(exhibit.media_type):
        raise InputError(f"{exhibit.name} is no video.")
    made: list[Exhibit] = []
    problems: list[str] = []
    with (yield from store.confirm(exhibit)) as path:
        question = decoder.video_question(path, {"operation": "key", "most": most})
        with closing(_Answers(question, exhibit.name)) as answers:
            try:
                while (answer := (yield from answers.following(len(made)))) is not None:
                    if "frame" in answer.header:
                        frame = yield from _keep(store, decoder, exhibit, answer, operator)
                        made += [] if frame in made else [frame]
                    elif answer.header.get("end"):
                        problems += [str(text)[:200] for text in answer.header.get("problems", [])]
            except DecodeFailed as error:
                if not made:
                    raise
                problems.append(str(error))
    detail = {"exhibit": exhibit.id, "frames": [frame.id for frame in made], "problems": problems}
    store.record("video frames made", detail, operator=operator)
    return tuple(made)


def again(decoder: Decoder, path: Path, recipe: str) -> bytes:
    """The PNG that ``recipe`` describes, made again from the video at ``path``.

    Raises InputError for a recipe that is none, DecodeFailed kinds when the frame cannot be made, and
    DecodeFailed when its pixels are not those recorded.
    """
    known = parse(recipe)
    asked = {"operation": "frame", "pts": known["pts"], "index": known["index"]}
    with decoder.video_question(path, asked) as question:
        answer = next(iter(question))
    if answer.header.get("frame", {}).get("pixels") != known["pixels_sha256"]:
        raise DecodeFailed("The frame made again does not have the pixels that were recorded.")
    return bytes(answer.body)


def parse(recipe: str) -> dict[str, Any]:
    """A frame's recipe as a dictionary. Raises InputError when it is none."""
    try:
        known = json.loads(recipe)
        if known["operation"] != OPERATION or not isinstance(known["index"], int):
            raise ValueError(recipe)
        if not isinstance(known["pts"], int | None) or not isinstance(known["pixels_sha256"], str):
            raise ValueError(recipe)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("This is no recipe of a video frame.") from error
    return cast(dict[str, Any], known)


def _recipe(exhibit: Exhibit, frame: dict[str, Any]) -> str:
    import av
    import PIL

    libraries = {"ffmpeg": _version(av.library_versions), "av": av.__version__, "pillow": PIL.__version__}
    made = {
        "operation": OPERATION,
        "version": video_scenes.VERSION,
        "parent": exhibit.id,
        "parent_sha256": exhibit.sha256,
        "pts": frame["pts"],
        "index": frame["index"],
        "time_base": frame["time_base"],
        "seconds": frame["seconds"],
        "pixels_sha256": frame["pixels"],
        "libraries": libraries,
    }
    return json.dumps(made, sort_keys=True)


def _version(libraries: Mapping[str, tuple[int, ...]]) -> str:
    return "libavcodec " + ".".join(str(part) for part in libraries["libavcodec"])


def _keep(
    store: CaseStore, decoder: Decoder, parent: Exhibit, answer: Answer, operator: str | None
) -> Job[Exhibit]:
    """One frame into the vault and onto the record, then read like any picture."""
    frame, body = _checked(answer)
    seconds = float(frame["seconds"])
    stored = yield from store.store_job(
        io.BytesIO(body), name=f"frame of {parent.id} at {seconds:.3f} s", operator=operator
    )
    known = store.holding(stored.sha256)
    if known is not None:
        return known
    added = store.add_exhibit(
        Exhibit(
            id="",
            name=f"{Path(parent.name).stem} {clock(seconds)}.png",
            sha256=stored.sha256,
            md5=stored.md5,
            size=stored.size,
            media_type="image/png",
            source=f"frame of {parent.id} at {seconds:.3f} s",
            added_utc=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            operator=operator or store.operator,
            readable=False,
            parent=parent.id,
            recipe=_recipe(parent, frame),
            at_seconds=seconds,
        ),
        operator=operator,
    )
    return (yield from read_again(store, decoder, added, operator=operator))


def clock(seconds: float) -> str:
    """``00m03.200s``, fit for a file name."""
    whole = max(0.0, seconds)
    return f"{int(whole // 60):02d}m{whole % 60:06.3f}s"


def _checked(answer: Answer) -> tuple[dict[str, Any], bytes]:
    """The frame's facts, of the right types, and its PNG. Raises DecoderDied."""
    frame, body = answer.header.get("frame"), bytes(answer.body)
    try:
        assert isinstance(frame, dict)
        facts = {
            "pts": None if frame["pts"] is None else int(frame["pts"]),
            "index": int(frame["index"]),
            "time_base": str(frame["time_base"])[:40],
            "seconds": float(frame["seconds"]),
            "pixels": str(frame["pixels"])[:64],
        }
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise DecoderDied("The decoder's answer about this video was not understood.") from error
    if not body.startswith(_PNG):
        raise DecoderDied("The decoder answered with a frame that is no PNG.")
    return facts, body


class _Answers:
    """The answers to a question, awaited without blocking the caller for longer than 10 ms."""

    def __init__(self, question: Question, name: str) -> None:
        self._question, self._name = question, name
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="video")
        self._shown = Progress(f"Opening {name}", waiting=True)

    def following(self, made: int) -> Job[Answer | None]:
        """The next answer, None after the last; each yield says how far the work is."""
        future = self._pool.submit(next, iter(self._question), None)
        while not wait((future,), _POLL_SECONDS).done:
            yield self._shown
        answer: Answer | None = future.result()
        if answer is not None and "seconds" in answer.header:
            done, total = int(answer.header["seconds"]), int(answer.header.get("of") or 0)
            text = f"Looking for scenes in {self._name}"
            self._shown = Progress(text, done, total or None, waiting=True)
        elif answer is not None and "frame" in answer.header:
            count = int(answer.header["frame"].get("count") or 0)
            text = f"Keeping frames of {self._name}"
            self._shown = Progress(text, made + 1, max(count, made + 1), waiting=True)
        yield self._shown
        return answer

    def close(self) -> None:
        """End the child, then the thread that waits for it."""
        self._question.kill()
        self._pool.submit(self._question.close).result()
        self._pool.shutdown(wait=True)
