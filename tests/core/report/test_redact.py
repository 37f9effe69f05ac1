"""Copies: eight orientations, five sizes, nothing of what is covered, no metadata; words and places too."""

from __future__ import annotations

import dataclasses
import io
import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from theodolite.domain import Box, CaseState, LineText, LogRecord, Mask, Step
from theodolite.evidence import recipes
from theodolite.evidence.decode import Decoder
from theodolite.geo import coordinates, geodesy
from theodolite.geo.grids import to_mgrs, to_plus
from theodolite.report import html, pdf, redact
from theodolite.report.value import Report

WIDTH, HEIGHT = 320, 192
UNDER = (96, 48, 208, 128)  # whole blocks of a JPEG, so that a file can differ there and nowhere else
MARKER = b"PLANTED-SERIAL-77"
MARKERS_OF_A_BARE_JPEG = {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xD9}


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        yield one


def upright(secret: int) -> NDArray[np.uint8]:
    """A picture whose inner rectangle is one of several secrets."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    made = np.stack([x * 255 // WIDTH, y * 255 // HEIGHT, (x // 16 + y // 16) % 2 * 200], -1).astype(np.uint8)
    left, top, right, bottom = UNDER
    noise = np.random.default_rng(secret).integers(0, 2, (bottom - top, right - left, 1), dtype=np.uint8)
    made[top:bottom, left:right] = noise * 255
    return made


_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def stored(folder: Path, orientation: int, secret: int) -> Path:
    """A JPEG as a camera held that way would store it, with a marker in its metadata and a thumbnail."""
    image = Image.fromarray(upright(secret))
    turn = _STORED[orientation]
    image = image if turn is None else image.transpose(turn)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9286] = orientation, "Camera", MARKER.decode()
    path = folder / f"{orientation}-{secret}.jpg"
    image.save(path, "JPEG", quality=98, subsampling=0, exif=exif, comment=MARKER)
    return path


BOX = Box(UNDER[0] / WIDTH, UNDER[1] / HEIGHT, UNDER[2] / WIDTH, UNDER[3] / HEIGHT)
#: From a thumbnail to twice the size: what is made small is filled before, what is enlarged too.
SIZES = (40, 96, 160, 320, 640)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_no_copy_depends_on_what_is_covered(decoder: Decoder, tmp_path: Path, orientation: int) -> None:
    files = [stored(tmp_path, orientation, secret) for secret in (1, 2)]
    shown = [decoder.pixels(path) for path in files]
    assert shown[0].shape == (HEIGHT, WIDTH, 3)
    assert (shown[0] != shown[1]).any()  # the secrets are there, and the pictures are turned upright ...
    left, top, right, bottom = UNDER
    outside = np.ones((HEIGHT, WIDTH), bool)
    outside[top:bottom, left:right] = False
    assert (shown[0][outside] == shown[1][outside]).all()  # ... and nowhere else
    for size in SIZES:
        steps = [recipes.cover_step(BOX)]
        if size > WIDTH:
            steps.append(Step("enlarge", (("factor", str(size // WIDTH)),)))
        first, second = (decoder.made(path, steps, size).data for path in files)
        assert first == second
        check_copy(first, size)


def check_copy(data: bytes, size: int) -> None:
    assert MARKER not in data
    assert markers(data) <= MARKERS_OF_A_BARE_JPEG
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        assert max(image.size) == size
        assert not image.getexif() and "icc_profile" not in image.info and "comment" not in image.info
        made = np.asarray(image.convert("RGB")).astype(int)
    scale = size / WIDTH
    edge = max(8, 4 * scale) / scale  # an encoder rings within its blocks, never with what is not there
    left, top, right, bottom = (
        n * scale for n in (UNDER[0] + edge, UNDER[1] + edge, UNDER[2] - edge, UNDER[3] - edge)
    )
    inner = made[math.ceil(top) : math.floor(bottom), math.ceil(left) : math.floor(right)]
    if inner.size:
        assert inner.max() <= 24


def markers(data: bytes) -> set[int]:
    """The kinds of segments of a JPEG (ITU-T T.81, B.1); the entropy-coded part ends the list."""
    found, at = {data[1]}, 2
    while data[at] == 0xFF:
        found.add(data[at + 1])
        if data[at + 1] == 0xDA:
            break
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


def test_a_copy_of_pixels_is_the_same_whatever_the_masks_hide() -> None:
    masks = [
        Mask("A1", "E1", BOX, "face", "r", "P1"),
        Mask("A2", "E1", Box(0, 0, 0.05, 0.05), "name", "r", "P1"),
    ]
    for side in (None, *SIZES):
        for packing in ("jpeg", "png"):
            first, second = (redact.copy(upright(s), masks, side, packing) for s in (1, 2))  # type: ignore[arg-type]
            assert first == second
    with Image.open(io.BytesIO(redact.copy(upright(1), masks, None, "png"))) as image:
        made = np.asarray(image)
    assert (made[UNDER[1] : UNDER[3], UNDER[0] : UNDER[2]] == 0).all()
    assert (made[:10, :16] == 0).all()
    assert redact.copy(upright(1), (), None) != redact.copy(upright(2), (), None)


@pytest.mark.full
def test_a_page_and_a_pdf_hold_the_covered_copy_and_no_other_picture(
    decoder: Decoder, tmp_path: Path, make_report: Callable[..., Report]
) -> None:
    from pikepdf import Pdf, PdfImage

    pages = []
    for secret in (1, 2):
        path = stored(tmp_path, 6, secret)
        copy = decoder.made(path, [recipes.cover_step(BOX)], WIDTH).data
        report = make_report(thumbnails={"E1": copy})
        page = html.render(report)
        pages.append(re.findall("data:image/jpeg;base64,[A-Za-z0-9+/=]+", page))
        made = pdf.of_html(page)
        assert MARKER not in made
        shown = []
        with Pdf.open(io.BytesIO(made)) as document:
            assert "/EmbeddedFiles" not in document.Root.get("/Names", {})
            for one in document.objects:
                if getattr(one, "get", None) and one.get("/Subtype") == "/Image":
                    shown.append(np.asarray(PdfImage(one).as_pil_image().convert("RGB")))
        assert shown and all(one.shape == (HEIGHT, WIDTH, 3) for one in shown)
        assert all(one[UNDER[1] + 8 : UNDER[3] - 8, UNDER[0] + 8 : UNDER[2] - 8].max() <= 24 for one in shown)
    assert pages[0] and pages[0] == pages[1]


# --- words -----------------------------------------------------------------------------------------


def with_plate(state: CaseState) -> CaseState:
    """The first clue becomes a line that was read in a box, and two others repeat it."""
    first = state.clues[0]
    line = LineText(1, "FI 438 KX", "Latn", "test", "FI 488 KX", "fi 438 kx", "a plate")
    read = replace(
        first,
        kind="text.plate",
        observation="FI 438 KX",
        inference="a plate of Florence, FI 438 KX",
        box=Box(0.4, 0.4, 0.6, 0.5),
        line=line,
        note="seen well: fi 438  kx",
        inputs=(("text", "FI 438 KX"),),
    )
    other = replace(state.clues[1], inference="the car FI 488 KX again", box=None)
    return replace(state, clues=(read, other, *state.clues[2:]))


def mask(state: CaseState, kind: str = "plate", box: Box = Box(0.38, 0.38, 0.62, 0.52)) -> Mask:  # noqa: B008
    return Mask("A1", state.clues[0].exhibit, box, kind, "why", "P1")  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["plate", "name", "region"])
def test_words_under_a_mask_leave_every_text_of_the_case_and_of_the_log(
    case_state: CaseState, kind: str
) -> None:
    state = with_plate(case_state)
    assert redact.covered(state) is state
    state = replace(state, masks=(mask(state, kind),))
    payload = json.dumps({"changes": [{"after": {"text": "FI 438 KX"}}], "detail": {"t": "x fi 438 kx y"}})
    log = (LogRecord(1, "2026", "A", "clue added", payload, "", "ab"),)
    shown = redact.covered(state)
    for said in (str(dataclasses.asdict(replace(shown, path=""))), redact.covered_log(state, log)[0].payload):
        said = re.sub(r"[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z", "", said)  # by chance these hold any digits
        assert "438" not in said and "488" not in said
    clue = shown.clues[0]
    assert (clue.kind, clue.box, clue.strength) == ("text.plate", state.clues[0].box, state.clues[0].strength)
    assert "A1" in clue.observation
    assert json.loads(redact.covered_log(state, log)[0].payload)["changes"][0]["after"] == {
        "text": "[covered]"
    }


def test_a_mask_elsewhere_hides_no_word(case_state: CaseState) -> None:
    state = with_plate(case_state)
    state = replace(state, masks=(mask(state, box=Box(0.7, 0.7, 0.9, 0.9)),))
    assert redact.covered_words(state) == ()
    assert redact.covered(state) is state


def test_the_list_says_what_kind_why_and_by_whom_and_not_what(case_state: CaseState) -> None:
    state = with_plate(case_state)
    state = replace(
        state, masks=(replace(mask(state), proposed=True), replace(mask(state), id="A2", kind="face"))
    )
    first, second = redact.regions(state)
    assert (first.what, first.reason, second.what) == ("a vehicle plate", "why", "a face")
    assert "detection" in first.by and "detection" not in second.by
    assert first.share == "3.4 %"


# --- places ----------------------------------------------------------------------------------------


@given(st.floats(-90, 90), st.floats(-180, 180), st.sampled_from([0.1, 1.0, 10.0, 100.0]))
def test_a_place_becomes_the_middle_of_a_cell_that_is_as_large_as_was_chosen(
    lat: float, lon: float, km: float
) -> None:
    middle = redact.cell(lat, lon, km)
    assert redact.cell(*middle, km) == middle
    # 0.71 anywhere but round the poles, where a cell is a wide sector: three in the last full row, 0.87
    assert geodesy.geodesic_km(lat, lon, *middle) <= (0.8 if abs(lat) < 85 else 1.0) * km + 0.001
    step = 0.4 * km / redact.precision.KM_PER_DEGREE
    near = redact.cell(min(90.0, max(-90.0, lat + step / 1000)), lon, km)
    assert geodesy.geodesic_km(*near, *middle) <= (1.6 if abs(lat) < 85 else 2.0) * km


NOTATIONS = {
    "dd": lambda lat, lon: coordinates.format_dd(lat, lon),
    "dms": lambda lat, lon: coordinates.format_dms(lat, lon),
    "ddm": lambda lat, lon: coordinates.format_ddm(lat, lon),
    "mgrs": lambda lat, lon: to_mgrs(lat, lon),
    "plus": lambda lat, lon: to_plus(lat, lon),
    "geo": lambda lat, lon: f"geo:{lat:.6f},{lon:.6f}",
    "map": lambda lat, lon: f"map.example/@{lat:.6f},{lon:.6f},17z",
}


@given(st.floats(-79.9, 79.9), st.floats(-179.9, 179.9), st.sampled_from([1.0, 10.0]))
def test_no_notation_of_a_place_stays_finer_than_was_chosen(lat: float, lon: float, km: float) -> None:
    middle = redact.cell(lat, lon, km)
    for name, notation in NOTATIONS.items():
        exact = notation(lat, lon)
        said = redact.coarse(f"seen at {exact} by day", km)
        assert exact not in said, name
        assert said.startswith("seen at ") and said.endswith(" by day"), name
        if name in ("dd", "dms", "ddm"):
            shown = coordinates.parse(said.removeprefix("seen at ").removesuffix(" by day"))
            off = 0.6 * 10.0 ** -math.ceil(-math.log10(km / redact.precision.KM_PER_DEGREE))
            crossed = redact.cell(*coordinates.parse(exact), km)  # rounding for print may cross into a cell
            assert min(math.dist(shown, middle), math.dist(shown, crossed)) <= 2 * off, name


def test_a_case_and_its_log_name_no_place_finer_than_was_chosen(case_state: CaseState) -> None:
    km = 10.0
    fine = ("43.46824", "11.88017", "43.464455", "11.881478", "43.4645")
    before = str(dataclasses.asdict(case_state))
    assert any(digits in before for digits in fine)
    after = redact.coarse(case_state, km)
    said = str(dataclasses.asdict(after))
    assert not any(digits in said for digits in fine)
    plain = {
        "after": {"lat": "43.46824", "lon": "11.88017", "sd_km": "0.05"},
        "tags": [["GPS GPSLatitude", "[43, 28, 5.6]"]],
    }
    log = [LogRecord(1, "2026", "A", "x", json.dumps(plain), "", "ab")]
    payload = json.loads(redact.coarse_log(log, km)[0].payload)
    assert (payload["after"]["lat"], payload["after"]["lon"]) == tuple(
        map(repr, redact.cell(43.46824, 11.88017, km))
    )
    assert payload["after"]["sd_km"] == "10.0"
    assert payload["tags"] == [["GPS GPSLatitude", "[reduced]"]]
    assert after.case == case_state.case and [e.sha256 for e in after.exhibits] == [
        e.sha256 for e in case_state.exhibits
    ]
