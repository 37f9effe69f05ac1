"""An engine, and a case opened in it, for the length of one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from theodolite.engine import Engine, Session


@contextmanager
def engine() -> Iterator[Engine]:
    made = Engine()
    try:
        yield made
    finally:
        made.dispose()


@contextmanager
def case(folder: Path, *, read_only: bool = False) -> Iterator[Session]:
    """The case at ``folder``, with or without its ``.case`` suffix."""
    beside = folder.with_name(folder.name + ".case")
    chosen = beside if not folder.exists() and beside.exists() else folder
    with engine() as made:
        session = made.open_case(chosen, read_only=read_only)
        try:
            yield session
        finally:
            session.close()
