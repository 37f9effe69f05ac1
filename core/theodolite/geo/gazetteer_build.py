"""Makes the gazetteer's database from GeoNames, once, at install.

One SQLite file: ``place`` (a row each), ``term`` (a folded name, see :func:`names.fold`), ``name`` (which
places bear which term and how), ``half`` (the terms by their first and by their second half, see
:func:`half_keys`: a name with one reading error has one half right) and ``column`` (the numbers of all
places as one array each, so that the posterior reads them in milliseconds).
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from theodolite.errors import PackError, StorageFailed
from theodolite.geo.names import fold, is_latin
from theodolite.jobs import Job, Progress

#: Part of the file; an installed file of another version is made anew (packs.builders).
SCHEMA_VERSION = 2
#: How a place bears a name: its main name, another name, a bare transliteration ('gang qu'), a code ('PAR').
MAIN, OTHER, ROMANISED, CODE = 0, 1, 2, 3
_STEP = 5_000
#: GeoNames writes 0 where it does not know; the places it lists have at least so many people.
LEAST_PEOPLE = 500

_SCHEMA = """
create table place(id integer primary key, name text, lat real, lon real, country text, admin1 text,
                   population integer, timezone text);
create table term(id integer primary key, key text unique, population integer, kind integer);
create table name(term integer, place integer, kind integer, text text, primary key(term, place))
    without rowid;
