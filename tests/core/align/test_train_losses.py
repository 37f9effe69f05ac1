"""The loss against a formula written out in numpy, and a batch in parts against the batch at once."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from tests.core.align.training_data import TINY, TINY_GPS, made, settings

from theodolite.align import losses
from theodolite.align.config import G3
from theodolite.align.run import fresh
from theodolite.align.step import Batch, Precision, backward


def formula(a: np.ndarray, b: np.ndarray, scale: float) -> float:
    """The mean of both cross-entropies, row by row."""
    a = a / np.sqrt((a**2).sum(1))[:, None]
    b = b / np.sqrt((b**2).sum(1))[:, None]
    total = 0.0
    for i in range(len(a)):
        rows = [np.exp(np.exp(scale) * (a[i] @ b[j])) for j in range(len(b))]
        columns = [np.exp(np.exp(scale) * (a[j] @ b[i])) for j in range(len(a))]
        total += -np.log(rows[i] / sum(rows)) - np.log(columns[i] / sum(columns))
    return total / 2 / len(a)


@given(st.integers(2, 9), st.integers(1, 6), st.floats(-1, 4.6), st.integers(0, 2**32))
def test_the_loss_is_its_formula(count: int, dim: int, scale: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    a, b = rng.normal(size=(2, count, dim)) * rng.uniform(0.1, 30)
    found = losses.symmetric(
        torch.from_numpy(a), torch.from_numpy(b), torch.tensor(scale, dtype=torch.float64)
    )
    assert float(found) == pytest.approx(formula(a, b, scale), rel=1e-9, abs=1e-9)


def test_known_values_of_the_loss() -> None:
    same = torch.eye(8, dtype=torch.float64)
    scale = torch.tensor(3.99, dtype=torch.float64)
    # With orthogonal pairs every row is exp(s) against seven times exp(0), where s = exp(3.99).
    assert float(losses.symmetric(same, same, scale)) == pytest.approx(
        np.log1p(7 * np.exp(-np.exp(3.99))), abs=1e-12
    )
    # If all look alike, only chance is left, whatever the temperature.
    alike = torch.ones(8, 3, dtype=torch.float64)
    assert float(losses.symmetric(alike, same[:, :3] * 0 + 2, scale)) == pytest.approx(np.log(8))
    assert G3.log_scales[:2] == (3.99, 3.99)


def test_there_is_no_term_between_text_and_place() -> None:
    rng = np.random.default_rng(1)
    vectors = {
        name: torch.from_numpy(rng.normal(size=(6, 4))).requires_grad_()
        for name in ("image_gps", "location", "image_text", "text")
    }
    scales = {"gps": torch.tensor(3.99), "text": torch.tensor(2.0)}
    terms = losses.g3(vectors, scales)
    assert set(terms) == {"gps", "text"}
    terms["gps"].backward()
    assert vectors["text"].grad is None and vectors["image_text"].grad is None
    del vectors["text"], vectors["image_text"]
    assert set(losses.g3(vectors, scales)) == {"gps"}


def gradients(dtype: torch.dtype, micro: int, *, text: bool = True, precision: Precision | None = None):
    config = settings(align=TINY if text else TINY_GPS)
    aligner = fresh(config).to(dtype)
    features = made(32)
    plane = aligner.location_encoder.project(torch.from_numpy(np.stack([features.lat, features.lon], 1)))
    batch = Batch(
        torch.from_numpy(features.image).to(dtype),
        plane.to(dtype),
        torch.from_numpy(features.text).to(dtype) if text else None,
    )
    terms = backward(aligner, batch, micro, precision)
    found = {name: p.grad.clone() for name, p in aligner.named_parameters() if p.grad is not None}
    return {name: float(term) for name, term in terms.items()}, found


@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize("micro", [1, 7, 31])
def test_a_batch_in_parts_has_the_gradient_of_the_whole(micro: int, text: bool) -> None:
    """Each part sees the negatives of the whole batch; adding up small batches would be another loss."""
    for dtype, most in ((torch.float64, 1e-12), (torch.float32, 1e-6)):
        terms, whole = gradients(dtype, 0, text=text)
        again, parts = gradients(dtype, micro, text=text)
        assert again == pytest.approx(terms, rel=1e-6)
        assert parts.keys() == whole.keys()
        largest = max(float(gradient.abs().max()) for gradient in whole.values())
        for name, gradient in whole.items():
            assert float((parts[name] - gradient).abs().max()) <= most * max(1.0, largest), name


def test_adding_up_small_batches_is_another_loss() -> None:
    """What the exact way is for: the naive sum is far from it, so the test above can fail."""
    _, whole = gradients(torch.float64, 0)
    config = settings()
    aligner = fresh(config).double()
    features = made(32)
    plane = aligner.location_encoder.project(
        torch.from_numpy(np.stack([features.lat, features.lon], 1))
    ).double()
    for start in range(0, 32, 16):
        rows = slice(start, start + 16)
        image, text = (torch.from_numpy(side[rows]).double() for side in (features.image, features.text))
        backward(aligner, Batch(image, plane[rows], text))
    naive = {name: p.grad / 2 for name, p in aligner.named_parameters() if p.grad is not None}
    assert max(float((naive[name] - gradient).abs().max()) for name, gradient in whole.items()) > 1e-2


def test_without_text_no_text_head_gets_a_gradient() -> None:
    _, found = gradients(torch.float32, 0, text=False)
    assert "logit_scale2" in found and "logit_scale1" not in found
    assert not any(
        "else_1" in name or name.startswith("text") or name.endswith("capsule.0.b") for name in found
    )


def test_bfloat16_is_near_and_keeps_the_loss_in_float32() -> None:
    terms, whole = gradients(torch.float32, 0)
    rough, parts = gradients(torch.float32, 0, precision=Precision("cpu", bf16=True))
    assert rough == pytest.approx(terms, rel=0.1)
    assert rough != terms
    assert all(gradient.dtype == torch.float32 for gradient in parts.values())
    a, b = (torch.cat([gradient.flatten() for gradient in side.values()]) for side in (whole, parts))
    assert float(torch.nn.functional.cosine_similarity(a, b, dim=0)) > 0.99
