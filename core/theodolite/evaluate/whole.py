"""Files that appear whole or not at all, and a folder that one run at a time may work in."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from theodolite import paths
from theodolite.errors import InputError


def write(path: Path, plain: Any) -> None:
    """``plain`` as JSON: ``path`` holds all of it or what it held before. Raises StorageFailed."""
    write_text(path, json.dumps(plain, indent=1, ensure_ascii=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """``path`` holds all of ``text`` or what it held before; what UTF-8 has not becomes '?'. Raises
    StorageFailed."""
    beside = path.with_name(f".{path.name}")
    with paths.storing(path):
        with beside.open("w", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)


def flushed(folder: Path) -> None:
    """Have the names of ``folder`` on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def storing(path: Path) -> Iterator[None]:
    """Trouble with the disk, told by Arrow or not, as StorageFailed that names ``path``."""
    import pyarrow

    with paths.storing(path, pyarrow.ArrowException):
        yield


@contextmanager
def alone(folder: Path, work: str) -> Iterator[None]:
    """Hold the folder of unfinished work, made where needed; the kernel lets go when the process dies.

    At the end it goes, unless the file ``work`` in it says that there is something to go on with. Raises
    InputError while another run holds it, StorageFailed.
    """
    with storing(folder):
        folder.mkdir(exist_ok=True)
        lock = (folder / ".lock").open("w")
    with lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows: nothing guards against a second run
            pass
        except BlockingIOError as error:
            raise InputError(f"Another run is writing to {folder}.") from error
        try:
            yield
        finally:
            if not (folder / work).exists():
                (folder / ".lock").unlink(missing_ok=True)
                with suppress(OSError):
                    folder.rmdir()
