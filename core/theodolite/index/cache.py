"""What a build has already found out, one small file a photograph, so that it can be taken up again.

Keyed by the photograph's SHA-256 and the pack's, so that neither another file of the same name nor another
encoder can be mistaken for it. A record is written beside its place and renamed: a killed build leaves
whole records only.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite import codec
from theodolite.index.layout import Entry, Skipped


@dataclass(frozen=True, slots=True)
class Found:
    """Either an entry with its vector or the reason why there is none."""

    entry: Entry | None = None
    vector: NDArray[np.float32] | None = None
    skipped: Skipped | None = None


class Cache:
    """Records below ``folder`` for one encoder; ``dim`` is the length of its vectors."""

    def __init__(self, folder: Path, pack_sha256: str, dim: int) -> None:
        self._folder = folder / f"found-{pack_sha256[:16]}"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._dim = dim

    def get(self, sha256: str) -> Found | None:
        """The record of a photograph; None when there is none or it is not whole."""
        try:
            head, _, tail = (self._folder / sha256).read_bytes().partition(b"\n")
            plain = json.loads(head)
            if plain["skipped"] is not None:
                return Found(skipped=codec.from_plain(Skipped, plain["skipped"]))
            entry = codec.from_plain(Entry, plain["entry"])
        except (OSError, ValueError, TypeError, KeyError):
            return None
        vector = np.frombuffer(tail, "<f4") if len(tail) == 4 * self._dim else None
        return Found(entry, vector.astype(np.float32)) if vector is not None else None

    def put(self, sha256: str, found: Found) -> None:
        plain = {
            "entry": codec.to_plain(found.entry) if found.entry else None,
            "skipped": codec.to_plain(found.skipped) if found.skipped else None,
        }
        tail = b"" if found.vector is None else found.vector.astype("<f4").tobytes()
        # Several machines may look at one photograph (ray_build.py); each writes a file of its own.
        beside = self._folder / f"{sha256}.{secrets.token_hex(8)}.new"
        beside.write_bytes(json.dumps(plain).encode() + b"\n" + tail)
        beside.replace(self._folder / sha256)
