"""``align import``: published weights of G3 and GeoCLIP, and CLIP towers, as packs of your own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from theodolite import packs
from theodolite.align.names import listed
from theodolite.align.published import import_checkpoint, import_tower
from theodolite.cli.output import Output, Result


def add_import(leaf: ArgumentParser) -> None:
    """Arguments of ``align import``."""
    leaf.add_argument(
        "file",
        metavar="FILE",
        help="g3.pth, a GeoCLIP checkpoint, a folder of the geoclip package's weights, or a CLIP folder",
    )
    leaf.add_argument("--name", default="", metavar="NAME", help="what the pack is called here")
    leaf.add_argument(
        "--licence", default="not stated", metavar="TEXT", help="under what licence you have it"
    )
    leaf.add_argument("--tower", action="store_true", help="FILE is a folder with CLIP's towers, not a model")
    leaf.add_argument(
        "--without-tower", action="store_true", help="leave out the image tower that the checkpoint holds"
    )


def run_import(options: Namespace, out: Output) -> Result:
    """Import; the answer names the packs and every tensor that was not taken."""
    library = packs.default_library()
    if options.tower:
        name = options.name or "my-clip"
        pack = out.drive(import_tower(library, Path(options.file), name=name, licence=options.licence))
        return Result(
            {"tower": {"name": pack.name, "sha256": pack.sha256}},
            f"{pack.name} installed: image vectors can be made with it",
        )
    found = out.drive(
        import_checkpoint(
            library,
            Path(options.file),
            name=options.name,
            licence=options.licence,
            tower=not options.without_tower,
        )
    )
    made = [found.model] if found.tower is None else [found.model, found.tower]
    lines = [f"{pack.name} installed ({pack.kind})" for pack in made]
    if found.unexpected:
        lines.append(f"unexpected, left out: {listed(found.unexpected)}")
    if found.left_out:
        lines.append(f"not needed, left out: {listed(found.left_out, 4)}")
    if found.tower is None:
        lines.append("Its image vectors come from CLIP ViT-L/14: theodolite packs fetch clip-vit-l14")
    data: dict[str, Any] = {
        "layout": found.layout,
        "packs": [{"name": pack.name, "kind": pack.kind, "sha256": pack.sha256} for pack in made],
        "unexpected": list(found.unexpected),
        "left_out": list(found.left_out),
    }
    return Result(data, "\n".join(lines))
