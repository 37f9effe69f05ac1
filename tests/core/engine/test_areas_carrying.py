"""Search areas and what is carried out, through a real store and the real decoder."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from theodolite.domain import Box, Case, Disclosure
from theodolite.engine.areas import Areas, grid_of, tally
from theodolite.engine.carrying import Carrying
from theodolite.errors import InputError, NotFound, StorageFailed
from theodolite.evidence import intake
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

SQUARE = ((43.0, 11.0), (43.0, 11.1), (43.1, 11.1), (43.1, 11.0))
PLACE = (43.468241, 11.880172)


class Desk(Areas, Carrying):
    """The two parts of a session that are under test."""


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        yield one


def photograph(seed: int) -> bytes:
    """A JPEG with metadata, a thumbnail's worth of EXIF and a comment: none of it may leave with a crop."""
    rows = np.random.default_rng(seed).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "Secret Make", "Jane Doe"
    made = io.BytesIO()
    Image.fromarray(rows).save(made, "JPEG", exif=exif, comment=b"Secret comment", quality=95)
    return made.getvalue()


@pytest.fixture
def session(tmp_path: Path, decoder: Decoder, seed: int) -> Iterator[Desk]:
    case = Case("t", "q", "A. Nalyst", "2026-01-01T00:00:00Z")
    with CaseStore.create(tmp_path / "a.case", case) as store:
        run_to_end(intake.add_bytes(store, decoder, photograph(seed), "p.jpg"))
        yield Desk(SimpleNamespace(decoder=decoder), store)  # type: ignore[arg-type]


# --- search areas ------------------------------------------------------------------------------------


def test_an_area_is_drawn_judged_undone_and_verifies(session: Desk) -> None:
    session.add_area("The valley", SQUARE, 1000.0, "north side first")
    area = session.area("W1")
    count, states = tally(area)
    assert area.title == "The valley" and count == len(grid_of(area).cells) == 12 * 9
    assert states == {"searched": 0, "excluded": 0, "unclear": 0}
    session.judge_cells("W1", [(0, 0), (0, 1), (3, 2)], "searched")
    session.judge_cells("W1", [(0, 1)], "excluded")
    assert session.area("W1").cells == ((0, 0, "searched"), (0, 1, "excluded"), (3, 2, "searched"))
    session.store.undo()
    assert session.area("W1").cells == ((0, 0, "searched"), (0, 1, "searched"), (3, 2, "searched"))
    session.judge_cells("W1", [(0, 0), (0, 1)], None)
    assert session.area("W1").cells == ((3, 2, "searched"),)
    actions = [record.action for record in session.store.log()]
    assert "search area drawn" in actions and "3 cells searched" in actions and "1 cell excluded" in actions
    session.remove_area("W1")
    assert session.state.areas == ()
    session.store.undo()
    assert session.area("W1").title == "The valley"
    assert run_to_end(verify_case(session.store.folder)).intact


def test_without_a_size_an_area_has_about_a_hundred_cells(session: Desk) -> None:
    session.add_area("", SQUARE)
    assert session.area("W1").title == "Area 1"
    assert 50 <= tally(session.area("W1"))[0] <= 220


def test_judging_again_the_same_is_no_step(session: Desk) -> None:
    session.add_area("a", SQUARE, 1000.0)
    session.judge_cells("W1", [(1, 1)], "unclear")
    length = session.store.state().log_length
    session.judge_cells("W1", [(1, 1)], "unclear")
    session.judge_cells("W1", [], "searched")
    assert session.store.state().log_length == length


def test_the_size_of_cells_stays_once_one_was_judged(session: Desk) -> None:
    session.add_area("a", SQUARE, 1000.0)
    session.change_area("W1", cell_m=2000.0, title="b", note="n")
    assert (session.area("W1").cell_m, session.area("W1").title) == (2000.0, "b")
    session.judge_cells("W1", [(0, 0)], "searched")
    with pytest.raises(InputError, match="judged cells"):
        session.change_area("W1", cell_m=500.0)
    session.change_area("W1", title="c")
    assert session.area("W1").cells == ((0, 0, "searched"),)


def test_what_an_area_does_not_have_is_refused(session: Desk) -> None:
    session.add_area("a", SQUARE, 1000.0)
    with pytest.raises(InputError, match="no cell in row 99, column 0"):
        session.judge_cells("W1", [(0, 0), (99, 0)], "searched")
    with pytest.raises(InputError, match="searched, excluded or unclear"):
        session.judge_cells("W1", [(0, 0)], "done")  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="W7"):
        session.judge_cells("W7", [(0, 0)], "searched")
    with pytest.raises(InputError, match="crosses itself"):
        session.add_area("x", [(0, 0), (1, 1), (0, 1), (1, 0)], 1000.0)
    assert session.area("W1").cells == ()


def test_an_area_of_a_foreign_case_is_checked_before_it_is_drawn(session: Desk) -> None:
    session.add_area("a", SQUARE, 1000.0)
    for outline, cell_m in ((((0.0, 0.0),), 10.0), (SQUARE, 0.001), (SQUARE, float("nan"))):
        with pytest.raises(InputError):
            grid_of(replace(session.area("W1"), outline=outline, cell_m=cell_m))


# --- carrying out ------------------------------------------------------------------------------------


def only(session: Desk) -> Disclosure:
    (found,) = session.state.disclosures
    return found


