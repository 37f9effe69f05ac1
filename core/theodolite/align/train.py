"""Training of the alignment heads and the location encoder on cached features (G3, with its optimiser).

The towers are frozen, so their vectors are computed once (:mod:`theodolite.align.cache`) and what is left is
small. Everything that a step does is a function of the seed, the epoch and the number of the step: a training
that was killed goes on from its last checkpoint and ends, on a CPU, with the same bits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from theodolite.align import checkpoint, load
from theodolite.align.config import CONFIG, G3, WEIGHTS, AlignConfig
from theodolite.align.features import Features
from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError, StorageFailed
from theodolite.jobs import Job, Progress

LOG = "training.json"

#: Settings that change when a training is done, not what comes out of it.
_WITHOUT_EFFECT = {"checkpoint_s", "device", "threads", "start"}


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """How to train; the defaults are G3's.

    ``align``: the model. ``batch``: photographs that are each other's negatives; ``micro``: how many of them
    hold a graph at once (0: all; see :mod:`theodolite.align.step`). ``decay``: factor of the rate an epoch.
    ``held_out``: share of the places that is kept away from training and used to measure, 0 to 0.5.
    ``start``: folder of an aligned model whose location encoder this one begins with ("": drawn at random).
    ``checkpoint_s``: seconds between checkpoints, 0: after every step. ``precision``: "auto" is bfloat16 on a
    GPU and float32 otherwise. ``threads``: of torch, 0: as many as the program may use.
    """

    align: AlignConfig = G3
    epochs: int = 10
    batch: int = 256
    micro: int = 0
    rate: float = 3e-5
    weight_decay: float = 1e-6
    decay: float = 0.87
    seed: int = 0
    held_out: float = 0.0
    start: str = ""
    checkpoint_s: float = 60.0
    device: Literal["auto", "cpu", "cuda"] = "auto"
    precision: Literal["auto", "float32", "bf16"] = "auto"
    threads: int = 0

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.batch < 2 or self.micro < 0 or self.seed < 0:
            raise InputError("A training takes at least 1 epoch, batches of at least 2, and a seed from 0.")
        if not (0 < self.rate < 1 and 0 <= self.weight_decay < 1 and 0 < self.decay <= 1):
            raise InputError(
                "The rate and the weight decay lie between 0 and 1, and so does the rate's decay."
            )
        if not 0 <= self.held_out <= 0.5:
            raise InputError("The held-out share lies between 0 and 0.5.")


@dataclass(frozen=True, slots=True)
class Epoch:
    """One line of the log; epoch 0 is the state before the first step.

    ``gps``, ``text``: mean terms of the loss; None in epoch 0, and for text where there is none. ``within``:
    shares of held-out photographs answered within 25, 200 and 750 km (:mod:`theodolite.align.held`).
    """

    epoch: int
    rate: float
    gps: float | None
    text: float | None
    scale_gps: float
    scale_text: float | None
    within: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class TrainResult:
    """``folder`` holds the model (align.json, model.safetensors) and its log (training.json).

    ``used`` photographs were trained on, ``held`` kept to measure with. ``resumed_at``: the step that a
    stopped training was taken up at, 0: it ran through. ``sha256``: of model.safetensors.
    """

    folder: Path
    used: int
    held: int
    steps: int
    device: str
    epochs: tuple[Epoch, ...]
    sha256: str
    resumed_at: int = 0


def fit(features: Features, config: TrainConfig, out: Path) -> Job[TrainResult]:
    """Train on ``features`` and write the model to the folder ``out``.

    A training that was stopped goes on when the same features and settings come again, and one that is
    complete is answered from its log. Raises InputError (features that do not fit the model, another training
    in ``out``, a loss that is no number any more) or StorageFailed.
    """
    from theodolite.align.run import Run

    _refuse_misfits(features, config)
    with alone(out):
        identity = {"features": features.fingerprint, "settings": settings(config)}
        done = _complete(out, identity)
        if done is not None:
            return done
        yield Progress("Preparing the training", waiting=True)
        run = Run(features, config, out, identity)
        yield from run.to_end()
        run.write_model()
        result = run.result()
        checkpoint.replace(out / LOG, _log(result, identity))
        checkpoint.drop(out)
        return result


def settings(config: TrainConfig) -> dict[str, Any]:
    """The settings that decide what comes out, as plain JSON; the starting weights by their hash."""
    plain: dict[str, Any] = {
        field.name: to_plain(getattr(config, field.name))
        for field in fields(config)
        if field.name not in _WITHOUT_EFFECT
    }
    if config.start:
        plain["start_sha256"] = load.identity(config.start).sha256
    return plain


def refuse_another(kept: Any, identity: dict[str, Any], out: Path) -> None:
    """InputError unless what ``out`` holds was made from the same features with the same settings."""
    if kept == identity:
        return
    kept = kept if isinstance(kept, dict) else {}
    if kept.get("features") != identity["features"]:
        why = "with other photographs or vectors"
    else:
        before = kept.get("settings") or {}
        changed = [name for name, value in identity["settings"].items() if before.get(name) != value]
        changed += [name for name in before if name not in identity["settings"]]
        why = f"with other settings ({', '.join(changed)})"
    raise InputError(f"{out} holds a training {why}. Give another folder, or remove that one.")


def read_log(out: Path) -> tuple[TrainResult, dict[str, Any]] | None:
    """The result of the complete training in ``out`` and what it was made from; None when there is none."""
    try:
        plain = json.loads((out / LOG).read_text(encoding="utf-8"))
        identity = plain.pop("made_from")
        result = replace(from_plain(TrainResult, plain | {"folder": ""}), folder=out)
        whole = hashlib.sha256((out / WEIGHTS).read_bytes()).hexdigest() == result.sha256
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"The log of the training in {out} is damaged ({error}). Remove {LOG}.") from error
    if not whole or not (out / CONFIG).is_file():
        raise InputError(
            f"The model in {out} is not the one that its log names. Remove {LOG} to train again."
        )
    return result, identity


def _complete(out: Path, identity: dict[str, Any]) -> TrainResult | None:
    found = read_log(out)
    if found is None:
        return None
    refuse_another(found[1], identity, out)
    return found[0]


def _log(result: TrainResult, identity: dict[str, Any]) -> bytes:
    plain = {
        field.name: to_plain(getattr(result, field.name))
        for field in fields(result)
        if field.name not in ("folder", "resumed_at")
    }
    return (json.dumps(plain | {"made_from": identity}, indent=1) + "\n").encode()


def _refuse_misfits(features: Features, config: TrainConfig) -> None:
    align = config.align
    if features.image_dim != align.image_dim:
        raise InputError(
            f"The model takes image vectors of {align.image_dim} numbers, these have {features.image_dim}."
        )
    if align.text_dim is not None and features.text_dim != align.text_dim:
        have = "there are none" if features.text is None else f"these have {features.text_dim}"
        raise InputError(f"The model takes text vectors of {align.text_dim} numbers, {have}.")
    known = {"", features.encoder_sha256}
    if align.encoder_sha256 not in known:
        raise InputError("The model is for another image encoder than the one that made these vectors.")


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold the folder of a training; the kernel lets go of it when the process dies.

    Raises InputError while another training holds it, StorageFailed.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / ".lock").open("w")
    except OSError as error:
        raise StorageFailed(f"{out} cannot be written: {error.strerror or error}.") from error
    with lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows: nothing guards against a second training
            pass
        except BlockingIOError as error:
            raise InputError(f"Another training is writing to {out}.") from error
        yield
