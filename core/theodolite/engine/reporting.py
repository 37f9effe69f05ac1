"""Gathers what a report says, renders it, and puts on record what left the case and under which hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import theodolite
from theodolite import offline
from theodolite.domain import Verification
from theodolite.engine import basemap, showing, together
from theodolite.engine.writing import whole
from theodolite.errors import InputError, PackMissing, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.report.build import EXPORTED
from theodolite.report.choices import Choices, checked
from theodolite.report.value import Report
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.engine.engine import Engine
    from theodolite.engine.session import Session

_BORDERS: WeakKeyDictionary[Engine, Mapping[str, Any]] = WeakKeyDictionary()
PACKS = ("gallery", "gazetteer", "vision-starter", "language-starter", "map-ui")


def write(
    session: Session,
    out: Path,
    formats: Sequence[str],
    exhibits: tuple[str, ...],
    choices: Choices | None = None,
) -> Job[tuple[Path, ...]]:
    """Write ``report.<format>`` files into ``out``; each appears whole or not at all."""
    from theodolite.report import rendering

    chosen, wanted = checked(choices or Choices()), rendering.checked(formats)
    ready(session, chosen)
    yield Progress("Checking every hash", waiting=True)
    verification = yield from session.verify()
    report = yield from gather(session, verification, exhibits, chosen)
    made = yield from rendered(session, report, wanted)
    files = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            files.append(whole(out / rendering.FORMATS[name][0], data, ".report-"))
    except OSError as error:
        raise StorageFailed(f"The report could not be written to {out}: {error.strerror}.") from error
    if not session.store.read_only:
        session.store.record(EXPORTED, exported(report, chosen, made))
    return tuple(files)


def exported(report: Report, choices: Choices, made: Mapping[str, bytes]) -> dict[str, Any]:
    """What the log says of a report that left: its files by hash, and what it was allowed to tell."""
    return {
        "formats": {name: hashlib.sha256(data).hexdigest() for name, data in made.items()},
        "log_head": report.integrity.log_head,
        "version": report.head.version,
        "standing": report.head.standing,
        "disclosed": sorted(choices.disclose),
        "precision_km": "" if choices.precision_km is None else f"{choices.precision_km:g}",
    }


def preview(session: Session, exhibits: tuple[str, ...], choices: Choices | None = None) -> Job[bytes]:
    """The HTML page that an export would write now, but for the check of all hashes."""
    state = session.state
    unchecked = Verification(True, len(state.exhibits), state.log_length, state.log_head, ())
    report = yield from gather(session, unchecked, exhibits, checked(choices or Choices()), preview=True)
    return (yield from rendered(session, report, ("html",)))["html"]


def rendered(session: Session, report: Report, formats: Sequence[str]) -> Job[dict[str, bytes]]:
    """The bytes of each format, made in the desk worker: layout is slow and parses fonts and pictures."""
    call = Call("theodolite.report.rendering:files", {"report": report, "formats": tuple(formats)})
    made: dict[str, bytes] = yield from session.engine.desk.run(call)
    return made


def ready(session: Session, choices: Choices) -> None:
    """A final report says who asked what, and why it may be asked."""
    case = session.state.case
    if choices.final and not (case.question.strip() and case.mandate.strip()):
        lack = [name for name in ("question", "mandate") if not str(getattr(case, name)).strip()]
        raise InputError(
            f"A final report needs the {' and the '.join(lack)} of the case. Fill in its properties, or make"
            " a draft."
        )


def gather(
    session: Session,
    verification: Verification,
    exhibits: tuple[str, ...],
    choices: Choices | None = None,
    *,
    preview: bool = False,
) -> Job[Report]:
    """The report of the case; one answer for each exhibit named, each with its own ranking."""
    from theodolite.report import beside, build, compared

    chosen = choices or Choices()
    yield Progress("Gathering what the report says", waiting=True)
    # One moment of the case: edits may follow while pictures are made.
    state, log = session.state, session.log(None)
    rankings = [session.ranking((name,)) for name in exhibits] or [session.ranking()]
    pictures = yield from showing.exhibits(session, chosen)
    references = yield from showing.references(session, beside.paired(state, rankings))
    kept = yield from showing.compared(session, compared.subjects(state), chosen)
    return build.build(
        state,
        rankings,
        verification=verification,
        log=log,
        choices=chosen,
        hint_effects={effect.hint: effect.text for effect in session.hint_effects(exhibits[:1])},
        times={name: together.when_taken(state, name) for name in exhibits},
        thumbnails=pictures,
        references=references,
        beside_pictures=kept,
        checks=_checks(session),
        clock=tuple(f"{warning.about}: {warning.text}" for warning in session.clock_warnings()),
        summary=session.summary(exhibits[:1]),
        packs=session.engine.pack_uses(PACKS),
        software=(("Build", f"SHA-256 {_build()}, over the files of the program"),),
        sandbox="on" if offline.browser_sandbox_possible() else "off",
        refused=session.refused_connections(),
        borders=_borders(session),
        borders_source=session.engine.world.source,
        places=_places(session),
        preview=preview,
    )


def _borders(session: Session) -> Mapping[str, Any]:
    """Countries as GeoJSON, worked out once an engine."""
    if session.engine not in _BORDERS:
        _BORDERS[session.engine] = session.engine.world.geojson()
    return _BORDERS[session.engine]


@cache
def _build() -> str:
    """SHA-256 over the program's own files, each as name, length and bytes, in the order of their names."""
    root = Path(theodolite.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*.py")):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _checks(session: Session) -> Mapping[str, str]:
    return {one.id: one.text for one in session.signature_checks()}


def _places(session: Session) -> list[tuple[str, float, float, int]]:
    try:
        return session.engine.gazetteer.largest(basemap.LEAST_POPULATION, basemap.PLACES_SHOWN)
    except PackMissing:
        return []
