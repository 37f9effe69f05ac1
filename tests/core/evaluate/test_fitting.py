"""Fitting on planted worlds: what is fitted follows the truth, what data do not carry is refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.core.locate.worlds import clue, search, world
from theodolite.domain import AreaReach, Clue, ReferenceSearch
from theodolite.errors import InputError
from theodolite.evaluate import fits
from theodolite.evaluate.fitting import Fit, _at, _cooled, fit, parameters, penalty, unknowns
from theodolite.evaluate.labelled import Labelled, data_hash, families, folds
from theodolite.evaluate.scores import calibration_error, log_score
from theodolite.jobs import run_to_end
from theodolite.locate import Locator
from theodolite.locate.parameters import DEFAULT, Parameters
from theodolite.locate.question import Question

WORLD = world(5, n=120)


def make(chosen: Parameters) -> Locator:
    return Locator(WORLD, parameters=chosen)


def photographs(count: int, *, right: float, seed: int, looks: bool = False) -> list[Labelled]:
    """Planted photographs: a line of text that names the true country with probability ``right``.

    ``looks``: also five references, near the truth with probability ``right``.
    """
    rng = np.random.default_rng(seed)
    found = []
    for number in range(count):
        place = int(rng.integers(len(WORLD.lat)))
        said = int(WORLD.country[place])
        if rng.random() >= right:
            said = int((said + rng.integers(1, len(WORLD.countries))) % len(WORLD.countries))
        reach = AreaReach("country", (WORLD.countries[said],))
        clues: tuple[Clue, ...] = (clue(1, reach, kind="text.language", root=f"text:{number}:1"),)
        searches: tuple[ReferenceSearch, ...] = ()
        if looks:
            near = place if rng.random() < right else int(rng.integers(len(WORLD.lat)))
            lat, lon = float(WORLD.lat[near]), float(WORLD.lon[near])
            searches = (search([(lat, lon, 0.9 - 0.001 * k) for k in range(5)]),)
        question = Question(clues, (), (), (), searches, "mixed", ("E1",))
        where = float(WORLD.lat[place]), float(WORLD.lon[place])
        found.append(Labelled(f"{number}.jpg", question, *where, f"person {number}", f"day {number}"))
    return found


def test_below_thirty_nothing_is_fitted() -> None:
    answer = run_to_end(fit(photographs(29, right=0.9, seed=1), make))
    assert answer.parameters == DEFAULT
    assert not answer.accepted
    assert "below 30 nothing is fitted" in answer.refused[0]


def test_below_two_hundred_one_temperature_is_fitted_and_follows_the_truth() -> None:
    """Clues that say 'likely' and are right one time in three are cooled; the held-out score rises."""
    answer = run_to_end(fit(photographs(80, right=0.35, seed=2), make))
    assert answer.fitted == ("T",)
    assert "only one common temperature" in answer.refused[0]
    assert answer.accepted
    assert not answer.parameters.calibrated
    assert answer.parameters.weight("language") < 0.8
    assert answer.gain is not None
    assert answer.standard_error is not None
    assert answer.gain > answer.standard_error
    assert len(answer.parameters.fit) == 64


def test_no_weight_passes_one_however_right_the_evidence_is() -> None:
    answer = run_to_end(fit(photographs(60, right=1.0, seed=14), make))
    assert answer.parameters.weight("language") <= 1.0


def test_a_fit_that_gains_nothing_is_not_taken() -> None:
    """Evidence right as often as its doubt says: the defaults stay."""
    answer = run_to_end(fit(photographs(60, right=0.85, seed=3), make))
    assert not answer.accepted
    assert answer.parameters == DEFAULT
    assert "Not accepted" in answer.refused[-1]


@pytest.mark.full
def test_from_two_hundred_on_every_number_with_data_is_fitted() -> None:
    answer = run_to_end(fit(photographs(200, right=0.45, seed=4), make))
    assert answer.fitted == ("w language", "e text")
    assert answer.accepted
    assert answer.parameters.calibrated == (answer.ece_after is not None and answer.ece_after <= 0.05)


def test_with_references_the_numbers_of_retrieval_are_unknowns_too() -> None:
    names, refused = unknowns(photographs(200, right=0.45, seed=4, looks=True))
    assert set(names) == {
        "w language", "w retrieval", "tau", "e retrieval", "b 0", "b 1", "b 2", "b 3", "e text",
    }  # fmt: skip
    assert refused == ()
    chosen = parameters(names, np.full(len(names), 0.3))
    assert chosen.retrieval_doubt + sum(chosen.retrieval_shares) == pytest.approx(1.0)
    assert chosen.retrieval_tau == pytest.approx(0.02 * np.exp(0.3))


def test_too_little_of_one_source_is_refused_by_name() -> None:
    many = photographs(220, right=0.9, seed=5)
    phone = replace(many[0].question.clues[0], id="C2", kind="text.phone")
    few = [
        replace(one, question=replace(one.question, clues=(*one.question.clues, phone))) for one in many[:12]
    ]
    names, refused = unknowns([*few, *many[12:]])
    assert "w language" in names
    assert "w phone" not in names
    assert refused == ("Weight of phone: it speaks in 12 photographs, fewer than 30",)


def test_one_family_cannot_be_held_out() -> None:
    same = [replace(one, photographer="one person") for one in photographs(40, right=0.9, seed=6)]
    answer = run_to_end(fit(same, make))
    assert answer.refused == ("All photographs belong to one family, so nothing can be held out",)


def test_families_are_closed_and_folds_keep_them_whole() -> None:
    rows = photographs(60, right=0.9, seed=7)
    rows[3] = replace(rows[3], photographer=rows[1].photographer)
    rows[5] = replace(rows[5], lat=rows[3].lat, lon=rows[3].lon, day=rows[3].day)
    family = families(rows)
    assert family[1] == family[3] == family[5]
    fold = folds(family)
    assert set(fold.tolist()) == set(range(5))
    assert all(len(set(fold[family == one].tolist())) == 1 for one in set(family.tolist()))
    assert np.bincount(fold).max() - np.bincount(fold).min() <= np.bincount(family).max()


def test_a_day_that_is_not_stated_may_be_the_same() -> None:
    first, second, third = photographs(3, right=0.9, seed=13)
    here = {"lat": first.lat, "lon": first.lon}
    rows = [replace(first, day=""), replace(second, **here), replace(third, **here)]
    assert len(set(families(rows).tolist())) == 1
    rows = [replace(first, day="2008-01-01"), replace(second, day="2008-01-02", **here)]
    assert len(set(families(rows).tolist())) == 2


def test_the_hash_of_the_data_is_order_free_and_sees_every_change() -> None:
    rows = photographs(4, right=0.9, seed=8)
    assert data_hash(rows) == data_hash(rows[::-1])
    assert data_hash(rows) != data_hash([replace(rows[0], lat=rows[0].lat + 1e-9), *rows[1:]])


def test_the_score_against_an_independent_sum() -> None:
    (one,) = photographs(1, right=1.0, seed=9)
    posterior = make(DEFAULT).solve(one.question).posterior
    lat, lon = np.radians(WORLD.lat), np.radians(WORLD.lon)
    a, b = np.radians(one.lat), np.radians(one.lon)
    arc = np.sin((lat - a) / 2) ** 2 + np.cos(lat) * np.cos(a) * np.sin((lon - b) / 2) ** 2
    km = 2 * 6371.0088 * np.arcsin(np.sqrt(arc))
    expected = np.mean([np.log(posterior.probability[km <= r].sum() + 1e-6) for r in (1, 25, 200, 750)])
    assert log_score(posterior, one.lat, one.lon) == pytest.approx(expected, abs=1e-6)


def test_calibration_error_by_hand() -> None:
    stated = np.array([0.5] * 10 + [1.0] * 10)
    right = np.array([True] * 5 + [False] * 5 + [True] * 10)
    assert calibration_error(stated, right, bins=2) == pytest.approx(0.0)
    assert calibration_error(stated, ~right, bins=2) == pytest.approx(0.5)


def test_cooling_by_formula_is_what_ranking_with_the_weights_gives() -> None:
    rows = photographs(6, right=0.6, seed=11, looks=True)
    by_formula, by_ranking = _cooled(rows, make), _at(rows, ("T",), make)
    for value in (-0.5, 0.0, 0.7, 2.0):
        theta = np.array([value])
        assert by_formula(theta) == pytest.approx(by_ranking(theta), abs=1e-4)


def test_what_is_shared_between_numbers_changes_no_bit() -> None:
    rows = photographs(4, right=0.6, seed=12, looks=True)
    other = Parameters(retrieval_tau=0.03, text_doubt=0.3)
    first = make(DEFAULT)
    for one in rows:
        first.answer(one.question)
    for one in rows:
        assert first.using(other, room=9).answer(one.question) == make(other).answer(one.question)


def test_zero_is_the_default_of_every_unknown() -> None:
    names = ("w language", "tau", "e retrieval", "e text", "b 0", "b 1", "b 2", "b 3")
    chosen = parameters(names, np.zeros(len(names)))
    assert chosen.retrieval_shares == pytest.approx(DEFAULT.retrieval_shares)
    assert (chosen.text_doubt, chosen.retrieval_tau) == pytest.approx((0.15, 0.02))
    assert penalty(("w language", "e text"), np.array([0.5, 1.0])) == pytest.approx(1.0)


def test_a_fit_comes_back_from_disk(tmp_path) -> None:  # type: ignore[no-untyped-def]
    answer: Fit = run_to_end(fit(photographs(5, right=0.9, seed=10), make))
    fits.save(answer, tmp_path / "one" / "fit.json")
    assert fits.load(tmp_path / "one" / "fit.json") == answer


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema": 2, "fit": {}}', '{"schema": 1, "fit": {"a": 1}}']
)
def test_a_damaged_fit_is_refused(tmp_path, text: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "fit.json"
    path.write_text(text)
    with pytest.raises(InputError):
        fits.load(path)
