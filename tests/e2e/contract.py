"""What every command promises, checked each time one is run in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from theodolite.cli import main

Command = Callable[..., tuple[int, dict[str, Any]]]


def runner(capsys: pytest.CaptureFixture[str]) -> Command:
    """``command("case", "show", path)``: exit code and document, after checking what is always promised.

    ``--json`` goes to the end, or before a lone ``--``.
    """

    def run(*words: str | Path) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        given = [str(word) for word in words]
        at = given.index("--") if "--" in given else len(given)
        code = main([*given[:at], "--json", *given[at:]])
        shown = capsys.readouterr()
        document: dict[str, Any] = json.loads(shown.out)
        assert shown.out.count("\n") == 1
        assert set(document) == {"ok", "error", "data"}
        assert document["ok"] is (code == 0) is (document["error"] is None)
        assert "Traceback" not in shown.err
        return code, document

    return run


def code_of(document: dict[str, Any]) -> str:
    return str(document["error"]["code"])
