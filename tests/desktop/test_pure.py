"""What the views decide, without a screen: geometry, alignment, words, rows, order of work."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desktop.fake_engine import FakeSession, candidate, ranking_of
from theodolite.domain import AnswerLevel, Case, CaseState, LogRecord, Strength
from theodolite.errors import InputError, WorkerDied
from theodolite.jobs import Progress, run_to_end
from theodolite_desktop import rows, viewing, wording
from theodolite_desktop.actions import COMMANDS, MENUS, SCOPES, TOOLBAR, command
from theodolite_desktop.clue_rows import clue_rows
from theodolite_desktop.operations.together import support
from theodolite_desktop.schedule import Cancel, Event, Schedule, Work
from theodolite_desktop.sealed_env import CHROMIUM_FLAGS, seal
from theodolite_desktop.viewing import Viewport

SCALES = st.floats(0.05, 20.0)
PLACES = st.floats(-5000.0, 5000.0)
VIEWPORTS = st.builds(Viewport, SCALES, PLACES, PLACES)


@given(VIEWPORTS, st.floats(0.2, 5.0), PLACES, PLACES)
def test_what_lies_under_the_pointer_stays_there(view: Viewport, factor: float, x: float, y: float) -> None:
    before = view.to_image(x, y)
    after = viewing.zoomed(view, factor, x, y).to_image(x, y)
    assert after == pytest.approx(before, rel=1e-6, abs=1e-3)


@given(st.floats(1, 20000), st.floats(1, 20000))
def test_a_fitted_image_lies_inside_and_centred(width: float, height: float) -> None:
    view = viewing.fit((width, height), (800, 600))
    left, top = view.to_view(0, 0)
    right, bottom = view.to_view(width, height)
    assert left >= 0 and top >= 0 and right <= 800 and bottom <= 600
    assert left + right == pytest.approx(800)
    assert view.scale <= 1


@given(st.lists(st.floats(-60, 60), min_size=1, max_size=12))
def test_printed_rows_of_a_card_add_up(values: list[float]) -> None:
    parts = [(f"C{n}", f"part {n}", value) for n, value in enumerate(values)]
    ranking = replace(_ranking(), candidates=(candidate("A", 1, 0, 0, *parts),))
    (card,) = rows.cards(ranking, ())
    *body, total = card.bars
    assert round(sum(round(b.points * 10) for b in body)) == round(total.points * 10)
    assert total.kind == "total" and body[-1].kind == "prior"


def _state() -> CaseState:
    session = FakeSession(path=__import__("pathlib").Path("/x"), case=Case("T", "?", "tester", ""))
    run_to_end(session.add_files([__import__("pathlib").Path("a.jpg")]))
    run_to_end(session.examine_all())
    return session.state


def _ranking() -> object:
    return ranking_of(_state(), ("E1",))


def test_uncalibrated_answers_are_words_and_calibrated_ones_numbers() -> None:
    assert wording.likelihood(0.93, calibrated=False) == "very likely"
    assert wording.likelihood(0.93, calibrated=True) == "93 %"
    (first, second) = rows.cards(_ranking(), support(_state(), "E1", _ranking(), ()))
    assert "%" not in first.likelihood + first.counts
    assert first.counts == "1 for, 0 against, 1 independent"
    assert second.counts == "0 for, 1 against, 0 independent"
    assert first.scale == second.scale


def test_clue_rows_quote_evidence_and_name_their_effect() -> None:
    state = _state()
    (row,) = clue_rows(state.clues, ranking_of(state, ("E1",)))
    assert row.quoted and row.mark == 1
    assert row.effect.startswith("Arezzo +")
    off = replace(state.clues[0], active=False, rejected_reason="misread")
    (row,) = clue_rows((off,), None)
    assert row.rejected and row.inference == "Rejected: misread" and row.effect == ""


def test_text_from_evidence_is_shown_harmless() -> None:
    assert wording.visible("a\u202eb\x00c\n") == "a[U+202E]b c "
    assert len(wording.visible("x" * 9000)) == 4097


def test_words_of_numbers() -> None:
    assert wording.signed(-0.04) == "0.0" and wording.signed(11.5) == "+11.5" and wording.signed(-2) == "−2.0"
    assert wording.radius(1) == "about 1 km" and wording.radius(0.05) == "about 50 m"
    assert wording.size(136_101) == "136 kB" and wording.size(999) == "999 bytes"
    assert wording.coordinates(-43.5, 11.25) == "43.50000° S, 11.25000° E"
    assert "14 times more" in wording.times(11.5)
    assert wording.short("Arezzo, Tuscany (a.jpg)") == "Arezzo"
    assert {wording.level(level) for level in AnswerLevel}
    assert [wording.dots(s) for s in Strength] == ["●●●", "●●○", "●○○"]


def test_errors_become_text_once() -> None:
    assert wording.error(InputError("Say why.")) == "Say why."
    assert "confirmed is lost" in wording.error(WorkerDied("It ended."))
    assert "ValueError" in wording.error(ValueError("internal detail")) and "detail" not in wording.error(
        ValueError("internal detail")
    )


def test_log_lines_are_readable_whatever_the_payload() -> None:
    def line(payload: str) -> str:
        return rows.log_line(LogRecord(1, "", "", "x", payload, "", "")).text

    assert line('{"changes":[{"id":"E1","after":{"name":"a.jpg"}}],"detail":{}}') == "E1 a.jpg"
    assert line("not json") == "not json"
    assert line("[1]") == "[1]"
    assert line('{"exhibit":"E1"}') == "exhibit E1"


def test_commands_are_complete_records() -> None:
    ids = [c.id for c in COMMANDS]
    assert len(ids) == len(set(ids))
    assert {c.scope for c in COMMANDS} == set(SCOPES)
    assert {c.menu for c in COMMANDS if c.menu} == set(MENUS)
    assert all(command(name).icon for name in TOOLBAR if name)
    for scope in SCOPES:
        keys = [k for c in COMMANDS if c.scope in (scope, "window") for k in c.keys]
        assert len(keys) == len(set(keys)), scope


def test_the_environment_is_sealed_and_flags_kept() -> None:
    environ = {"QTWEBENGINE_CHROMIUM_FLAGS": "--mine"}
    seal(environ)
    flags = environ["QTWEBENGINE_CHROMIUM_FLAGS"].split()
    assert flags == ["--mine", *CHROMIUM_FLAGS]
    seal(environ)
    assert environ["QTWEBENGINE_CHROMIUM_FLAGS"].split() == flags


class Bench:
    """A schedule with its inbox and what it reported."""

    def __init__(self) -> None:
        self.inbox: queue.SimpleQueue[Work | Cancel | None] = queue.SimpleQueue()
        self.events: list[Event] = []
        self.schedule = Schedule(self.inbox, self.events.append)

    def kinds(self) -> list[tuple[int, str]]:
        return [(e.id, e.kind) for e in self.events]


def test_short_calls_run_between_the_steps_of_jobs() -> None:
    def job() -> Iterator[Progress]:
        yield Progress("a")
        yield Progress("b")

    bench = Bench()
    bench.inbox.put(Work(1, job, job=True))
    bench.schedule.turn()
    bench.inbox.put(Work(2, lambda: 7))
    bench.schedule.turn()
    bench.schedule.turn()
    assert bench.kinds() == [(1, "progressed"), (2, "finished"), (1, "progressed"), (1, "finished")]
    assert bench.events[1].value == 7


def test_cancel_closes_the_generator_and_is_no_error() -> None:
    closed = []

    def job() -> Iterator[Progress]:
        try:
            while True:
                yield Progress("", waiting=True)
        finally:
            closed.append(True)

    bench = Bench()
    bench.inbox.put(Work(1, job, job=True))
    bench.schedule.turn()
    bench.inbox.put(Cancel(1))
    bench.inbox.put(Cancel(99))
    bench.schedule.turn()
    assert closed == [True]
    assert bench.kinds() == [(1, "cancelled")]


def test_errors_end_the_work_and_never_the_thread() -> None:
    def broken() -> None:
        raise InputError("no")

    def breaking() -> Iterator[Progress]:
        yield Progress("a")
        raise WorkerDied("gone")

    bench = Bench()
    for work in (Work(1, broken), Work(2, breaking, job=True), Work(3, lambda: 1)):
        bench.inbox.put(work)
    bench.schedule.turn()
    bench.schedule.turn()
    assert (
        (1, "failed") in bench.kinds() and (2, "failed") in bench.kinds() and (3, "finished") in bench.kinds()
    )
    bench.inbox.put(None)
    assert bench.schedule.turn() is False
