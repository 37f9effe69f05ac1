"""``--reuse``: take the steps of the scale bench that an earlier run left in build/bench, and say so."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--reuse", action="store_true", help="scale bench: reuse the steps kept in build/bench")


@pytest.fixture(scope="session")
def reuse(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--reuse", default=False))
