"""A file looked at outside of any case: in an evaluation, a fit, the making of a data set."""

from __future__ import annotations

import hashlib
from pathlib import Path

from theodolite.domain import Exhibit, Metadata
from theodolite.evidence.decode import Inspection


def exhibit_of(
    path: Path, seen: Inspection, identity: str, *, name: str | None = None, metadata: Metadata | None = None
) -> Exhibit:
    """The readable file at ``path`` as an exhibit of no case, under ``identity``.

    ``name`` and ``metadata``: what it may say of itself where that is not all that it claims.
    """
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return Exhibit(
        id=identity,
        name=path.name if name is None else name,
        sha256=sha256,
        md5="",
        size=path.stat().st_size,
        media_type=seen.media_type,
        source="",
        added_utc="",
        operator="",
        readable=True,
        width=seen.width,
        height=seen.height,
        metadata=seen.metadata if metadata is None else metadata,
    )
