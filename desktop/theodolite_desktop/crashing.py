"""What happens when something of ours breaks: what is typed is kept, a report is written, nobody is told.

A report names where the fault is in the program, never what a case holds: exceptions quote file names and
words of evidence, so their texts stay out, and so do all values.
"""

from __future__ import annotations

import faulthandler
import json
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from theodolite import __version__, paths

KEPT = 20
FOLDER, WINDOWS = "crashes", "windows"


@dataclass(frozen=True, slots=True)
class Ended:
    """A window that was not closed: its number, the case that was open in it ('' none), and what the
    interpreter could still write ('' nothing)."""

    pid: int
    case: str
    report: str


def described(kind: type[BaseException], trace: TracebackType | None, thread: str, now: datetime) -> str:
    """The report of an exception as text: its type and the way to it, without its words."""
    import PySide6

    lines = [
        f"Theodolite {__version__}, {now:%Y-%m-%dT%H:%M:%SZ}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}",
        f"{kind.__module__}.{kind.__qualname__} in thread {thread}",
        "The words of the error are left out: they may quote evidence.",
        "",
    ]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {_within(frame.filename)}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"


def _within(file: str) -> str:
    """A source file from its package on; a path of the machine says who works on it."""
    parts = Path(file).parts
    for name in ("theodolite_desktop", "theodolite", "site-packages", "lib"):
        if name in parts:
            return "/".join(parts[parts.index(name) :])
    return Path(file).name


def folder() -> Path:
    """Where reports are written."""
    return paths.home() / FOLDER


def write(text: str, now: datetime) -> Path:
    """Keep a report; of older ones the last :data:`KEPT` stay. Raises OSError."""
    target = folder()
    target.mkdir(parents=True, exist_ok=True)
    file = target / f"{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    number = 1
    while file.exists():
        file, number = file.with_name(f"{file.stem.split('.')[0]}.{number}.txt"), number + 1
    file.write_text(text, encoding="utf-8")
    for old in sorted(target.glob("*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return file


class Watch:
    """Installed once in the window's process. ``told`` is called with each new report's file, in whatever
    thread the fault was; ``keep`` before, to save what is typed, in the window's thread only."""

    def __init__(self, keep: Callable[[], object], told: Callable[[Path | None], object]) -> None:
        self._keep, self._told = keep, told
        self._seen: set[str] = set()
        self._previous = sys.excepthook
        self._native: TextIO | None = None
        self._busy = threading.Lock()

    def install(self) -> None:
        """From now on; :meth:`remove` takes it away again."""
        sys.excepthook = self._failed
        threading.excepthook = self._thread_failed
        target = folder()
        try:
            target.mkdir(parents=True, exist_ok=True)
            self._native = (target / f"{os.getpid()}.native").open("w", encoding="utf-8")
            faulthandler.enable(self._native)
        except OSError:
            self._native = None  # a full disk must not keep the window from starting

    def remove(self) -> None:
        sys.excepthook, threading.excepthook = self._previous, threading.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            Path(self._native.name).unlink(missing_ok=True)
            self._native = None

    def _failed(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        self._previous(kind, value, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._report(kind, trace, threading.current_thread())

    def _thread_failed(self, args: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(args)
        if args.exc_type is not SystemExit:
            self._report(args.exc_type, args.exc_traceback, args.thread or threading.current_thread())

    def _report(
        self, kind: type[BaseException], trace: TracebackType | None, thread: threading.Thread
    ) -> None:
        if not self._busy.acquire(blocking=False):
            return  # a fault while a fault is reported
        try:
            now = datetime.now(UTC)
            text = described(kind, trace, thread.name, now)
            same = text.split("\n", 2)[2]
            if same in self._seen:
                return  # a timer that fails each time tells once
            self._seen.add(same)
            if thread is threading.main_thread():
                self._keep()
            try:
                file: Path | None = write(text, now)
            except OSError:
                file = None
            self._told(file)
        finally:
            self._busy.release()


# --- windows that were not closed --------------------------------------------------------------------------


def note_open(case: str) -> None:
    """Remember that this process has ``case`` open ('' none), until :func:`note_closed`.

    For an encrypted case give '': its name alone may say too much.
    """
    target = paths.home() / WINDOWS
    try:
        target.mkdir(parents=True, exist_ok=True)
        beside = target / f"{os.getpid()}.tmp"
        beside.write_text(json.dumps({"case": case}), encoding="utf-8")
        beside.replace(target / f"{os.getpid()}.json")
    except OSError:
        return  # a comfort, never a reason to fail


def note_closed() -> None:
    (paths.home() / WINDOWS / f"{os.getpid()}.json").unlink(missing_ok=True)


def ended_badly() -> tuple[Ended, ...]:
    """Windows that are not there any more and never said good-bye; each is named once."""
    found: dict[int, Ended] = {}
    for file in _of_others(paths.home() / WINDOWS, "*.json"):
        try:
            case = str(json.loads(file.read_text(encoding="utf-8")).get("case", ""))
        except (OSError, ValueError, AttributeError):
            case = ""
        found[int(file.stem)] = Ended(int(file.stem), case, "")
        file.unlink(missing_ok=True)
    for file in _of_others(folder(), "*.native"):
        pid, text = int(file.stem), file.read_text(encoding="utf-8", errors="replace")
        file.unlink(missing_ok=True)
        if text.strip():
            before = found.get(pid, Ended(pid, "", ""))
            report = write(f"Theodolite {__version__}: the process died\n\n{text}", datetime.now(UTC))
            found[pid] = Ended(pid, before.case, str(report))
    return tuple(found.values())


def _of_others(where: Path, pattern: str) -> Iterable[Path]:
    """Files named for processes that do not run any more."""
    import psutil

    for file in sorted(where.glob(pattern)):
        if file.stem.isdecimal() and not psutil.pid_exists(int(file.stem)):
            yield file
