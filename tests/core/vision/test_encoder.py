"""The starter encoder against cosines that were made with someone else's preprocessing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from theodolite.errors import PackHashMismatch, PackMissing
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end
from theodolite.vision import encoder, preprocess, tasks

STORED = json.loads((Path(__file__).with_name("cosines.json")).read_text())


@pytest.fixture(scope="module")
def starter_encoder(starter):
    return encoder.load(starter("vision-starter").path)


def test_ten_photographs_have_the_stored_cosines(corpora, starter_encoder) -> None:
    with Decoder() as decoder:
        vectors = starter_encoder.encode([decoder.pixels(corpora / name) for name in STORED["files"]])
    expected = np.array(STORED["cosines"])
    # INT8 kernels differ a little between processors; another version of onnxruntime was 0.039 away.
    assert np.abs(vectors @ vectors.T - expected).max() < 0.03
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_a_vector_does_not_depend_on_its_neighbours(starter_encoder) -> None:
    rng = np.random.default_rng(0)
    images = [rng.integers(0, 256, (240, 320, 3), np.uint8) for _ in range(3)]
    together = starter_encoder.encode(images)
    for row, image in zip(together, images, strict=True):
        assert np.array_equal(row, starter_encoder.encode([image])[0])
    assert starter_encoder.encode([]).shape == (0, starter_encoder.dim)


def test_identity_travels_with_the_encoder(starter, starter_encoder) -> None:
    pack = starter("vision-starter")
    assert (starter_encoder.pack, starter_encoder.sha256) == (pack.name, pack.sha256)
    assert starter_encoder.dim == 512
    assert encoder.load(pack.path) is starter_encoder


def test_changed_weights_are_refused(starter, tmp_path) -> None:
    copy = shutil.copytree(starter("vision-starter").path, tmp_path / "pack")
    model = copy / "clip_encoder.int8.onnx"
    model.chmod(0o644)
    with model.open("r+b") as stream:
        stream.seek(1000)
        stream.write(b"changed")
    with pytest.raises(PackHashMismatch, match="clip_encoder"):
        encoder.load(copy)


def test_without_the_pack_it_says_how_to_get_it(tmp_path) -> None:
    with pytest.raises(PackMissing, match="packs fetch vision-starter"):
        encoder.load(tmp_path)


@pytest.mark.parametrize("size", [(224, 224), (1, 1), (300, 225), (225, 1000), (3, 900)])
def test_preprocessing_of_every_shape(size) -> None:
    found = preprocess.clip(np.full((*size, 3), 128, np.uint8))
    assert found.shape == (3, 224, 224)
    expected = (128 / 255 - np.array(preprocess.MEAN)) / np.array(preprocess.STD)
    assert np.allclose(found.mean(axis=(1, 2)), expected, atol=1e-5)


def test_preprocessing_refuses_other_arrays() -> None:
    for wrong in (np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3), np.float32), np.zeros((0, 4, 3), np.uint8)):
        with pytest.raises(ValueError, match="uint8"):
            preprocess.clip(wrong)


def test_a_file_is_encoded_as_its_pixels_are(starter, starter_encoder, corpora) -> None:
    path = corpora / STORED["files"][0]
    with Decoder() as decoder:
        expected = starter_encoder.encode([decoder.pixels(path)])[0]
    found = run_to_end(tasks.encode_file(str(path), str(starter("vision-starter").path)))
    assert np.array_equal(found, expected)
