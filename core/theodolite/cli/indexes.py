"""``index build | append | remove | compact | search | info | verify``: references to compare with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from theodolite import packs
from theodolite.cli import opened, spread
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import ReferenceSearch
from theodolite.errors import InputError, NotFound, PackMissing
from theodolite.index import aligned, layout, novelty, store
from theodolite.index.store import IndexInfo
from theodolite.workers import Call

ENCODER = "vision-starter"
_SHOWN = 20  # skipped files that are listed


def _path(text: str) -> Path:
    return Path(text)


def add_build(leaf: ArgumentParser) -> None:
    leaf.add_argument("folder", type=_path, nargs="?", metavar="FOLDER", help="geotagged photographs")
    leaf.add_argument("--out", type=_path, required=True, metavar="INDEX")
    _add_source(leaf)
    leaf.add_argument("--provider", default="", metavar="TEXT", help="whose photographs they are")
    spread.add_arguments(leaf)


def add_append(leaf: ArgumentParser) -> None:
    leaf.add_argument("index", type=_path, metavar="INDEX")
    leaf.add_argument("folder", type=_path, nargs="?", metavar="FOLDER", help="geotagged photographs")
    _add_source(leaf)


def _add_source(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "--table",
        type=_path,
        metavar="FILE",
        help="a Parquet or .npz table of embeddings instead: embedding, lat, lon, and id, name if there",
    )
    leaf.add_argument(
        "--encoder",
        default="",
        metavar="PACK",
        help=f"the image encoder of the vectors; for photographs {ENCODER}",
    )
    leaf.add_argument(
        "--align",
        default="",
        metavar="MODEL",
        help="an alignment model (pack or folder): vectors of G3's three parts",
    )


def add_remove(leaf: ArgumentParser) -> None:
    leaf.add_argument("index", type=_path, metavar="INDEX")
    leaf.add_argument("names", nargs="+", metavar="NAME", help="name or SHA-256 of a reference")


def add_folder(leaf: ArgumentParser) -> None:
    """``compact``, ``info``, ``verify``."""
    leaf.add_argument("index", type=_path, metavar="INDEX")


def add_search(leaf: ArgumentParser) -> None:
    leaf.add_argument("index", type=_path, metavar="INDEX")
    leaf.add_argument("image", type=_path, metavar="IMAGE")
    leaf.add_argument("--count", type=int, default=10, metavar="N")
    leaf.add_argument(
        "--also", type=_path, action="append", default=[], metavar="INDEX", help="search this one too"
    )
    leaf.add_argument("--dissimilar", action="store_true", help="the least similar ones instead")
    leaf.add_argument("--align", default="", metavar="MODEL", help="the alignment model of the index")


def build(options: Namespace, out: Output) -> Result:
    _require_one_source(options)
    lines = []
    if options.table:
        origin = aligned.origin_of(_encoder(options.encoder), _model(options.align), options.provider)
        if options.ray:
            spent = spread.table(
                options.table, options.out, origin.parts, options.ray, options.ray_allow_remote, out
            )
            lines.append(spent)
        call = Call(
            "theodolite.index.ray_tables:finish",
            {"table": str(options.table), "out": str(options.out), "origin": origin},
        )
    else:
        pack, align = _encoder(options.encoder or ENCODER), _model(options.align)
        if options.ray:
            lines.append(
                spread.photographs(
                    options.folder, options.out, Path(pack), align, options.ray, options.ray_allow_remote, out
                )
            )
        call = Call(
            "theodolite.index.build:build",
            {
                "folder": str(options.folder),
                "out": str(options.out),
                "pack": pack,
                "provider": options.provider,
                "align": align,
            },
        )
    info = _run(call, out)
    return Result(to_plain(info), "\n".join([*lines, _built(options.out, info)]))


def append(options: Namespace, out: Output) -> Result:
    _require_one_source(options)
    manifest = store.open_index(options.index).manifest
    align = aligned.model_of(manifest, _model(options.align))
    if options.table:
        call = Call(
            "theodolite.index.tables:append_table",
            {
                "table": str(options.table),
                "out": str(options.index),
                "origin": aligned.origin_of(_encoder(options.encoder or manifest.pack), align),
            },
        )
    else:
        call = Call(
            "theodolite.index.build:append",
            {
                "folder": str(options.folder),
                "out": str(options.index),
                "pack": _encoder(options.encoder or manifest.pack or ENCODER),
                "align": align,
            },
        )
    info = _run(call, out)
    return Result(to_plain(info), _built(options.index, info))


def remove(options: Namespace, out: Output) -> Result:
    call = Call("theodolite.index.update:remove", {"out": str(options.index), "which": list(options.names)})
    info = _run(call, out)
    return Result(to_plain(info), f"{options.index}: {info.count} references left")


def compact(options: Namespace, out: Output) -> Result:
    info = _run(Call("theodolite.index.update:compact", {"out": str(options.index)}), out)
    return Result(to_plain(info), _built(options.index, info))


def info(options: Namespace, out: Output) -> Result:
    """What an index holds, and how it was made."""
    found = store.check(options.index)
    manifest = layout.read_manifest(options.index)
    made_by = f"{found.pack or 'an unnamed encoder'} {found.pack_sha256[:12]}".strip()
    lines = [
        f"{options.index}: {found.count} references in {found.places} towns, {found.size / 1e6:.2f} MB",
        f"vectors of {found.dim} numbers ({found.layout}) by {made_by}",
    ]
    if found.align:
        lines.append(f"alignment model {found.align} {found.align_sha256[:12]}")
    for segment in manifest.segments:
        rows = f"{segment.count} rows, {segment.removed} removed"
        if segment.stage == layout.FLAT:
            lines.append(f"{rows}: every row is compared")
        else:
            lines.append(
                f"{rows}: {segment.probes} of {segment.lists} lists and {segment.rerank} rows are compared; "
                f"{segment.recall:.2%} of the best 20 found when built"
            )
    lines += [f"left out: {one.name or one.code}: {one.text}" for one in found.skipped[:_SHOWN]]
    if (more := len(found.skipped) - _SHOWN) > 0:
        lines.append(f"and {more} more were left out")
    return Result({**to_plain(found), "manifest": to_plain(manifest)}, "\n".join(lines))


def verify(options: Namespace, out: Output) -> Result:
    found: IndexInfo = out.drive(store.verify(str(options.index)))
    return Result(to_plain(found), f"{options.index}: every byte of {found.count} references is intact")


def search(options: Namespace, out: Output) -> Result:
    if options.count < 1:
        raise InputError("--count takes a number from 1.")
    if not options.image.is_file():
        raise NotFound(f"There is no file {options.image}.")
    indexes = [options.index, *options.also]
    pack = store.open_index(options.index).manifest.pack
    if not pack:
        raise PackMissing(
            f"{options.index} does not say which encoder made its vectors, so no photograph can be compared "
            "with them. Build it again with: theodolite index build --table FILE --encoder PACK --out INDEX"
        )
    call = Call(
        "theodolite.index.search:search_file",
        {
            "exhibit": "",
            "path": str(options.image),
            "indexes": [str(index) for index in indexes],
            "pack": _encoder(pack),
            "k": max(options.count, 100),
            "dissimilar": options.dissimilar,
            "align": _model(options.align),
        },
    )
    with opened.engine() as engine:
        found: ReferenceSearch = out.drive(engine.vision.run(call))
    best = found.references[: options.count]
    lines = [f"{r.cosine:.3f}  {r.lat:.5f}, {r.lon:.5f}  {r.name}" for r in best]
    lines.append(f"of {found.total} references in {found.towns} towns")
    known = novelty.verdict(found)
    if not options.dissimilar and known == "unknown":
        lines.append(
            f"These are the {novelty.nearest_of(found)}: a photograph of some other place would find as good "
            "ones."
        )
    data: dict[str, Any] = {
        "total": found.total,
        "towns": found.towns,
        "by_chance": found.by_chance,
        "verdict": None if options.dissimilar else known,
        "references": to_plain(best),
    }
    return Result(data, "\n".join(lines))


def _run(call: Call, out: Output) -> IndexInfo:
    with opened.engine() as engine:
        found: IndexInfo = out.drive(engine.vision.run(call))
    return found


def _require_one_source(options: Namespace) -> None:
    if (options.folder is None) == (options.table is None):
        raise InputError("Name a folder of photographs, or a table of embeddings with --table.")
    if options.folder is not None and not options.folder.is_dir():
        raise NotFound(f"There is no folder {options.folder}.")


def _encoder(name: str) -> str:
    """The folder of an installed pack; '' for none."""
    return str(packs.installed(name).path) if name else ""


def _model(name: str) -> str:
    """The folder of an alignment model, given as a folder or as the name of a pack; '' for none."""
    if not name or Path(name).is_dir():
        return str(Path(name).absolute()) if name else ""
    return str(packs.installed(name).path)


def _built(place: Path, info: IndexInfo) -> str:
    return (
        f"{place}: {info.count} references in {info.places} towns, "
        f"{info.skipped_count} files without a usable position or image"
    )
