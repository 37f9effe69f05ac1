"""Looks into the language worker, for tests: what is evaluated, and with which bits."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from theodolite.assistant.request import ModelFiles, Reply, Request
from theodolite.assistant.runtime import evaluating, loading, pictures, planning, sampling, speaking
from theodolite.assistant.runtime.native import Native
from theodolite.assistant.runtime.planning import Words
from theodolite.domain.assistant import Batch
from theodolite.jobs import Job


def logits(request: Request) -> Job[NDArray[np.float32]]:
    """What the model would draw its first token from, [vocabulary]."""
    asked = yield from speaking.prepared(request)
    yield from evaluating.read(asked.loaded, asked.steps, fresh=request.fresh)
    last = asked.steps[-1]
    assert isinstance(last.piece, Words)
    asked.loaded.native.next(last.piece.tokens[0], last.batch.start)
    return asked.loaded.native.logits()


def tokens(files: ModelFiles, text: str, special: bool) -> Job[tuple[int, ...]]:
    loaded = yield from loading.opened(files, 2048)
    return loaded.native.tokens(text, special=special)


def outside(files: ModelFiles, texts: Sequence[str]) -> Job[list[tuple[tuple[int, ...], bytes]]]:
    """Each of ``texts`` as text from outside: its tokens, and what these spell with special ones in words."""
    import llama_cpp

    native = (yield from loading.opened(files, 512)).native
    buffer = ctypes.create_string_buffer(256)
    found = []
    for text in texts:
        tokens, spelled = native.tokens(text, special=False), b""
        for token in tokens:
            count = llama_cpp.llama_token_to_piece(native.vocab, token, buffer, len(buffer), 0, True)
            spelled += buffer.raw[:count]
        found.append((tokens, spelled))
    return found


def prompt(request: Request) -> Job[tuple[int, ...]]:
    """All tokens of a request, those of images left out."""
    asked = yield from speaking.prepared(request)
    return tuple(
        token for step in asked.steps if isinstance(step.piece, Words) for token in step.piece.tokens
    )


def forget() -> None:
    """As a worker that was just started, with the model loaded already."""
    if loading._loaded is not None:
        evaluating.forget(loading._loaded)
        loading._loaded.store.entries.clear()


def encodes(request: Request) -> Job[int]:
    """Images run through the projector of the model of ``request`` since it was loaded."""
    loaded = yield from loading.opened(request.files, request.context)
    return 0 if loaded.projector is None else loaded.projector.encodes


def kept() -> tuple[int, int]:
    """Beginnings kept by the model that is loaded, and their bytes."""
    assert loading._loaded is not None
    return len(loading._loaded.store.entries), loading._loaded.store.bytes


def bounded(most: int) -> int:
    """Let kept beginnings take that many bytes; how many they could take before."""
    assert loading._loaded is not None
    before, loading._loaded.store.most = loading._loaded.store.most, most
    return before


def with_few_vectors(request: Request) -> Job[Reply]:
    """Answered where vectors of pictures have no room beyond those in use."""
    with mock.patch.object(pictures.bound, "__defaults__", (0,)):
        return (yield from speaking.speak(request))


def forgetful(function: str, **kwargs: Any) -> Job[Any]:
    """Run ``function`` of the runtime with a model that cannot forget tokens, as recurrent ones cannot:
    removing tokens is refused, and nothing is removed."""
    from theodolite.assistant import runtime

    forget()
    with mock.patch.object(Native, "_removed", return_value=False):
        found = yield from getattr(runtime, function)(**kwargs)
    forget()
    return found


def plan(request: Request, part: int) -> Job[tuple[Batch, ...]]:
    """The batches of a request in parts of another size."""
    asked = yield from speaking.prepared(request)
    return tuple(step.batch for step in planning.steps([step.piece for step in asked.steps], part))


@dataclass(frozen=True, slots=True)
class Race:
    """Seconds a token: by the clock, and of processor time of the worker, ours and theirs."""

    clock: tuple[float, float]
    processor: tuple[float, float]


def race(request: Request, rounds: int) -> Job[list[Race]]:
    """Ours and llama-cpp-python's own plain loop, by turns, on the same prompt, which both have read.

    Ours is the whole path with every piece sent on; the library's is ``Llama.generate`` with the same filters
    and nothing done with its tokens.
    """
    found = []
    run = yield from speaking.speak(request)
    for _ in range(rounds):
        mine = _clocks()
        reply = yield from speaking.speak(request)
        ours = _since(mine, reply.tokens)
        assert (reply.kept, reply.tokens) == (reply.prompt_tokens - 1, run.tokens)
        asked = yield from speaking.prepared(request)
        prompt = [t for step in asked.steps if isinstance(step.piece, Words) for t in step.piece.tokens]
        llama = asked.loaded.native.llama
        evaluating.forget(asked.loaded)
        llama.reset()
        loop = llama.generate(
            prompt, temp=request.temperature, repeat_penalty=sampling.REPEAT_PENALTY, top_k=sampling.TOP_K
        )
        next(loop)  # the prompt is read
        theirs = _clocks()
        for _ in range(reply.tokens):
            next(loop)
        library = _since(theirs, reply.tokens)
        loop.close()
        evaluating.forget(asked.loaded)
        yield from evaluating.read(asked.loaded, asked.steps)
        found.append(Race((ours[0], library[0]), (ours[1], library[1])))
    return found


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _since(start: tuple[float, float], tokens: int) -> tuple[float, float]:
    now = _clocks()
    return (now[0] - start[0]) / tokens, (now[1] - start[1]) / tokens
