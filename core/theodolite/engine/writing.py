"""Files that leave: each appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def whole(path: Path, data: bytes, prefix: str) -> Path:
    """Write beside under a hidden name that begins with ``prefix``, make durable, rename. Raises OSError."""
    handle, beside = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return path
