"""Every command of the guide's page on geocells, with small photographs of three towns."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.core.align.test_train_run import TOWNS, photograph, place
from tests.e2e.contract import Command
from theodolite import packs
from theodolite.geo.geodesy import distance_km

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "geocells.md"
BLOCK = re.compile(r"^ {4}theodolite (.+)$", re.MULTILINE)
COUNT = 24


@pytest.fixture
def home(starter: Any, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for packs, with the starter packs; the table and the case that the page names."""
    root = starter("vision-starter").path.parent.parent
    (tmp_path / "home" / "packs").mkdir(parents=True)
    for pack in root.iterdir():
        if pack.is_dir() and any(spec.name == pack.name for spec in packs.available()):
            (tmp_path / "home" / "packs" / pack.name).symlink_to(pack)
    if (root.parent / "support").is_dir():  # the places of the world, which take their time
        (tmp_path / "home" / "support").symlink_to(root.parent / "support")
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    names = [f"{number}.jpg" for number in range(COUNT)]
    where = []
    for number, name in enumerate(names):
        town = list(TOWNS)[number % 3]
        Path(name).write_bytes(photograph(town, number))
        where.append(place(town, number))
    lat, lon = zip(*where, strict=True)
    parquet.write_table(pa.table({"image": names, "lat": lat, "lon": lon}), "photos.parquet")
    Path("asked.jpg").write_bytes(photograph(next(iter(TOWNS)), COUNT))
    assert command("case", "new", "tower.case", "--question", "Where?")[0] == 0
    assert command("case", "add", "tower.case", "asked.jpg")[0] == 0
    return tmp_path


@pytest.mark.packs
def test_the_page_s_commands_work(home: Path, command: Command) -> None:
    said: dict[str, Any] = {}
    for line in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        words = shlex.split(line)
        code, document = command(*words)
        assert code == 0, (line, document)
        said[words[0] if words[0] == "locate" else words[1]] = document["data"]
    trained = said["train"]["trained"]
    assert said["build"]["about"]["points"] == COUNT == trained["used"] + trained["held"] + trained["dropped"]
    (pack,) = packs.of_kind("geocells")
    assert pack.name == "my-cells"
    town = place(next(iter(TOWNS)), 0)
    best = said["locate"]["candidates"][0]
    assert said["locate"]["strategy"] == "geocell"
    assert distance_km(best["lat"], best["lon"], *town) < 50
