"""Beginnings that are kept: exact to the bit, within their memory."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.core.assistant.runtime.conftest import picture
from tests.core.assistant.runtime.test_pictures import PROBE, logits, spoken
from theodolite.assistant.request import ModelFiles, Ours, Part, Quoted, Request, Turn
from theodolite.assistant.runtime.keeping import Kept, Store
from theodolite.assistant.runtime.planning import Words, steps
from theodolite.errors import InputError
from theodolite.jobs import run_to_end
from theodolite.workers import Call, Worker


def kept(tokens: list[int], size: int) -> Kept:
    return Kept(steps((Words(tuple(tokens)),)), np.zeros(size, np.uint8))


def test_the_least_recently_used_goes_first_and_a_longer_one_replaces_its_beginning() -> None:
    store = Store(most=100)
    a, b = list(range(0, 500)), list(range(1000, 1500))
    store.add(kept(a, 40))
    store.add(kept(b, 40))
    assert store.best(steps((Words((*a, 1, 2)),)))[1] == 3  # whole parts of 128
    store.add(kept(list(range(2000, 2300)), 40))  # b was not asked for since
    assert store.best(steps((Words(tuple(b)),))) == (None, 0)
    assert store.bytes == 80
    store.add(kept([*a[:384], 384], 15))
    longer = kept([*range(0, 640), 7], 30)
    store.add(longer)
    assert store.best(longer.steps)[0] is longer
    assert not store.room_for(101)
    assert store.bytes <= store.most


def conversation(files: ModelFiles, number: int, draw: random.Random) -> list[Turn]:
    """The first turns of a conversation that has little in common with others."""
    words = "".join(draw.choice("abcdefgh ") for _ in range(draw.randrange(200, 600)))
    parts: list[Part] = [Ours(f"Conversation {number}. "), Quoted(words), Ours("\nWhere?")]
    if draw.random() < 0.6:
        parts.insert(draw.randrange(3), picture(draw.randrange(2**40)))
    return [Turn("user", tuple(parts))]


@pytest.mark.parametrize("family", ["llava", "qwen", "gemma"])
def test_whatever_was_asked_before_the_bits_are_the_same(
    small: Worker, families_of: dict[str, ModelFiles], family: str, seed: int
) -> None:
    """Conversations by turns, with and without pictures, some followed up, some cut short: every one is
    evaluated as from an empty memory."""
    draw, tiny = random.Random(seed), families_of[family]
    talks = [conversation(tiny, number, draw) for number in range(3)]
    reused = 0
    for _ in range(10):
        turns = draw.choice(talks)
        request = Request(tiny, tuple(turns), max_tokens=draw.randrange(1, 20), context=2048, seed=3)
        reply = spoken(small, request)
        reused += reply.kept
        seen = logits(small, request)
        assert np.array_equal(seen, logits(small, replace(request, fresh=True)))
        assert spoken(small, replace(request, fresh=True)).text == reply.text
        if draw.random() < 0.6:
            turns += [Turn("assistant", (Quoted(reply.text),)), Turn("user", (Ours("And why is that?"),))]
    assert reused > 0


@pytest.mark.packs
def test_two_conversations_by_turns_are_both_kept(worker: Worker, files: ModelFiles, seed: int) -> None:
    draw = random.Random(seed)
    asked = [
        Request(
            files,
            (Turn("user", (Quoted(" ".join(str(draw.randrange(999)) for _ in range(40))), Ours(" Why?"))),),
            max_tokens=6,
            context=1024,
        )
        for _ in range(2)
    ]
    first = [spoken(worker, request) for request in asked]
    again = [spoken(worker, request) for request in asked]
    for before, after in zip(first, again, strict=True):
        assert before.prompt_tokens > 130
        assert after.kept == after.prompt_tokens - 1  # all of it, though the other one came between
        assert (after.text, after.plan) == (before.text, before.plan)


def test_without_room_nothing_is_kept_and_the_text_is_the_same(small: Worker, tiny: ModelFiles) -> None:
    asked = [
        Request(tiny, (Turn("user", (Ours(f"{letter} " * 200),)),), max_tokens=6, context=2048)
        for letter in "ab"
    ]
    first = [spoken(small, request) for request in asked]
    assert spoken(small, asked[0]).kept > 0
    assert run_to_end(small.run(Call(PROBE + "kept")))[0] > 0
    run_to_end(small.run(Call(PROBE + "forget")))
    most = run_to_end(small.run(Call(PROBE + "bounded", {"most": 0})))
    again = [spoken(small, request) for request in (*asked, asked[0])]
    assert [one.kept < 128 for one in again] == [True] * 3
    assert [one.text for one in again] == [one.text for one in (*first, first[0])]
    assert run_to_end(small.run(Call(PROBE + "kept"))) == (0, 0)
    run_to_end(small.run(Call(PROBE + "bounded", {"most": most})))


def test_a_plan_in_other_batches_is_repeated(small: Worker, tiny: ModelFiles, seed: int) -> None:
    """As recorded by a program with parts of another size."""
    draw = random.Random(seed)
    request = Request(tiny, tuple(conversation(tiny, 1, draw)), max_tokens=12, context=2048)
    first = spoken(small, request)
    wanted = run_to_end(small.run(Call(PROBE + "plan", {"request": request, "part": draw.randrange(1, 100)})))
    found = spoken(small, replace(request, plan=wanted, fresh=True))
    assert found.plan == wanted != first.plan
    assert found.kept == 0
    assert spoken(small, replace(request, plan=wanted)).text == found.text
    with pytest.raises(InputError, match="cannot be repeated"):
        spoken(small, replace(request, plan=wanted[:-1]))


def test_a_model_that_cannot_forget_reads_again(small: Worker, tiny: ModelFiles) -> None:
    request = Request(tiny, (Turn("user", (Ours("Where is it? " * 30),)),), max_tokens=8, context=2048)
    expected = spoken(small, replace(request, fresh=True))
    given: dict[str, Any] = {"function": "speak", "request": request}
    for _ in range(2):
        found = run_to_end(small.run(Call(PROBE + "forgetful", given)))
        assert (found.text, found.kept) == (expected.text, 0)
