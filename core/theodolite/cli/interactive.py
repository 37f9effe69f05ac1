"""``evaluate DATASET --interactive``: what hints, right and wrong, do to the answers."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite.cli.output import Output, Result
from theodolite.errors import InputError, PackMissing

if TYPE_CHECKING:
    from theodolite.engine import Engine
    from theodolite.evaluate.interactive.dialogue import Photograph
    from theodolite.evaluate.interactive.reasked import Model
    from theodolite.evaluate.interactive.study import ModelOf, Plan, Study
    from theodolite.jobs import Job


def add_arguments(leaf: ArgumentParser) -> None:
    """What ``--interactive`` adds to ``evaluate``; the dataset, --out, --index, --layout, --limit and
    --fresh are those of ``evaluate``."""
    group = leaf.add_argument_group("hints")
    group.add_argument(
        "--interactive", action="store_true", help="simulated investigators give hints, right and wrong"
    )
    group.add_argument("--turns", type=int, default=5, metavar="N", help="hints in a conversation (5)")
    group.add_argument(
        "--hint-seeds",
        default="1,2,3",
        metavar="LIST",
        help="repetitions, each with its hints (1,2,3)",
    )
    group.add_argument(
        "--rates", default="0,.1,.2,.3,.5", metavar="LIST", help="shares of wrong hints (0,.1,.2,.3,.5)"
    )
    group.add_argument(
        "--asked-images",
        type=int,
        default=10,
        metavar="N",
        help="images about which the language model is asked again after each hint (10; 0: none)",
    )
    group.add_argument(
        "--scoring-sheet",
        type=int,
        default=0,
        metavar="N",
        help="also a blank sheet for people to score N conversations by the rubric",
    )


def run(options: Namespace, out: Output) -> Result:
    """Let them talk, write every table and picture, and show the Markdown one."""
    from theodolite.cli import opened
    from theodolite.engine import asking
    from theodolite.evaluate import whole
    from theodolite.evaluate.datasets import open_dataset
    from theodolite.evaluate.interactive import bars, curves, numbers, study, tables

    plan = _plan(options)
    dataset = open_dataset(options.dataset, options.layout, options.limit)
    name = re.sub(r"[^a-z0-9]+", "-", dataset.title.lower()).strip("-") or "dataset"
    folder: Path = options.out or Path(f"hints-{name}")
    indexes = [str(path.absolute()) for path in options.index]
    with opened.engine() as engine:
        model, sha256, why = _model(engine, plan, {item.row: item.path for item in dataset.items})
        out.drive(engine.prepare())
        found = out.drive(
            study.study(
                dataset,
                asking.tools(engine),
                folder,
                plan,
                indexes=indexes,
                model=model,
                model_sha256=sha256,
                no_model=why,
                fresh=options.fresh,
            )
        )
    if not found.turns:
        raise InputError(f"No image of {dataset.title} could be used: {found.left_out[0][1]}")
    made, held = numbers.summarise(found.turns), bars.bars(found.turns)
    text, plain = tables.markdown(found, made, held), tables.as_json(found, made, held)
    files = {
        "hints.md": text,
        "hints.json": json.dumps(plain, indent=1, ensure_ascii=False) + "\n",
        "cells.csv": tables.cells_csv(made),
        "curves.csv": tables.curves_csv(made),
        **(_sheet(found, options.scoring_sheet) if options.scoring_sheet else {}),
    }
    for file, content in files.items():
        whole.write_text(folder / file, content)
    curves.draw(folder / "curves.png", found.title, made.curves)
    names = ["turns.csv", "curves.png", *files]
    return Result(
        {**plain, "folder": str(folder), "files": names}, f"{text}\nIn {folder}: {', '.join(names)}"
    )


def _plan(options: Namespace) -> Plan:
    from theodolite.evaluate.interactive.study import Plan

    try:
        seeds = tuple(int(text) for text in options.hint_seeds.split(",") if text.strip())
        rates = tuple(sorted({float(text) for text in options.rates.split(",") if text.strip()}))
    except ValueError as error:
        raise InputError(
            "--hint-seeds takes whole numbers and --rates shares, separated by commas."
        ) from error
    if not seeds or not rates or min(seeds) < 0 or not all(0.0 <= rate <= 1.0 for rate in rates):
        raise InputError("--hint-seeds takes numbers from 0 on, --rates shares from 0 to 1.")
    if not 1 <= options.turns <= 20:
        raise InputError("--turns takes 1 to 20 hints a conversation.")
    if options.asked_images < 0 or options.scoring_sheet < 0:
        raise InputError("--asked-images and --scoring-sheet take numbers from 0 on.")
    return Plan(seeds, rates, turns=options.turns, asked_images=options.asked_images)


def _model(engine: Engine, plan: Plan, paths: dict[int, str]) -> tuple[ModelOf | None, str, str]:
    """(how to ask the language model in use, its hash, or why it is not asked)."""
    from theodolite.assistant.request import Picture
    from theodolite.engine import speaking
    from theodolite.evaluate.interactive.reasked import Model
    from theodolite.index.blocks import sha256_of

    if not plan.asked_images:
        return None, "", "The language model was not asked again (--asked-images 0)."
    try:
        files = speaking.files_of(speaking.pack_in_use())
    except (PackMissing, InputError) as error:
        return None, "", f"The language model was not asked again: {error}"

    def ready(photograph: Photograph) -> Job[Model]:
        picture = None
        if files.projector:
            path = Path(paths[photograph.row])
            array = yield from engine.decoder.pixels_job(path, speaking.PICTURE_SIDE)
            picture = Picture(sha256_of(path), int(array.shape[1]), int(array.shape[0]), array.tobytes())
        return Model(files, engine.language, picture)

    return ready, files.model_sha256, ""


def _sheet(found: Study, count: int) -> dict[str, str]:
    """A blank scoring sheet, and what its columns mean."""
    from theodolite.evaluate.interactive import rubric

    asked = rubric.load()
    return {
        "scoring-sheet.csv": rubric.sheet(found.turns, asked, count),
        "scoring-rubric.md": rubric.explanation(asked),
    }
