"""Lines that name a country or a region: 'DEUTSCHLAND', 'Московская область', '四川省', 'Toscana'."""

from __future__ import annotations

import regex

from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.place_signs import Home
from theodolite.clues.streets import street_words
from theodolite.clues.territories import country_name, territory_names
from theodolite.clues.words import ORDINARY
from theodolite.domain import AreaReach, Strength
from theodolite.geo import countries, regions
from theodolite.geo.names import fold

COUNTRIES, REGIONS = "names of countries (CLDR)", "names of regions (GeoNames, CLDR)"

#: Words that say the name is a region's, and characters that end such a name.
_REGION_WORDS = """
region région regione regió província provincia province prefecture préfecture oblast область край края county
voivodeship województwo kraj bundesland state estado governorate canton republic республика périphérie
περιφέρεια νομός محافظة ولاية облысы viloyati
"""
_WORDS = frozenset(fold(word) for word in _REGION_WORDS.split())
_ENDINGS = ("省", "県", "縣", "자치도", "특별자치도")
#: More regions of one name than this say nothing.
_MOST = 4


def is_area(text: str) -> bool:
    """Whether a line says itself that it names a region: 'Московская область', '四川省'."""
    bare = text.strip()
    ended = bool(regex.fullmatch(r"[\p{Han}\p{Hangul}]{2,5}", bare)) and bare.endswith(_ENDINGS)
    worded = len(bare.split()) <= 4 and any(word in _WORDS for word in fold(bare).split())
    return (ended or worded) and bool(regions.lookup(bare))


def area_findings(line: TextLine, home: Home) -> list[Finding]:
    """The country or region a whole line names. A country is weak: goods and flags are named after them.

    A name of a country that is also a region elsewhere (Georgia) speaks for both countries.
    """
    text = regex.sub(r"^[^\p{L}]+|[^\p{L}\p{M}]+$", "", line.text)
    key = fold(text)
    if not text or len(text.split()) > 5 or text.lower() in ORDINARY:
        return []
    code = territory_names().get(text.lower(), "")
    if not code and len(key) >= 4:
        code = countries.lookup(text) or ""
    codes = (
        regions.lookup(text)
        if len(key) >= 3 and not (text.isascii() and len(text) <= 5 and "-" in text)
        else ()
    )
    if code:
        return [_country(line, text, code, codes)]
    if 0 < len(codes) <= _MOST and not street_words(line.text):
        return [_region(line, text, codes, home)]
    return []


def _country(line: TextLine, text: str, code: str, also: tuple[str, ...]) -> Finding:
    meant = tuple(dict.fromkeys((code, *(region[:2] for region in also)))) if code.isalpha() else (code,)
    regional = [
        f"{regions.name(region)}, {country_name(region[:2])}" for region in also if region[:2] != code
    ]
    return Finding(
        line.number,
        "text.place",
        observation=f"“{text}”",
        inference=f"names {country_name(code)}" + "".join(f", or {name}" for name in regional),
        strength=Strength.WEAK,
        method=COUNTRIES,
        key=f"country:{code}",
        reach=AreaReach("country", meant) if code.isalpha() else None,
        confidence=line.confidence,
    )


def _region(line: TextLine, text: str, codes: tuple[str, ...], home: Home) -> Finding:
    top = max(home.values(), default=0.0)
    at_home = top > 0 and any(home.get(code[:2], 0.0) >= 0.5 * top for code in codes)
    named = " or ".join(f"{regions.name(code)}, {country_name(code[:2])}" for code in codes)
    return Finding(
        line.number,
        "text.place",
        observation=f"“{text}”",
        inference=f"names the region {named}",
        strength=Strength.LIKELY if is_area(line.text) and (at_home or top == 0) else Strength.WEAK,
        method=REGIONS,
        key="region:" + ",".join(codes),
        reach=AreaReach("admin1", codes),
        confidence=line.confidence,
    )
