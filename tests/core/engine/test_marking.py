"""Marks on a picture through a real store: shapes, handles, undo, the horizon, and what the report draws."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from theodolite.clues.horizon import shadow_on_ground
from theodolite.domain import Box, Case, Clue, Exhibit, MarkShape, Metadata, Optics, Strength
from theodolite.engine.clue_edits import ClueEdits
from theodolite.errors import InputError
from theodolite.report import rows, symbols
from theodolite.store import CaseStore

SHAPES = (
    MarkShape("point", ((0.5, 0.5),)),
    MarkShape("line", ((0.1, 0.2), (0.4, 0.2))),
    MarkShape("polygon", ((0.2, 0.6), (0.4, 0.6), (0.3, 0.9))),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ClueEdits]:
    case = Case("t", "q", "A. Nalyst", "2026-01-01T00:00:00Z")
    optics = Optics(focal_35mm=28.0)
    with CaseStore.create(tmp_path / "a.case", case) as store:
        store.add_exhibit(exhibit(optics))
        yield ClueEdits(SimpleNamespace(), store)  # type: ignore[arg-type]


def exhibit(optics: Optics) -> Exhibit:
    return Exhibit(
        id="E1",
        name="a.jpg",
        sha256="a" * 64,
        md5="b" * 32,
        size=1,
        media_type="image/jpeg",
        width=4000,
        height=3000,
        source="",
        added_utc="2026-01-01T00:00:00Z",
        operator="A. Nalyst",
        readable=True,
        metadata=Metadata(optics=optics),
    )


def drawn(session: ClueEdits, **where: object) -> Clue:
    session.add_clue("E1", "a tower", "a place", "a guide", **where)  # type: ignore[arg-type]
    return session.state.clues[-1]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.kind)
def test_a_shape_is_kept_with_its_bounding_box_and_a_number(session: ClueEdits, shape: MarkShape) -> None:
    clue = drawn(session, shape=shape)
    assert clue.shape == shape and clue.mark == 1 and clue.box is not None
    assert clue.box.right > clue.box.left and clue.box.bottom > clue.box.top
    for x, y in shape.points:
        assert clue.box.left <= x <= clue.box.right and clue.box.top <= y <= clue.box.bottom


def test_marks_are_moved_removed_and_brought_back(session: ClueEdits) -> None:
    first, second = drawn(session, box=Box(0.1, 0.1, 0.2, 0.2)), drawn(session, shape=SHAPES[2])
    assert (first.mark, second.mark) == (1, 2)
    session.change_region(first.id, box=Box(0.3, 0.1, 0.2, 0.2))  # corners in any order
    moved = session.clue(first.id)
    assert moved.box == Box(0.2, 0.1, 0.3, 0.2) and moved.mark == 1 and moved.shape is None
    session.remove_mark(first.id)
    bare = session.clue(first.id)
    assert (bare.box, bare.shape, bare.mark) == (None, None, None)
    assert bare.observation == "a tower", "the clue itself stays"
    session.store.undo()
    assert session.clue(first.id) == moved
    session.store.undo()
    assert session.clue(first.id) == first
    session.store.redo()
    assert session.clue(first.id) == moved
    session.change_region(first.id, shape=SHAPES[1])
    assert session.clue(first.id).shape == SHAPES[1] and session.clue(first.id).mark == 1
    actions = [record.action for record in session.store.log()]
    assert "mark of a clue removed" in actions and "mark of a clue drawn anew" in actions


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        (MarkShape("line", ((0.1, 0.1), (0.1, 0.1))), "two points"),
        (MarkShape("polygon", ((0.1, 0.1), (0.2, 0.1))), "three points"),
        (MarkShape("point", ((0.1, 0.1), (0.2, 0.1))), "one point"),
        (MarkShape("line", ((0.1, math.nan), (0.2, 0.1))), "no number"),
        (MarkShape("line", tuple((n / 600, 0.5) for n in range(600))), "at most 500"),
        (MarkShape("circle", ((0.1, 0.1),)), "not 'circle'"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_drawn_is_refused(session: ClueEdits, shape: MarkShape, why: str) -> None:
    with pytest.raises(InputError, match=why):
        drawn(session, shape=shape)
    assert session.state.clues == ()


def test_a_reading_keeps_its_place_and_a_measurement_what_was_drawn(session: ClueEdits) -> None:
    read = replace(drawn(session, box=Box(0, 0, 0.1, 0.1)), id="", by_person=False, kind="street")
    session.store.add_clue(read)
    for edit in (session.remove_mark, lambda c: session.change_region(c, box=Box(0, 0, 1, 1))):
        with pytest.raises(InputError, match="part of the reading"):
            edit(session.state.clues[-1].id)
    session.add_horizon("E1", (0.1, 0.5), (0.9, 0.52))
    with pytest.raises(InputError, match="is a measurement"):
        session.remove_mark(session.state.clues[-1].id)


def test_a_horizon_tells_how_the_camera_was_held_and_levels_a_shadow(session: ClueEdits) -> None:
    session.add_horizon("E1", (0.9, 0.40), (0.1, 0.44))
    clue = session.state.clues[-1]
    roll = math.degrees(math.atan2(0.04 * 3000, 0.8 * 4000))
    assert f"rolled {roll:.1f}° clockwise" in clue.inference and "looking" in clue.inference
    assert clue.reach is None and clue.by_person and clue.mark == 1 and clue.strength is Strength.LIKELY
    names = dict(clue.inputs)
    assert names["roll"].startswith(f"{roll:.2f}°") and "35 mm film" in names["field of view, claimed"]
    found = shadow_on_ground(session.exhibit("E1"), clue, (0.5, 0.7), (0.5, 0.5), (0.6, 0.75))
    assert found.height > 0 and found.length > 0 and 0 < found.ratio_sd < 0.5
    assert 90 < found.direction < 180, "it points to the right and towards the camera"
    with pytest.raises(InputError, match="below the horizon"):
        shadow_on_ground(session.exhibit("E1"), clue, (0.5, 0.2), (0.5, 0.1), (0.6, 0.75))


def test_without_a_focal_length_only_the_roll_is_known(tmp_path: Path) -> None:
    with CaseStore.create(tmp_path / "b.case", Case("t", "q", "A", "2026-01-01T00:00:00Z")) as store:
        store.add_exhibit(exhibit(Optics()))
        session = ClueEdits(SimpleNamespace(), store)  # type: ignore[arg-type]
        session.add_horizon("E1", (0.1, 0.5), (0.9, 0.5))
        clue = session.state.clues[-1]
        assert "rolled 0.0°" in clue.inference and "looking" not in clue.inference
        assert "focal length" in clue.note
        with pytest.raises(InputError, match="focal length"):
            shadow_on_ground(session.exhibit("E1"), clue, (0.5, 0.7), (0.5, 0.6), (0.6, 0.8))


def test_the_report_draws_what_was_drawn(session: ClueEdits) -> None:
    drawn(session, box=Box(0.1, 0.1, 0.3, 0.3))
    for shape in SHAPES:
        drawn(session, shape=shape)
    (row,) = rows.exhibits(session.state)
    assert [(mark.number, mark.kind) for mark in row.marks] == [
        (1, "box"),
        (2, "point"),
        (3, "line"),
        (4, "polygon"),
    ]
    svg = str(symbols.annotated(replace(row, thumbnail="")))
    assert svg.count("<rect") == 3 and svg.count("<polyline") == 3 and svg.count("<polygon") == 3
    assert 'points="64.0,144.0 128.0,144.0 96.0,216.0"' in svg, "fractions of 320 x 240"
    assert 'cx="160.0" cy="120.0" r="5"' in svg and "{style}" not in svg
    assert [f">{number}<" in svg for number in range(1, 5)] == [True] * 4
