"""Comparisons kept for the report: checked, recorded, undoable, the same after a restart."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from theodolite.domain import Box, Case, Clue, Comparison, CounterMark, Exhibit, MarkShape, PaneView, Strength
from theodolite.engine.comparing import Comparing
from theodolite.errors import InputError, NotFound
from theodolite.evidence.decode import Decoder
from theodolite.store import CaseStore

PLACE = MarkShape("point", ((0.25, 0.5),))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Comparing]:
    case = Case("One", "Where?", "A. Examiner", "2026-01-01T00:00:00Z")
    with CaseStore.create(tmp_path / "one.case", case) as store:
        for data in (b"first", b"second"):
            got = store.store_bytes(io.BytesIO(data), name="a.jpg")
            store.add_exhibit(
                Exhibit("", "a.jpg", got.sha256, got.md5, got.size, "image/jpeg", "", "2026", "A", True)
            )
        store.add_clue(
            Clue(
                "",
                "E1",
                "hand",
                "a tower",
                "",
                Strength.LIKELY,
                "seen",
                "1",
                "hand",
                (),
                box=Box(0, 0, 0.1, 0.1),
            )
        )
        yield Comparing(cast(Any, None), store)


def two(**values: Any) -> Comparison:
    """E1 beside E2, mirrored and turned, with two pairs of anchors and the mark of C1 found again."""
    panes = (PaneView("exhibit:E1", 0.5, 3, 4), PaneView("exhibit:E2", 1.25, -8.5, 1e4, 181.5, True))
    made = Comparison(
        id="",
        exhibit="E1",
        panes=panes,
        anchors=(((1.0, 2.0), (3.0, 4.5)), ((5.0, 6.0), (7.0, 8.0))),
        mode="slider",
        opacity=40,
        marks=(CounterMark("C1", "exhibit:E2", PLACE),),
        note=" the same tower\n",
    )
    return replace(made, **values)


def test_one_is_kept_changed_removed_and_brought_back(session: Comparing) -> None:
    session.put_comparison(two())
    (made,) = session.state.comparisons
    assert made == replace(two(), id="B1", note="the same tower")
    session.put_comparison(replace(made, note="another tower"))
    session.remove_comparison("B1")
    assert session.state.comparisons == ()
    undone = [session.store.undo() for _ in range(3)]
    assert undone == ["comparison removed", "comparison changed", "comparison kept"]
    for _ in range(2):
        session.store.redo()
    assert session.comparison("B1").note == "another tower"
    folder = session.store.folder
    session.store.close()
    with CaseStore.open(folder) as again:
        assert again.state().comparisons == (replace(made, note="another tower"),)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"exhibit": "E9"}, "no exhibit E9"),
        ({"panes": (PaneView("exhibit:E1"),), "anchors": (), "marks": ()}, "two to four"),
        ({"panes": (PaneView("exhibit:E2"), PaneView("exhibit:E1"))}, "comes first"),
        ({"panes": (PaneView("exhibit:E1"), PaneView("filed:F1"))}, "no filed:F1"),
        ({"panes": (PaneView("exhibit:E1"), PaneView("file:/etc/passwd"))}, "no file:/etc/passwd"),
        ({"panes": (PaneView("exhibit:E1"), PaneView("exhibit:E2", float("nan")))}, "lies nowhere"),
        ({"marks": (CounterMark("C7", "exhibit:E2", PLACE),)}, "no clue C7"),
        ({"marks": (CounterMark("C1", "derived:D1", PLACE),)}, "not shown"),
        ({"marks": (CounterMark("C1", "exhibit:E2", MarkShape("point", ((2.0, 0.5),))),)}, "lies on"),
        ({"anchors": (((1.0, 2.0),), ())}, "pairs"),
        ({"id": "B4"}, "no comparison B4"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_recorded(
    session: Comparing, values: dict[str, Any], said: str
) -> None:
    before = session.state.log_length
    with pytest.raises((InputError, NotFound), match=said):
        session.put_comparison(two(**values))
    assert session.state.log_length == before and session.state.comparisons == ()


def test_a_map_view_comes_back_through_the_sandbox(session: Comparing) -> None:
    from PIL import Image

    packed = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 10, 20)).save(packed, "PNG")
    name = "map:43.46560,11.88290,14.0"
    with Decoder() as decoder:
        session.engine = cast(Any, SimpleNamespace(decoder=decoder))
        with pytest.raises(InputError, match="PNG"):
            session.keep_map_view("E1", name, b"<svg/>")
        before = session.state.log_head
        session.keep_map_view("E1", name, packed.getvalue())
        job = session.map_view("E1", name)
        try:
            while True:
                next(job)
        except StopIteration as ended:
            pixels = ended.value
        assert (pixels.width, pixels.height) == (64, 48) and pixels.rgb[:3] == bytes((200, 10, 20))
        assert session.map_view_jpeg("E1", name, 32).startswith(b"\xff\xd8")
        assert session.state.log_head == before, "what can be made again is on no record"
        with pytest.raises(NotFound):
            session.map_view_jpeg("E1", "map:0,0,2", 32)
