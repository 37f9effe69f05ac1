"""Ctrl+F: the Find panel, what it asks, and where each match leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from theodolite.domain import Pin, Verdict
from theodolite.finding import Found, Hit
from theodolite_desktop.language import tr
from theodolite_desktop.operations import finding
from theodolite_desktop.snapshot import LogLine, Snapshot
from theodolite_desktop.views.find_panel import FindPanel
from theodolite_desktop.wiring import Wiring

NAME = "find"


class FindCommands(QObject):
    """Belongs to the commands of the window. The answer to older words is thrown away.

    ``recordWanted``: a lead, filed reference, search area, comparison or disclosure to be shown (L2, F1).
    """

    recordWanted = Signal(str)

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.panel = FindPanel(self.shell.theme)
        self.dock = self.shell.add_panel(NAME, tr("Find in the case"), self.panel, "bottom", icon="magnify")
        self._preparing = False
        self.panel.asked.connect(self.ask)
        self.panel.chosen.connect(self.go)
        self.panel.left.connect(self._leave)
        self.dock.toggled.connect(self._toggled)
        self.controller.snapshotChanged.connect(self._follow)
        self.controller.caseClosed.connect(lambda: self.panel.show_case(False))
        self.panel.show_case(False)

    def table(self) -> dict[str, Callable[[], object]]:
        return {"edit.find": self.open}

    def open(self) -> None:
        self.shell.show_panel(NAME)
        self.panel.show_case(bool(self.controller.path))
        self.panel.begin()
        self.prepare()

    # --- asking ----------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Take the case in, in the background; what is typed meanwhile is answered all the same."""
        if self.controller.path and not self._preparing:
            self._preparing = True
            make = partial(finding.prepare, desk=self.controller.desk)
            ready, failed = partial(self._prepared, again=True), partial(self._prepared, again=False)
            stopped = partial(self._prepared, 0, again=False)
            self.controller.runner.start("", make, ready, failed, stopped=stopped)

    def _prepared(self, _count: object, *, again: bool) -> None:
        self._preparing = False
        if again and self.panel.query:
            self.ask(self.panel.query)

    def ask(self, query: str) -> None:
        if not query:
            self.panel.show_found(Found(""))
        elif self.controller.path:
            make = partial(finding.find, desk=self.controller.desk, query=query)
            self.controller.runner.call(make, self._found)

    def _found(self, found: Found) -> None:
        if found.query == self.panel.query:
            self.panel.show_found(found)

    def _follow(self, _snapshot: Snapshot) -> None:
        """While it is open, matches follow what is done in the case."""
        self.panel.show_case(True)
        if self.dock.isVisible() and self.panel.query:
            self.ask(self.panel.query)
            self.prepare()

    def _toggled(self, on: bool) -> None:
        if on:
            self.prepare()

    def _leave(self) -> None:
        self.shell.show_panel(NAME, False)
        page = self.shell.page(self.shell.centre)
        page.setFocus()

    # --- going there -----------------------------------------------------------------------------------

    def go(self, hit: Hit) -> None:
        """Show the record where it belongs; the panel stays, so that the next match is one key away."""
        inspector, wiring = self.shell.inspector, self.wiring
        if hit.kind not in ("area", "disclosure", "comparison"):
            self._reveal()
        if hit.kind in ("text", "clue"):
            self.shell.show_centre("Image")
            wiring.go_to_clue(hit.id)
        elif hit.kind == "metadata":
            wiring.go_to_exhibit(hit.exhibit)
            inspector.show_tab("Metadata")
            inspector.metadata.show_field(hit.where)
        elif hit.kind == "note":
            if hit.exhibit:
                wiring.go_to_exhibit(hit.exhibit)
            inspector.show_tab("Notes")
        elif hit.kind in ("lead", "reference"):
            inspector.show_tab("Notes")
            inspector.notes.choose(hit.id)
            self.recordWanted.emit(hit.id)
        elif hit.kind == "hint":
            self.shell.conversation.chip_area.focus(hit.id)
        elif hit.kind == "message":
            inspector.show_conversation()
            self.shell.conversation.transcript.show_message(hit.id)
        elif hit.kind == "candidate":
            self._candidate(hit)
        elif hit.kind in ("area", "disclosure"):
            self.shell.show_centre("Map" if hit.kind == "area" else "Report")
            self.recordWanted.emit(hit.id)
        elif hit.kind == "comparison":
            if hit.exhibit:
                wiring.go_to_exhibit(hit.exhibit)
            self.shell.show_centre("Compare")
            self.recordWanted.emit(hit.id)
        else:
            self._record(int(hit.id))

    def _reveal(self) -> None:
        """Where the inspector is only a rail, it comes over the centre."""
        if not self.shell.inspector.isVisible():
            self.shell.commands.run("view.right")

    def _record(self, number: int) -> None:
        """A record of the log; one that is older than those shown is fetched with all others."""
        custody = self.shell.inspector.custody
        self.shell.inspector.show_tab("Custody")
        custody.show_part("Log")
        if not custody.show_record(number):
            self.controller.runner.call(
                partial(finding.whole_log, desk=self.controller.desk), partial(self._whole_log, number)
            )

    def _whole_log(self, number: int, log: tuple[LogLine, ...]) -> None:
        snapshot = self.controller.snapshot
        if snapshot is not None:
            custody = self.shell.inspector.custody
            custody.show_whole_log(log)
            custody.show_log(snapshot.log, snapshot.state.log_head, snapshot.state.log_length)
            custody.show_record(number)

    def _candidate(self, hit: Hit) -> None:
        """A verdict or a named place: its card where it is ranked, and the place on the map."""
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        self.shell.inspector.show_tab("Candidates")
        places: tuple[Verdict | Pin, ...] = (*snapshot.state.verdicts, *snapshot.state.pins)
        place = next((one for one in places if one.id == hit.id), None)
        if place is None:
            return
        if hit.exhibit and hit.exhibit != snapshot.exhibit:
            self.wiring.go_to_exhibit(hit.exhibit)
        elif snapshot.ranking is not None:
            near = [c.id for c in snapshot.ranking.candidates if c.label == place.label]
            for candidate in near[:1]:
                self.wiring.follow.choose_candidate(candidate)
        self.wiring.map.go_to(place.lat, place.lon, 1000.0 * place.radius_km)
