"""What SQLite calls full may be the disk, or a damaged header that claims the largest database there is."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest

from theodolite.errors import CaseDamaged, StorageFailed
from theodolite.store import faults

FULL = sqlite3.OperationalError("database or disk is full")


def test_full_with_room_on_the_disk_is_damage(tmp_path: Path) -> None:
    error = faults.from_sqlite(FULL, tmp_path)
    assert isinstance(error, CaseDamaged)
    assert "is full" in str(error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_full_without_room_is_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(**_: Any) -> Any:
        raise OSError(number, "no room")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert isinstance(faults.from_sqlite(FULL, tmp_path), StorageFailed)


def test_a_disk_that_cannot_be_asked_is_not_called_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: Any) -> Any:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert isinstance(faults.from_sqlite(FULL, tmp_path), CaseDamaged)
