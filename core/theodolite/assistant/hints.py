"""Hints read from a sentence by rules, with certainty or not at all.

A sentence must fit a rule completely: a word that no rule expects makes it refused, with the part that was
not understood. Several hints in one sentence are separated at semicolons, and at "and", "but" and commas
only where every part is a hint by itself. A wrong chip is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from theodolite.assistant import hint_book, hint_cases, hint_clauses, hint_places
from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_languages import LANGUAGES
from theodolite.assistant.hint_rule import Context, NoRule, Read
from theodolite.assistant.hint_words_en import ENGLISH
from theodolite.domain import PointReach, Reach, Strength
from theodolite.errors import HintNotUnderstood
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.world import World

EXAMPLES = (
    "in Italy, likely · not in France · near Arezzo within 10 km · they speak Italian · drives on the left"
)
#: Read once, these have every language compiled its tables.
FIRST = ("in Italy", "they speak Italian", "в Италии", "в Італії", "في إيطاليا", "在意大利")
_LONGEST = 400
_MOST_CUTS = 8
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00a0\u202f\u3000", " "),
        **{
            "\uff0c": ", ",
            "\u060c": ",",
            "\u061b": ";",
            "\uff1b": ";",
            "\u3002": ";",
            "\uff1a": ":",
            "\uff01": "!",
        },
        **{"\uff08": "(", "\uff09": ")", "\uff1f": "?", "\u061f": "?", "\u2212": "-"},
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    }
)
#: A full stop after a word of two letters may be a shortened one ("St. Gallen").
_SENTENCES = re.compile(r"\s*;\s*|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z\u00df-\u00ff\u0430-\u045f])|[.!]$")


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
    without one a hint is likely. ``gazetteer`` None: towns are refused by name. ``listed``: the candidates
    now shown, which "none of these" means. Every language is tried; where two read different things, or one
    finds it ambiguous, nothing is read.
    """
    said = " ".join(text.translate(_SIGNS).split())
    if not said:
        raise HintNotUnderstood(f"Nothing was said. For example: {EXAMPLES}")
    if len(said) > _LONGEST:
        raise HintNotUnderstood(f"That is too long for a hint. For example: {EXAMPLES}")
    if said.endswith("?") or "\u00bf" in said:
        raise HintNotUnderstood(f"That is a question; I read hints only. For example: {EXAMPLES}")
    readings: dict[tuple[ParsedHint, ...], None] = {}
    reasons: list[HintNotUnderstood] = []
    for book in LANGUAGES:
        if not hint_book.marker(book).search(hint_cases.normal(said, book.code)):
            continue
        try:
            context = Context(book, ENGLISH, world, gazetteer, tuple(listed))
            readings[_read(hint_cases.normal(said, book.code), context)] = None
        except HintNotUnderstood as error:
            reasons.append(error)
    return _agreed(said, list(readings), reasons, gazetteer)


def _agreed(
    said: str,
    readings: list[tuple[ParsedHint, ...]],
    reasons: list[HintNotUnderstood],
    gazetteer: Gazetteer | None,
) -> tuple[ParsedHint, ...]:
    meant = [one for one in reasons if not isinstance(one, NoRule | hint_places.UnknownPlace)]
    if len(readings) == 1 and not meant:
        return readings[0]
    if len(readings) > 1:
        first, second = (", ".join(hint.reading for hint in hints) for hints in readings[:2])
        raise HintNotUnderstood(f'"{said}" can mean "{first}" or "{second}": say it in English.')
    unknown = [one for one in reasons if isinstance(one, hint_places.UnknownPlace)]
    if meant:
        raise HintNotUnderstood(str(meant[0]))
    if unknown:
        raise hint_places.with_advice(min(unknown, key=lambda one: len(one.name)), gazetteer)
    advised = [one for one in reasons if isinstance(one, NoRule) and one.advice]
    if advised:
        raise HintNotUnderstood(str(advised[0]))
    named = [one for one in reasons if isinstance(one, NoRule) and one.part != said]
    if named:
        part = min((one.part for one in named), key=len)
        raise HintNotUnderstood(f'I did not understand "{part}". For example: {EXAMPLES}')
    raise HintNotUnderstood(f'I did not understand "{said}". For example: {EXAMPLES}')


def _read(said: str, context: Context) -> tuple[ParsedHint, ...]:
    hints: list[ParsedHint] = []
    for sentence in _SENTENCES.split(said):
        if sentence.strip():
            hints += _sentence(sentence.strip(), context)
    if not hints:
        raise NoRule(said)
    return tuple(dict.fromkeys(hints))


def _sentence(sentence: str, context: Context) -> list[ParsedHint]:
    """One clause, or the fewest clauses that are all understood."""
    try:
        return [_hint(_clause(sentence, context), None)]
    except HintNotUnderstood as error:
        refusal = error
    body, strength = hint_clauses.closing_strength(sentence, context.book)
    for parts in _splits(body, context.book):
        read, errors = _clauses(parts, context)
        if not errors:
            return [_hint(one, strength) for one in read]
        if read and isinstance(refusal, NoRule):
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


def _splits(body: str, book: Book) -> Iterator[list[str]]:
    """Ways to cut ``body`` in two or three, at joining words before commas."""
    gap = r"\s*" if book.joined else r"\s+"
    cuts = [m.span() for m in re.finditer(rf",?{gap}(?:{book.joins}){gap}|,\s*", body, flags=re.I)]
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
        raise NoRule(text.strip())
    return found
