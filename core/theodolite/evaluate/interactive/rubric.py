"""A person's judgement of conversations: the rubric, and blank sheets to fill in."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from theodolite import paths
from theodolite.errors import InputError
from theodolite.evaluate.interactive.records import Turn
from theodolite.evaluate.interactive.study import conversations

#: Conversations of a sheet, unless told otherwise: about an hour's work.
CONVERSATIONS = 20


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what its scores mean."""

    name: str
    ask: str
    scores: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Rubric:
    title: str
    version: int
    how: tuple[str, ...]
    questions: tuple[Question, ...]


def path() -> Path:
    return paths.resources() / "evaluation" / "dialogue-rubric.toml"


def load(file: Path | None = None) -> Rubric:
    """The rubric of the program, or another in the same form. Raises InputError for one that is damaged."""
    where = file or path()
    try:
        plain = tomllib.loads(where.read_text(encoding="utf-8"))
        questions = tuple(
            Question(one["name"], one["ask"], {int(k): str(v) for k, v in one["scores"].items()})
            for one in plain["question"]
        )
        rubric = Rubric(plain["title"], int(plain["version"]), tuple(plain["how"]), questions)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{where} is no rubric: {error}.") from error
    if not questions or any(len(one.scores) < 2 for one in questions):
        raise InputError(f"{where} is no rubric: each question needs at least two scores.")
    if len({one.name for one in questions}) < len(questions):
        raise InputError(f"{where} is no rubric: a question is named twice.")
    return rubric


def sheet(turns: Sequence[Turn], rubric: Rubric, count: int = CONVERSATIONS, seed: int = 7) -> str:
    """A blank sheet (CSV): one line a turn of ``count`` conversations, drawn at random but always the same.

    What a judge must not know while scoring (how good the hint is, how the run was set) is not in it; each
    line has the number of its conversation and turn, so that the scores can be joined with turns.csv.
    """
    every = [talk for talk in conversations(turns) if any(turn.said for turn in talk)]
    if not every:
        raise InputError("There is no conversation to score.")
    rng = np.random.default_rng([seed, len(every)])
    chosen = sorted(rng.choice(len(every), min(count, len(every)), replace=False).tolist())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["conversation", "image", "turn", "hint_seed", "hint", "strength", "country before", "country after"]
        + [f"{one.name} ({'/'.join(str(score) for score in one.scores)})" for one in rubric.questions]
        + ["judge", "remarks"]
    )
    blank = [""] * (len(rubric.questions) + 2)
    for number, index in enumerate(chosen, 1):
        for turn in every[index]:
            if turn.said:
                told = [_inert(turn.image), turn.turn, turn.hint_seed, _inert(turn.hint), turn.strength]
                told += [
                    f"{turn.top_before} {turn.top_p_before:.2f}",
                    f"{turn.top_after} {turn.top_p_after:.2f}",
                ]
                writer.writerow([number, *told, *blank])
    return text.getvalue()


def _inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


def explanation(rubric: Rubric) -> str:
    """The rubric in words (Markdown), to lie beside a sheet."""
    lines = [f"# {rubric.title}", "", *(f"- {one}" for one in rubric.how)]
    for one in rubric.questions:
        lines += ["", f"## {one.name}", "", one.ask, ""]
        lines += [f"- {score}: {words}" for score, words in one.scores.items()]
    return "\n".join(lines) + "\n"
