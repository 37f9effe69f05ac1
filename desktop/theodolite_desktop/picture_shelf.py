"""Decoded pictures that were shown lately, as many as a share of the memory holds. Counted in bytes."""

from __future__ import annotations

import os
from collections import OrderedDict

from theodolite_desktop.pictures import Picture

LEAST_BYTES, MOST_BYTES = 512 << 20, 2 << 30
UNKNOWN = 4 << 30


def machine_bytes() -> int:
    """Memory of this machine; a modest guess where it does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return UNKNOWN


def budget() -> int:
    """Bytes that decoded pictures may take together: a quarter of the memory, at least half a gigabyte."""
    return min(MOST_BYTES, max(LEAST_BYTES, machine_bytes() // 4))


class PictureShelf:
    """The least recently used goes first; the newest stays even where it fills the shelf alone."""

    def __init__(self, most_bytes: int | None = None) -> None:
        self.most_bytes = budget() if most_bytes is None else most_bytes
        self._held: OrderedDict[str, Picture] = OrderedDict()

    def __contains__(self, key: str) -> bool:
        return key in self._held

    def get(self, key: str) -> Picture | None:
        if key in self._held:
            self._held.move_to_end(key)
        return self._held.get(key)

    def put(self, key: str, picture: Picture) -> None:
        self._held.pop(key, None)
        self._held[key] = picture
        while len(self._held) > 1 and self.bytes > self.most_bytes:
            self._held.popitem(last=False)

    def drop(self, key: str) -> None:
        self._held.pop(key, None)

    def clear(self) -> None:
        self._held.clear()

    @property
    def bytes(self) -> int:
        return sum(picture.bytes for picture in self._held.values())
