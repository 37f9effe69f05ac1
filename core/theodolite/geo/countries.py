"""Facts about countries by ISO 3166-1 alpha-2 code ('XK' for Kosovo): names, languages, driving side.

Names, languages and their shares are Unicode CLDR's through babel; domains and continents GeoNames';
subregions those of the United Nations (M49); driving sides public traffic rules as of 2024. Calling codes
are left to phonenumbers.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from theodolite import paths
from theodolite.geo.country_tables import (
    ALIASES,
    AMBIGUOUS,
    CONTINENTS,
    DRIVES_LEFT,
    NATIVE_DOMAINS,
    NO_TRAFFIC,
    SHORT_NAMES,
    SUBREGIONS,
)
from theodolite.geo.names import fold


@cache
def codes() -> tuple[str, ...]:
    """Every code, ordered."""
    return tuple(_rows())


def name(iso2: str, language: str = "en") -> str:
    """The country's name in a language of CLDR ('de', 'zh_Hant'); the code itself when there is none."""
    if language == "en" and iso2 in SHORT_NAMES:
        return SHORT_NAMES[iso2]
    return _territories(language).get(iso2) or _territories("en").get(iso2) or iso2


def native_names(iso2: str) -> tuple[str, ...]:
    """Its names in its official languages, the most used first ('日本'; 'Schweiz', 'Suisse')."""
    found = [_territories(language).get(iso2, "") for language in official_languages(iso2)[:6]]
    return tuple(dict.fromkeys(filter(None, found)))


def lookup(text: str) -> str | None:
    """The code of the country that ``text`` names, None when it names none or more than one.

    Understands names in every language of CLDR, former and common names (USA, UK, Holland, Burma), and
    codes in capital letters (IT, ITA). Case, diacritics and punctuation do not matter.
    """
    plain = text.strip()
    if plain.isupper() and plain.isascii():
        if plain in _rows():
            return plain
        if plain in _by_iso3():
            return _by_iso3()[plain]
    key = fold(text)
    if key in AMBIGUOUS:
        return None
    for form in (key, key.removeprefix("the "), key.removeprefix("republic of ")):
        found = ALIASES.get(form) or _by_name().get(form)
        if found:
            return found
    return None


def iso3(iso2: str) -> str:
    """Three-letter code, '' for an unknown country."""
    return str(_rows().get(iso2, [""])[0])


def driving_side(iso2: str) -> str:
    """'left' or 'right'; '' where there is no public traffic or the country is unknown.

    For all of a country: the British territories and the like that differ have codes of their own.
    """
    if iso2 not in _rows() or iso2 in NO_TRAFFIC:
        return ""
    return "left" if iso2 in DRIVES_LEFT else "right"


def driving_on(side: str) -> tuple[str, ...]:
    """Codes of the countries that drive on 'left' or 'right', ordered."""
    return tuple(code for code in codes() if driving_side(code) == side)


def domain(iso2: str) -> str:
    """Country domain without the dot ('fr', 'uk'), '' when it has none of its own."""
    return str(_rows().get(iso2, ["", ""])[1])


def of_domain(tld: str) -> str | None:
    """The country of a top-level domain ('.de', 'uk', 'рф'); None for generic ones."""
    plain = tld.strip().lstrip(".").casefold()
    return NATIVE_DOMAINS.get(plain) or _by_domain().get(plain)


def continent(iso2: str) -> str:
    """English name of the continent as GeoNames assigns it, '' for an unknown country."""
    return CONTINENTS.get(str(_rows().get(iso2, ["", "", ""])[2]), "")


def subregion(iso2: str) -> str:
    """The subregion of M49 ('Western Europe'), '' when there is none."""
    return _subregion_of().get(iso2, "")


def group(text: str) -> tuple[str, ...]:
    """Codes of a continent or subregion named in English ('Europe', 'western europe'), else ()."""
    key = fold(text)
    found = {code for code in codes() if key in (fold(continent(code)), fold(subregion(code)))}
    if key in ("scandinavia", "balkans", "benelux", "middle east", "central america", "latin america"):
        found |= set(SUBREGIONS[f"+{key}"])
    return tuple(sorted(found))


def languages(iso2: str) -> tuple[tuple[str, float], ...]:
    """(language, share of people who use it in [0, 1]), the most used first; shares may sum to over 1."""
    rows = _global("territory_languages").get(iso2, {})
    shares = ((language, float(row["population_percent"]) / 100.0) for language, row in rows.items())
    return tuple(sorted(shares, key=lambda item: (-item[1], item[0])))


def official_languages(iso2: str) -> tuple[str, ...]:
    """Languages with any official status in the country, the most used first."""
    rows = _global("territory_languages").get(iso2, {})
    return tuple(language for language, _ in languages(iso2) if rows[language]["official_status"])


def speaking(language: str) -> tuple[tuple[str, float], ...]:
    """(country, share of its people who use the language), the largest share first."""
    found = [
        (code, share)
        for code in codes()
        for spoken, share in languages(code)
        if spoken == language and share > 0
    ]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))


def language_lookup(text: str) -> str | None:
    """The CLDR code of a language named in English or in itself ('Italian', 'italiano' -> 'it')."""
    return _by_language().get(fold(text))


# --- tables, read once -----------------------------------------------------------------------------


@cache
def _rows() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = _table()["countries"]
    return rows


@cache
def _table() -> dict[str, Any]:
    path = paths.resources() / "world" / "countries.json"
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


@cache
def _by_name() -> dict[str, str]:
    found = {key: code for code, row in _rows().items() for key in row[3:]}
    return found | {fold(name(code)): code for code in _rows()}


@cache
def _by_iso3() -> dict[str, str]:
    return {row[0]: code for code, row in _rows().items()}


@cache
def _by_domain() -> dict[str, str]:
    # Saint-Barthélemy and Saint-Martin use Guadeloupe's domain in GeoNames; it stays Guadeloupe's.
    return {row[1]: code for code, row in _rows().items() if row[1] and (code not in ("BL", "MF"))}


@cache
def _subregion_of() -> dict[str, str]:
    return {code: key for key, members in SUBREGIONS.items() if key[0] != "+" for code in members}


@cache
def _by_language() -> dict[str, str]:
    names: dict[str, list[str]] = _table()["languages"]
    # Where two share a name the more general code wins: it is the shorter one.
    ordered = sorted(names, key=lambda language: (-len(language), language))
    found = {key: language for language in ordered for key in names[language]}
    return found | {"mandarin": "zh", "farsi": "fa", "flemish": "nl", "castilian": "es", "tagalog": "fil"}


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language, sep="_").territories)
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def _global(key: str) -> Any:
    from babel.core import get_global

    return get_global(key)  # type: ignore[arg-type, unused-ignore]
