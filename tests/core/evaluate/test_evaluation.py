"""Real strategies on real photographs: nothing sees its own place, and what remains is measured."""

from __future__ import annotations

import csv
import json
import shutil
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from theodolite.cli import evaluation
from theodolite.cli.output import Output
from theodolite.engine import Engine, asking, evaluating
from theodolite.errors import InputError, NotFound
from theodolite.evaluate import harness, leaks, metrics, plots, records, summary
from theodolite.evaluate.datasets import open_dataset
from theodolite.geo.world import World
from theodolite.jobs import run_to_end
from theodolite.packs import Pack
from theodolite.workers import Call

LUND = ("01", "08", "15")
AREZZO = ("DSCN0010", "DSCN0021", "DSCN0027")
ROWS = (
    *((f"lund{n}.jpg", 55.7139, 13.2119, "lund") for n in LUND),
    *((f"{n}.jpg", 43.4674, 11.8851, "arezzo") for n in AREZZO),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def world(
    corpora: Path, starter: Callable[[str], Pack], engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with six photographs of two towns, their table, and an index that holds the same files and
    a re-encoded, smaller copy of one under another name and at another place."""
    folder = tmp_path_factory.mktemp("evaluation")
    photographs = folder / "photographs"
    photographs.mkdir()
    source = corpora / "photos"
    for number in LUND:
        shutil.copyfile(source / f"OpenSfM/data/lund/images/{number}.jpg", photographs / f"lund{number}.jpg")
    for name in AREZZO:
        shutil.copyfile(source / f"exif-py/tests/resources/jpg/gps/{name}.jpg", photographs / f"{name}.jpg")
    with (folder / "places.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("image", "lat", "lon", "author"))
        writer.writerows((f"photographs/{name}", lat, lon, author) for name, lat, lon, author in ROWS)
    references = folder / "references"
    shutil.copytree(photographs, references)
    with Image.open(photographs / "lund08.jpg") as image:
        exif = image.getexif()
        small = image.resize((image.width // 2, image.height // 2))
        small.save(references / "another name.jpg", quality=60, exif=exif)
    pack = starter("vision-starter")
    build = {"folder": str(references), "out": str(folder / "references.index"), "pack": str(pack.path)}
    info = run_to_end(engine.vision.run(Call("theodolite.index.build:build", build)))
    assert info.count == 7
    return folder


def evaluate(world: Path, engine: Engine, out: Path, *, families: bool) -> harness.Result:
    indexes = [str(world / "references.index")]
    subjects, _ = evaluating.subjects(engine, ["knn"], indexes)
    return run_to_end(
        harness.evaluate(
            open_dataset(world / "places.csv"), subjects, asking.tools(engine), out,
            naming=evaluating.naming(engine), indexes=indexes, leave_families_out=families,
        )
    )  # fmt: skip


@pytest.mark.packs
@pytest.mark.corpora
def test_a_photograph_and_its_copies_never_answer_for_it(world: Path, engine: Engine, tmp_path: Path) -> None:
    result = evaluate(world, engine, tmp_path / "out", families=False)
    assert not any(r.failure for r in result.records)
    by_name = {Path(r.image).name: r for r in result.records}
    assert by_name["lund08.jpg"].excluded == 2  # its own bytes, and the copy under another name
    assert all(r.excluded == 1 for name, r in by_name.items() if name != "lund08.jpg")
    for r in result.records:  # frames of one walk find each other: this is what the next test takes away
        assert r.origin != f"reference {r.sha256}"
        assert r.km < 25.0
    again = evaluate(world, engine, tmp_path / "out", families=False)
    assert again.records == result.records  # nothing was asked again: even the seconds are those of before


@pytest.mark.packs
@pytest.mark.corpora
def test_without_its_family_no_photograph_finds_its_town(world: Path, engine: Engine, tmp_path: Path) -> None:
    result = evaluate(world, engine, tmp_path / "out", families=True)
    made = summary.summarise(result, resamples=200)
    (row,) = made.rows
    # Three photographs at Lund and the copy, three at Arezzo: what is left is the other town, 1400 km away.
    assert [i.value for i in row.hits] == [0.0, 0.0, 0.0, 0.0, 1.0]
    assert {r.country for r in result.records} == {"SE", "IT"}
    assert all(r.country != r.true_country for r in result.records)
    assert row.grains[0].accuracy is not None and row.grains[0].accuracy.value == 0.0
    assert [r.excluded for r in result.records] == [
        4,
        4,
        4,
        3,
        3,
        3,
    ]


@pytest.mark.packs
@pytest.mark.corpora
def test_leaks_are_found_by_picture_alone(world: Path, engine: Engine) -> None:
    indexes = [str(world / "references.index")]
    path = world / "photographs" / "lund08.jpg"
    found = run_to_end(leaks.find(str(path), indexes))
    assert len(found.ids) == 2 and found.unseen == 0
    turned = world / "turned.png"
    with Image.open(path) as image:
        image.rotate(180).save(turned)
    assert run_to_end(leaks.find(str(turned), indexes)).ids == ()
    leaks._decoder().close()


# --- the command -----------------------------------------------------------------------------------------


def options(*words: str) -> object:
    parser = ArgumentParser()
    evaluation.add_arguments(parser)
    return parser.parse_args(words)


@pytest.mark.packs
@pytest.mark.corpora
def test_the_command_writes_tables_and_pictures_with_the_fusion(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = options(
        str(world / "places.csv"), "--strategy", "knn,fusion", "--index", str(world / "references.index"),
        "--leave-families-out", "--limit", "1", "--out", "out",
    )  # fmt: skip
    result = evaluation.run(asked, Output(as_json=True))  # type: ignore[arg-type]
    assert set(result.data["files"]) == {
        "images.csv", "results.md", "results.csv", "results.json", "reliability.png", "map-knn.png",
        "map-fusion.png",
    }  # fmt: skip
    for name in result.data["files"]:
        assert (tmp_path / "out" / name).stat().st_size > 100, name
    plain = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert [row["strategy"] for row in plain["summary"]["rows"]] == ["knn", "fusion"]
    assert plain["summary"]["rows"][1]["calibration"] is not None
    assert plain["summary"]["rows"][1]["failed"] == 0
    _, rows = records.load(tmp_path / "out")
    fusion = [r for r in rows if r.strategy == "fusion"]
    # The claims of the file are off, and its whole family, not only the one image of the sample, is silent.
    assert [bool(r.countries) for r in fusion] == [True]
    assert fusion[0].km > 25.0 and fusion[0].excluded >= 3


def test_names_parts_and_settings_that_are_none_are_refused(engine: Engine) -> None:
    with pytest.raises(NotFound, match="no strategy 'knnn'"):
        evaluating.subjects(engine, ["knnn"], [])
    with pytest.raises(InputError, match="no part 'geo-x'"):
        evaluating.subjects(engine, ["g3"], [], ablate=["geo-x"])
    with pytest.raises(InputError, match="--strategy g3"):
        evaluating.subjects(engine, ["knn"], [], ablate=["geo-a"])
    with pytest.raises(InputError, match="NAME=VALUE"):
        evaluation._settings(["prompts"])
    subjects, whole = evaluating.subjects(
        engine, ["g3"], [], settings={"prompts": "2", "knn.neighbours": "5"}, ablate=["geo-a", "geo-v"]
    )
    assert [s.name for s in subjects] == ["g3", "g3 w/o geo-a", "g3 w/o geo-v"]
    assert dict(subjects[1].settings) == {"prompts": "2", "ablate": "geo-a"}
    knn, _ = evaluating.subjects(engine, ["knn"], [], settings={"knn.neighbours": "5"})
    assert dict(knn[0].settings) == {"neighbours": "5"}
    assert whole == {"g3 w/o geo-a": "g3", "g3 w/o geo-v": "g3"}


# --- pictures --------------------------------------------------------------------------------------------


def test_pictures_show_every_class_and_no_answer(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    where = (0.0, 0.0, 1.0, 2.0, 3.0, 3.0, 0.1)
    plain = records.Record(1, "a", "", "knn", *where, *[""] * 12, 0, 0.0)
    kms = (3.0, 100.0, 500.0, 1500.0, 9000.0)
    found = [
        replace(plain, true_lat=float(rng.uniform(-50, 70)), true_lon=float(rng.uniform(-180, 180)), km=km)
        for km in kms
        for _ in range(20)
    ]
    world = World.load()
    plots.error_map(tmp_path / "all.png", "a list", [*found, replace(plain, km=float("nan"))], world)
    plots.error_map(tmp_path / "none.png", "a list", [replace(plain, failure="missing")], world)
    with Image.open(tmp_path / "all.png") as image:
        pixels = np.asarray(image.convert("RGB")).reshape(-1, 3)
    for _, words, colour in plots.CLASSES:
        rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
        assert (np.abs(pixels.astype(int) - rgb).max(axis=1) < 8).sum() > 200, words
    stated = rng.random(200)
    plots.reliability(
        tmp_path / "r.png", "a list", [("fusion", metrics.calibration(stated, rng.random(200) < stated))]
    )
    with Image.open(tmp_path / "r.png") as image:
        assert min(image.size) > 500
    assert not list(tmp_path.glob(".*"))
