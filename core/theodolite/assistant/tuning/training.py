"""The training itself: LoRA by peft, one conversation at a time, the same bits for the same seed on a CPU.

What a step does is a function of the seed and its number, so a training that was stopped goes on from its
last checkpoint (:mod:`theodolite.align.checkpoint`) and ends as if it had not been.
"""

from __future__ import annotations

import random
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.align import checkpoint
from theodolite.assistant.tuning.encode import IGNORED
from theodolite.assistant.tuning.gather import Gathered
from theodolite.assistant.tuning.recipe import Recipe
from theodolite.errors import InputError
from theodolite.jobs import Job, Progress

_MOMENTS = ("exp_avg", "exp_avg_sq")


@dataclass(frozen=True, slots=True)
class Fitted:
    """``losses``: mean of an answer's token in each epoch, nats. ``resumed_at``: step, 0: ran through."""

    steps: int
    losses: tuple[float, ...]
    parameters: int
    resumed_at: int


def adapted(model: Any, recipe: Recipe, name: str) -> Any:
    """The model with fresh adapters, drawn by the seed; B is zero, so at first nothing changes."""
    import torch
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(recipe.seed)
    config = LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,  # type: ignore[arg-type, unused-ignore]
        lora_dropout=recipe.dropout,
        target_modules=list(recipe.targets),
        bias="none",
        task_type="CAUSAL_LM",
    )
    with warnings.catch_warnings():  # peft asks transformers by a name that it is about to drop
        warnings.simplefilter("ignore", FutureWarning)
        made = get_peft_model(model, config)
    made.peft_config["default"].base_model_name_or_path = name
    return made


def fit(model: Any, gathered: Gathered, recipe: Recipe, out: Path, identity: dict[str, Any]) -> Job[Fitted]:
    """Train the adapters of ``model`` in place; checkpoints lie in ``out``.

    Raises InputError for checkpoints of another training, or when the loss is no number any more.
    """
    run = _Run(model, gathered, recipe, identity)
    kept = checkpoint.newest(out)
    if kept is not None:
        if kept.state["identity"] != identity:
            raise InputError(
                f"{out} holds a tuning on other data or with other settings. Give another --out."
            )
        run.take_up(kept)
    resumed, saved = run.step, time.monotonic()
    while run.step < run.total:
        yield from run.one()
        if run.step < run.total and time.monotonic() - saved >= recipe.checkpoint_s:
            checkpoint.save(out, run.step, run.tensors(), run.state())
            saved = time.monotonic()
    return Fitted(run.total, tuple(run.losses), sum(p.numel() for p in run.weights.values()), resumed)


class _Run:
    """A training under way."""

    def __init__(self, model: Any, gathered: Gathered, recipe: Recipe, identity: dict[str, Any]) -> None:
        import torch

        self.model, self.data, self.recipe, self.identity = model, gathered, recipe, identity
        self.weights = {name: p for name, p in model.named_parameters() if p.requires_grad}
        self.optimiser = torch.optim.AdamW(
            self.weights.values(), lr=recipe.rate, weight_decay=recipe.weight_decay
        )
        self.per_epoch = -(-len(gathered.tokens) // recipe.batch)
        self.total = self.per_epoch * recipe.epochs
        self.step = 0
        self.losses: list[float] = []
        self._sum, self._answers = 0.0, 0

    def one(self) -> Job[None]:
        """One step: the gradients of a batch, conversation by conversation."""
        import torch

        epoch, place = divmod(self.step, self.per_epoch)
        order = random.Random(f"{self.recipe.seed} {epoch}").sample(
            range(len(self.data.tokens)), len(self.data.tokens)
        )
        chosen = order[place * self.recipe.batch : (place + 1) * self.recipe.batch]
        torch.manual_seed(self.recipe.seed * 1_000_003 + self.step)  # dropout
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate * (1.0 - self.step / self.total)
        answers = sum(len(self.data.labels[n]) - self.data.labels[n].count(IGNORED) for n in chosen)
        self.model.train()
        total = 0.0
        for number in chosen:
            yield Progress("Tuning (steps)", self.step, self.total)
            loss = self._loss(number) / answers
            loss.backward()
            total += float(loss.detach())
        if not total < float("inf"):  # NaN too
            raise InputError("The loss is no number any more. Take a smaller rate.")
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self._sum, self._answers = self._sum + total * answers, self._answers + answers
        self.step += 1
        if place + 1 == self.per_epoch:
            self.losses.append(self._sum / self._answers)
            self._sum, self._answers = 0.0, 0

    def _loss(self, number: int) -> Any:
        """Sum over the answers' tokens of -ln P(token | all before it)."""
        import torch
        from torch.nn.functional import cross_entropy

        device = next(iter(self.weights.values())).device
        tokens = torch.tensor([self.data.tokens[number].tolist()], device=device)
        labels = torch.tensor(self.data.labels[number].tolist(), device=device)
        logits = self.model(input_ids=tokens, use_cache=False).logits[0, :-1].float()
        return cross_entropy(logits, labels[1:], ignore_index=IGNORED, reduction="sum")

    def tensors(self) -> dict[str, Any]:
        found = {f"model/{name}": weight for name, weight in self.weights.items()}
        for name, weight in self.weights.items():
            state = self.optimiser.state[weight]
            found |= {f"{moment}/{name}": state[moment] for moment in _MOMENTS}
        return found

    def state(self) -> dict[str, Any]:
        return {
            "identity": self.identity,
            "losses": self.losses,
            "sum": self._sum,
            "answers": self._answers,
        }

    def take_up(self, kept: checkpoint.Checkpoint) -> None:
        import torch

        with torch.no_grad():
            for name, weight in self.weights.items():
                weight.copy_(kept.tensors[f"model/{name}"])
                moments = {m: kept.tensors[f"{m}/{name}"].to(weight.device) for m in _MOMENTS}
                self.optimiser.state[weight] = {"step": torch.tensor(float(kept.step)), **moments}
        self.step = kept.step
        self.losses = [float(one) for one in kept.state["losses"]]
        self._sum, self._answers = float(kept.state["sum"]), int(kept.state["answers"])
