"""One training from its first step, or its last checkpoint, to its end."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from theodolite.align import checkpoint, held, load
from theodolite.align.checkpoint import Checkpoint
from theodolite.align.config import WEIGHTS
from theodolite.align.features import Features
from theodolite.align.held import Rows
from theodolite.align.step import Batch, Precision, backward
from theodolite.align.train import Epoch, TrainConfig, TrainResult, refuse_another
from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress
from theodolite.workers import threads

if TYPE_CHECKING:
    from torch import Tensor

    from theodolite.align.net import Aligner

_MOMENTS = ("exp_avg", "exp_avg_sq", "step")


class Run:
    """``identity``: what the training is made from; a checkpoint of anything else is refused."""

    def __init__(self, features: Features, config: TrainConfig, out: Path, identity: dict[str, Any]) -> None:
        import torch

        self._features, self._config, self._out, self._identity = features, config, out, identity
        self._train, self._held = held.split(features, config.held_out, config.seed)
        if len(self._train) < 2:
            raise InputError(f"{len(self._train)} photographs are too few to train on; it takes two.")
        self._batch = min(config.batch, len(self._train))
        self._each = len(self._train) // self._batch  # what is left over is left over elsewhere next time
        self._total = self._each * config.epochs
        found = checkpoint.newest(out)
        if found is not None:
            refuse_another(found.state.get("made_from"), identity, out)
        self._threads = int(found.state["threads"]) if found else config.threads or threads()
        self._device = _device(config)
        bf16 = config.precision == "bf16" or (config.precision == "auto" and self._device == "cuda")
        self._precision = Precision(self._device, bf16)
        self._aligner = fresh(config)
        coordinates = torch.from_numpy(np.stack([features.lat, features.lon], 1))
        self._plane = self._aligner.location_encoder.project(coordinates).to(self._device)
        if found is not None:
            self._aligner.load_state_dict(_under("model", found.tensors))
        self._aligner.to(self._device)
        self._text = config.align.text_dim is not None
        self._weights = dict(_trained(self._aligner, self._text))
        self._optimiser = torch.optim.AdamW(
            self._weights.values(), lr=config.rate, weight_decay=config.weight_decay, fused=True
        )
        self._epochs: list[Epoch] = []
        self._sums = {"gps": 0.0, "text": 0.0}
        self._step = self._resumed_at = 0
        if found is not None:
            self._take_up(found)

    def to_end(self) -> Job[None]:
        """All steps that are left; a yield after each, and checkpoints on the way."""
        import torch

        before = torch.get_num_threads()
        torch.set_num_threads(self._threads)  # the order of sums depends on it
        try:
            yield from self._steps()
        finally:
            torch.set_num_threads(before)

    def _steps(self) -> Job[None]:
        if not self._epochs:
            yield from self._measure(0)
        saved = time.monotonic()
        while self._step < self._total:
            epoch, start = divmod(self._step, self._each)
            order = held.order(self._train, self._config.seed, epoch)
            for group in self._optimiser.param_groups:
                group["lr"] = self._rate(epoch)
            for number in range(start, self._each):
                self._one(order[number * self._batch : (number + 1) * self._batch])
                yield Progress(self._line(epoch, number + 1), self._step, self._total)
                if number + 1 < self._each:
                    saved = self._save(saved)
            yield from self._measure(epoch + 1)
            self._sums = dict.fromkeys(self._sums, 0.0)
            saved = self._save(saved)

    def _one(self, rows: Rows) -> None:
        """One step of the optimiser on the photographs ``rows``."""
        import torch

        features, device = self._features, self._device
        batch = Batch(
            torch.from_numpy(features.images(rows)).to(device),
            self._plane[torch.from_numpy(rows).to(device)],
            torch.from_numpy(features.texts(rows)).to(device) if self._text else None,
        )
        self._optimiser.zero_grad(set_to_none=True)
        terms = {
            name: float(term)
            for name, term in backward(self._aligner, batch, self._config.micro, self._precision).items()
        }
        if not all(map(math.isfinite, terms.values())):
            raise InputError(
                f"The loss is no number any more in step {self._step + 1}: a vector is not finite, or the "
                f"rate of learning ({self._config.rate:g}) is too high. What was saved before is kept."
            )
        self._optimiser.step()
        for name, term in terms.items():
            self._sums[name] += term
        self._step += 1

    def _measure(self, epoch: int) -> Job[None]:
        """Write the line of ``epoch`` into the log."""
        within = yield from held.measure(
            self._aligner, self._features, self._plane, self._train, self._held, self._config.seed
        )
        done = self._each if epoch else 0
        self._epochs.append(
            Epoch(
                epoch=epoch,
                rate=self._rate(max(epoch - 1, 0)),
                gps=self._sums["gps"] / done if done else None,
                text=self._sums["text"] / done if done and self._text else None,
                scale_gps=float(self._aligner.log_scale_gps.detach()),
                scale_text=float(self._aligner.log_scale_text.detach()) if self._text else None,
                within=within,
            )
        )

    def _rate(self, epoch: int) -> float:
        return self._config.rate * self._config.decay**epoch

    def _line(self, epoch: int, done: int) -> str:
        parts = [f"Epoch {epoch + 1} of {self._config.epochs}", f"GPS loss {self._sums['gps'] / done:.3f}"]
        if self._text:
            parts.append(f"text loss {self._sums['text'] / done:.3f}")
        within = self._epochs[-1].within
        if within is not None:
            parts.append(f"{within[1]:.1%} of held-out within 200 km")
        return ", ".join(parts)

    # --- checkpoints ---------------------------------------------------------------------------------

    def _save(self, saved: float) -> float:
        """Write a checkpoint if the last one, written at ``saved``, is old enough; when the last one was."""
        if time.monotonic() - saved < self._config.checkpoint_s:
            return saved
        tensors = {f"model/{name}": tensor for name, tensor in self._aligner.state_dict().items()}
        for name, weight in self._weights.items():
            for moment, tensor in self._optimiser.state.get(weight, {}).items():
                tensors[f"{moment}/{name}"] = tensor
        state = {
            "made_from": self._identity,
            "threads": self._threads,
            "sums": self._sums,
            "epochs": to_plain(tuple(self._epochs)),
        }
        checkpoint.save(self._out, self._step, tensors, state)
        return time.monotonic()

    def _take_up(self, found: Checkpoint) -> None:
        for moment in _MOMENTS:
            for name, tensor in _under(moment, found.tensors).items():
                weight = self._weights[name]
                self._optimiser.state[weight][moment] = tensor.to(weight.device)
        self._sums = {name: float(value) for name, value in found.state["sums"].items()}
        self._epochs = [from_plain(Epoch, line) for line in found.state["epochs"]]
        self._step = self._resumed_at = found.step

    # --- the end -------------------------------------------------------------------------------------

    def write_model(self) -> None:
        """align.json and model.safetensors, each whole or not there."""
        state = {
            name: tensor.detach().cpu().contiguous() for name, tensor in self._aligner.state_dict().items()
        }
        described = replace(self._config.align, encoder_sha256=self._features.encoder_sha256)
        load.save(state, described, self._out)
        with (self._out / WEIGHTS).open("rb") as file:
            self._sha256 = hashlib.file_digest(file, "sha256").hexdigest()

    def result(self) -> TrainResult:
        return TrainResult(
            folder=self._out,
            used=len(self._train),
            held=len(self._held),
            steps=self._step,
            device=self._device,
            epochs=tuple(self._epochs),
            sha256=self._sha256,
            resumed_at=self._resumed_at,
        )


def fresh(config: TrainConfig) -> Aligner:
    """A model before its first step. The random state of the caller is left as it was.

    Every layer is drawn from the seed and its own name (uniform in +-1/sqrt(width), as torch does), so that
    the rest of a model begins the same with and without its text heads.
    """
    import torch

    from theodolite.align.net import Aligner

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        aligner = Aligner(config.align)
    for name, module in aligner.named_modules():
        if isinstance(module, torch.nn.Linear):
            drawn = hashlib.sha256(f"{config.seed} {name}".encode()).digest()
            generator = torch.Generator().manual_seed(int.from_bytes(drawn[:8], "little") >> 1)
            limit = 1 / math.sqrt(module.in_features)
            with torch.no_grad():
                module.weight.uniform_(-limit, limit, generator=generator)
                module.bias.uniform_(-limit, limit, generator=generator)
    if config.start:
        _begin_with(aligner, Path(config.start))
    return aligner


def _begin_with(aligner: Aligner, path: Path) -> None:
    """Take over the location encoder of the aligned model in ``path`` (G3 begins with GeoCLIP's)."""
    import torch

    _, state = load.read(path)
    prefix = "location_encoder."
    try:
        aligner.location_encoder.load_state_dict(
            {
                name.removeprefix(prefix): torch.from_numpy(np.array(array, np.float32))
                for name, array in state.items()
                if name.startswith(prefix)
            }
        )
    except RuntimeError as error:
        raise InputError(
            f"The location encoder of {path.name} has other shapes than the model. Begin without it, or "
            "train a model whose location encoder has GeoCLIP's widths."
        ) from error


def _trained(aligner: Aligner, text: bool) -> dict[str, Tensor]:
    """The weights that the loss reaches, by name."""
    reached = {id(aligner.log_scale_gps)} | ({id(aligner.log_scale_text)} if text else set())
    return {
        name: weight
        for name, weight in aligner.named_parameters()
        if weight.requires_grad and (not name.startswith("logit_scale") or id(weight) in reached)
    }


def _under(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    start = f"{prefix}/"
    return {name.removeprefix(start): tensor for name, tensor in tensors.items() if name.startswith(start)}


def _device(config: TrainConfig) -> str:
    import torch

    there = torch.cuda.is_available()
    if config.device == "cuda" and not there:
        raise InputError("There is no GPU that torch can use on this machine. Train with --device cpu.")
    return "cuda" if there and config.device != "cpu" else "cpu"
