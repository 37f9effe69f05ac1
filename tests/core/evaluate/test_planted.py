"""The planted world itself: what it says of its numbers, and in small the order of the bench's rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.planted import answerers
from tests.planted import rows as r
from tests.planted import world as w
from tests.planted.rows import row
from tests.planted.trained import nearest, training
from theodolite.geo.geodesy import distance_km, from_xyz, geodesic_km, to_xyz

SMALL = w.build(3, known=3_000, asked=400)


def test_the_same_seed_is_the_same_world() -> None:
    again, other = w.build(3, known=3_000, asked=400), w.build(4, known=10, asked=10)
    assert np.array_equal(again.known.x, SMALL.known.x)
    assert np.array_equal(again.asked.lat, SMALL.asked.lat)
    assert not np.array_equal(other.known.x, SMALL.known.x[:10])


def test_variances_and_shapes() -> None:
    known = SMALL.known
    assert known.x.shape == known.bare.shape == known.text.shape == (3_000, 256)
    assert known.x.dtype == np.float32
    total = w.SIGNAL + w.NUISANCE + w.NOISE
    assert known.x.var(axis=0).sum() == pytest.approx(total, rel=0.05)
    assert (known.x - known.bare).var(axis=0).sum() == pytest.approx(w.NUISANCE, rel=0.1)
    assert known.bare.var(axis=0).sum() == pytest.approx(w.SIGNAL + w.NOISE, rel=0.05)


def test_signal_has_its_length_scales() -> None:
    """Half a scale apart two places look alike at that scale, four scales apart they do not."""
    see = w._Seeing(np.random.default_rng(1))
    start = w.scatter(np.random.default_rng(2), np.repeat(to_xyz(10.0, 20.0)[None], 400, axis=0), 1500.0)
    ends = np.cumsum((0, *w.SCALE_DIMS))
    phase = start @ see.frequencies + see.phases
    for first, last, km in zip(ends[:-1], ends[1:], w.SCALES_KM, strict=True):
        for far, low, high in ((0.5, 0.7, 0.97), (4.0, -0.4, 0.4)):
            there = w.moved(start, np.tile([far * km, 0.0], (400, 1))) @ see.frequencies + see.phases
            product = 2 * np.cos(phase[:, first:last]) * np.cos(there[:, first:last])
            assert low < float(product.mean()) < high


def test_places_are_where_the_protocol_puts_them() -> None:
    places = w.build(5, known=5, asked=5).places
    assert len(places.xyz) == 60 * 6 * 8
    assert places.weight.sum() == pytest.approx(1.0)
    by_country = np.sort(np.bincount(places.country, places.weight))[::-1]
    assert by_country == pytest.approx(np.arange(1, 61) ** -0.7 / (np.arange(1, 61) ** -0.7).sum())
    assert np.linalg.norm(places.xyz, axis=1) == pytest.approx(1.0)
    of_state = places.xyz.reshape(360, 8, 3)
    spread = distance_km(*from_xyz(of_state), *(a[:, None] for a in from_xyz(of_state.mean(axis=1))))
    assert float(np.sqrt((spread**2).mean())) == pytest.approx(np.sqrt(2 * 7 / 8) * w.CITY_KM, rel=0.05)
    known = SMALL.known
    city_lat, city_lon = (a[known.city] for a in from_xyz(SMALL.places.xyz))
    km = geodesic_km(known.lat, known.lon, city_lat, city_lon)
    assert float(np.sqrt((km**2).mean())) == pytest.approx(np.sqrt(2) * w.PHOTO_KM, rel=0.05)


def test_steps_are_as_long_as_they_say() -> None:
    start = to_xyz(np.array([0.0, 51.0, -33.0]), np.array([0.0, 179.99, -70.0]))
    end = w.moved(start, np.array([[30.0, 40.0], [0.0, 100.0], [0.0, 0.0]]))
    assert distance_km(*from_xyz(start), *from_xyz(end)) == pytest.approx([50.0, 100.0, 0.0], abs=1e-6)
    assert from_xyz(end)[1][1] < -178  # across the antimeridian


@pytest.mark.parametrize("answerer", [answerers.A, answerers.B])
def test_beliefs_have_the_stated_shares(answerer: answerers.Answerer) -> None:
    truth = np.random.default_rng(0).integers(2880, size=40_000)
    believed = answerers._beliefs(np.random.default_rng(1), answerer, truth)
    same = [float((believed // size == truth // size).mean()) for size in (1, 8, 48)]
    city = answerer.city + answerer.state / 8 + answerer.country / 48
    state = answerer.city + answerer.state + answerer.country / 6
    country = answerer.city + answerer.state + answerer.country
    assert same == pytest.approx([city, state, country + (1 - country) / 60], abs=0.01)


def test_an_answerer_follows_and_repeats_as_stated() -> None:
    chance = answerers.draw(SMALL, answerers.B)
    truth = to_xyz(SMALL.asked.lat, SMALL.asked.lon)
    far = np.stack([-truth] * 5, axis=1)  # references on the other side of the world
    said = answerers.answers(chance, 1, far)
    invalid = np.isnan(said[..., 0])
    assert float(invalid.mean()) == pytest.approx(answerers.INVALID, abs=0.01)
    followed = (np.einsum("nai,ni->na", said, truth) < np.cos(np.radians(179.5)))[~invalid]
    assert float(followed.mean()) == pytest.approx(answerers.B.follows, abs=0.03)
    first = chance.believed.reshape(len(truth), -1)
    repeated = (first[:, :, None] == first[:, None, :]).mean()
    assert float(repeated) > answerers.B.repeats**2
    unled = answerers.answers(chance, 0, np.empty((len(truth), 0, 3)))
    assert np.isnan(unled[..., 0]).mean() == pytest.approx(answerers.INVALID, abs=0.01)


def test_the_densest_reference_has_most_others_near() -> None:
    lat = np.array([[50.0, 10.0, 10.1, 10.2, -40.0]])
    assert answerers.densest_of(to_xyz(lat, np.full((1, 5), 20.0))).tolist() == [1]
    alone = np.array([[50.0, 10.0, -10.0, 30.0, -40.0]])
    assert answerers.densest_of(to_xyz(alone, np.full((1, 5), 20.0))).tolist() == [0]


def test_nearest_is_exact() -> None:
    known, asked = SMALL.known.x, SMALL.asked.x[:300]
    expected = np.argsort(-(asked @ known.T), axis=1, kind="stable")[:, :7]
    assert np.array_equal(nearest(asked, known, 7), expected)


def test_rows_stand_in_their_order(tmp_path: Path) -> None:
    """A few of the photographs, so generous margins: alignment helps, and every part of G3 is worth something
    to an answerer who knows little. `make bench-align` has the bars.
    """
    world = w.build(0, known=12_000, asked=300)
    found = r.measure_trained(training(world, tmp_path, batch=128))
    aligned, plain, ceiling = (found.share(name)[1] for name in (r.LAYOUT, r.UNALIGNED, r.CEILING))
    assert plain + 10.0 < aligned < ceiling
    full = found.share(row("B", "full"))
    assert all(full[1] > found.share(row("B", name))[1] + 1.0 for name in ("w/o A", "w/o D", "w/o V"))
    counted = found.outcomes["B", "full"]
    assert counted.answers == 300 * 20
    assert counted.invalid / counted.answers == pytest.approx(answerers.INVALID, abs=0.01)
    assert (counted.nearest_km <= counted.km).all()


def test_text_changes_no_bit_of_the_gallery(tmp_path: Path) -> None:
    """Towers are frozen and no term joins text and GPS."""
    found = r.Rows(SMALL.seed)
    for name, text in ((r.GALLERY, True), (r.GALLERY_NO_TEXT, False)):
        r.gallery(found, training(SMALL, tmp_path / name, text=text, epochs=1), name)
    (row_a, score_a), (row_b, score_b) = found.gallery.values()
    assert np.array_equal(row_a, row_b)
    assert score_a.tobytes() == score_b.tobytes()
    assert len(set(row_a.tolist())) > 1
