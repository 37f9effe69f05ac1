"""From photographs to a model in use: encode, train, be killed, go on, export, import, look."""

from __future__ import annotations

import argparse
import io
import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from PIL import Image
from pyarrow import parquet
from tests.core.vision.tower_packs import DIM, pack_of, transformers_clip

from theodolite import packs
from theodolite.align import config as configs
from theodolite.align import load, tasks, training
from theodolite.align.names import expected
from theodolite.align.places import PlaceEncoder
from theodolite.align.table import Dropped
from theodolite.cli import training as commands
from theodolite.cli.output import Output
from theodolite.errors import InputError, NotFound, PackError, WorkerDied
from theodolite.jobs import run_to_end
from theodolite.packs import Library
from theodolite.packs.exchange import import_file
from theodolite.workers import Call, Worker

COUNT = 24
TOWNS = {"Siena": (43.32, 11.33), "Bondi": (-33.89, 151.27), "Turku": (60.45, 22.27)}
COLOURS = {"Siena": (190, 90, 40), "Bondi": (30, 90, 200), "Turku": (70, 140, 60)}
LEARN = {"epochs": 12, "batch": 6, "rate": 2e-3, "held_out": 0.25, "device": "cpu"}


def photograph(town: str, seed: int) -> bytes:
    """A picture in the colours of its town, with stripes; above the size that is taken for a remainder."""
    rng = np.random.default_rng(seed)
    pixels = rng.normal(0, 40, (96, 128, 3)) + COLOURS[town]
    pixels[:: 4 + list(TOWNS).index(town) * 6] = 240
    data = io.BytesIO()
    exif = Image.Exif()
    lat, lon = place(town, seed)
    north, east = ("S" if lat < 0 else "N"), ("W" if lon < 0 else "E")
    degrees = {1: north, 2: (abs(lat), 0.0, 0.0), 3: east, 4: (abs(lon), 0.0, 0.0)}
    exif.get_ifd(0x8825).update(degrees)
    made = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    made.save(data, "JPEG", quality=90, exif=exif)
    assert len(data.getvalue()) > 5120
    return data.getvalue()


def place(town: str, seed: int) -> tuple[float, float]:
    lat, lon = TOWNS[town] + np.random.default_rng(seed).normal(0, 0.05, 2)
    return float(lat), float(lon)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photographs of three towns, and one row for each way to be left out."""
    folder = tmp_path_factory.mktemp("photographs")
    rows: list[dict[str, Any]] = []
    for number in range(COUNT):
        town = list(TOWNS)[number % 3]
        lat, lon = place(town, number)
        (folder / f"{number}.jpg").write_bytes(photograph(town, number))
        known = {"city": town, "state": None, "country": "Somewhere"}
        rows.append({"image": f"{number}.jpg", "lat": lat, "lon": lon, **known})
    whole = (folder / "0.jpg").read_bytes()
    (folder / "truncated.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    (folder / "small.jpg").write_bytes(whole[:5120])
    (folder / "text.jpg").write_bytes(b"no picture at all " * 400)
    (folder / "again.jpg").write_bytes(whole)
    rows += [rows[0] | {"image": f"{name}.jpg"} for name in ("truncated", "small", "text", "again", "absent")]
    rows += [rows[1] | {"lat": float("nan")}, rows[2] | {"country": None}]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "table.parquet")
    return folder / "table.parquet"


@pytest.fixture(scope="module")
def small_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CLIP with both towers, tiny and random."""
    folder = tmp_path_factory.mktemp("clip")
    transformers_clip(folder)
    return pack_of(folder, "small-clip")


def run(table: Path, out: Path, encoder: Path, **more: Any) -> training.Trained:
    given = {"small": True, "settings": LEARN} | more
    return run_to_end(training.run(str(table), str(out), str(encoder), **given))


