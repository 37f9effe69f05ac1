"""What the language worker is asked, and what it answers: plain values that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.assistant.grammar import Schema
from theodolite.domain.assistant import Batch, Finish


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A GGUF file and, for a model that sees, its projector. ``*_sha256``: '' where the pack names none."""

    model: str
    projector: str = ""
    model_sha256: str = ""
    projector_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Ours:
    """Text of ours. Quotation marks round data, headings, instructions: nothing that came from outside."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text from outside: evidence, or what a person said. It is tokenised alone, special tokens off."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The upright pixels of an exhibit, packed RGB, decoded in the sandbox. ``sha256``: of the exhibit."""

    sha256: str
    width: int
    height: int
    rgb: bytes


Part = Ours | Quoted | Picture


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the conversation with the model."""

    role: Literal["system", "user", "assistant"]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One text to write. ``schema``: forces its form (see grammar); ``max_tokens`` None: what the longest
    complete answer of the schema needs. ``fresh``: evaluate from an empty memory. ``plan``: evaluate in these
    batches instead of the usual ones (a replay). ``temperature`` 0: always the likeliest token."""

    files: ModelFiles
    turns: tuple[Turn, ...]
    seed: int = 7
    temperature: float = 0.2
    max_tokens: int | None = None
    schema: Schema | None = None
    context: int = 4096
    fresh: bool = False
    plan: tuple[Batch, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A finished text, verbatim. Times in seconds; ``load_s`` 0: the model was loaded already.

    ``kept``: prompt tokens (those of images too) that were still evaluated from before; ``read``: those that
    were evaluated now. ``encoded``: images run through the projector now, 0 when their vectors were kept.
    ``gpu_layers``: layers on a GPU, 0 for none; ``note``: what was tried in vain on the way.
    """

    text: str
    finish: Finish
    seed: int
    sees: bool
    model_sha256: str
    projector_sha256: str
    prompt_tokens: int
    kept: int
    read: int
    encoded: int
    tokens: int
    load_s: float
    first_token_s: float
    write_s: float
    gpu_layers: int
    threads: int
    build: str
    plan: tuple[Batch, ...]
    note: str = ""

    @property
    def tokens_per_s(self) -> float:
        return self.tokens / self.write_s if self.write_s > 0 else 0.0
