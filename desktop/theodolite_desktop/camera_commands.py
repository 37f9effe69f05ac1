"""What a person does to find where the camera stood."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from theodolite_desktop.drafts import CameraDraft
from theodolite_desktop.language import tr
from theodolite_desktop.operations import camera
from theodolite_desktop.views import fields, picking
from theodolite_desktop.views.camera_form import CameraForm
from theodolite_desktop.wiring import Wiring


class CameraCommands(QObject):
    """The resection form; while a point is picked it steps aside."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.form: CameraForm | None = None
        self.shell.image.picking.picked.connect(self._picked)
        self.shell.image.picking.ended.connect(self._ended)
        self.controller.caseClosed.connect(self._close)
        self.controller.snapshotChanged.connect(lambda _snapshot: self._check())

    def table(self) -> dict[str, Callable[[], object]]:
        return {"camera.stand": self.open}

    def open(self) -> None:
        """A form for the exhibit in view; one at a time."""
        snapshot = self.controller.snapshot
        item = snapshot.current if snapshot else None
        if item is None or not item.width:
            self.shell.status.say(tr("Choose an exhibit with a picture first."))
            return
        self._close()
        self.shell.show_centre("Image")
        form = CameraForm(self.shell, self.shell.theme, item.id, (item.width, item.height))
        form.setProperty("exhibit", item.id)
        form.tried.connect(partial(self._try, item.id, form))
        form.submitted.connect(partial(self._add, item.id, form))
        form.pickAsked.connect(self._pick)
        form.finished.connect(self._closed)
        self.form = form
        seen = partial(camera.seen_field, desk=self.controller.desk, exhibit=item.id)
        show = fields.while_open(form, form.show_field)
        form.resize(600, min(740, self.shell.height() - 48))
        fields.beside(form, self.shell)
        form.show()
        self.controller.runner.call(seen, show, show)

    def _pick(self) -> None:
        self.shell.show_centre("Image")
        if not self.shell.image.picking.begin(picking.SIGHTING) and self.form is not None:
            self.form.picked(None)

    def _picked(self, points: tuple[tuple[float, float], ...]) -> None:
        if self.form is not None and self.form.is_picking and len(points) == 1:
            self.form.picked(points[0])
            self.shell.image.picking.clear()

    def _ended(self, done: bool) -> None:
        if not done and self.form is not None and self.form.is_picking:
            self.form.picked(None)

    def _try(self, exhibit: str, form: CameraForm, draft: CameraDraft) -> None:
        make = partial(camera.find_camera, desk=self.controller.desk, exhibit=exhibit, draft=draft)
        found, refused = (fields.while_open(form, call) for call in (form.show_found, form.show_problem))
        self.controller.runner.call(make, found, refused)

    def _add(self, exhibit: str, form: CameraForm, draft: CameraDraft) -> None:
        refused, done = (fields.while_open(form, call) for call in (form.show_problem, form.accept))
        self.controller.edit(camera.add_camera, refused, done, exhibit=exhibit, draft=draft)

    def _check(self) -> None:
        """A form belongs to its exhibit."""
        if self.form is not None and self.form.property("exhibit") != self.controller.exhibit:
            self._close()

    def _close(self) -> None:
        if self.form is not None:
            self.form.reject()

    def _closed(self, _code: int) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None
