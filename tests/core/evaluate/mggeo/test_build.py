"""The whole data set: from pictures and a table to records; what is left out; stopped and gone on with."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.core.evaluate.mggeo.doubles import Told, in_country
from theodolite.clues import extract
from theodolite.engine import Engine
from theodolite.errors import InputError, NotFound
from theodolite.evaluate.mggeo import build, guard, statistics
from theodolite.evaluate.mggeo.build import Makers, Settings
from theodolite.evaluate.mggeo.seen import Reader
from theodolite.evaluate.mp16_places import Places
from theodolite.index.blocks import sha256_of
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.workers import Call
from theodolite.workers.child import resolve

pytestmark = pytest.mark.packs
ROOT = Path(__file__).resolve().parents[4]
PLACES = {"a.png": (43.4631, 11.8781), "b.png": (35.6812, 139.7671)}
SEA = (-45.5, -30.5)


@cache
def places(engine: Engine) -> Places:
    return Places(engine.gazetteer, engine.world)


def makers(engine: Engine, reader: Any) -> Makers:
    return Makers(reader, engine.locator, engine.world, engine.gazetteer, places(engine), "test")


def table(folder: Path, count: int, on_land: int = 2) -> Path:
    """Small pictures that differ, and where they are from; those at sea make short dialogues."""
    lines = ["image,lat,lon,licence,author"]
    for number in range(count):
        name, (lat, lon) = list(PLACES.items())[number % 2] if number < on_land else ("s.png", SEA)
        name = f"{number}{name}"
        Image.new("RGB", (40, 30), (number, 9, 9)).save(folder / name)
        lines.append(f"{name},{lat},{lon},{['CC BY 4.0', ''][number % 2]},A. Person")
    path = folder / "t.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def records(folder: Path, part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def steps(job: Iterator[Progress], count: int) -> None:
    """Drive a job for some steps, then close it as Ctrl+C does."""
    for _, _ in zip(range(count), job, strict=False):
        pass
    job.close()  # type: ignore[attr-defined]


def test_a_stopped_build_ends_with_the_same_bytes(engine: Engine, tmp_path: Path, seed: int) -> None:
    path = table(tmp_path, 5)
    told = Told({"1b.png": (in_country(1, "JP"), in_country(2, "JP"))})
    settings = Settings(tmp_path, seed=seed % 1000)
    through = run_to_end(build.build(path, tmp_path / "through", makers(engine, told), settings, chunk=2))
    assert through.rows == 5 and through.resumed == 0
    steps(build.build(path, tmp_path / "out", makers(engine, told), settings, chunk=2), 1 + 2 * 2 + 1)
    assert not (tmp_path / "out" / "statistics.json").exists()
    told.looked.clear()
    again = run_to_end(build.build(path, tmp_path / "out", makers(engine, told), settings, chunk=2))
    assert again.resumed == 2 and len(told.looked) == 3
    for name in sorted(one.name for one in (tmp_path / "through").iterdir()):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "through" / name).read_bytes(), name
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "clue.jsonl", "clue.schema.json", "dialog.jsonl", "dialog.schema.json", "meta.jsonl",
        "meta.schema.json", "statistics.json",
    ]  # fmt: skip
    with pytest.raises(InputError, match="holds a finished data set"):
        run_to_end(build.build(path, tmp_path / "out", makers(engine, told), settings))


def test_what_is_left_out_is_counted_and_named(engine: Engine, tmp_path: Path) -> None:
    path = table(tmp_path, 4, on_land=1)
    (tmp_path / "hurt.png").write_bytes(b"damaged")
    with path.open("a") as stream:
        stream.write("none.png,1,2,CC0,\n../x.png,1,2,CC0,\nhurt.png,1,2,CC0,\n0a.png,99,2,CC0,\n")
    built = run_to_end(
        build.build(path, tmp_path / "out", makers(engine, Told()), Settings(tmp_path, licensed=True))
    )
    assert {one.reason: (one.count, one.examples[0]) for one in built.refused} == {
        "latitude beyond 90 degrees": (1, "row 8: 99, 2"),
        "no licence": (2, "row 2: 1s.png"),
        "no such file": (1, "row 5: none.png"),
        "path outside the folder of images": (1, "row 6: ../x.png"),
        "no readable image": (1, "row 7: hurt.png is damaged."),
    }
    assert built.statistics["records"] == {"clue": 2, "dialog": 2, "meta": 2}
    assert built.statistics["licences"] == {"CC BY 4.0": 2}
    kept = run_to_end(build.build(path, tmp_path / "all", makers(engine, Told()), Settings(tmp_path)))
    assert kept.statistics["licences"] == {"CC BY 4.0": 2, "unknown": 2}
    assert kept.statistics["nulls"]["licence"] == 2
    assert kept.statistics["countries"] == {"none": 3, "IT": 1}


def test_nothing_usable_is_said_and_leaves_nothing_to_go_on_with(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("image,lat,lon\nnone.png,1,2\n")
    with pytest.raises(InputError, match=r"1 no such file .row 1: none\.png"):
        run_to_end(
            build.build(tmp_path / "t.csv", tmp_path / "o", makers(engine, Told()), Settings(tmp_path))
        )
    assert list((tmp_path / "o").iterdir()) == []
    with pytest.raises(NotFound):
        run_to_end(
            build.build(tmp_path / "t.csv", tmp_path / "o", makers(engine, Told()), Settings(tmp_path / "no"))
        )


def test_copies_only_when_asked(engine: Engine, tmp_path: Path) -> None:
    path = table(tmp_path, 2, on_land=0)
    run_to_end(build.build(path, tmp_path / "out", makers(engine, Told()), Settings(tmp_path)))
    assert [one["image"]["path"] for one in records(tmp_path / "out", "meta")] == ["0s.png", "1s.png"]
    run_to_end(build.build(path, tmp_path / "copied", makers(engine, Told()), Settings(tmp_path, copy=True)))
    for one in records(tmp_path / "copied", "clue"):
        copied = tmp_path / "copied" / one["image"]["path"]
        assert copied.name == f"{one['image']['sha256']}.png"
        assert sha256_of(copied) == one["image"]["sha256"]


def test_a_clue_that_tells_the_position_is_left_out(engine: Engine, tmp_path: Path) -> None:
    path = table(tmp_path, 1, on_land=1)
    lat, lon = PLACES["a.png"]
    telling, plain = in_country(1, "IT"), in_country(2, "IT")
    object.__setattr__(telling, "observation", f"“{lat:.4f} N {lon:.4f} E” on a screen")
    told = Told({"0a.png": (telling, plain)})
    built = run_to_end(build.build(path, tmp_path / "out", makers(engine, told), Settings(tmp_path)))
    assert [one.reason for one in built.refused] == ["clues that tell the position itself"]
    (clues,) = records(tmp_path / "out", "clue")
    assert [pair["id"] for pair in clues["pairs"] if pair["basis"] == "picture"] == ["C2"]
    asked = run_to_end(
        build.build(path, tmp_path / "asked", makers(engine, told), Settings(tmp_path, claims=True))
    )
    assert not asked.refused and f"{lat:.4f}" in (tmp_path / "asked" / "clue.jsonl").read_text()


# --- a real file that claims a position, the real decoder and the real sources ---------------------------


def geotagged(path: Path, lat: float, lon: float) -> None:
    """One of the sample's pictures under another position, so that the truth is known to the digit."""

    def parts(value: float) -> tuple[float, float, float]:
        degrees, rest = divmod(abs(value), 1)
        minutes, rest = divmod(rest * 60, 1)
        return degrees, minutes, rest * 60

    image = Image.open(ROOT / "cases" / "tower" / "square.jpg")
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(
        {1: "N" if lat >= 0 else "S", 2: parts(lat), 3: "E" if lon >= 0 else "W", 4: parts(lon)}
    )
    data = io.BytesIO()
    image.resize((320, 240)).save(data, "JPEG", exif=exif, quality=90)
    path.write_bytes(data.getvalue())


