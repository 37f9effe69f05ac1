"""Bringing a prompt into the model's memory: what is kept there stays, the rest is evaluated."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.assistant.runtime import pictures
from theodolite.assistant.runtime.keeping import Kept, worth
from theodolite.assistant.runtime.loading import Loaded
from theodolite.assistant.runtime.planning import Shown, Step, shared, tokens_of
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress

READING = "reading the question (tokens)"


def read(loaded: Loaded, steps: Sequence[Step], *, fresh: bool = False) -> Job[int]:
    """Evaluate all batches but the last, which is written from; how many tokens were kept.

    Every part is a cancel point; a cancelled part leaves the parts before it.
    """
    body = steps[:-1]
    if fresh:
        forget(loaded)
    else:
        _prepare(loaded, body)
    kept = shared(loaded.live, body)
    if not _rewind(loaded, kept, steps):
        kept = 0
    total, done = tokens_of(steps), tokens_of(loaded.live)
    found = done
    for step in body[kept:]:
        yield Progress(READING, done, total)
        yield from _evaluate(loaded, step)
        loaded.live.append(step)
        done += step.batch.count
    return found


def back(loaded: Loaded, steps: Sequence[Step]) -> Job[int]:
    """Be again at the end of what :func:`read` evaluated, after an answer; how many tokens had to be
    evaluated again, where the architecture cannot forget an answer."""
    if _rewind(loaded, len(steps) - 1, steps):
        return 0
    return tokens_of(steps[:-1]) - (yield from read(loaded, steps))


def forget(loaded: Loaded) -> None:
    """Empty the model's memory. Other beginnings stay kept."""
    loaded.live.clear()
    loaded.native.clear()


def _rewind(loaded: Loaded, count: int, steps: Sequence[Step]) -> bool:
    """Forget all but the first ``count`` batches; False, and all forgotten, where that cannot be."""
    del loaded.live[count:]
    if loaded.native.rewind(steps[count].batch.start):
        return True
    loaded.live.clear()
    return False


def _prepare(loaded: Loaded, body: Sequence[Step]) -> None:
    """Bring the kept beginning that has most of ``body`` into memory, and keep what it takes the place of."""
    here = shared(loaded.live, body)
    entry, there = loaded.store.best(body)
    if worth(loaded.live[here:]) and not loaded.store.holds(loaded.live):
        _keep(loaded)
    if entry is not None and worth(entry.steps[here:there]):
        loaded.live.clear()
        if loaded.native.restore(entry.state):
            loaded.live.extend(entry.steps)


def _keep(loaded: Loaded) -> None:
    """Keep what is evaluated, without the answer written after it."""
    if not loaded.native.rewind(loaded.live[-1].end):
        loaded.live.clear()
    elif loaded.store.room_for(loaded.native.state_size()):
        loaded.store.add(Kept(tuple(loaded.live), loaded.native.state()))


def _evaluate(loaded: Loaded, step: Step) -> Job[None]:
    """One batch. Stopped in its middle by a cancel, it leaves those before it."""
    native = loaded.native
    native.abortable(True)
    try:
        whole = (
            pictures.evaluate(loaded, step)
            if isinstance(step.piece, Shown)
            else native.evaluate(step.piece.tokens, step.batch.start)
        )
    except BaseException:
        forget(loaded)
        raise
    finally:
        native.abortable(False)
    if not whole:
        if not native.rewind(step.batch.start):
            loaded.live.clear()
        yield Progress(READING)  # here a cancelled request ends
        raise TheodoliteError("The language model was stopped while it read the question.")
