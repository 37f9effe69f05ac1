"""The real window with the real engine, one for each module; and the material of the investigation."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from tests.bench.driving import sample_case
from tests.e2e import tower
from tests.e2e.contract import Command, runner
from tests.e2e.examiner import Examiner
from theodolite.engine import Engine
from theodolite.engine import sample as recipes
from theodolite.evaluate import fits
from theodolite_desktop import app as composition
from theodolite_desktop import sealed_env

sealed_env.seal()
if QCoreApplication.instance() is None:  # the map's web view asks for it before any QApplication exists
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

# What the web view says where it runs as root, and on machines without a graphics card or a screen.
HARMLESS = (
    "Sandboxing disabled by user",
    "QRhiGles2: Failed to create",
    "QVulkanInstance: Failed to initialize",
    "Failed to load vulkan",
    "initInstance: No Vulkan library available",
    "Failed to create platform Vulkan instance",
    "This plugin does not support",
    "Unable to detect GPU vendor",
)
BROKEN = pytest.StashKey[str]()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: Any) -> Generator[None, Any, None]:
    """Remember the first step of a module that failed: those after it cannot say anything."""
    outcome = yield
    if outcome.get_result().failed and item.parent is not None:
        item.parent.stash.setdefault(BROKEN, item.name)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """One command in this process, with what is always promised checked; see :mod:`tests.e2e.contract`.

    It leaves neither the user's list of recent cases nor the fit in use touched.
    """
    monkeypatch.setattr(Engine, "_recent_file", tmp_path / "recent.json")
    monkeypatch.setattr(fits, "path_in_use", lambda: tmp_path / "fit.json")
    return runner(capsys)


@pytest.fixture
def case(command: Command, tmp_path: Path) -> Path:
    code, document = command("case", "new", tmp_path / "inquiry", "--question", "Where was this?")
    assert code == 0
    return Path(document["data"]["case"])


@pytest.fixture(scope="session")
def material(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> tower.Material:
    return tower.prepare(corpora, tmp_path_factory.mktemp("tower"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case, built once by its recipe; never opened itself. Notes, leads, references and searched
    ground are left out of it: journeys begin with none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recipes, "_desk", lambda *_: iter(()))
        return sample_case(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def sample(examiner: Examiner, built: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the sample case, open in the window, with its candidates; closed in the end."""
    case = tmp_path / "sample.case"
    shutil.copytree(built, case)
    examiner.controller.open_case(case)
    examiner.wait(lambda: examiner.controller.snapshot is not None and examiner.snapshot.ranking is not None)
    examiner.rest()
    yield case
    examiner.shut_case()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the cases of a module lie, and its pictures."""
    return tmp_path_factory.mktemp("cases")


@pytest.fixture(scope="module")
def window(qapp: Any, folder: Path) -> Iterator[composition.Window]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THEODOLITE_CASES", str(folder))
        patch.setenv("THEODOLITE_OPERATOR", "A. Examiner")
        made = composition.build(qapp, appearance="light")
        made.shell.show()
        made.shell.dress()
        made.shell.activateWindow()
        yield made
        composition.close(made)
        made.shell.deleteLater()


@pytest.fixture
def examiner(
    qtbot: QtBot, qtlog: Any, window: composition.Window, folder: Path, request: pytest.FixtureRequest
) -> Iterator[Examiner]:
    """A person at the window. Skips visibly when a step before failed, unless the module says that its tests
    are INDEPENDENT; Qt must have no complaint."""
    if BROKEN in request.node.parent.stash and not getattr(request.module, "INDEPENDENT", False):
        pytest.skip(f"goes on from {request.node.parent.stash[BROKEN]}, which failed")
    yield Examiner(qtbot, window, folder)
    said = [record.message for record in qtlog.records if not record.ignored]
    assert [text for text in said if not text.startswith(HARMLESS)] == []
