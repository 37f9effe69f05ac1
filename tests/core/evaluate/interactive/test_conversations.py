"""Conversations over planted evidence: what must hold of every one, and going on after a stop."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.core.evaluate.interactive.planted import photographs
from theodolite.domain import ClueReach, Strength
from theodolite.errors import InputError
from theodolite.evaluate import records as lines
from theodolite.evaluate.bootstrap import Interval
from theodolite.evaluate.datasets import Dataset
from theodolite.evaluate.interactive import bars, dialogue, numbers, study, views
from theodolite.evaluate.interactive.dialogue import Photograph, Setting, hint_of
from theodolite.evaluate.interactive.ground import Ground
from theodolite.evaluate.interactive.investigator import MAKERS
from theodolite.evaluate.interactive.records import Turn
from theodolite.evaluate.interactive.said import KINDS, WRONG, Scene
from theodolite.evaluate.interactive.study import Plan
from theodolite.evaluate.lists import Item
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.locate.strategies.signature import Tools
from theodolite.packs.library import Pack

pytestmark = pytest.mark.packs
QUICK = Plan(seeds=(1,), rates=(0.5,), manners=("calibrated",), turns=5)


@pytest.fixture(scope="module")
def some(ground: Ground, request: pytest.FixtureRequest) -> tuple[Photograph, ...]:
    return photographs(ground, 3, int(request.config.getoption("--seed")), gps=0.3)


@pytest.fixture(scope="module")
def turns(ground: Ground, some: tuple[Photograph, ...]) -> list[Turn]:
    return [turn for one in some for turn in run_to_end(study.talk(ground, one, QUICK))]


def test_every_conversation_keeps_its_promises(turns: list[Turn]) -> None:
    """Those that hold of each turn, whatever is drawn; shares need more images than these."""
    assert len(turns) == 3 * 5
    for bar in (bars.never_lowers(turns), bars.gps_stays(turns), bars.comes_back(turns)):
        assert bar.holds is not False, bar
    assert bars.comes_back(turns).holds
    for turn in turns:
        if turn.kind in bars.AREAS and not turn.wrong:
            assert 0.5 <= turn.fit <= 1.0 and 0.0 <= turn.fit_country <= 1.0, turn
    for talk in study.conversations(turns):
        assert [turn.turn for turn in talk] == [1, 2, 3, 4, 5]
        for before, after in pairwise(talk):
            assert (before.p_after, before.km_after) == (after.p_before, after.km_before)
            assert before.obey_km_after == after.obey_km_before
        assert len({(turn.hint) for turn in talk if turn.said}) == sum(turn.said for turn in talk)
        assert talk[-1].restored == 1 and all(turn.restored == -1 for turn in talk[:-1])


def test_a_conversation_is_the_same_again_with_and_without_memory(
    ground: Ground, some: tuple[Photograph, ...], turns: list[Turn]
) -> None:
    setting = Setting(1, "calibrated", 0.5)
    fresh = Ground(ground.locator.using(ground.locator.parameters))
    again = dialogue.converse(fresh, some[0], setting)
    kept = [t for t in turns if t.row == some[0].row and (t.manner, t.rate) == ("calibrated", 0.5)]
    assert [lines.line(turn) for turn in again] == [lines.line(turn) for turn in kept]


def displaced(ground: Ground, these: tuple[Photograph, ...], seed: int) -> tuple[int, list[str]]:
    """Every wrong hint that can be said, one by one and weakly, of photographs that lead with their GPS: how
    many, and those after which another place leads, each with whether a contradiction is shown."""
    asked, moved = 0, []
    for one in these:
        start = views.view(ground, one.truth, one.question)
        if start.km > 1.0:
            continue
        scene = Scene(ground, one.truth, one.question, start.listed)
        for kind in KINDS:
            for quality in WRONG:
                said = MAKERS[kind](scene, quality, np.random.default_rng([seed, one.row]))
                if said is None or said.exclude or isinstance(said.reach, ClueReach):
                    continue
                hint = hint_of(said, Strength.WEAK, 1)
                after = views.view(ground, one.truth, replace(one.question, hints=(hint,)))
                asked += 1
                if after.km >= bars.SAME_KM:
                    flag = "flagged" if views.flagged(ground, after.question) else "silent"
                    moved.append(f"{one.name} {said.kind} {quality} {flag}")
    return asked, moved


def test_no_weak_wrong_hint_displaces_a_place_with_gps(ground: Ground, seed: int) -> None:
    """By itself: GPS in doubt by .02 against a hint in doubt by .5 is 49 to 1 (posterior.md)."""
    asked, moved = displaced(ground, photographs(ground, 1, seed, gps=1.0), seed)
    assert asked and not moved, moved


def test_a_place_with_gps_is_never_displaced_in_silence(ground: Ground, seed: int) -> None:
    """Where the picture misleads too, a weak wrong hint may tip the scale: that is told as a conflict."""
    _, moved = displaced(ground, photographs(ground, 1, seed, gps=1.0, contested=True), seed)
    assert not [one for one in moved if one.endswith("silent")], moved


@pytest.mark.full
def test_what_it_takes_to_displace_a_place_with_gps(
    ground: Ground, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A weak wrong hint by itself never does. One that agrees with a second wrong source can, be that a place
    or a whole country: two sources then stand against one, which is said to the investigator as a
    contradiction."""
    asked, moved = displaced(ground, photographs(ground, 25, seed, gps=1.0), seed)
    contested, against = displaced(ground, photographs(ground, 25, seed, gps=1.0, contested=True), seed)
    with capsys.disabled():
        print(f"\nGPS and a weak wrong hint: {len(moved)} of {asked} displaced; where the picture itself is")
        print(f"misread or resembles references elsewhere {len(against)} of {contested}: {against}")
    assert asked > 300 and not moved, moved
    assert not [one for one in against if one.endswith("silent")]


