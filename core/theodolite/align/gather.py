"""A training table becomes features: every photograph and every sentence seen once by its frozen tower."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from theodolite.align.cache import Spool, Store
from theodolite.align.features import Features
from theodolite.align.reading import Opened, Reader
from theodolite.align.table import Block, Dropped, Table, Tally
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress

if TYPE_CHECKING:
    from theodolite.align.text import TextTower
    from theodolite.vision.encoder import Encoder

Rows = NDArray[np.int64]
Floats = NDArray[np.float32]

_UNIT = "All image vectors have length 1. G3's heads take the encoder's projection as it is, not normalised."


@dataclass(frozen=True, slots=True)
class Gathered:
    """``features`` of the rows that are left of ``rows``; ``reused``: vectors that the cache had already;
    ``notes``: sentences for the user."""

    features: Features
    rows: int
    dropped: tuple[Dropped, ...]
    reused: int
    notes: tuple[str, ...]


class _Source(Protocol):
    """Where the vectors of one side come from."""

    reused: int

    def take(self, block: Block) -> Job[tuple[Rows, list[bytes]]]:
        """For each row of the block the row of its vector in :meth:`matrix`, -1 for none, and what it is."""
        ...

    def matrix(self) -> Floats: ...


def gather(
    table: Table, images: Path, cache: Path, encoder: Encoder | None, tower: TextTower | None
) -> Job[Gathered]:
    """The features of ``table``. ``images``: where relative paths start; ``cache``: folder of the vectors.

    ``encoder`` may be None for a table that has the vectors. With ``tower``, or a column of text vectors, the
    features have text. Rows that cannot be used are counted by reason. Raises InputError, StorageFailed.
    """
    tally = Tally()
    with ExitStack() as stack:
        seen: _Source
        if table.has_vectors:
            seen = _FromTable(stack.enter_context(Spool(cache, "image")), "vectors")
        elif encoder is not None:
            store = stack.enter_context(Store(cache, encoder.sha256, encoder.dim))
            reader = stack.enter_context(closing(Reader(store.get)))
            seen = _Photographs(store, reader, encoder, images, table.count, tally)
        else:
            raise InputError("A table of photographs needs an image encoder.")
        read: _Source | None = None
        if table.text and table.has_texts:
            read = _FromTable(stack.enter_context(Spool(cache, "text")), "texts")
        elif table.text and tower is not None:
            read = _Sentences(stack.enter_context(Store(cache / "text", tower.sha256, tower.dim)), tower)
        elif table.text:
            raise InputError("Training with text needs a text tower: an encoder pack with both towers.")
        kept = _Kept()
        for block in table.blocks(tally):
            yield Progress("Reading the table", int(block.rows[-1]) if len(block.rows) else 0, table.count)
            image_rows, marks = yield from seen.take(block)
            text_rows, text_marks = (yield from read.take(block)) if read else (None, None)
            kept.add(block, image_rows, marks, text_rows, text_marks)
        return _gathered(kept, table, tally, seen, read, encoder, tower)


def _gathered(
    kept: _Kept,
    table: Table,
    tally: Tally,
    seen: _Source,
    read: _Source | None,
    encoder: Encoder | None,
    tower: TextTower | None,
) -> Gathered:
    if not kept.count:
        why = ", ".join(f"{d.count} {d.reason} (first: {d.example})" for d in tally.dropped)
        raise InputError(f"{table.path.name} has no row that can be trained on: {why}.")
    image = seen.matrix()
    features = Features(
        image=image,
        lat=kept.joined("lat"),
        lon=kept.joined("lon"),
        text=None if read is None else read.matrix(),
        image_row=kept.joined("image").astype(np.int64),
        text_row=None if read is None else kept.joined("text").astype(np.int64),
        encoder_sha256="" if encoder is None else encoder.sha256,
        text_sha256="" if tower is None else tower.sha256,
        identity=kept.digest(encoder.sha256 if encoder else "", tower.sha256 if tower else ""),
    )
    lengths = np.linalg.norm(image[: min(len(image), 4096)], axis=1)
    notes = (_UNIT,) if table.has_vectors and np.allclose(lengths, 1, atol=1e-3) else ()
    return Gathered(features, table.count, tally.dropped, seen.reused, notes)


class _Kept:
    """The rows that are left, as they come."""

    def __init__(self) -> None:
        self.count = 0
        self._parts: dict[str, list[NDArray[np.float64] | Rows]] = {}
        self._digest = hashlib.sha256()

    def add(
        self,
        block: Block,
        image: Rows,
        marks: Sequence[bytes],
        text: Rows | None,
        text_marks: Sequence[bytes] | None,
    ) -> None:
        good = np.flatnonzero(image >= 0)
        columns: dict[str, NDArray[np.float64] | Rows] = {"lat": block.lat, "lon": block.lon, "image": image}
        if text is not None:
            columns["text"] = text
        for name, values in columns.items():
            self._parts.setdefault(name, []).append(values[good])
        for row in good.tolist():
            self._digest.update(marks[row])
            self._digest.update(b"" if text_marks is None else text_marks[row])
        self._digest.update(block.lat[good].tobytes() + block.lon[good].tobytes())
        self.count += len(good)

    def joined(self, name: str) -> NDArray[np.float64]:
        return np.concatenate(self._parts[name])

    def digest(self, *towers: str) -> str:
        whole = self._digest.copy()
        whole.update(" ".join(towers).encode())
        return whole.hexdigest()


class _Photographs:
    """Image vectors by the bytes of the photographs; only those that are not known are encoded."""

    def __init__(
        self, store: Store, reader: Reader, encoder: Encoder, folder: Path, total: int, tally: Tally
    ) -> None:
        self._store, self._reader, self._encoder = store, reader, encoder
        self._folder, self._total, self._tally = folder, total, tally
        self.reused = 0

    def take(self, block: Block) -> Job[tuple[Rows, list[bytes]]]:
        assert block.images is not None
        rows: list[int] = []
        marks = []
        for found in self._reader.ahead([self._folder / name for name in block.images]):
            number = int(block.rows[len(rows)])
            yield Progress("Encoding photographs", number, self._total, waiting=found is None)
            if found is None:
                continue
            marks.append(found.key)
            rows.append(self._row(found))
            if rows[-1] < 0:
                self._tally.add(found.reason, number, block.images[len(rows) - 1])
        return np.array(rows, np.int64), marks

    def _row(self, found: Opened) -> int:
        """The row of its vector, which is computed if need be; -1 for none."""
        if found.pixels is not None:
            known = self._store.get(found.key)  # the same bytes may have come by while this was decoded
            if isinstance(known, int):
                return known
            return self._store.put(found.key, self._encoder.project([found.pixels])[0])
        if found.lasting:
            self._store.put_reason(found.key, found.reason)
        self.reused += found.row is not None
        return -1 if found.row is None else found.row

    def matrix(self) -> Floats:
        return self._store.matrix()


class _Sentences:
    """Text vectors by sentence; there are far fewer sentences than photographs."""

    def __init__(self, store: Store, tower: TextTower) -> None:
        self._store, self._tower = store, tower
        self._rows: dict[str, int] = {}
        self.reused = 0

    def take(self, block: Block) -> Job[tuple[Rows, list[bytes]]]:
        assert block.sentences is not None
        marks = {text: hashlib.sha256(text.encode()).digest() for text in block.sentences}
        fresh = []
        for text in marks:
            if text in self._rows:
                continue
            known = self._store.get(marks[text])
            if isinstance(known, int):
                self._rows[text] = known
            else:
                fresh.append(text)
        for start in range(0, len(fresh), 64):
            part = fresh[start : start + 64]
            yield Progress("Reading the sentences of the places", start, len(fresh))
            for text, vector in zip(part, self._tower.project(part), strict=True):
                self._rows[text] = self._store.put(marks[text], vector)
        rows = np.array([self._rows[text] for text in block.sentences], np.int64)
        return rows, [marks[text] for text in block.sentences]

    def matrix(self) -> Floats:
        return self._store.matrix()


class _FromTable:
    """Vectors that the table has: copied out of it, because Parquet cannot be memory-mapped by row."""

    def __init__(self, spool: Spool, column: str) -> None:
        self._spool, self._column = spool, column
        self.reused = 0

    def take(self, block: Block) -> Job[tuple[Rows, list[bytes]]]:
        vectors: Floats = getattr(block, self._column)
        yield Progress("Reading the vectors of the table", self._spool.rows)
        first = self._spool.append(vectors)
        rows = np.arange(first, first + len(vectors), dtype=np.int64)
        return rows, [vector.tobytes() for vector in vectors]

    def matrix(self) -> Floats:
        return self._spool.matrix()
