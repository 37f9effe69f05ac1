"""`make bench`, pictures: recipes on 24 megapixels, covered copies, the search for faces; prints each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from theodolite import packs
from theodolite.domain import Box, Step
from theodolite.errors import PackMissing
from theodolite.evidence import recipes
from theodolite.evidence.decode import Decoder
from theodolite.vision import faces

pytestmark = pytest.mark.bench
SIZE = (6000, 4000)
STEPS = {
    "quarter turn": Step("rotate", (("degrees", "90"),)),
    "turn by 7 degrees": Step("rotate", (("degrees", "7"),)),
    "levels": Step("levels", (("black", "9"), ("gamma", "1.2"))),
    "crop": Step("crop", (("left", "0.2"), ("top", "0.2"), ("right", "0.6"), ("bottom", "0.6"))),
    "cover": recipes.cover_step(Box(0.2, 0.2, 0.4, 0.5)),
    "veil": Step("veil"),
}


@pytest.fixture(scope="module")
def photograph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "large.jpg"
    noise = np.random.default_rng(1).integers(0, 256, (250, 375, 3), dtype=np.uint8)
    Image.fromarray(noise).resize(SIZE, Image.Resampling.BICUBIC).save(path, "JPEG", quality=92)
    return path


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        one.thumbnail(Path(__file__).parents[2] / "cases/tower/references/arezzo-1.jpg")  # it is running
        yield one


def test_recipes_on_24_megapixels(photograph: Path, decoder: Decoder) -> None:
    started = time.perf_counter()
    decoder.pixels(photograph)
    decoding = time.perf_counter() - started
    print(f"\n  decoding alone        {decoding:6.2f} s")
    for name, step in STEPS.items():
        started = time.perf_counter()
        decoder.made(photograph, [step])
        print(f"  {name:20}  {time.perf_counter() - started:6.2f} s with decoding")
    started = time.perf_counter()
    copy = decoder.made(photograph, [STEPS["cover"]], 640)
    print(f"  covered copy, 640 px  {time.perf_counter() - started:6.2f} s with decoding")
    started = time.perf_counter()
    decoder.thumbnail(photograph, 640)
    print(f"  thumbnail, 640 px     {time.perf_counter() - started:6.2f} s")
    assert max(copy.width, copy.height) == 640


def test_the_packing_of_a_png(photograph: Path) -> None:
    pixels = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    started = time.perf_counter()
    data = recipes.png(pixels)
    print(f"\n  png of 24 megapixels  {time.perf_counter() - started:6.2f} s, {len(data) / 1e6:.0f} MB")


def test_faces_on_24_megapixels(photograph: Path) -> None:
    try:
        finder = faces.load(str(packs.installed(faces.PACK).path))
    except PackMissing:
        pytest.skip("the pack faces is not installed")
    with Image.open(photograph) as image:
        pixels = np.asarray(image.convert("RGB"))
    finder.find(pixels)
    started = time.perf_counter()
    finder.find(pixels)
    print(f"\n  faces                 {time.perf_counter() - started:6.2f} s")
