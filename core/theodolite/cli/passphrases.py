"""Where the command line gets a passphrase: a file that is named, else the terminal."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from theodolite import store
from theodolite.errors import InputError, PassphraseNeeded

VARIABLE = "THEODOLITE_PASSPHRASE_FILE"
_LONGEST = 4096  # bytes
_named: ContextVar[Path | None] = ContextVar("passphrase file", default=None)


@contextmanager
def from_file(path: Path | None) -> Iterator[None]:
    """For the length of one command, take passphrases from ``path`` (None: from nowhere in particular)."""
    before = _named.set(path)
    try:
        yield
    finally:
        _named.reset(before)


def of(folder: Path) -> str | None:
    """The passphrase of the case at ``folder``; None when it needs none. Raises PassphraseNeeded."""
    if not store.is_encrypted(folder):
        return None
    path = _file()
    return read(path) if path else _asked(f"Passphrase of {folder.name}: ", f"{folder} is encrypted.")


def new(purpose: str = "New passphrase") -> str:
    """A passphrase to be, typed twice when it comes from the terminal."""
    path = _file()
    return read(path) if path else typed(purpose)


def typed(purpose: str) -> str:
    """A new passphrase from the terminal, twice the same."""
    first = _asked(f"{purpose}: ", "A case can only be encrypted under a passphrase.")
    if _asked("The same again: ", "") != first:
        raise InputError("The two passphrases differ. Nothing was done.")
    return first


def read(path: Path) -> str:
    """The first line of a file, as UTF-8."""
    try:
        with path.open("rb") as stream:
            line = stream.readline(_LONGEST)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InputError(f"The passphrase in {path} is no text in UTF-8.") from error


def _file() -> Path | None:
    named = _named.get()
    variable = os.environ.get(VARIABLE)
    return named or (Path(variable) if variable else None)


def _asked(prompt: str, why: str) -> str:
    if not sys.stdin.isatty():
        raise PassphraseNeeded(
            f"{why} Name a file that holds the passphrase: --passphrase-file FILE.".strip()
        )
    return getpass.getpass(prompt, sys.stderr)
