"""Damaged metadata blocks by the hundred: an answer each time, no crash, no hang, the decoder lives on."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.evidence import blocks
from tests.core.evidence.blocks import exif, iptc, jpeg, photoshop, picture, ratio, resource, xmp

from theodolite.evidence import boxes, containers, metadata, motion, times
from theodolite.evidence import iptc as iptc_reader
from theodolite.evidence import xmp as xmp_reader
from theodolite.evidence.decode import Decoder

pytestmark = pytest.mark.alone

SLOWEST = 10.0
"""Seconds of one file, on two busy cores: five readers may each take their two seconds."""


def full() -> bytes:
    """A JPEG with every block we read."""
    gps = {
        1: "N", 2: (ratio(48), ratio(51), ratio(30)), 3: "E", 4: (ratio(2), ratio(17), ratio(40)),
        5: b"\x01", 6: ratio(100), 7: (ratio(1), ratio(2), ratio(3)), 11: ratio(2), 16: "M", 17: ratio(90),
        18: "WGS-84", 29: "2020:01:01",
    }  # fmt: skip
    private = {36867: "2020:01:02 03:04:05", 37386: ratio(35), 40962: 320, 40963: 240, 37510: b"ASCII\0\0\0x"}
    block = exif(
        {271: "NIKON", 272: "D70", 306: "2020:01:02 03:04:05"}, private, gps, jpeg(picture(160, 120))
    )
    records = resource(0x0404, iptc((90, b"Bern"), (25, b"a"), (120, b"words " * 50)))
    history = "<xmpMM:History><rdf:Seq><rdf:li stEvt:action='saved'/></rdf:Seq></xmpMM:History>"
    extra = photoshop(records, resource(0x0425, b"x" * 16)) + blocks.segment(0xFE, b"a comment")
    return blocks.with_segments(jpeg(exif=block, xmp=xmp(history, 'exif:GPSLatitude="1,2N"')), extra)


def damaged(data: bytes, rng: random.Random, end: int) -> bytes:
    """Changes within the first ``end`` bytes: single ones, lengths and offsets to extremes, moved ones."""
    body = bytearray(data)
    for _ in range(rng.choice((1, 3, 12, 60))):
        at = rng.randrange(4, end - 8)
        kind = rng.randrange(4)
        if kind == 0:
            body[at] = rng.randrange(256)
        elif kind == 1:
            size = rng.choice((2, 4))
            body[at : at + size] = rng.choice((b"\xff" * size, b"\0" * size, b"\x7f" + b"\xff" * (size - 1)))
        elif kind == 2:
            other = rng.randrange(4, end - 40)
            body[at : at + 12] = body[other : other + 12]
        else:
            body[at] ^= 1 << rng.randrange(8)
    return bytes(body)


def test_the_sound_file_has_everything() -> None:
    found = metadata.read(full(), "image/jpeg")
    assert found.gps is not None
    assert found.camera == "NIKON D70"
    names = {name.split()[0] for name, _ in found.fields}
    assert {"EXIF", "GPS", "Image", "IPTC", "XMP", "Photoshop", "JPEG"} <= names


def test_damaged_blocks_are_answered_in_time(tmp_path, repeat, seed) -> None:
    """``--repeat`` times three files; each inspected by the real child."""
    data = full()
    end = data.index(b"\xff\xdb", data.index(b"a comment"))
    path = tmp_path / "damaged.jpg"
    rng = random.Random(seed)
    slowest, restarts = 0.0, 0
    with Decoder(seconds=25) as decoder:
        decoder.inspect(_written(path, data))
        for number in range(3 * repeat):
            path.write_bytes(damaged(data, rng, end))
            started = time.perf_counter()
            found = decoder.inspect(path)
            slowest = max(slowest, time.perf_counter() - started)
            assert found.error_code in (None, "cannot-decode", "too-large"), f"--seed {seed}, file {number}"
            restarts = decoder.restarts
    print(f"\n{3 * repeat} damaged files, slowest {slowest:.2f} s, {restarts} restarts of the decoder")
    assert slowest < SLOWEST, f"--seed {seed}"
    assert restarts <= 3 * repeat // 500, f"--seed {seed}"  # a child is replaced after 500 files anyway


def test_more_metadata_than_can_be_answered_is_cut_and_counted(make, decoder) -> None:
    """Four million characters beyond the basic plane, which the answer writes as twelve bytes each."""
    maps = "\U0001f5fa" * 980
    words = "".join(f"<mine:w{number}>{maps}</mine:w{number}>" for number in range(700))
    packet = b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(words)
    data = blocks.png((b"iTXt", packet))
    found = decoder.inspect(make.bytes(data, ".png"))
    assert found.error_code is None
    assert 200 < len(found.metadata.fields) < 400
    assert any("not listed" in problem for problem in found.metadata.problems)
    assert decoder.restarts == 0


def _written(path, data):
    path.write_bytes(data)
    return path


@given(st.binary(max_size=600))
def test_no_bytes_break_a_reader(data: bytes) -> None:
    for media_type in ("image/jpeg", "image/png", "image/webp", "image/gif", "image/jxl", "image/heic"):
        containers.find(data, media_type)
        containers.find(b"\0" * 12 + data, media_type)
    list(iptc_reader.resources(data))
    iptc_reader.records(b"\x1c" + data)
    metadata.read(b"II*\0\x08\0\0\0" + data, "image/tiff")
    try:
        xmp_reader.parse(data)
    except ValueError:
        return


@given(st.binary(max_size=200), st.sampled_from([b"meta", b"iprp", b"iinf", b"iloc", b"ftyp"]))
def test_no_box_breaks_the_reader(body: bytes, kind: bytes) -> None:
    data = (len(body) + 8).to_bytes(4, "big") + kind + body
    inner = (len(data) + 12).to_bytes(4, "big") + b"meta" + bytes(4) + data
    containers.find(inner, "image/heic")
    try:
        list(boxes.jxl(data))
    except Exception as error:
        pytest.fail(repr(error))


@given(
    st.lists(st.tuples(st.integers(-(2**31), 2**32), st.integers(-(2**31), 2**32)), max_size=4),
    st.one_of(st.none(), st.text(max_size=20)),
)
def test_no_value_breaks_the_rules(parts: list[tuple[int, int]], text: str | None) -> None:
    motion.utc(parts, text, text)
    motion.altitude(parts[0] if parts else None, 1, {"exif:GPSAltitude": text or ""})
    motion.direction(parts[0] if parts else None, text)
    motion.speed(parts[0] if parts else None, text)
    motion.attitude({"drone-dji:GimbalYawDegree": text or ""})
    times.iso_time(text or "", text, text)
