"""Cases of every earlier schema open, after a copy was kept, and lose nothing."""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import Path

import pytest

from theodolite.domain import PROTECTED, HintState, LogRecord, Message, Status
from theodolite.errors import CaseDamaged, CaseLocked, InputError, StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, log, migrate, rebuild, schema, verify_case

HERE = Path(__file__).parent
ORIGINALS = (b"first original" * 100, b"second original" * 100)
NAMES = (b"piazza-one", b"SN-4711-A", b"Anna Archivist", b"Trattoria da Gino")


def case_of(folder: Path, dump: str) -> Path:
    """The case that ``dump`` is the SQL of; its originals are put back."""
    import hashlib

    (folder / "vault").mkdir(parents=True)
    (folder / "derived").mkdir()
    connection = sqlite3.connect(folder / "case.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.executescript((HERE / dump).read_text("utf-8"))
    connection.close()
    for data in ORIGINALS if dump == "format-1.sql" else ():
        name = hashlib.sha256(data).hexdigest()
        (folder / "vault" / name[:2]).mkdir(exist_ok=True)
        (folder / "vault" / name[:2] / name).write_bytes(data)
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return case_of(tmp_path / "old.case", "format-1.sql")


def tables(path: Path) -> str:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    return dump


def edit(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER log_no_update")
    connection.execute("DROP TRIGGER log_no_delete")
    for statement in statements:
        connection.execute(statement)
    for what in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER log_no_{what.lower()} BEFORE {what} ON log"
            " BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )
    connection.commit()
    connection.close()


def test_schema_one_still_opens(tmp_path: Path) -> None:
    folder = case_of(tmp_path / "old.case", "schema-0001.sql")
    with CaseStore.open(folder) as store:
        state = store.state()
        assert state.case.question == "Where was it taken?"
        assert [h.text for h in state.hints] == ["in Italy"]
        assert state.hints[0].state is HintState.ON
        assert store.redo() == "hint added"
    assert run_to_end(verify_case(folder)).problems == ()


def test_format_one_is_verified_before_and_after(old: Path) -> None:
    before = run_to_end(verify_case(old))
    assert (before.problems, before.files, before.records) == ((), 2, 17)
    CaseStore.open(old).close()
    after = run_to_end(verify_case(old, head=before.head))
    assert (after.problems, after.files, after.records) == ((), 2, 18)


def test_everything_is_there_and_old_steps_can_be_undone(old: Path) -> None:
    with CaseStore.open(old) as store:
        state = store.state()
        assert [e.name for e in state.exhibits] == ["piazza-one.jpg", "piazza-two.jpg"]
        assert state.exhibits[0].metadata.serial == "SN-4711-A"
        assert [c.observation for c in state.clues] == ["Trattoria da Gino", "b"]
        assert [v.status for v in state.verdicts] == [Status.VERIFIED]
        assert state.indexes == ("/index/one",)
        assert [(p.id, p.account) for p in state.persons] == [("P1", "A. Examiner"), ("P2", "B. Other")]
        assert [r.action for r in store.log()][-2:] == ["exhibit withdrawn", "log format 2"]
        assert [r.operator for r in store.log()][6:8] == ["A. Examiner", "B. Other"]
        assert store.log()[-1].operator == "A. Examiner"
        assert store.undo() == "exhibit withdrawn"
        assert store.undo() == "verdict: verified"
        assert store.redo() == "verdict: verified"
        assert [v.label for v in store.state().verdicts] == ["Arezzo"]
    assert run_to_end(verify_case(old)).problems == ()


def test_a_copy_is_kept_first_and_is_the_case_as_it_was(old: Path) -> None:
    before = tables(old / "case.db")
    CaseStore.open(old).close()
    kept = old / "earlier" / "before-0002-sealed.db"
    assert tables(kept) == before
    assert tables(old / "case.db") != before
    with CaseStore.open(old) as store:
        store.add_message(Message("", "person", "later", "2026"))
    assert tables(kept) == before, "made once"


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(old / "case.db")

    def broken(*_: object) -> LogRecord:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(log, "following", broken)
    with pytest.raises((StorageFailed, CaseDamaged)):
        CaseStore.open(old)
    monkeypatch.undo()
    assert tables(old / "case.db") == before
    with CaseStore.open(old) as store:
        assert len(store.state().exhibits) == 2


def test_read_only_asks_for_one_opening_and_a_reader_in_the_middle_for_an_end(old: Path) -> None:
    with pytest.raises(InputError, match="open it for writing once"):
        CaseStore.open(old, read_only=True)
    writer, reader = sqlite3.connect(old / "case.db"), sqlite3.connect(old / "case.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM log").fetchone()
    writer.execute("INSERT INTO view VALUES ('tab', '\"map\"')")
    writer.commit()
    with pytest.raises(CaseLocked, match="being read"):
        CaseStore.open(old)
    reader.close()
    writer.close()
    CaseStore.open(old).close()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE state SET value = replace(value, 'in Italy', 'in Spain')", "hint H1: the row differs"),
        ("DELETE FROM state WHERE kind = 'pin'", "pin K1: the row is in the log but missing"),
        (
            "INSERT INTO state SELECT 'pin', 'K2', value FROM state WHERE id = 'K1'",
            "pin K2: the row is in the",
        ),
    ],
)
def test_a_state_edited_before_the_migration_is_still_named_after_it(
    old: Path, statement: str, expected: str
) -> None:
    """The new format must not whitewash: what it restates is compared with what the old records say."""
    edit(old / "case.db", statement)
    assert any(expected in problem for problem in run_to_end(verify_case(old)).problems)
    CaseStore.open(old).close()
    problems = run_to_end(verify_case(old)).problems
    assert any("format 1" in one or "records before it" in one for one in problems), problems


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE log SET operator = 'x' WHERE sequence = 2", "log record 2: its content"),
        ("UPDATE log SET payload = '' WHERE sequence = 4", "log record 4: its content is missing"),
        ("DELETE FROM log WHERE sequence = 5", "record 5 is missing"),
        ("UPDATE log SET payload = replace(payload, '\"K\":1', '\"K\":9') WHERE sequence = 18", "record 18"),
    ],
)
def test_old_records_stay_under_the_chain(old: Path, statement: str, expected: str) -> None:
    CaseStore.open(old).close()
    edit(old / "case.db", statement)
    assert any(expected in problem for problem in run_to_end(verify_case(old)).problems)


