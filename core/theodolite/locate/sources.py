"""From clues, hints and searches to independent groups of evidence (posterior.md, Dependence).

Everything here is order-free: groups are sorted by root and parts by a fixed order, so the posterior of
a set of sources does not depend on how the set was written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from theodolite.domain import (
    AlternativesReach,
    AreaReach,
    Clue,
    ClueReach,
    Hint,
    HintState,
    LinkReach,
    PointReach,
    Reach,
    Reference,
    ReferenceSearch,
    RemarkReach,
    SourceSetting,
    source_of,
)
from theodolite.index import novelty
from theodolite.locate.parameters import DEFAULT, Parameters
from theodolite.locate.sphere import distances, unit

# The fixed order of conditional parts of one text line, from the widest to the most specific.
TEXT_ORDER = (
    "text.script",
    "text.orthography",
    "text.unit",
    "text.language",
    "text.currency",
    "text.street",
    "text.road",
    "text.domain",
    "text.plate",
    "text.code",
    "text.postal",
    "text.place",
    "text.phone",
)
SAME_REFERENCE_KM = 0.05
SAME_REFERENCE_COSINE = 0.002
MAX_REFERENCES = 100


@dataclass(frozen=True, slots=True)
class Part:
    """One statement about places. ``extra`` is the doubt it has beyond that of its group, in [0, 1).

    ``implied``: a later part of the same line says the same and more, so this one counts for nothing.
    ``named``: the label is a name of the place. ``weight`` in [0, 1] scales what the part adds to its group.
    """

    source: str
    text: str
    label: str
    reach: Reach
    supports: bool = True
    named: bool = True
    extra: float = 0.0
    implied: bool = False
    weight: float = 1.0

    @property
    def content(self) -> tuple[object, ...]:
        """What the numbers depend on: neither names nor ids."""
        return (self.reach, self.supports, self.extra, self.implied, self.weight)


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that rest on one root: they share ONE doubt e."""

    root: str
    doubt: float
    parts: tuple[Part, ...]

    @property
    def content(self) -> tuple[object, ...]:
        return (self.doubt, tuple(part.content for part in self.parts))


@dataclass(frozen=True, slots=True)
class Retrieval:
    """References that resemble one exhibit, near-duplicates once, best first.

    Through a link (locate.links) they arrive blurred by ``blur_km`` and with the doubt ``extra`` beside the
    doubt of every retrieval. ``unknown`` is not empty when a place that is in none of the searched indexes
    would find as good a reference: then it says what the best is the nearest of.
    """

    root: str
    source: str
    text: str
    references: tuple[Reference, ...]
    blur_km: float = 0.0
    extra: float = 0.0
    unknown: str = ""

    @property
    def content(self) -> tuple[object, ...]:
        return (self.blur_km, self.extra, *((r.lat, r.lon, r.cosine) for r in self.references))


#: Hints of these say nothing about places by themselves, so they are no source.
NO_PLACES = (LinkReach, RemarkReach, ClueReach)


def in_order(name: str) -> tuple[object, ...]:
    """Sort key that puts C2 before C10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in re.split(r"(\d+)", name)
    )


def counts(clue: Clue, off: frozenset[str] = frozenset()) -> bool:
    """Whether a clue says anything about places now; ``off``: sources that are switched off."""
    return (
        clue.active
        and clue.rejected_reason is None
        and clue.reach is not None
        and not isinstance(clue.reach, NO_PLACES)
        and source_of(clue.kind) not in off
    )


def _is_point(reach: Reach | None) -> bool:
    return isinstance(reach, PointReach | AlternativesReach)


def _text_rank(clue: Clue) -> tuple[object, ...]:
    number = TEXT_ORDER.index(clue.kind) if clue.kind in TEXT_ORDER else len(TEXT_ORDER)
    return (number, in_order(clue.id), clue.observation)


def _implied(clue: Clue, line: Sequence[Clue]) -> bool:
    """Script by letters or language, letters by language; a country by a place within it."""
    if clue.kind in ("text.script", "text.orthography"):
        letters = () if clue.kind == "text.orthography" else ("text.orthography",)
        return any(other.kind in ("text.language", *letters) for other in line)
    if isinstance(clue.reach, AreaReach) and clue.reach.scope == "country" and clue.supports:
        return any(other.kind == "text.place" and _is_point(other.reach) and other.supports for other in line)
    return False


def _extra(doubt: float, group_doubt: float) -> float:
    """The doubt a part has beyond its group's: 1 - e = (1 - e_G) (1 - extra)."""
    return max(0.0, (doubt - group_doubt) / (1.0 - group_doubt))


#: Positions that a file states: their label says where the claim comes from and names no place.
STATED = {"exif.gps": "GPS", "c2pa.place": "content credentials", "video.track": "track"}


