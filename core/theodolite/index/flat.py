"""The one FAISS file that an index may hold, recognised before FAISS reads it.

An index may come from anyone, its manifest vouches for itself only, and FAISS believes the lengths and types
that a file states. So the file must be, to the byte, an IndexIDMap2 over an IndexFlatIP of the size that the
manifest says (faiss/impl/index_write.cpp): two headers, n * dim floats, n labels of 8 bytes.
"""

from __future__ import annotations

import struct
from pathlib import Path

_HEADER = struct.Struct("<4siqqqBi")  # kind, dim, n, two unused numbers, trained, metric
_LENGTH = struct.Struct("<Q")
_INNER_PRODUCT = 0


def is_flat(path: Path, count: int, dim: int) -> bool:
    """Whether the file at ``path`` is an inner-product index of ``count`` vectors and nothing else."""
    floats = 2 * _HEADER.size + _LENGTH.size
    labels = floats + 4 * count * dim + _LENGTH.size
    try:
        if count < 1 or dim < 1 or path.stat().st_size != labels + 8 * count:
            return False
        with path.open("rb") as stream:
            for kind in (b"IxM2", b"IxFI"):
                found, d, n, _, _, trained, metric = _HEADER.unpack(stream.read(_HEADER.size))
                if (found, d, n, trained, metric) != (kind, dim, count, 1, _INNER_PRODUCT):
                    return False
            (held,) = _LENGTH.unpack(stream.read(_LENGTH.size))
            stream.seek(labels - _LENGTH.size)
            (named,) = _LENGTH.unpack(stream.read(_LENGTH.size))
    except (OSError, struct.error):
        return False
    return (held, named) == (count * dim, count)
