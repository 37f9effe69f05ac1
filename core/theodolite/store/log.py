"""The audit log: records chained by hash.

The hash of a record is SHA-256 over the RFC 8785 form of ``{action, operator, payload, previous,
sequence, utc}``, where ``payload`` is the payload's own RFC 8785 text *as a string*. Only strings and
one small integer are hashed, so a standard-library verifier needs ``json.dumps`` with sorted keys and no
number formatting. The first record's ``previous`` is 64 zeros.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import rfc8785

from theodolite.codec import to_plain
from theodolite.domain import LogRecord
from theodolite.store.database import Database

GENESIS = "0" * 64
FORMAT = 2  # the payload of the first record of this format says so
_SAFE_INTEGER = (1 << 53) - 1


def utc_now() -> str:
    """The time of a record: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def plain(value: Any) -> Any:
    """JSON value of strings, integers, booleans and null only; what JSON cannot hold becomes text."""
    return _clean(to_plain(value, exact=True))


def _clean(value: Any) -> Any:
    if isinstance(value, str):  # lone surrogates come from undecodable file names; kept visible
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _SAFE_INTEGER:
        return str(value)
    return value


def canonical(value: Any) -> str:
    """RFC 8785 text of an already plain value."""
    return rfc8785.dumps(value).decode("utf-8")


def text_of(value: Any) -> str:
    """As :func:`canonical` for what is shown and never hashed; many times as quick."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def record_hash(sequence: int, utc: str, operator: str, action: str, payload: str, previous: str) -> str:
    """The link: see the module's text for what is hashed."""
    body: dict[str, Any] = {
        "action": action,
        "operator": operator,
        "payload": payload,
        "previous": previous,
        "sequence": sequence,
        "utc": utc,
    }
    return hashlib.sha256(rfc8785.dumps(body)).hexdigest()


def following(last: LogRecord | None, operator: str, action: str, payload: Any) -> LogRecord:
    """The record that comes after ``last``; ``payload`` is already plain."""
    sequence = last.sequence + 1 if last else 1
    previous = last.hash if last else GENESIS
    utc, text = utc_now(), canonical(payload)
    operator, action = _clean(operator), _clean(action)
    link = record_hash(sequence, utc, operator, action, text, previous)
    return LogRecord(sequence, utc, operator, action, text, previous, link)


def append(db: Database, record: LogRecord) -> None:
    """Write ``record``; the caller holds the transaction."""
    db["log"].insert(to_plain(record))  # type: ignore[union-attr]


def read(db: Database, where: str = "", arguments: Iterable[Any] = ()) -> list[LogRecord]:
    """Records in order; ``where`` is an SQL tail with its own placeholders."""
    rows = db.execute(
        f"SELECT sequence, utc, operator, action, payload, previous, hash FROM log {where}",  # noqa: S608
        tuple(arguments),
    )
    return [LogRecord(*row) for row in rows]


def changes_of(record: LogRecord) -> list[dict[str, Any]]:
    """The state changes that a record carries."""
    found = json.loads(record.payload or "{}").get("changes", [])
    return list(found)


def is_sealed(payload: dict[str, Any]) -> bool:
    """Whether a payload is of format 2: no value stands in it as it is."""
    values = [payload["detail"] or None, *(change["after"] for change in payload["changes"])]
    return all(value is None or (isinstance(value, dict) and set(value) == {"sealed"}) for value in values)


def starts_format_2(record: LogRecord) -> bool:
    """Whether this is the first record of format 2."""
    return '"format":' in record.payload and json.loads(record.payload).get("format") == FORMAT