def _label(clue: Clue) -> str:
    if clue.kind in STATED:
        return f"{STATED[clue.kind]} of {clue.exhibit}"
    return clue.reach.label if isinstance(clue.reach, PointReach) else ""


def _said(clue: Clue) -> str:
    said = clue.inference or clue.observation
    return said if clue.supports else f"Against: {said}"


def _clue_group(
    root: str, clues: Sequence[Clue], weights: Mapping[str, float], parameters: Parameters
) -> Group:
    line = sorted(clues, key=_text_rank)
    text = all(clue.kind.startswith("text.") for clue in line)
    least = min(clue.strength.doubt for clue in line)
    # A line that was read at all carries the one doubt of reading; a wholly weak line carries its own.
    doubt = (parameters.text_doubt if least <= 0.20 else least) if text else least
    parts = []
    for clue in line:
        assert clue.reach is not None
        own = clue.strength.doubt
        extra = 0.0 if text and own <= 0.20 else _extra(own, doubt)
        implied = text and _implied(clue, line)
        named = clue.kind not in STATED
        source = source_of(clue.kind)
        weight = weights.get(source, 1.0) * parameters.weight(source)
        parts.append(
            Part(clue.id, _said(clue), _label(clue), clue.reach, clue.supports, named, extra, implied, weight)
        )
    return Group(root, doubt, tuple(parts))


def _hint_group(root: str, hints: Sequence[Hint]) -> Group:
    doubt = min(hint.strength.doubt for hint in hints)
    parts = tuple(
        Part(
            hint.id,
            hint.reading or hint.text,
            hint.reach.label if isinstance(hint.reach, PointReach) else "",
            hint.reach,
            extra=_extra(hint.strength.doubt, doubt),
        )
        for hint in sorted(hints, key=lambda h: (in_order(h.id), h.reading))
    )
    return Group(root, doubt, parts)


def groups(
    clues: Iterable[Clue],
    hints: Iterable[Hint],
    settings: Iterable[SourceSetting] = (),
    parameters: Parameters = DEFAULT,
) -> tuple[Group, ...]:
    """Groups of all clues and hints that count, sorted by root; ``settings`` switch and weigh clue sources.

    A person's weight of a source multiplies the fitted one. Hints without a stated source each rest on
    themselves; two from one stated source share a root.
    """
    off = frozenset(one.source for one in settings if not one.on or one.weight <= 0.0)
    weights = {one.source: min(one.weight, 1.0) for one in settings}
    of_clues: dict[str, list[Clue]] = {}
    for clue in clues:
        if counts(clue, off):
            of_clues.setdefault(clue.root or f"clue:{clue.id}", []).append(clue)
    of_hints: dict[str, list[Hint]] = {}
    for hint in hints:
        if hint.state is HintState.ON and not hint.exclude and not isinstance(hint.reach, NO_PLACES):
            source = hint.source.strip().casefold()
            of_hints.setdefault(f"hint:source:{source}" if source else f"hint:{hint.id}", []).append(hint)
    found = [_clue_group(root, line, weights, parameters) for root, line in of_clues.items()]
    found += [_hint_group(root, said) for root, said in of_hints.items()]
    return tuple(sorted(found, key=lambda group: group.root))


def retrievals(searches: Iterable[ReferenceSearch]) -> tuple[Retrieval, ...]:
    """One retrieval per search that found anything; the pixels of an exhibit are its root."""
    found = []
    for search in searches:
        references = distinct(search.references)
        if not references:
            continue
        best = references[0]
        number = f"{len(references)} references" if len(references) > 1 else "1 reference"
        text = f"{search.exhibit} resembles {number}; best {best.name}, cosine {best.cosine:.2f}"
        unknown = ""
        if search.by_chance is not None and novelty.verdict(search) == "unknown":
            unknown = novelty.nearest_of(search)
            text = f"{text}; {unknown}: the place may be none of them"
        found.append(Retrieval(f"pixels:{search.exhibit}", "retrieval", text, references, unknown=unknown))
    return tuple(sorted(found, key=lambda r: (in_order(r.root), r.content)))


def distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """At most 100 references, best first; near-duplicates count once.

    Two are near-duplicates when they are the same content, or lie within 50 m and resemble the exhibit
    equally to .002: a burst of one scene.
    """
    ordered = sorted(references, key=lambda r: (-r.cosine, r.id, r.lat, r.lon))[:MAX_REFERENCES]
    kept: list[Reference] = []
    for candidate in ordered:
        if not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
    return tuple(kept)


def _same(first: Reference, second: Reference) -> bool:
    if first.id == second.id:
        return True
    if abs(first.cosine - second.cosine) > SAME_REFERENCE_COSINE or abs(first.lat - second.lat) > 0.001:
        return False
    return _km(first, second) <= SAME_REFERENCE_KM


def _km(first: Reference, second: Reference) -> float:
    return float(distances(unit(first.lat, first.lon)[None, :], unit(second.lat, second.lon))[0])
