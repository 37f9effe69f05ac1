"""Finding faces: the published model freed of its one size, overlaps, and faces where there are some."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from theodolite import packs
from theodolite.errors import PackMissing
from theodolite.vision import faces


def varint(value: int) -> bytes:
    made = b""
    while value > 0x7F:
        made += bytes([value & 0x7F | 0x80])
        value >>= 7
    return made + bytes([value])


def member(number: int, data: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(data)) + data


def value_info(name: str, dims: Iterable[int]) -> bytes:
    """ValueInfoProto of a tensor (onnx.proto): name 1, type 2, tensor_type 1, shape 2, dim 1, dim_value 1."""
    shape = b"".join(member(1, b"\x08" + varint(dim)) for dim in dims)
    return member(1, name.encode()) + member(2, member(1, b"\x08\x01" + member(2, shape)))


def model(*names: str, dims: tuple[int, ...] = (10, 3, 32, 32)) -> bytes:
    graph = member(1, b"\x0a\x05node1") + member(5, bytes(300))
    for name in names:
        graph += member(11 if name == faces.INPUT else 12, value_info(name, dims))
    return b"\x08\x07" + member(2, b"maker") + member(7, graph)


def test_batch_and_size_are_freed_and_nothing_else() -> None:
    given = model(faces.INPUT, *faces.OUTPUTS, "540")
    made = faces.any_size(given)
    assert len(made) == len(given)
    assert made.count(b"\x0a\x02\x12\x00") == 3 * 4
    assert made.count(b"\x0a\x02\x08\x03") == given.count(b"\x0a\x02\x08\x03")
    assert made.endswith(value_info("540", (10, 3, 32, 32)))


@pytest.mark.parametrize(
    "data",
    [
        model(faces.INPUT),
        model(faces.INPUT, *faces.OUTPUTS, dims=(10, 3, 320, 320)),
        model(faces.INPUT, *faces.OUTPUTS)[:-3],
        b"\xff" * 40,
        b"",
    ],
    ids=["fewer outputs", "other size", "cut short", "noise", "empty"],
)
def test_another_file_is_no_such_model(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"published model|cut short|no protocol buffer"):
        faces.any_size(data)


def test_of_overlapping_boxes_the_surest_stays() -> None:
    rows = np.array(
        [
            [0, 0, 0.5, 0.5, 0.6],
            [0.05, 0, 0.5, 0.5, 0.9],
            [0.6, 0.6, 0.9, 0.9, 0.4],
            [0.5, 0.5, 0.6, 0.6, 0.5],
        ],
        np.float32,
    )
    assert faces.apart(rows)[:, 4].tolist() == pytest.approx([0.9, 0.5, 0.4])
    assert faces.apart(rows[:0]).shape == (0, 5)


@pytest.fixture(scope="module")
def finder() -> faces.Finder:
    try:
        return faces.load(str(packs.installed(faces.PACK).path))
    except PackMissing:
        pytest.skip("the pack faces is not installed (theodolite packs fetch faces)")


def portrait() -> Image.Image:
    """A photograph of one person by the United States Navy (public domain) that Matplotlib brings."""
    import matplotlib

    path = Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg"
    with Image.open(path) as image:
        return image.convert("RGB")


@pytest.mark.full
@pytest.mark.parametrize("size", [90, 600, 2400])
def test_a_face_is_found_at_any_size_and_where_it_is(finder: faces.Finder, size: int) -> None:
    one = portrait().resize((size * 512 // 600, size))
    scene = Image.new("RGB", (one.width * 2, one.height + one.height // 2), (120, 130, 110))
    scene.paste(one, (one.width, one.height // 2))
    found = finder.find(np.asarray(scene))
    assert len(found) == 1
    box = found[0].box  # the face alone lies at 0.39 to 0.68 by 0.22 to 0.55 of the portrait
    assert (box.left * 2 - 1, box.right * 2 - 1) == pytest.approx((0.35, 0.7), abs=0.06)
    assert (box.top * 1.5 - 0.5, box.bottom * 1.5 - 0.5) == pytest.approx((0.2, 0.56), abs=0.06)


@pytest.mark.full
def test_no_face_is_found_where_there_is_none(finder: faces.Finder, seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    assert finder.find(noise) == ()
    assert finder.find(np.full((200, 300, 3), 127, np.uint8)) == ()


@pytest.mark.full
@pytest.mark.corpora
def test_people_in_a_street_are_found(finder: faces.Finder, corpora: Path) -> None:
    """Two people stand at the left of this photograph of Arezzo; the empty street shows nobody."""
    folder = corpora / "photos/exif-py/tests/resources/jpg/gps"
    with Image.open(folder / "DSCN0025.jpg") as street:
        found = finder.find(np.asarray(street.convert("RGB")))
    assert len(found) == 2
    assert all(face.box.right < 0.3 and 0.5 < face.box.top < 0.7 for face in found)
    with Image.open(folder / "DSCN0010.jpg") as empty:
        assert finder.find(np.asarray(empty.convert("RGB"))) == ()
