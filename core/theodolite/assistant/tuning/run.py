"""``assistant tune`` in its worker: data and a base model in; adapter, recipe and log out."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from theodolite.align import checkpoint
from theodolite.align.train import alone
from theodolite.assistant.tuning import adapter, base, check, encode, gather, recipe, training
from theodolite.assistant.tuning.check import Check
from theodolite.assistant.tuning.gather import Gathered
from theodolite.assistant.tuning.recipe import Recipe
from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError
from theodolite.index.blocks import sha256_of
from theodolite.jobs import Job, Progress
from theodolite.paths import storing
from theodolite.workers import threads

RECIPE, LOG, ADAPTER = "recipe.toml", "tuning.json", "adapter"


@dataclass(frozen=True, slots=True)
class Tuned:
    """``conversations`` used, ``left_out`` (reason, count); ``tokens`` in them, of which ``answers`` count.

    ``losses``: of each epoch, () for a dry run, which trains nothing. ``sha256``: of the GGUF adapter.
    ``check``: how llama.cpp and transformers agree, where the base's GGUF was given.
    """

    folder: str
    conversations: int
    left_out: tuple[tuple[str, int], ...]
    tokens: int
    answers: int
    steps: int
    losses: tuple[float, ...] = ()
    parameters: int = 0
    resumed_at: int = 0
    base_sha256: str = ""
    sha256: str = ""
    check: Check | None = None


def tune(
    data: str, model: str, out: str, settings: Recipe, *, gguf: str = "", dry: bool = False
) -> Job[Tuned]:
    """Tune the model in the folder ``model`` on ``data``; a stopped tuning goes on with the same arguments.

    Raises InputError, NotFound, StorageFailed.
    """
    base.require()
    with alone(Path(out)):
        return (yield from _alone(Path(data), Path(model), Path(out), settings, gguf, dry))


def _alone(data: Path, model: Path, folder: Path, settings: Recipe, gguf: str, dry: bool) -> Job[Tuned]:
    yield Progress("Hashing the model", waiting=True)
    described = base.describe(model)
    tokens = encode.tokenizer(described.folder)
    gathered = yield from gather.gather(data, tokens, settings.max_length)
    counted = Tuned(
        str(folder),
        len(gathered.tokens),
        tuple(gathered.left_out.items()),
        gathered.count,
        gathered.answers,
        -(-len(gathered.tokens) // settings.batch) * settings.epochs,
        base_sha256=described.sha256,
    )
    identity = _identity(described, gathered, settings)
    done = _finished(folder, identity)
    if done is not None:
        return done
    with storing(folder):
        checkpoint.replace(folder / RECIPE, recipe.toml(settings).encode())
    if dry:
        return counted
    return (yield from _tuned(folder, described, gathered, settings, identity, counted, gguf))


def _tuned(
    folder: Path,
    described: base.Base,
    gathered: Gathered,
    settings: Recipe,
    identity: dict[str, Any],
    counted: Tuned,
    gguf: str,
) -> Job[Tuned]:
    import torch

    torch.set_num_threads(threads())
    yield Progress("Loading the model", waiting=True)
    loaded = base.load(described)
    model = training.adapted(loaded, settings, described.folder.name)
    fitted = yield from training.fit(model, gathered, settings, folder, identity)
    yield Progress("Writing the adapter", waiting=True)
    model.eval()
    adapter.save(model, folder / ADAPTER)
    path = folder / adapter.GGUF
    adapter.write_gguf(folder / ADAPTER, described, settings.alpha, path)
    compared = None
    if gguf:
        yield Progress("Comparing llama.cpp with transformers", waiting=True)
        compared = check.compare(model, Path(gguf), path, gathered.tokens[0].tolist())
    made = replace(
        counted,
        losses=fitted.losses,
        parameters=fitted.parameters,
        resumed_at=fitted.resumed_at,
        sha256=sha256_of(path),
        check=compared,
    )
    log = {**to_plain(made), "folder": "", "made from": identity}
    with storing(folder):
        checkpoint.replace(folder / LOG, (json.dumps(log, indent=1) + "\n").encode())
        checkpoint.drop(folder)
    return made


def _identity(described: base.Base, gathered: Gathered, settings: Recipe) -> dict[str, Any]:
    """What the outcome depends on."""
    plain = {name: value for name, value in to_plain(settings).items() if name != "checkpoint_s"}
    return {"base": described.sha256, "conversations": gathered.sha256, "recipe": plain}


def _finished(folder: Path, identity: dict[str, Any]) -> Tuned | None:
    """The outcome of the same tuning, when it is complete. Raises InputError for another one."""
    try:
        plain = json.loads((folder / LOG).read_text(encoding="utf-8"))
        made_from = plain.pop("made from")
        found = replace(from_plain(Tuned, plain), folder=str(folder))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder / LOG} cannot be read ({error}). Remove it to tune again.") from error
    if made_from != identity:
        raise InputError(f"{folder} holds a tuning on other data or with other settings. Give another --out.")
    return found