def test_a_link_leaves_with_the_precision_that_was_chosen_and_is_on_record(session: Desk) -> None:
    text = session.carry_link(*PLACE, "OpenStreetMap", 10.0, "E1")
    assert "43.468" not in text and "11.880" not in text
    found = only(session)
    assert (found.what, found.about, found.service) == ("link", "E1", "OpenStreetMap")
    assert (found.precision_km, found.form, found.text, found.person) == (10.0, "text", text, "A. Nalyst")
    assert found.utc.endswith("Z")
    assert [r.action for r in session.store.log()][-1] == "link carried out"
    assert session.carry_link(PLACE[0] + 0.0001, PLACE[1], "OpenStreetMap", 10.0) == text


def test_an_exact_link_is_exact_to_a_metre(session: Desk) -> None:
    assert session.carry_link(*PLACE, "OpenStreetMap", None) == (
        "https://www.openstreetmap.org/#map=17/43.46824/11.88017"
    )
    assert session.carry_coordinates(*PLACE, None) == "43.46824, 11.88017"
    assert session.carry_coordinates(-0.00000001, 180.0, None) == "0.00000, -180.00000"


def test_a_reduced_query_still_holds_the_true_place(session: Desk) -> None:
    from theodolite.geo.geodesy import geodesic_km

    text = session.carry_query(("amenity=fuel",), point=PLACE, radius_m=500.0, precision_km=5.0)
    metres, lat, lon = text.split("around:")[1].split(")")[0].split(",")
    assert "43.468" not in text
    assert 1000 * float(geodesic_km(*PLACE, float(lat), float(lon))) + 500 <= float(metres)
    assert only(session).what == "query" and only(session).service == "Overpass"


@pytest.mark.parametrize("precision", [None, 0.1, 1.0, 30.0])
def test_a_query_for_an_area_asks_for_all_of_it(session: Desk, precision: float | None) -> None:
    from shapely.geometry import Polygon

    text = session.carry_query(("shop",), outline=SQUARE, precision_km=precision)
    numbers = [float(number) for number in text.split('poly:"')[1].split('"')[0].split()]
    asked = Polygon(list(zip(numbers[::2], numbers[1::2], strict=True)))
    assert asked.covers(Polygon(SQUARE))
    assert only(session).text == text


def test_a_crop_leaves_as_pixels_alone(session: Desk, tmp_path: Path) -> None:
    out = tmp_path / "crop.png"
    digest = run_to_end(session.carry_crop("E1", Box(0.25, 0.0, 0.75, 0.5), out))
    data = out.read_bytes()
    assert hashlib.sha256(data).hexdigest() == digest == only(session).text
    assert (only(session).form, only(session).what, only(session).about) == ("file", "crop", "E1")
    made = Image.open(io.BytesIO(data))
    assert made.size == (60, 45) and set(made.info) <= {"srgb"} and not dict(made.getexif())
    for secret in (b"Secret", b"Jane", b"Exif", b"tEXt", b"iTXt", b"eXIf", b"iCCP", b"tIME"):
        assert secret not in data


def test_a_crop_shows_nothing_under_a_mask(session: Desk, tmp_path: Path) -> None:
    session.add_mask("E1", Box(0.25, 0.0, 0.5, 0.5), "face")
    run_to_end(session.carry_crop("E1", Box(0.25, 0.0, 0.75, 0.5), tmp_path / "crop.png"))
    pixels = np.asarray(Image.open(tmp_path / "crop.png"))
    assert pixels.shape == (45, 60, 3)
    assert not pixels[:, :30].any() and pixels[:, 31:].any()


def test_a_crop_as_text_is_the_same_picture(session: Desk) -> None:
    text = run_to_end(session.carry_crop("E1", Box(0.0, 0.0, 1.0, 1.0)))
    data = base64.b64decode(text.removeprefix("data:image/png;base64,"))
    assert Image.open(io.BytesIO(data)).size == (120, 90)
    assert only(session).form == "text" and only(session).text == hashlib.sha256(data).hexdigest()


def test_nothing_leaves_that_could_not_be_recorded_or_written(session: Desk, tmp_path: Path) -> None:
    session.store.close()
    with CaseStore.open(tmp_path / "a.case", read_only=True) as store:
        closed = Desk(session.engine, store)
        with pytest.raises(InputError, match="read-only"):
            closed.carry_link(*PLACE, "OpenStreetMap", None)
        with pytest.raises(InputError, match="read-only"):
            run_to_end(closed.carry_crop("E1", Box(0, 0, 1, 1), tmp_path / "x.png"))
    assert not (tmp_path / "x.png").exists()


def test_a_crop_that_cannot_be_written_says_so_and_stays_on_record(session: Desk, tmp_path: Path) -> None:
    """On record before it is written: a record too many is honest, a file without one is not."""
    with pytest.raises(StorageFailed):
        run_to_end(session.carry_crop("E1", Box(0, 0, 1, 1), tmp_path / "nowhere" / "x.png"))
    assert only(session).form == "file"
    with pytest.raises(InputError):
        run_to_end(session.carry_crop("E1", Box(0.5, 0.5, 0.5, 0.9), tmp_path / "y.png"))
    assert not (tmp_path / "y.png").exists()


def test_disclosures_are_facts_that_undo_does_not_take_back(session: Desk) -> None:
    session.add_area("a", SQUARE, 1000.0)
    session.carry_coordinates(*PLACE, 1.0)
    session.store.undo()
    assert session.state.areas == () and len(session.state.disclosures) == 1
    assert run_to_end(verify_case(session.store.folder)).intact
