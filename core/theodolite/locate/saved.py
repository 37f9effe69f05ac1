"""A support on disk: one npz file, written in one step, without pickle, keyed by what it was made from."""

from __future__ import annotations

import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from theodolite.locate.places import (
    BORDER_PARTS,
    BORDERS,
    CELL_PARTS,
    COLUMNS,
    DRAWING_EDGES,
    TEXTS,
    VERSION,
    Cells,
    Relations,
    Support,
    arrays_of,
    hash_of,
)


def save(support: Support, path: Path, key: str) -> None:
    """Write ``support`` to ``path`` in one step: beside it, synced, renamed. No pickle inside."""
    arrays = arrays_of(
        {name: getattr(support, name) for name in (*COLUMNS, *TEXTS, *BORDERS, "cells", "drawing")}
    )
    note = json.dumps({"version": VERSION, "key": key, "sha256": support.sha256}).encode()
    buffer = io.BytesIO()
    np.savez(buffer, note=np.frombuffer(note, dtype=np.uint8), **arrays)  # type: ignore[arg-type]
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(buffer.getbuffer())
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def load(path: Path, key: str) -> Support | None:
    """The support saved at ``path`` for ``key``; None if absent, foreign, damaged or of another version."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        note = json.loads(arrays.pop("note").tobytes())
        if (note["version"], note["key"]) != (VERSION, key) or hash_of(arrays) != note["sha256"]:
            return None
        parts: dict[str, Any] = {name: arrays[name] for name in COLUMNS}
        parts |= {name: tuple(json.loads(arrays[name].tobytes())) for name in TEXTS}
        for name in BORDERS:
            parts[name] = Relations(*(arrays[f"{name}.{part}"] for part in BORDER_PARTS))
        parts["cells"] = Cells(*(arrays[f"cells.{part}"] for part in CELL_PARTS))
        parts["drawing"] = tuple(arrays[f"drawing.{i}"] for i in range(len(DRAWING_EDGES)))
    except Exception:  # readers of zip files raise many kinds for bytes that are not theirs
        return None
    return Support(**parts, sha256=note["sha256"])
