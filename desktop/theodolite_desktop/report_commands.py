"""What a person does on the report page: build, look, protect, write, check, sign."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from theodolite.domain import Person, Source
from theodolite_desktop import report_draft
from theodolite_desktop.covering import Cover
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import people, report
from theodolite_desktop.operations.report import Checked, Written
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.case_dialog import CaseDialog
from theodolite_desktop.views.fields import while_open
from theodolite_desktop.views.leave_dialog import LeaveDialog
from theodolite_desktop.views.redact_dialog import RedactDialog
from theodolite_desktop.wiring import Wiring

NO_EXHIBIT = mark("Add an exhibit first: there is nothing to report on yet.")


class ReportCommands(QObject):
    """Belongs to the commands of the window. The draft lives as long as the case is open."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.theme, self.page = self.shell.theme, self.shell.report
        self._laying_out = 0
        self._shown: object = None
        self._written: tuple[Written, ...] = ()
        self._redacting: RedactDialog | None = None
        self._case: CaseDialog | None = None
        self._cover = Cover()
        page = self.page
        page.previewAsked.connect(self.preview)
        page.exportAsked.connect(self.export)
        page.fillAsked.connect(self.fill_in)
        page.checkAsked.connect(self.check)
        page.options.redactAsked.connect(self.redact)
        page.options.peopleAsked.connect(lambda: self.properties("People"))
        self.controller.caseOpened.connect(self._begin)
        self.controller.caseClosed.connect(self._begin)
        self.controller.snapshotChanged.connect(self._refreshed)
        self.controller.pictureOpened.connect(self._picture)
        self._begin()

    def _begin(self, _path: str = "") -> None:
        self._shown, self._written = None, ()
        self.page.forget()
        self.page.options.show_draft(report_draft.Draft(sections=report.sections()))

    def set_cover(self, cover: Cover) -> None:
        """What is shown gray: the preview hides marked exhibits by itself."""
        self._cover = cover
        self.page.set_covered(cover.everything)

    @property
    def snapshot(self) -> Snapshot | None:
        return self.controller.snapshot if self.controller.path else None

    # --- the page as it will be ------------------------------------------------------------------------

    def preview(self) -> None:
        """Lay the page out again, unless nothing that it shows has changed."""
        snapshot, draft = self.snapshot, self.page.options.draft
        if snapshot is None or not self.controller.desk.prepared or not snapshot.exhibits:
            return
        key = (self.controller.path, snapshot.state.log_head, draft)
        if key == self._shown:
            return
        self._shown = key
        if self._laying_out:
            self.controller.runner.cancel(self._laying_out)
        make = partial(report.preview, desk=self.controller.desk, draft=draft)
        self._laying_out = self.controller.runner.start(
            "", make, partial(self._laid_out, key), partial(self._not_laid_out, key)
        )

    def _laid_out(self, key: object, html: bytes) -> None:
        if key == self._shown:
            self._laying_out = 0
            self.page.show_preview(html)

    def _not_laid_out(self, key: object, text: str) -> None:
        if key == self._shown:
            self._laying_out, self._shown = 0, None
            self.page.show_problem(text)

    def _refreshed(self, snapshot: Snapshot) -> None:
        if self._redacting is not None:
            self._redacting.show_masks(snapshot.state.masks)
        if self._case is not None:
            self._case.show_case(snapshot.state)

    # --- writing and checking --------------------------------------------------------------------------

    def export(self) -> None:
        """First what would leave, then where to."""
        snapshot, draft = self.snapshot, self.page.options.draft
        if snapshot is None:
            return
        if not snapshot.exhibits:
            self.shell.status.say(tr(NO_EXHIBIT), "warn")
            return
        lacking = report_draft.missing(snapshot.state, draft.reviewer)
        masks = report_draft.covering(snapshot.state)
        rows = report_draft.leaves(draft, masks, report_draft.undecided(snapshot.state))
        box = LeaveDialog(
            self.shell, self.theme, report_draft.standing(lacking, final=draft.final), rows, draft.formats
        )
        box.redactAsked.connect(self.redact)
        if box.exec() != LeaveDialog.DialogCode.Accepted:
            return
        start = str(Path(self.controller.path).parent)
        folder = QFileDialog.getExistingDirectory(self.shell, tr("Write the report into this folder"), start)
        if folder:
            self.shell.show_centre("Report")
            make = partial(report.write, desk=self.controller.desk, out=Path(folder), draft=draft)
            self.controller.runner.start(tr("Writing the report"), make, self._wrote)

    def _wrote(self, files: tuple[Written, ...]) -> None:
        self._written = files
        self.page.show_written(files, ())
        self.page.options.show_step("Files")
        names = ", ".join(file.path for file in files)
        self.shell.status.say(tr("Report written: {names}", names=names), "ok", stay=True)
        self.controller.refresh()

    def check(self) -> None:
        """Read what was written again, and every hash of the case."""
        make = partial(report.check, desk=self.controller.desk, files=self._written)
        self.controller.runner.start(tr("Checking the files"), make, self._checked)
        self.controller.verify_integrity()

    def _checked(self, answers: tuple[Checked, ...]) -> None:
        self.page.show_written(self._written, answers)

    # --- masks -----------------------------------------------------------------------------------------

    def redact(self) -> None:
        """Boxes over what copies must not show; proposals are decided one by one."""
        snapshot = self.snapshot
        if snapshot is None or not snapshot.exhibits:
            return
        dialog = RedactDialog(
            self.shell, self.theme, snapshot.exhibits, snapshot.state.masks, self.controller.exhibit
        )
        dialog.set_covered(self._cover)
        dialog.pictureAsked.connect(lambda name: self.controller.open_picture(f"exhibit:{name}"))
        dialog.drawn.connect(partial(self._mask, dialog))
        dialog.removed.connect(partial(self._unmask, dialog))
        dialog.kept.connect(partial(self._keep_mask, dialog))
        dialog.proposeAsked.connect(partial(self._propose, dialog))
        self._redacting = dialog
        say = while_open(dialog, dialog.show_notes)
        self.controller.runner.call(partial(report.proposable, desk=self.controller.desk), say)
        dialog.begin()
        dialog.exec()
        dialog.deleteLater()
        self._redacting = None

    def _mask(self, dialog: RedactDialog, exhibit: str, box: object, kind: str, reason: str) -> None:
        self.controller.edit(
            report.add_mask,
            while_open(dialog, dialog.show_problem),
            exhibit=exhibit,
            box=box,
            kind=kind,
            reason=reason,
        )

    def _unmask(self, dialog: RedactDialog, mask: str) -> None:
        self.controller.edit(report.remove_mask, while_open(dialog, dialog.show_problem), mask=mask)

    def _keep_mask(self, dialog: RedactDialog, mask: str) -> None:
        self.controller.edit(report.keep_mask, while_open(dialog, dialog.show_problem), mask=mask)

    def _propose(self, dialog: RedactDialog, exhibit: str) -> None:
        make = partial(report.propose_masks, desk=self.controller.desk, exhibit=exhibit)
        failed = while_open(dialog, dialog.show_problem)
        self.controller.runner.start(
            tr("Looking for faces and plates"), make, self.controller.changed, failed
        )

    def _picture(self, key: str, picture: object) -> None:
        if self._redacting is not None:
            self._redacting.show_picture(key.removeprefix("exhibit:"), picture)

    # --- what the case is about ------------------------------------------------------------------------

    def fill_in(self) -> None:
        self.properties("Case")

    def properties(self, page: str) -> None:
        """Question, mandate, claim, protection, people and sources."""
        snapshot = self.snapshot
        if snapshot is None:
            return
        dialog = CaseDialog(self.shell, self.theme, snapshot.state)
        dialog.show_page(page)
        dialog.saved.connect(partial(self._save, dialog))
        dialog.personWritten.connect(partial(self._person, dialog))
        dialog.sourceWritten.connect(partial(self._source, dialog))
        self._case = dialog
        dialog.exec()
        dialog.deleteLater()
        self._case = None

    def _save(self, dialog: CaseDialog, place: str, when: str, values: dict[str, object]) -> None:
        self.controller.edit(
            people.set_properties,
            while_open(dialog, dialog.show_problem),
            while_open(dialog, dialog.accept),
            place_text=place,
            time_text=when,
            values=values,
        )

    def _person(self, dialog: CaseDialog, person: Person) -> None:
        self.controller.edit(people.put_person, while_open(dialog, dialog.show_problem), person=person)

    def _source(self, dialog: CaseDialog, source: Source) -> None:
        self.controller.edit(people.put_source, while_open(dialog, dialog.show_problem), source=source)

    def include(self) -> None:
        self.page.options.list.toggle_current()
