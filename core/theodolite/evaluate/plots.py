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
from theodolite.geo.world import World

#: Classes of errors (km), their words and colours: from good to bad dark to light would vanish on white, so
#: the order is by hue and lightness together, safe for colour-blind readers; no answer is a hollow cross.
CLASSES = (
    (25.0, "nearer than 25 km", "#0b5d3b"),
    (200.0, "25 to 200 km", "#4fa36c"),
    (750.0, "200 to 750 km", "#d9b13b"),
    (2500.0, "750 to 2500 km", "#d9772b"),
    (np.inf, "farther", "#a3243b"),
)
INK, QUIET, LAND, SEA = "#1f2933", "#6b7785", "#e7e9ec", "#ffffff"


def reliability(path: Path, title: str, found: Sequence[tuple[str, Calibration]]) -> None:
    """Stated against observed country probability, one line a strategy; the size of a dot is its images."""
    figure, axes = _figure((5.2, 5.6))
    axes.plot([0, 1], [0, 1], color=QUIET, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
    axes.text(0.965, 0.985, "as stated", color=QUIET, fontsize=8, ha="right", va="bottom", rotation=45)
    for number, (name, one) in enumerate(found):
        colour = ("#1f5fa8", "#b4532a", "#3d7d54", "#7a4b9c")[number % 4]
        stated, right = [b.stated for b in one.bins], [b.right for b in one.bins]
        size = [14 + 60 * b.images / max(b.images for b in one.bins) for b in one.bins]
        label = f"{name} (error {one.error:.3f})"
        axes.plot(stated, right, color=colour, linewidth=1.4, zorder=2)
        axes.scatter(stated, right, s=size, color=colour, zorder=3, label=label, edgecolor="white")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
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


def error_map(path: Path, title: str, records: Sequence[Record], world: World) -> None:
    """Where the images were taken, coloured by the error of the answer, on the outlines of the world."""
    figure, axes = _figure((10.0, 6.2))
    axes.set_facecolor(SEA)
    _outlines(axes, world)
    lat = np.array([r.true_lat for r in records])
    lon = np.array([r.true_lon for r in records])
    km = np.array([r.km if r.answered else np.nan for r in records])
    size = float(np.clip(900.0 / np.sqrt(max(len(records), 1)), 7.0, 46.0))
    low = -1.0
    order = []
    for top, words, colour in CLASSES:
        chosen = (km >= low) & (km < top) if low >= 0 else km < top
        low = top
        order.append((chosen, words, colour))
    for chosen, words, colour in reversed(order):  # the good ones on top of the bad
        axes.scatter(
            lon[chosen], lat[chosen], s=size, color=colour, edgecolor="white", linewidth=0.5, zorder=3,
            label=f"{words}: {int(chosen.sum())}",
        )  # fmt: skip
    none = np.isnan(km)
    if none.any():
        axes.scatter(
            lon[none], lat[none], s=size, marker="x", color=QUIET, linewidth=1.0, zorder=2.5,
            label=f"no answer: {int(none.sum())}",
        )  # fmt: skip
    axes.set_xlim(-180, 180)
    axes.set_ylim(-60, 84)
    axes.set_aspect("equal")
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_title(f"{title}: error of the answer, at the true place", loc="left", fontsize=10, color=INK)
    handles, labels = axes.get_legend_handles_labels()
    best_first = [*reversed(range(len(CLASSES))), *range(len(CLASSES), len(handles))]
    axes.legend(
        [handles[i] for i in best_first], [labels[i] for i in best_first], loc="upper center", frameon=False,
        bbox_to_anchor=(0.5, 0.0), ncols=3, fontsize=8.5, handletextpad=0.2, columnspacing=1.6,
    )  # fmt: skip
    _save(figure, path)


def _outlines(axes: Any, world: World) -> None:
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path as Outline

    paths = []
    for code in world.countries:
        for polygon in world.geometry(code).geoms:
            ring = np.asarray(polygon.exterior.coords)
            if np.ptp(ring[:, 0]) + np.ptp(ring[:, 1]) > 0.4:  # smaller islands are less than a dot
                paths.append(Outline(_thinned(ring)))
    axes.add_collection(PathCollection(paths, facecolor=LAND, edgecolor="white", linewidth=0.5, zorder=1))


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
