"""Real photographs through the whole engine: signs become places, and no file breaks or misleads it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from tests.conftest import on_ci
from theodolite.domain import Clue, Exhibit, HintState, Ranking, source_of
from theodolite.engine import Engine, Session
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.packs


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.dispose()


@pytest.fixture
def session(engine: Engine, tmp_path: Path) -> Iterator[Session]:
    made = engine.new_case(tmp_path / "signs.case", question="Where is this sign?", operator="Tester")
    yield made
    made.close()


def located(session: Session, photograph: Path) -> Ranking:
    (taken,) = run_to_end(session.add_files([photograph]))
    assert taken.stored
    assert taken.readable
    run_to_end(session.examine_all())
    return session.ranking()


SIGNS = [("japanese.jpg", "JP", "not in Japan, likely"), ("french.jpg", "FR", "not in France, likely"),
         ("chinese.jpg", "CN", "not in China, likely")]  # fmt: skip


@pytest.mark.drawn(1)
@pytest.mark.parametrize(("name", "country", "hint"), SIGNS)
def test_a_sign_names_its_country_and_a_hint_comes_off_again(
    session: Session, corpora: Path, name: str, country: str, hint: str
) -> None:
    before = located(session, corpora / "ocr" / "EasyOCR" / "examples" / name)
    assert before.countries[0][0] == country
    assert before.candidates[0].country == country
    (added,) = session.propose_hints(hint, HintState.ON)
    hinted = session.ranking()
    assert hinted.scores_sha256 != before.scores_sha256
    assert dict(hinted.countries).get(country, 0.0) < dict(before.countries)[country]
    session.remove_hint(added.id)
    assert session.ranking() == before


def test_the_japanese_sign_names_minato(session: Session, corpora: Path) -> None:
    ranking = located(session, corpora / "ocr" / "EasyOCR" / "examples" / "japanese.jpg")
    first_three = [candidate.label for candidate in ranking.candidates[:3]]
    assert any("Minato" in label and "Tokyo" in label for label in first_three), first_three


def test_a_photograph_without_anything_abstains(session: Session, corpora: Path) -> None:
    plain = Path(session.path).parent / "grey.png"
    Image.new("RGB", (640, 480), (120, 122, 119)).save(plain)
    ranking = located(session, plain)
    assert ranking.abstained
    assert ranking.information_nats == pytest.approx(0.0, abs=1e-6)


def test_gps_in_a_file_is_a_point(session: Session, corpora: Path) -> None:
    ranking = located(session, corpora / "photos/exif-py/tests/resources/jpg/gps/DSCN0029.jpg")
    first = ranking.candidates[0]
    assert first.country == "IT"
    assert first.lat == pytest.approx(43.46824, abs=1e-4)
    assert first.lon == pytest.approx(11.88017, abs=1e-4)
    assert not ranking.abstained


# --- every file ------------------------------------------------------------------------------------------

FOLDERS = ("photos", "orientation", "c2pa", "ocr")
#: Sources that are asked about every exhibit. Those of the text follow where text was read.
ALWAYS = {"metadata", "conflict", "provenance", "video", "filename", "text", "copies"}
BATCH = 25


def files_of(corpora: Path) -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (corpora / folder).rglob("*") if path.is_file())


def test_some_of_all_files_break_nothing(
    engine: Engine, tmp_path: Path, corpora: Path, seed: int, repeat: int
) -> None:
    """Others with each seed: a tenth of them, on CI a thirtieth."""
    files = files_of(corpora)
    share = 30 if on_ci() else 10
    chosen = random.Random(seed).sample(files, max(1, len(files) * min(repeat, 10) // 10 // share))
    examined_without_harm(engine, tmp_path, chosen)


@pytest.mark.full
def test_no_file_breaks_anything(engine: Engine, tmp_path: Path, corpora: Path) -> None:
    files = files_of(corpora)
    assert len(files) > 300
    examined_without_harm(engine, tmp_path, files)


def examined_without_harm(engine: Engine, folder: Path, files: Sequence[Path]) -> None:
    """Every file is stored or refused by name, every exhibit is read, every source says what came of it."""
    for start in range(0, len(files), BATCH):
        session = engine.new_case(folder / f"all-{start}.case", question="?", operator="Tester")
        try:
            taken = run_to_end(session.add_files(files[start : start + BATCH]))
            for row in taken:
                assert row.stored or (row.error_code and row.error_text), row.path
            run_to_end(session.examine_all())
            state = session.state
            assert all(item.examined for item in state.exhibits)
            for item in state.exhibits:
                said_and_believed(item, [clue for clue in state.clues if clue.exhibit == item.id])
        finally:
            session.close()


def said_and_believed(item: Exhibit, clues: list[Clue]) -> None:
    named, kinds = f"{item.id} {item.name}", {clue.kind for clue in clues}
    assert {run.source for run in item.runs} >= ALWAYS, named
    for run in item.runs:
        still = run.source == "video" and not item.media_type.startswith("video/")
        # Lines that became findings of other sources need no row of their own.
        elsewhere = run.source == "text" and any(clue.line is not None for clue in clues)
        assert run.clues or run.outcome or still or elsewhere, (named, run)
    for clue in clues:
        assert clue.observation.strip(), (named, clue)
        assert clue.inference.strip(), (named, clue)
        assert clue.method, (named, clue)
        if clue.kind.startswith("none."):
            assert clue.reach is None, (named, clue)
    assert "copy.mirrored" not in kinds, f"{named} is no mirrored photograph"
    if not item.readable:
        assert item.error_text, named
        from_pixels = [c for c in clues if c.kind.startswith("text.") or c.root.startswith("pixels:")]
        assert from_pixels == [], named
        assert item.fingerprint == (), named
        assert "none.text" in kinds, named


def test_an_unreadable_file_says_why_and_nothing_of_its_pixels(session: Session, tmp_path: Path) -> None:
    """Cut short after its metadata: what the file claims is still read, what it shows is not."""
    whole = tmp_path / "whole.jpg"
    sign = Image.new("RGB", (900, 300), "white")
    exif = Image.Exif()
    exif[0x0110] = "A camera"
    sign.save(whole, exif=exif)
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(whole.read_bytes()[:400])
    (taken,) = run_to_end(session.add_files([cut]))
    assert taken.stored
    assert not taken.readable
    run_to_end(session.examine_all())
    (item,) = session.state.exhibits
    said_and_believed(item, list(session.state.clues))
    (none,) = [clue for clue in session.state.clues if clue.kind == "none.text"]
    assert none.note == item.error_text


# --- mirrored, rejected ----------------------------------------------------------------------------------


def test_a_mirrored_sign_is_found_mirrored(session: Session, tmp_path: Path, corpora: Path) -> None:
    original = corpora / "ocr" / "EasyOCR" / "examples" / "japanese.jpg"
    mirrored = tmp_path / "mirrored.jpg"
    with Image.open(original) as image:
        ImageOps.mirror(image.convert("RGB")).save(mirrored, quality=92)
    run_to_end(session.add_files([original, mirrored]))
    run_to_end(session.examine_all())
    found = {item: [c for c in session.state.clues if (c.exhibit, c.kind) == (item, "copy.mirrored")]
             for item in ("E1", "E2")}  # fmt: skip
    assert found["E1"] == []
    (clue,) = found["E2"]
    assert "mirrored" in clue.observation
    assert clue.reach is None, "a copy says nothing about the place"
    assert any({"E1", "E2"} == set(one.exhibits) for one in session.relations() if one.origin)


def test_a_rejected_clue_was_never_there(session: Session, corpora: Path) -> None:
    """Each machine's clue that counts, one by one: the ranking without it, number for number."""
    before = located(session, corpora / "ocr" / "EasyOCR" / "examples" / "japanese.jpg")
    counted = [clue for clue in session.state.clues if clue.active and clue.reach is not None]
    assert len({source_of(clue.kind) for clue in counted}) >= 3
    for clue in counted:
        session.reject_clue(clue.id, "a test")
        rejected, state = session.ranking(), session.state
        gone = replace(state, clues=tuple(one for one in state.clues if one.id != clue.id))
        never = session.engine.locator.rank(
            exhibits=("E1",),
            prior=state.case.prior,
            settings=state.case.sources,
            packs=rejected.packs,
            **session.evidence(gone, ("E1",)),
        )
        assert rejected == never, clue
        assert clue.id not in {part.source for c in rejected.candidates for part in c.contributions}
        session.set_clue(clue.id, True)
        assert session.ranking() == before, clue
    assert [r.action for r in session.log(None)].count("clue rejected") == len(counted)
