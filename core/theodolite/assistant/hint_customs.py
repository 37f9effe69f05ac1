"""Rules about people: the language spoken or written, the side they drive on."""

from __future__ import annotations

import re
from typing import Literal, cast

from theodolite.assistant import hint_reach
from theodolite.assistant.hint_rule import Context, Read, either
from theodolite.domain import Reach
from theodolite.errors import HintNotUnderstood


def language(text: str, context: Context, unlikely: bool) -> Read | None:
    w = context.words
    name = r"(?P<name>[^\W\d][^\d,;]*?)"
    here = rf"(?:\s+{w.here})?"
    where = rf"(?:(?:{w.subject}\s+{w.verb}\s+)?(?:{w.place_in}\s+)?{w.country_where}\s+|where\s+)?"
    patterns = (
        rf"^{where}(?:{w.speakers}{here}\s+)?(?P<no>{w.do_not}\s+)?{w.speak}\s+{name}{here}$",
        rf"^{where}{name}\s+(?:is|was)\s+(?P<no>not\s+)?(?:being\s+)?spoken{here}$",
        rf"^(?:the\s+)?(?:spoken\s+|local\s+)?language(?:\s+spoken)?{here}(?:\s*:|\s+(?:is|was))?\s+"
        rf"(?P<no>not\s+)?{name}$",
        rf"^(?:i|we|you|one)\s+(?:can\s+)?(?P<no>(?:do not|don't|did not|didn't)\s+)?(?:hear|heard)\s+{name}"
        r"(?:\s+(?:being\s+)?spoken)?$",
        rf"^(?:{w.subject}\s+{w.verb}\s+)?(?P<no>not\s+)?{w.place_in}\s+an?\s+{name}[- ]speaking\s+"
        r"(?:country|region|place|area)$",
    )
    for pattern in patterns:
        match = re.match(pattern, text, flags=re.I)
        if match is None:
            continue
        codes, label = _languages(match["name"], context)
        if codes:
            negated = bool(match["no"]) != unlikely
            reach = hint_reach.spoken(codes, negated=negated)
            return _graded(f"{label} is {'not ' if negated else ''}spoken", reach)
    return None


def written(text: str, context: Context, unlikely: bool) -> Read | None:
    match = re.match(
        r"^(?:the\s+)?(?:signs?|texts?|writing|inscriptions?|lettering)"
        r"(?:\s+(?:is|are|was|were))?(?:\s+(?P<no>not))?(?:\s+written)?\s+in\s+(?P<name>[^\W\d][^\d,;]*)$",
        text,
        flags=re.I,
    )
    if match is None:
        return None
    codes, label = _languages(match["name"], context)
    if not codes:
        return None
    negated = bool(match["no"]) != unlikely
    return _graded(
        f"text is {'not ' if negated else ''}in {label}", hint_reach.written(codes, negated=negated)
    )


def _graded(reading: str, reach: Reach | None) -> Read:
    if reach is None:
        raise HintNotUnderstood(f"{reading}: no country is known to fit.")
    return Read(reading, reach)


def _languages(text: str, context: Context) -> tuple[tuple[str, ...], str]:
    """Codes and label of "Italian" or "Italian or French"; () when one of them is no language."""
    names = re.split(
        rf"\s*,\s*|\s+{context.words.any_of}\s+", re.sub(r"^(?:either|the)\s+", "", text, flags=re.I)
    )
    names = [re.sub(r"\s+language$", "", name.strip(), flags=re.I) for name in names]
    found = [hint_reach.language_codes(name, context.words) for name in names]
    if not all(found):
        return (), ""
    return tuple(dict.fromkeys(c for codes in found for c in codes)), either(
        [n[:1].upper() + n[1:] for n in names]
    )


def driving(text: str, context: Context, unlikely: bool) -> Read | None:
    w = context.words
    side = rf"(?P<side>{w.left}|{w.right})"
    if re.search(rf"\b{side}[- ]hand[- ]drive\b|\b(?:steering|wheel)\b", text, flags=re.I):
        raise HintNotUnderstood(
            "A steering wheel says which side cars were built for, not where they drive: say "
            '"drives on the left" or "drives on the right".'
        )
    here = rf"(?:\s+{w.here})?"
    where = rf"(?:(?:{w.subject}\s+{w.verb}\s+)?(?:{w.place_in}\s+)?{w.country_where}\s+|where\s+)?"
    road = r"(?:\s+side)?(?:\s+of\s+the\s+(?:road|street))?"
    patterns = (
        rf"^{where}(?:{w.drivers}{here}\s+)?(?P<no>{w.do_not}\s+)?{w.drive}{here}\s+(?:on|to|at)\s+"
        rf"(?:the\s+)?{side}(?:[- ]hand)?{road}{here}$",
        rf"^(?:the\s+)?{w.traffic}\s+(?P<no>does not\s+|is not\s+|isn't\s+)?"
        r"(?:drives?|is|keeps?|goes|runs|moves)?\s*(?:on\s+|to\s+)?"
        rf"(?:the\s+)?{side}(?:[- ]hand)?{road}{here}$",
        rf"^(?:{w.subject}\s+{w.verb}\s+)?(?P<no>no\s+|not\s+)?{side}[- ]hand\s+{w.traffic}$",
        rf"^(?:the\s+)?driving\s+side(?:\s*:|\s+is)?\s+(?P<no>not\s+)?(?:the\s+)?{side}$",
    )
    for pattern in patterns:
        match = re.match(pattern, text, flags=re.I)
        if match is not None:
            chosen = "left" if re.fullmatch(w.left, match["side"], flags=re.I) else "right"
            negated = bool(match["no"]) != unlikely
            reach = hint_reach.driving(cast(Literal["left", "right"], chosen), negated=negated)
            return Read(f"{'does not drive' if negated else 'drives'} on the {chosen}", reach)
    return None
