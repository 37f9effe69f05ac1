"""Untrusted files seen from a safe place: a persistent child decodes, the parent checks what it says.

The parent sends the bytes, the child answers with plain records or pixels (sandbox.py). A child that
crashes, hangs or oversteps a limit is ended and replaced; the file it was working on gets a named error.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from theodolite import codec
from theodolite.domain import Metadata, Step
from theodolite.errors import (
    DecodeFailed,
    DecoderDied,
    DecodeTimeout,
    ImageTooLarge,
    InputError,
    TheodoliteError,
)
from theodolite.evidence import pyramid, recipes, video
from theodolite.evidence.c2pa_report import Provenance
from theodolite.evidence.files import file_type as file_type
from theodolite.evidence.formats import is_video
from theodolite.evidence.recipes.made import Made
from theodolite.evidence.video_track import Track
from theodolite.jobs import Job, Progress
from theodolite.workers import limits, protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")

MAX_BYTES = 512 * 1024**2
"""Files above this are kept but not sent to a decoder."""

MAX_PIXELS = 200_000_000
MAX_BODY = pyramid.PIXEL * MAX_PIXELS * 4 // 3 + 1024**2
_FILES_PER_CHILD = 500
_POLL_SECONDS = 0.01
_PATIENCE = 4  # times as long for a recipe of many steps as for decoding alone
_NO_METADATA = Metadata()
_ERRORS: dict[str, type[DecodeFailed]] = {
    error.code: error for error in (DecodeFailed, ImageTooLarge, DecodeTimeout, DecoderDied)
}


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one file turned out to be. ``width`` and ``height`` of the upright image, 0 with an error."""

    width: int
    height: int
    media_type: str
    metadata: Metadata = _NO_METADATA
    error_code: str | None = None
    error_text: str | None = None