create table half(key text primary key, rests text, terms blob, weights blob) without rowid;
create table column(name text primary key, dtype text, data blob);
create table about(name text primary key, value text);
"""


def build(cities_json: Path, countries_json: Path, out_db: Path) -> Job[None]:
    """Write ``out_db`` from GeoNames' cities; beside it first, then renamed: it is whole or not there.

    Raises PackError when the files are not what they should be, StorageFailed when the disk refuses.
    """
    yield Progress("Reading place names")
    cities, known = _read(cities_json), {row["iso"] for row in _read(countries_json)}
    beside = out_db.with_name(f".{out_db.name}.building")
    try:
        out_db.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        db = sqlite3.connect(beside)
        try:
            db.executescript("pragma journal_mode=off; pragma synchronous=off;" + _SCHEMA)
            yield from _fill(db, cities, known)
            db.commit()
        finally:
            db.close()
        beside.replace(out_db)
    except (OSError, sqlite3.Error) as error:
        raise StorageFailed(f"The gazetteer could not be written to {out_db.parent}: {error}") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise PackError(f"The place names in {path.name} cannot be read: {error}") from error
    if not isinstance(rows, dict) or not rows:
        raise PackError(f"{path.name} is not a table of GeoNames")
    return list(rows.values())


def _fill(db: sqlite3.Connection, cities: list[dict[str, Any]], known: set[str]) -> Job[None]:
    total = len(cities)
    terms: dict[str, list[int]] = {}  # key -> [id, greatest population, best kind]
    try:
        rows = sorted(cities, key=lambda row: int(row["geonameid"]))
        for start in range(0, total, _STEP):
            part = [row for row in rows[start : start + _STEP] if row["countrycode"] in known]
            db.executemany("insert into place values(?,?,?,?,?,?,?,?)", (_place(row) for row in part))
            db.executemany("insert into name values(?,?,?,?)", _names(part, terms))
            yield Progress("Building the gazetteer", min(start + _STEP, total), 2 * total, False)
    except (KeyError, TypeError, ValueError) as error:
        raise PackError(f"The place names are not in the format of GeoNames: {error!r}") from error
    rows.clear()
    cities.clear()  # hundreds of megabytes that the index needs now
    db.executemany("insert into term values(?,?,?,?)", ((t[0], key, t[1], t[2]) for key, t in terms.items()))
    yield Progress("Building the gazetteer", total + total // 4, 2 * total)
    yield from _index(db, terms, total)
    _columns(db)
    db.execute("create index name_place on name(place)")
    db.execute("insert into about values('schema', ?)", (str(SCHEMA_VERSION),))


def _place(row: dict[str, Any]) -> tuple[int, str, float, float, str, str, int, str]:
    admin1 = f"{row['countrycode']}.{row['admin1code']}" if row["admin1code"] else ""
    lat, lon = float(row["latitude"]), float(row["longitude"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"coordinates of {row['geonameid']}")
    number, people, zone = int(row["geonameid"]), int(row["population"]), str(row.get("timezone") or "")
    return number, row["name"], lat, lon, row["countrycode"], admin1, people, zone


def _names(part: list[dict[str, Any]], terms: dict[str, list[int]]) -> Iterator[tuple[int, int, int, str]]:
    for row in part:
        population = int(row["population"])
        native = any(not is_latin(text) for text in row["alternatenames"])
        seen: dict[str, tuple[int, str]] = {}
        for text in (row["name"], *row["alternatenames"]):
            key = fold(text)
            kind = MAIN if text == row["name"] else _kind(text, native)
            if len(key) > 1 and (key not in seen or kind < seen[key][0]):
                seen[key] = (kind, text)
        for key, (kind, text) in seen.items():
            term = terms.setdefault(key, [len(terms) + 1, 0, kind])
            term[1], term[2] = max(term[1], population), min(term[2], kind)
            yield term[0], int(row["geonameid"]), kind, text


def _kind(text: str, native: bool) -> int:
    if is_latin(text):
        if len(text) <= 4 and text.isupper():
            return CODE
        if native and text[:1].islower():
            return ROMANISED
    return OTHER


def half_keys(key: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """(index key, the rest) by the first half of a folded name and by the second, each with its length."""
    cut = len(key) // 2
    return (f"<{len(key)}{key[:cut]}", key[cut:]), (f">{len(key)}{key[cut:]}", key[:cut])


def weight_of(population: int) -> int:
    """People on a scale of 0 to 255, fifteen steps a power of e; unknown people are LEAST_PEOPLE."""
    return min(255, round(15 * math.log(max(population, LEAST_PEOPLE))))


def _index(db: sqlite3.Connection, terms: dict[str, list[int]], total: int) -> Job[None]:
    for side in (0, 1):
        halves: dict[str, list[tuple[str, int, int]]] = {}
        for key, (number, population, kind) in terms.items():
            if kind <= OTHER:
                half, rest = half_keys(key)[side]
                halves.setdefault(half, []).append((rest, number, weight_of(population)))
        ordered = sorted(halves)
        for start in range(0, len(ordered), 4 * _STEP):
            part = ordered[start : start + 4 * _STEP]
            db.executemany("insert into half values(?,?,?,?)", (_half(half, halves[half]) for half in part))
            share = (side + (start + len(part)) / len(ordered)) / 2
            yield Progress("Building the gazetteer", int(total * (1.25 + 0.7 * share)), 2 * total)


def _half(half: str, entries: list[tuple[str, int, int]]) -> tuple[str, str, bytes, bytes]:
    rests, numbers, weights = zip(*entries, strict=True)
    return half, "\n".join(rests), np.array(numbers, dtype="<u4").tobytes(), bytes(weights)


def _columns(db: sqlite3.Connection) -> None:
    rows = db.execute(
        "select id, lat, lon, country, admin1, population, timezone from place order by id"
    ).fetchall()
    *values, zones = zip(*rows, strict=True)
    kinds = {"id": "<i8", "lat": "<f8", "lon": "<f8", "country": "S2", "admin1": "S", "population": "<i8"}
    arrays = {
        name: np.array(items, dtype=kind) for (name, kind), items in zip(kinds.items(), values, strict=True)
    }
    known = sorted(set(zones))
    number = {zone: at for at, zone in enumerate(known)}
    arrays["zone"] = np.array([number[zone] for zone in zones], dtype="<u2")
    arrays["zones"] = np.array(known, dtype="S")
    for name, array in arrays.items():
        db.execute("insert into column values(?,?,?)", (name, array.dtype.str, array.tobytes()))
