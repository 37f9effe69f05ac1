"""What makes the vectors of an index: an image encoder, alone or with an alignment model (layout g3)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite import packs
from theodolite.errors import PackMissing
from theodolite.evidence.decode import Decoder
from theodolite.index import layout
from theodolite.index.layout import Manifest
from theodolite.index.stream import Origin
from theodolite.jobs import Job, Progress
from theodolite.packs.library import read_manifest
from theodolite.vision import encoder as encoders
from theodolite.vision.encoder import Encoder


class Looker:
    """An encoder (vision/encoder.py) whose vectors are those of an index.

    ``sha256`` stands for encoder and alignment model together. Raises PackError kinds.
    """

    def __init__(self, pack: Path | str, align: Path | str = "") -> None:
        self._encoder: Encoder = encoders.load(pack)
        self._align = str(align)
        self.origin = Origin(
            pack=self._encoder.pack, pack_version=self._encoder.version, pack_sha256=self._encoder.sha256
        )
        self.pack, self.version = self._encoder.pack, self._encoder.version
        self.sha256, self.dim = self._encoder.sha256, self._encoder.dim
        if self._align:
            from theodolite.align import load, vectors

            config, which = load.read_config(Path(self._align)), load.identity(self._align)
            vectors.require_encoder(self._encoder, config)
            vectors.width(self._encoder.dim, config, "g3")  # refuses a model without a text head
            self._widths = (self._encoder.dim, config.gps_dim, config.gps_dim)
            self.dim = 3 * max(self._widths)
            self.origin = replace(self.origin, align=which.pack, align_sha256=which.sha256, layout=layout.G3)
            self.sha256 = hashlib.sha256(f"{self._encoder.sha256} {which.sha256}".encode()).hexdigest()

    def project(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return self._encoder.project(images)

    def encode(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        if not self._align:
            return self._encoder.encode(images)
        from theodolite.align import vectors

        return padded(vectors.embed(self._encoder.project(images), self._align, "g3"), self._widths)


def padded(rows: NDArray[np.float32], widths: tuple[int, ...]) -> NDArray[np.float32]:
    """Parts of these widths, side by side, each filled up with zeros to the widest: no product changes.

    The parts of an index are of one width, and those of G3 are; other encoders and models may differ.
    """
    widest, ends = max(widths), np.cumsum(widths)
    filled = np.zeros((len(rows), len(widths), widest), np.float32)
    for part, (width, end) in enumerate(zip(widths, ends.tolist(), strict=True)):
        filled[:, part, :width] = rows[:, end - width : end]
    return filled.reshape(len(rows), -1)


def origin_of(pack: Path | str, align: Path | str = "", provider: str = "") -> Origin:
    """The origin of vectors that the encoder and the alignment model in these folders made; '' for none.

    Nothing is loaded. Raises PackError kinds.
    """
    made = Origin(provider=provider)
    if pack:
        held = read_manifest(Path(pack))
        made = replace(made, pack=held.name, pack_version=held.version, pack_sha256=held.sha256)
    if align:
        from theodolite.align import load

        which = load.identity(align)
        made = replace(made, align=which.pack, align_sha256=which.sha256, layout=layout.G3)
    return made


def encode_file(path: str, pack: str, aligns: Sequence[str]) -> Job[dict[str, NDArray[np.float32]]]:
    """The vectors of one file, by the hash of the alignment model; '' stands for the encoder alone.

    ``aligns``: folders of the alignment models wanted, '' among them. Raises DecodeFailed or InputError or
    PackError kinds.
    """
    with Decoder() as decoder:
        pixels = yield from decoder.pixels_job(Path(path))
    yield Progress(f"Looking at {Path(path).name}")
    found = {}
    for align in aligns:
        looker = Looker(pack, align)
        found[looker.origin.align_sha256] = looker.encode([pixels])[0]
    return found


def model_of(manifest: Manifest, given: str = "") -> str:
    """The folder of the alignment model that an index was made with, among ``given`` and the installed packs.

    '' for an index of the encoder alone. Raises PackMissing.
    """
    if not manifest.align_sha256:
        return ""
    from theodolite.align import load

    folders: list[Any] = [given] if given else []
    folders += [pack.path for pack in packs.of_kind("alignment")]
    for folder in folders:
        if load.identity(folder).sha256 == manifest.align_sha256:
            return str(folder)
    raise PackMissing(
        f"An index was made with the alignment model {manifest.align} ({manifest.align_sha256[:12]}), which "
        "is not installed. Import its pack with: theodolite packs import FILE"
    )
