"""Opens pictures for the controller: at once what is kept, soon a first look, then the picture in full."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.operations import deriving, reading
from theodolite_desktop.picture_shelf import PictureShelf
from theodolite_desktop.pictures import Picture, sketch

if TYPE_CHECKING:
    from theodolite_desktop.controller import Controller

#: A first look at large pictures of a type that can be decoded small: longer side, from how many pixels on.
LOOK_SIDE, LOOK_FROM, LOOKED = 1600, 8_000_000, "image/jpeg"


class PictureOpening:
    """Answers by the signals of its controller; a job each key, and nothing of a case that was closed."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller
        self._jobs: dict[str, int] = {}
        self.shelf = PictureShelf()

    def __contains__(self, key: str) -> bool:
        return key in self.shelf

    def open(self, key: str, path: str) -> None:
        kept = self.shelf.get(key)
        if kept is not None:
            self._controller.pictureOpened.emit(key, kept)
            return
        if key in self._jobs:
            return
        desk, most = self._controller.desk, self.shelf.most_bytes
        make: Callable[[], Job[Picture]]
        if key.startswith("derived:"):
            make = partial(deriving.derived_picture, desk=desk, derived=key.removeprefix("derived:"))
        elif path:
            make = partial(reading.reference_picture, desk=desk, path=path, most_bytes=most)
        else:
            exhibit = key.removeprefix("exhibit:")
            make = partial(reading.exhibit_picture, desk=desk, exhibit=exhibit, most_bytes=most)
            self._look_first(key, exhibit)
        case = self._controller.path
        done, failed = partial(self._opened, case, key), partial(self._failed, case, key)
        self._jobs[key] = self._controller.runner.start("", make, done, failed)

    def drop(self, key: str) -> None:
        self.shelf.drop(key)

    def clear(self) -> None:
        """Another case, or none."""
        for number in self._jobs.values():
            self._controller.runner.cancel(number)
        self._jobs.clear()
        self.shelf.clear()

    def _look_first(self, key: str, exhibit: str) -> None:
        """Something to see at once of a picture that takes a while."""
        now = self._controller
        known = now.snapshot.exhibits if now.snapshot is not None else ()
        item = next((e for e in known if e.id == exhibit), None)
        if item is None or item.width * item.height < LOOK_FROM:
            return
        small = now.thumbnails.get(exhibit)
        if small is not None and not small.isNull():
            now.pictureOpened.emit(key, sketch(item.width, item.height, small))
        if item.media_type == LOOKED:
            make = partial(reading.exhibit_picture, desk=now.desk, exhibit=exhibit, max_side=LOOK_SIDE)
            now.runner.start("", make, partial(self._looked, now.path, key), lambda _text: None)

    def _looked(self, case: str, key: str, picture: Picture) -> None:
        if case == self._controller.path and key in self._jobs:
            self._controller.pictureOpened.emit(key, picture)

    def _opened(self, case: str, key: str, picture: Picture) -> None:
        if case == self._controller.path:
            self._jobs.pop(key, None)
            self.shelf.put(key, picture)
            self._controller.pictureOpened.emit(key, picture)

    def _failed(self, case: str, key: str, text: str) -> None:
        if case == self._controller.path:
            self._jobs.pop(key, None)
            self._controller.pictureFailed.emit(key, text)
