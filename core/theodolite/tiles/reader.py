"""The parent's side of the tile child: one question at a time, each with a time limit."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, cast

from theodolite import codec
from theodolite.errors import (
    NotFound,
    TilesDamaged,
    TilesRefused,
    TilesTooLarge,
    TilesUnsupported,
    TilesVersion,
)
from theodolite.tiles.inflate import LARGEST_TILE
from theodolite.tiles.values import MEDIA_TYPES, MapFacts, Tile, checked
from theodolite.workers import protocol

SECONDS = 8.0
IMPORT_SECONDS = 60.0
_LARGEST_TABLE = 64 << 20
_START_SECONDS = 30.0
_ERRORS: dict[str, type[TilesRefused]] = {
    error.code: error for error in (TilesRefused, TilesVersion, TilesUnsupported, TilesDamaged, TilesTooLarge)
}
_PATH = "import sys; sys.path[:] = {path!r}; import runpy; runpy.run_module({module!r}, run_name='__main__')"


class TileReader:
    """Asks a child that is started at the first question. Threads take turns; use it as a context.

    A file that ends the child, or holds it up, gets TilesDamaged; the next question starts another one.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self.restarts = 0
        self.in_force: dict[str, Any] = {}

    def __enter__(self) -> TileReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def facts(self, path: Path, *, sample: bool = False) -> MapFacts:
        """What the archive says about itself; with ``sample`` some of its tiles are looked into too.

        Raises NotFound and TilesRefused kinds.
        """
        header, _ = self._ask({"operation": "facts", "sample": sample}, path, IMPORT_SECONDS if sample else 0)
        try:
            return checked(codec.from_plain(MapFacts, header["facts"]), path.name)
        except (KeyError, TypeError, ValueError) as error:
            raise self._nonsense(path) from error

    def tile(self, path: Path, z: int, x: int, y: int) -> Tile | None:
        """One tile, None where there is none. ``y`` counts from the north. Raises like :meth:`facts`."""
        header, body = self._ask({"operation": "tile", "z": z, "x": x, "y": y}, path)
        if header.get("missing") is True:
            return None
        if header.get("type") not in MEDIA_TYPES.values():
            raise self._nonsense(path)
        return Tile(body, header["type"])

    def boundaries(self, path: Path) -> bytes:
        """The lines and names of a file of boundaries as JSON (boundaries.converted). Raises the same."""
        return self._ask({"operation": "boundaries"}, path, IMPORT_SECONDS)[1]

    def close(self) -> None:
        """End the child; further questions raise TilesRefused."""
        self._closed = True
        child = self._child
        if child is not None:
            child.kill()  # a question under way ends too
        with self._lock:
            self._end()

    # --- the child ---------------------------------------------------------------------------------

    def _ask(self, request: dict[str, Any], path: Path, seconds: float = 0) -> tuple[dict[str, Any], bytes]:
        if not path.is_file():
            raise NotFound(f"There is no file {path}.")
        with self._lock:
            if self._closed:
                raise TilesRefused("The map is closed.")
            child = self._started()
            timer = threading.Timer(seconds or self._seconds, child.kill)
            timer.daemon = True
            timer.start()
            try:
                header, body = self._exchange(child, request | {"path": str(path.absolute())})
            except (OSError, protocol.PipeError, ValueError, KeyError, TypeError) as error:
                self._end()
                self.restarts += 1
                raise TilesDamaged(
                    f"{path.name} ended the process that reads maps, or took too long: it is damaged, or "
                    "made to do harm."
                ) from error
            finally:
                timer.cancel()
        if "error" in header:
            raise _ERRORS.get(str(header["error"]), TilesRefused)(str(header.get("text", ""))[:600])
        return header, body

    def _exchange(
        self, child: subprocess.Popen[bytes], request: dict[str, Any]
    ) -> tuple[dict[str, Any], bytes]:
        asked, told = cast(Any, child.stdin), cast(Any, child.stdout)
        protocol.write_header(asked, request)
        header = protocol.read_header(told)
        if header is None:
            raise protocol.PipeError("no answer")
        size = int(header["body"])
        if not 0 <= size <= (_LARGEST_TABLE if request["operation"] == "boundaries" else LARGEST_TILE):
            raise protocol.PipeError("too long an answer")
        return header, bytes(protocol.read_exactly(told, size))

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        code = _PATH.format(path=sys.path, module="theodolite.tiles.child")
        child = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._child = child
        timer = threading.Timer(_START_SECONDS, child.kill)
        timer.daemon = True
        timer.start()
        try:
            hello = protocol.read_header(cast(Any, child.stdout))
        except (OSError, protocol.PipeError):
            hello = None
        finally:
            timer.cancel()
        if hello is None:
            self._end()
            raise TilesRefused("The process that reads maps could not be started.")
        self.in_force = hello
        return child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue

    @staticmethod
    def _nonsense(path: Path) -> TilesDamaged:
        return TilesDamaged(f"The process that reads maps gave no sensible answer about {path.name}.")
