"""Which clues count as independent: those that share no origin (docs/decisions/0008, 0016)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from theodolite.domain import AlternativesReach, Candidate, Clue, Origin, PointReach, ReferenceSearch
from theodolite.geo.geodesy import distance_km
from theodolite.relations import Relation
from theodolite.relations.origins import NEAR_KM, of_clue, of_retrieval
from theodolite.relations.relation import listed

RETRIEVAL = "retrieval"
_KINDS = ("file", "series", "camera", "reference", "person")


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent clues support a candidate, and why not more.

    ``groups``: the ids of supporting sources ('C3', 'retrieval'), one tuple for each group without a common
    origin. ``shared``: ids, the origin they share and a sentence part that names both; it covers supporting
    sources and those beside them (see :func:`explain`).
    """

    count: int
    groups: tuple[tuple[str, ...], ...]
    shared: tuple[tuple[tuple[str, ...], Origin, str], ...]

    @property
    def text(self) -> str:
        """All shared origins in one line; '' when there is none."""
        return "; ".join(text for _, _, text in self.shared)


def groups(origins_of: Sequence[Iterable[Origin]]) -> int:
    """The number of groups when items that share any origin, directly or through others, are joined.

    An item without a stated origin rests on nothing we know and counts for nothing.
    """
    return len(joined([(str(number), tuple(origins)) for number, origins in enumerate(origins_of)]))


def joined(items: Iterable[tuple[str, tuple[Origin, ...]]]) -> tuple[tuple[str, ...], ...]:
    """Names in groups that share no origin, each in the order given."""
    merged: list[tuple[set[Origin], list[str]]] = []
    for name, origins in items:
        current, members = set(origins), [name]
        if not current:
            continue
        touching = [group for group in merged if group[0] & current]
        merged = [group for group in merged if not group[0] & current]
        for known, names in touching:
            current |= known
            members = [*names, *members]
        merged.append((current, members))
    return tuple(tuple(members) for _, members in merged)


def supporting(
    candidate: Candidate,
    clues: Iterable[Clue],
    searches: Iterable[ReferenceSearch],
    relations: Sequence[Relation] = (),
) -> list[tuple[str, tuple[Origin, ...]]]:
    """The sources that speak for ``candidate``, each with its origins.

    Hints are left out: what the examiner says is not a clue that supports the examiner's verdict.
    """
    clues = list(clues)
    for_it = {c.source for c in candidate.contributions if c.log_likelihood > 0}
    found = [(clue.id, of_clue(clue, relations)) for clue in clues if clue.id in for_it and clue.active]
    if RETRIEVAL in for_it:
        found.append((RETRIEVAL, of_retrieval(searches, clues, (candidate.lat, candidate.lon))))
    return found


def independent(candidate: Candidate, clues: Iterable[Clue], searches: Iterable[ReferenceSearch]) -> int:
    """How many independent clues support ``candidate``."""
    return groups([origins for _, origins in supporting(candidate, clues, searches)])


def explain(
    candidate: Candidate,
    clues: Iterable[Clue],
    searches: Iterable[ReferenceSearch],
    *,
    beside: Iterable[Clue] = (),
    relations: Sequence[Relation] = (),
) -> Independence:
    """The independent clues of ``candidate`` and the origins that others share.

    ``beside``: clues of other exhibits. Those that point to the candidate do not count, as the answer does
    not rest on them, but what they share with what does count is named: they would add nothing.
    ``relations``: copies, series and cameras of the case, which share origins that no clue states.
    """
    own, others = list(clues), [clue for clue in beside if clue.active and _points_to(clue, candidate)]
    counted = supporting(candidate, own, searches, relations)
    if any(name == RETRIEVAL for name, _ in counted):
        # The series of a reference is told from the clues of all exhibits.
        where = (candidate.lat, candidate.lon)
        rest = of_retrieval(searches, [*own, *others], where)
        counted = [(name, rest if name == RETRIEVAL else origins) for name, origins in counted]
    named = {name for name, _ in counted}
    near = [(clue.id, of_clue(clue, relations)) for clue in others if clue.id not in named]
    exhibits = {clue.id: clue.exhibit for clue in (*own, *others)}
    found = joined(counted)
    return Independence(len(found), found, _shared(counted, near, exhibits))


def _points_to(clue: Clue, candidate: Candidate) -> bool:
    if clue.rejected_reason is not None or not clue.supports:
        return False
    match clue.reach:
        case PointReach():
            points = [clue.reach]
        case AlternativesReach():
            points = [option for _, option in clue.reach.options]
        case _:
            return False
    return any(float(distance_km(p.lat, p.lon, candidate.lat, candidate.lon)) <= NEAR_KM for p in points)


def _shared(
    counted: Sequence[tuple[str, tuple[Origin, ...]]],
    beside: Sequence[tuple[str, tuple[Origin, ...]]],
    exhibits: dict[str, str],
) -> tuple[tuple[tuple[str, ...], Origin, str], ...]:
    """Each origin that a counted source shares, unless another origin already explains the same sources."""
    inside = {name for name, _ in counted}
    members: dict[Origin, list[str]] = {}
    for name, origins in (*counted, *beside):
        for origin in dict.fromkeys(origins):
            members.setdefault(origin, []).append(name)
    found: list[tuple[tuple[str, ...], Origin, str]] = []
    # The reason that covers most sources comes first, then the closest kind of origin.
    ranked = sorted(members.items(), key=lambda row: (-len(row[1]), _KINDS.index(row[0].kind), row[0].key))
    for origin, names in ranked:
        told = any(set(names) <= set(before) for before, _, _ in found)
        if len(names) > 1 and inside & set(names) and not told:
            found.append((tuple(names), origin, f"{_who(names, exhibits)} share {what(origin)}"))
    return tuple(found)


def _who(names: Sequence[str], exhibits: dict[str, str]) -> str:
    """'E2 and the references'; 'C1 and C2 of E1' where all are of one exhibit."""
    clues = [name for name in names if name != RETRIEVAL]
    of = list(dict.fromkeys(exhibits[name] for name in clues))
    if len(of) == 1 and len(clues) == len(names):
        return f"{listed(clues)} of {of[0]}"
    return listed([*of, *(["the references"] if RETRIEVAL in names else [])])


def what(origin: Origin) -> str:
    """What sources with this origin share, in words."""
    kind, _, rest = origin.key.partition(": ")
    match origin.kind:
        case "file":
            copies = {
                "near-duplicate": "one picture, stored twice",
                "derived": "the file they were made from",
            }
            return copies.get(kind, "the same bytes")
        case "series":
            if kind == "series":
                return f"one series of captures ({listed(rest.split())})"
            camera, _, day = origin.key.rpartition(" ")
            return f"camera model and day: {camera}, {day}"
        case "camera":
            return "one make and model of camera" if kind == "same camera" else f"one camera: {origin.key}"
        case "reference":
            return f"one source: {origin.key}"
        case "person":
            return f"one person: {origin.key}"
