"""One training of the classifier from its first step, or its last checkpoint, to its end."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align import checkpoint, held
from theodolite.align.features import Features
from theodolite.cells import classify
from theodolite.cells.folder import EpochLine
from theodolite.cells.labels import smoothed
from theodolite.cells.partition import I8
from theodolite.cells.scheme import Scheme
from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError
from theodolite.geo.geodesy import distance_km
from theodolite.jobs import Job, Progress
from theodolite.workers import threads

if TYPE_CHECKING:
    from torch import Tensor

    from theodolite.cells.train import ClassifierConfig

_MOMENTS = ("exp_avg", "exp_avg_sq", "step")
_CHUNK = 1 << 14


class Run:
    """``labels`` [n, l]: class of each photograph in each partition, -1 none. ``made_from``: a checkpoint of
    anything else is passed over."""

    def __init__(
        self,
        features: Features,
        scheme: Scheme,
        labels: I8,
        config: ClassifierConfig,
        out: Path,
        made_from: str,
    ) -> None:
        import torch

        self._features, self._scheme, self._labels = features, scheme, labels
        self._config, self._out, self._made_from = config, out, made_from
        train, self.held = held.split(features, config.held_out, config.seed)
        self.train: I8 = train[(labels[train] >= 0).any(axis=1)]
        if not len(self.train):
            raise InputError(
                "No photograph of the table lies in a cell: the cells were made from another one."
            )
        if config.smoothing_km and len(scheme.levels) != 1:
            raise InputError("Labels can be smoothed with one partition only.")
        self._batch = min(config.batch, len(self.train))
        self._each = math.ceil(len(self.train) / self._batch)
        found = checkpoint.newest(out)
        if found is not None and found.state.get("made_from") != made_from:
            found = None  # of another table or other settings, which are the ones that count now
            checkpoint.drop(out)
        self._threads = int(found.state["threads"]) if found else config.threads or threads()
        self._net = self._fresh()
        if found is not None:
            self._net.load_state_dict(_under("model", found.tensors))
        self._parameters = dict(self._net.named_parameters())
        self._optimiser = torch.optim.AdamW(
            self._parameters.values(), lr=config.rate, weight_decay=config.weight_decay, fused=True
        )
        self.step, self.epochs, self._sum = 0, list[EpochLine](), 0.0
        if found is not None:
            for moment in _MOMENTS:
                for name, tensor in _under(moment, found.tensors).items():
                    self._optimiser.state[self._parameters[name]][moment] = tensor
            self.step = found.step
            self.epochs = [from_plain(EpochLine, line) for line in found.state["epochs"]]
            self._sum = float(found.state["sum"])

    def to_end(self) -> Job[None]:
        """All steps that are left; a yield after each, checkpoints on the way."""
        import torch

        before = torch.get_num_threads()
        torch.set_num_threads(self._threads)  # the order of sums depends on it
        try:
            yield from self._steps()
        finally:
            torch.set_num_threads(before)

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """By the names of :class:`theodolite.cells.net.Classifier`."""
        return {name: tensor.detach().numpy() for name, tensor in self._net.state_dict().items()}

    def drop(self) -> None:
        """Remove the checkpoints: the classifier is written."""
        checkpoint.drop(self._out)

    def _steps(self) -> Job[None]:
        config, total = self._config, self._each * self._config.epochs
        saved = time.monotonic()
        while self.step < total:
            epoch, start = divmod(self.step, self._each)
            order = held.order(self.train, config.seed, epoch)
            for number in range(start, self._each):
                self._one(order[number * self._batch : (number + 1) * self._batch])
                text = f"Epoch {epoch + 1} of {config.epochs}, loss {self._sum / (number + 1):.3f}"
                yield Progress(text, self.step, total)
                if number + 1 < self._each and time.monotonic() - saved >= config.checkpoint_s:
                    self._save()
                    saved = time.monotonic()
            self.epochs.append(EpochLine(epoch + 1, self._sum / self._each, self._within()))
            self._sum = 0.0
            self._save()
            saved = time.monotonic()

    def _one(self, rows: I8) -> None:
        """One step of the optimiser on the photographs ``rows``."""
        import torch

        from theodolite.cells.net import loss

        features, scheme, tau = self._features, self._scheme, self._config.smoothing_km
        soft = None
        if tau:
            made = smoothed(features.lat[rows], features.lon[rows], scheme.lat, scheme.lon, tau)
            soft = torch.from_numpy(made)
        self._optimiser.zero_grad(set_to_none=True)
        logits = self._net(torch.from_numpy(classify.units(features.images(rows))))
        term = loss(logits, torch.from_numpy(self._labels[rows]), soft)
        term.backward()  # type: ignore[no-untyped-call]
        value = float(term.detach())
        if not math.isfinite(value):
            raise InputError(
                f"The loss is no number any more in step {self.step + 1}: the rate of learning "
                f"({self._config.rate:g}) is too high. What was saved before is kept."
            )
        self._optimiser.step()
        self._sum += value
        self.step += 1

    def _within(self) -> tuple[float, float, float] | None:
        """Shares of held-out photographs whose best cell's point is near; at most held.MEASURED of them."""
        if not len(self.held):
            return None
        rows = held.order(self.held, self._config.seed, 0)[: held.MEASURED]
        scores = classify.score(self._scheme, self.weights(), self._features.images(rows))
        cell = scores.argmax(axis=1)
        lat, lon = self._features.lat[rows], self._features.lon[rows]
        km = distance_km(lat, lon, self._scheme.lat[cell], self._scheme.lon[cell])
        near, region, country = (float((km < limit).mean()) for limit in held.THRESHOLDS_KM)
        return near, region, country

    def _fresh(self) -> Any:
        """The classifier before its first step; the random state of the caller is left as it was."""
        import torch

        from theodolite.cells.net import Classifier

        total = np.zeros(self._features.image_dim)
        square = np.zeros(self._features.image_dim)
        for start in range(0, len(self.train), _CHUNK):
            part = classify.units(self._features.images(self.train[start : start + _CHUNK])).astype(
                np.float64
            )
            total += part.sum(axis=0)
            square += (part**2).sum(axis=0)
        mean = total / len(self.train)
        scale = np.sqrt(np.maximum(square / len(self.train) - mean**2, 0.0))
        scale = np.maximum(scale, 1e-3 * max(float(scale.max()), 1e-6))  # a dimension that never varies
        priors = []
        for column, level in enumerate(self._scheme.levels):
            own = self._labels[self.train, column]
            count = np.bincount(own[own >= 0], minlength=len(level)) + 1.0
            priors.append(torch.from_numpy(np.log(count / count.sum()).astype(np.float32)))
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self._config.seed)
            return Classifier(
                torch.from_numpy(mean.astype(np.float32)),
                torch.from_numpy(scale.astype(np.float32)),
                priors,
                self._config.hidden,
            )

    def _save(self) -> None:
        tensors = {f"model/{name}": tensor for name, tensor in self._net.state_dict().items()}
        for name, parameter in self._parameters.items():
            for moment, tensor in self._optimiser.state.get(parameter, {}).items():
                tensors[f"{moment}/{name}"] = tensor
        state = {
            "made_from": self._made_from,
            "threads": self._threads,
            "sum": self._sum,
            "epochs": to_plain(tuple(self.epochs)),
        }
        checkpoint.save(self._out, self.step, tensors, state)


def _under(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    start = f"{prefix}/"
    return {name.removeprefix(start): tensor for name, tensor in tensors.items() if name.startswith(start)}
