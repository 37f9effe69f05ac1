"""Which batches a prompt is evaluated in: pure."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.assistant.runtime.planning import (
    PROMPT_PART,
    Piece,
    Shown,
    Words,
    joined,
    repeated,
    shared,
    steps,
    total,
)
from theodolite.errors import InputError

RUNS = st.lists(st.integers(0, 50_000), max_size=300).map(lambda tokens: Words(tuple(tokens)))
IMAGES = st.builds(
    lambda name, count, positions: Shown(f"{name:064x}", 0, count, positions),
    st.integers(0, 3),
    st.integers(1, 600),
    st.integers(1, 40),
)
PROMPTS = st.lists(RUNS | IMAGES, max_size=5).map(lambda pieces: (*pieces, Words((7, 8))))


@given(PROMPTS)
def test_the_batches_are_the_prompt(pieces: tuple[Piece, ...]) -> None:
    found = steps(pieces)
    assert joined([step.piece for step in found]) == joined(pieces)
    assert sum(step.batch.count for step in found) == total(pieces)
    assert found[0].batch.start == 0
    for before, after in pairwise(found):
        assert after.batch.start == before.end
    assert all(step.batch.kind == "image" or step.batch.count <= PROMPT_PART for step in found)
    assert found[-1].batch.count == 1
    assert repeated(pieces, [step.batch for step in found]) == found
    assert shared(found, found) == len(found)


@given(PROMPTS, st.lists(st.integers(0, 50_000), min_size=1, max_size=400))
def test_a_longer_prompt_keeps_all_whole_parts(pieces: tuple[Piece, ...], more: list[int]) -> None:
    before, after = steps(pieces), steps((*pieces, Words(tuple(more))))
    lost = sum(step.batch.count for step in before[shared(before, after) :])
    assert lost <= PROMPT_PART + 1


@given(PROMPTS, st.integers(1, 200))
def test_a_recorded_plan_is_repeated_in_its_own_parts(pieces: tuple[Piece, ...], part: int) -> None:
    recorded = steps(pieces, part)
    assert repeated(pieces, [step.batch for step in recorded]) == recorded


@given(PROMPTS, st.data())
def test_a_plan_of_another_prompt_is_refused(pieces: tuple[Piece, ...], data: st.DataObject) -> None:
    plan = [step.batch for step in steps(pieces)]
    other = (*pieces[:-1], Words((7, 9)))
    for wrong in (plan[:-1], [*plan, plan[-1]], plan[1:]):
        with pytest.raises(InputError, match="cannot be repeated"):
            repeated(pieces, wrong)
    with pytest.raises(InputError, match="cannot be repeated"):
        repeated(other, plan)


def test_a_prompt_ends_with_text() -> None:
    for pieces in ((), (Shown("0" * 64, 0, 16, 16),), (Words(()),)):
        with pytest.raises(InputError, match="no question"):
            steps(pieces)
