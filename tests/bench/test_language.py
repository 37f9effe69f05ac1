"""`make bench`, geo-diversification: what reading each prompt once is worth, as ratios."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterator
from typing import Any

import pytest

from theodolite.assistant import diversify, llama
from theodolite.assistant.continuing import continuations
from theodolite.assistant.grammar import POINT, grammar
from theodolite.assistant.prompts_g3 import Prompt, diversified, ladder
from theodolite.jobs import run_to_end

pytestmark = [pytest.mark.bench, pytest.mark.packs]
ANSWERS = 5


@pytest.fixture(scope="module")
def model(starter: Any) -> Iterator[str]:
    yield str(starter("language-starter").one(".gguf"))
    llama.unload()
    gc.collect()


@pytest.fixture(scope="module")
def prompts() -> tuple[Prompt, ...]:
    draw = random.Random(5)
    near, far = ([(draw.uniform(-80, 80), draw.uniform(-180, 180)) for _ in range(15)] for _ in range(2))
    return diversified(near, far, ladder(4), sees=False)


def read_again(model: str, prompt: Prompt, seed: int) -> tuple[str, int]:
    """One answer to a prompt that is read from its beginning."""
    loaded = run_to_end(llama.opened(model, 4096))
    loaded.kept.clear()
    one = run_to_end(continuations(model, [{"role": "user", "content": prompt.asked}], [seed], schema=POINT))
    return one.texts[0].text, one.read


def by_the_library(model: str, prompt: Prompt, seed: int) -> int:
    """llama-cpp-python's own loop, with its prefix cache and its grammar; tokens written."""
    from llama_cpp import LlamaGrammar

    loaded = run_to_end(llama.opened(model, 4096))
    loaded.kept.clear()
    rules = grammar(POINT)
    answer = loaded.model.create_chat_completion(
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


def test_each_prompt_is_read_once(model: str, prompts: tuple[Prompt, ...]) -> None:
    run_to_end(llama.opened(model, 4096))
    pairs = [(prompt, number) for prompt in prompts for number in range(1, ANSWERS + 1)]
    seeds = {(prompt.number, n): diversify.seed_of(7, prompt.number, n) for prompt, n in pairs}

    started = time.process_time()
    ours = run_to_end(diversify.ask(model, prompts, ANSWERS, 7))
    once = time.process_time() - started

    started = time.process_time()
    again = [read_again(model, prompt, seeds[prompt.number, n]) for prompt, n in pairs]
    each = time.process_time() - started

    started = time.process_time()
    written = sum(by_the_library(model, prompt, seeds[prompt.number, n]) for prompt, n in pairs)
    library = time.process_time() - started

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
