"""Which models fit, and what is said when one ends the worker: the engine's side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.packs.models import making
from theodolite import packs
from theodolite.assistant.request import ModelFiles, Ours, Request, Turn
from theodolite.engine import Engine, speaking
from theodolite.engine.doctor import _model
from theodolite.engine.models import ModelFit, of_pack, of_spec
from theodolite.errors import WorkerDied
from theodolite.jobs import run_to_end
from theodolite.packs import Pack, PackFile
from theodolite.packs.models.memory import Machine, Need

GIB = 1 << 30
HUGE, SMALL = Machine(60 * GIB, 64 * GIB), Machine(GIB, 4 * GIB)


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.dispose()


def test_described_models_on_machines_of_any_size() -> None:
    specs = {spec.name: spec for spec in packs.available()}
    assert of_spec(specs["qwen2-5-vl-7b"], HUGE).fit == "fits"
    assert of_spec(specs["qwen2-5-vl-7b"], SMALL).fit == "too large"
    assert of_spec(specs["smolvlm"], SMALL).fit == "tight"
    assert of_spec(specs["smolvlm"], Machine(0, 0)).fit is None
    assert (
        of_spec(replace(specs["smolvlm"], shape=None), HUGE).text == "how much memory it needs is not known"
    )
    assert of_spec(specs["smolvlm"], SMALL).text.startswith(
        "fits once other programs are closed: needs about "
    )


def test_an_installed_model_by_its_files(tmp_path: Path) -> None:
    making.model(tmp_path / "tiny.gguf")
    making.projector(tmp_path / "mmproj-tiny.gguf")
    (tmp_path / "bad.gguf").write_bytes(b"GGUF")
    both = (PackFile("tiny.gguf", "", 1), PackFile("mmproj-tiny.gguf", "", 1))
    pack = Pack("mine", "1", "vision-language-model", "mit", tmp_path, "", both)
    seen = run_to_end(of_pack(pack, HUGE))
    alone = run_to_end(of_pack(replace(pack, files=both[:1]), HUGE))
    assert seen.wanted is not None
    assert alone.wanted is not None
    assert seen.wanted.projector > 0 == alone.wanted.projector
    bad = run_to_end(of_pack(replace(pack, files=(PackFile("bad.gguf", "", 1),)), HUGE))
    assert "bad.gguf" in bad.problem
    assert not _model(bad).ok


def test_only_installed_models_that_cannot_work_are_something_to_change() -> None:
    large = Need(9 * GIB, 0, 0)
    assert _model(ModelFit("a", False, large, "too large")).ok
    assert not _model(ModelFit("a", True, large, "too large")).ok
    assert _model(ModelFit("a", True, large, "tight")).ok
    assert _model(ModelFit("a", False, None, None)).value.startswith("not installed; ")


def test_a_model_that_ends_the_worker_is_named(engine: Engine, tmp_path: Path) -> None:
    from tests.core.assistant.test_faults import below_zero

    path = making.model(tmp_path / "aborts.gguf", change=below_zero)
    request = Request(ModelFiles(str(path)), (Turn("user", (Ours("Where?"),)),), max_tokens=4, context=512)
    with pytest.raises(WorkerDied, match=r"SIGABRT.* asked with aborts\.gguf: .* use another model"):
        run_to_end(speaking.speak(engine, request))
    good = making.model(tmp_path / "good.gguf")
    asked = replace(request, files=ModelFiles(str(good)))
    assert run_to_end(speaking.speak(engine, asked)).tokens > 0
