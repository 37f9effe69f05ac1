"""Photographs opened a few ahead of the encoder: hashed, looked up, and decoded in the sandbox.

One thread reads and waits for the decoding child while the encoder works, so that both are busy.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.align.table import SMALLEST
from theodolite.errors import DecodeFailed, DecoderDied, DecodeTimeout, InputError
from theodolite.evidence.decode import Decoder

_AHEAD = 4
_POLL_S = 0.01


@dataclass(frozen=True, slots=True)
class Opened:
    """One photograph: ``key`` is the sha256 of its bytes (b"" when they could not be read).

    Either ``pixels``, or the ``row`` of a vector that is known already, or the ``reason`` why there is
    neither. ``lasting``: whether the reason lies in the bytes and is worth remembering.
    """

    key: bytes
    pixels: NDArray[np.uint8] | None = None
    row: int | None = None
    reason: str = ""
    lasting: bool = False


Known = Callable[[bytes], int | str | None]


class Reader:
    """Opens photographs in order. ``known`` answers from the cache by key, and may be asked by a thread."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._decoder = Decoder()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reading")

    def ahead(self, paths: Iterable[Path]) -> Iterator[Opened | None]:
        """One :class:`Opened` for each path, in order; None while the next one is not ready."""
        coming: deque[Future[Opened]] = deque()
        rest = iter(paths)
        try:
            while True:
                while len(coming) < _AHEAD and (path := next(rest, None)) is not None:
                    coming.append(self._pool.submit(self._open, path))
                if not coming:
                    return
                first = coming.popleft()
                while not wait((first,), _POLL_S).done:
                    yield None
                yield first.result()
        finally:
            for future in coming:
                future.cancel()

    def _open(self, path: Path) -> Opened:
        try:
            data_size = path.stat().st_size
            if not path.is_file():
                return Opened(b"", reason="no-file")
            if data_size <= SMALLEST:
                return Opened(b"", reason="small-file")
            with path.open("rb") as file:
                key = hashlib.file_digest(file, "sha256").digest()
        except (OSError, ValueError):
            return Opened(b"", reason="no-file")
        known = self._known(key)
        if isinstance(known, int):
            return Opened(key, row=known)
        if isinstance(known, str):
            return Opened(key, reason=known)
        try:
            return Opened(key, pixels=self._decoder.pixels(path))
        except (DecodeFailed, InputError) as error:
            again = isinstance(error, DecodeTimeout | DecoderDied)  # it may go better next time
            return Opened(key, reason=error.code, lasting=not again)

    def close(self) -> None:
        """End the decoding child, also in the middle of a photograph, and the thread."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._decoder.close()
        self._pool.shutdown(wait=True)
