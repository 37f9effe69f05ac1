"""The places of the posterior as a table for aligned models: whole, whoever else writes it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from theodolite.engine import aligned


def test_two_processes_may_write_the_places_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path))
    support: Any = SimpleNamespace(sha256="ab" * 32, lat=np.zeros(3), lon=np.arange(3.0))
    save, others = np.save, []

    def meanwhile(file: Any, table: Any) -> None:
        if not others:
            others.append("another process")
            aligned.coordinates_of(support)
        save(file, table)

    monkeypatch.setattr(np, "save", meanwhile)
    path = aligned.coordinates_of(support)
    assert others and np.load(path).tolist() == [[0, 0], [0, 1], [0, 2]]
    assert list(path.parent.iterdir()) == [path]
