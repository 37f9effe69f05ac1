"""Places to vectors with numpy alone, a few at a time, for the window: it must not load torch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from theodolite.align.config import AlignConfig
from theodolite.align.load import Arrays, read
from theodolite.align.names import head_names
from theodolite.align.projection import project
from theodolite.errors import PackError


class PlaceEncoder:
    """The location encoder of one aligned model: gamma(v) through each capsule, summed, then the head.

    ``log_scale``: the logarithm of alpha, by which the model multiplies the cosine of photograph and place.
    """

    def __init__(self, folder: Path | str) -> None:
        config, state = read(folder)
        self.config: AlignConfig = config
        self.dim = config.gps_dim
        self.log_scale = config.log_scale_gps
        heads = head_names(config.layout)
        used = ("location_encoder.", f"{heads['location']}." if "location" in heads else "location_encoder.")
        self._state: Arrays = {name: array for name, array in state.items() if name.startswith(used)}

    def encode(self, lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float32]:
        """Unit vectors float32 [n, dim] of places in degrees. InputError for one that is no place."""
        out = self.forward(np.stack((np.atleast_1d(lat), np.atleast_1d(lon)), 1), np.float32)
        lengths = np.linalg.norm(out, axis=1, keepdims=True)
        if not (np.isfinite(lengths) & (lengths > 0.0)).all():
            raise PackError("The location encoder gave a vector without a direction.")
        return np.asarray(out / lengths, np.float32)

    def forward(self, lat_lon: NDArray[Any], dtype: type[np.floating[Any]]) -> NDArray[Any]:
        """Un-normalised vectors [n, dim], computed in ``dtype`` as :class:`net.LocationEncoder` does."""
        degrees = np.asarray(lat_lon, dtype)
        if self.config.projection == "mercator":
            degrees = degrees.astype(np.float64)
        plane = np.asarray(project(self.config.projection, degrees), dtype)
        total = np.zeros((len(plane), self.config.location_dim), dtype)
        for number in range(len(self.config.sigmas)):
            total += self._capsule(f"location_encoder.LocEnc{number}", plane, dtype)
        at = head_names(self.config.layout).get("location")
        if at is None:
            return total
        hidden = np.maximum(self._linear(f"{at}.0", total, dtype), 0)
        return self._linear(f"{at}.2", hidden, dtype)

    def _capsule(self, at: str, plane: NDArray[Any], dtype: type[np.floating[Any]]) -> NDArray[Any]:
        b = self._state[f"{at}.capsule.0.b"].astype(dtype, copy=False)
        phase = np.asarray(2 * np.pi * plane, dtype) @ b.T
        x = np.concatenate((np.cos(phase), np.sin(phase)), axis=1)
        for layer in (1, 3, 5):
            x = np.maximum(self._linear(f"{at}.capsule.{layer}", x, dtype), 0)
        return self._linear(f"{at}.head.0", x, dtype)

    def _linear(self, at: str, x: NDArray[Any], dtype: type[np.floating[Any]]) -> NDArray[Any]:
        weight = self._state[f"{at}.weight"].astype(dtype, copy=False)
        out: NDArray[Any] = x @ weight.T + self._state[f"{at}.bias"].astype(dtype, copy=False)
        return out
