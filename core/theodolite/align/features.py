"""What a training reads: arrays of vectors with their places, in memory or memory-mapped."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import InputError

_CHUNK = 1 << 16


@dataclass(frozen=True)
class Features:
    """``n`` photographs with their places, as a training needs them.

    ``image``: float32 [m, d], the encoder's projections, *not* normalised; ``image_row``: int64 [n], which of
    them belongs to a photograph (None: ``m == n``, in order). ``lat``, ``lon``: float64 [n], degrees.
    ``text``: float32 [k, e], vectors of sentences, ``text_row`` likewise; None without text. Both matrices
    may be memory maps. ``encoder_sha256``, ``text_sha256``: the packs that made the vectors ("" unknown).
    ``identity``: what the rows are, for a training that is taken up again ("": hashed when it is needed).
    """

    image: NDArray[np.float32]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    text: NDArray[np.float32] | None = None
    image_row: NDArray[np.int64] | None = None
    text_row: NDArray[np.int64] | None = None
    encoder_sha256: str = ""
    text_sha256: str = ""
    identity: str = ""

    def __post_init__(self) -> None:
        count = len(self.lat)
        if self.lat.shape != (count,) or self.lon.shape != (count,):
            raise InputError("Latitudes and longitudes are not two lists of the same length.")
        if not (np.isfinite(self.lat).all() and np.isfinite(self.lon).all()):
            raise InputError("A coordinate is not a number. Leave such rows out.")
        for what, matrix, rows in (
            ("image", self.image, self.image_row),
            ("text", self.text, self.text_row),
        ):
            if matrix is None:
                continue
            if matrix.ndim != 2 or matrix.dtype != np.float32:
                raise InputError(f"The {what} vectors are not a float32 matrix.")
            if rows is None and len(matrix) != count:
                raise InputError(f"There are {len(matrix)} {what} vectors for {count} places.")
            if rows is not None and (
                rows.shape != (count,) or (count and not 0 <= rows.min() <= rows.max() < len(matrix))
            ):
                raise InputError(f"The rows of the {what} vectors do not fit the places.")

    def __len__(self) -> int:
        return len(self.lat)

    @property
    def image_dim(self) -> int:
        return int(self.image.shape[1])

    @property
    def text_dim(self) -> int | None:
        return None if self.text is None else int(self.text.shape[1])

    def images(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """float32 [len(rows), d]: a copy, in memory."""
        return _taken(self.image, rows, self.image_row)

    def texts(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """float32 [len(rows), e]; only with text."""
        assert self.text is not None
        return _taken(self.text, rows, self.text_row)

    @cached_property
    def fingerprint(self) -> str:
        """:attr:`identity`, or a sha256 over everything that a training reads."""
        if self.identity:
            return self.identity
        digest = hashlib.sha256()
        for matrix in (self.image, self.text, self.lat, self.lon, self.image_row, self.text_row):
            digest.update(b"-" if matrix is None else repr((matrix.shape, matrix.dtype.str)).encode())
            for start in range(0, 0 if matrix is None else len(matrix), _CHUNK):
                assert matrix is not None
                digest.update(np.ascontiguousarray(matrix[start : start + _CHUNK]).view(np.uint8).data)
        digest.update(f"{self.encoder_sha256} {self.text_sha256}".encode())
        return digest.hexdigest()


def _taken(
    matrix: NDArray[np.float32], rows: NDArray[np.int64], where: NDArray[np.int64] | None
) -> NDArray[np.float32]:
    return np.ascontiguousarray(matrix[rows if where is None else where[rows]])
