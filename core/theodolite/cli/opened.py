"""An engine, and a case opened in it, for the length of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from theodolite import paths
from theodolite.cli import passphrases
from theodolite.engine import Engine, Session
from theodolite.store import FILE_NAME


@contextmanager
def engine() -> Iterator[Engine]:
    made = Engine()
    try:
        yield made
    finally:
        made.dispose()


def chosen(folder: Path) -> Path:
    """The case folder that is meant: ``folder``, or the one beside it with the suffix ``.case``."""
    whole = paths.with_a_name(folder)
    beside = whole.with_name(f"{whole.name}.case") if whole.name else whole
    holds_case = [path for path in (whole, beside) if (path / FILE_NAME).is_file()]
    return holds_case[0] if holds_case else whole


@contextmanager
def case(folder: Path, *, read_only: bool = False) -> Iterator[Session]:
    """The case at ``folder``, with or without its ``.case`` suffix."""
    with engine() as made:
        folder = chosen(folder)
        session = made.open_case(folder, read_only=read_only, passphrase=passphrases.of(folder))
        try:
            yield session
        finally:
            session.close()
