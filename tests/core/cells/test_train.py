"""The classifier learns places in every style, goes on where it was killed, and answers from its folder."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from tests.core.cells import worlds
from theodolite.align import checkpoint
from theodolite.align.features import Features
from theodolite.cells import classify, folder, labels, refine
from theodolite.cells.build import build
from theodolite.cells.config import CellsConfig, Refinement
from theodolite.cells.partition import adaptive
from theodolite.cells.refine import Prototypes
from theodolite.cells.scheme import intersected, nested, single
from theodolite.cells.train import ClassifierConfig, fit
from theodolite.errors import InputError, NotFound, PackError
from theodolite.geo.geodesy import distance_km
from theodolite.jobs import run_to_end

SETTINGS = ClassifierConfig(epochs=6, rate=5e-3, held_out=0.1, threads=1)


@pytest.fixture(scope="module")
def train() -> Features:
    return worlds.features(1500, 1)


@pytest.fixture(scope="module")
def asked() -> Features:
    return worlds.features(400, 2)


def made(style: str, features: Features, out: Path) -> folder.About:
    config, region = worlds.STYLES[style], worlds.areas(features)
    scheme = run_to_end(build(features.lat, features.lon, config, region=region, country=region // 10))
    return folder.write_cells(out, scheme, config, 7, len(features), "")


def kilometres(model: folder.Model, asked: Features) -> tuple[float, float]:
    """Share within 200 km of the best cell's point, and of the prior's."""
    scores = classify.score(model.scheme, model.weights, asked.image)
    np.testing.assert_allclose(scores.sum(axis=1), 1.0)
    cell, prior = scores.argmax(axis=1), int(model.scheme.count.argmax())
    near = [
        float((distance_km(asked.lat, asked.lon, model.scheme.lat[at], model.scheme.lon[at]) < 200).mean())
        for at in (cell, prior)
    ]
    return near[0], near[1]


@pytest.mark.parametrize("style", worlds.STYLES)
def test_every_style_learns_far_more_than_the_prior(
    style: str, train: Features, asked: Features, tmp_path: Path
) -> None:
    made(style, train, tmp_path)
    trained = run_to_end(fit(train, tmp_path, SETTINGS, region=worlds.areas(train)))
    model = folder.read_model(tmp_path)
    near, prior = kilometres(model, asked)
    print(f"{style}: {len(model.scheme)} cells, {near:.3f} within 200 km, prior {prior:.3f}")
    assert near > prior + 0.35
    losses = [line.loss for line in trained.epochs]
    assert losses[-1] < 0.8 * losses[0] and trained.used + trained.held + trained.dropped >= len(train)
    within = trained.epochs[-1].within
    assert within is not None and within[1] > prior + 0.3 and within[0] <= within[1] <= within[2]
    assert (model.prototypes is not None) == (style == "pigeon")
    assert folder.files(tmp_path)[0] == "cells.json"
    assert len(folder.files(tmp_path)) == (6 if style == "pigeon" else 4)


def test_the_numpy_answer_is_that_of_the_module(train: Features, tmp_path: Path) -> None:
    import torch

    from theodolite.cells.net import Classifier

    made("isns", train, tmp_path)
    run_to_end(fit(train, tmp_path, ClassifierConfig(epochs=1, hidden=16, threads=1)))
    weights = folder.read_model(tmp_path).weights
    sizes = [torch.zeros(len(weights[f"levels.{level}.bias"])) for level in range(3)]
    net = Classifier(torch.zeros(48), torch.ones(48), sizes, 16)
    net.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in weights.items()})
    with torch.no_grad():
        theirs = net(torch.from_numpy(classify.units(train.image[:50])))
    for ours, logits in zip(classify.probabilities(weights, train.image[:50]), theirs, strict=True):
        np.testing.assert_allclose(ours, torch.softmax(logits, 1).numpy(), atol=1e-5)


def test_a_stopped_training_ends_with_the_same_bits(train: Features, tmp_path: Path) -> None:
    config = ClassifierConfig(epochs=2, hidden=8, threads=1, checkpoint_s=0.0)
    for name in ("whole", "stopped"):
        made("planet", train, tmp_path / name)
    whole = run_to_end(fit(train, tmp_path / "whole", config))
    job = fit(train, tmp_path / "stopped", config)
    for _ in range(8):
        next(job)
    job.close()
    assert checkpoint.newest(tmp_path / "stopped") is not None
    with pytest.raises(NotFound, match="cells train"):
        folder.read_trained(tmp_path / "stopped")
    again = run_to_end(fit(train, tmp_path / "stopped", config))
    assert again.sha256 == whole.sha256 and again.epochs == whole.epochs
    assert run_to_end(fit(train, tmp_path / "stopped", config)) == again  # complete: answered from its file
    other = run_to_end(fit(train, tmp_path / "stopped", ClassifierConfig(epochs=1, threads=1)))
    assert other.sha256 != again.sha256


def test_damage_is_named(train: Features, tmp_path: Path) -> None:
    made("planet", train, tmp_path)
    run_to_end(fit(train, tmp_path, ClassifierConfig(epochs=1, threads=1)))
    good = (tmp_path / folder.WEIGHTS).read_bytes()
    (tmp_path / folder.WEIGHTS).write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    folder._loaded.cache_clear()
    with pytest.raises(PackError, match=r"classifier\.safetensors is damaged"):
        folder.read_model(tmp_path)
    (tmp_path / folder.WEIGHTS).write_bytes(good)
    described = json.loads((tmp_path / folder.CELLS).read_text())
    (tmp_path / folder.CELLS).write_text(json.dumps(described | {"sha256": "0" * 64}))
    with pytest.raises(PackError, match=r"cells\.safetensors is damaged"):
        folder.read_model(tmp_path)
    (tmp_path / folder.CELLS_DATA).write_bytes(b"vouched for, and nothing of the kind")
    forged = hashlib.sha256((tmp_path / folder.CELLS_DATA).read_bytes()).hexdigest()
    (tmp_path / folder.CELLS).write_text(json.dumps(described | {"sha256": forged}))
    with pytest.raises(PackError, match=r"cells\.safetensors is no readable safetensors file"):
        folder.read_model(tmp_path)
    (tmp_path / folder.CELLS).write_text("{")
    with pytest.raises(PackError, match=r"cells\.json cannot be read"):
        folder.read_model(tmp_path)
    with pytest.raises(NotFound, match="cells build"):
        folder.read_scheme(tmp_path / "none")


def test_cells_are_read_as_they_were_written(train: Features, tmp_path: Path) -> None:
    few = worlds.features(400, 3)
    region = worlds.areas(few)
    where = train.lat, train.lon, worlds.areas(train)
    for style in worlds.STYLES:
        about = made(style, few, tmp_path)
        known, scheme = folder.read_scheme(tmp_path)
        assert known == about and known.config == worlds.STYLES[style]
        again = run_to_end(build(few.lat, few.lon, worlds.STYLES[style], region=region, country=region // 10))
        assert (scheme.assign(*where) == again.assign(*where)).all()


def test_refuses_vectors_and_settings_that_do_not_fit(train: Features, tmp_path: Path) -> None:
    made("planet", train, tmp_path)
    run_to_end(fit(train, tmp_path, ClassifierConfig(epochs=1, threads=1)))
    weights = folder.read_model(tmp_path).weights
    with pytest.raises(InputError, match="48 numbers"):
        classify.probabilities(weights, np.ones((1, 7)))
    with pytest.raises(InputError, match="direction"):
        classify.probabilities(weights, np.zeros((1, 48)))
    globe = np.random.default_rng(1).uniform((-90, -180), (90, 180), (500, 2))
    outside = globe[folder.read_scheme(tmp_path)[1].labels(globe[:, 0], globe[:, 1])[:, 0] < 0][:5]
    elsewhere = Features(train.image[:5], outside[:, 0], outside[:, 1])
    with pytest.raises(InputError, match="lies in a cell"):
        run_to_end(fit(elsewhere, tmp_path, ClassifierConfig(epochs=1, threads=1)))
    for wrong in ({"epochs": 0}, {"rate": 0.0}, {"held_out": 0.9}, {"smoothing_km": -1.0}):
        with pytest.raises(InputError):
            ClassifierConfig(**wrong)


# --- labels and scores, from their formulas --------------------------------------------------------------


def haversine(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a, b, c, d = np.radians([lat1, lon1, lat2, lon2])
    half = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return float(2 * 6378.137 * np.arcsin(np.sqrt(half)))


def test_smoothed_labels_are_the_formula() -> None:
    random = np.random.default_rng(4)
    lat, lon = random.uniform(-90, 90, 20), random.uniform(-180, 180, 20)
    cell_lat, cell_lon = random.uniform(-90, 90, 9), random.uniform(-180, 180, 9)
    cell_lat[0], cell_lon[0] = lat[0], lon[0]
    found = labels.smoothed(lat, lon, cell_lat, cell_lon, 75.0)
    km = np.array([[haversine(a, b, c, d) for c, d in zip(cell_lat, cell_lon, strict=True)]
                   for a, b in zip(lat, lon, strict=True)])  # fmt: skip
    expected = np.exp(-(km - km.min(axis=1, keepdims=True)) / 75.0)
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)
    assert (found.max(axis=1) == 1.0).all()
    assert not np.allclose(found.sum(axis=1), 1.0)  # not normalised
    np.testing.assert_allclose(labels.haversine_km(lat, lon, cell_lat, cell_lon), km, atol=2e-4)


def test_scores_multiply_along_a_hierarchy_and_add_over_intersections(train: Features) -> None:
    levels = [adaptive(train.lat, train.lon, least=10, most=most) for most in (400, 100)]
    random = np.random.default_rng(0)
    shares = [random.dirichlet(np.ones(len(level)), 3) for level in levels]
    tree = nested("isns", levels)
    product = shares[0][:, tree.parents[:, 0]] * shares[1][:, tree.parents[:, 1]]
    np.testing.assert_allclose(tree.score(shares), product / product.sum(axis=1, keepdims=True))
    crossed = intersected("cplanet", levels, train.lat, train.lon)
    votes = shares[0][:, crossed.parents[:, 0]] + shares[1][:, crossed.parents[:, 1]]
    np.testing.assert_allclose(crossed.score(shares), votes / votes.sum(axis=1, keepdims=True))
    alone = single("planet", levels[1])
    np.testing.assert_allclose(alone.score(shares[1:]), shares[1])
    silent = [np.zeros_like(share) for share in shares]
    np.testing.assert_allclose(tree.score(silent), 1 / len(tree))


# --- the refinement ------------------------------------------------------------------------------------


def prototypes() -> Prototypes:
    """Three cells; the second has two clusters, of which the second holds a near and a far photograph."""
    vectors = np.array([[1, 0, 0], [0, 1, 0], [0, 0.9, 0.1], [0, 0.2, 0.9], [0, 0, 1]], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    mean = np.stack([vectors[0], vectors[1:3].mean(0), vectors[3:].mean(0)])
    return Prototypes(
        np.array([0, 1, 1]), mean, np.array([0, 1, 3, 5]), vectors,
        np.array([10.0, 20.0, 20.5, 21.0, 22.0]), np.array([0.0, 1.0, 2.0, 3.0, 4.0]),
    )  # fmt: skip


def test_the_nearest_photograph_of_the_nearest_cluster_answers() -> None:
    lat, lon = np.array([10.0, 20.6, 40.0]), np.array([0.0, 2.0, 0.0])
    query = np.array([0.0, 0.0, 1.0])
    settings = Refinement(3, 3, 1.6, None)
    found = refine.refine(query, [0.4, 0.5, 0.1], lat, lon, prototypes(), settings)
    assert not found.given_up and found.found[0].cell == 1
    assert (found.found[0].lat, found.found[0].lon, found.found[0].photograph) == (22.0, 4.0, 4)
    # T divides the Euclidean distance; a cell without photographs stands at the farthest candidate.
    kept = prototypes()
    far = [np.linalg.norm(query - kept.mean[0]), min(np.linalg.norm(query - kept.mean[at]) for at in (1, 2))]
    weight = np.array([0.4, 0.5, 0.1]) * np.exp(-np.array([far[0], far[1], max(far)]) / 1.6)
    expected = dict(zip((0, 1, 2), weight / weight.sum(), strict=True))
    assert {one.cell: one.score for one in found.found} == pytest.approx(expected)
    assert next(one for one in found.found if one.cell == 2).photograph == -1


def test_refinement_can_change_the_cell_but_a_far_point_is_given_up() -> None:
    lat, lon = np.array([10.0, 20.6, 40.0]), np.array([0.0, 2.0, 0.0])
    query, scores = np.array([0.0, 1.0, 0.0]), [0.55, 0.35, 0.1]
    moved = refine.refine(query, scores, lat, lon, prototypes(), Refinement(2, 2, 0.6, None))
    assert moved.found[0].cell == 1 and moved.found[0].photograph == 1
    limited = refine.refine(query, scores, lat, lon, prototypes(), Refinement(2, 2, 0.6, 1000.0))
    assert limited.given_up and limited.found[0].cell == 0
    assert (limited.found[0].lat, limited.found[0].lon, limited.found[0].score) == (10.0, 0.0, 0.55)
    assert limited.found[0].photograph == -1
    inside = refine.refine(query, scores, lat, lon, prototypes(), Refinement(2, 2, 0.6, 1500.0))
    assert inside.found == moved.found and not inside.given_up


def test_only_the_top_cells_take_part() -> None:
    lat, lon = np.array([10.0, 20.6, 40.0]), np.array([0.0, 2.0, 0.0])
    found = refine.refine(
        [0.0, 1.0, 0.0], [0.5, 0.3, 0.2], lat, lon, prototypes(), Refinement(1, 2, 0.6, None)
    )
    assert [one.cell for one in found.found] == [0, 1]
    assert found.found[0].score == pytest.approx(0.5) and found.found[1].photograph == -1
    empty = Prototypes(
        np.empty(0, np.int64), np.empty((0, 3), np.float32), np.zeros(1, np.int64),
        np.empty((0, 3), np.float32), np.empty(0), np.empty(0),
    )  # fmt: skip
    assert refine.refine(
        [0.0, 1.0, 0.0], [0.5, 0.3, 0.2], lat, lon, empty, Refinement(1, 2, 0.6, None)
    ).given_up


def test_refinement_finds_the_town_within_a_cell_of_several(tmp_path: Path) -> None:
    train, asked = worlds.features(1200, 4, noise=0.3), worlds.features(200, 5, noise=0.3)
    settings = Refinement(5, 5, 0.1, None)
    config = CellsConfig("pigeon", "pigeon", 60, (150,), optics=((8, 0.05),), refinement=settings)
    scheme = run_to_end(build(train.lat, train.lon, config))
    folder.write_cells(tmp_path, scheme, config, 7, len(train), "")
    run_to_end(fit(train, tmp_path, SETTINGS))
    model = folder.read_model(tmp_path)
    assert model.prototypes is not None
    scores = classify.score(scheme, model.weights, asked.image)
    vectors = classify.units(asked.image)
    before, after = [], []
    for row in range(len(asked)):
        found = refine.refine(vectors[row], scores[row], scheme.lat, scheme.lon, model.prototypes, settings)
        cell, truth = int(scores[row].argmax()), (asked.lat[row], asked.lon[row])
        before.append(distance_km(*truth, scheme.lat[cell], scheme.lon[cell]))
        after.append(distance_km(*truth, found.found[0].lat, found.found[0].lon))
    print(f"median {np.median(before):.0f} km unrefined, {np.median(after):.0f} km refined")
    assert np.median(after) < 0.2 * np.median(before)
