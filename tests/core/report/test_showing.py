"""Pictures of a report: what was made from graphic content is covered with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from theodolite.domain import CaseState, Derived, Exhibit
from theodolite.engine import showing
from theodolite.jobs import run_to_end
from theodolite.report import protection, rows
from theodolite.report.choices import Choices


class Session:
    """Says which way a picture was made."""

    def __init__(self, state: CaseState) -> None:
        self.state = state

    def masks_of(self, exhibit: str) -> tuple[()]:
        return ()

    def veiled(self, exhibit: str, side: int = 0) -> bytes:
        return f"veiled {exhibit}".encode()

    def redacted(self, exhibit: str, side: int) -> bytes:
        return f"shown {exhibit}".encode()

    def original_of(self, name: str) -> str:
        return next((one.exhibit for one in self.state.derived if one.id == name), name)

    def exhibit(self, name: str) -> Exhibit:
        return next(item for item in self.state.exhibits if item.id == name)

    def derived_picture(self, name: str) -> Derived:
        return next(one for one in self.state.derived if one.id == name)


def test_a_frame_of_a_graphic_video_is_as_graphic_as_it_is(case_state: CaseState) -> None:
    one = case_state.exhibits[0]
    items = (
        replace(one, id="E1", sha256="a" * 64, graphic=True, parent=""),
        replace(one, id="E2", sha256="b" * 64, graphic=False, parent="E1"),
        replace(one, id="E3", sha256="c" * 64, graphic=False, parent="E2"),
        replace(one, id="E4", sha256="d" * 64, graphic=False, parent=""),
    )
    made = Derived("D1", "E2", "b" * 64, (), "e" * 64, 1, 1, "level", "A", "2026")
    state = replace(case_state, exhibits=items, derived=(made,))
    session, want = cast(Any, Session(state)), Choices(redact=True)
    pictures = run_to_end(showing.exhibits(session, want))
    assert [pictures[item.id].split()[0] for item in items] == [b"veiled", b"veiled", b"veiled", b"shown"]
    beside = run_to_end(showing.compared(session, [("E4", "derived:D1")], want))
    assert beside["derived:D1"][0] == b"veiled E2"
    assert [row.graphic for row in rows.exhibits(state)] == [True, True, True, False]
    assert protection.protection(state, want).graphic == ("E1", "E2", "E3")
    openly = run_to_end(showing.exhibits(session, replace(want, graphic=True)))
    assert openly["E2"] == b"shown E2"
