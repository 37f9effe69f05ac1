"""Whatever is changed behind the program's back is named, by the stand-alone verifier too."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, log, verify, verify_case


def sql(folder: Path, *statements: str) -> None:
    """Change the database as an attacker with access to it would."""
    connection = sqlite3.connect(folder / "case.db")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, text in triggers:
        connection.execute(text)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def original(folder: Path, exhibit: str) -> Path:
    with CaseStore.open(folder, read_only=True) as store:
        sha256 = next(e.sha256 for e in store.state().exhibits if e.id == exhibit)
        path = store.vault_path(sha256)
    path.chmod(0o644)
    return path


def flip(folder: Path) -> None:
    path = original(folder, "E2")
    data = bytearray(path.read_bytes())
    data[7] ^= 1
    path.write_bytes(bytes(data))


def swap(folder: Path) -> None:
    first, second = original(folder, "E1"), original(folder, "E2")
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)


def link(folder: Path) -> None:
    path = original(folder, "E1")
    path.rename(folder.parent / "elsewhere")
    path.symlink_to(folder.parent / "elsewhere")


def rebuild_payload(folder: Path) -> None:
    """Edit a record and repair its own hash: the link to the next one breaks."""
    connection = sqlite3.connect(f"file:{folder}/case.db?mode=ro", uri=True)
    row = connection.execute("SELECT * FROM log WHERE sequence = 3").fetchone()
    connection.close()
    payload = row[4].replace('"id":"E1"', '"id":"E7"')
    own = log.record_hash(row[0], row[1], row[2], row[3], payload, row[5])
    quoted = payload.replace("'", "''")
    sql(folder, f"UPDATE log SET payload = '{quoted}', hash = '{own}' WHERE sequence = 3")


TAMPER: dict[str, tuple[Callable[[Path], object], str]] = {
    "vault bit": (flip, "E2: vault/"),
    "vault swap": (swap, "has changed"),
    "vault delete": (lambda f: original(f, "E1").unlink(), "is missing"),
    "vault insert": (lambda f: (f / "vault" / "x").write_bytes(b"planted"), "not in the log"),
    "vault link": (link, "not a regular file"),
    "vault truncate": (lambda f: original(f, "E1").write_bytes(b"f"), "has changed"),
    "log edit": (lambda f: sql(f, "UPDATE log SET operator = 'x' WHERE sequence = 2"), "log record 2"),
    "log edit and rehash": (rebuild_payload, "log record 4: does not follow"),
    "log time": (lambda f: sql(f, "UPDATE log SET utc = '2020' WHERE sequence = 5"), "log record 5"),
    "log delete": (lambda f: sql(f, "DELETE FROM log WHERE sequence = 4"), "record 4 is missing"),
    "log truncate": (lambda f: sql(f, "DELETE FROM log WHERE sequence > 6"), "not in the log"),
    "log empty": (lambda f: sql(f, "DELETE FROM log"), "no record at all"),
    "log insert": (
        lambda f: sql(
            f,
            "INSERT INTO log SELECT sequence + 1, utc, operator, action, payload, hash, hash FROM log"
            " ORDER BY sequence DESC LIMIT 1",
        ),
        "its content is not what was hashed",
    ),
    "log reorder": (
        lambda f: sql(
            f,
            "UPDATE log SET sequence = -4 WHERE sequence = 4",
            "UPDATE log SET sequence = 4 WHERE sequence = 5",
            "UPDATE log SET sequence = 5 WHERE sequence = -4",
        ),
        "log record 4",
    ),
    "state edit": (
        lambda f: sql(
            f,
            "UPDATE state SET digest = (SELECT digest FROM state WHERE id = 'case') WHERE kind = 'hint'",
        ),
        "hint H1: the row differs from the log",
    ),
    "sealed edit": (
        lambda f: sql(f, "UPDATE sealed SET value = replace(value, 'in Italy', 'in Spain')"),
        "hint H1: its sealed value is not what was hashed",
    ),
    "sealed name": (
        lambda f: sql(f, "UPDATE sealed SET value = replace(value, 'two.jpg', 'six.jpg')"),
        "exhibit E2: its sealed value is not what was hashed",
    ),
    "sealed salt": (
        lambda f: sql(f, "UPDATE sealed SET salt = upper(salt) WHERE about = 'E2' AND field = 'value'"),
        "exhibit E2: its sealed value is not what was hashed",
    ),
    "sealed field": (
        lambda f: sql(f, "UPDATE sealed SET field = 'path' WHERE about = 'E1' AND field = 'name'"),
        "exhibit E1: its sealed value is not what was hashed",
    ),
    "sealed about": (
        lambda f: sql(f, "UPDATE sealed SET about = '' WHERE about = 'E2' AND field = 'value'"),
        "does not say that it is about E2",
    ),
    "sealed delete": (
        lambda f: sql(f, "DELETE FROM sealed WHERE value LIKE '%in Italy%'"),
        "hint H1: its sealed value is missing",
    ),
    "sealed withheld": (
        lambda f: sql(f, "UPDATE sealed SET value = NULL, salt = NULL WHERE value LIKE '%in Italy%'"),
        "hint H1: its sealed value is missing",
    ),
    "sealed insert": (
        lambda f: sql(
            f, "INSERT INTO sealed SELECT 'planted', field, salt, value, about FROM sealed LIMIT 1"
        ),
        "sealed value planted: no record names it",
    ),
    "sealed swap": (
        lambda f: sql(
            f,
            "UPDATE sealed SET value = (SELECT value FROM sealed WHERE value LIKE '%in France%')"
            " WHERE value LIKE '%in Italy%'",
        ),
        "hint H1: its sealed value is not what was hashed",
    ),
    "state delete": (lambda f: sql(f, "DELETE FROM state WHERE id = 'C1'"), "clue C1: the row is in the log"),
    "state insert": (
        lambda f: sql(f, "INSERT INTO state SELECT kind, 'H2', digest FROM state WHERE id = 'H1'"),
        "hint H2: the row is in the database but not in the log",
    ),
    "counter": (lambda f: sql(f, "UPDATE counter SET last = 0"), "counter"),
    "view": (lambda f: sql(f, "CREATE VIEW planted AS SELECT 1"), "view planted"),
}


@pytest.mark.parametrize("name", TAMPER)
def test_tampering_is_named(full_case: Path, name: str) -> None:
    assert run_to_end(verify_case(full_case)).intact
    change, expected = TAMPER[name]
    change(full_case)
    found = run_to_end(verify_case(full_case))
    assert not found.intact
    assert any(expected in problem for problem in found.problems), found.problems


def test_all_mismatches_are_named_the_first_one_first(full_case: Path) -> None:
    flip(full_case)
    original(full_case, "E1").unlink()
    sql(full_case, "UPDATE log SET operator = 'x' WHERE sequence = 2")
    found = run_to_end(verify_case(full_case))
    assert found.problems[0].startswith("log record 2")
    assert {problem[:2] for problem in found.problems[1:]} == {"E1", "E2"}


def test_a_cut_tail_without_state_needs_the_printed_head(full_case: Path) -> None:
    """Records at the end that change nothing can only be missed by someone who knows the head."""
    with CaseStore.open(full_case) as store:
        store.record("report exported", {"format": "html"})
        head = store.state().log_head
    assert run_to_end(verify_case(full_case, head=head)).intact
    sql(full_case, "DELETE FROM log WHERE sequence = (SELECT max(sequence) FROM log)")
    assert "no record names it" in run_to_end(verify_case(full_case)).problems[0]
    sql(full_case, 'DELETE FROM sealed WHERE value LIKE \'%"format":"html"%\'')
    assert run_to_end(verify_case(full_case)).intact
    assert not run_to_end(verify_case(full_case, head=head)).intact


def test_it_runs_alone_with_the_standard_library(full_case: Path, tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_text(verify.single_file(), "utf-8")
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(full_case)]
    with CaseStore.open(full_case, read_only=True) as store:
        head = store.state().log_head
    good = subprocess.run([*command, "--head", head], capture_output=True, text=True)
    assert (good.returncode, good.stderr) == (0, "")
    assert "INTACT: 2 originals" in good.stdout
    assert head in good.stdout
    flip(full_case)
    bad = subprocess.run(command, capture_output=True, text=True)
    assert bad.returncode == 1
    assert "PROBLEM E2: vault/" in bad.stdout
    assert subprocess.run(command[:4], capture_output=True).returncode == 2


def test_verifying_leaves_no_trace(full_case: Path) -> None:
    before = sorted(str(path) for path in full_case.rglob("*"))
    run_to_end(verify_case(full_case))
    assert sorted(str(path) for path in full_case.rglob("*")) == before


def test_verifying_while_the_case_is_open(full_case: Path) -> None:
    with CaseStore.open(full_case) as store:
        store.record("viewed", {"exhibit": "E1"})
        found = run_to_end(verify_case(full_case))
        assert found.intact
        assert found.head == store.state().log_head


def test_payloads_are_canonical_and_hold_no_reals(full_case: Path) -> None:
    with CaseStore.open(full_case) as store:
        for record in store.log():
            parsed = json.loads(record.payload, parse_float=lambda text: pytest.fail(f"a real: {text}"))
            assert log.canonical(parsed) == record.payload
