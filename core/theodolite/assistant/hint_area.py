"""Rules about where: in, not in, near, at, within, exclude."""

from __future__ import annotations

import re
from typing import Literal

from theodolite.assistant import hint_places
from theodolite.assistant.hint_places import Named
from theodolite.assistant.hint_rule import Context, Read, either
from theodolite.assistant.hint_words import Words
from theodolite.domain import AlternativesReach, AreaReach, PointReach, Strength
from theodolite.errors import HintNotUnderstood, InputError
from theodolite.geo import coordinates

_NEAR_TOWN_KM, _NEAR_CITY_KM, _NEAR_POINT_KM = 25.0, 50.0, 5.0
_MILLION = 1_000_000
_EXCLUDED_KM = 25.0
_SMALLEST_KM, _LARGEST_KM = 0.05, 2000.0
_SD_OF_RADIUS = 1.5  # "near R km" is a point of standard deviation R / 1.5 (posterior.md)
_STREET_SD_KM = 0.3
_KM_PER_DEGREE = 111.2


def _lead(words: Words) -> str:
    """The optional "it is", "the photo was taken", "not": groups subject, verb and no."""
    return (
        rf"(?P<lead>(?:{words.subject}\s*)?(?:\s*{words.verb}\s+)?)"
        rf"(?P<no>n't\s+|(?:{words.negation})\s+)?(?:{words.verb}\s+)?"
    )


def area(text: str, context: Context, unlikely: bool) -> Read | None:
    words = context.words
    text = (
        re.sub(r"(?<=\w)(?:n't)\b", " not", text).replace("cannot", "can not").replace("can not be", "is not")
    )
    match = re.match(
        rf"^{_lead(words)}(?:(?P<out>{words.place_outside})|(?P<from>{words.place_from})|{words.place_in})"
        r"\s+(?P<place>\S.*)$",
        text,
        flags=re.I,
    )
    if match is None or (match["from"] and not match["lead"].strip()):
        return None
    if match["out"] and match["no"]:
        raise HintNotUnderstood(f'"{text}" denies twice: say it without "not".')
    place = match["place"]
    if re.match(rf"^\d|^{words.radius_before}\s+\d", place, flags=re.I) and not _point(place):
        return None
    circle = _with_radius(place, words)
    if circle is not None and not match["out"] and not match["no"]:
        return _circle(circle[0], circle[1], context, unlikely)
    return _area_of(place, context, bool(match["out"] or match["no"]) != unlikely)


def neither(text: str, context: Context, unlikely: bool) -> Read | None:
    words = context.words
    first, second = words.neither
    match = re.match(
        rf"^{_lead(words)}{first}\s+{words.place_in}\s+(?P<a>\S.*?)\s+{second}\s+(?:{words.place_in}\s+)?(?P<b>\S.*)$",
        text,
        flags=re.I,
    )
    if match is None or match["no"] or unlikely:
        return None
    return _area_of(f"{match['a']} {words.any_of} {match['b']}", context, True)


def _area_of(place: str, context: Context, negated: bool) -> Read:
    point = _point(place)
    if point is not None:
        if negated:
            raise HintNotUnderstood(f'Only countries and regions can be denied: say "exclude near {place}".')
        return Read(
            f"at {coordinates.format_dd(*point[:2])}", PointReach(*point[:2], point[2], place.strip())
        )
    return _of(_named(place, context, negated), place, negated)


def _of(items: list[Named], place: str, negated: bool) -> Read:
    label = either([item.label for item in items])
    if items[0].kind != "town":
        scope: Literal["country", "admin1"] = "country" if items[0].kind == "country" else "admin1"
        codes = tuple(dict.fromkeys(code for item in items for code in item.codes))
        return Read(f"{'not ' if negated else ''}in {label}", AreaReach(scope, codes, negated=negated))
    if negated:
        raise HintNotUnderstood(
            f'Only countries and regions can be denied. "exclude {place}" takes 25 km around it away.'
        )
    return Read(f"in or near {label}", _towns(items, None))


def _named(place: str, context: Context, negated: bool, *, towns_only: bool = False) -> list[Named]:
    """The names of "Italy", "Italy or France", "Italy, France or Spain"; all of one kind."""
    words = context.words
    try:
        return [hint_places.resolve(place, words, context.gazetteer, towns_only=towns_only)]
    except HintNotUnderstood as error:
        whole = error
    place = re.sub(rf"^{words.either}\s+", "", place, flags=re.I)
    joins = rf"{words.any_of}|{words.joins[0]}" if negated else words.any_of
    parts = re.split(rf",?\s+(?:{joins})\s+(?:{words.place_in}\s+)?", place, flags=re.I)
    if len(parts) == 1:
        raise _one_place(place, context, towns_only) or whole
    items: list[Named] = []
    for part in parts:
        try:
            items.append(hint_places.resolve(part, words, context.gazetteer, towns_only=towns_only))
        except HintNotUnderstood:
            pieces = re.split(r",\s*", part)
            if len(pieces) == 1:
                raise
            items += [hint_places.resolve(p, words, context.gazetteer, towns_only=towns_only) for p in pieces]
    if len({item.kind for item in items}) > 1:
        raise HintNotUnderstood(
            f'"{place}" mixes countries, regions and towns: name one kind, or say two hints.'
        )
    return items


def _one_place(place: str, context: Context, towns_only: bool) -> HintNotUnderstood | None:
    """Advice for "Italy and France", when both are places."""
    parts = re.split(rf"\s+(?:{context.words.joins[0]})\s+", place, flags=re.I)
    try:
        for part in parts:
            hint_places.resolve(part, context.words, context.gazetteer, towns_only=towns_only)
    except HintNotUnderstood:
        return None
    said = f" {context.words.any_of} ".join(parts)
    return HintNotUnderstood(f'A photograph was taken in one place: did you mean "{said}"?')


