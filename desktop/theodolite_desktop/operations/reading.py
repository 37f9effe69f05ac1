"""Everything a view shows, read in one go. These change nothing in the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.domain import Ranking, Verification
from theodolite.errors import TheodoliteError
from theodolite.jobs import Job
from theodolite_desktop.collecting import held
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr
from theodolite_desktop.operations import together
from theodolite_desktop.pictures import Picture, of_pyramid, picture
from theodolite_desktop.rows import log_line
from theodolite_desktop.snapshot import FUSION, Effect, Snapshot, is_video

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from theodolite.engine import Changes


def snapshot(*, desk: Desk, exhibit: str, strategy: str = FUSION) -> Snapshot:
    """The case now, with the ranking for ``exhibit`` ('' for the first one) by ``strategy``."""
    session = desk.session
    state = session.state
    live = [e.id for e in state.exhibits if not e.withdrawn]
    chosen = exhibit if exhibit in live else (live[0] if live else "")
    ranking, effects, reason = _answer(desk, chosen, strategy)
    relations, unrelated = together.related(desk, state)
    undo, redo = session.next_steps()
    return Snapshot(
        state=state,
        exhibit=chosen,
        ranking=ranking,
        reason=reason,
        effects=effects,
        log=tuple(log_line(record) for record in session.log(200)),
        countries=_named(ranking),
        notes=session.note(chosen) if chosen else "",
        when=together.when_row(desk, state, chosen),
        relations=together.relation_rows(relations, chosen),
        unrelated=unrelated,
        strategy=strategy,
        support=together.supported(desk, state, chosen, ranking, relations),
        read_only=session.store.read_only,
        encrypted=desk.encrypted,
        undo=undo,
        redo=redo,
        reviewer=session.reviewer,
    )


def _answer(desk: Desk, exhibit: str, strategy: str) -> tuple[Ranking | None, tuple[Effect, ...], str]:
    if not exhibit:
        return None, (), tr("Choose an exhibit on the left.")
    if not desk.prepared:
        return None, (), desk.unprepared_reason
    try:
        ranking = desk.session.ranking((exhibit,), strategy)
        effects = tuple(Effect(e.hint, e.text, e.conflict) for e in desk.session.hint_effects((exhibit,)))
    except TheodoliteError as error:
        return None, (), str(error)
    return ranking, effects, ""


def _named(ranking: Ranking | None) -> tuple[tuple[str, float], ...]:
    """The leading countries by their names."""
    if ranking is None:
        return ()
    from theodolite.geo import countries

    return tuple((countries.name(code) or code, share) for code, share in ranking.countries[:3])


def thumbnail(*, desk: Desk, exhibit: str) -> QImage:
    """A small image out of the decoder's own JPEG; a null image where there is none."""
    from PySide6.QtGui import QImage

    try:
        return QImage.fromData(desk.session.thumbnail(exhibit))
    except TheodoliteError:
        return QImage()


def exhibit_picture(
    *, desk: Desk, exhibit: str, max_side: int | None = None, most_bytes: int | None = None
) -> Job[Picture]:
    """The upright image of an exhibit, decoded in the sandbox; of a video its first."""
    if is_video(desk.session.exhibit(exhibit)):
        pixels = yield from desk.session.pixels(exhibit, max_side)
        return picture(pixels.width, pixels.height, pixels.rgb)
    return of_pyramid((yield from desk.session.levels(exhibit, max_side, most_bytes)))


def reference_picture(
    *, desk: Desk, path: str, max_side: int | None = None, most_bytes: int | None = None
) -> Job[Picture]:
    """The upright image of a reference photograph."""
    return of_pyramid((yield from desk.session.reference_levels(path, max_side, most_bytes)))


def verify(*, desk: Desk) -> Job[Verification]:
    """Recompute every hash of the case."""
    return desk.session.verify()


def summary(*, desk: Desk, exhibit: str) -> str:
    """The case in plain sentences, from its records alone."""
    if not desk.prepared:
        return ""
    return desk.session.summary((exhibit,) if exhibit else ())


def report(*, desk: Desk, out: Path, exhibits: Sequence[str] = ()) -> Job[tuple[Path, ...]]:
    """Write the report as HTML and JSON."""
    return desk.session.report(out, ("html", "json"), tuple(exhibits))


def view_state(*, desk: Desk) -> dict[str, Any]:
    return desk.session.view_state() if desk.has_case else {}


def keep_view_state(*, desk: Desk, values: dict[str, Any]) -> None:
    """Merge ``values`` into what is kept of the window's look; never part of the evidence."""
    if desk.has_case:
        desk.session.set_view_state({**desk.session.view_state(), **values})


def write_note(*, desk: Desk, exhibit: str, text: str) -> Changes:
    """Record what is noted about an exhibit; undoable."""
    return desk.session.write_note(exhibit, text)


def pack_rows(*, desk: Desk) -> tuple[Any, ...]:
    """Name, purpose, size, licence and state of every pack (theodolite.packs.PackRow)."""
    from theodolite import packs

    return packs.rows()


def map_folders(*, desk: Desk) -> Job[tuple[Path, ...]]:
    """The folders with the files of the map page, made on first use."""
    from theodolite.engine import basemap

    folders = yield from basemap.folders(lambda: desk.engine.vision)
    with held():
        import theodolite_desktop.map.view  # noqa: F401 - large libraries, loaded off the window's thread
    return folders
