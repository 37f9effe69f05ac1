"""What a person does to exhibits as a whole: withdraw, restore, mark, tag, cover, destroy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from theodolite.domain import Exhibit
from theodolite_desktop import covering
from theodolite_desktop.covering import Cover
from theodolite_desktop.language import tr, trn
from theodolite_desktop.operations import exhibits, keeping
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.destroy_dialog import DestroyDialog
from theodolite_desktop.views.kept_dialog import KeptDialog
from theodolite_desktop.wiring import Wiring


def kept(withdrawn: int, destroyed: int) -> str:
    """'2 withdrawn, 1 destroyed'; '' for none."""
    parts = ((withdrawn, "withdrawn"), (destroyed, "destroyed"))
    return ", ".join(f"{number} {word}" for number, word in parts if number)


class KeepingCommands(QObject):
    """Belongs to the commands of the window. ``coverChanged`` carries the cover now in force."""

    coverChanged = Signal(object)
    destroying = Signal()

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self.cover = Cover()
        self._kept: KeptDialog | None = None
        self._viewed: set[str] = set()
        pane = self.shell.exhibits
        pane.destroyAsked.connect(lambda: self.shell.commands.run("exhibit.destroy"))
        pane.graphicAsked.connect(lambda: self.shell.commands.run("exhibit.graphic"))
        pane.keptAsked.connect(self.show_kept)
        self.controller.snapshotChanged.connect(self._show)
        self.controller.caseClosed.connect(lambda: pane.show_kept(""))
        self.controller.caseOpened.connect(lambda _path: self._viewed.clear())
        self.controller.pictureOpened.connect(lambda key, _picture: self._view(key))
        self.coverChanged.connect(lambda _cover: self._view(f"exhibit:{self.controller.exhibit}"))
        self.shell.commands.check("view.cover", True)

    def table(self) -> dict[str, Callable[[], object]]:
        tags = {f"exhibit.tag{tag}": partial(self.tag, tag) for tag in range(10)}
        return {
            "exhibit.withdraw": self.withdraw,
            "exhibit.kept": self.show_kept,
            "exhibit.graphic": self.mark_graphic,
            "exhibit.destroy": self.destroy,
            "view.cover": self._switch,
            "view.cover_all": self._switch,
            **tags,
        }

    # --- drawing ---------------------------------------------------------------------------------------

    def _show(self, snapshot: Snapshot) -> None:
        state, current = snapshot.state, snapshot.current
        self._put(replace(self.cover, graphic=covering.graphic(state.exhibits)))
        self.shell.commands.check("exhibit.graphic", current is not None and current.graphic)
        withdrawn = self._withdrawn(snapshot)
        self.shell.exhibits.show_kept(kept(len(withdrawn), len(state.tombstones)))
        if self._kept is not None:
            self._kept.show_kept(withdrawn, state.tombstones, writable=not snapshot.read_only)

    def _view(self, key: str) -> None:
        """An original that is in view, not covered, is seen; the log keeps when a person first saw it."""
        kind, _, name = key.partition(":")
        shown = kind == "exhibit" and name and self.shell.image.canvas.picture is not None
        if shown and name not in self._viewed and not self.cover.hides(name):
            self._viewed.add(name)
            make = partial(keeping.record_view, desk=self.controller.desk, exhibit=name)
            self.controller.runner.call(make, self._was_first, lambda _text: None)

    def _was_first(self, first: bool) -> None:
        if first:
            self.controller.refresh()

    @staticmethod
    def _withdrawn(snapshot: Snapshot) -> tuple[Exhibit, ...]:
        gone = {stone.exhibit for stone in snapshot.state.tombstones}
        return tuple(e for e in snapshot.state.exhibits if e.withdrawn and e.id not in gone)

    def _put(self, cover: Cover) -> None:
        if cover != self.cover:
            self.cover = cover
            for view in (self.shell.image, self.shell.exhibits, self.shell.compare):
                view.set_covered(cover)
            self.coverChanged.emit(cover)

    def set_cover(self, *, marked: bool, everything: bool) -> None:
        """As the person left it last time."""
        self.shell.commands.check("view.cover", marked)
        self.shell.commands.check("view.cover_all", everything)
        self._switch()

    def _switch(self) -> None:
        on = {
            name: self.shell.commands.actions[f"view.{name}"].isChecked() for name in ("cover", "cover_all")
        }
        self._put(replace(self.cover, marked=on["cover"], everything=on["cover_all"]))

    # --- exhibits --------------------------------------------------------------------------------------

    def _chosen(self) -> tuple[str, ...]:
        chosen = self.shell.exhibits.chosen()
        return chosen or ((self.controller.exhibit,) if self.controller.exhibit else ())

    def withdraw(self) -> None:
        """All that are selected, each undoable."""
        chosen = self._chosen()
        if chosen:
            self.controller.edit(keeping.withdraw, exhibits=chosen)
            self.shell.status.say(
                trn(
                    "%n exhibits withdrawn; their bytes and history stay. Ctrl+Z brings back one by one.",
                    len(chosen),
                    one="{name} withdrawn; its bytes and history stay. Ctrl+Z brings it back.",
                    name=chosen[0],
                )
            )

    def mark_graphic(self) -> None:
        chosen = self._chosen()
        if chosen:
            on = not set(chosen) <= self._marked()
            self.controller.edit(keeping.set_graphic, exhibits=chosen, on=on)

    def _marked(self) -> frozenset[str]:
        snapshot = self.controller.snapshot
        return frozenset(e.id for e in snapshot.exhibits if e.graphic) if snapshot else frozenset()

    def tag(self, tag: int) -> None:
        chosen = self._chosen()
        if chosen:
            self.controller.edit(keeping.toggle_tag, exhibits=chosen, tag=tag)

    def show_kept(self) -> KeptDialog | None:
        snapshot = self.controller.snapshot
        if snapshot is None:
            return None
        dialog = self._kept = KeptDialog(self.shell, self.theme)
        dialog.restoreAsked.connect(lambda name: self.controller.edit(keeping.restore, exhibit=name))
        dialog.destroyAsked.connect(self.destroy_one)
        dialog.finished.connect(self._forget)
        dialog.show_kept(
            self._withdrawn(snapshot), snapshot.state.tombstones, writable=not snapshot.read_only
        )
        dialog.open()
        return dialog

    def _forget(self, _result: int) -> None:
        if self._kept is not None:
            self._kept.deleteLater()
            self._kept = None

    # --- destruction -----------------------------------------------------------------------------------

    def destroy(self) -> None:
        self.destroy_one(self.controller.exhibit)

    def destroy_one(self, name: str) -> None:
        """Ask the store what goes with it; then the person, twice."""
        snapshot = self.controller.snapshot
        found = next((e for e in snapshot.state.exhibits if e.id == name), None) if snapshot else None
        if found is not None:
            make = partial(keeping.destruction_of, desk=self.controller.desk, exhibit=name)
            self.controller.runner.call(make, partial(self._ask, found))

    def _ask(self, item: Exhibit, goes: Sequence[str]) -> None:
        dialog = DestroyDialog(self._kept or self.shell, self.theme, item, goes)
        dialog.destroyed.connect(partial(self._destroy, item))
        dialog.withdrawAsked.connect(lambda: self.controller.edit(exhibits.withdraw, exhibit=item.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _destroy(self, item: Exhibit, reason: str, confirmed: str) -> None:
        self.destroying.emit()
        make = partial(
            keeping.destroy, desk=self.controller.desk, exhibit=item.id, reason=reason, confirmed=confirmed
        )
        self.controller.runner.start(
            tr("Destroying {id}", id=item.id), make, partial(self._destroyed, item.id)
        )

    def _destroyed(self, name: str, changes: object) -> None:
        self.controller.forget_picture(name)
        self.shell.exhibits.forget_thumbnail(name)
        self.shell.status.say(
            tr("{name} is destroyed. Its tombstone stays in the log.", name=name), stay=True
        )
        self.controller.changed(changes)
        self.controller.verify_integrity()
