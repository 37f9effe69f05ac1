"""Photographs to unit vectors: one protocol, one implementation a kind of pack.

Every vector is bound to the pack that made it; vectors of different packs are never compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import PackError, PackMissing
from theodolite.packs.library import Pack, read_manifest
from theodolite.vision import clip_torch, onnx, preprocess
from theodolite.vision.rows import directed, units

KIND = "image-encoder"


class Encoder(Protocol):
    """``project`` gives the tower's projection float32 [n, dim] as it comes, which aligned models take;
    ``encode`` the same rows over their lengths; ``sha256`` is the pack's. Images: uint8 [h, w, 3], RGB."""

    @property
    def pack(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def dim(self) -> int: ...

    def project(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]: ...

    def encode(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]: ...


class OnnxClip:
    """A CLIP image tower as ONNX on the CPU: ``pixel_values`` [b,3,224,224] -> ``image_embeds`` [b,dim].

    Images are encoded one at a time. The INT8 model quantises its activations by the range of the whole
    batch, so that in a batch every vector would depend on the neighbours it was encoded with.
    """

    def __init__(self, pack: Pack) -> None:
        data = onnx.checked(pack)
        self._session = onnx.session(data)
        shape = self._session.get_outputs()[0].shape
        if self._session.get_outputs()[0].name != "image_embeds" or not isinstance(shape[-1], int):
            raise PackError(
                f"{pack.one('.onnx').name} is no CLIP image tower: it has no output image_embeds."
            )
        self.pack, self.version, self.sha256 = pack.name, pack.version, pack.sha256
        self.dim: int = shape[-1]

    def project(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        vectors = np.empty((len(images), self.dim), np.float32)
        for row, image in enumerate(images):
            pixels = preprocess.clip(image)[None]
            (found,) = self._session.run(["image_embeds"], {"pixel_values": pixels})
            vectors[row] = found[0]
        return directed(vectors)

    def encode(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return units(self.project(images))


@lru_cache(maxsize=2)  # an evaluation asks strategies of two encoders in turn
def _loaded(path: str, _stamp: int) -> Encoder:
    pack = _manifest(path)
    if pack.kind != KIND:
        raise PackError(f"The pack {pack.name} is no image encoder.")
    names = {entry.name for entry in pack.files}
    if any(name.endswith(".onnx") for name in names):
        return OnnxClip(pack)
    if clip_torch.OPEN_CLIP in names:
        return clip_torch.OpenClip(pack)
    if clip_torch.CONFIG in names and clip_torch.WEIGHTS in names:
        return clip_torch.TransformersClip(pack)
    raise PackError(
        f"The pack {pack.name} holds no image encoder that is known here: neither an ONNX model nor "
        f"{clip_torch.CONFIG} and {clip_torch.WEIGHTS} nor {clip_torch.OPEN_CLIP} and its weights."
    )


def load(pack_path: Path | str) -> Encoder:
    """The encoder of the installed pack in that folder, kept loaded until two others are asked for.

    Which kind it is, its files say: an ONNX model, or CLIP's towers as transformers or open_clip save them.

    Raises PackMissing, PackHashMismatch (the weights are hashed at each load) or PackError.
    """
    path = Path(pack_path)
    _manifest(str(path))
    return _loaded(str(path), (path / "pack.json").stat().st_mtime_ns)


def _manifest(path: str) -> Pack:
    try:
        return read_manifest(Path(path))
    except OSError as error:
        text = "The image encoder is not installed. Get it with: theodolite packs fetch vision-starter"
        raise PackMissing(text) from error
