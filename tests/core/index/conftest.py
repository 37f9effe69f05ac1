"""The photographs of the corpora as one index, made once for all tests of this folder."""

from __future__ import annotations

import pytest

from theodolite.index import store
from theodolite.index.build import build
from theodolite.jobs import run_to_end


@pytest.fixture(scope="session")
def pack(starter) -> str:
    return str(starter("vision-starter").path)


@pytest.fixture(scope="session")
def everything(corpora, pack, tmp_path_factory) -> store.IndexInfo:
    """One index of every geotagged photograph of the corpora."""
    out = tmp_path_factory.mktemp("index") / "all"
    return run_to_end(build(str(corpora / "photos"), str(out), pack))
