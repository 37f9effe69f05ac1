"""What was destroyed in one copy does not come back with another; a printed head cannot be borrowed."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from tests.core.store.conftest import CASE, clue_of, exhibit_of, hint_of

from theodolite.domain import LogRecord
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, bundle, log, verify_case
from theodolite.store.merge.joining import MERGED, join
from theodolite.store.rebuild import rebuild

_MARKED = "/home/anna/MARKERPATH/MARKERNAME1.jpg"


def planted(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        {found.decode() for path in files for found in re.findall(rb"MARKER\w+", path.read_bytes())}
    )


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A case in which E1 was destroyed, and a copy of it from before, with work of its own on E1."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    ours, theirs = tmp_path / "ours.case", tmp_path / "theirs.case"
    with CaseStore.create(ours, CASE) as store:
        marked = exhibit_of(store, b"one" * 100, _MARKED)
        exhibit_of(store, b"two" * 100, "two.jpg")
        store.add_clue(clue_of("MARKEROBSERVED on a sign"))
        store.add_hint(hint_of("it says MARKEROBSERVED on a sign there"))
    shutil.copytree(ours, theirs)
    with CaseStore.open(theirs) as store:
        store.add_hint(hint_of("again MARKEROBSERVED on a sign"))
        store.record("viewed", {"exhibit": "E1", "note": f"seen at {_MARKED}"})
        store.add_clue(clue_of("MARKERLATER in the branch"))
        store.add_hint(hint_of("it is MARKERLATER in the branch"))
        exhibit_of(store, b"three" * 100, "three.jpg")
    with CaseStore.open(ours) as store:
        run_to_end(store.destroy("E1", "order of the court", confirmed=marked.sha256[:8]))
    return ours, theirs


@pytest.mark.parametrize("through", ["folder", "bundle"])
def test_an_older_copy_brings_nothing_back(copies: tuple[Path, Path], tmp_path: Path, through: str) -> None:
    ours, theirs = copies
    assert planted(ours) == []
    if through == "bundle":
        with CaseStore.open(theirs) as store:
            run_to_end(bundle.export(store, tmp_path / "bag", disclose=frozenset({"name", "path"})))
        theirs = run_to_end(bundle.read(tmp_path / "bag", tmp_path / "again.case", operator="B"))
    with CaseStore.open(ours) as store, CaseStore.open(theirs, read_only=True) as other:
        found = run_to_end(join(store, other, operator="A. Examiner"))
        state = store.state()
    assert [item.size for item in state.exhibits] == [300, 500]  # theirs is there, the destroyed one is not
    assert len(state.hints) == 3
    assert state.clues == ()
    assert any("destroyed here" in text for text in found.left_out)
    assert planted(ours) == []
    checked = run_to_end(verify_case(ours))
    assert (checked.problems, checked.destructions) == ((), 1)


def _printed(folder: Path) -> tuple[int, str]:
    with CaseStore.create(folder, CASE) as store:
        exhibit_of(store, b"honest" * 100)
        return store.state().log_length, store.state().log_head


def test_a_head_in_a_branch_without_content_proves_nothing(tmp_path: Path) -> None:
    length, head = _printed(tmp_path / "honest.case")
    with CaseStore.create(tmp_path / "a.case", CASE) as store:
        exhibit_of(store, b"forged" * 100)
        base = next(store.log_rows()).hash
        stub = {"sequence": length, "previous": base, "hash": head}
        store.write_merged(
            MERGED,
            [],
            {},
            branch={"base": base, "head": head, "records": [stub]},
            withheld={"digests": [], "originals": [], "records": []},
            sealed=[],
            operator="A. Examiner",
        )
    assert not run_to_end(verify_case(tmp_path / "a.case", head=head)).intact


@pytest.mark.parametrize("at", [1, 3])
def test_a_head_in_a_record_without_content_proves_nothing(tmp_path: Path, at: int) -> None:
    _, head = _printed(tmp_path / "honest.case")
    with CaseStore.create(tmp_path / "a.case", CASE) as store:
        exhibit_of(store, b"forged" * 100)
        given, sealed = list(store.log_rows()), list(store.sealed_rows())
    made: list[LogRecord] = []
    for record in given:
        if len(made) + 1 == at:
            made.append(LogRecord(at, "", "", "", "", made[-1].hash if made else log.GENESIS, head))
        payload = json.loads(record.payload) | {"withheld": {"digests": [], "originals": [], "records": [at]}}
        made.append(log.following(made[-1] if made else None, record.operator, record.action, payload))
    rebuild(tmp_path / "forged.case", made, sealed)
    shutil.rmtree(tmp_path / "forged.case" / "vault")
    shutil.copytree(tmp_path / "a.case" / "vault", tmp_path / "forged.case" / "vault")
    assert not run_to_end(verify_case(tmp_path / "forged.case", head=head)).intact
    assert run_to_end(verify_case(tmp_path / "forged.case")).intact == (at == 1)  # only before format 2
