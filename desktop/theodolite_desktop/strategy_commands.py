"""What a person does with strategies: choose by what the candidates are ranked, and run one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from theodolite_desktop.language import tr
from theodolite_desktop.operations import strategies
from theodolite_desktop.snapshot import FUSION, Choice, Snapshot
from theodolite_desktop.wiring import Wiring


class StrategyCommands(QObject):
    """The bar above the candidates, and the two commands of the palette."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.shell, self.controller = wiring.shell, wiring.controller
        self.tab = wiring.shell.inspector.candidates
        self._asked: tuple[object, ...] = ()
        self.tab.strategies.chosen.connect(self.choose)
        self.tab.strategies.runAsked.connect(self.run)
        self.tab.runAsked.connect(self.run)
        self.controller.snapshotChanged.connect(self._follow)

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "candidates.strategy": self.focus,
            "candidates.run": lambda: self.run(self.controller.strategy),
        }

    def focus(self) -> None:
        self.shell.inspector.show_tab("Candidates")
        self.tab.strategies.box.setFocus()
        self.tab.strategies.box.showPopup()

    def choose(self, strategy: str) -> None:
        """Rank by it from now on; nothing runs before it is asked for."""
        self.controller.strategy = strategy
        self.controller.refresh()

    def run(self, strategy: str) -> None:
        snapshot = self.controller.snapshot
        choice = self.tab.strategies.choice(strategy)
        if snapshot is None or not snapshot.exhibit or strategy == FUSION or choice is None:
            self.shell.status.say(tr("Everything known is always up to date; other strategies are run."))
            return
        make = partial(strategies.run, desk=self.controller.desk, exhibit=snapshot.exhibit, strategy=strategy)
        self.controller.runner.start(
            tr("Asking {title} about {exhibit}", title=choice.title, exhibit=snapshot.exhibit),
            make,
            self.controller.changed,
        )

    def _follow(self, snapshot: Snapshot) -> None:
        """What is there and what it lacks is asked once for each set of indexes, and after packs came."""
        key = (snapshot.state.path, snapshot.state.indexes, self.controller.desk.prepared)
        if key != self._asked and self.controller.desk.prepared:
            self._asked = key
            self.refresh()

    def refresh(self) -> None:
        make = partial(strategies.choices, desk=self.controller.desk)
        self.controller.runner.call(make, self._listed, lambda _text: None)

    def _listed(self, choices: tuple[Choice, ...]) -> None:
        self.tab.strategies.show_choices(choices)
        snapshot = self.controller.snapshot
        if snapshot is not None:
            self.tab.show_strategy(snapshot.strategy, answered=snapshot.ranking is not None)
