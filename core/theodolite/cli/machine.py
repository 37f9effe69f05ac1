"""``doctor`` and ``sample build``."""

from __future__ import annotations

from argparse import Namespace

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.engine import doctor as report
from theodolite.engine import sample


def doctor(options: Namespace, out: Output) -> Result:
    with opened.engine() as engine:
        facts = out.drive(report.examine(engine))
    text = "\n".join(f"{fact.name:26} {fact.value}" for fact in facts)
    return Result([{"name": fact.name, "value": fact.value, "ok": fact.ok} for fact in facts], text)


def sample_build(options: Namespace, out: Output) -> Result:
    with opened.engine() as engine:
        path = out.drive(sample.build(engine, options.folder, fresh=options.fresh))
    return Result({"case": str(path)}, f"The sample case is {path}")
