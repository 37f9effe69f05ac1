"""The language model in use: which pack, what it is shown, and the record of what it was asked and wrote."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from theodolite import packs, paths
from theodolite.assistant.model_files import files_of as files_of
from theodolite.assistant.request import Ours, Picture, Quoted, Reply, Request, Turn
from theodolite.domain import AskedPart, Exchange, Exhibit, Message, PackUse
from theodolite.domain.assistant import Mode
from theodolite.engine import models as fitting
from theodolite.engine.engine import utc_now
from theodolite.engine.models import ModelFit
from theodolite.errors import InputError, NotFound, PackMissing, TheodoliteError, WorkerDied
from theodolite.jobs import Job, run_to_end
from theodolite.packs.library import Pack, PackRow
from theodolite.workers import Call, Partial

if TYPE_CHECKING:
    from theodolite.engine.engine import Engine
    from theodolite.engine.session import Session

KINDS = fitting.KINDS
STARTER = "language-starter"
CONTEXT = 8192  # of every request: another one would load the model again, and forget what it has read
SILENCE_S = 300.0  # a model that has said nothing for so long hangs
PICTURE_SIDE = 1536  # what the projectors of today take in at most, in pixels
_FILE = "language.json"


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A language model for a list. ``sees``: it can be shown photographs. ``note``: why it is not ``fit``."""

    name: str
    title: str
    sha256: str
    sees: bool
    installed: bool
    fits: bool
    note: str
    chosen: bool = False


def models() -> tuple[ModelRow, ...]:
    """Every language model, installed ones first. Files seen for the first time are read in a child."""
    chosen = _chosen_pack()
    fits = {one.name: one for one in run_to_end(fitting.fits())}
    there = [_row(pack, fits[pack.name], chosen) for pack in installed()]
    known = {row.name for row in there}
    waiting = [
        _known(row, fits[row.name]) for row in packs.rows() if row.kind in KINDS and row.name not in known
    ]
    return (*there, *waiting)


def installed() -> tuple[Pack, ...]:
    """The installed language models, those that see first."""
    return tuple(pack for kind in KINDS for pack in packs.of_kind(kind))


def _row(pack: Pack, fits: ModelFit, chosen: Pack | None) -> ModelRow:
    purpose = next((spec.purpose for spec in packs.available() if spec.name == pack.name), pack.purpose)
    same = chosen is not None and chosen.sha256 == pack.sha256
    fit = fits.fit != "too large" and not fits.problem
    return ModelRow(
        pack.name, purpose, pack.sha256, bool(files_of(pack).projector), True, fit, fits.text, same
    )


def _known(row: PackRow, fits: ModelFit) -> ModelRow:
    """A model of the lock that is not here."""
    sees, fit = row.kind == KINDS[0], fits.fit != "too large"
    return ModelRow(row.name, row.purpose, row.sha256, sees, False, fit, f"{row.state}; {fits.text}")


def use(name: str) -> None:
    """Use the installed model ``name`` from now on; NotFound when there is none."""
    if not any(pack.name == name for pack in installed()):
        raise NotFound(f"There is no installed language model {name}. See: theodolite packs list")
    target = paths.home() / _FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".tmp")
    beside.write_text(json.dumps({"model": name}), encoding="utf-8")
    beside.replace(target)


def pack_in_use() -> Pack:
    """The model that was chosen, else the first that sees, else the starter.

    Raises PackMissing with the command that gets one.
    """
    found = _chosen_pack()
    return found if found is not None else packs.installed(STARTER)


