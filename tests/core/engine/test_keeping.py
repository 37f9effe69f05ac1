"""What a person sets on exhibits as a whole: each one recorded step that undo names and takes back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from theodolite.domain import Case, Exhibit
from theodolite.engine.keeping import FORMER, Keeping
from theodolite.errors import InputError
from theodolite.store import CaseStore


def keeping_of(store: CaseStore) -> Keeping:
    return Keeping(cast(Any, None), store)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Keeping]:
    case = Case("One", "Where?", "A. Examiner", "2026-01-01T00:00:00Z")
    with CaseStore.create(tmp_path / "one.case", case) as store:
        for data in (b"first", b"second"):
            got = store.store_bytes(io.BytesIO(data), name="a.jpg")
            store.add_exhibit(
                Exhibit("", "a.jpg", got.sha256, got.md5, got.size, "image/jpeg", "", "2026", "A", True)
            )
        yield keeping_of(store)


def test_each_is_a_step_that_undo_names_and_takes_back(kept: Keeping) -> None:
    assert kept.next_steps() == ("", "")
    kept.set_graphic("E1", True)
    kept.set_tags("E1", (4, 1, 4))
    kept.write_note("E1", "#1 looks like Tuscany")
    kept.restore("E1")  # was not withdrawn: nothing to take back
    item = kept.exhibit("E1")
    assert (item.graphic, item.tags, kept.note("E1")) == (True, (1, 4), "#1 looks like Tuscany")
    named = []
    while kept.next_steps()[0]:
        named.append(kept.next_steps()[0])
        assert kept.store.undo() == named[-1]
        assert kept.next_steps()[1] == named[-1]
    assert named == ["note written", "tags changed", "marked graphic"]
    item = kept.exhibit("E1")
    assert (item.graphic, item.tags, kept.note("E1")) == (False, (), "")
    for action in reversed(named):
        assert kept.store.redo() == action
    assert kept.note("E1") == "#1 looks like Tuscany" and kept.next_steps() == ("note written", "")


def test_undo_survives_a_restart_by_name(kept: Keeping) -> None:
    kept.set_graphic("E2", True)
    folder = kept.store.folder
    kept.store.close()
    with CaseStore.open(folder) as again:
        assert keeping_of(again).next_steps() == ("marked graphic", "")
        again.undo()
        assert not keeping_of(again).exhibit("E2").graphic
        assert keeping_of(again).next_steps() == ("", "marked graphic")


def test_a_tag_is_a_number_key(kept: Keeping) -> None:
    for tag in (0, 10):
        with pytest.raises(InputError, match="1 to 9"):
            kept.set_tags("E1", (tag,))


def test_notes_of_an_earlier_version_are_read_and_become_rows(kept: Keeping) -> None:
    kept.store.set_view_state({FORMER: {"E1": "from before", "E2": "other"}, "centre": "Map"})
    assert (kept.note("E1"), kept.note("E2")) == ("from before", "other")
    kept.write_note("E1", "changed")
    assert kept.note("E1") == "changed"
    assert kept.store.view_state() == {FORMER: {"E2": "other"}, "centre": "Map"}
    kept.write_note("E2", "")
    assert kept.note("E2") == "", "what was cleared does not come back from the window's look"
    length = kept.store.state().log_length
    kept.write_note("E1", "changed")
    assert kept.store.state().log_length == length, "nothing new, nothing recorded"


def test_the_first_view_of_an_original_is_on_record_once_a_person(kept: Keeping) -> None:
    assert kept.record_view("E1") and not kept.record_view("E1") and kept.record_view("E2")
    folder = kept.store.folder
    kept.store.close()
    with CaseStore.open(folder) as again:
        reader = keeping_of(again)
        assert not reader.record_view("E1"), "also after a restart"
        reader.viewer = lambda: "B. Other"  # type: ignore[method-assign]
        assert reader.record_view("E1")
        seen = [(r.operator, r.payload) for r in again.log() if r.action == "original viewed"]
    assert [who for who, _ in seen] == ["A. Examiner", "A. Examiner", "B. Other"]
    with CaseStore.open(folder, read_only=True) as medium:
        assert not keeping_of(medium).record_view("E2")
