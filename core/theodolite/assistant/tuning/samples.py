"""Conversations to tune on, from an MG-Geo data set or from a file of conversations of one's own.

A text model sees no image. What it is shown instead is what the program shows it in a case: the clues that
were read, with their ids, and the ranking at each turn. It learns to put records into words and to stay with
their numbers, not to guess places.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from theodolite.errors import InputError, NotFound

SYSTEM = (
    "You help to find out where a photograph was taken. You are given the clues that were read in it and the "
    "ranking of countries. Answer with these numbers only and name the clues that you rest on."
)
_ROLES = {"person": "user", "assistant": "assistant"}


@dataclass(frozen=True, slots=True)
class Line:
    """One message. ``role`` as chat templates call it."""

    role: Literal["system", "user", "assistant"]
    content: str


Conversation = tuple[Line, ...]


def read(data: Path) -> Iterator[Conversation]:
    """The conversations of a data set (a folder with dialog.jsonl and clue.jsonl) or of a file, in order.

    A file has one conversation a line, {"messages": [{"role": "user", "content": ...}, ...]}. Raises
    NotFound, InputError with the line.
    """
    if data.is_dir():
        yield from _data_set(data)
        return
    for number, record in _lines(data):
        try:
            found = tuple(Line(one["role"], str(one["content"])) for one in record["messages"])
        except (KeyError, TypeError) as error:
            raise InputError(f"Line {number} of {data.name} is no conversation: {error!r}.") from error
        yield _checked(found, data, number)


def _data_set(folder: Path) -> Iterator[Conversation]:
    """A dialogue and the clues of its image stand in the same line of two files."""
    dialogs, clues = folder / "dialog.jsonl", folder / "clue.jsonl"
    pairs = _by_image(clues)
    for number, record in _lines(dialogs):
        try:
            sha256 = record["image"]["sha256"]
            seen = next((pair for image, pair in pairs if image == sha256), ())
            yield _checked(tuple(_dialogue(record["turns"], seen)), dialogs, number)
        except (KeyError, TypeError) as error:
            raise InputError(f"Line {number} of {dialogs.name} is no dialogue: {error!r}.") from error


def _by_image(clues: Path) -> Iterator[tuple[str, tuple[Mapping[str, Any], ...]]]:
    for number, record in _lines(clues):
        try:
            read_here = tuple(pair for pair in record["pairs"] if pair["basis"] == "picture")
            yield record["image"]["sha256"], read_here
        except (KeyError, TypeError) as error:
            raise InputError(f"Line {number} of {clues.name} holds no clues: {error!r}.") from error


def _dialogue(turns: list[dict[str, Any]], pairs: tuple[Mapping[str, Any], ...]) -> Iterator[Line]:
    yield Line("system", SYSTEM)
    records = [f"{pair['id']}: {pair['observation']}; {pair['inference']}" for pair in pairs]
    asked = "Clues:\n" + ("\n".join(records) or "none") + "\n"
    for turn, answer in zip(turns[::2], turns[1::2], strict=True):
        if (turn["role"], answer["role"]) != ("person", "assistant"):
            raise TypeError("turns do not alternate")
        shown = [("Ranking before", answer.get("countries_before")), ("Ranking", answer["countries"])]
        rows = [f"{name}: {_ranking(rows)}" for name, rows in shown if rows]
        yield Line("user", asked + "\n".join([*rows, turn["text"]]))
        yield Line("assistant", answer["text"])
        asked = ""


def _ranking(rows: list[tuple[str, float]]) -> str:
    return ", ".join(f"{code or 'none'} {100 * share:.1f} %" for code, share in rows)


def _checked(found: Conversation, path: Path, number: int) -> Conversation:
    roles = [line.role for line in found]
    body = roles[1:] if roles[:1] == ["system"] else roles
    if not body or body != ["user", "assistant"] * (len(body) // 2):
        raise InputError(
            f"Line {number} of {path.name} is no conversation: user and assistant take turns, the user first."
        )
    if not all(line.content.strip() for line in found):
        raise InputError(f"Line {number} of {path.name} has a message without words.")
    return found


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Numbered records of a JSON Lines file."""
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    with path.open(encoding="utf-8") as stream:
        for number, text in enumerate(stream, 1):
            if not text.strip():
                continue
            try:
                record = json.loads(text)
            except ValueError as error:
                raise InputError(f"Line {number} of {path.name} is not JSON: {error}.") from error
            if not isinstance(record, dict):
                raise InputError(f"Line {number} of {path.name} is no record.")
            yield number, record
