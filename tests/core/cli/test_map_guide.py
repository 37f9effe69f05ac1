"""The commands of the guide to the map work, in the order in which it gives them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from theodolite.cli import main

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide" / "map.md"
COMMANDS = re.findall(
    r"^    theodolite ((?:area|carry) .+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE
)


def test_the_commands_of_the_guide_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["case", "new", "tower.case"]) == 0
    assert len(COMMANDS) >= 8
    for line in COMMANDS:
        assert main(shlex.split(line)) == 0, line
    said = capsys.readouterr().out
    assert "3 searched" in said and "J3" in said and 'nwr["name"~"Via"](poly:' in said
