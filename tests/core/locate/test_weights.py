"""Sources switched off and weighed: off is never added, weight 1 changes nothing, shares still add up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.locate.worlds import clue, world
from theodolite.domain import AreaReach, Clue, PointReach, SourceSetting, source_of
from theodolite.locate import Locator
from theodolite.locate.places import Q

WORLD = world(31)
HERE = WORLD.countries[int(WORLD.country[3])]
ELSEWHERE = next(c for c in WORLD.countries if c != HERE)
POINT = PointReach(float(WORLD.lat[3]), float(WORLD.lon[3]), 25.0, "there")

LINE: tuple[Clue, ...] = (
    clue(1, AreaReach("country", (HERE,)), kind="text.language", root="text:a:1"),
    clue(2, POINT, kind="text.place", root="text:a:1"),
    clue(3, AreaReach("country", (ELSEWHERE,)), kind="text.phone", root="text:a:2"),
)


def test_a_source_switched_off_is_as_if_it_had_not_spoken() -> None:
    off = Locator(WORLD).rank(clues=LINE, settings=(SourceSetting("phone", on=False),))
    assert off == Locator(WORLD).rank(clues=LINE[:2])
    none = Locator(WORLD).rank(clues=LINE, settings=(SourceSetting("phone", weight=0.0),))
    assert none == off


def test_full_weight_changes_no_bit() -> None:
    plain = Locator(WORLD).rank(clues=LINE)
    assert Locator(WORLD).rank(clues=LINE, settings=(SourceSetting("place", weight=1.0),)) == plain


@given(weight=st.floats(0.01, 1.0), source=st.sampled_from(["language", "place", "phone"]))
def test_a_weight_scales_what_its_source_adds(weight: float, source: str) -> None:
    setting = SourceSetting(source, weight=weight)
    weighed = Locator(WORLD).rank(clues=LINE, settings=(setting,))
    again = Locator(WORLD).rank(clues=LINE[::-1], settings=(setting,))
    assert weighed.scores_sha256 == again.scores_sha256
    plain = {c.id: c for c in Locator(WORLD).rank(clues=LINE).candidates}
    for candidate in weighed.candidates:
        assert sum(round(c.log_likelihood * Q) for c in candidate.contributions) == round(candidate.score * Q)
        before = plain.get(candidate.id)
        if before is None:
            continue
        for now, was in zip(candidate.contributions, before.contributions, strict=True):
            mine = now.source != "prior" and source_of(LINE[int(now.source[1:]) - 1].kind) == source
            scale = weight if mine else 1.0
            assert now.log_likelihood == pytest.approx(scale * was.log_likelihood, abs=1.5 / Q)


def test_a_rejected_clue_stays_out_whatever_its_weight() -> None:
    rejected = (*LINE[:2], replace(LINE[2], rejected_reason="misread", active=False))
    settings = (SourceSetting("phone", weight=0.5),)
    assert Locator(WORLD).rank(clues=rejected, settings=settings) == Locator(WORLD).rank(clues=LINE[:2])


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("exif.gps", "metadata"),
        ("text.phone", "phone"),
        ("text.line", "text"),
        ("none.gps", "metadata"),
        ("none.text", "text"),
        ("c2pa.state", "provenance"),
        ("conflict.time", "conflict"),
        ("sun.shadow", "sun"),
        ("hand", "hand"),
    ],
)
def test_every_kind_names_its_source(kind: str, source: str) -> None:
    assert source_of(kind) == source
