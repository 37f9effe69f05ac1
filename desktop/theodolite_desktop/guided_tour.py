"""A tour of the window over the sample case: a card beside each part says what it is for and what to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import sample
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.dialogs import Question
from theodolite_desktop.views.shell import Shell
from theodolite_desktop.views.tour_card import TourCard
from theodolite_desktop.wiring import Wiring

FOLDER = "Sample.case"
SETTLE_MS = 250


@dataclass(frozen=True, slots=True)
class Stop:
    """One part of the window. ``centre`` and ``tab`` are shown first, '' for as they are."""

    title: str
    text: str
    part: Callable[[Shell], QWidget]
    centre: str = ""
    tab: str = ""


STOPS: tuple[Stop, ...] = (
    Stop(
        mark("Exhibits"),
        mark(
            "Each file of the case. It was copied and hashed before anything opened it; the original is "
            "never changed. Try: choose E2 and come back to E1."
        ),
        lambda shell: shell.exhibits,
        "Image",
    ),
    Stop(
        mark("The image and its marks"),
        mark(
            "Numbered marks belong to clues: some were read by machine, mark 7 was drawn by a person. "
            "Try: the wheel zooms to the pointer, comma and period go from mark to mark."
        ),
        lambda shell: shell.image,
        "Image",
    ),
    Stop(
        mark("Metadata"),
        mark(
            "What the file says about itself. Every value is a claim: E1 carries none, E3 claims Florence "
            "and contradicts E2. Nobody is called false by that."
        ),
        lambda shell: shell.inspector,
        "Image",
        "Metadata",
    ),
    Stop(
        mark("Clues"),
        mark(
            "What was seen, what follows from it, and how far it is trusted. Try: Space switches a clue "
            "off and on again; watch its points and the candidates."
        ),
        lambda shell: shell.inspector,
        "Image",
        "Clues",
    ),
    Stop(
        mark("Candidates"),
        mark(
            "Places that the evidence favours. The bars add up to the total: for to the one side, "
            "against, hatched, to the other. Only a person verifies a place. Try: E opens and closes the "
            "bars."
        ),
        lambda shell: shell.inspector,
        "Image",
        "Candidates",
    ),
    Stop(
        mark("Hints"),
        mark(
            "Say what you know. A chip is proposed first and counts only when you apply it; removed, the "
            "former ranking is back. Try: press the switch of “in Italy”."
        ),
        lambda shell: shell.conversation.chip_area,
    ),
    Stop(
        mark("The hint line"),
        mark(
            "Ctrl+L brings you here from anywhere. A question is answered from the records, then by the "
            "language model, whose text is marked and is never evidence."
        ),
        lambda shell: shell.hint_line,
    ),
    Stop(
        mark("Compare"),
        mark(
            "The exhibit beside a reference. Two anchors on each align them; the lock keeps your "
            "alignment. Try: Space lays one over the other."
        ),
        lambda shell: shell.compare,
        "Compare",
        "Candidates",
    ),
    Stop(
        mark("Map"),
        mark(
            "Candidates by colour and shape of their status, the regions that hold 50 and 90 % of the "
            "probability, and what files claim. It works without a network."
        ),
        lambda shell: shell.map,
        "Map",
        "Candidates",
    ),
    Stop(
        mark("Custody"),
        mark(
            "Each step is a record chained to the one before. Verify hashes every original again; the "
            "head that a report prints fixes everything up to there."
        ),
        lambda shell: shell.inspector,
        "Image",
        "Custody",
    ),
    Stop(
        mark("The report"),
        mark(
            "What was found, on what it rests and what speaks against it, so that a stranger can check "
            "it. Ctrl+E exports it. That is the tour; F1 helps with whatever has the focus."
        ),
        lambda shell: shell.report,
        "Report",
        "Custody",
    ),
)


class GuidedTour(QObject):
    """Begun from the Help menu alone. The card never keeps the person from using the window."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.card: TourCard | None = None
        self._number = 0
        self._awaited = False
        self.controller.snapshotChanged.connect(self._ready)
        self.controller.caseClosed.connect(self.end)

    # --- the sample case -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Over the sample case if it is open; else it is built and opened first, when the person agrees."""
        if sample.is_sample(self.controller.path):
            self.show_stop(0)
            return
        lines = [
            tr("The tour goes through the sample case: drawn pictures of an invented search."),
            tr("It is built on this machine, which takes a minute or two the first time."),
        ]
        if self.controller.path:
            lines.append(tr("The case that is open is closed; everything in it is saved."))
        title = tr("Tour of the sample case")
        if Question(self.shell, self.shell.theme, title, lines, tr("Begin")).exec():
            self.open_sample(tour=True)

    def open_sample(self, *, tour: bool = False) -> None:
        """Build the sample case where it is not there yet, and open it."""
        folder = self.controller.cases_folder / FOLDER
        make = partial(sample.build, desk=self.controller.desk, folder=folder)
        self.controller.runner.start(
            tr("Building the sample case"), make, partial(self._open, tour), self._failed
        )

    def _open(self, tour: bool, path: str) -> None:
        self._awaited = tour
        self.controller.open_case(Path(path))

    def _failed(self, why: str) -> None:
        self.shell.status.say(tr("The sample case could not be built: {why}", why=why), "error")

    def _ready(self, snapshot: Snapshot) -> None:
        if self._awaited and sample.is_sample(snapshot.state.path) and snapshot.ranking is not None:
            self._awaited = False
            self.show_stop(0)

    # --- going through it ------------------------------------------------------------------------------

    def show_stop(self, number: int) -> None:
        """Show the part of stop ``number`` and the card beside it; past the last one the tour ends."""
        if not 0 <= number < len(STOPS):
            self.end()
            return
        self._number = number
        stop = STOPS[number]
        if stop.centre:
            self.shell.show_centre(stop.centre)
        if stop.tab:
            self.shell.inspector.show_tab(stop.tab)
        if self.card is None:
            card = self.card = TourCard(self.shell, self.shell.theme)
            card.moved.connect(lambda step: self.show_stop(self._number + step))
            card.ended.connect(self.end)
        self.card.show_stop(number + 1, len(STOPS), tr(stop.title), tr(stop.text))
        self._place()
        QTimer.singleShot(SETTLE_MS, self, self._place)

    def _place(self) -> None:
        """Again when layouts have settled; a part that is not in view gets no ring."""
        if self.card is not None:
            part = STOPS[self._number].part(self.shell)
            self.card.stand_beside(part if part.isVisible() else None)

    def end(self) -> None:
        if self.card is not None:
            self.card.leave()
            self.card = None
