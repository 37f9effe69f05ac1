"""The window walks through every view under a call trace; its pictures are the README's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from tests.e2e.network import STRACE, internet_calls

pytestmark = [pytest.mark.packs, pytest.mark.alone]
ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
VIEWS = ("examine", "metadata", "candidates", "compare", "map", "report")
SIZES = {1440: (1440, 900), 1024: (1024, 700)}
README = {
    "candidates-light-1440": "examine",
    "map-light-1440": "map",
    "compare-light-1440": "compare",
    "candidates-dark-1440": "dark",
    "report-light-1440": "report",
    "table-dark-1440": "table",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("sample") / "sample.case"
    command = [sys.executable, "-m", "theodolite.cli", "sample", "build", str(case)]
    done = subprocess.run(command, timeout=300, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return case


@pytest.fixture(scope="module")
def toured(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of pictures and the trace of the whole window with its workers and its browser."""
    folder = tmp_path_factory.mktemp("tour")
    window = [sys.executable, "-m", "theodolite_desktop.app", str(sample), "--tour", str(folder / "out")]
    done = subprocess.run(
        [*STRACE, "-o", str(folder / "trace.txt"), *window],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "out", folder / "trace.txt"


def test_the_whole_window_names_no_internet_destination(toured: tuple[Path, Path]) -> None:
    _, trace = toured
    assert trace.stat().st_size > 0
    assert internet_calls(trace) == []


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_an_empty_panel(toured: tuple[Path, Path], view: str, appearance: str, width: int) -> None:
    """Each third of each picture holds something, and dark is dark."""
    with Image.open(toured[0] / f"{view}-{appearance}-{width}.png") as picture:
        assert picture.size == SIZES[width]
        grey = picture.convert("L")
    third = width // 3
    for left in range(0, width - third + 1, third):
        part = grey.crop((left, 80, left + third, grey.height - 40))
        assert ImageStat.Stat(part).stddev[0] > 3
    assert (ImageStat.Stat(grey).median[0] > 128) == (appearance == "light")


def test_the_pictures_of_the_readme_are_these(
    toured: tuple[Path, Path], request: pytest.FixtureRequest
) -> None:
    """They exist and have the size of what the window shows now; `--save-images` renews them."""
    for name, image in README.items():
        taken, kept = toured[0] / f"{name}.png", IMAGES / f"{image}.png"
        if request.config.getoption("--save-images"):
            IMAGES.mkdir(exist_ok=True)
            shutil.copyfile(taken, kept)
        with Image.open(taken) as now, Image.open(kept) as then:
            assert now.size == then.size
