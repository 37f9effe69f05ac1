"""The embeddings of the scale bench, the same in every run: the location encoder of the ``gallery`` pack at
jittered gallery places, plus noise.

What is done, exactly:

* Place i (i < 1,000,000) is gallery coordinate i mod 100,000 moved by N(0, 0.03 degrees) in latitude and in
  longitude (3.3 km, so that ten photographs of one gallery place are neighbours, not copies). All of them go
  through GeoCLIP's location encoder once, in bfloat16 with the phases in float32, and lie as float16 of
  length 1 in ``build/bench/places-*.npy`` (1 GB, made in one to three minutes, used again by later runs).
* Row r is unit(c * place[r mod 1,000,000] + s * noise_r), noise_r a fresh random direction for every row and
  c^2 + s^2 = 1: a photograph is near its place, and no two photographs are the same. From row 1,000,000 on
  the places come round again with new noise: several photographs of one place. :data:`NOISE` is s (a row's
  cosine to its place is then .954); :data:`HARDER` (.8) drowns the neighbourhood in noise and is measured
  beside it. The rows of a block depend on its number and the seed only.
* A query of cosine q to its source row x is q * x + sqrt(1 - q^2) * d, d a random direction at right angles
  to x.
* Rows of 2304 numbers (G3's layout): three parts of 768, each of length 1: the same place under three fixed
  random isometries of 512 into 768 dimensions, with fresh noise for every part.

NumPy's Philox streams are the same on every machine; the encoder's last bits are not, so neither are the
embeddings', to about 1e-3.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PLACES = 1_000_000
JITTER_DEGREES = 0.03
NOISE, HARDER = 0.3, 0.6
DIM = 512
G3_DIM = 2304
BLOCK = 16_384
SEED = 20_260_301

Floats = NDArray[np.float32]


def encoded(
    gallery: Path, folder: Path, count: int = PLACES
) -> tuple[NDArray[np.float16], NDArray[np.float64]]:
    """Memory-mapped unit vectors float16 [count, 512] and coordinates float64 [count, 2], degrees.

    Made at the first call, block by block, written beside and renamed. ``gallery``: folder of the pack.
    """
    name = f"{count}-{SEED}"
    vectors, places = folder / f"places-{name}.npy", folder / f"coordinates-{name}.npy"
    if not (vectors.is_file() and places.is_file()):
        folder.mkdir(parents=True, exist_ok=True)
        _encode(gallery, vectors, places, count)
    return np.load(vectors, mmap_mode="r"), np.load(places, mmap_mode="r")


def _encode(gallery: Path, vectors: Path, places: Path, count: int) -> None:
    import torch
    from safetensors.torch import load_file

    from theodolite.align.config import GEOCLIP
    from theodolite.align.net import LocationEncoder

    encoder = LocationEncoder(GEOCLIP)
    encoder.load_state_dict(load_file(gallery / "location_encoder.safetensors"))
    encoder.eval()
    known = np.load(gallery / "coordinates.npy")
    beside = vectors.with_suffix(".new"), places.with_suffix(".new")
    out = np.lib.format.open_memmap(beside[0], "w+", np.float16, (count, DIM))
    where = np.lib.format.open_memmap(beside[1], "w+", np.float64, (count, 2))
    for start in range(0, count, BLOCK):
        stop = min(start + BLOCK, count)
        at = known[np.arange(start, stop) % len(known)]
        at = at + stream("jitter", start // BLOCK).normal(0.0, JITTER_DEGREES, at.shape)
        at[:, 0] = np.clip(at[:, 0], -85.0, 85.0)
        at[:, 1] = (at[:, 1] + 180.0) % 360.0 - 180.0
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            found = encoder(torch.from_numpy(at)).float().numpy()
        where[start:stop], out[start:stop] = at, unit(found)
    out.flush()
    where.flush()
    del out, where
    for path, made in zip((vectors, places), beside, strict=True):
        made.replace(path)


def stream(what: str, number: int) -> np.random.Generator:
    """The random numbers of one block and purpose."""
    purpose = int.from_bytes(what.encode()[:8].ljust(8, b"\0"), "little")
    return np.random.Generator(np.random.Philox(np.random.SeedSequence([SEED, purpose, number])))


def unit(rows: Floats) -> Floats:
    """``rows`` over their lengths."""
    found: Floats = (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)
    return found


def blocks(
    places: NDArray[np.float16], count: int, dim: int = DIM, noise: float = NOISE
) -> Iterator[tuple[int, Floats]]:
    """(first row, rows float32 [m, dim]) from row 0 to ``count``, in blocks of :data:`BLOCK`.

    Of 512 numbers a row has the length 1, of 2304 each of its three parts has.
    """
    lift = [None] if dim == DIM else [_isometry(part) for part in range(3)]
    for start in range(0, count, BLOCK):
        which = np.arange(start, min(start + BLOCK, count)) % len(places)
        clean = np.asarray(places[which], np.float32)
        draws = stream("noise" if dim == DIM else "noise g3", start // BLOCK)
        parts = [_noisy(clean if turn is None else clean @ turn, draws, noise) for turn in lift]
        yield start, np.concatenate(parts, axis=1)


def _noisy(clean: Floats, draws: np.random.Generator, noise: float) -> Floats:
    directions = unit(draws.standard_normal(clean.shape, np.float32))
    return unit(unit(clean) * np.float32(np.sqrt(1.0 - noise**2)) + directions * np.float32(noise))


def _isometry(part: int) -> Floats:
    """[512, 768] with orthonormal rows."""
    columns = np.linalg.qr(stream("isometry", part).standard_normal((G3_DIM // 3, DIM)))[0]
    found: Floats = columns.T.astype(np.float32)
    return found


def queries(rows: Floats, cosine: float, number: int) -> Floats:
    """For each unit row [m, d] a unit vector at that cosine to it."""
    draws = stream("queries", number)
    aside = draws.standard_normal(rows.shape, np.float32)
    aside -= (aside * rows).sum(axis=1, keepdims=True) * rows
    return unit(np.float32(cosine) * rows + np.float32(np.sqrt(1.0 - cosine**2)) * unit(aside))


def numbered(first: int, count: int) -> NDArray[np.uint8]:
    """Ids uint8 [count, 32] that carry the numbers of the rows, for there is no photograph to hash."""
    numbers = np.arange(first, first + count, dtype="<u8")
    return np.ascontiguousarray(np.repeat(numbers[:, None], 4, axis=1)).view(np.uint8)


def numbers_of(ids: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The inverse of :func:`numbered`."""
    return np.ascontiguousarray(ids).view("<u8")[:, 0].astype(np.int64)
