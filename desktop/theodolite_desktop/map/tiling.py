"""Answers of the page that take a while: read on a thread of its own, given on the window's."""

from __future__ import annotations

import logging
import queue
import threading
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QObject, Qt, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob

from theodolite_desktop.map.ground import GroundScene, answer, is_ground
from theodolite_desktop.map.routes import Answer, NoSuchPage, Routes

log = logging.getLogger(__name__)
_MOST_WAITING = 512


@dataclass(frozen=True, slots=True)
class _Asked:
    number: int
    scene: GroundScene | None
    serial: int
    host: str
    path: str


class Answers(QObject):
    """Takes requests of the page in and hands their answers back; the latest is read first.

    What the person looks at now was asked for last. A request that the page gave up is dropped unread.
    """

    _made = Signal(int, object)

    def __init__(self, routes: Routes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._routes, self._scene, self._serial = routes, GroundScene(), 0
        self._jobs: dict[int, QWebEngineUrlRequestJob] = {}
        self._numbers = 0
        self._waiting: queue.LifoQueue[_Asked | None] = queue.LifoQueue()
        self._made.connect(self._give, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None

    def put(self, scene: GroundScene) -> int:
        """From now on answer for ``scene``; the number that its addresses bear."""
        self._serial += 1
        self._scene = scene
        return self._serial

    def take(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer ``job`` later; on the window's thread."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._read, name="map tiles", daemon=True)
            self._thread.start()
        self._numbers += 1
        number, url = self._numbers, job.requestUrl()
        self._jobs[number] = job
        job.destroyed.connect(lambda: self._jobs.pop(number, None))
        if len(self._jobs) > _MOST_WAITING:
            oldest = next(iter(self._jobs))
            self._jobs.pop(oldest).fail(QWebEngineUrlRequestJob.Error.RequestAborted)
        self._waiting.put(_Asked(number, self._scene, self._serial, url.host(), url.path()))

    def close(self) -> None:
        """End the thread and the reader of tiles."""
        source = self._scene.source
        self._jobs.clear()
        if source is not None:
            source.close()  # ends a question under way
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    # --- the thread --------------------------------------------------------------------------------

    def _read(self) -> None:
        while (asked := self._waiting.get()) is not None:
            if asked.number not in self._jobs:
                continue
            try:
                made: Answer | None = self._answer(asked)
            except NoSuchPage:
                made = None
            except Exception:
                log.exception("an address of the map could not be answered")
                made = None
            try:
                self._made.emit(asked.number, made)
            except RuntimeError:
                return  # the window is gone

    def _answer(self, asked: _Asked) -> Answer:
        if is_ground(asked.path) and asked.scene is not None:
            return answer(asked.scene, asked.serial, asked.path)
        return self._routes.answer(asked.host, asked.path)

    def _give(self, number: int, made: Answer | None) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        if made is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(parent=job)
        buffer.setData(made.body)
        job.reply(made.media_type.encode("ascii"), buffer)
