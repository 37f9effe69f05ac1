"""What a person does with a shadow: draw it, describe it, ask for times."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from theodolite.domain import Clue, SunReach
from theodolite_desktop import wording
from theodolite_desktop.drafts import Shadow, SunDraft, SunStart
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import sun
from theodolite_desktop.views import fields, picking
from theodolite_desktop.views.sun_form import SunForm
from theodolite_desktop.views.times_dialog import TimesDialog
from theodolite_desktop.wiring import Wiring

NO_SUN = mark("Measure a shadow first: the times at a place follow from it.")


class SunCommands(QObject):
    """The shadow tool of the image, its form, and the times at a place."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.form: SunForm | None = None
        self.times: TimesDialog | None = None
        self._drawing = False
        image = self.shell.image
        image.shadowAsked.connect(self.begin)
        image.picking.picked.connect(self._drawn)
        image.picking.ended.connect(self._ended)
        self.shell.inspector.clues.timesAsked.connect(self.clue_times)

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "image.shadow": self.begin,
            "camera.sun": lambda: self._open(None),
            "camera.times": self.latest_times,
            "candidates.times": self.candidate_times,
        }

    # --- drawing -----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Draw a shadow with three clicks; again: leave the tool."""
        image = self.shell.image
        if image.picking.active:
            image.picking.cancel()
            return
        self.shell.show_centre("Image")
        image.put_down()
        self._drawing = image.picking.begin(picking.SHADOW)
        image.shadow_button.setChecked(self._drawing)
        if not self._drawing:
            self.shell.status.say(tr("Choose an exhibit with a picture first."))

    def _ended(self, done: bool) -> None:
        self._drawing = self._drawing and done

    def _drawn(self, points: tuple[tuple[float, float], ...]) -> None:
        if self._drawing:
            self._drawing = False
            self._open(Shadow(*points))

    # --- the form ----------------------------------------------------------------------------------

    def _open(self, shadow: Shadow | None) -> None:
        """What the file claims is read first; then the form opens."""
        exhibit = self.controller.exhibit
        if exhibit:
            make = partial(sun.sun_start, desk=self.controller.desk, exhibit=exhibit, shadow=shadow)
            self.controller.runner.call(make, partial(self._show_form, exhibit, shadow))

    def _show_form(self, exhibit: str, shadow: Shadow | None, start: SunStart) -> None:
        snapshot = self.controller.snapshot
        item = snapshot.current if snapshot else None
        if item is None or item.id != exhibit:
            self.shell.image.picking.clear()
            return
        form = SunForm(self.shell, self.shell.theme, exhibit, start, shadow, (item.width, item.height))
        form.submitted.connect(partial(self._add, exhibit, form))
        form.timesAsked.connect(self._times_of_draft)
        form.finished.connect(partial(self._form_closed, form))
        self.form = form
        form.adjustSize()
        fields.beside(form, self.shell)
        form.open()
        (form.height_row.value if shadow is None else form.time).setFocus()

    def _form_closed(self, form: SunForm, _code: int) -> None:
        self.shell.image.picking.clear()
        self.form = None
        form.deleteLater()

    def _add(self, exhibit: str, form: SunForm, draft: SunDraft) -> None:
        refused, done = (fields.while_open(form, call) for call in (form.show_problem, form.accept))
        self.controller.edit(sun.add_sun, refused, done, exhibit=exhibit, draft=draft)

    # --- times -------------------------------------------------------------------------------------

    def _times_of_draft(self, draft: SunDraft) -> None:
        self._open_times(draft, draft.time)

    def clue_times(self, clue: str) -> None:
        """Times at a place, from a shadow that is a clue."""
        snapshot = self.controller.snapshot
        found = next((c for c in snapshot.clues if c.id == clue), None) if snapshot else None
        if found is None or not isinstance(found.reach, SunReach):
            self.shell.status.say(tr(NO_SUN))
            return
        self._open_times(clue, dict(found.inputs).get("clock", ""))

    def _shadows(self) -> list[Clue]:
        """Those of the exhibit in view, the chosen one last; says so where there is none."""
        snapshot = self.controller.snapshot
        clues = [c for c in snapshot.clues if isinstance(c.reach, SunReach)] if snapshot else []
        if not clues:
            self.shell.status.say(tr(NO_SUN))
        chosen = self.shell.inspector.clues.current()
        return sorted(clues, key=lambda c: c.id == chosen)

    def latest_times(self) -> None:
        """Times at a place, from the chosen shadow or the latest one."""
        for clue in self._shadows()[-1:]:
            self.clue_times(clue.id)

    def candidate_times(self) -> None:
        """Times at the chosen candidate, from the chosen shadow or the latest one."""
        clues = self._shadows()
        if not clues:
            return
        chosen = self.shell.inspector.candidates.chosen()
        self._open_times(
            clues[-1].id,
            dict(clues[-1].inputs).get("clock", ""),
            chosen[0].candidate.id if chosen else "",
        )

    def _open_times(self, source: SunDraft | str, time: str, candidate: str = "") -> None:
        snapshot = self.controller.snapshot
        ranking = snapshot.ranking if snapshot else None
        listed = list(ranking.candidates[:5]) if ranking else []
        listed.sort(key=lambda c: c.id != candidate)
        places = [(f"{c.rank}  {wording.visible(c.label, 48)}", f"{c.lat:.5f}, {c.lon:.5f}") for c in listed]
        dialog = TimesDialog(self.shell, self.shell.theme, places, time[:10])
        dialog.asked.connect(partial(self._ask_times, dialog, source))
        dialog.keepAsked.connect(partial(self._keep_times, dialog, source, self.controller.exhibit))
        dialog.finished.connect(partial(self._times_closed, dialog))
        self.times = dialog
        dialog.open()

    def _times_closed(self, dialog: TimesDialog, _code: int) -> None:
        self.times = None
        dialog.deleteLater()

    def _ask_times(
        self, dialog: TimesDialog, source: SunDraft | str, place: str, date: str, days: str
    ) -> None:
        make = partial(
            sun.possible_times, desk=self.controller.desk, source=source, place=place, date=date, zone=days
        )
        self.controller.runner.call(
            make,
            fields.while_open(dialog, lambda found: dialog.show_spans(*found)),
            fields.while_open(dialog, dialog.show_problem),
        )

    def _keep_times(
        self, dialog: TimesDialog, source: SunDraft | str, exhibit: str, place: str, date: str, days: str
    ) -> None:
        self.controller.edit(
            sun.keep_times,
            fields.while_open(dialog, dialog.show_problem),
            fields.while_open(dialog, dialog.accept),
            exhibit=exhibit,
            source=source,
            place=place,
            date=date,
            zone=days,
        )
