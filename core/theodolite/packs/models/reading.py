"""The facts of a model file, read in a child of its own: a file can end the child and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from theodolite.errors import NotFound, PackError, WorkerDied
from theodolite.jobs import Job
from theodolite.packs.models.facts import ModelFacts, understood
from theodolite.packs.models.read import Header
from theodolite.workers import Call, Worker

NAME = "model file"
SILENCE_S = 30.0
_KEPT = 64
_READ = "theodolite.packs.models.read"
_known: dict[tuple[str, int, int], ModelFacts] = {}


def facts(path: Path) -> Job[ModelFacts]:
    """What the file says about itself; remembered until the file changes.

    Raises NotFound, and PackError for what is no whole GGUF file or ends its reader.
    """
    known = _known.get(_key(path))
    if known is not None:
        return known
    with Worker(NAME) as worker:
        return (yield from told(worker, path))


def told(worker: Worker, path: Path) -> Job[ModelFacts]:
    """:func:`facts`, read by a ``worker`` that is there already."""
    key = _key(path)
    if key not in _known:
        header: Header = yield from _ask(worker, path, "header", {"path": str(path)})
        while len(_known) >= _KEPT:
            _known.pop(next(iter(_known)))
        _known[key] = understood(header)
    return _known[key]


def refuse_unaccepted(worker: Worker, path: Path, projector: Path | None) -> Job[None]:
    """PackError when llama.cpp as installed here does not take the model (an unknown architecture, a tensor
    that is missing or of another shape), or does not open the projector on it."""
    reason: str = yield from _ask(worker, path, "accepted", {"path": str(path)})
    name = path.name
    if not reason and projector is not None:
        both = {"path": str(path), "projector": str(projector)}
        name, reason = projector.name, (yield from _ask(worker, projector, "accepted", both))
    if reason:
        raise PackError(f"llama.cpp as installed here does not take {name}: {reason}. Nothing was installed.")


def refuse_template(worker: Worker, path: Path, template: str) -> Job[None]:
    """TheodoliteError when the chat template of the file cannot be used or oversteps its limits."""
    yield from _ask(worker, path, "tried_template", {"name": path.name, "template": template})


def _ask(worker: Worker, path: Path, function: str, arguments: dict[str, Any]) -> Job[Any]:
    try:
        return (yield from worker.run(Call(f"{_READ}:{function}", arguments, silence_s=SILENCE_S)))
    except WorkerDied as died:
        error = PackError(
            f"{path.name} ended the process that read it: it is damaged, or made to do harm. "
            "Nothing was installed."
        )
        error.add_note(str(died))
        raise error from died


def _key(path: Path) -> tuple[str, int, int]:
    try:
        seen = path.stat()
    except OSError as error:
        raise NotFound(f"There is no file {path}.") from error
    return str(path.absolute()), seen.st_size, seen.st_mtime_ns
