"""What the map draws, as one frozen value made from a ranking. No Qt, no web."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.domain import CaseState, Disc, Ranking, Reference, Region
from theodolite_desktop.map.shapes import Shape

MOST_DISCS = 2500
CREDITS = "Borders: Natural Earth, public domain · Places: GeoNames, CC BY 4.0 · drawn by Leaflet, offline"


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol. ``kind`` is a candidate status, 'claim' or 'reference'; ``tag`` is printed beside it."""

    id: str
    kind: str
    group: Literal["candidate", "claim", "reference"]
    lat: float
    lon: float
    label: str
    tag: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class MapScene:
    """Everything the page needs to draw; ``serial`` comes back when it is drawn.

    When ``fit`` changes, the page brings the leading candidates into view.
    """

    marks: tuple[Mark, ...] = ()
    regions: tuple[Region, ...] = ()
    theme: Literal["light", "dark"] = "light"
    fit: str = ""
    serial: int = 0
    shapes: tuple[Shape, ...] = ()

    def to_json(self) -> str:
        """The page's form; coordinates rounded to a metre, discs merged where there are too many."""
        return json.dumps(
            {
                "serial": self.serial,
                "fit": self.fit,
                "theme": self.theme,
                "credits": CREDITS,
                "marks": [
                    {
                        "id": m.id,
                        "kind": m.kind,
                        "group": m.group,
                        "lat": round(m.lat, 5),
                        "lon": round(m.lon, 5),
                        "label": m.label,
                        "tag": m.tag,
                        "rank": m.rank,
                    }
                    for m in self.marks
                ],
                "regions": [
                    {
                        "level": region.level,
                        "discs": [
                            [round(d.lat, 3), round(d.lon, 3), round(d.radius_km, 1)]
                            for d in merged(region.discs)
                        ],
                    }
                    for region in sorted(self.regions, key=lambda r: -r.level)
                ],
                "shapes": [shape.to_plain() for shape in self.shapes],
            },
            ensure_ascii=False,
        )


def scene_of(
    state: CaseState,
    ranking: Ranking | None,
    *,
    exhibit: str = "",
    theme: Literal["light", "dark"] = "light",
    serial: int = 0,
    shapes: tuple[Shape, ...] = (),
) -> MapScene:
    """The scene of a case while ``exhibit`` is in view; without a ranking only what exhibits claim."""
    candidates = ranking.candidates if ranking else ()
    marks = [
        Mark(
            c.id,
            c.status.value,
            "candidate",
            c.lat,
            c.lon,
            c.label,
            f"{c.rank} {c.label}" if c.rank <= 3 else str(c.rank),
            c.rank,
        )
        for c in candidates
    ]
    for item in state.exhibits:
        gps = item.metadata.gps
        if gps is not None and not item.withdrawn:
            marks.append(
                Mark(
                    f"claim:{item.id}", "claim", "claim", gps.lat, gps.lon, f"{item.id}: GPS claimed", item.id
                )
            )
    marks += [_reference(r) for r in _shown(state, exhibit)]
    drawn = ranking is not None and not ranking.abstained
    return MapScene(
        tuple(marks), ranking.credible if ranking and drawn else (), theme, exhibit or "case", serial, shapes
    )


def _shown(state: CaseState, exhibit: str, most: int = 20) -> Iterable[Reference]:
    return (r for s in state.searches if s.exhibit == exhibit for r in s.references[:most])


def _reference(reference: Reference) -> Mark:
    return Mark(
        f"reference:{reference.id}",
        "reference",
        "reference",
        reference.lat,
        reference.lon,
        f"{reference.name}, cosine {reference.cosine:.2f}",
    )


def merged(discs: Sequence[Disc], most: int = MOST_DISCS) -> list[Disc]:
    """At most about ``most`` discs that cover at least what ``discs`` cover.

    Too many are gathered by cells of a growing grid; each cell becomes one disc round its members, so that a
    region never looks smaller than it is.
    """
    kept, step = list(discs), 0.25
    while len(kept) > most:
        cells: dict[tuple[int, int], list[Disc]] = {}
        for disc in kept:
            cells.setdefault((math.floor(disc.lat / step), math.floor(disc.lon / step)), []).append(disc)
        kept = [_around(members) for members in cells.values()]
        step *= 2
    return kept


def _around(members: Sequence[Disc]) -> Disc:
    if len(members) == 1:
        return members[0]
    lat = sum(d.lat for d in members) / len(members)
    lon = sum(d.lon for d in members) / len(members)
    return Disc(lat, lon, max(arc_km(d.lat, d.lon, lat, lon) + d.radius_km for d in members))


def arc_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on the mean sphere (drawing only; the engine uses the ellipsoid)."""
    p, q, step = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(step / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, half)))
