"""An index of photographs in G3's layout: built, appended to and searched with the alignment model."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from theodolite.align import load
from theodolite.align.config import AlignConfig, reduced
from theodolite.align.net import Aligner
from theodolite.errors import PackHashMismatch, PackMissing
from theodolite.index import aligned, search, store
from theodolite.index.build import append, build
from theodolite.jobs import run_to_end

CONFIG = reduced(image_dim=512, text_dim=24, gps_dim=40, frequencies=8, hidden=16)
PLACES = "photos/OpenSfM/data"


def model(folder: Path, config: AlignConfig, seed: int) -> Path:
    import torch

    torch.manual_seed(seed)
    load.save(Aligner(config).state_dict(), config, folder)
    return folder


@pytest.fixture
def photographs(corpora, tmp_path) -> Path:
    folder = tmp_path / "photographs"
    folder.mkdir()
    for town, name in (("lund", "01"), ("lund", "02"), ("berlin", "01")):
        shutil.copy(corpora / PLACES / town / "images" / f"{name}.jpg", folder / f"{town}-{name}.jpg")
    return folder


def test_three_parts(photographs, corpora, starter, tmp_path) -> None:
    pack = str(starter("vision-starter").path)
    mine, other = model(tmp_path / "model", CONFIG, 1), model(tmp_path / "other", CONFIG, 2)
    out = tmp_path / "index"
    info = run_to_end(build(str(photographs), str(out), pack, align=str(mine)))
    assert (info.layout, info.dim, info.count) == ("g3", 3 * 512, 3)
    assert info.align_sha256 == load.identity(mine).sha256
    plain = run_to_end(build(str(photographs), str(tmp_path / "plain"), pack))
    path = str(photographs / "berlin-01.jpg")
    found = run_to_end(search.search_file("", path, [str(out)], pack, align=str(mine)))
    assert found.references[0].name == "berlin-01.jpg"
    assert found.references[0].cosine == pytest.approx(1, abs=1e-3)
    # The mean cosine of three parts, computed apart from the index.
    vectors = [
        run_to_end(aligned.encode_file(str(photographs / name), pack, [str(mine)]))[info.align_sha256]
        for name in ("berlin-01.jpg", "lund-01.jpg")
    ]
    mean = float(np.dot(*vectors)) / 3
    assert {one.name: one.cosine for one in found.references}["lund-01.jpg"] == pytest.approx(mean, abs=1e-3)
    # Together with an index of the encoder alone; one photograph is one reference.
    both = run_to_end(search.search_file("", path, [str(out), plain.path], pack, align=str(mine)))
    assert (both.total, len(both.references)) == (6, 3)
    shutil.copy(corpora / PLACES / "berlin/images/03.jpg", photographs / "more.jpg")
    more = run_to_end(append(str(photographs), str(out), pack, str(mine)))
    assert (more.count, more.layout, more.folder) == (4, "g3", str(photographs))
    assert {entry.name for entry in store.open_index(out).entries} >= {"more.jpg", "lund-01.jpg"}
    with pytest.raises(PackHashMismatch, match="cannot be compared"):
        run_to_end(append(str(photographs), str(out), pack, str(other)))
    with pytest.raises(PackMissing, match="not installed"):
        run_to_end(search.search_file("", path, [str(out)], pack, align=str(other)))
    with pytest.raises(PackHashMismatch, match="alignment model"):
        search.search([str(out)], vectors[0], info.pack_sha256)


def test_parts_of_unlike_widths_keep_their_products() -> None:
    random = np.random.default_rng(1)
    rows = random.normal(size=(5, 9)).astype(np.float32)
    filled = aligned.padded(rows, (4, 3, 2))
    assert filled.shape == (5, 12)
    assert filled @ filled.T == pytest.approx(rows @ rows.T, abs=1e-5)
    assert np.array_equal(aligned.padded(rows, (3, 3, 3)), rows)
