"""One clause, one hint: its strength is taken out, then one rule must fit from the first to the last word."""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.assistant import hint_area, hint_book, hint_customs, hint_link, hint_phrases
from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_places import UnknownPlace
from theodolite.assistant.hint_rule import Context, NoRule, Read
from theodolite.domain import ClueReach, Strength
from theodolite.errors import HintNotUnderstood

#: Rules of English that tables alone would not hold: orders of words, short forms.
_ENGLISH = (
    hint_area.exclude,
    hint_customs.language,
    hint_customs.written,
    hint_customs.driving,
    hint_area.neither,
    hint_area.area,
    hint_area.near,
)
_EXHIBIT = re.compile(r"(?<![^\W_])E\d+(?![^\W_])", re.I)


def read(text: str, context: Context) -> Read | None:
    """The hint of one clause; None when no rule fits, HintNotUnderstood when one fits but cannot be meant."""
    noted = hint_phrases.remark(text, context)
    if noted is not None:
        return noted
    body, strength, unlikely = _strength(text, context.book)
    found = _rule(body, context, unlikely, bool(_EXHIBIT.search(text)))
    if found is None or found.exclude:
        return found
    if isinstance(found.reach, ClueReach):
        strength = strength or Strength.CERTAIN  # it says what counts, nothing about places
    return replace(found, strength=strength)


def _rule(body: str, context: Context, unlikely: bool, exhibits: bool) -> Read | None:
    if exhibits:
        linked = hint_link.link(body, context, unlikely) if context.book.code == "en" else None
        linked = linked or hint_phrases.read(body, context, unlikely)
        if linked is None:
            raise NoRule(
                body,
                "A hint counts for every exhibit under examination; leave the exhibit's name out, "
                'or say "E1 and E2 show one place within 1 km".',
            )
        return linked
    problem: HintNotUnderstood | None = None
    if context.book.code == "en":
        found, problem = _english(body, context, unlikely)
        if found is not None:
            return found
    by_book = hint_phrases.read(body, context, unlikely)
    if by_book is None and problem is not None:
        raise problem
    return by_book


def _english(body: str, context: Context, unlikely: bool) -> tuple[Read | None, HintNotUnderstood | None]:
    try:
        for rule in _ENGLISH:
            found = rule(body, context, unlikely)
            if found is not None:
                return found, None
    except UnknownPlace as error:
        return None, error
    except HintNotUnderstood as error:
        return None, error
    return None, None


# --- strength --------------------------------------------------------------------------------------


def closing_strength(text: str, book: Book) -> tuple[str, Strength | None]:
    """``text`` without a strength that ends it after a comma, a dash or in brackets, and that strength."""
    pattern, table = hint_book.strengths(book)
    match = re.search(rf"\s*(?:[,(\u2013\u2014-]\s*)(?P<said>{pattern.pattern})\)?$", text, flags=re.I)
    if match is None:
        return text, None
    strength = table[match["said"].casefold()].strength
    return (text[: match.start()], strength) if strength else (text, None)


def _strength(text: str, book: Book) -> tuple[str, Strength | None, bool]:
    """The clause without its strength words, the strength, and whether they say "likely not"."""
    pattern, table = hint_book.strengths(book)
    found, unlikely = set[Strength](), False
    for match in pattern.finditer(text):
        said = table[match[0].casefold()]
        if said.strength is None:
            unlikely = True
        elif re.search(rf"(?:\b{book.negation}\s*|n't\s*)$", text[: match.start()], flags=re.I):
            raise HintNotUnderstood(f'"{text}": say how strongly with certain, likely or weak.')
        found.add(said.strength or Strength.LIKELY)
    if len(found) > 1 and not unlikely:
        raise HintNotUnderstood(f'"{text}" says two strengths: use one of certain, likely, weak.')
    if unlikely and len(found) > 1:
        raise HintNotUnderstood(f'"{text}" says two strengths: use one of certain, likely, weak.')
    rest = pattern.sub(" ", text) if found else text
    rest = re.sub(r"\(\s*\)", " ", rest)
    rest = re.sub(r"\s+([,)])", r"\1", " ".join(rest.split()))
    rest = re.sub(r"^(?:that\s+)?[\s,:\u2013\u2014-]+|[\s,:\u2013\u2014-]+$", "", rest)
    if found:
        rest = re.sub(r"^that\s+(?=\S+\s)", "", rest, flags=re.I)
        rest = re.sub(r",\s*(?=,)|,(?=\s*(?:in|near)\b)", "", rest)
        if book.joined:
            rest = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", rest)
    return rest, next(iter(found), None), unlikely
