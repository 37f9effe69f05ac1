"""``align train | export``: a model of your own, from a table of photographs whose place is known."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite import packs
from theodolite.cli import making, opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.align.training import Trained


def add_train(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "table", type=Path, metavar="TABLE", help="Parquet: image or embedding, lat, lon, places"
    )
    leaf.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="the model, its log and curve"
    )
    leaf.add_argument("--encoder", default="vision-starter", metavar="PACK", help="image encoder, or 'none'")
    leaf.add_argument("--text", action="store_true", help="train the text heads too (needs a text tower)")
    leaf.add_argument("--text-encoder", metavar="PACK", help="text tower, if not that of the encoder")
    leaf.add_argument("--images", type=Path, metavar="FOLDER", help="where paths start; beside the table")
    leaf.add_argument(
        "--features", type=Path, metavar="FOLDER", help="cache of vectors, to share; inside --out"
    )
    leaf.add_argument("--location-weights", metavar="gallery|PACK", help="begin with its location encoder")
    leaf.add_argument("--small", action="store_true", help="a small model, to try out or without a GPU")
    leaf.add_argument("--epochs", type=int, default=10, metavar="N")
    leaf.add_argument("--batch", type=int, default=256, metavar="N", help="photographs compared in a step")
    leaf.add_argument("--micro", type=int, default=0, metavar="N", help="of them in memory at once; 0: all")
    leaf.add_argument("--rate", type=float, default=3e-5, metavar="X", help="rate of learning (3e-5)")
    leaf.add_argument("--decay", type=float, default=0.87, metavar="X", help="its factor each epoch (0.87)")
    leaf.add_argument(
        "--held-out", type=float, default=0.05, metavar="X", help="share to measure with (0.05)"
    )
    leaf.add_argument("--seed", type=int, default=0, metavar="N")
    leaf.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    leaf.add_argument("--precision", choices=("auto", "float32", "bf16"), default="auto")
    leaf.add_argument(
        "--checkpoint", type=float, default=60.0, metavar="S", help="seconds between checkpoints"
    )


def add_export(leaf: ArgumentParser) -> None:
    making.add_export(leaf, "what align train wrote")


def train(options: Namespace, out: Output) -> Result:
    """Train in the vision worker; what was reached before an interruption is taken up again."""
    begin = options.location_weights
    settings = {
        "epochs": options.epochs,
        "batch": options.batch,
        "micro": options.micro,
        "rate": options.rate,
        "decay": options.decay,
        "held_out": options.held_out,
        "seed": options.seed,
        "device": options.device,
        "precision": options.precision,
        "checkpoint_s": options.checkpoint,
        "start": str(packs.installed(begin).path) if begin else "",
    }
    work = {
        "table": str(options.table.absolute()),
        "out": str(options.out.absolute()),
        "encoder": None if options.encoder == "none" else making.encoder(options.encoder),
        "text": options.text,
        "text_encoder": making.encoder(options.text_encoder) if options.text_encoder else None,
        "images": str(options.images.absolute()) if options.images else None,
        "features": str(options.features.absolute()) if options.features else None,
        "small": options.small,
        "settings": settings,
    }
    with opened.engine() as engine:
        made: Trained = out.drive(engine.vision.run(Call("theodolite.align.training:run", work)))
    data = {**to_plain(made), "curve": str(made.curve)}
    data["fit"]["folder"] = str(made.fit.folder)
    return Result(data, _text(made))


def export(options: Namespace, out: Output) -> Result:
    from theodolite.align import export as exports

    return making.exported(options, out, exports.export)


def _text(made: Trained) -> str:
    fit = made.fit
    lines = [f"{fit.folder}: trained on {fit.used} photographs in {fit.steps} steps ({fit.device})"]
    if fit.resumed_at:
        lines.append(f"Taken up again at step {fit.resumed_at}.")
    lines += [f"Left out: {d.count} x {d.reason} (first: {d.example})" for d in made.dropped]
    first, last = fit.epochs[0], fit.epochs[-1]
    losses = f"Loss of the last epoch: GPS {last.gps:.3f}"
    lines.append(losses if last.text is None else f"{losses}, text {last.text:.3f}")
    if last.within is not None and first.within is not None:
        shown = ", ".join(
            f"{share:.1%} within {km} km" for share, km in zip(last.within, (25, 200, 750), strict=True)
        )
        before = ", ".join(f"{share:.1%}" for share in first.within)
        lines.append(f"{fit.held} held-out photographs: {shown} (before training {before})")
    return "\n".join([*lines, *made.notes, f"Curve: {made.curve}"])
