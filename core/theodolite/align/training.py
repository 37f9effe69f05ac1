"""``align train`` in the vision worker: a table in, a model with its log and its curve out."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from theodolite.align import checkpoint, curve, train
from theodolite.align.config import G3, AlignConfig, reduced
from theodolite.align.gather import Gathered, gather
from theodolite.align.table import Dropped, Table
from theodolite.align.text import TextTower
from theodolite.align.train import TrainConfig, TrainResult
from theodolite.codec import to_plain
from theodolite.errors import InputError, PackError
from theodolite.jobs import Job, Progress
from theodolite.vision import encoder as encoders

FEATURES, ROWS = "features", "rows.json"


@dataclass(frozen=True, slots=True)
class Trained:
    """``fit``: what was trained; ``rows`` of the table; those in ``dropped`` were left out;
    ``reused``: photographs whose vectors an earlier run had computed; ``notes``: sentences for the user."""

    fit: TrainResult
    rows: int
    dropped: tuple[Dropped, ...]
    reused: int
    notes: tuple[str, ...]
    curve: Path


def configuration(image_dim: int, text_dim: int | None, *, small: bool = False) -> AlignConfig:
    """G3 for an encoder of that width: at 768, G3 itself; otherwise heads as wide as the encoder's vectors.

    The location encoder keeps GeoCLIP's widths, so that it can begin with GeoCLIP's weights. ``small``: about
    a fiftieth of the weights, for trying out and for machines without a GPU.
    """
    if small:
        return reduced(image_dim, text_dim)
    return replace(
        G3,
        name="own",
        image_dim=image_dim,
        text_dim=text_dim,
        gps_dim=image_dim,
        image_hidden=image_dim,
        text_hidden=text_dim or image_dim,
    )


def run(
    table: str,
    out: str,
    encoder: str | None,
    text: bool = False,
    text_encoder: str | None = None,
    images: str | None = None,
    features: str | None = None,
    small: bool = False,
    settings: dict[str, Any] | None = None,
) -> Job[Trained]:
    """Train on the Parquet file ``table`` and write the model to the folder ``out``.

    ``encoder``, ``text_encoder``: folders of installed packs (None: the table has the vectors; the encoder's
    own text tower). ``images``: where relative paths start (None: beside the table); ``features``: where the
    vectors are cached (None: inside ``out``). ``settings``: fields of :class:`TrainConfig` other than align.
    Everything that was done before an interruption is kept: vectors in the cache, steps in the checkpoint.
    Raises InputError, NotFound, PackError kinds or StorageFailed.
    """
    path, folder = Path(table), Path(out)
    read = Table(path, text=text)
    chosen = TrainConfig(**(settings or {}))
    yield Progress("Loading the encoder", waiting=True)
    look = encoders.load(encoder) if encoder is not None else None
    tower = _text_tower(text_encoder or encoder) if text and not read.has_texts else None
    cache = Path(features) if features is not None else folder / FEATURES
    gathered = yield from gather(read, Path(images) if images else path.parent, cache, look, tower)
    have = gathered.features
    if look is not None and have.image_dim != look.dim:
        raise InputError(
            f"The vectors of {path.name} have {have.image_dim} numbers and {look.pack} gives {look.dim}: "
            "they are of another encoder. Name that one, or none."
        )
    config = replace(chosen, align=configuration(have.image_dim, have.text_dim, small=small))
    result = yield from train.fit(have, config, folder)
    notes = gathered.notes + _notes(result, config, gathered)
    checkpoint.replace(folder / ROWS, _rows(path, gathered))
    picture = curve.draw(result.epochs, folder / curve.FILE)
    return Trained(result, gathered.rows, gathered.dropped, gathered.reused, notes, picture)


def _text_tower(pack: str | None) -> TextTower:
    try:
        return TextTower(pack or "")
    except PackError as error:
        way = "Training with text needs a pack with CLIP's text tower (--text-encoder PACK), or a column "
        raise PackError(f"{way}text_embedding. {error}") from error


def _notes(result: TrainResult, config: TrainConfig, gathered: Gathered) -> tuple[str, ...]:
    notes = []
    if config.held_out and not result.held:
        notes.append("No place was held out: there are too few. What the model answers is not measured.")
    if result.used < config.batch:
        notes.append(f"Each step saw all {result.used} photographs; batches of {config.batch} need more.")
    return tuple(notes)


def _rows(path: Path, gathered: Gathered) -> bytes:
    plain = {
        "table": path.name,
        "rows": gathered.rows,
        "used": len(gathered.features),
        "dropped": to_plain(gathered.dropped),
    }
    return (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode()
