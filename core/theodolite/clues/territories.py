"""Which languages, scripts and currencies a country's signs carry, from CLDR through babel.

CLDR states for each territory the share of people who use a language and whether it is official. What
stands on walls follows the official languages more than the spoken ones, so the share of a language on
the signs of a country is taken as population share times a weight for its status, normalised. These are
honest orders of magnitude, not counts; the doubt of each clue covers what they miss.
"""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

#: Weight of a language's status for what is written on signs.
_STATUS = {"official": 1.0, "de_facto_official": 1.0, "official_regional": 0.6, None: 0.08}

#: Territories of CLDR that are parts of another country's ISO code.
_NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "EU", "EZ", "QO", "UN", "ZZ"})

#: Spoken languages whose speakers write signs in another.
_WRITTEN_AS = {
    **dict.fromkeys(("gsw", "bar", "swg", "ksh", "nds", "vmf", "pfl", "sxu"), "de"),
    **dict.fromkeys(("yue", "wuu", "hsn", "hak", "nan", "gan", "cjy", "cpx", "lzh", "mnp", "czh"), "zh"),
    **dict.fromkeys(
        ("arz", "apc", "ary", "arq", "aeb", "ars", "acw", "afb", "acm", "apd", "ayl", "acq", "ayn", "ajp"),
        "ar",
    ),
    **dict.fromkeys(("no",), "nb"),
    **dict.fromkeys(("fil",), "tl"),
    **dict.fromkeys(("lmo", "nap", "scn", "vec", "pms", "lij"), "it"),
    **dict.fromkeys(("ryu",), "ja"),
    **dict.fromkeys(("aln",), "sq"),
}

#: Share of signs in a language that no census predicts: tourism, trade and brands.
_EVERYWHERE = {"en": 0.10}

#: Latin letters stand beside the local script on most of the world's road signs and shop fronts.
_LATIN_BESIDE = 0.35

#: ISO 15924 codes of writing systems that are written with several scripts of Unicode.
_SCRIPTS = {
    "Jpan": ("Hira", "Kana", "Hani"),
    "Kore": ("Hang",),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
}


#: The most populous first, for wording only: of equal countries these are named first.
_LARGEST = """
IN CN US ID PK NG BR BD RU MX JP ET PH EG CD VN IR TR DE TH GB TZ FR ZA IT KE MM CO KR SD UG ES AR
DZ IQ AF PL CA MA SA UA AO UZ YE PE MY GH MZ NP MG CI VE CM NE AU KP SY ML TW LK BF MW CL KZ ZM RO
EC NL SN TD SO GT KH ZW GN RW BJ BI TN BO HT BE JO DO CU SS SE HN CZ AZ GR PT HU AE IL BY AT CH SG
DK FI NO IE NZ HK
"""
_RANK = {code: rank for rank, code in enumerate(_LARGEST.split())}


def size_rank(country: str) -> int:
    """0 for the most populous country; equal for all beyond the list."""
    return _RANK.get(country, len(_RANK))


@cache
def country_name(code: str) -> str:
    """The English name of an ISO alpha-2 code, the code itself where CLDR has none."""
    name: str = Locale("en").territories.get(code, code)
    return name


@cache
def language_name(code: str) -> str:
    """The English name of a language code such as 'fr' or 'zh_Hant'."""
    if code in ("zh_Hans", "zh_Hant"):
        return "Chinese (simplified)" if code == "zh_Hans" else "Chinese (traditional)"
    name: str = Locale("en").languages.get(code, code)
    return name


@cache
def _script_of_language(code: str) -> str:
    for part in code.split("_")[1:]:
        if len(part) == 4:
            return part
    likely: str = get_global("likely_subtags").get(code, "")
    for part in likely.split("_"):
        if len(part) == 4:
            return part
    return "Zyyy"


