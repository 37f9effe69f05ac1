"""Answers over the rate of wrong hints, as a picture."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from theodolite.errors import StorageFailed
from theodolite.evaluate.interactive.numbers import SYSTEMS, Point
from theodolite.evaluate.interactive.tables import SYSTEM_WORDS
from theodolite.evaluate.plots import INK, QUIET

#: Told apart by lightness and marks too.
LOOKS = {
    "ours": ("#123f7a", "o", "-"),
    "ignore": ("#6b7785", "s", "--"),
    "obey": ("#b4532a", "^", "-"),
}


def draw(path: Path, title: str, curves: Sequence[Point]) -> None:
    """One panel an investigator; bands are 95 % intervals by image. Raises StorageFailed."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    manners = list(dict.fromkeys(point.manner for point in curves))
    figure = Figure(figsize=(4.6 * max(1, len(manners)), 4.2), dpi=160)
    FigureCanvasAgg(figure)
    panels: Any = figure.subplots(1, max(1, len(manners)), sharey=True, squeeze=False)[0]
    for axes, manner in zip(panels, manners, strict=False):
        _panel(axes, manner, [point for point in curves if point.manner == manner])
    panels[0].set_ylabel("answers within 200 km, after the last hint")
    panels[-1].legend(loc="lower left", frameon=False, fontsize=8)
    figure.suptitle(title, x=0.02, ha="left", fontsize=10, color=INK)
    figure.tight_layout()
    beside = path.with_name(f".{path.name}.tmp")
    try:
        figure.savefig(beside, format="png")
        os.replace(beside, path)  # noqa: PTH105
    except OSError as error:
        raise StorageFailed(f"{path} cannot be written: {error.strerror or error}.") from error


def _panel(axes: Any, manner: str, points: Sequence[Point]) -> None:
    for system in SYSTEMS:
        found = [point for point in points if point.system == system and point.hit.value == point.hit.value]
        if not found:
            continue
        colour, mark, line = LOOKS[system]
        at = [point.rate for point in found]
        axes.fill_between(
            at, [p.hit.low for p in found], [p.hit.high for p in found], color=colour, alpha=0.12, linewidth=0
        )
        axes.plot(
            at,
            [p.hit.value for p in found],
            color=colour,
            marker=mark,
            linestyle=line,
            markersize=5,
            label=SYSTEM_WORDS[system],
        )
    axes.set_ylim(-0.02, 1.04)
    axes.set_xlabel("m, share of wrong hints")
    axes.set_title(f"{manner} investigator", loc="left", fontsize=9, color=QUIET)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
