"""A model's clue held against the clue records of the exhibit: confirmed, contradicted, or its own word.

Deterministic and on the side of 'own'. Confirmed: something in it can be checked, and a record agrees with
each of those things; a name in the inference that no record holds is such a thing. Contradicted: a record
that is at least likely leaves no room for one of them, and no record agrees with that one. Records that
disagree among themselves settle nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.assistant import claims
from theodolite.assistant.claims import Claims
from theodolite.assistant.facts import allowed, collect
from theodolite.clues.scripts import SCRIPTS
from theodolite.clues.territories import country_name
from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    Box,
    Clue,
    GradedReach,
    PointReach,
    Strength,
    source_of,
)
from theodolite.geo import countries, regions
from theodolite.geo.names import fold
from theodolite.geo.world import World

_MOST = 0.5  # a record agrees with countries that hold so much of what it says
_NONE = 0.005  # and leaves no room for what holds less
_OVERLAP = 0.5  # two boxes show one thing where they share so much of the smaller
_BORDER_KM = 25.0
_READ = re.compile("“.*”", re.DOTALL)
_LEAST_NAME = 4
_LEAST_END = 8  # digits of a number without its country code
#: Words that open an inference with a capital and name nothing.
_OPENING = frozenset(
    (
        *("likely", "probably", "possibly", "maybe", "perhaps", "used", "typical", "typically", "common"),
        *("commonly", "found", "suggests", "indicates", "implies", "points", "means", "written", "spoken"),
        *("language", "country", "place", "city", "town", "region", "taken", "located", "must", "could"),
        *("may", "might", "same", "name", "number", "phone", "speaks", "says", "shows"),
    )
)
_PLAIN_NAMES = ("Kanji", "Hanzi", "Roman", "Chinese", "Japanese", "European", "Asian", "African", "American")

Standing = Literal["confirmed", "contradicted", "own"]


@dataclass(frozen=True, slots=True)
class Checked:
    """``cites``: records that agree, or that contradict. ``why``: in words, '' where nothing was checked."""

    standing: Standing
    cites: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Finding:
    """What records say to one thing: ids with words."""

    agree: tuple[tuple[str, str], ...] = ()
    deny: tuple[tuple[str, str], ...] = ()


def check(
    observation: str, inference: str, box: Box | None, clues: Sequence[Clue], world: World | None
) -> Checked:
    """How the records stand to a clue of a model. ``world`` None: positions name no country."""
    said = claims.of(observation, inference)
    usable = [c for c in clues if c.active and c.supports and not c.kind.startswith("none.")]
    found = [*_read(said, usable, box), *_named(said, usable, world), *_dated(said, usable)]
    if not found:
        return Checked("own")
    found += [_Finding() for _ in _unheld(said, usable)]
    denied = [finding for finding in found if finding.deny and not finding.agree]
    agreed = [finding for finding in found if finding.agree and not finding.deny]
    if denied:
        rows = [row for finding in denied for row in finding.deny]
        return Checked("contradicted", _ids(rows), _words(rows))
    if len(agreed) == len(found):
        rows = [row for finding in agreed for row in finding.agree]
        return Checked("confirmed", _ids(rows), _words(rows))
    mixed = any(finding.agree and finding.deny for finding in found)
    return Checked("own", why="The records disagree among themselves." if mixed else "")


def _ids(rows: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identity for identity, _ in rows))


def _words(rows: Iterable[tuple[str, str]]) -> str:
    return "; ".join(dict.fromkeys(f"{identity} {words}" for identity, words in rows)) + "."


def _unheld(said: Claims, clues: Sequence[Clue]) -> tuple[str, ...]:
    """Names and numbers of the inference that were not understood and that no record concludes.

    What is only written in the picture concludes nothing: a sign may say anything.
    """
    first, _, rest = said.meant.partition(" ")
    plain = first.casefold() if first.casefold().strip(",.:;") in _OPENING else first
    held = [*said.called, *SCRIPTS.values(), *_PLAIN_NAMES]
    for clue in clues:
        held += [_READ.sub(" ", clue.observation), clue.inference, *_names(clue)]
        held += re.findall(r"[\d\s+().:/-]+", clue.observation)
    return allowed(f"{plain} {rest}", collect(held))


# --- writing ----------------------------------------------------------------------------------------------


def _read(said: Claims, clues: Sequence[Clue], box: Box | None) -> Iterator[_Finding]:
    lines = [c for c in clues if c.line is not None]
    for quoted in said.quoted:
        yield _Finding(tuple((c.id, "reads the same") for c in lines if _holds(_text(c), quoted)))
    for number in said.numbers:
        same = ((c.id, "holds the same number") for c in clues if _same_number(c, number))
        yield _Finding(tuple(same))
    here = [c for c in lines if _same_line(c, said, box)]
    for script in said.scripts:
        agree = tuple((c.id, "is written so") for c in lines if c.line and script in _scripts(c.line.script))
        deny = tuple(
            (c.id, "is written in other letters")
            for c in here
            if c.line and c.line.script and script not in _scripts(c.line.script)
        )
        yield _Finding(agree, deny)
    for language in said.languages:
        read = [(c, _language(c)) for c in clues if c.kind == "text.language"]
        agree = tuple((c.id, "reads as the same language") for c, code in read if code == language)
        near = [c for c, code in read if c in here and code not in ("", language) and _sure(c)]
        yield _Finding(agree, tuple((c.id, "reads as another language") for c in near))


def _text(clue: Clue) -> str:
    return "" if clue.line is None else fold(clue.line.corrected or clue.line.text)


def _holds(text: str, quoted: str) -> bool:
    """Whether a line is what was quoted, or holds it as whole words (of four letters at least)."""
    if text == quoted:
        return bool(text)
    return len(quoted) >= _LEAST_NAME and re.search(rf"(?<!\w){re.escape(quoted)}(?!\w)", text) is not None


def _same_number(clue: Clue, number: str) -> bool:
    texts = [clue.observation, *(value for _, value in clue.inputs)]
    if clue.line is not None:
        texts.append(clue.line.corrected or clue.line.text)
    found = {claims.digits(match) for text in texts for match in re.findall(r"\+?\d[\d\s().\-/]{3,}\d", text)}
    whole = number in found
    return whole or (len(number) >= _LEAST_END and any(one.endswith(number.lstrip("0")) for one in found))


def _same_line(clue: Clue, said: Claims, box: Box | None) -> bool:
    if any(_holds(_text(clue), quoted) for quoted in said.quoted):
        return True
    return box is not None and clue.box is not None and _shared(box, clue.box) >= _OVERLAP


def _shared(first: Box, second: Box) -> float:
    """Common area of two boxes as a share of the smaller one."""
    width = min(first.right, second.right) - max(first.left, second.left)
    height = min(first.bottom, second.bottom) - max(first.top, second.top)
    areas = [(b.right - b.left) * (b.bottom - b.top) for b in (first, second)]
    if width <= 0 or height <= 0 or min(areas) <= 0:
        return 0.0
    return width * height / min(areas)


def _scripts(code: str) -> tuple[str, ...]:
    """Japanese mixes three: a line of kana may well hold kanji."""
    return ("Hani", "Hira", "Kana") if code in ("Hira", "Kana") else (code,)


def _language(clue: Clue) -> str:
    """The code of the language that our own words behind the quotation name."""
    name = clue.observation.rpartition("” reads as ")[2].partition(" (")[0]
    return (countries.language_lookup(name) or "") if name != clue.observation else ""


# --- places -----------------------------------------------------------------------------------------------


def _named(said: Claims, clues: Sequence[Clue], world: World | None) -> Iterator[_Finding]:
    if said.countries:
        agree, deny = [], []
        wanted = set(said.countries)
        named = " or ".join(country_name(code) for code in said.countries)
        for clue in clues:
            shares = _countries(clue, world)
            total = sum(shares.values())
            if not total:
                continue
            held = sum(shares.get(code, 0.0) for code in wanted)
            if held >= _MOST * total and _telling(clue):
                agree.append((clue.id, f"says {named} too"))
                continue
            room = max(shares.get(code, 0.0) for code in wanted) >= _NONE * max(shares.values())
            if not room and _sure(clue) and not _beside_border(clue, wanted, world):
                deny.append((clue.id, f"leaves no room for {named}"))
        yield _Finding(tuple(agree), tuple(deny))
    meant = fold(said.meant)
    places = [(c.id, "names the same place") for c in clues for name in _names(c) if _mentions(meant, name)]
    if places:
        yield _Finding(tuple(places))


def _sure(clue: Clue) -> bool:
    return clue.strength is not Strength.WEAK


def _telling(clue: Clue) -> bool:
    """A weak clue about half the world confirms nothing."""
    return _sure(clue) or isinstance(clue.reach, PointReach | AreaReach)


def _countries(clue: Clue, world: World | None) -> dict[str, float]:
    """What a record says of countries, on any scale; {} where it says nothing plain."""
    match clue.reach:
        case GradedReach():
            return dict(clue.reach.weights)
        case AreaReach() if not clue.reach.negated:
            return dict.fromkeys((code.partition(".")[0] for code in clue.reach.codes), 1.0)
        case PointReach():
            return _at([(1.0, clue.reach)], world)
        case AlternativesReach():
            return _at(clue.reach.options, world)
        case _:
            return {}


def _at(points: Iterable[tuple[float, PointReach]], world: World | None) -> dict[str, float]:
    found: dict[str, float] = {}
    for share, point in points if world is not None else ():
        assert world is not None
        code = world.country_of([point.lat], [point.lon])[0]
        if not code:
            return {}  # at sea: which country is meant is not said
        found[code] = found.get(code, 0.0) + share
    return found


def _beside_border(clue: Clue, wanted: set[str], world: World | None) -> bool:
    """Whether a position is as near to a country as it is unsure."""
    if world is None or not isinstance(clue.reach, PointReach):
        return False
    limit = max(_BORDER_KM, 3 * clue.reach.sd_km)
    lat, lon = [clue.reach.lat], [clue.reach.lon]
    return any(float(world.signed_distance_km(lat, lon, code, limit)[0]) > -limit for code in wanted)


def _names(clue: Clue) -> tuple[str, ...]:
    """Names of towns and regions that a record is about, folded."""
    match clue.reach:
        case PointReach() if source_of(clue.kind) == "place":
            found = [clue.reach.label.split(",")[0]]
        case AlternativesReach():
            found = [point.label.split(",")[0] for share, point in clue.reach.options if share >= _MOST]
        case AreaReach(scope="admin1") if not clue.reach.negated and len(clue.reach.codes) == 1:
            found = list(regions.names(clue.reach.codes[0]))
        case _:
            found = []
    return tuple(dict.fromkeys(key for name in found if len(key := fold(name)) >= _LEAST_NAME))


def _mentions(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


# --- time -------------------------------------------------------------------------------------------------


def _dated(said: Claims, clues: Sequence[Clue]) -> Iterator[_Finding]:
    """A year in which the picture is said to have been taken."""
    if not said.taken:
        return
    agree, deny = [], []
    for clue in clues:
        if clue.when is None or not clue.when.inside or not (clue.when.start and clue.when.end):
            continue
        first, last = clue.when.start[:4], clue.when.end[:4]
        if first == last == said.taken:
            agree.append((clue.id, f"says {said.taken} too"))
        elif not first <= said.taken <= last and _sure(clue):
            deny.append((clue.id, "says another year"))
    yield _Finding(tuple(agree), tuple(deny))
