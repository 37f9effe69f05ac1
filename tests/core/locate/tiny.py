"""Models of the real kinds with random weights, so small that a whole strategy runs in a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from theodolite.align import config as configs
from theodolite.align import load, vectors
from theodolite.index.spool import Block, hashed
from theodolite.index.stream import Origin, build_stream
from theodolite.jobs import Job, run_to_end
from theodolite.locate.strategies import Tools
from theodolite.packs import Library, Lock, Pack, own
from theodolite.packs.own import Label
from theodolite.vision import encoder
from theodolite.workers import Call
from theodolite.workers.child import resolve


class Here:
    """Runs a call in this process, one at a time; keeps what was called."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def run(self, call: Call) -> Job[Any]:
        self.calls.append(call)
        outcome = resolve(call)(**call.kwargs)
        if not hasattr(outcome, "send"):
            return outcome
        return (yield from outcome)


def tools(vision: Any, language: Any, *there: Pack) -> Tools:
    """Tools with exactly these packs, by name and by kind (the first of it)."""

    def pack(name: str) -> Pack | None:
        named = [one for one in there if one.name == name]
        return next(iter(named or [one for one in there if one.kind == name]), None)

    return Tools(vision, language, pack)


def installed(root: Path, folder: Path, kind: str, name: str) -> Pack:
    """The files of ``folder`` as an own pack in a library of its own."""
    library = Library(root / "packs", Lock(()))
    names = [path.name for path in folder.iterdir()]
    return run_to_end(own.install_folder(library, folder, names, Label(name, kind, licence="test")))


def model(root: Path, encoder_sha256: str, image_dim: int, seed: int = 1) -> Pack:
    """An aligned model of G3's shape with random weights; places move its vectors, photographs too."""
    import torch

    from theodolite.align.net import Aligner

    torch.manual_seed(seed)
    reduced = configs.reduced(image_dim=image_dim, text_dim=16, gps_dim=image_dim, frequencies=8, hidden=16)
    config = replace(reduced, name=f"tiny-{seed}", encoder_sha256=encoder_sha256)
    folder = root / f"model-{seed}"
    load.save(Aligner(config).state_dict(), config, folder)
    return installed(root, folder, "alignment", f"tiny-{seed}")


def tower(root: Path, dim: int, seed: int = 1) -> Pack:
    """A CLIP image tower of one layer with random weights, as transformers saves it."""
    import torch

    from theodolite.vision import towers

    towers.torchvision()
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(seed)
    config = CLIPVisionConfig(
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        image_size=32,
        patch_size=16,
        projection_dim=dim,
        hidden_act="quick_gelu",
    )
    folder = root / f"tower-{dim}"
    CLIPVisionModelWithProjection(config).save_pretrained(folder)
    return installed(root, folder, "image-encoder", f"tower-{dim}")


@dataclass(frozen=True)
class References:
    """Photographs made for the test, their places, and the names they have in the index."""

    images: tuple[np.ndarray, ...]
    places: np.ndarray
    ids: tuple[str, ...]


def references(count: int = 12, seed: int = 5) -> References:
    draw = np.random.default_rng(seed)
    images = [picture(draw.integers(2**32)) for _ in range(count)]
    places = np.stack([draw.uniform(-80, 80, count), draw.uniform(-180, 180, count)], axis=1)
    return References(tuple(images), places, tuple(f"{n:064x}" for n in range(count)))


def picture(seed: int) -> np.ndarray:
    """Blocks of colour, uint8 [64, 64, 3]."""
    small = np.random.default_rng(seed).integers(0, 256, (4, 4, 3)).astype(np.uint8)
    return np.repeat(np.repeat(small, 16, axis=0), 16, axis=1)


def photograph(path: Path, seed: int = 99) -> Path:
    Image.fromarray(picture(seed)).save(path)
    return path


def index(out: Path, these: References, tower: Pack, model: Pack | None) -> Path:
    """``these`` in an index: in G3's layout with a model, else the encoder's own vectors."""
    rows = encoder.load(tower.path).project(these.images)
    layout = "plain" if model is None else "g3"
    found = vectors.embed(rows, None if model is None else model.path, layout)
    block = Block(hashed(these.ids), these.places[:, 0], these.places[:, 1], found)
    origin = Origin(
        pack=tower.name,
        pack_version=tower.version,
        pack_sha256=tower.sha256,
        align="" if model is None else model.name,
        align_sha256="" if model is None else load.identity(model.path).sha256,
        layout=layout,
    )
    run_to_end(build_stream([block], out, found.shape[1], origin))
    return out


def counts(table: Sequence[tuple[str, int]]) -> Mapping[str, int]:
    return dict(table)