def destroyed(folder: Path) -> None:
    with CaseStore.open(folder) as store:
        sha256 = store.state().exhibits[0].sha256
        lines = store.destruction_of("E1")
        assert any(line.startswith("the content of the older log records 2, 3, 6, 11, 14") for line in lines)
        run_to_end(store.destroy("E1", "order of the court", confirmed=sha256[:8]))


def test_destruction_empties_old_records_and_removes_the_copy(old: Path) -> None:
    with CaseStore.open(old) as store:
        head = store.state().log_head
    destroyed(old)
    for path in sorted(old.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        assert not [name for name in (*NAMES, b"first original") if name in data], path
    assert not (old / "earlier").exists()
    found = run_to_end(verify_case(old, head=head))
    assert (found.problems, found.destructions) == ((), 1)
    with CaseStore.open(old) as store:
        assert [e.name for e in store.state().exhibits] == ["piazza-two.jpg"]
        assert store.log()[2].action == "exhibit added", "when, who and what stay"
        assert store.log()[2].payload == ""
        assert store.undo() == "exhibit withdrawn"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE log SET utc = '2020' WHERE sequence = 3", "log record 3: its time, operator or action"),
        ("UPDATE log SET operator = 'x' WHERE sequence = 3", "log record 3: its time, operator or action"),
        ("UPDATE log SET payload = '' WHERE sequence = 5", "log record 5: its content is missing"),
        ("UPDATE log SET payload = '{}' WHERE sequence = 3", "log record 3: its content"),
        ("UPDATE log SET hash = previous WHERE sequence = 3", "log record 4: does not follow"),
    ],
)
def test_a_destruction_hides_no_other_old_record(old: Path, statement: str, expected: str) -> None:
    destroyed(old)
    edit(old / "case.db", statement)
    problems = run_to_end(verify_case(old)).problems
    assert any(expected in problem for problem in problems), problems


def test_rebuilding_from_log_and_values_gives_the_same_case(old: Path, tmp_path: Path) -> None:
    with CaseStore.open(old) as store:
        store.update_exhibit(store.state().exhibits[0], "exhibit changed", operator="C. Third")
        store.undo()
        state, digests = store.state(), store.digests()
        rebuild(tmp_path / "copy.case", store.log_rows(), store.sealed_rows())
        for item in state.exhibits:
            data = store.vault_path(item.sha256).read_bytes()
            with CaseStore.open(tmp_path / "copy.case") as copy:
                run_to_end(copy.restore_original(io.BytesIO(data), item.sha256))
    with CaseStore.open(tmp_path / "copy.case") as copy:
        again = copy.state()
        assert copy.digests() == digests
        assert again.log_head == state.log_head
        assert again.exhibits == state.exhibits
        assert copy.next_id("H") == "H3"
    assert run_to_end(verify_case(tmp_path / "copy.case")).problems == ()


def test_what_is_withheld_is_in_no_row_that_leaves(old: Path) -> None:
    with CaseStore.open(old) as store:
        everything = frozenset(PROTECTED)
        left = json.dumps([list(row) for row in store.sealed_rows(everything)], ensure_ascii=False)
        left += json.dumps([record.payload + record.operator for record in store.log_rows(everything)])
        for word in ("piazza-one", "SN-4711-A", "Anna Archivist", "Examiner", "/home/anna", "/index"):
            assert word not in left
        assert "Trattoria da Gino" in left, "what is no protected field leaves"
        some = [row for row in store.sealed_rows(frozenset(PROTECTED[2:3])) if row.value is None]
        assert {row.field for row in some} == {"serial"}
        assert [r.hash for r in store.log_rows(everything)] == [r.hash for r in store.log()]
        assert migrate.ACTION in [record.action for record in store.log_rows(everything)]
