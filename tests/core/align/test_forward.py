"""Heads and location encoders against independent numpy, for both published configurations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.core.align import reference

from theodolite.align import load, names
from theodolite.align.config import G3, GEOCLIP, AlignConfig, reduced
from theodolite.align.places import PlaceEncoder

#: Poles, antimeridian, beyond the square map, ordinary towns.
PLACES = [
    (90.0, 0.0),
    (-90.0, -180.0),
    (85.0512, 179.99999),
    (-86.5, 12.5),
    (0.0, 180.0),
    (0.0, -180.0),
    (71.17, 25.78),
    (-54.80, -68.30),
    (35.6595, 139.7005),
    (1.3, 103.8),
]
CONFIGS = {"g3": G3, "geoclip": GEOCLIP, "reduced": reduced()}


@pytest.fixture(scope="module", params=sorted(CONFIGS))
def model(request: pytest.FixtureRequest) -> tuple[AlignConfig, Any, dict[str, Any]]:
    """A configuration, its modules with seeded weights, and these weights in float64 for the reference."""
    import torch

    from theodolite.align.net import Aligner

    config = CONFIGS[request.param]
    torch.manual_seed(20240)
    aligner = Aligner(config).eval()
    return config, aligner, {key: value.double().numpy() for key, value in aligner.state_dict().items()}


def wanted_places(config: AlignConfig, state: dict[str, Any]) -> np.ndarray[Any, Any]:
    one = reference.g3_location if config.layout == "g3" else reference.geoclip_location
    return np.stack([one(state, lat, lon) for lat, lon in PLACES])


def units(rows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_published_sizes(model: tuple[AlignConfig, Any, dict[str, Any]]) -> None:
    config, aligner, state = model
    assert {key: value.shape for key, value in state.items()} == names.expected(config)
    for number, sigma in enumerate((1.0, 16.0, 256.0)):
        b = state[f"location_encoder.LocEnc{number}.capsule.0.b"]
        assert 0.8 < b.std() / sigma < 1.25
        assert not aligner.get_parameter(f"location_encoder.LocEnc{number}.capsule.0.b").requires_grad
    if config.layout == "g3":
        assert [state[f"logit_scale{n}"] for n in (1, 2, 3)] == pytest.approx([3.99] * 3)
    else:
        assert np.exp(state["logit_scale"]) == pytest.approx(39.687, abs=1e-3)


def test_places_in_float64(model: tuple[AlignConfig, Any, dict[str, Any]]) -> None:
    import copy

    import torch

    config, aligner, state = model
    double = copy.deepcopy(aligner).double()
    with torch.no_grad():
        found = double.location(torch.tensor(PLACES, dtype=torch.float64)).numpy()
    assert np.abs(found - wanted_places(config, state)).max() < 1e-9


def test_places_in_float32(model: tuple[AlignConfig, Any, dict[str, Any]]) -> None:
    """Coordinates pass through float32 in both published codes: 1 to 2 m, seen at sigma 2^8."""
    import torch

    config, aligner, state = model
    with torch.no_grad():
        found = aligner.location(torch.tensor(PLACES, dtype=torch.float32)).numpy()
    assert np.abs(found - wanted_places(config, state)).max() < 5e-4


def test_heads(model: tuple[AlignConfig, Any, dict[str, Any]], seed: int) -> None:
    """On the un-normalised projection: a longer input gives another direction."""
    import copy

    import torch

    config, aligner, state = model
    made = np.random.default_rng(seed)
    double = copy.deepcopy(aligner).double()
    at = names.head_names(config.layout)
    for role in ("image_gps", "image_text", "text"):
        if role not in config.heads:
            continue
        width = config.text_dim if role == "text" else config.image_dim
        x = made.normal(scale=0.7, size=(6, width or 0))
        wanted = np.stack([reference.head(state, at[role], row) for row in x])
        with torch.no_grad():
            found = getattr(double, role)(torch.from_numpy(x)).numpy()
            single = getattr(aligner, role)(torch.from_numpy(x).float()).numpy()
            longer = getattr(double, role)(torch.from_numpy(3.0 * x)).numpy()
        assert np.abs(found - wanted).max() < 1e-9
        assert np.abs(single - wanted).max() < 5e-4
        assert np.abs(units(longer) - units(wanted)).max() > 1e-3


def test_places_without_torch_are_the_same(
    model: tuple[AlignConfig, Any, dict[str, Any]], tmp_path: Path
) -> None:
    config, aligner, state = model
    load.save(aligner.state_dict(), config, tmp_path)
    encoder = PlaceEncoder(tmp_path)
    lat, lon = np.array(PLACES).T
    wanted = wanted_places(config, state)
    assert np.abs(encoder.forward(np.array(PLACES), np.float64) - wanted).max() < 1e-9
    assert np.abs(encoder.encode(lat, lon) - units(wanted)).max() < 5e-4
    assert encoder.log_scale == pytest.approx(
        float(state["logit_scale2" if config.layout == "g3" else "logit_scale"])
    )


@pytest.mark.packs
def test_published_location_encoder(starter: Any) -> None:
    """GeoCLIP's own weights, as the gallery pack carries them."""
    import torch

    folder = starter("gallery").path
    config, arrays = load.read(folder)
    state = {key: value.astype(np.float64) for key, value in arrays.items()}
    wanted = wanted_places(config, state)
    aligner = load.load(folder)
    with torch.no_grad():
        single = aligner.location(torch.tensor(PLACES)).numpy()
        double = aligner.double().location(torch.tensor(PLACES, dtype=torch.float64)).numpy()
    assert np.abs(double - wanted).max() < 1e-9
    assert np.abs(units(single) - units(wanted)).max() < 5e-4
    lat, lon = np.array(PLACES).T
    assert np.abs(PlaceEncoder(folder).encode(lat, lon) - units(wanted)).max() < 5e-4


def test_autocast_does_not_blur_the_phases() -> None:
    """bf16 training: 2 pi B v at sigma 2^8 has no digits left in bfloat16, so it stays in float32."""
    import torch

    from theodolite.align.net import Aligner

    torch.manual_seed(1)
    fourier = Aligner(reduced()).location_encoder.get_submodule("LocEnc2.capsule.0")
    v = torch.rand(50, 2)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        inside = fourier(v)
    assert torch.equal(inside, fourier(v))
