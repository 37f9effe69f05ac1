"""``cells build | train | export``: geocells of your own, from a table of photographs with places."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite import packs
from theodolite.cells import config as configs
from theodolite.cli import making, opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.errors import InputError, PackMissing
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.align.table import Dropped
    from theodolite.cells.tasks import Built, TrainedTable


def add_build(leaf: ArgumentParser) -> None:
    leaf.add_argument("table", type=Path, metavar="TABLE", help="Parquet: image or embedding, lat, lon")
    leaf.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the cells go")
    leaf.add_argument("--style", default="isns", choices=tuple(configs.NAMED), help="whose cells (isns)")
    leaf.add_argument("--min", type=int, metavar="N", help="photographs of a cell at least")
    leaf.add_argument("--max", default="", metavar="N[,N]", help="at most; isns: one a level, coarse to fine")
    leaf.add_argument("--base", type=int, metavar="N", help="cplanet: photographs of its small cells")
    leaf.add_argument("--classes", type=int, metavar="N", help="cplanet: classes of a coarse partition")
    leaf.add_argument("--partitions", type=int, metavar="N", help="cplanet: how many coarse partitions")
    leaf.add_argument("--seed", type=int, default=7, metavar="N", help="cplanet: draws its partitions")


def add_train(leaf: ArgumentParser) -> None:
    leaf.add_argument("table", type=Path, metavar="TABLE", help="Parquet: image or embedding, lat, lon")
    leaf.add_argument("--cells", type=Path, required=True, metavar="FOLDER", help="what cells build wrote")
    leaf.add_argument("--encoder", default="vision-starter", metavar="PACK", help="image encoder, or 'none'")
    leaf.add_argument("--images", type=Path, metavar="FOLDER", help="where paths start; beside the table")
    leaf.add_argument("--features", type=Path, metavar="FOLDER", help="cache of vectors; inside --cells")
    leaf.add_argument("--epochs", type=int, default=20, metavar="N")
    leaf.add_argument("--batch", type=int, default=256, metavar="N", help="photographs of a step")
    leaf.add_argument("--rate", type=float, default=1e-3, metavar="X", help="rate of learning (1e-3)")
    leaf.add_argument("--hidden", type=int, default=0, metavar="N", help="width of a hidden layer; 0: none")
    leaf.add_argument(
        "--held-out", type=float, default=0.05, metavar="X", help="share to measure with (0.05)"
    )
    leaf.add_argument("--smoothing", type=float, metavar="KM", help="labels that fall with distance; 0: none")
    leaf.add_argument("--seed", type=int, default=7, metavar="N")


def add_export(leaf: ArgumentParser) -> None:
    making.add_export(leaf, "what cells train wrote")


def build(options: Namespace, out: Output) -> Result:
    """Cells from the positions of the table, in the vision worker."""
    config = configs.named(
        options.style,
        least=options.min,
        most=_numbers(options.max),
        base=options.base,
        classes=options.classes,
        partitions=options.partitions,
    )
    work = {
        "table": str(options.table.absolute()),
        "out": str(options.out.absolute()),
        "config": config,
        "seed": options.seed,
        "gazetteer": _gazetteer(),
    }
    with opened.engine() as engine:
        made: Built = out.drive(engine.vision.run(Call("theodolite.cells.tasks:build_table", work)))
    lines = [f"{options.out}: {made.cells} cells of {made.about.points} photographs"]
    if len(made.classes) > 1:
        lines.append(f"Partitions of {', '.join(map(str, made.classes))} classes")
    if made.outside:
        lines.append(f"{made.outside} photographs lie in no cell: too few others are near them")
    if made.about.areas == "countries":
        lines.append(
            "Without the gazetteer the areas are countries. Get it: theodolite packs fetch gazetteer"
        )
    return Result(to_plain(made), "\n".join([*lines, *_left_out(made.dropped)]))


def train(options: Namespace, out: Output) -> Result:
    """Train in the vision worker; what was reached before an interruption is taken up again."""
    settings = {
        "epochs": options.epochs,
        "batch": options.batch,
        "rate": options.rate,
        "hidden": options.hidden,
        "held_out": options.held_out,
        "smoothing_km": options.smoothing,
        "seed": options.seed,
    }
    work = {
        "table": str(options.table.absolute()),
        "cells": str(options.cells.absolute()),
        "encoder": None if options.encoder == "none" else making.encoder(options.encoder),
        "images": str(options.images.absolute()) if options.images else None,
        "features": str(options.features.absolute()) if options.features else None,
        "gazetteer": _gazetteer(),
        "settings": settings,
    }
    with opened.engine() as engine:
        made: TrainedTable = out.drive(engine.vision.run(Call("theodolite.cells.tasks:train_table", work)))
    done = made.trained
    lines = [f"{options.cells}: trained on {done.used} photographs in {done.steps} steps"]
    lines.append(f"Loss {done.epochs[0].loss:.3f} in the first epoch, {done.epochs[-1].loss:.3f} in the last")
    within = done.epochs[-1].within
    if within is not None:
        shares = zip(within, (25, 200, 750), strict=True)
        shown = ", ".join(f"{share:.1%} within {km} km" for share, km in shares)
        lines.append(f"{done.held} held-out photographs: {shown}")
    if done.dropped:
        lines.append(f"{done.dropped} photographs lie in no cell and were not trained on")
    return Result(to_plain(made), "\n".join([*lines, *_left_out(made.dropped)]))


def export(options: Namespace, out: Output) -> Result:
    from theodolite.cells import export as exports

    return making.exported(options, out, exports.export)


def _numbers(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")] if text else []
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise InputError(f"--max takes whole numbers with commas between them, not {text!r}.")
    return tuple(map(int, parts))


def _gazetteer() -> str | None:
    try:
        return str(packs.installed("gazetteer").file("gazetteer.db"))
    except PackMissing:
        return None


def _left_out(dropped: tuple[Dropped, ...]) -> list[str]:
    return [f"Left out: {one.count} x {one.reason} (first: {one.example})" for one in dropped]
