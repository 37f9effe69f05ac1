"""``evaluate DATASET --interactive`` as a person types it, on photographs of the sample case."""

from __future__ import annotations

import argparse
import csv
import shutil
from pathlib import Path

import pytest

from theodolite.cli import evaluation, interactive
from theodolite.cli.output import Output
from theodolite.errors import InputError

pytestmark = pytest.mark.packs
TOWER = Path(__file__).resolve().parents[4] / "cases" / "tower" / "references"


def options(folder: Path, *more: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    evaluation.add_arguments(parser)
    if not any("--interactive" in action.option_strings for action in parser._actions):
        interactive.add_arguments(parser)
    return parser.parse_args(
        [str(folder / "places.csv"), "--interactive", "--out", str(folder / "out"), *more]
    )


def listed(folder: Path) -> None:
    rows = ["image,lat,lon"]
    for name, at in {"arezzo-1": "43.467,11.885", "lund-1": "55.7139,13.2119"}.items():
        shutil.copyfile(TOWER / f"{name}.jpg", folder / f"{name}.jpg")
        rows.append(f"{name}.jpg,{at}")
    (folder / "places.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_wrong_options_are_refused_with_the_reason(tmp_path: Path) -> None:
    listed(tmp_path)
    for more, said in (
        (("--rates", "2"), "shares from 0 to 1"),
        (("--hint-seeds", "a"), "whole numbers"),
        (("--turns", "0"), "1 to 20"),
        (("--scoring-sheet", "-1"), "from 0 on"),
    ):
        with pytest.raises(InputError, match=said):
            interactive.run(options(tmp_path, *more), Output(as_json=True, live=False))


@pytest.mark.full
def test_the_command_writes_everything_and_asks_nothing_twice(tmp_path: Path) -> None:
    listed(tmp_path)
    asked = ("--rates", "0,.5", "--hint-seeds", "1", "--turns", "3", "--asked-images", "1")
    result = interactive.run(options(tmp_path, *asked), Output(as_json=True, live=False))
    out = tmp_path / "out"
    for name in ("turns.csv", "cells.csv", "curves.csv", "curves.png", "hints.md", "hints.json", "run.json"):
        assert (out / name).stat().st_size > 100, name
    with (out / "turns.csv").open(encoding="utf-8", newline="") as stream:
        turns = list(csv.DictReader(stream))
    assert len(turns) == 2 * 2 * 2 * 3 and all(turn["hint_seed"] for turn in turns)
    assert {point["system"] for point in result.data["curves"]} == {"ours", "ignore", "obey"}
    assert {point["system"] for point in result.data["asked_again"]} == {"ours", "ignore", "obey", "model"}
    before = (out / "turns.csv").read_bytes()
    sheet = interactive.run(
        options(tmp_path, *asked, "--scoring-sheet", "2"), Output(as_json=True, live=False)
    )
    assert (out / "turns.csv").read_bytes() == before
    assert "scoring-sheet.csv" in sheet.data["files"] and "scoring-rubric.md" in sheet.data["files"]
    assert sheet.data["curves"] == result.data["curves"]
