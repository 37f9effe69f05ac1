"""A whole investigation from the command line, with the network taken away and under a call trace."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.network import STRACE, internet_calls

ROOT = Path(__file__).resolve().parents[2]
TOWER = ROOT / "cases" / "tower"
pytestmark = [pytest.mark.packs, pytest.mark.alone]

INVESTIGATION = """
import json, sys
from pathlib import Path
from theodolite.cli import main

folder, tower = Path(sys.argv[1]), Path(sys.argv[2])
case = str(folder / "inquiry.case")
steps = [
    ["case", "new", case, "--question", "Where was forwarded.jpg taken?", "--json"],
    ["case", "add", case, str(tower / "forwarded.jpg"), str(tower / "square.jpg"), "--json"],
    ["index", "build", str(tower / "references"), "--out", str(folder / "index"), "--json"],
    ["index", "search", str(folder / "index"), str(tower / "forwarded.jpg"), "--json"],
    ["case", "use-index", case, str(folder / "index"), "--json"],
    ["locate", case, "--exhibit", "E1", "--json"],
    ["hint", "add", case, "in Italy, likely", "--json"],
    ["locate", case, "--exhibit", "E1", "--json"],
    ["hint", "remove", case, "H1", "--json"],
    ["locate", case, "--exhibit", "E1", "--json"],
    ["report", case, "--out", str(folder / "report"), "--format", "html,json", "--json"],
    ["verify", case, "--json"],
    ["case", "show", case, "--json"],
    ["packs", "list", "--json"],
    ["doctor", "--json"],
]
for step in steps:
    code = main(step)
    if code:
        sys.exit(f"{step} ended with {code}")
"""


def without_network() -> list[str]:
    """The command that takes the network away, or a visible skip where the kernel refuses it."""
    command = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-r", "-n"]
    if shutil.which("unshare") is None or subprocess.run([*command, "true"], capture_output=True).returncode:
        pytest.skip("this kernel does not let us take the network away (unshare -n)")
    return command


def investigate(folder: Path, wrap: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [*wrap, sys.executable, "-c", INVESTIGATION, str(folder), str(TOWER)],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_a_whole_investigation_without_a_network(tmp_path: Path) -> None:
    answers = investigate(tmp_path, without_network())
    assert [answer["ok"] for answer in answers] == [True] * 15
    added, located, hinted, restored = answers[1], answers[5], answers[7], answers[9]
    assert [row["exhibit"] for row in added["data"]] == ["E1", "E2"]
    assert added["data"][1]["gps"] == pytest.approx([43.46472, 11.88152], abs=1e-5)
    first = located["data"]["candidates"][0]
    assert first["country"] == "IT"
    assert abs(first["lat"] - 43.4649) < 0.02
    assert abs(first["lon"] - 11.8815) < 0.02
    assert hinted["data"]["candidates"] != located["data"]["candidates"]
    assert restored["data"] == located["data"]
    for answer in (located, hinted):
        for candidate in answer["data"]["candidates"]:
            assert sum(c["log_likelihood"] for c in candidate["contributions"]) == candidate["score"]
    assert answers[11]["data"]["intact"] is True
    assert located["data"]["refused_connections"] == []
    assert {pack["name"] for pack in located["data"]["packs"]} >= {"gallery", "gazetteer", "vision-starter"}


def test_no_internet_destination_in_a_trace(tmp_path: Path) -> None:
    trace = tmp_path / "trace.txt"
    investigate(tmp_path, [*STRACE, "-o", str(trace)])
    assert trace.stat().st_size > 0
    assert internet_calls(trace) == []


def test_the_trace_sees_a_connection(tmp_path: Path) -> None:
    """The control: a program that does connect fails the same assertion."""
    trace = tmp_path / "trace.txt"
    connect = "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9)); s.close()"
    subprocess.run([*STRACE, "-o", str(trace), sys.executable, "-c", connect], check=True, timeout=60)
    assert len(internet_calls(trace)) == 1
