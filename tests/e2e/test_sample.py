"""The sample case: drawn by us, the same each time, with something for every source and every view."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.ExifTags import Base

from theodolite.domain import HintState, LinkReach, PointReach, Status, SunReach, source_of
from theodolite.engine import Engine, Session, sample
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.xdist_group("sample")  # the index of the sample case is made once

TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"
AREZZO = (43.4649, 11.8826)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    engine = Engine()
    try:
        folder = run_to_end(sample.build(engine, tmp_path_factory.mktemp("sample") / "sample.case"))
        opened = engine.open_case(folder)
        yield opened
        opened.close()
    finally:
        engine.dispose()


def drawn(folder: Path) -> dict[str, str]:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, str(TOWER / "draw.py"), str(folder)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.jpg"))
    }


def test_the_pictures_are_drawn_the_same_each_time(tmp_path: Path) -> None:
    """Byte for byte on one machine; the committed ones to the eye on any (fonts and libraries differ)."""
    first = drawn(tmp_path / "first")
    assert drawn(tmp_path / "second") == first
    assert set(first) == {str(path.relative_to(TOWER)) for path in TOWER.rglob("*.jpg")}
    for name in first:
        with Image.open(tmp_path / "first" / name) as now, Image.open(TOWER / name) as kept:
            apart = ImageStat.Stat(ImageChops.difference(now, kept).convert("L")).mean[0]
        assert apart < 6, name


def test_every_picture_with_metadata_says_that_it_is_drawn() -> None:
    for path in TOWER.rglob("*.jpg"):
        with Image.open(path) as image:
            exif = image.getexif()
        if path.name == "forwarded.jpg":
            assert not exif
        else:
            assert "not a photograph" in exif[Base.ImageDescription], path.name


@pytest.mark.packs
class TestCase:
    def test_one_picture_speaks_through_many_sources(self, session: Session) -> None:
        recipe = tomllib.loads((TOWER / "recipe.toml").read_text(encoding="utf-8"))
        state = session.state
        assert [item.name for item in state.exhibits] == [row["file"] for row in recipe["exhibits"]]
        said = {
            source_of(clue.kind) for clue in state.clues if clue.exhibit == "E4" and clue.reach is not None
        }
        assert said >= {"phone", "postal", "plate", "place", "street", "language", "sun"}
        ranking = session.ranking(("E4",))
        first = ranking.candidates[0]
        assert abs(first.lat - AREZZO[0]) + abs(first.lon - AREZZO[1]) < 0.1
        effect = {part.source: part.log_likelihood for part in first.contributions}
        (shadow,) = [clue for clue in state.clues if clue.kind == "sun.shadow"]
        assert isinstance(shadow.reach, SunReach)
        assert effect[shadow.id] > 0, "the shadow was drawn for Arezzo at that time"

    def test_the_link_is_proposed_and_counts_for_nothing(self, session: Session) -> None:
        (link,) = [hint for hint in session.state.hints if isinstance(hint.reach, LinkReach)]
        assert link.state is HintState.PROPOSED
        assert link.reach.exhibits == ("E1", "E4")
        before = session.ranking(("E1",))
        session.set_hint(link.id, HintState.ON)
        assert session.ranking(("E1",)).scores_sha256 != before.scores_sha256
        session.set_hint(link.id, HintState.PROPOSED)
        assert session.ranking(("E1",)) == before

    def test_a_published_strategy_has_answered_beside_the_posterior(self, session: Session) -> None:
        ranking = session.ranking(("E1",), "knn")
        assert ranking.measure and ranking.abstained and not ranking.countries
        first = ranking.candidates[0]
        assert abs(first.lat - AREZZO[0]) + abs(first.lon - AREZZO[1]) < 0.1
        assert {"fusion", "img2loc", "knn"} <= {row.name for row in session.strategies() if row.ready}

    def test_what_it_is_about_what_copies_cover_and_a_picture_made_again(self, session: Session) -> None:
        state = session.state
        assert state.case.mandate and isinstance(state.case.claimed_place, PointReach)
        assert state.case.claimed_time is not None and state.case.claimed_time.start < "2025-10-22T12"
        assert [source.id for source in state.given_by] == [state.case.claim_source]
        assert [person.account for person in state.persons] == [sample.OPERATOR, "Sample reviewer"]
        (mask,) = state.masks
        plate = next(c for c in state.clues if c.exhibit == "E4" and source_of(c.kind) == "plate")
        assert (mask.exhibit, mask.kind) == ("E4", "plate") and plate.box is not None
        assert mask.box.left < plate.box.left < plate.box.right < mask.box.right
        (made,) = state.derived
        assert made.parent_sha256 == state.exhibits[0].sha256 and made.width < made.height
        assert run_to_end(session.replay_derived(made.id)), "the recipe gives the hash on record"

    def test_relations_time_and_verdict_are_filled(self, session: Session) -> None:
        kinds = {one.kind for one in session.relations()}
        assert kinds >= {"same camera", "time order", "travel"}
        assert session.when("E1").status == "not established"
        assert session.when("E4").status == "claimed"
        ranking = session.ranking(("E1",))
        assert ranking.candidates[0].label.startswith("Arezzo")
        assert [c.status for c in ranking.candidates if c.label == "Florence"] == [Status.REJECTED]
        assert session.independence("E1", ranking.candidates[0]).count >= 2

    def test_what_lies_beside_the_evidence(self, session: Session) -> None:
        """A note that links a mark, a lead with its owner, a reference with its picture, searched cells."""
        state = session.state
        (lead,), (filed,), (area,), (kept,) = state.leads, state.filed, state.areas, state.comparisons
        assert (lead.state, lead.owner) == ("open", "P1")
        assert filed.provider and len(filed.sha256) == 64 and filed.width
        assert {one[2] for one in area.cells} == {"searched", "unclear"}
        assert [pane.subject for pane in kept.panes] == ["exhibit:E1", f"filed:{filed.id}"]
        assert "#7" in session.note("E1")
