"""Every command of the guide's page on language models, with a tiny model and its projector."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.core.engine.own_home import own_home
from tests.core.packs.models import making
from tests.e2e.contract import Command, code_of
from theodolite import packs
from theodolite.engine import models as models_of_engine
from theodolite.jobs import run_to_end
from theodolite.packs.models.pairing import SIGHTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "models.md"
BLOCK = re.compile(r"^ {4}theodolite (.+)$", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the page names, and a home whose own packs are the test's."""
    own_home(tmp_path / "home", monkeypatch)
    monkeypatch.setenv("THEODOLITE_THREADS", "1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "FOLDER").mkdir()
    making.model(tmp_path / "MODEL.gguf")
    making.projector(tmp_path / "mmproj-MODEL.gguf")
    making.model(tmp_path / "FOLDER" / "other.gguf", name="Other")
    making.projector(tmp_path / "FOLDER" / "mmproj-other.gguf")
    return tmp_path


@pytest.mark.packs
def test_the_page_s_commands_work(folder: Path, command: Command) -> None:
    said: dict[str, Any] = {}
    lines = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert "doctor" in lines  # run in another test: it loads everything there is
    for line in lines:
        if line != "doctor":
            code, document = command(*shlex.split(line))
            assert code == 0, (line, document)
            said[line] = document["data"]
    own = {pack.name: pack.kind for pack in packs.default_library().own()}
    assert own["text-only"] == "language-model"
    assert own["tiny-surveyor-f32"] == own["other-f32"] == "vision-language-model"
    assert packs.installed("text-only").licence == "Apache-2.0"
    models = {row["name"]: row for row in said["assistant models"]}
    assert models["tiny-surveyor-f32"]["sees"]
    assert not models["text-only"]["sees"]
    assert (folder / "text-only-1.pack.zip").is_file()
    fits = {one.name: one for one in run_to_end(models_of_engine.fits())}
    assert fits["text-only"].text.startswith("fits: needs ")
    for name in ("smolvlm-256m", "smolvlm", "qwen2-5-vl-3b", "qwen2-5-vl-7b", "minicpm-v-2-6", "gemma-3-4b"):
        assert not fits[name].installed
        assert re.search(r"needs about [\d.]+ [MG]B", fits[name].text)


def test_described_models_are_never_fetched(command: Command) -> None:
    code, document = command("packs", "fetch", "smolvlm")
    assert (code, code_of(document)) == (1, "pack")
    assert "no hash" in document["error"]["text"]


def test_a_refusal_leaves_nothing(folder: Path, command: Command) -> None:
    making.projector(folder / "wide.gguf", width=128)
    code, document = command("packs", "import", "MODEL.gguf", "wide.gguf")
    assert (code, code_of(document)) == (1, "pack")
    assert "wide.gguf does not fit MODEL.gguf" in document["error"]["text"]
    assert packs.default_library().own_pack("tiny-surveyor-f32") is None


def test_the_table_of_handlers_is_the_program_s() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for kind, sight in SIGHTS.items():
        if sight.handler != "MTMDChatHandler":
            (line,) = [line for line in text.splitlines() if f"`{kind}`" in line]
            assert f"`{sight.handler}`" in line
