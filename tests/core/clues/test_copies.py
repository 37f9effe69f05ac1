"""Signs of a copy of a copy on made and real pictures; honest photographs are not accused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.core.relations.making import exhibit
from tests.core.relations.test_fingerprint import scene
from theodolite.clues import ocr
from theodolite.clues.copies import copies_clues, letters, worth_mirroring
from theodolite.clues.copies_frame import bars
from theodolite.clues.recognise.lines import Reading, TextLine, Unreadable
from theodolite.domain import Box, Clue, Exhibit
from theodolite.evidence.decode import Decoder

Pixels = NDArray[np.uint8]
NOTHING = Reading(())


def never(_: Pixels) -> Reading:
    raise AssertionError("the mirrored picture was read without need")


MIDDLE = Box(0.2, 0.4, 0.8, 0.5)


def line(text: str, confidence: float = 0.99, box: Box = MIDDLE) -> TextLine:
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return TextLine(1, text, confidence, corners)


def kinds(clues: list[Clue]) -> list[str]:
    assert all(clue.reach is None for clue in clues)
    return [clue.kind for clue in clues]


# --- mirrored writing ---------------------------------------------------------------------------------


def test_writing_that_reads_only_mirrored() -> None:
    unread = Reading((), (Unreadable(Box(0.2, 0.4, 0.8, 0.5)),))
    asked: list[tuple[int, ...]] = []

    def read(pixels: Pixels) -> Reading:
        asked.append(pixels.shape)
        return Reading((line("NO LITTER", box=Box(0.1, 0.2, 0.4, 0.8)),))

    (clue,) = copies_clues(exhibit(1), scene(1), unread, read)
    assert clue.kind == "copy.mirrored"
    assert "reads only when mirrored: “NO LITTER”" in clue.observation
    assert "0 as it is, 8 mirrored" in clue.note and "windscreens" in clue.note
    assert asked[0][0] < 480 and asked[0][1] < 640, "only the part with writing is read again"
    assert clue.box is not None
    # The part read again spans .14 to .86; .1 to .4 of it from its mirrored left is .6 to .9 from the left.
    assert clue.box.left == pytest.approx(0.86 - 0.72 * 0.4, abs=1e-4)
    assert clue.box.right == pytest.approx(0.86 - 0.72 * 0.1, abs=1e-4)


@pytest.mark.parametrize(
    ("direct", "turned"),
    [
        ([], []),
        ([], ["MOT"]),  # too few letters
        (["CAFE"], ["BARBER X"]),  # as much reads as it is
        ([], ["uncertain reading"]),
    ],
)
def test_little_evidence_accuses_nobody(direct: list[str], turned: list[str]) -> None:
    places = (Unreadable(Box(0.1, 0.1, 0.2, 0.2)), Unreadable(Box(0.5, 0.5, 0.6, 0.6)))
    reading = Reading(tuple(line(text) for text in direct), places)
    sure = 0.8 if turned == ["uncertain reading"] else 0.99
    found = copies_clues(
        exhibit(1), scene(1), reading, lambda _: Reading(tuple(line(t, sure) for t in turned))
    )
    assert kinds(found) == ["none.copies"]


def test_the_mirrored_picture_is_read_only_where_something_stayed_unread() -> None:
    plain = Reading((line("FORSAKRING"), line("SYSTEMBOLAGET")), (Unreadable(Box(0, 0, 0.1, 0.1)),))
    assert not worth_mirroring(plain)
    assert not worth_mirroring(NOTHING)
    assert kinds(copies_clues(exhibit(1), scene(1), plain, never)) == ["none.copies"]
    assert kinds(copies_clues(exhibit(1), scene(1), None, never)) == ["none.copies"]
    assert kinds(copies_clues(exhibit(1), None, None, never)) == ["none.copies"]
    assert letters((line("港区 MINATO"),)) == 10


@pytest.fixture(scope="module")
def pixels(corpora: Path) -> Callable[[str], Pixels]:
    with Decoder() as decoder:
        yield lambda name: decoder.pixels(corpora / name, ocr.MAX_SIDE)  # type: ignore[misc]


@pytest.mark.corpora
@pytest.mark.drawn(2)
@pytest.mark.parametrize("name", ["japanese.jpg", "chinese.jpg", "french.jpg", "korean.png"])
def test_a_mirrored_photograph_is_found_and_the_original_is_not(
    pixels: Callable[[str], Pixels], name: str
) -> None:
    picture = pixels(f"ocr/EasyOCR/examples/{name}")
    mirrored = np.ascontiguousarray(picture[:, ::-1])
    (clue,) = [
        c for c in copies_clues(exhibit(1), mirrored, ocr.read(mirrored), ocr.read) if "mirrored" in c.kind
    ]
    print(name, clue.observation, clue.note)
    straight = copies_clues(exhibit(1), picture, ocr.read(picture), ocr.read)
    assert "copy.mirrored" not in kinds(straight)


@pytest.mark.corpora
def test_honest_photographs_are_not_called_mirrored(
    pixels: Callable[[str], Pixels], draw: Callable[[Iterable[str], int], list[str]]
) -> None:
    names = [
        *(
            f"ocr/RapidOCR/python/tests/test_files/{name}"
            for name in ("ch_en_num.jpg", "return_word_debug.jpg")
        ),
        "ocr/EasyOCR/examples/thai.jpg",
        *(f"photos/exif-py/tests/resources/jpg/gps/DSCN00{n}.jpg" for n in (29, 38, 40)),
        *(f"photos/OpenSfM/data/lund/images/0{n}.jpg" for n in (1, 5, 9)),
    ]
    for name in draw(names, 3):
        picture = pixels(name)
        found = copies_clues(exhibit(1, camera="X"), picture, ocr.read(picture), ocr.read)
        assert kinds(found) == ["none.copies"], name


# --- bars, screens, sizes, names ----------------------------------------------------------------------


def framed(pixels: Pixels, top: int, side: int, colour: int) -> Pixels:
    height, width = pixels.shape[:2]
    out = np.full((height + 2 * top, width + 2 * side, 3), colour, np.uint8)
    out[top : top + height, side : side + width] = pixels
    return out


@pytest.mark.parametrize(("top", "side", "where"), [(60, 0, "above and below"), (0, 80, "left and right")])
@pytest.mark.parametrize("colour", [0, 255, 128])
def test_bars(top: int, side: int, where: str, colour: int) -> None:
    picture = framed(np.clip(scene(1), 40, 100), top, side, colour)
    if colour == 128:
        picture = framed(np.where(scene(1) > 128, 250, 20).astype(np.uint8), top, side, colour)
    found = bars(picture)
    assert found is not None and found.where == where
    share = top / picture.shape[0] if top else side / picture.shape[1]
    assert found.first == found.second == pytest.approx(share)
    assert kinds(copies_clues(exhibit(1), picture, NOTHING, never)) == ["copy.bars"]


def test_pages_skies_and_dust_are_no_bars() -> None:
    picture = np.clip(scene(1), 40, 255)
    page = framed(picture, 60, 80, 255)
    above = np.vstack([np.zeros((80, 640, 3), np.uint8), picture])
    thin = framed(picture, 5, 0, 0)
    lines = np.full((400, 300, 3), 255, np.uint8)
    lines[150:250:20, 40:260] = 0
    for image in (page, above, thin, lines, np.zeros((300, 300, 3), np.uint8), np.zeros((9, 9, 3), np.uint8)):
        assert bars(image) is None


def test_a_status_bar_is_a_clock_alone_at_the_top_of_a_tall_picture() -> None:
    tall = exhibit(1, width=1170, height=2000)
    clock = line("9:41", box=Box(0.05, 0.01, 0.15, 0.03))
    assert kinds(copies_clues(tall, None, Reading((clock,)), never)) == ["copy.status_bar"]
    below = line("9:41", box=Box(0.05, 0.41, 0.15, 0.43))
    for honest, where in ((tall, below), (exhibit(1), clock), (tall, line("29:41", box=clock.box))):
        assert kinds(copies_clues(honest, None, Reading((where,)), never)) == ["none.copies"]


def sized(width: int, height: int, media_type: str = "image/jpeg", **more: object) -> Exhibit:
    return replace(exhibit(1, width=width, height=height, **more), media_type=media_type)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (sized(1170, 2532, "image/png"), "copy.screen_size"),
        (sized(2532, 1170), "copy.screen_size"),
        (sized(1920, 1080, "image/png"), "copy.screen_size"),
        (sized(1920, 1080), "none.copies"),
        (sized(1200, 1600), "copy.service_size"),
        (sized(2048, 1365), "copy.service_size"),
        (sized(1080, 1350), "copy.service_size"),
        (sized(1200, 1600, camera="X"), "none.copies"),
        (sized(1200, 1600, parent="E9"), "none.copies"),
        (sized(640, 480), "none.copies"),
        (sized(0, 0), "none.copies"),
        (sized(640, 480, name="IMG-20201231-WA0001.jpg"), "copy.name"),
    ],
)
def test_sizes_and_names(item: Exhibit, found: str) -> None:
    clues = copies_clues(item, None, None, never)
    assert kinds(clues) == [found]
    assert "proven" not in clues[0].inference
    if found != "none.copies":
        assert "may" in clues[0].inference or "claims" in clues[0].inference
