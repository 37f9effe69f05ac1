"""Copies are found however they were stored; other pictures are not, on the photographs of the corpora."""

from __future__ import annotations

import io
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from theodolite.evidence.decode import Decoder
from theodolite.relations.fingerprint import Copy, Fingerprint, copies, fingerprint

Pixels = NDArray[np.uint8]


def scene(seed: int, height: int = 480, width: int = 640) -> Pixels:
    """Blobs of light of many sizes: detail at every scale, as in a photograph."""
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width, 3))
    for cells in (3, 6, 12, 24, 48):
        small = rng.random((cells, cells, 3)).astype(np.float32)
        layers = [
            np.asarray(Image.fromarray(small[:, :, c]).resize((width, height), Image.Resampling.BICUBIC))
            for c in range(3)
        ]
        total += np.stack(layers, axis=-1) / np.sqrt(cells)
    total -= total.min()
    return (255 * total / total.max()).astype(np.uint8)


def stored(pixels: Pixels, quality: int = 75, scale: float = 1.0) -> Pixels:
    image = Image.fromarray(pixels)
    image = image.resize((max(8, int(image.width * scale)), max(8, int(image.height * scale))))
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return np.asarray(Image.open(stream).convert("RGB"))


def between(first: Pixels, second: Pixels) -> Copy | None:
    found = copies({"A": fingerprint(first), "B": fingerprint(second)})
    return found[0] if found else None


def test_a_copy_is_found_re_encoded_mirrored_and_cropped() -> None:
    picture = scene(1)
    small = stored(picture, 60, 0.5)
    found = between(picture, small)
    assert found is not None and not found.mirrored and found.cropped is None
    turned = between(picture, stored(picture[:, ::-1]))
    assert turned is not None and turned.mirrored and turned.cropped is None
    inner = stored(picture[48:-48, 64:-64])
    cut = between(picture, inner)
    assert cut is not None and cut.cropped == 1 and not cut.mirrored
    other_way = between(inner, picture)
    assert other_way is not None and other_way.cropped == 0
    both = between(picture, stored(inner[:, ::-1]))
    assert both is not None and both.mirrored and both.cropped == 1


def test_other_pictures_are_no_copies() -> None:
    prints = {str(seed): fingerprint(scene(seed)) for seed in range(40)}
    assert copies(prints) == ()


def test_a_plain_picture_has_no_fingerprint() -> None:
    white = np.full((300, 400, 3), 255, np.uint8)
    assert fingerprint(white).strings() == ()
    assert copies({"A": fingerprint(white), "B": fingerprint(white)}) == ()


def test_strings_come_back_and_foreign_ones_do_not() -> None:
    found = fingerprint(scene(3))
    assert Fingerprint.of(found.strings()) == found
    for foreign in ((), ("2", *found.strings()[1:]), found.strings()[:-1], (*found.strings()[:-1], "xyz")):
        assert Fingerprint.of(foreign) is None


def test_tiny_and_narrow_pictures_do_no_harm() -> None:
    rng = np.random.default_rng(0)
    for height, width in ((1, 1), (2, 3), (1, 900), (700, 2)):
        fingerprint(rng.integers(0, 255, (height, width, 3), np.uint8).astype(np.uint8))


@pytest.fixture(scope="module")
def photographs(corpora: Path) -> dict[str, Pixels]:
    """Photographs of places: no two are copies but one pair of a burst with and without HDR."""
    found = {}
    with Decoder() as decoder:
        for folder in ("photos/OpenSfM", "photos/exif-py/tests/resources/jpg/gps", "ocr/EasyOCR/examples"):
            for path in sorted((corpora / folder).rglob("*")):
                if path.suffix.lower() in (".jpg", ".jpeg", ".png"):
                    found[str(path.relative_to(corpora))] = decoder.pixels(path, 1024)
    assert len(found) >= 50
    return found


@pytest.mark.corpora
def test_photographs_of_one_walk_are_no_copies_but_re_encoded_ones_are(
    photographs: dict[str, Pixels],
) -> None:
    prints = {name: fingerprint(pixels) for name, pixels in photographs.items()}
    usable = [name for name in prints if prints[name].whole]
    assert len(usable) >= len(prints) - 2
    pairs = {frozenset((copy.first, copy.second)) for copy in copies(prints)}
    assert len(list(combinations(usable, 2))) > 1000
    assert not pairs
    missed: dict[str, int] = {"re-encoded": 0, "mirrored": 0, "cropped": 0}
    for name in usable:
        pixels = photographs[name]
        height, width = pixels.shape[:2]
        inner = pixels[height // 12 : -(height // 12), width // 12 : -(width // 12)]
        mirrored = np.asarray(ImageOps.mirror(Image.fromarray(pixels)))
        for how, copy in (
            ("re-encoded", stored(pixels, 60, 0.5)),
            ("mirrored", stored(mirrored)),
            ("cropped", stored(inner)),
        ):
            found = copies({"A": prints[name], "B": fingerprint(copy)})
            right = bool(found) and found[0].mirrored == (how == "mirrored")
            missed[how] += not right
    print({how: f"{len(usable) - count} of {len(usable)} found" for how, count in missed.items()})
    assert all(count <= 0.05 * len(usable) for count in missed.values()), missed
