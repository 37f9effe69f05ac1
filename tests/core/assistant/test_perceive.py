"""Perceive: what a model's answer names, where the gazetteer finds it, and what is dropped and counted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.assistant import perceive
from theodolite.assistant.request import Ours, Picture, Quoted
from theodolite.domain import Perception
from theodolite.errors import InputError
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World

WORLD = World.load()


@pytest.fixture(scope="module")
def gazetteer(starter: Any) -> Gazetteer:
    return Gazetteer(starter("gazetteer").path / "gazetteer.db")


def answer(*places: tuple[str, str, str, float], scene: str = "street") -> str:
    names = ("country", "region", "city", "probability")
    return json.dumps({"places": [dict(zip(names, one, strict=True)) for one in places], "scene": scene})


def read(text: str, gazetteer: Gazetteer | None = None) -> Perception:
    return perceive.read(
        text, WORLD, gazetteer, exhibit="E1", exchange="T1", sees=True, pack="eye", pack_sha256="ab"
    )


@pytest.mark.packs
@pytest.mark.parametrize(
    ("said", "code", "at"),
    [
        (("Italy", "Tuscany", "Arezzo"), "IT", (43.46, 11.88)),
        (("Italia", "Toscana", "AREZZO"), "IT", (43.46, 11.88)),
        (("France", "", "Paris"), "FR", (48.85, 2.35)),
        (("USA", "Texas", "Paris"), "US", (33.66, -95.56)),
        (("日本", "", "東京"), "JP", (35.69, 139.69)),
        (("", "", "Ulaanbaatar"), "", (47.91, 106.88)),
        (("United States", "", "Springfield"), "US", None),  # more than one
        (("Germany", "", "Paris"), "DE", None),  # not there
        (("Italy", "Sicily", "Arezzo"), "IT", None),  # not in that region
        (("Atlantis", "", "Paris"), "", None),  # the country is none
        (("Italy", "", ""), "IT", None),
        (("Italy", "", "Qqxzv"), "IT", None),
    ],
)
def test_a_place_is_where_the_gazetteer_finds_exactly_one(
    gazetteer: Gazetteer, said: tuple[str, str, str], code: str, at: tuple[float, float] | None
) -> None:
    (place,) = read(answer((*said, 0.5)), gazetteer).places
    assert (place.country, place.region, place.city) == said
    assert place.code == code
    found = None if place.lat is None or place.lon is None else (place.lat, place.lon)
    assert found == (None if at is None else pytest.approx(at, abs=0.05))


def test_without_a_gazetteer_nothing_has_a_position() -> None:
    (place,) = read(answer(("Italy", "Tuscany", "Arezzo", 0.5))).places
    assert (place.code, place.lat, place.lon) == ("IT", None, None)


def test_the_likeliest_first_and_nothing_bent_into_range() -> None:
    found = read(
        answer(
            ("Italy", "", "", 0.2), ("Spain", "", "", 7.0), ("France", "", "", 0.6), ("italy", "", "", 0.1)
        )
    )
    assert [(place.country, place.stated) for place in found.places] == [("France", 0.6), ("Italy", 0.2)]
    assert found.dropped == (("named twice", 1), ("probability out of range", 1))
    assert read(answer((" ", "", "?", 0.5))).dropped == (("names no place", 1),)
    assert read(answer((" ", "", "?", 0.5))).places == ()


@given(st.lists(st.floats(0, 9.99), min_size=1, max_size=4))
def test_every_place_is_kept_or_counted(shares: list[float]) -> None:
    found = read(answer(*((f"Land {n}", "", "", share) for n, share in enumerate(shares))))
    assert len(found.places) + sum(count for _, count in found.dropped) == len(shares)
    assert all(place.stated in shares and 0 <= place.stated <= 1 for place in found.places)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Paris, certainly.", "{}", answer(("Italy", "", "", 0.5), scene="a dream"), answer()),
        *(answer(("x" * 33, "", "", 0.5)), answer(("Italy", "", "", 0.5))[:-1]),
    ],
)
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="The model's answer"):
        read(text)


def test_a_model_that_reads_text_only_is_told_so_and_shown_nothing() -> None:
    shown = Picture("0" * 64, 2, 2, bytes(12))
    with pytest.raises(InputError, match=r"cannot see the photograph\. Choose a model that sees"):
        perceive.turns(shown, (), sees=False)
    blind = perceive.turns(None, ["a sign"], sees=False)[1].parts
    assert blind[0] == Ours(perceive.NOT_SEEING)
    assert Quoted("a sign") in blind
    seen = perceive.turns(shown, (), sees=True)[1].parts
    assert seen[0] == shown
    assert not any(isinstance(part, Ours) and "cannot see" in part.text for part in seen)
