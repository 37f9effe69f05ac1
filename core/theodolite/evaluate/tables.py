"""The results as Markdown, CSV and JSON: one's own rows with intervals, beside the published ones."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from theodolite.codec import to_plain
from theodolite.evaluate import bootstrap, published
from theodolite.evaluate.bootstrap import Interval
from theodolite.evaluate.harness import Result
from theodolite.evaluate.metrics import THRESHOLDS_KM
from theodolite.evaluate.summary import Difference, Row, Summary

SOURCES = {"seed": "paper", "page": "page"}
_HEADS = tuple(f"{km:g} km" for km in THRESHOLDS_KM)


def markdown(result: Result, summary: Summary) -> str:
    """The whole report, for people."""
    measure = "great circles on a sphere of 6371 km" if summary.sphere else "WGS84 geodesics"
    parts = [
        f"# {result.dataset.title}: {len(result.dataset.items)} images",
        f"Percent of images strictly nearer than each distance ({measure}); every image counts, failures and "
        f"abstentions as wrong. In brackets: {bootstrap.LEVEL:.0%} bootstrap intervals by image.",
        _table(("strategy", *_HEADS, "median km", "GeoScore"), [_main(row) for row in summary.rows]),
        *_beside(result),
        *_section("Counted apart", _table(_COUNTED, [_counted(row) for row in summary.rows])),
        *_had_it_answered(summary),
        *_names(summary),
        *_differences("Differences in points, on the same images", summary.differences),
        *_ablation(result, summary),
        *_calibrations(summary),
        *_section("Notes", "\n".join(f"- {note}" for note in notes(result, summary))),
    ]
    return "\n\n".join(parts) + "\n"


def notes(result: Result, summary: Summary) -> tuple[str, ...]:
    """What a reader must know before believing a number."""
    found = list(result.notes)
    if any(row.calibration is None for row in summary.rows):
        without = ", ".join(row.strategy for row in summary.rows if row.calibration is None)
        found.append(f"{without}: scores are no probabilities, so there is nothing to calibrate.")
    if summary.labels is not None:
        of, same = summary.labels
        found.append(f"Our look-up of the true place names the list's country in {same} of {of} images.")
    found.append("Second-level areas are not in the local data: no accuracy of areas is given.")
    return tuple(found)


def as_csv(summary: Summary) -> str:
    """One line a strategy and measure: strategy, measure, value, low, high, images."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("strategy", "measure", "value", "low", "high", "images"))
    for row in summary.rows:
        for name, interval, images in _measures(row):
            writer.writerow((row.strategy, name, *_cells(interval), images))
        for name, count in (("answered", row.answered), ("abstained", row.abstained), ("failed", row.failed)):
            writer.writerow((row.strategy, name, count, "", "", row.images))
    for one in (*summary.differences, *summary.ablation):
        name, images = f"{one.strategy} - {one.other}", summary.rows[0].images
        for head, interval in zip(_HEADS, one.hits, strict=True):
            writer.writerow((name, f"share < {head}", *_cells(interval), images))
        writer.writerow((name, "GeoScore", *_cells(one.score), images))
    return text.getvalue()


def as_json(result: Result, summary: Summary) -> dict[str, Any]:
    """Everything as plain values; an infinite median is null."""
    plain: dict[str, Any] = _finite(
        {
            "dataset": {
                "kind": result.dataset.kind,
                "title": result.dataset.title,
                "images": len(result.dataset.items),
                "sha256": result.dataset.sha256,
            },
            "asked": dict(result.header),
            "thresholds_km": list(THRESHOLDS_KM),
            "summary": to_plain(summary),
            "published": [to_plain(row) for row in published.rows(result.dataset.kind)],
            "published_ablation": [to_plain(row) for row in published.ablations(result.dataset.kind)],
            "notes": list(notes(result, summary)),
        }
    )
    json.dumps(plain, allow_nan=False)
    return plain


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    return value


# --- parts ----------------------------------------------------------------------------------------------

_COUNTED = ("strategy", "images", "answered", "abstained", "failed", "failures", "< 200 km of answered")


def _main(row: Row) -> tuple[str, ...]:
    return (
        row.strategy,
        *(_percent(interval) for interval in row.hits),
        _plain(row.median_km, "{:.0f}", "no answer"),
        _plain(row.score, "{:.0f}"),
    )


def _beside(result: Result) -> list[str]:
    rows = published.rows(result.dataset.kind)
    if not rows:
        return []
    lines = [(r.method, *(f"{p:g}" for p in r.percents), SOURCES[r.source], r.note) for r in rows]
    said = "Read from papers, not measured here; other images, references and models than above."
    return ["## Published", said, _table(("method", *_HEADS, "read in", "note"), lines)]


