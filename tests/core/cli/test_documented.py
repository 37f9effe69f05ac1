"""Every command is in the guide, and the guide names no other."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from theodolite.cli import arguments

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide" / "command-line.md"


def leaves(parser: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    below = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not below:
        yield words
    for action in below:
        for name, child in action.choices.items():
            yield from leaves(child, (*words, name))


@pytest.mark.parametrize("words", sorted(leaves(arguments.parser())), ids=" ".join)
def test_a_command_is_documented(words: tuple[str, ...]) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert words[0] in text and words[-1] in text


@pytest.mark.parametrize("words", sorted(leaves(arguments.parser())), ids=" ".join)
def test_a_command_takes_json(words: tuple[str, ...]) -> None:
    parser: argparse.ArgumentParser = arguments.parser()
    for word in words:
        (action,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
        parser = action.choices[word]
    assert "--json" in parser.format_help()
