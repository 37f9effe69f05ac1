"""How a training went, as a picture: the loss, and what held-out photographs were answered with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from theodolite.align.held import THRESHOLDS_KM
from theodolite.align.train import Epoch
from theodolite.errors import StorageFailed

FILE = "curve.png"
_BLUE, _ORANGE = "#1f5a8a", "#c25a00"
_SHARES = (("#0b3c5d", "o"), ("#2f86bd", "s"), ("#86b9d3", "^"))
_LEGEND: dict[str, Any] = {
    "frameon": False, "loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": 3, "handlelength": 1.5,
    "borderaxespad": 0.3, "columnspacing": 1.2,
}  # fmt: skip


def draw(epochs: Sequence[Epoch], path: Path) -> Path:
    """Write the PNG at ``path``. Raises StorageFailed."""
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False}):
        figure = _figure(epochs)
        beside = path.with_name(f".{path.name}.writing")
        try:
            figure.savefig(beside, format="png", dpi=150, metadata={"Software": None})
            beside.replace(path)
        except OSError as error:
            raise StorageFailed(f"The curve cannot be written to {path} ({error.strerror}).") from error
    return path


def _figure(epochs: Sequence[Epoch]) -> Any:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator, PercentFormatter

    measured = [line for line in epochs if line.within is not None]
    figure = Figure(figsize=(8.0 if measured else 4.4, 3.2), layout="constrained")
    FigureCanvasAgg(figure)
    panels = figure.subplots(1, 2 if measured else 1, squeeze=False)[0]
    steps = [line for line in epochs if line.gps is not None]
    for label, colour, values in (
        ("image and GPS", _BLUE, [(line.epoch, line.gps) for line in steps]),
        ("image and text", _ORANGE, [(line.epoch, line.text) for line in steps if line.text is not None]),
    ):
        if values:
            panels[0].plot(*zip(*values, strict=True), "o-", color=colour, ms=3, label=label)
    panels[0].set(xlabel="epoch", ylabel="mean loss of the epoch", ylim=(0, None))
    panels[0].legend(**_LEGEND)
    if measured:
        for number, (limit, (colour, mark)) in enumerate(zip(THRESHOLDS_KM, _SHARES, strict=True)):
            shares = [line.within[number] for line in measured if line.within is not None]
            panels[1].plot(
                [line.epoch for line in measured],
                shares,
                marker=mark,
                color=colour,
                ms=3,
                clip_on=False,
                label=f"< {limit:g} km",
            )
        panels[1].set(
            xlabel="epoch (0: before training)", ylabel="share of held-out photographs", ylim=(0, 1)
        )
        panels[1].yaxis.set_major_formatter(PercentFormatter(1.0))
        panels[1].legend(**_LEGEND)
    for panel in panels:
        panel.xaxis.set_major_locator(MaxNLocator(integer=True))
        panel.grid(axis="y", color="#dddddd", lw=0.6)
    return figure
