"""A home with the starter packs of this machine and packs of its own, made for a test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from theodolite import packs, paths
from theodolite.align import config as configs
from theodolite.align import load
from theodolite.jobs import run_to_end
from theodolite.packs import own


def own_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``folder`` becomes the home; what is installed is linked into it, the places of the world too."""
    before = paths.home()
    for name in ("packs", "support"):
        (folder / name).mkdir(parents=True)
        for item in sorted((before / name).iterdir()) if (before / name).is_dir() else ():
            (folder / name / item.name).symlink_to(item)
    monkeypatch.setenv("THEODOLITE_HOME", str(folder))
    return folder


def random_model(folder: Path, seed: int = 5) -> packs.Pack:
    """An aligned model of untrained weights over the starter encoder, installed as a pack of its own."""
    import torch

    from theodolite.align.net import Aligner

    torch.manual_seed(seed)
    encoder = packs.installed("vision-starter")
    shape = configs.reduced(image_dim=512, text_dim=None, gps_dim=32, frequencies=16, hidden=32)
    config = replace(shape, name="untrained", encoder_sha256=encoder.sha256)
    load.save(Aligner(config).state_dict(), config, folder / "model")
    label = own.Label("untrained", "alignment")
    file = folder / f"untrained{own.SUFFIX}"
    run_to_end(own.write(folder / "model", (configs.CONFIG, configs.WEIGHTS), label, file))
    return run_to_end(packs.import_file(file))
