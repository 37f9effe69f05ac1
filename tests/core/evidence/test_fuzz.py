"""Damaged files by the hundred: each gets an answer, and the parent never dies of one.

An eighth of ``--repeat`` is how many mutations each kind of file gets; a failure names its ``--seed``.
"""

from __future__ import annotations

import random

import pytest

from theodolite.errors import FormatRefused
from theodolite.evidence.decode import Decoder

SAMPLES = [
    "photos/exif-py/tests/resources/jpg/Canon_40D.jpg",
    "photos/exif-py/tests/resources/jpg/gps/DSCN0010.jpg",
    "photos/exif-py/tests/resources/heic/spring_1440x960.heic",
    "photos/exif-py/tests/resources/avif/mountains.avif",
    "photos/exif-py/tests/resources/jxl/test_0001.jxl",
    "photos/exif-py/tests/resources/raw/sony_alpha_a7iii_raw_image.ARW",
    "c2pa/c2pa-python/tests/fixtures/C.dng",
    "c2pa/c2pa-python/tests/fixtures/files-for-signing-tests/libpng-test.png",
    "c2pa/c2pa-python/tests/fixtures/files-for-signing-tests/test_xmp.webp",
    "c2pa/c2pa-python/tests/fixtures/files-for-signing-tests/TUSCANY.TIF",
    "c2pa/c2pa-python/tests/fixtures/files-for-signing-tests/sample1.gif",
]
CODES = {None, "cannot-decode", "too-large", "decode-timeout", "decoder-died"}


def mutate(data: bytes, seed: int) -> bytes:
    """Flip bytes (mostly in the first pages, where structure lies), cut, repeat or zero a stretch."""
    rng = random.Random(seed)
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 4, 30))):
        reach = min(len(damaged), rng.choice((256, 4096, len(damaged))))
        damaged[rng.randrange(12, reach)] = rng.randrange(256)
    kind = rng.randrange(4)
    if kind == 1:
        del damaged[rng.randrange(16, len(damaged)) :]
    elif kind == 2:
        at = rng.randrange(16, len(damaged))
        damaged[at : at + rng.randrange(4000)] = b"\0" * rng.randrange(4000)
    elif kind == 3:
        at = rng.randrange(16, len(damaged))
        damaged[at:at] = damaged[at : at + 2000]
    return bytes(damaged)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda name: name.rsplit("/")[-1])
def test_damaged_files_are_answered(corpora, tmp_path, repeat, seed, sample) -> None:
    data = (corpora / sample).read_bytes()
    count = max(1, repeat // 8)
    path = tmp_path / "damaged"
    with Decoder(seconds=10) as decoder:
        for number in range(seed, seed + count):
            path.write_bytes(mutate(data, number))
            try:
                found = decoder.inspect(path)
            except FormatRefused:
                continue
            assert found.error_code in CODES, f"--seed {number}"
            assert (found.width > 0) == (found.error_code is None), f"--seed {number}"
        assert decoder.inspect(corpora / SAMPLES[0]).error_code is None, f"--seed {seed}"