def _chosen_pack() -> Pack | None:
    there = installed()
    try:
        wanted = json.loads((paths.home() / _FILE).read_text(encoding="utf-8"))["model"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        wanted = ""
    named = (pack for pack in there if pack.name == wanted)
    return next(named, there[0] if there else None)


def sees(pack: Pack) -> bool:
    return bool(files_of(pack).projector)


def picture(session: Session, item: Exhibit) -> Job[Picture]:
    """The upright pixels of an exhibit for a model that sees, decoded in the sandbox after a hash check."""
    if not item.readable:
        raise InputError(f"{item.id} has no readable image.")
    with (yield from session.store.confirm(item)) as path:
        array = yield from session.engine.decoder.pixels_job(path, PICTURE_SIDE)
    return Picture(item.sha256, int(array.shape[1]), int(array.shape[0]), array.tobytes())


def speak(engine: Engine, request: Request) -> Job[Reply]:
    """Ask the language worker; tokens come as Partial. WorkerDied says which model was asked."""
    try:
        reply: Reply = yield from engine.language.run(
            Call("theodolite.assistant.runtime:speak", {"request": request}, silence_s=SILENCE_S)
        )
    except WorkerDied as died:
        error = WorkerDied(
            f"{died} It was asked with {Path(request.files.model).name}: if that ends it again, use another "
            "model (theodolite assistant models)."
        )
        for note in getattr(died, "__notes__", ()):
            error.add_note(note)
        raise error from died
    return reply


def said(
    session: Session, mode: Mode, exhibit: str, pack: Pack, request: Request, told: Sequence[str] = ()
) -> Job[Reply]:
    """:func:`speak`; what was written when a person or a fault ended it is kept, as it may have been read."""
    written: list[str] = []
    job = speak(session.engine, request)
    try:
        while True:
            try:
                step = next(job)
            except StopIteration as stop:
                return cast(Reply, stop.value)
            if isinstance(step, Partial) and isinstance(step.value, str):
                written.append(step.value)
            yield step
    except (GeneratorExit, WorkerDied):
        if written:
            with contextlib.suppress(TheodoliteError):  # the case may be closed by now
                _keep_stopped(session, mode, exhibit, pack, request, told, written)
        raise
    finally:
        job.close()


def _keep_stopped(
    session: Session,
    mode: Mode,
    exhibit: str,
    pack: Pack,
    request: Request,
    told: Sequence[str],
    written: Sequence[str],
) -> None:
    files = request.files
    reply = Reply(
        text="".join(written),
        finish="stopped",
        seed=request.seed,
        sees=any(isinstance(part, Picture) for turn in request.turns for part in turn.parts),
        model_sha256=files.model_sha256,
        projector_sha256=files.projector_sha256,
        prompt_tokens=0,
        kept=0,
        read=0,
        encoded=0,
        tokens=len(written),
        load_s=0.0,
        first_token_s=0.0,
        write_s=0.0,
        gpu_layers=0,
        threads=0,
        build="",
        plan=(),
    )
    kept = session.store.add_exchange(exchange(mode, exhibit, pack, request, reply, told))
    text = f"{pack.name} was stopped after {len(written)} tokens; what it had written is kept as {kept.id}."
    session.store.add_message(Message("", "system", text, utc_now(), exchange=kept.id))


def exchange(
    mode: Mode,
    exhibit: str,
    pack: Pack,
    request: Request,
    reply: Reply,
    told: Sequence[str] = (),
    invalid: str = "",
) -> Exchange:
    """What goes on record, verbatim."""
    return Exchange(
        id="",
        mode=mode,
        exhibit=exhibit,
        utc=utc_now(),
        asked=asked(request.turns),
        text=reply.text,
        finish=reply.finish,
        seed=reply.seed,
        temperature=request.temperature,
        sees=reply.sees,
        packs=(PackUse(pack.name, pack.version, pack.sha256),),
        model_sha256=reply.model_sha256,
        projector_sha256=reply.projector_sha256,
        threads=reply.threads,
        gpu_layers=reply.gpu_layers,
        build=reply.build,
        plan=reply.plan,
        prompt_tokens=reply.prompt_tokens,
        tokens=reply.tokens,
        most_tokens=request.max_tokens,
        context=request.context,
        schema="" if request.schema is None else json.dumps(request.schema),
        told=tuple(told),
        invalid=invalid,
    )


def asked(turns: Sequence[Turn]) -> tuple[AskedPart, ...]:
    """The parts of what was asked, pictures by their hash."""
    found = []
    for turn in turns:
        for part in turn.parts:
            match part:
                case Ours():
                    found.append(AskedPart(turn.role, "ours", part.text))
                case Quoted():
                    found.append(AskedPart(turn.role, "quoted", part.text))
                case Picture():
                    found.append(AskedPart(turn.role, "picture", part.sha256))
    return tuple(found)


def turns_of(parts: Sequence[AskedPart], pictures: dict[str, Picture]) -> tuple[Turn, ...]:
    """The inverse of :func:`asked`, for a replay; KeyError for a picture that is not given."""
    found: list[Any] = []
    for part in parts:
        made = {"ours": Ours, "quoted": Quoted}.get(part.kind)
        value = made(part.text) if made else pictures[part.text]
        if found and found[-1][0] == part.role:
            found[-1][1].append(value)
        else:
            found.append((part.role, [value]))
    return tuple(Turn(role, tuple(values)) for role, values in found)


def missing() -> str:
    """What to do where no model is installed; '' where one is."""
    try:
        pack_in_use()
    except PackMissing as error:
        return str(error)
    return ""
