"""From turns to pieces: the chat template of the model file, and text from outside that stays text.

What came from outside never passes through the template. Random words stand in its place, the template is
rendered, the result is cut at those words, and what they stood for is put in on its own. The pieces are the
same whatever the words were.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from theodolite.assistant.request import Ours, Part, Picture, Quoted, Turn
from theodolite.errors import InputError, TheodoliteError
from theodolite.packs.models.template import ChatTemplate


def pieces(template: ChatTemplate, turns: Sequence[Turn]) -> tuple[Part, ...]:
    """The whole prompt in pieces: what the template wrote as :class:`Ours`, and what stands between.

    Raises InputError where nothing is asked, TheodoliteError where the template drops or repeats a part.
    """
    if not any(turn.parts for turn in turns):
        raise InputError("Nothing to write: there is no question.")
    stood: dict[str, Quoted | Picture] = {}
    written = [(turn.role, "".join(_word(part, stood) for part in turn.parts)) for turn in turns]
    return cut(template.render(written), stood)


def cut(rendered: str, stood: dict[str, Quoted | Picture]) -> tuple[Part, ...]:
    """``rendered`` cut at the words of ``stood``, each of which must stand there once, in order."""
    if not stood:
        return (Ours(rendered),)
    found = re.split("(" + "|".join(map(re.escape, stood)) + ")", rendered)
    if found[1::2] != list(stood):
        raise TheodoliteError(
            "The chat template of the model loses or repeats what is said to the model. Choose another model."
        )
    parts: list[Part] = [Ours(found[0])]
    for word, after in zip(found[1::2], found[2::2], strict=True):
        parts += [stood[word], Ours(after)]
    return tuple(part for part in parts if isinstance(part, Picture) or part.text)


def _word(part: Part, stood: dict[str, Quoted | Picture]) -> str:
    """What is written for ``part``: itself, or a random word that ``stood`` then explains."""
    if isinstance(part, Ours):
        return part.text
    word = f"x{secrets.token_hex(16)}x"
    stood[word] = part
    return word
