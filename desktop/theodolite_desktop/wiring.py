"""Connects the shell's views to the controller: what is shown where, and what each intent does."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from theodolite.domain import Clue, Verification
from theodolite_desktop import rows, wording
from theodolite_desktop.clue_rows import clue_rows, line_of
from theodolite_desktop.compare_wiring import CompareWiring
from theodolite_desktop.controller import Controller
from theodolite_desktop.language import tr, trn
from theodolite_desktop.map_wiring import MapWiring
from theodolite_desktop.operations import clues, hints, reading
from theodolite_desktop.pictures import Picture
from theodolite_desktop.selection import Follow, Selection
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.shell import Shell


class Wiring(QObject):
    """Draws each snapshot and passes intents on."""

    def __init__(self, shell: Shell, controller: Controller) -> None:
        super().__init__(shell)
        self.shell, self.controller = shell, controller
        self.selection = Selection(self)
        self.follow = Follow(shell, controller, self.selection)
        self._wanted: Clue | None = None
        self._checked: int | None = None
        self._zoom: int | None = None
        self._summary = ""
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(400)
        self._keep.timeout.connect(self._keep_view)
        self._results()
        self._intents()
        self.map, self.compare = MapWiring(shell, controller), CompareWiring(shell, controller)

    def _results(self) -> None:
        c, shell = self.controller, self.shell
        c.snapshotChanged.connect(self.show)
        c.caseOpened.connect(self._opened)
        c.caseClosed.connect(self._closed)
        c.thumbnailMade.connect(shell.exhibits.set_thumbnail)
        c.pictureOpened.connect(self._picture)
        c.pictureFailed.connect(self._no_picture)
        c.noticed.connect(shell.status.say)
        c.verified.connect(self._verified)
        c.clueTaken.connect(shell.image.form.close_form)
        c.clueRefused.connect(shell.image.form.show_problem)
        c.hintRefused.connect(self.hint_refused)
        c.summaryMade.connect(self._show_summary)
        c.viewRestored.connect(self._restore_view)
        c.caseLeaving.connect(self._leave)
        c.runner.jobsChanged.connect(lambda: shell.status.show_jobs(c.runner.jobs()))

    def _intents(self) -> None:
        c, shell = self.controller, self.shell
        tabs = shell.inspector
        shell.filesDropped.connect(c.add_files)
        shell.imageDropped.connect(lambda image: c.add_image(QImage(image)))
        shell.status.cancelAsked.connect(c.runner.cancel)
        shell.exhibits.selected.connect(c.select_exhibit)
        shell.exhibits.withdrawAsked.connect(lambda: shell.commands.run("exhibit.withdraw"))
        shell.exhibits.opened.connect(lambda _id: shell.show_centre("Image"))
        shell.image.clueWritten.connect(c.add_clue)
        shell.image.pointerMoved.connect(shell.status.show_pointer)
        shell.image.zoomed.connect(self._zoomed)
        for strip in (tabs.metadata.when, tabs.candidates.when):
            strip.clueChosen.connect(self.go_to_clue)
            strip.exhibitChosen.connect(self.go_to_exhibit)
        tabs.metadata.relations.exhibitChosen.connect(self.go_to_exhibit)
        tabs.clues.switched.connect(lambda clue, on: c.edit(clues.switch_clue, clue=clue, on=on))
        tabs.clues.addAsked.connect(self._write_clue)
        tabs.clues.detail.strengthChosen.connect(
            lambda clue, strength: c.edit(clues.set_strength, clue=clue, strength=strength)
        )
        tabs.clues.readAsked.connect(lambda: c.examine((c.exhibit,)))
        tabs.candidates.hintAsked.connect(shell.hint_line.setFocus)
        tabs.notes.written.connect(
            lambda exhibit, text: c.edit(reading.write_note, exhibit=exhibit, text=text)
        )
        tabs.custody.verifyAsked.connect(c.verify_integrity)
        tabs.tabChanged.connect(lambda _name: self._keep.start())
        talk = shell.conversation.chip_area
        talk.hintApplied.connect(lambda hint: c.edit(hints.apply_hint, hint=hint, exhibit=c.exhibit))
        talk.hintSwitched.connect(
            lambda hint, on: c.edit(hints.switch_hint, hint=hint, on=on, exhibit=c.exhibit)
        )
        talk.hintRemoved.connect(lambda hint: c.edit(hints.remove_hint, hint=hint))
        talk.hintStrengthened.connect(
            lambda hint, strength: c.edit(hints.set_hint_strength, hint=hint, strength=strength)
        )
        shell.centreChanged.connect(self._centre_changed)
        shell.layoutChanged.connect(self._keep.start)

    # --- drawing ---------------------------------------------------------------------------------------

    def show(self, snapshot: Snapshot) -> None:
        """Draw everything of ``snapshot``; views skip what did not change."""
        shell, state = self.shell, snapshot.state
        current = snapshot.current
        shell.exhibits.set_rows(rows.exhibit_rows(snapshot.exhibits, state.clues), snapshot.exhibit)
        self.selection.choose_exhibit(snapshot.exhibit)
        settled = self._settle(snapshot)
        shell.image.show_exhibit(current, snapshot.clues)
        if settled:
            shell.image.select(self.clue)
        tabs = shell.inspector
        tabs.metadata.show_exhibit(current)
        tabs.metadata.show_together(snapshot.when, snapshot.relations, snapshot.exhibit)
        read = current is not None and (current.examined or not current.readable)
        tabs.clues.set_rows(
            clue_rows(snapshot.clues, snapshot.ranking, state.case.sources),
            self.clue,
            read=read,
            exhibit=snapshot.exhibit,
        )
        cards = rows.cards(snapshot.ranking, snapshot.support)
        tabs.candidates.show_when(snapshot.when)
        tabs.candidates.show_ranking(snapshot.ranking, cards, snapshot.reason, snapshot.countries)
        tabs.candidates.show_strategy(snapshot.strategy, answered=snapshot.ranking is not None)
        tabs.notes.show_notes(snapshot.exhibit, snapshot.notes)
        shell.conversation.show_state(state)
        shell.conversation.show_chips(rows.chips(snapshot))
        shell.setWindowTitle(f"{wording.visible(state.case.title, 120)} – Theodolite")
        if self._checked not in (None, len({e.sha256 for e in state.exhibits})):
            self._checked = None
            tabs.custody.forget()
            shell.status.show_integrity(tr("New files not checked yet"), "text2")
        self.map.draw()
        if shell.shows("Report"):
            self._draw_report()
            self.controller.read_summary()
        self._keep.start()

    def _draw_report(self) -> None:
        self.shell.report.show_case(self.controller.snapshot, self._summary)

    def _show_summary(self, text: str) -> None:
        self._summary = text
        self._draw_report()

    def _verified(self, result: Verification) -> None:
        self._checked = result.files if result.intact else None
        self.shell.inspector.custody.show_integrity(result)
        files = trn("%n files", result.files, one="%n file")
        text = tr("Intact: {files}", files=files) if result.intact else tr("Integrity: problem found")
        self.shell.status.show_integrity(text, "ok" if result.intact else "error")
        if not result.intact and result.problems:
            self.shell.status.say(result.problems[0], "error")

    def _opened(self, _path: str) -> None:
        self._forget()
        self.shell.commands.set_case_open(True)
        self.shell.show_packs(False)
        self.shell.status.say("")
        self.shell.status.show_integrity(tr("Hashes not checked"), "text2")

    def _closed(self) -> None:
        self._forget()
        shell = self.shell
        shell.commands.set_case_open(False)
        shell.exhibits.set_rows((), "")
        shell.image.show_exhibit(None, ())
        shell.inspector.metadata.show_exhibit(None)
        shell.inspector.metadata.show_together(None, (), "")
        shell.inspector.candidates.show_when(None)
        shell.inspector.clues.set_rows((), "", read=False, exhibit="")
        shell.inspector.candidates.show_ranking(None, (), "")
        shell.inspector.notes.show_notes("", "")
        shell.conversation.show_state(None)
        shell.conversation.show_chips(())
        shell.setWindowTitle("Theodolite")
        shell.status.show_integrity("", "text2")
        shell.status.show_zoom(None)
        self.map.draw()
        self._draw_report()

    def _forget(self) -> None:
        self._wanted = None
        self.selection.choose_exhibit("")
        self._summary, self._checked = "", None
        self.shell.exhibits.forget_thumbnails()
        self.shell.inspector.custody.forget()

    # --- pictures ------------------------------------------------------------------------------------

    def _picture(self, key: str, picture: Picture) -> None:
        kind, _, name = key.partition(":")
        if kind == "exhibit":
            self.shell.image.show_picture(name, picture)

    def _no_picture(self, key: str, text: str) -> None:
        kind, _, name = key.partition(":")
        if kind == "exhibit":
            self.shell.image.show_problem(name, text)
        if key == self.shell.compare.current or kind != "exhibit":
            self.shell.status.say(tr("The picture could not be opened: {text}", text=text), "error")

    # --- intents -----------------------------------------------------------------------------------------

    @property
    def clue(self) -> str:
        """The clue that is chosen, '' for none."""
        return self.selection.clue

    def select_clue(self, clue: str) -> None:
        """One selection for every view."""
        self.follow.choose_clue(clue)

    def go_to_clue(self, clue: str) -> None:
        """Show a clue of any exhibit in the clue list, with its region."""
        snapshot = self.controller.snapshot
        found = next((c for c in snapshot.state.clues if c.id == clue), None) if snapshot else None
        if found is None:
            return
        self.shell.inspector.show_tab("Clues")
        if found.exhibit == self.controller.exhibit:
            self.select_clue(clue)
        else:
            self._wanted = found
            self.controller.select_exhibit(found.exhibit)

    def go_to_exhibit(self, exhibit: str) -> None:
        """Choose an exhibit from outside the list; a withdrawn one is not shown."""
        snapshot = self.controller.snapshot
        if snapshot is not None and any(e.id == exhibit for e in snapshot.exhibits):
            self.controller.select_exhibit(exhibit)
        else:
            self.shell.status.say(tr("{exhibit} was withdrawn.", exhibit=exhibit))

    def choose_line(self, corrected: Clue) -> None:
        """With the next snapshot, choose the clue that a corrected line became."""
        self._wanted = corrected

    def _settle(self, snapshot: Snapshot) -> bool:
        """Choose the clue that was asked for before it was there; whether one was."""
        wanted = self._wanted
        if wanted is None or snapshot.exhibit != wanted.exhibit:
            return False
        self._wanted = None
        found = line_of(snapshot.clues, wanted) if wanted.line is not None else wanted.id
        self.selection.choose_clue(found)
        return True

    def hint_refused(self, text: str, why: str) -> None:
        self.shell.hint_line.restore(text)
        self.shell.status.say(why, "warn")

    def _write_clue(self) -> None:
        self.shell.show_centre("Image")
        self.shell.image.write_clue()

    def _zoomed(self, percent: int) -> None:
        """Zoom and pointer are said of the image while it is in view, never of what is hidden."""
        self._zoom = percent
        if self.shell.shows("Image"):
            self.shell.status.show_zoom(percent)

    def _centre_changed(self, name: str) -> None:
        seen = self.shell.shows("Image") and self.controller.exhibit
        self.shell.status.show_zoom(self._zoom if seen else None)
        self.shell.status.show_pointer("")
        if name == "Report":
            self._draw_report()
            self.controller.read_summary()
        self._keep.start()

    # --- the same view next time ---------------------------------------------------------------------------

    def _leave(self) -> None:
        self.shell.inspector.notes.keep()
        if self._keep.isActive():
            self._keep.stop()
            self._keep_view()

    def _keep_view(self) -> None:
        self.controller.keep_view(
            {
                "exhibit": self.controller.exhibit,
                "centre": self.shell.centre,
                "inspector": self.shell.inspector.current,
                "layout": self.shell.layout_of_panes.state(),
            }
        )

    def _restore_view(self, state: dict[str, Any]) -> None:
        layout = state.get("layout")
        self.shell.layout_of_panes.restore(layout if isinstance(layout, dict) else {})
        if "centre" in state:
            self.shell.show_centre(str(state["centre"]))
        if "inspector" in state:
            self.shell.inspector.show_tab(str(state["inspector"]))
