"""Every command of the guide's page on published weights, with checkpoints of the published form."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.core.align.test_load import g3_checkpoint, state_of
from tests.core.vision import tower_packs
from tests.e2e.contract import Command, code_of
from theodolite import packs
from theodolite.align import load
from theodolite.align.config import G3, GEOCLIP

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "published-weights.md"
BLOCK = re.compile(r"^ {4}theodolite (.+)$", re.MULTILINE)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the page names, and a folder of its own for packs. All but the tower is full size."""
    import torch

    clip = tower_packs.transformers_clip(tmp_path / "clip-folder")
    torch.save(g3_checkpoint(clip, G3), tmp_path / "g3.pth")
    weights = tmp_path / "geoclip-weights"
    weights.mkdir()
    state = state_of(GEOCLIP)
    for name, prefix in (
        ("image_encoder_mlp", "image_encoder.mlp."),
        ("location_encoder", "location_encoder."),
    ):
        part = {key.removeprefix(prefix): v for key, v in state.items() if key.startswith(prefix)}
        torch.save(part, weights / f"{name}_weights.pth")
    monkeypatch.setenv("THEODOLITE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_s_commands_work(files: Path, command: Command) -> None:
    said: dict[str, Any] = {}
    for line in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        words = shlex.split(line)
        code, document = command(*words)
        assert code == 0, (line, document)
        said[line] = document["data"]
    (first,) = [data for line, data in said.items() if "g3.pth" in line]
    assert first["layout"] == "g3"
    assert first["unexpected"] == []
    assert "text_model.final_layer_norm.bias" in first["left_out"]
    assert [pack["name"] for pack in first["packs"]] == ["g3-weights", "g3-weights-clip"]
    assert {pack.name for pack in packs.of_kind("alignment")} == {"g3-weights", "my-geoclip"}
    assert {pack.name for pack in packs.of_kind("image-encoder")} == {"g3-weights-clip", "my-clip"}
    for pack in packs.of_kind("alignment"):
        load.load(pack.path)
    (model,) = [pack for pack in packs.of_kind("alignment") if pack.name == "g3-weights"]
    assert model.licence == "as its authors state"
    assert (files / "my-clip-1.pack.zip").is_file()


def test_what_is_wrong_is_said_and_installs_nothing(files: Path, command: Command) -> None:
    import torch

    state = torch.load(files / "g3.pth", weights_only=True)
    del state["vision_projection_else_2.0.weight"]
    torch.save(state, files / "less.pth")
    code, document = command("align", "import", "less.pth")
    assert (code, code_of(document)) == (1, "pack")
    assert "missing: vision_projection_else_2.0.weight" in document["error"]["text"]
    assert command("align", "import", "gone.pth")[0] == 1
    shutil.rmtree(files / "geoclip-weights")
    assert code_of(command("align", "import", "geoclip-weights")[1]) == "not-found"
    assert packs.of_kind("alignment") == ()
    assert packs.of_kind("image-encoder") == ()
