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
from theodolite.index import blocks, layout, spool, stream
from theodolite.index.cache import Cache, Found
from theodolite.index.layout import Entry, Row, Skipped
from theodolite.index.outline import outline
from theodolite.index.store import IndexInfo
from theodolite.index.stream import Block, Origin, Settings
from theodolite.jobs import Job, Progress
from theodolite.vision import encoder as encoders
from theodolite.vision.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Photograph:
    """A file of the folder with its content hash; ``name`` is its path below the folder."""

    path: Path
    name: str
    sha256: str


def build(folder: str, out: str, pack: str, provider: str = "") -> Job[IndexInfo]:
    """Index every photograph below ``folder`` that has a valid position; the index lies at ``out``.

    ``pack`` is the folder of the image-encoder pack. Files that cannot be used are counted and named in the
    result, never an error. Raises NotFound, InputError (nothing usable, ``out`` is not ours or another
    build is at it), PackError kinds, StorageFailed.
    """
    source, place = Path(folder).absolute(), Path(out).absolute()
    if not source.is_dir():
        raise NotFound(f"{source} is no folder.")
    layout.refuse_foreign(place)
    partial = layout.partial_of(place)
    yield Progress("Loading the image encoder", waiting=True)
    encoder = encoders.load(pack)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with layout.sole_builder(partial):
            cache = Cache(partial, encoder.sha256, encoder.dim)
            found, reused = yield from _look_at_all(source, place, encoder, cache)
            info = yield from _publish(found, source, place, partial, encoder, provider)
            shutil.rmtree(partial)
    except OSError as error:
        raise StorageFailed(f"The index cannot be written: {error.strerror or error}.") from error
    return replace(info, reused=reused)


def _look_at_all(source: Path, place: Path, encoder: Encoder, cache: Cache) -> Job[tuple[list[Found], int]]:
    """Every photograph once (by content), from the cache where it was looked at before."""
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


def _publish(
    found: Sequence[Found], source: Path, place: Path, partial: Path, encoder: Encoder, provider: str
) -> Job[IndexInfo]:
    skipped = [item.skipped for item in found if item.skipped is not None]
    if all(item.entry is None for item in found):
        shutil.rmtree(partial)  # nothing to take up again
        raise InputError(f"{source} holds no photograph with a valid GPS position ({len(skipped)} files).")
    origin = Origin(
        pack=encoder.pack,
        pack_version=encoder.version,
        pack_sha256=encoder.sha256,
        folder=legible(str(source)),
        provider=provider,
    )
    info = yield from stream.publish_stream(_blocks(found), place, encoder.dim, origin, Settings(), skipped)
    return info


def _blocks(found: Sequence[Found]) -> Iterator[Block]:
    """One block a photograph that can be used."""
    for item in found:
        if item.entry is not None and item.vector is not None:
            entry = item.entry
            yield Block(
                ids=spool.hashed([entry.id]),
                lat=np.array([entry.lat]),
                lon=np.array([entry.lon]),
                vectors=item.vector[None].astype(np.float32),
                rows=(Row(entry.name, entry.outline, entry.taken_at, entry.camera),),
            )
