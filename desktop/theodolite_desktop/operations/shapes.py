"""What measurements of an exhibit look like on a map: bands, wedges, ellipses. Kept once computed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from theodolite.domain import CaseState, Clue, Exhibit, SunReach
from theodolite.errors import InputError
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr
from theodolite_desktop.map.shapes import Shape
from theodolite_desktop.operations.camera import field_of_view

if TYPE_CHECKING:
    from theodolite.geo.sun_map import SunBand

MOST_KEPT = 64
#: How far a wedge is drawn where nothing says how far the camera saw, km; half the angle of a mere bearing.
RANGE_KM = 2.0
_kept: OrderedDict[Any, Any] = OrderedDict()


def shape_key(state: CaseState, exhibit: str) -> tuple[Any, ...]:
    """Changes exactly when the shapes of ``exhibit`` do; cheap."""
    item = next((e for e in state.exhibits if e.id == exhibit and not e.withdrawn), None)
    if item is None:
        return ()
    off = {one.source for one in state.case.sources if not one.on or one.weight <= 0.0}
    live = tuple(
        (c.id, c.reach, c.inputs)
        for c in state.clues
        if c.exhibit == exhibit
        and c.active
        and c.kind in ("sun.shadow", "geometry.resection")
        and c.kind.split(".")[0] not in off
    )
    return item.id, item.sha256, item.metadata.gps, item.metadata.optics, live


def map_shapes(*, desk: Desk, exhibit: str) -> Job[tuple[Shape, ...]]:
    """The shapes of an exhibit's active clues and of its claimed direction, in a fixed order."""
    from theodolite.geo import sun_map

    state = desk.session.state
    key = shape_key(state, exhibit)
    if not key:
        return ()
    ids = {row[0] for row in key[-1]}
    clues = [c for c in state.clues if c.id in ids]
    item = next(e for e in state.exhibits if e.id == exhibit)
    shapes: list[Shape] = []
    bands: list[SunBand] = []
    for clue in clues:
        if isinstance(clue.reach, SunReach):
            found = _recall(("band", clue.reach))
            if found is None:
                found = _keep(("band", clue.reach), (yield from sun_map.band_of(clue.reach)))
            bands.append(found)
            if found.polygons:
                shapes.append(
                    Shape("sun", tr("{id}: sun band, 95 %", id=clue.id), found.polygons, clue=clue.id)
                )
    if len(bands) > 1:
        reaches = ("overlap", tuple(c.reach for c in clues if isinstance(c.reach, SunReach)))
        both = _recall(reaches) or _keep(reaches, sun_map.overlap(bands))
        if both.polygons:
            shapes.append(Shape("overlap", tr("Where the sun bands overlap"), both.polygons))
    shapes += _claimed(item)
    for clue in clues:
        if clue.kind == "geometry.resection":
            key = ("camera", clue.inputs, item.sha256)
            drawn = _recall(key)
            shapes += _keep(key, _camera(item, clue)) if drawn is None else drawn
    return tuple(shapes)


def _recall(key: Any) -> Any:
    if key in _kept:
        _kept.move_to_end(key)
    return _kept.get(key)


def _keep(key: Any, value: Any) -> Any:
    _kept[key] = value
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return value


def _claimed(item: Exhibit) -> Sequence[Shape]:
    """The wedge of a claimed position and direction; a bearing alone without a field of view."""
    gps = item.metadata.gps
    if gps is None or gps.direction is None:
        return ()
    return _wedge(item, gps.lat, gps.lon, gps.direction, tr("{id}: direction claimed", id=item.id))


def _camera(item: Exhibit, clue: Clue) -> Sequence[Shape]:
    """Ellipse and, where the heading is known, the wedge of a resection."""
    from theodolite.clues.geometry import made_again

    try:
        found = made_again(clue)
    except InputError:
        return ()
    ring = found.error.ring(found.lat, found.lon)
    shapes = [
        Shape("ellipse", f"{clue.id}: camera, 95 %", ((ring,),), apex=(found.lat, found.lon), clue=clue.id)
    ]
    if found.heading is not None:
        shapes += _wedge(
            item, found.lat, found.lon, found.heading, tr("{id}: camera heading", id=clue.id), clue.id
        )
    return tuple(shapes)


def _wedge(
    item: Exhibit, lat: float, lon: float, bearing: float, label: str, clue: str = ""
) -> tuple[Shape, ...]:
    from theodolite.geo.camera import wedge
    from theodolite.geo.geodesy import destination

    y, x = destination(lat, lon, bearing, RANGE_KM)
    ahead = ((lon, lat), (lon + (x - lon + 180.0) % 360.0 - 180.0, y))
    try:
        horizontal = field_of_view(item).horizontal
        rings: tuple[Any, ...] = ((wedge(lat, lon, bearing, horizontal, RANGE_KM),),)
    except InputError:
        rings = ()
    return (Shape("wedge", label, rings, line=ahead, apex=(lat, lon), clue=clue),)
