"""What sources rest on beyond what each clue states: references of an index, relations of exhibits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theodolite.domain import Clue, Origin, Reference, ReferenceSearch
from theodolite.geo.geodesy import distance_km
from theodolite.relations.relation import Relation

#: So many of the best references speak for an answer; the softmax gives the others next to nothing.
BEST = 10
#: References this near to a candidate are those that speak for it.
NEAR_KM = 25.0

_OF_KIND = {
    "duplicate": "file",
    "near-duplicate": "file",
    "derived": "file",
    "series": "series",
    "same camera": "camera",
}


def of_retrieval(
    searches: Iterable[ReferenceSearch],
    clues: Iterable[Clue] = (),
    near: tuple[float, float] | None = None,
) -> tuple[Origin, ...]:
    """The indexes that were searched, and the capture series (camera model and day) of the best references.

    ``near``: only references round this place, where there are any. References are indexed without the serial
    number of their camera: where a clue is of the same model and day with one, that is the same series.
    """
    searches = tuple(searches)
    found = {Origin("reference", path) for search in searches for path, _ in search.indexes}
    stated = {origin.key for clue in clues for origin in clue.origins if origin.kind == "series"}
    for search in searches:
        for reference in best(search.references, near):
            if not (reference.camera and reference.taken_on):
                continue
            found.add(Origin("series", f"{reference.camera} {reference.taken_on}"))
            found |= {
                Origin("series", key)
                for key in stated
                if key.startswith(f"{reference.camera} ") and key.endswith(f" {reference.taken_on}")
            }
    return tuple(sorted(found, key=lambda origin: (origin.kind, origin.key)))


def best(references: Sequence[Reference], near: tuple[float, float] | None = None) -> tuple[Reference, ...]:
    """The references that speak for a place, best first; for the best place when none is near."""
    ordered = sorted(references, key=lambda r: (-r.cosine, r.id))
    if near is not None:
        around = [r for r in ordered if float(distance_km(r.lat, r.lon, *near)) <= NEAR_KM]
        ordered = around or ordered[:1]
    return tuple(ordered[:BEST])


def of_clue(clue: Clue, relations: Iterable[Relation] = ()) -> tuple[Origin, ...]:
    """What a clue states, and what its exhibit shares with others.

    Only clues that rest on the file itself: an inference by hand rests on the source the person names.
    """
    if not any(origin.kind == "file" for origin in clue.origins):
        return clue.origins
    shared = [
        Origin(_OF_KIND[one.kind], f"{one.kind}: {' '.join(one.exhibits)}")  # type: ignore[arg-type]
        for one in relations
        if one.origin and one.kind in _OF_KIND and clue.exhibit in one.exhibits
    ]
    return (*clue.origins, *shared)
