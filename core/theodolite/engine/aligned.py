"""Geo-aligned models that are installed, and how they see the places of the posterior."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from theodolite import packs, paths
from theodolite.align import config as configs
from theodolite.align import gallery, load
from theodolite.align.places import PlaceEncoder
from theodolite.domain import AlignedLook, Exhibit
from theodolite.errors import PackError, PackMissing, StorageFailed
from theodolite.jobs import Job
from theodolite.locate import pixels
from theodolite.locate.places import Support
from theodolite.locate.sphere import F8
from theodolite.packs.library import Pack
from theodolite.store import CaseStore
from theodolite.workers import Call, Worker

#: GeoCLIP's heads come with the gallery; they take the vectors of this encoder.
GEOCLIP_HEADS, GEOCLIP_ENCODER = "gallery", "clip-vit-l14"


@dataclass(frozen=True, slots=True)
class Model:
    """An aligned model with the image encoder that it was trained on."""

    name: str
    pack: Pack
    encoder: Pack


def look(store: CaseStore, vision: Worker, item: Exhibit, model: Model) -> Job[AlignedLook]:
    """What one model sees in the original of ``item``, which is hashed again first."""
    with (yield from store.confirm(item)) as path:
        call = {
            "exhibit": item.id,
            "path": str(path),
            "encoder_pack": str(model.encoder.path),
            "model_folder": str(model.pack.path),
        }
        seen: AlignedLook = yield from vision.run(Call("theodolite.align.tasks:look", call))
    return seen


def models() -> tuple[Model, ...]:
    """Every aligned model whose encoder is installed too, by name."""
    encoders = {pack.sha256: pack for pack in packs.of_kind("image-encoder")}
    found = []
    for pack in packs.of_kind("alignment"):
        try:
            config = configs.read(pack.path)
        except PackError:
            continue  # `packs verify` says what is wrong with it
        if config.encoder_sha256 in encoders:
            found.append(Model(config.name, pack, encoders[config.encoder_sha256]))
    with contextlib.suppress(PackMissing):
        found.append(Model("geoclip", packs.installed(GEOCLIP_HEADS), packs.installed(GEOCLIP_ENCODER)))
    return tuple(sorted(found, key=lambda model: (model.name, model.pack.sha256)))


def coordinates_of(support: Support) -> Path:
    """The places of the posterior as a table of degrees, for a model to encode; written once."""
    path = paths.home() / "support" / f"coordinates-{support.sha256[:16]}.npy"
    if not path.is_file():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Another process may be writing the same table: each has a file of its own.
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as beside:
                try:
                    np.save(beside, np.stack([support.lat, support.lon], axis=1))
                    beside.flush()
                    os.fsync(beside.fileno())
                    Path(beside.name).replace(path)
                finally:
                    Path(beside.name).unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailed(f"The places cannot be written: {error.strerror or error}.") from error
    return path


def encode_places(vision: Worker, model: Model, support: Support) -> Job[None]:
    """The model's view of all places, in the vision worker; minutes the first time, then nothing."""
    call = {"model_folder": str(model.pack.path), "coordinates": str(coordinates_of(support))}
    yield from vision.run(Call("theodolite.align.gallery:prepare_job", call))


def prepare(vision: Worker, pack_sha256: str, support: Support) -> Job[None]:
    """As :func:`encode_places` for the model with this pack hash; nothing where it is not installed."""
    for model in models():
        if model.pack.sha256 == pack_sha256:
            yield from encode_places(vision, model, support)


@dataclass(eq=False)
class SeenPlaces:
    """:class:`theodolite.locate.pixels.PlaceVectors` of one model: the places encoded once, a few at a time
    for candidates, each of which is encoded once too."""

    encoder: PlaceEncoder
    places: NDArray[np.float32]
    _kept: dict[tuple[float, float], NDArray[np.float32]] = field(default_factory=dict)

    def cosines(self, vector: F8) -> F8:
        return np.asarray(self.places @ vector.astype(np.float32), np.float64)

    def cosines_at(self, vector: F8, lat: F8, lon: F8) -> F8:
        where = list(zip(lat.tolist(), lon.tolist(), strict=True))
        new = sorted(set(where) - self._kept.keys())
        if new:
            made = self.encoder.encode(*np.array(new).T)
            self._kept.update(zip(new, made, strict=True))
        table = np.array([self._kept[place] for place in where], np.float32).reshape(-1, self.encoder.dim)
        return np.asarray(table @ vector.astype(np.float32), np.float64)


class Views:
    """How each installed model sees the places of one support, opened when first asked for."""

    def __init__(self, support: Support) -> None:
        self._support = support
        self._views: dict[str, SeenPlaces] = {}

    def __call__(self, pack_sha256: str) -> pixels.PlaceVectors | None:
        """None where the model is not installed or has not encoded the places yet."""
        if pack_sha256 not in self._views:
            model = next((m for m in models() if m.pack.sha256 == pack_sha256), None)
            if model is None:
                return None
            encoded = gallery.ready(model.pack.path, coordinates_of(self._support))
            if encoded is None:
                return None
            self._views[pack_sha256] = SeenPlaces(PlaceEncoder(model.pack.path), encoded)
        return self._views[pack_sha256]


def described(model: Model) -> tuple[str, str]:
    """Name and hash by which a look of this model is known in a case."""
    which = load.identity(model.pack.path)
    return model.name, which.pack_sha256 or which.sha256
