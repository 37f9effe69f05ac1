"""All relations between the exhibits of a case, from what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from theodolite.domain import Exhibit
from theodolite.relations import order, travel
from theodolite.relations.fingerprint import BITS, Copy, Fingerprint, copies
from theodolite.relations.relation import Relation, listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Cosine of the image encoder from which two pictures are said to look alike. On photographs of the corpora
#: pictures of different places reach .76, pictures of one walk .96 (38 in 100 of their pairs .90), and a crop
#: of four fifths anywhere .95 in the median: it tells a scene, never that two are one picture.
ALIKE = 0.90


def relations(
    exhibits: Sequence[Exhibit],
    hashes: Mapping[str, Sequence[str]] | None = None,
    vectors: Mapping[str, NDArray[np.float32]] | None = None,
) -> tuple[Relation, ...]:
    """Relations of ``exhibits`` that are not withdrawn, in a fixed order: copies, cameras, series, times.

    ``hashes``: fingerprints by exhibit (:meth:`Fingerprint.strings`), those the exhibits carry when None.
    ``vectors``: unit vectors of the image encoder by exhibit, where the vision pack is installed.
    """
    present = [item for item in exhibits if not item.withdrawn]
    if hashes is None:
        hashes = {item.id: item.fingerprint for item in present}
    return (
        *_duplicates(present),
        *_derived(present),
        *_copies(present, hashes, vectors or {}),
        *order.cameras(present),
        *order.series(present),
        *order.in_time(present),
        *travel.journeys(present),
    )


def _duplicates(exhibits: Sequence[Exhibit]) -> list[Relation]:
    by_bytes: dict[str, list[str]] = {}
    for item in exhibits:
        by_bytes.setdefault(item.sha256, []).append(item.id)
    return [
        Relation(
            "duplicate",
            tuple(names),
            f"{listed(names)} are the same bytes: one file, and one piece of evidence",
            f"SHA-256 {sha256}",
            ("equal SHA-256",),
            origin=True,
        )
        for sha256, names in by_bytes.items()
        if len(names) > 1
    ]


def _derived(exhibits: Sequence[Exhibit]) -> list[Relation]:
    children: dict[str, list[str]] = {}
    for item in exhibits:
        if item.parent:
            children.setdefault(item.parent, []).append(item.id)
    known = {item.id for item in exhibits}
    found = []
    for parent, names in children.items():
        related = (*((parent,) if parent in known else ()), *names)
        if len(related) > 1:
            verb = "was" if len(names) == 1 else "were"
            text = f"{listed(names)} {verb} made from {parent}: what they say counts once"
            found.append(Relation("derived", related, text, for_=("recorded when made",), origin=True))
    return found


def _copies(
    exhibits: Sequence[Exhibit],
    hashes: Mapping[str, Sequence[str]],
    vectors: Mapping[str, NDArray[np.float32]],
) -> list[Relation]:
    known = {item.id: item for item in exhibits}
    prints = {name: Fingerprint.of(hashes.get(name, ())) for name in known}
    pairs = copies({name: found for name, found in prints.items() if found is not None})
    said = [
        _copy(pair, known, _cosine(vectors, pair.first, pair.second))
        for pair in pairs
        if known[pair.first].sha256 != known[pair.second].sha256
    ]
    copied = {frozenset((pair.first, pair.second)) for pair in pairs}
    return said + [one for one in _alike(exhibits, vectors) if frozenset(one.exhibits) not in copied]


def _copy(pair: Copy, known: Mapping[str, Exhibit], cosine: float | None) -> Relation:
    names = (pair.first, pair.second)
    sizes = [f"{known[name].width} × {known[name].height}" for name in names]
    how = [f"{pair.bits} of {BITS} bits of the perceptual hashes differ", f"{sizes[0]} and {sizes[1]} pixels"]
    words = "one picture"
    if pair.mirrored:
        words += ", one of them mirrored"
    if pair.cropped is not None:
        words += f", {names[pair.cropped]} cropped"
    if cosine is not None:
        how.append(f"encoder cosine {cosine:.2f}")
    against = []
    times = {known[name].metadata.taken_at for name in names} - {None}
    if len(times) > 1:
        against.append("they claim different times")
    cameras = {known[name].metadata.camera for name in names} - {None}
    if len(cameras) > 1:
        against.append("they claim different cameras")
    return Relation(
        "near-duplicate",
        names,
        f"{listed(names)} are probably {words}, stored twice: what they say counts once",
        "; ".join(how),
        (how[0],),
        tuple(against),
        origin=True,
    )


def _alike(exhibits: Sequence[Exhibit], vectors: Mapping[str, NDArray[np.float32]]) -> list[Relation]:
    # A plain picture, one without a fingerprint, looks like every other plain one.
    names = [item.id for item in exhibits if item.id in vectors and item.fingerprint]
    if len(names) < 2:
        return []
    import numpy as np

    table = np.stack([vectors[name] for name in names]).astype(np.float32)
    cosine = table @ table.T
    return [
        Relation(
            "alike",
            (names[i], names[j]),
            f"{names[i]} and {names[j]} look alike to the image encoder: perhaps one scene; not shown to be "
            "one picture",
            f"encoder cosine {cosine[i, j]:.2f}",
            (f"encoder cosine {cosine[i, j]:.2f}",),
        )
        for i, j in zip(*np.nonzero(np.triu(cosine >= ALIKE, 1)), strict=True)
    ]


def _cosine(vectors: Mapping[str, NDArray[np.float32]], first: str, second: str) -> float | None:
    if first not in vectors or second not in vectors:
        return None
    return float(vectors[first] @ vectors[second])
