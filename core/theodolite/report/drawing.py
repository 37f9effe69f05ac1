"""The report's map: one static SVG from local borders, black-and-white safe, no style attributes.

Equirectangular with the parallel of the middle true to scale: lengths near the middle are right in both
directions. Coordinates in the drawing are millimetres of a 170 x 90 figure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from theodolite.domain import CaseState, Disc, Ranking, Status
from theodolite.report import symbols
from theodolite.report.view import HEIGHT, WIDTH, View, view_of

MOST_LABELS = 14
_LETTER = 1.55  # width of a label's letter, mm, on the safe side


@dataclass(frozen=True, slots=True)
class Spot:
    """A point to draw, with the words for it."""

    lat: float
    lon: float
    label: str
    shape: str
    note: str = ""


def draw(
    state: CaseState,
    rankings: Sequence[Ranking],
    borders: Mapping[str, Any] | None,
    places: Iterable[tuple[str, float, float, int]] = (),
) -> str:
    """The figure as SVG markup; '' when there is nothing to show.

    ``borders`` is a GeoJSON FeatureCollection of countries (properties: name), ``places`` are
    (name, lat, lon, population), the largest first.
    """
    spots = _spots(state, rankings)
    regions = [(r.level, r.discs) for ranking in rankings[:1] for r in ranking.credible if r.discs]
    if not spots and not regions:
        return ""
    smallest = min(regions, key=lambda region: region[0])[1] if regions else ()
    view = view_of([(s.lat, s.lon) for s in spots], smallest)
    land, disputed, countries = _land(borders, view)
    corner = _corner(view, spots)
    layers = [
        f'<rect class="water" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<path class="land" d="{land}"/>' if land else "",
        f'<path class="land disputed" d="{disputed}"/>' if disputed else "",
        *(_region(level, discs, view) for level, discs in sorted(regions, key=lambda r: -r[0])),
        _inset(borders, view, corner),
        _scale(view),
        _north(),
        *_labels(view, spots, countries, places, corner),
        *(_spot(spot, view) for spot in spots),  # last: nothing may ever hide a candidate
        f'<rect class="frame" width="{WIDTH}" height="{HEIGHT}"/>',
    ]
    drawn = "".join(str(layer) for layer in layers)
    return (
        f'<svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="Map of candidates and credible region">{drawn}</svg>'
    )


def legend(state: CaseState, rankings: Sequence[Ranking]) -> tuple[tuple[str, str], ...]:
    """(shape, words) of what the map really shows."""
    shapes = {spot.shape for spot in _spots(state, rankings)}
    words = [(status.value, status.value.capitalize()) for status in Status] + [
        ("claimed", "Claimed by a file")
    ]
    found = [(shape, text) for shape, text in words if shape in shapes]
    levels = {round(r.level, 2) for ranking in rankings[:1] for r in ranking.credible if r.discs}
    found += [("region50", "50 % region")] * (0.5 in levels) + [("region90", "90 % region")] * (0.9 in levels)
    return tuple(found)


def _spots(state: CaseState, rankings: Sequence[Ranking]) -> list[Spot]:
    found = [
        Spot(e.metadata.gps.lat, e.metadata.gps.lon, e.id, "claimed")
        for e in state.exhibits
        if e.metadata.gps is not None and not e.withdrawn
    ]
    for ranking in rankings[:1]:
        shown = [
            c for c in ranking.candidates if c.rank <= 5 or c.explicit or c.status is not Status.SUGGESTED
        ]
        found += [Spot(c.lat, c.lon, c.label, c.status.value, f"{c.rank}") for c in reversed(shown[:12])]
    return found


def _land(
    borders: Mapping[str, Any] | None, view: View
) -> tuple[str, str, list[tuple[str, float, float, float]]]:
    """Path data of the countries in the view and of disputed areas; (name, x, y, room) for labels."""
    if borders is None:
        return "", "", []
    from shapely import clip_by_rect
    from shapely.geometry import box, shape

    window = box(*view.bounds)
    paths: dict[bool, list[str]] = {False: [], True: []}
    names: list[tuple[str, float, float, float]] = []
    for feature in borders["features"]:
        geometry = shape(feature["geometry"])
        for turn in (-360.0, 0.0, 360.0):
            west, south, east, north = geometry.bounds
            if west + turn > view.bounds[2] or east + turn < view.bounds[0]:
                continue
            if south > view.bounds[3] or north < view.bounds[1]:
                continue
            part = clip_by_rect(_moved(geometry, turn), *view.bounds).buffer(0).simplify(view.tolerance)
            rings = [ring for polygon in _polygons(part) for ring in (polygon.exterior, *polygon.interiors)]
            properties = feature.get("properties", {})
            paths[bool(properties.get("disputed"))] += [_path(view, ring.coords) for ring in rings]
            if not part.is_empty:
                point = part.representative_point()
                x, y = view.project(point.y, point.x)
                name = str(properties.get("name", ""))
                names.append((name, x, y, part.area / window.area))
    return "".join(paths[False]), "".join(paths[True]), names


def _moved(geometry: Any, turn: float) -> Any:
    from shapely.affinity import translate

    return translate(geometry, xoff=turn) if turn else geometry


def _polygons(geometry: Any) -> list[Any]:
    parts = getattr(geometry, "geoms", [geometry])
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _path(view: View, ring: Iterable[tuple[float, float]]) -> str:
    points = [view.project(lat, lon) for lon, lat, *_ in ring]
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z"


def _region(level: float, discs: Sequence[Disc], view: View) -> str:
    """The union of the discs that reach into the view, as one outline."""
    from shapely import union_all
    from shapely.geometry import Point, box

    largest: dict[tuple[int, int], tuple[float, float, float]] = {}
    for disc in discs:
        x, y = view.project(disc.lat, disc.lon)
        radius = max(disc.radius_km * view.mm_per_km, 0.7)
        if -radius < x < WIDTH + radius and -radius < y < HEIGHT + radius:
            cell = (round(x), round(y))  # discs within a millimetre draw as one
            if radius > largest.get(cell, (0.0, 0.0, 0.0))[2]:
                largest[cell] = (x, y, radius)
    if not largest:
        return ""
    shapes = [
        Point(x, y).buffer(radius, quad_segs=6 if radius < 2 else 16) for x, y, radius in largest.values()
    ]
    outline = union_all(shapes).intersection(box(-5, -5, WIDTH + 5, HEIGHT + 5)).simplify(0.05)
    data = "".join(
        "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in ring.coords) + "Z"
        for polygon in _polygons(outline)
        for ring in (polygon.exterior, *polygon.interiors)
    )
    return f'<path class="{"region50" if level <= 0.5 else "region90"}" d="{data}"/>'


def _spot(spot: Spot, view: View) -> Markup:
    x, y = view.project(spot.lat, spot.lon)
    return symbols.placed(spot.shape, x, y)


def _labels(
    view: View,
    spots: Sequence[Spot],
    countries: Iterable[tuple[str, float, float, float]],
    places: Iterable[tuple[str, float, float, int]],
    corner: tuple[float, float],
) -> list[Markup]:
    """Greedy: candidates first, then countries with room, then the largest places; none overlap."""
    taken = [(x - 2.4, y - 2.4, x + 2.4, y + 2.4) for x, y in (view.project(s.lat, s.lon) for s in spots)]
    taken += [
        (0, HEIGHT - 10, 42, HEIGHT),
        (corner[0] - 1, corner[1] - 1, corner[0] + 37, corner[1] + 19),
        (WIDTH - 10, 0, WIDTH, 11),
    ]
    drawn: list[Markup] = []
    for spot in reversed(spots):
        x, y = view.project(spot.lat, spot.lon)
        text = f"{spot.note} {spot.label}".strip()[:40]
        for dx, anchor in ((3.7, "start"), (-3.7, "end")):
            if _free(taken, text, x + dx, y + 1.0, anchor):
                drawn.append(_text("spot", text, x + dx, y + 1.0, anchor))
                break
        else:
            drawn.append(_text("spot", spot.note or spot.label[:8], x + 3.7, y + 1.0, "start"))
    for name, x, y, room in sorted(countries, key=lambda c: -c[3])[:MOST_LABELS]:
        if room > 0.6:  # one country is nearly all there is: its middle is where the candidates are
            drawn.append(_text("country", name.upper(), 4, 6, "start"))
        elif room > 0.015 and _free(taken, name.upper(), x, y, "middle"):
            drawn.append(_text("country", name.upper(), x, y, "middle"))
    count = 0
    for name, lat, lon, _ in places:
        if count >= MOST_LABELS:
            break
        x, y = view.project(lat, lon)
        if 3 < x < WIDTH - 3 and 3 < y < HEIGHT - 3 and _free(taken, name, x + 1.4, y + 0.9, "start"):
            drawn.append(Markup(f'<circle class="town" cx="{x:.2f}" cy="{y:.2f}" r="0.45"/>'))  # noqa: S704 - numbers
            drawn.append(_text("town", name, x + 1.4, y + 0.9, "start"))
            count += 1
    return drawn


def _free(taken: list[tuple[float, float, float, float]], text: str, x: float, y: float, anchor: str) -> bool:
    """Whether a label fits there; if so its room is taken from now on."""
    width = len(text) * _LETTER
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    room = (left - 0.5, y - 2.6, left + width + 0.5, y + 0.9)
    if room[0] < 0.5 or room[2] > WIDTH - 0.5 or room[1] < 0.5 or room[3] > HEIGHT - 0.5:
        return False
    if any(room[0] < b[2] and b[0] < room[2] and room[1] < b[3] and b[1] < room[3] for b in taken):
        return False
    taken.append(room)
    return True


def _text(css: str, text: str, x: float, y: float, anchor: str) -> Markup:
    where = f'x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}"'
    glow, letters = f"{css} glow", symbols.in_svg(text)  # two texts: not every reader knows paint-order
    one = Markup('<text class="{}" {}>{}</text>')
    return one.format(glow, Markup(where), letters) + one.format(css, Markup(where), letters)  # noqa: S704


def _scale(view: View) -> str:
    """A bar of a round length, in kilometres at the middle of the map."""
    target = 30.0 / view.mm_per_km
    unit = 10.0 ** math.floor(math.log10(target))
    km = max(step * unit for step in (1, 2, 5) if step * unit <= target)
    length, y = km * view.mm_per_km, HEIGHT - 4
    text = f"{km:,.0f} km" if km >= 1 else f"{km * 1000:,.0f} m"
    return (
        f'<rect class="plate" x="2" y="{HEIGHT - 9}" width="{length + 5:.2f}" height="7" rx="1"/>'
        f'<path class="scale" d="M4.5 {y - 1.2}V{y}H{4.5 + length:.2f}V{y - 1.2}"/>'
        f'<text class="town" x="4.5" y="{y - 1.8}">{escape(text)}</text>'
    )


def _north() -> str:
    x = WIDTH - 5
    return (
        f'<path class="north" d="M{x} 2.2L{x + 1.7} 7L{x} 6L{x - 1.7} 7Z"/>'
        f'<text class="town" x="{x}" y="10" text-anchor="middle">N</text>'
    )


def _corner(view: View, spots: Sequence[Spot]) -> tuple[float, float]:
    """Where the inset hides no candidate, as far as there is such a corner; x and y of its top left, mm."""
    points = [view.project(spot.lat, spot.lon) for spot in spots]

    def hidden(corner: tuple[float, float]) -> int:
        left, top = corner
        return sum(left - 8 < x < left + 44 and top - 4 < y < top + 22 for x, y in points)

    return min(
        ((WIDTH - 38, HEIGHT - 20), (2, 9), (WIDTH - 48, 2), (WIDTH / 2 - 18, HEIGHT - 20)), key=hidden
    )


def _inset(borders: Mapping[str, Any] | None, view: View, corner: tuple[float, float]) -> str:
    """Where in the world the map is; not drawn when it nearly shows the world anyway."""
    if borders is None or view.bounds[2] - view.bounds[0] > 120:
        return ""
    from shapely import clip_by_rect
    from shapely.geometry import shape

    world = View(0.0, 0.0, 36 / 360, 36.0, 18.0)
    paths = []
    for feature in borders["features"]:
        part = clip_by_rect(shape(feature["geometry"]).simplify(0.9), -180, -60, 180, 85)
        paths += [_path(world, p.exterior.coords) for p in _polygons(part) if p.area > 2.0]
    x, y = world.project((view.bounds[1] + view.bounds[3]) / 2, (view.bounds[0] + view.bounds[2]) / 2)
    width = max((view.bounds[2] - view.bounds[0]) / 10, 1.6)
    height = max((view.bounds[3] - view.bounds[1]) / 10, 1.0)
    return (
        f'<g transform="translate({corner[0]:g} {corner[1]:g})"><rect class="plate" width="36" height="18"/>'
        f'<path class="inset" d="{"".join(paths)}"/>'
        f'<rect class="here" x="{x - width / 2:.2f}" y="{y - height / 2:.2f}" width="{width:.2f}"'
        f' height="{height:.2f}"/><rect class="frame" width="36" height="18"/></g>'
    )
