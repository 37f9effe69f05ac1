"""Videos seen from a safe place: one sandboxed child a request, fed by the open file itself.

The child (video_child.py) has the file as its standard input and never holds it whole, so memory is bounded
by a frame, not by the size of the video. What it answers is checked here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from theodolite import codec
from theodolite.errors import DecodeFailed, DecoderDied, DecodeTimeout, ImageTooLarge, InputError
from theodolite.evidence.c2pa_report import Provenance
from theodolite.evidence.video_track import Track
from theodolite.workers import protocol

SECONDS = 60.0
"""How long a child may be silent before it is ended; it reports progress four times a second."""

_MAX_BODY = 3 * 200_000_000
_ERRORS: dict[str, type[DecodeFailed]] = {
    error.code: error for error in (DecodeFailed, ImageTooLarge, DecodeTimeout, DecoderDied)
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the child: its header, checked to be a JSON object, and the bytes that follow it."""

    header: dict[str, Any]
    body: bytearray | memoryview


class Question:
    """One request to a child of its own. :meth:`close` and :meth:`kill` may come from any thread."""

    def __init__(
        self, path: Path, request: dict[str, Any], environment: dict[str, str], *, seconds: float, memory: int
    ) -> None:
        self._path, self._request, self._environment = path, request, environment
        self._seconds, self._memory = seconds, memory
        self._child: subprocess.Popen[bytes] | None = None
        self._given_up = False
        self._answers = self._ask()

    def __iter__(self) -> Iterator[Answer]:
        """The answers, the last with ``end``.

        Raises DecodeFailed kinds for what the child says of the file or when it does not survive it, and
        InputError when the file cannot be opened.
        """
        return self._answers

    def kill(self) -> None:
        """End the child; whoever waits for its answer gets DecoderDied."""
        self._given_up = True
        child = self._child
        if child is not None and child.poll() is None:
            child.kill()

    @property
    def pid(self) -> int | None:
        """Process id of the child, None before the first answer was asked for."""
        return None if self._child is None else self._child.pid

    def close(self) -> None:
        """End the child and free its pipe. Not while another thread waits for an answer."""
        self._answers.close()

    def __enter__(self) -> Question:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self) -> Generator[Answer, None, None]:
        module = "theodolite.evidence.video_child"
        command = [sys.executable, "-B", "-m", module, str(self._memory), json.dumps(self._request)]
        with _file(self._path) as stream:
            child = self._child = subprocess.Popen(
                command,
                stdin=stream,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self._environment,
            )
            try:
                if self._given_up:  # while the child was being started
                    child.kill()
                end = False
                while not end:
                    answer = self._next(child)
                    end = bool(answer.header.get("end"))
                    if "error" in answer.header and "metadata" not in answer.header:
                        kind = _ERRORS.get(str(answer.header["error"]), DecodeFailed)
                        raise kind(str(answer.header.get("text", "")))
                    yield answer
            finally:
                child.kill()
                child.wait()
                assert child.stdout is not None
                child.stdout.close()

    def _next(self, child: subprocess.Popen[bytes]) -> Answer:
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            child.kill()

        timer = threading.Timer(self._seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            out = cast(BinaryIO, child.stdout)
            header = protocol.read_header(out)
            if header is None:
                raise protocol.PipeError("no answer")
            size = header.get("body", 0)
            if not isinstance(size, int) or not 0 <= size <= _MAX_BODY:
                raise protocol.PipeError("a body of no sensible size")
            return Answer(header, protocol.read_exactly(out, size))
        except (OSError, ValueError, protocol.PipeError) as error:
            if expired.is_set():
                text = f"The video decoder said nothing for {self._seconds:g} seconds and was ended."
                raise DecodeTimeout(text) from error
            raise DecoderDied("The decoder ended while working on this video.") from error
        finally:
            timer.cancel()


class Reader:
    """Asks children about videos; questions with one answer can be given up from any thread."""

    def __init__(self, *, seconds: float = SECONDS, memory: int) -> None:
        self._seconds, self._memory = seconds, memory
        self._waiting: set[Question] = set()

    def question(self, path: Path, request: dict[str, Any], environment: dict[str, str]) -> Question:
        """A request whose child starts with the first answer asked for."""
        return Question(path, request, environment, seconds=self._seconds, memory=self._memory)

    def answer(self, path: Path, request: dict[str, Any], environment: dict[str, str]) -> Answer:
        """The first answer to a request that has only one. Raises like :class:`Question`."""
        with self.question(path, request, environment) as question:
            self._waiting.add(question)
            try:
                return next(iter(question))
            finally:
                self._waiting.discard(question)

    def kill(self) -> None:
        """Give up the questions that :meth:`answer` waits for."""
        for question in tuple(self._waiting):
            question.kill()


def _file(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error


def provenance_of(header: dict[str, Any]) -> Provenance:
    """The child's word on C2PA. Raises DecoderDied when it is not understood."""
    try:
        return codec.from_plain(Provenance, header["provenance"])
    except (KeyError, TypeError, ValueError) as error:
        raise DecoderDied("The decoder's answer about this file was not understood.") from error


def track_of(header: dict[str, Any]) -> Track | None:
    """The positions the child found, checked for shape and range. Raises DecoderDied."""
    if header.get("track") is None:
        return None
    try:
        found = codec.from_plain(Track, header["track"])
        points = (found.first, found.last, found.centre, found.south_west, found.north_east)
        if not all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in points) or not found.sd_km > 0:
            raise ValueError("outside the Earth")
    except (KeyError, TypeError, ValueError) as error:
        raise DecoderDied("The decoder's answer about this video was not understood.") from error
    return found
