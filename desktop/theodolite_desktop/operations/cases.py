"""Open, make and close cases."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from theodolite.errors import CaseLocked, PassphraseNeeded, StorageFailed, WrongPassphrase
from theodolite.jobs import Job
from theodolite_desktop.collecting import held
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr

if TYPE_CHECKING:
    from theodolite.engine import Changes, Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that lies open, by its ``path``; or what it ``needs`` first, and ``why``."""

    path: str = ""
    needs: Literal["", "passphrase", "read-only"] = ""
    why: str = ""


def open_case(*, desk: Desk, folder: Path, passphrase: str | None = None, read_only: bool = False) -> Opened:
    """Open ``folder``; the case that was open is closed only when this succeeds.

    A case on a medium that takes no writing is opened read-only; one that is open elsewhere only when asked.
    """
    if desk.has_case and Path(desk.session.path).resolve() == folder.resolve():
        return Opened(desk.session.path)
    try:
        desk.put_case(_open(desk, folder, passphrase, read_only))
    except PassphraseNeeded:
        return Opened(needs="passphrase")
    except WrongPassphrase as error:
        return Opened(needs="passphrase", why=str(error))
    except CaseLocked as error:
        if read_only:
            raise
        return Opened(needs="read-only", why=str(error))
    return Opened(desk.session.path)


def _open(desk: Desk, folder: Path, passphrase: str | None, read_only: bool) -> Session:
    given: dict[str, Any] = {} if passphrase is None else {"passphrase": passphrase}
    if not read_only:
        try:
            return desk.engine.open_case(folder, **given)
        except StorageFailed:
            if not folder.is_dir():
                raise
    return desk.engine.open_case(folder, read_only=True, **given)


def reachable(*, folder: Path) -> bool:
    """Whether the folder of a case is still there and can be listed."""
    try:
        return any(folder.iterdir())
    except OSError:
        return False


def try_writing(*, desk: Desk) -> None:
    """Write the window's look as it is: StorageFailed where nothing could be kept."""
    desk.session.set_view_state(desk.session.view_state())


def change_passphrase(*, desk: Desk, old: str, new: str) -> Changes:
    """Let another passphrase open the case that lies open."""
    return desk.session.change_passphrase(old, new)


def new_case(
    *,
    desk: Desk,
    folder: Path,
    title: str = "",
    question: str = "",
    operator: str | None = None,
    claim: str = "",
    claim_source: str = "",
    passphrase: str | None = None,
) -> str:
    """Create a case in ``folder`` and open it; with a passphrase it is encrypted from its first byte on."""
    given: dict[str, Any] = {} if passphrase is None else {"passphrase": passphrase}
    session = desk.engine.new_case(
        folder,
        title=title,
        question=question,
        operator=operator,
        claim=claim,
        claim_source=claim_source,
        **given,
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
    return new_case(desk=desk, folder=untitled_folder(parent), title=tr("Untitled"))


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
