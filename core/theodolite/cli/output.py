"""Results on standard output, progress on standard error, exit codes in one place."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from theodolite.errors import TheodoliteError
from theodolite.jobs import Job, Progress, T

DONE, PROBLEM, USAGE, STOPPED = 0, 1, 2, 130
IDLE_S = 0.01
REPEAT_S = 0.2
BYTES_FROM = 5_000_000
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


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
        soon = self._last[0] != "" and now - self._last[1] < REPEAT_S * (1 if self.live else 10)
        if soon and (step.waiting or (not fresh and step.done != step.total)):
            return  # waiting in between, as for each token of a text, is no news
        if self.live:
            end = "\n" if self._last[0] and fresh else ""
            _tell(f"{end}\r\033[K{one_line(line(step))}")
        else:
            _tell(f"{one_line(line(step))}\n")
        self._last = (step.text, now)

    def _end_bar(self) -> None:
        if self.live and self._last[0]:
            _tell("\n")
            self._last = ("", 0.0)

    def finish(self, result: Result) -> int:
        if self.as_json:
            return self._document(result.problem, result.data)
        written = self._written(f"{printable(result.text)}\n")
        if result.problem is not None:
            self._complain(str(result.problem))
        return DONE if written and result.problem is None else PROBLEM

    def fail(self, error: TheodoliteError) -> int:
        if self.as_json:
            return self._document(error, None)
        self._complain(str(error))
        return PROBLEM

    def unexpected(self, error: Exception) -> int:
        """A mistake of the program, with the place in it that a report of the mistake should name."""
        where = traceback.extract_tb(error.__traceback__)[-1]
        named = TheodoliteError(
            f"An unexpected problem: {type(error).__name__}: {error} ({Path(where.filename).name}, line "
            f"{where.lineno}). This is a mistake of the program; what was confirmed before is kept."
        )
        return self.fail(named)

    def interrupted(self) -> int:
        """Ctrl+C: cancelling is no error, but there is no result either."""
        self.fail(_Stopped("Stopped; what was confirmed is kept."))
        return STOPPED

    def usage(self, text: str) -> int:
        """Wrong usage, told in the form that was asked for."""
        self.fail(_Usage(text))
        return USAGE

    def _complain(self, text: str) -> None:
        self._end_bar()
        _tell(f"theodolite: {printable(text)}\n")

    def _document(self, problem: TheodoliteError | None, data: Any) -> int:
        """The one JSON document of a command."""
        error = None if problem is None else {"code": problem.code, "text": str(problem)}
        document = {"ok": problem is None, "error": error, "data": data}
        text = json.dumps(document, ensure_ascii=False)
        try:
            text.encode(sys.stdout.encoding or "ascii")
            unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        except UnicodeEncodeError:  # a name that is no text, or a terminal without Unicode
            unicode = False
        written = self._written((text if unicode else json.dumps(document)) + "\n")
        return DONE if written and problem is None else PROBLEM

    def _written(self, text: str) -> bool:
        """Whether ``text`` reached standard output; a reader who has gone is no problem of ours."""
        self._end_bar()
        try:
            _write(sys.stdout, text)
        except BrokenPipeError:
            _silence_stdout()
        except OSError as error:
            _silence_stdout()
            self._complain(f"The result could not be written ({error.strerror}).")
            return False
        return True


class _Stopped(TheodoliteError):
    code = "stopped"


class _Usage(TheodoliteError):
    code = "usage"


def open_streams() -> None:
    """Python gives None for a stream that was closed before it started; then nobody listens."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _write(stream: TextIO, text: str) -> None:
    """Write at once; what the stream's encoding does not have appears as an escape."""
    encoding = stream.encoding or "ascii"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _tell(text: str) -> None:
    """Progress and complaints; nobody listening is no reason to stop."""
    with contextlib.suppress(OSError):
        _write(sys.stderr, text)


def _silence_stdout() -> None:
    """What Python would still flush at exit has nowhere to go."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def printable(text: str) -> str:
    """``text`` without what a terminal would obey: control characters and direction overrides, as escapes."""
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """:func:`printable`, with line breaks and tabs as escapes too."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


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
