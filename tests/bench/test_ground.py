"""A million reference points on the real map: how long they take, what they weigh, how the window goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).with_name("ground_points.py")
pytestmark = [pytest.mark.bench]


@pytest.fixture(scope="module")
def measured(starter: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    starter("map-ui")
    folder = tmp_path_factory.mktemp("points")
    done = subprocess.run(
        [sys.executable, str(PAGE), str(folder)], capture_output=True, text=True, timeout=400
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    assert lines, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(lines[-1])
    print(json.dumps(found, indent=1))
    return found


def test_a_million_points_are_there_in_a_moment(measured: dict[str, Any]) -> None:
    assert measured["points"] == 1_000_000
    assert measured["packed_s"] <= 3.0
    assert measured["shown_s"] <= 2.0


def test_a_view_of_them_is_drawn_within_a_frame_of_feeling(measured: dict[str, Any]) -> None:
    assert max(measured["view_ms"].values()) <= 300


def test_their_memory_is_bounded(measured: dict[str, Any]) -> None:
    """8 bytes a point in the page, once. Shown and hidden 24 times, nothing stays: it would be 192 MB
    more."""
    assert measured["page_mb"] <= 120
    assert measured["again_mb"][-1] <= 200


def test_the_window_goes_on(measured: dict[str, Any]) -> None:
    assert measured["shown_stall_ms"] <= 100
    assert measured["moved_stall_ms"] <= 100
