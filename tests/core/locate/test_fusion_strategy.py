"""``fusion`` as a strategy: aligned models count only once they know the places, and that is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.core.locate import tiny
from tests.core.locate.test_pixels import LOOK, WORLD, OnTheSphere
from theodolite.domain import StrategyAnswer
from theodolite.errors import PackError
from theodolite.jobs import Job, run_to_end
from theodolite.locate import Locator
from theodolite.locate.strategies import STRATEGIES, Asked, Tools
from theodolite.packs import Pack
from theodolite.workers import Call


class World(SimpleNamespace):
    """A tower and an aligned model, a photograph, and two packs that only have to be there."""

    tower: Pack
    model: Pack
    photograph: str
    others: tuple[Pack, ...]


class Seeing:
    """Stands for the vision worker: no clue, and one look."""

    def __init__(self, look: Any) -> None:
        self._look = look

    def run(self, call: Call) -> Job[Any]:
        yield from ()
        return self._look if call.function.endswith(":look") else SimpleNamespace(clues=())


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = tmp_path_factory.mktemp("fusion")
    tower = tiny.tower(root, 24)
    others = tuple(
        Pack(name, "1", "data", "test", root, f"{number}" * 64, ())
        for number, name in enumerate(("gazetteer", "gallery"), start=1)
    )
    return World(
        tower=tower,
        model=tiny.model(root, tower.sha256, 24),
        photograph=str(tiny.photograph(root / "photo.png")),
        others=others,
    )


def run(world: World, *, prepared: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[StrategyAnswer, list[str]]:
    """The answer, and for which packs the places were encoded."""
    look = replace(LOOK, pack_sha256=world.model.sha256)
    encoded: list[str] = []

    def prepare(pack_sha256: str) -> Job[None]:
        yield from ()
        encoded.append(pack_sha256)

    locator = Locator(WORLD, vectors=lambda sha256: OnTheSphere() if sha256 in encoded else None)
    gazetteer, gallery = world.others
    monkeypatch.setattr(Pack, "file", lambda self, name: self.path / name)
    tools = tiny.tools(Seeing(look), None, gazetteer, gallery, world.tower, world.model)
    tools = Tools(tools.vision, tools.language, tools.pack, lambda: locator, prepare if prepared else None)
    return run_to_end(STRATEGIES["fusion"].run(Asked("", world.photograph), tools)), encoded


def test_the_places_are_encoded_for_a_model_before_its_look_counts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, encoded = run(world, prepared=True, monkeypatch=monkeypatch)
    assert set(encoded) == {world.model.sha256}
    assert tiny.counts(answer.counts)["aligned models"] == 1
    assert tiny.counts(answer.counts)["aligned models without the places"] == 0
    assert {"gazetteer", "gallery", world.model.name, world.tower.name} <= {p.name for p in answer.packs}
    assert answer.ranking is not None and answer.ranking.information_nats > 0.1


def test_a_look_that_says_nothing_is_counted_apart(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, _ = run(world, prepared=False, monkeypatch=monkeypatch)
    assert tiny.counts(answer.counts)["aligned models"] == 0
    assert tiny.counts(answer.counts)["aligned models without the places"] >= 1
    assert answer.ranking is not None and answer.ranking.information_nats == pytest.approx(0.0, abs=1e-5)


def test_a_damaged_model_is_said_and_not_left_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(world.model.path) / "align.json"
    before = path.read_bytes()
    try:
        path.chmod(0o644)
        path.write_text('{"schema": 1}')
        with pytest.raises(PackError, match=r"align\.json"):
            run(world, prepared=True, monkeypatch=monkeypatch)
    finally:
        path.write_bytes(before)
