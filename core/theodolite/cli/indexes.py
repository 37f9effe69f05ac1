"""``index build | search``."""

from __future__ import annotations

from argparse import Namespace

from theodolite import packs
from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import ReferenceSearch
from theodolite.errors import InputError, NotFound
from theodolite.workers import Call


def build(options: Namespace, out: Output) -> Result:
    if not options.folder.is_dir():
        raise NotFound(f"There is no folder {options.folder}.")
    pack = packs.installed("vision-starter")
    with opened.engine() as engine:
        info = out.drive(
            engine.vision.run(
                Call(
                    "theodolite.index.build:build",
                    {"folder": str(options.folder), "out": str(options.out), "pack": str(pack.path)},
                )
            )
        )
    left = f"{info.skipped_count} files without a usable position or image"
    text = f"{options.out}: {info.count} references, {left}"
    return Result(to_plain(info), text)


def search(options: Namespace, out: Output) -> Result:
    if options.count < 1:
        raise InputError("--count takes a number from 1.")
    if not options.image.is_file():
        raise NotFound(f"There is no file {options.image}.")
    pack = packs.installed("vision-starter")
    with opened.engine() as engine:
        found: ReferenceSearch = out.drive(
            engine.vision.run(
                Call(
                    "theodolite.index.search:search_file",
                    {
                        "exhibit": "",
                        "path": str(options.image),
                        "indexes": [str(options.index)],
                        "pack": str(pack.path),
                    },
                )
            )
        )
    best = found.references[: options.count]
    text = "\n".join(f"{r.cosine:.3f}  {r.lat:.5f}, {r.lon:.5f}  {r.name}" for r in best)
    return Result(
        {"total": found.total, "references": to_plain(best)}, f"{text}\nof {found.total} references"
    )
