"""Writing in other letters, in Latin ones: run in a worker, because the library is slow to load."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.jobs import Job, Progress

#: Longer text is romanised up to here.
MOST_LETTERS = 2000
STEP = 50


def romanise(texts: Sequence[str]) -> Job[dict[str, str]]:
    """Text -> its Latin form, '' where nothing can romanise it; a job of a worker.

    By theodolite.clues.romanise: letters, not sounds, and never evidence.
    """
    from theodolite.clues.romanise import romanised

    found: dict[str, str] = {}
    for number, text in enumerate(texts):
        if number % STEP == 0:
            yield Progress("Writing in Latin letters", number, len(texts))
        found[text] = romanised(text[:MOST_LETTERS])[0]
    return found