def _written(code: str) -> str:
    """CLDR's language code to the one signs are written in; Chinese keeps its kind of characters."""
    base = _WRITTEN_AS.get(code.split("_")[0], code.split("_")[0])
    if base != "zh":
        return base
    # Cantonese is written with the characters of its territory; CLDR says Hant by default, Hans when named.
    return "zh_Hant" if _script_of_language(code) == "Hant" else "zh_Hans"


@cache
def shares() -> dict[str, dict[tuple[str, str], float]]:
    """Country -> {(language, ISO 15924 writing system): share of its signs}, each summing to 1."""
    table: dict[str, dict[tuple[str, str], float]] = {}
    for country, languages in get_global("territory_languages").items():
        if country in _NOT_COUNTRIES or len(country) != 2:
            continue
        weights: dict[tuple[str, str], float] = {}
        for code, facts in languages.items():
            written = _written(code)
            script = "Hant" if written == "zh_Hant" else "Hans" if written == "zh_Hans" else ""
            key = (written, script or _script_of_language(code))
            value = facts["population_percent"] / 100 * _STATUS.get(facts["official_status"], 0.08)
            weights[key] = max(weights.get(key, 0.0), value)
        total = sum(weights.values())
        if total > 0:
            table[country] = {key: value / total for key, value in weights.items()}
    return table


@cache
def language_weights(language: str, script: str = "", *, everywhere: bool = True) -> dict[str, float]:
    """P(a text on a sign is in ``language`` | country) for every country where it is above 0.

    ``script`` (ISO 15924, of Unicode): only where it is written so, Serbian in Cyrillic, Punjabi in Arabic
    letters. ``everywhere`` False: without the signs for tourists and trade.
    """
    abroad = _EVERYWHERE.get(language, 0.0) if everywhere else 0.0
    found: dict[str, float] = {}
    for country, languages in shares().items():
        share = sum(
            value
            for (code, system), value in languages.items()
            if code == language and (not script or script in _SCRIPTS.get(system, (system,)))
        )
        probability = abroad + (1 - abroad) * share
        if probability > 0:
            found[country] = probability
    return found


@cache
def script_languages(script: str) -> dict[str, float]:
    """Language -> sum over countries of its share of the signs, for languages written in ``script``."""
    found: dict[str, float] = {}
    for languages in shares().values():
        for (code, system), value in languages.items():
            if script in _SCRIPTS.get(system, (system,)):
                found[code] = found.get(code, 0.0) + value
    return found


@cache
def script_weights(script: str) -> dict[str, float]:
    """P(letters of ``script`` on a sign | country); ``script`` an ISO 15924 code such as 'Hira'."""
    found: dict[str, float] = {}
    for country, languages in shares().items():
        share = sum(
            value for (_, system), value in languages.items() if script in _SCRIPTS.get(system, (system,))
        )
        probability = max(share, _LATIN_BESIDE) if script == "Latn" else share
        if probability > 0:
            found[country] = probability
    return found


@cache
def currency_countries(currency: str) -> tuple[str, ...]:
    """Countries where ``currency`` (ISO 4217) is tender today."""
    found = []
    for country, rows in get_global("territory_currencies").items():
        if country in _NOT_COUNTRIES or len(country) != 2:
            continue
        if any(code == currency and end is None and tender for code, _, end, tender in rows):
            found.append(country)
    return tuple(sorted(found))


@cache
def territory_names() -> dict[str, str]:
    """Lower-case names of countries and of larger regions to their codes ('fr' -> 'FR', 'africa' -> '002').

    In the languages of most signs; a country's own name for itself is among them.
    """
    found: dict[str, str] = {}
    for language in ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ja", "zh", "zh_Hant", "el", "ru"):
        for code, name in Locale.parse(language).territories.items():
            found.setdefault(str(name).lower(), str(code))
    for country, languages in shares().items():
        for language, _ in languages:
            try:
                own = Locale.parse(language).territories.get(country)
            except (UnknownLocaleError, ValueError):
                continue
            if own:
                found.setdefault(str(own).lower(), country)
    return found


@cache
def country_codes() -> frozenset[str]:
    """Every ISO alpha-2 code CLDR has languages for."""
    return frozenset(shares())
