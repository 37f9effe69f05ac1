"""The prompts of geo-diversification and the answers to them; the starter model in the real worker."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite import packs
from theodolite.assistant import diversify, prompts_g3
from theodolite.assistant.diversify import Answers
from theodolite.assistant.grammar import POINT
from theodolite.assistant.prompts_g3 import diversified, ladder
from theodolite.assistant.request import ModelFiles, Ours, Picture, Request, Turn
from theodolite.assistant.runtime import Continuations
from theodolite.errors import InputError, PackHashMismatch
from theodolite.jobs import run_to_end
from theodolite.workers import Call, Partial, Worker


def some_points(seed: int, count: int) -> list[tuple[float, float]]:
    draw = random.Random(seed)
    return [(draw.uniform(-90, 90), draw.uniform(-180, 180)) for _ in range(count)]


NEAR, FAR = some_points(1, 20), some_points(2, 20)


def test_the_ladder_is_that_of_the_published_code_and_climbs_on() -> None:
    assert ladder(4) == (0, 5, 10, 15)
    assert ladder(1) == (0,)
    assert ladder(6) == (0, 5, 10, 15, 20, 25)
    for count in (0, 17):
        with pytest.raises(InputError, match="Between 1 and 16"):
            ladder(count)


def test_each_prompt_lists_its_first_references_and_nothing_but_coordinates() -> None:
    prompts = diversified(NEAR, FAR, (0, 5, 10, 15), sees=True)
    for prompt, rung in zip(prompts, (0, 5, 10, 15), strict=True):
        assert prompt.references == (
            *(("similar", *point) for point in NEAR[:rung]),
            *(("dissimilar", *point) for point in FAR[:rung]),
        )
        for points in (NEAR, FAR):
            for at, (lat, lon) in enumerate(points):
                assert (f"({lat:.5f}, {lon:.5f})" in prompt.asked) == (at < rung)
    texts = [prompt.asked for prompt in prompts]
    assert [prompt.number for prompt in prompts] == [1, 2, 3, 4]
    assert len(set(texts)) == 4
    assert "Study the photograph" in texts[0]


def test_fewer_references_than_a_rung_wants_are_all_listed() -> None:
    prompts = diversified(NEAR[:3], FAR[:2], (0, 5, 10), sees=True)
    assert [len(prompt.references) for prompt in prompts] == [0, 5, 5]
    assert "No references" in diversified([], [], (5,), sees=True)[0].asked


def test_a_model_that_cannot_see_is_told_so() -> None:
    for prompt in (*diversified(NEAR, FAR, (0, 5), sees=False), prompts_g3.img2loc(NEAR, FAR, sees=False)):
        assert "You cannot see it" in prompt.asked
        assert "Study the photograph" not in prompt.asked


def test_img2loc_lists_sixteen_and_sixteen() -> None:
    prompt = prompts_g3.img2loc(NEAR, FAR, sees=True)
    assert [kind for kind, _, _ in prompt.references] == ["similar"] * 16 + ["dissimilar"] * 16
    assert prompt.references[0][1:] == NEAR[0]
    assert prompt.references[16][1:] == FAR[0]


@given(st.integers(-(2**70), 2**70))
def test_seeds_differ_within_a_run_and_come_back(seed: int) -> None:
    seeds = [diversify.seed_of(seed, prompt, number) for prompt in range(1, 17) for number in range(1, 65)]
    assert len(set(seeds)) == len(seeds)
    assert all(0 <= one < 2**31 for one in seeds)
    assert seeds[0] == diversify.seed_of(seed, 1, 1) != diversify.seed_of(seed + 1, 1, 1)


def test_invalid_answers_are_counted_by_reason_and_keep_their_text() -> None:
    (prompt,) = diversified(NEAR, FAR, (5,), sees=True)
    texts = ['{"latitude": 1, "longitude": 2}', '{"latitude": 95, "longitude": 2}', "{", "{", "Paris"]
    spoken = [
        diversify.understood(prompt, number, text, 7, cut=number == 3)
        for number, text in enumerate(texts, start=1)
    ]
    assert [one.invalid for one in spoken] == ["", "out of range", "cut off", "not JSON", "not JSON"]
    assert [one.text for one in spoken] == texts
    assert all((one.lat, one.lon) == (None, None) for one in spoken[1:])
    assert diversify.invalid_counts(spoken) == (
        ("answers", 5),
        ("invalid answers", 4),
        ("invalid: cut off", 1),
        ("invalid: not JSON", 2),
        ("invalid: out of range", 1),
    )


# --- the starter model -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def model(starter: Any) -> str:
    return str(starter("language-starter").one(".gguf"))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("language") as started:
        yield started


def asking(model: str, rungs: tuple[int, ...] = (0, 2), answers: int = 2, seed: int = 7, **more: Any) -> Call:
    given = {"prompts": diversified(NEAR, FAR, rungs, sees=False), "answers": answers, "seed": seed}
    return Call("theodolite.assistant.diversify:ask", {"model_path": model} | given | more, silence_s=300)


def continued(model: str, seeds: list[int], text: str = "Where is the tower?", **more: Any) -> Call:
    given: dict[str, Any] = {"schema": POINT, "temperature": 0.7} | more
    request = Request(ModelFiles(model), (Turn("user", (Ours(text),)),), **given)
    call = "theodolite.assistant.runtime:continuations"
    return Call(call, {"request": request, "seeds": seeds}, silence_s=300)


@pytest.mark.packs
def test_every_answer_is_kept_whole_and_each_prompt_is_read_once(worker: Worker, model: str) -> None:
    rungs = (1, 2)
    found: Answers = run_to_end(worker.run(asking(model, rungs)))
    assert [(one.prompt, one.number) for one in found.spoken] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert len({one.seed for one in found.spoken}) == 4
    assert found.model_sha256 == packs.installed("language-starter").files[0].sha256
    assert not found.sees
    assert found.written > 0
    assert found.read < found.prompt_tokens  # less than once each: they share their beginning
    for one in found.spoken:
        assert set(json.loads(one.text)) == {"latitude", "longitude"}
        assert one.invalid in ("", "out of range")
        assert one.references == diversified(NEAR, FAR, rungs, sees=False)[one.prompt - 1].references
        assert one.asked


@pytest.mark.packs
def test_an_answer_depends_on_its_own_seed_and_prompt_only(worker: Worker, model: str) -> None:
    """What the worker kept from earlier prompts changes no bit: alone, in a row, after other questions."""
    long = "Name the place. " * 40
    run_to_end(worker.run(continued(model, [3], "Something else entirely.")))
    alone: Continuations = run_to_end(worker.run(continued(model, [11], long + "Is it Arezzo?")))
    run_to_end(worker.run(continued(model, [5, 6], long + "Is it Siena? Think of towers.")))
    row: Continuations = run_to_end(worker.run(continued(model, [4, 11], long + "Is it Arezzo?")))
    assert alone.read == alone.prompt_tokens - 1
    assert row.read < row.prompt_tokens / 2  # the shared beginning was kept ...
    assert row.texts[1] == alone.texts[0]  # ... and the text is the same
    assert row.texts[0].text != row.texts[1].text
    same: Continuations = run_to_end(worker.run(continued(model, [4, 11], long + "Is it Arezzo?")))
    assert same.read == 0
    assert same.texts == row.texts


@pytest.mark.packs
def test_a_model_that_cannot_forget_reads_the_prompt_again(worker: Worker, model: str) -> None:
    call = continued(model, [1, 2])
    expected: Continuations = run_to_end(worker.run(call))
    probe = "tests.core.assistant.runtime.probing:forgetful"
    forgetful = Call(probe, {"function": "continuations"} | call.kwargs, call.silence_s)
    found: Continuations = run_to_end(worker.run(forgetful))
    assert found.texts == expected.texts
    assert found.read == 2 * (found.prompt_tokens - 1)  # once for each answer


def sampled(worker: Worker, model: str, requests: int, seed: int) -> tuple[int, dict[str, int]]:
    """(answers that are JSON of the schema, invalid by reason) of ``requests`` answers, hot ones included."""
    well_formed, reasons = 0, dict[str, int]()
    asked = 0
    while asked < requests:
        count = min(16, requests - asked)
        draw = random.Random(f"{seed} {asked}")
        prompts = diversified(NEAR, FAR, (draw.choice((0, 1, 2)),), sees=False)
        temperature = draw.choice((0.2, 0.7, 1.2, 2.0, 5.0))
        call = asking(model, answers=count, seed=draw.randrange(2**40), temperature=temperature)
        found: Answers = run_to_end(worker.run(Call(call.function, {**call.kwargs, "prompts": prompts})))
        for one in found.spoken:
            values = json.loads(one.text)
            well_formed += list(values) == ["latitude", "longitude"]
            inside = abs(values["latitude"]) <= 90 and abs(values["longitude"]) <= 180
            assert one.invalid == ("" if inside else "out of range")
            assert (one.lat is None) == (not inside)
            if one.invalid:
                reasons[one.invalid] = reasons.get(one.invalid, 0) + 1
        asked += count
    return well_formed, reasons


@pytest.mark.packs
def test_the_grammar_holds_at_any_temperature(worker: Worker, model: str, seed: int) -> None:
    assert sampled(worker, model, 8, seed)[0] == 8


@pytest.mark.packs
@pytest.mark.full
def test_the_grammar_holds_in_all_sampled_requests(
    worker: Worker, model: str, repeat: int, seed: int
) -> None:
    requests = max(100, repeat)
    well_formed, reasons = sampled(worker, model, requests, seed)
    print(f"\n{well_formed} of {requests} answers are JSON of the schema; dropped: {reasons or 'none'}")
    assert well_formed == requests


@pytest.mark.packs
def test_free_text_stands_as_written_up_to_its_limit(worker: Worker, model: str) -> None:
    more = {"schema": None, "max_tokens": 12, "temperature": 0.0}
    found: Continuations = run_to_end(worker.run(continued(model, [1, 2], "Tell a long story.", **more)))
    first, second = found.texts
    assert first.text
    assert (first.tokens, first.finish) == (12, "length")
    assert first.text == second.text  # at temperature 0 the seed decides nothing
    said = diversify.understood(
        prompts_g3.img2loc(NEAR, FAR, sees=False), 1, first.text, 1, cut=True, form="free"
    )
    assert (said.invalid, said.text) == ("cut off", first.text)


@pytest.mark.packs
def test_cancelling_leaves_the_worker_as_good_as_before(worker: Worker, model: str) -> None:
    expected: Answers = run_to_end(worker.run(asking(model, (1,), 1)))
    pid = worker.pid
    job = worker.run(asking(model, (0, 2), 20, seed=8))
    while not isinstance(next(job), Partial):
        pass
    job.close()
    reading_job = worker.run(asking(model, (5,), 1, seed=9))
    while not next(reading_job).text.startswith("reading the question"):
        pass
    reading_job.close()
    again: Answers = run_to_end(worker.run(asking(model, (1,), 1)))
    assert again.spoken == expected.spoken
    assert worker.pid == pid


@pytest.mark.packs
def test_what_cannot_be_done_is_said(worker: Worker, model: str) -> None:
    for more, text in (
        ({"picture": Picture("0" * 64, 2, 2, bytes(12))}, "reads text only: it cannot see the photograph"),
        ({"answers": 0}, "Between 1 and 64"),
        ({"temperature": -1.0}, "temperature lies between"),
        ({"context": 128}, "too long for the model"),
    ):
        with pytest.raises(InputError, match=text):
            run_to_end(worker.run(asking(model, **more)))
    with pytest.raises(PackHashMismatch):
        run_to_end(worker.run(asking(model, model_sha256="0" * 64)))
