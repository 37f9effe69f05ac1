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
CORPORA = GUIDE.parents[2] / "shared" / "corpora"
#: Picture -> where it is from. The drawn one and the first photograph claim a position themselves; what is
#: written on the signs (of the slower run) is read.
PICTURES = {
    TOWER / "references" / "arezzo-1.jpg": (43.467, 11.885),
    CORPORA / "photos/mapillary_tools/tests/data/adobe_coords/adobe_coords.jpg": (-0.0702668, -36.1107),
}
SIGNS = {
    CORPORA / "ocr/EasyOCR/examples/korean.png": (37.5665, 126.978),
    CORPORA / "ocr/EasyOCR/examples/french.jpg": (48.8606, 2.3376),
}


def table(folder: Path, pictures: dict[Path, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Those of the pictures that are there, and photos.csv."""
    places = {}
    for path, place in pictures.items():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
            places[path.name] = place
    rows = [f"{name},{lat},{lon},CC BY 4.0" for name, (lat, lon) in places.items()]
    (folder / "photos.csv").write_text("\n".join(["image,lat,lon,licence", *rows, "gone.jpg,1,2,"]) + "\n")
    return places


def records(part: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in Path(f"mg-geo/{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.packs
@pytest.mark.parametrize(
    "pictures",
    [
        pytest.param(PICTURES, id="pictures"),
        pytest.param(PICTURES | SIGNS, id="signs", marks=[pytest.mark.full, pytest.mark.corpora]),
    ],
)
def test_the_commands_work(
    pictures: dict[Path, tuple[float, float]],
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    places = table(tmp_path, pictures)
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
    if "korean.png" in places:
        what_the_signs_say()


def what_the_signs_say() -> None:
    clues, talks = ({one["image"]["path"]: one for one in records(part)} for part in ("clue", "dialog"))
    for name, word in (("korean.png", "Seoul"), ("french.jpg", "LOUVRE")):
        read = [pair for pair in clues[name]["pairs"] if pair["basis"] == "picture"]
        there = [pair for pair in read if word in pair["observation"]]
        assert there and all(pair["agrees"] and pair["box"] for pair in there)
        assert {"korean.png": "Seoul", "french.jpg": "Paris"}[name] in talks[name]["turns"][1]["text"]
        for turn in talks[name]["turns"]:
            if "conflict" in turn and turn["true_country"][1] < turn["true_country"][0] - 0.1:
                assert turn["conflict"] and "Without it: " in turn["text"]


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
