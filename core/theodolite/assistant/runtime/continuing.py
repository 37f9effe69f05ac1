"""Several answers to one prompt: the prompt is read once, each answer continues from there.

Every answer depends on the model file, the prompt, its own seed and the thread count, and on nothing that was
asked before (see :mod:`planning`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.assistant.request import Request
from theodolite.assistant.runtime import evaluating
from theodolite.assistant.runtime.planning import tokens_of
from theodolite.assistant.runtime.sampling import Sampler
from theodolite.assistant.runtime.speaking import Written, prepared, write
from theodolite.domain.assistant import Finish
from theodolite.errors import InputError
from theodolite.jobs import Job
from theodolite.workers import Partial

ASKING = "asking the language model"


@dataclass(frozen=True, slots=True)
class Continued:
    """One answer, verbatim. ``finish``: 'stop' when the model ended it, 'length' when the limit cut it."""

    text: str
    tokens: int
    seed: int
    finish: Finish


@dataclass(frozen=True, slots=True)
class Continuations:
    """``read``: tokens of the prompt that were evaluated, the repeated last one apart; the rest was kept.
    ``encoded``: images run through the projector."""

    texts: tuple[Continued, ...]
    model_sha256: str
    projector_sha256: str
    prompt_tokens: int
    read: int
    encoded: int


def continuations(request: Request, seeds: Sequence[int]) -> Job[Continuations]:
    """One answer a seed to ``request`` (whose own seed is not used); yields Partial(Continued) after each.

    Plain sampling at the temperature (0: the likeliest token), no other filter. Raises what
    :func:`speaking.speak` raises.
    """
    if not seeds:
        raise InputError("Nothing to write: no seeds.")
    asked = yield from prepared(request)
    loaded, body = asked.loaded, asked.steps[:-1]
    read = tokens_of(body) - (yield from evaluating.read(loaded, asked.steps, fresh=request.fresh))
    texts: list[Continued] = []
    for seed in seeds:
        if texts:
            read += yield from evaluating.back(loaded, asked.steps)
        gbnf = None if asked.rules is None else asked.rules.gbnf
        sampler = Sampler(loaded.native, gbnf, request.temperature, seed, plain=True)
        try:
            one: Written = yield from write(asked, sampler, f"{ASKING} (tokens)")
        finally:
            sampler.close()
        texts.append(Continued(one.text, one.tokens, seed, one.finish))
        yield Partial(texts[-1], text=f"{ASKING} (answers)", done=len(texts), total=len(seeds))
    sight = loaded.projector
    return Continuations(
        tuple(texts),
        loaded.sha256,
        "" if sight is None else sight.sha256,
        asked.prompt_tokens,
        read,
        asked.encoded,
    )