def _towns(items: list[Named], sd_km: float | None) -> PointReach | AlternativesReach:
    return hint_places.towns_reach(
        [(share / len(items), place) for item in items for share, place in item.towns], sd_km
    )


def near(text: str, context: Context, unlikely: bool) -> Read | None:
    words = context.words
    match = re.match(rf"^{_lead(words)}(?P<near>{words.place_near})\s+(?P<place>\S.*)$", text, flags=re.I)
    before = re.match(
        rf"^{_lead(words)}(?P<radius>{words.radius_before}\s+{_number(words)})(?:\s+away)?\s+(?:of|from|around)\s+"
        r"(?P<place>\S.*)$",
        text,
        flags=re.I,
    )
    found = before or match
    if found is None:
        return None
    if found["no"] or unlikely:
        raise HintNotUnderstood(
            '"not near" is no hint I can weigh; "exclude" followed by a town takes it away.'
        )
    if before is not None:
        return _circle(before["place"], _km(before["radius"], words), context, False)
    assert match is not None
    place, radius = _with_radius(match["place"], words) or (match["place"], None)
    if match["near"].lower().split()[-1] == "at":  # "at" a coordinate; anything else is a way to say "near"
        if not _point(place):
            return None
        if radius is None:
            return _area_of(place, context, False)
    return _circle(place, radius, context, False)


def _number(words: Words) -> str:
    units = "|".join(sorted(words.units, key=len, reverse=True))
    return rf"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>{units})\b"


def _km(text: str, words: Words) -> float:
    match = re.search(_number(words), text, flags=re.I)
    assert match is not None
    km = float(match["number"]) * words.units[match["unit"].lower()]
    if not _SMALLEST_KM <= km <= _LARGEST_KM:
        raise HintNotUnderstood(f"A radius lies between {_SMALLEST_KM * 1000:g} m and {_LARGEST_KM:g} km.")
    return km


def _with_radius(place: str, words: Words) -> tuple[str, float] | None:
    """The place and its radius in km: "Arezzo within 10 km", "Arezzo, 10 km", "Arezzo (10 km)"."""
    match = re.match(
        rf"^(?P<place>\S.*?)(?:\s*[,(]\s*|\s+)(?:(?:{words.radius_before})\s+|\u00b1\s*|\+/-\s*)?"
        rf"(?:a radius of\s+)?{_number(words)}\)?$",
        place,
        flags=re.I,
    )
    return (match["place"].rstrip(" ,("), _km(match.group(), words)) if match else None


def _circle(place: str, radius: float | None, context: Context, unlikely: bool) -> Read:
    if unlikely:
        raise HintNotUnderstood(
            '"not near" is no hint I can weigh; "exclude" followed by a town takes it away.'
        )
    point = _point(place)
    if point is not None:
        lat, lon, least = point
        km = radius if radius is not None else max(_NEAR_POINT_KM, least * _SD_OF_RADIUS)
        sd = max(km / _SD_OF_RADIUS, least if radius is None else 0.0)
        return Read(
            f"within {km:.3g} km of {coordinates.format_dd(lat, lon)}",
            PointReach(lat, lon, sd, place.strip()),
        )
    items = _named(place, context, False, towns_only=True)
    large = any(town.population >= _MILLION for item in items for _, town in item.towns)
    km = radius if radius is not None else (_NEAR_CITY_KM if large else _NEAR_TOWN_KM)
    return Read(
        f"within {km:.3g} km of {either([item.label for item in items])}", _towns(items, km / _SD_OF_RADIUS)
    )


def _point(text: str) -> tuple[float, float, float] | None:
    """(lat, lon, standard deviation in km by the digits written) of a coordinate, or None."""
    if len(re.findall(r"\d+", text)) < 2:
        return None
    try:
        lat, lon = coordinates.parse(text)
    except InputError:
        return None
    decimals = [len(part) for part in re.findall(r"\.(\d+)", text)]
    simple = not re.search(r"[\u00b0'\"\u2032\u2033]", text)
    digits = min(decimals) if len(decimals) >= 2 else (0 if simple else 4)
    return lat, lon, max(_STREET_SD_KM, _KM_PER_DEGREE * 10.0**-digits / 2)


def exclude(text: str, context: Context, unlikely: bool) -> Read | None:
    w = context.words
    match = re.match(rf"^{w.exclude}:?\s+(?P<place>\S.*)$", text, flags=re.I) or re.match(
        rf"^(?P<place>\S.*?)\s+{w.excluded}$", text, flags=re.I
    )
    if match is None:
        return None
    if unlikely:
        raise HintNotUnderstood(f'"{text}": to exclude is absolute; leave the strength out, or say "not in".')
    place = re.sub(rf"^(?:{w.place_in}|{w.place_near})\s+", "", match["place"], flags=re.I)
    place, radius = _with_radius(place, w) or (place, None)
    if radius is not None or _point(place):
        found = _circle(place, max(radius or 0.0, _EXCLUDED_KM), context, False)
    else:
        items = _named(place, context, True)
        found = _of(items, place, False)
        if items[0].kind == "town":
            label = either([item.label for item in items])
            found = Read(f"{_EXCLUDED_KM:g} km around {label}", _towns(items, _EXCLUDED_KM / _SD_OF_RADIUS))
    return Read(f"excluded: {found.reading.removeprefix('in ')}", found.reach, Strength.CERTAIN, True)
