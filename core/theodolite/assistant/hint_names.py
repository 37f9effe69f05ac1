"""Names of places and languages as a language writes them, turned into what the English rules know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from babel import Locale

from theodolite.assistant import hint_labels, hint_places, hint_reach
from theodolite.assistant.hint_book import Book, values
from theodolite.assistant.hint_cases import CHINESE_ENDINGS, declined, nominatives
from theodolite.assistant.hint_places import Kind, Named, UnknownPlace
from theodolite.assistant.hint_words import AMBIGUOUS, NOT_TOWNS
from theodolite.assistant.hint_words_en import ENGLISH
from theodolite.errors import HintNotUnderstood
from theodolite.geo import countries, regions
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.names import fold, is_latin

_DECLINED = ("ru", "uk")
#: People of a city that a foreign name means, how many times fewer its namesakes have, and their most.
_GREAT, _FAME, _VILLAGE = 300_000, 20, 20_000
_EXACT = 0.95


def several(
    text: str, book: Book, gazetteer: Gazetteer | None, *, towns_only: bool = False, areas_only: bool = False
) -> list[Named]:
    """The names of "Italien", "Italien oder Frankreich"; all of one kind. Raises HintNotUnderstood."""
    try:
        return [one(text, book, gazetteer, towns_only=towns_only, areas_only=areas_only)]
    except HintNotUnderstood as error:
        whole = error
    gap = r"\s*" if book.joined else r"\s+"
    again = rf"(?:(?:{book.again}){gap})?" if book.again else ""
    parts = re.split(rf",?{gap}(?:{book.any_of}){gap}{again}|[,、]\s*{again}", text, flags=re.I)
    if len(parts) == 1:
        raise whole
    listed = re.search(rf"{gap}(?:{book.any_of}){gap}", text, flags=re.I)
    try:
        items = [one(part, book, gazetteer, towns_only=towns_only, areas_only=areas_only) for part in parts]
    except HintNotUnderstood:
        raise whole from None
    if not listed:  # a comma alone is "and" as well as "or"
        names = " or ".join(item.label for item in items)
        raise HintNotUnderstood(f'A photograph was taken in one place: did you mean "{names}"?')
    if len({item.kind for item in items}) > 1:
        raise HintNotUnderstood(
            f'"{text}" mixes countries, regions and towns: name one kind, or say two hints.'
        )
    return items


def one(
    text: str,
    book: Book,
    gazetteer: Gazetteer | None,
    *,
    towns_only: bool = False,
    areas_only: bool = False,
) -> Named:
    """The meaning of one name with qualifiers ("Florenz, Italien")."""
    base, *qualifiers = [
        part.strip(" ()") for part in re.split(r",|\s+\(|(?<=[\u3400-\u9fff])[((]", text.strip())
    ]
    base, kind = _kind_said(base, book)
    if not base or not all(qualifiers) or re.search(r"[\"!;:]", text):
        raise UnknownPlace(text)
    if not qualifiers and kind is None:
        (hint_places.region_is_no_town(base, gazetteer) if towns_only else hint_places.not_alone(base))
    if towns_only and kind is None:
        kind = "town"
    if areas_only and kind == "town":
        raise UnknownPlace(text)
    city = "" if qualifiers or areas_only else _city(base, book)
    if city:
        return hint_places.resolve(city, ENGLISH, gazetteer, towns_only=True)
    if not qualifiers and kind is None:
        _settled(base, book)
    within = [_english(part, book, text) for part in qualifiers]
    found = None
    if kind != "town":
        found = _area(base, kind, within, book)
    elif not within and (_country_code(base, book) or _region_code(base, book)):
        found = _city_state(base, book, gazetteer)
    if found is None:
        found = _elsewhere(base, kind, within, book, gazetteer)
    if found is None or (areas_only and found.kind == "town"):
        raise UnknownPlace(text)
    return found


def _city(base: str, book: Book) -> str:
    """The English name of a city that this language calls otherwise, where namesakes would obscure it."""
    cities = values(book, "cities")
    return next((str(cities[form]) for form in nominatives(fold(base), book.cases) if form in cities), "")


def _settled(base: str, book: Book) -> None:
    for form in nominatives(fold(base), book.cases):
        key = str(values(book, "ambiguous").get(form, form))
        if key in AMBIGUOUS:
            raise HintNotUnderstood(f'"{base}" can be several things: {AMBIGUOUS[key]}.')


def _kind_said(name: str, book: Book) -> tuple[str, Kind | None]:
    gap = "" if book.joined else r"\s+"
    article = rf"^(?:{book.article})(?<=')|^(?:{book.article})\s+" if book.article else r"(?!)"
    if not _country_code(name, book):
        name = re.sub(article, "", name.strip(), count=1, flags=re.I)
    said: tuple[tuple[str, Kind], ...] = ((book.region_of, "region"), (book.town_of, "town"))
    for pattern, kind in said:
        match = re.match(rf"^(?:{pattern}){gap}(\S.*)$", name, flags=re.I) if pattern else None
        if match and not _country_code(name, book):
            return match[1], kind
    if book.region_after:
        match = re.match(rf"^(\S.*?){gap}(?:{book.region_after})$", name, flags=re.I)
        if match and not _country_code(name, book):
            return match[1], "region"
    return name, None


def _area(base: str, kind: Kind | None, within: Sequence[str], book: Book) -> Named | None:
    """A country or region that the language's own tables name."""
    if within:
        return None
    if kind in (None, "country"):
        code = _country_code(base, book)
        if code:
            return Named("country", hint_labels.country_label(code), (code,))
    found = _region_code(base, book)
    if found:
        return Named("region", hint_labels.region_label(found), (found,))
    return None


