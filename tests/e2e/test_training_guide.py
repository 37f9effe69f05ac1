"""Every command of the guide's page on training, with small photographs of three towns."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.core.align.test_train_run import TOWNS, photograph, place
from tests.e2e.contract import Command
from theodolite import packs

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "training.md"
BLOCK = re.compile(r"^ {4}theodolite (.+)$", re.MULTILINE)
COUNT = 18


@pytest.fixture
def home(starter: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for packs, with the starter packs that the page needs, and the table it names."""
    installed = [starter(name).path.parent for name in ("vision-starter", "gazetteer")]
    (tmp_path / "home" / "packs").mkdir(parents=True)
    for folder in installed:
        (tmp_path / "home" / "packs" / folder.name).symlink_to(folder)
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    with Path("photos.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["image", "lat", "lon"])
        for number in range(COUNT):
            town = list(TOWNS)[number % 3]
            Path(f"{number}.jpg").write_bytes(photograph(town, number))
            table.writerow([f"{number}.jpg", *place(town, number)])
        table.writerow(["absent.jpg", 1.0, 2.0])
    return tmp_path


@pytest.mark.packs
def test_the_page_s_commands_work(home: Path, command: Command) -> None:
    said: dict[str, Any] = {}
    for line in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        words = shlex.split(line)
        code, document = command(*words)
        assert code == 0, (line, document)
        said[words[1]] = document["data"]
    trained = said["train"]
    assert trained["fit"]["used"] + trained["fit"]["held"] == COUNT
    assert [(row["reason"], row["count"]) for row in trained["dropped"]] == [("no-file", 1)]
    assert Path(trained["curve"]).is_file()
    (row,) = [row for row in said["list"] if row["name"] == "my-streets"]
    assert (row["state"], row["kind"], row["licence"]) == ("own", "alignment", "CC BY 4.0")
    assert [pack.name for pack in packs.of_kind("alignment")] == ["my-streets"]


def test_the_page_names_every_reason_and_option_that_matters() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in ("no-country", "small-file", "bad-coordinate", "--text", "--micro", "--location-weights"):
        assert name in text
