"""What the page is told of the ground and what answers its addresses, without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.errors import TilesDamaged
from theodolite.tiles import Tile
from theodolite_desktop.map.ground import MISSING, GroundScene, TilePack, answer, is_ground
from theodolite_desktop.map.ground_bridge import GroundBridge, read_drawn
from theodolite_desktop.map.routes import NoSuchPage


class Source:
    """Answers as a reader of tiles does."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, int, int, int]] = []

    def tile(self, path: Path, z: int, x: int, y: int) -> Tile | None:
        self.asked.append((path, z, x, y))
        if z == 7:
            raise TilesDamaged("The tile 7 is damaged.")
        return Tile(b"picture", "image/png") if z < 5 else None

    def close(self) -> None:
        pass


def pack(number: int = 0) -> TilePack:
    return TilePack(number, "Map", Path("/data/secret/tiles.pmtiles"), False, 0, 9, -10, -20, 30, 40, "© Us")


@pytest.fixture
def scene() -> GroundScene:
    return GroundScene((pack(),), None, b"points", (), Source())


def test_a_tile_is_answered_with_its_kind(scene: GroundScene) -> None:
    given = answer(scene, 3, "/tiles/3/0/4/1/2")
    assert (given.body, given.media_type) == (b"picture", "image/png")
    assert scene.source.asked == [(pack().path, 4, 1, 2)]  # type: ignore[union-attr]


def test_what_is_missing_and_what_is_damaged_are_two_answers(scene: GroundScene) -> None:
    assert answer(scene, 3, "/tiles/3/0/6/0/0") == MISSING
    damaged = answer(scene, 3, "/tiles/3/0/7/0/0")
    assert (damaged.body, damaged.media_type) == (b"The tile 7 is damaged.", "text/plain")


@pytest.mark.parametrize(
    "path",
    [
        *("/tiles/2/0/4/1/2", "/tiles/3/1/4/1/2", "/tiles/3/0/4/1", "/tiles/3/0/4/1/-2", "/tiles/3/0/4/1/٣"),
        *("/tiles/3/0/4/1/2/x", "/tiles/3/0/1e9/1/2", "/tiles/3/../../etc/passwd", "/tiles", "/"),
        *("/ground/3/boundaries.json", "/ground/2/points.bin", "/ground/3/../points.bin", "/ground/3/other"),
        "/tiles/3/0/9999999999/0/0",
    ],
)
def test_nothing_else_has_an_answer(scene: GroundScene, path: str) -> None:
    with pytest.raises(NoSuchPage):
        answer(scene, 3, path)


def test_the_files_of_the_ground(scene: GroundScene, tmp_path: Path) -> None:
    assert answer(scene, 3, "/ground/3/points.bin").body == b"points"
    lines = tmp_path / "b.json"
    lines.write_bytes(b"{}")
    assert answer(GroundScene(boundaries=lines), 3, "/ground/3/boundaries.json").body == b"{}"


def test_the_page_never_hears_of_paths(scene: GroundScene) -> None:
    text = scene.to_json(3, {"nodata": "None here", "import": "Get"})
    assert "secret" not in text
    table = json.loads(text)
    assert table["packs"][0]["credits"] == "© Us"
    assert (table["serial"], table["points"], table["boundaries"]) == (3, True, False)


def test_which_addresses_wait() -> None:
    assert is_ground("/tiles/1/2")
    assert is_ground("ground/1/points.bin")
    assert not is_ground("/leaflet.js")
    assert not is_ground("/tiles.js")


GOOD = {
    "serial": 1,
    "zoom": 4.5,
    "tiles": 9,
    "filled": 3,
    "nodata": True,
    "settled": False,
    "points": 5,
    "total": 6,
    "names": 7,
}


@given(
    st.dictionaries(
        st.sampled_from(sorted(GOOD)),
        st.none() | st.text() | st.floats() | st.booleans() | st.lists(st.integers()),
    )
)
def test_whatever_a_page_says_is_read_or_dropped(changes: dict[str, Any]) -> None:
    found = read_drawn(json.dumps({**GOOD, **changes}))
    assert found is None or (isinstance(found.tiles, int) and abs(found.zoom) < float("inf"))


def test_a_page_that_drew_is_heard(qapp: Any) -> None:
    bridge, heard, troubles = GroundBridge(), [], []
    bridge.drawn.connect(heard.append)
    bridge.troubled.connect(troubles.append)
    bridge.drew(json.dumps(GOOD))
    bridge.drew("nonsense")
    bridge.trouble("a\u202eb\n" + "c" * 900)
    assert [(drawn.zoom, drawn.filled, drawn.nodata) for drawn in heard] == [(4.5, 3, True)]
    assert len(troubles[0]) <= 300
    assert troubles[0].isprintable()
