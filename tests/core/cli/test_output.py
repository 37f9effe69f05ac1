"""What the command line prints: one document, a bar, an exit code."""

from __future__ import annotations

import json

import pytest

from theodolite.cli import main, output
from theodolite.jobs import Job, Progress


def steps() -> Job[int]:
    for done in range(5):
        yield Progress("Fetching a", done * 2_000_000, 8_000_000)
    yield Progress("Checking a")
    return 7


def test_a_bar_knows_bytes_and_counts() -> None:
    assert (
        output.line(Progress("a", 4_000_000, 8_000_000)) == f"[{'#' * 15}{'.' * 15}]  50%  a, 4.0 of 8.0 MB"
    )
    assert output.line(Progress("a", 1, 4)).endswith("25%  a, 1 of 4")
    assert output.line(Progress("a")) == "a"


def test_a_terminal_gets_one_bar_drawn_over_itself(capsys: pytest.CaptureFixture[str]) -> None:
    out = output.Output(as_json=False, live=True)
    assert out.drive(steps()) == 7
    assert out.finish(output.Result(None, "done")) == 0
    shown = capsys.readouterr()
    assert shown.out == "done\n"
    assert "\r" in shown.err and "[" in shown.err and shown.err.endswith("\n")


def test_a_file_gets_lines_without_control_codes(capsys: pytest.CaptureFixture[str]) -> None:
    output.Output(as_json=True, live=False).drive(steps())
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "\r" not in shown.err and "\033" not in shown.err


@pytest.mark.parametrize("words", [["--json"], ["case"], ["locate", "--json"], ["packs", "frob", "--json"]])
def test_wrong_usage_is_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    shown = capsys.readouterr().out
    if "--json" in words:
        assert json.loads(shown)["error"]["code"] == "usage"


def test_a_named_problem_is_one(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", "show", f"{tmp_path}/none.case", "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is False and document["data"] is None
    assert document["error"]["code"] == "not-found"
