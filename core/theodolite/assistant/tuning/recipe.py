"""How to tune: a small table that is written beside what comes out of it, and read back."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from theodolite.errors import InputError, NotFound

#: Matrices of a layer that an adapter may be put beside, by transformers' names.
ATTENTION = ("q_proj", "k_proj", "v_proj", "o_proj")
TARGETS = (*ATTENTION, "gate_proj", "up_proj", "down_proj")


@dataclass(frozen=True, slots=True)
class Recipe:
    """``rank`` and ``alpha``: the adapter adds alpha / rank * B A to each matrix of ``targets``.

    ``rate``: of learning, falling linearly to 0 over the whole training; ``batch``: conversations in a step;
    ``max_length``: tokens of a conversation, longer ones are cut at a turn; ``checkpoint_s``: seconds between
    checkpoints, 0: after every step. The loss counts the answers only, never what they answer.
    """

    rank: int = 8
    alpha: float = 16.0
    targets: tuple[str, ...] = ATTENTION
    dropout: float = 0.0
    rate: float = 2e-4
    weight_decay: float = 0.0
    epochs: int = 1
    batch: int = 4
    max_length: int = 1024
    seed: int = 0
    checkpoint_s: float = 60.0

    def __post_init__(self) -> None:
        if self.rank < 1 or self.alpha <= 0 or not 0 <= self.dropout < 1:
            raise InputError("An adapter takes a rank from 1, an alpha above 0 and a dropout below 1.")
        if not (0 < self.rate < 1 and 0 <= self.weight_decay < 1):
            raise InputError("The rate lies between 0 and 1, and so does the weight decay.")
        if self.epochs < 1 or self.batch < 1 or self.max_length < 16 or self.seed < 0:
            raise InputError("A tuning takes at least 1 epoch, batches of 1, 16 tokens, and a seed from 0.")
        unknown = [name for name in self.targets if name not in TARGETS]
        if unknown or not self.targets or len(set(self.targets)) < len(self.targets):
            raise InputError(f"targets are some of {', '.join(TARGETS)}, each once.")


def read(path: Path) -> Recipe:
    """The recipe in a TOML file; what it leaves out is the default. Raises NotFound, InputError."""
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotFound(f"There is no recipe {path}.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path.name} is no recipe that can be read: {error}.") from error
    known = {field.name: field.type for field in fields(Recipe)}
    given: dict[str, Any] = {}
    for name, value in plain.items():
        if name not in known:
            raise InputError(f"{path.name} names {name}, which is nothing a recipe has: {', '.join(known)}.")
        given[name] = _typed(path.name, name, value)
    return Recipe(**given)


def _typed(file: str, name: str, value: Any) -> Any:
    default = getattr(Recipe(), name)
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
    elif isinstance(default, float):
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        return value
    raise InputError(f"{name} in {file} is {value!r}, but should be like {default!r}.")


def toml(recipe: Recipe) -> str:
    """The recipe as TOML with every setting in it."""
    lines = ["# How an adapter was tuned (LoRA). Give it to `theodolite assistant tune --recipe`."]
    for field in fields(Recipe):
        value = getattr(recipe, field.name)
        lines.append(f"{field.name} = {json.dumps(list(value) if isinstance(value, tuple) else value)}")
    lines.append("# The loss counts the answers only, never what they answer.")
    return "\n".join(lines) + "\n"
