"""Two copies of one case on disk: what was done in each is in the joined one, and both logs still verify."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.core.store.conftest import CASE, exhibit_of

from theodolite.domain import (
    PROTECTED,
    AreaReach,
    Clue,
    Hint,
    HintState,
    LogRecord,
    Message,
    Origin,
    Status,
    Strength,
    Verdict,
)
from theodolite.errors import InputError, NotFound, StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, bundle, verify, verify_case
from theodolite.store.merge.joining import Joined, branches, join, resolve
from theodolite.store.trust import signatures
from theodolite.store.trust.keys import ExaminerKey


def hint(text: str) -> Hint:
    reach = AreaReach("country", ("IT",))
    return Hint("", text, text, reach, Strength.LIKELY, HintState.ON, "2026-01-01T00:00:00Z")


def clue(of: str, text: str) -> Clue:
    origins = (Origin("person", "p"),)
    return Clue("", of, "hand", text, "tower", Strength.WEAK, "m", "1", "r", origins, by_person=True)


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A case and a copy of its folder, each with work of its own since."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    ours, theirs = tmp_path / "ours.case", tmp_path / "theirs.case"
    with CaseStore.create(ours, CASE) as store:
        exhibit_of(store, b"first" * 100, "one.jpg")
        exhibit_of(store, b"second" * 100, "two.jpg")
        store.add_hint(hint("in Italy"))
    shutil.copytree(ours, theirs)
    with CaseStore.open(ours) as store:
        exhibit_of(store, b"mine" * 100, "mine.jpg")
        exhibit_of(store, b"both" * 100, "both here.jpg")
        store.add_clue(clue("E3", "mine"))
        store.update_hint(replace(store.state().hints[0], strength=Strength.WEAK))
    with CaseStore.open(theirs) as store:
        exhibit_of(store, b"both" * 100, "both there.jpg")
        exhibit_of(store, b"theirs" * 100, "theirs.jpg")
        store.add_clue(clue("E4", "theirs"), operator="B. Colleague")
        store.update_hint(replace(store.state().hints[0], strength=Strength.CERTAIN))
        store.add_hint(hint("in Tuscany"))
        store.add_message(Message("", "person", "E4 is a square", "2026", "B. Colleague"))
    return ours, theirs


def joined(ours: Path, theirs: Path) -> Joined:
    with CaseStore.open(ours) as mine, CaseStore.open(theirs, read_only=True) as other:
        return run_to_end(join(mine, other, operator="A. Examiner"))


def head(folder: Path) -> str:
    with CaseStore.open(folder, read_only=True) as store:
        return store.state().log_head


def test_two_copies_become_one_and_every_head_is_found(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    heads = head(ours), head(theirs)
    before = sorted((p, p.read_bytes()) for p in theirs.rglob("*") if p.is_file())
    found = joined(ours, theirs)
    assert [(one.kind, one.key) for one in found.conflicts] == [("hint", "H1")]
    assert dict(found.names) == {"E3": "E4", "E4": "E5", "C1": "C2"}
    assert (found.files, found.left_out) == (1, ())
    with CaseStore.open(ours) as store:
        state = store.state()
        assert [item.sha256 for item in state.exhibits][-1] == store_sha(b"theirs" * 100)
        assert store.vault_path(state.exhibits[-1].sha256).read_bytes() == b"theirs" * 100
        assert [(one.id, one.exhibit, one.observation) for one in state.clues] == [
            ("C1", "E3", "mine"),
            ("C2", "E5", "theirs"),
        ]
        assert state.hints[0].strength is Strength.WEAK
        assert [one.text for one in state.hints] == ["in Italy", "in Tuscany"]
        assert json.loads(state.merge_conflicts[0].theirs)["strength"] == "certain"
        assert "B. Colleague" in {person.account for person in state.persons}
        assert [record.hash for record in branches(store)[0]][-1] == heads[1]
    for one in (*heads, head(ours)):
        assert run_to_end(verify_case(ours, head=one)).problems == ()
    assert not run_to_end(verify_case(ours, head="0" * 64)).intact
    assert run_to_end(verify_case(theirs)).intact
    assert sorted((p, p.read_bytes()) for p in theirs.rglob("*") if p.is_file()) == before


def store_sha(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def test_merging_again_brings_only_what_is_new(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    joined(ours, theirs)
    assert joined(ours, theirs) == Joined(0, 0, 0, (), (), ())
    with CaseStore.open(theirs) as store:
        store.add_clue(clue("E4", "later"))
        store.add_clue(clue("E1", "later"))
    found = joined(ours, theirs)
    assert (found.conflicts, found.rows) == ((), 2)
    with CaseStore.open(ours, read_only=True) as store:
        later = {one.id: one.exhibit for one in store.state().clues if one.observation == "later"}
        assert later == {"C3": "E1", "C4": "E5"}
    assert run_to_end(verify_case(ours, head=head(theirs))).intact


def test_the_other_copy_takes_the_joined_one(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    joined(ours, theirs)
    found = joined(theirs, ours)
    assert found.conflicts == ()
    with CaseStore.open(ours, read_only=True) as one, CaseStore.open(theirs, read_only=True) as two:
        mine, other = one.state(), two.state()
        assert {item.sha256 for item in mine.exhibits} == {item.sha256 for item in other.exhibits}
        bytes_of = {item.id: item.sha256 for item in mine.exhibits}
        there = {item.id: item.sha256 for item in other.exhibits}
        assert sorted((c.observation, bytes_of[c.exhibit]) for c in mine.clues) == sorted(
            (c.observation, there[c.exhibit]) for c in other.clues
        )
        assert len(mine.messages) == len(other.messages)
        assert mine.hints == other.hints
        assert mine.merge_conflicts == other.merge_conflicts
        assert [one.chosen for one in other.merge_conflicts] == [""]  # both copies list what is not decided
    for folder in copies:
        assert run_to_end(verify_case(folder, head=head(ours))).problems == ()
    with CaseStore.open(theirs) as store:
        store.add_hint(hint("in Arezzo"))
    found = joined(ours, theirs)
    with CaseStore.open(ours, read_only=True) as store:
        assert [one.text for one in store.state().hints] == ["in Italy", "in Tuscany", "in Arezzo"]


def test_a_conflict_is_decided_by_a_person_and_can_be_undone(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    joined(ours, theirs)
    with CaseStore.open(ours) as store:
        with pytest.raises(InputError):
            resolve(store, "Q1", "theirs", " ")
        with pytest.raises(InputError):
            resolve(store, "Q1", "both", "because")
        with pytest.raises(NotFound):
            resolve(store, "Q9", "ours", "because")
        resolve(store, "Q1", "theirs", "they stood there")
        state = store.state()
        assert state.hints[0].strength is Strength.CERTAIN
        assert (state.merge_conflicts[0].chosen, state.merge_conflicts[0].reason) == (
            "theirs",
            "they stood there",
        )
        with pytest.raises(InputError):
            resolve(store, "Q1", "ours", "because")
        store.undo()
        assert store.state().hints[0].strength is Strength.WEAK
        assert store.state().merge_conflicts[0].chosen == ""
    assert run_to_end(verify_case(ours)).intact


def test_an_opposed_verdict_chosen_later_stands_beside_ours(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    for folder, status in ((ours, Status.REJECTED), (theirs, Status.VERIFIED)):
        with CaseStore.open(folder) as store:
            store.add_verdict(Verdict("", "E1", 43.4, 11.8, "Arezzo", status, "because", "P1", "2026"))
    found = joined(ours, theirs)
    conflict = next(one for one in found.conflicts if one.kind == "verdict")
    with CaseStore.open(ours) as store:
        assert [one.status for one in store.state().verdicts] == [Status.REJECTED]
        resolve(store, conflict.id, "theirs", "seen on the spot")
        assert [one.status for one in store.state().verdicts] == [Status.REJECTED, Status.VERIFIED]
        assert [one.id for one in store.state().verdicts] == ["V1", "V2"]


def test_a_colleague_who_got_no_names_gives_none_back(copies: tuple[Path, Path], tmp_path: Path) -> None:
    """A bundle without protected values goes out, is worked on, and comes back: nothing is overwritten."""
    ours, _ = copies
    with CaseStore.open(ours) as store:
        out = run_to_end(bundle.export(store, tmp_path / "out"))
    case = run_to_end(bundle.read(out, tmp_path / "colleague.case", operator="Colleague"))
    with CaseStore.open(case) as store:
        item = store.state().exhibits[0]
        assert item.name == "[withheld]"
        store.update_exhibit(replace(item, graphic=True))
        store.add_clue(clue("E1", "seen without the name"))
        disclosed = frozenset(PROTECTED)
        answer = run_to_end(bundle.export(store, tmp_path / "answer", disclose=disclosed))
    back = run_to_end(bundle.read(answer, tmp_path / "back.case", operator="A. Examiner"))
    found = joined(ours, back)
    assert found.conflicts == ()
    with CaseStore.open(ours, read_only=True) as store:
        item = store.state().exhibits[0]
        assert (item.graphic, item.name, item.source) == (True, "one.jpg", "one.jpg")
        assert store.state().case.operator == "A. Examiner"
        assert "seen without the name" in {one.observation for one in store.state().clues}
    assert run_to_end(verify_case(ours)).problems == ()


def test_the_fuller_copy_fills_what_was_withheld(copies: tuple[Path, Path], tmp_path: Path) -> None:
    ours, _ = copies
    with CaseStore.open(ours) as store:
        out = run_to_end(bundle.export(store, tmp_path / "out"))
        store.add_clue(clue("E1", "after it left"))
    thin = run_to_end(bundle.read(out, tmp_path / "thin.case", operator="Colleague"))
    assert joined(thin, ours).conflicts == ()
    with CaseStore.open(thin, read_only=True) as store:
        assert store.state().exhibits[0].name == "one.jpg"
        assert "after it left" in {one.observation for one in store.state().clues}
    assert run_to_end(verify_case(thin)).problems == ()


def test_an_original_that_only_theirs_has_by_its_hash_is_said(
    copies: tuple[Path, Path], tmp_path: Path
) -> None:
    ours, theirs = copies
    with CaseStore.open(theirs) as store:
        out = run_to_end(
            bundle.export(store, tmp_path / "out", originals=False, disclose=frozenset(PROTECTED))
        )
    hollow = run_to_end(bundle.read(out, tmp_path / "hollow.case", operator="A. Examiner"))
    found = joined(ours, hollow)
    assert found.files == 0
    assert any("is not in the other copy" in text for text in found.left_out)
    assert run_to_end(verify_case(ours)).intact
    found = joined(ours, theirs)
    assert found.records == 0


def destroyed(folder: Path, exhibit: str) -> str:
    with CaseStore.open(folder) as store:
        sha256 = next(item.sha256 for item in store.state().exhibits if item.id == exhibit)
        run_to_end(store.destroy(exhibit, "a court order", confirmed=sha256[:8]))
    return sha256


def everywhere(folder: Path, text: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and text in path.read_bytes()]


def test_what_was_destroyed_here_does_not_come_back(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with CaseStore.open(theirs) as store:
        store.add_clue(clue("E2", "seen in what goes"))
    gone = destroyed(ours, "E2")
    found = joined(ours, theirs)
    assert any("destroyed here" in text for text in found.left_out)
    with CaseStore.open(ours, read_only=True) as store:
        assert "E2" not in {item.id for item in store.state().exhibits}
        assert not store.vault_path(gone).exists()
    assert everywhere(ours, b"seen in what goes") == []
    assert everywhere(ours, b"two.jpg") == []
    assert run_to_end(verify_case(ours, head=head(theirs))).problems == ()


def test_what_was_destroyed_there_is_listed_and_stays_here(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    gone = destroyed(theirs, "E2")
    found = joined(ours, theirs)
    assert ("tombstone", "E2") in {(one.kind, one.key) for one in found.conflicts}
    with CaseStore.open(ours) as store:
        assert "two.jpg" in {item.name for item in store.state().exhibits}
        assert store.vault_path(gone).exists()
        conflict = next(one.id for one in store.state().merge_conflicts if one.kind == "tombstone")
        with pytest.raises(InputError, match="destruction"):
            resolve(store, conflict, "theirs", "because")
    assert run_to_end(verify_case(ours, head=head(theirs))).problems == ()


def test_what_came_with_a_merge_can_be_destroyed_whole(copies: tuple[Path, Path], tmp_path: Path) -> None:
    """Theirs E4 is E5 here, and E4 is another: the one goes with the records of both, not the other."""
    ours, theirs = copies
    joined(ours, theirs)
    destroyed(ours, "E5")
    assert everywhere(ours, b"theirs.jpg") == []
    with CaseStore.open(ours, read_only=True) as store:
        state = store.state()
        assert [item.id for item in state.exhibits] == ["E1", "E2", "E3", "E4"]
        assert next(item.name for item in state.exhibits if item.id == "E4") == "both here.jpg"
        assert [one.observation for one in state.clues] == ["mine"]
    for one in (head(theirs), head(ours)):
        assert run_to_end(verify_case(ours, head=one)).problems == ()
    with CaseStore.open(ours) as store:
        out = run_to_end(bundle.export(store, tmp_path / "out", disclose=frozenset(PROTECTED)))
    assert everywhere(out, b"theirs.jpg") == []
    back = run_to_end(bundle.read(out, tmp_path / "back.case", operator="Other"))
    assert run_to_end(verify_case(back, head=head(theirs))).problems == ()


def test_a_clue_that_got_another_number_goes_with_its_exhibit(copies: tuple[Path, Path]) -> None:
    """C1 of theirs is C2 here, about E1 that both have: what their records say of it goes as well."""
    ours, theirs = copies
    with CaseStore.open(theirs) as store:
        store.add_clue(clue("E1", "MARKED words of theirs"))
    joined(ours, theirs)
    assert everywhere(ours, b"MARKED") != []
    destroyed(ours, "E1")
    assert everywhere(ours, b"MARKED") == []
    for one in (head(theirs), head(ours)):
        assert run_to_end(verify_case(ours, head=one)).problems == ()


def test_a_signature_over_the_other_copy_still_stands(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    seed = bytes(range(32))
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()
    key = ExaminerKey("B. Colleague", public, seed)
    with CaseStore.open(theirs) as store:
        state = store.state()
        person = next(one for one in state.persons if one.account == "B. Colleague")
        store.change("person", person.id, replace(person, key=key.public), "key named", undoable=False)
        state = store.state()
        made = signatures.sign(state.log_head, state.log_length, person.id, key)
        store.add("signature", made, "signed", undoable=False)
    joined(ours, theirs)
    with CaseStore.open(ours, read_only=True) as store:
        beside = {(one.sequence, one.hash) for branch in branches(store) for one in branch}
        heads = {one.sequence: one.hash for one in store.log()}
        (found,) = signatures.checks(store.state().signatures, heads, store.state().persons, beside)
        assert (found.good, found.known) == (True, True)
        (alone,) = signatures.checks(store.state().signatures, heads, store.state().persons)
        assert not alone.good
    assert run_to_end(verify_case(ours)).problems == ()


def test_what_is_no_copy_is_refused(copies: tuple[Path, Path], tmp_path: Path) -> None:
    ours, theirs = copies
    CaseStore.create(tmp_path / "other.case", CASE).close()
    with pytest.raises(InputError, match="not copies of one case"):
        joined(ours, tmp_path / "other.case")
    with (
        CaseStore.open(ours, read_only=True) as mine,
        CaseStore.open(theirs, read_only=True) as other,
        pytest.raises(StorageFailed),
    ):
        run_to_end(join(mine, other, operator="A"))


def test_the_records_of_the_other_copy_cannot_be_changed(copies: tuple[Path, Path], tmp_path: Path) -> None:
    """A forger who makes the chain of the joined case fit again still cannot change the other's records."""
    from theodolite.store import log

    ours, theirs = copies
    joined(ours, theirs)
    connection = sqlite3.connect(ours / "case.db")
    row = connection.execute("SELECT * FROM log ORDER BY sequence DESC LIMIT 1").fetchone()
    for what in ("text", "gone", "order", "base"):
        payload = json.loads(row[4])
        records = payload["branch"]["records"]
        if what == "text":
            records[1]["action"] = "another action"
        elif what == "gone":
            del records[-1]
        elif what == "order":
            records[0], records[1] = records[1], records[0]
        else:
            payload["branch"]["base"] = "0" * 64
        text = log.canonical(payload)
        own = log.record_hash(row[0], row[1], row[2], row[3], text, row[5])
        connection.execute("DROP TRIGGER log_no_update")
        connection.execute("UPDATE log SET payload = ?, hash = ? WHERE sequence = ?", (text, own, row[0]))
        connection.execute(
            "CREATE TRIGGER log_no_update BEFORE UPDATE ON log"
            " BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )
        connection.commit()
        found = run_to_end(verify_case(ours))
        assert any("copy" in problem for problem in found.problems), (what, found.problems)
    connection.close()


def test_a_joined_case_leaves_as_a_bundle(copies: tuple[Path, Path], tmp_path: Path) -> None:
    ours, theirs = copies
    joined(ours, theirs)
    with CaseStore.open(ours) as store:
        out = run_to_end(bundle.export(store, tmp_path / "out"))
    command = [sys.executable, "-I", "-S", "verify.py", ".", "--head", head(theirs)]
    found = subprocess.run(command, cwd=out, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout
    back = run_to_end(bundle.read(out, tmp_path / "back.case", operator="Other"))
    assert run_to_end(verify_case(back, head=head(theirs))).intact


def test_the_verifier_travels_as_one_file() -> None:
    assert "theodolite" not in "\n".join(
        line for line in verify.single_file().splitlines() if line.startswith(("import", "from"))
    )


def test_a_head_that_only_a_merged_branch_holds_is_not_called_intact(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody keeps the first records, goes on otherwise, and brings the true rest in beside."""
    forged, true = copies
    printed, kept = head(true), log_heads(forged)[0]
    joined(forged, true)
    at = next(one.sequence for one in log_of(forged) if one.action == "copies merged")
    note = f"the head stands in a copy that was merged at record {at}, not in the main log"
    for one, said in ((kept, ""), (head(forged), ""), (printed, note)):
        found = run_to_end(verify_case(forged, head=one))
        assert (found.intact, found.note) == (True, said)
        assert verify.main([str(forged), "--head", one]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[-2].startswith(f"NOT IN THE MAIN LOG: {note}" if said else "INTACT")
        assert ("INTACT" in lines[-2]) is not bool(said)
    with CaseStore.open(forged) as store:
        out = run_to_end(bundle.export(store, tmp_path / "out"))
    alone = [sys.executable, "-I", "-S", "verify.py", ".", "--head", printed]
    told = subprocess.run(alone, cwd=out, capture_output=True, text=True)
    assert told.returncode == 0 and note in told.stdout and "INTACT" not in told.stdout


def log_of(folder: Path) -> tuple[LogRecord, ...]:
    with CaseStore.open(folder, read_only=True) as store:
        return store.log()


def log_heads(folder: Path) -> list[str]:
    return [one.hash for one in log_of(folder)]
