"""`make bench`, the language worker: against llama-cpp-python's own loop, and what is not evaluated twice."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.core.assistant.runtime import probing
from theodolite.assistant import diversify
from theodolite.assistant.grammar import POINT, grammar
from theodolite.assistant.prompts_g3 import Prompt, diversified, ladder
from theodolite.assistant.request import ModelFiles, Ours, Quoted, Reply, Request, Turn
from theodolite.assistant.runtime import continuations, loading, unload
from theodolite.jobs import run_to_end
from theodolite.workers import Call, Worker

pytestmark = [pytest.mark.bench, pytest.mark.packs]
ANSWERS = 5


@pytest.fixture(scope="module")
def files(starter: Any) -> Iterator[ModelFiles]:
    yield ModelFiles(str(starter("language-starter").one(".gguf")))
    unload()
    gc.collect()


@pytest.fixture(scope="module")
def prompts() -> tuple[Prompt, ...]:
    draw = random.Random(5)
    near, far = ([(draw.uniform(-80, 80), draw.uniform(-180, 180)) for _ in range(15)] for _ in range(2))
    return diversified(near, far, ladder(4), sees=False)


def asking(files: ModelFiles, text: str, **more: Any) -> Request:
    return Request(files, (Turn("user", (Ours(text),)),), **more)


def test_tokens_a_second_beside_the_library(files: ModelFiles) -> None:
    """Ours through the worker and its pipe; theirs the bare loop in the same process, by turns.

    Held to the bar by processor time, which other work on the machine does not lengthen as it does the clock.
    """
    request = asking(files, "Tell a long story about a tower.", max_tokens=96, temperature=0.0)
    with Worker("language") as worker:
        call = Call("tests.core.assistant.runtime.probing:race", {"request": request, "rounds": 9})
        found: list[probing.Race] = run_to_end(worker.run(call))
    print()
    shares = {}
    for name in ("clock", "processor"):
        ours, theirs = (1 / statistics.median(getattr(one, name)[n] for one in found) for n in (0, 1))
        shares[name] = ours / theirs
        print(
            f"tokens a second by the {name}: {ours:.1f}, llama-cpp-python's loop {theirs:.1f}: "
            f"{ours / theirs:.1%} (bar 95 %)"
        )
    assert shares["processor"] >= 0.95


def test_a_follow_up_evaluates_little_again(files: ModelFiles) -> None:
    draw = random.Random(3)
    notes = " ".join(f"Note {n}: sign {draw.randrange(1000)}." for n in range(190))
    turns = (Turn("user", (Quoted(notes), Ours(" What is said most?"))),)
    with Worker("language") as worker:

        def spoken(request: Request) -> Reply:
            call = Call("theodolite.assistant.runtime:speak", {"request": request}, silence_s=600)
            found: Reply = run_to_end(worker.run(call))
            return found

        request = Request(files, turns, max_tokens=24)
        first = spoken(request)
        more = (Turn("assistant", (Quoted(first.text),)), Turn("user", (Ours("And what else?"),)))
        second = spoken(replace(request, turns=(*turns, *more)))
        fresh = spoken(replace(request, turns=(*turns, *more), fresh=True))
    again = first.prompt_tokens - second.kept
    print(
        f"\nfirst prompt {first.prompt_tokens} tokens; the follow-up evaluates {again} of them again "
        f"({again / first.prompt_tokens:.1%}, bar 10 %) and {second.read} in all\n"
        f"  first token after {second.first_token_s:.2f} s instead of {fresh.first_token_s:.2f} s"
    )
    assert first.prompt_tokens >= 1500
    assert again <= 0.1 * first.prompt_tokens
    assert second.text == fresh.text


def read_again(files: ModelFiles, prompt: Prompt, seed: int) -> tuple[str, int]:
    """One answer to a prompt that is read from its beginning."""
    request = asking(files, prompt.asked, schema=POINT, temperature=0.7, fresh=True)
    one = run_to_end(continuations(request, [seed]))
    return one.texts[0].text, one.read


def by_the_library(files: ModelFiles, prompt: Prompt, seed: int) -> int:
    """llama-cpp-python's own loop, with its prefix cache and its grammar; tokens written."""
    from llama_cpp import LlamaGrammar

    loaded = run_to_end(loading.opened(files, 4096))
    loaded.live.clear()
    rules = grammar(POINT)
    answer = loaded.native.llama.create_chat_completion(
        [{"role": "user", "content": prompt.asked}],
        max_tokens=rules.budget,
        temperature=0.7,
        top_p=1.0,
        top_k=0,
        min_p=0.0,
        repeat_penalty=1.0,
        seed=seed,
        grammar=LlamaGrammar.from_string(rules.gbnf),
    )
    return int(answer["usage"]["completion_tokens"])


def test_each_prompt_is_read_once(files: ModelFiles, prompts: tuple[Prompt, ...]) -> None:
    run_to_end(loading.opened(files, 4096))
    probing.forget()
    pairs = [(prompt, number) for prompt in prompts for number in range(1, ANSWERS + 1)]
    seeds = {(prompt.number, n): diversify.seed_of(7, prompt.number, n) for prompt, n in pairs}

    started = time.process_time()
    ours = run_to_end(diversify.ask(files.model, prompts, ANSWERS, 7))
    once = time.process_time() - started

    started = time.process_time()
    again = [read_again(files, prompt, seeds[prompt.number, n]) for prompt, n in pairs]
    each = time.process_time() - started

    probing.forget()
    started = time.process_time()
    written = sum(by_the_library(files, prompt, seeds[prompt.number, n]) for prompt, n in pairs)
    library = time.process_time() - started
    probing.forget()

    assert [text for text, _ in again] == [one.text for one in ours.spoken]  # and the same to the letter
    read = sum(count for _, count in again)
    print(
        f"\n{len(prompts)} prompts x {ANSWERS} answers: {ours.read} prompt tokens read instead of {read} "
        f"({read / ours.read:.1f} times fewer)\n"
        f"  processor time, prompts read anew for every answer: {each / once:.2f} times ours\n"
        f"  processor time, the library's own loop, a token written: "
        f"{(library / written) / (once / ours.written):.2f} times ours"
    )
    assert read / ours.read > ANSWERS * 0.9
    assert each > once
