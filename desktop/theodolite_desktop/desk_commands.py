"""Notes, leads, filed references and the table for triage: what is shown where, and what each intent does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from theodolite.domain import CaseState, Comparison, Derived, Lead, LeadState, Pin, Verdict
from theodolite.domain.links import Link, Said, backlinks, known, links
from theodolite_desktop import desk_rows
from theodolite_desktop.desk_rows import DeskRow
from theodolite_desktop.find_commands import FindCommands
from theodolite_desktop.keeping_commands import KeepingCommands
from theodolite_desktop.language import tr
from theodolite_desktop.operations import desking
from theodolite_desktop.reference_commands import ReferenceCommands
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.theme import tokens
from theodolite_desktop.triage import triage_rows
from theodolite_desktop.views.exhibit_delegate import Form
from theodolite_desktop.views.exhibits import FORMS
from theodolite_desktop.views.layout import LEFT_MOST, WIDEST
from theodolite_desktop.views.lead_dialog import LeadDialog
from theodolite_desktop.wiring import Wiring

KEY = "exhibit_form"
TABLE = 760
"""Pixels of the design: how wide the panel opens as a table."""


class DeskCommands(QObject):
    """Belongs to the commands of the window. ``said`` and ``titles`` follow the case, for other views."""

    def __init__(self, wiring: Wiring, find: FindCommands, keeping: KeepingCommands) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.theme, self.keeping = self.shell.theme, keeping
        self.said: Mapping[str, tuple[Said, ...]] = {}
        self.titles: Mapping[str, str] = {}
        self._known: tuple[object, ...] = ()
        self.references = ReferenceCommands(wiring, lambda: self.said)
        self.references.followed.connect(self.go_to_said)
        self._lead: LeadDialog | None = None
        self._restored = False
        notes, pane, c = self.shell.inspector.notes, self.shell.exhibits, self.controller
        c.snapshotChanged.connect(self.show)
        c.caseOpened.connect(lambda _path: self._opened())
        c.caseClosed.connect(self._closed)
        c.viewRestored.connect(self._restore)
        notes.followed.connect(self.go)
        notes.opened.connect(self._open_row)
        notes.leadAsked.connect(self.new_lead)
        notes.referencesAsked.connect(lambda: self.references.open())
        notes.leadStated.connect(self.state_lead)
        notes.leadRemoved.connect(self.remove_lead)
        notes.scopeChanged.connect(self._draw)
        pane.formChanged.connect(self._formed)
        pane.tagAsked.connect(keeping.tag)
        pane.leadAsked.connect(self.new_lead)
        find.recordWanted.connect(self._found)
        wiring.selection.clueChanged.connect(lambda _clue: self._speak())
        wiring.selection.candidateChanged.connect(lambda _candidate: self._speak())
        tabs = self.shell.inspector
        for block in (tabs.clues.detail.spoken, tabs.candidates.spoken):
            block.chosen.connect(self.go_to_said)

    def table(self) -> dict[str, Callable[[], object]]:
        forms = {f"exhibit.{form}": partial(self._form, form) for form in FORMS}
        return {
            "desk.note": lambda: self.write_note(whole=False),
            "desk.case_note": lambda: self.write_note(whole=True),
            "desk.lead": self.new_lead,
            "desk.references": lambda: self.references.open(),
            "desk.reference": self.references.begin,
            "exhibit.filter": self._filter,
            "exhibit.all": self.shell.exhibits.select_all,
            **forms,
        }

    # --- drawing -------------------------------------------------------------------------------------------

    def show(self, snapshot: Snapshot) -> None:
        state = snapshot.state
        self.shell.exhibits.set_details(triage_rows(snapshot))
        notes = self.shell.inspector.notes
        if self._settle(state) or not self._restored:
            self._restored = True
            notes.set_reader(
                lambda text: self._links(text, self.controller.exhibit),
                lambda text: self._links(text, ""),
                self.titles,
            )
        notes.show_case_note(next((one.text for one in state.notes if not one.exhibit), ""))
        self._draw()
        self.references.show(snapshot)
        self._speak()

    def _settle(self, state: CaseState) -> bool:
        """Find links anew when anything that people write, or what it can name, is another one."""
        texts = (state.notes, state.clues, state.leads, state.filed, state.areas, state.comparisons)
        now = (*texts, state.verdicts, state.hints, state.pins, len(state.exhibits), len(state.derived))
        if len(self._known) == len(now) and all(
            a is b or a == b for a, b in zip(self._known, now, strict=True)
        ):
            return False
        self._known = now
        self.said, self.titles = backlinks(state), known(state)
        return True

    def _links(self, text: str, exhibit: str) -> tuple[Link, ...]:
        snapshot = self.controller.snapshot
        return links(text, snapshot.state, exhibit) if snapshot is not None and text else ()

    def _draw(self) -> None:
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        notes = self.shell.inspector.notes
        exhibit = "" if notes.whole else snapshot.exhibit
        rows = desk_rows.desk_rows(snapshot.state, self.said, exhibit)
        notes.show_rows(rows, writable=not snapshot.read_only)

    def _speak(self) -> None:
        """What speaks of the clue and of the candidate that are chosen."""
        tabs, chosen = self.shell.inspector, self.wiring.selection
        tabs.clues.detail.spoken.show_said(self.said.get(chosen.clue, ()))
        found = [one for name in self._records(chosen.candidate) for one in self.said.get(name, ())]
        tabs.candidates.spoken.show_said(tuple(dict.fromkeys(found)))

    def _records(self, candidate: str) -> tuple[str, ...]:
        """The records by which a candidate is named: what a person put on the map or judged there."""
        snapshot = self.controller.snapshot
        if snapshot is None or snapshot.ranking is None or not candidate:
            return ()
        place = next((c for c in snapshot.ranking.candidates if c.id == candidate), None)
        if place is None:
            return ()
        state, scope = snapshot.state, {snapshot.exhibit, ""}
        named: tuple[Pin | Verdict, ...] = (*state.pins, *state.verdicts)
        return tuple(
            one.id
            for one in named
            if one.exhibit in scope
            and (one.label == place.label or (abs(one.lat - place.lat) + abs(one.lon - place.lon) < 1e-6))
        )

    def _opened(self) -> None:
        self._known, self._restored = (), False
        self.shell.inspector.notes.forget()
        self._leave()

    def _closed(self) -> None:
        self._known, self.said, self.titles = (), {}, {}
        self.shell.inspector.notes.forget()
        self.shell.exhibits.set_details({})
        self._leave()

    def _leave(self) -> None:
        self.references.leave()
        if self._lead is not None:
            self._lead.close()

    # --- going there ---------------------------------------------------------------------------------------

    def go(self, record: str) -> None:
        """Show a record where it belongs."""
        snapshot = self.controller.snapshot
        if snapshot is None or not record:
            return
        letter, wiring, shell = record[0], self.wiring, self.shell
        if letter == "E":
            wiring.go_to_exhibit(record)
        elif letter == "C":
            shell.show_centre("Image")
            wiring.go_to_clue(record)
        elif letter == "L":
            self.open_lead(record)
        elif letter == "F":
            self.references.open(record)
        elif letter in "KV":
            places: tuple[Pin | Verdict, ...] = (*snapshot.state.pins, *snapshot.state.verdicts)
            place = next((one for one in places if one.id == record), None)
            if place is not None:
                shell.inspector.show_tab("Candidates")
                shell.show_centre("Map")
                wiring.map.go_to(place.lat, place.lon, 1000.0 * place.radius_km)
        elif letter == "H":
            shell.conversation.chip_area.focus(record)
        elif letter in "BD":
            found: tuple[Comparison | Derived, ...] = (*snapshot.state.comparisons, *snapshot.state.derived)
            one = next((item for item in found if item.id == record), None)
            if one is not None:
                wiring.go_to_exhibit(one.exhibit)
                shell.show_centre("Compare")
        elif letter == "W":
            shell.show_centre("Map")

    def go_to_said(self, said: Said) -> None:
        """Where something is spoken of: a note is shown in its tab, the rest as records."""
        if said.where != "note":
            self.go(said.id)
            return
        if said.id:
            self.wiring.go_to_exhibit(said.id)
        self.shell.inspector.show_tab("Notes")
        self.shell.inspector.notes.show_scope(whole=not said.id)

    def _open_row(self, row: DeskRow) -> None:
        if row.kind == "lead":
            self.open_lead(row.id)
        elif row.kind == "reference":
            self.references.open(row.id)
        elif row.key.startswith("said:") and ":note:" in row.key:
            self.go_to_said(Said("note", row.id, ""))
        else:
            self.go(row.id)

    def _found(self, record: str) -> None:
        """What Find leads to: the row in the tab, of a reference the record too."""
        if record[:1] in ("L", "F"):
            self.shell.inspector.notes.choose(record)

    def write_note(self, *, whole: bool) -> None:
        """To the note on the exhibit, or on the case, ready to write."""
        self.shell.inspector.show_tab("Notes")
        notes = self.shell.inspector.notes
        notes.show_scope(whole=whole)
        (notes.case_field if whole else notes.field).setFocus()

    # --- leads ---------------------------------------------------------------------------------------------

    def new_lead(self, about: object = ()) -> None:
        """An empty one, about the exhibit and the clue that are chosen."""
        named = tuple(about) if isinstance(about, tuple) else ()
        if not named:
            tab, chosen = self.shell.inspector.current, self.wiring.selection
            place = self._records(chosen.candidate)[-1:] if tab == "Candidates" else ()
            named = tuple(one for one in (self.controller.exhibit, self.wiring.clue, *place) if one)
        self._show_lead(Lead("", "", about=named))

    def open_lead(self, lead: str) -> None:
        snapshot = self.controller.snapshot
        found = next((one for one in snapshot.state.leads if one.id == lead), None) if snapshot else None
        if found is not None:
            self._show_lead(found)

    def _show_lead(self, lead: Lead) -> None:
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        self._drop_lead()
        said = self.said.get(lead.id, ()) if lead.id else ()
        dialog = self._lead = LeadDialog(
            self.shell, self.theme, lead, snapshot.state.persons, said, writable=not snapshot.read_only
        )
        dialog.written.connect(self._write_lead)
        dialog.removeAsked.connect(self.remove_lead)
        dialog.removeAsked.connect(lambda _lead: dialog.accept())
        dialog.followed.connect(dialog.accept)
        dialog.followed.connect(self.go_to_said)
        dialog.finished.connect(lambda _result: self._drop_lead())
        dialog.open()

    def _drop_lead(self) -> None:
        dialog, self._lead = self._lead, None
        if dialog is not None:
            dialog.deleteLater()

    def _write_lead(self, lead: Lead) -> None:
        self.controller.edit(desking.put_lead, self._lead_refused, self._lead_kept, lead=lead)

    def _lead_kept(self) -> None:
        if self._lead is not None:
            self._lead.accept()

    def _lead_refused(self, why: str) -> None:
        if self._lead is not None:
            self._lead.show_problem(why)
        else:
            self.shell.status.say(why, "error")

    def state_lead(self, lead: str, state: str) -> None:
        """One key or one click; to drop a lead opens it, for the reason."""
        snapshot = self.controller.snapshot
        found = next((one for one in snapshot.state.leads if one.id == lead), None) if snapshot else None
        if found is None or found.state == state:
            return
        changed = replace(found, state=cast(LeadState, state))
        if state == "dropped" and not found.outcome:
            self._show_lead(changed)
            if self._lead is not None:
                self._lead.outcome.setFocus()
        else:
            self._write_lead(changed)

    def remove_lead(self, lead: str) -> None:
        self.controller.edit(desking.remove_lead, lead=lead)
        self.shell.status.say(tr("{lead} is taken out. Ctrl+Z brings it back.", lead=lead))

    # --- the forms of the exhibit list ---------------------------------------------------------------------

    def _form(self, form: Form) -> None:
        self.shell.exhibits.set_form(form)
        self._formed(form)

    def _formed(self, form: str) -> None:
        """A table is given room, and the list its own width again; kept with the case."""
        self._give_room(form)
        self.controller.keep_view({KEY: form})

    def _give_room(self, form: str) -> None:
        layout = self.shell.layout_of_panes
        table = form == "table" and layout.mode == "wide"
        if layout.mode == "wide":
            layout.left_slot.setMaximumWidth(WIDEST if table else LEFT_MOST)
            width = min(self.theme.scaled(TABLE), self.shell.width() // 2) if table else tokens.LEFT[0]
            layout.bench.set_widths({"exhibits": width})
        elif layout.over_left.open:
            layout.open_over_left()

    def _filter(self) -> None:
        if not self.shell.exhibits.isVisible():
            self.shell.commands.run("view.left")
        self.shell.exhibits.begin_filter()

    def _restore(self, state: Mapping[str, object]) -> None:
        form = state.get(KEY)
        if form in FORMS and form != self.shell.exhibits.form:
            self.shell.exhibits.set_form(form)
            self._give_room(str(form))
