"""An index from a stream of references: millions of them, never all in memory."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from theodolite import codec
from theodolite.errors import InputError, StorageFailed
from theodolite.index import blocks, layout, segment, towns
from theodolite.index.layout import File, Manifest, Segment, Skipped
from theodolite.index.segment import Settings
from theodolite.index.spool import Block, Spool
from theodolite.index.store import IndexInfo, check
from theodolite.jobs import Job, Progress

__all__ = ["Block", "Origin", "Settings", "build_stream"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the references of an index and their vectors come from; see layout.Manifest."""

    pack: str = ""
    pack_version: str = ""
    pack_sha256: str = ""
    align: str = ""
    align_sha256: str = ""
    layout: str = layout.PLAIN
    folder: str = ""
    provider: str = ""

    @property
    def parts(self) -> int:
        return layout.PARTS_OF_A_VECTOR[self.layout]


def build_stream(
    blocks: Iterable[Block],
    out: Path | str,
    dim: int,
    origin: Origin = Origin(),
    settings: Settings = Settings(),  # noqa: B008 - frozen
    skipped: Iterable[Skipped] = (),
) -> Job[IndexInfo]:
    """Index all ``blocks``; the index lies at ``out``, and what lay there stays until it is complete.

    ``dim``: length of a vector, all its parts together. Memory is bounded by one block, a piece of 64 MiB
    and the sample that the first stage is trained on; beside the index the disk takes the rows once more.
    Raises InputError (no rows, a row that cannot be used, ``out`` is not ours), StorageFailed.
    """
    place = Path(out).absolute()
    layout.refuse_foreign(place)
    partial = layout.partial_of(place)
    if origin.layout not in layout.PARTS_OF_A_VECTOR or dim < 1 or dim % origin.parts:
        raise InputError(f"A vector of the layout {origin.layout!r} cannot have {dim} numbers.")
    try:
        with layout.sole_builder(partial):
            try:
                info = yield from publish_stream(blocks, place, dim, origin, settings, skipped)
            finally:
                shutil.rmtree(partial, ignore_errors=True)  # a stream cannot be taken up again
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    return info


def publish_stream(
    blocks: Iterable[Block],
    place: Path,
    dim: int,
    origin: Origin,
    settings: Settings,
    skipped: Iterable[Skipped],
) -> Job[IndexInfo]:
    """As :func:`build_stream`, for who holds the partial folder."""
    prepared, spooled = emptied(layout.partial_of(place))
    with Spool(spooled, dim, origin.parts) as spool:
        for block in blocks:
            spool.add(block)
            yield Progress("Taking in references", spool.count)
        spool.finish()
        if not spool.count:
            raise InputError("There are no references to index.")
        made = yield from segment.write(prepared, spool, settings)
        left_out = [*skipped, *_repeated(spool)]
    shutil.rmtree(spooled)
    yield Progress("Writing the index", made.count, made.count)
    info = publish(prepared, place, origin, dim, (made,), spool.cells, left_out)
    return info


def emptied(partial: Path) -> tuple[Path, Path]:
    """The folders of the new files and of the spool, without what an earlier build left there."""
    prepared, spooled = partial / "new", partial / "spool"
    for folder in (prepared, spooled):
        shutil.rmtree(folder, ignore_errors=True)
    prepared.mkdir()
    return prepared, spooled


def _repeated(spool: Spool) -> list[Skipped]:
    if not spool.repeated:
        return []
    return [Skipped("", "duplicate", f"{spool.repeated} references have the id of an earlier one.")]


def publish(
    prepared: Path,
    place: Path,
    origin: Origin,
    dim: int,
    segments: tuple[Segment, ...],
    cells: towns.Cells,
    skipped: Sequence[Skipped],
) -> IndexInfo:
    """Complete ``prepared``, which holds the new files of ``segments``, and put it in its place."""
    alone = len(segments) == 1 and not segments[0].removed
    manifest = Manifest(
        schema=layout.SCHEMA,
        created_utc=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        folder=origin.folder,
        provider=origin.provider,
        pack=origin.pack,
        pack_version=origin.pack_version,
        pack_sha256=origin.pack_sha256,
        align=origin.align,
        align_sha256=origin.align_sha256,
        layout=origin.layout,
        dim=dim,
        count=sum(one.count - one.removed for one in segments),
        places=segments[0].places if alone else towns.towns(cells),
        skipped_count=len(skipped),
        segments=segments,
        files=(blocks.write_array(prepared, "towns", cells)[0], _write_skipped(prepared, skipped)),
    )
    layout.write_manifest(prepared, manifest)
    layout.publish(prepared, place)
    return replace(check(place), reused=0)


def _write_skipped(folder: Path, skipped: Sequence[Skipped]) -> File:
    lines = "".join(json.dumps(codec.to_plain(row), ensure_ascii=False) + "\n" for row in skipped)
    return blocks.write_bytes(folder, "skipped", lines.encode("utf-8", "replace"))[0]
