"""Places above 500 people with their names in many scripts (GeoNames), in one read-only SQLite file.

``build`` makes the file (see :mod:`gazetteer_build`). A look-up takes the name as it is written, then
without what signs and grammar add to it (station, 駅, a case ending: :mod:`gazetteer_forms`), then allows
reading errors (:mod:`gazetteer_search`). Matches are ordered as a noisy channel: people^0.5, times how
likely the name is written or read so, times how well the country agrees with what else is known.
"""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import PackError
from theodolite.geo import regions
from theodolite.geo.gazetteer_build import CODE, LEAST_PEOPLE, MAIN, OTHER, ROMANISED, SCHEMA_VERSION, build
from theodolite.geo.gazetteer_forms import ADDITION, forms
from theodolite.geo.gazetteer_search import POPULATION, near_terms
from theodolite.geo.geodesy import to_xyz
from theodolite.geo.names import fold

__all__ = ["Columns", "Gazetteer", "Place", "PlaceMatch", "build"]

#: Score of a name that fits exactly, by how the place bears it.
_SCORES = {MAIN: 0.98, OTHER: 0.95, ROMANISED: 0.85, CODE: 0.80}
#: What bearing it so costs, nats: a main name weighs as much as one and a half powers of ten in people.
_KINDS = {MAIN: 0.0, OTHER: 1.7, ROMANISED: 7.5, CODE: 10.0}
#: What any reading error costs before its kind, nats: about one line in ten has one.
_MISREAD = 2.3
#: Forms without an ending that are looked up with reading errors when nothing else is found.
_MOST_BENT = 6
#: What bearing it beside the main name costs a misread name: most other names are never on signs.
_MISREAD_OTHER = 2.3
#: The least a country counts that the other clues do not name.
_ELSEWHERE = 0.1
#: What a letter read as any other costs, nats (gazetteer_errors.OTHER): the unit of the score.
_LETTER = 6.0

#: How the name was found: as written, without additions and endings, or with reading errors.
Way = Literal["written", "form", "misread"]


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place. ``admin1`` is the region's code with its country ('IT.16'), '' if none.

    ``timezone`` is its IANA zone ('Europe/Rome'), '' when not known.
    """

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place that bears a name. ``matched`` is its name that fitted; ``score`` in (0, 1], 1 as written.

    ``exact``: equal but for case, diacritics and punctuation. ``main``: ``matched`` is the main name.
    ``cost``: minus the logarithm of how likely the name is written or read so (nats, 0 for as written);
    ``agreement``: logarithm of how well the country agrees with the other clues (nats, 0 at best).
    """

    place: Place
    matched: str
    score: float
    exact: bool
    main: bool
    cost: float = 0.0
    way: Way = "written"
    agreement: float = 0.0

    @property
    def order(self) -> float:
        """Logarithm of how likely this place is meant, up to a constant."""
        return POPULATION * math.log(max(self.place.population, LEAST_PEOPLE)) - self.cost + self.agreement


@dataclass(frozen=True, slots=True)
class Columns:
    """All places as arrays of one length, ordered by id; ``country`` and ``admin1`` are numpy strings.

    ``zone`` numbers the IANA time zones in ``zones``; ``timezone`` spells them out (memory: 130 bytes a row).
    """

    id: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    country: NDArray[np.str_]
    admin1: NDArray[np.str_]
    population: NDArray[np.int64]
    zone: NDArray[np.uint16]
    zones: tuple[str, ...] = ()

    @property
    def timezone(self) -> NDArray[np.str_]:
        return np.asarray(self.zones, dtype=np.str_)[self.zone]


