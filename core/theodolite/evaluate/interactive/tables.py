"""A study as Markdown, CSV and JSON, with intervals."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from typing import Any

from theodolite.evaluate.bootstrap import Interval
from theodolite.evaluate.interactive.bars import Bar
from theodolite.evaluate.interactive.numbers import Cell, Numbers, Point
from theodolite.evaluate.interactive.study import Study
from theodolite.evaluate.metrics import THRESHOLDS_KM

SYSTEM_WORDS = {
    "ours": "hints weighed",
    "ignore": "hints ignored",
    "obey": "hints obeyed",
    "model": "model asked again",
}


def markdown(study: Study, numbers: Numbers, bars: Sequence[Bar]) -> str:
    """What a person reads: what must hold, answers over the rate of wrong hints, what single hints did."""
    plan = study.plan
    lines = [
        f"# Hints on {study.title}",
        "",
        f"{study.images} images, {len(study.turns)} turns: {len(plan.seeds)} repetitions of {plan.turns} "
        f"hints at {len(plan.rates)} rates of wrong hints, by {len(plan.manners)} investigators. Intervals "
        "are 95 % bootstrap intervals by image.",
        "",
        "## What must hold",
        "",
        "| | holds | | turns |",
        "|---|---|---|---|",
        *(f"| {bar.name} | {_holds(bar)} | {_bar_text(bar)} | {bar.turns} |" for bar in bars),
        "",
        "## After the last hint, by the rate m of wrong hints",
        "",
        "| investigator | m | system | images | within 200 km % | country % | harm % | harm, if right % |",
        "|---|---|---|---|---|---|---|---|",
        *(_curve(point) for point in numbers.curves),
        "",
        *_even(numbers),
        "",
        *_asked(numbers),
        "## What one hint did",
        "",
        "| investigator | quality | strength | turns | within 200 km % | country % | log score | "
        "help % | harm % | stubborn % | obey % | median change km |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
        *(
            _cell(cell, cell.quality, cell.strength)
            for cell in numbers.cells
            if not cell.kind and not cell.bin
        ),
        "",
        "## By kind",
        "",
        "| investigator | kind | quality | turns | within 200 km % | country % | log score | "
        "help % | harm % | stubborn % | obey % | median change km |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
        *(_cell(cell, cell.kind, cell.quality) for cell in numbers.cells if cell.kind and not cell.strength),
        "",
        "## By how sure the system was before any hint (probability of the true country)",
        "",
        "| investigator | before | quality | turns | within 200 km % | country % | log score | "
        "help % | harm % | stubborn % | obey % | median change km |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
        *(_cell(cell, cell.bin, cell.quality) for cell in numbers.cells if cell.bin and not cell.strength),
        "",
        "## When a hint is called a contradiction",
        "",
        "| investigator | flagged | of these wrong % | of wrong hints flagged % | wrong %, unlikely before | "
        "flagged %, unlikely before |",
        "|---|---|---|---|---|---|",
        *(
            f"| {one.manner} | {one.flagged} | {percent(one.precision)} | {percent(one.recall)} | "
            f"{percent(one.precision_unlikely)} | {percent(one.recall_unlikely)} |"
            for one in numbers.flags
        ),
        "",
        "## How far to trust the answer after the last hint",
        "",
        "| investigator | m | answers that name something % | of these far off % | calibration error of the "
        "country, before | after |",
        "|---|---|---|---|---|---|",
        *(
            f"| {one.manner} | {one.rate:g} | {percent(one.coverage)} | {percent(one.risk)} | "
            f"{one.before.error:.3f} | {one.after.error:.3f} |"
            for one in numbers.trust
        ),
        "",
        "## Taking hints back",
        "",
        *_recovered(numbers),
    ]
    notes = [*study.notes, *(f"{name} left out: {why}" for name, why in study.left_out)]
    if notes:
        lines += ["", *(f"- {note}" for note in notes)]
    return "\n".join(lines) + "\n"


def _asked(numbers: Numbers) -> list[str]:
    if not numbers.asked_again:
        return []
    return [
        "## The language model asked again, beside the others on the same conversations",
        "",
        "| investigator | m | system | images | within 200 km % | country % | harm % | harm, if right % |",
        "|---|---|---|---|---|---|---|---|",
        *(_curve(point) for point in numbers.asked_again),
        "",
    ]


def _recovered(numbers: Numbers) -> list[str]:
    one = numbers.recovery
    return [
        f"All hints taken away: {_share(one.restored)} of {one.conversations} conversations had the ranking "
        "of the beginning back bit for bit.",
        "",
        f'{one.harmed} answers were led astray; a true "not in" the country they were led to put '
        f"{percent(one.undone)} % of those that had lost the place right (median share of the lost "
        f"probability that came back: {_number(one.undone_p)}).",
    ]


def _holds(bar: Bar) -> str:
    return "not asked" if bar.holds is None else "yes" if bar.holds else "**no**"


def _bar_text(bar: Bar) -> str:
    if bar.bound is None:
        return bar.text
    return f"{bar.text} (difference {_number(100 * bar.bound.value)} [{_number(100 * bar.bound.low)}, " + (
        f"{_number(100 * bar.bound.high)}] points)"
    )


def _curve(point: Point) -> str:
    cells = (
        point.manner,
        f"{point.rate:g}",
        SYSTEM_WORDS[point.system],
        str(point.images),
        percent(point.hit),
        percent(point.country),
        percent(point.harm),
        percent(point.harm_if_right),
    )
    return f"| {' | '.join(cells)} |"


def _even(numbers: Numbers) -> list[str]:
    found = []
    for one in numbers.even:
        if math.isnan(one.rate):
            continue
        words = "none of the rates studied" if math.isinf(one.rate) else f"m* = {one.rate:.2f}"
        low, high = (f"{v:.2f}" if math.isfinite(v) else "beyond" for v in (one.low, one.high))
        found.append(f"Break-even, {one.manner}: {words} (interval {low} to {high}).")
    return found


def _cell(cell: Cell, *names: str) -> str:
    hit = cell.hits[2]
    cells = (
        cell.manner,
        *(name or "all" for name in names),
        str(cell.turns),
        f"{_share(hit.before)} → {_share(hit.after)}",
        f"{_share(cell.country.before)} → {_share(cell.country.after)}",
        f"{_number(cell.score.before)} → {_number(cell.score.after)}",
        percent(cell.helped),
        percent(cell.harmed),
        percent(cell.kept_wrong),
        percent(cell.obeyed),
        _number(cell.km_change),
    )
    return f"| {' | '.join(cells)} |"


def percent(one: Interval) -> str:
    if math.isnan(one.value):
        return "–"
    return f"{100 * one.value:.1f} [{100 * one.low:.1f}, {100 * one.high:.1f}]"


def _share(value: float) -> str:
    return "–" if math.isnan(value) else f"{100 * value:.1f} %"


def _number(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.2f}"


# --- for programs ---------------------------------------------------------------------------------------

_CELL = ("manner", "kind", "quality", "strength", "bin", "turns", "images")


def cells_csv(numbers: Numbers) -> str:
    """One line a cell; '' is all kinds, qualities, strengths or bins. Shares in [0, 1]; empty: none."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    changes = [*(f"acc@{km:g}" for km in THRESHOLDS_KM), "country", "log_score"]
    shares = ["help", "harm", "stubborn", "obey"]
    writer.writerow(
        [*_CELL]
        + [f"{name}_{part}" for name in changes for part in ("before", "after", "change", "low", "high")]
        + [f"{name}{part}" for name in shares for part in ("", "_low", "_high")]
        + ["median_km_change"]
    )
    for cell in numbers.cells:
        row: list[Any] = [getattr(cell, name) for name in _CELL]
        for change in (*cell.hits, cell.country, cell.score):
            d = change.difference
            row += [_plain(v) for v in (change.before, change.after, d.value, d.low, d.high)]
        for one in (cell.helped, cell.harmed, cell.kept_wrong, cell.obeyed):
            row += [_plain(v) for v in (one.value, one.low, one.high)]
        writer.writerow([*row, _plain(cell.km_change)])
    return text.getvalue()


