"""Small pictures of references for the map, made one at a time: nothing a person does waits for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from theodolite.domain import CaseState
from theodolite_desktop.controller import Controller
from theodolite_desktop.map.scene import shown_references
from theodolite_desktop.operations import carrying


class MapPictures(QObject):
    """``give`` gets a mark and the ``data:`` address of its picture; ('', '') forgets all of them."""

    def __init__(self, controller: Controller, give: Callable[[str, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self.controller, self._give = controller, give
        self._known: set[str] = set()
        self._waiting: deque[tuple[str, Any]] = deque()
        self._making = False
        self._path = ""

    def want(self, state: CaseState, exhibit: str) -> None:
        """Pictures of what the map shows for ``exhibit``, those that are not there yet."""
        if self.controller.path != self._path:
            self._path = self.controller.path
            self._known.clear()
            self._waiting.clear()
            self._give("", "")
        for one in shown_references(state, exhibit):
            self._ask(f"reference:{one.id}", partial(carrying.reference_thumbnail, path=one.path))
        for filed in state.filed:
            if filed.sha256 and filed.lat is not None and not filed.withdrawn:
                self._ask(f"filed:{filed.id}", partial(carrying.filed_thumbnail, reference=filed.id))
        if not self._making:
            self._next()

    def _ask(self, mark: str, make: Any) -> None:
        if mark not in self._known:
            self._known.add(mark)
            self._waiting.append((mark, make))

    def _next(self) -> None:
        self._making = bool(self._waiting)
        if not self._waiting:
            return
        mark, make = self._waiting.popleft()
        run = self.controller.runner.call
        got, failed = partial(self._got, self._path, mark), lambda _text: self._next()
        if mark.startswith("reference:"):
            self.controller.runner.start("", partial(make, desk=self.controller.desk), got, failed)
        else:
            run(partial(make, desk=self.controller.desk), got, failed)

    def _got(self, path: str, mark: str, data: str) -> None:
        if path == self.controller.path:
            self._give(mark, data)
        self._next()
