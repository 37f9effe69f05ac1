"""The registry of strategies, what each says it lacks, and the settings of G3: no model is needed."""

from __future__ import annotations

import pytest

from tests.core.locate import tiny
from theodolite.errors import InputError, NotFound
from theodolite.locate.strategies import STRATEGIES, find, g3

G3 = STRATEGIES["g3"]


def test_the_registry_holds_every_strategy_by_its_name() -> None:
    assert {"fusion", "g3", "geoclip", "geocell", "img2loc", "knn"} == set(STRATEGIES)
    for name, strategy in STRATEGIES.items():
        assert strategy.name == name
        assert strategy.purpose
        assert find(name) is strategy
    with pytest.raises(NotFound, match=r"there are .*g3"):
        find("guesswork")


def test_each_lack_is_a_sentence_with_the_next_step() -> None:
    nothing = tiny.tools(None, None)
    for name in ("g3", "geoclip", "geocell", "img2loc", "knn"):
        lacks = STRATEGIES[name].missing(nothing, ())
        assert lacks
        assert all("theodolite " in lack for lack in lacks)
    lacks = G3.missing(nothing, ())
    assert any("theodolite align import" in lack for lack in lacks)
    assert any("theodolite packs fetch language-starter" in lack for lack in lacks)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, g3.Setup((0, 5, 10, 15), 5, 1, 0.7)),
        (
            {"prompts": "2", "answers": "3", "retrieved": "4", "temperature": "1.2"},
            g3.Setup((0, 5), 3, 4, 1.2),
        ),
        ({"references": "0, 7"}, g3.Setup((0, 7))),
        ({"retrieved": "0"}, g3.Setup(retrieved=0)),
        ({"ablate": "geo-d", "answers": "9"}, g3.Setup((10,), 1, 1, ablate=("geo-d",))),
        ({"ablate": "geo-v,geo-a"}, g3.Setup(ablate=("geo-a", "geo-v"))),
    ],
)
def test_settings_of_g3(settings: dict[str, str], expected: g3.Setup) -> None:
    assert g3.setup(settings) == expected


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"prompts": "0"}, "prompts of g3 is a whole number from 1 to 16"),
        ({"prompts": "four"}, "not 'four'"),
        ({"answers": "65"}, "from 1 to 64"),
        ({"answers": "٣"}, "whole number"),
        ({"temperature": "nan"}, "temperature of g3 is a number"),
        ({"references": "0,,5"}, "references of g3"),
        ({"ablate": "geo-x"}, "not without 'geo-x'"),
        ({"promts": "4"}, "no setting 'promts'"),
    ],
)
def test_settings_that_are_none(settings: dict[str, str], text: str) -> None:
    with pytest.raises(InputError, match=text):
        g3.setup(settings)
