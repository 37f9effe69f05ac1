"""The report: seen before it is written, written, and checked after it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite.errors import InputError
from theodolite.jobs import Job, Progress
from theodolite_desktop.collecting import held
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr
from theodolite_desktop.report_draft import Draft, Section

if TYPE_CHECKING:
    from theodolite.domain import Box
    from theodolite.engine import Changes
    from theodolite.engine.picturing import MaskKind

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and what it was then: ``sha256`` of its bytes."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a written file: ``problem`` '' when its bytes are those that were written."""

    path: str
    problem: str = ""


def preview(*, desk: Desk, draft: Draft) -> Job[bytes]:
    """The page that an export would write now, as UTF-8; nothing is recorded, because nothing leaves."""
    yield Progress(tr("Laying out the report"), waiting=True)
    with held():
        import theodolite_desktop.map.paper  # noqa: F401 - large, loaded off the window's thread
    return (yield from desk.session.report_preview(scope(desk, draft), choices(draft)))


def scope(desk: Desk, draft: Draft) -> tuple[str, ...]:
    """The exhibits of ``draft`` that are still under consideration; () for all."""
    live = {item.id for item in desk.session.state.exhibits if not item.withdrawn}
    return tuple(name for name in draft.exhibits if name in live)


def choices(draft: Draft) -> Any:
    """A draft as the engine's choices (theodolite.report.choices.Choices)."""
    from theodolite.report.choices import Choices, Template

    return Choices(
        sections=frozenset(s.id for s in draft.sections if s.on),  # type: ignore[misc]
        disclose=draft.disclose,
        precision_km=draft.precision_km,
        redact=draft.masks,
        graphic=draft.graphic,
        final=draft.final,
        authors=(draft.author,) if draft.author else (),
        reviewers=(draft.reviewer,) if draft.reviewer else (),
        template=Template(draft.logo, draft.header, draft.footer),
    )


def sections() -> tuple[Section, ...]:
    """The parts of a report in its own order; those that speak against the finding are always printed."""
    from theodolite.report.choices import KEPT, SECTIONS

    return tuple(Section(name, title, True, name in KEPT) for name, title in SECTIONS.items())


def write(*, desk: Desk, out: Path, draft: Draft) -> Job[tuple[Written, ...]]:
    """Write the report in the formats of ``draft`` into ``out``; the log records each file and its hash."""
    if not draft.formats:
        raise InputError("Choose at least one format.")
    files = yield from desk.session.report(out, draft.formats, scope(desk, draft), choices(draft))
    return tuple(measured(Path(file)) for file in files)


def measured(path: Path) -> Written:
    digest, size = _digest(path)
    return Written(str(path), size, digest)


def check(*, desk: Desk, files: Sequence[Written]) -> Job[tuple[Checked, ...]]:
    """Read the written files again, as a stranger would, and compare their hashes."""
    del desk
    answers = []
    for number, file in enumerate(files):
        yield Progress(tr("Checking {name}", name=Path(file.path).name), number, len(files))
        try:
            digest, _ = _digest(Path(file.path))
        except OSError as error:
            answers.append(Checked(file.path, tr("cannot be read: {strerror}", strerror=error.strerror)))
        else:
            answers.append(Checked(file.path, "" if digest == file.sha256 else tr("its bytes have changed")))
    return tuple(answers)


def _digest(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def add_mask(*, desk: Desk, exhibit: str, box: Box, kind: MaskKind, reason: str) -> Changes:
    """A region that copies must not show."""
    return desk.session.add_mask(exhibit, box, kind, reason)


def remove_mask(*, desk: Desk, mask: str) -> Changes:
    return desk.session.remove_mask(mask)


def keep_mask(*, desk: Desk, mask: str) -> Changes:
    """A person confirms a region that detection proposed."""
    return desk.session.keep_mask(mask)


def proposable(*, desk: Desk) -> tuple[str, ...]:
    """What a person should know of the proposals that can be made on this machine."""
    return tuple(dict.fromkeys(text for _, text in desk.session.proposable() if text))


def propose_masks(*, desk: Desk, exhibit: str) -> Job[Changes]:
    """Let a detector propose faces and plates; a person decides on each."""
    return desk.session.propose_masks(exhibit)
