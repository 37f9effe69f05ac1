"""Perceptual hashes of a picture: the same for a copy that was re-encoded or scaled.

Two hashes of 256 bits each over grey values, by imagehash: the signs of the low frequencies of a cosine
transform (pHash) and of the differences between neighbours (dHash). Both must be near. Stored beside them:
the same for the mirrored picture and for six crops round its centre, so that a mirrored or evenly cropped
copy is found. A crop off the centre is not.

Measured on the photographs of the corpora (the larger of both distances, bits): re-encoded at quality 75
at most 9 in 95 of 100; quality 60 at half the size at most 30; cropped evenly by 3 to 28 % at most 44;
neighbouring frames of a walk 80 or more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = "1"
BITS = 256
#: How much of width and height the stored crops keep.
CROPS = (0.95, 0.90, 0.85, 0.80, 0.75, 0.70)
#: Bits of each hash that a copy may differ in; a little less where six crops are tried.
SAME_BITS = 64
SAME_CROP_BITS = 56
#: Grey values (0..255) of a 32 x 32 reduction vary less than this in a picture without a fingerprint.
PLAIN = 8.0
_SIDE = 256
_DIGITS = BITS // 4


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Each hash is 64 + 64 hexadecimal digits: pHash, then dHash. ``crops`` in the order of CROPS.

    Empty where the picture is too plain: a white wall is like any other.
    """

    whole: str = ""
    mirrored: str = ""
    crops: tuple[str, ...] = ()

    def strings(self) -> tuple[str, ...]:
        """What an exhibit keeps: the version, then all hashes; () for a plain picture."""
        return (VERSION, self.whole, self.mirrored, *self.crops) if self.whole else ()

    @classmethod
    def of(cls, strings: Sequence[str]) -> Fingerprint | None:
        """The inverse of :meth:`strings`; None for none, another version or anything else."""
        if len(strings) != 3 + len(CROPS) or strings[0] != VERSION:
            return None
        if any(len(text) != 2 * _DIGITS or set(text) - set("0123456789abcdef") for text in strings[1:]):
            return None
        return cls(strings[1], strings[2], tuple(strings[3:]))


def fingerprint(pixels: NDArray[np.uint8]) -> Fingerprint:
    """uint8 [height, width, 3], RGB, upright -> its fingerprint."""
    import numpy as np
    from PIL import Image, ImageOps

    grey = Image.fromarray(pixels).convert("L")
    if np.asarray(grey.resize((32, 32), Image.Resampling.BOX), np.float64).std() < PLAIN:
        return Fingerprint()
    factor = _SIDE / max(grey.size)
    if factor < 1.0:
        size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
        grey = grey.resize(size, Image.Resampling.BOX)
    crops = tuple(_hash(_centre(grey, share)) for share in CROPS)
    return Fingerprint(_hash(grey), _hash(ImageOps.mirror(grey)), crops)


def _hash(grey: Any) -> str:
    import imagehash

    return f"{imagehash.phash(grey, hash_size=16)!s}{imagehash.dhash(grey, hash_size=16)!s}"


def _centre(grey: Any, share: float) -> Any:
    left, top = grey.width * (1 - share) / 2, grey.height * (1 - share) / 2
    return grey.crop((round(left), round(top), round(grey.width - left), round(grey.height - top)))


@dataclass(frozen=True, slots=True)
class Copy:
    """Two pictures that are one: ``bits`` is the larger distance of both hashes, of 256.

    ``cropped``: the number, 0 or 1, of the one that shows less; None when neither was cropped.
    """

    first: str
    second: str
    bits: int
    mirrored: bool = False
    cropped: int | None = None


def copies(prints: Mapping[str, Fingerprint]) -> tuple[Copy, ...]:
    """Every pair of pictures of which one is a copy of the other, each once, the likeliest way.

    The work is a handful of matrix products over all pictures.
    """
    import numpy as np

    names = [name for name, print_ in prints.items() if print_.whole]
    if len(names) < 2:
        return ()
    whole = _signs([prints[name].whole for name in names])
    mirror = _signs([prints[name].mirrored for name in names])
    crops = [_signs([prints[name].crops[step] for name in names]) for step in range(len(CROPS))]
    cut = np.min([_apart(whole, crop) for crop in crops], axis=0)  # [small, large]
    cut_mirrored = np.min([_apart(mirror, crop) for crop in crops], axis=0)
    full, turned = _apart(whole, whole), _apart(mirror, whole)
    ways = (
        (full, SAME_BITS, False, None),
        (turned, SAME_BITS, True, None),
        (cut, SAME_CROP_BITS, False, 0),
        (cut.T, SAME_CROP_BITS, False, 1),
        (cut_mirrored, SAME_CROP_BITS, True, 0),
        (cut_mirrored.T, SAME_CROP_BITS, True, 1),
    )
    near = np.any([table <= most for table, most, _, _ in ways], axis=0)
    found = []
    for i, j in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        fitting = [
            (int(table[i, j]), mirrored, cropped is not None, cropped or 0)
            for table, most, mirrored, cropped in ways
            if table[i, j] <= most
        ]
        bits, mirrored, is_cropped, smaller = min(fitting)
        found.append(Copy(names[i], names[j], bits, mirrored, smaller if is_cropped else None))
    return tuple(found)


def _signs(hashes: Sequence[str]) -> NDArray[np.float32]:
    """Hashes as +1 and -1, [2, n, 256], each kind contiguous so that products are fast."""
    import numpy as np

    raw = np.array([list(bytes.fromhex(text)) for text in hashes], np.uint8)
    bits = np.unpackbits(raw, axis=1).reshape(len(hashes), 2, BITS)
    return np.ascontiguousarray(bits.swapaxes(0, 1).astype(np.float32) * 2.0 - 1.0)


def _apart(first: NDArray[np.float32], second: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bits that differ, the larger of both hashes, [n, n]."""
    import numpy as np

    each = [(BITS - first[kind] @ second[kind].T) / 2.0 for kind in range(2)]
    larger: NDArray[np.float32] = np.maximum(each[0], each[1])
    return larger
