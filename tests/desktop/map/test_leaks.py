"""Nothing a page tries leaves the sealed view; the same page in a bare view is heard at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PROBE = Path(__file__).with_name("leak_page.py")


def run(mode: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, str(PROBE), mode], capture_output=True, text=True, timeout=120)
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"tried"')]
    assert lines, done.stderr[-3000:]
    answer: dict[str, Any] = json.loads(lines[-1])
    assert answer["tried"], "the page did not come to the end of its attempts"
    return answer


def test_the_sealed_view_leaks_nothing() -> None:
    seen = run("sealed")
    assert seen["leaks"] == []
    assert seen["tiles"] == 4  # the hostile map pack did come through


def test_the_listeners_hear_a_bare_view() -> None:
    leaks = run("bare")["leaks"]
    assert any(leak.startswith("tcp GET /fetch") for leak in leaks)
    assert "udp" in leaks
