"""Conversations to tokens by the model's own chat template, with a mark on the tokens that are answers.

The template is rendered up to each answer and past it; the pieces between are tokenised one by one, so that
a token never straddles the border between what was asked and what is answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theodolite.assistant.tuning.samples import Conversation
from theodolite.errors import InputError
from theodolite.vision import towers

#: The label of tokens that do not count (PyTorch's).
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Encoded:
    """``tokens`` of a conversation; ``labels``: the same where they are answers, IGNORED elsewhere.

    ``dropped``: messages left out at the end, so that it fits.
    """

    tokens: tuple[int, ...]
    labels: tuple[int, ...]
    dropped: int = 0

    @property
    def answers(self) -> int:
        return sum(label != IGNORED for label in self.labels)


def tokenizer(base: Path) -> Any:
    """The tokeniser of a model folder. No code of the folder is run. Raises InputError."""
    towers.torchvision()
    from transformers import AutoTokenizer

    try:
        found = AutoTokenizer.from_pretrained(str(base), local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{base} holds no tokeniser that can be read: {error}") from error
    if not found.chat_template:
        raise InputError(f"The tokeniser in {base} has no chat template, so it cannot hold conversations.")
    return found


def encode(conversation: Conversation, tokens: Any, longest: int) -> Encoded | None:
    """At most ``longest`` tokens; whole exchanges are dropped at the end. None when not even one fits.

    Raises InputError where the template does not let answers be told from questions.
    """
    messages = [{"role": line.role, "content": line.content} for line in conversation]
    ids: list[int] = []
    labels: list[int] = []
    done, kept, fitting = "", 0, (0, 0)
    for number, message in enumerate(messages):
        if message["role"] != "assistant":
            continue
        asked = _rendered(tokens, messages[:number], opened=True)
        past = _rendered(tokens, messages[: number + 1], opened=False)
        if not asked.startswith(done) or not past.startswith(asked):
            raise InputError("The chat template of this model rewrites earlier turns; it cannot be tuned on.")
        for text, counts in ((asked[len(done) :], False), (past[len(asked) :], True)):
            piece = tokens(text, add_special_tokens=False)["input_ids"]
            ids += piece
            labels += piece if counts else [IGNORED] * len(piece)
        done = past
        if len(ids) > longest:
            break
        kept, fitting = number + 1, (len(ids), len(labels))
    if not kept:
        return None
    end = fitting[0]
    return Encoded(tuple(ids[:end]), tuple(labels[:end]), len(messages) - kept)


def _rendered(tokens: Any, messages: list[dict[str, str]], *, opened: bool) -> str:
    text: str = tokens.apply_chat_template(messages, tokenize=False, add_generation_prompt=opened)
    return text
