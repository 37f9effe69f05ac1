"""What every test may use: the photographs, the starter packs, how often to repeat, one printed seed.

Options: ``--repeat N`` (everything that repeats takes its N from it), ``--seed N``, ``--full`` and
``--bench`` (tests with those markers are left out unless asked for), ``--on-screen`` (a real screen).
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from theodolite import packs
from theodolite.errors import PackMissing

ROOT = Path(__file__).resolve().parents[1]
REPEAT = 100
#: Tests of the window that start no worker and no browser and time nothing; the others of tests/desktop have
#: the machine for themselves.
SHARING = frozenset(
    f"test_{name}"
    for name in (
        *("window", "shell", "measuring", "report_page", "together", "inspector", "image", "custody", "desk"),
        *("assistant", "correcting", "strategies", "help", "theme"),
    )
)

if "--on-screen" not in sys.argv:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def on_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("theodolite")
    often = REPEAT // 10 if on_ci() else REPEAT
    group.addoption("--repeat", type=int, default=often, metavar="N", help=f"repetitions (here {often})")
    group.addoption("--seed", type=int, default=random.SystemRandom().randrange(2**32), help="random seed")
    group.addoption("--full", action="store_true", help="also the tests marked full")
    group.addoption("--bench", action="store_true", help="also the measurements")
    group.addoption("--save-images", action="store_true", help="renew the pictures of the README")
    group.addoption("--on-screen", action="store_true", help="show the windows")


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile(
        "theodolite",
        max_examples=config.getoption("--repeat"),
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    settings.load_profile("theodolite")


def pytest_report_header(config: pytest.Config) -> str:
    missing = ", ".join(packs.missing_starters()) or "none"
    repeat, seed = config.getoption("--repeat"), config.getoption("--seed")
    return f"theodolite: --repeat {repeat} --seed {seed}; starter packs missing: {missing}"


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "desktop") and item.path.stem not in SHARING:
            item.add_marker("alone")
        if not item.get_closest_marker("xdist_group"):  # the tests of a file stay together
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
    left_out = _drawn_out(config, items)
    unwanted = {marker for marker in ("full", "bench") if not config.getoption(f"--{marker}")}
    left_out += [item for item in items if any(item.get_closest_marker(marker) for marker in unwanted)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]


def _drawn_out(config: pytest.Config, items: list[pytest.Item]) -> list[pytest.Item]:
    """On CI, what the marker ``drawn(keep)`` leaves out: all but ``keep`` cases of a parametrised test.

    Which ones is drawn with the seed of the run from the cases' names, so that tests over the same cases
    keep the same ones.
    """
    if not on_ci() or config.getoption("--full"):
        return []
    tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("drawn"):
            tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    seed, left_out = config.getoption("--seed"), []
    for cases in tests.values():
        marker = cases[0].get_closest_marker("drawn")
        assert marker is not None
        cases.sort(key=lambda case: random.Random(f"{seed} {case.nodeid.partition('[')[2]}").random())
        left_out += cases[marker.args[0] :]
    return left_out


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("packs"):
        missing = packs.missing_starters()
        if missing:
            without(f"starter packs missing: {', '.join(missing)} (theodolite packs fetch --starter)")
    if item.get_closest_marker("corpora"):
        _corpora()


def without(reason: str) -> None:
    """Skip visibly; on CI, where `make test` has fetched everything, a missing pack is a failure."""
    if on_ci():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def starter() -> Callable[[str], packs.Pack]:
    """``starter(name)``: the installed starter pack, or a visible skip."""

    def get(name: str) -> packs.Pack:
        try:
            return packs.installed(name)
        except PackMissing as error:
            without(str(error))
            raise

    return get


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real photographs (THEODOLITE_CORPORA, or beside the checkout), or a visible skip."""
    return _corpora()


def _corpora() -> Path:
    named = os.environ.get("THEODOLITE_CORPORA")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpora"
    if not (folder / "MANIFEST.json").is_file():
        pytest.skip("the photographs of the corpora folder are not here (set THEODOLITE_CORPORA)")
    return folder


@pytest.fixture(scope="session")
def repeat(request: pytest.FixtureRequest) -> int:
    """How often to repeat what is repeated."""
    return int(request.config.getoption("--repeat"))


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Callable[[Iterable[str], int], list[str]]:
    """``draw(names, keep)``: on CI that many of the names, drawn with the seed of the run; else all."""
    every = not on_ci() or request.config.getoption("--full")
    seed = int(request.config.getoption("--seed"))

    def some(names: Iterable[str], keep: int) -> list[str]:
        known = sorted(names)
        return known if every or keep >= len(known) else random.Random(seed).sample(known, keep)

    return some


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """The seed of this run, printed in the header; the same in every test."""
    return int(request.config.getoption("--seed"))
