"""Pictures in halves out of the real sandbox: the same pixels, upright, never more than asked for."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from theodolite.errors import DecodeFailed, DecoderDied, InputError
from theodolite.evidence import pyramid
from theodolite.evidence.decode import Decoder
from theodolite.evidence.pyramid import Level

SIDES = st.integers(1, 40_000)


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        yield one


def rgb(level: Level) -> np.ndarray:
    packed = np.frombuffer(level.bgrx, np.uint8).reshape(level.height, level.width, 4)
    assert (packed[..., 3] == 255).all(), "opaque, as raster painters want it"
    return packed[..., 2::-1]


def save(path: Path, size: tuple[int, int], *, orientation: int = 1, kind: str = "JPEG") -> Path:
    """Four quarters of different colours, stored as a camera turned that way would."""
    quarters = np.array([[[200, 30, 30], [30, 200, 30]], [[30, 30, 200], [220, 220, 40]]], np.uint8)
    image = Image.fromarray(quarters).resize(size, Image.Resampling.NEAREST)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(path, kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {}))
    return path


@given(SIDES, SIDES)
def test_each_level_is_half_of_the_one_before(width: int, height: int) -> None:
    sizes = pyramid.sizes(width, height)
    assert sizes[0] == (width, height) and max(sizes[-1]) <= pyramid.SMALLEST
    for (wide, high), (half_wide, half_high) in itertools.pairwise(sizes):
        assert half_wide == -(-wide // 2) and half_high == -(-high // 2)
    assert pyramid.bytes_of(width, height) == sum(4 * w * h for w, h in sizes)


@given(SIDES, SIDES, st.integers(8 << 20, 1 << 30))
def test_a_picture_is_made_to_fit_its_bytes(width: int, height: int, most: int) -> None:
    side = pyramid.within(width, height, most)
    if side is None:
        assert pyramid.bytes_of(width, height) <= most
    else:
        assert side < max(width, height)
        share = side / max(width, height)
        scaled = max(1, round(width * share)), max(1, round(height * share))
        assert pyramid.bytes_of(*scaled) <= most or side == pyramid.SMALLEST


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_the_levels_hold_the_pixels_of_the_picture(decoder: Decoder, tmp_path: Path, kind: str) -> None:
    path = save(tmp_path / f"a.{kind.lower()}", (1500, 1001), kind=kind)
    found = decoder.levels(path)
    assert (found.width, found.height) == (1500, 1001)
    assert [(one.width, one.height) for one in found.levels] == [(1500, 1001), (750, 501), (375, 251)]
    assert np.array_equal(rgb(found.levels[0]), decoder.pixels(path))
    small = rgb(found.levels[-1]).astype(int)
    assert (
        np.abs(small[20, 20] - (200, 30, 30)).max() < 8 and np.abs(small[-20, -20] - (220, 220, 40)).max() < 8
    )
    assert found.bytes == pyramid.bytes_of(1500, 1001)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_all_eight_orientations_stand_upright(decoder: Decoder, tmp_path: Path, orientation: int) -> None:
    path = save(tmp_path / "a.jpg", (1400, 900), orientation=orientation)
    found, look = decoder.levels(path), decoder.levels(path, max_side=300)
    size = (900, 1400) if orientation > 4 else (1400, 900)
    assert (found.width, found.height) == (look.width, look.height) == size, "a look knows the full size"
    assert np.array_equal(rgb(found.levels[0]), decoder.pixels(path))
    assert max(look.levels[0].width, look.levels[0].height) == 300
    near = decoder.pixels(path)[::1, ::1].astype(int)
    small = rgb(look.levels[0]).astype(int)
    for y, x in ((0.1, 0.1), (0.1, 0.9), (0.9, 0.1), (0.9, 0.9)):
        here = small[int(y * small.shape[0]), int(x * small.shape[1])]
        there = near[int(y * near.shape[0]), int(x * near.shape[1])]
        assert np.abs(here - there).max() < 12


def test_the_orientations_of_real_files_stand_upright(decoder: Decoder, corpora: Path) -> None:
    """Each folder holds one scene stored in eight ways; upright they look alike."""
    folder = corpora / "orientation"
    files = sorted(folder.rglob("*_[1-8].jpg"))
    assert len(files) >= 16
    for kind in ("Landscape", "Portrait"):
        seen = []
        for number in range(1, 9):
            path = next(file for file in files if file.name == f"{kind}_{number}.jpg")
            found = decoder.levels(path)
            assert (found.width > found.height) == (kind == "Landscape")
            image = Image.fromarray(rgb(found.levels[-1])).resize((24, 24), Image.Resampling.BOX)
            seen.append(np.asarray(image.convert("L")).astype(float))
        first = seen[0] - seen[0].mean()
        for other in seen[1:]:
            off = other - other.mean()
            alike = (first * off).sum() / np.sqrt((first**2).sum() * (off**2).sum())
            turned = np.rot90(first, 2)
            assert alike > 0.8 and alike > (turned * off).sum() / np.sqrt((turned**2).sum() * (off**2).sum())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_never_more_bytes_than_asked_for(decoder: Decoder, tmp_path: Path, kind: str) -> None:
    path = save(tmp_path / f"a.{kind.lower()}", (3000, 2000), kind=kind)
    found = decoder.levels(path, most_bytes=4 << 20)
    assert found.bytes <= 4 << 20 and (found.width, found.height) == (3000, 2000)
    assert found.levels[0].width < 3000


def test_what_cannot_be_a_picture_is_named(decoder: Decoder, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(save(tmp_path / "whole.jpg", (64, 64)).read_bytes()[:200])
    with pytest.raises(DecodeFailed):
        decoder.levels(broken)
    video = tmp_path / "v.mp4"
    video.write_bytes(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64))
    with pytest.raises(InputError, match="frames"):
        decoder.levels(video)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"levels": []},
        {"levels": [[4, 4]] * 40},
        {"levels": [["4", 4]]},
        {"levels": [[0, 4]]},
        {"levels": [[400, 400]]},
        {"levels": [[2, 2]]},
    ],
)
def test_an_answer_that_does_not_add_up_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(DecoderDied):
        pyramid.received({"width": 4, "height": 4, **said}, bytearray(64))


def test_what_is_sent_is_received() -> None:
    image = Image.frombytes("RGB", (700, 3), bytes(range(256)) * 24 + bytes(156))
    body = io.BytesIO()
    pyramid.send(image, body)
    found = pyramid.received(pyramid.header(image, (700, 3)), bytearray(body.getvalue()))
    assert np.array_equal(rgb(found.levels[0]), np.asarray(image)) and found.levels[1].width == 350


@pytest.mark.bench
def test_a_hundred_million_pixels(decoder: Decoder, tmp_path: Path) -> None:
    """Bounds are for two busy cores; what was measured is printed."""
    import time

    wave = np.arange(11648, dtype=np.uint8)[None, :] ^ np.arange(8736, dtype=np.uint8)[:, None]
    path = tmp_path / "large.jpg"
    Image.fromarray(np.dstack([wave, wave, wave])).save(path, quality=90)
    decoder.levels(save(tmp_path / "warm.jpg", (64, 64)))
    start = time.perf_counter()
    look = decoder.levels(path, max_side=1600)
    first = time.perf_counter() - start
    start = time.perf_counter()
    whole = decoder.levels(path)
    last = time.perf_counter() - start
    size = f"{whole.width} x {whole.height}"
    print(f"\n{size}: a look in {first:.2f} s, {whole.bytes / 1e6:.0f} MB in {last:.2f} s")
    assert (look.width, look.height) == (11648, 8736) == (whole.levels[0].width, whole.levels[0].height)
    assert first < 4 and last < 15
