"""The child that reads: its limits, its end, and that it does not come back with nonsense."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.core.tiles.making import about, mbtiles, picture, pmtiles
from theodolite.errors import NotFound, TilesDamaged, TilesRefused
from theodolite.tiles import TileReader
from theodolite.workers import protocol


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return pmtiles(tmp_path / "a.pmtiles", {(0, 0, 0): picture()})


def test_the_child_has_its_limits_and_no_network(archive: Path) -> None:
    from theodolite.workers import limits

    with TileReader() as reader:
        reader.facts(archive)
        assert reader.in_force["limits"].get("RLIMIT_FSIZE", 0) == 0
        assert reader.in_force["limits"].get("RLIMIT_DATA", 0) <= limits.MEMORY
        assert reader.in_force["network"] in (True, False)


def test_a_child_that_ends_is_replaced(archive: Path) -> None:
    with TileReader() as reader:
        reader.facts(archive)
        assert reader._child is not None
        os.kill(reader._child.pid, signal.SIGKILL)
        reader._child.wait()
        assert reader.tile(archive, 0, 0, 0) is not None


def test_a_child_that_is_held_up_is_ended_and_the_file_named(archive: Path) -> None:
    with TileReader(seconds=0.5) as reader:
        reader.facts(archive)
        assert reader._child is not None
        os.kill(reader._child.pid, signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(TilesDamaged, match=r"a\.pmtiles ended the process"):
            reader.tile(archive, 0, 0, 0)
        assert time.monotonic() - began < 20
        assert reader.restarts == 1
        assert reader.tile(archive, 0, 0, 0) is not None


@pytest.mark.parametrize(
    "answer",
    [
        {"body": -1},
        {"body": 1 << 40},
        {"body": "x"},
        {},
        {"body": 0, "type": "text/html"},
        {"body": 0, "facts": 3},
    ],
)
def test_answers_that_make_no_sense_are_not_believed(
    archive: Path, answer: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    with TileReader() as reader:
        reader.facts(archive)
        monkeypatch.setattr(protocol, "read_header", lambda _stream: answer)
        with pytest.raises(TilesRefused):
            reader.tile(archive, 0, 0, 0)


def test_after_the_end_there_are_no_answers_and_no_process(archive: Path) -> None:
    reader = TileReader()
    reader.facts(archive)
    child = reader._child
    assert child is not None
    reader.close()
    assert child.poll() is not None
    with pytest.raises(TilesRefused):
        reader.facts(archive)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with TileReader() as reader, pytest.raises(NotFound):
        reader.facts(tmp_path / "none.pmtiles")


def test_a_file_that_changed_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "c.mbtiles"
    with TileReader() as reader:
        mbtiles(path, {(0, 0, 0): picture((1, 2, 3))}, about(name="First"))
        assert reader.facts(path).name == "First"
        mbtiles(path, {(0, 0, 0): picture((3, 2, 1))}, about(name="Second"))
        assert reader.facts(path).name == "Second"
