"""The lock of the project, and locks that are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from theodolite import packs
from theodolite.errors import NotFound, PackError
from theodolite.packs import Pack
from theodolite.packs.lock import HubFile, WheelMember, read_lock

GOOD = """
schema = 1
[pack.small]
version = "1"
kind = "test"
licence = "CC0-1.0"
purpose = "a test"
[[pack.small.file]]
name = "a.txt"
origin = "pypi"
package = "a==1"
member = "a/a.txt"
size = 1
sha256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
"""


def test_models_that_see_are_described_with_sizes_and_needs() -> None:
    """None has a hash that nobody has checked, so none can be fetched; all tell what they would need."""
    described = {spec.name: spec for spec in packs.available() if spec.kind == "vision-language-model"}
    assert set(described) == {
        "smolvlm-256m", "smolvlm", "qwen2-5-vl-3b", "qwen2-5-vl-7b", "minicpm-v-2-6", "gemma-3-4b"
    }  # fmt: skip
    rows = {row.name: row for row in packs.rows()}
    for spec in described.values():
        model, projector = spec.members
        assert projector.name.startswith("mmproj")
        assert model.about > projector.about > 0
        assert (spec.fetchable, spec.sha256, spec.size, spec.download) == (False, "", 0, 0)
        assert spec.shape is not None
        assert spec.shape.cache > 0
        assert spec.about == model.about + projector.about
        assert rows[spec.name].size_text.startswith("≈ ")
        assert rows[spec.name].state == "described, not verifiable here"


@pytest.mark.parametrize("shape", ["{ layers = 0 }", "{ wings = 2 }", "7", "{ layers = -1, kv_heads = 1 }"])
def test_a_shape_that_makes_no_sense_damages_the_lock(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "packs.toml"
    path.write_text(GOOD.replace('purpose = "a test"', f'purpose = "a test"\nshape = {shape}'))
    with pytest.raises(PackError, match="damaged"):
        read_lock(path)


def test_the_projects_lock() -> None:
    specs = {spec.name: spec for spec in packs.available()}
    starters = [spec.name for spec in specs.values() if spec.starter]
    assert starters == ["vision-starter", "gallery", "language-starter", "gazetteer", "map-ui"]
    for spec in specs.values():
        assert spec.licence
        assert spec.purpose
        if spec.starter:
            assert spec.fetchable
            assert all(isinstance(member.origin, WheelMember) for member in spec.members)
        for member in spec.members:
            if isinstance(member.origin, HubFile) and member.sha256 is None:
                assert not spec.fetchable
    assert specs["vision-starter"].size == 89_632_703


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema = 1", "schema = 2"),
        ("a.txt", "../a.txt"),
        ('name = "a.txt"', 'name = "/etc/passwd"'),
        ('name = "a.txt"', 'name = "pack.json"'),
        ("a==1", "a>=1"),
        ("a==1", "--index-url=x"),
        ("ca978112", "CA978112"),
        ("size = 1", ""),
        ("size = 1", "size = -1"),
        ('"pypi"', '"ftp"'),
        ("[pack.small]", "[pack.Small]"),
        ('version = "1"', 'version = "../1"'),
        ('purpose = "a test"', ""),
        ('licence = "CC0-1.0"', 'licence = "CC0-1.0'),
        ('kind = "test"', 'kind = "test"\nbuilder = "gazetteer"'),
    ],
)
def test_a_wrong_lock_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "packs.toml"
    path.write_text(GOOD)
    read_lock(path)
    assert old in GOOD
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(PackError, match=r"packs\.toml"):
        read_lock(path)


def test_unknown_names_list_the_known() -> None:
    with pytest.raises(NotFound, match="vision-starter"):
        packs.installed("visionstarter")


@pytest.mark.packs
def test_the_starter_packs_hold_what_they_should(starter: Callable[[str], Pack]) -> None:
    from safetensors.numpy import load_file

    gallery = starter("gallery")
    places = np.load(gallery.file("coordinates.npy"))
    assert places.shape == (100_000, 2)
    assert places.dtype == np.float64
    assert (np.abs(places) <= (90.0, 180.0)).all()
    first = gallery.file("coordinates_100K.csv").read_text().splitlines()[1]
    assert tuple(map(float, first.split(","))) == tuple(places[0])
    head = load_file(gallery.file("image_head.safetensors"))
    assert {name: array.shape for name, array in head.items()} == {
        "0.weight": (768, 768),
        "0.bias": (768,),
        "2.weight": (512, 768),
        "2.bias": (512,),
    }
    assert "LocEnc0.capsule.0.b" in load_file(gallery.file("location_encoder.safetensors"))
    assert not list(gallery.path.rglob("*.pth"))
    assert starter("language-starter").one(".gguf").stat().st_size == 98_362_432
    assert starter("map-ui").file("leaflet.js").read_text().startswith("/* @preserve\n * Leaflet 1.9.3")
    assert starter("gazetteer").file("gazetteer.db").read_bytes()[:15] == b"SQLite format 3"
