"""The whole extraction on real files, and where the three signs of the issue end up on the map."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.clues.making import exhibit
from theodolite import packs
from theodolite.clues.extract import extract
from theodolite.domain import Clue, Exhibit, PointReach
from theodolite.errors import TheodoliteError
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end

SIGNS = "ocr/EasyOCR/examples"
NOWHERE = Path("no-such-gazetteer.db")


def of(path: Path, decoder: Decoder) -> Exhibit:
    """The exhibit intake would make of ``path``."""
    inspected = decoder.inspect(path)
    return replace(
        exhibit(inspected.metadata, readable=inspected.error_code is None),
        name=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        width=inspected.width,
        height=inspected.height,
        error_text=inspected.error_text,
    )


@pytest.mark.corpora
def test_a_photograph_with_gps(corpora: Path, decoder: Decoder) -> None:
    path = corpora / "photos/exif-py/tests/resources/jpg/gps/DSCN0029.jpg"
    texts: list[str] = []
    found = run_to_end(extract(of(path, decoder), path, NOWHERE), lambda step: texts.append(step.text)).clues
    by_kind = {clue.kind: clue for clue in found}
    reach = by_kind["exif.gps"].reach
    assert isinstance(reach, PointReach)
    assert (reach.lat, reach.lon) == pytest.approx((43.46824, 11.88017), abs=1e-4)
    assert {origin.kind for origin in by_kind["exif.gps"].origins} == {"file", "camera", "series"}
    assert "16:46:53" in by_kind["exif.time"].observation
    assert texts[0].startswith("Reading the metadata")
    assert texts[-1].endswith("is read")


@pytest.mark.corpora
def test_without_the_gazetteer_the_rest_still_works(corpora: Path, decoder: Decoder) -> None:
    path = corpora / SIGNS / "japanese.jpg"
    found = run_to_end(extract(of(path, decoder), path, NOWHERE)).clues
    assert {"text.script", "text.language", "none.place"} <= {clue.kind for clue in found}


def test_an_unreadable_file_leaves_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    for readable in (True, False):
        given = replace(exhibit(readable=readable), error_text="no decoder could read it")
        found = run_to_end(extract(given, path, NOWHERE)).clues
        by_kind = {clue.kind: clue for clue in found}
        assert list(by_kind) == [
            "none.metadata", "none.conflict", "c2pa.state", "none.filename", "none.text", "none.copies"
        ]  # fmt: skip
        assert all(clue.reach is None and clue.observation for clue in found)
        assert "decoded" in by_kind["none.text"].note + by_kind["none.text"].observation
        assert by_kind["none.text"].note
        assert by_kind["c2pa.state"].observation == "C2PA could not be read in this file"
        looked_at = by_kind["none.copies"].note
        assert looked_at == "looked at: file name, picture size", "nothing that needs pixels"


def test_a_mistake_in_one_source_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_: Exhibit) -> list[Clue]:
        raise ZeroDivisionError("float division by zero")

    monkeypatch.setattr("theodolite.clues.extract.metadata_clues", wrong)
    path = tmp_path / "IMG-20230514-WA0007.jpg"
    path.write_bytes(b"not a picture")
    given = replace(exhibit(readable=False), name=path.name)
    found = run_to_end(extract(given, path, NOWHERE))
    by_kind = {clue.kind: clue for clue in found.clues}
    assert by_kind["none.metadata"].note == "ZeroDivisionError: float division by zero"
    assert "error of the program" in by_kind["none.metadata"].observation
    assert by_kind["none.metadata"].reach is None
    assert any(kind.startswith("file") for kind in by_kind), sorted(by_kind)
    assert "metadata" in {run.source for run in found.runs}


def test_another_version_of_the_rules_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"")
    with pytest.raises(TheodoliteError, match="rules 0"):
        run_to_end(extract(exhibit(readable=False), path, NOWHERE, version="0"))


# --- on the map ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def locator(starter: Callable[[str], packs.Pack], tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    from theodolite import locate
    from theodolite.geo.gazetteer import Gazetteer
    from theodolite.geo.world import World

    gallery = starter("gallery").file("coordinates.npy")
    gazetteer = Gazetteer(starter("gazetteer").file("gazetteer.db"))
    world, cache = World.load(), tmp_path_factory.mktemp("support")
    support = run_to_end(locate.support.build(gallery, gazetteer, world, cache, key="test"))
    return locate.Locator(support)


@pytest.fixture(scope="module")
def clues_of(corpora: Path, decoder: Decoder, starter: Callable[[str], packs.Pack]):  # type: ignore[no-untyped-def]
    database = starter("gazetteer").file("gazetteer.db")

    def get(name: str) -> list[Clue]:
        path = corpora / SIGNS / name
        found = run_to_end(extract(of(path, decoder), path, database)).clues
        return [replace(clue, id=f"C{number}") for number, clue in enumerate(found, 1)]

    return get


@pytest.mark.corpora
@pytest.mark.packs
@pytest.mark.parametrize(
    ("name", "country"), [("japanese.jpg", "JP"), ("french.jpg", "FR"), ("chinese.jpg", "CN")]
)
def test_signs_put_their_country_first(name: str, country: str, locator, clues_of) -> None:  # type: ignore[no-untyped-def]
    ranking = locator.rank(clues=clues_of(name), exhibits=("E1",))
    assert ranking.countries[0][0] == country
    assert ranking.contradictions == ()


@pytest.mark.corpora
@pytest.mark.packs
def test_minato_is_among_the_first_three(locator, clues_of) -> None:  # type: ignore[no-untyped-def]
    ranking = locator.rank(clues=clues_of("japanese.jpg"), exhibits=("E1",))
    first = ranking.candidates[:3]
    near = [c for c in first if abs(c.lat - 35.658) < 0.05 and abs(c.lon - 139.7515) < 0.05]
    assert near
    assert "Minato" in near[0].label


@pytest.mark.corpora
@pytest.mark.packs
def test_thai_is_read_where_its_data_is_installed(locator, clues_of) -> None:  # type: ignore[no-untyped-def]
    from theodolite.clues.recognise import tessdata

    clues = clues_of("thai.jpg")
    ranking = locator.rank(clues=clues, exhibits=("E1",))
    if tessdata.data("Thai", tessdata.folders()) is None:
        assert [clue for clue in clues if clue.reach is not None] == []
        assert any("not installed" in clue.observation for clue in clues)
        assert ranking.abstained
        return
    assert ranking.countries[0][0] == "TH"
    (language,) = [clue for clue in clues if clue.kind == "text.language"]
    assert "Thai" in language.observation
    assert language.line is not None
    assert language.line.romanised == "phetrburii"
