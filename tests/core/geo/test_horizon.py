"""Horizon and shadows on level ground, against a camera that is simulated the other way round."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from theodolite.errors import InputError
from theodolite.geo import horizon
from theodolite.geo.camera import of_angle, pixel_angle

FOV = of_angle(65.0, 4000, 3000, sd=1.0)
ROLLS = st.floats(-25.0, 25.0)
PITCHES = st.floats(-20.0, 15.0)


def seen(right: float, up: float, ahead: float, roll: float, pitch: float) -> tuple[float, float]:
    """The pixel of a point (metres right of, above and ahead of the camera), by rotation matrices."""
    p, r = math.radians(pitch), math.radians(roll)
    depth = ahead * math.cos(p) + up * math.sin(p)
    lifted = up * math.cos(p) - ahead * math.sin(p)
    x, y = FOV.focal_px * right / depth, FOV.focal_px * lifted / depth
    x, y = x * math.cos(r) - y * math.sin(r), x * math.sin(r) + y * math.cos(r)
    return 2000 + x, 1500 - y


def line(roll: float, pitch: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The horizon: two points at the height of the camera, very far away."""
    return seen(-3e5, 0.0, 1e6, roll, pitch), seen(3e5, 0.0, 1e6, roll, pitch)


@given(ROLLS, PITCHES)
def test_roll_and_pitch_are_found_again(roll: float, pitch: float) -> None:
    found = horizon.level(*line(roll, pitch), 4000, 3000, FOV)
    assert found.roll == pytest.approx(roll, abs=1e-6)
    assert found.pitch == pytest.approx(pitch, abs=1e-4)
    assert 0 < found.roll_sd < 1 and found.pitch_sd > 0
    bare = horizon.level(*line(roll, pitch), 4000, 3000)
    assert (bare.roll, bare.pitch) == (pytest.approx(roll, abs=1e-6), None)


@given(ROLLS, PITCHES, st.floats(-6, 6), st.floats(8, 40))
def test_roll_and_pitch_are_those_of_the_bearings(
    roll: float, pitch: float, right: float, ahead: float
) -> None:
    """The same signs as in camera.pixel_angle: one convention for every measurement."""
    x, y = seen(right, -1.6, ahead, roll, pitch)
    angle = pixel_angle(FOV, x, y, pitch=pitch, roll=roll)
    assert angle == pytest.approx(math.degrees(math.atan2(right, ahead)), abs=1e-6)


@given(
    ROLLS,
    PITCHES,
    st.floats(1.2, 8.0),
    st.floats(-5.0, 5.0),
    st.floats(10.0, 30.0),
    st.floats(0.5, 6.0),
    st.floats(0.5, 6.0),
    st.floats(0.0, 360.0),
)
def test_a_shadow_is_measured_along_the_ground(
    roll: float,
    pitch: float,
    eye: float,
    x: float,
    z: float,
    tall: float,
    long: float,
    way: float,
) -> None:
    tip = (x + long * math.sin(math.radians(way)), z + long * math.cos(math.radians(way)))
    assume(tip[1] > 3.0)
    foot, top = seen(x, -eye, z, roll, pitch), seen(x, tall - eye, z, roll, pitch)
    end = seen(tip[0], -eye, tip[1], roll, pitch)
    found = horizon.ground_shadow(line(roll, pitch), foot, top, end, FOV, pixel_sd=0.001)
    assert found.height * eye == pytest.approx(tall, rel=1e-3)
    assert found.length * eye == pytest.approx(long, rel=1e-3, abs=1e-3)
    assert (found.direction - way + 180) % 360 - 180 == pytest.approx(0, abs=0.1)


def test_the_stated_spread_is_the_spread_of_clicks() -> None:
    """The linear sd against clicks that are really off, drawn at random."""
    import random

    rolled = random.Random(7)
    at = [*line(2.0, -5.0), *(seen(*p, 2.0, -5.0) for p in ((0, -1.6, 9), (0, 0.2, 9), (2, -1.6, 10)))]
    exact = of_angle(65.0, 4000, 3000)
    found = horizon.ground_shadow((at[0], at[1]), at[2], at[3], at[4], exact, pixel_sd=3.0)
    ratios, ways = [], []
    for _ in range(600):
        off = [(x + rolled.gauss(0, 3), y + rolled.gauss(0, 3)) for x, y in at]
        one = horizon.ground_shadow((off[0], off[1]), off[2], off[3], off[4], exact)
        ratios.append(math.log(one.height / one.length))
        ways.append(one.direction)

    def spread(values: list[float]) -> float:
        mean = sum(values) / len(values)
        return math.sqrt(sum((v - mean) ** 2 for v in values) / len(values))

    assert spread(ratios) == pytest.approx(found.ratio_sd, rel=0.15)
    assert spread(ways) == pytest.approx(found.direction_sd, rel=0.15)


def test_what_is_no_horizon_or_no_ground_is_refused() -> None:
    with pytest.raises(InputError, match="too close"):
        horizon.level((100, 100), (150, 100), 4000, 3000)
    with pytest.raises(InputError, match="too steep"):
        horizon.level((100, 100), (400, 2900), 4000, 3000)
    flat = ((0.0, 1500.0), (4000.0, 1500.0))
    with pytest.raises(InputError, match="foot of the object does not lie below"):
        horizon.ground_shadow(flat, (2000, 1200), (2000, 1000), (2100, 1900), FOV)
    with pytest.raises(InputError, match="end of its shadow does not lie below"):
        horizon.ground_shadow(flat, (2000, 1900), (2000, 1000), (2100, 1400), FOV)
    with pytest.raises(InputError, match="top of the object"):
        horizon.ground_shadow(flat, (2000, 1900), (2000, 2100), (2100, 2000), FOV)
