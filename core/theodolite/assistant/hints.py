"""Hints read from a sentence by rules, with certainty or not at all.

A sentence must fit a rule completely: a word that no rule expects makes it refused, with the part that was
not understood. Several hints in one sentence are separated at semicolons, and at "and", "but" and commas
only where every part is a hint by itself. A wrong chip is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from theodolite.assistant import hint_clauses, hint_places
from theodolite.assistant.hint_rule import Context, Read
from theodolite.assistant.hint_words import LANGUAGES, Words
from theodolite.domain import PointReach, Reach, Strength
from theodolite.errors import HintNotUnderstood
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World

EXAMPLES = (
    "in Italy, likely · not in France · near Arezzo within 10 km · they speak Italian · drives on the left"
)
_LONGEST = 400
_MOST_CUTS = 8
_QUOTES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\uff0c": ","}
)


@dataclass(frozen=True, slots=True)
class ParsedHint:
    """A hint as it was read: ``reading`` says it back in plain words; ``exclude`` sets a mask."""

    reading: str
    reach: Reach
    strength: Strength
    exclude: bool = False


def parse(
    text: str, world: World, gazetteer: Gazetteer | None, listed: Sequence[PointReach] = ()
) -> tuple[ParsedHint, ...]:
    """Every hint of ``text``, in order; raises HintNotUnderstood when any part of it is not one.

    A strength that closes a sentence counts for all its hints, one inside for the hint it stands with;
    without one a hint is likely. ``gazetteer`` None: towns are refused by name. ``listed``: the candidates now
    shown, for "none of these".
    """
    said = " ".join(text.translate(_QUOTES).split())
    if not said:
        raise HintNotUnderstood(f"Nothing was said. For example: {EXAMPLES}")
    if len(said) > _LONGEST:
        raise HintNotUnderstood(f"That is too long for a hint. For example: {EXAMPLES}")
    if said.endswith("?"):
        raise HintNotUnderstood(f"That is a question; I read hints only. For example: {EXAMPLES}")
    reasons: list[Exception] = []
    for words in LANGUAGES:
        try:
            return _read(said, Context(words, world, gazetteer))
        except hint_places.UnknownPlace as error:
            reasons.append(hint_places.with_advice(error, gazetteer))
        except HintNotUnderstood as error:
            reasons.append(HintNotUnderstood(str(error)))
    raise reasons[0]


def _read(said: str, context: Context) -> tuple[ParsedHint, ...]:
    hints: list[ParsedHint] = []
    for sentence in re.split(r"\s*;\s*|(?<=[^\W\d])\.\s+(?=[A-Z])|[.!]$", said):
        if sentence.strip():
            hints += _sentence(sentence.strip(), context)
    if not hints:
        raise HintNotUnderstood(f'I did not understand "{said}". For example: {EXAMPLES}')
    return tuple(dict.fromkeys(hints))


def _sentence(sentence: str, context: Context) -> list[ParsedHint]:
    """One clause, or the fewest clauses that are all understood."""
    try:
        return [_hint(_clause(sentence, context), None)]
    except HintNotUnderstood as error:
        refusal = error
    body, strength = hint_clauses.closing_strength(sentence, context.words)
    for parts in _splits(body, context.words):
        read, errors = _clauses(parts, context)
        if not errors:
            return [_hint(one, strength) for one in read]
        if read and isinstance(refusal, _NoRule):
            refusal = errors[0]  # a part was understood, so name the one that was not
    raise refusal


def _clauses(parts: list[str], context: Context) -> tuple[list[Read], list[HintNotUnderstood]]:
    read: list[Read] = []
    errors: list[HintNotUnderstood] = []
    for part in parts:
        try:
            read.append(_clause(part, context))
        except HintNotUnderstood as error:
            errors.append(error)
    return read, errors


def _hint(read: Read, closing: Strength | None) -> ParsedHint:
    """``closing``: the strength at the end of the sentence, for clauses without their own."""
    return ParsedHint(read.reading, read.reach, read.strength or closing or Strength.LIKELY, read.exclude)


class _NoRule(HintNotUnderstood):
    """No rule fits; other refusals know better what is wrong."""


def _splits(body: str, words: Words) -> Iterator[list[str]]:
    """Ways to cut ``body`` in two or three, at joining words before commas."""
    joins = "|".join(words.joins)
    cuts = [m.span() for m in re.finditer(rf",?\s+(?:{joins})\s+|,\s*", body, flags=re.I)]
    cuts.sort(key=lambda span: (body[span[0] : span[1]].strip() == ",", span))
    if len(cuts) > _MOST_CUTS:
        return
    for start, end in cuts:
        yield [body[:start], body[end:]]
    ordered = sorted(cuts)
    for first in range(len(ordered)):
        for second in range(first + 1, len(ordered)):
            a, b = ordered[first], ordered[second]
            yield [body[: a[0]], body[a[1] : b[0]], body[b[1] :]]


def _clause(text: str, context: Context) -> Read:
    found = hint_clauses.read(text.strip(" ,:"), context)
    if found is None:
        raise _NoRule(f'I did not understand "{text.strip()}". For example: {EXAMPLES}')
    return found
