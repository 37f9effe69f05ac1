"""What a model's clue says that records can be held against: quotations, numbers, names, a year.

Only what is said plainly: a word that denies, compares or doubts makes the inference say nothing here.
Understands English, which the model is asked to write; names of countries also in their own languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from theodolite.clues.scripts import SCRIPTS
from theodolite.geo import countries
from theodolite.geo.country_tables import ALIASES
from theodolite.geo.names import fold

_DOUBTED = re.compile(
    r"\b(?:not|no|never|neither|nor|without|unlikely|cannot|can't|isn't|aren't|doesn't|don't|wasn't"
    r"|rather than|instead of|except|outside|excludes?|like|unlike|similar|resembl\w+|reminiscent|style"
    r"|inspired|imported"
    r"|unless|if|nicht|kein\w*|pas|nessun\w*|non)\b",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"[\"“„«‘「『]([^\"“”„«»‘’「」『』]{2,60})[\"”“»’」』]|(?<!\w)'([^']{2,60})'(?!\w)")
_DIGITS = re.compile(r"\+?\d[\d\s().\-/]{3,}\d")
_CAPITALS = re.compile(r"[^\W\d_][\w'’.-]*(?:[ -][^\W\d_][\w'’.-]*){0,4}")
_LETTERS = r"(?:letters?|script|alphabet|characters?|writing)"
_TEXT = r"(?:text|signs?|words?|lettering|inscriptions?)"
_TONGUE = re.compile(
    rf"\b(?:in|is|are)\s+([A-Z]\w+)(?=\s*(?:[.,;:!?)]|$|and\b|{_TEXT}))"
    rf"|\b([A-Z]\w+)\s+(?:language|{_TEXT})\b|\blanguage(?:\s+is|:)?\s+([A-Z]\w+)"
)
_TAKEN = re.compile(
    r"\b(?:taken|photographed|shot|captured|recorded)\b[^.;]*?\b((?:19|20)\d\d)\b", re.IGNORECASE
)
_LEAST_DIGITS = 5

#: What scripts are called beside their Unicode names. 'Chinese' and 'Japanese' are languages.
_SCRIPT_WORDS = {
    **{"kanji": "Hani", "hanzi": "Hani", "hangeul": "Hang", "katakana": "Kana", "hiragana": "Hira"},
    **{"cyrillic": "Cyrl", "devanagari": "Deva", "hangul": "Hang", "roman": "Latn"},
}
#: Scripts that are named by a word of their own; the others need 'letters' or the like beside them.
_PLAIN = frozenset(_SCRIPT_WORDS) - {"roman"}


@dataclass(frozen=True, slots=True)
class Claims:
    """Folded, but for ``countries`` (ISO alpha-2), ``languages`` (CLDR) and ``scripts`` (ISO 15924).

    ``meant``: the inference without quotations; '' where it is in doubt. ``called``: how it writes what was
    understood of it, the names of countries and languages.
    """

    quoted: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    taken: str = ""
    meant: str = ""
    called: tuple[str, ...] = ()


def of(observation: str, inference: str) -> Claims:
    """What a clue of a model says. ``observation`` and ``inference`` as it wrote them."""
    both = f"{observation}. {inference}"
    said = [next(filter(None, groups)) for groups in _QUOTATION.findall(both)]
    quoted = tuple(dict.fromkeys(key for text in said if len(key := fold(text)) >= 2))
    written = map(digits, _DIGITS.findall(both))
    numbers = tuple(dict.fromkeys(key for key in written if len(key) >= _LEAST_DIGITS))
    seen = "" if _DOUBTED.search(_unquoted(observation)) else _unquoted(observation)
    meant = "" if _DOUBTED.search(_unquoted(inference)) else _unquoted(inference)
    plain = f"{seen}. {meant}"
    taken = _TAKEN.search(plain)
    tongues, lands = _languages(plain), _countries(meant)
    return Claims(
        quoted,
        numbers,
        tuple(_scripts(plain)),
        tuple(tongues),
        tuple(lands),
        taken[1] if taken else "",
        meant.strip(),
        (*tongues.values(), *lands.values()),
    )


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _unquoted(text: str) -> str:
    """Without what is read from the picture: a sign that says 'not' denies nothing."""
    return _QUOTATION.sub(" ", text)


def _scripts(text: str) -> dict[str, None]:
    found: dict[str, None] = {}
    for name, code in _script_names().items():
        needs = "" if name in _PLAIN else rf"\s+{_LETTERS}"
        if re.search(rf"\b{name}{needs}\b", text, re.IGNORECASE):
            found[code] = None
    return found


@cache
def _script_names() -> Mapping[str, str]:
    named = {name.casefold(): code for code, name in SCRIPTS.items() if name not in ("Han", "Lao", "Thai")}
    return {**named, "lao": "Laoo", "thai": "Thai", **_SCRIPT_WORDS}


def _languages(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for groups in _TONGUE.findall(text):
        name = next(filter(None, groups))
        code = countries.language_lookup(name)
        if code:
            found[code] = name
    return found


def _countries(text: str) -> dict[str, str]:
    """Countries by their English or own names, the longest name first: 'South Korea' is not Korea."""
    found: dict[str, str] = {}
    for match in _CAPITALS.finditer(text):
        words = match.group().split(" ")
        at = 0
        while at < len(words):
            for size in range(min(4, len(words) - at), 0, -1):
                name = " ".join(words[at : at + size]).strip(".'’")
                code = _country(name)
                if code:
                    found[code] = name
                    at += size - 1
                    break
            at += 1
    return found


@cache
def _country(name: str) -> str:
    if not name or name[0].islower() or (len(name) < 4 and name not in ("USA", "UK", "UAE")):
        return ""
    code, key = countries.lookup(name), fold(name)
    if code is None:
        return ""
    plain = key.removeprefix("the ")
    known = {fold(countries.name(code)), *map(fold, countries.native_names(code))}
    return code if plain in known or ALIASES.get(key) == code else ""
