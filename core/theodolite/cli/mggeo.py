"""``dataset mg-geo``: Meta, Clue and Dialog from a table of geotagged images."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theodolite import packs
from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.engine import Engine
from theodolite.errors import PackMissing
from theodolite.evaluate.mggeo import meta
from theodolite.jobs import Job
from theodolite.workers import Call

if TYPE_CHECKING:
    from theodolite.evaluate.mggeo.build import Built, Counter, Makers


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument("table", type=Path, metavar="TABLE", help="CSV or Parquet: image, lat, lon and more")
    leaf.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the data set goes")
    leaf.add_argument("--images", type=Path, metavar="FOLDER", help="where paths start; beside the table")
    leaf.add_argument("--seed", type=int, default=7, metavar="N")
    leaf.add_argument(
        "--decimals", type=int, default=meta.DECIMALS, metavar="N", help="of the coordinates in Meta (4)"
    )
    leaf.add_argument("--require-licence", action="store_true", help="leave out images without a licence")
    leaf.add_argument("--copy-images", action="store_true", help="copy the images into the data set")
    leaf.add_argument(
        "--with-metadata", action="store_true", help="let what files claim of themselves be evidence"
    )
    leaf.add_argument(
        "--index", type=Path, action="append", default=[], metavar="INDEX", help="references that may answer"
    )


def run(options: Namespace, out: Output) -> Result:
    """Build it; a run that was stopped goes on with the same command."""
    from theodolite.evaluate.mggeo import build

    settings = build.Settings(
        images=(options.images or options.table.parent).absolute(),
        seed=options.seed,
        decimals=options.decimals,
        licensed=options.require_licence,
        copy=options.copy_images,
        claims=options.with_metadata,
    )
    indexes = [str(path.absolute()) for path in options.index]
    with opened.engine() as engine:
        out.drive(engine.prepare())
        makers = _makers(engine, indexes, claims=settings.claims)
        built = out.drive(build.build(options.table, options.out, makers, settings))
    return Result({"folder": str(built.folder), "resumed": built.resumed, **built.statistics}, _text(built))


def _makers(engine: Engine, indexes: list[str], *, claims: bool) -> Makers:
    from theodolite.evaluate.mggeo.build import Makers
    from theodolite.evaluate.mggeo.seen import Reader
    from theodolite.evaluate.mp16_places import Places

    names = packs.installed("gazetteer")
    encoder = str(packs.installed("vision-starter").path) if indexes else ""
    reader = Reader(
        engine.decoder,
        engine.vision,
        names.file("gazetteer.db"),
        claims=claims,
        indexes=indexes,
        pack=encoder,
    )
    source = f"{names.name} {names.version} ({names.sha256}); borders: {engine.world.source}"
    places = Places(engine.gazetteer, engine.world)
    return Makers(reader, engine.locator, engine.world, engine.gazetteer, places, source, _tokens(engine))


def _tokens(engine: Engine) -> Counter | None:
    """Counting by the language pack's vocabulary; without the pack tokens are not counted."""
    try:
        model = str(packs.installed("language-starter").one(".gguf"))
    except PackMissing:
        return None

    def count(texts: list[str]) -> Job[list[int]]:
        call = Call("theodolite.assistant.tuning.tokens:count", {"model": model, "texts": texts})
        found: list[int] = yield from engine.language.run(call)
        return found

    return count


def _text(built: Built) -> str:
    said: dict[str, Any] = built.statistics
    records = said["records"]
    lines = [
        f"{built.folder}: {', '.join(f'{n:,} {name}' for name, n in records.items())} of {built.rows:,} rows"
    ]
    if built.resumed:
        lines[0] += f" ({built.resumed:,} of them were done before)"
    for one in built.refused:
        lines.append(f"  {one.reason}: {one.count:,} ({'; '.join(one.examples)})")
    lines.append(f"  countries: {_shown(said['countries'])}")
    lines.append(f"  empty: {_shown(said.get('nulls', {})) or 'nothing'}")
    lines.append(f"  licences: {_shown(said['licences'])}")
    if "tokens" in said:
        lines.append(f"  tokens: {_shown(said['tokens'])}")
    return "\n".join(lines)


def _shown(counts: dict[str, int], most: int = 8) -> str:
    rows = [f"{name} {count:,}" for name, count in list(counts.items())[:most]]
    left = len(counts) - len(rows)
    return ", ".join(rows) + (f" and {left} more" if left > 0 else "")
