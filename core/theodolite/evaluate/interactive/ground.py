"""What a simulated investigator knows of the world: countries, neighbours, what a reach holds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from theodolite.assistant import hint_places
from theodolite.assistant.hint_words_en import ENGLISH
from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    BearingReach,
    BetweenReach,
    ClueReach,
    GradedReach,
    LinkReach,
    PointReach,
    Reach,
    RemarkReach,
    SunReach,
)
from theodolite.errors import HintNotUnderstood
from theodolite.geo import countries
from theodolite.locate import kernels, masks
from theodolite.locate.candidates import Places
from theodolite.locate.posterior import combined, mean
from theodolite.locate.rank import Locator
from theodolite.locate.sphere import F8, cosines, unit

#: Who hears a language is told of a country where at least this share of the greatest share speaks it.
SPOKEN_LEAST = 0.1
#: "Within R km" is a point of sd R / 1.5. A point of the compass is right up to half the way to the next
#: one, which is twice its sd; so are other bands.
WITHIN_SD, BAND_SD = 1.5, 2.0

Flags = NDArray[np.bool_]


@cache
def _read_as(name: str) -> tuple[str, ...]:
    """The countries or regions that the rules of hints read in a name; () where they ask back."""
    try:
        found = hint_places.resolve(name, ENGLISH, None)
    except HintNotUnderstood:
        return ()
    return found.codes if found.kind in ("country", "region") else ()


@dataclass(frozen=True, slots=True)
class Truth:
    """Where a photograph was taken. ``lat`` and ``lon`` are NaN where only the country is known.

    ``country``: ISO alpha-2. ``region``: code of the first-level region ('IT.16'), '' where unknown.
    """

    lat: float
    lon: float
    country: str
    region: str = ""

    @property
    def exact(self) -> bool:
        return not math.isnan(self.lat)


class Ground:
    """The places of a locator, asked as a person who knows geography would answer."""

    def __init__(self, locator: Locator, prior: str = "mixed") -> None:
        self.locator, self.support = locator, locator.support
        self.prior = prior
        self.places = locator.places(prior, ())
        self.codes = np.array(self.support.countries)
        self._continents = np.array([countries.continent(code) for code in self.support.countries])

    @cached_property
    def country_prior(self) -> F8:
        return self.places.countries(self.places.zone_pi)

    def truth(self, lat: float, lon: float) -> Truth:
        """The truth at a position: its country by the borders, its region by the nearest place of it."""
        number = self.locator.country_at(lat, lon)
        place = self._nearest(lat, lon, self.support.country == number)
        code = self.support.zone_codes[int(self.support.zone[place])]
        return Truth(lat, lon, self.support.countries[number], code if code.partition(".")[2] else "")

    def home(self, truth: Truth) -> int:
        """The place of the support that stands for the truth: the nearest of its country, or where only
        the country is known the likeliest of it."""
        own = self.support.country == self.support.country_index[truth.country]
        if truth.exact:
            return self._nearest(truth.lat, truth.lon, own)
        members = np.flatnonzero(own)
        return int(members[np.argmax(self.places.pi[members])])

    def _nearest(self, lat: float, lon: float, among: Flags) -> int:
        members = np.flatnonzero(among)
        return int(members[np.argmax(cosines(self.support.xyz[members], unit(lat, lon)))])

    # --- what a reach holds ---------------------------------------------------------------------------

    def inside(self, places: Places, reach: Reach) -> Flags | None:
        """Which places a person would say lie inside what was said; None for what names no area."""
        match reach:
            case ClueReach() | RemarkReach() | LinkReach():
                return None
            case AreaReach():
                within = kernels.inside_zones(self.support, reach)[places.zone]
                return ~within if reach.negated else within
            case PointReach():
                return masks.round_point(places, reach.lat, reach.lon, max(1.0, WITHIN_SD * reach.sd_km))
            case AlternativesReach():
                found = [self.inside(places, option) for _, option in reach.options]
                return np.asarray(np.any([one for one in found if one is not None], axis=0))
            case GradedReach():
                return kernels.graded(self.support, reach).table[places.zone] >= SPOKEN_LEAST
            case _:
                band = isinstance(reach, BearingReach | BetweenReach | SunReach)
                least = math.exp(-(BAND_SD**2) / 2.0) if band else 0.5
                return self.locator.kernel(places, reach).dense(places.zone) >= least

    def holds(self, reach: Reach, truth: Truth) -> bool:
        """Whether what is said is so of the truth."""
        within = self.inside(self.places, reach)
        return within is not None and bool(within[self.home(truth)])

    def compatible(self, reach: Reach) -> float:
        """The share of the prior that agrees with what is said."""
        within = self.inside(self.places, reach)
        return float("nan") if within is None else float(self.places.pi[within].sum())

    def favour(self, reach: Reach, supports: bool, truth: Truth) -> float:
        """K at the truth over its mean: above 1 what is said speaks for the truth, below against it."""
        kernel = combined(self.places, reach, self.locator.kernel)
        if not supports:
            kernel = kernel.negated()
        z = mean(self.places, kernel)
        home = np.array([self.home(truth)])
        return float(kernel.at(home, self.places.zone[home])[0]) / z if z > 1e-15 else 1.0

    # --- countries -------------------------------------------------------------------------------------

    def name(self, code: str) -> str:
        """A name that hints are read by as this country and no other area: "Micronesia" alone is an area of
        eight countries, "Georgia" is asked back."""
        plain = self.support.country_names[self.support.country_index[code]] or code
        return plain if _read_as(plain) == (code,) else f"the country of {plain}"

    def region_name(self, code: str) -> str:
        """'Tuscany, Italy'; '' where hints with that name are read otherwise (two regions of one name)."""
        support = self.support
        country = support.country_names[support.country_index[code.partition(".")[0]]]
        name = f"{support.zone_names[support.zone_index[code]] or code}, {country}"
        return name if _read_as(name) == (code,) else ""

    def neighbours(self, truth: Truth) -> tuple[str, ...]:
        """Countries that share a border with the true one; an island's is the nearest one."""
        number = self.support.country_index[truth.country]
        place, _ = self.support.country_borders.of(number)
        found = sorted({str(self.codes[c]) for c in self.support.country[place]} - {"", truth.country})
        if found:
            return tuple(found)
        home = self.support.xyz[self.home(truth)]
        other = np.flatnonzero((self.support.country != number) & (self.codes[self.support.country] != ""))
        nearest = other[np.argmax(cosines(self.support.xyz[other], home))]
        return (str(self.codes[self.support.country[nearest]]),)

    def wider(self, code: str, grain: str) -> tuple[str, tuple[str, ...]]:
        """The 'subregion' or 'continent' of a country: its name and all of its countries."""
        name = countries.subregion(code) if grain == "subregion" else countries.continent(code)
        return name, countries.group(name) if name else ()

    def elsewhere(self, truth: Truth, rng: np.random.Generator) -> int:
        """A place on another continent, drawn from the prior."""
        here = countries.continent(truth.country)
        far = (self._continents != here) & (self._continents != "") & (self.codes != "")
        return self.drawn(far[self.support.country], rng)

    def drawn(self, among: Flags, rng: np.random.Generator) -> int:
        """A place of the support, drawn from the prior among those flagged."""
        weight = np.where(among, self.places.pi, 0.0)
        total = np.cumsum(weight)
        return int(min(np.searchsorted(total, rng.random() * total[-1], side="right"), len(weight) - 1))

    def country_of(self, place: int) -> str:
        return str(self.codes[self.support.country[place]])

    def area(self, codes: Sequence[str], *, negated: bool = False) -> AreaReach:
        known = tuple(code for code in codes if code in self.support.country_index)
        return AreaReach("country", known, negated=negated)
