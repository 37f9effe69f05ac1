"""Two pictures: how far stated probabilities can be believed, and where in the world the errors are."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import StorageFailed
from theodolite.evaluate.metrics import Calibration
from theodolite.evaluate.records import Record
from theodolite.geo.geodesy import from_xyz, to_xyz
from theodolite.geo.world import World

#: Classes of errors (km), their words and colours, from near to far: blue to red, told apart by lightness
#: too, safe for colour-blind readers. No answer is a cross.
CLASSES = (
    (25.0, "under 25 km", "#123f7a"),
    (200.0, "25 to 200", "#5b9bd5"),
    (750.0, "200 to 750", "#e3c04a"),
    (2500.0, "750 to 2500", "#dd7a35"),
    (np.inf, "farther", "#8c1d3f"),
)
INK, QUIET, LAND, BORDER = "#1f2933", "#6b7785", "#e1e5ea", "#ffffff"
#: Degrees within which images of one class are drawn as one dot, its area growing with their number.
TOGETHER = 1.5
#: Up to so many images a line leads from each true place to the answer.
LINES = 300


def reliability(path: Path, title: str, found: Sequence[tuple[str, Calibration]]) -> None:
    """Stated against observed country probability, one line a strategy; bars are 95 % Wilson intervals."""
    figure, axes = _figure((5.2, 5.6))
    axes.plot([0, 1], [0, 1], color=QUIET, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
    axes.text(0.075, 0.095, "as stated", color=QUIET, fontsize=8, ha="center", va="bottom", rotation=45)
    for number, (name, one) in enumerate(found):
        colour = ("#1f5fa8", "#b4532a", "#3d7d54", "#7a4b9c")[number % 4]
        stated, right = [b.stated for b in one.bins], [b.right for b in one.bins]
        label = f"{name} (error {one.error:.3f})"
        low, high = np.array([_wilson(b.right, b.images) for b in one.bins]).T
        axes.vlines(stated, low, high, color=colour, linewidth=1.0, alpha=0.45, zorder=2)
        axes.plot(stated, right, color=colour, linewidth=1.4, zorder=2)
        axes.scatter(stated, right, s=42, color=colour, zorder=3, label=label, edgecolor="white")
    axes.set_xlim(0, 1.01)
    axes.set_ylim(-0.015, 1.02)
    axes.set_aspect("equal")
    ticks = np.linspace(0, 1, 6)
    words = [f"{100 * tick:.0f} %" for tick in ticks]
    axes.set_xticks(ticks, words)
    axes.set_yticks(ticks, words)
    axes.set_xlabel("probability stated for the leading country")
    axes.set_ylabel("how often it was right")
    images = sum(b.images for b in found[0][1].bins) if found else 0
    axes.set_title(f"{title}\n{images} images", loc="left", fontsize=10, color=INK)
    axes.legend(loc="lower right", frameon=False, fontsize=8)
    _save(figure, path)


def _wilson(share: float, images: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), which has a width at 0 and 1 too."""
    z = 1.96
    centre = (share + z * z / (2 * images)) / (1 + z * z / images)
    half = z / (1 + z * z / images) * np.sqrt(share * (1 - share) / images + z * z / (4 * images * images))
    return float(centre - half), float(centre + half)


def error_map(path: Path, title: str, records: Sequence[Record], world: World) -> None:
    """Where the images were taken, coloured by the error of the answer, on the outlines of the world.

    Images of one class near each other are one larger dot. A faint line leads to the answer while there are
    few enough to be followed.
    """
    figure, axes = _figure((10.0, 4.9))
    _outlines(axes, world)
    km = np.array([r.km if r.answered else np.nan for r in records])
    if len(records) <= LINES:
        _lines(axes, [r for r in records if r.answered and r.km >= CLASSES[0][0]])
    place = np.array([[r.true_lon, r.true_lat] for r in records])
    tops = np.array([top for top, _, _ in CLASSES])
    number = np.searchsorted(tops, km, side="right")
    for rank, (_, _, colour) in reversed(list(enumerate(CLASSES))):  # the good ones on top of the bad
        at, count = _gathered(place[(number == rank) & ~np.isnan(km)])
        axes.scatter(
            at[:, 0], at[:, 1], s=_area(len(records)) * np.sqrt(count), color=colour, edgecolor="white",
            linewidth=0.6, zorder=4,
        )  # fmt: skip
    none = np.isnan(km)
    at, _ = _gathered(place[none])
    axes.scatter(at[:, 0], at[:, 1], s=16, marker="x", color=QUIET, linewidth=1.1, zorder=3)
    axes.set_xlim(-180, 180)
    axes.set_ylim(-58, 84)
    axes.set_aspect(1.15)
    axes.set_axis_off()
    axes.set_title(f"{title}: how far the answer is from each true place", loc="left", fontsize=10, color=INK)
    counts = [int(((number == rank) & ~np.isnan(km)).sum()) for rank in range(len(CLASSES))]
    _key(axes, counts, int(none.sum()))
    _save(figure, path)


