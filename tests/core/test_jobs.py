"""Jobs are plain generators; closing one cancels it."""

from __future__ import annotations

from theodolite.jobs import Job, Progress, run_to_end


def count(to: int, seen: list[int]) -> Job[str]:
    try:
        for number in range(to):
            yield Progress("counting", number, to)
            seen.append(number)
    finally:
        seen.append(-1)
    return "done"


def test_the_result_is_what_the_job_returns() -> None:
    steps: list[Progress] = []
    assert run_to_end(count(3, []), steps.append) == "done"
    assert [step.done for step in steps] == [0, 1, 2]


def test_closing_cancels_and_cleans_up() -> None:
    seen: list[int] = []
    job = count(3, seen)
    next(job)
    next(job)
    job.close()
    assert seen == [0, -1]
