"""The commands of the guide's page on MG-Geo, on a small table of pictures and a model of two layers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.core.assistant.tuning import tiny
from tests.e2e.contract import Command
from tests.e2e.test_guide import GUIDE, TOWER, commands
from theodolite.assistant.tuning import check
from theodolite.evaluate.mggeo import guard, schemas, statistics
from theodolite.geo import countries
from theodolite.geo.world import World

PAGE = GUIDE / "mg-geo.md"
#: Name -> where the drawn picture claims to be from.
DRAWN = {"arezzo-1.jpg": (43.467, 11.885)}
SIGN = ("sign.png", 37.5665, 126.978)


def table(folder: Path) -> dict[str, tuple[float, float]]:
    """Pictures and photos.csv; a photographed sign of the corpora where they are."""
    places = dict(DRAWN)
    for name in DRAWN:
        shutil.copyfile(TOWER / "references" / name, folder / name)
    photographed = GUIDE.parents[2] / "shared" / "corpora" / "ocr" / "EasyOCR" / "examples" / "korean.png"
    if photographed.is_file():
        shutil.copyfile(photographed, folder / SIGN[0])
        places[SIGN[0]] = SIGN[1:]
    rows = [f"{name},{lat},{lon},CC BY 4.0" for name, (lat, lon) in places.items()]
    (folder / "photos.csv").write_text("\n".join(["image,lat,lon,licence", *rows, "gone.jpg,1,2,"]) + "\n")
    return places


def records(part: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in Path(f"mg-geo/{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.packs
def test_the_commands_work(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    places = table(tmp_path)
    Path("base-model").mkdir()
    model = tiny.make(tmp_path / "base-model", seed)
    model.gguf.rename("base-model/model.gguf")
    said = {}
    for words in commands(PAGE):
        code, document = command(*words)
        assert code == 0, (words, document)
        said[words[1]] = document["data"]
    a_data_set(said["mg-geo"], places)
    an_adapter(said["tune"], len(places))


def a_data_set(said: dict[str, Any], places: dict[str, tuple[float, float]]) -> None:
    assert said["records"] == {part: len(places) for part in sorted(schemas.PARTS)}
    assert [(one["reason"], one["count"]) for one in said["left out"]] == [("no such file", 1)]
    assert said["tokens"]["dialog"] > said["words"]["dialog"]
    assert said["hints"].keys() == {"right", "vague", "irrelevant", "wrong", "misleading"}
    world = World.load()
    for part in schemas.PARTS:
        assert json.loads(Path(f"mg-geo/{part}.schema.json").read_text()) == schemas.schema(part)
        for one in records(part):
            schemas.check(one)
            if part != "meta":
                assert not guard.tells(statistics.texts(one), [places[one["image"]["path"]]])
    for one in records("dialog"):
        lat, lon = places[one["image"]["path"]]
        for hint in (turn["hint"] for turn in one["turns"] if "hint" in turn):
            if hint["quality"] in ("wrong", "misleading"):
                code = countries.lookup(hint["reading"].removeprefix("in "))
                assert code and not world.contains([lat], [lon], code)[0], hint
    if SIGN[0] in places:
        (sign,) = [one for one in records("clue") if one["image"]["path"] == SIGN[0]]
        seoul = [
            pair for pair in sign["pairs"] if pair["basis"] == "picture" and "Seoul" in pair["observation"]
        ]
        assert seoul and all(pair["agrees"] and pair["box"] for pair in seoul)
        (talk,) = [one for one in records("dialog") if one["image"]["path"] == SIGN[0]]
        assert "Seoul" in talk["turns"][1]["text"]
        false = [turn for turn in talk["turns"] if "conflict" in turn and turn["true_country"][1] < 0.9]
        assert all(turn["conflict"] for turn in false)


def an_adapter(said: dict[str, Any], conversations: int) -> None:
    assert said["conversations"] == conversations and len(said["losses"]) == 2
    assert said["check"]["changed"] > 0
    assert said["check"]["apart"] < 1e-3
    tokens = list(range(2, 40))
    plain, tuned = (
        check.llama_logits(Path("base-model/model.gguf"), tokens, adapter)
        for adapter in (None, Path("tuned/adapter.gguf"))
    )
    assert float(np.abs(tuned - plain).max()) > 0
