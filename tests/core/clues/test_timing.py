"""Each second of an examination belongs to one source."""

from __future__ import annotations

import time

import pytest

from theodolite.clues.timing import Stopwatch

pytestmark = pytest.mark.alone


def test_time_within_another_source_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 3.0, 3.5, 4.5, 10.0])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    watch = Stopwatch()
    with watch.of("text"):
        with watch.of("place"):
            pass
        with watch.of("place"):
            pass
    assert watch.seconds == {"place": 3.0, "text": 7.0}
    assert [(run.source, run.seconds) for run in watch.runs(())] == [("place", 3.0), ("text", 7.0)]