class Gazetteer:
    """Look-ups in a gazetteer file. Opened read-only; may be used from any thread, one connection each."""

    def __init__(self, db_path: Path) -> None:
        """Raises PackError when the file is missing or not one of ours."""
        self.path = Path(db_path)
        self._local = threading.local()
        try:
            schema = self._db.execute("select value from about where name = 'schema'").fetchone()
        except sqlite3.Error as error:
            raise PackError(f"The gazetteer at {db_path} cannot be read: {error}") from error
        if schema is None or schema[0] != str(SCHEMA_VERSION):
            raise PackError(
                f"The gazetteer at {db_path} was built by another version: theodolite packs fetch gazetteer"
            )

    @property
    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            address = self.path.resolve().as_uri() + "?mode=ro&immutable=1"
            db = self._local.db = sqlite3.connect(address, uri=True, check_same_thread=False)
            db.execute("pragma temp_store = memory")  # what is looked up is the case's: no file elsewhere
        return db

    def close(self) -> None:
        """Close this thread's connection."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is not None:
            db.close()
            self._local.db = None

    # --- names -------------------------------------------------------------------------------------

    def lookup(
        self, text: str, *, fuzzy: bool = True, limit: int = 20, home: Mapping[str, float] | None = None
    ) -> list[PlaceMatch]:
        """Places that bear this name, the likeliest first; each place once.

        ``fuzzy`` also allows added words, case endings and reading errors. ``home``: ISO alpha-2 country ->
        how well it agrees with the other clues, on any scale; other countries count a tenth of the best.
        """
        key = fold(text)
        agreement = _agreement(home)
        found = list(self._bearing({key: 0.0}, agreement)) if len(key) > 1 else []
        if any(match.matched == text and match.main for match in found):
            found = [_as_written(match, text) for match in found]
        if fuzzy and len(key) > 1:
            others = forms(text)[1:]
            found += self._bearing({form.key: form.cost for form in others}, agreement, way="form")
            plain = {
                form.key: form.cost + _MISREAD
                for form in others
                if not form.inflected and form.cost <= ADDITION
            }
            near = near_terms(self._db, {key: 0.0} | dict(list(plain.items())[:2]))
            if not found and not near:
                bent = [form for form in others if form.inflected][:_MOST_BENT]
                near = near_terms(self._db, {form.key: form.cost for form in bent})
            costs = {item.term: item.cost for item in near}
            found += self._near(key, costs, agreement)
        best: dict[int, PlaceMatch] = {}
        for match in found:
            held = best.get(match.place.id)
            if held is None or (match.order, match.score) > (held.order, held.score):
                best[match.place.id] = match
        return sorted(best.values(), key=lambda match: (-match.order, match.place.id))[:limit]

    def _bearing(
        self, keys: Mapping[str, float], agreement: _Agreement, way: Way = "written"
    ) -> Iterable[PlaceMatch]:
        """Places with exactly one of these folded names (key -> what is added to the cost)."""
        if not keys:
            return
        rows = self._db.execute(
            "select p.*, n.kind, n.text, t.key from term t join name n on n.term = t.id "  # noqa: S608
            f"join place p on p.id = n.place where t.key in ({','.join('?' * len(keys))})",
            list(keys),
        )
        for *place, kind, name, key in rows:
            extra = keys[key]
            if way != "written" and kind > OTHER:
                continue
            yield PlaceMatch(
                Place(*place),
                name,
                _SCORES[kind] * (1.0 if way == "written" else 0.96 - 0.04 * extra),
                way == "written",
                kind == MAIN,
                _KINDS[kind] + extra,
                way,
                agreement(place[4]),
            )

    def _near(self, key: str, costs: Mapping[int, float], agreement: _Agreement) -> Iterable[PlaceMatch]:
        rows = self._db.execute(
            "select p.*, n.kind, n.text, n.term from name n join place p on p.id = n.place "  # noqa: S608
            f"where n.term in ({','.join('?' * len(costs))}) and n.kind <= {OTHER}",
            list(costs),
        )
        for *place, kind, name, term in rows:
            errors = costs[term] / _LETTER
            score = 0.94 * max(0.05, 1.0 - errors / max(len(name), len(key)))
            if costs[term] > 0:
                yield PlaceMatch(
                    Place(*place),
                    name,
                    score * (1.0 if kind == MAIN else 0.98),
                    False,
                    kind == MAIN,
                    (_MISREAD_OTHER if kind else 0.0) + _MISREAD + costs[term],
                    "misread",
                    agreement(place[4]),
                )

    # --- places ------------------------------------------------------------------------------------

    def place(self, identity: int) -> Place | None:
        """The place with this GeoNames id."""
        row = self._db.execute("select * from place where id = ?", (int(identity),)).fetchone()
        return Place(*row) if row else None

    def nearest(self, lat: float, lon: float) -> Place:
        """The place nearest to a point, whatever its size."""
        return self.nearest_many(np.array([lat]), np.array([lon]))[0]

    def nearest_many(self, lat: Any, lon: Any) -> list[Place]:
        """The nearest place of each point."""
        rows = self.nearest_rows(lat, lon)
        ids = self._columns.id[rows]
        return [place for identity in ids if (place := self.place(int(identity)))]

    def zone(self, lat: float, lon: float) -> str:
        """IANA time zone of the place nearest to a point ('Europe/Rome'), '' when that is not known.

        Near a border it may be that of the other side; at sea it is that of the nearest coast town.
        """
        every = self._columns
        return every.zones[int(every.zone[self.nearest_rows([lat], [lon])[0]])]

    def nearest_rows(self, lat: Any, lon: Any) -> NDArray[np.int64]:
        """Row numbers in :meth:`all_places` (0 people) of the nearest places."""
        return np.asarray(self._tree.query(to_xyz(lat, lon), workers=1)[1], dtype=np.int64)

    @cached_property
    def _tree(self) -> Any:
        from scipy.spatial import cKDTree

        return cKDTree(to_xyz(self._columns.lat, self._columns.lon))

    @cached_property
    def _columns(self) -> Columns:
        read = {
            name: np.frombuffer(data, dtype=kind)
            for name, kind, data in self._db.execute("select name, dtype, data from column")
        }
        country, admin1, zones = (read[name].astype(str) for name in ("country", "admin1", "zones"))
        numbers = {name: read[name] for name in ("id", "lat", "lon", "population", "zone")}
        return Columns(country=country, admin1=admin1, zones=tuple(zones.tolist()), **numbers)

    def all_places(self, min_population: int = 0) -> Columns:
        """Every place of at least so many people, as arrays ordered by id."""
        every = self._columns
        if min_population <= 0:
            return every
        keep = every.population >= min_population
        kept = {name: getattr(every, name)[keep] for name in Columns.__slots__ if name != "zones"}
        return Columns(**kept, zones=every.zones)

    def names_of(self, ids: NDArray[np.int64]) -> list[str]:
        """The main names of places, '' for an id that is none."""
        known = dict(self._db.execute("select id, name from place").fetchall())
        return [known.get(identity, "") for identity in ids.tolist()]

    def largest(self, min_population: int, count: int) -> list[tuple[str, float, float, int]]:
        """Name, latitude, longitude and population of the largest places, the largest first."""
        return self._db.execute(
            "select name, lat, lon, population from place where population >= ? "
            "order by population desc, id limit ?",
            (min_population, count),
        ).fetchall()

    def seats(self, names: Mapping[str, str]) -> set[tuple[str, float, float]]:
        """Name, latitude and longitude of the place that ``names`` has for each country code."""
        found: dict[str, tuple[str, float, float]] = {}
        rows = self._db.execute("select country, name, lat, lon from place order by population desc, id")
        for country, name, lat, lon in rows:
            if names.get(country) == name:
                found.setdefault(country, (name, lat, lon))
        return set(found.values())

    # --- regions -----------------------------------------------------------------------------------

    def admin1_name(self, code: str) -> str:
        """Name of a first-level region ('IT.16' -> 'Tuscany'), '' when it has none."""
        return regions.name(code)

    def admin1_lookup(self, text: str) -> tuple[str, ...]:
        """Codes of the first-level regions that bear this name, in any case and without diacritics."""
        return regions.lookup(text)


#: Country -> logarithm of how well it agrees.
_Agreement = Callable[[str], float]


def _agreement(home: Mapping[str, float] | None) -> _Agreement:
    top = max(home.values(), default=0.0) if home else 0.0
    if home is None or top <= 0:
        return lambda country: 0.0
    logs = {code: math.log(_ELSEWHERE + (1 - _ELSEWHERE) * weight / top) for code, weight in home.items()}
    floor = math.log(_ELSEWHERE)
    return lambda country: logs.get(country, floor)


def _as_written(match: PlaceMatch, text: str) -> PlaceMatch:
    return replace(match, score=1.0) if match.matched == text and match.main else match