def words(adding: Any, *given: str | Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    adding(parser)
    return parser.parse_args([str(word) for word in given])


def test_photographs_become_a_pack_that_looks(starter, table: Path, tmp_path: Path) -> None:
    """The whole way: cancelled and killed in the worker, taken up again, exported, imported, used."""
    encoder = starter("vision-starter")
    settings = LEARN | {"checkpoint_s": 0.0}
    work = {"table": str(table), "out": str(tmp_path / "model"), "encoder": str(encoder.path), "small": True}
    call = Call("theodolite.align.training:run", work | {"settings": settings})
    with Worker("vision") as worker:
        job = worker.run(call)
        next(step for step in job if step.text == "Encoding photographs" and step.done > 8)
        job.close()
        with pytest.raises(WorkerDied):  # noqa: PT012 - the kill comes in the middle of the work
            for step in worker.run(call):
                if step.text.startswith("Epoch 3"):
                    os.kill(worker.pid, signal.SIGKILL)
    made = run(table, tmp_path / "model", encoder.path)
    assert made.rows == COUNT + 7
    assert made.dropped == tuple(
        Dropped(reason, 1, f"row {row}: {what}")
        for reason, row, what in (
            ("bad-coordinate", COUNT + 6, f"nan, {place('Bondi', 1)[1]}"),
            ("cannot-decode", COUNT + 1, "truncated.jpg"),
            ("no-file", COUNT + 5, "absent.jpg"),
            ("small-file", COUNT + 2, "small.jpg"),
            ("unknown-format", COUNT + 3, "text.jpg"),
        )
    )
    assert made.fit.used + made.fit.held == COUNT + 2  # with the second copy and the row without a country
    assert made.reused == COUNT + 2
    assert made.fit.resumed_at > 0
    assert made.fit.epochs[-1].text is None and made.fit.epochs[-1].within[1] > 0.7
    features = str(tmp_path / "model" / "features")
    assert run(table, tmp_path / "whole", encoder.path, features=features).fit.sha256 == made.fit.sha256
    with Image.open(made.curve) as picture:
        assert picture.format == "PNG" and picture.width > 1000

    out = Output(as_json=False, live=False)
    given = (tmp_path / "model", "--name", "my-towns", "--out", tmp_path / "m.pack.zip")
    written = commands.export(words(commands.add_export, *given), out)
    library = Library(tmp_path / "packs", packs.default_library().lock)
    pack = run_to_end(import_file(library, Path(written.data["file"])))
    assert library.of_kind("alignment") == (pack,)
    assert pack.purpose == f"aligns photographs with places, trained on {made.fit.used} photographs"
    assert load.read_config(pack.path).name == "my-towns"
    assert load.read_config(pack.path).encoder_sha256 == encoder.sha256
    fresh = tmp_path / "unseen.jpg"
    points = list(TOWNS.values())
    for number, town in enumerate(TOWNS):
        fresh.write_bytes(photograph(town, 1000 + number))
        scores = run_to_end(tasks.verify_points(str(fresh), str(encoder.path), str(pack.path), points))
        assert int(np.argmax(scores)) == number, town
    look = run_to_end(tasks.look("E1", str(fresh), str(encoder.path), str(pack.path)))
    assert (look.model, look.pack, look.pack_sha256) == ("my-towns", "my-towns", pack.sha256)
    vectors = PlaceEncoder(pack.path).encode(*np.array(points).T)
    assert int(np.argmax(vectors @ np.array(look.vector))) == 2


def test_with_text_the_sentences_are_read_and_rows_without_a_country_left_out(
    table: Path, small_clip: Path, tmp_path: Path
) -> None:
    made = run(table, tmp_path / "out", small_clip, text=True)
    assert ("no-country", 1) in {(entry.reason, entry.count) for entry in made.dropped}
    assert made.fit.used + made.fit.held == COUNT + 1
    assert made.fit.epochs[-1].text < made.fit.epochs[1].text
    config = load.read_config(tmp_path / "out")
    assert (config.image_dim, config.text_dim) == (DIM, DIM)
    again = run(table, tmp_path / "again", small_clip, text=True, features=str(tmp_path / "out" / "features"))
    assert again.reused == COUNT + 1
    assert again.fit.sha256 == made.fit.sha256


def test_vectors_in_the_table_need_no_photographs(table: Path, small_clip: Path, tmp_path: Path) -> None:
    """The same vectors, once computed and once read from a table, train the same model."""
    from theodolite.align.gather import gather
    from theodolite.align.table import Table
    from theodolite.vision import encoder as encoders

    look = encoders.load(small_clip)
    found = run_to_end(gather(Table(table, text=False), table.parent, tmp_path / "f", look, None)).features
    rows = np.arange(len(found))
    vectors = found.images(rows).tolist()
    path = tmp_path / "vectors.parquet"
    parquet.write_table(
        pa.table({"embedding": vectors, "lat": found.lat, "lon": found.lon, "text_embedding": vectors}), path
    )
    one = run(path, tmp_path / "one", small_clip)
    other = run(table, tmp_path / "other", small_clip)
    assert one.fit.sha256 == other.fit.sha256
    assert one.notes == ()
    with_text = run(path, tmp_path / "text", small_clip, text=True)
    assert with_text.fit.epochs[-1].text is not None
    unit = [list(np.array(v) / np.linalg.norm(v)) for v in vectors]
    parquet.write_table(pa.table({"embedding": unit, "lat": found.lat, "lon": found.lon}), path)
    bare = run_to_end(
        training.run(str(path), str(tmp_path / "unit"), None, small=True, settings=LEARN | {"batch": 100})
    )
    assert "not normalised" in bare.notes[0]
    assert "batches of 100 need more" in bare.notes[1]
    assert load.read_config(tmp_path / "unit").encoder_sha256 == ""


def test_what_cannot_be_trained_is_named(starter, table: Path, small_clip: Path, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="text tower"):
        run(table, tmp_path / "out", starter("vision-starter").path, text=True)
    lost = tmp_path / "lost.parquet"
    parquet.write_table(pa.table({"image": ["a.jpg", "b.jpg"], "lat": [1.0, 2.0], "lon": [3.0, 4.0]}), lost)
    with pytest.raises(InputError, match=r"no row that can be trained on: 2 no-file \(first: row 1: a.jpg\)"):
        run(lost, tmp_path / "out", small_clip)
    parquet.write_table(pa.table({"embedding": [[1.0] * 7] * 3, "lat": [1.0] * 3, "lon": [3.0] * 3}), lost)
    with pytest.raises(InputError, match=f"have 7 numbers and small-clip gives {DIM}"):
        run(lost, tmp_path / "out", small_clip)


def test_the_sizes_of_a_model_follow_the_encoder() -> None:
    assert training.configuration(768, 768) == configs.replace(configs.G3, name="own")
    starter_model = training.configuration(512, None)
    assert (starter_model.gps_dim, starter_model.hidden, starter_model.location_dim) == (512, 1024, 512)
    assert starter_model.heads == ("image_gps", "location")


def test_commands_that_cannot_be_done(starter, table: Path, tmp_path: Path) -> None:
    out = Output(as_json=False, live=False)
    model, config = tmp_path / "model", training.configuration(8, None, small=True)
    load.save({name: np.zeros(shape) for name, shape in expected(config).items()}, config, model)
    target = tmp_path / "n.zip"
    with pytest.raises(InputError, match="no name for a pack"):
        commands.export(words(commands.add_export, model, "--name", "My Model", "--out", target), out)
    assert not target.exists()
    with pytest.raises(NotFound, match="no trained model"):
        commands.export(words(commands.add_export, tmp_path, "--name", "m", "--out", target), out)
    (model / "align.json").write_text("{}")
    with pytest.raises(PackError, match="damaged"):
        commands.export(words(commands.add_export, model, "--name", "m", "--out", target), out)
    starter("gallery")
    with pytest.raises(PackError, match="no image encoder"):
        commands.train(words(commands.add_train, table, "--out", tmp_path, "--encoder", "gallery"), out)
