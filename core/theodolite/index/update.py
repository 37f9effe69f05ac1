"""Adding to an index and taking out of it, without building it again.

What is added becomes a segment of its own, together with the segments before it that are not larger: so there
are never more than a few, and each row is written again only when as many have come after it. What is
removed is marked, and written no more once a third of its segment is marked. Either way the new files lie
beside the old ones before the manifest changes, and a kill leaves the index as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError, NotFound, PackHashMismatch, StorageFailed
from theodolite.index import blocks, layout, segment, stream, towns
from theodolite.index.layout import Manifest, Segment, Skipped
from theodolite.index.segment import FLAT_BELOW, Settings
from theodolite.index.spool import Block, Spool
from theodolite.index.store import IndexInfo, OpenIndex, OpenSegment, open_index, skipped_of
from theodolite.index.stream import Origin
from theodolite.jobs import Job, Progress

_COPIED = 8192  # rows at once
_MOST_REMOVED = 1 / 3  # of a segment; then it is written again without them
_SETTINGS = Settings()


def append_stream(
    blocks: Iterable[Block],
    out: Path | str,
    origin: Origin,
    settings: Settings = _SETTINGS,
    skipped: Iterable[Skipped] = (),
) -> Job[IndexInfo]:
    """Add all ``blocks`` to the index at ``out``. References that it holds are left as they are.

    Raises IndexDamaged, PackHashMismatch (``origin`` is not the index's), InputError, StorageFailed.
    """
    place = Path(out).absolute()
    with _held(place):
        info = yield from append_held(blocks, place, origin, skipped, settings)
    return info


def append_held(
    blocks: Iterable[Block],
    place: Path,
    origin: Origin,
    skipped: Iterable[Skipped],
    settings: Settings = _SETTINGS,
) -> Job[IndexInfo]:
    """As :func:`append_stream`, for who holds the partial folder."""
    opened = open_index(place)
    manifest = opened.manifest
    _require_alike(manifest, origin)
    prepared, spooled = stream.emptied(layout.partial_of(place))
    held = _prefixes(opened)
    known = 0
    with Spool(spooled, manifest.dim, manifest.parts) as new:
        for block in blocks:
            fresh = _without(block, held, opened)
            known += len(block.lat) - len(fresh.lat)
            new.add(fresh)
            yield Progress("Taking in references", new.count)
        if not new.count:
            raise InputError(f"Nothing was added: the index holds all {known} references already.")
        kept, merged = list(opened.segments), []
        while kept and _alive(kept[-1]) <= max(new.count, FLAT_BELOW - new.count):
            merged.append(kept.pop())
            for block in copied(merged[-1]):
                new.add(block)
                yield Progress("Taking in references", new.count)
        new.finish()
        made = yield from segment.write(prepared, new, settings)
        cells = towns.add(opened.cells, new.cells, *(_taken(one, one.rows) for one in merged))
    left_out = [*skipped_of(opened), *skipped]
    if known:
        left_out.append(Skipped("", "duplicate", f"{known} references were in the index already."))
    shutil.rmtree(spooled)
    segments = (*(one.segment for one in kept), made)
    return stream.publish(prepared, place, _origin(manifest), manifest.dim, segments, cells, left_out)


def remove(out: str, which: Sequence[str]) -> Job[IndexInfo]:
    """Take references out of the index at ``out``, each named by its id (SHA-256) or its name.

    Raises NotFound naming what the index does not hold, InputError when nothing would be left, IndexDamaged,
    StorageFailed.
    """
    place = Path(out).absolute()
    with _held(place):
        opened = open_index(place)
        manifest = opened.manifest
        prepared, spooled = stream.emptied(layout.partial_of(place))
        gone = yield from _rows_of(opened, which)
        if all(len(rows) == _alive(one) for rows, one in zip(gone, opened.segments, strict=True)):
            raise InputError("Nothing would be left in the index; delete its folder instead.")
        segments: list[Segment] = []
        for one, rows in zip(opened.segments, gone, strict=True):
            dead = one.segment.removed + len(rows)
            if not len(rows):
                segments.append(one.segment)
            elif dead < one.segment.count and dead <= _MOST_REMOVED * one.segment.count:
                segments.append(_marked(prepared, one, rows))
            elif dead < one.segment.count:
                segments.append((yield from _rewritten(prepared, spooled, one, rows)))
        cells = towns.add(
            opened.cells, *(_taken(one, rows) for one, rows in zip(opened.segments, gone, strict=True))
        )
        info = stream.publish(
            prepared, place, _origin(manifest), manifest.dim, tuple(segments), cells, skipped_of(opened)
        )
    return info


def compact(out: str, settings: Settings = _SETTINGS) -> Job[IndexInfo]:
    """Write the index at ``out`` again as one segment without what was removed."""
    place = Path(out).absolute()
    with _held(place):
        opened = open_index(place)
        rows = (block for one in opened.segments for block in copied(one))
        info = yield from stream.publish_stream(
            rows, place, opened.manifest.dim, _origin(opened.manifest), settings, skipped_of(opened)
        )
    return info


@contextmanager
def _held(place: Path) -> Iterator[None]:
    """The index is there and nobody else works on it; its partial folder goes afterwards."""
    open_index(place)
    layout.refuse_foreign(place)
    partial = layout.partial_of(place)
    try:
        with layout.sole_builder(partial):
            try:
                yield
            finally:
                shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error


def copied(one: OpenSegment) -> Iterator[Block]:
    """The rows of a segment that were not removed."""
    rows = one.rows
    for first in range(0, len(rows), _COPIED):
        which = rows[first : first + _COPIED]
        places = one.places(which)
        yield Block(
            ids=one.ids.take(which),
            lat=places[:, 0],
            lon=places[:, 1],
            vectors=one.vectors.take(which).astype(np.float32),
            rows=tuple(one.said(which)),
        )


def _alive(one: OpenSegment) -> int:
    return one.segment.count - one.segment.removed


def _require_alike(manifest: Manifest, origin: Origin) -> None:
    ours = (manifest.pack_sha256, manifest.align_sha256, manifest.layout)
    if ours != (origin.pack_sha256, origin.align_sha256, origin.layout):
        raise PackHashMismatch(
            f"The vectors of this index were made with {_made_with(manifest)}, those to add with "
            f"{_made_with(origin)}: they cannot be compared. Build another index; "
            "several can be searched together."
        )


def _made_with(what: Manifest | Origin) -> str:
    found = f"{what.pack or 'an unnamed encoder'} {what.pack_sha256[:12]}".strip()
    return f"{found} and {what.align} {what.align_sha256[:12]}" if what.align_sha256 else found


def _origin(manifest: Manifest) -> Origin:
    return Origin(
        pack=manifest.pack,
        pack_version=manifest.pack_version,
        pack_sha256=manifest.pack_sha256,
        align=manifest.align,
        align_sha256=manifest.align_sha256,
        layout=manifest.layout,
        folder=manifest.folder,
        provider=manifest.provider,
    )


def _words(ids: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """The first eight bytes of ids: few enough share them to be looked at one by one."""
    return np.ascontiguousarray(ids[:, :8]).view(np.uint64).reshape(-1)


def _prefixes(opened: OpenIndex) -> list[NDArray[np.uint64]]:
    return [_words(one.ids.span(0, one.segment.count)) for one in opened.segments]


def _without(block: Block, held: list[NDArray[np.uint64]], opened: OpenIndex) -> Block:
    """The rows of a block that the index does not hold."""
    new = np.ones(len(block.lat), np.bool_)
    words = _words(block.ids)
    for known, one in zip(held, opened.segments, strict=True):
        for row in np.flatnonzero(np.isin(known, words)).tolist():
            if one.alive is None or one.alive[row]:
                new &= ~(block.ids == one.ids.take(np.array([row]))[0]).all(axis=1)
    if new.all():
        return block
    rows = tuple(row for row, fresh in zip(block.rows, new, strict=True) if fresh) if block.rows else ()
    return replace(
        block,
        ids=block.ids[new],
        lat=block.lat[new],
        lon=block.lon[new],
        vectors=block.vectors[new],
        rows=rows,
    )


def _rows_of(opened: OpenIndex, which: Sequence[str]) -> Job[list[NDArray[np.int64]]]:
    """The rows of each segment that are named."""
    wanted = set(which)
    ids = {
        bytes.fromhex(name) for name in wanted if len(name) == 64 and not set(name) - set("0123456789abcdef")
    }
    found: set[str] = set()
    gone: list[NDArray[np.int64]] = []
    for one in opened.segments:
        rows: list[int] = []
        alive = one.rows
        for first in range(0, len(alive), _COPIED):
            yield Progress("Looking for what to remove", first, len(alive))
            part = alive[first : first + _COPIED]
            for row, identity, said in zip(part.tolist(), one.ids.take(part), one.said(part), strict=True):
                key = identity.tobytes()
                if key in ids or said.name in wanted:
                    rows.append(row)
                    found |= {key.hex(), said.name}
        gone.append(np.array(rows, np.int64))
    if missing := sorted(wanted - found):
        raise NotFound(
            f"The index holds no reference {missing[0]} ({len(missing)} of {len(wanted)} not found)."
        )
    return gone


def _marked(prepared: Path, one: OpenSegment, rows: NDArray[np.int64]) -> Segment:
    before = np.empty(0, np.int64) if one.alive is None else np.flatnonzero(~one.alive)
    removed = np.union1d(before, rows).astype(np.int64)
    files = [file for file in one.segment.files if file.part != "removed"]
    files.append(blocks.write_array(prepared, "removed", removed)[0])
    return replace(one.segment, removed=len(removed), files=tuple(files))


def _rewritten(prepared: Path, spooled: Path, one: OpenSegment, gone: NDArray[np.int64]) -> Job[Segment]:
    """The rest of a segment, in new files."""
    shutil.rmtree(spooled, ignore_errors=True)
    left = one.without(gone)
    with Spool(spooled, one.vectors.rows.shape[1], one.parts) as rest:
        for block in copied(left):
            rest.add(block)
            yield Progress("Taking in references", rest.count)
        rest.finish()
        made = yield from segment.write(prepared, rest, _SETTINGS)
    shutil.rmtree(spooled)
    return made


def _taken(one: OpenSegment, rows: NDArray[np.int64]) -> towns.Cells:
    places = one.places(rows)
    cells = towns.count(places[:, 0], places[:, 1])
    cells[:, 1] *= -1
    return cells
