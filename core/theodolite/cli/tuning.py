"""``assistant tune``: a LoRA adapter of a language model, from dialogues."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.assistant.tuning import base, recipe
from theodolite.assistant.tuning.recipe import Recipe
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.workers import Call, Worker

if TYPE_CHECKING:
    from theodolite.assistant.tuning.run import Tuned


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "data", type=Path, metavar="DATA", help="an MG-Geo folder, or JSON Lines of conversations"
    )
    leaf.add_argument(
        "--base", type=Path, required=True, metavar="FOLDER", help="the model: config, tokeniser, safetensors"
    )
    leaf.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="adapter, recipe and log")
    leaf.add_argument(
        "--recipe", type=Path, metavar="FILE", help="how to tune (TOML); see recipe.toml in --out"
    )
    leaf.add_argument("--epochs", type=int, metavar="N", help="instead of the recipe's")
    leaf.add_argument("--seed", type=int, metavar="N", help="instead of the recipe's")
    leaf.add_argument(
        "--gguf", type=Path, metavar="FILE", help="the same model as GGUF: compare what both make of it"
    )
    leaf.add_argument("--dry-run", action="store_true", help="write the recipe and count, train nothing")


def run(options: Namespace, out: Output) -> Result:
    """Tune in a worker of its own; a tuning that was stopped goes on with the same command."""
    base.require()
    settings = recipe.read(options.recipe) if options.recipe else Recipe()
    given = {name: getattr(options, name) for name in ("epochs", "seed")}
    settings = replace(settings, **{name: value for name, value in given.items() if value is not None})
    work = {
        "data": str(options.data.absolute()),
        "model": str(options.base.absolute()),
        "out": str(options.out.absolute()),
        "settings": settings,
        "gguf": str(options.gguf.absolute()) if options.gguf else "",
        "dry": options.dry_run,
    }
    with closing(Worker("tuning")) as worker:
        tuned: Tuned = out.drive(worker.run(Call("theodolite.assistant.tuning.run:tune", work)))
    return Result({**to_plain(tuned), "recipe": to_plain(settings)}, _text(tuned, options.dry_run))


def _text(tuned: Tuned, dry: bool) -> str:
    from theodolite.assistant.tuning.run import ADAPTER, RECIPE

    lines = [
        f"{tuned.conversations:,} conversations, {tuned.tokens:,} tokens, {tuned.answers:,} of them answers; "
        f"{tuned.steps:,} steps"
    ]
    lines += [f"  {reason}: {count:,}" for reason, count in tuned.left_out]
    if dry:
        return "\n".join([*lines, f"Nothing was trained. The recipe is {Path(tuned.folder) / RECIPE}"])
    if tuned.resumed_at:
        lines.append(f"Taken up again at step {tuned.resumed_at}.")
    losses = ", ".join(f"{loss:.3f}" for loss in tuned.losses)
    lines.append(f"Loss of an answer's token by epoch: {losses}; {tuned.parameters:,} numbers were trained")
    if tuned.check is not None:
        lines.append(
            f"llama.cpp with the adapter: logits change by up to {tuned.check.changed:.4f}, and are within "
            f"{tuned.check.apart:.4f} of transformers' merged model ({tuned.check.tokens} tokens)"
        )
    folder = Path(tuned.folder)
    return "\n".join([*lines, f"{folder / 'adapter.gguf'} for llama.cpp, {folder / ADAPTER} for peft"])