def _key(axes: Any, counts: Sequence[int], none: int) -> None:
    """One row of classes from near to far with their numbers of images."""
    from matplotlib.lines import Line2D

    marks = [
        Line2D([], [], marker="o", linestyle="", color=colour, markersize=6.5, label=f"{words}: {count}")
        for (_, words, colour), count in zip(CLASSES, counts, strict=True)
    ]
    if none:
        label = f"no answer: {none}"
        marks.append(Line2D([], [], marker="x", linestyle="", color=QUIET, markersize=5.5, label=label))
    axes.legend(
        handles=marks, loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=len(marks), frameon=False,
        fontsize=8.5, labelcolor=INK, handletextpad=0.1, columnspacing=1.6,
    )  # fmt: skip


def _area(images: int) -> float:
    return float(np.clip(700.0 / np.sqrt(max(images, 1)), 8.0, 34.0))


def _gathered(place: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(mean places [k, 2], how many each stands for [k]) of points that share a cell."""
    if not len(place):
        return np.zeros((0, 2)), np.zeros(0)
    _, cell = np.unique(np.floor(place / TOGETHER), axis=0, return_inverse=True)
    cell = cell.reshape(-1)
    count = np.bincount(cell).astype(np.float64)
    means = [np.bincount(cell, weights=place[:, axis]) / count for axis in (0, 1)]
    return np.stack(means, axis=1), count


def _lines(axes: Any, records: Sequence[Record]) -> None:
    """Great circles from truths to answers, cut where they cross the edge of the map; equal ones once."""
    from matplotlib.collections import LineCollection

    seen: set[tuple[int, ...]] = set()
    pieces = []
    for r in records:
        ends = (r.true_lat, r.true_lon, r.lat, r.lon)
        if (rounded := tuple(round(v) for v in ends)) in seen:
            continue
        seen.add(rounded)
        first, last = to_xyz(r.true_lat, r.true_lon), to_xyz(r.lat, r.lon)
        share = np.linspace(0.0, 1.0, 60)[:, None]
        along = (1.0 - share) * first + share * last
        if (np.linalg.norm(along, axis=1) < 1e-6).any():  # opposite ends: no way is the shortest
            continue
        lat, lon = from_xyz(along)
        line = np.stack([lon, lat], axis=1)
        pieces += np.split(line, np.flatnonzero(np.abs(np.diff(lon)) > 180.0) + 1)
    axes.add_collection(LineCollection(pieces, colors=INK, linewidths=0.6, alpha=0.3, zorder=2))


def _outlines(axes: Any, world: World) -> None:
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path as Outline

    paths = []
    for code in world.countries:
        for polygon in getattr(world.geometry(code), "geoms", [world.geometry(code)]):
            ring = np.asarray(polygon.exterior.coords)
            if np.ptp(ring[:, 0]) + np.ptp(ring[:, 1]) > 0.4:  # smaller islands are less than a dot
                paths.append(Outline(_thinned(ring)))
    axes.add_collection(PathCollection(paths, facecolor=LAND, edgecolor=BORDER, linewidth=0.5, zorder=1))


def _thinned(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """Every point a pixel can show."""
    import shapely

    return np.asarray(shapely.LinearRing(ring).simplify(0.08).coords)


def _figure(size: tuple[float, float]) -> tuple[Any, Any]:
    os.environ.setdefault("MPLBACKEND", "Agg")
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=size, dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.tick_params(colors=QUIET, labelsize=8, length=3)
    for name in ("top", "right"):
        axes.spines[name].set_visible(False)
    for name in ("left", "bottom"):
        axes.spines[name].set_color(QUIET)
    axes.xaxis.label.set(color=INK, fontsize=9)
    axes.yaxis.label.set(color=INK, fontsize=9)
    return figure, axes


def _save(figure: Any, path: Path) -> None:
    """Beside first, then renamed; nothing of the machine in the file."""
    beside = path.with_name(f".{path.name}.tmp")
    try:
        figure.savefig(beside, format="png", metadata={"Software": "Theodolite"})
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise StorageFailed(f"{path} cannot be written: {error.strerror or error}.") from error
