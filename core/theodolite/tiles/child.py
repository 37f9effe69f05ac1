"""The child that reads map packs: ``python -m theodolite.tiles.child``.

It opens archives for reading, cannot write a file, has no network where the kernel allows that to be taken
away, and has little memory. It answers with plain records and bytes; the parent checks them again.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import OrderedDict
from pathlib import Path
from typing import Any, BinaryIO

from theodolite import offline

_UNSHARED = offline.unshare_network() if __name__ == "__main__" else False

from theodolite import codec  # noqa: E402 - the namespace must come before the first thread
from theodolite.errors import TheodoliteError, TilesDamaged, TilesRefused, TilesTooLarge  # noqa: E402
from theodolite.tiles import boundaries  # noqa: E402
from theodolite.tiles.mbtiles_read import Mbtiles  # noqa: E402
from theodolite.tiles.pmtiles_read import Pmtiles  # noqa: E402
from theodolite.tiles.values import DEEPEST  # noqa: E402
from theodolite.workers import limits, protocol  # noqa: E402

MEMORY = 1 << 30
CPU_SECONDS = 20
_OPEN = 12
"""Archives kept open; 32 descriptors are allowed."""

Archive = Pmtiles | Mbtiles
_open: OrderedDict[tuple[str, int, int], Archive] = OrderedDict()


def main() -> None:
    """Serve requests until the parent closes the pipe."""
    offline.install("tile worker")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    requests = os.fdopen(0, "rb", buffering=1024 * 1024)
    from PIL import Image  # loaded while files may still be opened freely

    Image.preinit()
    in_force = limits.apply(MEMORY)
    protocol.write_header(answers, {"limits": in_force, "network": not _UNSHARED})
    while (request := protocol.read_header(requests)) is not None:
        limits.grant_cpu(CPU_SECONDS)
        header, body = answered(request)
        protocol.write_header(answers, header | {"body": len(body)})
        _write(answers, body)


def answered(request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Header and body; every error that is meant for a person has its code and text in the header."""
    path = Path(str(request["path"]))
    try:
        return _serve(str(request["operation"]), path, request)
    except TheodoliteError as error:
        return {"error": error.code, "text": str(error)}, b""
    except MemoryError:
        text = f"Reading {path.name} needs more memory than a map may use: refused."
        return {"error": TilesTooLarge.code, "text": text}, b""
    except OSError as error:
        return {"error": TilesDamaged.code, "text": f"{path.name} cannot be read ({error.strerror})."}, b""


def _serve(operation: str, path: Path, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    if operation == "boundaries":
        if path.stat().st_size > boundaries.LARGEST:
            raise TilesTooLarge(f"{path.name} is larger than {boundaries.LARGEST >> 20} MB: refused.")
        table = boundaries.converted(path.read_bytes(), path.name)
        return {"lines": len(table["lines"])}, json.dumps(table, ensure_ascii=False).encode()
    archive = _archive(path)
    if operation == "facts":
        if request.get("sample"):
            archive.sample()
        return {"facts": codec.to_plain(archive.facts)}, b""
    z, x, y = (int(request[name]) for name in "zxy")
    if not 0 <= z <= DEEPEST or not 0 <= x < 1 << z or not 0 <= y < 1 << z:
        return {"missing": True}, b""
    tile = archive.tile(z, x, y)
    return ({"missing": True}, b"") if tile is None else ({"type": tile.media_type}, tile.body)


def _archive(path: Path) -> Archive:
    seen = path.stat()
    key = (str(path), seen.st_size, seen.st_mtime_ns)
    found = _open.get(key)
    if found is not None:
        _open.move_to_end(key)
        return found
    with path.open("rb") as file:
        head = file.read(16)
    if head.startswith(b"SQLite format 3\x00"):
        made: Archive = Mbtiles(path)
    elif head.startswith(b"PMTiles") or path.suffix.lower() == ".pmtiles":
        made = Pmtiles(path)
    else:
        raise TilesRefused(f"{path.name} is neither a PMTiles nor an MBTiles file. Nothing was installed.")
    while len(_open) >= _OPEN:
        _open.popitem(last=False)[1].close()
    _open[key] = made
    return made


def _write(stream: BinaryIO, body: bytes) -> None:
    view = memoryview(body)
    while view:
        view = view[stream.write(view) :]


if __name__ == "__main__":
    sys.setrecursionlimit(400)
    main()
