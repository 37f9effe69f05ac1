"""Gathers what a report says, renders it, and puts on record what left the case and under which hash."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite import offline
from theodolite.domain import Verification
from theodolite.engine import basemap
from theodolite.errors import PackMissing, StorageFailed, TheodoliteError
from theodolite.report.value import Report

if TYPE_CHECKING:
    from theodolite.engine.session import Session

PICTURE_SIDE = 640


def write(
    session: Session, verification: Verification, out: Path, formats: Sequence[str], exhibits: tuple[str, ...]
) -> tuple[Path, ...]:
    """Write ``report.<format>`` files into ``out``; each appears whole or not at all."""
    from theodolite.report import html, json_

    renderers: dict[str, Callable[[Report], str]] = {"html": html.render, "json": json_.render}
    report = gather(session, verification, exhibits)
    files, hashes = [], {}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in formats:
            data = renderers[name](report).encode("utf-8", "replace")
            files.append(_whole(out / f"report.{name}", data))
            hashes[name] = hashlib.sha256(data).hexdigest()
    except OSError as error:
        raise StorageFailed(f"The report could not be written to {out}: {error.strerror}.") from error
    if not session.store.read_only:
        session.store.record("report exported", {"formats": hashes, "log_head": report.integrity.log_head})
    return tuple(files)


def gather(session: Session, verification: Verification, exhibits: tuple[str, ...]) -> Report:
    """The report of the case; one answer for each exhibit named, each with its own ranking."""
    from theodolite.report import build

    state = session.state
    rankings = [session.ranking((name,)) for name in exhibits] or [session.ranking()]
    effects = {effect.hint: effect.text for effect in session.hint_effects(exhibits[:1])}
    world = session.engine.world
    return build.build(
        state,
        rankings,
        verification=verification,
        log=session.log(None),
        hint_effects=effects,
        thumbnails=_thumbnails(session),
        summary=session.summary(exhibits[:1]),
        packs=session.engine.pack_uses(
            ("gallery", "gazetteer", "vision-starter", "language-starter", "map-ui")
        ),
        sandbox="on" if offline.browser_sandbox_possible() else "browser sandbox off",
        refused=session.refused_connections(),
        borders=world.geojson(),
        borders_source=world.source,
        places=_places(session),
    )


def _thumbnails(session: Session) -> dict[str, bytes]:
    made = {}
    for exhibit in session.state.exhibits:
        if exhibit.readable and not exhibit.withdrawn:
            try:
                with session.store.original(exhibit) as original:
                    made[exhibit.id] = session.engine.decoder.thumbnail(original, PICTURE_SIDE)
            except TheodoliteError:
                continue  # the exhibit's own row says that it cannot be read
    return made


def _places(session: Session) -> list[tuple[str, float, float, int]]:
    try:
        return session.engine.gazetteer.largest(basemap.LEAST_POPULATION, basemap.PLACES_SHOWN)
    except PackMissing:
        return []


def _whole(path: Path, data: bytes) -> Path:
    """Write beside, make durable, rename: a report is never half there."""
    handle, beside = tempfile.mkstemp(prefix=".report-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return path
