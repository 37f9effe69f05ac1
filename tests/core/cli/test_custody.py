"""Destruction and verification on the command line, by the guide."""

from __future__ import annotations

import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from theodolite.cli import main
from theodolite.domain import Case, Exhibit
from theodolite.store import CaseStore

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide" / "custody.md"
COMMANDS = re.findall(r"^ {4}theodolite (.+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    case = Case("t", "q", "A. Examiner", "2026-01-01T00:00:00Z")
    with CaseStore.create(tmp_path / "tower.case", case) as store:
        kept = store.store_bytes(io.BytesIO(b"the photograph"), name="/home/anna/harbour-17.jpg")
        store.add_exhibit(
            Exhibit("", "harbour-17.jpg", *kept, "image/jpeg", "/home/anna/harbour-17.jpg", "2026", "A", True)
        )
    return tmp_path / "tower.case"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_commands_of_the_guide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert COMMANDS, "the guide has commands"
    with CaseStore.open(folder, read_only=True) as store:
        sha256, head = store.state().exhibits[0].sha256, store.state().log_head
    for words in COMMANDS:
        given = [sha256[:8] if word == "62265c83" else word for word in shlex.split(words)]
        code, said = run(capsys, *given)
        assert (code, said["ok"]) == (0, True), words
        assert said["data"]["goes"][0].startswith("E1 harbour-17.jpg: the original, 14 bytes")
        assert said["data"]["destroyed"] == ("--confirm" in given)
    assert said["data"]["tombstones"][0]["sha256"] == sha256
    code, said = run(capsys, "verify", "tower", "--head", head.upper())
    assert (code, said["data"]["intact"], said["data"]["destructions"]) == (0, True, 1)
    assert main(["verify", "tower"]) == 0
    assert "with 1 destruction" in capsys.readouterr().out
    code, said = run(capsys, "verify", "tower", "--head", "00" * 32)
    assert (code, said["error"]["code"]) == (1, "case-damaged")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--confirm", "00000000", "--reason", "x"), "bad-input"),
        (("--reason", "x"), None),
        (("--confirm", "SHA"), "bad-input"),
    ],
)
def test_nothing_goes_without_both(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str | None
) -> None:
    with CaseStore.open(folder, read_only=True) as store:
        before = store.state()
    given = [before.exhibits[0].sha256[:8] if word == "SHA" else word for word in words]
    _, said = run(capsys, "case", "destroy", "tower", "E1", *given)
    assert (said["error"] or {"code": None})["code"] == code
    with CaseStore.open(folder, read_only=True) as store:
        assert store.state() == before
