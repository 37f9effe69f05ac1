"""What a person does to clues and to links between exhibits: dialogs in front, operations behind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from theodolite.domain import Clue
from theodolite_desktop import clue_rows
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import clues, together
from theodolite_desktop.together_rows import JointTable, one_place
from theodolite_desktop.views.correct_dialog import CorrectDialog
from theodolite_desktop.views.dialogs import Question
from theodolite_desktop.views.joint_dialog import JointDialog
from theodolite_desktop.views.sources_dialog import SourcesDialog
from theodolite_desktop.wiring import Wiring

NO_WRITING = mark("This clue is no line of writing that was read; there is nothing to correct.")
TOO_FEW = mark("Select two exhibits or more first: Ctrl and click, or Shift and the arrows.")


class ClueCommands(QObject):
    """Belongs to the commands of the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self._correcting: CorrectDialog | None = None
        tabs = self.shell.inspector
        tabs.clues.rejectAsked.connect(self.reject)
        tabs.clues.sourcesAsked.connect(self.show_sources)
        tabs.clues.detail.correctAsked.connect(self.correct)
        self.shell.conversation.chip_area.jointAsked.connect(self.show_joint)
        self.shell.exhibits.onePlaceAsked.connect(self.propose_link)
        tabs.metadata.relations.onePlaceAsked.connect(self.propose_link)

    # --- clues -----------------------------------------------------------------------------------------

    def reject(self, clue: str) -> None:
        ask = Question(
            self.shell,
            self.theme,
            tr("Reject clue {clue}", clue=clue),
            [tr("It stays listed, with your reason.")],
            tr("Reject"),
            reasons=(tr("misread"), tr("not from this scene"), tr("source not credible")),
            needs_reason=True,
        )
        if ask.exec():
            self.controller.edit(clues.reject_clue, clue=clue, reason=ask.reason)

    def correct_current(self) -> None:
        self.correct(self.shell.inspector.clues.current())

    def correct(self, clue: str) -> CorrectDialog | None:
        """Ask what the line really says; the dialog closes when the line was read anew."""
        snapshot = self.controller.snapshot
        found = next((c for c in snapshot.clues if c.id == clue), None) if snapshot else None
        if found is None:
            return None
        if found.line is None or found.by_person:
            self.shell.status.say(tr(NO_WRITING), "warn")
            return None
        (read_by, read), *_ = clue_rows.readings(found)
        now = found.line.corrected or found.line.text
        dialog = CorrectDialog(self.shell, self.theme, clue, read_by, read, now)
        self._correcting = dialog
        dialog.saved.connect(partial(self._correct, dialog, found))
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()
        return dialog

    def _forget(self, dialog: CorrectDialog, _result: int) -> None:
        self._correcting = None
        dialog.deleteLater()

    def _correct(self, dialog: CorrectDialog, clue: Clue, text: str) -> None:
        runner = self.controller.runner
        make = partial(clues.correct_reading, desk=self.controller.desk, clue=clue.id, text=text)
        dialog.wait()
        done, failed = partial(self._corrected, clue), partial(self._not_corrected, dialog)
        number = runner.start(tr("Reading the line anew"), make, done, failed)

        def watch() -> None:
            """A job that was cancelled calls nothing: it is only no longer there."""
            if number not in (one for one, _, _ in runner.jobs()):
                runner.jobsChanged.disconnect(watch)
                if self._correcting is dialog:
                    dialog.ready()

        runner.jobsChanged.connect(watch)
        dialog.abandoned.connect(lambda: runner.cancel(number))

    def _corrected(self, clue: Clue, changes: object) -> None:
        if self._correcting is not None:
            self._correcting.accept()
        self.wiring.choose_line(clue)
        self.controller.changed(changes)

    def _not_corrected(self, dialog: CorrectDialog, why: str) -> None:
        if self._correcting is dialog:
            dialog.show_problem(why)
        else:
            self.shell.status.say(why, "error")

    def show_sources(self) -> None:
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        current = snapshot.current
        dialog = SourcesDialog(
            self.shell,
            self.theme,
            snapshot.state.case.sources,
            current.runs if current else (),
            snapshot.exhibit,
        )
        edit = self.controller.edit
        dialog.switched.connect(lambda source, on: edit(clues.set_source, source=source, on=on))
        dialog.weighed.connect(lambda source, weight: edit(clues.set_source, source=source, weight=weight))
        dialog.exec()

    # --- hints -----------------------------------------------------------------------------------------

    def show_joint(self, hint: str) -> None:
        """The joint ranking of a link beside that of each exhibit alone, as soon as both are there."""
        chip = next((c for c in self.shell.conversation.chips() if c.id == hint), None)
        if chip is not None and chip.link:
            make = partial(together.joint, desk=self.controller.desk, hint=hint)
            failed = partial(self.shell.status.say, tone="warn")
            self.controller.runner.call(make, partial(self._show_joint, chip.text), failed)

    def _show_joint(self, said: str, tables: Sequence[JointTable]) -> None:
        JointDialog(self.shell, self.theme, said[:1].upper() + said[1:], tables).exec()

    def link_selected(self) -> None:
        self.propose_link(self.shell.exhibits.chosen())

    def propose_link(self, exhibits: Sequence[str]) -> None:
        """Write the hint that ``exhibits`` show one place into the hint line, for the person to say."""
        if len(exhibits) < 2:
            self.shell.status.say(tr(TOO_FEW))
        else:
            self.shell.hint_line.propose(one_place(exhibits))
