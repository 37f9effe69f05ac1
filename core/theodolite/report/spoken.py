"""Parts of the report value that models and persons wrote: strategies, conversation, exchanges."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.report.parts import Pairs


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of a strategy; ``score`` is its own, no probability."""

    rank: int
    dd: str
    score: str
    origin: str


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One text of the language model, verbatim; ``read``: the place in it, or why there is none."""

    number: int
    text: str
    seed: int
    read: str


@dataclass(frozen=True, slots=True)
class PromptRow:
    """What the language model was asked, verbatim, and all that it wrote."""

    number: int
    asked: str
    written: tuple[WrittenRow, ...]


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """What one published strategy answered about one exhibit; the first of ``total`` points."""

    exhibit: str
    strategy: str
    measure: str
    note: str
    points: tuple[PointRow, ...]
    total: int
    counts: Pairs
    settings: Pairs
    prompts: tuple[PromptRow, ...]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of a model. ``rests_on``: the records that it cites, or that it is the model's own."""

    text: str
    rests_on: str
    unknown: str


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """One entry of the conversation, verbatim. ``exchange``: the request that it came out of."""

    utc: str
    author: str
    text: str
    model: str
    exchange: str = ""
    cites: str = ""
    sentences: tuple[SentenceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidOfPictureRow:
    """What a model made of one exhibit: a place with its stated probability, or a clue with its standing."""

    exhibit: str
    exchange: str
    what: str
    text: str
    standing: str


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """A request to a language model and its text, verbatim. ``asked``: (role and kind, text) of each part;
    ``plan``: the evaluated batches, so that it can be made again."""

    id: str
    head: str
    asked: Pairs
    text: str
    facts: Pairs
    plan: tuple[str, ...]
    invalid: str
