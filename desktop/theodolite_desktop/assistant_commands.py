"""What a person does with the assistant: say, ask, let it look, choose it, stop it, follow what it cites."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from theodolite.domain import Box, Suggestion
from theodolite_desktop import assistant_rows, wording
from theodolite_desktop.asking import Line, Order
from theodolite_desktop.assistant_rows import LanguageModel
from theodolite_desktop.language import mark, tr
from theodolite_desktop.operations import assistant, hints
from theodolite_desktop.operations.assistant import HintEffect, WorkerState
from theodolite_desktop.snapshot import Snapshot
from theodolite_desktop.views.joint_dialog import JointDialog
from theodolite_desktop.views.model_dialog import ModelDialog
from theodolite_desktop.wiring import Wiring

NONE_OF_THESE = "none of these"
NO_MODEL = mark("No language model is installed. Hints work without one; the packs page has one.")
EFFECT = mark("Switch the hint off or remove it, and the first column is the answer again, bit for bit.")
EARLY_MS = 400
TOWN_M = 5000.0
STOPPED = mark("Stopped. Nothing of what the model wrote was kept.")


class AssistantCommands(QObject):
    """Between the conversation's views and the operations on the language model."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self.wiring, self.shell, self.controller = wiring, wiring.shell, wiring.controller
        self.theme = self.shell.theme
        self.pane = wiring.shell.conversation
        self.models: tuple[LanguageModel, ...] = ()
        self.model: LanguageModel | None = None
        self.line = Line(self.controller.runner, self)
        self._again: Order | None = None
        self._notice: tuple[Order, str, str] | None = None
        self._worker = WorkerState(False, 0)
        self._restarts = 0
        self._asked_models = ""
        self._asked_suggestions: tuple[object, ...] = ()
        self._pictured: tuple[str, Box] | None = None
        self._connect()
        self.shell.commands.actions["talk.stop"].setEnabled(False)

    def _connect(self) -> None:
        pane, line, c = self.pane, self.line, self.controller
        line.changed.connect(self._show_work)
        line.begun.connect(self._begun)
        line.wrote.connect(lambda order, text: pane.stream(text, raw=order.raw))
        line.done.connect(self._done)
        line.failed.connect(self._failed)
        line.stopped.connect(self._stopped)
        c.snapshotChanged.connect(self._follow)
        c.caseClosed.connect(self._closed)
        self.shell.hint_line.said.connect(self.say)
        pane.work.stopAsked.connect(self.stop)
        pane.work.cancelAsked.connect(line.cancel)
        pane.identity.chooseAsked.connect(self.choose_model)
        pane.abilities.perceiveAsked.connect(self.perceive)
        pane.abilities.observeAsked.connect(self.observe)
        pane.abilities.phraseAsked.connect(self.phrase)
        pane.suggestions.chosen.connect(self.take_up)
        pane.chip_area.effectAsked.connect(self.show_effect)
        pane.chip_area.conflictAsked.connect(self.show_effect)
        pane.chip_area.hintEdited.connect(self._edit_hint)
        words = pane.transcript
        words.citeChosen.connect(self.go_to)
        words.placeChosen.connect(self.show_place)
        words.regionChosen.connect(self.show_region)
        words.readAsked.connect(self.read)
        words.askAsked.connect(self.ask)
        words.againAsked.connect(self.again)
        self.shell.inspector.candidates.noneAsked.connect(self.none_of_these)

    def table(self) -> dict[str, Callable[[], object]]:
        return {
            "talk.look": self.perceive,
            "talk.clues": self.observe,
            "talk.summary": self.phrase,
            "talk.model": self.choose_model,
            "talk.stop": self.escape,
            "candidates.none": self.none_of_these,
        }

    # --- saying and asking -----------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """A question goes to records and model, what is known to the rules."""
        if not self.controller.path:
            self.wiring.hint_refused(text, tr("Open or begin a case first."))
        elif assistant_rows.asks(text):
            self.ask(text)
        else:
            self.controller.say(text)

    def ask(self, text: str) -> None:
        make = partial(assistant.ask, desk=self.controller.desk, text=text, exhibit=self.controller.exhibit)
        order = Order(f"ask {text}", tr("Answering “{text}”", text=_short(text)), make, said=text)
        if not self._put(order, alone=True):
            self.shell.hint_line.restore(text)

    def read(self, text: str) -> None:
        """What the rules did not read, by the model; its chips are only proposed."""
        make = partial(
            assistant.read_with_model, desk=self.controller.desk, text=text, exhibit=self.controller.exhibit
        )
        self._put(Order(f"read {text}", tr("Reading “{text}”", text=_short(text)), make, raw=True))

    def perceive(self) -> None:
        exhibit = self.controller.exhibit
        self._look(f"perceive {exhibit}", tr("Looking at {exhibit}", exhibit=exhibit), assistant.perceive)

    def observe(self) -> None:
        exhibit = self.controller.exhibit
        self._look(f"observe {exhibit}", tr("Naming clues in {exhibit}", exhibit=exhibit), assistant.observe)

    def _look(self, key: str, doing: str, operation: Callable[..., Any]) -> None:
        cannot = self._cannot()
        if cannot:
            self.shell.status.say(cannot, "warn")
            return
        exhibit = self.controller.exhibit
        make = partial(operation, desk=self.controller.desk, exhibit=exhibit)
        self._put(Order(key, doing, make, raw=True))

    def phrase(self) -> None:
        """The summary of the case in the model's words; what no record says is dropped."""
        exhibit = self.controller.exhibit
        make = partial(hints.phrase, desk=self.controller.desk, exhibit=exhibit)
        self._put(Order(f"phrase {exhibit}", tr("Summarising"), make))

    def none_of_these(self) -> None:
        """Proposed like any hint; the chip says which places it would exclude."""
        self.controller.say(NONE_OF_THESE)
        self.shell.inspector.show_tab("Candidates")

    def again(self) -> None:
        if self._again is not None:
            self._put(self._again)

    def stop(self) -> None:
        self.line.stop()

    def escape(self) -> None:
        """Esc: what is being drawn on the image first, then the model."""
        image = self.shell.image
        if image.form.isVisible() or image.picking.active or image.canvas.drawing:
            image.stop()
        else:
            self.line.stop()

    def _put(self, order: Order, *, alone: bool = False) -> bool:
        """``alone``: the records can answer it without a model."""
        if not self.controller.path:
            self.shell.status.say(tr("Open or begin a case first."), "warn")
            return False
        if self.model is None and not alone:
            self.shell.status.say(tr(NO_MODEL), "warn")
            return False
        if not self.line.put(order):
            self.shell.status.say(tr("This is waiting for the model already, or too much is."), "warn")
            return False
        return True

    # --- what the line says ----------------------------------------------------------------------------

    def _begun(self, order: Order) -> None:
        self.pane.forget_last()
        self._notice = None
        if order.said:
            self.pane.show_question(order.said)
            QTimer.singleShot(EARLY_MS, self, self.controller.refresh)  # what the records answer already

    def _done(self, _order: Order, changes: object) -> None:
        self._again = None
        self.pane.end_stream()
        self.pane.forget_last()
        self.controller.changed(changes)
        self._ask_worker()

    def _failed(self, order: Order, text: str) -> None:
        """Said where the person looks; what was asked can be asked again."""
        self._again = order
        self.pane.end_stream()
        self._notice = (order, text, "error")
        self.shell.status.say(text, "error")
        self.controller.refresh()
        self._ask_worker()

    def _stopped(self, order: Order, _text: str) -> None:
        self._again = order
        self.pane.end_stream()
        self._notice = (order, tr(STOPPED) if order.said else f"{order.title}. {tr(STOPPED)}", "text2")
        self.controller.refresh()
        self._ask_worker()

    def _show_work(self) -> None:
        self.pane.work.show_work(self.line.work, self.line.waiting)
        self.shell.commands.actions["talk.stop"].setEnabled(self.line.busy)
        self._show_worker()

    def _ask_worker(self) -> None:
        make = partial(assistant.worker_state, desk=self.controller.desk)
        self.controller.runner.call(make, self._know_worker, lambda _text: None)

    def _know_worker(self, state: WorkerState) -> None:
        self._restarts, self._worker = self._worker.restarts, state
        self._show_worker()

    def _show_worker(self) -> None:
        actions = self.pane.abilities
        if self.line.busy:
            actions.show_state(tr("Busy"), "model")
        elif not self._worker.alive:
            actions.show_state(tr("Asleep"))
        else:
            restarted = self._worker.restarts > self._restarts
            actions.show_state(tr("Ready, started anew") if restarted else tr("Ready"), "ok")

    # --- the model in use ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Which models there are, asked when a case opens and after packs came."""
        make = partial(assistant.models, desk=self.controller.desk)
        self.controller.runner.call(make, self._listed, lambda _text: None)

    def _listed(self, models: tuple[LanguageModel, ...]) -> None:
        self.models = models
        self.model = next((one for one in models if one.chosen and one.installed), None)
        self.pane.identity.show_model(self.model)
        self.pane.set_has_model(self.model is not None)
        self.shell.hint_line.show_model(self.model is not None)
        snapshot = self.controller.snapshot
        if snapshot is not None:
            self.pane.show_state(snapshot.state)
        self._show_actions()
        self._ask_worker()

    def choose_model(self) -> None:
        dialog = ModelDialog(self.shell, self.theme, self.models)
        dialog.packsAsked.connect(lambda: self.shell.commands.run("packs.show"))
        if dialog.exec() and dialog.chosen and (self.model is None or dialog.chosen != self.model.name):
            make = partial(assistant.use_model, desk=self.controller.desk, name=dialog.chosen)
            self.controller.runner.call(make, self._listed)

    def _cannot(self) -> str:
        snapshot = self.controller.snapshot
        return assistant_rows.cannot_look(self.model, snapshot.current if snapshot else None)

    def _show_actions(self) -> None:
        open_ = bool(self.controller.path) and self.controller.snapshot is not None
        self.pane.abilities.show_actions(there=open_ and self.model is not None, cannot=self._cannot())

    # --- following -------------------------------------------------------------------------------------

    def _follow(self, snapshot: Snapshot) -> None:
        self._show_actions()
        if self._notice is not None:
            order, text, tone = self._notice
            self._notice = None
            said = [one.text for one in snapshot.state.messages if one.author == "person"]
            self.pane.show_notice(text, tone, again=True, said="" if order.said in said[-1:] else order.said)
        if snapshot.state.path != self._asked_models:
            self._asked_models = snapshot.state.path
            self.refresh()
        state = snapshot.state
        about: tuple[object, ...] = (snapshot.exhibit, self.controller.desk.prepared, state.exhibits)
        about += (state.clues, state.hints, state.verdicts, state.searches, state.pins)
        if about != self._asked_suggestions:
            self._asked_suggestions = about
            make = partial(assistant.suggestions, desk=self.controller.desk, exhibit=snapshot.exhibit)
            self.controller.runner.call(make, self.pane.show_suggestions, lambda _text: None)
        if self._pictured is not None and self._pictured[0] == snapshot.exhibit:
            box, self._pictured = self._pictured[1], None
            self.shell.image.show_region(box)

    def _closed(self) -> None:
        self.line.clear()
        self._asked_models, self._asked_suggestions = "", ()
        self._again = self._pictured = self._notice = None
        self.pane.forget_last()
        self.pane.show_suggestions(())
        self._show_actions()

    def go_to(self, cite: str) -> None:
        """Show the clue, exhibit, hint or candidate that a sentence rests on."""
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        state = snapshot.state
        ranked = snapshot.ranking.candidates if snapshot.ranking else ()
        if any(clue.id == cite for clue in state.clues):
            self.wiring.go_to_clue(cite)
        elif any(item.id == cite for item in state.exhibits):
            self.wiring.go_to_exhibit(cite)
        elif self.pane.chip_area.focus(cite):
            return
        elif any(one.id == cite for one in state.verdicts):
            self.shell.inspector.show_tab("Candidates")
        elif any(cite == one.id for one in ranked):
            self.shell.inspector.show_tab("Candidates")
            self.wiring.follow.choose_candidate(cite)
        elif cite in {part.source for one in ranked for part in one.contributions}:
            self.shell.inspector.show_tab("Candidates")
        else:
            self.shell.status.say(
                tr("{cite} is no longer in this case.", cite=wording.visible(cite, 40)), "warn"
            )

    def show_place(self, lat: float, lon: float) -> None:
        """A place that the model named, on the map."""
        self.wiring.map.go_to(lat, lon, TOWN_M)

    def show_region(self, exhibit: str, box: Box, label: str) -> None:
        """Where the model points, on the image."""
        self.shell.show_centre("Image")
        if exhibit == self.controller.exhibit:
            self.shell.image.show_region(box)
        else:
            self._pictured = (exhibit, box)
            self.wiring.go_to_exhibit(exhibit)
        self.shell.status.say(
            tr("The model points here for “{label}”. This is no mark of yours.", label=label)
        )

    def take_up(self, suggestion: Suggestion) -> None:
        """Show the record that a suggestion is about; without one, begin to tell what was found."""
        if suggestion.cites:
            self.go_to(suggestion.cites[0])
        else:
            self.shell.hint_line.setFocus()
        self.shell.status.say(f"{suggestion.text}. {suggestion.why}")

    # --- hints -----------------------------------------------------------------------------------------

    def show_effect(self, hint: str) -> None:
        """The ranking without the hint beside the one with it, and both sides of a conflict."""
        chip = next((one for one in self.pane.chips() if one.id == hint), None)
        if chip is None or not self.controller.exhibit:
            return
        make = partial(
            assistant.effect,
            desk=self.controller.desk,
            hint=hint,
            exhibit=self.controller.exhibit,
            conflict=chip.conflict,
        )
        warning = wording.visible(chip.conflict.text, 600) if chip.conflict else ""
        failed = partial(self.shell.status.say, tone="warn")
        self.controller.runner.call(make, partial(self._show_effect, chip.text, warning), failed)

    def _show_effect(self, said: str, warning: str, found: HintEffect) -> None:
        JointDialog(
            self.shell,
            self.theme,
            said[:1].upper() + said[1:],
            found.tables,
            title=tr("Conflict") if warning else tr("Before and after"),
            lead=tr(
                "Without it: {without}.\nWith it: {with_hint}.\n{effect}",
                without=found.without,
                with_hint=found.with_hint,
                effect=tr(EFFECT),
            ),
            warning=warning,
        ).exec()

    def _edit_hint(self, hint: str) -> None:
        """Its words in the hint line again; the chip stays until a person removes it."""
        snapshot = self.controller.snapshot
        found = next((one for one in snapshot.state.hints if one.id == hint), None) if snapshot else None
        if found is not None:
            self.shell.hint_line.propose(found.text)


def _short(text: str) -> str:
    one_line = wording.visible(" ".join(text.split()), 200)
    return one_line if len(one_line) <= 40 else f"{one_line[:39]}…"
