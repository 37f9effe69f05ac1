"""From a table of real photographs to the answer of the strategy, through the worker's calls and a pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.core.cells import worlds
from tests.core.locate import tiny
from theodolite.cells import export, folder, tasks
from theodolite.cells.build import build
from theodolite.cells.config import CellsConfig
from theodolite.cells.regions import Areas
from theodolite.cells.train import ClassifierConfig, fit
from theodolite.errors import InputError, PackError, PackMissing
from theodolite.geo.geodesy import distance_km
from theodolite.jobs import run_to_end
from theodolite.locate.strategies.geocell import Geocell
from theodolite.locate.strategies.signature import Asked
from theodolite.packs import Library, Lock, Pack, exchange
from theodolite.workers import Call

TOWNS = {"lund": (55.703, 13.192), "berlin": (52.519, 13.401)}


@pytest.fixture(scope="module")
def photographs(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path]]:
    """A table of two towns, and of each town a photograph that is not in it."""
    rows, left = [], {}
    for town, (lat, lon) in TOWNS.items():
        names = sorted((corpora / f"photos/OpenSfM/data/{town}/images").glob("*.jpg"))[:12]
        left[town] = names[-1]
        rows += [(str(name), lat + 0.0002 * n, lon) for n, name in enumerate(names[:-1])]
    image, lat, lon = zip(*rows, strict=True)
    table = tmp_path_factory.mktemp("cells") / "photographs.parquet"
    parquet.write_table(pa.table({"image": image, "lat": lat, "lon": lon}), table)
    return table, left


@pytest.mark.packs
@pytest.mark.corpora
def test_from_photographs_to_the_answer(
    photographs: tuple[Path, dict[str, Path]], starter: Callable[[str], Pack], tmp_path: Path
) -> None:
    table, left = photographs
    encoder, out = starter("vision-starter"), tmp_path / "cells"
    config = CellsConfig("isns", "isns", 2, (40, 8))
    worker = tiny.Here()
    built = run_to_end(
        worker.run(
            Call(
                "theodolite.cells.tasks:build_table",
                {"table": str(table), "out": str(out), "config": config, "seed": 7, "gazetteer": None},
            )
        )
    )
    assert built.about.points == 13 and len(built.classes) == 2 and not built.dropped
    made = run_to_end(
        worker.run(
            Call(
                "theodolite.cells.tasks:train_table",
                {
                    "table": str(table), "cells": str(out), "encoder": str(encoder.path), "images": None,
                    "features": None, "gazetteer": None,
                    "settings": {"epochs": 30, "rate": 0.01, "held_out": 0.0, "batch": 8},
                },
            )
        )
    )  # fmt: skip
    assert made.trained.encoder_sha256 == encoder.sha256 and made.trained.used == 13

    file = run_to_end(export.export(out, "two-towns", tmp_path / "two-towns.pack.zip", licence="CC0"))
    library = Library(tmp_path / "packs", Lock(()))
    pack = run_to_end(exchange.import_file(library, file))
    assert (pack.kind, pack.licence) == (folder.KIND, "CC0")

    tools = tiny.tools(worker, worker, pack, encoder)
    assert Geocell().missing(tools, ()) == ()
    for town, path in left.items():
        answer = run_to_end(Geocell().run(Asked("e", str(path), settings={"answers": "3"}), tools))
        best = answer.guesses[0]
        assert distance_km(best.lat, best.lon, *TOWNS[town]) < 25, town
        scores = [guess.score for guess in answer.guesses]
        assert scores == sorted(scores, reverse=True) and 0 < sum(scores) <= 1 + 1e-9
        assert [use.name for use in answer.packs] == ["two-towns", "vision-starter"]
        assert dict(answer.settings)["style"] == "isns"
    with pytest.raises(InputError, match="no setting"):
        run_to_end(Geocell().run(Asked("e", str(left["lund"]), settings={"depth": "3"}), tools))


def test_it_says_what_is_missing(tmp_path: Path) -> None:
    here = tiny.Here()
    (sentence,) = Geocell().missing(tiny.tools(here, here), ())
    assert "cells build" in sentence and "packs import" in sentence
    train = worlds.features(300, 6)
    out = tmp_path / "cells"
    config = CellsConfig("planet", "planet", 5, (50,))
    folder.write_cells(out, run_to_end(build(train.lat, train.lon, config)), config, 7, 300, "")
    run_to_end(fit(train, out, ClassifierConfig(epochs=1, threads=1)))
    pack = run_to_end(
        exchange.import_file(
            Library(tmp_path / "packs", Lock(())),
            run_to_end(export.export(out, "small-cells", tmp_path / "small-cells.pack.zip")),
        )
    )
    tools = tiny.tools(here, here, pack)
    (sentence,) = Geocell().missing(tools, ())
    assert "48 numbers" in sentence and "e" * 16 in sentence
    with pytest.raises(PackMissing, match="not installed"):
        run_to_end(Geocell().run(Asked("e", "x", settings={"model": "large-cells"}), tools))


def test_pigeon_answers_with_refined_places_unless_asked_not_to(tmp_path: Path) -> None:
    train = worlds.features(1200, 7, noise=0.3)
    config, region = worlds.STYLES["pigeon"], worlds.areas(train)
    scheme = run_to_end(build(train.lat, train.lon, config, region=region))
    folder.write_cells(tmp_path, scheme, config, 7, len(train), "")
    run_to_end(fit(train, tmp_path, ClassifierConfig(epochs=4, rate=5e-3, threads=1), region=region))
    model = folder.read_model(tmp_path)
    refined = plain = 0
    for vector in worlds.features(50, 8, noise=0.3).image:
        found, unrefined = tasks.answer(model, vector, 5), tasks.answer(model, vector, 5, refined=False)
        assert len(found.guesses) == 5 and found.cells == len(scheme) and not unrefined.refined
        scores = [guess.score for guess in found.guesses]
        assert scores == sorted(scores, reverse=True) and sum(scores) <= 1 + 1e-9
        if found.refined:
            refined += 1
            at = found.guesses[0]
            assert ((train.lat == at.lat) & (train.lon == at.lon)).any()  # a training photograph's own place
        else:
            assert found.given_up and found.guesses == unrefined.guesses
            plain += 1
    assert refined > plain


@pytest.mark.packs
def test_areas_are_countries_and_their_regions(starter: Callable[[str], Pack]) -> None:
    """Milan, Rome, Florence, Siena, Sarajevo and the open sea."""
    lat = [45.46, 41.9, 43.77, 43.32, 43.86, -40.0]
    lon = [9.19, 12.5, 11.25, 11.33, 18.41, -120.0]
    region, country = Areas(starter("gazetteer").file("gazetteer.db")).of(lat, lon)
    assert len(set(country[:4].tolist())) == 1 and country[4] not in (0, country[0])
    assert len(set(region[:3].tolist())) == 3 and region[2] == region[3]
    assert (region[5], country[5]) == (0, 0)
    by_country, same = Areas(None).of(lat, lon)
    assert (same == country).all() and (by_country == country).all()


def test_cells_of_the_gazetteer_are_not_trained_without_it(tmp_path: Path) -> None:
    train = worlds.features(300, 9)
    config = CellsConfig("pigeon", "pigeon", 20, (60,), optics=((5, 0.05),))
    scheme = run_to_end(build(train.lat, train.lon, config))
    about = folder.write_cells(tmp_path, scheme, config, 7, 300, "gazetteer")
    with pytest.raises(PackError, match="gazetteer"):
        tasks._regions(about, None, np.zeros(1), np.zeros(1))
