"""The growth of an index as one picture: build time, query time, memory and disk over its references."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.scale import places
from tests.bench.scale.growth import flat_ms
from tests.bench.scale.runs import median, p95


def plot(steps: dict[str, dict[str, Any]], path: Path) -> None:
    """``steps`` as growth.run gives them, by size; ``path`` a PNG file."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    every = list(steps.values())
    counts = [one["count"] / 1e6 for one in every]
    flat = [4e-9 * places.DIM * one["count"] for one in every]
    measured = [one for one in every if one["turns"]["flat_count"] == one["count"]]
    figure, axes = pyplot.subplots(2, 2, figsize=(10, 7), constrained_layout=True)
    build, query, memory, disk = axes.ravel()

    build.plot(counts, [one["build_s"] / 60 for one in every], "o-", label="ours")
    build.set(title="Build time", ylabel="minutes", ylim=(0, None))

    warm = [one["turns"]["ours_ms"] for one in every]
    query.plot(counts, [median(one) for one in warm], "o-", label="ours, median")
    query.plot(counts, [p95(one) for one in warm], "o--", label="ours, 95 %")
    query.plot(counts, [flat_ms(one) for one in every], "k:", label="flat, linear from 1 M")
    query.plot(
        [one["count"] / 1e6 for one in measured],
        [flat_ms(one) for one in measured],
        "ks",
        label="flat, measured",
    )
    query.set(title="One warm query", ylabel="ms", yscale="log")

    for name, marks, label in (
        ("anonymous", "o-", "search, anonymous"),
        ("file_pages", "o--", "search, file pages"),
    ):
        memory.plot(counts, [one["ours"][name] / 1e9 for one in every], marks, label=label)
    memory.plot(counts, [one["build_anonymous"] / 1e9 for one in every], "^-", label="build, anonymous")
    memory.plot(counts, flat, "k:", label="flat")
    memory.set(title="Memory", ylabel="GB", yscale="log", ylim=(0.005, None))

    disk.plot(counts, [one["disk"] / 1e9 for one in every], "o-", label="ours")
    disk.plot(counts, flat, "k:", label="flat")
    disk.set(title="Disk", ylabel="GB", ylim=(0, None))

    for axis in axes.ravel():
        axis.set_xlabel(f"million references of {places.DIM} numbers")
        axis.grid(alpha=0.3)
        axis.legend()
    figure.suptitle(every[-1]["machine"])
    figure.savefig(path, dpi=110)
    pyplot.close(figure)
