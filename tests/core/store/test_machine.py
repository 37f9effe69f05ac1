"""Any sequence of edits: the state equals the replayed log, reopening changes nothing, undo takes back."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    Case,
    CaseState,
    Clue,
    GradedReach,
    Hint,
    HintState,
    Message,
    Origin,
    Pin,
    PointReach,
    Reach,
    Status,
    Strength,
    Verdict,
)
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

texts = st.text(st.characters(exclude_categories=()), max_size=12)
reals = st.floats(allow_nan=False, allow_infinity=False, width=64)
points = st.builds(PointReach, reals, reals, reals, texts)
reaches: st.SearchStrategy[Reach] = st.one_of(
    points,
    st.builds(AreaReach, st.just("country"), st.tuples(texts), st.booleans()),
    st.builds(GradedReach, texts, st.lists(st.tuples(texts, reals), max_size=3).map(tuple)),
    st.builds(AlternativesReach, st.lists(st.tuples(reals, points), max_size=2).map(tuple)),
)
strengths, hint_states = st.sampled_from(list(Strength)), st.sampled_from(list(HintState))


class Edits(RuleBasedStateMachine):
    """Drives a real case on disk; ``past`` and ``future`` are the states undo and redo must give."""

    @initialize()
    def create(self) -> None:
        self.where = Path(tempfile.mkdtemp())
        self.store = CaseStore.create(self.where / "a.case", Case("t", "q", "o", "2026"))
        self.past: list[CaseState] = []
        self.future: list[CaseState] = []

    def edit(self, before: CaseState) -> None:
        if edited(self.store.state()) != edited(before):
            self.past.append(before)
            self.future.clear()

    @rule(text=texts, reach=reaches, strength=strengths, state=hint_states)
    def add_hint(self, text: str, reach: Reach, strength: Strength, state: HintState) -> None:
        before = self.store.state()
        self.store.add_hint(Hint("", text, text, reach, strength, state, "2026"))
        self.edit(before)

    @precondition(lambda self: self.store.state().hints)
    @rule(data=st.data(), state=hint_states, remove=st.booleans())
    def change_hint(self, data: st.DataObject, state: HintState, remove: bool) -> None:
        before = self.store.state()
        hint = data.draw(st.sampled_from(before.hints))
        if remove:
            self.store.remove_hint(hint.id)
        else:
            self.store.update_hint(replace(hint, state=state))
        self.edit(before)

    @rule(text=texts, confidence=st.none() | reals, reach=st.none() | reaches)
    def add_clue(self, text: str, confidence: float | None, reach: Reach | None) -> None:
        before = self.store.state()
        origins = (Origin("person", text),)
        values = ("", "E1", "hand", text, "i", Strength.LIKELY, "m", "1", "r", origins)
        self.store.add_clue(Clue(*values, reach=reach, confidence=confidence, by_person=True))
        self.edit(before)

    @rule(lat=reals, lon=reals, text=texts)
    def pin_and_verdict(self, lat: float, lon: float, text: str) -> None:
        before = self.store.state()
        self.store.add_pin(Pin("", "", lat, lon, 1, text, "typed"))
        self.edit(before)
        before = self.store.state()
        self.store.add_verdict(Verdict("", "E1", lat, lon, text, Status.REJECTED, text, "p", "2026"))
        self.edit(before)

    @rule(text=texts)
    def say(self, text: str) -> None:
        self.store.add_message(Message("", "person", text, "2026"))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.store.state())
        self.store.undo()
        assert edited(self.store.state()) == edited(self.past.pop())

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.store.state())
        self.store.redo()
        assert edited(self.store.state()) == edited(self.future.pop())

    @rule()
    def reopen(self) -> None:
        before, log = self.store.state(), self.store.log()
        self.store.close()
        self.store = CaseStore.open(self.where / "a.case")
        assert self.store.state() == before
        assert self.store.log() == log

    @invariant()
    def the_log_tells_the_state(self) -> None:
        if hasattr(self, "store"):
            assert run_to_end(verify_case(self.where / "a.case")).problems == ()

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.where)


def edited(state: CaseState) -> tuple[object, ...]:
    return (state.hints, state.clues, state.pins, state.verdicts, state.case)


TestEdits = Edits.TestCase
TestEdits.settings = settings(
    max_examples=20,
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
