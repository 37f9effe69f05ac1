"""Hints about height, the sea, seasons and times of day, and remarks that say nothing of places."""

from __future__ import annotations

from collections.abc import Mapping

from theodolite.assistant import hint_book
from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_rule import Context, Read
from theodolite.domain import CoastReach, ElevationReach, LatitudeReach, RemarkReach
from theodolite.errors import HintNotUnderstood

#: The lowest and highest ground, metres.
_LOWEST, _HIGHEST = -430.0, 8850.0
_COAST_KM, _INLAND_KM = 25.0, 50.0
_FARTHEST_KM = 2700.0  # from the sea, in Asia
_LONGEST = 200
#: Months in which a season can be, north of the equator: by the calendar of months or of the sun.
_NORTHERN = {
    "spring": (3, 4, 5, 6), "summer": (6, 7, 8, 9), "autumn": (9, 10, 11, 12), "winter": (12, 1, 2, 3),
}  # fmt: skip
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def number(text: str, book: Book) -> float:
    value = hint_book.number(text, book)
    if value is None:
        raise HintNotUnderstood(f'"{text}" can be read as two numbers: write it without a separator.')
    return value


def kilometres(said: Mapping[str, str], book: Book) -> float:
    unit = hint_book.values(book, "units")[hint_book.key(said["u"])]
    return number(said["n"], book) * float(unit)


def _metres(said: Mapping[str, str], name: str, book: Book) -> float:
    unit = said.get("u" + name.removeprefix("n")) or said.get("u") or said["u2"]
    metres = round(
        number(said[name], book) * float(hint_book.values(book, "units")[hint_book.key(unit)]) * 1000
    )
    if not _LOWEST <= metres <= _HIGHEST:
        raise HintNotUnderstood(f"Ground lies between {_LOWEST:g} and {_HIGHEST:g} m above the sea.")
    return float(metres)


def elevation(kind: str, said: Mapping[str, str], context: Context) -> Read:
    if kind == "above":
        low = _metres(said, "n", context.book)
        return Read(f"above {low:g} m", ElevationReach(low, None))
    if kind == "below":
        high = _metres(said, "n", context.book)
        return Read(f"below {high:g} m", ElevationReach(None, high))
    low, high = _metres(said, "n", context.book), _metres(said, "n2", context.book)
    if low >= high:
        raise HintNotUnderstood(f"Between {low:g} and {high:g} m is nothing: say the lower height first.")
    return Read(f"between {low:g} and {high:g} m", ElevationReach(low, high))


def coast(kind: str, said: Mapping[str, str], context: Context) -> Read:
    if kind == "coast":
        return Read("on the coast", CoastReach(_COAST_KM))
    if kind == "off coast":  # denied as it is said: 25 km, where "inland" begins at 50
        return Read(f"more than {_COAST_KM:g} km from the sea", CoastReach(_COAST_KM, inland=True))
    if kind == "inland":
        return Read("inland", CoastReach(_INLAND_KM, inland=True))
    km = float(f"{kilometres(said, context.book):.3g}")
    if not 0.1 <= km <= _FARTHEST_KM:
        raise HintNotUnderstood(f"The sea is from 100 m to {_FARTHEST_KM:g} km away.")
    if kind == "shore":
        return Read(f"within {km:g} km of the sea", CoastReach(km))
    return Read(f"more than {km:g} km from the sea", CoastReach(km, inland=True))


def time(kind: str, said: Mapping[str, str], context: Context) -> Read:
    if kind == "time":
        when = str(hint_book.values(context.book, "times")[hint_book.key(said["t"])])
        return Read(f"time of day: {when}", RemarkReach("time of day", when))
    season = str(hint_book.values(context.book, "seasons")[hint_book.key(said["s"])])
    if kind == "season":
        return Read(f"season: {season}", RemarkReach("season", season))
    month = int(hint_book.values(context.book, "months")[hint_book.key(said["m"])])
    north = month in _NORTHERN[season]
    south = (month + 5) % 12 + 1 in _NORTHERN[season]
    if north == south:
        raise HintNotUnderstood(f"{season.capitalize()} in {_MONTHS[month - 1]} fits neither hemisphere.")
    reading = f"{season} in {_MONTHS[month - 1]}"
    return Read(reading, LatitudeReach(0.0, 90.0) if north else LatitudeReach(-90.0, 0.0))


def remark(text: str) -> Read:
    text = " ".join(text.split()).rstrip(" .!")
    if not text or len(text) > _LONGEST:
        raise HintNotUnderstood(f"A remark has up to {_LONGEST} characters.")
    return Read(f"note: {text}", RemarkReach("remark", text))


def seen(_kind: str, said: Mapping[str, str], _context: Context) -> Read:
    return remark(said["x"])