def _country_code(base: str, book: Book) -> str | None:
    """Only where the name does not mean a town or region as well: the general rules see to those."""
    code = country_names(book).get(fold(base)) or _accented(book).get(base.strip().casefold())
    if code and (len(fold(base)) > 3 or not base.isascii() or base == base.upper()):
        return code
    return None


def _region_code(base: str, book: Book) -> str | None:
    return _region_names(book).get(fold(base))


@cache
def country_names(book: Book) -> dict[str, str]:
    """Folded name in any case -> ISO code, without names of towns and of more than one country."""
    found: dict[str, set[str]] = {}
    if book.code not in ("en",):
        names = Locale.parse(book.code).territories
        for code in countries.codes():
            for form in declined(fold(names.get(code, "")), book.cases):
                found.setdefault(form, set()).add(code)
    for name, code in book.countries.items():
        for form in declined(fold(name), book.cases):
            found[form] = {code}
    found.pop("", None)
    plain = {form: next(iter(codes)) for form, codes in found.items() if len(codes) == 1}
    own = {fold(name) for name in book.countries}
    taken = {key for key in plain if key in values(book, "ambiguous") or key in AMBIGUOUS}
    if book.cases not in _DECLINED:
        # "Granada" is Grenada in Spanish: such names go the general way, which asks back.
        taken |= {key for key in plain if key not in own and countries.lookup(key) == plain[key]}
    return {key: code for key, code in plain.items() if key not in taken}


@cache
def _accented(book: Book) -> dict[str, str]:
    """Names whose accents tell them from a town: "França" is not Franca."""
    names = Locale.parse(book.code).territories
    return {
        names[code].casefold(): code
        for code in countries.codes()
        if code in names and not names[code].isascii() and fold(names[code]) not in AMBIGUOUS
    }


@cache
def _region_names(book: Book) -> dict[str, str]:
    return {form: code for name, code in book.regions.items() for form in declined(fold(name), book.cases)}


def _english(name: str, book: Book, text: str) -> str:
    """A qualifier in English: "Italien" -> "Italy"."""
    name, _ = _kind_said(name, book)
    for form in nominatives(fold(name), book.cases):
        code = country_names(book).get(form) or countries.lookup(form)
        if code:
            return countries.name(code)
        region = _region_names(book).get(form) or next(iter(regions.lookup(form)), "")
        if region:
            return regions.name(region)
    if re.fullmatch(r"[A-Z]{2}", name):
        return name
    raise UnknownPlace(text)


def _city_state(base: str, book: Book, gazetteer: Gazetteer | None) -> Named | None:
    code = _country_code(base, book)
    if code is None:
        raise HintNotUnderstood(f'"{base}" is a region: say "in" it, or name a town.')
    return hint_places.resolve(countries.name(code), ENGLISH, gazetteer, towns_only=True)


