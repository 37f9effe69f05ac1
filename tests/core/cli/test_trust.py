"""Keys, signatures, stamps and reviews on the command line: the guide, and what is refused."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.core.store.trust.authority import Authority
from theodolite.cli import main
from theodolite.domain import Case, Clue, Exhibit, Origin, Status, Strength, Verdict
from theodolite.store import CaseStore
from theodolite.store.trust import keys

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide" / "trust.md"
COMMANDS = re.findall(r"^ {4}theodolite (.+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """tower.case with a verified E1, words for a key, and a home of its own."""
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(keys, "COST", {"memory_kib": 64, "passes": 1, "lanes": 1})
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words.txt").write_text("correct horse battery\n")
    with CaseStore.create(
        tmp_path / "tower.case", Case("t", "q", "A. Examiner", "2026-01-01T00:00:00Z")
    ) as store:
        kept = store.store_bytes(io.BytesIO(b"x"), name="a.jpg")
        facts = (
            kept.sha256,
            kept.md5,
            kept.size,
            "image/jpeg",
            "",
            "2026-01-01T00:00:00Z",
            "A. Examiner",
            True,
        )
        store.add_exhibit(Exhibit("", "a.jpg", *facts))
        origins = (Origin("person", "A. Examiner"),)
        store.add_clue(
            Clue("", "E1", "person", "a tower", "Arezzo", Strength.LIKELY, "seen", "1", "p:1", origins)
        )
        place = ("E1", 43.4645, 11.8815, "Arezzo", Status.VERIFIED, "the secret reason", "A. Examiner")
        store.add_verdict(Verdict("", *place, "2026-01-01T00:00:00Z"))
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_commands_of_the_guide_work(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tsa, given = Authority(), {}
    (case / "authority.pem").write_bytes(tsa.root.pem)
    assert len(COMMANDS) == 10
    for text in COMMANDS:
        words = shlex.split(text)
        if words[:2] == ["stamp", "import"]:
            asked = (case / "stamps" / "theodolite-head.txt").read_bytes()
            (case / words[3]).write_bytes(tsa.answer(hashlib.sha256(asked).digest()))
        code, document = run(capsys, *words)
        assert code == 0, (text, document)
        given[" ".join(words[:2])] = document["data"]
        if words[:2] == ["review", "begin"]:
            shown = run(capsys, "case", "show", "tower.case")[1]["data"]
            assert shown["verdicts"] == [] and "secret reason" not in json.dumps(shown)
    assert given["stamp import"]["state"] == "confirmed"
    assert [one["good"] for one in given["trust tower.case"]["signatures"]] == [True]
    assert (given["review give"]["blind"], given["review give"]["agrees"]) == (True, True)
    assert [one["agreed"] for one in given["review show"]["clues"]] == [False]
    assert len(run(capsys, "case", "show", "tower.case")[1]["data"]["verdicts"]) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("sign tower.case --key Nobody", "not-found"),
        ("key make X", "passphrase-needed"),
        ("key remove X", "not-found"),
        ("stamp import tower.case words.txt", "bad-input"),
        ("stamp import tower.case missing.tsr", "not-found"),
        ("review give tower.case --exhibit E1 --place 43.4645N,11.8815E", "bad-input"),
        ("review give tower.case --clue C1", "bad-input"),
        ("review end tower.case", "bad-input"),
    ],
)
def test_what_cannot_be_done_is_named(
    case: Path, capsys: pytest.CaptureFixture[str], words: str, code: str
) -> None:
    exit_code, document = run(capsys, *shlex.split(words))
    assert exit_code == 1 and document["error"]["code"] == code, document


def test_a_stamp_that_is_invalid_is_recorded_and_is_a_problem(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tsa = Authority()
    head = run(capsys, "stamp", "request", "tower.case", "--out", "out")[1]["data"]["head"]
    (case / "a.tsr").write_bytes(tsa.answer(bytes.fromhex(head), change=True))
    code, document = run(capsys, "stamp", "import", "tower.case", "a.tsr")
    assert code == 1 and "not what was signed" in document["error"]["text"]
    assert [one["state"] for one in run(capsys, "trust", "tower.case")[1]["data"]["stamps"]] == ["invalid"]


def test_passphrases_change_and_keys_are_forgotten(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = ("--key-passphrase-file", "words.txt")
    assert run(capsys, "key", "make", "Ada", *own)[0] == 0
    (case / "new.txt").write_text("other words entirely")
    assert run(capsys, "key", "passphrase", "Ada", *own, "--new-file", "new.txt")[0] == 0
    code, document = run(capsys, "sign", "tower.case", "--key", "Ada", *own)
    assert code == 1 and document["error"]["code"] == "wrong-passphrase"
    assert run(capsys, "sign", "tower.case", "--key", "Ada", "--key-passphrase-file", "new.txt")[0] == 0
    assert run(capsys, "key", "remove", "Ada")[0] == 0
    assert run(capsys, "key", "list")[1]["data"] == []
