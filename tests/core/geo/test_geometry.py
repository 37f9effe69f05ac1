"""Fields of view, bearings, and planted cameras found again by resection."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import binom

from theodolite.domain import Optics
from theodolite.errors import InputError
from theodolite.geo import camera
from theodolite.geo.geodesy import azimuth, destination, geodesic_km
from theodolite.geo.resection import Degenerate, Line, MapPoint, Resection, Sighting, resect


def test_field_of_view_of_known_lenses() -> None:
    """50 mm on film: 39.6 x 27.0 x 46.8 degrees; a Micro Four Thirds 25 mm lens has the same diagonal."""
    film = camera.field_of_view(Optics(focal_mm=50, sensor_mm=(36, 24)), 6000, 4000)
    assert (film.horizontal, film.vertical, film.diagonal) == pytest.approx((39.6, 27.0, 46.8), abs=0.05)
    small = camera.field_of_view(Optics(focal_35mm=50), 4608, 3456)
    assert small.diagonal == pytest.approx(46.8, abs=0.05)
    assert small.horizontal == pytest.approx(38.2, abs=0.1)
    assert 0.02 < small.relative_sd < 0.03


def test_resized_turned_and_cropped_pictures() -> None:
    optics = Optics(focal_mm=4.25, sensor_mm=(6.17, 4.63))
    full = camera.field_of_view(optics, 4000, 3000, claimed_size=(4000, 3000))
    half = camera.field_of_view(optics, 2000, 1500, claimed_size=(4000, 3000))
    assert half.horizontal == pytest.approx(full.horizontal)
    upright = camera.field_of_view(optics, 3000, 4000, claimed_size=(4000, 3000), orientation=6)
    assert upright.vertical == pytest.approx(full.horizontal)
    baked = camera.field_of_view(optics, 1500, 2000, claimed_size=(4000, 3000))
    assert baked.vertical == pytest.approx(full.horizontal)
    cropped = camera.field_of_view(optics, 2000, 2000, claimed_size=(4000, 3000))
    assert cropped.horizontal < full.horizontal and "cropped" in cropped.notes[0]
    assert cropped.focal_px == pytest.approx(full.focal_px)
    with pytest.raises(InputError, match="larger"):
        camera.field_of_view(optics, 5000, 5000, claimed_size=(4000, 3000))
    for width, height, claimed in ((0, 0, (4000, 3000)), (0, 0, None), (4000, 3000, (0, 3000))):
        with pytest.raises(InputError, match="without a size"):
            camera.field_of_view(optics, width, height, claimed_size=claimed)


@pytest.mark.parametrize(
    ("optics", "said"),
    [
        (Optics(), "focal length"),
        (Optics(focal_mm=4.0), "sensor size"),
        (Optics(focal_35mm=26, panorama="cylindrical"), "panorama"),
    ],
)
def test_what_is_missing_is_named(optics: Optics, said: str) -> None:
    with pytest.raises(InputError, match=said):
        camera.field_of_view(optics, 4000, 3000)


def test_bearings_of_pixels() -> None:
    fov = camera.of_angle(90, 2000, 1000)
    assert camera.bearing_of(fov, 2000, 1000, 350) == pytest.approx(35)
    assert camera.bearing_of(fov, 0, 2000, 35) == pytest.approx(305)
    assert camera.pixel_angle(fov, 1000, 0, pitch=10) == pytest.approx(0)
    # Looking up by 60 degrees, the edge of the picture is turned farther than 45 degrees.
    assert camera.pixel_angle(fov, 2000, pitch=60) == pytest.approx(math.degrees(math.atan(2)))
    assert camera.pixel_angle(fov, 1000, 250, roll=90) == pytest.approx(math.degrees(math.atan(0.25)))
    assert camera.angle_sd(fov, 1000, 1000, 0) == 0
    assert camera.angle_sd(camera.of_angle(60, 2000, 1000, sd=2), 2000, 1000, 0) == pytest.approx(
        1.0, rel=0.02
    )


def test_a_wedge_is_as_wide_and_far_as_said() -> None:
    ring = camera.wedge(-17.0, 179.99, 90.0, 40.0, 5.0)
    assert ring[0] == ring[-1] == (179.99, -17.0)
    assert max(x for x, _ in ring) > 180.0
    for x, y in ring[1:-1]:
        assert float(geodesic_km(-17.0, 179.99, y, x)) == pytest.approx(5.0, abs=1e-6)
    assert azimuth(-17.0, 179.99, ring[1][1], ring[1][0]) == pytest.approx(70.0)
    with pytest.raises(InputError):
        camera.wedge(0, 0, 0, 400, 5)


# --- planted cameras -----------------------------------------------------------------------------------


def offset_km(lat: float, lon: float, found: Resection) -> tuple[float, float]:
    """East and north of the found place from the true one."""
    km, way = float(geodesic_km(found.lat, found.lon, lat, lon)), azimuth(found.lat, found.lon, lat, lon)
    return km * math.sin(math.radians(way)), km * math.cos(math.radians(way))


def noisy(rng: np.random.Generator, lat: float, lon: float, sd_m: float) -> MapPoint:
    """A point as it is found on a map, off by its sd in both directions."""
    east, north = rng.normal(0, sd_m / 1000.0, 2)
    there = destination(lat, lon, math.degrees(math.atan2(east, north)), math.hypot(east, north))
    return MapPoint(*there, sd_m)


def camera_place(rng: np.random.Generator) -> tuple[float, float]:
    return float(np.degrees(np.arcsin(rng.uniform(-0.95, 0.95)))), float(rng.uniform(-180, 180))


def planted_lines(
    rng: np.random.Generator, count: int, sd: float, sd_m: float
) -> tuple[float, float, list[Line]]:
    lat, lon = camera_place(rng)
    first = float(rng.uniform(0, 360))
    lines = []
    for number in range(count):
        way = first + number * float(rng.uniform(25, 60))
        near_km, far_km = float(rng.uniform(0.1, 0.6)), float(rng.uniform(1.0, 5.0))
        near = destination(lat, lon, (way + float(rng.normal(0, sd))) % 360, near_km)
        far = destination(lat, lon, way % 360, far_km)
        lines.append(Line(noisy(rng, *near, sd_m), noisy(rng, *far, sd_m), sd))
    return lat, lon, lines


def planted_sightings(
    rng: np.random.Generator, count: int, sd: float, sd_m: float
) -> tuple[float, float, float, list[Sighting]]:
    lat, lon = camera_place(rng)
    heading = float(rng.uniform(0, 360))
    angles = np.sort(rng.uniform(-35, 35, count))
    while np.diff(angles).min() < 8:
        angles = np.sort(rng.uniform(-35, 35, count))
    seen = []
    for angle in angles:
        there = destination(lat, lon, (heading + float(angle)) % 360, float(rng.uniform(0.3, 4.0)))
        seen.append(Sighting(noisy(rng, *there, sd_m), float(angle + rng.normal(0, sd)), sd))
    return lat, lon, heading, seen


@pytest.mark.parametrize("count", [2, 3])
def test_pairs_that_line_up(count: int, repeat: int, seed: int) -> None:
    """The true place lies in the 95 % ellipse as often as it should."""
    rng = np.random.default_rng(seed)
    n = 4 * repeat
    inside = 0
    for _ in range(n):
        lat, lon, lines = planted_lines(rng, count, 0.15, 2.0)
        found = resect(lines=lines)
        assert found.heading is None
        inside += found.error.contains(*offset_km(lat, lon, found))
    print(f"{n} planted cameras, {count} lines: {inside / n:.3f} in the 95 % ellipse")
    assert within(inside, n)


def within(inside: int, n: int) -> bool:
    """Whether ``inside`` of ``n`` goes with ellipses that hold at least 93 % of the truths: by the tail of
    the binomial distribution, as a tenth of the repetitions is too few for a normal one."""
    return bool(binom.cdf(inside, n, 0.93) > 1e-4)


@pytest.mark.parametrize(("count", "known"), [(3, False), (5, False), (2, True)])
def test_points_with_measured_angles(count: int, known: bool, repeat: int, seed: int) -> None:
    """With its heading solved for, or known.

    Counted are the layouts that without any noise give an ellipse below 60 m and no warning: what is
    weaker is warned of, and its ellipse is no ellipse any more. No draw of the noise is left out.
    """
    rng = np.random.default_rng(seed)
    inside = counted = weak = 0
    turned = []
    while counted < 2 * repeat:
        lat, lon, heading, seen = planted_sightings(rng, count, 0.1, 2.0)
        if not sturdy(lat, lon, heading, seen, known):
            weak += 1
            continue
        counted += 1
        stated = (heading + float(rng.normal(0, 0.2)), 0.2) if known else None
        found = resect(sightings=seen, heading=stated)
        inside += found.error.contains(*offset_km(lat, lon, found))
        assert found.heading is not None and found.heading_sd is not None
        turned.append(abs((found.heading - heading + 180) % 360 - 180) / found.heading_sd)
    print(f"{counted} cameras, {count} points, known heading {known}: {inside / counted:.3f}; {weak} weak")
    assert within(inside, counted)
    # The median of |N(0, 1)| is .6745, and that of n draws has a standard error of .787 / sqrt(n).
    assert np.quantile(turned, 0.5) < 0.6745 + 4 * 0.787 / math.sqrt(counted)


def sturdy(lat: float, lon: float, heading: float, seen: list[Sighting], known: bool) -> bool:
    """Whether the same points with exact angles fix the camera well."""
    exact = [Sighting(s.point, azimuth(lat, lon, s.point.lat, s.point.lon) - heading, s.sd) for s in seen]
    try:
        found = resect(sightings=exact, heading=(heading, 0.2) if known else None)
    except Degenerate:
        return False
    return not found.notes and found.error.major_km < 0.06


def test_exact_measurements_give_the_exact_place() -> None:
    rng = np.random.default_rng(1)
    lat, lon, heading, seen = planted_sightings(rng, 4, 1e-6, 1e-6)
    found = resect(sightings=seen)
    assert float(geodesic_km(lat, lon, found.lat, found.lon)) < 0.005
    assert found.heading == pytest.approx(heading, abs=0.02)
    lat, lon, lines = planted_lines(rng, 2, 1e-6, 1e-6)
    found = resect(lines=lines)
    assert float(geodesic_km(lat, lon, found.lat, found.lon)) < 0.005


def at(bearing: float, km: float, lat: float = 47.0, lon: float = 8.0) -> MapPoint:
    return MapPoint(*destination(lat, lon, bearing, km))


def test_the_danger_circle_is_named() -> None:
    """Camera and three points on one circle of 1 km round a centre: the angles fit everywhere on it."""
    here = at(180, 1.0)
    points = [at(way, 1.0) for way in (330, 10, 50)]
    seen = [Sighting(p, azimuth(here.lat, here.lon, p.lat, p.lon)) for p in points]
    with pytest.raises(Degenerate, match="danger circle"):
        resect(sightings=seen)
    away = at(180, 3.0)
    seen = [Sighting(p, azimuth(away.lat, away.lon, p.lat, p.lon)) for p in points]
    assert not any("danger" in note for note in resect(sightings=seen).notes)


def test_parallel_lines_are_named() -> None:
    lines = [Line(at(0, 0.5), at(0, 2.0)), Line(at(0.3, 0.6), at(0.3, 2.2))]
    with pytest.raises(Degenerate, match="nearly parallel"):
        resect(lines=lines)


def test_points_in_one_direction_are_named() -> None:
    seen = [Sighting(at(90 + i * 0.2, 1.0 + i), i * 0.2) for i in range(3)]
    with pytest.raises(Degenerate, match="one direction"):
        resect(sightings=seen)


def test_measurements_that_do_not_agree_are_named() -> None:
    rng = np.random.default_rng(3)
    _, _, _, seen = planted_sightings(rng, 5, 0.05, 1.0)
    wrong = [Sighting(s.point, s.angle + (4.0 if i == 2 else 0.0), 0.05) for i, s in enumerate(seen)]
    assert any("do not agree" in note for note in resect(sightings=wrong).notes)


def test_too_little_is_asked_for() -> None:
    with pytest.raises(InputError, match="Too few"):
        resect(lines=[Line(at(0, 1), at(0, 2))])
    with pytest.raises(InputError, match="Too few"):
        resect(sightings=[Sighting(at(0, 1), 0.0), Sighting(at(20, 1), 20.0)])
    with pytest.raises(InputError, match="apart"):
        resect(lines=[Line(at(0, 1), at(0, 900)), Line(at(90, 1), at(90, 900))])
    with pytest.raises(InputError, match="same point"):
        resect(lines=[Line(at(0, 1), at(0, 1)), Line(at(0, 1), at(0, 1))])


def test_the_ring_of_an_ellipse() -> None:
    rng = np.random.default_rng(2)
    _, _, lines = planted_lines(rng, 2, 0.2, 3.0)
    found = resect(lines=lines)
    ring = found.error.ring(found.lat, found.lon)
    far = [float(geodesic_km(found.lat, found.lon, y, x)) for x, y in ring]
    assert max(far) == pytest.approx(found.error.major_km, rel=1e-3)
    assert min(far) == pytest.approx(found.error.minor_km, rel=1e-3)


def test_a_pair_that_is_one_point_is_refused_without_a_warning() -> None:
    one, near, far = MapPoint(43.46, 11.88), MapPoint(43.47, 11.90), MapPoint(43.48, 11.87)
    with pytest.raises(InputError):
        resect(lines=[Line(one, one), Line(near, far)])
