"""Rules about where: in, not in, near, at, within, exclude."""

from __future__ import annotations

import re

from theodolite.assistant import hint_nature, hint_places, hint_where
from theodolite.assistant.hint_places import Named
from theodolite.assistant.hint_rule import Context, Read
from theodolite.assistant.hint_words import Words
from theodolite.assistant.hint_words_en import BOOK
from theodolite.errors import HintNotUnderstood


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
    if re.match(rf"^\d|^{words.radius_before}\s+\d", place, flags=re.I) and not hint_where.point(place):
        return None
    loosely = re.match(r"^or near (\S.*)$", place, flags=re.I)
    if loosely and not match["out"] and not match["no"] and not unlikely:
        return hint_where.area_of(_named(loosely[1], context, False, towns_only=True), place, False)
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
    point = hint_where.point(place)
    if point is not None:
        return hint_where.in_point(point, place, negated)
    return hint_where.area_of(_named(place, context, negated), place, negated)


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
        raise HintNotUnderstood(hint_where.NOT_NEAR)
    if before is not None:
        return _circle(before["place"], _km(before["radius"], words), context, False)
    assert match is not None
    place, radius = _with_radius(match["place"], words) or (match["place"], None)
    if match["near"].lower().split()[-1] == "at":  # "at" a coordinate; anything else is a way to say "near"
        if not hint_where.point(place):
            return None
        if radius is None:
            return _area_of(place, context, False)
    return _circle(place, radius, context, False)


def _number(words: Words) -> str:
    units = "|".join(sorted(words.units, key=len, reverse=True))
    return rf"(?P<number>\d+(?:[.,]\d+)*)\s*(?P<unit>{units})\b"


def _km(text: str, words: Words) -> float:
    match = re.search(_number(words), text, flags=re.I)
    assert match is not None
    km = hint_nature.number(match["number"], BOOK) * words.units[match["unit"].lower()]
    return hint_where.checked_km(km)


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
        raise HintNotUnderstood(hint_where.NOT_NEAR)
    point = hint_where.point(place)
    if point is not None:
        return hint_where.circle_point(point, radius)
    return hint_where.circle_towns(_named(place, context, False, towns_only=True), radius)


def exclude(text: str, context: Context, unlikely: bool) -> Read | None:
    w = context.words
    match = re.match(rf"^(?:{w.exclude}|excluded(?=:)):?\s+(?P<place>\S.*)$", text, flags=re.I) or re.match(
        rf"^(?P<place>\S.*?)\s+{w.excluded}$", text, flags=re.I
    )
    if match is None:
        return None
    if unlikely:
        raise HintNotUnderstood(f'"{text}": to exclude is absolute; leave the strength out, or say "not in".')
    place = re.sub(rf"^(?:{w.place_in}|{w.place_near})\s+", "", match["place"], flags=re.I)
    place, radius = _around(place, w) or _with_radius(place, w) or (place, None)
    point = hint_where.point(place)
    if point is not None:
        return hint_where.excluded(hint_where.circle_point(point, max(radius or 0.0, hint_where.EXCLUDED_KM)))
    items = _named(place, context, True, towns_only=radius is not None)
    if items[0].kind == "town":
        return hint_where.excluded(hint_where.excluded_towns(items, radius))
    return hint_where.excluded(hint_where.area_of(items, place, False))


def _around(place: str, words: Words) -> tuple[str, float] | None:
    """ "25 km around Florence"."""
    match = re.match(
        rf"^(?:{words.radius_before}\s+)?{_number(words)}\s+(?:around|of|from)\s+(?P<place>\S.*)$",
        place,
        flags=re.I,
    )
    return (match["place"], _km(place[: match.start("place")], words)) if match else None