class Decoder:
    """One sandboxed child, started at the first request. Requests of several threads take turns."""

    def __init__(self, *, seconds: float = 30.0, memory: int = limits.MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._pool: ThreadPoolExecutor | None = None
        self._videos = video.Reader(memory=memory)
        self.restarts = 0
        self.in_force: dict[str, Any] = {}

    # --- what one can ask, each blocking or as a job that never blocks longer than 10 ms ------------

    def inspect(self, path: Path | str) -> Inspection:
        """Size, metadata and whether the pixels decode. Raises InputError kinds only."""
        path = Path(path)
        media_type = file_type(path)
        if is_video(media_type):
            return self._inspect_video(path, media_type)
        try:
            header, _ = self._ask({"operation": "inspect", "type": media_type}, path)
        except DecodeFailed as error:
            return self._after_failure(path, media_type, error)
        claims = _metadata(header)
        if "error" in header:
            return Inspection(0, 0, media_type, claims, str(header["error"]), str(header["text"]))
        width, height = _size(header)
        return Inspection(width, height, media_type, claims)

    def metadata(self, path: Path | str) -> Metadata:
        """What a file says about itself, without decoding it. Raises DecodeFailed or InputError kinds."""
        media_type = file_type(Path(path))
        if is_video(media_type):
            return self._inspect_video(Path(path), media_type).metadata
        return _metadata(self._ask({"operation": "metadata", "type": media_type}, Path(path))[0])

    def pixels(self, path: Path | str, max_side: int | None = None) -> NDArray[np.uint8]:
        """Upright sRGB pixels, uint8 [height, width, 3]. Raises DecodeFailed or InputError kinds."""
        import numpy as np

        header, body = self._decoded("pixels", Path(path), max_side)
        width, height = _size(header)
        if len(body) != width * height * 3:
            raise DecoderDied("The decoder answered with pixels of the wrong number.")
        return np.frombuffer(body, np.uint8).reshape(height, width, 3)

    def levels(
        self, path: Path | str, max_side: int | None = None, most_bytes: int | None = None
    ) -> pyramid.Pyramid:
        """The upright sRGB picture in halves, at most ``max_side`` pixels or ``most_bytes``; no videos.

        Raises DecodeFailed or InputError kinds.
        """
        if is_video(file_type(Path(path))):
            raise InputError("The pictures of a video are its frames.")
        most = min(most_bytes or MAX_BODY, MAX_BODY)
        return pyramid.received(*self._decoded("levels", Path(path), max_side, most_bytes=most))

    def levels_job(
        self, path: Path | str, max_side: int | None = None, most_bytes: int | None = None
    ) -> Job[pyramid.Pyramid]:
        return self._job("Opening a picture", lambda: self.levels(path, max_side, most_bytes))

    def thumbnail(self, path: Path | str, side: int = 256) -> bytes:
        """A JPEG of at most ``side`` pixels. Raises DecodeFailed or InputError kinds."""
        return bytes(self._decoded("thumbnail", Path(path), side)[1])

    def made(self, path: Path | str, steps: Sequence[Step], side: int | None = None) -> Made:
        """The picture that ``steps`` make of the whole upright picture (evidence/recipes), made in the child.

        With ``side`` a fresh JPEG of at most that many pixels, made small after the last step; else RGB.
        Raises DecodeFailed, or InputError kinds for steps that cannot be done and for videos.
        """
        media_type = file_type(path := Path(path))
        if is_video(media_type):
            raise InputError("A picture is made from a key frame of a video; choose one of its frames.")
        plain = [codec.to_plain(step) for step in recipes.check(steps)]
        request = {"operation": "recipe", "type": media_type, "steps": plain, "side": side}
        header, body = self._ask(request, path, patience=_PATIENCE)
        if "error" in header:
            kind = InputError if header["error"] == InputError.code else DecodeFailed
            raise _ERRORS.get(str(header["error"]), kind)(str(header["text"]))
        width, height = _size(header)
        if side is None and len(body) != width * height * 3:
            raise DecoderDied("The decoder answered with pixels of the wrong number.")
        return Made(width, height, bytes(body))

    def made_job(self, path: Path | str, steps: Sequence[Step], side: int | None = None) -> Job[Made]:
        return self._job("Making a picture", lambda: self.made(path, steps, side))

    def provenance(self, path: Path | str, anchors: str = "") -> Provenance:
        """C2PA of a file, validated offline; ``anchors``: certificates (PEM) of trusted signers.

        Raises DecodeFailed kinds when the validator does not survive the file, or InputError kinds.
        """
        path = Path(path)
        request = {"operation": "c2pa", "type": file_type(path), "anchors": anchors}
        if is_video(request["type"]):
            return video.provenance_of(self._videos.answer(path, request, _environment()).header)
        return video.provenance_of(self._ask(request, path)[0])

    def video_track(self, path: Path | str) -> tuple[Track | None, tuple[str, ...]]:
        """Positions in the data tracks of a video, and what was wrong with them. Raises like provenance."""
        path = Path(path)
        request = {"operation": "track", "type": file_type(path)}
        header = self._videos.answer(path, request, _environment()).header
        return video.track_of(header), tuple(str(text)[:200] for text in header.get("problems", []))

    def video_question(self, path: Path | str, request: dict[str, Any]) -> video.Question:
        """A request with several answers (video_child.py), to be closed by the caller."""
        path = Path(path)
        return self._videos.question(path, request | {"type": file_type(path)}, _environment())

    def embedded(self, path: Path | str) -> bytes:
        """The thumbnail a camera embedded, as stored, written anew as a JPEG; empty when there is none.

        Raises DecodeFailed or InputError kinds.
        """
        media_type = file_type(Path(path))
        if is_video(media_type):
            return b""
        return bytes(self._ask({"operation": "embedded", "type": media_type}, Path(path))[1])

    def inspect_job(self, path: Path | str, name: str = "") -> Job[Inspection]:
        """``name`` is what the progress calls it: files of the vault have hashes for names."""
        return self._job(f"Reading {name or Path(path).name}", lambda: self.inspect(path))

    def metadata_job(self, path: Path | str) -> Job[Metadata]:
        return self._job(f"Reading {Path(path).name}", lambda: self.metadata(path))

    def pixels_job(self, path: Path | str, max_side: int | None = None) -> Job[NDArray[np.uint8]]:
        return self._job(f"Opening {Path(path).name}", lambda: self.pixels(path, max_side))

    def thumbnail_job(self, path: Path | str, side: int = 256) -> Job[bytes]:
        return self._job(f"Opening {Path(path).name}", lambda: self.thumbnail(path, side))

    @property
    def pid(self) -> int | None:
        """Process id of the child, None while there is none."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else None

    def close(self) -> None:
        """End the child and the helper thread. The decoder may be used again afterwards."""
        pool, self._pool = self._pool, None
        self._kill()
        if pool is not None:
            pool.shutdown(wait=True)
        with self._lock:
            self._drop()

    def __enter__(self) -> Decoder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- how it is done ------------------------------------------------------------------------------

    def _job(self, text: str, call: Callable[[], T]) -> Job[T]:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="decode")
        future = self._pool.submit(call)
        try:
            while not wait((future,), _POLL_SECONDS).done:
                yield Progress(text, waiting=True)
        finally:
            if not future.done() and not future.cancel():
                self._kill()  # cancelled: the file it works on is given up
        return future.result()

    def _decoded(
        self, operation: str, path: Path, max_side: int | None, **more: Any
    ) -> tuple[dict[str, Any], bytearray | memoryview]:
        media_type = file_type(path)
        if is_video(media_type):
            wanted = {"operation": "first", "type": media_type, "max_side": max_side}
            first = self._videos.answer(path, wanted | {"jpeg": operation == "thumbnail"}, _environment())
            return first.header, first.body
        request = {"operation": operation, "type": media_type, "max_side": max_side}
        header, body = self._ask(request | more, path)
        if "error" in header:
            raise _ERRORS.get(str(header["error"]), DecodeFailed)(str(header["text"]))
        return header, body

    def _inspect_video(self, path: Path, media_type: str) -> Inspection:
        try:
            header = self._videos.answer(
                path, {"operation": "look", "type": media_type}, _environment()
            ).header
            claims = _metadata(header)
            if "error" in header:
                return Inspection(0, 0, media_type, claims, str(header["error"]), str(header["text"]))
            return Inspection(*_size(header), media_type, claims)
        except DecodeFailed as error:
            return Inspection(0, 0, media_type, Metadata(), error.code, str(error))

    def _after_failure(self, path: Path, media_type: str, error: DecodeFailed) -> Inspection:
        """The pixels killed the child; a fresh one may still read what the file says about itself."""
        claims = Metadata()
        if not isinstance(error, ImageTooLarge):
            try:
                header, _ = self._ask({"operation": "metadata", "type": media_type}, path)
                claims = _metadata(header)
            except DecodeFailed:
                claims = replace(claims, problems=("the metadata could not be read either",))
        return Inspection(0, 0, media_type, claims, error.code, str(error))

    def _ask(
        self, request: dict[str, Any], path: Path, patience: int = 1
    ) -> tuple[dict[str, Any], bytearray | memoryview]:
        """One request and its answer. Raises DecodeFailed kinds when the child does not survive it."""
        try:
            if path.stat().st_size > MAX_BYTES:
                raise ImageTooLarge(f"Files above {MAX_BYTES // 1024**2} MiB are kept but not decoded.")
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
        with self._lock:
            return self._exchange(request | {"body": len(data)}, data, self._seconds * patience)

    def _exchange(
        self, request: dict[str, Any], data: bytes, seconds: float
    ) -> tuple[dict[str, Any], bytearray | memoryview]:
        expired = threading.Event()
        child: subprocess.Popen[bytes] | None = None

        def expire() -> None:
            expired.set()
            if child is not None:
                child.kill()

        timer = threading.Timer(seconds, expire)
        timer.daemon = True
        try:
            child = self._ready()
            timer.start()
            assert child.stdin is not None
            assert child.stdout is not None
            protocol.write_header(cast(Any, child.stdin), request)
            child.stdin.write(data)
            child.stdin.flush()
            header = protocol.read_header(cast(Any, child.stdout))
            if header is None:
                raise protocol.PipeError("no answer")
            size = header.get("body", 0)
            if not isinstance(size, int) or not 0 <= size <= MAX_BODY:
                raise protocol.PipeError("a body of no sensible size")
            body = protocol.read_exactly(cast(Any, child.stdout), size)
        except (OSError, ValueError, protocol.PipeError) as error:
            self._drop()
            if expired.is_set():
                text = f"The decoder did not finish within {seconds:g} seconds and was ended."
                raise DecodeTimeout(text) from error
            raise DecoderDied("The decoder ended while working on this file.") from error
        finally:
            timer.cancel()
        self._served += 1
        return header, body

    def _ready(self) -> subprocess.Popen[bytes]:
        """The running child, or a new one (also after some hundred files, so that leaks stay small)."""
        if self._child is not None and (self._child.poll() is not None or self._served >= _FILES_PER_CHILD):
            self._drop()
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-B", "-m", "theodolite.evidence.sandbox", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            self._served = 0
            assert self._child.stdout is not None
            hello = protocol.read_header(cast(Any, self._child.stdout))
            if hello is None:
                raise protocol.PipeError("the decoder did not start")
            self.in_force = hello
        return self._child

    def _kill(self) -> None:
        self._videos.kill()
        child = self._child
        if child is not None and child.poll() is None:
            child.kill()

    def _drop(self) -> None:
        """End the child and free its pipes; the caller holds the lock."""
        child, self._child = self._child, None
        if child is None:
            return
        self.restarts += 1
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes of a request that nobody reads any more
                    continue


def _environment() -> dict[str, str]:
    """The child's environment: this process's search path, and one thread for the numeric libraries."""
    kept = ("PATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "HOME")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return environment | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }


def _metadata(header: dict[str, Any]) -> Metadata:
    try:
        return codec.from_plain(Metadata, header["metadata"])
    except (KeyError, TypeError, ValueError, TheodoliteError):
        return Metadata(problems=("the decoder's answer about this file was not understood",))


def _size(header: dict[str, Any]) -> tuple[int, int]:
    width, height = header.get("width"), header.get("height")
    if not (isinstance(width, int) and isinstance(height, int)) or width < 1 or height < 1:
        raise DecoderDied("The decoder answered with an image of no size.")
    if width * height > MAX_PIXELS:
        raise ImageTooLarge(f"{width} x {height} pixels are more than {MAX_PIXELS // 1_000_000} million.")
    return width, height