def _counted(row: Row) -> tuple[str, ...]:
    failures = ", ".join(f"{code} {count}" for code, count in row.failures)
    right = "" if row.answered_hits is None else f"{100 * row.answered_hits[2]:.1f} %"
    counts = (row.images, row.answered, row.abstained, row.failed)
    return (row.strategy, *map(str, counts), failures, right)


def _had_it_answered(summary: Summary) -> list[str]:
    """What abstaining costs or saves: the best points of those that would rather not say."""
    rows = [row for row in summary.rows if row.abstained]
    if not rows:
        return []
    lines = [(row.strategy, *(f"{100 * share:.1f}" for share in row.would_be)) for row in rows]
    said = "Percent of all images, had it stood by its best point wherever it abstained."
    return ["## Without abstaining", said, _table(("strategy", *_HEADS), lines)]


def _names(summary: Summary) -> list[str]:
    grains = [grain.grain for grain in summary.rows[0].grains]
    lines = []
    for row in summary.rows:
        cells = [
            "no data" if g.accuracy is None else f"{_percent(g.accuracy)} of {g.images}" for g in row.grains
        ]
        lines.append((row.strategy, *cells))
    said = "Percent of the images whose true place has such a name."
    return ["## Names", said, _table(("strategy", *grains), lines)]


def _differences(title: str, differences: Sequence[Difference]) -> list[str]:
    if not differences:
        return []
    lines = [(f"{d.strategy} - {d.other}", *map(_points, d.hits), _signed(d.score)) for d in differences]
    return _section(title, _table(("", *_HEADS, "GeoScore"), lines))


def _ablation(result: Result, summary: Summary) -> list[str]:
    """G3's ablation table: what is lost without each part, beside what the paper says is lost."""
    found = _differences("Ablation: what changes without a part, in points", summary.ablation)
    rows = {row.method: row for row in published.ablations(result.dataset.kind)}
    if not found or not rows:
        return found
    full = rows[""].percents
    lines = [("full", *(f"{p:g}" for p in full))]
    for part, row in rows.items():
        if part:
            pairs = zip(row.percents, full, strict=True)
            lines.append((row.note.split(":")[0], *(f"{p:g} ({p - f:+.2f})" for p, f in pairs)))
    return [*found, "Published (percent, and the difference to full):", _table(("", *_HEADS), lines)]


def _calibrations(summary: Summary) -> list[str]:
    rows = [(row.strategy, row.calibration) for row in summary.rows if row.calibration is not None]
    if not rows:
        return []
    found = ["## Calibration of the country"]
    for name, one in rows:
        found.append(f"{name}: expected calibration error {one.error:.3f}.")
        lines = [(str(b.images), f"{100 * b.stated:.0f} %", f"{100 * b.right:.0f} %") for b in one.bins]
        found.append(_table(("images", "stated", "right"), lines))
    return found


def _measures(row: Row) -> Iterable[tuple[str, Interval, int]]:
    for head, interval in zip(_HEADS, row.hits, strict=True):
        yield f"share < {head}", interval, row.images
    yield "median km", row.median_km, row.images
    yield "GeoScore", row.score, row.images
    for grain in row.grains:
        if grain.accuracy is not None:
            yield f"{grain.grain} right", grain.accuracy, grain.images
    if row.calibration is not None:
        error = row.calibration.error
        yield (
            "calibration error",
            Interval(error, math.nan, math.nan),
            sum(b.images for b in row.calibration.bins),
        )


def _cells(interval: Interval) -> tuple[str, str, str]:
    low, value, high = interval.low, interval.value, interval.high
    return tuple("" if math.isnan(v) else repr(v) for v in (value, low, high))  # type: ignore[return-value]


def _percent(interval: Interval) -> str:
    return f"{100 * interval.value:.1f} [{100 * interval.low:.1f}, {100 * interval.high:.1f}]"


def _points(interval: Interval) -> str:
    return f"{100 * interval.value:+.1f} [{100 * interval.low:+.1f}, {100 * interval.high:+.1f}]"


def _signed(interval: Interval) -> str:
    return f"{interval.value:+.0f} [{interval.low:+.0f}, {interval.high:+.0f}]"


def _plain(interval: Interval, form: str, infinite: str = "") -> str:
    value, low, high = (
        infinite if math.isinf(v) else form.format(v) for v in (interval.value, interval.low, interval.high)
    )
    return f"{value} [{low}, {high}]"


def _section(title: str, text: str) -> list[str]:
    return [f"## {title}", text] if text else []


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
