"""A case whose folder goes away while it is open: nothing is called confirmed that was not kept."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from theodolite.errors import StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case


def leave(folder: Path, elsewhere: Path) -> None:
    """Moved away."""
    folder.rename(elsewhere)


def swap(folder: Path, elsewhere: Path) -> None:
    """A copy lies in its place, which is another file."""
    folder.rename(elsewhere)
    shutil.copytree(elsewhere, folder)


def lose(folder: Path, _elsewhere: Path) -> None:
    """Deleted."""
    shutil.rmtree(folder)


@pytest.mark.parametrize("go", [leave, swap, lose])
def test_no_step_is_confirmed_into_a_folder_that_is_gone(
    store: CaseStore, tmp_path: Path, go: Callable[[Path, Path], None]
) -> None:
    store.record("kept", {})
    head, away = store.state().log_head, tmp_path / "away"
    go(store.folder, away)
    for write in (lambda: store.record("lost", {}), lambda: store.set_view_state({"a": 1})):
        with pytest.raises(StorageFailed, match="not there any more"):
            write()
    assert store.state().log_head == head
    if go is not lose:
        with CaseStore.open(away, read_only=True) as seen:
            assert [record.action for record in seen.log()] == ["case created", "kept"]
    if go is leave:
        away.rename(store.folder)
        store.record("back again", {})
        kept = store.store_bytes(io.BytesIO(b"x"), name="a.jpg")
        store.close()
        result = run_to_end(verify_case(store.folder))
        assert result.intact and result.files == 1 and kept.size == 1


def test_bytes_for_a_folder_that_is_gone_are_refused_in_the_same_words(store: CaseStore) -> None:
    shutil.rmtree(store.folder)
    with pytest.raises(StorageFailed, match="not there any more"):
        store.store_bytes(io.BytesIO(b"x"), name="a.jpg")
