"""``evaluate DATASET``: how good the strategies are on images whose place is known."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import interactive, opened
from theodolite.cli.output import Output, Result
from theodolite.errors import InputError
from theodolite.evaluate import harness, plots, summary, tables, whole
from theodolite.evaluate.datasets import KINDS, open_dataset
from theodolite.geo.world import World


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "dataset", type=Path, metavar="DATASET", help="folder of a benchmark, or a table of image, lat, lon"
    )
    leaf.add_argument(
        "--strategy", default="fusion", metavar="NAME[,NAME]", help="one or more; compared with the first"
    )
    leaf.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where results go, and where a stopped run goes on"
    )
    leaf.add_argument(
        "--index", type=Path, action="append", default=[], metavar="INDEX", help="references that may answer"
    )
    leaf.add_argument("--layout", default="", choices=("", *KINDS), metavar="NAME", help=", ".join(KINDS))
    leaf.add_argument("--limit", type=int, metavar="N", help="a random sample of N images, always the same")
    leaf.add_argument("--ablate", default="", metavar="LIST", help="g3 without each of geo-a,geo-d,geo-v")
    leaf.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="an option of all, or g3.prompts=2",
    )
    leaf.add_argument(
        "--leave-families-out",
        action="store_true",
        help="no image answers for another by its photographer, or near it on what may be one day",
    )
    leaf.add_argument("--sphere", action="store_true", help="distances on OSV-5M's sphere instead of WGS84")
    leaf.add_argument("--fresh", action="store_true", help="forget what --out already holds")
    interactive.add_arguments(leaf)


def run(options: Namespace, out: Output) -> Result:
    """Evaluate, write every table and picture, and show the Markdown one."""
    if options.interactive:
        return interactive.run(options, out)
    from theodolite.engine import asking, evaluating

    chosen = [name for name in options.strategy.split(",") if name]
    parts = [name for name in options.ablate.split(",") if name]
    dataset = open_dataset(options.dataset, options.layout, options.limit)
    folder: Path = options.out or Path(f"evaluation-{_slug(dataset.title)}")
    indexes = [str(path.absolute()) for path in options.index]
    with opened.engine() as engine:
        subjects, whole = evaluating.subjects(
            engine, chosen, indexes, settings=_settings(options.set), ablate=parts
        )
        result = out.drive(
            harness.evaluate(
                dataset,
                subjects,
                asking.tools(engine),
                folder,
                naming=evaluating.naming(engine),
                indexes=indexes,
                leave_families_out=options.leave_families_out,
                fresh=options.fresh,
            )
        )
        numbers = summary.summarise(result, sphere=options.sphere, whole=whole)
        files = _write(result, numbers, engine.world)
    text = tables.markdown(result, numbers)
    return Result(
        {**tables.as_json(result, numbers), "folder": str(folder), "files": files},
        f"{text}\nIn {folder}: {', '.join(files)}",
    )


def _settings(given: list[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if any(not name or not equals for name, equals, _ in pairs):
        raise InputError("--set takes NAME=VALUE, for example --set g3.prompts=2.")
    return {name: value for name, _, value in pairs}


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "dataset"


def _write(result: harness.Result, numbers: summary.Summary, world: World) -> list[str]:
    """Tables and pictures, in the folder of the records; the names of what is there."""
    folder = result.folder
    texts = {
        "results.md": tables.markdown(result, numbers),
        "results.csv": tables.as_csv(numbers),
        "results.json": json.dumps(tables.as_json(result, numbers), indent=1, ensure_ascii=False) + "\n",
    }
    for name, text in texts.items():
        whole.write_text(folder / name, text)
    names = ["images.csv", *texts]
    stated = [(row.strategy, row.calibration) for row in numbers.rows if row.calibration is not None]
    if stated:
        plots.reliability(folder / "reliability.png", result.dataset.title, stated)
        names.append("reliability.png")
    for strategy in result.strategies:
        name = f"map-{_slug(strategy)}.png"
        title = f"{result.dataset.title}, {strategy}"
        plots.error_map(folder / name, title, result.of(strategy), world)
        names.append(name)
    return names
