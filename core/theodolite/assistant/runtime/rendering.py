"""From turns to pieces: the chat template of the model file, and text from outside that stays text.

What came from outside never passes through the template. Random words stand in its place, the template is
rendered, the result is cut at those words, and what they stood for is put in on its own. The pieces are the
same whatever the words were.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.assistant.request import Ours, Picture, Quoted, Turn
from theodolite.errors import InputError, TheodoliteError

MOST_CHARACTERS = 4 * 2**20  # a template that writes more is broken, or hostile

Piece = Ours | Quoted | Picture


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled chat template. ``name``: of the model file, for errors."""

    name: str
    compiled: Any
    bos: str
    eos: str


def template(source: str | None, bos: str, eos: str, name: str) -> Template:
    """Compile the template that a model file carries, in a sandbox; TheodoliteError when there is none, or
    when it is none. (Another model's template would give wrong text silently.)"""
    from jinja2 import TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    if not source:
        raise TheodoliteError(f"{name} holds no chat template, so it cannot be asked in sentences.")
    rules = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
    )
    try:
        return Template(name, rules.from_string(source), bos, eos)
    except (TemplateError, RecursionError, MemoryError) as error:
        raise TheodoliteError(_unusable(name)) from error


def pieces(template: Template, turns: Sequence[Turn]) -> tuple[Piece, ...]:
    """The whole prompt in pieces: what the template wrote as :class:`Ours`, and what stands between.

    A template that wants lists of parts instead of text gets one part; one that knows no system message gets
    it at the beginning of the first question. Raises TheodoliteError when it still drops or repeats a part.
    """
    if not any(turn.parts for turn in turns):
        raise InputError("Nothing to write: there is no question.")
    for given in (turns, without_system(turns)):
        messages, stood = _messages(given)
        for form in (messages, [message | {"content": _typed(message["content"])} for message in messages]):
            rendered = _rendered(template, form)
            cut = None if rendered is None else _cut(rendered, stood)
            if cut is not None:
                return cut
    raise TheodoliteError(_unusable(template.name))


def without_system(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The same with what the system said at the beginning of the first turn of the user."""
    said = [part for turn in turns if turn.role == "system" for part in (*turn.parts, Ours("\n\n"))]
    rest = [turn for turn in turns if turn.role != "system"]
    first = next((number for number, turn in enumerate(rest) if turn.role == "user"), None)
    if not said:
        return tuple(turns)
    if first is None:
        return (Turn("user", tuple(said)), *rest)
    rest[first] = Turn("user", (*said, *rest[first].parts))
    return tuple(rest)


def _messages(turns: Sequence[Turn]) -> tuple[list[dict[str, Any]], dict[str, Quoted | Picture]]:
    """Messages of text with random words for what is not ours, and what each word stands for, in order."""
    stood: dict[str, Quoted | Picture] = {}
    messages = []
    for turn in turns:
        text = []
        for part in turn.parts:
            if isinstance(part, Ours):
                text.append(part.text)
            else:
                word = f"x{secrets.token_hex(16)}x"
                stood[word] = part
                text.append(word)
        messages.append({"role": turn.role, "content": "".join(text)})
    return messages, stood


def _typed(text: str) -> list[dict[str, str]]:
    return [{"type": "text", "text": text}]


def _rendered(template: Template, messages: list[dict[str, Any]]) -> str | None:
    """What the template writes; None when it refuses, fails or does not come to an end."""
    from jinja2 import TemplateError

    def refuse(text: str) -> None:
        raise TemplateError(text)

    written, length = [], 0
    try:
        # no date: the same request has the same tokens on any day
        for part in template.compiled.generate(
            messages=messages,
            add_generation_prompt=True,
            bos_token=template.bos,
            eos_token=template.eos,
            raise_exception=refuse,
            enable_thinking=False,
        ):
            written.append(part)
            length += len(part)
            if length > MOST_CHARACTERS:
                return None
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError):
        return None
    except AttributeError:
        return None
    return "".join(written)


def _cut(rendered: str, stood: dict[str, Quoted | Picture]) -> tuple[Piece, ...] | None:
    """``rendered`` cut at the words of ``stood``; None unless each stands there once, in order."""
    if not stood:
        return (Ours(rendered),)
    found = re.split("(" + "|".join(stood) + ")", rendered)
    if found[1::2] != list(stood):
        return None
    cut: list[Piece] = [Ours(found[0])]
    for word, after in zip(found[1::2], found[2::2], strict=True):
        cut += [stood[word], Ours(after)]
    return tuple(_filled(cut))


def _filled(cut: Iterable[Piece]) -> Iterable[Piece]:
    return (piece for piece in cut if isinstance(piece, Picture) or piece.text)


def _unusable(name: str) -> str:
    return (
        f"The chat template of {name} cannot be used: it is damaged, or made for something other than "
        "questions and answers. Choose another model file."
    )
