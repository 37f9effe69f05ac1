"""The tests of the store once more, on an encrypted case: what holds for a plain one holds here.

Left out are those that look at plain bytes or write into the database behind the store's back.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.core.store import test_case_store, test_machine, test_vault
from tests.core.store.cipher.conftest import PASSPHRASE

from theodolite.domain import Case, Exhibit
from theodolite.errors import StorageFailed
from theodolite.jobs import Job, run_to_end
from theodolite.store import CaseStore, verify_case
from theodolite.store.cipher import header
from theodolite.store.opened import Opened

THEIRS = {
    test_case_store: (
        "test_reopening_gives_the_same_state",
        "test_every_write_leaves_a_record_that_names_the_operator",
        "test_bytes_are_on_record_before_they_are_an_exhibit",
        "test_ids_are_never_used_twice",
        "test_a_second_examination_keeps_ids_and_what_a_person_decided",
        "test_what_intake_recorded_never_changes",
        "test_withdrawal_is_undoable_and_survives_a_restart",
        "test_undo_passes_over_what_the_machine_replaced_since",
        "test_a_message_keeps_what_the_model_really_said",
        "test_searches_and_indexes",
        "test_window_layout_is_kept_but_not_logged",
        "test_text_that_utf8_cannot_hold_stays_visible",
        "test_a_second_writer_is_refused_and_a_reader_follows",
        "test_creating_needs_an_empty_place",
        "test_a_foreign_database_is_refused_and_not_changed",
        "test_a_torn_page_is_damage",
    ),
    test_vault: (
        "test_a_truncated_vault_file_is_not_taken_for_the_original",
        "test_a_cancelled_copy_leaves_nothing",
        "test_a_source_that_changes_meanwhile_is_refused",
        "test_sources_that_are_no_files",
        "test_a_source_that_fails_while_read",
    ),
}
for module, names in THEIRS.items():
    globals().update({name: getattr(module, name) for name in names})


@pytest.fixture(autouse=True)
def encrypted(cheap: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases are made and opened under a passphrase by whoever makes and opens one."""
    create, open_ = Opened.create.__func__, Opened.open.__func__  # type: ignore[attr-defined]

    def made(cls: type[Opened], folder: Path, case: Case) -> Any:
        return create(cls, folder, case, PASSPHRASE)

    def opened(cls: type[Opened], folder: Path, read_only: bool = False) -> Any:
        return open_(cls, folder, read_only, PASSPHRASE)

    def verified(folder: Path, **named: Any) -> Job[Any]:
        return verify_case(folder, keys=header.unlock(folder, PASSPHRASE), **named)

    monkeypatch.setattr(Opened, "create", classmethod(made))
    monkeypatch.setattr(Opened, "open", classmethod(opened))
    for module in (test_case_store, test_vault, test_machine):
        monkeypatch.setattr(module, "verify_case", verified)


def test_these_cases_are_encrypted(store: CaseStore) -> None:
    assert store.encrypted


def test_the_same_bytes_are_kept_once(store: CaseStore) -> None:
    first, second = (store.store_bytes(io.BytesIO(b"same")) for _ in range(2))
    assert first == second
    assert test_vault.files_in(store) == [store.vault_path(first.sha256).name]


def test_a_full_disk_leaves_nothing_half_written(small_disk: Path, case: Case) -> None:
    store = CaseStore.create(small_disk / "a.case", case)
    kept = store.store_bytes(io.BytesIO(b"small"))
    with pytest.raises(StorageFailed, match="full"):
        store.store_bytes(io.BytesIO(bytes(4 << 20)))
    assert test_vault.files_in(store) == [store.vault_path(kept.sha256).name]
    with pytest.raises(StorageFailed, match="full"):
        run_to_end(test_vault.talk_for_ever(store))
    state = store.state()
    store.close()
    with CaseStore.open(small_disk / "a.case") as again:
        assert again.state() == state
        assert run_to_end(verify_case(again.folder, keys=again.keys)).intact


def test_a_read_only_medium(small_disk: Path, case: Case, intake: Callable[..., Exhibit]) -> None:
    folder = small_disk / "a.case"
    with CaseStore.create(folder, case) as store:
        item = intake(store, b"bytes")
        state = store.state()
    (folder / header.COPY_NAME).unlink()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(StorageFailed, match="read-only"):
        CaseStore.open(folder)
    with CaseStore.open(folder, read_only=True) as reader:
        assert reader.state() == state
        with reader.read_original(item.sha256) as stream:
            assert stream.read() == b"bytes"
        with pytest.raises(StorageFailed):
            reader.store_bytes(io.BytesIO(b"more"))
        assert run_to_end(verify_case(folder, keys=reader.keys)).intact


@pytest.mark.full
class TestMachine(test_machine.TestEdits):
    """Any sequence of edits, undone and done again, over an encrypted case."""
