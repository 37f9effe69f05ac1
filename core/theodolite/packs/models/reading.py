"""The facts of a model file, read in a child of its own: a file can end the child and nothing else."""

from __future__ import annotations

from pathlib import Path

from theodolite.errors import NotFound, PackError, WorkerDied
from theodolite.jobs import Job
from theodolite.packs.models.facts import ModelFacts, Role, understood
from theodolite.packs.models.read import Header
from theodolite.workers import Call, Worker

SILENCE_S = 30.0
_KEPT = 64
_known: dict[tuple[str, int, int], ModelFacts] = {}


def facts(path: Path) -> Job[ModelFacts]:
    """What the file says about itself; remembered until the file changes.

    Raises NotFound, and PackError for what is no whole GGUF file or ends its reader.
    """
    key = _key(path)
    if key in _known:
        return _known[key]
    with Worker("model file") as worker:
        try:
            header: Header = yield from worker.run(
                Call("theodolite.packs.models.read:header", {"path": str(path)}, silence_s=SILENCE_S)
            )
        except WorkerDied as died:
            raise _refused(path, died) from died
    while len(_known) >= _KEPT:
        _known.pop(next(iter(_known)))
    _known[key] = understood(header)
    return _known[key]


def refuse_unaccepted(path: Path, role: Role) -> Job[None]:
    """PackError when llama.cpp as installed here does not take the file (an unknown architecture, a tensor
    that is missing or of another shape); it is asked without loading the weights."""
    with Worker("model file") as worker:
        try:
            reason: str = yield from worker.run(
                Call(
                    "theodolite.packs.models.read:accepted",
                    {"path": str(path), "role": role},
                    silence_s=SILENCE_S,
                )
            )
        except WorkerDied as died:
            raise _refused(path, died) from died
    if reason:
        raise PackError(
            f"llama.cpp as installed here does not take {path.name}: {reason}. Nothing was installed."
        )


def _refused(path: Path, died: WorkerDied) -> PackError:
    error = PackError(
        f"{path.name} ended the process that read it: it is damaged, or made to do harm. "
        "Nothing was installed."
    )
    error.add_note(str(died))
    return error


def _key(path: Path) -> tuple[str, int, int]:
    try:
        seen = path.stat()
    except OSError as error:
        raise NotFound(f"There is no file {path}.") from error
    return str(path.absolute()), seen.st_size, seen.st_mtime_ns
