"""``packs list | fetch | import | export | verify``."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from theodolite import packs
from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.errors import InputError, PackHashMismatch
from theodolite.tiles import is_boundaries, is_map


def list_packs(options: Namespace, out: Output) -> Result:
    rows = packs.rows()
    text = "\n".join(f"{r.state:14} {r.name:18} {r.size_text:>9}  {r.licence:24} {r.purpose}" for r in rows)
    return Result(to_plain(rows), text)


def fetch(options: Namespace, out: Output) -> Result:
    names = list(options.names)
    if options.starter:
        names += [name for name in packs.missing_starters() if name not in names]
    elif not names:
        raise InputError("Name the packs to fetch, or use --starter.")
    fetched = [out.drive(packs.fetch(name)) for name in names]
    if options.starter:
        with opened.engine() as engine:
            out.drive(engine.prepare())
    data = [{"name": p.name, "version": p.version, "sha256": p.sha256, "path": str(p.path)} for p in fetched]
    text = "\n".join(f"{p.name} {p.version} installed" for p in fetched) or "All starter packs are installed."
    return Result(data, text)


def add_import(parser: ArgumentParser) -> None:
    """The arguments of ``packs import``."""
    parser.add_argument(
        "file",
        type=_path,
        metavar="FILE",
        help="a pack, a GGUF model or a folder with one, a map (.pmtiles, .mbtiles), boundaries (.geojson)",
    )
    parser.add_argument(
        "projector", type=_path, nargs="?", metavar="PROJECTOR", help="the model's mmproj file"
    )
    parser.add_argument(
        "--name", default="", help="name of the pack of a model or map (default: from the file)"
    )
    parser.add_argument("--licence", default="", help="licence of a model or map (default: from the file)")


def _path(text: str) -> Path:
    if not text:
        raise ArgumentTypeError("a path is empty")
    return Path(text)


def import_pack(options: Namespace, out: Output) -> Result:
    paths = [path for path in (options.file, getattr(options, "projector", None)) if path is not None]
    name, licence = getattr(options, "name", ""), getattr(options, "licence", "")
    if len(paths) == 1 and (is_map(paths[0]) or is_boundaries(paths[0])):
        pack = out.drive(packs.import_map(paths[0], name=name, licence=licence))
    elif len(paths) > 1 or name or licence:
        pack = out.drive(packs.import_models(paths, name=name, licence=licence))
    else:
        pack = out.drive(packs.import_file(options.file))
    return Result(
        {"name": pack.name, "version": pack.version, "sha256": pack.sha256, "kind": pack.kind},
        f"{pack.name} {pack.version} installed" + (f": {pack.purpose}" if pack.purpose else ""),
    )


def export(options: Namespace, out: Output) -> Result:
    path = out.drive(packs.export(options.name, options.out))
    return Result({"file": str(path)}, str(path))


def verify(options: Namespace, out: Output) -> Result:
    names = options.names or [None]
    problems = [problem for name in names for problem in out.drive(packs.verify(name))]
    problem = PackHashMismatch(problems[0]) if problems else None
    return Result({"problems": problems}, "\n".join(problems) or "Every installed pack is intact.", problem)
