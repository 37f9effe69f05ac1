"""Open, make and close cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.jobs import Job
from theodolite_desktop.collecting import held
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def open_case(*, desk: Desk, folder: Path) -> str:
    """Open ``folder``; the case that was open is closed only when this succeeds. Returns its path."""
    if desk.has_case and Path(desk.session.path).resolve() == folder.resolve():
        return desk.session.path
    desk.put_case(desk.engine.open_case(folder))
    return desk.session.path


def new_case(
    *,
    desk: Desk,
    folder: Path,
    title: str = "",
    question: str = "",
    operator: str | None = None,
    claim: str = "",
    claim_source: str = "",
) -> str:
    """Create a case in ``folder`` and open it."""
    session = desk.engine.new_case(
        folder, title=title, question=question, operator=operator, claim=claim, claim_source=claim_source
    )
    desk.put_case(session)
    return session.path


def untitled_folder(parent: Path) -> Path:
    """A free name for a case begun by a drop: 'Untitled.case', 'Untitled 2.case', ..."""
    number = 1
    while True:
        folder = parent / ("Untitled.case" if number == 1 else f"Untitled {number}.case")
        if not folder.exists():
            return folder
        number += 1


def untitled_case(*, desk: Desk, parent: Path) -> str:
    """Begin a case for what was dropped with none open."""
    parent.mkdir(parents=True, exist_ok=True)
    return new_case(desk=desk, folder=untitled_folder(parent), title="Untitled")


def close_case(*, desk: Desk) -> None:
    desk.put_case(None)


def set_case(*, desk: Desk, question: str, claim: str, claim_source: str) -> Changes:
    """Change what is asked and what is claimed."""
    return desk.session.set_case(question=question, claim=claim, claim_source=claim_source)


def recent(*, desk: Desk) -> tuple[str, ...]:
    return desk.engine.recent()


def prepare(*, desk: Desk) -> Job[None]:
    """Open the places of the world; afterwards rankings take milliseconds."""
    try:
        with held():
            yield from desk.engine.prepare()
    except Exception as error:
        desk.unprepared_reason = str(error)
        raise
    desk.prepared = True
    desk.unprepared_reason = ""


def warm(*, desk: Desk) -> Job[None]:
    """Load what the first hint needs, once candidates are drawn."""
    from theodolite.engine import warm

    with held():
        yield from warm.up(desk.engine)


def undo(*, desk: Desk) -> Changes:
    return desk.session.undo()


def redo(*, desk: Desk) -> Changes:
    return desk.session.redo()
