"""The published ``geoclip`` package, as the tests compare with it."""

from __future__ import annotations

import warnings
from types import ModuleType

import pytest

from theodolite.vision import towers


@pytest.fixture(scope="session")
def geoclip() -> ModuleType:
    """The package, which imports torchvision."""
    towers.torchvision()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it uses torch.jit
        import geoclip as package
        import geoclip.model.location_encoder

    found: ModuleType = package
    return found
