"""The sun against the library's reference, planted shadows, possible times and the zones of clocks."""

from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from tests.conftest import on_ci
from theodolite.domain import TimeSpan
from theodolite.errors import InputError
from theodolite.geo import clock, sky, spa, sun
from theodolite.geo.geodesy import to_xyz
from theodolite.geo.shadow import HALF_95


@pytest.fixture
def many(repeat: int) -> int:
    """10,000 place-times; 1,000 where every minute counts."""
    return max(1000 if on_ci() else 10_000, repeat)


def random_places(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places even over the sphere, moments between 1950 and 2050 (unix seconds)."""
    lat = np.degrees(np.arcsin(rng.uniform(-1, 1, n)))
    start, end = (datetime(y, 1, 1, tzinfo=UTC).timestamp() for y in (1950, 2050))
    return lat, rng.uniform(-180, 180, n), np.round(rng.uniform(start, end, n))


def reference(lat: np.ndarray, lon: np.ndarray, unix: np.ndarray) -> tuple[np.ndarray, ...]:
    """The library's own front door with all its defaults: apparent elevation, azimuth, true elevation."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas as pd
        from pvlib.solarposition import get_solarposition

        found = get_solarposition(pd.DatetimeIndex(pd.to_datetime(unix, unit="s", utc=True)), lat, lon)
    return tuple(found[name].to_numpy() for name in ("apparent_elevation", "azimuth", "elevation"))


def test_within_a_tenth_of_a_degree_of_the_reference(many: int, seed: int) -> None:
    """Both the full algorithm and the trigonometry of the ranking, elevation and azimuth.

    Azimuths where the sun is within half a degree of the zenith are left out: there a way of a few hundred
    metres turns it by any amount, and no shadow is long enough to show it.
    """
    lat, lon, unix = random_places(np.random.default_rng(seed), many)
    elevation, azimuth, true = reference(lat, lon, unix)
    ours, towards = spa.position(lat, lon, unix)
    assert np.abs(ours - elevation).max() < 0.01
    defined = elevation < 89.5
    assert np.abs(sky.turn(towards - azimuth))[defined].max() < 0.1
    sun_lat, sun_lon = spa.subsolar(unix)
    places, suns = to_xyz(lat, lon), to_xyz(sun_lat, sun_lon)
    cosine = np.einsum("ij,ij->i", places, suns)
    east = places[:, 0] * suns[:, 1] - places[:, 1] * suns[:, 0]
    north = suns[:, 2] - places[:, 2] * cosine
    # Refraction ends at one elevation of the set sun; a hundredth of a degree beside it decides.
    steady = np.abs(true + 0.83337) > 0.01
    assert np.abs(sky.apparent_elevation(cosine) - elevation)[steady].max() < 0.1
    off = np.abs(sky.turn(np.degrees(np.arctan2(east, north)) - azimuth))
    assert off[defined].max() < 0.1
    print(
        f"{many} place-times: full {np.abs(ours - elevation).max():.2e}, ranking "
        f"{np.abs(sky.apparent_elevation(cosine) - elevation)[steady].max():.4f} elevation, "
        f"{off[defined].max():.4f} azimuth (degrees, worst)"
    )


def test_the_worked_example_of_the_report() -> None:
    """NREL/TP-560-34302, appendix A.5: zenith 50.11162, azimuth 194.34024 degrees."""
    at = spa.seconds([datetime(2003, 10, 17, 19, 30, 30, tzinfo=UTC)])
    elevation, azimuth = spa.position(
        39.742476, -105.1786, at, height_m=1830.14, pressure_mb=820, temperature_c=11
    )
    assert 90 - elevation[0] == pytest.approx(50.11162, abs=2e-4)
    assert azimuth[0] == pytest.approx(194.34024, abs=2e-4)


def test_the_sun_needs_numpy_only() -> None:
    """Not the whole of pvlib, which brings pandas and an HTTP client."""
    code = (
        "import sys; from theodolite.geo import spa; import numpy as np; spa.subsolar(np.array([1.7e9]));"
        "print(sorted({'pandas', 'requests', 'pvlib'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def planted(rng: np.random.Generator) -> tuple[bool, bool]:
    """A random upright object somewhere by day, measured with noise: is its place in the band?"""
    while True:
        lat, lon, unix = (float(v[0]) for v in random_places(rng, 1))
        at = datetime.fromtimestamp(unix, UTC)
        elevation, azimuth = sun.position(lat, lon, at)
        if 3.0 < elevation < 87.0:
            break
    height = float(rng.uniform(0.5, 30.0))
    # Tolerances of 2 to 10 %, as stated to the program; errors are normal in the logarithm.
    first, second = rng.uniform(0.02, 0.10, 2)
    edge = float(rng.normal(0, 0.27 / HALF_95))
    shadow = height / np.tan(np.radians(elevation + edge))
    direction = bool(rng.random() < 0.5)
    bearing = float(rng.uniform(0, 360))
    extra = (
        {
            "camera_bearing": bearing + rng.normal(0, 6.0 / HALF_95),
            "bearing_tolerance": 6.0,
            "shadow_direction": azimuth + 180.0 - bearing + rng.normal(0, 4.0 / HALF_95),
            "direction_tolerance": 4.0,
        }
        if direction
        else {}
    )
    observation = sun.observe(
        height=height * float(np.exp(rng.normal(0, first / HALF_95))),
        shadow=float(shadow * np.exp(rng.normal(0, second / HALF_95))),
        height_tolerance=float(first),
        shadow_tolerance=float(second),
        **extra,  # type: ignore[arg-type]
    )
    among = sun.positions(sun.Moment(at.replace(tzinfo=None), "utc"), 1.0)
    return direction, sun.inside(observation, among, lat, lon)


def test_a_planted_shadow_lies_in_its_band(many: int, seed: int) -> None:
    """At least 93 of 100 (of a thousand, 92); tolerances are what they say, so neither do all of them."""
    rng = np.random.default_rng(seed)
    n = max(1000, many)
    slack = 0.0 if n >= 4000 else 0.01
    found = [planted(rng) for _ in range(n)]
    share = sum(hit for _, hit in found) / n
    print(f"{n} planted shadows: {share:.4f} in the 95 % band")
    assert 0.93 - slack <= share <= 0.97 + slack
    for direction in (False, True):
        hits = [hit for with_direction, hit in found if with_direction == direction]
        assert sum(hits) / len(hits) >= 0.92 - 2 * slack


def test_uncertain_times_keep_the_place(repeat: int, seed: int) -> None:
    """A clock that is off within its tolerance, or in an unknown zone, or in the place's own."""
    rng = np.random.default_rng(seed)
    hits = {"utc": 0, "unknown": 0, "place": 0}
    n = max(repeat, 100)
    for _ in range(n):
        while True:
            lat, lon, unix = (float(v[0]) for v in random_places(rng, 1))
            at = datetime.fromtimestamp(unix, UTC)
            elevation, _ = sun.position(lat, lon, at)
            if 5.0 < elevation < 85.0:
                break
        seen = sun.observe(elevation=elevation + rng.normal(0, 0.5), elevation_tolerance=0.5 * HALF_95)
        off = timedelta(minutes=float(rng.normal(0, 10.0 / HALF_95)))
        zone = clock.zone("Asia/Kolkata")
        local = (at + off).astimezone(zone).replace(tzinfo=None, microsecond=0)
        minutes = round(at.astimezone(zone).utcoffset().total_seconds() / 60)  # type: ignore[union-attr]
        for name, shown in (
            ("utc", (at + off).replace(tzinfo=None, microsecond=0)),
            ("unknown", local),
            ("place", local),
        ):
            among = sun.positions(sun.Moment(shown, name, 10.0), 1.0)
            hits[name] += sun.inside(seen, among, lat, lon, minutes)
    assert min(hits.values()) / n >= 0.93, hits


def test_possible_times_hold_the_true_one(repeat: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    inside = 0
    n = max(repeat, 100)
    for _ in range(n):
        while True:
            lat, lon, unix = (float(v[0]) for v in random_places(rng, 1))
            at = datetime.fromtimestamp(unix, UTC)
            elevation, azimuth = sun.position(lat, lon, at)
            if 5.0 < elevation < 80.0:
                break
        seen = sun.observe(
            elevation=elevation + rng.normal(0, 1.0),
            elevation_tolerance=HALF_95,
            azimuth=azimuth + rng.normal(0, 4.0),
            azimuth_tolerance=4.0 * HALF_95,
        )
        spans = sun.possible_times(lat, lon, at - timedelta(hours=15), at + timedelta(hours=9), seen)
        shown = at.strftime("%Y-%m-%dT%H:%M:%SZ")
        inside += any(one.start <= shown <= one.end for one in spans)
        for one in spans:
            for edge in (one.start, one.end):
                y, x = np.array([lat]), np.array([lon])
                where = sun.positions(sun.moment(edge), 1.0)[0]
                first, second, _ = sun.residuals(seen, where, y, x)
                assert max(abs(first[0]), abs(second[0])) <= seen.limit + 0.05
    assert inside / n >= 0.90


def test_morning_and_afternoon() -> None:
    seen = sun.observe(elevation=30, elevation_tolerance=0.5)
    morning, afternoon = sun.possible_times(43.46, 11.88, *sun.span("2024-06-21", "Europe/Rome"), seen)
    assert "2024-06-21T06:1" < morning.start < morning.end < "2024-06-21T06:4"
    assert "2024-06-21T15:5" < afternoon.start < afternoon.end < "2024-06-21T16:2"
    assert sun.gaps((morning, afternoon)) == (TimeSpan(morning.end, afternoon.start, inside=False),)
    assert sun.possible_times(43.46, 11.88, *sun.span("2024-12-21"), sun.observe(elevation=30)) == ()


@pytest.mark.parametrize(
    ("text", "zone", "days"),
    [
        ("2024-06-21", "utc", 1),
        ("2024-02", "utc", 29),
        ("2023", "utc", 365),
        ("2024-06-21/2024-06-23", "+05:30", 3),
        ("2024-12", "Asia/Tokyo", 31),
    ],
)
def test_spans(text: str, zone: str, days: int) -> None:
    start, end = sun.span(text, zone)
    assert (end - start) == timedelta(days=days)


@pytest.mark.parametrize("text", ["", "June", "2024-13", "2024-06-31", "24", "2024-06-21/2024-06-20"])
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(InputError):
        sun.span(text)


# --- clocks ------------------------------------------------------------------------------------------


def test_a_time_needs_its_zone() -> None:
    assert sun.moment("2024-06-21 14:30Z") == sun.moment("2024-06-21T14:30:00", "utc")
    assert sun.moment("2024:06:21 14:30:00", "local").zone == "place"
    assert sun.moment("2024-06-21 14:30+0530").zone == "+05:30"
    for text, zone in [("2024-06-21 14:30", ""), ("2024-06-21 14:30Z", "+01:00"), ("14:30", "utc")]:
        with pytest.raises(InputError):
            sun.moment(text, zone)
    for zone in ("CET", "+15:00", "", "+1:7", "../etc"):
        with pytest.raises(InputError):
            clock.zone_of(zone)


def test_offsets_of_the_world() -> None:
    summer = clock.offsets(sun.moment("2024-06-21 14:30", "unknown"))
    assert {-720, -660, 0, 330, 345, 525, 630, 765, 840} <= set(summer) | {-720}
    assert min(summer) >= -720 and max(summer) == 840 and len(summer) > 30
    assert clock.offsets(sun.moment("2024-06-21 14:30", "-03:30")) == (-210,)
    assert clock.offsets_at(("Europe/Rome", "Asia/Kolkata"), "2024-06-21T12:00:00Z") == (120, 330)
    assert clock.offsets_at(("Europe/Rome",), "2024-01-21T12:00:00Z") == (60,)
    for name in ("Nowhere/City", "../../etc/passwd", "Europe", ""):
        with pytest.raises(InputError):
            clock.zone(name)
    for name in clock.names():
        assert clock.zone(name).key == name
    assert {clock.nautical(lon) for lon in (-180.0, 0.0, 179.9)} == {"Etc/GMT+12", "Etc/GMT", "Etc/GMT-12"}


def test_vague_times_are_refused_where_they_make_no_band() -> None:
    with pytest.raises(InputError, match="too uncertain"):
        sun.positions(sun.moment("2024-06-21 14:30", "unknown", 60.0), 0.1)


# --- what is measured ----------------------------------------------------------------------------------


def test_tolerances_are_those_of_the_lengths() -> None:
    """Half the 95 % interval, checked by drawing the lengths."""
    seen = sun.observe(
        height=2.0, shadow=3.0, height_tolerance=0.04, shadow_tolerance=0.06, edge_tolerance=0.0
    )
    assert seen.elevation == pytest.approx(33.690, abs=1e-3)
    rng = np.random.default_rng(5)
    height = 2.0 * np.exp(rng.normal(0, 0.04 / HALF_95, 200_000))
    shadow = 3.0 * np.exp(rng.normal(0, 0.06 / HALF_95, 200_000))
    assert seen.elevation_sd == pytest.approx(np.degrees(np.arctan(height / shadow)).std(), rel=0.02)
    level = sun.observe(height=2.0, shadow=3.0, slope_tolerance=3.0)
    assert level.elevation_sd > 1.5 > sun.observe(height=2.0, shadow=3.0).elevation_sd


def test_what_is_assumed_is_said() -> None:
    said = dict(sun.observe(height=2.0, shadow=3.0, height_tolerance=0.1).inputs)
    assert said["object height, 95 %"] == "±10 %"
    assert said["shadow length, 95 %"] == "±5 % (assumed)"
    assert "(assumed)" in said["level ground, 95 %"]


def test_the_sun_is_opposite_the_shadow() -> None:
    assert sun.observe(camera_bearing=100, shadow_direction=90).azimuth == pytest.approx(10)
    assert sun.observe(camera_bearing=0, shadow_direction=0).azimuth == pytest.approx(180)
    wide = sun.observe(camera_bearing=0, shadow_direction=0, bearing_tolerance=3, direction_tolerance=4)
    assert wide.azimuth_sd == pytest.approx(5 / HALF_95)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"height": 2.0},
        {"height": 0.0, "shadow": 1.0},
        {"height": 2.0, "shadow": -1.0},
        {"elevation": 95.0},
        {"elevation": float("nan")},
        {"elevation": 10.0, "elevation_tolerance": -1.0},
        {"height": 2.0, "shadow": 1.0, "elevation": 10.0},
        {"camera_bearing": 10.0},
        {"azimuth": 10.0, "camera_bearing": 10.0, "shadow_direction": 5.0},
    ],
)
def test_what_does_not_fit_together_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(InputError):
        sun.observe(**given)  # type: ignore[arg-type]
