"""Vectors that were computed once: kept through a kill, recomputed when damaged, never mixed up."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from theodolite.align.cache import Spool, Store
from theodolite.errors import InputError, StorageFailed

TOWER = "ab" * 32


def key(number: int) -> bytes:
    return hashlib.sha256(str(number).encode()).digest()


def vector(number: int) -> np.ndarray:
    return np.arange(4, dtype=np.float32) + number


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    with Store(tmp_path, TOWER, 4) as store:
        assert [store.put(key(n), vector(n)) for n in range(100)] == list(range(100))
        store.put_reason(key(200), "cannot-decode")
        assert store.get(key(5)) == 5
        assert store.get(key(300)) is None
    with Store(tmp_path, TOWER, 4) as store:
        assert store.get(key(99)) == 99
        assert store.get(key(200)) == "cannot-decode"
        assert np.array_equal(store.matrix(), np.stack([vector(n) for n in range(100)]))
        assert store.put(key(100), vector(100)) == 100
        assert len(store.matrix()) == 101


def test_another_tower_has_vectors_of_its_own(tmp_path: Path) -> None:
    with Store(tmp_path, TOWER, 4) as one, Store(tmp_path, "cd" * 32, 4) as other:
        one.put(key(1), vector(1))
        assert other.get(key(1)) is None
        assert other.matrix().shape == (0, 4)


def test_a_kill_loses_what_was_not_kept_and_damages_nothing(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        store = Store(tmp_path, TOWER, 4)
        for n in range(10):
            store.put(key(n), vector(n))
        store.flush()
        for n in range(10, 20):
            store.put(key(n), vector(n))
        os._exit(1)
    os.waitpid(child, 0)
    with Store(tmp_path, TOWER, 4) as store:
        assert [store.get(key(n)) for n in range(20)] == [*range(10), *[None] * 10]
        assert len(store.matrix()) == 10
        assert store.put(key(15), vector(15)) == 10
        assert np.array_equal(store.matrix()[10], vector(15))


def test_vectors_that_were_lost_or_damaged_are_not_known(tmp_path: Path) -> None:
    with Store(tmp_path, TOWER, 4) as store:
        for n in range(6):
            store.put(key(n), vector(n))
    (path,) = tmp_path.rglob("vectors.f32")
    data = bytearray(path.read_bytes())
    data[2 * 16] ^= 1
    path.write_bytes(data[: 4 * 16 + 3])
    with Store(tmp_path, TOWER, 4) as store:
        assert [store.get(key(n)) for n in range(6)] == [0, 1, None, 3, None, None]
        assert store.put(key(2), vector(2)) == 4
    with Store(tmp_path, TOWER, 4) as store:
        assert store.get(key(2)) == 4
        assert np.array_equal(store.matrix()[4], vector(2))


def test_two_trainings_do_not_write_to_one_cache(tmp_path: Path) -> None:
    with Store(tmp_path, TOWER, 4), pytest.raises(InputError, match="Another training"):
        Store(tmp_path, TOWER, 4)


def test_a_cache_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailed, match="cache of vectors"):
        Store(tmp_path / "file", TOWER, 4)
    place = tmp_path / f"{TOWER[:16]}-4"
    place.mkdir()
    (place / "known.db").write_bytes(b"no database" * 100)
    with pytest.raises(StorageFailed, match="cache of vectors"):
        Store(tmp_path, TOWER, 4)


def test_vectors_of_a_table_are_spooled(tmp_path: Path) -> None:
    with Spool(tmp_path, "image") as spool:
        assert spool.append(np.ones((3, 2), np.float32)) == 0
        assert spool.append(np.empty((0, 5), np.float32)) == 3
        assert spool.append(np.zeros((2, 2), np.float32)) == 3
        assert spool.matrix().tolist() == [[1, 1]] * 3 + [[0, 0]] * 2
        with pytest.raises(InputError, match="of 2 and of 3"):
            spool.append(np.zeros((2, 3), np.float32))
