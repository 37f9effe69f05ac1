"""Recipes: the same bytes for ever, as other programs would make them; nothing left of what is covered."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from theodolite.domain import Box, Step
from theodolite.errors import DecodeFailed, FormatRefused, ImageTooLarge, InputError, NotFound
from theodolite.evidence import recipes
from theodolite.evidence.decode import Decoder

Pixels = NDArray[np.uint8]


def step(operation: str, **parameters: object) -> Step:
    return Step(operation, tuple((name, str(value)) for name, value in parameters.items()))


def scene(width: int = 96, height: int = 64) -> Pixels:
    """Slopes, an edge and a little texture, from whole numbers alone."""
    y, x = np.mgrid[:height, :width]
    red, green = x * 255 // (width - 1), y * 255 // (height - 1)
    blue = ((x // 7 + y // 5) % 2) * 180 + (x * y) % 40
    return np.stack([red, green, blue], -1).astype(np.uint8)


CORNERS = {"x1": 0.1, "y1": 0.15, "x2": 0.9, "y2": 0.05, "x3": 0.8, "y3": 0.95, "x4": 0.2, "y4": 0.85}
BOX = {"left": 0.2, "top": 0.25, "right": 0.6, "bottom": 0.7}
LINE = {"x1": 0.1, "y1": 0.2, "x2": 0.7, "y2": 0.8}

#: Measured once, to hold on every machine: a change of any of them is a new version of the operation.
KNOWN = [
    (step("rotate", degrees=90), "ae5278d98b400dc4a7af8653972acd9c35f54bae8ccb38d69cac614e773bfe2e"),
    (
        step("rotate", degrees="-13.5", fill="#204060"),
        "d03d0298d6130c3752ae58986badc5214fb97778077c86dcffcb3700b120f920",
    ),
    (step("mirror", axis="vertical"), "10f3fa72e6dd4775914fda1440ffeb6f39eaa73269960188c97b87cdf6ea9c4e"),
    (step("crop", **BOX), "785073b44306b58d9b226bf2ef22fcd76374a9152f950ff71e1890bb369ef196"),
    (
        step("levels", black=20, white=220, gamma="1.4"),
        "a6baacc2126fe079180f0b2537f85bb30378babdeb75b8818d3145a48403d606",
    ),
    (step("gray"), "41c202e947ab54c09cb75a982206b4a9457c6d03ebf9249c3a0b54ad39cc8aba"),
    (step("veil"), "0971e6795efd680c99f42c3599e41741a4befb4fa88b43155b4326280ac9c2a1"),
    (
        step("perspective", **CORNERS, width=70, height=50),
        "0e7a6500d12f0ee27f147d1f532aeffaffe5deb0732a20b64ebcddecf68f692b",
    ),
    (step("enlarge", factor="2.5"), "64ed1860ae516154653f6c235315aa3f6553383c5986dfac3e15cd538c6e8259"),
    (
        step("enlarge", factor=3, method="nearest"),
        "3935999e535b67ee547f6890929f719db76e19df4764a98e7f02d64f2e64e288",
    ),
    (
        step("annotate", shape="box", **LINE),
        "5ee7125986339f8ff02da97e040a6e2f7bea0c59706d09695bdd1ad5cae43aef",
    ),
    (
        step("annotate", shape="ring", **LINE, colour="#00ff00"),
        "98032ca30996f3b5798051c7c56652bcf5e73097163c480d85bf2a5b22a2638e",
    ),
    (
        step("annotate", shape="arrow", **LINE),
        "5bb8ea0fc0e54b20e1f3ec1466cf6dfab0cf344739c465b09fa647b45cc5da16",
    ),
    (
        step("annotate", shape="label", x1=0.7, y1=0.9, text="3: Ü tower"),
        "b78a6dc86960744589c2bf3b8837180551758e46ddb48f1192af4f14374f6459",
    ),
    (step("redact", **BOX), "2acdbae2fc2b41546a24c490583a0e12b15705430e5716f079345b58da9f55ea"),
]


@pytest.mark.parametrize(("one", "sha256"), KNOWN, ids=lambda v: v.operation if isinstance(v, Step) else "")
def test_a_recipe_gives_the_hash_that_it_gave_when_it_was_written(one: Step, sha256: str) -> None:
    picture = scene()
    packed = recipes.png(recipes.apply(picture, [one]))
    assert hashlib.sha256(packed).hexdigest() == sha256
    assert (picture == scene()).all()  # what was given stays what it was
    assert recipes.describe(one) and "?" not in recipes.describe(one)


@given(st.integers(1, 40), st.integers(1, 40), st.randoms(use_true_random=False))
def test_any_png_is_read_by_another_program_as_the_same_pixels(w: int, h: int, random: object) -> None:
    picture = np.frombuffer(random.randbytes(w * h * 3), np.uint8).reshape(h, w, 3)  # type: ignore[attr-defined]
    with Image.open(io.BytesIO(recipes.png(picture)), formats=["PNG"]) as image:
        image.load()
        assert image.mode == "RGB"
        assert set(image.info) <= {"srgb"}
        assert (np.asarray(image) == picture).all()


def test_quarter_turns_and_mirrors_move_pixels_and_change_none() -> None:
    picture = scene(31, 17)
    for degrees, flip in ((90, Image.Transpose.ROTATE_270), (180, Image.Transpose.ROTATE_180),
                          (-90, Image.Transpose.ROTATE_90), (360, None)):  # fmt: skip
        turned = Image.fromarray(picture)
        expected = np.asarray(turned if flip is None else turned.transpose(flip))
        assert (recipes.apply(picture, [step("rotate", degrees=degrees)]) == expected).all()
    twice = [step("mirror", axis="horizontal")] * 2
    assert (recipes.apply(picture, twice) == picture).all()
    assert (recipes.apply(picture, twice[:1]) == picture[:, ::-1]).all()


def smooth(width: int = 90, height: int = 60) -> Pixels:
    y, x = np.mgrid[:height, :width] / 9.0
    waves = [np.sin(x) + np.cos(y), np.sin(x + y), np.cos(x - y)]
    return np.stack([(wave - wave.min()) / np.ptp(wave) * 255 for wave in waves], -1).astype(np.uint8)


def inside(made: Pixels, other: Pixels, edge: int = 3) -> float:
    """Largest difference away from the border, where programs fill in different ways."""
    assert made.shape == other.shape
    part = slice(edge, -edge)
    return float(np.abs(made[part, part].astype(int) - other[part, part].astype(int)).max())


def test_enlarging_and_straightening_agree_with_pillow() -> None:
    picture = smooth()
    image = Image.fromarray(picture)
    ours = recipes.apply(picture, [step("enlarge", factor=3)])
    assert inside(ours, np.asarray(image.resize((270, 180), Image.Resampling.LANCZOS)), 9) <= 2
    corners = dict(zip(CORNERS, (0.1, 0.1, 0.9, 0.1, 0.9, 0.8, 0.1, 0.8), strict=True))
    ours = recipes.apply(picture, [step("perspective", **corners, width=144, height=84)])
    box = (0.1 * 90, 0.1 * 60, 0.9 * 90, 0.8 * 60)
    theirs = image.resize((144, 84), Image.Resampling.BILINEAR, box=box)
    assert inside(ours, np.asarray(theirs)) <= 4
    skewed = recipes.apply(picture, [step("perspective", **CORNERS, width=80, height=50)])
    pairs = [((CORNERS[f"x{n}"] * 90, CORNERS[f"y{n}"] * 60), to)
             for n, to in zip(range(1, 5), ((0, 0), (80, 0), (80, 50), (0, 50)), strict=True)]  # fmt: skip
    theirs = image.transform((80, 50), Image.Transform.PERSPECTIVE, solved(pairs), Image.Resampling.BILINEAR)
    assert inside(skewed, np.asarray(theirs)) <= 4


def solved(pairs: list[tuple[tuple[float, float], tuple[float, float]]]) -> list[float]:
    """The eight coefficients that Pillow wants, by the general system of equations."""
    rows, right = [], []
    for (u, v), (x, y) in pairs:
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows, float), np.array(right))]


@pytest.mark.parametrize("degrees", [7.0, -33.0, 120.5])
def test_a_free_turn_agrees_with_pillow_where_both_see_the_picture(degrees: float) -> None:
    picture = smooth(80, 80)
    ours = recipes.apply(picture, [step("rotate", degrees=degrees)])
    image = Image.fromarray(picture).rotate(-degrees, Image.Resampling.BILINEAR, expand=False)
    margin = (ours.shape[0] - 80) / 2
    theirs = np.asarray(image)[25:55, 25:55]
    best = min(
        float(np.abs(ours[25 + t : 55 + t, 25 + s : 55 + s].astype(int) - theirs).mean())
        for t in (int(margin), int(margin) + 1)
        for s in (int(margin), int(margin) + 1)
    )
    assert best < 6


def test_tones_agree_with_pillow() -> None:
    picture = scene()
    gray = np.asarray(Image.fromarray(picture).convert("L"))
    assert inside(recipes.apply(picture, [step("gray")]), np.repeat(gray[..., None], 3, 2)) <= 1
    stretched = recipes.apply(picture, [step("levels", black=50, white=200)])
    table = [min(255, max(0, round((v - 50) * 255 / 150))) for v in range(256)] * 3
    assert inside(stretched, np.asarray(Image.fromarray(picture).point(table))) <= 1


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.001, 1), st.floats(0.001, 1), st.integers(0, 2**32 - 1))
def test_what_is_covered_changes_nothing_of_any_picture_made_from_it(
    left: float, top: float, wide: float, high: float, seed: int
) -> None:
    box = Box(min(left, 0.999), min(top, 0.999), min(1.0, left + wide), min(1.0, top + high))
    if box.right <= box.left or box.bottom <= box.top:
        return
    first = scene(48, 40)
    x, y = (np.arange(48) + 1, np.arange(40) + 1)
    under = np.outer((y / 40 > box.top) & ((y - 1) / 40 < box.bottom),
                     (x / 48 > box.left) & ((x - 1) / 48 < box.right))  # fmt: skip
    second = first.copy()
    second[under] = np.random.default_rng(seed).integers(0, 256, (int(under.sum()), 3), dtype=np.uint8)
    cover = recipes.cover_step(box)
    covered = recipes.apply(first, [cover])
    # Pixels that the box grazes by less than a millionth of the picture are its edge, not its inside.
    near = 1e-4
    sure = np.outer((y / 40 > box.top + near) & ((y - 1) / 40 < box.bottom - near),
                    (x / 48 > box.left + near) & ((x - 1) / 48 < box.right - near))  # fmt: skip
    assert (covered[sure] == 0).all()
    if (sure == under).all():
        for more in ([], [step("rotate", degrees=20)], [step("enlarge", factor=2)]):
            steps = [cover, *more]
            assert (recipes.apply(first, steps) == recipes.apply(second, steps)).all()


def test_a_veiled_picture_keeps_too_little_to_recognise() -> None:
    text = Image.new("RGB", (400, 300), "white")
    picture = np.asarray(text).copy()
    picture[100:140, 60:340:8] = 0  # bars finer than the squares that stay
    veiled = recipes.apply(picture, [step("veil")])
    assert veiled.shape == picture.shape
    assert (veiled[..., 0] == veiled[..., 1]).all() and (veiled[..., 1] == veiled[..., 2]).all()
    assert np.abs(np.diff(veiled[..., 0].astype(int), axis=1)).max() <= 20


REFUSED = [
    (step("rotate", degrees="nan"), "degrees"),
    (step("rotate", degrees="1e9"), "degrees"),
    (step("rotate"), "needs degrees"),
    (step("rotate", degrees=1, more=2), "no parameter more"),
    (step("rotate", degrees=5, fill="red; x"), "colour"),
    (step("explode"), "no operation"),
    (Step("crop", (("left", "0"), ("left", "0"))), "twice"),
    (step("crop", left=0.5, top=0, right=0.5, bottom=1), "empty"),
    (step("crop", left=-0.1, top=0, right=0.5, bottom=1), "left"),
    (step("levels", black=200, white=100), "below white"),
    (step("levels", black="1.5"), "whole number"),
    (step("perspective", **CORNERS | {"x3": 0.0, "y3": 0.0}, width=5, height=5), "clockwise"),
    (step("enlarge", factor=100), "factor"),
    (step("annotate", shape="label", x1=0, y1=0, text="a\nb"), "Latin"),
    (step("annotate", shape="label", x1=0, y1=0, text="塔"), "Latin"),
    (step("annotate", shape="star", x1=0, y1=0), "one of"),
    (Step("gray", (), "2"), "Version 2"),
    (Step("rotate", (("degrees", 90),)), "texts"),  # type: ignore[arg-type]
    (recipes.cover_step(Box(float("nan"), 0, 1, 1)), "left"),
    (recipes.cover_step(Box(0, 0, 1e300, 1)), "right"),
]


@pytest.mark.parametrize(("one", "words"), REFUSED, ids=lambda v: v if isinstance(v, str) else v.operation)
def test_a_step_that_cannot_be_done_is_refused_in_words(one: Step, words: str) -> None:
    with pytest.raises(InputError, match=words):
        recipes.check([one])


def test_recipes_have_bounds() -> None:
    with pytest.raises(InputError, match="at least one"):
        recipes.check([])
    with pytest.raises(InputError, match="at most"):
        recipes.check([step("gray")] * (recipes.MAX_STEPS + 1))
    with pytest.raises(ImageTooLarge, match="million"):
        recipes.apply(np.zeros((3000, 3000, 3), np.uint8), [step("enlarge", factor=16)])


def test_the_sandbox_makes_what_the_operations_make(decoder: Decoder, tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    Image.fromarray(scene()).save(path)
    steps = [step("rotate", degrees=5), step("crop", **BOX), step("enlarge", factor=2)]
    made = decoder.made(path, steps)
    ours = recipes.apply(scene(), steps)
    assert (made.height, made.width) == ours.shape[:2]
    assert made.data == ours.tobytes()
    small = decoder.made(path, steps, 20)
    with Image.open(io.BytesIO(small.data), formats=["JPEG"]) as image:
        assert image.size == (small.width, small.height) and max(image.size) == 20


def test_what_the_sandbox_cannot_make_is_named_and_the_next_picture_is_made(
    decoder: Decoder, tmp_path: Path
) -> None:
    good = tmp_path / "p.png"
    Image.fromarray(scene(400, 300)).save(good)
    broken = tmp_path / "b.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0" + bytes(50))
    other = tmp_path / "o.txt"
    other.write_bytes(b"text")
    large = [step("enlarge", factor=16)] * 2
    for path, steps, kind in (
        (broken, [step("gray")], DecodeFailed),
        (other, [step("gray")], FormatRefused),
        (good, large, ImageTooLarge),
        (good, [step("melt")], InputError),
        (tmp_path / "none.jpg", [step("gray")], NotFound),
    ):
        with pytest.raises(kind):
            decoder.made(path, steps)
    restarts = decoder.restarts
    assert decoder.made(good, [step("gray")]).width == 400
    assert decoder.restarts == restarts
