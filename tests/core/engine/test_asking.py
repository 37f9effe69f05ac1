"""Strategies and aligned models at work in a case: run, kept on record, shown without probabilities."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.engine.own_home import own_home, random_model
from theodolite import packs
from theodolite.domain import AnswerLevel
from theodolite.engine import Engine, Session
from theodolite.errors import InputError, PackMissing
from theodolite.index import store
from theodolite.jobs import run_to_end
from theodolite.workers import Call

pytestmark = pytest.mark.packs
PLACES = ((43.47, 11.88), (48.86, 2.35), (59.33, 18.07), (-33.87, 151.21))


def photograph(path: Path, seed: int, where: tuple[float, float] | None = None) -> Path:
    """Coloured noise in blocks, with a position in its metadata when asked for."""
    rng = np.random.default_rng(seed)
    blocks = np.kron(rng.integers(0, 255, (6, 8, 3)), np.ones((30, 30, 1))).astype(np.uint8)
    image, exif = Image.fromarray(blocks), Image.Exif()
    if where is not None:
        lat, lon = (tuple(map(float, (abs(v), 0, 0))) for v in where)
        gps = exif.get_ifd(0x8825)
        gps.update({1: "NS"[where[0] < 0], 2: lat, 3: "EW"[where[1] < 0], 4: lon})
    image.save(path, exif=exif, quality=92)
    return path


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    own_home(tmp_path / "home", monkeypatch)
    made = Engine()
    yield made
    made.dispose()


@pytest.fixture
def session(engine: Engine, tmp_path: Path) -> Iterator[Session]:
    references = tmp_path / "references"
    references.mkdir()
    for number, where in enumerate(PLACES):
        photograph(references / f"{number}.jpg", number, where)
    opened = engine.new_case(tmp_path / "inquiry", question="Where?", operator="T")
    run_to_end(opened.add_files([photograph(tmp_path / "unknown.jpg", 99)]))
    index = tmp_path / "references.index"
    call = {"folder": str(references), "out": str(index)}
    call["pack"] = str(packs.installed("vision-starter").path)
    run_to_end(engine.vision.run(Call("theodolite.index.build:build", call)))
    opened.add_index(index)
    assert not store._open.cache_info().currsize  # this process keeps nothing of it in memory
    yield opened
    opened.close()


def test_what_is_missing_is_said_with_the_next_step(session: Session) -> None:
    rows = {row.name: row for row in session.strategies()}
    assert {"fusion", "g3", "geoclip", "img2loc", "knn"} <= set(rows)
    assert rows["fusion"].ready and rows["knn"].ready
    assert not rows["geoclip"].ready and "theodolite packs" in " ".join(rows["geoclip"].missing)
    with pytest.raises(PackMissing, match="packs fetch clip-vit-l14"):
        run_to_end(session.run_strategy("E1", "geoclip"))
    with pytest.raises(InputError, match="has not been run on E1"):
        session.ranking(["E1"], "knn")
    with pytest.raises(InputError, match="no strategy 'oracle'"):
        session.ranking(["E1"], "oracle")


def test_a_strategy_answers_by_its_own_score_and_stays_in_the_case(session: Session, engine: Engine) -> None:
    run_to_end(session.run_strategy("E1", "knn"))
    ranking = session.ranking(["E1"], "knn")
    assert ranking.measure and ranking.level is AnswerLevel.UNKNOWN and not ranking.countries
    assert ranking.candidates and all(c.probability == 0.0 for c in ranking.candidates)
    for candidate in ranking.candidates:
        assert sum(part.log_likelihood for part in candidate.contributions) == candidate.score
    nearest = min(abs(c.lat - lat) + abs(c.lon - lon) for c in ranking.candidates for lat, lon in PLACES)
    assert nearest < 1.5, "it answers where its references are"
    path, answers = Path(session.path), session.state.answers
    session.close()
    again = engine.open_case(path)
    try:
        assert again.state.answers == answers
        assert again.ranking(["E1"], "knn").candidates == ranking.candidates
        assert run_to_end(again.verify()).intact
        assert "strategy run" in [record.action for record in again.log()]
    finally:
        again.close()


def test_an_own_model_joins_the_ranking_and_can_be_switched_off(session: Session, tmp_path: Path) -> None:
    """Untrained weights: what it says is worthless, that it is said, counted and removable is the point."""
    before_there_was_one = run_to_end(session.examine_all())
    assert before_there_was_one is not None
    bare = session.ranking(["E1"])
    pack = random_model(tmp_path / "made")
    run_to_end(session.examine_all())
    (look,) = session.state.looks
    assert look.pack_sha256 == pack.sha256 and len(look.vector) == 32
    ranking = session.ranking(["E1"])
    said = [c.source for c in ranking.candidates[0].contributions]
    assert {"retrieval", "alignment"} <= set(said)
    for candidate in ranking.candidates:
        assert sum(part.log_likelihood for part in candidate.contributions) == candidate.score
    assert pack.sha256 in [use.sha256 for use in ranking.packs]
    run_to_end(session.examine_all())
    assert len(session.state.looks) == 1, "a model looks once"
    session.set_source("alignment", on=False)
    assert session.ranking(["E1"]).scores_sha256 == bare.scores_sha256
    seen = [r for r in session.log() if r.action == "seen by a geo-aligned model"]
    assert json.loads(seen[0].payload)["changes"][0]["after"]["model"] == "untrained"
