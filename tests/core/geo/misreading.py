"""Cities in the script of their country, and one error a reading machine could make."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from theodolite.clues import scripts
from theodolite.clues.territories import shares
from theodolite.geo.gazetteer import Gazetteer, Place
from theodolite.geo.gazetteer_errors import look_alikes
from theodolite.geo.names import fold

#: Writing systems of several scripts.
_SYSTEMS = {"Jpan": ("Hira", "Kana", "Hani"), "Kore": ("Hang",), "Hans": ("Hani",), "Hant": ("Hani",)}
#: Scripts whose letters are syllables or words: names of two letters take part, elsewhere of four.
_SHORT = {"Hira", "Kana", "Hani", "Hang"}


@dataclass(frozen=True, slots=True)
class Misread:
    """A city, its name in the script of its country, the name with an error, and the kind of error."""

    place: Place
    name: str
    read: str
    script: str
    error: str


def systems(country: str) -> tuple[str, ...]:
    """Scripts of the writing system most signs of a country are in; Latin where CLDR does not say."""
    total: Counter[str] = Counter()
    for (_, system), share in shares().get(country, {}).items():
        total[system] += share  # type: ignore[assignment]
    system = total.most_common(1)[0][0] if total else "Latn"
    return _SYSTEMS.get(system, (system,))


def script_of(name: str) -> str:
    found = scripts.counts(name)
    return max(found, key=lambda code: (found[code], code)) if found else ""


class Misreader:
    """Draws cities and errors. Excluded and counted: places without a name in the script, short names."""

    def __init__(self, gazetteer: Gazetteer, rng: random.Random) -> None:
        self.gazetteer, self.rng = gazetteer, rng
        self.excluded: Counter[str] = Counter()
        self.letters = self._letters()

    def _letters(self) -> Mapping[str, list[str]]:
        """Letters of each script as the gazetteer's own names use them (plain a to z for Latin)."""
        found: dict[str, set[str]] = defaultdict(set)
        rows = self.gazetteer._db.execute("select text from name where kind = 1 limit 200000")
        for (text,) in rows:
            for letter in text.lower():
                if letter.isalpha() and (code := scripts.script_of(letter)):
                    found[code].add(letter)
        found["Latn"] = set("abcdefghijklmnopqrstuvwxyz")
        return {code: sorted(letters) for code, letters in found.items()}

    def native(self, place: Place) -> str | None:
        """The main name in Latin countries; else one of its names in the script, drawn at random."""
        wanted = systems(place.country)
        if wanted == ("Latn",):
            return place.name
        rows = self.gazetteer._db.execute("select text from name where place = ? and kind <= 1", (place.id,))
        names = sorted(
            text for (text,) in rows if (found := scripts.counts(text)) and set(found) <= set(wanted)
        )
        return self.rng.choice(names) if names else None

    def misread(self, name: str, script: str) -> tuple[str, str]:
        """(kind of error, the name with it): a look-alike, any letter of the script, one lost, one added."""
        letters = list(name)
        places = [at for at, c in enumerate(letters) if c.isalpha() or unicodedata.category(c)[0] == "M"]
        at, error = self.rng.choice(places), self.rng.choice(("look-alike", "other", "lost", "added"))
        some = self.letters[script]
        if error == "look-alike":
            alike = {i: look_alikes(fold(letters[i])) for i in places if len(fold(letters[i])) == 1}
            open_to = [i for i in places if alike.get(i)]
            if open_to:
                at = self.rng.choice(open_to)
                letters[at] = self.rng.choice(alike[at])
            else:
                error = "other"
        if error == "other":
            letters[at] = self.rng.choice([c for c in some if c != letters[at].lower()])
        elif error == "lost":
            del letters[at]
        elif error == "added":
            letters.insert(at, self.rng.choice(some))
        return error, "".join(letters)

    def draw(self, cities: list[int], count: int) -> Iterator[Misread]:
        """``count`` misread names of cities drawn from these ids without replacement."""
        drawn = 0
        for identity in self.rng.sample(cities, len(cities)):
            if drawn == count:
                return
            place = self.gazetteer.place(identity)
            assert place is not None
            name = self.native(place)
            script = script_of(name or "")
            if name is None or script not in self.letters:
                self.excluded["no name in the script of the country"] += 1
                continue
            if sum(c.isalpha() for c in name) < (2 if script in _SHORT else 4):
                self.excluded["too short a name"] += 1
                continue
            error, read = self.misread(name, script)
            if fold(read) == fold(name):
                self.excluded["the error does not show"] += 1
                continue
            if len(read) < 2:
                self.excluded["one character left"] += 1
                continue
            drawn += 1
            yield Misread(place, name, read, script, error)
