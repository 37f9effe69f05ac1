"""What the map draws, as one frozen value made from a case and its ranking. No web."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from theodolite.domain import (
    AlternativesReach,
    CaseState,
    Clue,
    Disc,
    FiledReference,
    PointReach,
    Ranking,
    Reference,
    Region,
)
from theodolite_desktop.language import mark, tr
from theodolite_desktop.map.shapes import Shape
from theodolite_desktop.theme.tokens import mark_colour
from theodolite_desktop.wording import short

MOST_DISCS = 2500
CREDITS = mark(
    "Borders: Natural Earth, public domain · Places: GeoNames, CC BY 4.0 · drawn by Leaflet, offline"
)
SHOWN_REFERENCES = 20
Group = Literal["candidate", "claim", "reference", "filed", "clue"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol. ``kind`` is a candidate status, or its group; ``tag`` is printed beside it.

    ``colour``: the fill of a numbered mark, as on the photograph. ``heading``: where a view looks, degrees
    clockwise from north.
    """

    id: str
    kind: str
    group: Group
    lat: float
    lon: float
    label: str
    tag: str = ""
    rank: int = 0
    colour: str = ""
    heading: float | None = None


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
                "credits": tr(CREDITS),
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
                        "colour": m.colour,
                        "heading": m.heading,
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
            f"{c.rank} {short(c.label)}" if c.rank <= 3 else str(c.rank),
            c.rank,
        )
        for c in candidates
    ]
    for item in state.exhibits:
        gps = item.metadata.gps
        if gps is not None and not item.withdrawn:
            marks.append(
                Mark(
                    f"claim:{item.id}",
                    "claim",
                    "claim",
                    gps.lat,
                    gps.lon,
                    tr("{exhibit}: GPS claimed", exhibit=item.id),
                    item.id,
                    heading=gps.direction,
                )
            )
    marks += [_reference(r) for r in shown_references(state, exhibit)]
    marks += [_filed(f) for f in state.filed if f.lat is not None and not f.withdrawn]
    marks += [mark for c in state.clues if c.exhibit == exhibit for mark in _clue(c)]
    drawn = ranking is not None and not ranking.abstained
    return MapScene(
        tuple(marks), ranking.credible if ranking and drawn else (), theme, exhibit or "case", serial, shapes
    )


def shown_references(state: CaseState, exhibit: str, most: int = SHOWN_REFERENCES) -> Iterable[Reference]:
    """The similar references that the map shows for an exhibit, best first."""
    return (r for s in state.searches if s.exhibit == exhibit for r in s.references[:most])


def _reference(reference: Reference) -> Mark:
    label = tr("{name}, cosine {cosine}", name=reference.name, cosine=f"{reference.cosine:.2f}")
    return Mark(f"reference:{reference.id}", "reference", "reference", reference.lat, reference.lon, label)


def _filed(filed: FiledReference) -> Mark:
    assert filed.lat is not None
    assert filed.lon is not None
    label = f"{filed.id} {filed.title}, {filed.provider}"
    return Mark(
        f"filed:{filed.id}", "filed", "filed", filed.lat, filed.lon, label, filed.id, heading=filed.heading
    )


def _clue(clue: Clue) -> Iterable[Mark]:
    """The numbered mark of a clue that names a place, in the colour it has on the photograph."""
    reach = clue.reach
    if isinstance(reach, AlternativesReach) and reach.options:
        reach = max(reach.options, key=lambda option: option[0])[1]
    if clue.mark is None or not isinstance(reach, PointReach) or not clue.active:
        return
    label = f"{clue.id}: {clue.observation[:80]}"
    colour = mark_colour(clue.mark)
    yield Mark(f"clue:{clue.id}", "clue", "clue", reach.lat, reach.lon, label, str(clue.mark), colour=colour)


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
