"""A folder of geotagged photographs becomes an index, in the vision worker.

Progress for each photograph, cancel at each, and what was encoded before a cancel or a kill is not encoded
again. The index at the destination stays usable until the new one is complete (layout.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from theodolite.domain import Metadata
from theodolite.errors import (
    DecodeFailed,
    DecoderDied,
    DecodeTimeout,
    FormatRefused,
    InputError,
    NotFound,
    StorageFailed,
    legible,
)
from theodolite.evidence.decode import Decoder, file_type
from theodolite.evidence.formats import is_video
from theodolite.evidence.intake import expand
from theodolite.index import blocks, layout, spool, store, stream, update
from theodolite.index.aligned import Looker
from theodolite.index.cache import Cache, Found
from theodolite.index.layout import Entry, Row, Skipped
from theodolite.index.outline import outline
from theodolite.index.store import IndexInfo
from theodolite.index.stream import Block, Settings
from theodolite.jobs import Job, Progress
from theodolite.vision.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Photograph:
    """A file of the folder with its content hash; ``name`` is its path below the folder."""

    path: Path
    name: str
    sha256: str


def build(folder: str, out: str, pack: str, provider: str = "", align: str = "") -> Job[IndexInfo]:
    """Index every photograph below ``folder`` that has a valid position; the index lies at ``out``.

    ``pack`` is the folder of the image-encoder pack, ``align`` that of an alignment model: then the vectors
    are G3's three parts. Files that cannot be used are counted and named in the result, never an error.
    Raises NotFound, InputError (nothing usable, ``out`` is not ours or another build is at it), PackError
    kinds, StorageFailed.
    """
    source, place = Path(folder).absolute(), Path(out).absolute()
    looker = yield from _prepared(source, place, pack, align)
    partial = layout.partial_of(place)
    try:
        with layout.sole_builder(partial):
            found, reused = yield from look_at_all(source, place, looker)
            origin = replace(looker.origin, folder=legible(str(source)), provider=provider)
            taken = stream.publish_stream(
                photographs(found), place, looker.dim, origin, Settings(), _left_out(source, partial, found)
            )
            info = yield from taken
            shutil.rmtree(partial)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    return replace(info, reused=reused)


def append(folder: str, out: str, pack: str, align: str = "") -> Job[IndexInfo]:
    """Add the photographs below ``folder`` to the index at ``out``; those that it holds stay as they are.

    Raises as :func:`build`, IndexDamaged, and PackHashMismatch when the index was made with another encoder.
    """
    source, place = Path(folder).absolute(), Path(out).absolute()
    store.open_index(place)
    looker = yield from _prepared(source, place, pack, align)
    partial = layout.partial_of(place)
    try:
        with layout.sole_builder(partial):
            found, reused = yield from look_at_all(source, place, looker)
            left_out = _left_out(source, partial, found)
            home = store.open_index(place).manifest.folder
            added = update.append_held(photographs(found, source, home), place, looker.origin, left_out)
            info = yield from added
            shutil.rmtree(partial)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    return replace(info, reused=reused)


def _prepared(source: Path, place: Path, pack: str, align: str) -> Job[Looker]:
    if not source.is_dir():
        raise NotFound(f"{source} is no folder.")
    layout.refuse_foreign(place)
    yield Progress("Loading the image encoder", waiting=True)
    return Looker(pack, align)


def _left_out(source: Path, partial: Path, found: Sequence[Found]) -> list[Skipped]:
    skipped = [item.skipped for item in found if item.skipped is not None]
    if all(item.entry is None for item in found):
        shutil.rmtree(partial)  # nothing to take up again
        raise InputError(f"{source} holds no photograph with a valid GPS position ({len(skipped)} files).")
    return skipped


def look_at_all(source: Path, place: Path, encoder: Encoder) -> Job[tuple[list[Found], int]]:
    """Every photograph once (by content), from the cache where it was looked at before."""
    cache = Cache(layout.partial_of(place), encoder.sha256, encoder.dim)
    paths = files_below(source, place)
    found: list[Found] = []
    seen: dict[str, str] = {}
    reused = 0
    with Decoder() as decoder:
        for number, path in enumerate(paths):
            name = legible(str(path.relative_to(source)))
            yield Progress(f"Indexing {name}", number, len(paths))
            try:
                media_type = file_type(path)
                photograph = Photograph(path, name, blocks.sha256_of(path))
            except InputError as error:
                found.append(Found(skipped=Skipped(name, error.code, str(error))))
                continue
            except OSError as error:  # it vanished while we looked
                found.append(Found(skipped=Skipped(name, InputError.code, str(error.strerror or error))))
                continue
            if photograph.sha256 in seen:
                text = f"The same bytes as {seen[photograph.sha256]}."
                found.append(Found(skipped=Skipped(name, "duplicate", text)))
                continue
            seen[photograph.sha256] = name
            known = cache.get(photograph.sha256)
            if known is None:
                known = yield from look_at(photograph, media_type, decoder, encoder, cache)
            else:
                reused += 1
            found.append(_named(known, name))
        yield Progress("Writing the index", len(paths), len(paths))
    return found, reused


def files_below(source: Path, place: Path) -> list[Path]:
    """Every file below ``source`` that is not of the index at ``place``."""
    ours = (place, layout.partial_of(place))
    return [path for path in expand([source]) if not any(path.is_relative_to(folder) for folder in ours)]


def _named(found: Found, name: str) -> Found:
    """The cache knows content; the name is what the file is called now."""
    if found.entry is not None:
        return replace(found, entry=replace(found.entry, name=name))
    assert found.skipped is not None
    return replace(found, skipped=replace(found.skipped, name=name))


def look_at(
    photograph: Photograph, media_type: str, decoder: Decoder, encoder: Encoder, cache: Cache
) -> Job[Found]:
    """What the index needs of one photograph, or why it cannot have it; kept in ``cache``."""
    name = photograph.name
    try:
        if is_video(media_type):
            raise FormatRefused("Videos are not indexed.")
        claims: Metadata = yield from decoder.metadata_job(photograph.path)
        if claims.gps is None:
            why = f" ({claims.problems[0]})" if claims.problems else ""
            found = Found(skipped=Skipped(name, "no-position", f"No valid GPS position{why}."))
        else:
            pixels = yield from decoder.pixels_job(photograph.path)
            vector = encoder.encode([pixels])[0]
            entry = Entry(
                id=photograph.sha256,
                name=name,
                lat=claims.gps.lat,
                lon=claims.gps.lon,
                outline=outline(pixels),
                taken_at=claims.taken_at,
                camera=claims.camera,
            )
            found = Found(entry, vector)
    except (DecodeFailed, InputError) as error:
        found = Found(skipped=Skipped(name, error.code, str(error)))
        if isinstance(error, DecodeTimeout | DecoderDied):
            return found  # it may go better next time
    cache.put(photograph.sha256, found)
    return found


def photographs(found: Sequence[Found], source: Path = Path(), home: str = "") -> Iterator[Block]:
    """One block a photograph that can be used. Outside the index's folder ``home`` its name is a path."""
    for item in found:
        if item.entry is not None and item.vector is not None:
            entry = item.entry
            whole = source / entry.name
            if home and whole.is_relative_to(home):
                name = str(whole.relative_to(home))
            else:
                name = str(whole) if home else entry.name
            yield Block(
                ids=spool.hashed([entry.id]),
                lat=np.array([entry.lat]),
                lon=np.array([entry.lon]),
                vectors=item.vector[None].astype(np.float32),
                rows=(Row(name, entry.outline, entry.taken_at, entry.camera),),
            )