def curves_csv(numbers: Numbers) -> str:
    """One line an investigator, rate and system; ``over``: all conversations, or those in which the language
    model was asked again, where every system stands on the same ones."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    shares = ("acc@200", "country", "harm", "harm_if_right")
    writer.writerow(
        [
            "over",
            "manner",
            "m",
            "system",
            "images",
            *(f"{n}{p}" for n in shares for p in ("", "_low", "_high")),
        ]
    )
    for over, points in (("all", numbers.curves), ("asked again", numbers.asked_again)):
        for point in points:
            found = (point.hit, point.country, point.harm, point.harm_if_right)
            cells = [_plain(v) for one in found for v in (one.value, one.low, one.high)]
            writer.writerow([over, point.manner, point.rate, point.system, point.images, *cells])
    return text.getvalue()


def as_json(study: Study, numbers: Numbers, bars: Sequence[Bar]) -> dict[str, Any]:
    """The numbers without the single turns; what is not a finite number is null."""
    from theodolite.codec import to_plain

    cells = [cell for cell in numbers.cells if not (cell.kind and cell.strength)]
    return {
        "title": study.title,
        "images": study.images,
        "turns": len(study.turns),
        "asked": dict(study.header),
        "bars": finite(to_plain(tuple(bars))),
        "curves": finite(to_plain(numbers.curves)),
        "asked_again": finite(to_plain(numbers.asked_again)),
        "break_even": finite(to_plain(numbers.even)),
        "cells": finite(to_plain(tuple(cells))),
        "flags": finite(to_plain(numbers.flags)),
        "trust": finite(to_plain(numbers.trust)),
        "recovery": finite(to_plain(numbers.recovery)),
        "left_out": [list(one) for one in study.left_out],
        "notes": list(study.notes),
    }


def finite(plain: Any) -> Any:
    """``plain`` with null for NaN and infinity, which JSON has not."""
    if isinstance(plain, float):
        return plain if math.isfinite(plain) else None
    if isinstance(plain, dict):
        return {key: finite(value) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [finite(value) for value in plain]
    return plain


def _plain(value: float) -> str:
    return "" if math.isnan(value) else repr(value)