# --- on disk --------------------------------------------------------------------------------------------


class Nobody:
    def run(self, call: Any) -> Job[Any]:
        raise AssertionError(f"{call} was asked of a worker")


def tools(ground: Ground) -> Tools:
    def pack(name: str) -> Pack | None:
        from theodolite import packs

        return packs.installed(name)

    return Tools(Nobody(), Nobody(), pack, lambda: ground.locator)


def listed(some: tuple[Photograph, ...]) -> Dataset:
    items = tuple(Item(p.row, p.name, f"/nowhere/{p.name}", p.truth.lat, p.truth.lon) for p in some)
    return Dataset("table", "planted", "/nowhere", items, "0" * 64, items)


def test_a_stopped_study_goes_on_and_ends_the_same(
    ground: Ground, some: tuple[Photograph, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered: list[str] = []

    def gather(item: Item, *_: Any) -> Generator[Progress, None, Photograph]:
        gathered.append(item.name)
        yield Progress("Looking")
        if item.name == some[1].name:
            raise InputError("It cannot be read.")
        return next(p for p in some if p.name == item.name)

    monkeypatch.setattr(study, "gather", gather)
    data, plan = listed(some[:3]), Plan(seeds=(1,), rates=(0.5,), manners=("calibrated",), turns=2)
    whole = run_to_end(study.study(data, tools(ground), tmp_path / "whole", plan))
    assert whole.images == 2 and whole.left_out == ((some[1].name, "It cannot be read."),)
    job = study.study(data, tools(ground), tmp_path / "cut", plan)
    while not gathered.count(some[2].name) > 1:
        next(job)
    job.close()
    with (tmp_path / "cut" / "turns.csv").open("ab") as stream:
        stream.write(b"planted-1,1,,1,calib")  # torn by a kill
    gathered.clear()
    again = run_to_end(study.study(data, tools(ground), tmp_path / "cut", plan))
    assert some[0].name not in gathered  # what is there is not looked at again
    assert [lines.line(t) for t in again.turns] == [lines.line(t) for t in whole.turns]
    with pytest.raises(InputError, match="interactive"):
        run_to_end(study.study(data, tools(ground), tmp_path / "cut", replace(plan, turns=3)))


def test_written_turns_come_back(turns: list[Turn], tmp_path: Path) -> None:
    header = {"strategies": [{"name": "fusion"}]}
    with lines.opened_of(Turn, tmp_path, header) as kept:
        kept.extend(turns)
    _, back = lines.load_of(Turn, tmp_path)
    assert [lines.line(turn) for turn in back] == [lines.line(turn) for turn in turns]
    assert numbers.summarise(back).recovery == numbers.summarise(turns).recovery


@pytest.mark.full
def test_every_bar_holds_on_planted_evidence(ground: Ground, capsys: pytest.CaptureFixture[str]) -> None:
    """100 photographs with all rates and both investigators; the shares with their intervals.

    A measurement, so its seed is fixed and every run has the same numbers: what is compared are shares over
    drawn hints, which other draws may put otherwise. What holds of every draw is asserted with the seed of
    the run in the tests above.
    """
    plan = Plan(seeds=(1,))
    found = [
        turn
        for one in photographs(ground, 100, 20, gps=0.2)
        for turn in run_to_end(study.talk(ground, one, plan))
    ]
    made = bars.bars(found)
    with capsys.disabled():
        for bar in made:
            print(f"\n{bar.holds} {bar.name}: {bar.text} {bar.bound or ''} ({bar.turns} turns)", end="")
    assert all(bar.holds for bar in made), [bar for bar in made if not bar.holds]
    # The share of weak hints that harm rests on few of them: its interval is printed, not asserted.
    compared = [bar for bar in made if bar.bound is not None and "certain one" not in bar.name]
    assert len(compared) == 5
    assert all(isinstance(bar.bound, Interval) and bar.bound.high <= 0.0 for bar in compared)