def _elsewhere(
    base: str, kind: Kind | None, within: Sequence[str], book: Book, gazetteer: Gazetteer | None
) -> Named | None:
    """By the general rules, in each form the name may come from; the first that is known."""
    forms: list[tuple[str, Kind | None]] = [(base, kind)]
    if book.cases == "zh":
        for ending, kind_said in CHINESE_ENDINGS:
            if base.endswith(ending) and len(base) - len(ending) >= 2:
                forms.append((base[: -len(ending)], kind or cast(Kind, kind_said)))
                break
    else:
        forms += [(form, kind) for form in nominatives(fold(base), book.cases)[1:]]
    problem: HintNotUnderstood | None = None
    best: Named | None = None
    people = -1
    for form, meant in forms:
        if fold(form) in stops(book):
            return None
        if meant != "town" and not within and (region := _region_names(book).get(fold(form))):
            return Named("region", hint_labels.region_label(region), (region,))
        said = ("the town of " if meant == "town" else "") + (form if form == base else form.title())
        if meant == "region":
            said = f"the region of {form}"
        try:
            found = hint_places.resolve(", ".join((said, *within)), ENGLISH, gazetteer)
        except UnknownPlace:
            continue
        except HintNotUnderstood as error:
            famous = None if within or meant == "region" else _famous(form, gazetteer)
            if famous is None:
                problem = problem or error
                continue
            found = famous
        if len(found.towns) > 1 and not within:
            found = _famous(form, gazetteer) or found
        if found.kind == "town" and not within and is_latin(base) and base == base.lower():
            return None  # "a sale", "à lire": words far oftener than towns
        if form == base and not (found.kind == "town" and book.cases in _DECLINED):
            return found
        if found.kind != "town":
            return found
        most = max(place.population for _, place in found.towns)
        if most > people:
            best, people = found, most
    if best is None and problem is not None:
        raise problem
    return best


def _famous(name: str, gazetteer: Gazetteer | None) -> Named | None:
    """A great city by what another language calls it, beside which its namesakes are villages.

    "Nápoles" is a village's own name in the Philippines and what Spanish calls Naples.
    """
    if gazetteer is None:
        return None
    matches = [one for one in gazetteer.lookup(name, fuzzy=False, limit=60) if one.score >= _EXACT]
    places = sorted((one.place for one in matches), key=lambda place: -place.population)
    if not places or places[0].population < _GREAT or fold(name) in NOT_TOWNS:
        return None
    most = min(_VILLAGE, places[0].population / _FAME)
    if any(place.population > most for place in places[1:]):
        return None
    return Named("town", hint_labels.label(places[0]), towns=((1.0, places[0]),))


@cache
def stops(book: Book) -> frozenset[str]:
    """Folded words that are never names of towns in this language."""
    own = {fold(word) for word in book.stop}
    for table in ("seasons", "months", "times", "directions", "units"):
        own |= set(values(book, table))
    return frozenset(own) | (NOT_TOWNS if book.code == "en" else frozenset())


# --- languages -------------------------------------------------------------------------------------


def languages(text: str, book: Book) -> tuple[tuple[str, ...], str]:
    """Codes and English label of "Italienisch" or "Italienisch oder Französisch"; () when one is unknown."""
    gap = r"\s*" if book.joined else r"\s+"
    again = rf"(?:(?:{book.again}){gap})?" if book.again else ""
    parts = re.split(rf",?{gap}(?:{book.any_of}){gap}{again}|[,、]\s*", text, flags=re.I)
    found: list[tuple[str, ...]] = []
    for part in parts:
        name = (
            re.sub(rf"^(?:{book.article})(?:\s+|(?<='))", "", part.strip(), flags=re.I)
            if book.article
            else part
        )
        codes = _language_names(book).get(fold(name), ())
        if not codes:
            return (), ""
        found.append(codes)
    return (
        tuple(dict.fromkeys(code for codes in found for code in codes)),
        hint_reach.language_label(found),
    )


@cache
def _language_names(book: Book) -> dict[str, tuple[str, ...]]:
    counted = hint_reach.counted_languages()
    names = Locale.parse(book.code).languages
    found: dict[str, tuple[str, ...]] = {}
    for code in sorted(counted, key=len, reverse=True):
        if code in names:
            for form in _language_forms(fold(names[code]), book.code):
                found[form] = hint_reach.spoken_codes(code)
    for name, code in book.languages.items():
        for form in _language_forms(fold(name), book.code):
            found[form] = hint_reach.spoken_codes(code)
    return found


def _language_forms(name: str, code: str) -> tuple[str, ...]:
    """'итальянский' -> 'итальянском', 'по итальянски' ...; 意大利语 -> 意大利文."""
    if code == "ru" and name.endswith("скии"):  # folded: without the breve
        stem = name[:-2]
        return (name, *(stem + end for end in ("ом", "ого", "им", "ую", "ая")), f"по {stem}и")
    if code == "uk" and name.endswith("ька"):
        stem = name[:-1]
        return (name, *(stem + end for end in ("ою", "іи", "у", "оі", "ии")), f"по {stem}и")
    if code == "zh" and name.endswith("语"):
        return (name, name[:-1] + "文", name[:-1] + "话")
    if code == "ar":
        return tuple(
            dict.fromkeys((name, name.removeprefix("ال"), "ب" + name, "لل" + name.removeprefix("ال")))
        )
    return (name,)
