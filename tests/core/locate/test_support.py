"""The places: small worlds made by the tests, and the real one from the starter packs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy.special import ndtr

from tests.core.locate.worlds import world
from theodolite.domain import AreaReach, PointReach
from theodolite.errors import InputError
from theodolite.geo.world import World
from theodolite.jobs import run_to_end
from theodolite.locate import Support, kernels, saved
from theodolite.locate import support as supports
from theodolite.locate.borders import SPREAD, ZONE_SPREAD, near_by_places, reach_km
from theodolite.locate.land import lattice, on_land, represented
from theodolite.locate.places import Q, place_label
from theodolite.locate.sphere import distances, unit
from theodolite.locate.survey import join, near_box

SMALL = world(41, hard=False)


def test_a_saved_support_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "support.npz"
    saved.save(SMALL, path, "key")
    again = saved.load(path, "key")
    assert again is not None
    assert again.sha256 == SMALL.sha256
    assert again.names == SMALL.names
    assert (again.xyz == SMALL.xyz).all()
    assert saved.load(path, "another key") is None
    assert [p.name for p in path.parent.iterdir()] == ["support.npz"]


def test_a_damaged_support_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "support.npz"
    assert saved.load(path, "key") is None
    saved.save(SMALL, path, "key")
    whole = path.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole[:-1], b"no archive"):
        path.write_bytes(damaged)
        assert saved.load(path, "key") is None
    middle = bytearray(whole)
    middle[len(whole) // 2] ^= 1
    path.write_bytes(bytes(middle))
    assert saved.load(path, "key") is None


def test_an_unreadable_gallery_is_a_named_error(tmp_path: Path, borders: World) -> None:
    bad = tmp_path / "coordinates.npy"
    bad.write_bytes(b"nothing")
    with pytest.raises(InputError, match="cannot be read"):
        run_to_end(supports.build(bad, None, borders, tmp_path, key="k"))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no list of coordinates"):
        join(np.zeros((3, 3)), None)  # type: ignore[arg-type]


def test_labels() -> None:
    assert place_label("Minato", "Tokyo", "Japan", 0, 0) == "Minato, Tokyo"
    assert place_label("Luxembourg", "Luxembourg", "Luxembourg", 0, 0) == "Luxembourg"
    assert place_label("Paris", "", "France", 0, 0) == "Paris, France"
    assert place_label("", "Tokyo", "Japan", 1.5, -2.25) == "1.5000, -2.2500"


def test_distances_to_other_groups_are_those_of_every_pair() -> None:
    found = run_to_end(near_by_places(SMALL.xyz, SMALL.sd_km, SMALL.zone, len(SMALL.zone_codes)))
    known = {(int(a), int(p)): float(d) for a, p, d in zip(*found, strict=True)}
    reach = reach_km(SMALL.sd_km, ZONE_SPREAD)
    for place in range(len(SMALL)):
        km = distances(SMALL.xyz, SMALL.xyz[place])
        for zone in range(len(SMALL.zone_codes)):
            members = SMALL.zone == zone
            if zone == SMALL.zone[place] or not members.any():
                assert (zone, place) not in known
            elif (nearest := float(km[members].min())) <= reach[place]:
                assert known[zone, place] == pytest.approx(nearest, abs=1e-6)
            else:
                assert (zone, place) not in known


@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize("codes", [("AA",), ("AA", "CC")])
def test_area_compatibility_is_the_normal_of_the_signed_distance(
    codes: tuple[str, ...], negated: bool
) -> None:
    kernel = kernels.area(SMALL, SMALL.points, AreaReach("country", codes, negated))
    inside = np.isin([SMALL.countries[c] for c in SMALL.country], codes)
    scale = np.maximum(SMALL.sd_km, 1.0)
    for place, value in enumerate(kernel.dense(SMALL.zone)):
        other = inside != inside[place]
        km = float(distances(SMALL.xyz[other], SMALL.xyz[place]).min())
        near = km <= SPREAD * scale[place]
        expected = ndtr((km if inside[place] else -km) / scale[place]) if near else float(inside[place])
        assert value == pytest.approx(1.0 - expected if negated else expected, abs=1e-8)


def test_point_compatibility_is_a_gaussian_over_the_blob() -> None:
    reach = PointReach(float(SMALL.lat[7]) + 0.01, float(SMALL.lon[7]), 25.0)
    km = distances(SMALL.xyz, unit(reach.lat, reach.lon))
    variance = 25.0**2 + SMALL.sd_km**2
    expected = 25.0**2 / variance * np.exp(-(km**2) / (2 * variance))
    found = kernels.point(SMALL, SMALL.points, reach).dense(SMALL.zone)
    assert found == pytest.approx(expected, abs=1e-20)


def test_a_lattice_point_is_worth_its_square() -> None:
    lat, lon = lattice(200.0)
    assert len(lat) * 200.0**2 == pytest.approx(510_064_472, rel=0.01)
    square = np.array([shapely.box(-0.01, -0.01, 10.01, 10.01)])
    dry = on_land(lat, lon, square)
    assert (((abs(lat - 5) <= 5.01) & (abs(lon - 5) <= 5.01)) == dry).all()
    xyz = unit(np.array([5.0, 5.01, 60.0]), np.array([5.0, 5.01, 60.0]))
    area = run_to_end(represented(xyz, np.array([1.0, 2.0, 1.0]), square, 20.0))
    # Land within 500 km of a place is shared out, the rest is represented by none.
    assert area.sum() == pytest.approx(np.pi * 500.0**2, rel=0.02)
    assert (area[:2] > 0).all()
    assert area[2] == 0


def test_boxes_reach_over_the_date_line() -> None:
    lat, lon = np.array([0.0, 0.0, 0.0]), np.array([179.9, -179.9, 170.0])
    assert near_box(lat, lon, np.full(3, 50.0), (-180.0, -1.0, -179.5, 1.0)).tolist() == [True, True, False]


@pytest.mark.packs
def test_the_places_of_the_world(earth: Support) -> None:
    """94,123 distinct gallery rows, and every larger town farther than 5 km from any of them."""
    gallery = earth.photo > 0
    assert gallery.sum() == 94_123
    apart, _ = supports_tree(earth.xyz[gallery]).query(earth.xyz[~gallery])
    assert apart.min() * 6371 > 5.0
    assert 40_000 < (~gallery).sum() < 60_000
    assert earth.sd_km.min() >= 0.1
    assert earth.sd_km.max() <= 50.0
    for kind in ("mixed", "photo", "population", "land"):
        pi, q0 = earth.prior(kind)
        assert pi.sum() == pytest.approx(1.0, abs=1e-12)
        assert pi.min() > 0
        assert np.exp(q0 / Q) == pytest.approx(pi, rel=1e-6)
    # Rows of the gallery by country, as posterior.md counts them.
    rows = np.bincount(earth.country, weights=earth.photo * 100_000)
    for code, expected in {"US": 30_504, "GB": 9_674, "UA": 140, "SY": 48, "NG": 16}.items():
        assert rows[earth.country_index[code]] == pytest.approx(expected, rel=0.02, abs=3), code
    # Land without Antarctica and inner Greenland: about 135 million square kilometres.
    assert 1.25e8 < earth.area_km2.sum() < 1.42e8


@pytest.mark.packs
def test_a_coast_is_no_border(earth: Support) -> None:
    """By the sea nothing is lost; at a border with another country a blob lies half outside."""

    def compatibility(lat: float, lon: float, code: str) -> float:
        place = int(earth.tree.query(unit(lat, lon))[1])
        kernel = kernels.area(earth, earth.points, AreaReach("country", (code,)))
        return float(kernel.dense(earth.zone)[place])

    assert compatibility(35.6581, 139.7515, "JP") == 1.0  # Minato, on Tokyo Bay
    assert compatibility(48.8534, 2.3488, "FR") == 1.0
    assert 0.5 < compatibility(48.5734, 7.7521, "FR") < 1.0  # Strasbourg, on the Rhine
    assert compatibility(48.5734, 7.7521, "DE") < 0.5
    assert compatibility(48.8534, 2.3488, "DE") == 0.0


def supports_tree(xyz: np.ndarray):  # type: ignore[no-untyped-def, type-arg]
    from scipy.spatial import cKDTree

    return cKDTree(xyz)
