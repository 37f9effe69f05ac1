"""What an exhibit can be compared with, and which of it stands for which candidate. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from theodolite.domain import Candidate, FiledReference, Reference
from theodolite_desktop import wording
from theodolite_desktop.language import mark, tr, trn
from theodolite_desktop.snapshot import Snapshot

MOST, MOST_STOPS = 24, 40
NEAR_KM = 25.0

REFERENCES = mark("Similar photographs")
FILED = mark("Filed references")
MADE = mark("Made from this exhibit")
MAPS = mark("Map views")
EXHIBITS = mark("Other exhibits")
GROUPS = (FILED, REFERENCES, MADE, MAPS, EXHIBITS)


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to stand beside the exhibit. ``key``: as ``domain.PaneView.subject``; ``group``: one of
    GROUPS, not yet translated; ``path``: of the file of a similar photograph; ``exhibit``: whose picture it
    is, '' for none of the case's exhibits."""

    key: str
    title: str
    short: str
    group: str
    path: str = ""
    exhibit: str = ""
    lat: float | None = None
    lon: float | None = None
    cosine: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A candidate on the strip: ``key`` is the subject that stands for it best, '' for none."""

    candidate: str
    rank: int
    name: str
    status: str
    key: str
    keys: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class MapShot:
    """A map view kept as a picture: where its middle lay and how close it was."""

    lat: float
    lon: float
    zoom: float

    @property
    def key(self) -> str:
        return f"map:{self.lat:.5f},{self.lon:.5f},{self.zoom:.1f}"


def shot_of(key: str) -> MapShot | None:
    """The map view of a key 'map:LAT,LON,ZOOM'; None for anything else."""
    kind, _, rest = key.partition(":")
    parts = rest.split(",")
    if kind != "map" or len(parts) != 3:
        return None
    try:
        lat, lon, zoom = (float(part) for part in parts)
    except ValueError:
        return None
    if not (math.isfinite(zoom) and abs(lat) <= 90 and abs(lon) <= 180 and 0 <= zoom <= 30):
        return None
    return MapShot(lat, lon, zoom)


def subjects(snapshot: Snapshot, shots: tuple[MapShot, ...] = ()) -> tuple[Subject, ...]:
    """Best reference first; titles as the comparison shows them. ``shots``: map views taken for it."""
    search = snapshot.search
    references = search.references[:MOST] if search else ()
    return (
        *(_filed(item) for item in snapshot.state.filed if not item.withdrawn and item.sha256),
        *(_similar(number, ref) for number, ref in enumerate(references, 1)),
        *_made(snapshot),
        *(_map_view(shot) for shot in shots),
        *_exhibits(snapshot),
    )


def _similar(number: int, ref: Reference) -> Subject:
    name = wording.visible(ref.name, 80)
    parts = (
        tr("REFERENCE {name}", name=f"R{number}"),
        wording.visible(ref.provider, 40),
        wording.visible(ref.taken_on, 20),
        name,
        wording.coordinates(ref.lat, ref.lon),
        tr("cosine {value}", value=f"{ref.cosine:.2f}"),
    )
    return Subject(
        key=f"reference:{ref.id}",
        title=_joined(parts),
        short=f"R{number} {name[:24]} {ref.cosine:.2f}",
        group=REFERENCES,
        path=ref.path,
        lat=ref.lat,
        lon=ref.lon,
        cosine=ref.cosine,
    )


def _filed(item: FiledReference) -> Subject:
    name = wording.visible(item.title, 80)
    parts = (
        tr("REFERENCE {name}", name=item.id),
        wording.visible(item.provider, 40),
        wording.visible(item.imagery_date, 20) or tr("imagery date not known"),
        name,
    )
    return Subject(
        key=f"filed:{item.id}",
        title=_joined(parts),
        short=f"{item.id} {name[:24]}",
        group=FILED,
        lat=item.lat,
        lon=item.lon,
    )


def _made(snapshot: Snapshot) -> tuple[Subject, ...]:
    found = []
    for made in snapshot.state.derived:
        if made.exhibit == snapshot.exhibit:
            title = wording.visible(made.title, 80)
            words = tr("MADE FROM {exhibit}", exhibit=made.exhibit)
            found.append(
                Subject(f"derived:{made.id}", f"{words} · {made.id} {title}", f"{made.id} {title[:24]}", MADE)
            )
    return tuple(found)


def _map_view(shot: MapShot) -> Subject:
    place = wording.coordinates(shot.lat, shot.lon)
    title = tr("MAP VIEW · {place} · zoom {zoom}", place=place, zoom=f"{shot.zoom:.1f}")
    short = tr("Map {place}", place=place)
    return Subject(shot.key, title, short, MAPS, lat=shot.lat, lon=shot.lon)


def _exhibits(snapshot: Snapshot) -> tuple[Subject, ...]:
    found = []
    for item in snapshot.exhibits:
        if item.id != snapshot.exhibit and item.readable:
            name = wording.visible(item.name, 80)
            title = tr("EXHIBIT {exhibit} · {name}", exhibit=item.id, name=name)
            found.append(
                Subject(f"exhibit:{item.id}", title, f"{item.id} {name[:24]}", EXHIBITS, exhibit=item.id)
            )
    return tuple(found)


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)


def stops(snapshot: Snapshot, found: tuple[Subject, ...]) -> tuple[Stop, ...]:
    """The ranked candidates, each with the subjects near it, the one to show first in front."""
    ranking = snapshot.ranking
    return tuple(_stop(c, found) for c in ranking.candidates[:MOST_STOPS]) if ranking is not None else ()


def _stop(candidate: Candidate, found: tuple[Subject, ...]) -> Stop:
    reach = max(NEAR_KM, candidate.radius_km)
    near = [s for s in found if s.group != EXHIBITS and _km(candidate, s) <= reach]
    near.sort(key=lambda s: (GROUPS.index(s.group), -s.cosine, _km(candidate, s)))
    photographs = [s for s in near if s.group in (FILED, REFERENCES)]
    if photographs:
        detail = trn("%n references", len(photographs), one="%n reference")
        best = max(s.cosine for s in photographs)
        detail += f" · {best:.2f}" if best else ""
    else:
        detail = tr("map view") if near else tr("no reference near")
    return Stop(
        candidate.id,
        candidate.rank,
        wording.visible(candidate.label, 60),
        candidate.status.value,
        near[0].key if near else "",
        tuple(s.key for s in near),
        detail,
    )


def _km(candidate: Candidate, subject: Subject) -> float:
    """Kilometres between them on the sphere; infinite for what has no place."""
    if subject.lat is None or subject.lon is None:
        return math.inf
    lat, lon = math.radians(candidate.lat), math.radians(candidate.lon)
    there, over = math.radians(subject.lat), math.radians(subject.lon)
    half = (
        math.sin((there - lat) / 2) ** 2 + math.cos(lat) * math.cos(there) * math.sin((over - lon) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))
