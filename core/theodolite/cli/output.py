"""Results on standard output, progress on standard error, exit codes in one place."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress, T

DONE, PROBLEM, USAGE = 0, 1, 2
IDLE_S = 0.01
REPEAT_S = 0.2
BYTES_FROM = 5_000_000


@dataclass(frozen=True)
class Result:
    """What a command answers: ``data`` for ``--json``, ``text`` for people; ``problem`` makes exit 1."""

    data: Any
    text: str
    problem: TheodoliteError | None = None


@dataclass
class Output:
    """Where a command writes."""

    as_json: bool
    live: bool = field(default_factory=lambda: sys.stderr.isatty())
    _last: tuple[str, float] = field(default=("", 0.0))

    def drive(self, job: Job[T]) -> T:
        """Run a job to its end, showing its progress on standard error."""
        while True:
            try:
                step = next(job)
            except StopIteration as stop:
                result: T = stop.value
                return result
            self._show(step)
            if step.waiting:
                time.sleep(IDLE_S)

    def _show(self, step: Progress) -> None:
        """A bar that is drawn over itself on a terminal; elsewhere one line now and then."""
        if not step.text or (step.waiting and step.text == self._last[0]):
            return
        now, fresh = time.monotonic(), step.text != self._last[0]
        if (
            not fresh
            and now - self._last[1] < REPEAT_S * (1 if self.live else 10)
            and step.done != step.total
        ):
            return
        if self.live:
            end = "\n" if self._last[0] and fresh else ""
            print(f"{end}\r\033[K{line(step)}", end="", file=sys.stderr, flush=True)
        else:
            print(line(step), file=sys.stderr, flush=True)
        self._last = (step.text, now)

    def _end_bar(self) -> None:
        if self.live and self._last[0]:
            print(file=sys.stderr)
            self._last = ("", 0.0)

    def finish(self, result: Result) -> int:
        self._end_bar()
        if self.as_json:
            _print_json(result.problem is None, result.problem, result.data)
        else:
            print(result.text)
            if result.problem is not None:
                print(f"theodolite: {result.problem}", file=sys.stderr)
        return DONE if result.problem is None else PROBLEM

    def fail(self, error: TheodoliteError) -> int:
        self._end_bar()
        if self.as_json:
            _print_json(False, error, None)
        else:
            print(f"theodolite: {error}", file=sys.stderr)
        return PROBLEM

    def interrupted(self) -> int:
        print("theodolite: stopped; what was confirmed is kept", file=sys.stderr)
        return 130


def line(step: Progress, width: int = 30) -> str:
    """One line for a step: a bar where the total is known; large totals are bytes, shown in MB."""
    if not step.total:
        return step.text
    share = min(1.0, max(0.0, step.done / step.total))
    bar = ("#" * round(share * width)).ljust(width, ".")
    if step.total > BYTES_FROM:
        amount = f"{step.done / 1e6:.1f} of {step.total / 1e6:.1f} MB"
    else:
        amount = f"{step.done} of {step.total}"
    return f"[{bar}] {share:4.0%}  {step.text}, {amount}"


def usage(text: str, *, as_json: bool) -> int:
    """Wrong usage, told in the form that was asked for."""
    if as_json:
        print(
            json.dumps(
                {"ok": False, "error": {"code": "usage", "text": text}, "data": None}, ensure_ascii=False
            )
        )
    else:
        print(f"theodolite: {text}", file=sys.stderr)
    return USAGE


def _print_json(ok: bool, error: TheodoliteError | None, data: Any) -> None:
    problem = None if error is None else {"code": error.code, "text": str(error)}
    print(json.dumps({"ok": ok, "error": problem, "data": data}, ensure_ascii=False))
