"""Probabilities of cells from image vectors, with numpy alone: what answers in the worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.cells.scheme import Scheme
from theodolite.errors import InputError

Weights = Mapping[str, NDArray[np.float32]]


def units(vectors: NDArray[Any]) -> NDArray[np.float32]:
    """Rows [n, d] over their lengths; InputError for a row without a direction."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not (np.isfinite(length) & (length > 0.0)).all():
        raise InputError("A vector has no direction: it is zero or not finite.")
    return np.asarray(vectors / length, np.float32)


def probabilities(weights: Weights, vectors: NDArray[Any]) -> list[NDArray[np.float64]]:
    """The softmax of each partition [n, k] for image vectors [n, d], whatever the lengths of their rows.

    Raises InputError for vectors of another length than the classifier was trained on.
    """
    if vectors.ndim != 2 or vectors.shape[1] != len(weights["mean"]):
        raise InputError(
            f"The classifier takes image vectors of {len(weights['mean'])} numbers, these have "
            f"{vectors.shape[-1]}."
        )
    x = (units(vectors) - weights["mean"]) / weights["scale"]
    if "hidden.weight" in weights:
        x = np.maximum(x @ weights["hidden.weight"].T + weights["hidden.bias"], 0.0)
    count = sum(name.startswith("levels.") and name.endswith(".bias") for name in weights)
    return [
        _softmax(x @ weights[f"levels.{level}.weight"].T + weights[f"levels.{level}.bias"])
        for level in range(count)
    ]


def score(scheme: Scheme, weights: Weights, vectors: NDArray[Any]) -> NDArray[np.float64]:
    """Probabilities of the fine cells [n, f], rows summing to 1."""
    return scheme.score(probabilities(weights, vectors))


def best(scores: NDArray[np.float64], top: int) -> NDArray[np.int64]:
    """The ``top`` best cells of one row of scores, best first; equal ones by number."""
    return np.argsort(-scores, kind="stable")[:top]


def _softmax(logits: NDArray[Any]) -> NDArray[np.float64]:
    high = logits.astype(np.float64)
    high = np.exp(high - high.max(axis=1, keepdims=True))
    return np.asarray(high / high.sum(axis=1, keepdims=True))
