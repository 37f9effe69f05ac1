"""Geo-diversification (G3): K prompts, each answered N times by the language model under a grammar.

:func:`ask` runs in the language worker and reads each prompt once, however many answers it gives. Everything
else here is pure. Nothing a model writes is believed: an answer is text, a point where it reads as one, or
the reason why it does not.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.assistant import reading
from theodolite.assistant.grammar import POINT
from theodolite.assistant.prompts_g3 import Prompt
from theodolite.assistant.request import ModelFiles, Ours, Part, Picture, Request, Turn
from theodolite.assistant.runtime import continuations
from theodolite.domain import Spoken
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress

Form = Literal["json", "free"]

MOST_ANSWERS = 64
FREE_TOKENS = 300  # Img2Loc code


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to all prompts, in order. ``prompt_tokens``: what the prompts hold together; ``read``: how
    many of those were evaluated, once a prompt, less beginnings that prompts share; ``written``: tokens of
    the answers. ``sees``: whether the photograph was shown to the model."""

    spoken: tuple[Spoken, ...]
    model_sha256: str
    sees: bool
    prompt_tokens: int
    read: int
    written: int


def seed_of(seed: int, prompt: int, number: int) -> int:
    """The seed of answer ``number`` to prompt ``prompt``: below 2^31, different for every pair of one run."""
    if not (1 <= prompt < 1000 and 1 <= number < 1000):
        raise InputError("Prompts and answers are numbered from 1 to 999.")
    start = int.from_bytes(hashlib.sha256(f"answers {seed}".encode()).digest()[:8], "big")
    return (start + 1000 * prompt + number) % 2**31


def understood(
    prompt: Prompt, number: int, text: str, seed: int, *, cut: bool, form: Form = "json"
) -> Spoken:
    """What the model wrote, with its point or the reason why it is none."""
    read = (reading.json_point if form == "json" else reading.free_point)(text, cut=cut)
    point = read if isinstance(read, tuple) else (None, None)
    return Spoken(
        prompt=prompt.number,
        number=number,
        asked=prompt.asked,
        references=prompt.references,
        text=text,
        seed=seed,
        lat=point[0],
        lon=point[1],
        invalid="" if isinstance(read, tuple) else read,
    )


def invalid_counts(spoken: Sequence[Spoken]) -> tuple[tuple[str, int], ...]:
    """('answers', all), ('invalid answers', those dropped) and ('invalid: <reason>', n) a reason."""
    reasons = Counter(one.invalid for one in spoken if one.invalid)
    named = ((f"invalid: {reason}", reasons[reason]) for reason in reading.REASONS if reasons[reason])
    return ("answers", len(spoken)), ("invalid answers", sum(reasons.values())), *named


def ask(
    model_path: str,
    prompts: Sequence[Prompt],
    answers: int,
    seed: int,
    *,
    temperature: float = 0.7,
    form: Form = "json",
    picture: Picture | None = None,
    projector: str = "",
    context: int = 4096,
    model_sha256: str = "",
    projector_sha256: str = "",
) -> Job[Answers]:
    """Every prompt answered ``answers`` times, in the language worker.

    ``form``: 'json' forces {"latitude", "longitude"} by a grammar, 'free' lets 300 tokens of text stand.
    ``picture``: what every prompt shows first; it is encoded once. ``*_sha256``: what the pack names, if any.
    Raises InputError for a ``picture`` that the model cannot see or for prompts that do not fit, and what
    loading a model raises.
    """
    if not 1 <= answers <= MOST_ANSWERS:
        raise InputError(f"Between 1 and {MOST_ANSWERS} answers a prompt can be asked for, not {answers}.")
    files = ModelFiles(model_path, projector, model_sha256, projector_sha256)
    spoken: list[Spoken] = []
    sha256, tokens, read, written = "", 0, 0, 0
    for prompt in prompts:
        yield Progress("asking the language model (answers)", len(spoken), len(prompts) * answers)
        seeds = [seed_of(seed, prompt.number, number) for number in range(1, answers + 1)]
        parts: tuple[Part, ...] = (Ours(prompt.asked),) if picture is None else (picture, Ours(prompt.asked))
        request = Request(
            files,
            (Turn("user", parts),),
            temperature=temperature,
            max_tokens=None if form == "json" else FREE_TOKENS,
            schema=POINT if form == "json" else None,
            context=context,
        )
        given = yield from continuations(request, seeds)
        sha256, tokens, read = given.model_sha256, tokens + given.prompt_tokens, read + given.read
        for number, one in enumerate(given.texts, start=1):
            written += one.tokens
            cut = one.finish == "length"
            spoken.append(understood(prompt, number, one.text, seeds[number - 1], cut=cut, form=form))
    return Answers(tuple(spoken), sha256, picture is not None, tokens, read, written)