class Here:
    """A worker in this process, without the sources that open the file themselves or take seconds to load."""

    def run(self, call: Call) -> Job[Any]:
        off = [*call.kwargs["off"], "text", "copies"]
        return (yield from resolve(call)(**{**call.kwargs, "off": off}))


def test_the_position_that_a_file_claims_is_evidence_only_when_asked(engine: Engine, tmp_path: Path) -> None:
    lat, lon = 43.465713, 11.881529
    geotagged(tmp_path / "square.jpg", lat, lon)
    path = tmp_path / "t.csv"
    path.write_text(f"image,lat,lon,license\nsquare.jpg,{lat},{lon},CC BY 4.0\n")
    told = {}
    for claims in (False, True):
        out = tmp_path / f"claims {claims}"
        reader = Reader(engine.decoder, Here(), engine.gazetteer.path, claims=claims)  # type: ignore[arg-type]
        settings = Settings(tmp_path, claims=claims)
        run_to_end(build.build(path, out, makers(engine, reader), settings))
        extract._decoder().close()
        said = [text for part in ("clue", "dialog") for text in statistics.texts(records(out, part)[0])]
        told[claims] = guard.tells(said, [(lat, lon)]), any("GPS" in text for text in said)
    assert told == {False: (False, False), True: (True, True)}
    (record,) = records(tmp_path / "claims False", "meta")
    assert (record["place"]["city"], record["place"]["region"]) == ("Arezzo", "Tuscany")
    assert (record["place"]["lat"], record["place"]["rounding_m"]) == (43.4657, 7.9)
    assert record["place"]["county"] is None and record["place"]["scene"] is None
    sure = records(tmp_path / "claims True", "dialog")[0]["turns"][1]
    assert sure["level"] == "point" and "Arezzo" in sure["text"]
