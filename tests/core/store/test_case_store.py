"""What the store promises of a case: ids, custody, locks, reopening."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from theodolite.domain import (
    Box,
    Case,
    Clue,
    Exhibit,
    Hint,
    Message,
    Reference,
    ReferenceSearch,
)
from theodolite.errors import CaseDamaged, CaseLocked, InputError, NotFound, StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

Intake = Callable[..., Exhibit]


def test_the_folder_holds_what_the_design_says_and_nothing_else(full_case: Path) -> None:
    assert sorted(item.name for item in full_case.iterdir()) == ["case.db", "derived", "vault"]
    originals = [path for path in (full_case / "vault").rglob("*") if path.is_file()]
    assert len(originals) == 2
    for path in originals:
        assert path.parent.name == path.name[:2]
        assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_reopening_gives_the_same_state(full_case: Path) -> None:
    with CaseStore.open(full_case) as store:
        before = store.state()
    with CaseStore.open(full_case) as store:
        assert store.state() == before
    with CaseStore.open(full_case, read_only=True) as reader:
        assert reader.state() == before


def test_every_write_leaves_a_record_that_names_the_operator(
    store: CaseStore, intake: Intake, hint: Callable[[str], Hint]
) -> None:
    intake(store, b"bytes")
    store.add_hint(hint("in Italy"), operator="B. Other")
    records = store.log()
    assert [r.action for r in records] == ["case created", "bytes stored", "exhibit added", "hint added"]
    assert [r.operator for r in records] == ["A. Examiner"] * 3 + ["B. Other"]
    assert [r.sequence for r in store.log(2)] == [3, 4]
    assert store.state().log_head == records[-1].hash


def test_bytes_are_on_record_before_they_are_an_exhibit(store: CaseStore) -> None:
    kept = store.store_bytes(io.BytesIO(b"x"), name="clipboard")
    assert kept.sha256 in store.log()[-1].payload
    assert store.log()[-1].action == "bytes stored"


def test_ids_are_never_used_twice(store: CaseStore, hint: Callable[[str], Hint]) -> None:
    assert store.next_id("H") == "H1"
    assert store.add_hint(hint("a")).id == "H1"
    store.remove_hint("H1")
    assert store.add_hint(hint("b")).id == "H2"
    with pytest.raises(InputError):
        store.add_hint(replace(hint("c"), id="H2"))


def test_a_second_examination_keeps_ids_and_what_a_person_decided(
    store: CaseStore, intake: Intake, clue: Callable[..., Clue]
) -> None:
    intake(store, b"bytes")
    first = store.put_clues("E1", [clue("a", box=Box(0, 0, 1, 1)), clue("b")])
    assert [(c.id, c.mark) for c in first] == [("C1", 1), ("C2", None)]
    by_hand = store.add_clue(clue("tower", by_person=True, box=Box(0, 0, 0.5, 0.5)))
    assert by_hand.mark == 2
    store.update_clue(replace(first[0], active=False, rejected_reason="a shop name"))
    again = store.put_clues("E1", [clue("b"), clue("c"), clue("a", box=Box(0, 0, 1, 1))])
    assert [c.id for c in again] == ["C2", "C4", "C1"]
    assert again[2].rejected_reason == "a shop name"
    assert again[2].mark == 1
    assert [c.id for c in store.state().clues] == ["C1", "C2", "C3", "C4"]
    assert store.state().exhibits[0].examined
    store.put_clues("E1", [])
    assert [c.id for c in store.state().clues] == ["C3"], "only machine clues are replaced"


def test_what_intake_recorded_never_changes(store: CaseStore, intake: Intake) -> None:
    item = intake(store, b"bytes")
    with pytest.raises(InputError):
        store.update_exhibit(replace(item, sha256="0" * 64))
    with pytest.raises(NotFound):
        store.update_exhibit(replace(item, id="E9"))


def test_withdrawal_is_undoable_and_survives_a_restart(full_case: Path) -> None:
    with CaseStore.open(full_case) as store:
        item = store.state().exhibits[0]
        store.update_exhibit(replace(item, withdrawn=True), "exhibit withdrawn")
    with CaseStore.open(full_case) as store:
        assert store.undo() == "exhibit withdrawn"
        assert not store.state().exhibits[0].withdrawn
        assert store.log()[-1].action == "undo: exhibit withdrawn"
    with CaseStore.open(full_case) as store:
        assert store.redo() == "exhibit withdrawn"
        assert store.state().exhibits[0].withdrawn


def test_undo_passes_over_what_the_machine_replaced_since(
    store: CaseStore, intake: Intake, clue: Callable[..., Clue], hint: Callable[[str], Hint]
) -> None:
    intake(store, b"bytes")
    (found,) = store.put_clues("E1", [clue("a")])
    store.add_hint(hint("in Italy"))
    store.update_clue(replace(found, active=False))
    store.put_clues("E1", [])
    assert store.undo() == "hint added"
    with pytest.raises(InputError, match="nothing to undo"):
        store.undo()


def test_a_message_keeps_what_the_model_really_said(store: CaseStore) -> None:
    message = store.add_message(Message("", "model", "shown", "2026", "m", "0" * 64), raw="said")
    assert message.id == "M1"
    assert '"raw":"said"' in store.log()[-1].payload


def test_searches_and_indexes(store: CaseStore, intake: Intake) -> None:
    intake(store, b"bytes")
    found = Reference("r", "/i", "n", "/n.jpg", 43.4, -0.1, 0.87)
    search = ReferenceSearch("E1", (("/i", "0" * 64),), "vision-starter", "1" * 64, 1, (found,))
    store.put_seen(search)
    store.add_index("/i")
    store.add_index("/i")
    assert store.state().searches == (search,)
    assert store.state().indexes == ("/i",)


def test_window_layout_is_kept_but_not_logged(folder: Path) -> None:
    with CaseStore.open(folder) as store:
        length = store.state().log_length
        store.set_view_state({"tab": "map", "zoom": 1.5})
        assert store.state().log_length == length
    with CaseStore.open(folder) as store:
        assert store.view_state() == {"tab": "map", "zoom": 1.5}


def test_derived_files_stay_inside(store: CaseStore) -> None:
    store.keep("ab" * 32, "thumbnail-64.jpg", b"x")
    assert store.kept("ab" * 32, "thumbnail-64.jpg") == b"x"
    assert store.kept("ab" * 32, "thumbnail-64.jpg", most=0) is None
    (path,) = (path for path in store.folder.rglob("*64*") if path.is_file())
    assert path.is_relative_to(store.derived_folder("ab" * 32))
    assert path.is_relative_to(store.folder / "derived")
    for bad in ("../x", "", ".hidden", "a/b", "a\0b"):
        with pytest.raises(InputError):
            store.keep("ab" * 32, bad, b"x")
    with pytest.raises(InputError):
        store.vault_path("../../etc/passwd")


def test_text_that_utf8_cannot_hold_stays_visible(store: CaseStore, intake: Intake) -> None:
    item = intake(store, b"bytes", name="bad\udcff\x00\u202e.jpg")
    assert item.name == "bad\\udcff\x00\u202e.jpg"
    folder = store.folder
    store.close()
    with CaseStore.open(folder) as again:
        assert again.state().exhibits == (item,)


def test_a_second_writer_is_refused_and_a_reader_follows(
    store: CaseStore, hint: Callable[[str], Hint]
) -> None:
    with pytest.raises(CaseLocked, match="open for writing"):
        CaseStore.open(store.folder)
    with CaseStore.open(store.folder, read_only=True) as reader:
        store.add_hint(hint("in Italy"))
        assert reader.state() == store.state()
        with pytest.raises(StorageFailed):
            reader.add_hint(hint("in France"))


def test_the_lock_of_a_killed_writer_is_free(folder: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from theodolite.store import CaseStore\n"
        "store = CaseStore.open(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"open\n"
    with pytest.raises(CaseLocked):
        CaseStore.open(folder)
    child.kill()
    child.wait()
    child.stdout.close()
    CaseStore.open(folder).close()


def test_creating_needs_an_empty_place(tmp_path: Path, folder: Path, case: Case) -> None:
    with pytest.raises(InputError):
        CaseStore.create(folder, case)
    (tmp_path / "empty.case").mkdir()
    CaseStore.create(tmp_path / "empty.case", case).close()
    with pytest.raises(NotFound):
        CaseStore.open(tmp_path / "missing.case")
    assert not [item for item in tmp_path.iterdir() if item.name.startswith(".")]


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 400], ids=["empty", "text"])
def test_a_foreign_database_is_refused_and_not_changed(folder: Path, content: bytes) -> None:
    (folder / "case.db").write_bytes(content)
    with pytest.raises(CaseDamaged):
        CaseStore.open(folder)
    assert (folder / "case.db").read_bytes() == content
    assert not run_to_end(verify_case(folder)).intact


def test_a_database_with_a_planted_view_or_trigger_is_refused(full_case: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(full_case / "case.db")
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON log BEGIN DELETE FROM state; END")
    connection.commit()
    connection.close()
    with pytest.raises(CaseDamaged, match="not ours"):
        CaseStore.open(full_case)
    assert any("trigger evil" in problem for problem in run_to_end(verify_case(full_case)).problems)


def test_a_torn_page_is_damage(full_case: Path) -> None:
    path = full_case / "case.db"
    data = bytearray(path.read_bytes())
    data[5000:9000] = os.urandom(4000)
    path.write_bytes(bytes(data))
    with pytest.raises(CaseDamaged):
        CaseStore.open(full_case)
