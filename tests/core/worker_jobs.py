"""What the worker tests run in the child. Real processes, nothing mocked."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from theodolite import offline
from theodolite.errors import InputError, PackMissing
from theodolite.jobs import Job, Progress
from theodolite.workers import Partial, cancelled


def add(a: int, b: int) -> int:
    return a + b


def pid() -> int:
    return os.getpid()


def double(array: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    array *= 2  # what arrives is writable
    return array


def count(n: int) -> Job[int]:
    for i in range(n):
        yield Progress("numbers", i, n)
    return n


def spell(word: str) -> Job[str]:
    for letter in word:
        yield Partial(letter, text="letters")
    return word


def refuse() -> None:
    raise PackMissing("Get it with: theodolite packs fetch gallery")


def refuse_later() -> Iterator[Progress]:
    yield Progress("almost")
    raise InputError("not like this")


def break_down() -> None:
    raise ZeroDivisionError("nothing to divide")


def leave() -> None:
    sys.exit(3)


def unsendable() -> Any:
    return lambda: 1


def wrong_step() -> Iterator[Any]:
    yield 5


def chatter() -> str:
    print("on standard output")
    subprocess.run([sys.executable, "-c", "print('from a child')"], check=True)
    return "quiet"


def wait_for_cancel() -> str:
    while not cancelled():
        time.sleep(0.005)
    return "stopped by itself"


def count_forever(marker: str) -> Iterator[Progress]:
    try:
        while True:
            time.sleep(0.002)
            yield Progress("on and on")
    finally:
        Path(marker).write_text("closed")


def hang() -> None:
    while True:
        with contextlib.suppress(BaseException):
            time.sleep(60)


def connect_somewhere() -> str:
    with contextlib.suppress(OSError), socket.socket() as sock:
        sock.connect(("192.0.2.1", 9))
    return "connected"


def look_about() -> dict[str, Any]:
    return {
        "nice": os.nice(0),
        "hf": os.environ.get("HF_HUB_OFFLINE"),
        "hook": offline.installed(),
        "interfaces": [name for _, name in socket.if_nameindex()],
        "uid": os.getuid(),
        "threads": os.environ.get("OMP_NUM_THREADS"),
        "qt": any(name.startswith("PySide6") for name in sys.modules),
    }
