"""The sample case as a bundle: checked by a stranger, imported, left again, replayed to the same numbers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.contract import Command
from theodolite import paths
from theodolite.engine import Engine, sample
from theodolite.jobs import run_to_end
from theodolite.store.bundle import layout

pytestmark = [pytest.mark.full, pytest.mark.packs]
INDEX = "sample-tower"


def payload(folder: Path) -> dict[str, str]:
    """The manifest of what must come again unchanged: originals and state."""
    lines = [line.split("  ", 1) for line in (folder / layout.MANIFEST).read_text().splitlines()]
    kept = (layout.ORIGINALS, layout.STATE)
    return {name: hash_ for hash_, name in lines if name.startswith(kept) and "person" not in name}


def test_the_sample_case_leaves_comes_back_and_is_replayed(command: Command, tmp_path: Path) -> None:
    engine = Engine()
    try:
        run_to_end(sample.build(engine, tmp_path / "tower.case"))
    finally:
        engine.dispose()
    code, document = command("bundle", "export", tmp_path / "tower.case", "--out", tmp_path / "one")
    assert code == 0, document
    printed = json.loads((tmp_path / "one" / layout.REPORT / "report.json").read_text())
    head = printed["integrity"]["log_head"]
    alone = [sys.executable, "-I", "-S", "verify.py", ".", "--head", head]
    assert subprocess.run(alone, cwd=tmp_path / "one", capture_output=True).returncode == 0
    code, document = command("bundle", "import", tmp_path / "one", "--out", tmp_path / "back.case")
    assert code == 0, document
    words = ("bundle", "export", tmp_path / "back.case", "--out", tmp_path / "two", "--format", "")
    assert command(*words)[0] == 0
    assert payload(tmp_path / "one") == payload(tmp_path / "two")
    code, document = command("replay", tmp_path / "one", "--index", paths.home() / "indexes" / INDEX)
    steps = document["data"]["steps"]
    assert code == 0, [step for step in steps if step["outcome"] == "differs"]
    assert {step["outcome"] for step in steps} == {"same"}
    made = {step["action"] for step in steps}
    assert made >= {"exhibit examined", "references searched", "strategy run", "located", "hint added"}
    assert sum(step["values"] for step in steps) > 3000
