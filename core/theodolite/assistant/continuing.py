"""Several answers to one prompt: the prompt is read once, each answer continues from there.

Runs in the language worker. Every answer depends on the model file, the prompt, its own seed and the thread
count, and on nothing that was asked before. That holds to the bit because of how tokens are evaluated: the
prompt but for its last token in parts of a fixed size, counted from its beginning; the last token alone
before each answer. A beginning shared with the prompt before is kept in whole parts only, so a kept part was
evaluated in the very batch that it would be evaluated in again.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from theodolite.assistant import llama
from theodolite.assistant.grammar import Schema, grammar
from theodolite.errors import InputError, TheodoliteError
from theodolite.jobs import Job, Progress
from theodolite.workers import Partial


@dataclass(frozen=True, slots=True)
class Continued:
    """One answer, verbatim. ``finish``: 'stop' when the model ended it, 'length' when the limit cut it."""

    text: str
    tokens: int
    seed: int
    finish: Literal["stop", "length"]


@dataclass(frozen=True, slots=True)
class Continuations:
    """``read``: tokens of the prompt that were evaluated, the repeated last one apart; the rest was kept."""

    texts: tuple[Continued, ...]
    model_sha256: str
    prompt_tokens: int
    read: int


def continuations(
    model_path: str,
    messages: Sequence[llama.Message],
    seeds: Sequence[int],
    *,
    schema: Schema | None = None,
    max_tokens: int | None = None,
    temperature: float = 0.7,
    image: bytes | None = None,
    context: int = 4096,
    expected_sha256: str | None = None,
) -> Job[Continuations]:
    """One answer a seed to ``messages``; yields Partial(Continued) after each.

    Plain sampling at ``temperature`` (0: the likeliest token), no other filter. ``schema`` forces the form of
    the answer; ``max_tokens`` is then by default what the longest complete answer needs.
    Raises InputError where something is missing or does not fit, and what :func:`llama.opened` raises.
    """
    llama.refuse_image(model_path, image)
    rules = None if schema is None else grammar(schema)
    limit = max_tokens if max_tokens is not None else rules.budget if rules is not None else 0
    if limit < 1 or not seeds or not messages:
        raise InputError("Nothing to write: no messages, no seeds, or no tokens allowed.")
    if not 0.0 <= temperature <= 5.0:
        raise InputError(f"A temperature lies between 0 and 5, not at {temperature:g}.")
    loaded = yield from llama.opened(model_path, context, expected_sha256)
    prompt, stops = llama.prompt_tokens(loaded, messages, limit)
    body, last = prompt[:-1], prompt[-1]
    read = yield from _read(loaded, body)
    texts: list[Continued] = []
    for seed in seeds:
        if not _rewound(loaded.model, len(body)):
            loaded.kept.clear()
            read += yield from _read(loaded, body)
        sampler = _Sampler(loaded.model, None if rules is None else rules.gbnf, temperature, seed)
        try:
            one = yield from _write(loaded.model, sampler, last, limit, stops, seed)
        finally:
            sampler.close()
        texts.append(one)
        yield Partial(one, text="asking the language model (answers)", done=len(texts), total=len(seeds))
    return Continuations(tuple(texts), loaded.sha256, len(prompt), read)


def _read(loaded: llama.Loaded, body: list[int]) -> Job[int]:
    """Evaluate what is not kept of ``body``; how many tokens that were."""
    model, part = loaded.model, llama.PROMPT_PART
    kept = _common(loaded.kept, body)
    if not len(body) == len(loaded.kept) == kept:
        kept -= kept % part
    loaded.kept.clear()  # what a cancel leaves behind is not known to be whole
    if not _rewound(model, kept):
        model._ctx.kv_cache_clear()
        model.n_tokens = kept = 0
    for start in range(kept, len(body), part):
        yield Progress("reading the question (tokens)", start, len(body))
        model.eval(body[start : start + part])
    loaded.kept.extend(body)
    return len(body) - kept


def _rewound(model: Any, count: int) -> bool:
    """Forget everything after the first ``count`` tokens. Not every architecture can: a recurrent state holds
    all that was read, and then the prompt is read again for every answer."""
    model.n_tokens = count
    return bool(model._ctx.kv_cache_seq_rm(-1, count, -1))


def _common(first: Sequence[int], second: Sequence[int]) -> int:
    """How many leading tokens two sequences share."""
    shortest = min(len(first), len(second))
    return next((at for at in range(shortest) if first[at] != second[at]), shortest)


def _write(
    model: Any, sampler: _Sampler, last: int, limit: int, stops: list[str], seed: int
) -> Job[Continued]:
    """Evaluate ``last``, the last token of the prompt, and sample from there."""
    token, written, data = last, 0, b""
    finish: Literal["stop", "length"] = "length"
    while written < limit:
        model.eval([token])
        token = sampler.draw()
        if _ends(model, token):
            finish = "stop"
            break
        written += 1
        data += _piece(model, token)
        cut = _stopped(data, stops)
        if cut is not None:
            data, finish = cut, "stop"
            break
        yield Progress("asking the language model (tokens)", written, limit)
    return Continued(data.decode("utf-8", "replace"), written, seed, finish)


def _piece(model: Any, token: int) -> bytes:
    """The bytes of a token; special tokens have none. (The library's own call returns its whole buffer.)"""
    import llama_cpp

    size = 64
    while True:
        buffer = ctypes.create_string_buffer(size)
        length = llama_cpp.llama_token_to_piece(model._model.vocab, token, buffer, size, 0, False)
        if length >= 0:
            return buffer.raw[:length]
        size = -length


def _ends(model: Any, token: int) -> bool:
    import llama_cpp

    return bool(llama_cpp.llama_vocab_is_eog(model._model.vocab, token))


def _stopped(data: bytes, stops: Sequence[str]) -> bytes | None:
    """``data`` up to the first string that ends an answer, None while there is none."""
    found = [at for stop in stops if (at := data.find(stop.encode())) >= 0]
    return data[: min(found)] if found else None


class _Sampler:
    """Draws tokens by the model's probabilities at a temperature, restricted to a grammar where there is one.

    Asking the grammar about the whole vocabulary costs ten times as much as a draw. So a token is drawn
    without it, and only when the grammar refuses that one it is drawn again from what the grammar allows:
    p(x) + P(refused) p(x) / P(allowed) = p(x) / P(allowed), the restricted distribution.
    """

    def __init__(self, model: Any, gbnf: str | None, temperature: float, seed: int) -> None:
        import llama_cpp
        from llama_cpp import _internals

        self._model, self._c, self._rule = model, llama_cpp, None
        make: Any = _internals.LlamaSampler  # untyped
        self._chain = make()
        self._all: Any = _internals.LlamaTokenDataArray(n_vocab=model.n_vocab())
        if temperature == 0.0:
            self._chain.add_greedy()
        else:
            self._chain.add_temp(temperature)
            self._chain.add_dist(seed)
        if gbnf is None:
            return
        self._rule = llama_cpp.llama_sampler_init_grammar(model._model.vocab, gbnf.encode(), b"root")
        if not self._rule:
            self.close()
            raise TheodoliteError("llama.cpp does not accept the grammar of the answer.")

    def draw(self) -> int:
        """The next token after the one evaluated last."""
        token = int(self._chain.sample(self._model._ctx))
        if self._rule is None:
            return token
        if not self._allowed(token):
            token = self._restricted()
        if not _ends(self._model, token):
            self._c.llama_sampler_accept(self._rule, token)
        return token

    def _allowed(self, token: int) -> bool:
        one = (self._c.llama_token_data * 1)(self._c.llama_token_data(token, 0.0, 0.0))
        array = self._c.llama_token_data_array(data=one, size=1, selected=-1, sorted=False)
        self._c.llama_sampler_apply(self._rule, ctypes.byref(array))
        return one[0].logit > -math.inf

    def _restricted(self) -> int:
        logits = self._model._ctx.get_logits_ith(-1)
        self._all.copy_logits(np.ctypeslib.as_array(logits, shape=(self._model.n_vocab(),)))
        found = self._all.candidates
        found.selected = -1
        for sampler in (self._rule, self._chain.sampler):
            self._c.llama_sampler_apply(sampler, ctypes.byref(found))
        return int(found.data[found.selected].id)

    def close(self) -> None:
        self._chain.close()
        if self._rule is not None:
            self._c.llama_sampler_free(self._rule)
            self._rule = None
