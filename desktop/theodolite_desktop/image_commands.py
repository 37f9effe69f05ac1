"""What a person does on the picture: look closer, draw marks, move them, take them off, level the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from theodolite.domain import MarkShape
from theodolite_desktop import viewing
from theodolite_desktop.language import tr
from theodolite_desktop.operations import clues
from theodolite_desktop.views.marking import MarkBox
from theodolite_desktop.wiring import Wiring


class ImageCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        image = self.shell.image
        image.markEdited.connect(self._moved)
        image.markRemoved.connect(self._remove)
        image.horizonDrawn.connect(self._horizon)
        for kind, button in image.tools.pens.items():
            action = self.shell.commands.actions[f"image.{kind}"]
            action.enabledChanged.connect(button.setEnabled)

    def table(self) -> dict[str, Callable[[], object]]:
        image = self.shell.image
        return {
            "image.in": image.zoom_in,
            "image.out": image.zoom_out,
            "image.fit": image.canvas.fit,
            "image.full": image.canvas.full,
            "image.turn": lambda: image.turn(1),
            "image.turn_back": lambda: image.turn(3),
            "image.finer": lambda: image.canvas.turn(viewing.FINE_TURN),
            "image.finer_back": lambda: image.canvas.turn(-viewing.FINE_TURN),
            "image.mirror": image.mirror,
            "image.lens": image.magnify,
            "image.adjust": image.open_adjust,
            "image.level": self.level,
            "image.point": lambda: image.draw("point"),
            "image.box": lambda: image.draw("box"),
            "image.line": lambda: image.draw("line"),
            "image.polygon": lambda: image.draw("polygon"),
            "image.horizon": lambda: image.draw("horizon"),
            "image.next": lambda: image.step_mark(1),
            "image.previous": lambda: image.step_mark(-1),
            "image.unmark": image.remove_mark,
            "image.note": self.note,
        }

    def level(self) -> None:
        """Turn the view until the drawn horizon lies level; says so where there is none."""
        if not self.shell.image.adjust.lay_level():
            self.shell.status.say(tr("Draw the horizon first (H): the view is levelled by it."))

    def note(self) -> None:
        """Go on in the notes; with a mark selected, at a link to it."""
        snapshot = self.controller.snapshot
        clue = self.wiring.clue
        found = next((c for c in snapshot.clues if c.id == clue), None) if snapshot else None
        self.shell.inspector.show_tab("Notes")
        notes = self.shell.inspector.notes
        if found is not None and found.mark:
            notes.begin(f"#{found.mark}")
        notes.setFocus()

    def _moved(self, clue: str, drawn: MarkBox) -> None:
        box = drawn.box if drawn.shape is None else None
        self._edit(clues.change_region, clue=clue, box=box, shape=drawn.shape)

    def _remove(self, clue: str) -> None:
        self._edit(clues.remove_mark, clue=clue)

    def _horizon(self, shape: MarkShape) -> None:
        exhibit = self.controller.exhibit
        self._edit(
            clues.add_horizon,
            tr(
                "The horizon is on record. The view can be levelled by it, and shadows are measured on its "
                "ground where the focal length is known."
            ),
            exhibit=exhibit,
            shape=shape,
        )

    def _edit(self, operation: Callable[..., object], said: str = "", **values: object) -> None:
        """A refusal is said, and the marks are drawn again as they are on record."""
        self.controller.edit(operation, self._refused, partial(self._said, said), **values)

    def _said(self, text: str) -> None:
        if text:
            self.shell.status.say(text)

    def _refused(self, why: str) -> None:
        self.shell.status.say(why, "warn")
        self.controller.refresh()
