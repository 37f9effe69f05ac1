"""A model's text sentence by sentence: which records it names, and what in it no record holds.

Works on any language: sentences end at the marks of many scripts, not at abbreviations, initials or decimal
points. A citation is an id, or a list of them, in square brackets (a bare E1 may be a road); it counts only
where the record exists.
A sentence without one is the model's own word.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from theodolite.assistant.facts import Facts, allowed
from theodolite.domain import Sentence

#: Ends of sentences that need a blank after them, and those of scripts that set none.
_SPACED, _BARE = (
    ".!?\u2026\u061f\u06d4\u0964\u0965\u104b\u1362\u0589\u203c\u2047\u2048\u2049",
    "\u3002\uff01\uff1f\uff61",
)
_CLOSING = "\"'\u2019\u201d\u00bb\u203a)\\]\u300d\u300f\uff09\u3011"
_ID = r"[A-Z]\d{1,6}"
_CITED = (
    rf"(?:\[|\uff3b|\u3010)\s*{_ID}(?:\s*(?:[,;\u3001\uff0c&]|and|und|et|y)\s*{_ID})*\s*(?:\]|\uff3d|\u3011)"
)
_END = re.compile(
    rf"(?:[{_BARE}]+|[{_SPACED}]+(?=[\s{_CLOSING}]|$|\[))[{_CLOSING}]*(?:\s*{_CITED}[{_SPACED}{_BARE}]?)*"
    r"|\n+"
)
_CITATION = re.compile(_CITED)
_NAMED = re.compile(_ID)
_CUT_SHORT = """
mr mrs ms dr prof st sr jr vs etc approx ca cf eg e.g ie i.e ed al inc ltd co corp dept str av ave blvd rd sq
gen col sgt rev hon bldg tel bzw z.b u.a d.h usw ggf evtl inkl ul pl ing arq dra sra srta ud uds p.ej ej
p.m a.m mt u.s u.k u.n jan feb apr jun jul aug sep sept oct nov dec ул г пр д им обл т.е т.д т.п
"""
_SHORTENED = frozenset(_CUT_SHORT.split())
#: Cut short before a number only: 'no. 5', but 'no.' ends a sentence.
_BEFORE_NUMBERS = frozenset(["no", "nr", "nos", "fig", "vol", "art", "abs", "pag", "p", "s"])


def sentences(text: str, known: Collection[str], facts: Facts) -> tuple[Sentence, ...]:
    """``text`` in order, nothing left out but the blanks between. ``known``: ids of the records shown."""
    found = []
    for piece in split(text):
        cited = " ".join(_CITATION.findall(piece))
        named = [word for word in _NAMED.findall(cited) if word in known]
        bare = _CITATION.sub(" ", piece)
        unknown = tuple(word for word in allowed(bare, facts) if word not in known)
        found.append(Sentence(piece, tuple(dict.fromkeys(named)), unknown))
    return tuple(found)


def split(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, each with its end mark and the citations behind that."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if _runs_on(text, start, match):
            continue
        found.append(text[start : match.end()])
        start = match.end()
    found.append(text[start:])
    kept: list[str] = []
    for piece in (piece.strip() for piece in found):
        if not piece:
            continue
        if kept and not any(c.isalnum() for c in _CITATION.sub("", piece)):
            kept[-1] += f" {piece}"  # a mark or a citation alone belongs to what stands before
        else:
            kept.append(piece)
    return tuple(kept)


def _runs_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a single full stop ends a word that is cut short, an initial, or the number of a list."""
    if not match.group().startswith(".") or match.group().startswith(".."):
        return False
    before = re.search(r"[^\s(\[\u201c\"']*$", text[start : match.start()])
    word = before.group() if before else ""
    after = text[match.end() : match.end() + 2].strip()
    if word.casefold() in _BEFORE_NUMBERS:
        return after.isdigit()
    if word.casefold() in _SHORTENED:
        return bool(after) and not text[match.end() :].startswith("\n")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return bool(after)
    return word.isdigit() and len(word) <= 2 and not text[start : match.start() - len(word)].strip()
