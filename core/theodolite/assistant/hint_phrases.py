"""What the rules of a language's book say: one small function for each kind of rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, cast

from theodolite.assistant import hint_book, hint_link, hint_names, hint_nature, hint_reach, hint_where
from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_places import UnknownPlace
from theodolite.assistant.hint_rule import Context, Read
from theodolite.domain import AlternativesReach, BearingReach, BetweenReach, ClueReach, PointReach, Strength
from theodolite.errors import HintNotUnderstood

#: A direction in words is one of eight: half of 22.5 degrees.
_DIRECTION_SD = 11.25
_NAMES = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_ABSOLUTE = frozenset(("exclude", "none"))
_DENIABLE = {
    "in": "out", "out": "in", "spoken": "unspoken", "unspoken": "spoken", "written": "unwritten",
    "unwritten": "written", "left": "unleft", "unleft": "left", "right": "unright", "unright": "right",
}  # fmt: skip

Groups = Mapping[str, str]


def read(text: str, context: Context, unlikely: bool) -> Read | None:
    """The first rule of the book that fits and whose names are known."""
    problem: HintNotUnderstood | None = None
    for kind, pattern in hint_book.rules(context.book):
        match = pattern.match(text)
        if match is None:
            continue
        said = hint_book.slots(match)
        try:
            found = _read(kind, said, text, context, unlikely)
        except UnknownPlace as error:
            problem = problem or error
            continue
        if found is not None:
            return found
    if problem is not None:
        raise problem
    return None


def remark(text: str, context: Context) -> Read | None:
    """A remark that is introduced as one keeps its words, strengths included."""
    for kind, pattern in hint_book.rules(context.book):
        if kind == "note":
            match = pattern.match(text)
            if match is not None:
                return hint_nature.remark(match["x"])
    return None


def _read(kind: str, said: Groups, text: str, context: Context, unlikely: bool) -> Read | None:
    if unlikely:
        if kind not in _DENIABLE:
            raise HintNotUnderstood(f'"{text}" cannot be said to be unlikely: say it, or leave it out.')
        kind = _DENIABLE[kind]
    if kind == "note":
        return None  # read before strengths are taken out
    return _KINDS[kind](kind, said, context)


# --- where -----------------------------------------------------------------------------------------


def _areas_only(said: Groups) -> bool:
    return "c" in said


def _area(kind: str, said: Groups, context: Context) -> Read:
    negated = kind == "out"
    place = said.get("p") or said["c"]
    point = hint_where.point(place)
    if point is not None:
        return hint_where.in_point(point, place, negated)
    if re.match(r"^\d", place):
        raise UnknownPlace(place)
    items = hint_names.several(place, context.book, context.gazetteer, areas_only=_areas_only(said))
    if other := said.get("p2") or said.get("c2"):
        items += hint_names.several(other, context.book, context.gazetteer, areas_only=_areas_only(said))
        if len({item.kind for item in items}) > 1:
            raise HintNotUnderstood(f'"{place}" and "{other}" are of two kinds: say two hints.')
    return hint_where.area_of(items, place, negated)


def _bare_no(_kind: str, said: Groups, context: Context) -> Read | None:
    """Portuguese "no Chile" (in) is Spanish and English for the opposite."""
    place = said["c"]
    hint_names.several(place, context.book, context.gazetteer, areas_only=True)
    raise HintNotUnderstood(
        f'"no {place}" is "in" in Portuguese and can be meant as "not": say "est\u00e1 no {place}" or '
        f'"not in {place}".'
    )


def _near(_kind: str, said: Groups, context: Context) -> Read:
    place, radius = _with_radius(said["p"], context.book)
    if "n" in said:
        radius = _km(said, context.book)
    point = hint_where.point(place)
    if point is not None:
        return hint_where.circle_point(point, radius)
    items = hint_names.several(place, context.book, context.gazetteer, towns_only=True)
    return hint_where.circle_towns(items, radius)


def _exclude(_kind: str, said: Groups, context: Context) -> Read:
    place, radius = _with_radius(said["p"], context.book)
    point = hint_where.point(place)
    if point is not None:
        return hint_where.excluded(hint_where.circle_point(point, max(radius or 0.0, hint_where.EXCLUDED_KM)))
    items = hint_names.several(place, context.book, context.gazetteer, towns_only=radius is not None)
    if items[0].kind == "town":
        return hint_where.excluded(hint_where.excluded_towns(items, radius))
    return hint_where.excluded(hint_where.area_of(items, place, False))


def _with_radius(place: str, book: Book) -> tuple[str, float | None]:
    """The place, and the radius said behind it: "Arezzo (10 km)", "Arezzo im Umkreis von 10 km"."""
    units = hint_book.words(book.units)
    gap = "" if book.joined else r"\s"
    match = re.match(
        rf"^(?P<place>\S.*?)(?:\s*[,(]\s*|{gap})\s*(?:(?:{book.within})\s*|\u00b1\s*|\+/-\s*)?"
        rf"(?P<n>\d+(?:[.,]\d+)*)\s*(?P<u>{units})(?:{book.within_after})?\)?$",
        place,
        flags=re.I,
    )
    return (match["place"].rstrip(" ,("), _km(match.groupdict(), book)) if match else (place, None)


def _km(said: Groups, book: Book) -> float:
    return hint_where.checked_km(hint_nature.kilometres(said, book))


def _spot(place: str, context: Context) -> PointReach:
    """One point, for what is seen from it; a name of several towns is asked back."""
    point = hint_where.point(place)
    if point is not None:
        return point
    reach = hint_where.towns([hint_names.one(place, context.book, context.gazetteer, towns_only=True)], None)
    if isinstance(reach, AlternativesReach):
        raise HintNotUnderstood(f'Several places are called "{place}": name the country or region too.')
    return reach


def _between(_kind: str, said: Groups, context: Context) -> Read:
    first, second = _spot(said["p"], context), _spot(said["p2"], context)
    if (first.lat, first.lon) == (second.lat, second.lon):
        raise HintNotUnderstood("Between needs two different places.")
    return Read(f"between {first.label} and {second.label}", BetweenReach(first, second))


def _bearing(_kind: str, said: Groups, context: Context) -> Read:
    azimuth = float(hint_book.values(context.book, "directions")[hint_book.key(said["d"])])
    spot = _spot(said["p"], context)
    name = _NAMES[round(azimuth / 45.0)]
    reach = BearingReach(spot.lat, spot.lon, azimuth, _DIRECTION_SD, spot.label)
    return Read(f"{name} of {spot.label}", reach)


# --- people ----------------------------------------------------------------------------------------


def _language(kind: str, said: Groups, context: Context) -> Read | None:
    codes, label = hint_names.languages(said["l"], context.book)
    if not codes:
        return None
    negated = kind.startswith("un")
    if kind.endswith("spoken"):
        reach, reading = hint_reach.spoken(codes, negated=negated), f"{label} is {_no(negated)}spoken"
    else:
        reach, reading = hint_reach.written(codes, negated=negated), f"text is {_no(negated)}in {label}"
    if reach is None:
        raise HintNotUnderstood(f"{reading}: no country is known to fit.")
    return Read(reading, reach)


def _no(negated: bool) -> str:
    return "not " if negated else ""


def _driving(kind: str, _said: Groups, _context: Context) -> Read:
    side, negated = kind.removeprefix("un"), kind.startswith("un")
    reach = hint_reach.driving(cast(Literal["left", "right"], side), negated=negated)
    return Read(f"{'does not drive' if negated else 'drives'} on the {side}", reach)


# --- records ---------------------------------------------------------------------------------------


def _none(_kind: str, said: Groups, context: Context) -> Read:
    if not context.listed:
        raise HintNotUnderstood('No candidate is shown, so "none of these" takes nothing away.')
    names = " \u00b7 ".join(one.label.replace(";", ",") for one in context.listed)
    if said.get("x", names) != names:
        raise HintNotUnderstood(f'"{said["x"]}" is not the list that is shown: say "none of these".')
    share = 1.0 / len(context.listed)
    reach = AlternativesReach(tuple((share, one) for one in context.listed))
    return Read(f"none of these ({names})", reach, Strength.CERTAIN, True)


def _clue(_kind: str, said: Groups, _context: Context) -> Read:
    clue = f"C{int(said['k'][1:])}"
    return Read(f"{clue} is wrong", ClueReach(clue))


def _link(_kind: str, said: Groups, context: Context) -> Read:
    radius = hint_nature.kilometres(said, context.book) if "n" in said else None
    return hint_link.linked(f"{said['e']} {said.get('e2', '')}", radius)


_KINDS: Mapping[str, Callable[[str, Groups, Context], Read | None]] = {
    **dict.fromkeys(("in", "out"), _area),
    "bare no": _bare_no,
    **dict.fromkeys(("near", "within"), _near),
    "exclude": _exclude,
    "between": _between,
    "bearing": _bearing,
    **dict.fromkeys(("spoken", "unspoken", "written", "unwritten"), _language),
    **dict.fromkeys(("left", "right", "unleft", "unright"), _driving),
    **dict.fromkeys(("above", "below", "band"), hint_nature.elevation),
    **dict.fromkeys(("coast", "off coast", "inland", "shore", "off shore"), hint_nature.coast),
    **dict.fromkeys(("season", "season in month", "time"), hint_nature.time),
    "remark": hint_nature.seen,
    "none": _none,
    "clue": _clue,
    "link": _link,
}
