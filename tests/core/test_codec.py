"""Round trips of domain values through plain JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite import domain
from theodolite.codec import from_plain, to_plain

text = st.text(max_size=20)
real = st.floats(-180, 180)
points = st.builds(domain.PointReach, lat=real, lon=real, sd_km=real, label=text)
reaches = st.one_of(
    points,
    st.builds(domain.AreaReach, codes=st.lists(text, max_size=3).map(tuple), scope=st.just("country")),
    st.builds(
        domain.GradedReach, attribute=text, weights=st.lists(st.tuples(text, real), max_size=3).map(tuple)
    ),
    st.builds(domain.AlternativesReach, options=st.lists(st.tuples(real, points), max_size=3).map(tuple)),
)
clues = st.builds(
    domain.Clue,
    id=text, exhibit=text, kind=text, observation=text, inference=text, method=text, version=text, root=text,
    strength=st.sampled_from(domain.Strength),
    origins=st.lists(st.builds(domain.Origin, kind=st.just("file"), key=text), max_size=2).map(tuple),
    reach=st.none() | reaches,
    box=st.none() | st.builds(domain.Box, real, real, real, real),
    mark=st.none() | st.integers(1, 9),
    confidence=st.none() | real,
    rejected_reason=st.none() | text,
)  # fmt: skip


@pytest.mark.parametrize("exact", [False, True])
@given(clue=clues)
def test_a_clue_comes_back_as_it_was(clue: domain.Clue, exact: bool) -> None:
    plain = json.loads(json.dumps(to_plain(clue, exact=exact)))
    assert from_plain(domain.Clue, plain) == clue


@given(clue=clues)
def test_exact_form_holds_no_reals(clue: domain.Clue) -> None:
    def walk(value: object) -> None:
        assert not isinstance(value, float)
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(item)

    walk(to_plain(clue, exact=True))


def test_a_field_that_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown fields"):
        from_plain(domain.Origin, {"kind": "file", "key": "a", "more": 1})


def test_a_variant_that_is_not_ours_is_refused() -> None:
    plain = to_plain(domain.Hint("H1", "t", "r", domain.PointReach(1, 2, 3), domain.Strength.WEAK,
                                 domain.HintState.ON, "2026-01-01T00:00:00Z"))  # fmt: skip
    plain["reach"]["kind"] = "circle"
    with pytest.raises(ValueError, match="no variant"):
        from_plain(domain.Hint, plain)
