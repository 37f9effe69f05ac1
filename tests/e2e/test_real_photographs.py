"""Real signs become places: intake, recognised text, gazetteer and posterior in the real workers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite.domain import HintState, Ranking
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
    from PIL import Image

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
