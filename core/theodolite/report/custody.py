"""Audit records as lines a person can follow. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from theodolite.domain import LogRecord
from theodolite.report import words
from theodolite.report.value import CustodyRow
from theodolite.report.wording import say

_KEPT = ("source", "name", "path", "format", "file", "sha256", "size", "strategy", "exhibits", "of")


def rows(records: Iterable[LogRecord]) -> tuple[CustodyRow, ...]:
    """Every record in order; nothing is left out."""
    return tuple(
        CustodyRow(record.sequence, record.utc, record.operator, record.action, describe(record), record.hash)
        for record in records
    )


def describe(record: LogRecord) -> str:
    """What a record is about: the ids it touched and the facts in its detail."""
    try:
        payload = json.loads(record.payload)
        touched = [c["id"] for c in payload.get("changes", ()) if c["id"] != "case"]
        detail = payload.get("detail", {})
    except (ValueError, KeyError, TypeError, AttributeError):
        return record.payload[:200]
    facts = [_spelled(key, detail[key]) for key in _KEPT if detail.get(key) not in (None, "", [])]
    return " · ".join([_ids(touched)] * bool(touched) + facts)


def _spelled(key: str, value: Any) -> str:
    if key == "sha256":
        return f"SHA-256 {str(value)[:12]}…"
    if key == "size" and isinstance(value, int):
        return words.size(value)
    if isinstance(value, list):
        return f"{key} {', '.join(str(item) for item in value[:6])}"
    return str(value) if key in ("source", "name", "path", "file", "of") else f"{key} {value}"


def _ids(touched: list[str]) -> str:
    if len(touched) <= 6:
        return ", ".join(touched)
    return say("{first} … {last} ({count} rows)", first=touched[0], last=touched[-1], count=len(touched))
