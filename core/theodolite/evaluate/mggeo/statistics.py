"""What a data set holds, in whole numbers that add up over its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from theodolite.evaluate.mggeo.meta import FIELDS
from theodolite.evaluate.mggeo.rows import UNKNOWN

Counts = dict[str, dict[str, int]]

#: Different licences that are counted one by one; what comes after them is counted together.
_LICENCES = 1000
_OTHERS = "(others)"
_MILLION = 1_000_000


def of(record: Mapping[str, Any], tokens: int | None) -> Counts:
    """The counts of one record. ``tokens``: of its texts, None where no model is there to count them."""
    part = str(record["part"])
    found: Counts = {"records": {part: 1}, "words": {part: sum(len(t.split()) for t in texts(record))}}
    if tokens is not None:
        found["tokens"] = {part: tokens}
    if part == "meta":
        place = record["place"]
        found["countries"] = {place["country_code"] or "none": 1}
        found["nulls"] = {name: 1 for name in FIELDS if place[name] is None}
        found["licences"] = {record["licence"]: 1}
        found["nulls"] |= {name: 1 for name in ("author", "name", "date") if record[name] is None}
        found["nulls"] |= {"licence": 1} if record["licence"] == UNKNOWN else {}
    elif part == "clue":
        for pair in record["pairs"]:
            found = added(found, {"pairs": {pair["basis"]: 1}})
            if pair["basis"] == "picture":
                said = {True: "agrees", False: "disagrees", None: "cannot be told"}[pair["agrees"]]
                found = added(found, {"pairs of the picture": {said: 1}})
    else:
        found = added(found, _dialog(record["turns"]))
    return found


def added(first: Counts, second: Counts) -> Counts:
    """The sum of two counts."""
    total = {name: dict(rows) for name, rows in first.items()}
    for name, rows in second.items():
        held = total.setdefault(name, {})
        for key, count in rows.items():
            if name == "licences" and key not in held and len(held) >= _LICENCES:
                key = _OTHERS
            held[key] = held.get(key, 0) + count
    return total


def texts(record: Mapping[str, Any]) -> list[str]:
    """Everything in a record that is language: of Meta the names, of Clue the pairs, of Dialog the turns."""
    if record["part"] == "meta":
        return [record["place"][name] for name in FIELDS if record["place"][name] is not None]
    if record["part"] == "clue":
        return [pair[side] for pair in record["pairs"] for side in ("observation", "inference")]
    return [turn["text"] for turn in record["turns"]]


def _dialog(turns: Iterable[Mapping[str, Any]]) -> Counts:
    found: Counts = {}
    quality = ""
    for turn in turns:
        found = added(found, {"turns": {turn["role"]: 1}})
        if "hint" in turn:
            quality = turn["hint"]["quality"]
            found = added(found, {"hints": {quality: 1}})
        if "true_country" in turn:
            before, after = (round(_MILLION * share) for share in turn["true_country"])
            change: Counts = {f"true country {quality}, millionths": {"before": before, "after": after}}
            if turn["conflict"]:
                change["conflicts"] = {quality: 1}
            found = added(found, change)
    return found


def summary(counts: Counts) -> dict[str, Any]:
    """The counts for people and scripts: sums, and the mean probability of the true country round each
    quality of hint."""
    plain: dict[str, Any] = {}
    moved: dict[str, dict[str, float]] = {}
    for name, rows in counts.items():
        if name.startswith("true country "):
            quality = name.removeprefix("true country ").partition(",")[0]
            hints = counts["hints"][quality]
            moved[quality] = {key: round(sum_ / _MILLION / hints, 4) for key, sum_ in rows.items()}
        else:
            plain[name] = dict(sorted(rows.items(), key=lambda item: (-item[1], item[0])))
    if moved:
        plain["mean probability of the true country"] = moved
    return plain
