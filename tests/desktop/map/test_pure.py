"""Scene, routes and figure, without a screen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.domain import Disc, Region
from theodolite.engine import figure
from theodolite_desktop.map.routes import POLICY, NoSuchPage, Routes, allowed
from theodolite_desktop.map.scene import MapScene, Mark, arc_km, merged

REMOTE = re.compile(r"https?:|//cdn|\.com/|\.net/|\.org/")


@pytest.fixture(scope="module")
def page() -> figure.Page:
    return figure.build()


def test_the_page_names_nothing_remote(page: figure.Page) -> None:
    assert REMOTE.search(page.html) is None
    for name, text in page.files:
        assert REMOTE.search(text) is None, name
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.html)
    assert addresses
    assert all(address.startswith("pack://map/") for address in addresses)


def test_nothing_is_inline(page: figure.Page) -> None:
    assert re.search(r"<script>|<style|\son\w+=|style=\"", page.html) is None
    assert [name for name, _ in page.files] == [
        "inline-1.css",
        "inline-2.css",
        "inline-3.css",
        "inline-4.js",
        "inline-5.js",
    ]
    assert "unsafe-inline" not in POLICY


def test_only_leaflet_is_loaded(page: figure.Page) -> None:
    for stranger in ("jquery", "bootstrap", "awesome"):
        assert stranger not in page.html.lower()


def test_the_page_is_the_same_each_time(page: figure.Page) -> None:
    assert figure.build() == page


def test_our_own_page_files_name_nothing_remote() -> None:
    folder = Path(__file__).resolve().parents[3] / "resources" / "map"
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert REMOTE.search(text) is None, file.name


@pytest.mark.parametrize(
    "path",
    ["/../secret.js", "/images/../../x.js", "/a/b.js", "/page.exe", "/", "/none.js", "/images/a/b.png"],
)
def test_what_is_not_ours_does_not_exist(tmp_path: Path, path: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "secret.js").write_text("x")
    with pytest.raises(NoSuchPage):
        Routes((tmp_path / "map",), {}).answer("map", path)


def test_the_first_folder_answers(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.css").write_text(name)
    routes = Routes((tmp_path / "one", tmp_path / "two"), {"b.js": lambda: b"made"})
    assert routes.answer("map", "/a.css").body == b"one"
    assert routes.answer("map", "/b.js").media_type == "text/javascript"
    with pytest.raises(NoSuchPage):
        routes.answer("elsewhere", "/a.css")


def test_only_our_scheme_is_allowed() -> None:
    assert allowed("pack", "map")
    assert not allowed("pack", "other")
    for scheme in ("http", "https", "ws", "file", "ftp", "blob", "chrome", "qrc", "javascript"):
        assert not allowed(scheme, "map")


@given(
    st.lists(
        st.tuples(st.floats(-80, 80), st.floats(-179, 179), st.floats(0.1, 75)), min_size=1, max_size=300
    )
)
def test_merging_never_shrinks_a_region(rows: list[tuple[float, float, float]]) -> None:
    discs = [Disc(*row) for row in rows]
    kept = merged(discs, most=20)
    assert len(kept) <= max(20, 1)
    for disc in discs:
        assert any(_holds(big, disc) for big in kept)


def _holds(big: Disc, small: Disc) -> bool:
    return arc_km(big.lat, big.lon, small.lat, small.lon) + small.radius_km <= big.radius_km + 1e-6


def test_a_scene_is_json_with_the_larger_region_first() -> None:
    scene = MapScene(
        (Mark("a", "suggested", "candidate", 1.0, 2.0, '"><img src=x onerror=1>', "1"),),
        (Region(0.5, 0.5, 10, (Disc(1, 2, 3),)), Region(0.9, 0.9, 20, (Disc(1, 2, 6),))),
    )
    plain = json.loads(scene.to_json())
    assert [region["level"] for region in plain["regions"]] == [0.9, 0.5]
    assert plain["marks"][0]["label"] == '"><img src=x onerror=1>'
