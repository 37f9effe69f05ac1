"""The pictures of a report: derived from the originals each time, masked, and kept in memory only."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from theodolite.domain import Exhibit, Reference
from theodolite.domain.exhibit import graphic
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.report.choices import Choices

if TYPE_CHECKING:
    from theodolite.engine.session import Session

#: Long side in pixels, by how many exhibits a report shows: a page of a large case has smaller pictures.
SIDES = ((24, 640), (120, 480), (10**9, 320))
KEPT_BYTES = 96 << 20
_BLOCK = 1 << 20


class Shelf:
    """Pictures made for a preview, reused by the next one; the oldest go when it is full."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._size = 0

    def get(self, key: tuple[object, ...]) -> bytes | None:
        if key in self._held:
            self._held.move_to_end(key)
        return self._held.get(key)

    def put(self, key: tuple[object, ...], data: bytes) -> None:
        self._held[key] = data
        self._size += len(data)
        while self._size > KEPT_BYTES:
            self._size -= len(self._held.popitem(last=False)[1])


_SHELVES: WeakKeyDictionary[Session, Shelf] = WeakKeyDictionary()


def side_for(count: int) -> int:
    return next(side for most, side in SIDES if count <= most)


def exhibits(session: Session, choices: Choices) -> Job[dict[str, bytes]]:
    """Exhibit id to JPEG: what is masked is filled, what is graphic is gray and coarse unless chosen."""
    shown = [item for item in session.state.exhibits if item.readable and not item.withdrawn]
    side, made, hidden = side_for(len(shown)), {}, _hidden(session, choices)
    shelf = _SHELVES.setdefault(session, Shelf())
    for number, item in enumerate(shown):
        yield Progress("Preparing pictures", number, len(shown))
        veiled = item.id in hidden
        key = _key(session, item, choices, veiled, side)
        data = shelf.get(key)
        if data is None:
            try:
                data = _picture(session, item, choices, veiled, side)
            except TheodoliteError:
                continue  # the exhibit's own row says that it cannot be read
            shelf.put(key, data)
        made[item.id] = data
    return made


def _hidden(session: Session, choices: Choices) -> frozenset[str]:
    """What is shown gray and coarse: exhibits marked graphic and frames that were taken from them."""
    return frozenset() if choices.graphic else graphic(session.state.exhibits)


def _key(session: Session, item: Exhibit, choices: Choices, veiled: bool, side: int) -> tuple[object, ...]:
    masks = session.masks_of(item.id) if choices.redact else ()
    return (item.sha256, masks, veiled, side)


def _picture(session: Session, item: Exhibit, choices: Choices, veiled: bool, side: int) -> bytes:
    if veiled:
        return session.veiled(item.id, side)
    if choices.redact:
        return session.redacted(item.id, side)
    with session.store.original(item) as path:
        return session.engine.decoder.thumbnail(path, side)


def references(session: Session, found: Sequence[tuple[str, Reference]]) -> Job[dict[str, tuple[bytes, str]]]:
    """Reference id to its picture and the SHA-256 of its file; left out where the file is not here."""
    made: dict[str, tuple[bytes, str]] = {}
    for number, (_, reference) in enumerate(found):
        yield Progress("Preparing references", number, len(found))
        path = Path(reference.path)
        try:
            with path.open("rb") as stream:
                digest = hashlib.sha256()
                while block := stream.read(_BLOCK):
                    digest.update(block)
            made[reference.id] = (session.engine.decoder.thumbnail(path, SIDES[0][1]), digest.hexdigest())
        except (OSError, TheodoliteError):
            continue
    return made


def compared(
    session: Session, found: Sequence[tuple[str, str]], choices: Choices
) -> Job[dict[str, tuple[bytes, str]]]:
    """Subject of a kept comparison to its picture and the SHA-256 of the file that it was made from ('' for a
    map view); left out where the picture is not here. ``found``: (exhibit, subject)."""
    made: dict[str, tuple[bytes, str]] = {}
    state = session.state
    paths = {f"reference:{r.id}": r for search in state.searches for r in search.references}
    for number, (exhibit, subject) in enumerate(found):
        yield Progress("Preparing comparisons", number, len(found))
        kind, _, name = subject.partition(":")
        try:
            if kind == "reference":
                one = yield from references(session, [(exhibit, paths[subject])])
                made[subject] = one[name]
            elif kind == "filed":
                made[subject] = session.filed_thumbnail(name, SIDES[0][1]), session.filed(name).sha256
            elif kind == "derived":
                item = session.exhibit(session.original_of(name))
                veiled = item.id in _hidden(session, choices)
                copy = session.veiled(item.id) if veiled else session.redacted(name, SIDES[0][1])
                made[subject] = copy, session.derived_picture(name).sha256
            else:
                made[subject] = session.map_view_jpeg(exhibit, subject, SIDES[0][1]), ""
        except (KeyError, TheodoliteError):
            continue  # its row says that it cannot be shown
    return made
