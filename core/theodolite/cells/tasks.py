"""What the vision worker is asked for with geocells: cells of a table, a classifier, a photograph's cells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.align.gather import gather
from theodolite.align.table import Dropped, Table, Tally
from theodolite.cells import classify, folder
from theodolite.cells.build import build
from theodolite.cells.config import CellsConfig
from theodolite.cells.folder import About, Trained
from theodolite.cells.partition import F8, I8
from theodolite.cells.refine import refine
from theodolite.cells.regions import Areas
from theodolite.cells.train import ClassifierConfig, fit
from theodolite.domain import Guess
from theodolite.errors import InputError, PackError
from theodolite.jobs import Job, Progress
from theodolite.vision import encoder as encoders
from theodolite.vision import tasks

FEATURES = "features"


@dataclass(frozen=True, slots=True)
class Built:
    """``classes`` of each partition, ``cells`` they make together; rows without a position are ``dropped``,
    ``outside`` points lie in no cell."""

    about: About
    classes: tuple[int, ...]
    cells: int
    outside: int
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class TrainedTable:
    """The classifier, and what of the table was not trained on."""

    trained: Trained
    rows: int
    dropped: tuple[Dropped, ...]
    reused: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Cells of one photograph, best first, of ``cells`` in all; ``given_up``: why PIGEON's refinement does
    not hold, '' when it does or was not asked for."""

    guesses: tuple[Guess, ...]
    cells: int
    refined: bool
    given_up: str


def build_table(table: str, out: str, config: CellsConfig, seed: int, gazetteer: str | None) -> Job[Built]:
    """Make the folder ``out`` of cells from the positions in the Parquet file ``table``.

    ``gazetteer``: its file, for PIGEON's regions; None: countries. Raises InputError, NotFound,
    StorageFailed.
    """
    tally = Tally()
    parts: list[tuple[F8, F8]] = []
    read = Table(Path(table), text=False)
    for block in read.blocks(tally):
        parts.append((block.lat, block.lon))
        yield Progress("Reading the table", int(block.rows[-1]) + 1 if len(block.rows) else 0, read.count)
    lat, lon = (np.concatenate([part[axis] for part in parts]) for axis in (0, 1))
    if not len(lat):
        why = ", ".join(f"{d.count} {d.reason} (first: {d.example})" for d in tally.dropped)
        raise InputError(f"{read.path.name} has no row that cells can be made of: {why}.")
    known, region, country = "", None, None
    if config.style == "pigeon":
        yield Progress("Looking up regions", waiting=True)
        known = "countries" if gazetteer is None else "gazetteer"
        region, country = Areas(None if gazetteer is None else Path(gazetteer)).of(lat, lon)
    scheme = yield from build(lat, lon, config, seed=seed, region=region, country=country)
    about = folder.write_cells(Path(out), scheme, config, seed, len(lat), known)
    outside = int((scheme.labels(lat, lon, region) < 0).all(axis=1).sum())
    return Built(about, tuple(map(len, scheme.levels)), len(scheme), outside, tally.dropped)


def train_table(
    table: str, cells: str, encoder: str | None, images: str | None, features: str | None,
    gazetteer: str | None, settings: dict[str, Any],
) -> Job[TrainedTable]:  # fmt: skip
    """Train a classifier for the folder ``cells`` on the photographs or vectors of ``table``.

    ``encoder``: folder of its pack, None for a table of vectors; ``images``: where relative paths start
    (None: beside the table); ``features``: cache of vectors (None: inside ``cells``); ``settings``: fields
    of :class:`ClassifierConfig`. Raises InputError, NotFound, PackError kinds, StorageFailed.
    """
    out, path = Path(cells), Path(table)
    config = ClassifierConfig(**settings)
    about = folder.read_about(out)  # before the slow part
    yield Progress("Loading the encoder", waiting=True)
    look = None if encoder is None else encoders.load(encoder)
    cache = out / FEATURES if features is None else Path(features)
    start = path.parent if images is None else Path(images)
    gathered = yield from gather(Table(path, text=False), start, cache, look, None)
    have = gathered.features
    if look is not None and have.image_dim != look.dim:
        raise InputError(
            f"The vectors of {path.name} have {have.image_dim} numbers and {look.pack} gives {look.dim}: "
            "they are of another encoder. Name that one, or none."
        )
    trained = yield from fit(have, out, config, region=_regions(about, gazetteer, have.lat, have.lon))
    return TrainedTable(trained, gathered.rows, gathered.dropped, gathered.reused)


def locate(path: str, encoder_pack: str, cells_folder: str, top: int, refined: bool = True) -> Job[Answered]:
    """The ``top`` best cells of one photograph and their points; the scores of all cells sum to 1.

    Raises DecodeFailed or InputError kinds, PackError kinds.
    """
    model = folder.read_model(cells_folder)
    tower = encoders.load(encoder_pack)
    wanted = model.trained.encoder_sha256
    if (wanted and wanted != tower.sha256) or model.trained.dim != tower.dim:
        raise PackError(
            f"These geocells were trained on the vectors of another image encoder, not of {tower.pack}."
        )
    vector = yield from tasks.encode_file(path, encoder_pack)
    return answer(model, vector, top, refined)


def answer(model: folder.Model, vector: NDArray[Any], top: int, refined: bool = True) -> Answered:
    """As :func:`locate`, for the vector [d] of a photograph."""
    scheme = model.scheme
    scores = classify.score(scheme, model.weights, np.asarray(vector)[None])[0]
    settings = model.about.config.refinement
    rows = classify.best(scores, top)
    plain = tuple(
        Guess(float(scheme.lat[cell]), float(scheme.lon[cell]), float(scores[cell]), f"cell {cell}")
        for cell in rows
    )
    if not refined or settings is None or model.prototypes is None:
        return Answered(plain, len(scheme), False, "")
    unit = classify.units(np.asarray(vector)[None])[0]
    found = refine(unit, scores, scheme.lat, scheme.lon, model.prototypes, settings)
    if found.given_up:
        return Answered(plain, len(scheme), False, found.given_up)
    changed = tuple(Guess(one.lat, one.lon, one.score, f"cell {one.cell}") for one in found.found)
    known = {one.origin for one in changed}
    rest = tuple(guess for guess in plain if guess.origin not in known)
    return Answered((*changed, *rest)[:top], len(scheme), True, "")


def _regions(about: About, gazetteer: str | None, lat: F8, lon: F8) -> I8 | None:
    """The areas of the photographs, by what the cells were made with."""
    if about.areas == "gazetteer" and gazetteer is None:
        raise PackError("These cells follow the regions of the gazetteer, which is not installed.")
    if not about.areas:
        return None
    return Areas(Path(gazetteer) if about.areas == "gazetteer" and gazetteer else None).of(lat, lon)[0]
