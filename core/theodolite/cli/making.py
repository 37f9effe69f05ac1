"""What the commands that train and pass on a model share."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from theodolite import packs
from theodolite.cli.output import Output, Result
from theodolite.errors import PackError
from theodolite.jobs import Job

ENCODER = "image-encoder"


def add_export(leaf: ArgumentParser, what: str) -> None:
    """``what``: whose folder it is, for the help."""
    leaf.add_argument("folder", type=Path, metavar="FOLDER", help=what)
    leaf.add_argument(
        "--name", required=True, metavar="NAME", help="name of the pack: small letters, hyphens"
    )
    leaf.add_argument("--out", type=Path, required=True, metavar="FILE", help="NAME.pack.zip")
    leaf.add_argument("--version", default="1", metavar="TEXT")
    leaf.add_argument("--licence", default="", metavar="TEXT", help="under which you pass it on")


def exported(options: Namespace, out: Output, export: Callable[..., Job[Path]]) -> Result:
    """Make the pack file with ``export`` and say how it is installed."""
    target = out.drive(
        export(
            options.folder,
            options.name,
            options.out.absolute(),
            version=options.version,
            licence=options.licence,
        )
    )
    return Result({"file": str(target)}, f"{target}\nInstall it with: theodolite packs import {target}")


def encoder(name: str) -> str:
    """The folder of the image encoder of that name; PackMissing, or PackError for another kind of pack."""
    pack = packs.installed(name)
    if pack.kind != ENCODER:
        raise PackError(f"The pack {name} is no image encoder ({pack.kind}).")
    return str(pack.path)
