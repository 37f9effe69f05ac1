"""One text: the request is read, and the answer streamed as it is written."""

from __future__ import annotations

import codecs
import time
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.assistant.grammar import Grammar, grammar
from theodolite.assistant.request import Ours, Picture, Reply, Request
from theodolite.assistant.runtime import evaluating, loading, pictures, rendering
from theodolite.assistant.runtime.loading import Loaded
from theodolite.assistant.runtime.planning import Piece, Step, Words, repeated, steps, total
from theodolite.assistant.runtime.sampling import Sampler
from theodolite.domain.assistant import Finish
from theodolite.errors import InputError
from theodolite.jobs import Job
from theodolite.workers import Partial, threads

WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request made ready: the model, the batches, the form of the answer and its greatest length."""

    loaded: Loaded
    steps: tuple[Step, ...]
    rules: Grammar | None
    limit: int
    prompt_tokens: int
    encoded: int
    load_s: float


@dataclass(frozen=True, slots=True)
class Written:
    text: str
    tokens: int
    finish: Finish
    first_s: float


def speak(request: Request) -> Job[Reply]:
    """Answer ``request``; yields Partial(piece of text) a token while writing, Progress before.

    ``first_token_s`` counts from when the model was loaded, ``write_s`` from when the prompt was read.
    Raises InputError for a picture that the model cannot see, for a request that does not fit, and for a
    ``plan`` that is not one of this request; and what :func:`loading.opened` raises.
    """
    asked = yield from prepared(request)
    started = time.perf_counter()
    loaded = asked.loaded
    kept = yield from evaluating.read(loaded, asked.steps, fresh=request.fresh)
    gbnf = None if asked.rules is None else asked.rules.gbnf
    sampler = Sampler(loaded.native, gbnf, request.temperature, request.seed, plain=asked.rules is not None)
    begun = time.perf_counter()
    try:
        written = yield from write(asked, sampler)
    finally:
        sampler.close()
    return Reply(
        text=written.text,
        finish=written.finish,
        seed=request.seed,
        sees=any(isinstance(part, Picture) for turn in request.turns for part in turn.parts),
        model_sha256=loaded.sha256,
        projector_sha256="" if loaded.projector is None else loaded.projector.sha256,
        prompt_tokens=asked.prompt_tokens,
        kept=kept,
        read=asked.prompt_tokens - kept,
        encoded=asked.encoded,
        tokens=written.tokens,
        load_s=asked.load_s,
        first_token_s=written.first_s - started,
        write_s=time.perf_counter() - begun,
        gpu_layers=loaded.gpu_layers,
        threads=threads(),
        build=loading.build(),
        plan=tuple(step.batch for step in asked.steps),
        note=loaded.note,
    )


def prepared(request: Request) -> Job[Asked]:
    """The model loaded, the pictures encoded, the prompt in batches; nothing is evaluated yet."""
    rules = None if request.schema is None else grammar(request.schema)
    limit = request.max_tokens if request.max_tokens is not None else rules.budget if rules is not None else 0
    if limit < 1 or not request.turns:
        raise InputError("Nothing to write: no messages, or no tokens allowed.")
    shown = [part for turn in request.turns for part in turn.parts if isinstance(part, Picture)]
    if shown:
        pictures.refuse(request.files)
    begun = time.perf_counter()
    was_loaded = loading.is_loaded(request.files, request.context)
    loaded = yield from loading.opened(request.files, request.context)
    if shown:
        yield from pictures.projector(loaded, request.files)
    load_s = 0.0 if was_loaded else time.perf_counter() - begun
    prompt: list[Piece] = []
    encoded = 0
    begin = loaded.native.beginning()
    for number, part in enumerate(rendering.pieces(loaded.template, request.turns)):
        if isinstance(part, Picture):
            found, anew = yield from pictures.pieces(loaded, part)
            prompt += found
            encoded += anew
        else:
            tokens = loaded.native.tokens(part.text, special=isinstance(part, Ours))
            if not number and tokens[:1] != begin:
                tokens = begin + tokens
            prompt.append(Words(tokens))
    pictures.bound(loaded, prompt)
    space, count = loaded.native.size - limit, total(prompt)
    if count > space:
        raise InputError(f"The text is too long for the model: {count} tokens, {max(0, space)} fit.")
    batches = repeated(prompt, request.plan) if request.plan else steps(prompt)
    most = loaded.native.most
    if any(isinstance(step.piece, Words) and step.batch.count > most for step in batches):
        raise InputError(
            f"This request cannot be repeated: this model was loaded for batches of {most} tokens."
        )
    return Asked(loaded, batches, rules, limit, count, encoded, load_s)


def write(asked: Asked, sampler: Sampler, progress: str = WRITING) -> Job[Written]:
    """Evaluate the end of the prompt and write from there; every token is a cancel point.

    Nothing of what is written stays in ``live``: the next request evaluates it again, as part of its prompt.
    """
    native = asked.loaded.native
    token, position = _last(asked.steps)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    pieces: list[str] = []
    finish: Finish = "length"
    first_s = 0.0
    while len(pieces) < asked.limit:
        native.next(token, position)
        token, position = sampler.draw(), position + 1
        first_s = first_s or time.perf_counter()
        if native.ends(token):
            finish = "stop"
            break
        pieces.append(decoder.decode(native.piece(token)))
        yield Partial(pieces[-1], text=progress, done=len(pieces), total=asked.limit)
    rest = decoder.decode(b"", final=True)
    if rest:
        yield Partial(rest, text=progress, done=len(pieces), total=asked.limit)
    return Written("".join(pieces) + rest, len(pieces), finish, first_s)


def _last(batches: Sequence[Step]) -> tuple[int, int]:
    """The last token of the prompt, alone in its batch, and its position."""
    step = batches[-1]
    if not isinstance(step.piece, Words) or len(step.piece.tokens) != 1:
        raise InputError("The recorded evaluation plan does not end with one token.")
    return step.piece.tokens[0], step.batch.start
