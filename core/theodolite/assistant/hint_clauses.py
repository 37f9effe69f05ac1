"""One clause, one hint: its strength is taken out, then one rule must fit from the first to the last word."""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.assistant import hint_area, hint_customs, hint_link
from theodolite.assistant.hint_rule import Context, Read
from theodolite.assistant.hint_words import Words
from theodolite.domain import Strength
from theodolite.errors import HintNotUnderstood

_RULES = (
    hint_area.exclude,
    hint_customs.language,
    hint_customs.written,
    hint_customs.driving,
    hint_area.neither,
    hint_area.area,
    hint_area.near,
)


def read(text: str, context: Context) -> Read | None:
    """The hint of one clause; None when no rule fits, HintNotUnderstood when one fits but cannot be meant."""
    body, strength, unlikely = _strength(text, context.words)
    if re.search(r"\bE\d+\b", text, flags=re.I):
        linked = hint_link.link(body, context, unlikely)
        if linked is not None:
            return replace(linked, strength=strength)
        raise HintNotUnderstood(
            "A hint counts for every exhibit under examination; leave the exhibit's name out, "
            'or say "E1 and E2 show one place within 1 km".'
        )
    for rule in _RULES:
        found = rule(body, context, unlikely)
        if found is not None:
            return found if found.exclude else replace(found, strength=strength)
    return None


# --- strength --------------------------------------------------------------------------------------


def closing_strength(text: str, words: Words) -> tuple[str, Strength | None]:
    """``text`` without a strength that ends it after a comma, a dash or in brackets, and that strength."""
    for phrase, strength in words.strengths:
        match = re.search(rf"\s*(?:[,(\u2013\u2014-]\s*){re.escape(phrase)}\)?$", text, flags=re.I)
        if match:
            return text[: match.start()], strength
    return text, None


def _strength(text: str, words: Words) -> tuple[str, Strength | None, bool]:
    """The clause without its strength words, the strength, and whether they say "likely not"."""
    negation = words.negation
    rest, found, unlikely = text, set[Strength](), False
    for phrase in words.unlikely:
        rest, count = re.subn(rf"(?<![\w']){re.escape(phrase)}(?![\w'])", " ", rest, flags=re.I)
        if count:
            unlikely, found = True, {Strength.LIKELY}
    for phrase, strength in words.strengths:
        pattern = rf"(?<![\w']){re.escape(phrase)}(?![\w'])"
        match = re.search(pattern, rest, flags=re.I)
        if match is None:
            continue
        if re.search(rf"\b{negation}\s*$|n't\s*$", rest[: match.start()], flags=re.I):
            raise HintNotUnderstood(f'"{text}": say how strongly with certain, likely or weak.')
        rest = re.sub(pattern, " ", rest, count=1, flags=re.I)
        found.add(strength)
    if len(found) > 1:
        raise HintNotUnderstood(f'"{text}" says two strengths: use one of certain, likely, weak.')
    rest = re.sub(r"\(\s*\)", " ", rest)
    rest = re.sub(r"\s+([,)])", r"\1", " ".join(rest.split()))
    rest = re.sub(r"^(?:that\s+)?[\s,:\u2013\u2014-]+|[\s,:\u2013\u2014-]+$", "", rest)
    if found:
        rest = re.sub(r"^that\s+(?=\S+\s)", "", rest, flags=re.I)
        rest = re.sub(r",\s*(?=,)|,(?=\s*(?:in|near)\b)", "", rest)
    return rest, next(iter(found), None), unlikely
