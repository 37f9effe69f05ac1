"""The camera's small picture against the large one: the untouched are left alone, the changed are found."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageEnhance, ImageOps
from tests.core.evidence import blocks
from tests.core.evidence.blocks import exif, jpeg, picture

from theodolite.evidence import metadata, thumbnails

#: The one photograph of the corpora that was cut after its camera wrote the thumbnail, by eye.
CUT = "photos/exif-py/tests/resources/jpg/tests/35-empty.jpg"


def small(image: Image.Image, width: int = 160, height: int = 120) -> bytes:
    return jpeg(image.resize((width, height)))


def relation(thumbnail: bytes, image: Image.Image, orientation: int = 1) -> str:
    return thumbnails.compare(thumbnail, image, orientation).relation


def test_one_picture_is_the_same_however_it_is_stored() -> None:
    image = picture(800, 600)
    assert relation(small(image), image) == "same"
    assert relation(small(ImageEnhance.Brightness(image).enhance(0.6)), image) == "same"
    assert relation(small(ImageOps.grayscale(image).convert("RGB")), image) == "same"
    for degrees in (90, 180, 270):
        assert relation(small(image), image.rotate(degrees, expand=True)) == "same"


def test_black_bars_and_other_shapes_are_no_difference() -> None:
    wide = picture(900, 600)
    barred = Image.new("RGB", (160, 120))
    barred.paste(wide.resize((160, 107)), (0, 6))
    assert relation(jpeg(barred), wide) == "same"
    assert relation(jpeg(wide.crop((50, 0, 850, 600)).resize((160, 120))), wide) == "same"
    assert relation(jpeg(wide.resize((160, 120))), wide) == "same"


def test_a_panorama_squeezed_barred_or_cut_to_the_shape_of_a_thumbnail() -> None:
    wide = picture(2400, 400)
    barred = Image.new("RGB", (160, 120))
    barred.paste(wide.resize((160, 27)), (0, 47))
    for thumbnail in (barred, wide.resize((160, 120)), wide.crop((934, 0, 1466, 400)).resize((160, 120))):
        assert relation(jpeg(thumbnail), wide) == "same"


def test_a_dark_sky_is_no_bar() -> None:
    night = Image.new("RGB", (800, 600))
    night.paste(picture(800, 260), (0, 170))
    assert relation(small(night), night) == "same"


@pytest.mark.parametrize("seed", range(8))
def test_another_picture_differs(seed: int) -> None:
    assert relation(small(picture(800, 600, seed=100 + seed)), picture(800, 600, seed=seed)) == "differs"


def test_a_cut_is_found() -> None:
    image = picture(800, 600)
    assert relation(small(image), image.crop((200, 100, 700, 475))) == "crop"


def test_a_mirrored_picture_is_found_unless_the_file_says_so() -> None:
    image = picture(800, 600)
    assert relation(small(image), ImageOps.mirror(image)) == "mirrored"
    assert relation(small(image), ImageOps.mirror(image), orientation=2) == "same"


def test_too_little_to_compare_is_unclear_and_rubbish_unreadable() -> None:
    assert relation(small(Image.new("RGB", (800, 600), (90, 90, 90))), picture(800, 600)) == "unclear"
    assert relation(jpeg(picture(20, 15)), picture(800, 600)) == "unclear"
    assert relation(b"\xff\xd8" + bytes(500), picture(800, 600)) == "unreadable"
    assert relation(b"", picture(800, 600)) == "unreadable"


def test_the_decoder_compares_and_hands_out_the_thumbnail(make, decoder) -> None:
    image = picture(800, 600)
    honest = make.bytes(jpeg(image, exif=exif({271: "Maker"}, thumbnail=small(image))), ".jpg")
    other = make.bytes(jpeg(image, exif=exif({271: "Maker"}, thumbnail=small(picture(seed=99)))), ".jpg")
    bare = make.bytes(jpeg(image), ".jpg")
    relations = [decoder.inspect(path).metadata.thumbnail for path in (honest, other, bare)]
    assert [found and found.relation for found in relations] == ["same", "differs", None]
    handed = decoder.embedded(honest)
    assert Image.open(blocks.io.BytesIO(handed)).size == (160, 120)
    assert decoder.embedded(bare) == b""


@pytest.mark.corpora
def test_no_untouched_photograph_is_accused(inspected) -> None:
    """Every photograph of the corpora with a thumbnail: the only suspicion is the one that is true."""
    found = {
        name: inspection.metadata.thumbnail
        for name, (_, inspection) in inspected.items()
        if inspection.metadata.thumbnail is not None
    }
    accused = [name for name, one in found.items() if one.relation in ("differs", "crop", "mirrored")]
    same = [one.likeness for one in found.values() if one.relation == "same"]
    print(f"\n{len(found)} thumbnails, {len(same)} the same, likeness from {min(same)}; accused: {accused}")
    assert accused == [CUT]
    assert len(same) >= 50


@pytest.mark.corpora
def test_changed_photographs_are_found(corpora, inspected, repeat, seed) -> None:
    """Thumbnails put on other photographs, photographs cut and mirrored: how many are noticed."""
    rng = random.Random(seed)
    pairs = []
    for name, (entry, found) in inspected.items():
        thumb = found.metadata.thumbnail
        if thumb is None or thumb.relation != "same" or not name.endswith((".jpg", ".jpeg", ".JPG")):
            continue
        data = (corpora / name).read_bytes()
        jpeg_bytes = metadata.find(data, "image/jpeg").thumbnail
        with Image.open(blocks.io.BytesIO(data)) as image:
            image.draft("RGB", (400, 400))
            upright = ImageOps.exif_transpose(image).convert("RGB")
        upright.thumbnail((400, 400))
        pairs.append((jpeg_bytes, upright, entry.get("IFD0:Orientation") or 1))
    swapped = cut = mirrored = 0
    count = max(30, repeat // 2)
    for _ in range(count):
        (one, _, _), (_, other, turn) = rng.sample(pairs, 2)
        swapped += relation(one, other, turn) != "same"
        thumb, image, turn = rng.choice(pairs)
        part = rng.uniform(0.45, 0.75)
        left, top = rng.uniform(0, 1 - part) * image.width, rng.uniform(0, 1 - part) * image.height
        box = (int(left), int(top), int(left + part * image.width), int(top + part * image.height))
        cut += relation(thumb, image.crop(box), turn) in ("crop", "differs", "unclear")
        mirrored += relation(thumb, ImageOps.mirror(image), turn) != "same"
    print(f"\nof {count} each: swapped {swapped}, cut {cut}, mirrored {mirrored} not called the same")
    assert swapped >= 0.9 * count  # some photographs of the corpora show one scene
    assert cut >= 0.9 * count
    assert mirrored >= 0.8 * count  # some are symmetric
